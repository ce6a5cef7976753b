"""Everybody whom regulation 6 requires is asked on the day of the decision; more can be asked, chased, taken back."""

from datetime import date

import pytest

from advice_cast import asked, events, later, request_for, row
from alongside.app import doing, scope
from alongside.app.actions import advice, advice_records, children
from alongside.app.actions.advice import Asked
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import AdviceKind, Channel, EventKind
from alongside.core.refusal import Refused
from alongside.records.models import AdviceRequest, OutboxMessage, Person
from cast import Cast

ALWAYS = {"PARENT_OR_YOUNG_PERSON", "EDUCATIONAL", "MEDICAL", "PSYCHOLOGICAL", "SOCIAL_CARE"}


def kinds(cast: Cast) -> set[str]:
    with scope.opened(cast.officer):
        return set(AdviceRequest.objects.filter(case=cast.case.case_id).values_list("kind", flat=True))


def mail(cast: Cast, kind: str) -> list[OutboxMessage]:
    with scope.opened(cast.officer):
        return list(OutboxMessage.objects.filter(kind=kind).order_by("to_email"))


def test_everybody_required_is_asked_on_the_day_of_the_decision(cast: Cast) -> None:
    asked(cast)
    assert kinds(cast) == ALWAYS
    assert {event.occurred_on for event in events(cast, EventKind.ADVICE_REQUESTED)} == {date(2026, 11, 23)}


def test_each_body_has_six_weeks_from_its_own_receipt(cast: Cast) -> None:
    asked(cast)
    for kind in ALWAYS - {"PARENT_OR_YOUNG_PERSON"}:
        assert row(cast, request_for(cast, AdviceKind(kind))).statutory_due == date(2027, 1, 4)


def test_family_has_no_limit_for_its_own_advice(cast: Cast) -> None:
    asked(cast)
    assert row(cast, request_for(cast, AdviceKind.PARENT_OR_YOUNG_PERSON)).statutory_due is None


def test_school_attended_is_asked_for_the_educational_advice(cast: Cast) -> None:
    asked(cast)
    assert row(cast, request_for(cast, AdviceKind.EDUCATIONAL)).organisation_id == cast.school


def test_bodies_are_those_that_the_authority_says_provide_the_advice(cast: Cast) -> None:
    asked(cast)
    assert row(cast, request_for(cast, AdviceKind.MEDICAL)).organisation_id == cast.trust
    assert row(cast, request_for(cast, AdviceKind.PSYCHOLOGICAL)).organisation_id == cast.psychology_service


def test_year_9_pupil_is_also_asked_about_for_adulthood(cast: Cast) -> None:
    with scope.opened(cast.officer):
        Person.objects.update(born_on=date(2013, 8, 31))  # year 9 began on 1 September 2026
    asked(cast)
    assert kinds(cast) == ALWAYS | {"PREPARING_FOR_ADULTHOOD"}


def test_year_8_pupil_is_not(cast: Cast) -> None:
    with scope.opened(cast.officer):
        Person.objects.update(born_on=date(2013, 9, 1))
    asked(cast)
    assert kinds(cast) == ALWAYS


@pytest.mark.parametrize("need", ["HI", "VI", "MSI"])
def test_hearing_or_vision_impairment_brings_in_a_qualified_teacher(cast: Cast, need: str) -> None:
    with doing.on_case(cast.case.case_id, Permission.RECORD_EVENT, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.NEED_RECORDED, deed.today, {"type": need, "rank": "1"})
    asked(cast)
    assert "SENSORY" in kinds(cast)


def test_whoever_the_family_reasonably_names_is_asked_too(cast: Cast) -> None:
    named = [
        Asked(AdviceKind.REASONABLY_REQUESTED, "Dr Ada Best"),
        Asked(AdviceKind.REASONABLY_REQUESTED, "The swimming club"),
    ]
    with doing.on_case(cast.case.case_id, Permission.DECIDE_TO_ASSESS, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.DECISION_TO_ASSESS_NOTIFIED, deed.today, {})
        ids = advice.ask_all_required(deed, named)
    assert len(ids) == 7
    assert [row(cast, each).asked_name for each in ids[-2:]] == ["Dr Ada Best", "The swimming club"]


def test_asking_all_twice_asks_nobody_twice(cast: Cast) -> None:
    case = asked(cast)
    with doing.on_case(case, Permission.REQUEST_ADVICE, by=cast.officer, at=later(cast, 1)) as deed:
        assert advice.ask_all_required(deed) == ()


def test_message_to_a_body_names_no_child(cast: Cast) -> None:
    asked(cast)
    sent = mail(cast, "ADVICE_REQUESTED")
    assert sent
    for message in sent:
        assert "E26-00001" in message.text
        assert "Ivy" not in message.subject + message.text
        assert "Fielding" not in message.subject + message.text


