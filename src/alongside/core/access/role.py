"""What a role is: a code, a name, a plain description, and its rights, each with the reason for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation


@unique
class RoleCode(StrEnum):
    """The stored code of each role. A code is never renamed and never reused."""

    COORDINATOR = "COORDINATOR"
    SEND_MANAGER = "SEND_MANAGER"
    PANEL_CHAIR = "PANEL_CHAIR"
    PLACEMENTS_OFFICER = "PLACEMENTS_OFFICER"
    DATA_OFFICER = "DATA_OFFICER"
    DIRECTOR = "DIRECTOR"
    EDUCATIONAL_PSYCHOLOGIST = "EDUCATIONAL_PSYCHOLOGIST"
    HEALTH_ADVISER = "HEALTH_ADVISER"
    DESIGNATED_CLINICAL_OFFICER = "DESIGNATED_CLINICAL_OFFICER"
    SOCIAL_CARE_ADVISER = "SOCIAL_CARE_ADVISER"
    SENCO = "SENCO"
    PARENT = "PARENT"
    YOUNG_PERSON = "YOUNG_PERSON"
    SUPPORTER = "SUPPORTER"
    INSPECTOR = "INSPECTOR"
    SERVICE = "SERVICE"
    PUBLIC = "PUBLIC"


@dataclass(frozen=True, slots=True)
class Right:
    """One permission of one role.

    It holds on the cases to which the person stands in any of `relations`. `relations` is empty where, and
    only where, the permission concerns no one case. `why` completes "so that …".
    """

    permission: Permission
    relations: frozenset[Relation]
    why: str


@dataclass(frozen=True, slots=True)
class Role:
    """One kind of person who uses the service, as families and officers would describe them."""

    code: RoleCode
    name: str
    description: str
    rights: tuple[Right, ...]

    @property
    def permissions(self) -> Mapping[Permission, str]:
        """What the role may ever do, each with the reason why."""
        return MappingProxyType({right.permission: right.why for right in self.rights})


def rights(why: str, relations: tuple[Relation, ...], *permissions: Permission) -> tuple[Right, ...]:
    """Rights that hold for one and the same reason, on cases to which the person stands in `relations`."""
    return tuple(Right(permission, frozenset(relations), why) for permission in permissions)


def deeds(why: str, *permissions: Permission) -> tuple[Right, ...]:
    """Rights that concern no one case, for one and the same reason."""
    return rights(why, (), *permissions)
