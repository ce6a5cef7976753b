"""Lists as files: read whatever their headings look like, compared with each other and with a return, never run."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.integrations.annex_a import check, columns, sheets, synthetic, validate, write
from alongside.integrations.annex_a.contradictions import InReturn
from alongside.integrations.safe_files.refusal import FileRefused
from integrations.annex_a import making
from integrations.annex_a.making import ON, as_csv, cells, told, written


def test_invented_lists_have_nothing_to_tell(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", making.rows(300, 1), making.rows(300, 2))
    checked = validate.check(path, on=ON)
    assert checked.findings == []
    assert checked.rows == {1: 300, 2: 300}


@settings(max_examples=20, deadline=None)
@given(
    seed=st.integers(1, 10_000),
    number=st.sampled_from([1, 2]),
    name=st.sampled_from(["need", "gender", "born"]),
)
def test_a_planted_fault_is_found_in_its_row_and_nothing_else(seed: int, number: int, name: str) -> None:
    rows = list(synthetic.rows(synthetic.Making(40, ON, seed), number))
    at = random.Random(seed).randrange(40)
    rows[at] = {**rows[at], name: None}
    text = [["" if cell is None else cell for cell in each] for each in cells(number, rows)]
    held = sheets.read(iter(text), number)
    found = [r for r in check._checked(held, {"on": ON.isoformat(), "compare": False}) if "rule" in r]
    rule = {"need": "d", "gender": "b", "born": "a"}[name]
    assert [(r["rule"], [each[0] for each in r["found"]]) for r in found] == [(f"{number}01{rule}", [at + 1])]


@pytest.mark.parametrize(
    "names", [("List_1", "List_2"), ("List__1", "list__2"), ("1", "2"), ("Annex A List 1 ", "LIST-2")]
)
def test_a_sheet_may_be_called_as_people_call_it(names: tuple[str, str], tmp_path: Path) -> None:
    wrong = [making.row(1) | {"gender": None}], [making.row(2) | {"need": None}]
    given = {name: cells(n, rows) for n, (name, rows) in enumerate(zip(names, wrong, strict=True), start=1)}
    assert told(making.sheets(tmp_path / "a.xlsx", **given)) == {(1, "101b", 1), (2, "201d", 1)}


def test_headings_are_known_in_any_case_order_and_spacing(tmp_path: Path) -> None:
    rows = cells(1, [making.row(1) | {"gender": "7"}])
    changed = [str(heading).upper().replace("–", " - ").replace(" ", "  ") for heading in rows[0]]
    mixed = [[*reversed(changed), "Notes"], [*reversed(rows[1]), "=1+1"]]
    path = making.sheets(tmp_path / "a.xlsx", List_1=mixed, List_2=cells(2, [making.row(2)]))
    assert told(path) == {(1, "N08", 1)}


def test_headings_may_stand_below_a_title(tmp_path: Path) -> None:
    title = [["Annex A"], ["List 1: children with plans"], []]
    rows = cells(1, [making.row(1), making.row(1) | {"id": "2", "upn": "X845212818005", "gender": None}])
    path = making.sheets(tmp_path / "a.xlsx", List_1=[*title, *rows], List_2=cells(2, [making.row(2)]))
    assert told(path) == {(1, "101b", 2)}


def test_a_missing_column_is_told_and_its_rules_are_not_run(tmp_path: Path) -> None:
    rows = cells(1, [making.row(1)])
    at = rows[0].index("Gender")
    path = making.sheets(
        tmp_path / "a.xlsx",
        List_1=[[*row[:at], *row[at + 1 :]] for row in rows],
        List_2=cells(2, [making.row(2)]),
    )
    (found,) = validate.check(path, on=ON).findings
    assert (found.rule, found.list, found.row, found.columns) == ("N01", 1, 0, ("Gender",))


def test_a_heading_that_is_almost_right_is_read_and_said(tmp_path: Path) -> None:
    rows = cells(1, [making.row(1) | {"need": None}])
    rows[0] = ["SEN Primery Need" if h == "SEN primary need" else h for h in rows[0]]
    rows[0].append("UPN")
    path = making.sheets(tmp_path / "a.xlsx", List_1=rows, List_2=cells(2, [making.row(2)]))
    found = validate.check(path, on=ON).findings
    assert {(f.rule, f.value) for f in found} == {("101d", ""), ("N02", "SEN Primery Need"), ("N02", "UPN")}


def test_empty_rows_are_no_children_and_keep_the_numbering(tmp_path: Path) -> None:
    nothing = dict.fromkeys(columns.BY_NAME)
    rows = [
        making.row(1),
        nothing,
        making.row(1) | {"id": "2", "upn": "X845212818005", "gender": None},
        nothing,
        nothing,
    ]
    path = written(tmp_path / "a.xlsx", rows, [making.row(2)])
    assert told(path) == {(1, "101b", 3)}
    assert validate.check(path, on=ON).rows[1] == 3


def test_a_list_that_is_not_there_or_empty_is_told(tmp_path: Path) -> None:
    assert told(making.sheets(tmp_path / "a.xlsx", List_1=cells(1, [making.row(1)]))) == {(2, "N03", 0)}
    assert told(written(tmp_path / "b.xlsx", [making.row(1)], [])) == {(2, "N04", 0)}


@pytest.mark.parametrize(("number", "rule"), [(1, "101b"), (2, "201b")])
def test_one_list_comes_as_csv_and_its_headings_tell_which(number: int, rule: str, tmp_path: Path) -> None:
    path = as_csv(tmp_path / "a.csv", number, [making.row(number) | {"gender": ""}])
    assert told(path) == {(number, rule, 1)}


def test_csv_of_a_windows_program_is_read(tmp_path: Path) -> None:
    rows = cells(2, [making.row(2) | {"id": "Zoë", "born": "05/05/2012"}])
    text = "\r\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in rows)
    (tmp_path / "a.csv").write_bytes(text.encode("cp1252"))
    assert told(tmp_path / "a.csv") == set()


@pytest.mark.parametrize(("column", "rule"), [("upn", "109"), ("id", "N06"), ("uln", "N24")])
def test_a_number_on_two_rows_is_told_of_both(column: str, rule: str, tmp_path: Path) -> None:
    first = making.row(1) | {"uln": "1000000019"}
    other = first | {"id": "2", "upn": "X845212818005", "uln": "1000000027"}
    path = written(tmp_path / "a.xlsx", [first, other | {column: first[column]}], [making.row(2)])
    assert told(path) == {(1, rule, 1), (1, rule, 2)}
    assert told(written(tmp_path / "b.xlsx", [first, other], [making.row(2)])) == set()


def test_absence_as_fractions_is_asked_about_once(tmp_path: Path) -> None:
    rows = [{**row, "absence": 0.5} for row in making.rows(10, 1)]
    assert told(written(tmp_path / "a.xlsx", rows, [making.row(2)])) == {(1, "N15", 0)}
    rows[3]["absence"] = 1.5
    assert told(written(tmp_path / "b.xlsx", rows, [making.row(2)])) == set()


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({}, "X01"),
        ({"upn": "x845212818005", "born": date(2012, 5, 6)}, "X02"),
        ({"upn": None, "uln": "1000000019"}, "X01"),
        ({"upn": None}, "X01"),
    ],
)
def test_a_child_on_both_lists_is_told_once(change: dict[str, Any], rule: str, tmp_path: Path) -> None:
    first = making.row(1) | {"upn": "X845212818005", "uln": "1000000019", "id": "7"}
    second = making.row(2) | {"upn": first["upn"], "id": "7"} | change
    path = written(tmp_path / "a.xlsx", [making.row(1), first], [second])
    found = {(f.list, f.rule, f.row) for f in validate.check(path, on=ON).findings}
    expected = {(2, rule, 1)} | ({(2, "207", 1)} if change == {"upn": None} else set())
    assert found == expected
    (said,) = [f.message for f in validate.check(path, on=ON).findings if f.rule == rule]
    assert said.endswith("row 2 there")


def test_one_own_number_for_two_children_in_two_lists_is_not_told(tmp_path: Path) -> None:
    second = making.row(2) | {"id": making.row(1)["id"], "born": date(2013, 1, 1)}
    assert told(written(tmp_path / "a.xlsx", [making.row(1)], [second])) == set()


def test_the_lists_are_compared_with_a_return(tmp_path: Path) -> None:
    one, two = making.row(1), making.row(2)
    path = written(tmp_path / "a.xlsx", [one], [two])
    same = InReturn(one["born"], True, date(2025, 6, 1), one["need"])
    known = str(one["upn"])
    assert told(path, in_return={known: same}) == set()
    assert told(path, in_return={}) == {(1, "R01", 1)}
    assert told(path, in_return={known: replace(same, in_force=False)}) == {(1, "R01", 1)}
    assert told(path, in_return={known: same, str(two["upn"]): replace(same, born_on=two["born"])}) == {
        (2, "R02", 1)
    }
    assert told(path, in_return={known: replace(same, born_on=date(2011, 1, 1))}) == {(1, "R03", 1)}
    assert told(path, in_return={known: replace(same, need="OTH")}) == {(1, "R04", 1)}
    assert told(path, in_return={known: replace(same, start_on=date(2024, 5, 31))}) == {(1, "R05", 1)}
    assert told(path, in_return={known: same, "X845212818005": same}) == {(1, "R06", 0)}


def test_what_is_written_is_read_back_by_another_program(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", making.rows(3, 1), making.rows(3, 2))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["List_1", "List_2"]
    for number in (1, 2):
        got = [list(row) for row in book[f"List_{number}"].iter_rows(values_only=True)]
        wanted = cells(number, making.rows(3, number))
        assert got[0] == wanted[0]
        plain = [[c.date() if hasattr(c, "date") else c for c in row] for row in got[1:]]
        assert plain == wanted[1:]


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "<b>&\x07", '=HYPERLINK("http://x")']
)
def test_a_formula_is_written_as_text(text: str, tmp_path: Path) -> None:
    write.workbook(tmp_path / "a.xlsx", {1: [{"team": text}]})
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["List_1"]
    cell = sheet.cell(2, [c.name for c in columns.COLUMNS].index("team") + 1)
    assert cell.value == text.replace("\x07", "")
    assert cell.quotePrefix
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist())


def zip_bomb(folder: Path) -> Path:
    import zipfile

    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member:
            for _ in range(600):
                member.write(b"0" * (1 << 20))
    return folder / "bomb.xlsx"


def sparse(folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "List_1"
    book.active["A1"] = book.active["XFD1048576"] = "x"
    book.save(folder / "sparse.xlsx")
    return folder / "sparse.xlsx"


def plain(name: str, content: bytes) -> Any:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (zip_bomb, "unpacks to more than"),
        (sparse, "memory|wide|long"),
        (plain("a.xlsx", b""), "is empty"),
        (plain("a.xlsx", b"PK\x03\x04 not a zip"), "damaged"),
        (plain("a.xlsx", b"%PDF-1.7"), "neither a workbook nor a CSV file"),
        (plain("a.csv", b"a\x00b"), "not text"),
        (plain("a.csv", b"one,two\n1,2\n"), "has the headings of a list"),
        (
            plain("a.csv", b'Unique ID,UPN,ULN,Date of birth\n"' + b"x" * 200_000 + b'"\n'),
            "comma separated values at line 2",
        ),
    ],
)
def test_a_hostile_file_is_refused_with_a_sentence(make: Any, words: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=words):
        validate.check(make(tmp_path), on=ON)


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="no sheet of it is one of the lists"):
        validate.check(making.sheets(tmp_path / "a.xlsx", Budget=[["a", "b"], [1, 2]]), on=ON)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be opened"):
        validate.check(tmp_path / "gone.xlsx", on=ON)
