"""The pages of what is to be mended, of a child's details, and of the three counts of new plans."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alongside.app import scope
from alongside.integrations.sen2 import load
from alongside.records.models import Person, ToMend
from app.importing_files import AWAITING, ISSUED, ada, file, later
from cast import Cast

SignedIn = Callable[..., Any]
LIST, COUNTS = "/data-to-mend", "/oversight/new-plans"
QUERIES = 12


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def text(answer: Any) -> str:
    return answer.content.decode()


def take(folder: Path, cast: Cast) -> None:
    told = file(folder, [ada(ISSUED), ada(AWAITING, upn="X845212818005", surname="Garth")])
    load.take_over(told, by=cast.service, at=cast.at)


@pytest.mark.parametrize("who", ["officer", "manager", "data_officer"])
def test_line_leads_to_the_page_that_mends_it(cast: Cast, signed_in: SignedIn, who: str) -> None:
    page = text(signed_in(getattr(cast, who)).get(LIST))
    assert "What is to be mended, errors first" in page
    assert f"/cases/{cast.case.case_id}/details" in page
    assert "Must be mended" in page


@pytest.mark.parametrize("who", ["parent", "senco", "psychologist", "stranger"])
@pytest.mark.parametrize("page", [LIST, f"{LIST}/file", COUNTS, f"{COUNTS}/file"])
def test_nobody_else_sees_whose_data_are_wrong(cast: Cast, signed_in: SignedIn, who: str, page: str) -> None:
    assert signed_in(getattr(cast, who)).get(page).status_code == 403


def test_list_is_narrowed_in_the_address_and_the_file_with_it(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.data_officer)
    page = text(client.get(LIST, {"rule": "SEN2/D03", "severity": "error"}))
    assert "Remove this filter" in page
    assert "/data-to-mend/file?rule=SEN2%2FD03" in page
    rows = text(client.get(f"{LIST}/file", {"rule": "SEN2/D03"})).splitlines()
    assert rows[0].lstrip("\ufeff").startswith("Reference,Name,Coordinator")
    assert all(",D03," in row for row in rows[1:])
    assert len(rows) > 1


@pytest.mark.parametrize("query", ["?rule=NO", "?owner=x", "?page=9999999999", "?severity=%00&source=A"])
def test_address_that_makes_no_sense_shows_the_list(cast: Cast, signed_in: SignedIn, query: str) -> None:
    assert signed_in(cast.data_officer).get(LIST + query).status_code == 200


def test_choice_that_fits_nothing_says_so(cast: Cast, signed_in: SignedIn) -> None:
    page = text(signed_in(cast.data_officer).get(LIST, {"owner": str(cast.case.case_id)}))
    assert "Nothing fits." in page


def test_formula_in_a_value_is_inert_in_the_file(cast: Cast, signed_in: SignedIn) -> None:
    with scope.opened(cast.officer):
        ToMend.objects.filter(item="Ethnicity").update(value="=1+1")
    assert "'=1+1" in text(signed_in(cast.data_officer).get(f"{LIST}/file"))


def test_number_of_questions_does_not_grow_with_the_lines(
    cast: Cast, tmp_path: Path, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    take(tmp_path, cast)
    client = signed_in(cast.data_officer)
    for page in (LIST, COUNTS):
        with django_assert_max_num_queries(QUERIES):
            assert client.get(page).status_code == 200


def details(**changes: str) -> dict[str, str]:
    held = {
        "born_on-day": "1", "born_on-month": "5", "born_on-year": "2017", "sex": "F", "ethnicity": "WBRI",
        "postcode": "NS1 1AA",
        "upn": "", "uln": "", "upn_unknown": "UN8", "disability": "N",
    }  # fmt: skip
    return held | changes


def test_details_are_saved_and_the_lines_are_gone(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.officer)
    address = f"/cases/{cast.case.case_id}/details"
    assert "The child’s numbers and details" in text(client.get(address))
    answer = client.post(address, details(upn="f931 1234 12001", upn_unknown=""))
    assert answer.status_code == 303, text(answer)
    with scope.opened(cast.officer):
        person = Person.objects.get(case=cast.case.case_id)
    assert (person.upn, person.ethnicity, person.disability) == ("F931123412001", "WBRI", "N")
    assert "PersonBirthDate" not in text(client.get(LIST))


def test_number_with_a_wrong_letter_is_told_beside_its_question(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.officer).post(
        f"/cases/{cast.case.case_id}/details", details(upn="A801200005001", upn_unknown="")
    )
    assert answer.status_code == 422
    assert "the check letter of this UPN should be B" in text(answer)


def test_case_offers_the_page_of_the_details(cast: Cast, signed_in: SignedIn) -> None:
    assert "Change the child’s numbers and details" in text(
        signed_in(cast.officer).get(f"/cases/{cast.case.case_id}")
    )


@pytest.mark.parametrize("who", ["manager", "data_officer"])
def test_three_counts_name_the_plans_that_make_the_difference(
    cast: Cast, tmp_path: Path, signed_in: SignedIn, who: str
) -> None:
    assert ISSUED.assessment is not None
    challenged = replace(ISSUED, assessment=replace(ISSUED.assessment, tribunal=True))
    told = file(tmp_path, [ada(ISSUED), ada(challenged, upn="X845212818005", surname="Garth")], later(2025))
    load.take_over(told, by=cast.service, at=cast.at)
    client = signed_in(getattr(cast, who))
    page = text(client.get(COUNTS, {"year": "2024"}))
    assert "New plans of 2024: three counts" in page
    assert "2 assessments of 2024 ended in a plan." in page
    assert "1 of them are in the timeliness" in page
    assert "Ada Garth" in page
    assert "Ada Holm" not in page
    assert "Why three counts of new plans differ" in text(client.get("/oversight"))
    rows = text(client.get(f"{COUNTS}/file", {"year": "2024"})).splitlines()
    assert [row.split(",")[1] for row in rows[1:]] == ["Ada Garth", "Ada Holm"]


@pytest.mark.parametrize(("year", "shown"), [("2031", 2025), ("abcd", 2025), ("1999", 2025), ("2026", 2026)])
def test_year_that_is_none_is_the_last_whole_one(
    cast: Cast, signed_in: SignedIn, year: str, shown: int
) -> None:
    page = text(signed_in(cast.manager).get(COUNTS, {"year": year}))
    assert f"New plans of {shown}: three counts" in page
    assert "is in all three counts" in page
