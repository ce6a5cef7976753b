"""Moving to the next phase of education."""

import pytest

from alongside.core.case.codes import TimerState
from core.law.chronicles import K, day, deadline, deadlines, happened, law

PLAN = (K.PLAN_MADE, "2024-06-01")


def moves(transfer: str, **when: object) -> object:
    """A plan with a move foreseen."""
    return happened(PLAN, (K.PHASE_TRANSFER_FORESEEN, "2026-09-01", {"transfer": transfer, **when}))


@pytest.mark.parametrize(
    "transfer", ["EARLY_YEARS_TO_SCHOOL", "INFANT_TO_JUNIOR", "PRIMARY_TO_SECONDARY", "MIDDLE_TO_SECONDARY"]
)
def test_the_plan_is_amended_by_15_february_for_a_move_to_the_next_school(transfer: str) -> None:
    """For a move to the next school the plan is reviewed and amended by 15 February of the year of the move. On the
    strict reading of "before 15 February" the last day is the 14th.
    """
    found = deadline(moves(transfer, year=2027), "P01", "2026-09-01")
    assert (found.statutory_due, found.strict_due) == (day("2027-02-15"), day("2027-02-14"))
    literal = deadline(moves(transfer, year=2027), "P01", "2026-09-01", law("phase_before_mode=before_date"))
    assert literal.statutory_due == day("2027-02-14")


def test_the_plan_is_amended_by_31_march_for_a_move_to_a_post_16_setting() -> None:
    """For a move from school to a post-16 setting the day is 31 March of the year of the move."""
    found = deadline(moves("SECONDARY_TO_POST_16", year=2027), "P02", "2026-09-01")
    assert (found.statutory_due, found.strict_due) == (day("2027-03-31"), day("2027-03-30"))


@pytest.mark.parametrize(
    ("on", "due"), [("2027-07-31", "2027-02-28"), ("2028-07-31", "2028-02-29"), ("2027-01-04", "2026-08-04")]
)
def test_the_plan_is_amended_five_months_before_a_move_between_post_16_settings(on: str, due: str) -> None:
    """For a move from one post-16 setting to another the day is five months before the move. There is no 31 February:
    the last day of that month counts.
    """
    found = deadline(moves("POST_16_TO_POST_16", on=on), "P03", "2026-09-01")
    assert found.statutory_due == day(due)


def test_the_limit_holds_within_twelve_months_of_the_move() -> None:
    """The limit holds for a child who is within twelve months of the move. Foreseen earlier, it waits."""
    foreseen = happened(
        PLAN, (K.PHASE_TRANSFER_FORESEEN, "2025-03-01", {"transfer": "PRIMARY_TO_SECONDARY", "year": 2026})
    )
    assert deadline(foreseen, "P01", "2025-08-31").state is TimerState.PENDING
    assert deadline(foreseen, "P01", "2025-09-01").state is TimerState.RUNNING


def test_the_meeting_and_the_notice_are_planned_back_from_the_limit() -> None:
    """To be in time the meeting is held twelve weeks, and the notice sent eight weeks, before the limit."""
    moving = moves("PRIMARY_TO_SECONDARY", year=2027)
    assert deadline(moving, "P01p.meeting", "2026-09-01").statutory_due == day("2026-11-23")
    assert deadline(moving, "P01p.notice", "2026-09-01").statutory_due == day("2026-12-21")


def test_an_amended_plan_that_names_the_next_setting_meets_the_limit() -> None:
    """An amended plan meets the limit if it names the next setting or type. A recorded decision that no amendment is
    needed meets it too; an amended plan that does not say so does not.
    """
    foreseen = (K.PHASE_TRANSFER_FORESEEN, "2026-09-01", {"transfer": "PRIMARY_TO_SECONDARY", "year": 2027})
    named = happened(PLAN, foreseen, (K.AMENDED_FINAL_SENT, "2027-02-16", {"transfer": "e2"}))
    assert deadline(named, "P01", "2027-03-01").days_late == 1
    needless = happened(PLAN, foreseen, (K.NO_AMENDMENT_FOR_TRANSFER, "2027-02-15"))
    assert deadline(needless, "P01", "2027-03-01").state is TimerState.MET
    unnamed = happened(PLAN, foreseen, (K.AMENDED_FINAL_SENT, "2027-02-10"))
    assert deadline(unnamed, "P01", "2027-02-16").state is TimerState.OVERDUE


def test_the_earlier_of_review_and_transfer_binds() -> None:
    """The limits of a review and those of a move run beside each other, and whichever is earlier binds."""
    both = happened(
        PLAN,
        (K.PHASE_TRANSFER_FORESEEN, "2026-09-01", {"transfer": "PRIMARY_TO_SECONDARY", "year": 2027}),
        (K.REVIEW_MEETING_HELD, "2026-12-10"),
        (K.AMENDMENT_NOTICE_SENT, "2027-01-04"),
    )
    outer = deadline(both, "R11", "2027-01-04")
    assert outer.statutory_due == day("2027-03-04")
    assert "Rule P01 binds first." in [reason.rule for reason in outer.reasons]


def test_a_person_judges_whether_staying_is_a_move_between_phases() -> None:
    """A child who stays at an all-through school, or in the school's own sixth form, may or may not move between
    phases: a person decides, and no date is made up.
    """
    staying = moves("SAME_SETTING", year=2027)
    assert deadline(staying, "P04", "2026-09-01").statutory_due is None
    assert deadlines(staying, "P01", "2026-09-01") == []
    treated = deadline(staying, "P01", "2026-09-01", law("same_setting_mode=treat_as_transfer"))
    assert treated.statutory_due == day("2027-02-15")


def test_moves_on_1_september_2015_had_a_rule_of_their_own() -> None:
    """For moves to a post-16 setting on 1 September 2015 the day was 31 May 2015. That rule has expired."""
    foreseen = {"transfer": "SECONDARY_TO_POST_16", "on": "2015-09-01"}
    moved = happened((K.PLAN_MADE, "2014-10-01"), (K.PHASE_TRANSFER_FORESEEN, "2014-11-01", foreseen))
    assert deadline(moved, "P00", "2014-11-01").statutory_due == day("2015-05-31")
    assert deadlines(moved, "P02", "2014-11-01") == []
