"""Worked cases: rows that say what happened and what date must come out, checked against the clock.

A SEND officer or a solicitor can write them: columns vector_id, group, rule_id, rules_as_of, events_in
(`name=value;name=value`), output, kind, expected, alt_expected (`reading:value|reading:value`), ambiguous,
basis, note. Names of events are in `worked_events.py`, what each output asks for is in `worked_outputs.py`.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum, unique

from alongside.core.law import worked_outputs
from alongside.core.law.lawbook import Law, Modes
from alongside.core.law.worked_case import BadCase, NotModelled, WorkedCase

COLUMNS = ("vector_id", "group", "rule_id", "rules_as_of", "events_in", "output", "kind", "expected")
KINDS = frozenset({"date", "bool", "status", "value", "multi", "state"})
SHOWN = "shown_date"
SHOWN_DATES = ("statutory_due", "operational_target", "strict_due")
# The names that worked cases give to readings, by how they begin, and the setting that each stands for.
READINGS: Mapping[str, str] = {
    "day_of_receipt_is_day_1": "week_mode=day_of_receipt_is_day_1",
    "day_1_is_receipt": "week_mode=day_of_receipt_is_day_1",
    "roll_forward": "nonworking_due=roll_forward",
    "receipt_deemed_next_working_day": "receipt_mode=next_working_day",
    "posting_day": "service_mode=posting_day",
    "second_day_else_next_working_day": "service_mode=second_day_else_next_working_day",
    "next_delivery_day": "service_mode=next_delivery_day",
    "separate": "duplicate_request=separate",
    "second_request_separate": "duplicate_request=separate",
    "letter_date": "letter_vs_sent=letter_date",
    "meeting_anchor": "review_cycle_anchor=meeting",
    "inclusive": "week_mode=day_of_receipt_is_day_1",
    "exclusive": "known_day_mode=not_counted",
    "other_setting_course_end_or_day_before_26": "age_25_mode=course_end_or_day_before_26",
    "clear_two_weeks": "notice_mode=clear_14",
    "literal_before": "phase_before_mode=before_date",
    "from_14_feb": "phase_before_mode=before_date",
    "from_30_mar": "phase_before_mode=before_date",
    "reg_22_3_only": "late_notice_mode=8w_notice",
    "clip_then_minus_one": "month_end_mode=clip_then_minus_one",
    "next_day": "month_end_mode=next_day",
    "treat_as_transfer": "same_setting_mode=treat_as_transfer",
    "operational_target": f"{SHOWN}=operational_target",
    "strict": f"{SHOWN}=strict_due",
}


class BadFile(ValueError):
    """The file is not a file of worked cases at all."""


@unique
class Verdict(StrEnum):
    """What became of one row."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_MODELLED = "not modelled"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file, as text. `line` counts the file's lines from 1."""

    line: int
    cells: Mapping[str, str]
    surplus: bool

    @property
    def name(self) -> str:
        """The row's own name, or its line where it has none."""
        return self.cells.get("vector_id") or f"line {self.line}"

    def cell(self, column: str) -> str:
        """The text in a column, without space around it."""
        return (self.cells.get(column) or "").strip()

    @property
    def alternatives(self) -> Mapping[str, str]:
        """The values on other readings, by setting; names of readings that are not modelled are left out."""
        found: dict[str, str] = {}
        for part in filter(None, self.cell("alt_expected").split("|")):
            name, _, value = part.partition(":")
            for begins, setting in READINGS.items():
                if name.strip().startswith(begins):
                    found.setdefault(setting, value.strip())
        return found


@dataclass(frozen=True, slots=True)
class Result:
    """One row, checked. `sentence` says what is wrong where it did not pass."""

    row: Row
    verdict: Verdict
    computed: str = ""
    expected: str = ""
    sentence: str = ""


