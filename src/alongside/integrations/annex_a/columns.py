"""The columns of the two lists, and every heading by which each is known. Light: the child that reads imports it.

Headings: those that the public validator of Data to Insight needs (MIT licence; facts only). Code letters: Data to
Insight's restatement of Ofsted's guidance (November 2024), written for List 1; that List 2 has the same is inferred.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

ALIKE: Final = 0.88
"""A heading this much like a known one (0 to 1) is taken for it, and said so."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `kind`: text, date, code, number. `lists`: in which of the lists it stands."""

    name: str
    heading: str
    kind: str
    lists: tuple[int, ...]
    other_names: tuple[str, ...] = ()
    codes: Mapping[str, str] | None = None


def _lettered(text: str) -> Mapping[str, str]:
    """Codes in the order of their letters, each accepted as letter, word, or both."""
    accepted: dict[str, str] = {}
    for letter, words in zip("abcdefghijklmnopqrstuvwxyz", text.split(";"), strict=False):
        first, *others = (word.strip() for word in words.split("|"))
        accepted |= {plain(form): first for form in (letter, f"{letter} {first}", first, *others)}
    return MappingProxyType(accepted)


def plain(text: str) -> str:
    """Text without case, spaces and punctuation: for headings and codes."""
    return _NOT_PLAIN.sub("", text.casefold())


_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]")
BOTH: Final = (1, 2)
_YES_NO: Final = _lettered("Yes|y|true|1; No|n|false|0")
_PHASES: Final = _lettered(
    "Nursery; Primary; Middle (deemed primary)|middle deemed primary;"
    "Middle (deemed secondary)|middle deemed secondary; Secondary; All-through|all through; Special;"
    "PRU/AP|pru|ap|alternative provision|pupil referral unit; FE college|fe|college|further education"
)
_ETHNICITIES: Final = _lettered(
    "WBRI; WIRI; WIRT; WOTH; WROM; MWBC; MWBA; MWAS; MOTH; AIND; APKN; ABAN; AOTH; BCRB; BAFR; BOTH; CHNE; OOTH; REFU;"
    "NOBT; UNKNOWN"
)
# DS, Down syndrome, entered SEN2 after these letters were made: the code itself is accepted without a letter.
_NEEDS: Final = MappingProxyType(
    {**_lettered("SPLD; MLD; SLD; PMLD; SEMH; SLCN; HI; VI; MSI; PD; ASD; OTH"), "ds": "DS"}
)
_GENDERS: Final = _lettered(
    "Male|m; Female|f; Not known|unknown|u|not stated recorded|not stated; Not specified|neither|indeterminate"
)
COLUMNS: Final = (
    Column("id", "Unique ID", "text", BOTH, ("uid", "child unique id", "unique identifier")),
    Column("upn", "UPN", "text", BOTH, ("unique pupil number",)),
    Column("uln", "ULN", "text", BOTH, ("unique learner number",)),
    Column("born", "Date of birth", "date", BOTH, ("dob", "birth date")),
    Column("gender", "Gender", "code", BOTH, ("sex",), _GENDERS),
    Column("ethnicity", "Ethnicity", "code", BOTH, ("ethnic group",), _ETHNICITIES),
    Column("initial", "Date initial EHC plan issued", "date", (1,)),
    Column("updated", "Date updated EHC plan issued", "date", (1,)),
    Column("reviewed", "Date EHC plan last reviewed", "date", (1,)),
    Column("need", "SEN primary need", "code", BOTH, ("primary need",), _NEEDS),
    Column("urn", "Main education establishment – URN", "text", BOTH, ("urn",)),
    Column("phase", "Main education establishment – phase", "code", BOTH, (), _PHASES),
    Column(
        "subsidiary", "Subsidiary education establishment – phase (dual registration)", "code", BOTH,
        ("subsidiary education establishment phase",), _PHASES,
    ),
    Column("home", "Elective home education", "code", (1,), ("ehe",), _YES_NO),
    Column("suspensions", "Suspensions", "number", BOTH),
    Column("exclusions", "Permanent exclusions", "number", BOTH),
    Column("absence", "Absence", "number", BOTH),
    Column("premium", "Pupil Premium", "code", BOTH, (), _YES_NO),
    Column("care", "Known to children's social care?", "code", BOTH, ("known to social care",), _YES_NO),
    Column("team", "Which children's social care team?", "text", BOTH, ("social care team",)),
    Column(
        "disability", "Does the child or young person have a disability?", "code", BOTH, ("disability",), _YES_NO
    ),
)  # fmt: skip
BY_NAME: Final[Mapping[str, Column]] = MappingProxyType({column.name: column for column in COLUMNS})


@dataclass(frozen=True, slots=True)
class Headings:
    """Where each column of a list stands in a row. `twice` and `guessed` are told to the reader of the list."""

    places: Mapping[str, int]
    twice: tuple[str, ...]
    guessed: tuple[tuple[str, str], ...]

    def missing(self, number: int) -> list[Column]:
        """Columns of the list that are not there."""
        return [column for column in COLUMNS if number in column.lists and column.name not in self.places]


def headings(cells: Sequence[str]) -> Headings:
    """Recognise headings in any case, order and spacing, with any dash, and with extra columns between."""
    known = {plain(form): column.name for column in COLUMNS for form in (column.heading, *column.other_names)}
    places: dict[str, int] = {}
    twice, rest = [], []
    for at, cell in enumerate(cells):
        name = known.get(plain(cell))
        if name is None:
            rest.append((at, cell))
        elif name in places:
            twice.append(cell.strip())
        else:
            places[name] = at
    guessed = []
    for at, cell in rest:
        left = {form: name for form, name in known.items() if name not in places and len(form) > 6}
        close = difflib.get_close_matches(plain(cell), left, n=1, cutoff=ALIKE)
        if close:
            places[left[close[0]]] = at
            guessed.append((cell.strip(), BY_NAME[left[close[0]]].heading))
    return Headings(places, tuple(twice), tuple(guessed))
