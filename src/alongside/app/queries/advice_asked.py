"""What an adviser is asked: the list of their own and of their team, one request with its papers, and the draft."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from alongside.app import ports, scope, seeing
from alongside.app.actions import advice_family
from alongside.app.actions.advice_answers import is_asked
from alongside.app.actor import Actor
from alongside.app.queries import advice, advice_arrival, cases, documents, intakes
from alongside.app.queries.advice import AdviceLine, AdviceRead
from alongside.app.queries.advice_arrival import Returned
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.documents import DocumentLine
from alongside.app.seeing import CaseView
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.advice.arrival import Child, Remark
from alongside.core.case.advice_forms import AdviceForm, form_for, forms_for
from alongside.core.case.codes import AdviceKind
from alongside.records.models import Advice, AdviceDraft, AdviceRequest, AdviceReturn, CaseParty, Position

SAID = ("why_needs", "why_tried", "why_help", "child_communicates_by")
"""What of a request an adviser is given: why, and how the child communicates. Never how to reach anybody."""
DONE_SHOWN = timedelta(days=365)
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One request on the list. `mine` is True where this person has it, not only their team.

    `draft_saved_at` is when something was last written for it, if anything was. `is_sent_back`: it was answered,
    and the answer came back with questions.
    """

    case_id: UUID
    request_id: UUID
    reference: str
    child: str
    kind: AdviceKind
    mine: bool
    has_it: str
    requested_on: date
    due: date | None
    received_on: date | None
    nothing_to_add: bool
    draft_saved_at: datetime | None
    is_sent_back: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that this person and their team are asked for, the earliest due first; and what is done."""

    waiting: tuple[AskedLine, ...]
    done: tuple[AskedLine, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written so far. `saved_at` is None where nothing was."""

    form: str = ""
    answers: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    revision: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the same body, to whom the request can be given."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """One request as whoever answers it sees it.

    `said` are answers of the request for the assessment, by the name of the question. `papers`, `said` and
    `family` are what this person may read; a colleague who has not taken the request sees
    none of them, and `has_it` is False. `remarks` is what the check says of what was sent; `returned` are the questions
    with which it came back, while they wait; `sees_use`: the page that shows how it was used opens to this person.
    """

    head: CaseHead
    line: AdviceLine
    form: AdviceForm
    forms: tuple[AdviceForm, ...]
    draft: Draft
    has_it: bool
    colleagues: tuple[Colleague, ...]
    papers: tuple[DocumentLine, ...]
    said: tuple[tuple[str, str], ...]
    family: tuple[AdviceRead, ...]
    others: tuple[AdviceLine, ...]
    sent: tuple[AdviceRead, ...]
    child: Child
    remarks: Mapping[UUID, tuple[Remark, ...]]
    returned: Returned | None
    sees_use: bool

    @property
    def can_be_answered(self) -> bool:
        """True while the request is open, and again once what was sent has come back with questions."""
        return self.line.is_open or self.returned is not None


@dataclass(frozen=True, slots=True)
class FamilyForm:
    """The family's own form, with this person's own draft and what they have sent."""

    head: CaseHead
    form: AdviceForm
    is_asked: bool
    draft: Draft
    sent: tuple[AdviceRead, ...]


def asked_of_me(*, by: Actor, at: datetime) -> Asked:
    """What this person and their team are asked for. Three queries, whatever the number of requests."""
    decide.check_act(Permission.SEE_WORKLIST, roles=by.roles)
    with scope.opened(by):
        mine = Q(asked=by.account)
        if by.organisations:
            mine |= Q(organisation__in=by.organisations)
        recent = Q(is_open=True) | Q(received_on__gte=ports.today(at) - DONE_SHOWN)
        rows = list(
            AdviceRequest.objects.filter(mine & recent, authority=by.authority)
            .exclude(case__parties__account=by.account)
            .select_related("case__person", "asked")
            .order_by(F("statutory_due").asc(nulls_last=True), "case__reference", "kind")
        )
        back = _sent_back(row.id for row in rows if not row.is_open)
        open_ids = [row.id for row in rows if row.is_open or row.id in back]
        saved = dict(
            AdviceDraft.objects.filter(request_id__in=open_ids, party=None).values_list(
                "request_id", "saved_at"
            )
        )
    found = [_line(row, by, saved.get(row.id), row.id in back) for row in rows]
    done = [line for line in found if line.received_on is not None and not line.is_sent_back]
    return Asked(
        tuple(line for line in found if line.received_on is None or line.is_sent_back),
        tuple(sorted(done, key=lambda line: line.received_on or date.min, reverse=True)),
    )


def to_answer(case_id: UUID, request_id: str, *, by: Actor, at: datetime) -> ToAnswer:
    """One request that was put to this person or their body. Anybody else's is not found."""
    with seeing.case(case_id, Permission.SEE_CASE, by=by, at=at) as view:
        request = advice.request_of(view, request_id)
        if request is None or not view.may(Permission.ANSWER_ADVICE_REQUEST) or not is_asked(by, request):
            raise NotFound
        all_lines = advice.lines(view, every=True)
        line = next(each for each in all_lines if each.request_id == request_id)
        draft = draft_of(view, request_id, None)
        sent = advice.read(view, [request_id])
        sees = view.may(Permission.SEE_FAMILY_VIEWS)
        family = [each.request_id for each in all_lines if each.kind is AdviceKind.PARENT_OR_YOUNG_PERSON]
        return ToAnswer(
            head=cases.head_of(view),
            line=line,
            form=form_for(line.kind, draft.form),
            forms=forms_for(line.kind),
            draft=draft,
            has_it=request.asked == str(by.account),
            colleagues=_colleagues(view, request.organisation),
            papers=documents.lines(view) if view.may(Permission.SEE_DOCUMENTS) else (),
            said=_said(view),
            family=advice.read(view, family) if sees else (),
            others=tuple(x for x in all_lines if x is not line)
            if view.may(Permission.SEE_ADVICE_REQUESTS)
            else (),
            sent=sent,
            child=advice_arrival.child_of(view),
            remarks=advice_arrival.remarks(view, [each.id for each in sent]) if sent else {},
            returned=next((r for r in advice_arrival.returns(view, request_id) if r.is_open), None)
            if sent
            else None,
            sees_use=bool(sent) and view.may(Permission.SEE_DRAFT_PLAN),
        )


