"""What the rules of the return find wrong in one case today, as its next return would have it."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from alongside.app.return_facts import ReturnCase, Wrong
from alongside.core.law.lawbook import Law
from alongside.integrations.sen2 import validate
from alongside.integrations.sen2.checks.circumstances import Circumstances
from alongside.integrations.sen2.writing import census, person

SOURCE: Final = "SEN2"
TO_EXPLAIN: Final = frozenset({"D12.overdue", "D21.late", "D36.decision", "D36.draft", "D37.old", "D38.late"})
"""Checks that tell of a delay: true as they are, shown on the lists of work, and nothing to mend."""
POSTCODE: Final = "D03.postcode"
PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "1 Person": "child_details",
        "2 Requests": "case_chronology",
        "3 Assessment": "case_chronology",
        "4a Named plan": "case_chronology",
        "4b Plan detail": "case_chronology",
        "5a Active plans": "case_record",
        "5b Placement detail": "case_record",
        "5c SEN need": "case_record",
    }
)
"""The door behind which each module is mended."""


@lru_cache(maxsize=8)
def _seen(year: int, authority: str, on: date) -> Circumstances:
    return Circumstances(year, authority, on)


def wrong(case: ReturnCase, *, on: date, law: Law) -> Iterator[Wrong]:
    """Each finding on this child, as at today, that somebody can mend in the record."""
    year = census.next_year(on)
    one = person.person(case, census.Census(year, on, law))
    if one is None:
        return
    for found in validate.findings_of_one(one, _seen(year, case.authority, on)):
        if f"{found.rule}.{found.key}" in TO_EXPLAIN:
            continue
        page = PAGES.get(found.module, "case_chronology")
        value, message = found.value, found.message
        if (
            f"{found.rule}.{found.key}" == POSTCODE
        ):  # it may be withheld for somebody's safety: not shown here
            value, message = "", "the postcode does not have the form of a postcode"
        yield Wrong(SOURCE, found.rule, found.severity, found.item, value, message, found.mend, page)
