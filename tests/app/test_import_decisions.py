"""A person decides where a return says otherwise: what is believed is recorded beside what it corrects."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.actions import corrections, import_decisions, requests, upkeep
from alongside.app.actions.children import NewChild
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import imports as queries
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel, EventKind, RequestSource, Stage
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import load, returns
from alongside.records.models import Case, Due, Episode, ImportConflict, LedgerEntry
from app.importing_files import ISSUED, ada, file, later
from cast import Cast

WHY = "Checked against the letter"


def take(file_: load.File, cast: Cast) -> load.Outcome:
    return load.take_over(file_, by=cast.service, at=cast.at)


def decide(cast: Cast, *, take: bool, about: str = "") -> UUID:
    lines = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    (line,) = [line for line in lines if not about or line.about == about]
    return import_decisions.decide(line.id, take=take, reason=WHY, by=cast.data_officer, at=cast.at)


def imported() -> Case:
    return Case.objects.select_related("person").get(person__forename="Ada")


@pytest.fixture
def told_twice(cast: Cast, tmp_path: Path) -> load.File:
    """A return, and another one that says otherwise of the day of the decision."""
    take(file(tmp_path, [ada(ISSUED)]), cast)
    other = file(tmp_path, [ada(replace(ISSUED, outcome_on=date(2024, 4, 2)))], name="other.xml")
    assert take(other, cast).conflicts == 1
    return other


def test_believed_fact_is_a_correction_and_the_old_one_stays(cast: Cast, told_twice: load.File) -> None:
    decide(cast, take=True)
    with scope.opened(cast.officer):
        rows = list(imported().events.filter(kind=EventKind.DECISION_TO_ASSESS_NOTIFIED).order_by("position"))
        assert [row.occurred_on for row in rows] == [date(2024, 3, 25), date(2024, 4, 2)]
        assert rows[1].corrects_id == rows[0].id
        assert rows[1].source == "SEN2 2025"
        assert Due.objects.get(case=imported(), rule="A02").state == "MET_LATE"
    assert upkeep.compare(by=cast.service, at=cast.at).differences == ()
    assert take(told_twice, cast).unchanged == 1


def test_kept_fact_changes_nothing_and_is_not_asked_again(cast: Cast, told_twice: load.File) -> None:
    decide(cast, take=False)
    with scope.opened(cast.officer):
        assert Episode.objects.get(case=imported()).decided_on == date(2024, 3, 25)
    assert take(told_twice, cast).conflicts == 0
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at, decided=True).lines
    assert (line.decision, line.reason, line.decided_by) == ("KEPT", WHY, "Dev Data")


def test_decision_needs_a_reason(cast: Cast, told_twice: load.File) -> None:
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    with pytest.raises(Refused, match="Say how you know"):
        import_decisions.decide(line.id, take=True, reason="  ", by=cast.data_officer, at=cast.at)


def test_what_is_decided_is_not_decided_again(cast: Cast, told_twice: load.File) -> None:
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    decide(cast, take=False)
    with pytest.raises(Refused, match="Dev Data decided this on 23 November 2026"):
        import_decisions.decide(line.id, take=True, reason=WHY, by=cast.data_officer, at=cast.at)


def test_conflict_that_does_not_exist_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        import_decisions.decide(uuid4(), take=True, reason=WHY, by=cast.data_officer, at=cast.at)
    with pytest.raises(NotFound):
        queries.conflict(uuid4(), by=cast.data_officer, at=cast.at)
    with pytest.raises(NotFound):
        queries.run(uuid4(), by=cast.data_officer, at=cast.at)


@pytest.mark.parametrize("who", ["officer", "manager", "parent"])
def test_only_the_data_officer_decides(cast: Cast, told_twice: load.File, who: str) -> None:
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    with pytest.raises(NotAllowed):
        import_decisions.decide(line.id, take=True, reason=WHY, by=getattr(cast, who), at=cast.at)


def test_decision_is_sealed_in_the_ledger(cast: Cast, told_twice: load.File) -> None:
    case = decide(cast, take=True)
    with scope.opened(cast.officer):
        deeds = set(LedgerEntry.objects.filter(subject=str(case)).values_list("deed", flat=True))
    assert {"CONFLICT_DECIDED", "IMPORT_RETURN"} <= deeds


@pytest.mark.parametrize("same", [True, False])
def test_number_with_another_name_and_birth_date_is_decided_once(
    cast: Cast, tmp_path: Path, same: bool
) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    told = file(tmp_path, [ada(ISSUED, surname="Garth", born_on=date(2016, 5, 10))], name="b.xml")
    assert take(told, cast).conflicts == 1
    decide(cast, take=same, about="PERSON")
    again = take(told, cast)
    with scope.opened(cast.officer):
        assert Case.objects.filter(person__forename="Ada").count() == (1 if same else 2)
    assert (again.unchanged, again.conflicts) == (1, 2 if same else 0)  # name and date of birth still differ


def test_believed_surname_can_be_searched_by(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    take(file(tmp_path, [ada(ISSUED, surname="O'Garth")], name="b.xml"), cast)
    decide(cast, take=True)
    with scope.opened(cast.officer):
        person = imported().person
    assert (person.surname, person.surname_folded) == ("O'Garth", "ogarth")


def test_believed_date_of_birth_is_a_date(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    take(file(tmp_path, [ada(ISSUED, born_on=date(2015, 5, 2))], name="b.xml"), cast)
    decide(cast, take=True)
    with scope.opened(cast.officer):
        assert imported().person.born_on == date(2015, 5, 2)


def register(cast: Cast, received_on: date, child: NewChild) -> requests.Registered:
    request = NewRequest(
        received_on,
        RequestSource.PARENT_OR_YOUNG_PERSON,
        Channel.EMAIL,
        "Her mother",
        logged_late_reason="found",
    )
    return requests.register(child, [], request, by=cast.officer, at=cast.at)


TYPED = NewChild("Ada", "Holm", date(2015, 5, 1), postcode="ZZ9 9ZZ")


def test_request_that_is_another_one_is_recorded_apart(cast: Cast, tmp_path: Path) -> None:
    register(cast, date(2024, 2, 9), replace(TYPED, upn="B801200005001", postcode="ZZ1 1ZZ"))
    told = file(tmp_path, [ada(ISSUED)])
    take(told, cast)
    decide(cast, take=True)
    with scope.opened(cast.officer):
        found = {e.received_on: e for e in Episode.objects.filter(case=imported())}
        assert found[date(2024, 2, 9)].is_open
        assert found[date(2024, 2, 12)].final_on == date(2024, 7, 1)
        assert imported().stage == Stage.REQUEST_OPEN
    assert take(told, cast).unchanged == 1


def test_same_child_takes_the_history_of_the_return(cast: Cast, tmp_path: Path) -> None:
    registered = register(cast, date(2024, 2, 12), TYPED)
    told = file(tmp_path, [ada(ISSUED, upn=None)])
    take(told, cast)
    assert decide(cast, take=True) == registered.case_id
    with scope.opened(cast.officer):
        assert Case.objects.get(id=registered.case_id).stage == Stage.PLAN_MAINTAINED
        assert Case.objects.filter(person__surname="Holm").count() == 1
    assert take(told, cast).found_again == {"KEY": 1}


def test_another_child_gets_a_case_of_their_own(cast: Cast, tmp_path: Path) -> None:
    registered = register(cast, date(2024, 2, 12), TYPED)
    told = file(tmp_path, [ada(ISSUED, upn=None)])
    take(told, cast)
    case = decide(cast, take=False)
    assert case != registered.case_id
    with scope.opened(cast.officer):
        assert Case.objects.get(id=case).stage == Stage.PLAN_MAINTAINED
        assert Case.objects.get(id=case).owner_id is not None
    again = take(told, cast)
    assert (again.unchanged, again.conflicts) == (1, 0)


def test_two_records_with_one_number_are_a_doubt(cast: Cast, tmp_path: Path) -> None:
    for surname in ("Holm", "Holme"):
        register(cast, date(2024, 2, 12), replace(TYPED, surname=surname, upn="B801200005001"))
    take(file(tmp_path, [ada(ISSUED)]), cast)
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    assert "more than one record has this UPN: E26-00002, E26-00003" in line.why


def test_learner_number_with_another_pupil_number_is_a_doubt(cast: Cast, tmp_path: Path) -> None:
    first = ada(ISSUED, uln="1000000019")
    take(file(tmp_path, [first]), cast)
    take(file(tmp_path, [replace(first, upn="M941123426001")], name="b.xml"), cast)
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    assert line.why == "the record with this ULN has another UPN"


def test_entry_that_was_taken_back_is_not_imported_again(cast: Cast, tmp_path: Path) -> None:
    told = file(tmp_path, [ada(ISSUED)])
    take(told, cast)
    with scope.opened(cast.officer):
        case, event = imported().id, imported().events.get(kind=EventKind.FINAL_SENT)
    corrections.void(case, str(event.id), reason="Belongs to another child", by=cast.manager, at=cast.at)
    assert (take(told, cast).events_created, take(told, cast).conflicts) == (0, 0)
    with scope.opened(cast.officer):
        assert ImportConflict.objects.get().held == "recorded in error"
    decide(cast, take=True)
    with scope.opened(cast.officer):
        assert Episode.objects.get(case=case).final_on == date(2024, 7, 1)
    assert take(told, cast).unchanged == 1


def test_outcome_without_a_day_that_contradicts_cannot_be_taken(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    withdrawn = returns.Request(received_on=ISSUED.received_on, outcome="W")
    take(file(tmp_path, [ada(withdrawn)], name="b.xml"), cast)
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    assert not line.can_be_taken
    with pytest.raises(Refused, match="nothing to record in its place"):
        decide(cast, take=True)


def test_need_told_otherwise_on_the_same_census_is_corrected_where_it_stands(
    cast: Cast, tmp_path: Path
) -> None:
    def told(need: str, year: int, name: str) -> load.File:
        active = returns.ActivePlan(needs=(returns.Need(need, "1"),))
        return file(tmp_path, [ada(replace(ISSUED, active_plan=active))], later(year), name)

    take(told("ASD", 2025, "a.xml"), cast)
    take(told("SEMH", 2026, "b.xml"), cast)
    take(told("HI", 2025, "c.xml"), cast)
    decide(cast, take=True)
    with scope.opened(cast.officer):
        needs = imported().events.filter(kind=EventKind.NEED_RECORDED, caseevent=None).order_by("occurred_on")
        assert [n.details["type"] for n in needs] == ["HI", "SEMH"]


def test_looking_at_a_conflict_is_a_look_at_the_child(cast: Cast, told_twice: load.File) -> None:
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    queries.conflict(line.id, by=cast.data_officer, at=cast.at)
    with scope.opened(cast.officer):
        assert LedgerEntry.objects.filter(deed="SEE_IMPORT_CONFLICT", subject=str(line.case_id)).count() == 1
