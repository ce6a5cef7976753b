"""A return is taken over into the records: all of it or nothing, once, overwriting nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from alongside.app import scope
from alongside.app.actions import corrections, requests, upkeep
from alongside.app.actions.children import NewChild
from alongside.app.actions.corrections import Correction
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import caseload, oversight, return_figures
from alongside.app.queries import imports as queries
from alongside.app.queries.caseload import Wanted, Whose
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import Channel, EventKind, RequestSource, Stage
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import figures, load, read, returns, synthetic, synthetic_files
from alongside.records.models import (
    Case,
    CaseEvent,
    Due,
    Episode,
    ImportConflict,
    ImportRejection,
    ImportRun,
    LedgerEntry,
    Person,
    Position,
)
from app.importing_files import ADA, AWAITING, CENSUS, HEADER, ISSUED, PLAN, ada, file, invented, later
from cast import Cast
from integrations.sen2.making import write_workbook


def take(file_: load.File, cast: Cast, at: datetime | None = None) -> load.Outcome:
    return load.take_over(file_, by=cast.service, at=at or cast.at)


def imported() -> Case:
    """Ada's case."""
    return Case.objects.select_related("person").get(person__surname="Holm")


def kinds(case: Case) -> list[tuple[str, date]]:
    rows = case.events.exclude(kind=EventKind.CASE_ASSIGNED).order_by("position")
    return list(rows.values_list("kind", "occurred_on"))


def counts() -> tuple[int, ...]:
    return tuple(table.objects.count() for table in (Person, Case, CaseEvent, Due, Episode, ImportConflict))


def test_request_that_became_a_plan_is_a_case_with_dated_events_from_the_return(
    cast: Cast, tmp_path: Path
) -> None:
    outcome = take(file(tmp_path, [ada(ISSUED)]), cast)
    assert (outcome.persons, outcome.cases_created, outcome.rejected) == (1, 1, ())
    with scope.opened(cast.officer):
        case = imported()
        assert kinds(case) == [
            ("REQUEST_RECEIVED", date(2024, 2, 12)),
            ("DECISION_TO_ASSESS_NOTIFIED", date(2024, 3, 25)),
            ("FINAL_SENT", date(2024, 7, 1)),
        ]
        assert set(case.events.values_list("source", flat=True)) == {"SEN2 2025"}
        assert (case.stage, case.person.upn, case.person.sex) == (Stage.PLAN_MAINTAINED, ADA.upn, "F")


def test_every_case_has_an_owner_and_open_cases_are_shared_evenly(cast: Cast, tmp_path: Path) -> None:
    take(invented(tmp_path, 200), cast)
    with scope.opened(cast.officer):
        assert not Case.objects.filter(owner=None).exists()
        mine = Case.objects.filter(is_open=True, owner=cast.officer.account).count()
        others = Case.objects.filter(is_open=True, owner=cast.other_officer.account).count()
    assert abs(mine - others) <= 1


def test_caches_of_imported_cases_say_what_the_chronology_says(cast: Cast, tmp_path: Path) -> None:
    take(invented(tmp_path, 300), cast)
    assert upkeep.compare(by=cast.service, at=cast.at).differences == ()


def test_second_import_of_the_same_file_changes_nothing(cast: Cast, tmp_path: Path) -> None:
    first = take(invented(tmp_path, 300), cast)
    with scope.opened(cast.officer):
        before = counts()
    again = take(invented(tmp_path, 300), cast)
    with scope.opened(cast.officer):
        assert counts() == before
    assert (again.cases_created, again.cases_changed, again.events_created) == (0, 0, 0)
    assert again.unchanged == first.cases_created


def test_figures_of_the_return_are_those_of_the_records(cast: Cast, tmp_path: Path) -> None:
    told = invented(tmp_path, 1500)
    take(told, cast)
    said = figures.count(read.open_return(told.path).persons(), 2024, "931")
    held = return_figures.figures(2024, by=cast.manager, at=cast.at)
    assert said.timeliness["issued_inc_exceptions"] > 100
    assert held.timeliness == said.timeliness
    for mine, theirs in ((held.requests, said.requests), (held.assessments, said.assessments)):
        assert mine == {name: theirs[name] for name in mine}


