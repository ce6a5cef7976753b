"""Which role is held for what kind of body."""

import pytest

from alongside.core.access import staffing
from alongside.core.access.permission import Permission
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import NEVER_BY_MACHINE, ROLES
from alongside.core.access.staffing import HELD_FOR, NEEDS_A_BODY, check_role_for_body
from alongside.core.case.bodies import BodyKind
from alongside.core.refusal import Refused


@pytest.mark.parametrize("role", RoleCode)
@pytest.mark.parametrize("kind", [*BodyKind, None])
def test_role_is_given_only_for_a_body_that_it_is_held_for(role: RoleCode, kind: BodyKind | None) -> None:
    fits = role in HELD_FOR and (role not in NEEDS_A_BODY if kind is None else kind in HELD_FOR[role])
    if fits:
        check_role_for_body(role, kind)
        return
    with pytest.raises(Refused) as refused:
        check_role_for_body(role, kind)
    assert refused.value.field == ("organisation" if role in HELD_FOR else "role")
    assert refused.value.sentence.endswith(".")


def test_no_role_that_opens_cases_of_the_whole_authority_is_held_for_a_school_or_a_trust() -> None:
    outside = set(BodyKind) - staffing.OF_THE_AUTHORITY
    for role in (
        RoleCode.COORDINATOR,
        RoleCode.SEND_MANAGER,
        RoleCode.PANEL_CHAIR,
        RoleCode.PLACEMENTS_OFFICER,
    ):
        assert outside.isdisjoint(HELD_FOR[role])
    beyond = [role for role in HELD_FOR if role not in NEEDS_A_BODY and HELD_FOR[role] & outside]
    assert all(not p.needs_case for role in beyond for p in ROLES[role].permissions)


def test_family_and_service_roles_are_given_by_nobody() -> None:
    family = {RoleCode.PARENT, RoleCode.YOUNG_PERSON, RoleCode.SUPPORTER, RoleCode.PUBLIC}
    assert (family | NEVER_BY_MACHINE).isdisjoint(HELD_FOR)
    assert set(RoleCode) == family | NEVER_BY_MACHINE | set(HELD_FOR)


def test_sentence_says_what_to_choose() -> None:
    with pytest.raises(Refused, match=r"choose a service of the council, or leave it empty\.$"):
        check_role_for_body(RoleCode.COORDINATOR, BodyKind.SETTING)
    with pytest.raises(Refused, match=r"choose a school, college or nursery\.$"):
        check_role_for_body(RoleCode.SENCO, BodyKind.COUNCIL)
    with pytest.raises(Refused, match=r"leave it empty\.$"):
        check_role_for_body(RoleCode.INSPECTOR, BodyKind.COUNCIL)


def test_only_the_data_officer_gives_roles_and_managers_see_who_has_them() -> None:
    assert {r for r in RoleCode if Permission.MANAGE_ACCOUNTS in ROLES[r].permissions} == {
        RoleCode.DATA_OFFICER
    }
    sees = {r for r in RoleCode if Permission.SEE_ACCOUNTS in ROLES[r].permissions}
    assert sees == {RoleCode.DATA_OFFICER, RoleCode.SEND_MANAGER}
