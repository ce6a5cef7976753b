"""“Advice to use”: every line of the advice that counts, and what became of each in the plan as it is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import advice_used, seeing
from alongside.app.actor import Actor
from alongside.app.advice_used import Stood
from alongside.app.queries import advice, cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.advice import using
from alongside.core.advice.lines import LineKind
from alongside.core.advice.using import Candidate, Decision, Standing
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.records.models import Advice, AdviceObjection, LineUse


@dataclass(frozen=True, slots=True)
class LineToUse:
    """One line. `place` is where it stands in the advice; `decision` the one that stands, by whom and when."""

    id: UUID
    advice: UUID
    request: UUID
    author: str
    kind: AdviceKind
    number: int
    line_kind: LineKind
    section: PlanSection
    words: str
    place: str
    standing: Standing
    decision: Decision | None
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Paper:
    """Advice that came as a file, whose lines a person marks. `lines` counts those marked so far."""

    advice: UUID
    author: str
    kind: AdviceKind
    lines: int
    is_gone_through: bool


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """What an author said, and how it was settled: WITHDRAWN, OVERRIDDEN, or empty while it is open.

    `about` is the kind and number of the line, None where it is about the whole advice.
    """

    id: UUID
    request: UUID
    kind: AdviceKind
    author: str
    about: tuple[LineKind, int] | None
    words: str
    made_by: str
    made_at: datetime
    settled: str
    because: str
    settled_by: str
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class ToUse:
    """Everything on the page. `withheld` counts lines that this reader may not read, `withheld_open` the undecided."""

    head: CaseHead
    is_being_written: bool
    lines: tuple[LineToUse, ...]
    papers: tuple[Paper, ...]
    objections: tuple[ObjectionLine, ...]
    withheld: int
    withheld_open: int

    @property
    def undecided(self) -> int:
        """How many lines that this reader may decide are not decided."""
        return sum(not line.standing.is_settled for line in self.lines)


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier decision about a line."""

    decision: Decision
    by: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class OneLine:
    """One line to decide: words of the plan that may be meant, every decision so far, and the next undecided line."""

    head: CaseHead
    line: LineToUse
    candidates: tuple[Candidate, ...]
    history: tuple[Past, ...]
    following: UUID | None


@dataclass(frozen=True, slots=True)
class State:
    """What stands in the way of issuing: undecided lines, files not gone through, objections, each counted."""

    undecided: int = 0
    unread: int = 0
    objections: int = 0

    @property
    def is_clear(self) -> bool:
        """True where nothing of the advice is left to settle."""
        return not (self.undecided or self.unread or self.objections)


def to_use(case_id: UUID, *, by: Actor, at: datetime) -> ToUse:
    """Every line, in the order of the advice. A fixed number of queries, whatever the number of lines."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        texts = advice_used.texts_being_written(view.case)
        rows = advice_used.counting(view.case, view.facts)
        stood = advice_used.stood(rows, texts)
        shown = [each for each in stood if advice.may_read(view, AdviceKind(each.advice.kind))]
        hidden = [each for each in stood if not advice.may_read(view, AdviceKind(each.advice.kind))]
        return ToUse(
            head=cases.head_of(view),
            is_being_written=bool(texts),
            lines=tuple(line_of(each) for each in shown),
            papers=_papers(view, rows, stood),
            objections=objections_of(view),
            withheld=len(hidden),
            withheld_open=sum(not each.standing.is_settled for each in hidden),
        )


def one(case_id: UUID, line_id: UUID, *, by: Actor, at: datetime) -> OneLine:
    """One line of advice that counts. A line that this reader may not read is not found."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        texts = advice_used.texts_being_written(view.case)
        stood = [
            each
            for each in advice_used.stood(advice_used.counting(view.case, view.facts), texts)
            if advice.may_read(view, AdviceKind(each.advice.kind))
        ]
        found = next((each for each in stood if each.line.id == line_id), None)
        if found is None:
            raise NotFound
        line = line_of(found)
        person = view.case.person
        return OneLine(
            head=cases.head_of(view),
            line=line,
            candidates=using.candidates(line.words, texts, line.section, (person.forename, person.surname)),
            history=_history(line_id),
            following=_following(stood, line_id),
        )


