"""The return written from live cases tells of the same persons as the records, and as the return they came from."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from alongside.app.queries import returns as population
from alongside.core.access.refusals import NotAllowed
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import load, read, returns, validate
from alongside.integrations.sen2.writing import schema, write
from alongside.records.models import Authority, LedgerEntry
from app.importing_files import AWAITING, ISSUED, PLAN, ada, file, invented, later
from cast import Cast

QUERIES = 40


@pytest.fixture
def written(cast: Cast, tmp_path: Path) -> Any:
    """`written(2025)`: the persons of the return that is written of the cases on record, read again."""

    def of(year: int, at: datetime | None = None) -> list[returns.Person]:
        path = tmp_path / f"out-{year}.xml"
        write.write(year, write.Where(path, tmp_path / f"csv-{year}"), by=cast.service, at=at or cast.at)
        return list(read.open_return(path).persons())

    return of


def take(told: load.File, cast: Cast) -> None:
    load.take_over(told, by=cast.service, at=cast.at)


def plain(one: returns.Person) -> returns.Person:
    """A person without what a return may leave open: flags that are false, and history that tells nothing."""
    kept = tuple(
        _request(each) for each in one.requests if each.outcome != "H" or each.assessment or each.active_plan
    )
    return replace(one, requests=tuple(sorted(kept, key=_order)))


def _order(each: returns.Request) -> tuple[bool, date]:
    return each.received_on is not None, each.received_on or date.min


def _request(each: returns.Request) -> returns.Request:
    history = each.outcome == "H"
    decided = each.outcome in ("Y", "N")
    return replace(
        each,
        rya=None if history else bool(each.rya),
        source=None if history else each.source,
        mediation=bool(each.mediation) if decided else None,
        tribunal=bool(each.tribunal) if decided else None,
    )


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_return_that_was_taken_over_is_written_again_person_by_person(
    cast: Cast, tmp_path: Path, written: Any, year: int
) -> None:
    told = invented(tmp_path, 150, year=year, seed=year)
    take(told, cast)
    before = {
        one.upn or (one.surname, one.born_on): plain(one) for one in read.open_return(told.path).persons()
    }
    after = {one.upn or (one.surname, one.born_on): plain(one) for one in written(year)}
    told_of = {key: one for key, one in before.items() if one.requests}
    assert set(told_of) <= set(after)
    wrong = [(one, after[key]) for key, one in told_of.items() if one != after[key]]
    assert wrong == []


@pytest.mark.parametrize("year", schema.YEARS)
def test_written_file_has_the_shape_of_its_year_and_no_error(cast: Cast, tmp_path: Path, year: int) -> None:
    taken = min(year, 2026)
    take(invented(tmp_path, 80, year=taken, seed=7), cast)
    Authority.objects.update(dmo="N", dco="Y", dsco="R")
    path = tmp_path / "out.xml"
    at = datetime(2027, 3, 1, 12, tzinfo=UTC) if year == 2027 else cast.at
    write.write(year, write.Where(path), by=cast.service, at=at)
    opened = read.open_return(path)
    assert [one for one in opened.persons() if one.surname is None] == []
    assert opened.unusable == []
    if year == taken:
        assert list(schema.check(path, year)) == []


@pytest.mark.parametrize("year", schema.YEARS)
def test_schema_on_file_is_the_one_that_the_layout_makes(year: int) -> None:
    path = Path(schema.__file__).parents[1] / "schemas" / f"sen2_{year}.xsd"
    assert path.read_text(encoding="utf-8") == schema.xsd(year)


def test_schema_refuses_what_the_layout_does_not_hold(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED, ethnicity="WBRI")]), cast)
    path = tmp_path / "out.xml"
    write.write(2025, write.Where(path), by=cast.service, at=cast.at)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<RequestOutcome>Y<", "<RequestOutcome>X<"), encoding="utf-8")
    assert any("RequestOutcome" in sentence for sentence in schema.check(path, 2025))
    with pytest.raises(Refused, match="no schema for 2022"):
        list(schema.check(path, 2022))


def test_nine_files_hold_the_same_persons_as_the_xml(cast: Cast, tmp_path: Path, written: Any) -> None:
    take(invented(tmp_path, 60), cast)
    persons = written(2025)
    again = list(read.open_return(tmp_path / "csv-2025").persons())
    assert again == persons
    assert "What of its form is inferred" in (tmp_path / "csv-2025" / "README.md").read_text(encoding="utf-8")


def test_formula_in_a_name_is_inert_in_the_csv_and_plain_in_the_xml(
    cast: Cast, tmp_path: Path, written: Any
) -> None:
    take(file(tmp_path, [ada(ISSUED, surname='=HYPERLINK("x")')]), cast)
    assert [one.surname for one in written(2025)] == ['=HYPERLINK("x")']
    (csv,) = (tmp_path / "csv-2025").glob("*_person.csv")
    assert "'=HYPERLINK" in csv.read_text(encoding="utf-8")


def test_request_of_the_year_that_nobody_decided_is_awaited(cast: Cast, tmp_path: Path, written: Any) -> None:
    take(file(tmp_path, [ada(AWAITING)]), cast)
    (one,) = written(2025)
    (request,) = one.requests
    assert (request.outcome, request.outcome_on, request.source) == ("A", None, "2")


def test_later_return_tells_of_the_plan_as_history(cast: Cast, tmp_path: Path, written: Any) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    (one,) = written(2026)
    (request,) = one.requests
    assert (request.outcome, request.outcome_on) == ("H", None)
    assert request.assessment is not None
    assert request.assessment.outcome == "H"
    assert request.assessment.named_plan is not None
    assert request.assessment.named_plan.start_on == PLAN.start_on
    assert request.active_plan is not None


def test_refusal_of_a_year_ago_is_told_no_more(cast: Cast, tmp_path: Path, written: Any) -> None:
    refused = returns.Request(received_on=date(2024, 2, 1), outcome="N", outcome_on=date(2024, 3, 1))
    awaited = ada(AWAITING, upn="X845212818005", surname="Garth")
    take(file(tmp_path, [ada(refused), awaited]), cast)
    assert {one.surname for one in written(2026)} == {"Garth"}


def test_withdrawal_that_has_no_day_is_told_in_its_own_year_only(
    cast: Cast, tmp_path: Path, written: Any
) -> None:
    gone = returns.Request(received_on=date(2024, 2, 1), outcome="W")
    take(file(tmp_path, [ada(gone), ada(AWAITING, upn="X845212818005", surname="Garth")]), cast)
    assert {one.surname: one.requests[0].outcome for one in written(2025)} == {"Holm": "W", "Garth": "A"}
    assert {one.surname for one in written(2026)} == {"Garth"}


def test_decision_after_the_year_is_not_told_before_its_plan_is(
    cast: Cast, tmp_path: Path, written: Any
) -> None:
    decided = replace(
        AWAITING, outcome="Y", outcome_on=date(2025, 1, 10), assessment=returns.Assessment(outcome="A")
    )
    take(file(tmp_path, [ada(decided)], later(2026)), cast)
    (one,) = written(2025)
    assert one.requests[0].outcome == "A"
    (one,) = written(2026)
    assert (one.requests[0].outcome, one.requests[0].outcome_on) == ("Y", date(2025, 1, 10))


def test_plan_that_ceased_is_told_with_its_reason_in_that_year_and_then_no_more(
    cast: Cast, tmp_path: Path, written: Any
) -> None:
    ended = replace(PLAN, start_on=date(2020, 3, 2), ceased_on=date(2024, 9, 2), cease_reason="2")
    past = returns.Request(outcome="H", assessment=returns.Assessment(outcome="H", named_plan=ended))
    take(file(tmp_path, [ada(past), ada(AWAITING, upn="X845212818005", surname="Garth")]), cast)
    (one,) = [each for each in written(2025) if each.surname == "Holm"]
    plan = one.requests[0].assessment.named_plan
    assert (plan.ceased_on, plan.cease_reason, one.requests[0].active_plan) == (date(2024, 9, 2), "2", None)
    assert "Holm" not in {each.surname for each in written(2026)}


def test_trial_before_the_census_day_says_so(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "out.xml"
    done = write.write(2027, write.Where(path), by=cast.service, at=cast.at)
    assert done.is_trial
    assert done.as_at == cast.at.date()
    assert "**A trial.**" in (tmp_path / "out.README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("year", "words"), [(2022, "2023 to 2027"), (2028, "2023 to 2027")])
def test_year_without_a_return_is_refused(cast: Cast, tmp_path: Path, year: int, words: str) -> None:
    with pytest.raises(Refused, match=words):
        write.write(year, write.Where(tmp_path / "out.xml"), by=cast.service, at=cast.at)
    assert list(tmp_path.iterdir()) == []


def test_return_of_nobody_leaves_no_file(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Nobody is to be told of in the return of 2023"):
        write.write(2023, write.Where(tmp_path / "out.xml", tmp_path / "csv"), by=cast.service, at=cast.at)
    assert list(tmp_path.iterdir()) == []


def test_folder_that_does_not_exist_is_said(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be written there"):
        write.write(2027, write.Where(tmp_path / "no" / "out.xml"), by=cast.service, at=cast.at)


def test_writing_is_sealed_in_the_ledger(cast: Cast, tmp_path: Path) -> None:
    write.write(2027, write.Where(tmp_path / "out.xml"), by=cast.service, at=cast.at)
    body = json.loads(LedgerEntry.objects.get(deed="SEN2_WRITTEN").body)
    assert (body["year"], body["persons"]) == (2027, 1)


def test_only_who_keeps_returns_reads_the_population(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        list(population.population(by=cast.officer))


def test_questions_do_not_grow_with_the_county(
    cast: Cast, tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    take(invented(tmp_path, 120), cast)
    with django_assert_max_num_queries(QUERIES):
        write.write(2025, write.Where(tmp_path / "out.xml"), by=cast.service, at=cast.at)


def test_findings_name_their_case(cast: Cast, tmp_path: Path) -> None:
    take(file(tmp_path, [ada(ISSUED)]), cast)
    done = write.write(2025, write.Where(tmp_path / "out.xml"), by=cast.service, at=cast.at)
    mine = [
        wrong for wrong in done.wrong if wrong.finding.rule == "D03" and wrong.finding.item == "Ethnicity"
    ]
    assert mine
    assert all(wrong.reference for wrong in mine)
    header = [wrong for wrong in done.wrong if wrong.finding.rule == "D02"]
    assert {wrong.reference for wrong in header} == {""}


def test_checking_the_file_finds_what_writing_found(cast: Cast, tmp_path: Path) -> None:
    take(invented(tmp_path, 60), cast)
    path = tmp_path / "out.xml"
    done = write.write(2025, write.Where(path), by=cast.service, at=cast.at)
    found = sorted((each.rule, each.item, each.person) for each in validate.Validation(path).findings())
    assert found == sorted((w.finding.rule, w.finding.item, w.finding.person) for w in done.wrong)
