"""Moves between phases either side of their edges, in the readings, and beside the limits of a review."""

from typing import Any

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.case.facts import Facts
from alongside.core.law import clock, phase_transfer
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law

PLAN = (K.PLAN_MADE, "2024-06-01")
BETWEEN_POST_16 = (
    K.PHASE_TRANSFER_FORESEEN,
    "2026-09-01",
    {"transfer": "POST_16_TO_POST_16", "on": "2027-07-31"},
)


def foreseen(transfer: str = "PRIMARY_TO_SECONDARY", on: str = "2026-09-01", **when: Any) -> tuple[Any, ...]:
    return (K.PHASE_TRANSFER_FORESEEN, on, {"transfer": transfer, **(when or {"year": 2027})})


def state(facts: Facts, rule: str, on: str) -> TimerState:
    return deadline(facts, rule, on).state


@pytest.mark.parametrize(
    ("step", "rule", "last"),
    [
        (foreseen(), "P01", "2027-02-15"),
        (foreseen("SECONDARY_TO_POST_16"), "P02", "2027-03-31"),
        (BETWEEN_POST_16, "P03", "2027-02-28"),
        (foreseen(), "P01p.meeting", "2026-11-23"),
        (foreseen(), "P01p.notice", "2026-12-21"),
    ],
)
def test_a_limit_of_a_transfer_is_overdue_only_from_the_day_after(
    step: tuple[Any, ...], rule: str, last: str
) -> None:
    facts, after = happened(PLAN, step), day(last).fromordinal(day(last).toordinal() + 1).isoformat()
    assert state(facts, rule, last) is TimerState.RUNNING
    late = deadline(facts, rule, after)
    assert (late.state, late.days_late, late.statutory_due) == (TimerState.OVERDUE, 1, day(last))


def test_the_limit_is_worked_on_before_a_sunday() -> None:
    moving = happened(
        PLAN, (K.PHASE_TRANSFER_FORESEEN, "2025-09-01", {"transfer": "INFANT_TO_JUNIOR", "year": 2026})
    )
    found = deadline(moving, "P01", "2025-09-01", law("phase_before_mode=before_date"))
    assert (found.statutory_due, found.operational_target) == (day("2026-02-14"), day("2026-02-13"))
    notice = deadline(moving, "P01p.notice", "2025-09-01", law("phase_before_mode=before_date"))
    assert notice.statutory_due == day("2025-12-20")


def test_the_reasons_name_the_move_and_the_reading() -> None:
    found = deadline(happened(PLAN, foreseen()), "P01", "2026-09-01")
    assert found.reasons[0].fact == "A move from primary to secondary school in 2027 is foreseen."
    assert "within twelve months of the move" in found.reasons[0].rule
    assert "15 February of the year in which the child" in found.reasons[1].rule
    assert "takes “before” to leave out the day itself" in found.reasons[2].rule
    assert found.unknown == (
        "The day of the move; the start of the school year is used for when its limit begins.",
    )
    dated = happened(
        PLAN,
        (K.PHASE_TRANSFER_FORESEEN, "2026-09-01", {"transfer": "POST_16_TO_POST_16", "on": "2027-07-31"}),
    )
    five = deadline(dated, "P03", "2026-09-01")
    assert five.reasons[0].fact == "A move from one post-16 setting to another on 31 July 2027 is foreseen."
    assert (five.unknown, five.strict_due) == ((), day("2027-02-28"))
    assert "five months before that day" in five.reasons[1].rule


def test_planning_dates_say_what_they_are_worked_back_from() -> None:
    found = deadline(happened(PLAN, foreseen()), "P01p.notice", "2026-09-01")
    assert found.reasons[1].rule == "Rule P01p.notice: 56 days before the last day for the amended plan."


def test_a_move_between_post_16_settings_needs_its_day() -> None:
    found = deadline(happened(PLAN, foreseen("POST_16_TO_POST_16")), "P03", "2026-09-01")
    assert (found.statutory_due, found.state) == (None, TimerState.RUNNING)
    assert found.unknown == ("The day of the move: only its year is known.",)
    assert deadlines(happened(PLAN, foreseen("POST_16_TO_POST_16")), "P01p.notice", "2026-09-01") == []


def test_a_limit_foreseen_too_late_is_late_at_once() -> None:
    late = happened(PLAN, foreseen(on="2027-03-01"))
    assert deadline(late, "P01", "2027-03-01").days_late == 14


def test_a_meeting_and_a_notice_within_the_year_meet_their_planning_dates() -> None:
    steps = (PLAN, foreseen(on="2026-12-01"), (K.REVIEW_MEETING_HELD, "2026-08-31"))
    assert state(happened(*steps), "P01p.meeting", "2026-12-01") is TimerState.OVERDUE
    held = happened(*steps, (K.REVIEW_MEETING_HELD, "2026-09-01"), (K.AMENDMENT_NOTICE_SENT, "2026-12-22"))
    assert deadline(held, "P01p.meeting", "2026-12-22").met_on == day("2026-09-01")
    assert deadline(held, "P01p.notice", "2026-12-22").days_late == 1


