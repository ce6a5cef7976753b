"""The schools register as the checks need it: which establishments there are, of what type, with what provision.

Read from the public download of Get Information About Schools (“edubasealldata”), or any CSV with those headings.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from alongside.core.refusal import Refused
from alongside.integrations.sen2 import layout

# Types of establishment as of April 2025, by the number of Get Information About Schools.
UNUSUAL: Final[Mapping[str, str]] = MappingProxyType(
    {"29": "higher education institution", "40": "university technical college"}
)
RARE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "25": "offshore school",
        "26": "service children's education",
        "27": "miscellaneous",
        "37": "British school overseas",
        "49": "online provider",
        "56": "institution funded by another government department",
    }
)
_NO: Final = frozenset({"", "0", "none", "not applicable", "no", "notapplicable"})


@dataclass(frozen=True, slots=True)
class Establishment:
    """One line of the register. The two flags are None where the register does not say."""

    type: str
    has_unit: bool | None
    has_resourced: bool | None


@dataclass(frozen=True, slots=True)
class Register:
    """Establishments by URN, and the UKPRNs that any of them has."""

    by_urn: Mapping[str, Establishment]
    ukprns: frozenset[str]


def read(files: Iterable[Path]) -> tuple[Register | None, Mapping[str, int]]:
    """The register, and how many persons are expected at least at each URN, from CSV files.

    A file with the headings URN and Minimum gives what is expected; any other with the heading URN is a register. None
    and nothing where there is no such file. Raises Refused for what is neither.
    """
    by_urn: dict[str, Establishment] = {}
    ukprns: set[str] = set()
    expected: dict[str, int] = {}
    for path in files:
        rows = _rows(path)
        if not rows:
            raise Refused(f"{path.name}: there is no establishment in it. Give the register's CSV file.")
        if "minimum" in rows[0]:
            expected |= {row["urn"]: _whole(row, path) for row in rows}
        else:
            by_urn |= {row["urn"]: _establishment(row) for row in rows}
            ukprns |= {row["ukprn"] for row in rows if row.get("ukprn")}
    found = Register(MappingProxyType(by_urn), frozenset(ukprns)) if by_urn else None
    return found, MappingProxyType(expected)


def _establishment(row: Mapping[str, str]) -> Establishment:
    kind = row.get("typeofresourcedprovision", row.get("typeofresourcedprovisionname"))
    return Establishment(
        row.get("typeofestablishmentcode", ""),
        _has(row, ("senunitcapacity", "senunitonroll"), "senunit", kind),
        _has(row, ("resourcedprovisioncapacity", "resourcedprovisiononroll"), "resourcedprovision", kind),
    )


def _whole(row: Mapping[str, str], path: Path) -> int:
    if not row["minimum"].isdecimal():
        raise Refused(
            f"{path.name}: the minimum “{row['minimum']}” of URN {row['urn']} is not a whole number."
        )
    return int(row["minimum"])


def _has(row: Mapping[str, str], counts: tuple[str, ...], word: str, kind: str | None) -> bool | None:
    """Whether the register says that there is such provision: by a number, else by its type in words."""
    if any(row.get(column, "").lower() not in _NO for column in counts):
        return True
    if kind is None:
        return False if any(column in row for column in counts) else None
    return word in layout.squeeze(kind)


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(f"{path.name}: the file cannot be opened ({error.strerror}). Check its place and name.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    try:
        lines = list(csv.reader(text.splitlines()))
    except csv.Error as error:
        raise Refused(f"{path.name}: this is not a table of comma separated values ({error}).")
    names = [layout.squeeze(name) for name in lines[0]] if lines else []
    if "urn" not in names:
        raise Refused(f"{path.name}: there is no column “URN” in it. Give a CSV file with that heading.")
    return [
        dict(zip(names, (cell.strip() for cell in line), strict=False)) for line in lines[1:] if any(line)
    ]
