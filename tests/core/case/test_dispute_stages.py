"""Where a dispute stands, what may follow, and that any sequence of its events can be read."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.core.case.dispute_moves import DISPUTE_MOVES
from alongside.core.case.dispute_steps import DISPUTE_STEPS
from alongside.core.case.episodes import history
from alongside.core.law import clock
from core.law.chronicles import LAW, K, day, deadlines, happened

REFUSED = ((K.REQUEST_RECEIVED, "2026-01-05"), (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10"))
APPEALED = (*REFUSED, (K.APPEAL_RECEIVED, "2026-03-10"))
PLANNED = ((K.FINAL_SENT, "2026-02-10"), (K.APPEAL_RECEIVED, "2026-03-02"))
OPEN = "REFUSED_TO_ASSESS;DISPUTE="


def text(on: str, *steps: object) -> str:
    return stages.state_of(happened(*steps), on=day(on), law=LAW).text


def may(on: str, kind: EventKind, *steps: object) -> bool:
    return stages.can_follow(stages.state_of(happened(*steps), on=day(on), law=LAW), kind)


def test_a_dispute_walks_through_mediation() -> None:
    steps = (
        *REFUSED,
        (K.MEDIATION_ADVISER_CONTACTED, "2026-02-12"),
        (K.MEDIATION_REQUESTED, "2026-02-13"),
        (K.MEDIATION_HELD, "2026-03-02"),
        (K.MEDIATION_AGREED, "2026-03-03"),
        (K.AGREEMENT_DONE, "2026-03-10"),
        (K.MEDIATION_CERTIFICATE_ISSUED, "2026-03-11"),
        (K.MEDIATION_DECLINED, "2026-03-12"),
    )
    walked = [text(each[1], *steps[: number + 1]) for number, each in enumerate(steps)][2:]
    stood = "APPEAL_WINDOW_OPEN MEDIATION_WANTED MEDIATION_HELD AGREED COMPLIED CERTIFICATE_ISSUED CERTIFICATE_ISSUED"
    assert walked == [OPEN + each for each in stood.split()]


def test_declining_mediation_leaves_the_window_open() -> None:
    assert text("2026-03-01", *REFUSED, (K.MEDIATION_DECLINED, "2026-03-01")) == OPEN + "APPEAL_WINDOW_OPEN"


def test_a_dispute_walks_through_the_tribunal() -> None:
    steps = (
        *APPEALED,
        (K.APPEAL_NOTICE_RECEIVED, "2026-03-16"),
        (K.APPEAL_RESPONSE_SENT, "2026-04-20"),
        (K.MEDIATION_REQUESTED, "2026-04-21"),
        (K.UNOPPOSED_NOTIFIED, "2026-05-01"),
        (K.APPEAL_HEARD, "2026-07-01"),
    )
    walked = [text(each[1], *steps[: number + 1]) for number, each in enumerate(steps)][2:]
    stood = "APPEAL_REGISTERED APPEAL_REGISTERED RESPONSE_FILED RESPONSE_FILED RESPONSE_FILED HEARD"
    assert walked == [OPEN + each for each in stood.split()]
    ordered = (*steps, (K.ORDER_MADE, "2026-07-10", {"order": "ASSESS"}))
    assert text("2026-07-10", *ordered) == "ASSESSING;DISPUTE=ORDER_MADE"


def test_a_response_that_is_recorded_after_the_hearing_leaves_the_appeal_heard() -> None:
    late = (*APPEALED, (K.APPEAL_HEARD, "2026-07-01"), (K.APPEAL_RESPONSE_SENT, "2026-07-02"))
    assert text("2026-07-02", *late) == OPEN + "HEARD"


def test_a_late_appeal_waits_for_the_tribunal() -> None:
    late = (*REFUSED, (K.APPEAL_RECEIVED, "2026-04-13"))
    assert text("2026-04-13", *late) == OPEN + "LATE_APPLICATION"
    assert text("2026-04-20", *late, (K.APPEAL_NOTICE_RECEIVED, "2026-04-20")) == OPEN + "APPEAL_REGISTERED"
    after_five = (K.APPEAL_RECEIVED, "2026-04-10", {"received_at": "2026-04-10T17:30"})
    assert text("2026-04-10", *REFUSED, after_five) == OPEN + "LATE_APPLICATION"


def test_a_withdrawn_appeal_gives_back_what_was_before() -> None:
    certified = (*REFUSED, (K.MEDIATION_CERTIFICATE_ISSUED, "2026-03-30"), (K.APPEAL_RECEIVED, "2026-04-01"))
    assert text("2026-04-02", *certified, (K.APPEAL_WITHDRAWN, "2026-04-02")) == OPEN + "CERTIFICATE_ISSUED"


IN_TIME = (*REFUSED, (K.MEDIATION_ADVISER_CONTACTED, "2026-04-10"))
TOO_LATE = (*REFUSED, (K.MEDIATION_ADVISER_CONTACTED, "2026-04-11"))


def test_a_certificate_may_come_after_the_two_months_where_the_adviser_was_contacted_in_time() -> None:
    assert text("2026-04-10", *IN_TIME) == OPEN + "APPEAL_WINDOW_OPEN"
    assert text("2026-04-11", *IN_TIME) == OPEN + "CERTIFICATE_AWAITED"
    assert may("2026-04-13", K.MEDIATION_CERTIFICATE_ISSUED, *IN_TIME)
    certified = (*IN_TIME, (K.MEDIATION_CERTIFICATE_ISSUED, "2026-04-13"))
    assert text("2026-05-13", *certified) == OPEN + "CERTIFICATE_ISSUED"
    assert may("2026-05-13", K.APPEAL_RECEIVED, *certified)
    assert text("2026-05-14", *certified) == "CLOSED_NO_APPEAL"


def test_mediation_goes_on_after_the_two_months_where_the_adviser_was_contacted_in_time() -> None:
    steps = (
        *IN_TIME,
        (K.MEDIATION_REQUESTED, "2026-04-12"),
        (K.MEDIATION_HELD, "2026-05-10"),
        (K.MEDIATION_CERTIFICATE_ISSUED, "2026-05-13"),
        (K.APPEAL_RECEIVED, "2026-06-15"),
    )
    for number, (kind, on, *_) in list(enumerate(steps))[3:]:
        assert may(on, kind, *steps[:number])
    walked = [text(each[1], *steps[: number + 1]) for number, each in enumerate(steps)][3:]
    stood = "MEDIATION_WANTED MEDIATION_HELD CERTIFICATE_ISSUED APPEAL_REGISTERED"
    assert walked == [OPEN + each for each in stood.split()]


def test_no_certificate_is_awaited_where_the_adviser_was_contacted_too_late() -> None:
    assert text("2026-04-11", *TOO_LATE) == "CLOSED_NO_APPEAL"
    assert not may("2026-04-13", K.MEDIATION_CERTIFICATE_ISSUED, *TOO_LATE)


def test_a_certificate_is_awaited_after_an_appeal_about_the_setting_was_withdrawn() -> None:
    withdrawn = (*IN_TIME, (K.APPEAL_RECEIVED, "2026-04-10"), (K.APPEAL_WITHDRAWN, "2026-04-20"))
    assert text("2026-04-20", *withdrawn) == OPEN + "CERTIFICATE_AWAITED"


def test_an_agreement_to_assess_takes_a_refused_case_on_and_another_does_not() -> None:
    agreed = (K.MEDIATION_AGREED, "2026-03-03", {"matter": "ASSESS"})
    assert text("2026-03-03", *REFUSED, agreed) == "ASSESSING;DISPUTE=AGREED"
    other = (*REFUSED, (K.MEDIATION_AGREED, "2026-03-03"))
    assert text("2026-04-13", *other) == "CLOSED_NO_APPEAL;DISPUTE=AGREED"


def test_an_order_is_complied_with_by_what_it_asks_for() -> None:
    ordered = (*APPEALED, (K.ORDER_MADE, "2026-07-10", {"order": "ASSESS"}))
    no_plan = (K.NO_PLAN_NOTICE_SENT, "2026-09-10")
    assert text("2026-09-09", *ordered) == "ASSESSING;DISPUTE=ORDER_MADE"
    assert [each.stage for each in history(happened(*ordered, no_plan)).disputes] == [
        "COMPLIED",
        "APPEAL_WINDOW_OPEN",
    ]
    assert text("2026-09-10", *ordered, no_plan) == "REFUSED_TO_ISSUE;DISPUTE=APPEAL_WINDOW_OPEN"


@pytest.mark.parametrize(
    ("order", "then", "stage"),
    [
        ("AMEND_CONTENTS", K.NO_PLAN_NOTICE_SENT, "ORDER_MADE"),
        ("AMEND_CONTENTS", K.AMENDED_FINAL_SENT, "COMPLIED"),
        ("CONTINUE", K.CASE_ASSIGNED, "COMPLIED"),
        ("DISMISSED", K.CASE_ASSIGNED, "ORDER_MADE"),
        ("CHANGE_SETTING", K.MOVED_TO_NEW_LA, "COMPLIED"),
    ],
)
def test_what_complies_with_an_order_about_a_plan(order: str, then: EventKind, stage: str) -> None:
    facts = happened(*PLANNED, (K.ORDER_MADE, "2026-07-10", {"order": order}), (then, "2026-07-20"))
    assert history(facts).disputes[0].stage == stage


def test_an_order_about_an_older_decision_leaves_the_case_where_it_stands() -> None:
    conceded = (
        *APPEALED,
        (K.LA_RECONSIDERS, "2026-03-20", {"to": "ASSESSING"}),
        (K.NO_PLAN_NOTICE_SENT, "2026-05-01"),
    )
    assert text("2026-06-01", *conceded, (K.ORDER_MADE, "2026-06-01", {"order": "ASSESS"})) == (
        "REFUSED_TO_ISSUE;DISPUTE=ORDER_MADE;DISPUTE=APPEAL_WINDOW_OPEN"
    )


def test_a_remitted_refusal_is_open_and_undecided() -> None:
    no_plan = ((K.REQUEST_RECEIVED, "2026-01-05"), (K.DECISION_TO_ASSESS_NOTIFIED, "2026-02-01"))
    remitted = (
        *no_plan,
        (K.NO_PLAN_NOTICE_SENT, "2026-04-01"),
        (K.ORDER_MADE, "2026-06-01", {"order": "RECONSIDER"}),
    )
    assert text("2026-06-01", *remitted) == "ASSESSING;DISPUTE=ORDER_MADE"


def test_what_may_follow_depends_on_where_the_dispute_stands() -> None:
    assert not may("2026-02-10", K.MEDIATION_HELD, *REFUSED)
    assert may("2026-02-12", K.MEDIATION_HELD, *REFUSED, (K.MEDIATION_REQUESTED, "2026-02-12"))
    assert not may("2026-02-12", K.APPEAL_RESPONSE_SENT, *REFUSED)
    assert may("2026-03-10", K.MEDIATION_HELD, *APPEALED)
    ordered = (*APPEALED, (K.ORDER_MADE, "2026-07-10", {"order": "ASSESS"}))
    assert may("2026-07-10", K.TRIBUNAL_DECISION_SENT, *ordered)
    assert not may("2026-07-10", K.APPEAL_HEARD, *ordered)


AMENDED_AS_ORDERED = (
    *PLANNED,
    (K.ORDER_MADE, "2026-07-10", {"order": "AMEND_CONTENTS"}),
    (K.RECOMMENDATION_MADE, "2026-07-10"),
    (K.AMENDED_FINAL_SENT, "2026-07-30"),
)


def test_papers_may_come_about_a_dispute_that_was_decided_and_carried_out() -> None:
    assert text("2026-07-30", *AMENDED_AS_ORDERED) == "PLAN_MAINTAINED;DISPUTE=APPEAL_WINDOW_OPEN"
    papers = (K.RECOMMENDATION_ANSWERED, K.RECOMMENDATION_MADE, K.TRIBUNAL_DECISION_SENT)
    assert all(may("2026-08-10", kind, *AMENDED_AS_ORDERED) for kind in papers)
    assert not any(may("2026-03-10", kind, *PLANNED) for kind in papers)
    assert not may("2026-08-10", K.APPEAL_HEARD, *AMENDED_AS_ORDERED)
    answered = (*AMENDED_AS_ORDERED, (K.RECOMMENDATION_ANSWERED, "2026-08-10", {"recommendation": "e4"}))
    (found,) = deadlines(happened(*answered), "O10", "2026-08-20")
    assert (found.state, found.met_on) == ("MET", day("2026-08-10"))


def test_a_refusal_of_permission_to_appeal_may_come_after_the_plan_was_amended() -> None:
    refused = (K.TRIBUNAL_DECISION_SENT, "2026-11-02", {"decision": "PERMISSION_REFUSED", "dispute": "e1"})
    (found,) = deadlines(happened(*AMENDED_AS_ORDERED, refused), "F07", "2026-11-02")
    assert found.statutory_due == day("2026-12-02")


def test_an_order_stays_in_sight_until_it_is_carried_out_though_a_newer_decision_can_be_appealed() -> None:
    two = (
        *PLANNED,
        (K.AMENDMENT_NOTICE_SENT, "2026-05-01"),
        (K.DECISION_NOT_TO_AMEND_SENT, "2026-06-20"),
        (K.ORDER_MADE, "2026-07-10", {"order": "AMEND_CONTENTS", "dispute": "e1"}),
    )
    stood = "PLAN_MAINTAINED;DISPUTE=ORDER_MADE;DISPUTE=APPEAL_WINDOW_OPEN"
    assert text("2026-07-10", *two) == stood
    assert may("2026-07-10", K.AMENDED_FINAL_SENT, *two)
    done = text("2026-07-30", *two, (K.AMENDED_FINAL_SENT, "2026-07-30"))
    assert "ORDER_MADE" not in done


def test_every_event_of_a_dispute_has_a_step_and_a_place() -> None:
    placed = {kind for _, kind, _ in DISPUTE_MOVES} | {
        kind for kinds in stages.FOLLOWS.values() for kind in kinds
    }
    assert set(DISPUTE_STEPS) <= placed


@pytest.mark.parametrize("kind", DISPUTE_STEPS)
def test_an_event_without_a_dispute_changes_nothing(kind: EventKind) -> None:
    details = {"matter": "ASSESS", "order": "ASSESS", "recommendation": "e7", "agreement": "e7"}
    alone = happened((K.REQUEST_RECEIVED, "2026-01-05"), (kind, "2026-02-01", details))
    without = happened((K.REQUEST_RECEIVED, "2026-01-05"))
    assert history(alone) == history(without)


def test_of_several_agreements_the_one_named_is_done() -> None:
    two = ((K.MEDIATION_AGREED, "2026-03-03"), (K.MEDIATION_AGREED, "2026-03-04"))
    named = history(happened(*REFUSED, *two, (K.AGREEMENT_DONE, "2026-03-10", {"agreement": "e3"})))
    latest = history(happened(*REFUSED, *two, (K.AGREEMENT_DONE, "2026-03-10")))
    for told, done in ((named, (True, False)), (latest, (False, True))):
        proceedings = told.disputes[0].proceedings
        assert proceedings is not None
        assert tuple(each.is_complied for each in proceedings.outcomes) == done


KINDS = st.sampled_from(
    [*DISPUTE_STEPS, K.FINAL_SENT, K.REFUSAL_TO_ASSESS_SENT, K.NO_PLAN_NOTICE_SENT, K.DIED]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(KINDS, max_size=12))
def test_any_sequence_can_be_read_and_told(kinds: list[EventKind]) -> None:
    days = itertools.count(1)
    facts = happened(*[(kind, f"2026-03-{next(days):02d}") for kind in kinds])
    told = clock.duties(facts, on=day("2026-09-01"), law=LAW)
    assert len({(each.rule, each.subject) for each in told}) == len(told)
    assert stages.state_of(facts, on=day("2026-09-01"), law=LAW).text
