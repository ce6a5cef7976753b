"""What is to be mended, in officers' words: each line with the page where it is mended, and as rows of a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from alongside.app.queries.mending import Line, Shared, ToMend
from alongside.core.access.permission import Permission
from alongside.integrations.annex_a import catalogue as annex_a
from alongside.integrations.sen2.checks import catalogue as sen2
from alongside.web import addresses, doors
from alongside.web.presenters import tables, wording
from alongside.web.presenters.tags import Tag
from alongside.web.request import Request

SOURCES: Mapping[str, str] = MappingProxyType(
    {"SEN2": "The SEN2 return", "ANNEX_A": "The lists of an inspection (Annex A)"}
)
SEVERITIES: Mapping[str, str] = MappingProxyType(
    {"error": "Must be mended", "query": "Check whether it is true"}
)
PLACES: Mapping[str, str] = MappingProxyType(
    {
        "child_details": "Change the child’s details",
        "case_record": "Record it",
        "case_chronology": "Correct the entry",
        "case": "Open the case",
    }
)
NEEDS: Mapping[str, Permission] = MappingProxyType(
    {
        "child_details": Permission.CORRECT_EVENT,
        "case_record": Permission.RECORD_EVENT,
        "case_chronology": Permission.SEE_CHRONOLOGY,
    }
)
HEADINGS = (
    "Reference", "Name", "Coordinator", "For", "Rule", "How grave", "Item", "Value", "What is wrong", "How to mend it",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line: whose case, what is wrong with which value, and the page that mends it."""

    case: str
    name: str
    small: str
    what: str
    mend: str
    value: str
    rule: str
    tag: Tag
    owner: str
    href: str
    act: str


@cache
def titles() -> Mapping[str, str]:
    """What each rule demands, by source and id."""
    found = {f"SEN2/{rule.id}": f"{rule.id}: {rule.title}" for rule in sen2.load().rules.values()}
    for rule in annex_a.rules().values():
        found.setdefault(f"ANNEX_A/{rule.id}", f"{rule.id}: {wording.capital(rule.message)}")
    return MappingProxyType(found)


def row(line: Line, request: Request) -> Row:
    """One line, with the way to mend it that this person may go."""
    page = line.page if line.page in NEEDS and doors.may_open(request.actor, NEEDS[line.page]) else "case"
    return Row(
        case=addresses.of_case("case", line.case_id),
        name=line.name,
        small=line.reference,
        what=f"{wording.capital(line.message)}.",
        mend=line.mend,
        value=f"{line.item}: {line.value}" if line.value else line.item,
        rule=f"{SOURCES[line.source]}, rule {line.rule}",
        tag=Tag(SEVERITIES[line.severity], "red" if line.severity == "error" else "yellow"),
        owner=line.owner_name or "nobody",
        href=addresses.of_case(page, line.case_id),
        act=PLACES[page],
    )


def summary(found: ToMend) -> tuple[tuple[str, str, int], ...]:
    """Each rule that is broken: its words, its source, how often; the most frequent first."""
    by_rule: dict[tuple[str, str], int] = {}
    for (source, rule, _), number in found.counts.items():
        by_rule[source, rule] = by_rule.get((source, rule), 0) + number
    ordered = sorted(by_rule.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        (titles()[f"{source}/{rule}"], f"{source}/{rule}", number) for (source, rule), number in ordered
    )


def shared(one: Shared) -> str:
    """A number that several children have, as a sentence."""
    return f"{one.kind} {one.number} stands on the cases {', '.join(one.references)}. Only one of them can be right."


def file(found: ToMend) -> bytes:
    """The list as a file for a spreadsheet, every cell inert."""
    return tables.csv_file(
        HEADINGS,
        (
            (
                line.reference, line.name, line.owner_name, SOURCES[line.source], line.rule, SEVERITIES[line.severity],
                line.item, line.value, line.message, line.mend,
            )
            for line in found.lines
        ),
    )  # fmt: skip