def state(view: CaseView, texts: Mapping[str, str]) -> State:
    """What stands in the way of issuing these texts, of a case that is open already. Four queries."""
    rows = advice_used.counting(view.case, view.facts)
    undecided = sum(not each.standing.is_settled for each in advice_used.stood(rows, texts))
    unread = len(advice_used.to_go_through(rows))
    return State(undecided, unread, len(advice_used.open_objections(view.case)))


def objections_of(view: CaseView, own: Iterable[UUID] | None = None) -> tuple[ObjectionLine, ...]:
    """What authors said of a case that is open already, to whoever may read that advice; the latest first. One query.

    `own` are the ids of the reader's own advice, where only what was said of that is wanted.
    """
    rows = AdviceObjection.objects.filter(case=view.case).select_related("advice", "line")
    if own is not None:
        rows = rows.filter(advice__in=list(own))
    rows = rows.defer("advice__answers", "advice__passages").order_by("-made_at", "id")
    return tuple(
        _objection(row)
        for row in rows
        if own is not None or advice.may_read(view, AdviceKind(row.advice.kind))
    )


def _objection(row: AdviceObjection) -> ObjectionLine:
    return ObjectionLine(
        id=row.id,
        request=row.advice.request_id,
        kind=AdviceKind(row.advice.kind),
        author=row.advice.author_name,
        about=(LineKind(row.line.kind), row.line.number) if row.line else None,
        words=row.words,
        made_by=row.made_by_name,
        made_at=row.made_at,
        settled=row.settled,
        because=row.settled_because,
        settled_by=row.settled_by_name,
        settled_at=row.settled_at,
    )


def line_of(each: Stood) -> LineToUse:
    """A line as pages show it."""
    return LineToUse(
        id=each.line.id,
        advice=each.advice.id,
        request=each.advice.request_id,
        author=each.advice.author_name,
        kind=AdviceKind(each.advice.kind),
        number=each.line.number,
        line_kind=LineKind(each.line.kind),
        section=PlanSection(each.line.section),
        words=each.line.words,
        place=each.line.place,
        standing=each.standing,
        decision=advice_used.decision_of(each.use),
        decided_by=each.use.decided_by_name if each.use else "",
        decided_at=each.use.decided_at if each.use else None,
    )


def _papers(view: CaseView, rows: list[Advice], stood: list[Stood]) -> tuple[Paper, ...]:
    return tuple(
        Paper(
            advice=row.id,
            author=row.author_name,
            kind=AdviceKind(row.kind),
            lines=sum(each.advice.id == row.id for each in stood),
            is_gone_through=row.gone_through_at is not None,
        )
        for row in rows
        if advice.may_read(view, AdviceKind(row.kind)) and (row.document_id or row.kind == advice_used.FAMILY)
    )


def _history(line_id: UUID) -> tuple[Past, ...]:
    """Every decision but the latest, the latest of them first."""
    rows = list(LineUse.objects.filter(line=line_id).order_by("-id"))
    found = [(advice_used.decision_of(row), row) for row in rows[1:]]
    return tuple(
        Past(decision, row.decided_by_name, row.decided_at, row.version)
        for decision, row in found
        if decision
    )


def _following(stood: list[Stood], line_id: UUID) -> UUID | None:
    """The next line that is undecided, round to the beginning; None where this is the last of them."""
    place = next(n for n, each in enumerate(stood) if each.line.id == line_id)
    rest = [*stood[place + 1 :], *stood[:place]]
    return next((each.line.id for each in rest if not each.standing.is_settled), None)
