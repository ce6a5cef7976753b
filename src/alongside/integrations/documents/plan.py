"""The EHC plan as a document: sections A to K, draft or final (SEND Regulations 2014 reg 12; CFA 2014 ss.37,
38).

A draft has Section I blank (s.38(5)) and says DRAFT on every page. A final plan names a placement or its type
in Section I and carries the name, post and date of the officer who signed it (Code of Practice 9.125).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.case.codes import PlanSection
from alongside.integrations.documents.content import (
    Block,
    ChildName,
    Definitions,
    DocumentRefused,
    Heading,
    Lines,
    Notice,
    Paragraph,
    Table,
    words,
)
from alongside.integrations.documents.sheet import Sheet, check_headings
from alongside.integrations.documents.wording import date_in_words

S = PlanSection

# In the words of reg 12(1)(a) to (k).
SECTION_TITLES: Mapping[PlanSection, str] = MappingProxyType(
    {
        S.A: "The views, interests and aspirations of the child and their parents, or of the young person",
        S.B: "Special educational needs",
        S.C: "Health care needs which relate to special educational needs",
        S.D: "Social care needs which relate to special educational needs or to a disability",
        S.E: "The outcomes sought",
        S.F: "Special educational provision",
        S.G: "Health care provision reasonably required by the learning difficulties or disabilities",
        S.H1: "Social care provision under section 2 of the Chronically Sick and Disabled Persons Act 1970",
        S.H2: "Any other social care provision reasonably required",
        S.I: "The name or type of the school or other institution",
        S.J: "Personal budget and direct payments",
        S.K: "Advice and information gathered in the assessment",
    }
)


@unique
class PlanStatus(StrEnum):
    """Whether the plan is a draft or has effect."""

    DRAFT = "DRAFT"
    FINAL = "FINAL"
    FINAL_AMENDED = "FINAL_AMENDED"


_STATUS_WORDS = MappingProxyType(
    {
        PlanStatus.DRAFT: "Draft Education, Health and Care plan",
        PlanStatus.FINAL: "Education, Health and Care plan",
        PlanStatus.FINAL_AMENDED: "Amended Education, Health and Care plan",
    }
)


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section’s own blocks. Headings in it are at level 3 or 4."""

    section: PlanSection
    blocks: tuple[Block, ...]

    @property
    def is_blank(self) -> bool:
        """True where the section says nothing."""
        return not any(words(block).strip() for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Change:
    """One change from the version before."""

    section: PlanSection
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The officer responsible for signing, as text, and the day."""

    name: str
    role: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan as one reader gets it.

    `details` are the child’s details to print, each a label and a value. What this reader must not see, such
    as a withheld address, is simply not in them. `appendices` names the papers of Section K, which go with it.
    """

    authority: str
    team: str
    reference: str
    child: ChildName
    born_on: date
    details: tuple[tuple[str, str], ...]
    status: PlanStatus
    version: int
    dated_on: date
    sections: tuple[SectionText, ...]
    changes: tuple[Change, ...] = ()
    appendices: tuple[str, ...] = ()
    signature: Signature | None = None


def check_plan(plan: PlanDocument) -> None:
    """Refuse a plan that may not be printed as it stands. Raises DocumentRefused naming every fault."""
    given = [text.section for text in plan.sections]
    faults = [f"Section {section} is missing" for section in PlanSection if section not in given]
    faults += [f"Section {section} is there twice" for section in PlanSection if given.count(section) > 1]
    blank = {text.section for text in plan.sections if text.is_blank}
    if plan.status is PlanStatus.DRAFT:
        if S.I in given and S.I not in blank:
            faults.append("Section I is filled in, and a draft must leave it blank (section 38(5))")
    else:
        faults += [
            f"Section {section} is blank; write it, or say that nothing was identified"
            for section in PlanSection
            if section in blank
        ]
        signature = plan.signature
        if signature is None or not signature.name.strip() or not signature.role.strip():
            faults.append("it is not signed by a named officer (Code of Practice 9.125)")
    if faults:
        raise DocumentRefused(f"The plan {plan.reference} cannot be produced: {'; '.join(faults)}.")


def of_plan(plan: PlanDocument) -> Sheet:
    """The plan as it is printed, sections in the order of the Regulations.

    Raises DocumentRefused (`check_plan`).
    """
    check_plan(plan)
    is_draft = plan.status is PlanStatus.DRAFT
    title = f"{_STATUS_WORDS[plan.status]}: {plan.child.full}"
    by_section = {text.section: text for text in plan.sections}
    blocks: list[Block] = [Heading(title, 1)]
    if is_draft:
        blocks.append(Notice("DRAFT. This is not a final plan. It has no effect until a final plan is sent."))
    blocks += [Heading("Details"), Definitions(_details(plan)), *_changes(plan.changes)]
    for section in PlanSection:
        blocks += _section(by_section[section], is_draft)
    blocks += _appendices(plan.appendices)
    if plan.signature is not None and not is_draft:
        blocks += _signed(plan.signature, plan.authority)
    check_headings(blocks)
    return Sheet(
        title=title,
        reference=plan.reference,
        dated_on=plan.dated_on,
        authority=plan.authority,
        letterhead=tuple(line for line in (plan.authority, plan.team) if line.strip()),
        blocks=tuple(blocks),
        banner=f"DRAFT, version {plan.version}: not a final plan" if is_draft else f"Version {plan.version}",
    )


def _details(plan: PlanDocument) -> tuple[tuple[str, str], ...]:
    known_as = (("Known as", plan.child.known_as),) if plan.child.known_as.strip() else ()
    return (
        ("Name", plan.child.full),
        *known_as,
        ("Date of birth", date_in_words(plan.born_on)),
        *plan.details,
        ("Version", str(plan.version)),
        ("Date of this version", date_in_words(plan.dated_on)),
    )


def _changes(changes: tuple[Change, ...]) -> tuple[Block, ...]:
    if not changes:
        return ()
    rows = tuple((f"Section {change.section}", change.what, change.why) for change in changes)
    return (
        Heading("What has changed since the last version"),
        Table("Each change and the reason for it", ("Where", "What changed", "Why"), rows),
    )


def _section(text: SectionText, is_draft: bool) -> list[Block]:
    heading = Heading(f"Section {text.section}. {SECTION_TITLES[text.section]}")
    if not text.is_blank:
        return [heading, *text.blocks]
    if text.section is S.I and is_draft:
        said = "This section is blank in a draft. You can ask for a school or college to be named here."
    else:
        said = "Nothing has been written in this section yet."
    return [heading, Paragraph(said)]


def _appendices(papers: tuple[str, ...]) -> tuple[Block, ...]:
    """The papers of Section K by number: each is a file of its own that goes with the plan (reg 12(1)(k))."""
    if not papers:
        return ()
    numbered = tuple((f"Appendix {number}", paper) for number, paper in enumerate(papers, start=1))
    return (Heading("Appendices: the advice and information gathered"), Definitions(numbered))


def _signed(signature: Signature, authority: str) -> tuple[Block, ...]:
    return (
        Heading("Signed"),
        Paragraph(f"Signed for {authority} by the officer responsible for signing this plan."),
        Lines(
            (signature.name, signature.role, f"Date: {date_in_words(signature.signed_on)}"),
            strong_first=True,
        ),
    )
