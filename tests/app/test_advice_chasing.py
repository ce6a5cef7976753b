"""The service asks after late advice, each step once; hours of work waiting are counted."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from advice_cast import asked, events, later, request_for
from alongside.app import doing, scope
from alongside.app.actions import advice, advice_answers, chasing, exceptions
from alongside.app.actions.advice_answers import Answer
from alongside.app.queries import advice as queries
from alongside.app.queries import advice_asked
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.work_hours import WorkGroup
from alongside.core.refusal import Refused
from alongside.records.models import OutboxMessage
from cast import Cast


def chased(cast: Cast) -> list[str]:
    return [
        event.details["step"] for event in events(cast, EventKind.ADVICE_CHASED) if "step" in event.details
    ]


@pytest.fixture
def only_the_psychologist(cast: Cast) -> Cast:
    """Everybody else has answered."""
    case = asked(cast)
    nothing = Answer(nothing_to_add_because="Not known to us")
    for kind, who in (
        (AdviceKind.MEDICAL, cast.health_adviser),
        (AdviceKind.SOCIAL_CARE, cast.social_care),
        (AdviceKind.EDUCATIONAL, cast.senco),
    ):
        advice_answers.answer(case, request_for(cast, kind), nothing, by=who, at=cast.at)
    return cast


def test_each_step_of_the_chase_is_taken_once(only_the_psychologist: Cast) -> None:
    cast = only_the_psychologist
    for day in range(64):  # due on day 42
        for _ in range(2):
            chasing.chase_due(by=cast.service, at=later(cast, day))
    found = [(event.occurred_on - cast.at.date()).days for event in events(cast, EventKind.ADVICE_CHASED)]
    assert list(zip(found, chased(cast), strict=True)) == [
        (28, "AT_FOUR_WEEKS"), (35, "ONE_WEEK_BEFORE"), (43, "DAY_AFTER"), (49, "ONE_WEEK_LATE"),
        (50, "LATE_WEEK_1"), (57, "LATE_WEEK_2"),
    ]  # fmt: skip


def test_run_after_a_long_pause_sends_one_reminder_and_one_escalation(only_the_psychologist: Cast) -> None:
    cast = only_the_psychologist
    done = chasing.chase_due(by=cast.service, at=later(cast, 60))
    assert (done.reminders, done.escalations, done.refused) == (1, 1, ())
    assert set(chased(cast)) == {"LATE_WEEK_2", "ONE_WEEK_LATE"}


def test_manager_is_told_of_advice_a_week_late(only_the_psychologist: Cast) -> None:
    cast = only_the_psychologist
    chasing.chase_due(by=cast.service, at=later(cast, 49))
    with scope.opened(cast.officer):
        message = OutboxMessage.objects.get(kind="ADVICE_ESCALATED")
    assert message.to_email == "mina.manager@example.org"
    assert "it was due on 4 January 2027" in message.text
    assert "Ivy" not in message.subject + message.text


def test_body_that_a_person_chased_this_week_is_not_reminded_as_well(only_the_psychologist: Cast) -> None:
    cast = only_the_psychologist
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    advice.chase(cast.case.case_id, request, by=cast.officer, at=later(cast, 26))
    assert chasing.chase_due(by=cast.service, at=later(cast, 28)).reminders == 0
    assert chasing.chase_due(by=cast.service, at=later(cast, 33)).reminders == 1


def test_advice_whose_limit_an_exception_took_away_is_left_to_a_person(only_the_psychologist: Cast) -> None:
    cast = only_the_psychologist
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    exceptions.record(
        cast.case.case_id,
        exceptions.NewException(
            ground="MISSED_APPOINTMENT", limits=("A04",), request=request, missed_on=date(2026, 12, 7),
            impractical_because="The next visit is in January", evidence="Letter of 8 December", facts="Ivy was ill",
            told_family_on=date(2026, 12, 8), review_on=date(2027, 1, 11),
        ),
        by=cast.officer,
        at=later(cast, 20),
    )  # fmt: skip
    assert chasing.chase_due(by=cast.service, at=later(cast, 60)).reminders == 0


def test_nothing_is_chased_before_four_weeks(cast: Cast) -> None:
    asked(cast)
    assert chasing.chase_due(by=cast.service, at=later(cast, 27)) == chasing.Chased(0, 0)


@pytest.mark.parametrize("who", ["psychologist", "parent"])
def test_only_those_who_may_chase_do(cast: Cast, who: str) -> None:
    case = asked(cast)
    with pytest.raises(NotAllowed):
        chasing.chase_case(case, by=getattr(cast, who), at=later(cast, 30))


def test_job_chases_in_the_services_own_name(
    cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alongside.app import ports
    from alongside.jobs import advice as jobs

    asked(cast)
    settings.AUTHORITY = "931"
    now: Callable[[], Any] = lambda: later(cast, 28)  # noqa: E731
    monkeypatch.setattr(ports.PORTS, "now", now)
    assert jobs.chase_advice(0) == 4
    assert {event.by for event in events(cast, EventKind.ADVICE_CHASED)} == {"SERVICE"}


def test_hours_waiting_agree_with_a_hand_calculation(cast: Cast) -> None:
    asked(cast)
    found = {each.group: each for each in queries.hours_waiting(by=cast.manager, at=later(cast, 43))}
    psychologist = found[WorkGroup.EDUCATIONAL_PSYCHOLOGIST]
    assert (psychologist.waiting, psychologist.late, psychologist.hours, psychologist.assumed) == (
        1,
        1,
        17.4,
        False,
    )
    assert found[WorkGroup.SOCIAL_WORKER].hours == 4.8
    assert found[WorkGroup.CASE_OFFICER].hours == 11.3
    assert found[WorkGroup.SEND_MANAGER].hours == 9.9
    assert found[WorkGroup.HEALTH].assumed
    assert found[WorkGroup.SENSORY_TEACHER].hours == 0


def test_hours_are_for_those_who_see_the_figures(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        queries.hours_waiting(by=cast.psychologist, at=cast.at)


def test_nobody_waits_for_advice_once_the_request_is_withdrawn(cast: Cast) -> None:
    case = asked(cast)
    with doing.on_case(case, Permission.RECORD_EVENT, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.REQUEST_WITHDRAWN, deed.today, {"withdrawn_by": "Petra Parent"})
    assert advice_asked.asked_of_me(by=cast.psychologist, at=cast.at).waiting == ()
    assert not any(line.is_open for line in queries.of_case(case, by=cast.officer, at=cast.at).lines)
    assert all(each.waiting == 0 for each in queries.hours_waiting(by=cast.manager, at=cast.at))
    assert chasing.chase_due(by=cast.service, at=later(cast, 60)) == chasing.Chased(0, 0)


def test_request_to_a_person_of_no_body_is_not_passed_on(cast: Cast) -> None:
    case = asked(cast)
    assert cast.psychologist.account
    assert cast.health_adviser.account
    named = advice.Asked(AdviceKind.OTHER, "Ed Psychologist", person=cast.psychologist.account)
    request = advice.ask(case, named, by=cast.officer, at=cast.at)
    assert advice_asked.to_answer(case, request, by=cast.psychologist, at=cast.at).colleagues == ()
    with pytest.raises(Refused, match="Choose somebody who gives advice"):
        advice_answers.pass_on(case, request, cast.health_adviser.account, by=cast.psychologist, at=cast.at)
