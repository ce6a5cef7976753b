"""The plan as officers write it: the list of its sections, and one section with all that bears on it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import placing, seeing, standing
from alongside.app.actor import Actor
from alongside.app.placing import Asked
from alongside.app.plan_checking import Sight
from alongside.app.queries import (
    advice,
    advice_lines,
    cases,
    comments,
    model_questions,
    plan_checks,
    plan_items,
    plan_versions,
    section_owners,
)
from alongside.app.queries.advice_lines import State
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.comments import CommentLine
from alongside.app.queries.plan_checks import FindingLine
from alongside.app.queries.plan_items import SectionItems
from alongside.app.queries.plan_versions import VersionLine
from alongside.app.queries.section_owners import SectionOwner
from alongside.app.seeing import CaseView
from alongside.core.access import own_sections
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case import advice_forms, stages
from alongside.core.case.codes import AdviceKind, EventKind, PlanSection
from alongside.core.plan import readiness
from alongside.core.plan.readiness import Fault
from alongside.core.plan.sections import GUIDES
from alongside.records.models import Advice, PlanSectionText


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section of the version that is being written. `words` counts its words; no `owner`: the coordinator."""

    section: PlanSection
    words: int
    revision: int
    changed_at: datetime
    changed_by: str
    owner: SectionOwner | None


@dataclass(frozen=True, slots=True)
class Outline:
    """The plan at a glance. `version` is None where nobody has started to write.

    `edition` is what somebody has seen who has read all of it (`actions.serving.Sending.seen`). `faults` stand
    in the way of the draft. `comments_end_on` is the last of the family's fifteen days on what was sent last.
    `in_force`: there is a plan; `is_here`: its text is, so that a version can be shown against it. `advice`
    counts what of the advice is not settled in it.
    """

    head: CaseHead
    version: int | None
    edition: int
    sections: tuple[SectionLine, ...]
    versions: tuple[VersionLine, ...]
    faults: tuple[Fault, ...]
    unanswered: int
    comments_end_on: date | None
    asked: tuple[Asked, ...]
    follows: frozenset[EventKind]
    advice: State
    in_force: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class AdviceBeside:
    """One piece of advice beside the section it bears on. `answers` are (heading, words) in the order asked."""

    id: UUID
    kind: AdviceKind
    author: str
    post: str
    written_on: date
    answers: tuple[tuple[str, str], ...]
    document: UUID | None


@dataclass(frozen=True, slots=True)
class Editor:
    """One section to be written. `text` stands before its items, where it has any.

    `withheld` counts the advice that bears on it and that this reader may not read.
    """

    head: CaseHead
    version: int
    section: PlanSection
    text: str
    revision: int
    changed_at: datetime
    changed_by: str
    items: SectionItems
    advice: tuple[AdviceBeside, ...]
    withheld: int
    comments: tuple[CommentLine, ...]
    questions: tuple[str, ...]
    findings: tuple[FindingLine, ...]
    owner: SectionOwner | None


def outline(case_id: UUID, *, by: Actor, at: datetime) -> Outline:
    """The sections with their state, the versions, and what stands in the way. For officers only."""
    with seeing.case(case_id, Permission.SEE_DRAFT_PLAN, by=by, at=at) as view:
        if not plan_versions.is_officer(view):
            raise NotFound
        rows = _being_written(view)
        owners = section_owners.of_case(view)
        state = view.state
        return Outline(
            head=cases.head_of(view),
            version=rows[0].version.number if rows else None,
            edition=sum(row.revision for row in rows),
            sections=tuple(_line(row, owners.get(row.section)) for row in rows),
            versions=plan_versions.readable(view),
            faults=readiness.faults_of_draft({row.section: row.text for row in rows}) if rows else (),
            unanswered=comments.unanswered(view),
            comments_end_on=placing.comments_end_on(view.facts, on=view.today),
            asked=placing.asked_for(view.facts),
            follows=frozenset(kind for kind in EventKind if stages.can_follow(state, kind)),
            advice=advice_lines.state(view, {row.section: row.text for row in rows}) if rows else State(),
            in_force=standing.made_on(view.facts) is not None,
            is_here=standing.version_of(view.case, view.facts) is not None,
        )