def read(lines: Iterable[str]) -> Iterator[Row]:
    """The rows of a file. Raises BadFile, naming the missing columns, where the header is not right."""
    reader = csv.reader(lines)
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [column for column in COLUMNS if column not in header]
        if missing:
            raise BadFile(
                f"Line 1 must name the columns; missing: {', '.join(missing)}. The columns of worked "
                "cases are "
                f"{', '.join(COLUMNS)} and, as wished, alt_expected, ambiguous, basis, note."
            )
        line = reader.line_num
        for cells in reader:
            if cells:
                named = dict(zip(header, cells, strict=False))
                yield Row(line + 1, named, len(cells) > len(header))
            line = reader.line_num
    except csv.Error as error:
        raise BadFile(f"Line {reader.line_num} cannot be read as CSV: {error}.") from None


def check(rows: Iterable[Row], law: Law, settings: Sequence[str] = ()) -> Iterator[Result]:
    """Every row, checked in turn.

    `settings` are readings, each NAME=VALUE. A row that gives a value for one of them is worked out on that
    reading and compared with that value; every other row on the default reading. Raises UnknownReading.
    """
    _check_settings(settings)
    for row in rows:
        yield check_row(row, law, settings)


def check_row(row: Row, law: Law, settings: Sequence[str] = ()) -> Result:
    """One row, checked. A row that cannot be read is MALFORMED, with a sentence that says what to mend."""
    try:
        _check_cells(row)
        setting = next((each for each in settings if each in row.alternatives), None)
        expected = row.alternatives[setting] if setting else row.cell("expected")
        case = _case(row, law, setting)
        computed = worked_outputs.compute(case, expected)
    except NotModelled as reason:
        return Result(row, Verdict.NOT_MODELLED, sentence=str(reason))
    except BadCase as error:
        return Result(row, Verdict.MALFORMED, sentence=f"Line {row.line} ({row.name}): {error}")
    if worked_outputs.same(computed, expected, row.cell("kind")):
        return Result(row, Verdict.PASSED, computed, expected)
    return Result(
        row,
        Verdict.FAILED,
        computed,
        expected,
        f"Line {row.line} ({row.name}), {row.cell('rule_id')} {row.cell('output')}: computed {computed}, "
        f"expected {expected}{f' ({setting})' if setting else ''}",
    )


def summary(results: Iterable[Result]) -> tuple[int, int, int]:
    """How many passed, how many failed (a malformed row fails), and how many are not modelled."""
    passed = failed = not_modelled = 0
    for result in results:
        passed += result.verdict is Verdict.PASSED
        failed += result.verdict in (Verdict.FAILED, Verdict.MALFORMED)
        not_modelled += result.verdict is Verdict.NOT_MODELLED
    return passed, failed, not_modelled


def _check_settings(settings: Sequence[str]) -> None:
    for setting in settings:
        name, _, value = setting.partition("=")
        if name != SHOWN or value not in SHOWN_DATES:
            Modes.named(setting)


def _check_cells(row: Row) -> None:
    empty = [column for column in COLUMNS if column not in ("events_in",) and not row.cell(column)]
    if empty:
        raise BadCase(f"{', '.join(empty)} must not be empty.")
    if row.surplus:
        raise BadCase("it has more cells than the header has columns. Put quotation marks around a comma.")
    if row.cell("kind") not in KINDS:
        raise BadCase(f"kind is “{row.cell('kind')}”; it must be one of {', '.join(sorted(KINDS))}.")
    try:
        date.fromisoformat(row.cell("rules_as_of"))
    except ValueError:
        raise BadCase(f"rules_as_of is “{row.cell('rules_as_of')}”, not a date such as 2026-09-01.") from None


def _case(row: Row, law: Law, setting: str | None) -> WorkedCase:
    shown = SHOWN_DATES[0]
    if setting is not None and setting.startswith(SHOWN):
        shown = setting.partition("=")[2]
    elif setting is not None:
        law = replace(law, modes=Modes.named(setting))
    named: list[tuple[str, str]] = []
    for part in filter(None, (each.strip() for each in row.cell("events_in").split(";"))):
        name, equals, value = part.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise BadCase(f"events_in has “{part}”; write name=value and put a semicolon between them.")
        named.append((name.strip(), value.strip()))
    return WorkedCase(row.cell("rule_id"), row.cell("output"), row.cell("kind"), tuple(named), law, shown)
