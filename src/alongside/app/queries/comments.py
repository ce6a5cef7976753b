"""What was said about the draft, and its answers: officers see all of it, everybody else their own."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.app import dues, placing, ports, seeing
from alongside.app.actor import Actor
from alongside.app.placing import Asked
from alongside.app.queries import cases, plan_versions
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.plan_versions import VersionLine
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case import stages
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.core.law.duty import Deadline
from alongside.core.plan import difference
from alongside.core.plan.difference import Piece
from alongside.records.models import AdviceRequest, PlanComment, PlanSectionText

OPEN = ("", "ASKED_ADVISER")
SAYS = (
    EventKind.REPRESENTATIONS_RECEIVED,
    EventKind.SCHOOL_REQUESTED,
    EventKind.MEETING_REQUIRED,
    EventKind.FAMILY_CONFIRMS_NOTHING_MORE,
)
"""What a family can say about a draft, or about proposed changes."""


@dataclass(frozen=True, slots=True)
class CommentLine:
    """One comment with its answer. `answer` is a code of actions.comments.AnswerKind, or empty."""

    id: UUID
    version: int
    number: int
    section: PlanSection
    text: str
    made_by: str
    made_at: datetime
    channel: Channel
    asked_adviser: str
    asked_adviser_at: datetime | None
    answer: str
    answer_text: str
    answered_at: datetime | None

    @property
    def is_open(self) -> bool:
        """True while it has no answer: asking an adviser is a step on the way to one."""
        return self.answer in OPEN


@dataclass(frozen=True, slots=True)
class OnDraft:
    """What somebody who may say something about the draft needs: the draft, the days left, what they have said.

    `draft` is None before one is served. `days` is the law's own account of the fifteen days. `said` are the
    events by which the family asked for a setting or a meeting, or said that it had finished: (kind, day).
    `follows` are those of the kinds in `SAYS` that may follow now.
    """

    head: CaseHead
    draft: VersionLine | None
    days: Deadline | None
    lines: tuple[CommentLine, ...]
    asked: tuple[Asked, ...]
    said: tuple[tuple[EventKind, date], ...]
    is_officer: bool
    follows: frozenset[EventKind]

    @property
    def is_amendment(self) -> bool:
        """True where what the family has are proposed changes to a plan in force (rule R08)."""
        return self.days is not None and self.days.rule == "R08"


@dataclass(frozen=True, slots=True)
class AdviserToAsk:
    """Somebody whose advice a comment may be about, by the request."""

    request: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """One comment before the officer who answers it, with what has changed in its section since."""

    head: CaseHead
    line: CommentLine
    pieces: tuple[Piece, ...]
    advisers: tuple[AdviserToAsk, ...]


def on_draft(case_id: UUID, *, by: Actor, at: datetime) -> OnDraft:
    """Everything said about the drafts of this case that this reader may see."""
    with seeing.case(case_id, Permission.SEE_DRAFT_PLAN, by=by, at=at) as view:
        if view.party is not None and not view.party.sees_drafts:
            raise NotFound
        drafts = [line for line in plan_versions.readable(view) if line.state == "DRAFT"]
        state = stages.state_of(view.facts, on=view.today, law=ports.law())
        return OnDraft(
            head=cases.head_of(view),
            draft=drafts[0] if drafts else None,
            days=dues.comments(view.facts, on=view.today) if drafts else None,
            lines=_lines(view, visible(view)),
            asked=placing.asked_for(view.facts),
            said=_said(view),
            is_officer=_sees_all(view),
            follows=frozenset(kind for kind in SAYS if stages.can_follow(state, kind)),
        )


def to_answer(case_id: UUID, comment_id: UUID, *, by: Actor, at: datetime) -> ToAnswer:
    """One comment with the change of its section since the draft that it is about."""
    with seeing.case(case_id, Permission.ANSWER_COMMENT, by=by, at=at) as view:
        lines = _lines(view, visible(view).filter(id=comment_id))
        if not lines:
            raise NotFound
        line = lines[0]
        texts = dict(
            PlanSectionText.objects.filter(version__case=view.case, section=line.section)
            .order_by("version__number")
            .values_list("version__number", "text")
        )
        now = texts[max(texts)]
        return ToAnswer(
            cases.head_of(view), line, difference.of(texts.get(line.version, ""), now), _advisers(view)
        )


def visible(view: CaseView) -> QuerySet[PlanComment]:
    """What this reader may see: officers all, a supporter what whoever asked them said, others their own."""
    found = PlanComment.objects.filter(case=view.case)
    if _sees_all(view):
        return found
    if view.party is not None and view.party.relation == "SUPPORTER":
        return found.filter(party__account=view.party.added_by_id) if view.party.added_by_id else found.none()
    if view.party is not None:
        return found.filter(party=view.party)
    return found.filter(made_by=view.by.account, party=None)


def unanswered(view: CaseView) -> int:
    """How many comments on any draft of the case have no answer. One query."""
    return PlanComment.objects.filter(case=view.case, answer__in=OPEN).count()


def on_section(view: CaseView, section: PlanSection) -> tuple[CommentLine, ...]:
    """What this reader may see of what was said about one section."""
    return _lines(view, visible(view).filter(section=section))


def _sees_all(view: CaseView) -> bool:
    return bool(view.relations & plan_versions.OFFICERS) and view.may(Permission.SEE_COMMENTS)


def _said(view: CaseView) -> tuple[tuple[EventKind, date], ...]:
    kinds = (EventKind.MEETING_REQUIRED, EventKind.FAMILY_CONFIRMS_NOTHING_MORE)
    return tuple((event.kind, event.occurred_on) for event in view.facts.events if event.kind in kinds)


def _advisers(view: CaseView) -> tuple[AdviserToAsk, ...]:
    rows = (
        AdviceRequest.objects.filter(case=view.case).exclude(received_on=None).order_by("requested_on", "id")
    )
    return tuple(AdviserToAsk(row.id, row.asked_name) for row in rows)


def _lines(view: CaseView, rows: QuerySet[PlanComment]) -> tuple[CommentLine, ...]:
    found = rows.select_related("version").order_by("version__number", "number")
    return tuple(
        CommentLine(
            id=row.id,
            version=row.version.number,
            number=row.number,
            section=PlanSection(row.section),
            text=row.text,
            made_by=row.made_by_name,
            made_at=row.made_at,
            channel=Channel(row.channel),
            asked_adviser=row.asked_adviser_text,
            asked_adviser_at=row.asked_adviser_at,
            answer=row.answer,
            answer_text=row.answer_text,
            answered_at=row.answered_at,
        )
        for row in found
    )
