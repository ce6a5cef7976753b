"""Advice of one case: who was asked, when it is due and why, what came, and who may read it.

Also the hours of work that wait, by who has to do it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from alongside.app import ports, scope, seeing
from alongside.app.actions.advice_answers import is_asked
from alongside.app.actor import Actor
from alongside.app.queries import advice_arrival, cases
from alongside.app.queries.advice_arrival import Returned
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access import decide
from alongside.core.access.parts import OF_ADVICE, OPENED_BY
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.advice.arrival import Remark
from alongside.core.case.codes import AdviceKind, Stage
from alongside.core.case.history import AdviceRequest
from alongside.core.case.work_hours import GROUP_OF, HOURS, WorkGroup
from alongside.core.law.duty import Deadline
from alongside.records.models import Account, Advice, Case
from alongside.records.models import AdviceRequest as Cached

ASSESSED_FOR = (Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_OUT)


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One request and what became of it. `due` is None for the family's own advice, which has no limit.

    `person` is the professional who has it within the body, if anybody has taken it. `may_read` says whether this
    reader may open what came, `is_mine` whether the request was put to this reader or to their
    body, `is_wanted` whether the episode that it was asked for goes on.
    """

    request_id: str
    kind: AdviceKind
    asked_name: str
    person: str
    requested_on: date
    body_received_on: date
    due: Deadline | None
    received_on: date | None
    cancelled_on: date | None
    nothing_to_add: bool
    chased_on: tuple[date, ...]
    may_read: bool
    is_mine: bool
    is_wanted: bool

    @property
    def is_open(self) -> bool:
        """True while the advice has neither come nor been called off, and the assessment goes on."""
        return self.is_wanted and self.received_on is None and self.cancelled_on is None


@dataclass(frozen=True, slots=True)
class AdviceRead:
    """One answer, opened. `document` is the file that came with it, `printed` what was answered here as a paper."""

    id: UUID
    author_name: str
    author_post: str
    written_on: date
    submitted_at: datetime
    kind: AdviceKind
    form: str
    answers: Mapping[str, str]
    document: UUID | None
    printed: UUID | None
    file_name: str
    nothing_to_add: bool
    reason: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class CaseAdvice:
    """All advice of the latest episode."""

    head: CaseHead
    lines: tuple[AdviceLine, ...]


@dataclass(frozen=True, slots=True)
class OneRequest:
    """One request with the answers that this reader may open; for officers what the check on arrival says of each."""

    head: CaseHead
    line: AdviceLine
    answers: tuple[AdviceRead, ...]
    remarks: Mapping[UUID, tuple[Remark, ...]]
    returns: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class PlainAsked:
    """One who was asked, as the family is told: whom, for what, by when, whether it came. `days_late` until today
    or until it came; None for `due` where the law sets no day.
    """

    whom: str
    kind: AdviceKind
    asked_on: date
    due: date | None
    answered_on: date | None
    nothing_to_add: bool
    days_late: int
    chased_on: date | None


@dataclass(frozen=True, slots=True)
class HoursWaiting:
    """The work of one group that waits: how many open pieces, how many of them late, and the hours they take."""

    group: WorkGroup
    waiting: int
    late: int
    hours: float
    assumed: bool


def of_case(case_id: UUID, *, by: Actor, at: datetime) -> CaseAdvice:
    """Everybody who was asked in the latest episode, whoever is still to answer first."""
    with seeing.case(case_id, Permission.SEE_ADVICE_REQUESTS, by=by, at=at) as view:
        found = lines(view)
        ordered = sorted(found, key=lambda one: (not one.is_open, _due_day(one) or date.max, one.asked_name))
        return CaseAdvice(cases.head_of(view), tuple(ordered))


def one(case_id: UUID, request_id: str, *, by: Actor, at: datetime) -> OneRequest:
    """One request, with its answers for whoever may read that kind of advice."""
    with seeing.case(case_id, Permission.SEE_ADVICE_REQUESTS, by=by, at=at) as view:
        line = next((line for line in lines(view, every=True) if line.request_id == request_id), None)
        if line is None:
            raise NotFound
        answers = read(view, [request_id]) if line.may_read else ()
        checks = bool(answers) and view.may(Permission.RECORD_ADVICE)
        return OneRequest(
            head=cases.head_of(view),
            line=line,
            answers=answers,
            remarks=advice_arrival.remarks(view, [each.id for each in answers]) if checks else {},
            returns=advice_arrival.returns(view, request_id) if checks else (),
        )


