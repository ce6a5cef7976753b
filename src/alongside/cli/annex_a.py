"""`alongside annex-a`: the two lists that an area SEND inspection asks for, checked without a database, or written."""

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from alongside.cli import annex_a_write, today
from alongside.core.refusal import Refused
from alongside.integrations.annex_a import catalogue, validate
from alongside.integrations.annex_a.contradictions import InReturn
from alongside.integrations.safe_files import exports
from alongside.integrations.sen2 import read, returns
from alongside.integrations.sen2.validate import NATIONAL

app = typer.Typer(
    help="The two lists of children that an area SEND inspection asks for.", no_args_is_help=True
)
app.command("write")(annex_a_write.write_lists)
SHOWN = 20
COLUMNS = ("rule", "list", "row", "severity", "message", "columns", "value")

FilePath = Annotated[
    Path, typer.Argument(help="The workbook with sheets “List 1” and “List 2”, or one list as CSV.")
]
On = Annotated[
    datetime | None,
    typer.Option(
        "--on", formats=["%Y-%m-%d", "%d/%m/%Y"], help="The day by which ages count. Without it, today."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print every finding in one JSON array.")]
Sen2 = Annotated[Path | None, typer.Option("--sen2", help="A SEN2 return to compare the lists with.")]
CsvTo = Annotated[Path | None, typer.Option("--csv", help="Write every finding to this CSV file.")]


@app.callback()
def annex_a() -> None:
    """The two lists of children that an area SEND inspection asks for."""


@app.command("validate")
def validate_lists(
    path: FilePath, on: On = None, as_json: AsJson = False, sen2: Sen2 = None, csv_to: CsvTo = None
) -> None:
    """Check the lists: exit status 0 without errors, 1 with errors, 2 where they cannot be read."""
    day = on.date() if on is not None else today.today()
    try:
        in_return = None if sen2 is None else _in_return(sen2)
        checked = validate.check(path, on=day, in_return=in_return)
        if csv_to is not None:
            exports.write_csv(csv_to, COLUMNS, _rows(checked))
    except Refused as refusal:
        Console(stderr=True).print(refusal.sentence, style="bold red", highlight=False, markup=False)
        raise typer.Exit(2)
    if as_json:
        lines = ",\n".join(json.dumps(each.as_json(), ensure_ascii=False) for each in checked.findings)
        typer.echo(f"[\n{lines}\n]" if lines else "[]")
    else:
        _print(path, day, checked)
    raise typer.Exit(1 if any(each.severity == catalogue.ERROR for each in checked.findings) else 0)


def _in_return(path: Path) -> dict[str, InReturn]:
    """What the SEN2 return says of each person who has a UPN or a ULN, by that number."""
    found = {}
    for person in read.open_return(path, limits=NATIONAL).persons():
        said = _said(person)
        for number in (person.upn, person.uln):
            if number is not None:
                found[number] = said
    return found


def _said(person: returns.Person) -> InReturn:
    in_force = next((request for request in person.requests if request.active_plan is not None), None)
    if in_force is None or in_force.active_plan is None:
        return InReturn(person.born_on, False, None, None)
    plan = in_force.assessment.named_plan if in_force.assessment is not None else None
    need = next((each.type for each in in_force.active_plan.needs if each.rank == "1"), None)
    return InReturn(person.born_on, True, plan.start_on if plan is not None else None, need)


def _rows(checked: validate.Checked) -> list[list[object]]:
    return [
        [f.rule, f.list, f.row, f.severity, f.message, "; ".join(f.columns), f.value]
        for f in checked.findings
    ]


def _print(path: Path, day: date, checked: validate.Checked) -> None:
    console = Console(highlight=False)
    rows = ", ".join(
        f"List {number}: {'not in the file' if count is None else f'{count:,} rows'}"
        for number, count in sorted(checked.rows.items())
    )
    errors = sum(each.severity == catalogue.ERROR for each in checked.findings)
    console.print(
        f"{path.name}, as at {day:%d/%m/%Y}. {rows}. {errors:,} errors, {len(checked.findings) - errors:,} queries.",
        markup=False,
    )
    if not checked.findings:
        return
    console.print(_table(checked))
    chosen = [each for each in checked.findings if not errors or each.severity == catalogue.ERROR][:SHOWN]
    for each in chosen:
        row = f"row {each.row}" if each.row else "the whole list"
        value = f" “{each.value}”" if each.value else ""
        console.print(f"- {each.rule} List {each.list}, {row}: {each.message}{value}.", markup=False)
    if len(checked.findings) > len(chosen):
        rest = len(checked.findings) - len(chosen)
        typer.echo(f"and {rest:,} more: add --csv FILE.csv or --json to have them all.", err=True)


def _table(checked: validate.Checked) -> Table:
    table = Table()
    for heading in ("rule", "list", "severity", "found", "what is wrong"):
        table.add_column(heading, justify="right" if heading == "found" else "left")
    counts = Counter((each.severity, each.list, each.rule) for each in checked.findings)
    for (severity, number, rule), found in sorted(counts.items()):
        message = catalogue.rules()[number, rule].message
        table.add_row(rule, str(number), severity, f"{found:,}", message)
    return table
