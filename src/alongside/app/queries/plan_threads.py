"""The thread of a version of the plan as each reader may have it, and the version as a file.

Who may read a version is decided in `plan_versions`. A source shows words of the advice only to whoever may read
that advice; that there is one is shown to all, so that nobody takes an item for invented.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import plan_rows, scope, seeing
from alongside.app.actor import Actor
from alongside.app.plan_rows import Held
from alongside.app.queries import advice, cases, plan_items, plan_versions
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.plan_items import SourceRead
from alongside.app.queries.plan_versions import VersionLine
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan import thread
from alongside.core.plan.content import PlanContent
from alongside.core.plan.exchange.plan_file import PlanFile
from alongside.core.plan.items import KINDS, Item
from alongside.core.plan.thread import Orphan
from alongside.records.models import Advice, PlanVersion


@dataclass(frozen=True, slots=True)
class Strand:
    """One item in the thread, what it is joined to, and where it came from."""

    item: Item
    joined: tuple[Item, ...]
    sources: tuple[SourceRead, ...]


@dataclass(frozen=True, slots=True)
class PlanThread:
    """The thread of one version. `as_text` are the sections that hold words and no items: nothing is known of those.

    `is_officer`: this reader writes plans, or reads them as they are written.
    """

    head: CaseHead
    line: VersionLine
    strands: tuple[Strand, ...]
    links: tuple[tuple[Item, Item], ...]
    orphans: tuple[Orphan, ...]
    as_text: tuple[PlanSection, ...]
    is_officer: bool


def of_version(case_id: UUID, number: int, *, by: Actor, at: datetime) -> PlanThread:
    """The thread of one version. A version that this reader may not have is not found."""
    with scope.opened(by), seeing.case(case_id, _needed(case_id, number), by=by, at=at) as view:
        line, held = _readable(view, number)
        content = held.content
        joins = content.thread.joins()
        known = {item.thread: item for item in content.items}
        forms = {str(row.id): row for row in Advice.objects.filter(case=view.case)}
        return PlanThread(
            head=cases.head_of(view),
            line=line,
            strands=tuple(
                Strand(
                    item,
                    joins[item.thread],
                    tuple(
                        plan_items.source_read(view, place, source, forms)
                        for place, source in enumerate(content.sources.get(item.thread, ()))
                    ),
                )
                for item in content.items
            ),
            links=tuple((known[start], known[to]) for start, to in sorted(content.links)),
            orphans=thread.orphans(content.thread),
            as_text=tuple(
                each.section
                for each in content.sections
                if each.section in KINDS and each.introduction.strip() and not each.items
            ),
            is_officer=plan_versions.is_officer(view),
        )


def as_file(case_id: UUID, number: int, *, by: Actor, at: datetime) -> PlanFile:
    """One version as it is exported. Sources in advice that this reader may not read are left out."""
    with scope.opened(by), seeing.case(case_id, _needed(case_id, number), by=by, at=at) as view:
        line, held = _readable(view, number)
        content = held.content
        sources = {
            item: tuple(each for each in found if advice.may_read(view, AdviceKind(each.cited.kind)))
            for item, found in content.sources.items()
        }
        person = view.case.person
        return PlanFile(
            authority=view.case.authority_id,
            reference=view.case.reference,
            name=f"{person.forename} {person.surname}".strip(),
            born_on=person.born_on,
            version=line.number,
            state=line.state,
            served_on=line.served_on,
            final_on=line.final_on,
            content=PlanContent(content.sections, content.links, sources),
        )


def latest(reference: str, *, by: Actor) -> tuple[UUID, int] | None:
    """The case of a reference and the number of its latest version, within the reach of this reader."""
    with scope.opened(by):
        rows = PlanVersion.objects.filter(case__reference=reference, authority=by.authority).order_by(
            "-number"
        )
        return rows.values_list("case", "number").first()


def _needed(case_id: UUID, number: int) -> Permission:
    state = PlanVersion.objects.filter(case=case_id, number=number).values_list("state", flat=True).first()
    return Permission.SEE_FINAL_PLAN if state == "FINAL" else Permission.SEE_DRAFT_PLAN


def _readable(view: CaseView, number: int) -> tuple[VersionLine, Held]:
    line = next((each for each in plan_versions.readable(view) if each.number == number), None)
    if line is None:
        raise NotFound
    return line, plan_rows.held(PlanVersion.objects.get(case=view.case, number=number))