def test_managers_page_shows_the_timeliness_of_the_return(cast: Cast, tmp_path: Path) -> None:
    told = invented(tmp_path, 600)
    at = datetime(2025, 3, 3, 10, tzinfo=UTC)
    take(told, cast, at)
    said = figures.count(read.open_return(told.path).persons(), 2024, "931").timeliness
    shown = [m.rates for m in oversight.figures(by=cast.manager, at=at).months if m.starts_on.year == 2024]
    assert sum(r.issued_all for r in shown) == said["issued_inc_exceptions"]
    assert sum(r.within_all for r in shown) == said["within_20w_inc"]
    assert sum(r.issued_excluding for r in shown) == said["issued_exc_exceptions"]
    assert sum(r.within_excluding for r in shown) == said["within_20w_exc"]


def test_coordinators_list_shows_open_cases_with_their_dates(cast: Cast, tmp_path: Path) -> None:
    at = datetime(2025, 1, 20, 10, tzinfo=UTC)
    take(file(tmp_path, [ada(AWAITING)]), cast, at)
    lines = caseload.due(Wanted(whose=Whose.ALL), by=cast.officer, at=at).lines
    (line,) = [line for line in lines if line.name == "Ada Holm"]
    assert (line.rule, line.statutory_due) == ("A02", date(2025, 1, 13))
    assert line.days_late == 7


