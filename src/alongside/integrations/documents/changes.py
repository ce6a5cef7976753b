"""The proposed changes to a plan as a paper: each section that would change, with what comes and what goes marked.

SEND Regulations 2014 reg 22(2)(a): the notice gives the details of the proposed amendments. A change is said in
words and marked; it is never shown by colour alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.core.case.codes import PlanSection
from alongside.core.plan.difference import Piece
from alongside.integrations.documents.content import (
    Block,
    Bullets,
    ChildName,
    Definitions,
    DocumentRefused,
    Heading,
    Marked,
    Notice,
    Paragraph,
)
from alongside.integrations.documents.plan import SECTION_TITLES
from alongside.integrations.documents.sheet import Sheet, check_headings
from alongside.integrations.documents.wording import date_in_words


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """One section that would change: how its text differs from the plan as it stands."""

    section: PlanSection
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ProposedChanges:
    """`plan_of` is the day of the plan as it stands; `because` says why the changes are proposed."""

    authority: str
    team: str
    reference: str
    child: ChildName
    plan_of: date
    version: int
    dated_on: date
    because: str
    evidence: tuple[str, ...]
    changed: tuple[ChangedSection, ...]


def of_changes(paper: ProposedChanges) -> Sheet:
    """The paper. Raises DocumentRefused where nothing would change."""
    if not paper.changed:
        raise DocumentRefused(
            f"The proposed changes to the plan {paper.reference} cannot be produced: no section would change."
        )
    title = f"Proposed changes to the Education, Health and Care plan: {paper.child.full}"
    touched = {each.section for each in paper.changed}
    unchanged = [
        section for section in PlanSection if section not in touched and section is not PlanSection.I
    ]
    blocks = _opening(paper, title)
    for each in paper.changed:
        blocks += [Heading(f"Section {each.section}. {SECTION_TITLES[each.section]}"), Marked(each.pieces)]
    blocks += _rest(unchanged, paper.evidence)
    check_headings(blocks)
    return Sheet(
        title=title,
        reference=paper.reference,
        dated_on=paper.dated_on,
        authority=paper.authority,
        letterhead=tuple(line for line in (paper.authority, paper.team) if line.strip()),
        blocks=tuple(blocks),
        banner=f"PROPOSED CHANGES, version {paper.version}",
    )


def _opening(paper: ProposedChanges, title: str) -> list[Block]:
    return [
        Heading(title, 1),
        Notice("PROPOSAL. The plan as it stands stays in force until an amended final plan is sent."),
        Definitions(
            (
                ("The plan as it stands", date_in_words(paper.plan_of)),
                ("Proposal", f"version {paper.version}, {date_in_words(paper.dated_on)}"),
                ("Why", paper.because),
            )
        ),
        Heading("How to read it"),
        Bullets(
            (
                "Words that we want to add are underlined and stand like this: [added: new words].",
                "Words that we want to take out are struck through and stand like this: [taken out: old words].",
                "Words without a mark stay as they are.",
            )
        ),
    ]


def _rest(unchanged: Sequence[PlanSection], evidence: tuple[str, ...]) -> list[Block]:
    found: list[Block] = [
        Heading("What stays as it is"),
        Paragraph(
            f"No words change in these sections: {', '.join(unchanged) or 'none'}. Section I is left open: you can "
            "ask for a school or college, and the amended final plan names one."
        ),
    ]
    if evidence:
        found += [Heading("The papers that the changes rest on"), Bullets(evidence)]
    return found
