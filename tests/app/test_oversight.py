"""The manager's figures are counted from cases, and the three numbers come together."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.app import doing
from alongside.app.actions import requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import oversight
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import Channel, EventKind, RequestSource
from cast import Cast

PARTY = NewParty("PARENT", "Ada Marsh")


def at_noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def plan_issued(cast: Cast, received_on: date, days: int, name: str) -> None:
    """A case whose final plan was sent so many days after the request."""
    request = NewRequest(received_on, RequestSource.SETTING, Channel.ONLINE, "Head")
    child = NewChild(name, "Marsh", date(2018, 1, 1))
    registered = requests.register(child, [PARTY], request, by=cast.officer, at=at_noon(received_on))
    final_on = received_on + timedelta(days=days)
    for kind, day in (
        (EventKind.DECISION_TO_ASSESS_NOTIFIED, received_on + timedelta(days=30)),
        (EventKind.DECISION_TO_ISSUE, received_on + timedelta(days=100)),
        (EventKind.DRAFT_SERVED, received_on + timedelta(days=110)),
        (EventKind.FINAL_SENT, final_on),
    ):
        with doing.on_case(
            registered.case_id, Permission.RECORD_EVENT, by=cast.officer, at=at_noon(day)
        ) as deed:
            deed.append(kind, day, {"channel": Channel.EMAIL, "sent_on": day.isoformat()})


def test_day_140_is_on_time_and_day_141_is_not(cast: Cast) -> None:
    plan_issued(cast, date(2026, 3, 2), 140, "Ann")
    plan_issued(cast, date(2026, 3, 2), 141, "Ben")
    found = oversight.figures(by=cast.manager, at=cast.at)
    on_time = found.truth.on_time
    assert (on_time.issued_all, on_time.within_all, on_time.on_last_day) == (2, 1, 1)
    assert on_time.rate_all == 50.0
    july = next(m for m in found.months if m.starts_on == date(2026, 7, 1))
    assert july.rates.issued_all == 2
    assert july.lawful == 1


def test_open_cases_and_the_longest_wait_stand_beside_the_share(cast: Cast) -> None:
    truth = oversight.figures(by=cast.manager, at=cast.at).truth
    assert truth.open_cases == 1
    assert truth.median_weeks_open == 1.0
    assert truth.longest is not None
    assert truth.longest.reference == cast.case.reference
    assert truth.longest.weeks == 1


def test_cohort_says_what_became_of_the_requests_of_a_month(cast: Cast) -> None:
    plan_issued(cast, date(2026, 3, 2), 140, "Ann")
    plan_issued(cast, date(2026, 3, 9), 150, "Ben")
    found = oversight.figures(by=cast.manager, at=cast.at)
    march = next(c for c in found.cohorts if c.starts_on == date(2026, 3, 1))
    assert (march.received, march.in_time, march.late) == (2, 1, 1)
    assert march.settled
    november = next(c for c in found.cohorts if c.starts_on == date(2026, 11, 1))
    assert (november.received, november.open_in_time, november.settled) == (1, 1, False)


def test_open_request_past_its_day_is_late_in_its_cohort_and_at_its_stage(cast: Cast) -> None:
    later = at_noon(date(2027, 4, 6))  # the day after Ivy's twenty weeks
    found = oversight.figures(by=cast.manager, at=later)
    november = next(c for c in found.cohorts if c.starts_on == date(2026, 11, 1))
    assert november.open_late == 1
    assert [(s.late, s.total) for s in found.stages] == [(1, 1)]
    assert found.truth.past_twenty_weeks == 1


def test_director_sees_the_figures_and_no_case(cast: Cast) -> None:
    found = oversight.figures(by=cast.director, at=cast.at)
    assert found.truth.longest is not None
    assert found.truth.longest.case_id is None
    assert found.truth.longest.reference == ""


@pytest.mark.parametrize("who", ["parent", "senco", "stranger", "psychologist"])
def test_nobody_else_sees_the_figures_of_the_team(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        oversight.figures(by=getattr(cast, who), at=cast.at)


def test_number_of_queries_does_not_grow_with_cases(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    for number in range(3):
        plan_issued(cast, date(2026, 3, 2 + number), 120, f"Child{number}")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        oversight.figures(by=cast.manager, at=cast.at)


def test_empty_authority_has_no_share_and_no_wait(cast: Cast) -> None:
    elsewhere = replace(cast.manager, authority="866")
    truth = oversight.figures(by=elsewhere, at=cast.at).truth
    assert truth.on_time.rate_all is None
    assert truth.open_cases == 0
    assert truth.longest is None
