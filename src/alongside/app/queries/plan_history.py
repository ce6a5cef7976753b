"""Every text that one section of the plan ever had, also those that were written upon an older one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.core.plan import difference
from alongside.core.plan.difference import Piece
from alongside.records.models import PlanSectionRevision

LATEST = 50


@dataclass(frozen=True, slots=True)
class SavedText:
    """One text. `is_aside`: it never stood, because somebody else had saved meanwhile. `pieces`: what it changed."""

    version: int
    revision: int
    saved_at: datetime
    saved_by: str
    is_aside: bool
    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SectionHistory:
    """The latest texts of a section over all versions, newest first. `total` counts all there are."""

    head: CaseHead
    section: PlanSection
    texts: tuple[SavedText, ...]
    total: int


def history(case_id: UUID, section: PlanSection, *, by: Actor, at: datetime) -> SectionHistory:
    """What was saved, by whom and when, each beside the text that stood before it."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        rows = PlanSectionRevision.objects.filter(case=view.case, section_text__section=section)
        total = rows.count()
        latest = list(
            rows.select_related("saved_by", "section_text__version").order_by(
                "-section_text__version__number", "-revision", "-is_aside", "-saved_at"
            )[: LATEST + 1]
        )
        texts = tuple(
            SavedText(
                version=row.section_text.version.number,
                revision=row.revision,
                saved_at=row.saved_at,
                saved_by=row.saved_by.name if row.saved_by else "",
                is_aside=row.is_aside,
                text=row.text,
                pieces=difference.of(_before(latest[place + 1 :]), row.text),
            )
            for place, row in enumerate(latest[:LATEST])
        )
        return SectionHistory(cases.head_of(view), section, texts, total)


def _before(earlier: list[PlanSectionRevision]) -> str:
    """The text that stood when this one was written, as far as it has been read."""
    return next((row.text for row in earlier if not row.is_aside), "")
