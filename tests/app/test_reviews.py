"""The lists of reviews and of phase transfers: what they count, for whom, and what only a return tells."""

import json
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from alongside.app import doing, scope
from alongside.app.actions import earlier, list_files, upkeep
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.earlier import EarlierPlan
from alongside.app.queries import caseload, phase_transfers, reviews
from alongside.app.queries.phase_transfers import Source, TransferState
from alongside.app.queries.review_lists import Narrowed
from alongside.app.queries.reviews import ReviewState
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import EventKind
from alongside.records.models import HeldPlan, LedgerEntry
from cast import Cast

K, R, T = EventKind, ReviewState, TransferState
ON = date(2026, 11, 23)


def plan(
    cast: Cast, made_on: date, *events: tuple[EventKind, date, dict[str, object]], born: date | None = None
) -> UUID:
    """A plan made before, and what has happened to it since."""
    child = NewChild("Wren", f"Of{made_on:%y%m%d}", born or date(2017, 3, 1), setting=cast.school)
    known = EarlierPlan(child, [NewParty("PARENT", "Ada Marsh")], made_on, cast.officer.account)
    entered = datetime(made_on.year, made_on.month, made_on.day, 12, tzinfo=UTC)
    case = earlier.enter(known, by=cast.service, at=min(entered, cast.at))
    with doing.on_case(case, Permission.SEE_CASE, by=cast.officer, at=cast.at) as deed:
        for kind, on, details in events:
            deed.append(kind, on, details)
    return case


def met(on: date) -> tuple[EventKind, date, dict[str, object]]:
    return K.REVIEW_MEETING_HELD, on, {}


def decided(on: date, outcome: str = "AMEND") -> tuple[EventKind, date, dict[str, object]]:
    return K.REVIEW_DECISION_SENT, on, {"outcome": outcome}


def states(cast: Cast, **wanted: object) -> dict[ReviewState, int]:
    found = reviews.reviews(Narrowed(**wanted), by=cast.manager, at=cast.at)  # type: ignore[arg-type]
    return {state: number for state, number in found.counts.items() if number}


@pytest.mark.parametrize(
    ("made_on", "state"),
    [
        (date(2025, 11, 23), {R.OVERDUE: 1}),  # its year ended on 22 November 2026
        (date(2025, 11, 24), {R.DUE_SOON: 1}),  # ends today
        (date(2026, 1, 19), {R.DUE_SOON: 1}),  # ends eight weeks from today
        (date(2026, 1, 20), {R.DUE_LATER: 1}),
        (date(2026, 2, 16), {R.DUE_LATER: 1}),  # ends twelve weeks from today
        (date(2026, 2, 17), {}),
    ],
)
def test_review_is_listed_twelve_weeks_before_its_year_ends(
    cast: Cast, made_on: date, state: dict[ReviewState, int]
) -> None:
    plan(cast, made_on)
    assert states(cast) == state


def test_first_review_due_before_the_plan_came_onto_the_record_is_not_known(
    cast: Cast,
) -> None:
    child = NewChild("Wren", "Marsh", date(2017, 3, 1))
    for made_on in (date(2019, 5, 1), date(2025, 11, 10)):
        known = EarlierPlan(child, [NewParty("PARENT", "Ada Marsh")], made_on, cast.officer.account)
        earlier.enter(known, by=cast.service, at=datetime(2026, 6, 1, 12, tzinfo=UTC))
    found = reviews.reviews(Narrowed(), by=cast.manager, at=cast.at)
    assert {state: number for state, number in found.counts.items() if number} == {
        R.NOT_KNOWN: 1,
        R.OVERDUE: 1,
    }
    assert [(line.state, line.due) for line in found.lines] == [
        (R.OVERDUE, date(2026, 11, 9)),
        (R.NOT_KNOWN, None),
    ]
    work = caseload.due(caseload.Wanted(), by=cast.officer, at=cast.at)
    assert [line.rule for line in work.lines if line.name == "Wren Marsh"] == ["R01"], (
        "only what is known to be late"
    )


def test_what_is_late_after_a_meeting_is_listed_with_the_limit_that_ended_first(cast: Cast) -> None:
    made = date(2026, 3, 2)
    plan(cast, made, met(date(2026, 11, 6)))  # report due on the 20th
    plan(cast, made, met(date(2026, 10, 20)))  # decision due on 17 November, report before
    plan(
        cast, made, met(date(2026, 9, 1)), decided(date(2026, 9, 28))
    )  # notice due on 29 September, plan on 24 November
    sent = (K.AMENDMENT_NOTICE_SENT, date(2026, 9, 20), {"channel": "EMAIL"})
    case = plan(cast, made, met(date(2026, 9, 1)), sent)  # plan due on 15 November: 8 weeks from the notice
    assert states(cast) == {R.REPORT_LATE: 2, R.DECISION_LATE: 1, R.NOTICE_LATE: 1, R.AMENDED_LATE: 1}
    found = reviews.reviews(Narrowed(states=(R.AMENDED_LATE,)), by=cast.manager, at=cast.at)
    (line,) = found.lines
    assert (line.case_id, line.due, line.days, line.notice_on) == (
        case,
        date(2026, 11, 15),
        8,
        date(2026, 9, 20),
    )
    assert found.total == 1


