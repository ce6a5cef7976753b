"""Whatever cannot be used is reported with its place, value and reason, and nothing else is lost with it."""

from pathlib import Path

import pytest

from alongside.integrations.sen2 import returns
from integrations.sen2.making import read_all, xml

GOOD = "<PersonBirthDate>2012-01-01</PersonBirthDate>"
REQUEST = "<Requests><RequestOutcome>A</RequestOutcome></Requests>"


@pytest.mark.parametrize(
    ("item", "column", "value", "reason"),
    [
        ("<Sex>X</Sex>", "sex", "X", "not one of the codes of this item: F, M, U"),
        ("<UPN>B801200005002</UPN>", "upn", "B801200005002", "the check letter of this UPN should be Q"),
        ("<UPN>123</UPN>", "upn", "123", "a UPN is a letter and 12 digits"),
        (
            "<UniqueLearnerNumber>1234567890</UniqueLearnerNumber>",
            "uniquelearnernumber",
            "1234567890",
            "check digit",
        ),
        ("<Ethnicity>ZZZZ</Ethnicity>", "ethnicity", "ZZZZ", "not one of the codes"),
        ("<Sex>M</Sex><Sex>F</Sex>", "sex", "F", "given twice; the first was used"),
        ("<Shoe>9</Shoe>", "shoe", "9", "no item of this name belongs to this table"),
        ("<Shoes><Shoe>9</Shoe></Shoes>", "shoes", "", "no group of items of this name"),
        ("<NamedPlan/>", "namedplan", "", "does not belong directly under person"),
    ],
)
def test_a_value_is_reported_and_the_person_kept(
    item: str, column: str, value: str, reason: str, tmp_path: Path
) -> None:
    opened, persons = read_all(
        xml(tmp_path, f"\n<Person><Surname>Holm</Surname>{GOOD}{item}{REQUEST}</Person>")
    )
    (found,) = opened.unusable
    assert (found.table, found.row, found.person, found.column, found.value) == (
        "person",
        3,
        "person 1",
        column,
        value,
    )
    assert reason in found.reason
    assert persons[0].surname == "Holm"


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("2024-02-30", "no such day in the calendar"),
        ("30/02/24", "this is not a date"),
        ("0024-02-20", "the year is not between 1900 and 2100"),
        ("soon", "this is not a date"),
    ],
)
def test_a_date_that_is_none_is_reported_and_never_guessed(date: str, reason: str, tmp_path: Path) -> None:
    inner = f"<Requests><ReceivedDate>{date}</ReceivedDate><RequestOutcome>A</RequestOutcome></Requests>"
    opened, persons = read_all(xml(tmp_path, f"<Person><UPN>B801200005001</UPN>{GOOD}{inner}</Person>"))
    (found,) = opened.unusable
    assert (found.person, found.column, found.value) == ("B801200005001", "receiveddate", date)
    assert reason in found.reason
    assert persons[0].requests[0].received_on is None


def test_a_report_never_names_a_child(tmp_path: Path) -> None:
    opened, _ = read_all(xml(tmp_path, "<Person><Surname>Holm</Surname><Forename>Ada</Forename></Person>"))
    assert len(opened.unusable) == 2
    assert not any("Holm" in u.sentence() or "Ada" in u.sentence() for u in opened.unusable)


def test_an_unknown_item_is_reported_once_for_the_whole_file(tmp_path: Path) -> None:
    person = f"<Person>{GOOD}<Shoe>9</Shoe>{REQUEST}</Person>"
    assert len(read_all(xml(tmp_path, person * 10))[0].unusable) == 1


def test_a_second_assessment_under_one_request_is_reported(tmp_path: Path) -> None:
    assessments = "<Assessment><AssessmentOutcome>N</AssessmentOutcome></Assessment>" * 2
    inner = f"<Requests><RequestOutcome>Y</RequestOutcome>{assessments}</Requests>"
    opened, _ = read_all(xml(tmp_path, f"<Person>{GOOD}{inner}</Person>"))
    assert ["can have only one; the first was used" in u.reason for u in opened.unusable] == [True]


