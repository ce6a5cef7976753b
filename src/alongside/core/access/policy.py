"""The one table of who may do what on which cases: permission by role by relation, with the reason.

`decide.py` reads nothing else, so whatever the table lists is what happens. It can be walked: the matrix in
the documents and the tests over every door are made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import ROLES


@dataclass(frozen=True, slots=True)
class Grant:
    """One row: this role may do this on cases to which the person stands in any of `relations`.

    `relations` is empty where the permission concerns no one case. `why` completes "so that …".
    """

    permission: Permission
    role: RoleCode
    relations: frozenset[Relation]
    why: str


POLICY: tuple[Grant, ...] = tuple(
    Grant(right.permission, role.code, right.relations, right.why)
    for role in ROLES.values()
    for right in role.rights
)


def _by_permission() -> Mapping[Permission, Mapping[RoleCode, Grant]]:
    table: dict[Permission, dict[RoleCode, Grant]] = {permission: {} for permission in Permission}
    for grant in POLICY:
        table[grant.permission][grant.role] = grant
    return MappingProxyType({permission: MappingProxyType(row) for permission, row in table.items()})


GRANTS: Mapping[Permission, Mapping[RoleCode, Grant]] = _by_permission()
"""The table by permission, then by role. Every permission is a key."""


def relations_needed(permission: Permission, roles: frozenset[RoleCode]) -> frozenset[Relation]:
    """The relations of which any one lets a holder of `roles` do this. Lists are scoped with it.

    Empty where none of the roles may ever do it, and where it concerns no one case.
    """
    held = (grant for role, grant in GRANTS[permission].items() if role in roles)
    return frozenset(relation for grant in held for relation in grant.relations)


def may_ever(permission: Permission, roles: frozenset[RoleCode]) -> bool:
    """Whether any of the roles may do this on any case at all: what a door asks before it knows the case."""
    return not roles.isdisjoint(GRANTS[permission])


def _in_words(grant: Grant) -> str:
    name = ROLES[grant.role].name
    phrases = [relation.phrase for relation in Relation if relation in grant.relations]
    return f"{name} who {' or '.join(phrases)}" if phrases else name


def who_may(permission: Permission) -> str:
    """Those who may do this, in words, for a refusal that says whom to ask."""
    return "; ".join(_in_words(grant) for grant in GRANTS[permission].values())
