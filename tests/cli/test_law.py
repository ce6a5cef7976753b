"""The command `alongside law`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from alongside.cli.law import app
from alongside.core.law import rule_page

EXAMPLES = Path(rule_page.__file__).parent / "examples"
SPECS = Path(__file__).parents[1] / "spec"
HEADER = "vector_id,group,rule_id,rules_as_of,events_in,output,kind,expected,alt_expected\n"
RIGHT = "A,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,2026-10-19,day_of_receipt_is_day_1:2026-10-18\n"
WRONG = "B,REQ,A02,2026-09-01,request_received=2026-09-07,due,date,2026-10-20,\n"
OTHER = "C,REV,X06,2026-09-01,meeting=2026-12-04,decision_due,date,2027-01-01,\n"


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    return result.exit_code, result.output


def test_the_projects_own_cases_pass() -> None:
    assert run("check", str(EXAMPLES / "law_vectors.csv")) == (0, "127 passed, 0 failed, 0 not modelled\n")


def test_a_failure_is_printed_with_both_values_and_the_exit_status_is_1(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(HEADER + RIGHT + WRONG + OTHER, encoding="utf-8")
    assert run("check", str(file)) == (
        1,
        "Line 3 (B), A02 due: computed 2026-10-19, expected 2026-10-20\n1 passed, 1 failed, 1 not modelled\n",
    )


def test_a_file_with_a_byte_order_mark_and_windows_line_ends_is_read(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_bytes(b"\xef\xbb\xbf" + (HEADER + RIGHT).replace("\n", "\r\n").encode())
    assert run("check", str(file)) == (0, "1 passed, 0 failed, 0 not modelled\n")


def test_a_malformed_row_is_printed_with_its_line_and_fails(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(HEADER + WRONG.replace("2026-09-07", "Monday"), encoding="utf-8")
    status, printed = run("check", str(file))
    assert status == 1
    assert printed.startswith("Line 2 (B): request_received is “Monday”, not a date such as 2026-09-07.\n")


def test_a_mode_selects_a_reading(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(HEADER + RIGHT, encoding="utf-8")
    assert run("check", str(file), "--mode", "week_mode=day_of_receipt_is_day_1")[0] == 0
    status, printed = run("check", str(file), "--mode", "week_mode=whatever")
    assert status == 2
    assert "Reading week_mode cannot be 'whatever'" in printed


def test_what_is_not_modelled_is_listed_when_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(HEADER + OTHER, encoding="utf-8")
    status, printed = run("check", str(file), "--show-not-modelled")
    assert (status, printed.splitlines()[0]) == (
        0,
        "Line 2 (C) not modelled: X06 decision_due is not modelled.",
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "No such file"),
        (b"\xff\xfe\x00", "can't decode"),
        (b"a,b\n1,2\n", "Line 1 must name the columns"),
    ],
)
def test_a_file_that_cannot_be_read_gives_a_sentence_and_status_2(
    tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    file = tmp_path / "cases.csv"
    if content is not None:
        file.write_bytes(content)
    status, printed = run("check", str(file))
    assert status == 2
    assert sentence in printed


def test_a_rule_is_explained() -> None:
    status, printed = run("explain", "A06")
    assert status == 0
    assert "20 weeks after that day" in printed
    status, printed = run("explain", "X01")
    assert status == 2
    assert "There is no rule X01. The rules are A01," in printed


def test_the_rule_book_is_written(tmp_path: Path) -> None:
    status, _ = run("rulebook", str(tmp_path / "rules"), "--specs", str(SPECS))
    assert status == 0
    assert "Six weeks" not in (tmp_path / "rules" / "README.md").read_text(encoding="utf-8")
    assert "## From the request" in (tmp_path / "rules" / "in-plain-words.md").read_text(encoding="utf-8")
