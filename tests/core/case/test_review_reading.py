"""How reviews, amendments and foreseen moves are read, where they stand, and what may follow."""

import pytest

from alongside.core.case import stages
from alongside.core.case.codes import Region, Stage
from alongside.core.case.details import DETAILS
from alongside.core.case.episodes import history
from alongside.core.case.history import Plan
from alongside.core.case.moves import mermaid, stage_words
from alongside.core.case.review_moves import REVIEW_MOVES, REVIEW_STAYS
from alongside.core.case.review_stages import review_regions, review_stages
from alongside.core.case.stages import MayNotFollow
from core.law.chronicles import LAW, K, day, happened

PLAN = (K.PLAN_MADE, "2026-02-20")
ARRANGED = (K.REVIEW_SCHEDULED, "2026-12-01", {"meeting_on": "2027-01-15"})
MET = (K.REVIEW_MEETING_HELD, "2027-01-15")
AMEND = (K.REVIEW_DECISION_SENT, "2027-02-01", {"outcome": "AMEND"})
NOTICE = (K.AMENDMENT_NOTICE_SENT, "2027-02-08")


def held(*steps: object) -> Plan:
    """The only plan of these events."""
    (plan,) = history(happened(*steps)).plans
    return plan


def text(on: str, *steps: object) -> str:
    return stages.state_of(happened(*steps), on=day(on), law=LAW).text


def test_a_review_walks_through_its_stages() -> None:
    steps = (PLAN, ARRANGED, MET, AMEND, NOTICE, (K.AMENDED_FINAL_SENT, "2027-03-08"))
    found = [review_stages(held(*steps[: n + 1])) for n in range(len(steps))]
    assert found == [
        (Stage.REVIEW_IDLE,),
        (Stage.REVIEW_ARRANGED,),
        (Stage.MEETING_HELD,),
        (Stage.AMEND_DECIDED_NO_NOTICE,),
        (Stage.AMEND_NOTICE_OUT,),
        (Stage.REVIEW_IDLE,),
    ]
    assert text("2026-03-01", *steps) == "PLAN_MAINTAINED"
    assert text("2027-01-20", *steps) == "PLAN_MAINTAINED;REVIEW=MEETING_HELD"
    assert text("2027-03-08", *steps) == "PLAN_MAINTAINED;DISPUTE=APPEAL_WINDOW_OPEN"


@pytest.mark.parametrize(
    ("last", "stage"),
    [
        ((K.REVIEW_DECISION_SENT, "2027-02-01", {"outcome": "MAINTAIN"}), Stage.REVIEW_IDLE),
        (NOTICE, Stage.AMEND_NOTICE_OUT),
    ],
)
def test_a_meeting_leads_to_rest_or_to_a_notice(last: tuple[object, ...], stage: Stage) -> None:
    assert review_stages(held(PLAN, MET, last)) == (stage,)


def test_a_decision_not_to_amend_leads_to_rest() -> None:
    not_to_amend = (K.DECISION_NOT_TO_AMEND_SENT, "2027-03-01")
    assert review_stages(held(PLAN, MET, NOTICE, not_to_amend)) == (Stage.REVIEW_IDLE,)
    assert review_stages(held(PLAN, MET, AMEND, not_to_amend)) == (Stage.REVIEW_IDLE,)


def test_a_new_review_may_begin_before_the_last_amendment_is_final() -> None:
    both = (PLAN, MET, NOTICE, (K.REVIEW_SCHEDULED, "2027-12-01", {"meeting_on": "2028-01-14"}))
    assert review_stages(held(*both)) == (Stage.AMEND_NOTICE_OUT, Stage.REVIEW_ARRANGED)


def test_there_is_no_review_without_a_plan() -> None:
    told = history(happened(PLAN, MET, (K.PLAN_CEASED, "2027-01-20")))
    assert review_regions(told) == ()
    assert review_regions(history(happened((K.REQUEST_RECEIVED, "2026-01-01")))) == ()
    assert review_regions(history(happened(PLAN, MET))) == ((Region.REVIEW, Stage.MEETING_HELD),)


@pytest.mark.parametrize("kind", [kind for _, kind, _ in REVIEW_MOVES])
def test_events_of_a_review_that_fit_nowhere_change_nothing(kind: K) -> None:
    told = history(happened((kind, "2026-09-01", {"meeting_on": "2026-10-01", "outcome": "AMEND"})))
    assert (told.stage, told.plans, told.disputes) == (Stage.NONE, (), ())


@pytest.mark.parametrize("kind", [K.REVIEW_ADVICE_CIRCULATED, K.REVIEW_REPORT_RECEIVED, K.PHASE_TRANSFER_FORESEEN,
                                  K.NO_AMENDMENT_FOR_TRANSFER])  # fmt: skip
def test_other_events_without_a_plan_change_nothing(kind: K) -> None:
    details = {"transfer": "INFANT_TO_JUNIOR", "year": 2027}
    assert history(happened((kind, "2026-09-01", details))).plans == ()


def test_a_meeting_on_no_known_day_starts_no_limit() -> None:
    assert held(PLAN, (K.REVIEW_MEETING_HELD, "2027-01-15", {"undated": True})).reviews == ()


def test_a_meeting_moved_to_the_same_day_keeps_its_notice() -> None:
    notice = (K.REVIEW_NOTICE_GIVEN, "2026-12-02")
    again = (K.REVIEW_RESCHEDULED, "2026-12-03", {"meeting_on": "2027-01-15"})
    (review,) = held(PLAN, ARRANGED, notice, (K.REVIEW_NOTICE_GIVEN, "2026-12-09"), again).reviews
    assert review.noticed_on == day("2026-12-02")
    unsaid = held(PLAN, ARRANGED, notice, (K.REVIEW_RESCHEDULED, "2026-12-03", {"reason": "illness"}))
    assert unsaid.reviews[0].meeting_on == day("2027-01-15")


