"""A return laid beside what is held: what is new is taken, what disagrees is told, nothing is overwritten."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.case.codes import EventKind as K
from alongside.core.case.differences import Differences, differences, merged
from alongside.core.case.told import CaseHistory, EventDraft, Undated

CENSUS = date(2025, 1, 16)
NEXT_CENSUS = date(2026, 1, 15)
SURNAME = {"surname": "Holm", "born_on": date(2015, 5, 1)}


def draft(subject: str, kind: K, on: date, **details: Any) -> EventDraft:
    return EventDraft(f"{subject}|{on}", subject, kind, on, details)


def need(code: str, on: date = CENSUS) -> EventDraft:
    return replace(draft("need|1", K.NEED_RECORDED, on, type=code), as_at=True)


def told(
    *events: EventDraft,
    undated: tuple[Undated, ...] = (),
    fields: Mapping[str, str | date] = SURNAME,
    upn: str = "A123456789012",
) -> CaseHistory:
    return CaseHistory((f"UPN:{upn}",), {"UPN": upn}, fields, "SEN2 2025", events, undated, as_at=CENSUS)


RECEIVED = draft("request|2024-02-01|received", K.REQUEST_RECEIVED, date(2024, 2, 1))
DECIDED = draft("request|2024-02-01|decision", K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 3, 1))
FINAL = draft("request|2024-02-01|outcome", K.FINAL_SENT, date(2024, 7, 1), week20=True)
UNDATED = Undated(DECIDED.subject, DECIDED.kind, RECEIVED.occurred_on, CENSUS, "no date")
WHOLE = (RECEIVED, DECIDED, FINAL, need("ASD"))


def test_same_return_read_twice_adds_nothing() -> None:
    assert differences(told(*WHOLE), told(*WHOLE)).nothing
    assert differences(told(RECEIVED, undated=(UNDATED,)), told(RECEIVED, undated=(UNDATED,))).nothing


SOME = st.lists(st.sampled_from(WHOLE), unique_by=lambda draft: draft.key)


@given(SOME, SOME)
def test_what_was_merged_is_never_new_again(before: list[EventDraft], after: list[EventDraft]) -> None:
    held, later = told(*before), told(*after, fields={**SURNAME, "forename": "Ida"})
    found = differences(held, later)
    assert not found.conflicts
    whole = merged(held, found)
    assert [d for d in WHOLE if d in whole.events] == [d for d in WHOLE if d in before or d in after]
    assert len(whole.events) == len({d.key for d in whole.events})
    assert differences(whole, later).nothing


@pytest.mark.parametrize(
    "more",
    [
        told(RECEIVED, DECIDED),
        told(RECEIVED, undated=(UNDATED,)),
        told(RECEIVED, fields={**SURNAME, "forename": "Ida"}),
        replace(told(RECEIVED), identifiers={"ULN": "1000000000"}),
        told(RECEIVED, upn="B123456789012"),
    ],
    ids=["event", "undated", "field", "identifier", "conflict"],
)
def test_anything_more_is_something(more: CaseHistory) -> None:
    assert not differences(told(RECEIVED), more).nothing


def test_merging_keeps_the_order_of_days_and_adds_items() -> None:
    held = told(RECEIVED, FINAL)
    later = replace(told(DECIDED, fields={"forename": "Ida"}), identifiers={"ULN": "1000000000"})
    whole = merged(held, differences(held, later))
    assert whole.events == (RECEIVED, DECIDED, FINAL)
    assert whole.fields == {**SURNAME, "forename": "Ida"}
    assert whole.identifiers == {"UPN": "A123456789012", "ULN": "1000000000"}


def test_day_that_is_told_at_last_takes_the_place_of_the_fact_without_it() -> None:
    held = told(RECEIVED, undated=(UNDATED,))
    whole = merged(held, differences(held, told(RECEIVED, DECIDED)))
    assert (whole.events, whole.undated) == ((RECEIVED, DECIDED), ())


def test_fact_held_with_its_day_is_not_lost_to_one_without() -> None:
    assert differences(told(RECEIVED, DECIDED), told(RECEIVED, undated=(UNDATED,))).nothing


def test_items_held_otherwise_are_conflicts_that_change_nothing() -> None:
    held = told(RECEIVED)
    later = told(RECEIVED, fields={"surname": "Holme", "born_on": date(2015, 1, 5)}, upn="B123456789012")
    found = differences(held, later)
    assert [(c.sentence(), c.item) for c in found.conflicts] == [
        (
            "person surname: held as Holm, the return says Holme. Nothing was changed.",
            ("surname", "Holme"),
        ),
        (
            "person born_on: held as 2015-05-01, the return says 2015-01-05. Nothing was changed.",
            ("born_on", date(2015, 1, 5)),
        ),
        (
            "identifier UPN: held as A123456789012, the return says B123456789012. Nothing was changed.",
            ("UPN", "B123456789012"),
        ),
    ]
    assert merged(held, found) == held


@pytest.mark.parametrize(
    "other",
    [replace(DECIDED, occurred_on=date(2024, 3, 4)), replace(DECIDED, kind=K.REFUSAL_TO_ASSESS_SENT)],
    ids=["day", "kind"],
)
def test_other_day_or_other_decision_is_a_conflict_that_offers_it(other: EventDraft) -> None:
    found = differences(told(RECEIVED, DECIDED), told(RECEIVED, other))
    assert found.new_events == ()
    (conflict,) = found.conflicts
    assert conflict.offers == (other,)
    assert conflict.sentence() == (
        "request|2024-02-01|decision: held as DECISION_TO_ASSESS_NOTIFIED on 2024-03-01, "
        f"the return says {other.kind.value} on {other.occurred_on}. Nothing was changed."
    )


def test_only_the_detail_that_disagrees_is_a_conflict() -> None:
    held = replace(FINAL, details={"week20": False, "tribunal": True})
    now = replace(FINAL, details={"week20": True, "tribunal": True})
    (conflict,) = differences(told(RECEIVED, held), told(RECEIVED, now)).conflicts
    assert (conflict.held, conflict.told) == ("False", "True")
    assert conflict.offers == (replace(FINAL, details={"week20": True}),)


def test_request_after_an_ended_one_is_new() -> None:
    refused = replace(DECIDED, kind=K.REFUSAL_TO_ASSESS_SENT)
    again = draft("request|2024-09-02|received", K.REQUEST_RECEIVED, date(2024, 9, 2))
    found = differences(told(RECEIVED, refused), told(again))
    assert (found.new_events, found.conflicts) == ((again,), ())


@pytest.mark.parametrize("kind", [K.FINAL_SENT, K.PLAN_MADE])
def test_plan_told_again_as_one_from_before_is_held_already(kind: K) -> None:
    historical = draft("plan|2024-07-01", K.PLAN_MADE, FINAL.occurred_on, requested_on="2024-02-01")
    assert differences(told(RECEIVED, replace(FINAL, kind=kind)), told(historical)).nothing


def state(held: tuple[EventDraft, ...], now: EventDraft) -> Differences:
    return differences(told(*held), told(now))


def test_need_seen_for_the_first_time_is_new() -> None:
    assert state((), need("ASD")).new_events == (need("ASD"),)


def test_need_that_has_not_changed_is_not_told_again() -> None:
    assert state((need("ASD"),), need("ASD", NEXT_CENSUS)).nothing


def test_need_that_has_changed_since_the_last_census_is_new() -> None:
    changed = need("SLCN", NEXT_CENSUS)
    found = state((need("ASD"),), changed)
    assert (found.new_events, found.conflicts) == ((changed,), ())


def test_need_is_laid_beside_the_last_one_seen_and_not_the_first() -> None:
    held = (need("SLCN", date(2024, 1, 18)), need("ASD"))
    assert state(held, need("ASD", NEXT_CENSUS)).nothing
    assert state(held, need("SLCN", NEXT_CENSUS)).new_events == (need("SLCN", NEXT_CENSUS),)


def test_need_of_an_earlier_return_is_new_beside_a_later_one() -> None:
    assert state((need("ASD", NEXT_CENSUS),), need("ASD")).new_events == (need("ASD"),)


def test_other_need_on_the_same_census_day_is_a_conflict() -> None:
    found = state((need("ASD"),), need("SLCN"))
    assert found.new_events == ()
    assert found.conflicts[0].sentence() == (
        "need|1: held as {'type': 'ASD'}, the return says {'type': 'SLCN'}. Nothing was changed."
    )
