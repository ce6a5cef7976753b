"""When the rights pass to the young person, and what a parent is then."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.access.decide import decide
from alongside.core.access.permission import Permission
from alongside.core.access.relations import (
    PARENT_AFTER_TRANSFER,
    ParentSight,
    Relation,
    of_child,
    of_parent,
    rights_pass_on,
)
from alongside.core.access.role import RoleCode

BIRTHDAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


@pytest.mark.parametrize(
    ("born_on", "leaves_on"),
    [
        (date(2008, 9, 1), date(2025, 6, 27)),  # eldest of the school year
        (
            date(2009, 8, 31),
            date(2025, 6, 27),
        ),  # youngest: turns 16 before the next school year
        (date(2009, 9, 1), date(2026, 6, 26)),
        (date(2008, 2, 29), date(2024, 6, 28)),
        (date(2007, 6, 30), date(2023, 6, 30)),  # the last Friday is the thirtieth itself
        (date(2008, 6, 24), date(2024, 6, 28)),
    ],
)
def test_rights_pass_the_day_after_the_last_friday_in_june(born_on: date, leaves_on: date) -> None:
    assert rights_pass_on(born_on) == leaves_on + timedelta(days=1)


@given(BIRTHDAYS)
def test_rights_pass_on_a_saturday_between_15_and_three_quarters_and_17(born_on: date) -> None:
    passes = rights_pass_on(born_on)
    assert passes.isoweekday() == 6
    assert date(passes.year, 6, 25) <= passes <= date(passes.year, 7, 1)
    days_of_life = (passes - born_on).days
    assert 15.75 * 365 < days_of_life < 17 * 365.25


@given(BIRTHDAYS, st.sampled_from(ParentSight))
def test_parent_holds_the_rights_until_the_day_they_pass(born_on: date, sight: ParentSight) -> None:
    passes = rights_pass_on(born_on)
    assert of_parent(born_on, sight, on=passes - timedelta(days=1)) is Relation.PARENT
    assert of_parent(born_on, sight, on=passes) is PARENT_AFTER_TRANSFER[sight]


@given(BIRTHDAYS, st.sampled_from(ParentSight))
def test_somebody_always_holds_the_rights_and_never_two(born_on: date, sight: ParentSight) -> None:
    for on in (rights_pass_on(born_on) - timedelta(days=1), rights_pass_on(born_on)):
        parent_holds = of_parent(born_on, sight, on=on) is Relation.PARENT
        child_holds = of_child(born_on, sight, on=on) is Relation.YOUNG_PERSON
        assert parent_holds is not child_holds


def test_unknown_date_of_birth_leaves_the_rights_with_the_parent() -> None:
    on = date(2025, 1, 1)
    assert of_parent(None, ParentSight.REFUSED, on=on) is Relation.PARENT
    assert of_child(None, ParentSight.REFUSED, on=on) is Relation.CHILD


@pytest.mark.parametrize("sight", [ParentSight.NOT_ASKED, ParentSight.REFUSED])
def test_parent_without_agreement_finds_no_case(sight: ParentSight) -> None:
    relations = frozenset({PARENT_AFTER_TRANSFER[sight]})
    decision = decide(Permission.SEE_CASE, roles=frozenset({RoleCode.PARENT}), relations=relations)
    assert not decision.known


@pytest.mark.parametrize("sight", [ParentSight.NOT_ASKED, ParentSight.REFUSED])
def test_parent_without_agreement_does_not_come_to_see_the_case_at_work(sight: ParentSight) -> None:
    at_work = {Relation.CASE_OWNER, Relation.SAME_AUTHORITY, Relation.EMERGENCY}
    relations = frozenset(at_work | {PARENT_AFTER_TRANSFER[sight]})
    for permission in Permission:
        if permission.needs_case:
            assert not decide(permission, roles=frozenset(RoleCode), relations=relations).known


def test_parent_by_agreement_reads_and_cannot_use_the_rights() -> None:
    parent = frozenset({RoleCode.PARENT})
    agreed = frozenset({Relation.PARENT_BY_AGREEMENT})
    assert decide(Permission.SEE_DRAFT_PLAN, roles=parent, relations=agreed).allowed
    for deed in (Permission.WITHDRAW_REQUEST, Permission.COMMENT_ON_DRAFT, Permission.ADD_SUPPORTER):
        assert not decide(deed, roles=parent, relations=agreed).allowed
