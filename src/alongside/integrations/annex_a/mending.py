"""What the rules of the lists find wrong in one case today. No file and no parser is involved."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from alongside.app.return_facts import ReturnCase, Wrong
from alongside.core.law.lawbook import Law
from alongside.integrations.annex_a import columns, lists, live, running

SOURCE: Final = "ANNEX_A"
SAID_BY_THE_RETURN: Final = frozenset(
    {"101a", "101c", "101d", "107", "201a", "201c", "201d", "207", "N10", "N11"}
)
"""What the rules of the return say of the same child already."""
PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("upn", "uln", "born", "gender", "ethnicity", "disability"), "child_details"),
        **dict.fromkeys(("need", "urn", "phase", "subsidiary", "home"), "case_record"),
    }
)


def wrong(case: ReturnCase, *, on: date, law: Law) -> Iterator[Wrong]:
    """Each finding on the row of this child, if it stands on a list."""
    found = live.row(case, on, law)
    if found is None:
        return
    number, row = found
    for rule, names, rows in running.broken(lists.of_row(number, row), on):
        if rule.id in SAID_BY_THE_RETURN and number == 1:
            continue
        for _, value, said in rows:
            message = f"{rule.message}: {said}" if said else rule.message
            item = columns.BY_NAME[names[0]].heading
            page = PAGES.get(names[0], "case_chronology")
            yield Wrong(SOURCE, rule.id, rule.severity, item, value, message, "", page)
