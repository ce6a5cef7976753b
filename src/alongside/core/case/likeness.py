"""Could two records be of the same child? Reasons in words, for a person to weigh; nothing is decided here."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

ALIKE = 0.8
"""How alike two names must be, 0 to 1 (Ratcliff and Obershelp's ratio), to be called similar."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two records can be compared by. Empty where it is not known; what is not known is never alike."""

    forename: str
    surname: str
    born_on: date | None
    known_as: str = ""
    upn: str = ""
    nhs_number: str = ""
    postcode: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """Why two records may be of one child. `hints` alone fit a brother or sister as well."""

    reasons: tuple[str, ...]
    hints: tuple[str, ...] = ()

    @property
    def strength(self) -> int:
        """For the order of a list: more reasons first, then more hints."""
        return 10 * len(self.reasons) + len(self.hints)


def compare(one: Likeness, other: Likeness) -> Alike | None:
    """The reasons and hints, or None where there are neither."""
    reasons = [*_numbers(one, other), *_name_and_birth(one, other)]
    hints = _home(one, other)
    return Alike(tuple(reasons), tuple(hints)) if reasons or hints else None


def _numbers(one: Likeness, other: Likeness) -> list[str]:
    found = []
    if _same(one.upn, other.upn):
        found.append("same unique pupil number (UPN)")
    if _same(one.nhs_number, other.nhs_number):
        found.append("same NHS number")
    return found


def _name_and_birth(one: Likeness, other: Likeness) -> list[str]:
    last, first = _similar(one.surname, other.surname), _first_names(one, other)
    if one.born_on is None or other.born_on is None:
        return ["same name, and a date of birth that is not known"] if last == first == "same" else []
    if one.born_on == other.born_on:
        if last and first:
            return [f"same date of birth, {first} first name and {last} last name"]
        if last:
            return [f"same date of birth and {last} last name"]
        return [f"same date of birth and {first} first name"] if first else []
    if last and first and _mistyped(one.born_on, other.born_on):
        return [f"{first} first name, {last} last name, and dates of birth that one slip would make the same"]
    return []


def _first_names(one: Likeness, other: Likeness) -> str:
    """`same`, `similar` or nothing, between any name and any other by which each is known."""
    found = {
        _similar(mine, theirs)
        for mine in (one.forename, one.known_as)
        for theirs in (other.forename, other.known_as)
    }
    return "same" if "same" in found else "similar" if "similar" in found else ""


def _similar(one: str, other: str) -> str:
    mine, theirs = _letters(one), _letters(other)
    if not mine or not theirs:
        return ""
    if mine == theirs:
        return "same"
    shared = _parts(one) & _parts(other)
    close = SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= ALIKE
    return "similar" if shared or close else ""


def _mistyped(one: date, other: date) -> bool:
    """True where day and month are the other way round, or a single digit differs."""
    turned = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    digits = zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True)
    return turned or sum(a != b for a, b in digits) == 1


def _home(one: Likeness, other: Likeness) -> list[str]:
    if _same(one.postcode, other.postcode):
        near = SequenceMatcher(None, _letters(one.address), _letters(other.address), autojunk=False).ratio()
        if one.address and other.address and near >= ALIKE:
            return ["same address: may be a brother or sister"]
        return ["same postcode: may be a brother or sister, or a neighbour"]
    return []


def _same(one: str, other: str) -> bool:
    mine = _letters(one)
    return bool(mine) and mine == _letters(other)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _parts(name: str) -> set[str]:
    """The parts of a double-barrelled name that are long enough to mean something."""
    words = "".join(c if c.isalnum() else " " for c in name.casefold()).split()
    return {word for word in words if len(word) > 2}
