"""Who has a case. No case is ever without an owner once it is registered."""

from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.app import doing, letters, ports
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused
from alongside.records.models import Account, Position


def assign(case_id: UUID, to: UUID, *, by: Actor, at: datetime) -> None:
    """Give the case to another coordinator of the authority. The family is told who looks after it now."""
    with doing.on_case(case_id, Permission.ASSIGN_CASE, by=by, at=at) as deed:
        if deed.case.owner_id == to:
            raise Refused("This coordinator has the case already. Choose somebody else.", field="to")
        name = give(deed, to)
        for party in letters.family_of(deed.case, on=deed.today):
            if party.agreed_to_email:
                text = (
                    f"Hello\n\n{name} now looks after your case. Everything that you have told us stays with it.\n\n"
                    f"Sign in to see it: {ports.address()}\n\nYour reference is {deed.case.reference}.\n"
                )
                deed.tell(
                    party.email, "CASE_ASSIGNED", f"{deed.case.reference}: who looks after your case", text
                )


def give(deed: CaseDeed, to: UUID) -> str:
    """Within a deed: make `to` the owner, if `to` is a coordinator at work on the day. Returns the name."""
    account = coordinator(deed, to)
    deed.append(EventKind.CASE_ASSIGNED, deed.today, {"to": str(account.id), "to_name": account.name})
    return account.name


def coordinator(deed: CaseDeed, who: UUID) -> Account:
    """Somebody who can have cases on the day of the deed. Raises `Refused` for anybody else."""
    account = Account.objects.filter(id=who, is_active=True).first()
    if account is None or not _coordinators(deed).filter(account=who).exists():
        raise Refused("Choose a coordinator who works here today.", field="to")
    return account


def give_to_least_busy(deed: CaseDeed) -> None:
    """Within a deed: make the coordinator with the fewest open cases the owner.

    Raises `Refused` where the authority has no coordinator: a case without an owner is never kept.
    """
    account = (
        Account.objects.filter(id__in=_coordinators(deed).values("account"), is_active=True)
        .annotate(load=Count("case", filter=Q(case__is_open=True)))
        .order_by("load", "created_at", "id")
        .first()
    )
    if account is None:
        raise Refused(
            "No coordinator works here today, so nobody could own the case. Add one under Accounts, then "
            "register the request again: nothing has been saved."
        )
    deed.append(EventKind.CASE_ASSIGNED, deed.today, {"to": str(account.id), "to_name": account.name})


def _coordinators(deed: CaseDeed) -> QuerySet[Position]:
    on = ports.today(deed.at)
    return Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=on),
        authority=deed.by.authority,
        role=RoleCode.COORDINATOR,
        starts_on__lte=on,
    )