def test_every_imported_case_is_in_the_ledger_without_a_name(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    with scope.opened(cast.officer):
        entries = LedgerEntry.objects.filter(deed="IMPORT_RETURN")
        assert {entry.subject for entry in entries} == {str(imported().id), ""}
        assert not any("Holm" in entry.body for entry in entries)


def test_return_of_another_authority_is_refused(cast: Cast, tmp_path: Path) -> None:
    wrong = file(tmp_path, [ada(ISSUED)], replace(HEADER, lea="825"))
    with pytest.raises(Refused, match="is of local authority 825, and the records here are those of 931"):
        take(wrong, cast)


def test_year_that_the_file_contradicts_is_refused(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="says that it is the return of 2025, not of 2024"):
        take(replace(file(tmp_path, [ada(ISSUED)]), year=2024), cast)


@pytest.mark.parametrize(
    ("year", "words"), [(2022, "before the first return about persons"), (2031, "still to come")]
)
def test_year_without_such_a_return_is_refused(cast: Cast, tmp_path: Path, year: int, words: str) -> None:
    with pytest.raises(Refused, match=words):
        take(file(tmp_path, [ada(ISSUED)], later(year)), cast)


def test_return_of_a_day_still_to_come_is_refused(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="as at 21 January 2027, which is still to come"):
        take(file(tmp_path, [ada(ISSUED)], later(2027)), cast)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "the file is empty"), (b"name,age\n", "none of the forms"), (b"<a/>", "it is not a SEN2 return")],
)
def test_what_is_no_return_is_refused_in_words(
    cast: Cast, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(content)
    with pytest.raises(Refused, match=words):
        take(load.File(path, "x.xml"), cast)


def test_file_that_breaks_off_leaves_nothing_behind(cast: Cast, tmp_path: Path) -> None:
    told = invented(tmp_path, 800)
    whole = told.path.read_bytes()
    told.path.write_bytes(whole[: len(whole) * 9 // 10])
    with scope.opened(cast.officer):
        before = counts()
    with pytest.raises(Refused):
        take(told, cast)
    with scope.opened(cast.officer):
        assert counts() == before
        assert not ImportRun.objects.exists()


def test_without_a_coordinator_nothing_is_taken_over(cast: Cast, tmp_path: Path) -> None:
    with scope.opened_to_all("931"):
        Position.objects.filter(role="COORDINATOR").update(ends_before=date(2026, 1, 1))
    with pytest.raises(Refused, match="nobody could own the cases"):
        take(file(tmp_path, [ada(ISSUED)]), cast)


@pytest.mark.parametrize("who", ["officer", "manager", "parent", "senco", "stranger"])
def test_only_the_data_officer_imports(cast: Cast, tmp_path: Path, who: str) -> None:
    with pytest.raises(NotAllowed):
        load.take_over(file(tmp_path, [ada(ISSUED)]), by=getattr(cast, who), at=cast.at)


def test_what_could_not_be_used_is_kept_with_row_column_value_and_reason(cast: Cast, tmp_path: Path) -> None:
    told = file(tmp_path, [ada(ISSUED)])
    told.path.write_text(told.path.read_text().replace("<Sex>F</Sex>", "<Sex>Q</Sex>"))
    outcome = take(told, cast)
    (found,) = queries.rejections(outcome.run, by=cast.data_officer, at=cast.at).lines
    assert (found.table, found.column, found.value, found.person) == ("person", "sex", "Q", "person 1")
    assert "not one of the codes" in found.reason
    assert found.row == str(outcome.rejected[0].row)


def test_withdrawn_request_without_its_day_is_closed_and_says_so(cast: Cast, tmp_path: Path) -> None:
    withdrawn = returns.Request(received_on=date(2024, 5, 1), outcome="W")
    take(file(tmp_path, [ada(withdrawn)]), cast)
    with scope.opened(cast.officer):
        case = imported()
        event = case.events.get(kind=EventKind.REQUEST_WITHDRAWN)
        assert (case.is_open, case.stage) == (False, Stage.CLOSED_WITHDRAWN)
        assert event.occurred_on == CENSUS
        assert event.details["undated"] is True
        assert "not its date" in event.details["undated_because"]
        assert Episode.objects.get(case=case).closed_on is None
        assert not Due.objects.filter(case=case, is_live=True).exists()


def test_decision_without_its_day_is_neither_met_nor_late(cast: Cast, tmp_path: Path) -> None:
    earlier = replace(ISSUED, received_on=date(2023, 11, 1), outcome="H", outcome_on=None)
    take(file(tmp_path, [ada(earlier)]), cast)
    with scope.opened(cast.officer):
        due = Due.objects.get(case=imported(), rule="A02")
        assert (due.state, due.met_on) == ("SUPERSEDED", None)
        assert Episode.objects.get(case=imported()).decided_on is None


def test_request_without_a_day_of_receipt_starts_no_clock(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(returns.Request(outcome="A"))]), cast)
    with scope.opened(cast.officer):
        case = imported()
        assert (case.is_open, case.stage) == (True, Stage.REQUEST_OPEN)
        assert not Due.objects.filter(case=case).exists()
    (line,) = queries.without_day(by=cast.data_officer, at=cast.at).lines
    assert (line.reference, line.kind) == (case.reference, EventKind.REQUEST_RECEIVED)


def test_correcting_an_entry_without_its_day_gives_it_one(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(returns.Request(outcome="A"))]), cast)
    with scope.opened(cast.officer):
        case = imported()
        event = case.events.get(kind=EventKind.REQUEST_RECEIVED)
    right = Correction(date(2024, 12, 10), "It is on the letter we hold")
    corrections.correct(case.id, str(event.id), right, by=cast.manager, at=cast.at)
    with scope.opened(cast.officer):
        assert Due.objects.get(case=case, rule="A02").statutory_due == date(2025, 1, 21)
    assert queries.without_day(by=cast.data_officer, at=cast.at).lines == ()
    assert take(file(tmp_path, [ada(returns.Request(outcome="A"))]), cast).unchanged == 1


def test_outcome_dated_before_its_request_is_reported_and_taken_without_its_day(
    cast: Cast, tmp_path: Path
) -> None:
    odd = replace(ISSUED, assessment=replace(ISSUED.assessment, outcome_on=date(2024, 1, 5)))
    outcome = take(file(tmp_path, [ada(odd)]), cast)
    (found,) = outcome.rejected
    assert (found.table, found.column, found.value) == ("assessment", "assessmentoutcomedate", "2024-01-05")
    with scope.opened(cast.officer):
        episode = Episode.objects.get(case=imported())
    assert (episode.final_on, episode.is_open) == (None, False)


