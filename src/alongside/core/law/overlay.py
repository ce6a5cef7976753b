"""The overlay of 2020 (SI 2020/471): from 1 May to 25 September 2020 coronavirus too could take a limit away.

Like every exception it has two parts, and it moves no date. It is chosen by the day on which a limit falls, not by the
day that started it (rule V01). Limits that have no exception besides (reviews, transfers, mediation) are not covered.
"""

from datetime import date

from alongside.core.case.codes import ExceptionGround
from alongside.core.law.lawbook import Law
from alongside.core.law.words import day_words

SOURCE = RULE, CITATION = "V01", "SI 2020/471"
GROUND = ExceptionGround.CORONAVIRUS


def governs(period: tuple[date, date], law: Law) -> bool:
    """True if a limit whose first and last day these are falls while the overlay is law."""
    return law.book.governing(RULE, triggered_on=period[0], due_on=period[1]) is not None


def lacking(rule: str, period: tuple[date, date], law: Law) -> str:
    """Why coronavirus cannot take this limit away, or an empty string where it can."""
    if governs(period, law):
        return ""
    (only,) = law.book.versions(RULE)
    time = f"from {day_words(only.in_force_from)} to {day_words(only.in_force_until)}"
    return (
        f"Coronavirus could take away only a limit that fell {time} ({CITATION}). The limit {rule} falls on "
        f"{day_words(period[1])}."
    )
