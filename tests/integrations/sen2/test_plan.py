"""From a return to histories of events, and from one return to the next."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from alongside.core.case import differences
from alongside.core.case.codes import EventKind as K
from alongside.core.case.details import DETAILS
from alongside.core.case.told import CaseHistory
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import plan, read, returns, synthetic_files
from integrations.sen2.making import invented, read_all, write_workbook

ADA = returns.Person(surname="Holm", forename="Ada", born_on=date(2015, 5, 1), upn="B801200005001")
CENSUS = date(2025, 1, 16)
NAMED = returns.NamedPlan(start_on=date(2024, 7, 1), details=(returns.PlanDetail(urn="123456", rank="1"),))
ISSUED = returns.Request(
    received_on=date(2024, 2, 1),
    source="1",
    outcome="Y",
    outcome_on=date(2024, 3, 1),
    assessment=returns.Assessment(outcome="Y", outcome_on=date(2024, 7, 1), week20=True, named_plan=NAMED),
)


def history(*requests: returns.Request, year: int = 2025, census: date | None = CENSUS) -> CaseHistory:
    return plan.case_history(replace(ADA, requests=requests), year=year, reference_on=census)


def told(found: CaseHistory) -> list[tuple[K, date]]:
    return [(e.kind, e.occurred_on) for e in found.events]


def test_a_request_that_became_a_plan_is_three_events() -> None:
    found = history(ISSUED)
    assert told(found) == [
        (K.REQUEST_RECEIVED, date(2024, 2, 1)),
        (K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 3, 1)),
        (K.FINAL_SENT, date(2024, 7, 1)),
    ]
    assert found.undated == ()
    assert found.source == "SEN2 2025"
    assert found.events[0].details == {"source": "PARENT_OR_YOUNG_PERSON"}
    assert found.events[2].details == {"week20": True, "named": [{"urn": "123456", "rank": "1"}]}


def test_an_exception_without_a_ground_is_no_exception_event() -> None:
    assert K.EXCEPTION_RECORDED not in {e.kind for e in history(ISSUED).events}


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [("Y", K.DECISION_TO_ASSESS_NOTIFIED), ("N", K.REFUSAL_TO_ASSESS_SENT), ("W", K.REQUEST_WITHDRAWN)],
)
def test_each_decision_with_a_date_is_an_event_and_without_one_is_undated(outcome: str, kind: K) -> None:
    request = returns.Request(received_on=date(2024, 2, 1), outcome=outcome, outcome_on=date(2024, 3, 1))
    assert told(history(request))[1] == (kind, date(2024, 3, 1))
    (unknown,) = history(replace(request, outcome_on=None)).undated
    assert (unknown.kind, unknown.not_before, unknown.not_after) == (kind, date(2024, 2, 1), CENSUS)
    assert "not its date" in unknown.why


def test_a_refusal_to_issue_is_an_event() -> None:
    assessment = returns.Assessment(outcome="N", outcome_on=date(2024, 6, 1), tribunal=True)
    found = history(replace(ISSUED, assessment=assessment)).events[-1]
    assert (found.kind, found.details) == (K.NO_PLAN_NOTICE_SENT, {"tribunal": True})


def test_a_plan_decided_but_not_yet_out_has_no_date() -> None:
    (unknown,) = history(replace(ISSUED, assessment=returns.Assessment(outcome="Y"))).undated
    assert (unknown.kind, unknown.not_before) == (K.DECISION_TO_ISSUE, date(2024, 3, 1))


def test_a_plan_from_before_is_made_on_its_own_date_and_nothing_is_invented_of_its_request() -> None:
    held = returns.Assessment(outcome="H", named_plan=NAMED)
    found = history(returns.Request(outcome="H", assessment=held))
    assert told(found) == [(K.PLAN_MADE, date(2024, 7, 1))]
    assert found.events[0].details["final"] == "2024-07-01"


def test_moving_and_transferring_are_known_only_within_bounds() -> None:
    moved = returns.Request(received_on=date(2024, 2, 1), outcome="W", exported="825")
    arrived = returns.Request(
        outcome="H",
        assessment=returns.Assessment(outcome="H", named_plan=NAMED),
        active_plan=returns.ActivePlan(transferred_from="867"),
    )
    found = {u.kind: u for u in history(moved, arrived).undated}
    assert found[K.MOVED_TO_NEW_LA].details == {"to": "825"}
    assert found[K.MOVED_TO_NEW_LA].not_before == date(2024, 2, 1)
    assert found[K.TRANSFERRED_IN].details == {"from": "867"}
    assert (found[K.TRANSFERRED_IN].not_before, found[K.TRANSFERRED_IN].not_after) == (
        date(2024, 1, 1),
        CENSUS,
    )


def test_an_active_plan_gives_reviews_placements_and_needs() -> None:
    active = returns.ActivePlan(
        review_meeting_on=date(2024, 10, 1),
        review_outcome="A",
        review_decision_on=date(2024, 10, 20),
        placements=(
            returns.Placement(
                urn="123456", rank="1", entry_on=date(2024, 9, 1), leaving_on=date(2024, 12, 20)
            ),
        ),
        needs=(returns.Need("ASD", "1"), returns.Need("SLCN", "2")),
    )
    found = history(replace(ISSUED, active_plan=active))
    assert told(found)[3:] == [
        (K.PLACEMENT_STARTED, date(2024, 9, 1)),
        (K.REVIEW_MEETING_HELD, date(2024, 10, 1)),
        (K.REVIEW_DECISION_SENT, date(2024, 10, 20)),
        (K.PLACEMENT_ENDED, date(2024, 12, 20)),
        (K.NEED_RECORDED, CENSUS),
        (K.NEED_RECORDED, CENSUS),
    ]
    started, decided, ended = found.events[3], found.events[5], found.events[6]
    assert ended.details == {"placement": started.key}
    assert decided.details == {"outcome": "AMEND"}
    assert [e.as_at for e in found.events[-2:]] == [True, True]


def test_a_review_without_its_letter_is_undated() -> None:
    active = returns.ActivePlan(review_meeting_on=date(2024, 10, 1), review_outcome="M")
    (unknown,) = history(replace(ISSUED, active_plan=active)).undated
    assert (unknown.kind, unknown.not_before) == (K.REVIEW_DECISION_SENT, date(2024, 10, 1))
    assert unknown.details == {"outcome": "MAINTAIN"}


def test_a_ceased_plan_says_when_and_why() -> None:
    ended = replace(NAMED, ceased_on=date(2024, 12, 1), cease_reason="5")
    held = returns.Request(outcome="H", assessment=returns.Assessment(outcome="H", named_plan=ended))
    found = history(held).events[-1]
    assert (found.kind, found.occurred_on, found.details) == (
        K.PLAN_CEASED,
        date(2024, 12, 1),
        {"reason": "5"},
    )


def test_two_requests_of_one_day_are_two_episodes_and_a_row_given_twice_is_one() -> None:
    first = returns.Request(received_on=date(2024, 2, 1), outcome="W", outcome_on=date(2024, 2, 9))
    second = replace(first, outcome="A", outcome_on=None)
    keys = [e.key for e in history(first, second, first).events]
    assert keys == [
        "request|2024-02-01|received",
        "request|2024-02-01#2|received",
        "request|2024-02-01|decision",
    ]


def test_keys_are_strongest_first() -> None:
    assert plan.person_keys(replace(ADA, uln="1000000000")) == (
        "UPN:B801200005001",
        "ULN:1000000000",
        "NAME:holm|ada|2015-05-01",
    )


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_every_detail_is_a_known_key_of_its_kind_and_every_event_is_dated_within_reason(year: int) -> None:
    header, persons = invented(600, year=year)
    for person in persons:
        found = plan.case_history(person, year=year, reference_on=header.reference_on)
        for event in (*found.events, *found.undated):
            assert set(event.details) <= set(DETAILS[event.kind]), event
        assert len({e.key for e in found.events}) == len(found.events)


def test_reading_one_return_twice_changes_nothing() -> None:
    header, persons = invented(600)
    for person in persons:
        one = plan.case_history(person, year=2025, reference_on=header.reference_on)
        assert differences.differences(one, one).nothing


def test_a_later_return_adds_what_is_new_once() -> None:
    open_request = returns.Request(received_on=date(2024, 12, 1), outcome="A")
    need = returns.ActivePlan(needs=(returns.Need("ASD", "1"),))
    held = history(open_request)
    later = history(
        replace(
            ISSUED,
            received_on=date(2024, 12, 1),
            outcome_on=date(2025, 1, 20),
            assessment=replace(ISSUED.assessment, outcome_on=date(2025, 5, 1)),
            active_plan=need,
        ),
        year=2026,
        census=date(2026, 1, 15),
    )
    found = differences.differences(held, later)
    assert [e.kind for e in found.new_events] == [
        K.PLAN_MADE,
        K.DECISION_TO_ASSESS_NOTIFIED,
        K.FINAL_SENT,
        K.NEED_RECORDED,
    ]
    assert [c.subject for c in found.conflicts] == ["request|2024-12-01|received (source)"]
    after = differences.merged(held, found)
    again = differences.differences(after, later)
    assert (again.new_events, again.new_undated) == ((), ())


def test_the_plan_issued_last_year_is_not_made_again_when_it_returns_as_historical() -> None:
    later = returns.Request(outcome="H", assessment=returns.Assessment(outcome="H", named_plan=NAMED))
    found = differences.differences(history(ISSUED), history(later, year=2026, census=date(2026, 1, 15)))
    assert found.nothing


def test_a_date_that_changed_is_a_conflict_and_overwrites_nothing() -> None:
    changed = replace(ISSUED, outcome_on=date(2024, 3, 8))
    found = differences.differences(history(ISSUED), history(changed))
    assert found.new_events == ()
    (conflict,) = found.conflicts
    assert conflict.sentence() == (
        "request|2024-02-01|decision: held as DECISION_TO_ASSESS_NOTIFIED on 2024-03-01, the return says "
        "DECISION_TO_ASSESS_NOTIFIED on 2024-03-08. Nothing was changed."
    )


def test_a_name_that_changed_is_a_conflict_and_a_new_number_is_new() -> None:
    held = plan.case_history(replace(ADA, upn=None), year=2025, reference_on=CENSUS)
    now = plan.case_history(replace(ADA, surname="Garth"), year=2026, reference_on=CENSUS)
    found = differences.differences(held, now)
    assert found.new_identifiers == {"UPN": "B801200005001"}
    assert [(c.subject, c.held, c.told) for c in found.conflicts] == [("person surname", "Holm", "Garth")]


def test_a_need_is_new_only_when_it_changes() -> None:
    def seen(need: str, year: int) -> CaseHistory:
        active = returns.ActivePlan(needs=(returns.Need(need, "1"),))
        return history(returns.Request(outcome="H", active_plan=active), year=year, census=date(year, 1, 16))

    held = seen("ASD", 2024)
    assert differences.differences(held, seen("ASD", 2025)).nothing
    changed = differences.differences(held, seen("SEMH", 2025))
    assert [e.occurred_on for e in changed.new_events] == [date(2025, 1, 16)]
    after = differences.merged(held, changed)
    assert len(differences.differences(after, seen("ASD", 2026)).new_events) == 1
    assert [c.told for c in differences.differences(held, seen("HI", 2024)).conflicts] == [
        "{'type': 'HI', 'rank': '1'}"
    ]


def test_an_undated_fact_is_settled_by_a_return_that_dates_it() -> None:
    undated = returns.Request(received_on=date(2024, 2, 1), outcome="W")
    held, now = history(undated), history(replace(undated, outcome_on=date(2024, 2, 20)))
    assert [e.kind for e in differences.differences(held, now).new_events] == [K.REQUEST_WITHDRAWN]
    assert differences.differences(now, held).nothing


def test_a_return_becomes_an_iterator_of_histories(tmp_path: Path) -> None:
    header, persons = invented(50)
    synthetic_files.write_xml(tmp_path / "r.xml", header, persons)
    found = list(plan.case_histories(read.open_return(tmp_path / "r.xml")))
    assert len(found) == 50
    assert {h.source for h in found} == {"SEN2 2025"}


def test_a_workbook_needs_its_year_told(tmp_path: Path) -> None:
    write_workbook(tmp_path / "r.xlsx", *invented(5))
    with pytest.raises(Refused, match="--year 2025"):
        list(plan.case_histories(read.open_return(tmp_path / "r.xlsx")))
    found = list(plan.case_histories(read.open_return(tmp_path / "r.xlsx"), year=2025))
    assert len(found) == 5
    needs = [e for h in found for e in h.events if e.kind is K.NEED_RECORDED]
    assert {e.occurred_on for e in needs} == {CENSUS}  # the third Thursday of January


def test_a_person_who_could_never_be_known_again_is_reported(tmp_path: Path) -> None:
    synthetic_files.write_xml(
        tmp_path / "r.xml", returns.Header(year=2025), [returns.Person(requests=(ISSUED,))]
    )
    opened = read.open_return(tmp_path / "r.xml")
    assert list(plan.case_histories(opened)) == []
    assert opened.unusable[-1].reason == plan.UNRECOGNISABLE
    assert read_all(tmp_path / "r.xml")[1] != []


def test_each_missing_date_is_an_undated_fact_and_nothing_is_lost() -> None:
    plan_without_date = returns.NamedPlan(cease_reason="9")
    found = history(
        returns.Request(
            outcome="A",
            source="2",
            assessment=returns.Assessment(outcome="H", named_plan=plan_without_date),
            active_plan=returns.ActivePlan(placements=(returns.Placement(urn="123456"),)),
        )
    )
    assert found.events == ()
    assert {(u.kind, u.not_after) for u in found.undated} == {
        (K.REQUEST_RECEIVED, CENSUS),
        (K.PLAN_MADE, CENSUS),
        (K.PLAN_CEASED, CENSUS),
        (K.PLACEMENT_STARTED, CENSUS),
    }


def test_an_assessment_that_was_withdrawn_closes_the_request() -> None:
    assessment = returns.Assessment(outcome="W", outcome_on=date(2024, 4, 1))
    assert told(history(replace(ISSUED, assessment=assessment)))[-1] == (
        K.REQUEST_WITHDRAWN,
        date(2024, 4, 1),
    )


def test_a_final_plan_without_a_named_plan_still_counts() -> None:
    assessment = returns.Assessment(outcome="Y", outcome_on=date(2024, 7, 1))
    assert history(replace(ISSUED, assessment=assessment)).events[-1].details == {}


def test_a_request_decided_before_the_year_keeps_its_receipt_and_an_undated_decision() -> None:
    found = history(replace(ISSUED, outcome="H", outcome_on=None, received_on=date(2023, 11, 1)))
    assert found.events[0].kind is K.REQUEST_RECEIVED
    (unknown,) = found.undated
    assert (unknown.kind, unknown.not_after) == (K.DECISION_TO_ASSESS_NOTIFIED, date(2024, 1, 1))


def test_two_different_facts_under_one_key_are_both_kept() -> None:
    active = returns.ActivePlan(needs=(returns.Need("ASD", "1"), returns.Need("HI", "1")))
    found = history(returns.Request(outcome="H", active_plan=active))
    assert [e.subject for e in found.events] == ["need|1", "need|1#2"]
    assert differences.differences(found, found).nothing