def test_twelve_weeks_from_the_meeting_end_first_where_the_notice_was_late(cast: Cast) -> None:
    sent = (K.AMENDMENT_NOTICE_SENT, date(2026, 10, 15), {"channel": "EMAIL"})
    plan(cast, date(2026, 3, 2), met(date(2026, 8, 20)), sent)
    (line,) = reviews.reviews(Narrowed(states=(R.AMENDED_LATE,)), by=cast.manager, at=cast.at).lines
    assert line.due == date(2026, 11, 12)


def test_list_is_narrowed_by_owner_school_month_year_group_and_state(cast: Cast) -> None:
    plan(cast, date(2025, 11, 23))
    plan(cast, date(2025, 12, 28), born=date(2016, 3, 1))
    assert states(cast) == {R.OVERDUE: 1, R.DUE_SOON: 1}
    assert states(cast, owner=cast.other_officer.account) == {}
    assert states(cast, owner=cast.officer.account) == {R.OVERDUE: 1, R.DUE_SOON: 1}
    assert states(cast, school=cast.school) == {R.OVERDUE: 1, R.DUE_SOON: 1}
    assert states(cast, school=cast.special_school) == {}
    assert states(cast, month=date(2026, 12, 1)) == {R.DUE_SOON: 1}
    assert states(cast, year_group=5) == {R.OVERDUE: 1}
    assert states(cast, year_group=6) == {R.DUE_SOON: 1}
    assert states(cast, team="Nobody’s") == {}
    assert states(cast, states=(R.OVERDUE,)) == {R.OVERDUE: 1, R.DUE_SOON: 1}, "counts are of every state"


def test_senior_leader_sees_numbers_and_no_child(cast: Cast) -> None:
    plan(cast, date(2025, 11, 23))
    found = reviews.reviews(Narrowed(), by=cast.director, at=cast.at)
    assert (found.counts[R.OVERDUE], found.lines, found.sees_cases) == (1, (), False)
    moved = phase_transfers.transfers(Narrowed(), by=cast.director, at=cast.at)
    assert (moved.lines, moved.sees_cases) == ((), False)
    with pytest.raises(NotAllowed):
        list_files.take_reviews(Narrowed(), by=cast.director, at=cast.at)
    with pytest.raises(NotAllowed):
        reviews.reviews(Narrowed(), by=cast.parent, at=cast.at)


