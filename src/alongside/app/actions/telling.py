"""Telling bodies by e-mail that something waits for them here: a reference and a link, never the child's name."""

from django.db.models import Q

from alongside.app import ports
from alongside.app.doing import CaseDeed
from alongside.core.access.role import RoleCode
from alongside.records.models import Organisation, Position


def addresses_of(deed: CaseDeed, body: Organisation, role: RoleCode | None = None) -> tuple[str, ...]:
    """The body's own address, or those of its people (in this role, where one is given) on the day of the deed."""
    if body.email:
        return (body.email,)
    in_force = Q(starts_on__lte=deed.today) & (Q(ends_before=None) | Q(ends_before__gt=deed.today))
    rows = Position.objects.filter(in_force, organisation=body, account__is_active=True)
    if role is not None:
        rows = rows.filter(role=role)
    return tuple(rows.order_by("account__email").values_list("account__email", flat=True).distinct())


def tell(deed: CaseDeed, body: Organisation, kind: str, about: str, *, role: RoleCode | None = None) -> bool:
    """Within a deed: put a message to the body into the outbox. False where nobody there has an address."""
    emails = addresses_of(deed, body, role)
    for email in emails:
        text = f"{about}\n\nReference: {deed.case.reference}\nSign in to see it: {ports.address()}\n"
        deed.tell(email, kind, f"{deed.case.reference}: {about}", text)
    return bool(emails)