def test_what_settles_a_transfer_is_named_or_the_latest() -> None:
    two = (PLAN, foreseen("INFANT_TO_JUNIOR"), foreseen("PRIMARY_TO_SECONDARY", on="2026-09-02", year=2028))
    named = happened(*two, (K.NO_AMENDMENT_FOR_TRANSFER, "2026-10-01", {"transfer": "e2"}))
    assert [each.state for each in deadlines(named, "P01", "2027-10-01")] == [
        TimerState.MET,
        TimerState.RUNNING,
    ]
    latest = happened(*two, (K.NO_AMENDMENT_FOR_TRANSFER, "2026-10-01"))
    assert [each.met_on for each in deadlines(latest, "P01", "2026-10-01")] == [None, day("2026-10-01")]
    twice = happened(*two, *[(K.NO_AMENDMENT_FOR_TRANSFER, on) for on in ("2026-10-01", "2026-10-05")])
    assert deadlines(twice, "P01", "2026-10-05")[1].met_on == day("2026-10-01")
    settled = deadlines(latest, "P01p.meeting", "2026-10-01")[1]
    assert settled.state is TimerState.SUPERSEDED
    unknown = happened(*two, (K.AMENDED_FINAL_SENT, "2026-10-01", {"transfer": "e9"}))
    assert [each.met_on for each in deadlines(unknown, "P01", "2026-10-01")] == [None, None]
    undated = {"transfer": "e2", "undated": True}
    assert (
        deadlines(happened(*two, (K.AMENDED_FINAL_SENT, "2026-10-01", undated)), "P01", "2026-10-01")[
            0
        ].met_on
        is None
    )


def test_the_end_of_the_plan_ends_a_transfer() -> None:
    ended = happened(PLAN, foreseen(), (K.PLAN_CEASED, "2026-10-01"))
    for rule in ("P01", "P01p.meeting", "P01p.notice"):
        assert state(ended, rule, "2027-06-01") is TimerState.CANCELLED


def test_an_entry_that_names_no_move_or_no_year_changes_nothing() -> None:
    for details in (
        {"year": 2027},
        {"transfer": "INFANT_TO_JUNIOR"},
        {"transfer": "INFANT_TO_JUNIOR", "year": 27},
    ):
        told = happened(PLAN, (K.PHASE_TRANSFER_FORESEEN, "2026-09-01", details))
        assert deadlines(told, "P01", "2026-09-01") == []


def test_the_rule_of_2015_is_chosen_by_the_day_of_the_move() -> None:
    made = (K.PLAN_MADE, "2014-10-01")
    rules = {"2015-09-01": "P00", "2015-09-02": "P02", "2016-09-01": "P02"}
    for on, rule in rules.items():
        step = (K.PHASE_TRANSFER_FORESEEN, "2014-11-01", {"transfer": "SECONDARY_TO_POST_16", "on": on})
        found = {each.rule for each in clock.due_dates(happened(made, step), on=day("2014-11-01"), law=LAW)}
        assert found & {"P00", "P01", "P02", "P03"} == {rule}
    by_year = happened(
        made, (K.PHASE_TRANSFER_FORESEEN, "2014-11-01", {"transfer": "SECONDARY_TO_POST_16", "year": 2015})
    )
    assert deadline(by_year, "P02", "2014-11-01").statutory_due == day("2015-03-31")
    before = happened(
        made, (K.PHASE_TRANSFER_FORESEEN, "2014-02-01", {"transfer": "INFANT_TO_JUNIOR", "year": 2014})
    )
    assert deadlines(before, "P01", "2014-10-01") == []


def test_whichever_is_earlier_binds() -> None:
    steps = (PLAN, foreseen(), (K.REVIEW_MEETING_HELD, "2026-10-01"), (K.AMENDMENT_NOTICE_SENT, "2026-10-20"))
    dues = clock.due_dates(happened(*steps), on=day("2026-10-20"), law=LAW)
    first = phase_transfer.binds_first(dues)
    assert first is not None
    assert (first.rule, first.statutory_due) == ("R09", day("2026-12-15"))
    told = deadline(happened(*steps), "P01", "2026-10-20")
    assert "Rule R09 binds first." in [each.rule for each in told.reasons]
    assert "Another limit for the same plan ends earlier, on 15 December 2026." in [
        each.fact for each in told.reasons
    ]
    done = happened(*steps, (K.AMENDED_FINAL_SENT, "2026-12-01", {"transfer": "e2"}))
    assert phase_transfer.binds_first(clock.due_dates(done, on=day("2026-12-01"), law=LAW)) is None
    alone = deadline(happened(PLAN, foreseen("SAME_SETTING"), foreseen()), "P01", "2026-10-20")
    assert not any("binds first" in each.rule for each in alone.reasons)


def test_a_move_within_the_same_setting_is_for_a_person() -> None:
    staying = happened(PLAN, foreseen("SAME_SETTING"))
    found = deadline(staying, "P04", "2026-09-01")
    assert (found.due_words, found.state) == ("a person decides", TimerState.RUNNING)
    decided = happened(PLAN, foreseen("SAME_SETTING"), (K.NO_AMENDMENT_FOR_TRANSFER, "2026-10-01"))
    assert state(decided, "P04", "2026-10-01") is TimerState.MET
    assert phase_transfer.judged(True, "P01", LAW.modes) == "HUMAN_CHECK"
    assert phase_transfer.judged(True, "P01", law("same_setting_mode=treat_as_transfer").modes) == "P01"
    assert phase_transfer.judged(False, "P02", LAW.modes) == "P02"
