"""What a return tells without its day, or of several requests at once, is read without a guess."""

from alongside.core.case import stages
from alongside.core.case.codes import Stage, TimerState
from alongside.core.case.episodes import episodes, history
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened

UNDATED = {"undated": True}
REQUEST = (K.REQUEST_RECEIVED, "2024-01-08")
PLAN = (K.PLAN_MADE, "2023-06-01")


def stage(on: str, *steps: object) -> Stage:
    return stages.state_of(happened(*steps), on=day(on), law=LAW).assess


def test_a_request_without_its_day_is_open_and_starts_no_clock() -> None:
    asked = happened((K.REQUEST_RECEIVED, "2024-12-31", UNDATED))
    assert [each.received_on for each in episodes(asked)] == [None]
    assert stage("2024-12-31", (K.REQUEST_RECEIVED, "2024-12-31", UNDATED)) is Stage.REQUEST_OPEN
    assert deadlines(asked, "A02", "2024-12-31") == []


def test_two_requests_told_apart_are_two_episodes_and_a_decision_names_its_own() -> None:
    apart = (K.REQUEST_RECEIVED, "2024-02-05", {"apart": True})
    decided = (K.DECISION_TO_ASSESS_NOTIFIED, "2024-02-10", {"episode": "e1"})
    first, second = episodes(happened(REQUEST, apart, decided))
    assert (first.decided_on, second.decided_on) == (day("2024-02-10"), None)


def test_a_case_stands_with_the_request_that_is_still_open() -> None:
    apart = (K.REQUEST_RECEIVED, "2024-02-05", {"apart": True})
    withdrawn = (K.REQUEST_WITHDRAWN, "2024-03-01")
    assert stage("2024-03-01", REQUEST, apart, withdrawn) is Stage.REQUEST_OPEN


def test_a_move_or_a_death_ends_every_open_request() -> None:
    apart = (K.REQUEST_RECEIVED, "2024-02-05", {"apart": True})
    for kind, ending in ((K.MOVED_TO_NEW_LA, Stage.CLOSED_MOVED), (K.DIED, Stage.CLOSED_DECEASED)):
        told = happened(REQUEST, apart, (kind, "2024-03-01"))
        assert [each.stage for each in episodes(told)] == [ending, ending]
        assert {each.state for each in deadlines(told, "A06", "2026-01-01")} == {TimerState.CANCELLED}


def test_a_move_told_of_an_earlier_request_leaves_the_later_one() -> None:
    back = (K.REQUEST_RECEIVED, "2024-02-05", {"apart": True})
    moved = (K.MOVED_TO_NEW_LA, "2024-03-01", {"episode": "e1"})
    assert [each.closed_as for each in episodes(happened(REQUEST, back, moved))] == ["MOVED_TO_NEW_LA", ""]
    assert stage("2024-03-01", REQUEST, back, moved) is Stage.REQUEST_OPEN


def test_a_plan_without_its_day_has_no_review_date() -> None:
    found = deadline(happened((K.PLAN_MADE, "2024-12-31", UNDATED)), "R01", "2026-06-01")
    assert (found.statutory_due, found.unknown[0]) == (None, "The day on which the plan was made.")
    assert (
        found.reasons[0].fact
        == "The plan was made on a day that is not known, at the latest on 31 December 2024."
    )


def test_a_review_or_a_move_in_without_its_day_changes_nothing_that_is_known() -> None:
    told = history(happened(PLAN, (K.REVIEW_DECISION_SENT, "2024-12-31", UNDATED)))
    assert told.plans[0].reviewed_on is None
    moved_in = (K.TRANSFERRED_IN, "2024-12-31", UNDATED)
    assert stage("2024-12-31", moved_in) is Stage.PLAN_MAINTAINED
    assert stage("2024-12-31", REQUEST, moved_in) is Stage.REQUEST_OPEN


def test_a_refusal_without_its_day_uses_the_last_that_it_can_have_been_and_says_so() -> None:
    refused = happened(REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2024-12-31", UNDATED))
    found = deadline(refused, "F01", "2025-01-01")
    assert "on a day that is not known, at the latest on 31 December 2024" in found.reasons[0].fact
    assert found.unknown == ("The day on which notice was sent; the last day that it can have been is used.",)


def test_a_plan_sent_on_no_known_day_is_neither_late_nor_in_time() -> None:
    sent = happened(REQUEST, (K.FINAL_SENT, "2024-12-31", UNDATED))
    found = deadline(sent, "A06", "2025-01-01")
    assert (found.state, found.met_on, found.days_late) == (TimerState.SUPERSEDED, None, 0)
    assert "The day on which the plan, or notice that there would be none, was sent." in found.unknown


def test_a_request_that_came_to_nothing_leaves_the_plan_held_before_it() -> None:
    assert stage("2024-03-01", PLAN, REQUEST, (K.REQUEST_WITHDRAWN, "2024-02-01")) is Stage.PLAN_MAINTAINED