def editor(case_id: UUID, section: PlanSection, *, by: Actor, at: datetime) -> Editor:
    """One section with the advice that bears on it and what the family said about it."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        return editor_of(view, section)


def own_editor(case_id: UUID, section: PlanSection, *, by: Actor, at: datetime) -> Editor:
    """The same for somebody of a service that was asked to write the section.

    Nothing is shown of advice that they may not read, nor of what stands in sections of others.
    """
    with seeing.case(case_id, Permission.WRITE_OWN_SECTION, by=by, at=at) as view:
        section_owners.check_own(view, section)
        return editor_of(view, section, sight=lambda kind: advice.may_read(view, kind))


def editor_of(view: CaseView, section: PlanSection, sight: Sight | None = None) -> Editor:
    """One section of a case that is open, with what stands beside it. Raises `NotFound` where no plan is written."""
    rows = _being_written(view)
    row = next((each for each in rows if each.section == section), None)
    if row is None:
        raise NotFound
    beside, withheld = _advice(view, section)
    own = sight is None
    texts = {
        r.section: r.text if own or own_sections.may_write(PlanSection(r.section), view.by.roles) else ""
        for r in rows
    }
    return Editor(
        head=cases.head_of(view),
        version=row.version.number,
        section=section,
        text=row.written,
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.changed_by.name if row.changed_by else "",
        items=plan_items.of_section(view, section),
        advice=beside,
        withheld=withheld,
        comments=() if sight else comments.on_section(view, section),
        questions=model_questions.of_section(view.case.authority_id, section),
        findings=plan_checks.of_section(view, section, texts, sight),
        owner=section_owners.of_case(view).get(section),
    )


def _being_written(view: CaseView) -> list[PlanSectionText]:
    """The sections of the version that is being written, in the order of the Regulations. One query."""
    order = {section: place for place, section in enumerate(PlanSection)}
    rows = PlanSectionText.objects.filter(version__case=view.case, version__state="WRITING")
    return sorted(
        rows.select_related("version", "changed_by"), key=lambda row: order[PlanSection(row.section)]
    )


def _line(row: PlanSectionText, owner: SectionOwner | None) -> SectionLine:
    return SectionLine(
        section=PlanSection(row.section),
        words=len(row.text.split()),
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.changed_by.name if row.changed_by else "",
        owner=owner,
    )


def _advice(view: CaseView, section: PlanSection) -> tuple[tuple[AdviceBeside, ...], int]:
    """The latest answer to each request that bears on the section, and how many this reader may not read.

    A request that was taken back no longer counts, nor does one that was answered with nothing to add.
    """
    kinds = GUIDES[section].advice
    told = view.told.episodes
    asked = {request.id for request in told[-1].advice if not request.cancelled} if told else set()
    latest: dict[UUID, Advice] = {}
    for row in Advice.objects.filter(case=view.case, kind__in=kinds).order_by(
        "submitted_at", "author_name", "id"
    ):
        if str(row.request_id) in asked and not row.nothing_to_add:
            latest[row.request_id] = row
    rows = sorted(latest.values(), key=lambda row: (kinds.index(AdviceKind(row.kind)), row.written_on))
    open_ = [row for row in rows if advice.may_read(view, AdviceKind(row.kind))]
    return tuple(_beside(row) for row in open_), len(rows) - len(open_)


def _beside(row: Advice) -> AdviceBeside:
    return AdviceBeside(
        id=row.id,
        kind=AdviceKind(row.kind),
        author=row.author_name,
        post=row.author_post,
        written_on=row.written_on,
        answers=advice_forms.answered(advice_forms.form_for(AdviceKind(row.kind), row.form), row.answers),
        document=row.document_id,
    )
