"""Checks a file of Annex A: each list in a limited child of its own, both at once, then the lists with each other."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from alongside.integrations.annex_a import catalogue, columns, contradictions
from alongside.integrations.annex_a.contradictions import InReturn, Keys
from alongside.integrations.safe_files import reading
from alongside.integrations.safe_files.limits import MEBIBYTE, Limits
from alongside.integrations.safe_files.refusal import FileRefused

LIMITS: Final = Limits(
    input_bytes=128 * MEBIBYTE,
    memory_bytes=1024 * MEBIBYTE,
    cpu_seconds=60,
    wait_seconds=120,
    output_bytes=256 * MEBIBYTE,
)
UNPACKED_BYTES: Final = 512 * MEBIBYTE
CHECK: Final = "alongside.integrations.annex_a.check:"
WORKBOOK_STARTS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Finding:
    """One row that breaks a rule. `row` is 1 for the first row of data, 0 for the whole list."""

    rule: str
    list: int
    row: int
    severity: str
    message: str
    columns: tuple[str, ...] = ()
    value: str = ""

    def as_json(self) -> dict[str, Any]:
        """The finding as plain JSON; columns by their headings."""
        return {
            "rule": self.rule,
            "list": self.list,
            "row": self.row,
            "severity": self.severity,
            "message": self.message,
            "columns": list(self.columns),
            "value": self.value,
        }


@dataclass(slots=True)
class Checked:
    """What came of it: rows by list (None for a list that is not in the file) and findings in order."""

    rows: dict[int, int | None] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def check(path: Path, *, on: date, in_return: Mapping[str, InReturn] | None = None) -> Checked:
    """Check a workbook, or a CSV file with one list, as at the day `on`.

    `in_return` gives what the SEN2 return says of each UPN and ULN; None where there is no return to compare.
    Raises FileRefused with a sentence for what cannot be read.
    """
    reading.check_input(path, LIMITS)
    parts = _read(path, on, compare=in_return is not None)
    checked = Checked({number: part.rows for part in parts for number in part.numbers})
    for part in parts:
        checked.findings += part.findings
    keys = {number: part.keys for part in parts for number in part.numbers}
    for number, rows in checked.rows.items():
        if rows is None:
            checked.findings.append(_finding(number, "N03", (), 0, "", ""))
    found: list[contradictions.Contradiction] = []
    if all(number in keys for number in columns.BOTH):
        found += contradictions.between_lists(keys[1], keys[2])
    if in_return is not None:
        found += contradictions.with_return(keys, in_return)
    checked.findings += [_finding(f.list, f.rule, f.columns, f.row, f.value, f.said) for f in found]
    checked.findings.sort(key=lambda each: (each.list, each.row, each.rule))
    return checked


@dataclass(slots=True)
class _Part:
    """What one child told of one list."""

    numbers: tuple[int, ...] = ()
    rows: int | None = None
    findings: list[Finding] = field(default_factory=list)
    keys: Keys = field(default_factory=Keys)


def _read(path: Path, on: date, *, compare: bool) -> list[_Part]:
    options = {"compare": compare, "on": on.isoformat(), "most_bytes": UNPACKED_BYTES}
    with path.open("rb") as file:
        start = file.read(4)
    if start not in WORKBOOK_STARTS:
        if path.suffix.lower() not in (".csv", ".txt", ".tsv"):
            raise FileRefused(
                f"{path.name}: this is neither a workbook nor a CSV file. It begins with {start!r}. Save the lists as "
                ".xlsx and try once more."
            )
        return [_part(path, "comma_separated", options)]
    with ThreadPoolExecutor(2) as both:
        work = [both.submit(_part, path, "workbook", {**options, "list": number}) for number in columns.BOTH]
        parts = [each.result() for each in work]
    if all(part.rows is None for part in parts):
        raise FileRefused(
            f"{path.name}: no sheet of it is one of the lists. Call the sheets “List 1” and “List 2”, with the "
            "headings in the first row."
        )
    return parts


def _part(path: Path, reader: str, options: Mapping[str, Any]) -> _Part:
    part = _Part()
    for record in reading.records(path, CHECK + reader, options=options, limits=LIMITS):
        if "rows" in record:
            part.numbers, part.rows = (record["list"],), record["rows"]
        elif "keys" in record:
            part.keys.add(record["keys"], record["number"])
        else:
            headings = tuple(columns.BY_NAME[name].heading for name in record["columns"])
            rule = catalogue.rules()[record["list"], record["rule"]]
            part.findings += [_made(rule, headings, *each) for each in record["found"]]
    return part


def _finding(number: int, rule: str, names: tuple[str, ...], row: int, value: str, said: str) -> Finding:
    headings = tuple(columns.BY_NAME[name].heading for name in names)
    return _made(catalogue.rules()[number, rule], headings, row, value, said)


def _made(rule: catalogue.Rule, headings: tuple[str, ...], row: int, value: str, said: str) -> Finding:
    message = f"{rule.message}: {said}" if said else rule.message
    return Finding(rule.id, rule.list, row, rule.severity, message, headings, value)
