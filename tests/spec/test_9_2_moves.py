"""Moves between authorities and between commissioners of health care."""

import pytest

from alongside.core.case.codes import Stage, TimerState
from alongside.core.case.episodes import history
from core.law.chronicles import K, day, deadline, deadlines, happened

PLAN = (K.PLAN_MADE, "2026-01-10")


@pytest.mark.parametrize(
    ("aware", "due"),
    [("2026-11-20", "2027-01-04"), ("2026-12-10", "2027-01-04"), ("2026-12-11", "2027-01-05")],
)
def test_the_plan_is_transferred_on_the_day_of_the_move(aware: str, due: str) -> None:
    """The old authority transfers the plan on the day of the move. If it learned of the move less than fifteen working
    days before, it has fifteen working days beginning with the day on which it learned of it.
    """
    told = happened(PLAN, (K.MOVE_NOTIFIED, aware, {"moves_on": "2027-01-04"}))
    assert deadline(told, "T01", aware).statutory_due == day(due)


def test_it_is_the_old_authority_that_must_know() -> None:
    """What the new authority knows starts nothing: the plan comes to it, and its own limits begin with that day."""
    came = happened((K.TRANSFERRED_IN, "2026-11-20", {"last_reviewed_on": "2026-10-01"}))
    assert deadlines(came, "T01", "2026-12-01") == []


def test_the_new_authority_tells_the_family_in_six_weeks() -> None:
    """Within six weeks of the transfer the new authority tells the family that it has the plan, whether it will assess
    and when it will review.
    """
    came = happened((K.TRANSFERRED_IN, "2026-11-20"), (K.TRANSFER_NOTICE_SENT, "2027-01-02"))
    found = deadline(came, "T02", "2027-01-02")
    assert (found.statutory_due, found.days_late) == (day("2027-01-01"), 1)


@pytest.mark.parametrize(("reviewed", "due"), [("2026-10-01", "2027-09-30"), ("2026-03-01", "2027-04-13")])
def test_the_plan_is_reviewed_by_the_later_of_two_days(reviewed: str, due: str) -> None:
    """The new authority reviews the plan by the end of the old authority's year, or of three months from the transfer,
    whichever is later.
    """
    came = happened((K.TRANSFERRED_IN, "2027-01-14", {"last_reviewed_on": reviewed}))
    assert deadline(came, "T03", "2027-01-14").statutory_due == day(due)


def test_a_limit_that_hangs_on_an_unknown_year_is_not_known() -> None:
    """Where nobody knows when the plan was made or last reviewed, the limit is not known. The end of the three months
    is then the strict day.
    """
    found = deadline(happened((K.TRANSFERRED_IN, "2027-01-14")), "T03", "2027-01-14")
    assert (found.statutory_due, found.strict_due) == (None, day("2027-04-13"))
    assert found.unknown == ("When the old authority made the plan or last reviewed it.",)


def test_a_school_that_is_out_of_reach_is_replaced_at_once() -> None:
    """If the child can no longer go to the school in the plan, the new authority finds another at once, until the plan
    is amended.
    """
    came = happened((K.TRANSFERRED_IN, "2027-01-14", {"impracticable": True}))
    assert deadline(came, "T05", "2027-01-14").due_words == "at once"


def test_a_new_commissioner_is_told_in_fifteen_working_days() -> None:
    """When another body becomes responsible for health care, the old one tells it within fifteen working days, the day
    of learning of it not counted; where the child moves, by the rule for the plan itself.
    """
    changed = happened(PLAN, (K.COMMISSIONER_CHANGED, "2026-12-18"))
    assert deadline(changed, "T04", "2026-12-18").statutory_due == day("2027-01-13")
    moved = happened(PLAN, (K.COMMISSIONER_CHANGED, "2026-12-18", {"moves_on": "2027-03-01"}))
    assert deadline(moved, "T04", "2026-12-18").statutory_due == day("2027-03-01")


def test_a_new_commissioner_that_cannot_provide_asks_the_authority() -> None:
    """A new commissioner that cannot secure the provision asks the authority, within fifteen working days, to assess or
    to review. The authority must do it.
    """
    told = (K.COMMISSIONER_NOTIFIED, "2026-12-21", {"cannot_secure": True})
    found = deadline(happened(PLAN, (K.COMMISSIONER_CHANGED, "2026-12-18"), told), "T04b", "2026-12-21")
    assert found.statutory_due == day("2027-01-14")


def test_a_move_during_an_assessment_ends_it_here() -> None:
    """An assessment that is not finished is not transferred. It ends here, and the new authority decides afresh."""
    moved = history(happened((K.REQUEST_RECEIVED, "2026-06-01"), (K.MOVED_TO_NEW_LA, "2026-08-03")))
    assert moved.episodes[0].stage is Stage.CLOSED_MOVED


def test_a_new_council_in_the_place_of_the_old_changes_no_date() -> None:
    """When another council takes the place of this one by law, every clock goes on as if nothing had happened."""
    asked = (K.REQUEST_RECEIVED, "2026-01-05")
    after = deadline(happened(asked, (K.AUTHORITY_SUCCEEDED, "2026-04-01")), "A06", "2026-04-01")
    assert (after.statutory_due, after.state) == (day("2026-05-25"), TimerState.RUNNING)
