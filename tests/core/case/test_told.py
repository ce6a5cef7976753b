"""What a source tells without its day, of several requests, and otherwise than what is held."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import pytest

from alongside.core.case import told_json
from alongside.core.case.codes import EventKind as K
from alongside.core.case.codes import Stage, TimerState
from alongside.core.case.differences import differences
from alongside.core.case.episodes import history
from alongside.core.case.events import Event, as_known
from alongside.core.case.facts import Facts
from alongside.core.case.spans import Span
from alongside.core.case.stages import state_of
from alongside.core.case.told import CaseHistory, EventDraft, Undated, in_order
from alongside.core.law import clock
from core.law.chronicles import LAW

NOW = datetime(2025, 6, 2, tzinfo=UTC)
CENSUS = date(2025, 1, 16)
_ids = count(1)


def event(kind: K, on: date, **details: Any) -> Event:
    return Event(str(next(_ids)), kind, on, NOW, details)


def facts(*events: Event) -> Facts:
    return Facts("case", None, as_known(events))


def due(rule: str, *events: Event) -> Any:
    return next(d for d in clock.duties(facts(*events), on=NOW.date(), law=LAW) if d.rule == rule)


REQUEST = event(K.REQUEST_RECEIVED, date(2024, 2, 1))
ASSESS = event(K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 3, 1))


def test_undated_request_opens_an_episode_and_starts_no_clock() -> None:
    found = facts(event(K.REQUEST_RECEIVED, CENSUS, undated=True))
    (episode,) = history(found).episodes
    assert (episode.received_on, episode.stage, episode.is_open) == (None, Stage.REQUEST_OPEN, True)
    assert clock.duties(found, on=NOW.date(), law=LAW) == ()


def test_undated_decision_is_not_known_to_be_met_or_late() -> None:
    decided = event(K.DECISION_TO_ASSESS_NOTIFIED, CENSUS, undated=True)
    duty = due("A02", REQUEST, decided)
    assert (duty.state, duty.met_on, duty.days_late) == (TimerState.SUPERSEDED, None, 0)
    assert "The day on which the decision to assess was notified." in duty.unknown
    (episode,) = history(facts(REQUEST, decided)).episodes
    assert (episode.decision, episode.decided_on) == ("ASSESS", None)
    assert "on a day that is not known" in due("A13", REQUEST, decided).reasons[0].fact


@pytest.mark.parametrize(("kind", "rule"), [(K.FINAL_SENT, "A06"), (K.NO_PLAN_NOTICE_SENT, "A05")])
def test_undated_outcome_ends_the_limit_and_says_what_is_unknown(kind: K, rule: str) -> None:
    duty = due(rule, REQUEST, ASSESS, event(kind, CENSUS, undated=True))
    assert (duty.state, duty.met_on) == (TimerState.SUPERSEDED, None)
    assert "The day on which the plan, or notice that there would be none, was sent." in duty.unknown


def test_undated_outcomes_have_no_day() -> None:
    issued = history(facts(REQUEST, ASSESS, event(K.FINAL_SENT, CENSUS, undated=True))).episodes[0]
    refused = history(facts(REQUEST, ASSESS, event(K.NO_PLAN_NOTICE_SENT, CENSUS, undated=True))).episodes[0]
    closed = history(facts(REQUEST, event(K.REQUEST_WITHDRAWN, CENSUS, undated=True))).episodes[0]
    assert (issued.final_on, refused.no_plan_on, closed.closed_on) == (None, None, None)
    assert (issued.is_open, refused.is_open, closed.is_open) == (False, False, False)


def test_time_to_appeal_an_undated_refusal_runs_from_the_last_day_it_can_have_been() -> None:
    refused = event(K.REFUSAL_TO_ASSESS_SENT, CENSUS, undated=True)
    duty = due("F01", REQUEST, refused)
    assert duty.statutory_due == date(2025, 3, 17)
    assert "on a day that is not known, at the latest on 16 January 2025" in duty.reasons[0].fact
    assert "The day on which notice was sent; the last day that it can have been is used." in duty.unknown


def test_review_of_a_plan_of_an_unknown_day_has_no_date() -> None:
    duty = due("R01", event(K.PLAN_MADE, CENSUS, undated=True))
    assert (duty.statutory_due, duty.state) == (None, TimerState.RUNNING)
    assert duty.unknown[0] == "The day on which the plan was made."


def test_undated_review_meets_no_limit() -> None:
    made = event(K.PLAN_MADE, date(2024, 9, 2))
    reviewed = event(K.REVIEW_DECISION_SENT, CENSUS, undated=True)
    assert due("R01", made, reviewed).met_on is None


def test_undated_transfer_does_not_reopen_what_has_ended() -> None:
    ended = facts(
        event(K.PLAN_MADE, date(2023, 1, 9)),
        event(K.PLAN_CEASED, date(2024, 5, 1)),
        event(K.TRANSFERRED_IN, CENSUS, undated=True),
    )
    assert state_of(ended, on=NOW.date(), law=LAW).assess is Stage.CLOSED_CEASED
    arrived = facts(event(K.TRANSFERRED_IN, CENSUS, undated=True))
    assert state_of(arrived, on=NOW.date(), law=LAW).assess is Stage.PLAN_MAINTAINED


def two_requests() -> tuple[Event, Event]:
    return (
        event(K.REQUEST_RECEIVED, date(2024, 2, 1), apart=True),
        event(K.REQUEST_RECEIVED, date(2024, 2, 20), apart=True),
    )


def test_events_belong_to_the_request_that_they_name() -> None:
    first, second = two_requests()
    found = history(
        facts(
            first,
            second,
            event(K.REFUSAL_TO_ASSESS_SENT, date(2024, 3, 1), episode=first.id),
            event(K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 3, 4), episode=second.id),
            event(K.FINAL_SENT, date(2024, 6, 3), episode=second.id),
        )
    ).episodes
    assert [(e.received_on, e.decision, e.final_on) for e in found] == [
        (date(2024, 2, 1), "REFUSE", None),
        (date(2024, 2, 20), "ASSESS", date(2024, 6, 3)),
    ]


def test_case_stands_with_the_request_that_is_still_open() -> None:
    first, second = two_requests()
    withdrawn = event(K.REQUEST_WITHDRAWN, date(2024, 3, 1), episode=second.id)
    assert history(facts(first, second, withdrawn)).stage is Stage.REQUEST_OPEN


def test_events_find_a_request_whose_day_was_corrected() -> None:
    first, second = two_requests()
    right = Event("right", K.REQUEST_RECEIVED, date(2024, 1, 29), NOW, {"apart": True}, corrects=first.id)
    refused = event(K.REFUSAL_TO_ASSESS_SENT, date(2024, 3, 1), episode=first.id)
    found = history(Facts("case", None, as_known((first, second, refused, right)))).episodes
    assert [(e.received_on, e.decision) for e in found] == [
        (date(2024, 1, 29), "REFUSE"),
        (date(2024, 2, 20), ""),
    ]


def test_move_ends_every_open_request_unless_it_names_an_earlier_one() -> None:
    first, second = two_requests()
    everywhere = history(facts(first, second, event(K.MOVED_TO_NEW_LA, date(2024, 4, 2))))
    assert everywhere.stage is Stage.CLOSED_MOVED
    assert not any(e.is_open for e in everywhere.episodes)
    came_back = history(facts(first, second, event(K.MOVED_TO_NEW_LA, date(2024, 4, 2), episode=first.id)))
    assert came_back.stage is Stage.REQUEST_OPEN
    assert [e.is_open for e in came_back.episodes] == [False, True]


def test_refused_or_withdrawn_request_leaves_a_plan_as_it_was() -> None:
    made = event(K.PLAN_MADE, date(2020, 1, 6))
    for ending in (K.REFUSAL_TO_ASSESS_SENT, K.REQUEST_WITHDRAWN):
        found = facts(made, REQUEST, event(ending, date(2024, 3, 1)))
        assert state_of(found, on=NOW.date(), law=LAW).assess is Stage.PLAN_MAINTAINED


def draft(subject: str, kind: K, on: date, **details: Any) -> EventDraft:
    return EventDraft(subject, subject, kind, on, details)


def told(*events: EventDraft, undated: tuple[Undated, ...] = (), **more: Any) -> CaseHistory:
    return CaseHistory(("UPN:1",), {}, {}, "SEN2 2025", events, undated, as_at=CENSUS, **more)


RECEIVED = draft("request|2024-02-01|received", K.REQUEST_RECEIVED, date(2024, 2, 1))
FINAL = draft("request|2024-02-01|outcome", K.FINAL_SENT, date(2024, 7, 1))
DECIDED = Undated(
    "request|2024-02-01|decision", K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 2, 1), CENSUS, "no date"
)


def test_undated_fact_stands_before_the_later_steps_of_its_request() -> None:
    found = in_order(told(RECEIVED, FINAL, undated=(DECIDED, DECIDED)), latest=date(2026, 1, 1))
    assert [(d.kind, d.occurred_on) for d in found] == [
        (K.REQUEST_RECEIVED, date(2024, 2, 1)),
        (K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 7, 1)),
        (K.FINAL_SENT, date(2024, 7, 1)),
    ]
    assert found[1].details == {"undated": True, "undated_because": "no date", "not_before": "2024-02-01"}


def test_undated_fact_is_never_later_than_the_day_of_the_import() -> None:
    unbounded = Undated("x|y", K.PLAN_MADE, None, None, "why")
    (found,) = in_order(told(undated=(unbounded,)), latest=date(2025, 2, 1))
    assert (found.occurred_on, found.key) == (date(2025, 2, 1), "x|y|undated")


def test_request_of_another_day_while_one_is_open_is_a_conflict_with_everything_it_offers() -> None:
    other = draft("request|2024-02-05|received", K.REQUEST_RECEIVED, date(2024, 2, 5))
    withdrawn = Undated("request|2024-02-05|decision", K.REQUEST_WITHDRAWN, None, None, "no date")
    found = differences(told(RECEIVED), told(other, undated=(withdrawn,)))
    assert (found.new_events, found.new_undated) == ((), ())
    (conflict,) = found.conflicts
    assert (conflict.held, conflict.told) == (
        "request received 2024-02-01, open",
        "request received 2024-02-05, ended 2025-01-16",
    )
    assert [offer.kind for offer in conflict.offers] == [K.REQUEST_RECEIVED, K.REQUEST_WITHDRAWN]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((date(2024, 1, 1), None), (date(2024, 5, 1), None), True),
        ((date(2024, 1, 1), date(2024, 5, 1)), (date(2024, 5, 1), None), False),
        ((date(2024, 1, 1), date(2024, 5, 2)), (date(2024, 5, 1), None), True),
        ((date(2024, 1, 1), date(2024, 1, 1)), (date(2024, 1, 1), date(2024, 1, 1)), True),
    ],
)
def test_requests_overlap_while_both_are_open(one: Any, other: Any, overlap: bool) -> None:
    first, second = Span("a", *one), Span("b", *other)
    assert first.overlaps(second) is overlap
    assert second.overlaps(first) is overlap


def test_plan_from_before_whose_request_is_held_open_is_for_a_person_to_judge() -> None:
    plan = draft("plan|2024-07-01", K.PLAN_MADE, date(2024, 7, 1), requested_on="2024-02-01")
    found = differences(told(RECEIVED), told(plan))
    assert found.new_events == ()
    assert found.conflicts[0].held == "request received 2024-02-01, open"
    other = draft("plan|2024-07-01", K.PLAN_MADE, date(2024, 7, 1), requested_on="2020-02-01")
    assert differences(told(RECEIVED), told(other)).new_events == (other,)


def test_undated_ending_that_contradicts_what_is_held_is_a_conflict() -> None:
    decided = draft(DECIDED.subject, K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 3, 1))
    withdrawn = Undated(DECIDED.subject, K.REQUEST_WITHDRAWN, None, CENSUS, "no date")
    (conflict,) = differences(told(RECEIVED, decided), told(RECEIVED, undated=(withdrawn,))).conflicts
    assert conflict.told == "REQUEST_WITHDRAWN on a day not given"
    (other,) = differences(told(RECEIVED, undated=(DECIDED,)), told(RECEIVED, undated=(withdrawn,))).conflicts
    assert other.held == "DECISION_TO_ASSESS_NOTIFIED on a day not given"


def test_day_of_something_else_than_what_is_held_without_day_is_a_conflict() -> None:
    refused = draft(DECIDED.subject, K.REFUSAL_TO_ASSESS_SENT, date(2024, 3, 1))
    found = differences(told(RECEIVED, undated=(DECIDED,)), told(RECEIVED, refused))
    assert (found.new_events, len(found.conflicts)) == ((), 1)
    same = draft(DECIDED.subject, K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 3, 1))
    assert differences(told(RECEIVED, undated=(DECIDED,)), told(RECEIVED, same)).new_events == (same,)


def test_silence_of_a_typed_entry_contradicts_a_return_only_where_it_counts() -> None:
    typed = EventDraft("", FINAL.subject, K.FINAL_SENT, FINAL.occurred_on, {}, typed=True)
    now = draft(FINAL.subject, K.FINAL_SENT, FINAL.occurred_on, named=[{"urn": "1"}], week20=True)
    (conflict,) = differences(told(RECEIVED, typed), told(RECEIVED, now)).conflicts
    assert conflict.subject == "request|2024-02-01|outcome (week20)"


def test_history_is_the_same_after_it_was_kept_as_json() -> None:
    whole = CaseHistory(
        ("UPN:1", "NAME:a"),
        {"UPN": "1"},
        {"surname": "Holm", "born_on": date(2015, 5, 1)},
        "SEN2 2025",
        (RECEIVED, FINAL),
        (DECIDED, Undated("x", K.PLAN_MADE, None, None, "why")),
        row=7,
        as_at=CENSUS,
    )
    assert told_json.history(told_json.of_history(whole)) == whole
    bare = told(RECEIVED)
    assert told_json.history(told_json.of_history(bare)) == bare
