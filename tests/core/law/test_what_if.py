"""What would move under changed limits, and the register of the kinds of plan."""

import tomllib
from datetime import date

import pytest

from alongside.core.case.codes import EventKind as K
from alongside.core.case.codes import PlanSection
from alongside.core.law import clock, plan_types, what_if
from alongside.core.law.parameter import BadParameter
from alongside.core.law.what_if import Changed, Moved, Tally
from core.law.chronicles import LAW, day, happened

ON = day("2026-11-23")
ASKED = happened((K.REQUEST_RECEIVED, "2026-10-01"))  # six weeks ended on 12 November
ASKED_LATER = happened((K.REQUEST_RECEIVED, "2026-10-20"))
DECIDED = happened(
    (K.REQUEST_RECEIVED, "2026-09-01"), (K.REFUSAL_TO_ASSESS_SENT, "2026-10-20")
)  # a week late


def tallied(*changes: str, starting: date | None = None) -> dict[str, Moved]:
    then = what_if.amended(LAW, [Changed.read(change) for change in changes], starting)
    tally = Tally(LAW, then, ON)
    for facts in (ASKED, ASKED_LATER, DECIDED):
        tally.add(facts)
    assert tally.cases == 3
    return {moved.rule: moved for moved in tally.found()}


def test_longer_limit_moves_every_duty_and_makes_some_no_longer_late() -> None:
    assert tallied("A02=8")["A02"] == Moved("A02", duties=3, moved=3, newly_late=0, no_longer_late=2)


def test_shorter_limit_makes_some_newly_late() -> None:
    assert tallied("A02=4")["A02"] == Moved("A02", duties=3, moved=3, newly_late=1, no_longer_late=0)


def test_planning_date_moves_with_the_limit_that_it_is_worked_back_from() -> None:
    found = tallied("A06=24")
    assert list(found) == ["A09", "A06"], "in the order of a case's life"
    assert found["A09"].moved == 3


def test_limit_that_started_before_the_day_stays_as_it_is() -> None:
    assert tallied("A02=8", starting=day("2026-10-10"))["A02"].moved == 1
    assert tallied("A02=8", starting=day("2027-01-01")) == {}


def test_several_limits_change_at_once_and_the_same_number_changes_nothing() -> None:
    assert set(tallied("A02=8", "A06=24")) == {"A02", "A09", "A06"}
    assert tallied("A02=6") == {}


def test_cases_that_are_not_touched_are_not_counted_as_touched() -> None:
    tally = Tally(LAW, what_if.amended(LAW, [Changed("A02", 8)], day("2026-10-10")), ON)
    for facts in (ASKED, ASKED_LATER):
        tally.add(facts)
    assert (tally.cases, tally.touched) == (2, 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A02", "is no changed limit"),
        ("A02=six", "is no changed limit"),
        ("A02=-1", "is no changed limit"),
        ("=6", "is no changed limit"),
        ("ZZ9=6", "There is no rule ZZ9"),
        ("A01=6", "has no number to amend"),
    ],
)
def test_what_cannot_be_changed_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(BadParameter, match=sentence):
        what_if.amended(LAW, [Changed.read(text)])


# kinds of plan

SUPPORT_PLAN = """
[[plan_type]]
id = "SUPPORT_PLAN"
title = "A kind of plan that a test has made up"
from = 2030-09-01
until = 2039-08-31
sections = ["1", "2"]
rules = ["R"]
citation = "None: made up"
confidence = "from knowledge"
"""


def test_there_is_one_kind_of_plan_since_september_2014() -> None:
    (only,) = plan_types.plan_types()
    assert only.id == "EHC_PLAN"
    assert list(only.sections) == [str(section) for section in PlanSection]
    assert plan_types.may_be_made(day("2014-08-31")) == ()
    assert plan_types.may_be_made(day("2014-09-01")) == (only,)


def test_every_rule_that_a_plan_owes_governs_it_and_those_of_a_request_do_not() -> None:
    (only,) = plan_types.plan_types()
    assert all(
        only.is_governed_by(duty.rule)
        for duty in clock.OF_YEARS + clock.OF_REVIEWS + clock.OF_TRANSFERS
        if duty.rule[0] != "A"
    )
    assert not only.is_governed_by("A02")


def test_another_kind_of_plan_is_one_more_table() -> None:
    (made_up,) = plan_types.read(tomllib.loads(SUPPORT_PLAN))
    assert [made_up.may_be_made(day(on)) for on in ("2030-08-31", "2030-09-01", "2039-08-31", "2039-09-01")] == [
        False, True, True, False,
    ]  # fmt: skip
    assert made_up.is_governed_by("R01")
    assert not made_up.is_governed_by("P01")


@pytest.mark.parametrize(
    ("was", "becomes", "sentence"),
    [
        ('title = "A kind of plan that a test has made up"\n', "", "title must be given"),
        ('citation = "None: made up"', 'citation = "x"\nstage = 1', "unknown key stage"),
        ("until = 2039-08-31", "until = 2029-08-31", "ends before it begins"),
        ('"from knowledge"', '"certain"', "'certain' is not a valid Confidence"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(was: str, becomes: str, sentence: str) -> None:
    with pytest.raises(BadParameter, match=sentence):
        plan_types.read(tomllib.loads(SUPPORT_PLAN.replace(was, becomes)))
    with pytest.raises(BadParameter, match="stands in it twice"):
        plan_types.read(tomllib.loads(SUPPORT_PLAN + SUPPORT_PLAN))
