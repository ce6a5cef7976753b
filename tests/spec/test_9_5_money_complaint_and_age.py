"""Direct payments, complaint, and who the young person is."""

import pytest

from alongside.core.law import redress, status
from core.law.chronicles import LAW, K, day, deadline, happened


def test_direct_payments_are_reviewed_in_the_first_three_months() -> None:
    """Direct payments are reviewed within three months beginning with the day on which they start, and from then on
    with the plan.
    """
    paid = happened((K.PLAN_MADE, "2025-06-01"), (K.DIRECT_PAYMENTS_STARTED, "2026-09-07"))
    assert deadline(paid, "B01", "2026-09-07").statutory_due == day("2026-12-06")


def test_the_ombudsman_is_asked_within_a_year() -> None:
    """A complaint goes to the Ombudsman within twelve months of knowing what it is about. The Ombudsman may take a
    later one.
    """
    limit = redress.complain_to_ombudsman_by(day("2026-03-03"), LAW)
    assert limit is not None
    assert limit.statutory == day("2027-03-02")


def test_a_court_is_asked_promptly() -> None:
    """A court is asked promptly. Three months are only the outer limit, and waiting for them can be too late."""
    limit = redress.ask_for_judicial_review_by(day("2026-11-30"), LAW)
    assert limit is not None
    assert (limit.statutory, limit.parameter.due_words) == (day("2027-02-28"), "promptly")


@pytest.mark.parametrize(
    ("born", "last"),
    [("2010-08-31", "2026-06-26"), ("2010-09-01", "2027-06-25"), ("2010-10-14", "2027-06-25")],
)
def test_rights_pass_to_the_young_person_after_compulsory_school_age(born: str, last: str) -> None:
    """The rights of the Act are the young person's own after the last Friday in June of the school year in which they
    turn sixteen, and end on the 25th birthday.
    """
    assert status.rights_pass_after(day(born), LAW) == day(last)
    assert not status.is_young_person(day(born), day(last), LAW)
    assert status.is_young_person(day(born), day("2030-01-01"), LAW)
    assert not status.is_young_person(day(born), day("2036-01-01"), LAW)
