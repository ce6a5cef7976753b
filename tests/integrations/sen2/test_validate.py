"""A return as a file: what is right is left alone, what is planted is found, what is no return is refused."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.core.refusal import Refused
from alongside.integrations.safe_files.refusal import FileRefused
from alongside.integrations.sen2 import figures, returns, synthetic_files, validate
from alongside.integrations.sen2.checks import catalogue, circumstances, register, whole
from alongside.integrations.sen2.checks.findings import Finding
from integrations.sen2.making import invented, write_workbook, xml

WITAN = "112 122 124 132 134 142 143 212 224 232 234 236 312 412 414 416 422 512 514 522 524 532 534 542 592 612 614"
YEARS = st.integers(2023, 2026)


def checked(path: Path, *, year: int | None = None) -> list[Finding]:
    return list(validate.Validation(path, year).findings())


def on_hand(header: returns.Header, persons: list[returns.Person]) -> list[Finding]:
    told = circumstances.circumstances(header, None, None)
    assert told is not None
    return list(validate.findings_of(header, persons, told))


@settings(max_examples=25, deadline=None)
@given(year=YEARS, seed=st.integers(1, 10_000))
def test_an_invented_return_has_no_errors(year: int, seed: int) -> None:
    found = on_hand(*invented(60, year=year, seed=seed))
    assert [each.sentence() for each in found if each.severity == "error"] == []


PLANTED = [
    ("<Sex>[MF]</Sex>", "<Sex>Q</Sex>", "D03", "Sex"),
    ("<Sex>[MF]</Sex>", "<Sex/>", "D03", "Sex"),
    ("<Surname>[^<]+</Surname>", "", "D03", "Surname"),
    (
        "<PersonBirthDate>[^<]+</PersonBirthDate>",
        "<PersonBirthDate>31/02/2012</PersonBirthDate>",
        "D03",
        "PersonBirthDate",
    ),
    ("<UPN>[A-Z]", "<UPN>I", "D06", "UPN"),
    ("<UPN>[^<]+</UPN>", "<UPN/>", "D05", "UPN"),
    (
        "<RequestOutcome>[YNAWH]</RequestOutcome>",
        "<RequestOutcome>Z</RequestOutcome>",
        "D10",
        "RequestOutcome",
    ),
    (
        "<AssessmentOutcome>H</AssessmentOutcome>",
        "<AssessmentOutcome>J</AssessmentOutcome>",
        "D17",
        "AssessmentOutcome",
    ),
    ("<StartDate>[^<]+</StartDate>", "<StartDate>soon</StartDate>", "D19", "StartDate"),
    ("<PlacementRank>1</PlacementRank>", "<PlacementRank>5</PlacementRank>", "D22", "PlacementRank"),
    ("<URN>[^<]+</URN>", "<URN>12</URN>", "D24", "URN"),
    ("<SENunitIndicator>0</SENunitIndicator>", "<SENunitIndicator/>", "D25", "SENunitIndicator"),
    ("<EntryDate>[^<]+</EntryDate>", "", "D32", "EntryDate"),
    ("<SENtype>[^<]+</SENtype>", "<SENtype>NSA</SENtype>", "D34", "SENtype"),
    ("<SENneed>.*</SENneed>", "", "D34", "SENneed"),
    ("<Person>", "<Person><Shoe>9</Shoe>", "S01", "shoe"),
    ("<Forename>", "<Forename>Bo</Forename><Forename>", "S02", "Forename"),
    ("<Person>", "<Person><NHSNumber>9434765918</NHSNumber>", "D06", "nhsnumber"),
]


@pytest.mark.parametrize(("pattern", "put", "rule", "item"), PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(
    pattern: str, put: str, rule: str, item: str, tmp_path: Path
) -> None:
    header, persons = invented(60)
    synthetic_files.write_xml(tmp_path / "r.xml", header, persons)
    before = {(f.rule, f.person, f.item) for f in checked(tmp_path / "r.xml")}
    lines = (tmp_path / "r.xml").read_text().splitlines(keepends=True)
    at = next(
        n for n, line in enumerate(lines)
        if "<AssessmentOutcome>H" in line and "<SENneed>" in line and "<UPN>" in line and "<URN>" in line
    )  # fmt: skip
    lines[at] = re.sub(pattern, put, lines[at], count=1)
    (tmp_path / "r.xml").write_text("".join(lines))
    found = [
        f for f in checked(tmp_path / "r.xml") if f.row == at + 1 and (f.rule, f.person, f.item) not in before
    ]
    new = {(f.rule, f.item) for f in found} - {(r, i) for r, _, i in before}
    assert (rule, item) in new
    also = {"S01"} if "NHSNumber" in put else set()  # it is not an item of the return
    assert {r for r, _ in new} == {rule} | also, [f.sentence() for f in found]


def test_findings_name_the_same_checks_of_the_public_library(tmp_path: Path) -> None:
    """All 27 numbers of witan.sen2 are in the table, by rule, check or item."""
    rules = catalogue.load()
    named = {number for check in rules.checks.values() for number in check.same_as} | set(rules.rules)
    named |= {number for numbers in rules.unreadable_same_as.values() for number in numbers}
    named |= {number for rule in rules.rules.values() for number in rule.same_as}
    assert set(WITAN.split()) <= named
    need = "<ActivePlans><SENneed><SENtype>NSA</SENtype></SENneed></ActivePlans>"
    path = xml(tmp_path, f"<Person><Requests>{need}</Requests></Person>")
    (found,) = [f for f in checked(path) if f.item == "SENtype"]
    assert (found.rule, found.same_as) == ("D34", ("614",))


def test_every_form_of_one_return_gives_the_same_findings(tmp_path: Path) -> None:
    header, persons = invented(150, year=2026)
    synthetic_files.write_xml(tmp_path / "r.xml", header, persons)
    synthetic_files.write_zip(tmp_path / "r.zip", header, persons, tmp_path / "folder")
    write_workbook(tmp_path / "r.xlsx", header, persons)
    told = {}
    for name in ("r.xml", "r.zip", "folder", "r.xlsx"):
        found = checked(tmp_path / name, year=2026)
        told[name] = sorted(
            (f.rule, f.person, f.item, f.value, f.message) for f in found if f.key != "no_header"
        )
    assert told["r.xml"] == told["r.zip"] == told["folder"] == told["r.xlsx"]
    assert len(told["r.xml"]) > 20


def test_the_figures_come_from_the_same_reading(tmp_path: Path) -> None:
    header, persons = invented(150)
    synthetic_files.write_xml(tmp_path / "r.xml", header, persons)
    checking = validate.Validation(tmp_path / "r.xml")
    assert sum(1 for _ in checking.findings())
    assert checking.figures == figures.count(persons, 2024, "931")
    assert checking.persons == 150
    assert checking.in_force == validate.plans_in_force(tmp_path / "r.xml")


def test_rows_of_csv_files_that_do_not_join_are_told(tmp_path: Path) -> None:
    synthetic_files.write_blade(tmp_path / "x", *invented(5))
    (need,) = (tmp_path / "x").glob("*_senneed.csv")
    head, first, *rest = need.read_text().splitlines()
    keys = dict(zip(head.split(","), first.split(","), strict=True)) | {"activeplanstableid": "999"}
    need.write_text("\n".join([head, first, ",".join(keys.values()), *rest]) + "\n")
    (plandetail,) = (tmp_path / "x").glob("*_plandetail.csv")
    plandetail.unlink()
    found = {(f.rule, f.module) for f in checked(tmp_path / "x") if f.severity == "error"}
    assert {("D09", "5c SEN need"), ("S05", "4b Plan detail")} <= found


def test_items_of_another_year_are_told_once(tmp_path: Path) -> None:
    synthetic_files.write_xml(tmp_path / "r.xml", *invented(40, year=2025))
    text = (tmp_path / "r.xml").read_text().replace("<Year>2025</Year>", "<Year>2023</Year>")
    (tmp_path / "r.xml").write_text(text)
    found = [f for f in checked(tmp_path / "r.xml") if f.rule == "S08"]
    assert {(f.item, f.key) for f in found} >= {
        ("Sex", "later"),
        ("RequestSource", "later"),
        ("DSCO", "later"),
    }
    assert len({(f.module, f.item) for f in found}) == len(found)


def test_a_person_is_never_named(tmp_path: Path) -> None:
    path = xml(tmp_path, "<Person><Surname>Holm</Surname><Forename>Ada</Forename><Sex>Q</Sex></Person>")
    said = json.dumps([f.as_json() for f in checked(path)])
    assert "Holm" not in said
    assert '"person 1"' in said


def test_a_return_without_a_year_is_asked_for_it(tmp_path: Path) -> None:
    write_workbook(tmp_path / "r.xlsx", *invented(3))
    with pytest.raises(Refused, match="--year 2026"):
        checked(tmp_path / "r.xlsx")
    assert "no_header" in {f.key for f in checked(tmp_path / "r.xlsx", year=2025)}


def test_another_year_than_the_one_told_is_an_error(tmp_path: Path) -> None:
    synthetic_files.write_xml(tmp_path / "r.xml", *invented(3))
    assert "year_other" in {f.key for f in checked(tmp_path / "r.xml", year=2024)}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "none of the forms"),
        (b"<html><body/></html>", "not a SEN2 return"),
        (b'<!DOCTYPE m [<!ENTITY e "ha">]><Message><Person>&e;</Person></Message>', "document type"),
        (b"<Message><Persons><Person><Surname>Holm</Surname></Person><Per", "not complete"),
    ],
)
def test_a_hostile_file_is_refused_with_a_sentence(content: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / "r.xml").write_bytes(content)
    with pytest.raises(FileRefused, match=words):
        checked(tmp_path / "r.xml", year=2025)


def test_a_register_is_read_from_the_public_download(tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(
        "URN,TypeOfEstablishment (code),UKPRN,SenUnitCapacity,ResourcedProvisionCapacity,"
        "TypeOfResourcedProvision (name)\n"
        "100001,1,10000001,12,,Not applicable\n100002,29,,,,Resourced provision\n100003,1,,,,Not applicable\n"
    )
    (tmp_path / "m.csv").write_text("urn,minimum\n100001,30\n")
    found, expected = register.read([tmp_path / "g.csv", tmp_path / "m.csv"])
    assert found is not None
    assert found.by_urn["100001"] == register.Establishment("1", True, False)
    assert found.by_urn["100002"] == register.Establishment("29", False, True)
    assert found.by_urn["100003"] == register.Establishment("1", False, False)
    assert found.ukprns == {"10000001"}
    assert expected == {"100001": 30}
    assert register.read([]) == (None, {})
    assert whole.nothing_published("931") == {}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name\nx\n", "no column “URN”"),
        ("urn\n", "no establishment"),
        ("urn,minimum\n1,x\n", "not a whole number"),
    ],
)
def test_a_register_that_is_none_is_refused(content: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text(content)
    with pytest.raises(Refused, match=words):
        register.read([tmp_path / "g.csv"])
    with pytest.raises(Refused, match="cannot be opened"):
        register.read([tmp_path / "gone.csv"])
