"""Every form and year of a return gives the same persons, whole."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import alongside.integrations.sen2.forms.xml as xml_form
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import read, returns, synthetic_files
from integrations.sen2.making import invented, read_all, write_workbook, xml

YEARS = (2023, 2024, 2025, 2026)
NESTED = (
    "<Requests><ReceivedDate>2024-03-01</ReceivedDate><RequestOutcome>Y</RequestOutcome><Assessment>"
    "<AssessmentOutcome>Y</AssessmentOutcome><NamedPlan><StartDate>2024-07-01</StartDate>{details}</NamedPlan>"
    "</Assessment><ActivePlans>{active}</ActivePlans></Requests>"
)


@pytest.mark.parametrize("year", YEARS)
def test_xml_gives_back_every_person_and_the_header(year: int, tmp_path: Path) -> None:
    header, persons = invented(300, year=year)
    synthetic_files.write_xml(tmp_path / "r.xml", header, persons)
    opened, found = read_all(tmp_path / "r.xml")
    assert found == persons
    assert opened.header == header
    assert opened.unusable == []


@pytest.mark.parametrize("year", YEARS)
def test_the_nine_csv_files_give_back_every_person_and_the_header(year: int, tmp_path: Path) -> None:
    header, persons = invented(300, year=year)
    synthetic_files.write_blade(tmp_path / "export", header, persons)
    opened, found = read_all(tmp_path / "export")
    assert found == persons
    assert opened.header == header
    assert opened.unusable == []


def test_the_nine_csv_files_in_a_zip_give_back_every_person(tmp_path: Path) -> None:
    header, persons = invented(100)
    synthetic_files.write_zip(tmp_path / "export.zip", header, persons, tmp_path / "work")
    opened, found = read_all(tmp_path / "export.zip")
    assert found == persons
    assert opened.header == header


@pytest.mark.parametrize("year", YEARS)
def test_the_workbook_gives_back_every_person_and_no_header(year: int, tmp_path: Path) -> None:
    header, persons = invented(100, year=year)
    write_workbook(tmp_path / "r.xlsx", header, persons)
    opened, found = read_all(tmp_path / "r.xlsx")
    assert found == persons
    assert opened.header is None
    assert opened.unusable == []


def test_invented_persons_cover_second_places_second_needs_and_residential_items() -> None:
    """Else the round trips above would prove nothing of them."""
    _, persons = invented(300, year=2023)
    active = [r.active_plan for p in persons for r in p.requests if r.active_plan]
    assert any(len(a.placements) == 2 for a in active)
    assert any(len(a.needs) == 2 for a in active)
    assert any(p.residential for a in active for p in a.placements)
    assert {p.sex for p in persons} == {"M", "F"}


@pytest.mark.parametrize("change", [str.upper, str.lower, str.swapcase])
def test_element_names_are_read_in_any_case(change: Callable[[str], str], tmp_path: Path) -> None:
    inner = NESTED.format(details="", active="<SENneed><SENtype>ASD</SENtype></SENneed>")
    plain = f"<Message><Persons><Person><UPN>B801200005001</UPN>{inner}</Person></Persons></Message>"
    tags = re.sub("<[^>]+>", lambda tag: change(tag[0]), plain)
    assert tags != plain
    (tmp_path / "a.xml").write_text(plain)
    (tmp_path / "b.xml").write_text(tags)
    assert read_all(tmp_path / "a.xml")[1] == read_all(tmp_path / "b.xml")[1]


def test_namespaces_comments_and_instructions_are_tolerated(tmp_path: Path) -> None:
    path = tmp_path / "n.xml"
    path.write_text(
        '<s:Message xmlns:s="urn:x"><!-- a comment --><s:Persons><s:Person><?go now?>'
        "<s:Surname>Hol<!-- x -->m</s:Surname></s:Person></s:Persons></s:Message>"
    )
    assert read_all(path)[1][0].surname == "Holm"


def test_empty_elements_are_absent(tmp_path: Path) -> None:
    path = xml(tmp_path, "<Person><UPN/><UPNunknown></UPNunknown><Sex> </Sex><PersonBirthDate/></Person>")
    opened, persons = read_all(path)
    assert persons[0] == returns.Person()
    assert all(u.value == "" for u in opened.unusable)


def test_any_number_of_places_and_needs_is_kept_in_order(tmp_path: Path) -> None:
    details = "".join(f"<PlanDetail><URN>10000{n}</URN></PlanDetail>" for n in range(4))
    active = "".join(
        f"<PlacementDetail><UKPRN>1000000{n}</UKPRN><EntryDate>2024-09-0{n + 1}</EntryDate></PlacementDetail>"
        for n in range(4)
    ) + "".join(f"<SENneed><SENtype>{t}</SENtype></SENneed>" for t in ("ASD", "SLCN", "HI"))
    _, persons = read_all(xml(tmp_path, f"<Person>{NESTED.format(details=details, active=active)}</Person>"))
    request = persons[0].requests[0]
    assert request.assessment is not None
    assert request.assessment.named_plan is not None
    assert request.active_plan is not None
    assert [d.urn for d in request.assessment.named_plan.details] == ["100000", "100001", "100002", "100003"]
    assert [p.ukprn for p in request.active_plan.placements] == [
        "10000000",
        "10000001",
        "10000002",
        "10000003",
    ]
    assert [p.entry_on for p in request.active_plan.placements] == [date(2024, 9, n) for n in (1, 2, 3, 4)]
    assert [n.type for n in request.active_plan.needs] == ["ASD", "SLCN", "HI"]


def test_residential_items_of_2023_go_to_the_first_placement_of_rank_one(tmp_path: Path) -> None:
    active = (
        "<Res>A</Res><WBP>S</WBP><PlacementDetail><PlacementRank>2</PlacementRank></PlacementDetail>"
        "<PlacementDetail><PlacementRank>1</PlacementRank></PlacementDetail>"
    )
    _, persons = read_all(xml(tmp_path, f"<Person>{NESTED.format(details='', active=active)}</Person>"))
    plan = persons[0].requests[0].active_plan
    assert plan is not None
    assert [(p.residential, p.work_based) for p in plan.placements] == [(None, None), ("A", "S")]


def test_gender_of_2023_is_read_as_sex(tmp_path: Path) -> None:
    genders = "".join(f"<Person><GenderCurrent>{g}</GenderCurrent></Person>" for g in "0129")
    assert [p.sex for p in read_all(xml(tmp_path, genders))[1]] == ["U", "M", "F", "U"]


def test_rows_are_told_by_line_also_beyond_line_65535(tmp_path: Path) -> None:
    path = tmp_path / "long.xml"
    path.write_text("<Message>" + "\n" * 70_000 + "<Person><UPN>wrong</UPN></Person></Message>")
    assert read_all(path)[0].unusable[0].row == 70_001


def test_persons_are_given_while_the_file_is_read(tmp_path: Path) -> None:
    """A file that breaks off gives its first persons before it refuses: it was not read whole first."""
    persons = "<Person><Surname>Holm</Surname></Person>" * 5000
    (tmp_path / "cut.xml").write_text(f"<Message><Persons>{persons}")
    given: list[returns.Person] = []
    with pytest.raises(FileRefused, match="not complete"):
        given.extend(read.open_return(tmp_path / "cut.xml").persons())
    assert len(given) == 5000


def test_reading_xml_frees_each_person_after_use(tmp_path: Path) -> None:
    """The tree holds what the parser has read ahead and nothing of what was used."""
    path = xml(tmp_path, "<Person><Surname>Holm</Surname></Person>" * 20_000)
    held = []
    for element in xml_form.xml.elements(str(path), ["Person"]):
        xml_form._free(element)
        parent = element.getparent()
        assert parent is not None
        held.append(len(parent))
    assert len(held) == 20_000
    assert max(held) < 2_000


def test_csv_headings_are_read_in_any_case_and_by_their_labels(tmp_path: Path) -> None:
    export = tmp_path / "export"
    export.mkdir()
    (export / "Blade-Export_01-02-2025_PERSON.CSV").write_text(
        "PersonTableId;Date of Birth;Surname\n1;28-Sep-2012;Holm\n", encoding="utf-8-sig"
    )
    (export / "x_requests.csv").write_text(
        "RequestsTableId,PERSONTABLEID,rquestsource,RequestOutcome,Request Mediation\n7,1,2,n,TRUE\n"
    )
    _, persons = read_all(export)
    assert persons == [
        returns.Person(
            surname="Holm",
            born_on=date(2012, 9, 28),
            requests=(returns.Request(source="2", outcome="N", mediation=True),),
        )
    ]


def test_csv_in_the_older_windows_code_page_is_read(tmp_path: Path) -> None:
    (tmp_path / "x_person.csv").write_bytes("persontableid,surname\n1,Zoë\n".encode("cp1252"))
    (tmp_path / "x_requests.csv").write_text("requeststableid,persontableid\n")
    assert read_all(tmp_path)[1][0].surname == "Zoë"


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"x_person.csv": "persontableid\n1\n"}, "no file whose name ends in _requests.csv"),
        (
            {"x_person.csv": "a", "y_person.csv": "a", "x_requests.csv": "a"},
            "two files hold the table “person”: x_person.csv and y_person.csv",
        ),
        ({"x_person.csv": "surname\nHolm\n", "x_requests.csv": "a"}, "“person” has no column persontableid"),
        (
            {"x_person.csv": "persontableid\n", "x_requests.csv": "requeststableid,persontableid\n"},
            "no person",
        ),
    ],
)
def test_an_export_that_cannot_be_joined_is_refused(
    files: dict[str, str], words: str, tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(FileRefused) as refused:
        read_all(tmp_path)
    assert words in refused.value.sentence


def test_another_collection_is_refused(tmp_path: Path) -> None:
    path = xml(tmp_path, "<Person/>", header="<Collection>CIN</Collection>")
    with pytest.raises(FileRefused, match="a CIN return, not SEN2"):
        read_all(path)
