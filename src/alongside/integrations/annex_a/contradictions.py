"""The two lists against each other, and against a SEN2 return: rules X and R."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

TEXTS: Final = ("upn", "uln", "id", "need")
DAYS: Final = ("born", "initial")
NO_NUMBER: Final = frozenset({"", *(f"UN{number}" for number in range(1, 11))})
"""What stands in the place of a number is nobody's: nothing, or the reason why there is none."""


@dataclass(slots=True)
class Keys:
    """Columns of a list by which its rows are known and compared; an absent column is as if empty.

    Days are numbers, texts in capitals.
    """

    columns: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in (*TEXTS, *DAYS)})
    number: int = 0

    def add(self, part: Mapping[str, list[Any]], number: int) -> None:
        """Take in the next rows."""
        for name, column in self.columns.items():
            given = part.get(name) or [0 if name in DAYS else ""] * number
            column.extend(map(str.upper, given) if name in TEXTS else given)
        self.number += number

    def rows(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Each row: its number from 1, then these columns."""
        return zip(range(1, self.number + 1), *(self.columns[name] for name in names), strict=True)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One row that contradicts another source. `said` is added to the rule's message."""

    list: int
    rule: str
    columns: tuple[str, ...]
    row: int
    value: str
    said: str


@dataclass(frozen=True, slots=True)
class InReturn:
    """What a SEN2 return says of a person. `in_force`: a plan is maintained on the census date."""

    born_on: date | None
    in_force: bool
    start_on: date | None
    need: str | None


def between_lists(first: Keys, second: Keys) -> Iterator[Contradiction]:
    """X01 and X02: who stands on both lists, known by UPN, else ULN, else Unique ID."""
    for name in ("upn", "uln", "id"):
        column = second.columns[name]
        both = set(first.columns[name]).intersection(column)
        both -= NO_NUMBER
        if both:
            yield from _on_both(name, both, first, second)


def _on_both(name: str, both: set[str], first: Keys, second: Keys) -> Iterator[Contradiction]:
    there = {number: (row, born) for row, number, born in first.rows(name, "born") if number in both}
    upns, ulns = (set(first.columns[each]) - NO_NUMBER for each in ("upn", "uln"))
    for row, number, born, upn, uln in second.rows(name, "born", "upn", "uln"):
        told = (name != "upn" and upn in upns) or (name == "id" and uln in ulns)
        if number not in both or told:
            continue
        other, other_born = there[number]
        differs = born > 0 and other_born > 0 and born != other_born
        if name == "id" and differs:
            continue  # the same own number may stand for two children in two lists
        rule, column = ("X02", "born") if differs else ("X01", name)
        yield Contradiction(2, rule, (column,), row, number, f"row {other} there")


def with_return(keys: Mapping[int, Keys], in_return: Mapping[str, InReturn]) -> Iterator[Contradiction]:
    """R01 to R06: each row against the person in the return that has its UPN or ULN."""
    met = set()
    for number, held in keys.items():
        for row, upn, uln, born, need, initial in held.rows("upn", "uln", "born", "need", "initial"):
            name, known = ("upn", upn) if upn in in_return else ("uln", uln)
            found = in_return.get(known)
            if found is not None:
                met.add(known)
                yield from _compared(_Row(number, row, name, known, born, need, initial), found)
            elif number == 1 and (upn or uln):
                yield Contradiction(1, "R01", ("upn",), row, upn or uln, "nobody in it has this number")
    left = [known for known, found in in_return.items() if found.in_force and known not in met]
    if 1 in keys and left:
        some = ", ".join(sorted(left)[:10])
        yield Contradiction(1, "R06", (), 0, "", f"{len(left):,} of them, for example {some}")


@dataclass(frozen=True, slots=True)
class _Row:
    list: int
    row: int
    name: str
    known: str
    born: int
    need: str
    initial: int


def _compared(one: _Row, found: InReturn) -> Iterator[Contradiction]:
    first = one.list == 1
    if first and not found.in_force:
        yield Contradiction(1, "R01", (one.name,), one.row, one.known, "the person is in it without one")
    if not first and found.in_force:
        yield Contradiction(2, "R02", (one.name,), one.row, one.known, "")
    if one.born > 0 and found.born_on is not None and found.born_on.toordinal() != one.born:
        shown = date.fromordinal(one.born).isoformat()
        yield Contradiction(one.list, "R03", ("born",), one.row, shown, f"{found.born_on:%d/%m/%Y}")
    if first and one.need and found.need is not None and one.need != found.need:
        yield Contradiction(1, "R04", ("need",), one.row, one.need, found.need)
    if first and found.in_force and found.start_on is not None and one.initial > found.start_on.toordinal():
        shown = date.fromordinal(one.initial).isoformat()
        yield Contradiction(1, "R05", ("initial",), one.row, shown, f"{found.start_on:%d/%m/%Y}")
