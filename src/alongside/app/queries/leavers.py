"""What a leaver leaves behind: every case that they have, what was promised in it, and what is due next."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Stage
from alongside.core.law import work
from alongside.records.models import Account, Case, Due, Message, Position


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Somebody who has cases. `ends_before` is the first day on which they no longer work here."""

    account: UUID
    name: str
    team: str
    cases: int
    open_cases: int
    ends_before: date | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A message of the family that was to be answered by a day."""

    message_id: UUID
    asked_on: date
    promised: date


@dataclass(frozen=True, slots=True)
class Left:
    """One case of a leaver, with a note drafted from its facts and the new owner proposed by least load."""

    case_id: UUID
    reference: str
    name: str
    stage: Stage
    next_rule: str
    next_due: date | None
    promises: tuple[Promise, ...]
    proposed: UUID | None


@dataclass(frozen=True, slots=True)
class Leaving:
    """A leaver, the cases, and the people who could take them."""

    leaver: Coordinator
    cases: tuple[Left, ...]
    others: tuple[Coordinator, ...]


def coordinators(*, by: Actor, at: datetime) -> tuple[Coordinator, ...]:
    """Everybody who is a coordinator on the day or still has cases, by name. Two queries."""
    decide.check_act(Permission.HAND_OVER_CASES, roles=by.roles)
    with scope.opened(by):
        return _coordinators(by.authority, ports.today(at))


def leaving(account: UUID, *, by: Actor, at: datetime) -> Leaving | None:
    """The cases of one coordinator, ready to be handed over; None where the account is no coordinator."""
    decide.check_act(Permission.HAND_OVER_CASES, roles=by.roles)
    on = ports.today(at)
    with scope.opened(by):
        everybody = _coordinators(by.authority, on)
        leaver = next((c for c in everybody if c.account == account), None)
        if leaver is None:
            return None
        others = tuple(c for c in everybody if c.account != account and c.ends_before is None)
        return Leaving(leaver, _cases(account, others), others)


def _coordinators(authority: str, on: date) -> tuple[Coordinator, ...]:
    positions = Position.objects.filter(
        authority=authority, role=RoleCode.COORDINATOR, starts_on__lte=on
    ).order_by("starts_on")
    latest = {position.account_id: position for position in positions}
    rows = (
        Account.objects.filter(Q(id__in=latest) | Q(case__authority=authority))
        .annotate(
            cases=Count("case", distinct=True),
            open_cases=Count("case", filter=Q(case__is_open=True), distinct=True),
        )
        .order_by("name")
    )
    found = []
    for row in rows:
        position = latest.get(row.id)
        gone = position is None or (position.ends_before is not None and position.ends_before <= on)
        if gone and not row.cases:
            continue
        found.append(
            Coordinator(
                account=row.id,
                name=row.name,
                team=position.team if position else "",
                cases=row.cases,
                open_cases=row.open_cases,
                ends_before=position.ends_before if position else on,
            )
        )
    return tuple(found)


def _cases(account: UUID, others: tuple[Coordinator, ...]) -> tuple[Left, ...]:
    rows = list(Case.objects.filter(owner=account).select_related("person").order_by("-is_open", "reference"))
    dues: dict[UUID, Due] = {}
    live = Due.objects.filter(case__in=rows, is_live=True, statutory_due__isnull=False)
    for due in live.exclude(rule__in=work.NOT_WORK).order_by("-statutory_due", "-rule"):
        dues[due.case_id] = due
    promises: dict[UUID, list[Promise]] = defaultdict(list)
    for message in Message.objects.filter(case__in=rows, replied_at=None, reply_due__isnull=False):
        if message.reply_due is not None:
            asked = Promise(message.id, ports.today(message.sent_at), message.reply_due)
            promises[message.case_id].append(asked)
    load = Counter({c.account: c.open_cases for c in others})
    return tuple(_left(row, dues.get(row.id), promises[row.id], load) for row in rows)


def _left(row: Case, due: Due | None, promises: list[Promise], load: Counter[UUID]) -> Left:
    proposed = min(load, key=lambda who: (load[who], str(who)), default=None)
    if proposed is not None:
        load[proposed] += 1
    return Left(
        case_id=row.id,
        reference=row.reference,
        name=f"{row.person.forename} {row.person.surname}",
        stage=Stage(row.stage),
        next_rule=due.rule if due else "",
        next_due=due.statutory_due if due else None,
        promises=tuple(sorted(promises, key=lambda p: p.promised)),
        proposed=proposed,
    )
