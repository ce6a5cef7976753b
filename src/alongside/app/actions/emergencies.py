"""Breaking the glass: one case is opened to one person for an hour, with a reason, and somebody else is told.

It opens reading and no deed (`app.involvement.opened_to`). Somebody else reviews it afterwards.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.app import doing, ports
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.reviewing import for_reviewer
from alongside.core.access import break_glass
from alongside.core.access.break_glass import TOLD, TOLD_OF_A_MANAGER, Pane
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.role import RoleCode
from alongside.core.calendar.london import LONDON
from alongside.core.refusal import Refused
from alongside.records.models import Account, Authority, CaseParty, EmergencyOpening, Position

DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Opened:
    """Until when the case is open, and to how many people a message went."""

    opening_id: UUID
    ends_at: datetime
    told: int


def open_case(case_id: UUID, reason: str, *, by: Actor, at: datetime) -> Opened:
    """Open one case for an hour. The SEND managers are told at once; of a manager's own, the directors.

    Raises `NotFound` or `NotAllowed` for whoever may not, family to the case among them, and `Refused` where the
    reason is none, where it would open nothing, where it is open already, and after the fifth case in 24 hours.
    """
    with doing.on_case(case_id, Permission.BREAK_GLASS, by=by, at=at) as deed:
        if not break_glass.opens(by.roles, deed.relations):
            raise Refused(
                "You can see already whatever an emergency would open to you. Open the case itself."
            )
        pane = break_glass.break_glass(reason=reason, by=by.roles, at=at)
        account = Account.objects.select_for_update().get(
            id=str(by.account)
        )  # one at a time, so that they are counted
        _check_not_open(deed)
        latest = EmergencyOpening.objects.filter(account=account, opened_at__gt=at - DAY)
        break_glass.check_not_too_often(latest.count())
        emails = _emails(deed, pane.told)
        opening = EmergencyOpening.objects.create(
            authority_id=by.authority, case=deed.case, account=account, account_name=by.name, reason=pane.reason,
            opened_at=pane.broken_at, ends_at=pane.ends_at, told=pane.told, told_count=len(emails),
        )  # fmt: skip
        deed.note(
            "EMERGENCY_OPENED", opening=str(opening.id), ends_at=pane.ends_at.isoformat(), told=str(pane.told)
        )
        _tell(deed, opening, emails, pane)
        return Opened(opening.id, opening.ends_at, len(emails))


def review(opening_id: UUID, note: str, *, by: Actor, at: datetime) -> None:
    """Say what came of looking at an emergency. Once, by somebody else than who opened the case."""
    with doing.deed(
        "EMERGENCY_REVIEWED", Permission.REVIEW_EMERGENCY, by=by, at=at, subject=str(opening_id)
    ) as body:
        row = for_reviewer(by).select_for_update(of=("self",)).filter(id=opening_id).first()
        if row is None:
            raise NotFound
        if row.account_id == by.account:
            raise Refused("This was your own emergency. Somebody else reviews it.")
        if row.reviewed_at is not None:
            raise Refused(f"{row.reviewed_by_name} has reviewed this already. A review is written once.")
        words = note.strip()
        if not words:
            raise Refused(
                "Write what you found: was the emergency one, and was what was read needed?", field="note"
            )
        row.reviewed_by_id, row.reviewed_by_name, row.reviewed_at = by.account, by.name, at
        row.review_note = words
        row.save(update_fields=["reviewed_by", "reviewed_by_name", "reviewed_at", "review_note"])
        body.update(case=str(row.case_id))


def _check_not_open(deed: CaseDeed) -> None:
    current = EmergencyOpening.objects.filter(
        case=deed.case, account=deed.by.account, opened_at__lte=deed.at, ends_at__gt=deed.at
    ).first()
    if current is not None:
        until = current.ends_at.astimezone(LONDON)
        raise Refused(
            f"You have this case open in an emergency until {until:%H:%M} already. Open the case itself."
        )


def _emails(deed: CaseDeed, told: RoleCode) -> list[str]:
    """Whoever holds the role that is told; where nobody else does, the other of the two; last, the team's address."""
    other = TOLD_OF_A_MANAGER if told is TOLD else TOLD
    found = _holders(deed, told, deed.today) or _holders(deed, other, deed.today)
    if not found:
        team = Authority.objects.get(code=deed.by.authority).email
        found = [team] if team else []
    return found


def _holders(deed: CaseDeed, role: RoleCode, on: date) -> list[str]:
    """Who holds a role today, but not whoever opened the case, and nobody who is family to it."""
    family: QuerySet[CaseParty] = CaseParty.objects.filter(case=deed.case).exclude(account=None)
    held = Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=on),
        authority=deed.by.authority, role=role, starts_on__lte=on, account__is_active=True,
    )  # fmt: skip
    others = held.exclude(account=deed.by.account).exclude(account__in=family.values("account"))
    return sorted(set(others.values_list("account__email", flat=True)))


def _tell(deed: CaseDeed, opening: EmergencyOpening, emails: list[str], pane: Pane) -> None:
    """A reference and a link. The reason may name the child, so it is read behind the sign-in."""
    at, until = (moment.astimezone(LONDON) for moment in (pane.broken_at, pane.ends_at))
    text = (
        f"Hello\n\n{deed.by.name} opened case {deed.case.reference} in an emergency on {at:%-d %B %Y} at {at:%H:%M}. "
        f"It is open to them until {until:%H:%M}.\n\nRead the reason, see what was looked at, and review it: "
        f"{ports.address(f'/emergencies/{opening.id}')}\n"
    )
    for email in emails:
        deed.tell(email, "EMERGENCY_OPENED", f"{deed.case.reference}: opened in an emergency", text)
