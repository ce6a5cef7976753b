"""What the checks say of a plan, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from alongside.app.queries.plan_checks import Answered, FindingLine, Findings
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.standing import Kind
from alongside.web.presenters import wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.plans import title_of
from alongside.web.presenters.tags import Tag

TAGS = {
    Severity.BLOCKER: Tag("Stops the plan", "red"),
    Severity.WARNING: Tag("Needs a reason", "yellow"),
    Severity.INFORMATION: Tag("To know", "blue"),
}
ANSWERED = {
    Kind.PASSED: Tag("Reason given", "green"),
    Kind.SET_ASIDE: Tag("Set aside by a manager", "purple"),
    Kind.TAKEN_BACK: Tag("Reason taken back", "grey"),
}
STOPS_DRAFT = Tag("Stops the draft too", "red")
FRONT = "0"


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding as it is drawn. `id` is its anchor on the page."""

    id: str
    title: str
    tags: tuple[Tag, ...]
    words: str
    stands_in: str
    why: str
    ask: str
    source: str
    answer: str
    reason: str
    write: Link | None
    steps: tuple[Link, ...]
    take_back: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one section, the gravest first."""

    id: str
    title: str
    cards: tuple[FindingCard, ...]


def groups(shown: Findings) -> tuple[Group, ...]:
    """The findings by section: first the sections in which something stops the plan."""
    case_id = shown.head.case_id
    found: dict[str, list[FindingLine]] = {}
    for line in shown.lines:
        found.setdefault(line.section, []).append(line)
    return tuple(
        Group(f"section-{section}", _title(section), cards(lines, case_id, shown.head.may))
        for section, lines in found.items()
    )


def cards(
    lines: Iterable[FindingLine], case_id: UUID, may: frozenset[Permission], *, here: bool = False
) -> tuple[FindingCard, ...]:
    """Findings as cards. `here` leaves out the way to the section: the reader is in it."""
    return tuple(_card(line, case_id, may, here=here) for line in lines)


def _card(line: FindingLine, case_id: UUID, may: frozenset[Permission], *, here: bool) -> FindingCard:
    parts = {"case_id": case_id, "finding": line.fingerprint}
    settled = line.answer is not None and not line.is_open
    tags = (ANSWERED[line.answer.kind],) if settled and line.answer else (TAGS[line.severity],)
    return FindingCard(
        id=f"finding-{line.fingerprint}",
        title=line.title,
        tags=(*tags, STOPS_DRAFT) if line.stops_draft else tags,
        words=line.words,
        stands_in=f"In the advice: {line.doc}" if line.doc else "",
        why=line.why,
        ask=f"Ask {line.ask}: {line.question}",
        source=f"{line.rule}. {line.source}",
        answer=answered_by(line.answer) if settled and line.answer else "",
        reason=line.answer.reason if settled and line.answer else "",
        write=None if here else _section_link(line, case_id, may),
        steps=_steps(line, parts, may),
        take_back=reverse("take_back_finding", kwargs=parts)
        if settled and Permission.EDIT_PLAN in may
        else "",
    )


def _steps(line: FindingLine, parts: dict[str, object], may: frozenset[Permission]) -> tuple[Link, ...]:
    if not line.is_open or Permission.EDIT_PLAN not in may:
        return ()
    if line.severity is Severity.WARNING:
        return (Link(reverse("plan_finding", kwargs=parts), "Leave the words as they are, with a reason"),)
    if line.may_be_set_aside and Permission.SET_ASIDE_FINDING in may:
        return (
            Link(reverse("set_aside_finding", kwargs=parts), "Set this finding aside: the check is mistaken"),
        )
    return ()


def _section_link(line: FindingLine, case_id: UUID, may: frozenset[Permission]) -> Link | None:
    if line.section not in PlanSection.__members__ or Permission.EDIT_PLAN not in may:
        return None
    address = reverse("plan_section", kwargs={"case_id": case_id, "section": line.section})
    return Link(f"{address}#finding-{line.fingerprint}", f"Open Section {line.section} at these words")


def _title(section: str) -> str:
    return title_of(PlanSection(section)) if section in PlanSection.__members__ else "The front page"


def answered_by(answer: Answered) -> str:
    """Who answered a finding, and when."""
    return f"{ANSWERED[answer.kind].text}: {answer.by}, {wording.moment(answer.at)}"


def summary(shown: Findings) -> str:
    """How the plan stands, in a sentence."""
    stops = sum(line.is_open and line.severity is Severity.BLOCKER for line in shown.lines)
    open_warnings = sum(line.is_open and line.severity is Severity.WARNING for line in shown.lines)
    if not stops and not open_warnings:
        return "Nothing that the checks found keeps this plan from being issued."
    parts = []
    if stops:
        parts.append(f"{wording.plural(stops, 'finding')} {'stops' if stops == 1 else 'stop'} the plan")
    if open_warnings:
        needs = "needs" if open_warnings == 1 else "need"
        parts.append(f"{wording.plural(open_warnings, 'warning')} {needs} a change or a reason")
    return f"{wording.sentence_list(parts)}."


def choices(alike: Sequence[FindingLine]) -> list[tuple[str, str]]:
    """Other warnings of the same rule, to which the same reason may apply."""
    return [(line.fingerprint, f"Section {line.section}: “{_short(line.words)}”") for line in alike]


def _short(words: str) -> str:
    return words if len(words) <= 160 else f"{words[:157].rstrip()}…"
