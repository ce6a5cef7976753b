"""Bank holidays of England and Wales from the copy of GOV.UK's table that `govuk-bank-holidays` carries."""

from datetime import date
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

from alongside.core.calendar import Calendar


@cache
def england_and_wales() -> Calendar:
    """The bundled table, whole calendar years, without any call to the network.

    GOV.UK publishes whole years, so the table is complete from 1 January of its first year to 31 December of
    its last. Raises ValueError if the bundled table is empty.
    """
    table = BankHolidays(use_cached_holidays=True)  # type: ignore[no-untyped-call]
    entries = table.get_holidays(division=BankHolidays.ENGLAND_AND_WALES)  # type: ignore[no-untyped-call]
    holidays = frozenset(entry["date"] for entry in entries)
    if not holidays:
        raise ValueError("The bundled table of bank holidays is empty. Install govuk-bank-holidays again.")
    return Calendar(
        bank_holidays=holidays,
        known_from=date(min(holidays).year, 1, 1),
        known_until=date(max(holidays).year, 12, 31),
    )
