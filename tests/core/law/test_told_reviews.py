"""Reviews that only a return tells of: what it leaves out is late only if it was so while the return tells."""

from dataclasses import replace
from typing import Any

import pytest

from alongside.core.case.codes import EventKind as K
from alongside.core.case.codes import TimerState
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.law import clock
from core.law.chronicles import LAW, day, happened

MADE = (K.PLAN_MADE, "2023-01-10")
MET = (K.REVIEW_MEETING_HELD, "2024-11-04", {"told_until": "2024-12-31"})


def told(*steps: tuple[Any, ...]) -> Facts:
    facts = happened(*steps)
    return replace(facts, events=tuple(replace(event, source="SEN2 2025") for event in facts.events))


def state(facts: Facts, rule: str, on: str = "2026-11-23") -> TimerState:
    return next(due.state for due in clock.due_dates(facts, on=day(on), law=LAW) if due.rule == rule)


@pytest.mark.parametrize(
    ("met_on", "becomes"),
    [
        ("2024-12-02", TimerState.OVERDUE),  # four weeks ended on 30 December, in the year of the return
        ("2024-12-03", TimerState.SUPERSEDED),  # on 31 December: the letter may have gone the next day
    ],
)
def test_decision_is_late_only_if_it_was_while_the_return_tells(met_on: str, becomes: TimerState) -> None:
    facts = told(MADE, (K.REVIEW_MEETING_HELD, met_on, {"told_until": "2024-12-31"}))
    assert state(facts, "R06") is becomes


def test_decision_is_not_known_where_the_return_does_not_say_until_when_it_tells() -> None:
    assert state(told(MADE, (K.REVIEW_MEETING_HELD, "2024-02-02")), "R06") is TimerState.SUPERSEDED


def test_report_is_never_told_and_never_late() -> None:
    assert state(told(MADE, MET), "R05") is TimerState.SUPERSEDED
    assert state(happened(MADE, MET), "R05") is TimerState.OVERDUE, "recorded here, it is"


def amended(*, outcome: str, final_on: str, **decision: object) -> list[str]:
    """The days of amended plans, with the amendments that are tied to the review marked."""
    details = {"outcome": outcome, "phase_transfer_final_on": final_on, **decision}
    facts = told(MADE, MET, (K.REVIEW_DECISION_SENT, "2024-11-20", details))
    plan = history(facts).plans[-1]
    of_review = plan.reviews[-1].amendment
    return [
        f"{each.final.on}{' of the review' if each is of_review else ''}"
        for each in plan.amendments
        if each.final
    ]


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        ({"outcome": "AMEND", "final_on": "2024-12-20"}, ["2024-12-20 of the review"]),
        (
            {"outcome": "AMEND", "final_on": "2024-12-20", "draft_amended_on": "2024-11-25"},
            ["2024-12-20 of the review"],
        ),
        ({"outcome": "AMEND", "final_on": "2024-02-09"}, ["2024-02-09"]),
        ({"outcome": "MAINTAIN", "final_on": "2024-12-20"}, ["2024-12-20"]),
        ({"outcome": "AMEND", "final_on": "2024-12-20", "undated": True}, ["2024-12-20 of the review"]),
    ],
)
def test_plan_amended_for_a_move_is_the_reviews_only_if_it_follows_it(
    given: dict[str, Any], becomes: list[str]
) -> None:
    assert amended(**given) == becomes


def test_plan_amended_for_a_move_can_be_appealed_where_it_is_the_reviews() -> None:
    details = {"outcome": "AMEND", "phase_transfer_final_on": "2024-12-20"}
    facts = told(MADE, MET, (K.REVIEW_DECISION_SENT, "2024-11-20", details))
    assert [each.sent_on for each in history(facts).disputes] == [day("2024-12-20")]


def test_plan_amended_for_a_move_without_a_meeting_or_a_day_stands_by_itself() -> None:
    details = {"outcome": "AMEND", "phase_transfer_final_on": "2024-12-20", "undated": True}
    plan = history(told(MADE, (K.REVIEW_DECISION_SENT, "2024-12-31", details))).plans[-1]
    assert plan.reviews[-1].amendment is None
    assert [each.final.on for each in plan.amendments if each.final] == [day("2024-12-20")]