def test_day_still_to_come_is_reported_and_left_out(cast: Cast, tmp_path: Path) -> None:
    typed_wrong = replace(ISSUED, outcome_on=date(2029, 3, 1))
    outcome = take(file(tmp_path, [ada(typed_wrong)]), cast)
    (found,) = outcome.rejected
    assert (found.column, found.value) == ("DECISION_TO_ASSESS_NOTIFIED", "2029-03-01")
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(occurred_on__year=2029).exists()


def test_request_of_which_only_a_decision_in_an_earlier_year_is_told_is_reported(
    cast: Cast, tmp_path: Path
) -> None:
    history = returns.Request(received_on=date(2023, 11, 1), outcome="H")
    outcome = take(file(tmp_path, [ada(history)]), cast)
    assert outcome.cases_created == 0
    assert [found.column for found in outcome.rejected] == ["requestoutcome", ""]
    assert "the return of that year tells of it" in outcome.rejected[0].reason


def test_end_of_a_placement_names_the_event_that_started_it(cast: Cast, tmp_path: Path) -> None:
    placed = returns.Placement(
        urn="123456", rank="1", entry_on=date(2024, 9, 2), leaving_on=date(2024, 12, 20)
    )
    take(file(tmp_path, [ada(replace(ISSUED, active_plan=returns.ActivePlan(placements=(placed,))))]), cast)
    with scope.opened(cast.officer):
        started = imported().events.get(kind=EventKind.PLACEMENT_STARTED)
        ended = imported().events.get(kind=EventKind.PLACEMENT_ENDED)
    assert ended.details == {"placement": str(started.id)}
    assert started.natural_key == "placement|123456|2024-09-02|1|started"


def test_two_requests_that_overlap_in_one_return_are_told_apart(cast: Cast, tmp_path: Path) -> None:
    twice = returns.Request(received_on=date(2024, 1, 10), outcome="W")
    take(file(tmp_path, [ada(twice, ISSUED)]), cast)
    with scope.opened(cast.officer):
        found = {e.received_on: e for e in Episode.objects.filter(case=imported())}
        assert imported().stage == Stage.PLAN_MAINTAINED
    assert found[date(2024, 2, 12)].final_on == date(2024, 7, 1)
    assert found[date(2024, 1, 10)].closed_as == "REQUEST_WITHDRAWN"
    assert found[date(2024, 1, 10)].final_on is None


def test_open_request_keeps_the_case_open_though_another_was_withdrawn(cast: Cast, tmp_path: Path) -> None:
    double = returns.Request(received_on=date(2024, 12, 9), outcome="W", outcome_on=date(2024, 12, 16))
    take(file(tmp_path, [ada(AWAITING, double)]), cast)
    with scope.opened(cast.officer):
        assert (imported().stage, imported().is_open) == (Stage.REQUEST_OPEN, True)


def test_refusal_of_a_new_request_leaves_the_plan_as_it_was(cast: Cast, tmp_path: Path) -> None:
    made = returns.Request(
        outcome="H",
        assessment=returns.Assessment(outcome="H", named_plan=replace(PLAN, start_on=date(2020, 3, 2))),
    )
    refused = returns.Request(received_on=date(2024, 2, 1), outcome="N", outcome_on=date(2024, 3, 1))
    take(file(tmp_path, [ada(made, refused)]), cast)
    with scope.opened(cast.officer):
        assert imported().stage == Stage.PLAN_MAINTAINED


def test_later_return_adds_what_is_new(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(AWAITING)]), cast)
    assessed = returns.Assessment(
        outcome="Y", outcome_on=date(2025, 4, 1), named_plan=replace(PLAN, start_on=date(2025, 4, 1))
    )
    decided = replace(AWAITING, outcome="Y", outcome_on=date(2025, 1, 13), assessment=assessed)
    outcome = take(file(tmp_path, [ada(decided)], later(2026)), cast)
    assert (outcome.cases_created, outcome.cases_changed, outcome.events_created) == (0, 1, 2)
    assert outcome.conflicts == 0
    with scope.opened(cast.officer):
        sources = dict(imported().events.values_list("kind", "source"))
        assert sources["FINAL_SENT"] == "SEN2 2026"
        assert Episode.objects.get(case=imported()).final_on == date(2025, 4, 1)
    assert upkeep.compare(by=cast.service, at=cast.at).differences == ()