def test_number_of_questions_does_not_grow_with_the_list(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    for day in range(1, 6):
        plan(cast, date(2025, 11, day), born=date(2016, 3, day))
    for ask in (reviews.reviews, phase_transfers.transfers):
        with django_assert_max_num_queries(1):  # type: ignore[operator]
            assert ask(Narrowed(), by=cast.manager, at=cast.at).lines  # type: ignore[operator]


def test_coordinator_takes_away_only_own_cases_and_the_ledger_says_so(cast: Cast) -> None:
    plan(cast, date(2025, 11, 23))
    assert len(list_files.take_reviews(Narrowed(), by=cast.officer, at=cast.at).lines) == 1
    assert list_files.take_reviews(Narrowed(), by=cast.other_officer, at=cast.at).lines == ()
    assert len(list_files.take_reviews(Narrowed(), by=cast.manager, at=cast.at).lines) == 1
    with scope.opened(cast.manager):
        taken = LedgerEntry.objects.filter(deed="REVIEWS_TAKEN_AS_FILE").order_by("id")
        assert [json.loads(entry.body)["lines"] for entry in taken] == [1, 0, 1]


def moves(cast: Cast, moving: int | None = None) -> phase_transfers.PhaseTransfers:
    return phase_transfers.transfers(Narrowed(), by=cast.manager, at=cast.at, moving=moving)


def test_children_in_the_last_year_of_a_phase_are_listed_by_age(cast: Cast) -> None:
    made = date(2026, 3, 2)
    for born in (date(2022, 9, 1), date(2015, 9, 1), date(2016, 8, 31), date(2010, 9, 1), date(2016, 9, 1)):
        plan(cast, made, born=born)
    found = moves(cast)
    assert found.moving == 2027
    assert sorted((line.transfer, line.due, line.state, line.source) for line in found.lines) == [
        ("EARLY_YEARS_TO_SCHOOL", date(2027, 2, 15), T.TO_BEGIN, Source.AGE),
        ("PRIMARY_TO_SECONDARY", date(2027, 2, 15), T.TO_BEGIN, Source.AGE),
        ("PRIMARY_TO_SECONDARY", date(2027, 2, 15), T.TO_BEGIN, Source.AGE),
        ("SECONDARY_TO_POST_16", date(2027, 3, 31), T.TO_BEGIN, Source.AGE),
    ]


def test_preparation_is_behind_once_the_day_for_the_meeting_has_passed(cast: Cast) -> None:
    """Twelve weeks before 15 February 2027 is 23 November 2026."""
    plan(cast, date(2026, 3, 2), born=date(2016, 3, 1))
    assert moves(cast).lines[0].state is T.TO_BEGIN
    tomorrow = phase_transfers.transfers(Narrowed(), by=cast.manager, at=cast.at + timedelta(days=1))
    assert tomorrow.lines[0].state is T.BEHIND


def test_move_is_done_once_the_amended_plan_names_the_next_setting(cast: Cast) -> None:
    born = date(2016, 3, 1)
    foreseen = (
        K.PHASE_TRANSFER_FORESEEN,
        date(2026, 9, 10),
        {"transfer": "PRIMARY_TO_SECONDARY", "year": 2027},
    )
    case = plan(cast, date(2026, 3, 2), foreseen, met(date(2026, 9, 20)), born=born)
    assert moves(cast).lines[0].state is T.REVIEWED
    add(cast, case, K.AMENDMENT_NOTICE_SENT, date(2026, 10, 5), channel="EMAIL")
    assert moves(cast).lines[0].state is T.NOTICE_SENT
    add(cast, case, K.AMENDED_FINAL_SENT, date(2026, 11, 10))
    assert moves(cast).lines[0].state is T.AMENDED, "nobody has said that it names the next setting"
    with scope.opened(cast.officer):
        assert HeldPlan.objects.get(case=case).settled_on is None
    add(cast, case, K.NO_AMENDMENT_FOR_TRANSFER, date(2026, 11, 20), reason="named already")
    (line,) = moves(cast).lines
    assert (line.state, line.settled_on, line.no_amendment_needed) == (T.DONE, date(2026, 11, 20), True)


def add(cast: Cast, case: UUID, kind: EventKind, on: date, **details: object) -> None:
    with doing.on_case(case, Permission.SEE_CASE, by=cast.officer, at=cast.at) as deed:
        deed.append(kind, on, details)


def test_move_whose_last_day_has_passed_is_late(cast: Cast) -> None:
    foreseen = (
        K.PHASE_TRANSFER_FORESEEN,
        date(2026, 4, 1),
        {"transfer": "POST_16_TO_POST_16", "on": "2027-04-01"},
    )
    plan(cast, date(2026, 3, 2), foreseen, born=date(2008, 9, 1))
    (line,) = moves(cast).lines
    assert (line.state, line.due, line.days) == (T.LATE, date(2026, 11, 1), 22)


def test_year_can_be_chosen(cast: Cast) -> None:
    plan(cast, date(2026, 3, 2), born=date(2017, 3, 1))
    assert not moves(cast).lines
    assert [line.state for line in moves(cast, 2028).lines] == [T.TO_BEGIN]


def test_caches_move_on_with_the_day(cast: Cast) -> None:
    """What begins on a day of its own: a move within twelve months, a fifth birthday, the last day at 24."""
    foreseen = (
        K.PHASE_TRANSFER_FORESEEN,
        date(2026, 4, 1),
        {"transfer": "PRIMARY_TO_SECONDARY", "on": "2027-12-01"},
    )
    plan(cast, date(2026, 3, 2), foreseen, born=date(2016, 9, 1))
    plan(cast, date(2026, 1, 5), born=date(2021, 12, 10))
    plan(cast, date(2026, 1, 6), born=date(2002, 12, 10))
    ceasing = (K.REVIEW_DECISION_SENT, date(2026, 11, 20), {"outcome": "CEASE"})
    plan(cast, date(2026, 1, 7), met(date(2026, 11, 1)), ceasing)
    for day in (
        date(2026, 12, 1),
        date(2026, 12, 10),
        date(2026, 12, 11),
        *(date(2027, 1, d) for d in range(18, 30)),
    ):
        at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
        upkeep.move_on(by=cast.service, at=at)
        assert upkeep.compare(by=cast.service, at=at).differences == (), day