def lines(view: CaseView, *, every: bool = False) -> tuple[AdviceLine, ...]:
    """The requests of a case that is open already: of the latest episode, or of every one."""
    told = view.told.episodes
    asked = [(r, episode.is_open) for episode in (told if every else told[-1:]) for r in episode.advice]
    due = {deadline.subject: deadline for deadline in view.duties("A04")}
    names = _names(r.asked for r, _ in asked)
    return tuple(
        AdviceLine(
            request_id=request.id,
            kind=request.kind or AdviceKind.OTHER,
            asked_name=request.asked_name,
            person=names.get(request.asked, ""),
            requested_on=request.requested_on,
            body_received_on=request.body_received_on,
            due=due.get(request.id),
            received_on=request.received_on,
            cancelled_on=request.cancelled_on,
            nothing_to_add=request.nothing_to_add,
            chased_on=request.chased_on,
            may_read=may_read(view, request.kind or AdviceKind.OTHER),
            is_mine=is_asked(view.by, request) and view.may(Permission.ANSWER_ADVICE_REQUEST),
            is_wanted=wanted,
        )
        for request, wanted in asked
    )


def may_read(view: CaseView, kind: AdviceKind) -> bool:
    """True where this reader may open advice of this kind on this case."""
    return view.may(OPENED_BY[OF_ADVICE[kind]])


def read(view: CaseView, requests: Iterable[str]) -> tuple[AdviceRead, ...]:
    """The answers to these requests, the oldest first; only those that this reader may open, or wrote."""
    rows = Advice.objects.filter(case=view.case, request_id__in=list(requests)).select_related("document")
    return tuple(
        _read(row, view)
        for row in rows.defer("document__content", "passages").order_by("submitted_at", "id")
        if may_read(view, AdviceKind(row.kind)) or _wrote(row, view)
    )


def asked_in_plain_words(view: CaseView) -> tuple[PlainAsked, ...]:
    """Who was asked about the child and whether they have answered, for the family. Says nothing of what they said.

    Of a case that is open already; empty where this reader may not see it.
    """
    if not view.may(Permission.SEE_ADVICE_REQUESTS):
        return ()
    return tuple(
        PlainAsked(
            whom=line.asked_name,
            kind=line.kind,
            asked_on=line.requested_on,
            due=_due_day(line),
            answered_on=line.received_on,
            nothing_to_add=line.nothing_to_add,
            days_late=line.due.days_late if line.due else 0,
            chased_on=line.chased_on[-1] if line.chased_on else None,
        )
        for line in lines(view)
        if line.cancelled_on is None
    )


def hours_waiting(*, by: Actor, at: datetime) -> tuple[HoursWaiting, ...]:
    """Hours of work waiting per group, from what is open now. Two queries, whatever the number of cases.

    An adviser's work waits while a request is open; a case officer's and a manager's in every case that is being
    assessed or written. Hours for one piece: `core.case.work_hours`.
    """
    decide.check_act(Permission.SEE_TEAM_FIGURES, roles=by.roles)
    on = ports.today(at)
    with scope.opened(by):
        late = Count("id", filter=Q(statutory_due__lt=on))
        rows = Cached.objects.filter(authority=by.authority, is_open=True).values("kind")
        counted = list(rows.annotate(waiting=Count("id"), late=late).order_by("kind"))
        cases_open = Case.objects.filter(authority=by.authority, stage__in=ASSESSED_FOR).count()
    waiting = dict.fromkeys(WorkGroup, 0)
    late_ones = dict.fromkeys(WorkGroup, 0)
    for row in counted:
        group = GROUP_OF.get(AdviceKind(row["kind"]))
        if group is not None:
            waiting[group] += row["waiting"]
            late_ones[group] += row["late"]
    waiting[WorkGroup.CASE_OFFICER] = waiting[WorkGroup.SEND_MANAGER] = cases_open
    return tuple(
        HoursWaiting(
            group, waiting[group], late_ones[group], round(waiting[group] * each.hours, 1), each.assumed
        )
        for group, each in HOURS.items()
    )


def request_of(view: CaseView, request_id: str) -> AdviceRequest | None:
    """One request of any episode of a case that is open already."""
    return next((r for episode in view.told.episodes for r in episode.advice if r.id == request_id), None)


def _due_day(line: AdviceLine) -> date | None:
    return line.due.statutory_due if line.due else None


def _names(accounts: Iterable[str]) -> dict[str, str]:
    wanted = {UUID(account) for account in accounts if account}
    if not wanted:
        return {}
    return {str(id_): name for id_, name in Account.objects.filter(id__in=wanted).values_list("id", "name")}


def _wrote(row: Advice, view: CaseView) -> bool:
    return row.author_id is not None and row.author_id == view.by.account


def _read(row: Advice, view: CaseView) -> AdviceRead:
    return AdviceRead(
        id=row.id,
        author_name=row.author_name,
        author_post=row.author_post,
        written_on=row.written_on,
        submitted_at=row.submitted_at,
        kind=AdviceKind(row.kind),
        form=row.form,
        answers=row.answers,
        document=row.document_id,
        printed=row.printed_id,
        file_name=row.document.file_name if row.document else "",
        nothing_to_add=row.nothing_to_add,
        reason=row.nothing_to_add_reason,
        is_mine=_wrote(row, view),
    )
