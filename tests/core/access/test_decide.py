"""One answer for one permission, roles and relations; refusals say what and whom to ask."""

import itertools

import pytest

from alongside.core.access.decide import can_act, check_act, decide
from alongside.core.access.parts import OF_ADVICE, OPENED_BY, Part
from alongside.core.access.permission import Permission
from alongside.core.access.policy import GRANTS, POLICY, may_ever, relations_needed, who_may
from alongside.core.access.refusals import NOT_FOUND, NotAllowed, NotFound
from alongside.core.access.relations import FAMILY, Relation
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import NEVER_BY_MACHINE, ROLES
from alongside.core.case.codes import AdviceKind

CASE_PERMISSIONS = [permission for permission in Permission if permission.needs_case]
OWNER = frozenset({Relation.CASE_OWNER, Relation.SAME_AUTHORITY})


def roles(*codes: RoleCode) -> frozenset[RoleCode]:
    return frozenset(codes)


@pytest.mark.parametrize("permission", CASE_PERMISSIONS)
@pytest.mark.parametrize("role", RoleCode)
def test_case_without_a_relation_is_not_found(permission: Permission, role: RoleCode) -> None:
    for relations in (frozenset[Relation](), frozenset({Relation.NONE})):
        decision = decide(permission, roles=roles(role), relations=relations)
        assert (decision.allowed, decision.known, decision.sentence) == (False, False, NOT_FOUND)
        with pytest.raises(NotFound, match="There is no such case"):
            check_act(permission, roles=roles(role), relations=relations)


def test_everybody_at_once_without_a_relation_still_finds_no_case() -> None:
    for permission in CASE_PERMISSIONS:
        assert not decide(permission, roles=frozenset(RoleCode)).known


def test_answer_is_the_table_for_every_permission_role_and_relation() -> None:
    for permission, role, relation in itertools.product(Permission, RoleCode, Relation):
        rows = [g for g in POLICY if g.permission is permission and g.role is role]
        sees = [g for g in POLICY if g.permission is Permission.SEE_CASE and g.role is role]
        expected = any(not g.relations or relation in g.relations for g in rows)
        if permission.needs_case:
            expected = expected and any(relation in g.relations for g in sees)
        got = can_act(permission, roles=roles(role), relations=frozenset({relation}))
        assert got is expected, (permission, role, relation)


def test_refusal_says_what_is_refused_and_who_may() -> None:
    with pytest.raises(NotAllowed) as refusal:
        check_act(
            Permission.ISSUE_FINAL,
            roles=roles(RoleCode.SENCO),
            relations=frozenset({Relation.SETTING_ATTENDED}),
        )
    assert refusal.value.sentence == (
        "You may not issue the final plan. Who may: EHC coordinator who has this case; SEND manager who has "
        "this case or works for the authority that keeps this case."
    )


def test_permission_is_given_with_its_reason() -> None:
    decision = check_act(Permission.ISSUE_FINAL, roles=roles(RoleCode.COORDINATOR), relations=OWNER)
    assert decision.allowed
    assert decision.sentence == (
        "EHC coordinator: may issue the final plan, so that one named person carries each decision and each "
        "step of the case."
    )


def test_deed_to_a_part_that_one_may_not_read_is_refused() -> None:
    psychologist = {
        "roles": roles(RoleCode.EDUCATIONAL_PSYCHOLOGIST),
        "relations": frozenset({Relation.ADVISER_ASKED}),
    }
    assert can_act(Permission.SEE_DOCUMENTS, **psychologist, record_part=Part.PSYCHOLOGICAL_ADVICE)
    decision = decide(Permission.SEE_DOCUMENTS, **psychologist, record_part=Part.SOCIAL_CARE_ADVICE)
    assert decision.known
    assert not decision.allowed
    assert decision.sentence.startswith("You may not read the social care advice and detail. Who may: ")


def test_officer_who_is_the_parent_acts_as_family_only() -> None:
    both = roles(RoleCode.COORDINATOR, RoleCode.PARENT)
    relations = OWNER | {Relation.PARENT}
    assert can_act(Permission.COMMENT_ON_DRAFT, roles=both, relations=relations)
    decision = decide(Permission.DECIDE_TO_ASSESS, roles=both, relations=relations)
    assert not decision.allowed
    assert "On this case you are family, so you cannot act on it as part of your work." in decision.sentence
    assert not can_act(Permission.SEE_NOTES, roles=both, relations=relations)


@pytest.mark.parametrize("family", sorted(FAMILY))
def test_no_work_role_opens_a_case_to_family(family: Relation) -> None:
    work = frozenset(RoleCode) - {RoleCode.PARENT, RoleCode.YOUNG_PERSON, RoleCode.SUPPORTER}
    everything = frozenset(Relation) - FAMILY | {family}
    assert not decide(Permission.SEE_CASE, roles=work, relations=everything).known


def test_deed_that_concerns_no_case_needs_no_relation() -> None:
    decision = check_act(Permission.ASK_FOR_ASSESSMENT, roles=roles(RoleCode.PUBLIC))
    assert decision.known
    assert "nobody needs an account to ask for help" in decision.sentence


def test_deed_that_concerns_no_case_is_refused_and_never_not_found() -> None:
    with pytest.raises(NotAllowed, match=r"You may not import a SEN2 return\. Who may: Data officer"):
        check_act(Permission.IMPORT_RETURN, roles=roles(RoleCode.COORDINATOR))


