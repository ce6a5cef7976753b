"""Authorities, their regions, and their statistical neighbours, closest first.

The neighbours restate the Department for Education's neighbour model as Data to Insight publishes it; they
have not been checked against the Department's own tool.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from alongside.integrations.published import source
from alongside.integrations.published.source import ENGLAND


class NoSuchArea(LookupError):
    """A code that the published tables do not know. The sentence says which."""


@dataclass(frozen=True, slots=True)
class Area:
    """A local authority, a region or England.

    `code` is the three-digit LA number, the region's code or ENGLAND. `neighbours` are LA numbers, closest
    first; empty for regions, for England, and for authorities that no longer exist.
    """

    code: str
    name: str
    region_code: str = ""
    neighbours: tuple[str, ...] = ()


@cache
def _areas() -> Mapping[str, Area]:
    found = {ENGLAND: Area(ENGLAND, "England")}
    # Buckinghamshire stands twice, under two codes of the Office for National Statistics: the same LA number,
    # name and neighbours, so that either line will do.
    for _, cells in source.lines(source.folder() / "la_codes.csv"):
        code, region = cells["la_code"], cells["region_code"]
        found[region] = Area(region, cells["region_name"])
        found[code] = Area(code, cells["la_name"], region, tuple(cells["statistical_neighbours"].split()))
    return MappingProxyType(found)


def area(code: str) -> Area:
    """The area with this code. Raises `NoSuchArea`."""
    try:
        return _areas()[code]
    except KeyError:
        raise NoSuchArea(
            f"“{code}” is not the number of a local authority in the published tables; "
            "it has three digits, for example 931 for Oxfordshire."
        ) from None


def authorities() -> tuple[Area, ...]:
    """Every local authority of the tables, by number, with those that no longer exist."""
    return tuple(sorted((a for a in _areas().values() if a.code.isdecimal()), key=lambda a: a.code))


def neighbours(la_code: str) -> tuple[Area, ...]:
    """The ten statistical neighbours of an authority, closest first; none of one that no longer exists."""
    return tuple(area(code) for code in area(la_code).neighbours)
