"""A small plan that is in order, and ways to change it: what the tests of the plan checks share."""

from collections.abc import Iterable, Mapping, Sequence

from alongside.core.plan.checks import check, document, facts
from alongside.core.plan.checks.blocks import Block, Cell, Grid, Line, Written
from alongside.core.plan.checks.copy_index import Other
from alongside.core.plan.checks.document import PlanDocument
from alongside.core.plan.checks.facts import Advice, CaseFacts
from alongside.core.plan.checks.finding import Finding

TITLES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
    "H2": "Any other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
VIEWS = (
    "Jo talked with Mrs Hale, her teaching assistant, on 4 March 2026 and drew pictures. "
    '"I like art and I want to read."'
)
BASE: Mapping[str, Sequence[str]] = {
    "0": ("Name: Josephine Amadi-Brook",),
    "A": (VIEWS,),
    "B": ("B1. Jo reads at the level of a child of six.",),
    "C": ("No health needs identified.",),
    "D": ("No social care needs identified.",),
    "E": ("1. By July 2027 Jo will read 40 words a minute.",),
    "F": ("1. A teaching assistant reads with Jo for 15 minutes every day.",),
    "G": ("None.",),
    "H1": ("None.",),
    "H2": ("None.",),
    "I": ("Left blank in a draft.",),
    "J": ("None requested.",),
    "K": ("Ruth Amadi, parent, 3 March 2026",),
}
CASE = """
authority = "X Council"
as_of = 2026-06-01
status = "draft"
[child]
first_name = "Josephine"
last_name = "Amadi-Brook"
known_as = ["Jo"]
pronouns = ["she", "her", "hers"]
date_of_birth = 2015-04-10
year_group = "Year 6"
setting = "Elm Lane Primary"
other_people = ["Ruth Amadi (mother)", "Colin Brook (father)", "Pepper (dog)"]
[dates]
plan_dated = 2026-05-20
[agreements]
medicines_agreed = ["salbutamol"]
[[advisers]]
role = "parents"
name = "Ruth Amadi"
"""


def case(**changes: str) -> CaseFacts:
    """The case, with lines of its file changed: `status="final"` puts that value for the line of this name."""
    lines = []
    for line in CASE.splitlines():
        key = line.partition(" = ")[0]
        lines.append(f"{key} = {changes.pop(key)}" if key in changes else line)
    assert not changes, changes
    return facts.from_toml("\n".join(lines))


def plan(
    sections: Mapping[str, Iterable[str | Block]] | None = None,
    *,
    without: Sequence[str] = (),
    name: str = "plan_x",
    margins: Sequence[str] = (),
    comments: Sequence[str] = (),
) -> PlanDocument:
    """The plan that is in order with these sections put for its own."""
    changed = sections or {}
    blocks: list[Block] = []
    for section, own in BASE.items():
        if section in without:
            continue
        if section != "0":
            blocks.append(Line(f"Section {section}: {TITLES[section]}", level=1))
        for line in changed.get(section, own):
            blocks.append(Line(line) if isinstance(line, str) else line)
    return document.read(Written(name, tuple(blocks), tuple(margins), tuple(comments)))


def table(*rows: Sequence[str]) -> Grid:
    """A table of plain cells; a cell of "^" goes on from the one above."""
    return Grid(
        tuple(
            tuple(
                Cell((), goes_on=True)
                if text == "^"
                else Cell(tuple(Line(part) for part in text.split("\n")))
                for text in row
            )
            for row in rows
        )
    )


def advice(name: str, *lines: str) -> Advice:
    """Advice from lines: "# " begins a heading, "- " a bullet."""
    return Advice(
        name,
        tuple(
            (2, line[2:], False)
            if line.startswith("# ")
            else (0, line.removeprefix("- "), line.startswith("- "))
            for line in lines
        ),
    )


def found(
    sections: Mapping[str, Iterable[str | Block]] | None = None,
    *,
    facts_of: CaseFacts | None = None,
    given: Sequence[Advice] = (),
    against: PlanDocument | None = None,
    others: Sequence[Other] = (),
    **how: object,
) -> tuple[Finding, ...]:
    """What the checks find in the plan with these sections."""
    return check.check(plan(sections, **how), facts_of or case(), given, against, others)  # type: ignore[arg-type]


def kinds(findings: Iterable[Finding]) -> set[str]:
    """The kinds of findings."""
    return {finding.kind for finding in findings}


def of_kind(findings: Iterable[Finding], kind: str) -> list[Finding]:
    """The findings of one kind."""
    return [finding for finding in findings if finding.kind == kind]
