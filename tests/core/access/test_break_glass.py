"""Emergency access needs a reason, lasts an hour and is told to somebody else."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.core.access import break_glass
from alongside.core.access.decide import can_act, decide
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import ROLES
from alongside.core.refusal import Refused

AT = datetime(2025, 3, 4, 17, 45, tzinfo=UTC)
COORDINATOR = frozenset({RoleCode.COORDINATOR})
WHY = "Police on the line: the child has not come home."


def test_pane_is_open_for_an_hour_and_not_a_moment_longer() -> None:
    pane = break_glass.break_glass(reason=WHY, by=COORDINATOR, at=AT)
    assert pane.is_open(at=AT)
    assert pane.is_open(at=AT + timedelta(minutes=59, seconds=59))
    assert not pane.is_open(at=AT + timedelta(hours=1))
    assert not pane.is_open(at=AT - timedelta(seconds=1))


def test_manager_is_told_of_an_officers_emergency_and_the_director_of_a_managers() -> None:
    assert break_glass.break_glass(reason=WHY, by=COORDINATOR, at=AT).told is RoleCode.SEND_MANAGER
    manager = frozenset({RoleCode.SEND_MANAGER, RoleCode.COORDINATOR})
    assert break_glass.break_glass(reason=WHY, by=manager, at=AT).told is RoleCode.DIRECTOR


@pytest.mark.parametrize("reason", ["", "   ", "urgent", "x" * 19, "urgent      " + " " * 40])
def test_reason_too_short_to_be_one_is_refused(reason: str) -> None:
    with pytest.raises(Refused, match="is too short") as refusal:
        break_glass.break_glass(reason=reason, by=COORDINATOR, at=AT)
    assert refusal.value.field == "reason"


def test_reason_of_twenty_letters_is_kept_with_single_spaces() -> None:
    pane = break_glass.break_glass(reason="  child  missing\n since noon ", by=COORDINATOR, at=AT)
    assert pane.reason == "child missing since noon"
    assert break_glass.break_glass(reason="x" * 20, by=COORDINATOR, at=AT).reason == "x" * 20


def test_colleague_cannot_read_health_detail_until_the_glass_is_broken() -> None:
    standing = frozenset({Relation.SAME_AUTHORITY})
    broken = standing | {Relation.EMERGENCY}
    assert can_act(Permission.BREAK_GLASS, roles=COORDINATOR, relations=standing)
    assert not can_act(Permission.SEE_HEALTH_DETAIL, roles=COORDINATOR, relations=standing)
    assert can_act(Permission.SEE_HEALTH_DETAIL, roles=COORDINATOR, relations=broken)
    assert not can_act(Permission.ISSUE_FINAL, roles=COORDINATOR, relations=broken)


def test_emergency_alone_does_not_make_a_case_known() -> None:
    for role in RoleCode:
        roles = frozenset({role})
        assert not decide(Permission.SEE_CASE, roles=roles, relations=frozenset({Relation.EMERGENCY})).known
        assert not can_act(Permission.BREAK_GLASS, roles=roles, relations=frozenset({Relation.NONE}))


class TestWhatItWouldOpen:
    def test_colleague_would_read_what_only_the_owner_reads(self) -> None:
        assert break_glass.opens(COORDINATOR, frozenset({Relation.SAME_AUTHORITY})) == {
            Part.PSYCHOLOGICAL_ADVICE,
            Part.MEDICAL_ADVICE,
            Part.SOCIAL_CARE_ADVICE,
            Part.AGENCY_PAPERS,
            Part.WITHHELD_ADDRESS,
        }

    def test_who_has_broken_it_is_asked_as_if_they_had_not(self) -> None:
        standing = frozenset({Relation.SAME_AUTHORITY})
        assert break_glass.opens(COORDINATOR, standing | {Relation.EMERGENCY}) == break_glass.opens(
            COORDINATOR, standing
        )

    def test_owner_would_read_nothing_more(self) -> None:
        owner = frozenset({Relation.SAME_AUTHORITY, Relation.CASE_OWNER})
        assert not break_glass.opens(COORDINATOR, owner)

    @pytest.mark.parametrize(
        "family", [Relation.PARENT, Relation.FAMILY_WITHOUT_SIGHT, Relation.CHILD, Relation.SUPPORTER]
    )
    def test_family_would_read_nothing_more_whatever_their_work(self, family: Relation) -> None:
        everything = frozenset({Relation.SAME_AUTHORITY, Relation.ADVISER_BODY, family})
        assert not break_glass.opens(frozenset(RoleCode), everything)

    def test_whoever_may_not_know_of_the_case_would_read_nothing(self) -> None:
        for role in RoleCode:
            assert not break_glass.opens(frozenset({role}), frozenset({Relation.NONE}))


def test_fifth_case_of_a_day_opens_and_the_sixth_does_not() -> None:
    break_glass.check_not_too_often(break_glass.MOST_A_DAY - 1)
    with pytest.raises(Refused, match=r"You have opened 5 cases in an emergency within 24 hours"):
        break_glass.check_not_too_often(break_glass.MOST_A_DAY)


def test_every_emergency_is_reviewed_by_a_role_that_is_told_of_it() -> None:
    reviewers = {role for role in RoleCode if Permission.REVIEW_EMERGENCY in ROLES[role].permissions}
    assert reviewers == {break_glass.TOLD, break_glass.TOLD_OF_A_MANAGER}


def test_inspection_sample_is_kept_by_others_than_those_who_inspect() -> None:
    keepers = {role for role in RoleCode if Permission.KEEP_INSPECTION_SAMPLE in ROLES[role].permissions}
    assert keepers == {RoleCode.SEND_MANAGER, RoleCode.DATA_OFFICER}
    readers = {role for role in RoleCode if Permission.SEE_INSPECTION_SAMPLE in ROLES[role].permissions}
    assert readers == {RoleCode.INSPECTOR}
