"""Exceptions: what can take a limit away, and what never can."""

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.law.exceptions import NotAnException, check_exception
from core.law.chronicles import LAW, K, deadline, happened

PARTS = {
    "facts": "Away with family.",
    "impractical_because": "the child could not be seen",
    "evidence": "tickets",
}
ASKED = (K.REQUEST_RECEIVED, "2026-04-03")


def test_an_exception_takes_the_limit_away_and_never_moves_it() -> None:
    """An exception takes the fixed limit away and leaves "as soon as practicable". No new date takes its place, and
    the original date stays visible.
    """
    recorded = {"ground": "PERSONAL_CIRCUMSTANCES", "limits": ["A06"], **PARTS}
    found = deadline(happened(ASKED, (K.EXCEPTION_RECORDED, "2026-06-01", recorded)), "A06", "2026-12-01")
    assert (found.state, found.days_late) == (TimerState.DISAPPLIED, 0)
    assert (found.statutory_due.isoformat(), found.due_words) == ("2026-08-21", "as soon as practicable")


def test_an_absence_of_four_weeks_counts_only_inside_the_limit() -> None:
    """An absence is an exception if at least twenty-eight of its days, both ends included, fall in the time that
    was running. The same absence can be one for the twenty weeks and not for the six.
    """
    away = {"ground": "ABSENT_FROM_AREA", "absent_from": "2026-05-01", "absent_to": "2026-06-10", **PARTS}
    assert check_exception({**away, "limits": ["A06"]}, happened(ASKED), LAW)[0].applied
    with pytest.raises(NotAnException, match="takes 15 days"):
        check_exception({**away, "limits": ["A02"]}, happened(ASKED), LAW)


def test_a_closure_shorter_than_four_weeks_is_no_exception() -> None:
    """A school closure is an exception only if it lasts at least four weeks: never half-term, Christmas or
    Easter.
    """
    closed = {"advice_requested_on": "2026-07-24", "closed_from": "2026-07-25", "limits": ["A06"], **PARTS}
    long = {"ground": "SCHOOL_CLOSED", "reopens_on": "2026-08-22", **closed}
    assert check_exception(long, happened(ASKED), LAW)[0].applied
    with pytest.raises(NotAnException, match="is 27 days"):
        check_exception({**long, "reopens_on": "2026-08-21"}, happened(ASKED), LAW)


def test_advice_must_be_asked_of_the_head_around_the_closure() -> None:
    """The closure counts only if advice was asked for from one week before it began to one week before it ends."""
    closed = {"ground": "SCHOOL_CLOSED", "closed_from": "2026-07-22", "reopens_on": "2026-09-02", **PARTS}
    for asked_on, counts in (("07-14", False), ("07-15", True), ("08-26", True), ("08-27", False)):
        details = {**closed, "limits": ["A06"], "advice_requested_on": f"2026-{asked_on}"}
        if counts:
            assert check_exception(details, happened(ASKED), LAW)[0].applied
        else:
            with pytest.raises(NotAnException, match="It is an exception only from 15 July 2026"):
                check_exception(details, happened(ASKED), LAW)


@pytest.mark.parametrize(
    "ground", ["STAFF_SHORTAGE", "PSYCHOLOGIST_SHORTAGE", "LATE_SCHOOL_REPLY", "PANEL", ""]
)
def test_a_shortage_of_staff_cannot_be_recorded(ground: str) -> None:
    """A shortage of staff or of psychologists, a late reply and a panel date are not exceptions in law. They cannot
    be recorded as one.
    """
    with pytest.raises(NotAnException, match="A shortage of staff or of psychologists"):
        check_exception({"ground": ground, "limits": ["A06"], **PARTS}, happened(ASKED), LAW)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [("impractical_because", "Say why this makes the limit"), ("evidence", "Say what shows it")],
)
def test_the_reason_and_the_evidence_must_be_given(part: str, sentence: str) -> None:
    """A listed circumstance is half of the test. The other half is that it makes the limit impractical: a person
    gives the reason and the evidence.
    """
    details = {"ground": "PERSONAL_CIRCUMSTANCES", "limits": ["A06"], **PARTS, part: "  "}
    with pytest.raises(NotAnException, match=sentence):
        check_exception(details, happened(ASKED), LAW)


def test_a_missed_appointment_relieves_only_the_body_and_only_inside_its_six_weeks() -> None:
    """A missed appointment can relieve the body whose appointment it was, if it was within its six weeks. It never
    relieves the authority.
    """
    asked = happened(ASKED, (K.ADVICE_REQUESTED, "2026-06-01"))
    missed = {"ground": "MISSED_APPOINTMENT", "request": "e2", "limits": ["A04"], **PARTS}
    assert check_exception({**missed, "missed_on": "2026-07-13"}, asked, LAW)[0].rule == "A11"
    with pytest.raises(NotAnException, match="outside the six weeks"):
        check_exception({**missed, "missed_on": "2026-07-20"}, asked, LAW)
    with pytest.raises(NotAnException, match="cannot take away the limit A06"):
        check_exception({**missed, "missed_on": "2026-07-13", "limits": ["A06"]}, asked, LAW)
