"""Which sections of a plan a service can be asked to write, and which roles write for it.

Health describes the health needs and what health will provide, social care the same for its part; each must agree to
what stands there before the plan is final (Children and Families Act 2014 s.42(3); SEND Regulations 2014 reg 12(2)).
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.access.role import RoleCode
from alongside.core.case.codes import AdviceKind, PlanSection

HEALTH = (PlanSection.C, PlanSection.G)
SOCIAL_CARE = (PlanSection.D, PlanSection.H1, PlanSection.H2)

WRITTEN_BY: Mapping[RoleCode, tuple[PlanSection, ...]] = MappingProxyType(
    {
        RoleCode.HEALTH_ADVISER: HEALTH,
        RoleCode.DESIGNATED_CLINICAL_OFFICER: HEALTH,
        RoleCode.SOCIAL_CARE_ADVISER: SOCIAL_CARE,
    }
)
"""The sections that somebody in a role may write, where their body was asked to."""

ADVISED_BY: Mapping[PlanSection, AdviceKind] = MappingProxyType(
    dict.fromkeys(HEALTH, AdviceKind.MEDICAL) | dict.fromkeys(SOCIAL_CARE, AdviceKind.SOCIAL_CARE)
)
"""The kind of advice that a body was asked for, if it can be asked to write the section. No other section is given."""


def may_write(section: PlanSection, roles: frozenset[RoleCode]) -> bool:
    """Whether any of the roles writes this section for its service."""
    return any(section in WRITTEN_BY.get(role, ()) for role in roles)
