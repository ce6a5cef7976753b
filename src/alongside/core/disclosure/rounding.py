"""Rounding and shares for publication."""

from alongside.core.refusal import Refused

ROUNDED_TO = 5
SHARE_OF_AT_LEAST = 10
"""A share of fewer people than this says more about them than about the service."""
SMALL = 5


def rounded(count: int, *, to: int = ROUNDED_TO) -> int:
    """A count rounded to the nearest multiple of `to`; one that lies half-way goes up.

    Raises `Refused` for a count below nought.
    """
    if count < 0:
        raise Refused(f"{count} cannot be a count of people: it is below nought.")
    return (2 * count + to) // (2 * to) * to


def share(part: int, whole: int) -> float | None:
    """`part` of `whole` as a fraction from 0 to 1; None where it would say too much, or nothing.

    It would say too much of fewer than ten people, or where one to four people are in the part or outside it.
    Raises `Refused` where the part is not one of the whole.
    """
    if not 0 <= part <= whole:
        raise Refused(f"{part} of {whole} is not a share: the part must lie between nought and the whole.")
    if whole < SHARE_OF_AT_LEAST or 0 < part < SMALL or 0 < whole - part < SMALL:
        return None
    return part / whole
