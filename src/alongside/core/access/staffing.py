"""Roles that are held by a position: who gives them to whom, and for what kind of body each is held.

The kind of body matters to safety: an officer's role opens cases of the whole authority, so it is never held for a
school or a trust (a director's, which opens no case, may be held for a health body); an adviser's or SENCO's role
opens the cases of the body, so without a body it opens nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.access.role import RoleCode
from alongside.core.access.roles import ROLES
from alongside.core.case.bodies import BodyKind
from alongside.core.refusal import Refused

OF_THE_AUTHORITY = frozenset({BodyKind.COUNCIL})
OF_HEALTH = frozenset({BodyKind.NHS_TRUST, BodyKind.ICB, BodyKind.OTHER})
OF_ADVICE = frozenset({BodyKind.COUNCIL, BodyKind.NHS_TRUST, BodyKind.ICB, BodyKind.OTHER})

HELD_FOR: Mapping[RoleCode, frozenset[BodyKind]] = MappingProxyType(
    {
        RoleCode.COORDINATOR: OF_THE_AUTHORITY,
        RoleCode.SEND_MANAGER: OF_THE_AUTHORITY,
        RoleCode.PANEL_CHAIR: OF_THE_AUTHORITY,
        RoleCode.PLACEMENTS_OFFICER: OF_THE_AUTHORITY,
        RoleCode.DATA_OFFICER: OF_THE_AUTHORITY,
        RoleCode.DIRECTOR: OF_THE_AUTHORITY | OF_HEALTH,
        RoleCode.EDUCATIONAL_PSYCHOLOGIST: OF_ADVICE,
        RoleCode.HEALTH_ADVISER: OF_HEALTH,
        RoleCode.DESIGNATED_CLINICAL_OFFICER: OF_HEALTH,
        RoleCode.SOCIAL_CARE_ADVISER: frozenset({BodyKind.COUNCIL, BodyKind.OTHER}),
        RoleCode.SENCO: frozenset({BodyKind.SETTING}),
        RoleCode.INSPECTOR: frozenset(),
    }
)
"""Every role that can be given, with the kinds of body it is held for. A family's part is in a case, and is no role
that anybody gives; the service's own role no person holds."""

NEEDS_A_BODY = frozenset(
    {
        RoleCode.EDUCATIONAL_PSYCHOLOGIST,
        RoleCode.HEALTH_ADVISER,
        RoleCode.DESIGNATED_CLINICAL_OFFICER,
        RoleCode.SOCIAL_CARE_ADVISER,
        RoleCode.SENCO,
    }
)
"""Roles that open the cases of a body, and so nothing without one."""


def check_role_for_body(role: RoleCode, kind: BodyKind | None) -> None:
    """Refuse a role that cannot be given, or not for a body of this kind. None is the authority itself."""
    if role not in HELD_FOR:
        raise Refused("Choose a role from the list: nobody is given this one.", field="role")
    name = ROLES[role].name
    if kind is None:
        if role in NEEDS_A_BODY:
            raise Refused(
                f"{name}: choose the body they work for. Without one they would see no case.",
                field="organisation",
            )
        return
    if kind in HELD_FOR[role]:
        return
    allowed = " or ".join(each.phrase for each in BodyKind if each in HELD_FOR[role])
    what_to_do = f"choose {allowed}" if allowed else "leave it empty"
    if allowed and role not in NEEDS_A_BODY:
        what_to_do += ", or leave it empty"
    raise Refused(
        f"{name}: this role is not held for {kind.phrase}; {what_to_do}.",
        field="organisation",
    )
