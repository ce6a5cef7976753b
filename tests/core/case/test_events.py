"""The standing chronology: corrections, late entries, and things as they were known."""

from datetime import UTC, date, datetime, timedelta

from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event, as_known

FIRST = datetime(2026, 9, 7, 9, tzinfo=UTC)
K = EventKind


def event(
    name: str, on: str, minute: int, corrects: str | None = None, kind: EventKind = K.REQUEST_RECEIVED
) -> Event:
    return Event(name, kind, date.fromisoformat(on), FIRST + timedelta(minutes=minute), corrects=corrects)


def names(*events: Event, at: datetime | None = None) -> list[str]:
    return [each.id for each in as_known(events, at=at)]


def test_events_stand_in_the_order_in_which_they_happened() -> None:
    assert names(event("late", "2026-09-09", 1), event("entered later", "2026-09-07", 2)) == [
        "entered later",
        "late",
    ]


def test_events_of_one_day_keep_the_order_in_which_they_were_recorded() -> None:
    assert names(event("b", "2026-09-07", 2), event("a", "2026-09-07", 1)) == ["a", "b"]


def test_a_correction_takes_the_place_of_what_it_corrects_among_the_events_of_its_day() -> None:
    first, second = event("first", "2026-09-07", 1), event("second", "2026-09-07", 1)
    assert names(first, second, event("right", "2026-09-07", 60, "first")) == ["right", "second"]


def test_a_chain_of_corrections_ends_at_its_last_link_and_stands_for_all() -> None:
    wrong, better = event("wrong", "2026-09-07", 1), event("better", "2026-09-08", 2, "wrong")
    (last,) = as_known([wrong, better, event("best", "2026-09-09", 3, "better")])
    assert (last.id, last.stands_for, last.placed_at) == (
        "best",
        ("better", "wrong"),
        FIRST + timedelta(minutes=1),
    )


def test_a_correction_of_a_standing_correction_stands_for_the_whole_chain() -> None:
    wrong, better = event("wrong", "2026-09-07", 1), event("better", "2026-09-08", 2, "wrong")
    standing = as_known([wrong, better])
    (last,) = as_known([*standing, event("best", "2026-09-09", 3, "better")])
    assert last.stands_for == ("better", "wrong")
    assert last.placed_at == FIRST + timedelta(minutes=1)


def test_of_two_corrections_of_one_entry_the_last_counts() -> None:
    wrong = event("wrong", "2026-09-07", 1)
    assert names(wrong, event("x", "2026-09-08", 2, "wrong"), event("y", "2026-09-09", 3, "wrong")) == ["y"]


def test_an_entry_recorded_in_error_leaves_nothing() -> None:
    assert (
        names(event("wrong", "2026-09-07", 1), event("void", "2026-09-07", 2, "wrong", K.RECORDED_IN_ERROR))
        == []
    )


def test_a_correction_of_an_entry_that_is_not_here_stands_by_itself() -> None:
    (alone,) = as_known([event("right", "2026-09-07", 2, "elsewhere")])
    assert (alone.id, alone.stands_for) == ("right", ("elsewhere",))


def test_the_chronology_as_known_earlier_still_has_the_wrong_entry() -> None:
    events = (event("wrong", "2026-09-07", 1), event("right", "2026-09-08", 30, "wrong"))
    assert names(*events, at=FIRST + timedelta(minutes=29)) == ["wrong"]
    assert names(*events, at=FIRST + timedelta(minutes=30)) == ["right"]


def test_corrections_that_name_each_other_do_not_hang() -> None:
    assert names(event("a", "2026-09-07", 1, "b"), event("b", "2026-09-07", 2, "a")) == []