def test_refusal_of_what_nobody_may_do_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.core.access import decide as decide_module
    from alongside.core.access import policy

    nobody = {**GRANTS, Permission.EXPORT: {}}
    monkeypatch.setattr(policy, "GRANTS", nobody)
    monkeypatch.setattr(decide_module, "GRANTS", nobody)
    monkeypatch.setattr(
        decide_module, "_decided", decide_module._decided.__wrapped__
    )  # answers are remembered
    decision = decide(Permission.EXPORT, roles=frozenset(RoleCode))
    assert decision.sentence == "You may not export data. Nobody may."


def test_two_roles_give_what_either_gives() -> None:
    relations = frozenset({Relation.SAME_AUTHORITY})
    assert can_act(
        Permission.SEE_LEDGER, roles=roles(RoleCode.COORDINATOR, RoleCode.DATA_OFFICER), relations=relations
    )
    assert can_act(
        Permission.SEE_NOTES, roles=roles(RoleCode.COORDINATOR, RoleCode.DATA_OFFICER), relations=relations
    )


class TestTheTable:
    def test_every_permission_is_somebodys(self) -> None:
        assert [permission for permission, row in GRANTS.items() if not row] == []
        assert set(GRANTS) == set(Permission)

    def test_every_role_has_a_row_and_a_description(self) -> None:
        assert set(ROLES) == set(RoleCode)
        for role in ROLES.values():
            assert role.rights
            assert role.description.endswith(".")
            assert set(role.permissions) == {right.permission for right in role.rights}

    def test_no_role_has_a_permission_twice(self) -> None:
        pairs = [(grant.role, grant.permission) for grant in POLICY]
        assert len(pairs) == len(set(pairs))

    def test_relations_are_named_exactly_where_a_case_is_concerned(self) -> None:
        for grant in POLICY:
            assert bool(grant.relations) is grant.permission.needs_case, grant

    def test_no_right_rests_on_having_nothing_to_do_with_the_case(self) -> None:
        nothing = {Relation.NONE, Relation.FAMILY_WITHOUT_SIGHT}
        assert not [grant for grant in POLICY if nothing & grant.relations]

    def test_every_right_says_why(self) -> None:
        assert not [grant for grant in POLICY if len(grant.why.split()) < 4]

    def test_whatever_a_role_may_do_on_a_case_it_may_know_of_the_case(self) -> None:
        for grant in POLICY:
            if grant.permission.needs_case:
                known_by = GRANTS[Permission.SEE_CASE][grant.role].relations
                assert grant.relations - {Relation.EMERGENCY} <= known_by, grant

    def test_emergency_opens_reading_and_nothing_else(self) -> None:
        opened = {grant.permission for grant in POLICY if Relation.EMERGENCY in grant.relations}
        assert opened
        assert opened <= set(OPENED_BY.values())

    def test_machine_decides_nothing_about_a_child(self) -> None:
        decisions = {
            Permission.DECIDE_TO_ASSESS,
            Permission.DECIDE_TO_ISSUE,
            Permission.RECORD_EXCEPTION,
            Permission.EDIT_PLAN,
            Permission.SERVE_DRAFT,
            Permission.ISSUE_FINAL,
            Permission.DECIDE_CORRECTION,
        }
        for role in NEVER_BY_MACHINE:
            assert decisions.isdisjoint(ROLES[role].permissions)

    def test_whoever_gives_out_roles_decides_nothing_and_reads_no_advice(self) -> None:
        givers = [role for role in ROLES.values() if Permission.MANAGE_ACCOUNTS in role.permissions]
        assert [role.code for role in givers] == [RoleCode.DATA_OFFICER]
        closed = {
            Permission.DECIDE_TO_ASSESS,
            Permission.DECIDE_TO_ISSUE,
            Permission.ISSUE_FINAL,
            Permission.EDIT_PLAN,
            Permission.SEE_HEALTH_DETAIL,
            Permission.SEE_SOCIAL_CARE_DETAIL,
            Permission.SEE_WITHHELD_ADDRESS,
        }
        assert closed.isdisjoint(givers[0].permissions)

    def test_nobody_has_standing_sight_of_a_withheld_address_but_the_case_owner(self) -> None:
        relations = {r for g in GRANTS[Permission.SEE_WITHHELD_ADDRESS].values() for r in g.relations}
        assert relations == {Relation.CASE_OWNER, Relation.EMERGENCY}

    def test_figures_come_to_directors_without_any_childs_file(self) -> None:
        assert not [p for p in ROLES[RoleCode.DIRECTOR].permissions if p.needs_case]

    def test_every_part_is_opened_by_a_permission_of_its_own(self) -> None:
        assert set(OPENED_BY) == set(Part)
        assert len(set(OPENED_BY.values())) == len(Part)

    def test_every_kind_of_advice_belongs_to_a_part(self) -> None:
        assert set(OF_ADVICE) == set(AdviceKind)


def test_list_is_scoped_by_the_relations_of_every_role_held() -> None:
    needed = relations_needed(
        Permission.SEE_NOTES, roles(RoleCode.COORDINATOR, RoleCode.PANEL_CHAIR, RoleCode.PARENT)
    )
    assert needed == {Relation.CASE_OWNER, Relation.SAME_AUTHORITY}
    assert relations_needed(Permission.SEE_NOTES, roles(RoleCode.PARENT)) == frozenset()


def test_door_asks_whether_a_role_may_ever() -> None:
    assert may_ever(Permission.SEE_DRAFT_PLAN, roles(RoleCode.PARENT))
    assert not may_ever(Permission.ISSUE_FINAL, roles(RoleCode.PARENT, RoleCode.PUBLIC))


def test_who_may_is_said_in_words() -> None:
    assert who_may(Permission.IMPORT_RETURN) == "Data officer; The service itself"
    assert who_may(Permission.AGREE_PARENT_SIGHT) == (
        "Child or young person who is the young person and holds the rights"
    )