def test_school_is_told_through_its_senco_and_health_through_the_clinical_officer(cast: Cast) -> None:
    asked(cast)
    told = {message.to_email for message in mail(cast, "ADVICE_REQUESTED")}
    assert {"sena.senco@example.org", "dcl.officer@example.org", "ed.psychologist@example.org"} <= told
    assert "hana.therapist@example.org" not in told


def test_one_more_adviser_can_be_asked(cast: Cast) -> None:
    case = asked(cast)
    request = advice.ask(case, Asked(AdviceKind.OTHER, "Portage service"), by=cast.officer, at=cast.at)
    assert row(cast, request).statutory_due == date(2027, 1, 4)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (Asked(AdviceKind.OTHER, "  "), "Say whom to ask"),
        (Asked(AdviceKind.PARENT_OR_YOUNG_PERSON, "the family"), "was asked for this advice already"),
    ],
)
def test_asking_nobody_or_again_is_refused(cast: Cast, more: Asked, sentence: str) -> None:
    case = asked(cast)
    with pytest.raises(Refused, match=sentence):
        advice.ask(case, more, by=cast.officer, at=cast.at)


def test_same_body_is_not_asked_again_while_its_answer_is_open(cast: Cast) -> None:
    case = asked(cast)
    again = Asked(AdviceKind.MEDICAL, "Northshire Community Health", organisation=cast.trust)
    with pytest.raises(Refused, match="has not answered"):
        advice.ask(case, again, by=cast.officer, at=cast.at)


def test_chasing_is_recorded_and_the_body_told(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    advice.chase(case, request, by=cast.officer, at=later(cast, 20))
    assert row(cast, request).chased == 1
    assert row(cast, request).last_chased_on == date(2026, 12, 13)
    assert [message.to_email for message in mail(cast, "ADVICE_CHASED")] == ["ed.psychologist@example.org"]


def test_chasing_by_telephone_sends_no_message(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    advice.chase(case, request, by=cast.officer, at=cast.at, channel=Channel.PHONE)
    assert row(cast, request).chased == 1
    assert mail(cast, "ADVICE_CHASED") == []


def test_only_request_for_required_advice_cannot_be_taken_back(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    with pytest.raises(Refused, match="The law requires this advice"):
        advice.cancel(case, request, "No psychologist is free", by=cast.officer, at=cast.at)
    assert row(cast, request).is_open


def test_required_advice_can_be_moved_to_another_body(cast: Cast) -> None:
    case = asked(cast)
    first = request_for(cast, AdviceKind.MEDICAL)
    advice.ask(case, Asked(AdviceKind.MEDICAL, "Hospital", cast.special_school), by=cast.officer, at=cast.at)
    advice.cancel(case, first, "The child is seen at the hospital", by=cast.officer, at=cast.at)
    assert not row(cast, first).is_open
    with pytest.raises(Refused, match="no longer open"):
        advice.chase(case, first, by=cast.officer, at=cast.at)


def test_taking_back_needs_a_reason(cast: Cast) -> None:
    case = asked(cast)
    request = advice.ask(case, Asked(AdviceKind.OTHER, "Portage service"), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="Say why"):
        advice.cancel(case, request, " ", by=cast.officer, at=cast.at)


def test_six_weeks_run_from_the_day_the_body_itself_received_the_request(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    advice.chase(case, request, by=cast.officer, at=later(cast, 3))
    new = advice_records.body_received(
        case,
        request,
        date(2026, 11, 26),
        "It went by post and was stamped then",
        by=cast.officer,
        at=later(cast, 4),
    )
    assert row(cast, new).statutory_due == date(2027, 1, 7)
    assert row(cast, new).chased == 1  # what referred to the request still does


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 11, 30)])
def test_body_cannot_have_received_it_before_it_was_asked_or_in_the_future(cast: Cast, day: date) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    with pytest.raises(Refused, match="Check the day"):
        advice_records.body_received(case, request, day, "It went by post then", by=cast.officer, at=cast.at)


@pytest.mark.parametrize("who", ["psychologist", "senco", "parent"])
def test_only_officers_ask(cast: Cast, who: str) -> None:
    case = asked(cast)
    with pytest.raises(NotAllowed):
        advice.ask(case, Asked(AdviceKind.OTHER, "Portage"), by=cast.again(getattr(cast, who)), at=cast.at)


def test_case_of_another_authority_is_not_found(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    with pytest.raises(NotFound):
        advice.chase(case, request, by=cast.officer_elsewhere, at=cast.at)


def test_child_without_a_school_is_asked_about_at_the_authoritys_own_adviser(cast: Cast) -> None:
    with scope.opened(cast.officer):
        case = children.Case.objects.get(id=cast.case.case_id)
        case.setting = None
        case.save(update_fields=["setting"])
    asked(cast)
    request = row(cast, request_for(cast, AdviceKind.EDUCATIONAL))
    assert request.organisation_id is None
    assert request.asked_name == "the authority’s own education adviser"
