"""Who must hear of a decision besides the family (SEND Regulations 2014 regs 4(2), 5(2) and 10; rule A02n)."""

from dataclasses import dataclass

from django.db.models import Q

from alongside.app import ports
from alongside.app.actions import telling
from alongside.app.doing import CaseDeed
from alongside.core.access.role import RoleCode
from alongside.records.models import Organisation, Position


@dataclass(frozen=True, slots=True)
class Body:
    """One that must hear: its name in words and every address that it is told at."""

    name: str
    emails: tuple[str, ...]


def tell(deed: CaseDeed, kind: str, about: str) -> tuple[str, ...]:
    """Within a deed: tell the ICB, the authority's social care and the head or SENCO. Returns who was not reached.

    The message holds the reference, what happened and a link: never the child's name.
    """
    unreached = []
    for body in bodies_of(deed):
        if not body.emails:
            unreached.append(body.name)
        for email in body.emails:
            text = f"{about}\n\nReference: {deed.case.reference}\nSign in to see what concerns you: {ports.address()}\n"
            deed.tell(email, kind, f"{deed.case.reference}: {about}", text)
    return tuple(unreached)


def bodies_of(deed: CaseDeed) -> tuple[Body, ...]:
    """The integrated care board, social care, and the setting that the child attends, if there is one."""
    boards = list(Organisation.objects.filter(authority=deed.case.authority_id, kind="ICB").order_by("name"))
    found = [Body(board.name, telling.addresses_of(deed, board)) for board in boards]
    if not boards:
        found.append(Body("the integrated care board", _held(deed, RoleCode.DESIGNATED_CLINICAL_OFFICER)))
    found.append(Body("the authority’s social care", _held(deed, RoleCode.SOCIAL_CARE_ADVISER)))
    setting = deed.case.setting
    if setting is not None:
        found.append(Body(setting.name, telling.addresses_of(deed, setting, RoleCode.SENCO)))
    return tuple(found)


def _held(deed: CaseDeed, role: RoleCode) -> tuple[str, ...]:
    """The addresses of everybody who holds a role in the area on the day."""
    in_force = Q(starts_on__lte=deed.today) & (Q(ends_before=None) | Q(ends_before__gt=deed.today))
    rows = Position.objects.filter(
        in_force, role=role, authority=deed.case.authority_id, account__is_active=True
    )
    return tuple(rows.order_by("account__email").values_list("account__email", flat=True).distinct())
