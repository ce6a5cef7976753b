"""After a return has been taken over, the lists tell the truth: what it does not tell is not known, never late."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from alongside.app import doing, facts, scope
from alongside.app.actions import upkeep
from alongside.app.queries import phase_transfers, reviews
from alongside.app.queries.phase_transfers import Source, TransferState
from alongside.app.queries.review_lists import Narrowed
from alongside.app.queries.reviews import ReviewState
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind, TimerState
from alongside.core.case.episodes import history
from alongside.integrations.sen2 import load, returns, synthetic
from alongside.records.models import Case, Due, HeldPlan
from app.importing_files import file, invented
from cast import Cast

R, T = ReviewState, TransferState
MADE, MET, DECIDED = date(2022, 3, 1), date(2024, 11, 4), date(2024, 11, 20)
AFTER_THE_MEETING = ("R03", "R04", "R05", "R06", "R06c", "R07", "R09", "R09e", "R10", "R11", "R12", "C02")


def person(name: str, born_on: date = date(2014, 5, 1), **active: object) -> returns.Person:
    """Somebody whose plan is of 2022, with what the return of 2024 says of it."""
    plan = returns.NamedPlan(start_on=MADE)
    request = returns.Request(
        outcome="H",
        assessment=returns.Assessment(outcome="H", named_plan=plan),
        active_plan=returns.ActivePlan(**active),  # type: ignore[arg-type]
    )
    return returns.Person(
        surname=name, forename="Ada", born_on=born_on, postcode="ZZ1 1ZZ", requests=(request,)
    )


def take(cast: Cast, folder: Path, *persons: returns.Person, at: datetime | None = None) -> None:
    load.take_over(file(folder, persons), by=cast.service, at=at or cast.at)


def states(cast: Cast, name: str) -> dict[str, tuple[TimerState, date | None]]:
    with scope.opened(cast.officer):
        rows = Due.objects.filter(case__person__surname=name)
        return {row.rule: (TimerState(row.state), row.met_on) for row in rows}


def test_nothing_that_a_whole_return_does_not_tell_is_late(cast: Cast, tmp_path: Path) -> None:
    """On the day of the cast, 22 months after the return: only what the passing of a year shows is overdue."""
    load.take_over(invented(tmp_path, 600), by=cast.service, at=cast.at)
    with scope.opened(cast.officer):
        late = set(Due.objects.filter(state=TimerState.OVERDUE).values_list("rule", flat=True))
        yearly = Due.objects.filter(state=TimerState.OVERDUE, rule__in=("R01", "R02", "T03"))
        assert yearly.count() > 300
        shown_late = Due.objects.filter(state=TimerState.OVERDUE, rule__in=("R06", "R06c"))
        ends = set(shown_late.values_list("statutory_due", flat=True))
    unknown = {*AFTER_THE_MEETING} - {"R06", "R06c"}
    assert not late & {*unknown, "T01", "T02", "T04", "C01", "M01", "F01", "P01", "P02", "P03"}
    assert ends, "some meetings of the return have no decision"
    assert max(ends) <= date(2024, 12, 31), "late only where the return's own year shows it"
    found = reviews.reviews(Narrowed(), by=cast.manager, at=cast.at).counts
    assert found[R.DECISION_LATE] > 0
    assert [found[each] for each in (R.REPORT_LATE, R.NOTICE_LATE, R.AMENDED_LATE)] == [0, 0, 0]
    assert found[R.OVERDUE] > 300
    assert upkeep.compare(by=cast.service, at=cast.at).differences == ()


def test_review_of_the_return_is_overdue_once_its_year_is_over(cast: Cast, tmp_path: Path) -> None:
    at = datetime(2025, 11, 20, 10, tzinfo=UTC)
    take(
        cast,
        tmp_path,
        person("Holm", review_meeting_on=MET, review_decision_on=DECIDED, review_outcome="M"),
        at=at,
    )
    assert (
        reviews.reviews(Narrowed(), by=cast.manager, at=at).counts[R.OVERDUE] == 1
    )  # its year ended on the 19th
    before = datetime(2025, 11, 19, 10, tzinfo=UTC)
    assert reviews.reviews(Narrowed(), by=cast.manager, at=before).counts[R.OVERDUE] == 0


def test_decision_that_was_late_already_when_the_return_was_made_is_late(cast: Cast, tmp_path: Path) -> None:
    early, at_the_end = date(2024, 11, 4), date(2024, 12, 10)
    take(
        cast, tmp_path, person("Early", review_meeting_on=early), person("Late", review_meeting_on=at_the_end)
    )
    assert states(cast, "Early")["R06"][0] is TimerState.OVERDUE, "four weeks ended on 2 December"
    assert states(cast, "Late")["R06"][0] is TimerState.SUPERSEDED, (
        "they ended after the year of the return: not known"
    )
    assert {states(cast, name)["R05"][0] for name in ("Early", "Late")} == {TimerState.SUPERSEDED}


def test_notice_of_the_return_is_used_as_the_day_it_was_sent(cast: Cast, tmp_path: Path) -> None:
    told = {"review_meeting_on": MET, "review_decision_on": DECIDED, "review_outcome": "A"}
    take(cast, tmp_path, person("With", **told, review_draft_on=date(2024, 12, 9)), person("Without", **told))
    assert states(cast, "With")["R07"] == (TimerState.MET_LATE, date(2024, 12, 9))
    assert states(cast, "With")["R09"][0] is TimerState.SUPERSEDED, (
        "the return does not tell of the amended plan"
    )
    assert states(cast, "Without")["R07"][0] is TimerState.SUPERSEDED
    assert "R09" not in states(cast, "Without")


def test_amended_plan_for_a_move_ends_the_review_that_it_follows(cast: Cast, tmp_path: Path) -> None:
    final = date(2024, 12, 20)
    told = {"review_decision_on": DECIDED, "review_outcome": "A", "review_draft_on": DECIDED}
    due = {"phase_transfer_due_on": date(2025, 2, 15), "phase_transfer_final_on": final}
    take(cast, tmp_path, person("Holm", review_meeting_on=MET, **told, **due))
    assert states(cast, "Holm")["R09"] == (TimerState.MET, final)
    assert states(cast, "Holm")["R11"] == (TimerState.MET, final)
    found = phase_transfers.transfers(Narrowed(), by=cast.manager, at=cast.at, moving=2025)
    (line,) = found.lines
    assert (line.state, line.source, line.due, line.settled_on) == (
        T.DONE,
        Source.RETURN,
        date(2025, 2, 15),
        final,
    )


def test_amended_plan_for_the_move_of_last_year_is_not_that_of_the_next_review(
    cast: Cast, tmp_path: Path
) -> None:
    told = {"review_decision_on": DECIDED, "review_outcome": "A", "review_draft_on": DECIDED}
    due = {"phase_transfer_due_on": date(2024, 2, 15), "phase_transfer_final_on": date(2024, 2, 9)}
    take(cast, tmp_path, person("Holm", review_meeting_on=MET, **told, **due))
    assert states(cast, "Holm")["R09"] == (TimerState.SUPERSEDED, None)
    with scope.opened(cast.officer):
        case = Case.objects.select_related("person").get(person__surname="Holm")
        plan = history(facts.one(case)).plans[-1]
        assert sorted(each.final.on for each in plan.amendments if each.final) == [date(2024, 2, 9)]
        assert HeldPlan.objects.get(case=case).amended_on == date(2024, 2, 9)


@pytest.mark.parametrize(
    ("moving", "active", "state"),
    [
        (
            2025,
            {"phase_transfer_due_on": date(2025, 2, 15)},
            T.NOT_KNOWN,
        ),  # the last day came after the return
        (2024, {"phase_transfer_due_on": date(2024, 2, 15)}, T.LATE),  # the return shows that it had passed
        (2025, {}, T.NOT_KNOWN),  # by age alone
        (2027, {}, None),
    ],
)
def test_move_is_late_only_where_the_return_shows_it(
    cast: Cast, tmp_path: Path, moving: int, active: dict[str, date], state: TransferState | None
) -> None:
    take(cast, tmp_path, person("Holm", date(2014, 3, 1), review_meeting_on=MET, **active))
    found = phase_transfers.transfers(Narrowed(), by=cast.manager, at=cast.at, moving=moving)
    assert [line.state for line in found.lines] == ([state] if state else [])


def test_what_is_recorded_here_after_the_return_is_known(cast: Cast, tmp_path: Path) -> None:
    take(cast, tmp_path, person("Holm", review_meeting_on=date(2024, 12, 10)))
    with scope.opened(cast.manager):
        case = Case.objects.get(person__surname="Holm")
        assert HeldPlan.objects.get(case=case).from_a_return
    with doing.on_case(case.id, Permission.SEE_CASE, by=cast.manager, at=cast.at) as deed:
        deed.append(EventKind.REVIEW_REPORT_RECEIVED, date(2025, 1, 10), {})
    assert states(cast, "Holm")["R05"] == (TimerState.MET_LATE, date(2025, 1, 10))
    assert states(cast, "Holm")["R06"][0] is TimerState.OVERDUE, "it is ours to finish now"
    with scope.opened(cast.manager):
        assert not HeldPlan.objects.get(case=case).from_a_return


def test_second_import_of_the_same_return_changes_nothing(cast: Cast, tmp_path: Path) -> None:
    making = synthetic.Making(120, 2025, 3)
    first = load.take_over(
        file(tmp_path, synthetic.persons(making), synthetic.header(making)), by=cast.service, at=cast.at
    )
    other = replace(synthetic.header(making), serial_no="002")
    again = load.take_over(
        file(tmp_path, synthetic.persons(making), other, "again.xml"), by=cast.service, at=cast.at
    )
    assert first.cases_created
    assert (again.cases_created, again.cases_changed, again.conflicts) == (0, 0, 0)
