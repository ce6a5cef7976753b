"""What would move under changed limits, and the register of the kinds of plan."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from alongside.core.case.codes import EventKind, PlanSection
from alongside.core.case.facts import Facts
from alongside.core.law import clock, plan_types, rights, what_if
from alongside.core.law.lawbook import Law, LawBook
from alongside.core.law.parameter import BadParameter
from alongside.core.law.what_if import Changed, Moved, Tally
from core.law.chronicles import LAW, K, day, happened, law

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


BOTH_KINDS = replace(
    LawBook.load(), plan_types=(*plan_types.plan_types(), *plan_types.read(tomllib.loads(SUPPORT_PLAN)))
)
LATER = law(book=BOTH_KINDS)


def rules_of(facts: Facts, on: str, under: Law = LATER) -> set[str]:
    return {due.rule for due in clock.due_dates(facts, on=day(on), law=under)}


def test_a_plan_of_another_kind_owes_what_its_table_says_and_nothing_else() -> None:
    made = "2030-10-01"
    steps = ((K.REVIEW_MEETING_HELD, "2031-03-03"), (K.CEASE_CONSULTED, "2031-04-01"))
    support = happened((K.FINAL_SENT, made, {"plan_type": "SUPPORT_PLAN"}), *steps)
    ehc = happened((K.FINAL_SENT, made), *steps)
    assert {rule[0] for rule in rules_of(support, "2031-06-01")} == {"R"}
    assert {rule[0] for rule in rules_of(ehc, "2031-06-01")} == {"R", "C", "M", "F"}
    assert {"R01", "R05", "R06"} <= rules_of(support, "2031-06-01")
    (review,) = [due for due in clock.due_dates(support, on=day(made), law=LATER) if due.rule == "R01"]
    assert review.statutory_due == day("2031-09-30")
    assert rights.of_family(support, on=day(made), law=LATER) == ()
    assert len(rights.of_family(ehc, on=day(made), law=LATER)) == 1


@pytest.mark.parametrize("came", [K.PLAN_MADE, K.TRANSFERRED_IN])
def test_a_plan_that_came_from_elsewhere_is_of_the_kind_that_is_named(came: EventKind) -> None:
    facts = happened((came, "2030-10-01", {"plan_type": "SUPPORT_PLAN"}), (K.CEASE_CONSULTED, "2031-04-01"))
    assert {rule[0] for rule in rules_of(facts, "2031-06-01")} == {"R"}


def test_a_plan_of_no_named_kind_is_of_the_kind_that_was_law_on_its_day() -> None:
    ehc, support = BOTH_KINDS.plan_types
    ended = replace(BOTH_KINDS, plan_types=(replace(ehc, made_until=day("2030-08-31")), support))
    under = law(book=ended)
    for made_on, kind in (("2014-08-31", ehc.id), ("2030-08-31", ehc.id), ("2030-09-01", support.id)):
        assert under.plan_type("", day(made_on)).id == kind
    facts = happened((K.FINAL_SENT, "2030-09-01"), (K.CEASE_CONSULTED, "2031-04-01"))
    assert {rule[0] for rule in rules_of(facts, "2031-06-01", under)} == {"R"}


def test_a_kind_of_plan_that_nobody_knows_is_refused_with_those_that_there_are() -> None:
    facts = happened((K.FINAL_SENT, "2026-02-02", {"plan_type": "PASSPORT"}))
    with pytest.raises(BadParameter, match=r"PASSPORT is not a kind of plan.*are EHC_PLAN: add it there"):
        clock.due_dates(facts, on=day("2026-02-03"), law=LAW)


def test_what_if_law_keeps_the_kinds_of_plan() -> None:
    assert BOTH_KINDS.amended("R01", value=24).plan_types == BOTH_KINDS.plan_types


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
