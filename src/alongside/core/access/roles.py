"""Every role, by its code."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.access import adviser_roles, authority_roles, family_roles, oversight_roles
from alongside.core.access.role import Role, RoleCode

__all__ = ["NEVER_BY_MACHINE", "ROLES", "RoleCode"]

ROLES: Mapping[RoleCode, Role] = MappingProxyType(
    {
        role.code: role
        for role in (
            authority_roles.COORDINATOR,
            authority_roles.SEND_MANAGER,
            authority_roles.PANEL_CHAIR,
            authority_roles.PLACEMENTS_OFFICER,
            oversight_roles.DATA_OFFICER,
            oversight_roles.DIRECTOR,
            adviser_roles.EDUCATIONAL_PSYCHOLOGIST,
            adviser_roles.HEALTH_ADVISER,
            adviser_roles.DESIGNATED_CLINICAL_OFFICER,
            adviser_roles.SOCIAL_CARE_ADVISER,
            adviser_roles.SENCO,
            family_roles.PARENT,
            family_roles.YOUNG_PERSON,
            family_roles.SUPPORTER,
            oversight_roles.INSPECTOR,
            oversight_roles.SERVICE,
            oversight_roles.PUBLIC,
        )
    }
)
"""In the order in which the matrix shows them."""

NEVER_BY_MACHINE: frozenset[RoleCode] = frozenset({RoleCode.SERVICE})
"""Roles that no person signs in with: they decide nothing about a child."""
