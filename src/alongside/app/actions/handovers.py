"""A leaver's cases pass to others, each with a note, and each family is told. No case is ever unowned."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from alongside.app import doing, letters, ports
from alongside.app.actions import owners
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused
from alongside.records.models import Account, Case, Position


@dataclass(frozen=True, slots=True)
class Handover:
    """One case, who takes it, and what they must know. The note is for officers; the family's letter is not it."""

    case_id: UUID
    to: UUID
    note: str


def hand_over(
    leaver: UUID, handovers: Sequence[Handover], *, last_day: date | None, by: Actor, at: datetime
) -> int:
    """Pass every case of `leaver` on, in one deed, and end their position after `last_day` if one is given.

    Refuses unless every case of the leaver is among the handovers. Returns how many cases passed.
    """
    decide.check_act(Permission.HAND_OVER_CASES, roles=by.roles)
    today = ports.today(at)
    if last_day is not None and last_day < today:
        raise Refused(
            f"The last day, {last_day:%-d %B %Y}, is past. Give today or a later day.", field="last_day"
        )
    with doing.together(by):
        _check_whole(leaver, handovers)
        gone = Account.objects.get(id=leaver)
        for handover in handovers:
            with doing.on_case(handover.case_id, Permission.ASSIGN_CASE, by=by, at=at) as deed:
                _pass_on(deed, handover, gone)
        if last_day is not None:
            _end_positions(leaver, last_day, by)
    return len(handovers)


def end_position(position_id: UUID, last_day: date, *, by: Actor, at: datetime) -> None:
    """End somebody's position after a day. Refused while they would leave cases without an owner."""
    with doing.deed("POSITION_ENDED", Permission.MANAGE_ACCOUNTS, by=by, at=at) as body:
        position = Position.objects.filter(id=position_id, authority=by.authority).first()
        if position is None:
            raise Refused("There is no such position. Look at the list again.")
        if last_day < position.starts_on:
            raise Refused("The last day is before the first. Check the dates.", field="last_day")
        _check_can_end(position, ports.today(at))
        position.ends_before = last_day + timedelta(days=1)
        position.save(update_fields=["ends_before"])
        body.update(position=str(position.id), ends_before=position.ends_before.isoformat())


def _check_can_end(position: Position, today: date) -> None:
    """Refuse to end what ended already, what cases hang on, and what everybody's access hangs on."""
    if position.ends_before is not None and position.ends_before <= today:
        raise Refused("This position has ended already. Look at the list again.")
    in_force = Position.objects.filter(
        authority=position.authority_id, role=position.role, ends_before=None, starts_on__lte=today
    ).exclude(id=position.id)
    held = Case.objects.filter(owner=position.account_id).count()
    same = in_force.filter(account=position.account_id)
    if held and position.role == RoleCode.COORDINATOR and not same.exists():
        raise Refused(
            f"This person has {held} {'case' if held == 1 else 'cases'}. Hand them over first: no case may be "
            "without an owner.",
        )
    if position.role == RoleCode.DATA_OFFICER and not in_force.filter(account__is_active=True).exists():
        raise Refused(
            "Nobody else keeps the accounts here, so nobody could add people any more. Give somebody else this role "
            "first.",
        )


def _check_whole(leaver: UUID, handovers: Sequence[Handover]) -> None:
    held = dict(Case.objects.filter(owner=leaver).values_list("id", "reference"))
    missing = [
        reference for case_id, reference in held.items() if case_id not in {h.case_id for h in handovers}
    ]
    if missing:
        raise Refused(
            f"{', '.join(sorted(missing)[:5])} would be without an owner. Say who takes every case: "
            "somebody may have been given one since you opened the page."
        )
    for handover in handovers:
        if handover.case_id not in held:
            raise Refused("A case on the list is no longer this person’s. Open the page again.")
        if handover.to == leaver:
            raise Refused(f"{held[handover.case_id]}: choose somebody other than the leaver.", field="to")
        if not handover.note.strip():
            raise Refused(
                f"{held[handover.case_id]}: write a handover note, so that the family need not tell it all again.",
                field="note",
            )


def _pass_on(deed: CaseDeed, handover: Handover, gone: Account) -> None:
    taker = owners.coordinator(deed, handover.to)
    deed.append(
        EventKind.CASE_HANDED_OVER,
        deed.today,
        {"from": str(gone.id), "to": str(taker.id), "note": handover.note.strip(), "to_name": taker.name},
    )
    deed.case.owner_id = taker.id
    about = f"{taker.name} now looks after your case and has been told what you have told us"
    for party in letters.family_of(deed.case, on=deed.today):
        letters.tell(deed, party, "CASE_HANDED_OVER", about)


def _end_positions(leaver: UUID, last_day: date, by: Actor) -> None:
    Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=last_day), account=leaver, authority=by.authority
    ).update(ends_before=last_day + timedelta(days=1))