def test_later_return_gives_the_day_that_was_missing(cast: Cast, tmp_path: Path) -> None:
    request = replace(ISSUED, received_on=date(2023, 11, 1), outcome="H", outcome_on=None)
    take(file(tmp_path, [ada(request)]), cast)
    whole = replace(request, outcome="Y", outcome_on=date(2023, 12, 6), assessment=None)
    outcome = take(file(tmp_path, [ada(whole)], later(2024), "2024.xml"), cast)
    assert outcome.events_created == 1
    with scope.opened(cast.officer):
        assert Episode.objects.get(case=imported()).decided_on == date(2023, 12, 6)
        assert Due.objects.get(case=imported(), rule="A02").state == "MET"
    assert take(file(tmp_path, [ada(request)]), cast).unchanged == 1
    assert take(file(tmp_path, [ada(whole)], later(2024), "2024.xml"), cast).unchanged == 1


def test_fact_told_otherwise_is_a_conflict_and_overwrites_nothing(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    moved = replace(ISSUED, outcome_on=date(2024, 4, 2))
    outcome = take(file(tmp_path, [ada(moved, surname="Holm-Garth")]), cast)
    assert (outcome.events_created, outcome.conflicts) == (0, 2)
    with scope.opened(cast.officer):
        assert Episode.objects.get(case=imported()).decided_on == date(2024, 3, 25)
        assert imported().person.surname == "Holm"
        rows = ImportConflict.objects.order_by("what").values_list("about", "what", "held", "offered")
        assert list(rows) == [
            ("ITEM", "person surname", "Holm", "Holm-Garth"),
            (
                "FACT",
                "request|2024-02-12|decision",
                "DECISION_TO_ASSESS_NOTIFIED on 2024-03-25",
                "DECISION_TO_ASSESS_NOTIFIED on 2024-04-02",
            ),
        ]
    assert take(file(tmp_path, [ada(moved, surname="Holm-Garth")]), cast).conflicts == 0


def typed(cast: Cast, received_on: date, child: NewChild) -> requests.Registered:
    request = NewRequest(
        received_on,
        RequestSource.PARENT_OR_YOUNG_PERSON,
        Channel.EMAIL,
        "Her mother",
        logged_late_reason="found",
    )
    return requests.register(child, [], request, by=cast.officer, at=cast.at)


TYPED = NewChild("Ada", "Holm", date(2015, 5, 1), sex="F", postcode="zz11zz", upn="B801200005001")


def test_case_typed_here_gets_what_the_return_adds(cast: Cast, tmp_path: Path) -> None:
    registered = typed(cast, date(2024, 2, 12), TYPED)
    outcome = take(file(tmp_path, [ada(ISSUED)]), cast)
    assert (outcome.found_again, outcome.cases_created, outcome.conflicts) == ({"UPN": 1}, 0, 0)
    with scope.opened(cast.officer):
        case = Case.objects.get(id=registered.case_id)
        assert case.stage == Stage.PLAN_MAINTAINED
        assert case.events.filter(kind=EventKind.CASE_ASSIGNED).count() == 1
        assert case.events.filter(kind=EventKind.REQUEST_RECEIVED).count() == 1


def test_request_of_a_nearby_day_in_a_typed_case_is_a_conflict(cast: Cast, tmp_path: Path) -> None:
    registered = typed(cast, date(2024, 2, 9), TYPED)
    outcome = take(file(tmp_path, [ada(ISSUED)]), cast)
    assert (outcome.events_created, outcome.conflicts) == (0, 1)
    with scope.opened(cast.officer):
        case = Case.objects.get(id=registered.case_id)
        assert case.stage == Stage.REQUEST_OPEN
        row = ImportConflict.objects.get()
    assert (row.about, row.held) == ("REQUEST", "request received 2024-02-09, open")
    assert row.offered == "request received 2024-02-12, ended 2024-07-01"


def test_person_without_a_number_is_known_again_by_name_birth_date_and_postcode(
    cast: Cast, tmp_path: Path
) -> None:
    typed(cast, date(2024, 2, 12), replace(TYPED, upn=""))
    outcome = take(file(tmp_path, [ada(ISSUED)]), cast)
    assert outcome.found_again == {"NAME": 1}
    with scope.opened(cast.officer):
        assert imported().person.upn == "B801200005001"


def test_person_with_another_postcode_is_a_doubt_and_not_merged(cast: Cast, tmp_path: Path) -> None:
    typed(cast, date(2024, 2, 12), replace(TYPED, upn="", postcode="ZZ9 9ZZ"))
    outcome = take(file(tmp_path, [ada(ISSUED, upn=None)]), cast)
    assert (outcome.cases_created, outcome.cases_changed, outcome.conflicts) == (0, 0, 1)
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    assert (line.about, line.why) == (
        "PERSON",
        "the name and the date of birth are the same, and the postcode is not",
    )
    assert take(file(tmp_path, [ada(ISSUED, upn=None)]), cast).conflicts == 0


def test_two_children_of_one_file_with_one_name_and_birth_date_are_two_cases_and_reported(
    cast: Cast, tmp_path: Path
) -> None:
    both = [ada(ISSUED, upn=None), ada(ISSUED, upn=None, postcode="ZZ2 2ZZ")]
    outcome = take(file(tmp_path, both), cast)
    assert outcome.cases_created == 2
    assert "check that they are two children" in outcome.rejected[-1].reason
    assert take(file(tmp_path, both), cast).unchanged == 2


def test_child_who_is_twice_in_one_file_is_one_case(cast: Cast, tmp_path: Path) -> None:
    outcome = take(file(tmp_path, [ada(ISSUED), ada(replace(AWAITING, received_on=date(2024, 11, 4)))]), cast)
    assert (outcome.cases_created, outcome.cases_changed) == (1, 1)
    with scope.opened(cast.officer):
        assert Episode.objects.filter(case=imported()).count() == 2


def test_person_without_a_name_gets_no_case(cast: Cast, tmp_path: Path) -> None:
    outcome = take(file(tmp_path, [ada(ISSUED, surname=None, forename=None)]), cast)
    assert outcome.cases_created == 0
    assert "has no name" in outcome.rejected[-1].reason


def test_progress_is_told_batch_by_batch(cast: Cast, tmp_path: Path) -> None:
    seen: list[int] = []
    load.take_over(invented(tmp_path, 520), by=cast.service, at=cast.at, seen=seen.append)
    assert seen == [500, 520]


def test_imports_of_another_authority_are_not_seen(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    elsewhere = replace(cast.data_officer, authority="866")
    assert queries.runs(by=elsewhere, at=cast.at) == ()
    with scope.opened(elsewhere):
        assert not ImportRejection.objects.exists()
        assert not ImportRun.objects.exists()


def test_csv_export_and_workbook_are_taken_over_like_the_xml(cast: Cast, tmp_path: Path) -> None:
    making = synthetic.Making(40)
    header, persons = synthetic.header(making), list(synthetic.persons(making))
    take(file(tmp_path, persons, header), cast)
    blade, workbook = tmp_path / "blade", tmp_path / "return.xlsx"
    synthetic_files.write_blade(blade, header, persons)
    write_workbook(workbook, header, persons)
    from_csv = take(load.File(blade, "blade"), cast)
    assert (from_csv.unchanged, from_csv.events_created, from_csv.conflicts) == (40, 0, 0)
    from_workbook = take(load.File(workbook, "return.xlsx", 2025), cast)
    assert (from_workbook.unchanged, from_workbook.events_created, from_workbook.conflicts) == (40, 0, 0)


def test_workbook_without_its_year_asks_for_it(cast: Cast, tmp_path: Path) -> None:
    making = synthetic.Making(5)
    write_workbook(tmp_path / "r.xlsx", synthetic.header(making), synthetic.persons(making))
    with pytest.raises(Refused, match="does not say its year"):
        take(load.File(tmp_path / "r.xlsx", "r.xlsx"), cast)