def family_form(case_id: UUID, *, by: Actor, at: datetime) -> FamilyForm:
    """The form in which a parent, or the young person, tells us about the child."""
    with seeing.case(case_id, Permission.GIVE_VIEWS, by=by, at=at) as view:
        if view.party is None:
            raise NotFound
        request = advice_family.request_to_family(view.facts)
        return FamilyForm(
            head=cases.head_of(view),
            form=advice_family.form_of(view.party),
            is_asked=request is not None,
            draft=draft_of(view, request.id, view.party) if request else Draft(),
            sent=tuple(a for a in advice.read(view, [request.id]) if a.is_mine) if request else (),
        )


def draft_of(view: CaseView, request_id: str, party: CaseParty | None) -> Draft:
    """The draft of a case that is open already: a body's, or that of one of the family."""
    rows = AdviceDraft.objects.select_related("saved_by")
    row = rows.filter(case=view.case, request_id=request_id, party=party).first()
    return Draft(row.form, row.answers, row.revision, row.saved_at, row.saved_by.name) if row else Draft()


def _said(view: CaseView) -> tuple[tuple[str, str], ...]:
    """Why the assessment was asked for, for whoever may read what the family says."""
    found = intakes.of_case(view)
    return tuple((name, text) for each in found for name in SAID if (text := getattr(each, name)))


def _sent_back(requests: Iterable[UUID]) -> set[UUID]:
    """Those of these requests whose answer came back with questions that wait. One query."""
    later = Advice.objects.filter(
        request_id=OuterRef("request_id"), submitted_at__gt=OuterRef("advice__submitted_at")
    )
    rows = AdviceReturn.objects.filter(~Exists(later), request_id__in=list(requests))
    return set(rows.values_list("request_id", flat=True))


def _line(row: AdviceRequest, by: Actor, saved_at: datetime | None, is_sent_back: bool) -> AskedLine:
    person = row.case.person
    return AskedLine(
        case_id=row.case_id,
        request_id=row.id,
        reference=row.case.reference,
        child=f"{person.forename} {person.surname}",
        kind=AdviceKind(row.kind),
        mine=row.asked_id == by.account,
        has_it=row.asked.name if row.asked else "",
        requested_on=row.requested_on,
        due=row.statutory_due,
        received_on=row.received_on,
        nothing_to_add=row.nothing_to_add,
        draft_saved_at=saved_at,
        is_sent_back=is_sent_back,
    )


def _colleagues(view: CaseView, organisation: str) -> tuple[Colleague, ...]:
    """Who else works for the body today and may answer."""
    if not organisation:
        return ()
    on = view.today
    rows = Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=on),
        organisation=UUID(organisation),
        starts_on__lte=on,
        account__is_active=True,
    ).exclude(account=view.by.account)
    pairs = rows.order_by("account__name").values_list("account", "account__name").distinct()
    return tuple(Colleague(*pair) for pair in pairs)
