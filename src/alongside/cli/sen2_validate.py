"""`alongside sen2 validate`: check any council's return, without a database."""

import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer
from rich.console import Console
from rich.table import Table

from alongside.core.refusal import Refused
from alongside.integrations.published import source
from alongside.integrations.safe_files import exports
from alongside.integrations.sen2 import validate
from alongside.integrations.sen2.checks import catalogue, register, whole
from alongside.integrations.sen2.checks.findings import Finding

SHOWN = 20
COUNT_EVERY = 1_000
NO_REGISTER = (
    "Not checked without the schools register (--register): whether each URN and UKPRN exists, SEN units, resourced "
    "provision and unusual kinds of establishment."
)
CASELOADS = "caseload_by_setting_2019_2025.csv"
COLUMNS = ("rule", "severity", "module", "person", "row", "item", "value", "message", "mend")

ReturnPath = Annotated[
    Path, typer.Argument(help="The XML file, the folder or zip of the nine CSV files, or the workbook.")
]
Year = Annotated[int | None, typer.Option(help="The return's year, for a workbook, which does not say it.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print every finding in one JSON array.")]
CsvTo = Annotated[Path | None, typer.Option("--csv", help="Write every finding to this CSV file.")]
RegisterFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--register",
        help="The schools register, the CSV download of Get Information About Schools. Give a second CSV, of URN and "
        "Minimum, to be told where fewer persons are placed than that.",
    ),
]
LastYear = Annotated[
    Path | None, typer.Option("--last-year", help="Last year's return, to compare its plans.")
]


def validate_return(
    path: ReturnPath,
    as_json: AsJson = False,
    year: Year = None,
    csv_to: CsvTo = None,
    register_files: RegisterFiles = None,
    last_year: LastYear = None,
) -> None:
    """Check a return: exit status 0 without errors, 1 with errors, 2 where it cannot be read."""
    found: Counter[tuple[str, str]] = Counter()
    try:
        schools, expected = register.read(register_files or ())
        checking = validate.Validation(path, year, schools, _beside(expected, last_year))
        with tempfile.TemporaryFile("w+", encoding="utf-8") as spool:
            for finding in _watched(checking):
                spool.write((",\n" if found else "[\n") + json.dumps(finding.as_json(), ensure_ascii=False))
                found[finding.severity, finding.rule] += 1
            spool.write("\n]\n" if found else "[]\n")
            if csv_to is not None:
                exports.write_csv(csv_to, COLUMNS, ([f[c] for c in COLUMNS] for f in _read_back(spool)))
            if as_json:
                spool.seek(0)
                shutil.copyfileobj(spool, sys.stdout)
            else:
                _print(checking, found, _read_back(spool))
    except Refused as refusal:
        Console(stderr=True).print(refusal.sentence, style="bold red", highlight=False, markup=False)
        raise typer.Exit(2)
    raise typer.Exit(1 if any(severity == catalogue.ERROR for severity, _ in found) else 0)


def _beside(expected: Mapping[str, int], last_year: Path | None) -> whole.Beside:
    """What the return's counts are compared with."""
    before = None if last_year is None else validate.plans_in_force(last_year)
    return whole.Beside(_published, before, expected)


def _published(lea: str) -> dict[int, int]:
    """The plans of the authority by January, as far as the published tables of the package have them."""
    found = {}
    for row in source.rows(source.folder() / CASELOADS):
        plans = row.count("ehcplans") if row.area == lea else None
        if plans is not None:
            found[row.year] = plans
    return found


def _watched(checking: validate.Validation) -> Iterator[Finding]:
    """The findings, while the number of persons is shown on the error stream."""
    name = checking.path.name
    with Console(stderr=True).status(f"Checking {name}") as status:

        def show(count: int) -> None:
            if count % COUNT_EVERY == 0:
                status.update(f"Checking {name}: {count:,} persons")

        yield from checking.findings(seen=show)


def _print(
    checking: validate.Validation, found: Counter[tuple[str, str]], findings: Iterator[Mapping[str, Any]]
) -> None:
    console = Console(highlight=False)
    errors = sum(number for (severity, _), number in found.items() if severity == catalogue.ERROR)
    lea = (checking.header.lea if checking.header else None) or "not said"
    console.print(
        f"{checking.path.name}: {checking.persons:,} persons, {checking.in_force:,} plans in force, authority {lea}: "
        f"{errors:,} errors, {found.total() - errors:,} queries.",
        markup=False,
    )
    if found:
        console.print(_table(found))
    chosen = (each for each in findings if not errors or each["severity"] == catalogue.ERROR)
    shown = [_line(each) for each in islice(chosen, SHOWN)]
    for line in shown:
        console.print(line, markup=False)
    rest = found.total() - len(shown)
    if rest:
        typer.echo(f"and {rest:,} more: add --csv FILE.csv or --json to have them all.", err=True)
    if checking.register is None:
        typer.echo(NO_REGISTER, err=True)


def _table(found: Counter[tuple[str, str]]) -> Table:
    rules = catalogue.load().rules
    table = Table()
    for heading in ("rule", "severity", "found", "what it demands"):
        table.add_column(heading, justify="right" if heading == "found" else "left")
    for (severity, rule), number in sorted(found.items(), key=lambda each: (each[0][0], -each[1])):
        table.add_row(rule, severity, f"{number:,}", rules[rule].title)
    return table


def _line(each: Mapping[str, Any]) -> str:
    place = ", ".join(part for part in (each["person"], each["module"], each["item"]) if part)
    row = f", line or row {each['row']}" if each["row"] else ""
    return f"- {each['rule']} {place}{row}: {each['message']}. {each['mend']}"


def _read_back(spool: TextIO) -> Iterator[dict[str, Any]]:
    """The findings again, one to a line."""
    spool.seek(0)
    for line in spool:
        if line.startswith("{"):
            yield json.loads(line.rstrip().removesuffix(","))
