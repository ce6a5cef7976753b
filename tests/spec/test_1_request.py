"""From the request to the decision whether to assess."""

from alongside.core.case.codes import TimerState
from core.law.chronicles import K, deadline, deadlines, happened


def test_decision_is_due_six_weeks_after_receipt() -> None:
    """The authority tells the family whether it will assess within six weeks of receiving the request. The day of
    receipt is not counted: a request of Monday 7 September 2026 is decided by Monday 19 October 2026.
    """
    asked = happened((K.REQUEST_RECEIVED, "2026-09-07"))
    assert deadline(asked, "A02", "2026-09-07").statutory_due.isoformat() == "2026-10-19"


def test_decision_on_the_last_day_is_in_time() -> None:
    """A decision on the last day is in time, to the end of that day."""
    decided = happened((K.REQUEST_RECEIVED, "2026-09-07"), (K.DECISION_TO_ASSESS_NOTIFIED, "2026-10-19"))
    assert deadline(decided, "A02", "2026-12-01").state is TimerState.MET


def test_decision_a_day_later_is_a_day_late() -> None:
    """A decision on the day after is a day late, and stays recorded as late."""
    decided = happened((K.REQUEST_RECEIVED, "2026-09-07"), (K.REFUSAL_TO_ASSESS_SENT, "2026-10-20"))
    found = deadline(decided, "A02", "2026-12-01")
    assert (found.state, found.days_late) == (TimerState.MET_LATE, 1)


def test_a_limit_on_christmas_day_does_not_move() -> None:
    """The Regulations do not move a limit that ends on a weekend or a bank holiday. A limit that ends on Christmas
    Day 2026 ends then; the working day by which to act is 24 December.
    """
    found = deadline(happened((K.REQUEST_RECEIVED, "2026-11-13")), "A02", "2026-11-13")
    assert found.statutory_due.isoformat() == "2026-12-25"
    assert found.operational_target.isoformat() == "2026-12-24"


def test_the_strict_date_takes_the_day_of_receipt_as_day_one() -> None:
    """Some count the day of receipt as day one. The strict date follows them, a day earlier, so that nobody is
    surprised.
    """
    found = deadline(happened((K.REQUEST_RECEIVED, "2026-09-07")), "A02", "2026-09-07")
    assert found.strict_due.isoformat() == "2026-10-18"


def test_a_child_brought_to_attention_starts_the_same_clock() -> None:
    """Anybody may bring a child to the authority's attention. The same six weeks run from the day on which the
    authority became responsible (section 24).
    """
    found = deadline(happened((K.ATTENTION_S24, "2026-09-07")), "A02", "2026-09-07")
    assert found.statutory_due.isoformat() == "2026-10-19"
    assert "section 24" in found.reasons[0].fact


def test_a_second_request_while_one_is_open_joins_it() -> None:
    """A second request while one is open joins the first and does not start the six weeks again."""
    asked = happened((K.REQUEST_RECEIVED, "2026-09-07"), (K.REQUEST_RECEIVED, "2026-09-21"))
    assert deadline(asked, "A02", "2026-09-21").statutory_due.isoformat() == "2026-10-19"


def test_a_new_request_after_a_withdrawal_has_its_own_clock() -> None:
    """A withdrawal ends every limit of the request. A new request begins anew."""
    asked = happened(
        (K.REQUEST_RECEIVED, "2026-03-02"),
        (K.REQUEST_WITHDRAWN, "2026-03-10"),
        (K.REQUEST_RECEIVED, "2026-04-01"),
    )
    first, second = deadlines(asked, "A02", "2026-04-01")
    assert first.state is TimerState.CANCELLED
    assert second.statutory_due.isoformat() == "2026-05-13"
