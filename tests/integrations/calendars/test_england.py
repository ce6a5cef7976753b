"""The calendar that the product is given, against the bank holidays written out by hand."""

from alongside.integrations.calendars.england import england_and_wales
from core.bank_holidays import england


def test_library_and_table_agree_on_every_bank_holiday() -> None:
    assert england_and_wales() == england()
