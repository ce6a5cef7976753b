"""News of a case: each kind with what it must say, and nothing that has a page of its own."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from alongside.app import scope
from alongside.app.actions import corrections, happenings
from alongside.app.actions.corrections import Correction
from alongside.app.actions.happenings import Happening
from alongside.app.queries import cases, chronology
from alongside.app.recordable import reading
from alongside.app.recordable.entry import DECIDES, Particular, Type
from alongside.app.recordable.table import BY_KIND, ENTRIES
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.case.details import DETAILS
from alongside.core.case.stages import MayNotFollow
from alongside.core.refusal import Refused
from alongside.records.models import CaseEvent, Due, Organisation
from cast import HERE, Cast
from happening_cast import ANY_TIME, DAY, GIVEN, WITH_A_PLAN, before, reach, tell

K = EventKind
KINDS = tuple(BY_KIND)
NEEDED = [
    (entry.kind, each)
    for entry in ENTRIES
    for each in entry.particulars
    if each.missing and each.type not in reading.BY_ITSELF
]
WHY = "The envelope shows another day."


def details_of(cast: Cast, event: str) -> dict[str, Any]:
    with scope.opened(cast.officer):
        found: dict[str, Any] = CaseEvent.objects.get(id=event).details
        return found


def due(cast: Cast, rule: str) -> date | None:
    with scope.opened(cast.officer):
        return Due.objects.get(case=cast.case.case_id, rule=rule, is_live=True).statutory_due


def test_every_particular_is_a_key_that_its_kind_may_hold() -> None:
    wrong = [
        f"{entry.kind}: {key}"
        for entry in ENTRIES
        for each in entry.particulars
        for key in reading.keys(each)
        if key not in DETAILS.get(entry.kind, {})
    ]
    assert wrong == []


def test_whoever_decides_whether_to_issue_decides_to_amend_cease_and_reassess() -> None:
    deciding = {entry.kind for entry in ENTRIES if entry.needs is DECIDES}
    assert deciding == {
        K.DECISION_TO_ASSESS_NOTIFIED,
        K.REVIEW_DECISION_SENT, K.AMENDMENT_NOTICE_SENT, K.AMENDED_FINAL_SENT, K.DECISION_NOT_TO_AMEND_SENT,
        K.NO_AMENDMENT_FOR_TRANSFER, K.REASSESSMENT_REFUSED_SENT, K.REASSESSMENT_AGREED_SENT,
        K.CEASE_DECISION_SENT, K.CEASE_REVERSED, K.PLAN_CEASED,
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_news_of_each_kind_is_recorded_with_all_it_says(cast: Cast, kind: EventKind) -> None:
    before(cast, kind)
    held = details_of(cast, tell(cast, kind))
    given = set(GIVEN.get(kind, {}))
    assert given <= set(held), "a particular was lost"
    assert set(held) - given <= {"dispute", "transfer", "agreement", "recommendation", "placement"}


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in ANY_TIME and BY_KIND[kind].at is None]
)
def test_news_that_cannot_follow_is_refused_and_not_kept(cast: Cast, kind: EventKind) -> None:
    with pytest.raises(MayNotFollow, match="cannot be recorded now"):
        tell(cast, kind)
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind=kind).exists()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if BY_KIND[kind].at is None])
def test_nothing_follows_a_death(cast: Cast, kind: EventKind) -> None:
    tell(cast, K.DIED)
    with pytest.raises(MayNotFollow, match="The child has died"):
        tell(cast, kind)


@pytest.mark.parametrize(("kind", "needed"), NEEDED, ids=lambda part: getattr(part, "key", part))
def test_news_without_what_it_must_say_is_refused(cast: Cast, kind: EventKind, needed: Particular) -> None:
    before(cast, kind)
    with pytest.raises(Refused) as refused:
        tell(cast, kind, **dict.fromkeys(reading.keys(needed)))
    assert refused.value.sentence == needed.missing
    assert refused.value.field == needed.key
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind=kind).exists()


WRONG: tuple[tuple[EventKind, str, Any, str], ...] = (
    (K.REVIEW_SCHEDULED, "meeting_on", "soon", "“soon” is not a date"),
    (K.REVIEW_SCHEDULED, "school_year", "nine", "not a number"),
    (K.REVIEW_SCHEDULED, "school_year", "9999", "not a number"),
    (
        K.REVIEW_DECISION_SENT,
        "outcome",
        "PERHAPS",
        "not one of the answers. Choose from maintain, amend, cease",
    ),
    (K.REVIEW_DECISION_SENT, "letter_dated_on", "2027-01-01", "is in the future"),
    (K.REASSESSMENT_AGREED_SENT, "own_decision", "maybe", "neither yes nor no"),
    (K.APPEAL_RECEIVED, "sections", "BZ", "cannot be appealed"),
    (K.APPEAL_RECEIVED, "received_at", "half past nine", "not a time of the day"),
    (K.MOVED_TO_NEW_LA, "to", "86", "has three digits"),
    (K.MOVED_TO_NEW_LA, "to", "931", "this authority itself"),
    (K.TRANSFERRED_IN, "from", "931", "this authority itself"),
    (K.AMENDED_FINAL_SENT, "organisation", "nobody", "not on record in this area"),
    (K.COMMISSIONER_CHANGED, "to", "00000000-0000-0000-0000-000000000000", "not on record in this area"),
    (K.MEDIATION_CERTIFICATE_ISSUED, "certificate_dated_on", "soon", "is not a date"),
    (K.MEDIATION_CERTIFICATE_ISSUED, "certificate_dated_on", "2027-01-01", "is in the future"),
    (K.AMENDED_FINAL_SENT, "transfer", "another", "no longer open"),
    (K.APPEAL_RECEIVED, "dispute", "another", "no longer open"),
)


@pytest.mark.parametrize(("kind", "key", "value", "sentence"), WRONG)
def test_particular_that_makes_no_sense_is_refused(
    cast: Cast, kind: EventKind, key: str, value: Any, sentence: str
) -> None:
    before(cast, kind)
    with pytest.raises(Refused, match=sentence):
        tell(cast, kind, **{key: value})


def test_review_that_leads_to_amendment_needs_no_reasons(cast: Cast) -> None:
    before(cast, K.REVIEW_DECISION_SENT)
    tell(cast, K.REVIEW_DECISION_SENT, outcome="AMEND", reasons=None)


def test_move_on_a_known_day_needs_no_year(cast: Cast) -> None:
    before(cast, K.PHASE_TRANSFER_FORESEEN)
    event = tell(cast, K.PHASE_TRANSFER_FORESEEN, year=None, on="2029-09-01")
    assert details_of(cast, event) == {"transfer": "PRIMARY_TO_SECONDARY", "on": "2029-09-01"}
    with scope.opened(cast.officer):
        assert Due.objects.get(rule="P01").statutory_due == date(2029, 2, 15)
        assert Due.objects.filter(rule="P01p.meeting").exists()  # the longest id of a rule fits its column


def test_move_out_of_england_needs_no_authority(cast: Cast) -> None:
    reach(cast, WITH_A_PLAN)
    tell(cast, K.MOVED_TO_NEW_LA, to=None, outside_england=True)


def test_values_are_kept_in_their_types(cast: Cast) -> None:
    before(cast, K.REVIEW_MEETING_HELD)
    held = details_of(cast, tell(cast, K.REVIEW_MEETING_HELD))
    assert held == {
        "recommended": "AMEND",
        "school_year": 9,
        "adulthood_considered": True,
        "held_by": "SETTING",
    }


def test_setting_chosen_from_the_list_is_kept_with_its_name(cast: Cast) -> None:
    before(cast, K.AMENDED_FINAL_SENT)
    chosen = str(cast.special_school)
    held = details_of(cast, tell(cast, K.AMENDED_FINAL_SENT, setting_name=None, organisation=chosen))
    assert held == {"organisation": chosen, "setting_name": "The Orchard School"}


def test_health_board_is_chosen_from_those_on_record(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        board = str(Organisation.objects.create(authority_id=HERE, kind="ICB", name="Northshire ICB").id)
    before(cast, K.COMMISSIONER_CHANGED)
    assert details_of(cast, tell(cast, K.COMMISSIONER_CHANGED, to=board))["to"] == board


def test_appeal_late_in_the_day_keeps_its_moment(cast: Cast) -> None:
    before(cast, K.APPEAL_RECEIVED)
    held = details_of(cast, tell(cast, K.APPEAL_RECEIVED, received_at="17.30"))
    assert (held["received_at"], held["sections"]) == ("2026-11-23T17:30", "BF")


def test_only_decision_in_dispute_is_the_one_that_is_meant(cast: Cast) -> None:
    before(cast, K.MEDIATION_REQUESTED)
    with scope.opened(cast.officer):
        refusal = str(CaseEvent.objects.get(kind="REFUSAL_TO_ASSESS_SENT").id)
    assert details_of(cast, tell(cast, K.MEDIATION_REQUESTED))["dispute"] == refusal


def test_of_two_decisions_in_dispute_one_must_be_chosen(cast: Cast) -> None:
    before(cast, K.REVIEW_DECISION_SENT)
    maintained = tell(cast, K.REVIEW_DECISION_SENT)
    with pytest.raises(Refused, match="more than one is in dispute"):
        tell(cast, K.MEDIATION_REQUESTED)
    held = details_of(cast, tell(cast, K.MEDIATION_REQUESTED, dispute=maintained))
    assert held["dispute"] == maintained


def test_certificate_that_comes_after_the_two_months_opens_another(cast: Cast) -> None:
    reach(cast, (K.REFUSAL_TO_ASSESS_SENT, K.MEDIATION_ADVISER_CONTACTED))
    issued = date(
        2027, 1, 28
    )  # the two months ended on Saturday 23 January, the time to appeal on the Monday
    news = Happening(K.MEDIATION_CERTIFICATE_ISSUED, issued, {"certificate_dated_on": issued})
    at = datetime(2027, 1, 29, 10, tzinfo=UTC)
    happenings.record(cast.case.case_id, news, by=cast.officer, at=at)
    assert due(cast, "F01") == date(2027, 3, 1)


def test_recommendation_is_answered_after_the_plan_was_amended_as_ordered(cast: Cast) -> None:
    reach(cast, WITH_A_PLAN)
    tell(cast, K.APPEAL_RECEIVED)
    tell(cast, K.ORDER_MADE, order="AMEND_CONTENTS", tell_by=None)
    made = tell(cast, K.RECOMMENDATION_MADE)
    tell(cast, K.AMENDED_FINAL_SENT)
    assert due(cast, "O10") == DAY + timedelta(weeks=5)
    held = details_of(cast, tell(cast, K.RECOMMENDATION_ANSWERED))
    assert held["recommendation"] == made
    with scope.opened(cast.officer):
        assert Due.objects.get(rule="O10").met_on == DAY
    about = details_of(cast, tell(cast, K.TRIBUNAL_DECISION_SENT))["dispute"]
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(id=about).kind == "FINAL_SENT"


def test_answer_to_a_recommendation_needs_one(cast: Cast) -> None:
    before(cast, K.RECOMMENDATION_ANSWERED)
    tell(cast, K.RECOMMENDATION_ANSWERED)
    with pytest.raises(Refused, match="Nothing is on record that this could be about"):
        tell(cast, K.RECOMMENDATION_ANSWERED)


def test_move_that_is_settled_is_not_meant_again(cast: Cast) -> None:
    before(cast, K.NO_AMENDMENT_FOR_TRANSFER)
    tell(cast, K.NO_AMENDMENT_FOR_TRANSFER)
    with pytest.raises(Refused, match="Nothing is on record that this could be about"):
        tell(cast, K.NO_AMENDMENT_FOR_TRANSFER)


def test_family_is_told_of_an_assessment_that_was_ordered(cast: Cast) -> None:
    before(cast, K.DECISION_TO_ASSESS_NOTIFIED)
    assert due(cast, "O11a") == date(2026, 12, 1)
    tell(cast, K.DECISION_TO_ASSESS_NOTIFIED)
    with scope.opened(cast.officer):
        assert Due.objects.get(rule="O11a").met_on == DAY


def test_agreement_that_the_authority_was_no_party_to_binds_through_the_board(cast: Cast) -> None:
    before(cast, K.MEDIATION_AGREED)
    tell(cast, K.MEDIATION_AGREED, la_party="NO")
    assert due(cast, "M09") == DAY + timedelta(weeks=1)


def test_decision_cannot_be_recorded_without_its_reasons(cast: Cast) -> None:
    with pytest.raises(Refused, match="a page of its own"):
        tell(cast, K.DECISION_TO_ASSESS_NOTIFIED)


def test_what_does_not_belong_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="“shoe_size” does not belong"):
        tell(cast, K.VIEWS_INVITED, shoe_size="7")


def test_day_in_the_future_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the future"):
        tell(cast, K.VIEWS_INVITED, DAY + timedelta(days=1))


def test_invited_views_are_on_the_record(cast: Cast) -> None:
    tell(cast, K.VIEWS_INVITED, date(2026, 11, 20))
    shown = chronology.chronology(cast.case.case_id, by=cast.officer, at=cast.at)
    assert [h.kind for h in shown.happenings][-1] is K.REQUEST_RECEIVED
    assert K.VIEWS_INVITED in [h.kind for h in shown.happenings]


def test_page_of_the_case_knows_every_region(cast: Cast) -> None:
    reach(cast, WITH_A_PLAN)
    for kind in (
        K.REVIEW_SCHEDULED,
        K.REASSESSMENT_REQUESTED,
        K.CEASE_CONSULTED,
        K.MOVE_NOTIFIED,
        K.DETAINED,
    ):
        tell(cast, kind)
    found = cases.overview(cast.case.case_id, by=cast.officer, at=cast.at)
    assert found.regions == (
        (Region.REVIEW, Stage.REVIEW_ARRANGED),
        (Region.REASSESS, Stage.RA_REQUESTED),
        (Region.TRANSFER, Stage.MOVE_NOTIFIED),
        (Region.CEASE, Stage.CEASE_CONSULTING),
        (Region.DETENTION, Stage.DETAINED),
        (Region.DISPUTE, Stage.APPEAL_WINDOW_OPEN),
    )


def test_page_of_a_child_who_died_has_nothing_due(cast: Cast) -> None:
    tell(cast, K.DIED)
    found = cases.overview(cast.case.case_id, by=cast.officer, at=cast.at)
    assert found.head.stage is Stage.CLOSED_DECEASED
    assert found.live == ()


@pytest.mark.parametrize(
    ("who", "refusal"), [("parent", NotAllowed), ("stranger", NotFound), ("officer_elsewhere", NotFound)]
)
def test_whoever_may_not_record_keeps_nothing(cast: Cast, who: str, refusal: type[Exception]) -> None:
    news = Happening(EventKind.VIEWS_INVITED, DAY, {})
    with pytest.raises(refusal):
        happenings.record(cast.case.case_id, news, by=cast.again(getattr(cast, who)), at=cast.at)
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind=EventKind.VIEWS_INVITED).exists()


@pytest.mark.parametrize(
    "kind", [entry.kind for entry in ENTRIES if entry.needs is DECIDES], ids=lambda kind: kind
)
def test_colleague_who_has_not_the_case_does_not_decide_in_it(cast: Cast, kind: EventKind) -> None:
    before(cast, kind)
    news = Happening(kind, DAY, GIVEN.get(kind, {}))
    with pytest.raises(NotAllowed):
        happenings.record(cast.case.case_id, news, by=cast.other_officer, at=cast.at)
    happenings.record(cast.case.case_id, news, by=cast.manager, at=cast.at)


def test_colleague_records_what_came_in(cast: Cast) -> None:
    assert BY_KIND[K.REVIEW_REPORT_RECEIVED].needs is Permission.RECORD_EVENT
    before(cast, K.REVIEW_REPORT_RECEIVED)
    news = Happening(K.REVIEW_REPORT_RECEIVED, DAY, {})
    happenings.record(cast.case.case_id, news, by=cast.other_officer, at=cast.at)


# corrections of such news


def correct(cast: Cast, event: str, on: date, **details: Any) -> str:
    right = Correction(on, WHY, details)
    return corrections.correct(
        cast.case.case_id, event, right, by=cast.officer, at=cast.at + timedelta(days=9)
    )


def test_dates_follow_a_corrected_day_of_a_meeting(cast: Cast) -> None:
    reach(cast, WITH_A_PLAN)
    held = tell(cast, K.REVIEW_MEETING_HELD)
    assert due(cast, "R06") == date(2026, 12, 21)
    correct(cast, held, date(2026, 11, 30))
    assert due(cast, "R06") == date(2026, 12, 28)


def test_dates_follow_a_corrected_day_that_was_arranged(cast: Cast) -> None:
    reach(cast, WITH_A_PLAN)
    arranged = tell(cast, K.REVIEW_SCHEDULED)
    assert due(cast, "R03") == date(2027, 1, 18)
    new = correct(cast, arranged, DAY, meeting_on="2027-02-22", school_year="")
    assert due(cast, "R03") == date(2027, 2, 8)
    assert details_of(cast, new) == {"meeting_on": "2027-02-22", "correction_reason": WHY}


def test_correction_is_held_to_what_the_kind_needs(cast: Cast) -> None:
    reach(cast, WITH_A_PLAN)
    arranged = tell(cast, K.REVIEW_SCHEDULED)
    with pytest.raises(Refused, match="Enter the day of the review meeting"):
        correct(cast, arranged, DAY, meeting_on="")
    with pytest.raises(Refused, match="Nothing is different"):
        correct(cast, arranged, DAY, meeting_on="2027-02-01", school_year=3)


def test_dispute_stays_with_its_decision_when_the_decision_is_corrected(cast: Cast) -> None:
    before(cast, K.MEDIATION_REQUESTED)
    with scope.opened(cast.officer):
        refusal = str(CaseEvent.objects.get(kind="REFUSAL_TO_ASSESS_SENT").id)
    tell(cast, K.MEDIATION_REQUESTED)
    new = correct(cast, refusal, date(2026, 11, 20))
    with scope.opened(cast.officer):
        moved = CaseEvent.objects.filter(kind="MEDIATION_REQUESTED").latest("position")
    assert moved.details["dispute"] == new
    assert due(cast, "M03") == DAY + timedelta(days=30)


def test_every_type_of_particular_is_used() -> None:
    assert {each.type for entry in ENTRIES for each in entry.particulars} == set(Type)