def test_papers_sent_round_stay_sent_when_the_meeting_is_moved() -> None:
    papers = [(K.REVIEW_ADVICE_CIRCULATED, on) for on in ("2026-12-02", "2026-12-05")]
    moved = (K.REVIEW_RESCHEDULED, "2026-12-09", {"meeting_on": "2027-01-20"})
    (review,) = held(PLAN, ARRANGED, *papers, moved).reviews
    assert (review.circulated_on, review.meets_on) == (day("2026-12-02"), day("2027-01-20"))


def test_a_plan_that_came_with_a_move_may_be_reviewed() -> None:
    told = history(happened((K.TRANSFERRED_IN, "2026-09-01"), (K.REVIEW_MEETING_HELD, "2026-10-01")))
    assert [len(plan.reviews) for plan in told.plans] == [1]


def test_a_decision_without_a_meeting_ends_the_review_that_was_arranged() -> None:
    (review,) = held(PLAN, ARRANGED, (K.REVIEW_DECISION_SENT, "2026-12-20", {"outcome": "MAINTAIN"})).reviews
    assert (review.id, review.decided_on, review.held_on) == ("e2", day("2026-12-20"), None)


def test_a_correction_of_a_foreseen_move_is_still_the_one_that_is_named() -> None:
    foreseen = (K.PHASE_TRANSFER_FORESEEN, "2026-09-01", {"transfer": "INFANT_TO_JUNIOR", "year": 2027})
    named = (K.AMENDED_FINAL_SENT, "2027-01-20", {"transfer": "e2"})
    (transfer,) = held(PLAN, foreseen, named).transfers
    assert (transfer.settled_on, transfer.settled_by) == (day("2027-01-20"), K.AMENDED_FINAL_SENT)


def test_what_is_heard_on_amendments_belongs_to_them() -> None:
    told = history(
        happened(
            PLAN,
            MET,
            NOTICE,
            (K.REPRESENTATIONS_RECEIVED, "2027-02-10"),
            (K.SETTING_CONSULTED, "2027-02-11", {"setting_name": "Hill School"}),
        )
    )
    (amendment,) = told.plans[0].amendments
    assert amendment.represented_on == (day("2027-02-10"),)
    assert [each.setting_name for each in amendment.consultations] == ["Hill School"]
    assert told.episodes == ()


def test_what_is_heard_on_a_new_request_belongs_to_the_request() -> None:
    asked = (K.REQUEST_RECEIVED, "2027-02-09")
    told = history(happened(PLAN, MET, NOTICE, asked, (K.REPRESENTATIONS_RECEIVED, "2027-02-10")))
    assert told.plans[0].amendments[0].represented_on == ()
    assert told.episodes[0].represented_on == (day("2027-02-10"),)


def test_an_amended_plan_after_a_reassessment_starts_the_year_anew() -> None:
    agreed = (K.REASSESSMENT_AGREED_SENT, "2026-06-01")
    plan = held(PLAN, agreed, (K.AMENDED_FINAL_SENT, "2026-09-01"))
    assert [(each.by_reassessment, each.decided_on) for each in plan.reviews] == [(True, day("2026-09-01"))]
    out = (K.AMENDMENT_NOTICE_SENT, "2026-06-10")
    answered = held(PLAN, agreed, out, (K.AMENDED_FINAL_SENT, "2026-09-01"))
    assert answered.reviews == ()


def test_a_decision_may_not_follow_before_there_is_a_plan() -> None:
    state = stages.state_of(happened((K.REQUEST_RECEIVED, "2026-09-14")), on=day("2026-09-14"), law=LAW)
    for kind in (K.REVIEW_SCHEDULED, K.REVIEW_MEETING_HELD, K.AMENDED_FINAL_SENT, K.PHASE_TRANSFER_FORESEEN):
        with pytest.raises(MayNotFollow):
            stages.check_may_follow(state, kind)


def test_an_amended_plan_follows_a_notice_and_representations_too() -> None:
    idle = stages.state_of(happened(PLAN), on=day("2026-03-01"), law=LAW)
    assert not stages.can_follow(idle, K.AMENDED_FINAL_SENT)
    assert not stages.can_follow(idle, K.REPRESENTATIONS_RECEIVED)
    out = stages.state_of(happened(PLAN, NOTICE), on=day("2027-02-08"), law=LAW)
    for kind in (
        K.AMENDED_FINAL_SENT,
        K.DECISION_NOT_TO_AMEND_SENT,
        K.REPRESENTATIONS_RECEIVED,
        K.SETTING_CONSULTED,
    ):
        stages.check_may_follow(out, kind)


def test_every_stage_of_a_review_is_in_words_and_in_the_diagram() -> None:
    diagram = mermaid()
    assert "    state REVIEW {\n        REVIEW_IDLE --> REVIEW_ARRANGED: review scheduled\n" in diagram
    for stage in REVIEW_STAYS:
        assert stage_words(stage).endswith(".")
    kinds = {kind for _, kind, _ in REVIEW_MOVES} | {
        kind for kinds in REVIEW_STAYS.values() for kind in kinds
    }
    assert {kind for kind in kinds if kind.startswith(("REVIEW", "AMEND", "PHASE"))} <= set(DETAILS)
