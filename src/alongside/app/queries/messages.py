"""Messages: somebody's own thread, the threads of a case for its officers, and what waits for an answer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from alongside.app import involvement, ports, scope, seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import FAMILY
from alongside.core.case.codes import Channel
from alongside.core.case.promises import Promise
from alongside.records.models import CaseParty, Message


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `promise` is None where no answer was promised: what officers write."""

    id: UUID
    from_family: bool
    author_name: str
    channel: Channel
    text: str
    sent_at: datetime
    promise: Promise | None


@dataclass(frozen=True, slots=True)
class Thread:
    """What one member of the family and the officers wrote to each other, the latest first.

    `reply_days` are the working days within which the authority promises an answer.
    """

    head: CaseHead
    party_id: UUID
    name: str
    is_over: bool
    lines: tuple[Line, ...]
    reply_days: int

    @property
    def waiting(self) -> tuple[Line, ...]:
        """Messages of the family that nobody has answered."""
        return tuple(line for line in self.lines if line.promise and line.promise.answered_on is None)


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One thread in the list: with whom, how much is in it, and the oldest promise that is still open."""

    party_id: UUID
    name: str
    relationship: str
    count: int
    last_at: datetime | None
    waiting: Promise | None


@dataclass(frozen=True, slots=True)
class Threads:
    """The threads of a case that this reader may open."""

    head: CaseHead
    lines: tuple[ThreadLine, ...]


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One message of any case that waits for an answer."""

    case_id: UUID
    party_id: UUID
    child: str
    reference: str
    from_name: str
    owner_name: str
    sent_at: datetime
    promise: Promise


@dataclass(frozen=True, slots=True)
class WaitingMessages:
    """Messages without an answer, whose promise ends first coming first."""

    lines: tuple[WaitingLine, ...]
    total: int
    today: date


def own_thread(case_id: UUID, *, by: Actor, at: datetime) -> Thread:
    """The reader's own thread: for a parent, the young person, or a supporter."""
    with seeing.case(case_id, Permission.SEND_MESSAGE, by=by, at=at) as view:
        if view.party is None:
            raise NotFound
        return _thread(view, view.party)


def thread(case_id: UUID, party_id: UUID, *, by: Actor, at: datetime) -> Thread:
    """One thread, for officers. Whoever is family finds their own and no other."""
    with seeing.case(case_id, Permission.SEE_MESSAGES, by=by, at=at) as view:
        party = _parties(view).filter(id=party_id).first()
        if party is None:
            raise NotFound
        return _thread(view, party)


def threads(case_id: UUID, *, by: Actor, at: datetime) -> Threads:
    """Everybody with whom officers can write. Three questions, whatever the number of threads."""
    with seeing.case(case_id, Permission.SEE_MESSAGES, by=by, at=at) as view:
        parties = list(_parties(view).order_by("starts_on", "name"))
        rows = list(Message.objects.filter(case=view.case, party__in=parties).order_by("sent_at"))
        return Threads(cases.head_of(view), tuple(_thread_line(party, rows) for party in parties))


def waiting(
    *, by: Actor, at: datetime, mine: bool = True, offset: int = 0, size: int = 50
) -> WaitingMessages:
    """What waits for an answer: in the reader's own cases, or in every case of the authority. Two questions."""
    involvement.check_may_answer(by, Permission.ANSWER_MESSAGE, "messages from families")
    with scope.opened(by):
        rows = (
            Message.objects.filter(authority=by.authority, from_family=True, replied_at=None)
            .exclude(case__parties__account=by.account)  # on such a case they are family
            .select_related("case__person", "case__owner", "party")
            .order_by("reply_due", "sent_at", "id")
        )
        if mine:
            rows = rows.filter(case__owner=by.account)
        return WaitingMessages(
            tuple(_waiting(row) for row in rows[offset : offset + size]), rows.count(), ports.today(at)
        )


def _parties(view: CaseView) -> QuerySet[CaseParty]:
    """Whose threads this reader may open: officers everybody's, the family only their own."""
    if view.relations & FAMILY:
        return view.case.parties.filter(id=view.party.id) if view.party else view.case.parties.none()
    return view.case.parties.all()


def _thread(view: CaseView, party: CaseParty) -> Thread:
    rows = Message.objects.filter(case=view.case, party=party).order_by("-sent_at", "-id")
    return Thread(
        head=cases.head_of(view),
        party_id=party.id,
        name=party.name,
        is_over=party.ends_before is not None and party.ends_before <= view.today,
        lines=tuple(_line(row) for row in rows),
        reply_days=view.case.authority.reply_days,
    )


def _line(row: Message) -> Line:
    return Line(
        row.id, row.from_family, row.author_name, Channel(row.channel), row.text, row.sent_at,
        _promise(row) if row.from_family else None,
    )  # fmt: skip


def _promise(row: Message) -> Promise:
    return Promise(row.reply_due, None if row.replied_at is None else ports.today(row.replied_at))


def _thread_line(party: CaseParty, rows: list[Message]) -> ThreadLine:
    mine = [row for row in rows if row.party_id == party.id]
    open_ = [row for row in mine if row.from_family and row.replied_at is None]
    first = min(open_, key=lambda row: row.reply_due or date.max, default=None)
    return ThreadLine(
        party_id=party.id,
        name=party.name,
        relationship=party.relationship,
        count=len(mine),
        last_at=mine[-1].sent_at if mine else None,
        waiting=None if first is None else Promise(first.reply_due),
    )


def _waiting(row: Message) -> WaitingLine:
    assert row.party is not None  # what the family writes stands in somebody's thread
    person = row.case.person
    return WaitingLine(
        case_id=row.case_id,
        party_id=row.party.id,
        child=f"{person.forename} {person.surname}",
        reference=row.case.reference,
        from_name=row.author_name,
        owner_name=row.case.owner.name if row.case.owner else "",
        sent_at=row.sent_at,
        promise=Promise(row.reply_due),
    )
