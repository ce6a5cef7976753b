"""Mediation and appeal."""

import pytest

from alongside.core.case.codes import TimerState
from core.law.chronicles import K, deadline, happened

ASKED = (K.REQUEST_RECEIVED, "2026-01-05")


def refused(sent: str, *more: object) -> object:
    """A request refused on a day."""
    return happened((K.REQUEST_RECEIVED, "2025-01-06"), (K.REFUSAL_TO_ASSESS_SENT, sent), *more)


def test_an_appeal_is_due_two_months_after_the_notice_was_sent() -> None:
    """The Tribunal must have the appeal within two months of the day on which the notice was sent: not sixty days,
    not thirty.
    """
    assert deadline(refused("2026-02-10"), "F01", "2026-02-10").statutory_due.isoformat() == "2026-04-10"


def test_a_certificate_gives_a_month_if_that_is_later() -> None:
    """A mediation certificate gives one month from its issue, if that is later than the two months."""
    late = refused("2026-03-10", (K.MEDIATION_CERTIFICATE_ISSUED, "2026-04-30"))
    early = refused("2026-01-05", (K.MEDIATION_CERTIFICATE_ISSUED, "2026-01-31"))
    assert deadline(late, "F01", "2026-05-01").statutory_due.isoformat() == "2026-06-01"
    assert deadline(early, "F01", "2026-02-01").statutory_due.isoformat() == "2026-03-05"


@pytest.mark.parametrize(
    ("sent", "due"),
    [("2026-10-24", "2026-12-24"), ("2026-10-25", "2027-01-04"), ("2026-06-15", "2026-09-01")],
)
def test_an_appeal_limit_leaves_christmas_and_august(sent: str, due: str) -> None:
    """An appeal limit that ends from 25 December to 1 January or in August moves to the first working day after."""
    assert deadline(refused(sent), "F01", sent).statutory_due.isoformat() == due


def test_the_limit_for_mediation_does_not_move() -> None:
    """Two months to contact a mediation adviser end on a bank holiday if that is the day."""
    final = happened((K.FINAL_SENT, "2027-01-29"))
    assert deadline(final, "M01", "2027-01-29").statutory_due.isoformat() == "2027-03-29"
    assert deadline(final, "F01", "2027-01-29").statutory_due.isoformat() == "2027-03-30"


def test_a_right_is_never_overdue() -> None:
    """When its time has run out, a right is over. The family is not late, since it owes nothing."""
    for rule in ("M01", "F01"):
        assert deadline(refused("2026-02-10"), rule, "2026-06-01").state is TimerState.CANCELLED


def test_the_strict_date_warns_of_the_date_on_the_letter() -> None:
    """Time runs from the day the notice was sent. Where the letter bears an earlier date, the strict date takes
    that.
    """
    asked = (K.REQUEST_RECEIVED, "2025-01-06")
    sent = (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10", {"letter_dated_on": "2026-02-06"})
    found = deadline(happened(asked, sent), "F01", "2026-02-10")
    assert (found.statutory_due.isoformat(), found.strict_due.isoformat()) == ("2026-04-10", "2026-04-07")
    assert deadline(happened(asked, sent), "M01", "2026-02-10").strict_due.isoformat() == "2026-04-06"