def test_a_need_without_a_type_is_left_out_and_reported(tmp_path: Path) -> None:
    need = "<SENneed><SENtypeRank>1</SENtypeRank></SENneed><SENneed><SENtype>ODD</SENtype></SENneed>"
    inner = f"<Requests><RequestOutcome>H</RequestOutcome><ActivePlans>{need}</ActivePlans></Requests>"
    opened, persons = read_all(xml(tmp_path, f"<Person>{GOOD}{inner}</Person>"))
    active = persons[0].requests[0].active_plan
    assert active is not None
    assert active.needs == ()
    assert [u.value for u in opened.unusable] == ["", "ODD"]


def test_a_residential_item_of_2023_without_any_placement_is_reported(tmp_path: Path) -> None:
    inner = "<Requests><RequestOutcome>H</RequestOutcome><ActivePlans><Res>A</Res></ActivePlans></Requests>"
    opened, _ = read_all(xml(tmp_path, f"<Person>{GOOD}{inner}</Person>"))
    assert [(u.column, u.value) for u in opened.unusable] == [("res", "A")]


def test_two_children_with_one_upn_stay_two_children(tmp_path: Path) -> None:
    same = "<UPN>B801200005001</UPN><PersonBirthDate>2012-01-01</PersonBirthDate>"
    persons = "".join(f"<Person><Surname>{n}</Surname>{same}{REQUEST}</Person>" for n in ("Holm", "Garth"))
    opened, found = read_all(xml(tmp_path, persons))
    assert [p.upn for p in found] == ["B801200005001", None]
    assert [(u.person, u.value) for u in opened.unusable] == [("person 2", "B801200005001")]


def test_rows_of_csv_files_without_a_parent_are_reported_with_their_row(tmp_path: Path) -> None:
    (tmp_path / "x_person.csv").write_text(
        "persontableid,personbirthdate\n1,2012-01-01\n1,2013-01-01\n,2014-01-01\n"
    )
    (tmp_path / "x_requests.csv").write_text(
        "requeststableid,persontableid,requestoutcome\n1,1,A\n2,9,A\n3,1,A,extra\n"
    )
    (tmp_path / "x_assessment.csv").write_text("assessmenttableid,requeststableid\n1,5\n")
    (tmp_path / "x_senneed.csv").write_text("sentype\nASD\n")
    opened, persons = read_all(tmp_path)
    assert len(persons) == 1
    assert len(persons[0].requests) == 2
    found = {(u.table, u.row, u.column, u.value) for u in opened.unusable}
    assert {
        ("person", 3, "persontableid", "1"),
        ("person", 4, "persontableid", ""),
        ("requests", 3, "persontableid", "9"),
        ("requests", 4, "", "extra"),
        ("assessment", 2, "requeststableid", "5"),
        ("senneed", 1, "activeplanstableid", ""),
        ("namedplan", 0, "", ""),
    } <= found


def test_a_sentence_says_where_what_and_why() -> None:
    found = returns.Unusable("requests", 17, "person 4", "receiveddate", "soon", "this is not a date")
    assert found.sentence() == "requests row 17, person 4, receiveddate “soon”: this is not a date."


@pytest.mark.parametrize(
    ("item", "column"), [("<DateOfBirth>soon</DateOfBirth>", "dateofbirth"), ("<Gender>5</Gender>", "gender")]
)
def test_an_item_under_another_name_is_read_and_reported_under_that_name(
    item: str, column: str, tmp_path: Path
) -> None:
    opened, _ = read_all(xml(tmp_path, f"<Person>{item}{REQUEST}</Person>"))
    assert column in {u.column for u in opened.unusable}
    opened, persons = read_all(
        xml(tmp_path, f"<Person><FamilyName>Holm</FamilyName>{GOOD}{REQUEST}</Person>")
    )
    assert persons[0].surname == "Holm"
    assert opened.unusable == []


def test_a_year_that_is_no_number_is_reported_and_a_long_value_is_cut(tmp_path: Path) -> None:
    opened, _ = read_all(
        xml(tmp_path, f"<Person>{GOOD}{REQUEST}</Person>", header="<Year>" + "x" * 99 + "</Year>")
    )
    (found,) = opened.unusable
    assert (found.table, found.person, found.reason) == ("sen2", "", "this should be a whole number")
    assert found.value == "x" * 80 + "…"
