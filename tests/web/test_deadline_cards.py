"""One duty as a card: what a parent and an officer read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.core.case.codes import ExceptionGround, TimerState
from alongside.core.law.duty import Confidence, Deadline, DutyBearer, ExceptionConsidered, Force, Reason
from alongside.web.presenters import chronology, deadlines, tags, tasks

DUE = date(2026, 3, 3)
RUNNING = Deadline(
    rule="A02", title="Tell the parent", bearer=DutyBearer.LA, subject="e-1", triggered_on=date(2026, 1, 20),
    statutory_due=DUE, operational_target=DUE, strict_due=DUE, state=TimerState.RUNNING, force=Force.STATUTE,
    confidence=Confidence.VERIFIED, citation="SEND Regulations 2014, regulation 5(1)",
    reasons=(Reason("The request came on 20 January 2026.", "Six weeks.", "regulation 5(1)"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("on", "tag", "relative"),
    [
        (DUE - timedelta(8), "On time so far", "1 week and 1 day left"),
        (DUE - timedelta(7), "Due soon", "1 week left"),
        (DUE - timedelta(1), "Due soon", "1 day left"),
        (DUE, "Due today", "today"),
        (DUE + timedelta(1), "Late", "1 day late"),
    ],
)
def test_a_running_duty_says_how_it_stands(on: date, tag: str, relative: str) -> None:
    card = deadlines.card(RUNNING, on=on)
    assert (card.tag.text, card.relative) == (tag, relative)
    assert card.when == "Due Tuesday 3 March 2026"


def test_a_late_duty_says_how_late_in_weeks_and_days() -> None:
    late = replace(RUNNING, state=TimerState.OVERDUE, days_late=23)
    card = deadlines.card(late, on=DUE + timedelta(23))
    assert (card.tag.text, card.relative) == ("Late", "3 weeks and 2 days late")


def test_a_duty_done_late_keeps_its_lateness() -> None:
    done = replace(RUNNING, state=TimerState.MET_LATE, met_on=date(2026, 3, 10), days_late=7)
    card = deadlines.card(done, on=date(2027, 1, 1))
    assert (card.tag.text, card.when, card.relative) == ("Done late", "Done 10 March 2026", "1 week late")
    assert ("Was due", "Tuesday 3 March 2026") in card.dates


def test_a_duty_done_in_time_says_nothing_of_lateness() -> None:
    done = replace(RUNNING, state=TimerState.MET, met_on=DUE)
    card = deadlines.card(done, on=DUE)
    assert (card.tag.text, card.relative) == ("Done on time", "")


def test_a_duty_without_a_day_in_law_says_what_the_law_says() -> None:
    soon = replace(
        RUNNING,
        statutory_due=None,
        operational_target=None,
        strict_due=None,
        due_words="as soon as practicable",
    )
    card = deadlines.card(soon, on=DUE)
    assert (card.when, card.relative, card.tag.text) == ("As soon as practicable", "", "Under way")


def test_what_is_not_known_is_said_and_not_guessed() -> None:
    unknown = replace(RUNNING, statutory_due=None, unknown=("the day on which the body received it",))
    card = deadlines.card(unknown, on=DUE)
    assert card.when == "The date is not known yet"
    assert card.unknown == ("the day on which the body received it",)


@pytest.mark.parametrize(
    ("state", "when"),
    [
        (TimerState.CANCELLED, "No longer needed"),
        (TimerState.SUPERSEDED, "Replaced by a later step"),
        (TimerState.BREACHED, "Done too early"),
    ],
)
def test_a_duty_that_has_gone_shows_no_due_day(state: TimerState, when: str) -> None:
    card = deadlines.card(replace(RUNNING, state=state), on=DUE)
    assert (card.when, card.relative) == (when, "")


def test_every_state_of_a_duty_has_its_words() -> None:
    for state in TimerState:
        assert tags.of_deadline(replace(RUNNING, state=state), on=DUE).text


def test_every_bearer_force_and_ground_has_its_words() -> None:
    assert set(deadlines.WHO) == set(DutyBearer)
    assert set(deadlines.FORCE) == set(Force)
    assert set(deadlines.CHECKED) == set(Confidence)
    assert set(deadlines.GROUNDS) == set(ExceptionGround)


def test_dates_beside_the_legal_one_are_shown_only_where_they_differ() -> None:
    assert [key for key, _ in deadlines.card(RUNNING, on=DUE).dates] == ["Counted from"]
    earlier = replace(RUNNING, operational_target=DUE - timedelta(1), strict_due=DUE - timedelta(2))
    keys = [key for key, _ in deadlines.card(earlier, on=DUE).dates]
    assert keys == ["Counted from", "Working day to aim for", "Earliest on any reading of the law"]


def test_a_rule_whose_wording_was_not_checked_says_so() -> None:
    unchecked = replace(RUNNING, confidence=Confidence.FROM_KNOWLEDGE)
    assert "has not yet been checked against the source" in deadlines.card(unchecked, on=DUE).source


def test_an_exception_that_did_not_apply_is_shown_with_why() -> None:
    considered = ExceptionConsidered(
        "A10", ExceptionGround.ABSENT_FROM_AREA, False, "Nobody was away.", "regulation 5(4)(c)"
    )
    line = deadlines.card(replace(RUNNING, exceptions=(considered,)), on=DUE).exceptions[0]
    assert line.ground == "Away from the area for four weeks or more"
    assert not line.applied
    assert line.why == "Nobody was away."


def test_a_task_without_a_day_in_law_says_so() -> None:
    assert tasks.task("Chase", "#", "Waiting for you", due=None, on=DUE).when == "no date set in law"
    assert tasks.task("Chase", "#", "Waiting for you", due=DUE, on=DUE).when == "3 Mar 2026, today"


def test_an_entry_typed_late_says_when_it_was_typed() -> None:
    from datetime import UTC, datetime

    typed = datetime(2026, 3, 5, 9, tzinfo=UTC)
    assert chronology.recorded_note(date(2026, 3, 4), typed) == ""
    assert chronology.recorded_note(date(2026, 3, 3), typed) == "recorded 5 March 2026"
