"""The versions of a plan as each reader may have them, and what changed from one to the next.

What officers are writing is theirs alone. The family, advisers and settings read what was served on the family,
and the final plan; somebody who is kept from drafts reads neither.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import scope, seeing
from alongside.app.actor import Actor
from alongside.app.queries import advice_lines, cases
from alongside.app.queries.advice_lines import ObjectionLine
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import Relation
from alongside.core.case.codes import PlanSection
from alongside.core.plan import difference
from alongside.core.plan.difference import Piece
from alongside.records.models import PlanSectionText, PlanVersion

WERE_FINAL = ("FINAL", "REPLACED")
OFFICERS = frozenset({Relation.CASE_OWNER, Relation.SAME_AUTHORITY})


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version. `state` is WRITING, DRAFT, FINAL, SUPERSEDED (it was a draft) or REPLACED (it was final)."""

    number: int
    state: str
    served_on: date | None
    final_on: date | None
    signed_by: str


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions that this reader may open, the latest first. `is_officer`: they may see the writing too.

    `overridden` is what advisers said of how their advice was used where a manager let the plan go out all the same:
    the family reads it, with the reason (docs/adr/0008-objection-of-an-author.md).
    """

    head: CaseHead
    lines: tuple[VersionLine, ...]
    is_officer: bool
    overridden: tuple[ObjectionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionRead:
    """One section to be read. `pieces` is how it differs from the version before, where that is asked for."""

    section: PlanSection
    text: str
    pieces: tuple[Piece, ...] = ()

    @property
    def is_changed(self) -> bool:
        """True where anything came or went."""
        return any(piece.change is not difference.Change.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class VersionRead:
    """One version to be read. `before` is the version that this reader could have read before it, if any."""

    head: CaseHead
    line: VersionLine
    sections: tuple[SectionRead, ...]
    before: VersionLine | None
    may_comment: bool


def versions(case_id: UUID, *, by: Actor, at: datetime) -> Versions:
    """Which versions this reader may open. Raises `NotAllowed` for one who may read neither drafts nor the plan."""
    with seeing.case(case_id, Permission.SEE_CASE, by=by, at=at) as view:
        if not view.may(Permission.SEE_DRAFT_PLAN):
            view.require(Permission.SEE_FINAL_PLAN)
        lines = readable(view)
        return Versions(cases.head_of(view), lines, is_officer(view), _overridden(view) if lines else ())


def reading(case_id: UUID, number: int, *, by: Actor, at: datetime) -> VersionRead:
    """One version, section by section. A version that this reader may not have is not found."""
    return _read(case_id, number, by, at, compared=False)


def changes(case_id: UUID, number: int, *, by: Actor, at: datetime) -> VersionRead:
    """One version beside the one before it that this reader could read, word by word."""
    return _read(case_id, number, by, at, compared=True)


def _overridden(view: CaseView) -> tuple[ObjectionLine, ...]:
    if view.party is None:
        return ()
    return tuple(each for each in advice_lines.objections_of(view) if each.settled == "OVERRIDDEN")


def is_officer(view: CaseView) -> bool:
    """True for those who may see what is still being written."""
    return bool(view.relations & OFFICERS) and view.may(Permission.SEE_DRAFT_PLAN)


def readable(view: CaseView) -> tuple[VersionLine, ...]:
    """The versions that this reader may open, the latest first. One query."""
    rows = PlanVersion.objects.filter(case=view.case).order_by("-number")
    return tuple(line_of(row) for row in rows if _may_read(view, row))


def _may_read(view: CaseView, row: PlanVersion) -> bool:
    if is_officer(view):
        return True
    if view.party is not None and not view.party.sees_drafts:
        return False
    if row.state in WERE_FINAL:
        return view.may(Permission.SEE_FINAL_PLAN)
    return row.served_on is not None and view.may(Permission.SEE_DRAFT_PLAN)


def _read(case_id: UUID, number: int, by: Actor, at: datetime, *, compared: bool) -> VersionRead:
    with scope.opened(by):
        state = (
            PlanVersion.objects.filter(case=case_id, number=number).values_list("state", flat=True).first()
        )
        needed = Permission.SEE_FINAL_PLAN if state in WERE_FINAL else Permission.SEE_DRAFT_PLAN
        with seeing.case(case_id, needed, by=by, at=at) as view:
            lines = readable(view)
            line = next((each for each in lines if each.number == number), None)
            if line is None:
                raise NotFound
            before = next((each for each in lines if each.number < number), None)
            return VersionRead(
                head=cases.head_of(view),
                line=line,
                sections=_sections(view, line, before if compared else None),
                before=before,
                may_comment=line.state == "DRAFT" and view.may(Permission.COMMENT_ON_DRAFT),
            )


def _sections(view: CaseView, line: VersionLine, before: VersionLine | None) -> tuple[SectionRead, ...]:
    numbers = [line.number, *([before.number] if before else [])]
    rows = PlanSectionText.objects.filter(version__case=view.case, version__number__in=numbers)
    texts = {(n, s): text for n, s, text in rows.values_list("version__number", "section", "text")}
    found = []
    for section in PlanSection:
        text = texts.get((line.number, section), "")
        left_open = section is PlanSection.I and not text  # until the plan is final: nothing is taken out
        pieces = (
            difference.of(texts.get((before.number, section), ""), text) if before and not left_open else ()
        )
        found.append(SectionRead(section, text, pieces))
    return tuple(found)


def line_of(row: PlanVersion) -> VersionLine:
    """One version as it is listed."""
    return VersionLine(row.number, row.state, row.served_on, row.final_on, row.signed_by_name)
