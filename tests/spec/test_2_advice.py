"""Advice for the assessment."""

from alongside.core.case.codes import TimerState
from alongside.core.law.duty import Force
from core.law.chronicles import K, deadline, deadlines, happened

OPEN = ((K.REQUEST_RECEIVED, "2026-05-01"), (K.DECISION_TO_ASSESS_NOTIFIED, "2026-05-28"))


def test_a_body_gives_advice_within_six_weeks_of_receiving_the_request() -> None:
    """A body that is asked for advice has six weeks from the day on which it received the request, not from the
    day on which the authority sent it.
    """
    asked = happened(*OPEN, (K.ADVICE_REQUESTED, "2026-05-29", {"body_received_on": "2026-06-01"}))
    found = deadline(asked, "A04", "2026-06-01")
    assert found.statutory_due.isoformat() == "2026-07-13"
    assert found.unknown == ()


def test_without_a_day_of_receipt_the_day_of_asking_is_used_and_said() -> None:
    """Where the body's day of receipt is not recorded, the day on which it was asked is used, and the answer says
    that the day of receipt is not known.
    """
    found = deadline(happened(*OPEN, (K.ADVICE_REQUESTED, "2026-06-01")), "A04", "2026-06-01")
    assert found.statutory_due.isoformat() == "2026-07-13"
    assert "day on which the body received the request" in found.unknown[0]


def test_new_year_does_not_move_the_limit_for_advice() -> None:
    """Advice due on New Year's Day is due then; the working day by which to act is 31 December."""
    found = deadline(happened(*OPEN, (K.ADVICE_REQUESTED, "2026-11-20")), "A04", "2026-11-20")
    assert found.statutory_due.isoformat() == "2027-01-01"
    assert found.operational_target.isoformat() == "2026-12-31"


def test_advice_on_the_last_day_is_in_time_and_on_the_next_is_late() -> None:
    """Advice on the last day is in time; on the day after it is a day late."""
    asked = (*OPEN, (K.ADVICE_REQUESTED, "2026-06-01"), (K.ADVICE_REQUESTED, "2026-06-01"))
    came = (
        (K.ADVICE_RECEIVED, "2026-07-13", {"request": "e3"}),
        (K.ADVICE_RECEIVED, "2026-07-14", {"request": "e4"}),
    )
    states = [
        (each.state, each.days_late) for each in deadlines(happened(*asked, *came), "A04", "2026-08-01")
    ]
    assert states == [(TimerState.MET, 0), (TimerState.MET_LATE, 1)]


def test_the_family_has_no_limit_for_its_own_advice() -> None:
    """The family is asked for its views too, but no law sets it a limit."""
    asked = happened(*OPEN, (K.ADVICE_REQUESTED, "2026-06-01", {"advice_kind": "PARENT_OR_YOUNG_PERSON"}))
    assert deadlines(asked, "A04", "2026-06-01") == []


def test_the_authoritys_own_psychologists_have_the_same_six_weeks_as_guidance() -> None:
    """For the authority's own psychologists and social workers the six weeks are the Code's target."""
    asked = happened(*OPEN, (K.ADVICE_REQUESTED, "2026-06-01", {"advice_kind": "PSYCHOLOGICAL"}))
    found = deadline(asked, "A04", "2026-06-01")
    assert (found.statutory_due.isoformat(), found.force) == ("2026-07-13", Force.GUIDANCE)


def test_advice_is_asked_for_as_soon_as_practicable() -> None:
    """Once it has decided to assess, the authority asks for advice as soon as practicable. No number of days is
    fixed, so this is never late, but it stays on the list until it is done.
    """
    found = deadline(happened(*OPEN), "A13", "2026-07-30")
    assert (found.statutory_due, found.due_words, found.state) == (
        None,
        "as soon as practicable",
        TimerState.RUNNING,
    )
