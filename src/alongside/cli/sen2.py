"""`alongside sen2`: read a council's own SEN2 return."""

import csv
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from alongside.cli import sen2_import, sen2_validate, sen2_write
from alongside.core.refusal import Refused
from alongside.integrations.safe_files import exports
from alongside.integrations.sen2 import figures as counting
from alongside.integrations.sen2 import read, returns

app = typer.Typer(help="Read a council's own SEN2 return.", no_args_is_help=True)
app.command("import")(sen2_import.take_over)
app.command("validate")(sen2_validate.validate_return)
app.command("write")(sen2_write.write_return)

SHOWN_UNUSABLE = 20
COUNT_EVERY = 500
PERCENT = "pct_"

ReturnPath = Annotated[
    Path, typer.Argument(help="The XML file, the folder or zip of the nine CSV files, or the workbook.")
]
Year = Annotated[
    int | None,
    typer.Option(help="Calendar year to count. Without it, the year before the one the return states."),
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print rows with the headers of the published tables.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print everything as one JSON object.")]
UnusableTo = Annotated[
    Path | None, typer.Option(help="Write every row that could not be used to this CSV file.")
]


@app.callback()
def sen2() -> None:
    """Read a council's own SEN2 return."""


@app.command("figures")
def figures(
    path: ReturnPath,
    year: Year = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    unusable: UnusableTo = None,
) -> None:
    """Print requests, assessments and timeliness in the columns of the published tables."""
    try:
        found, opened = _counted(path, year)
    except Refused as refusal:
        Console(stderr=True).print(refusal.sentence, style="bold red", highlight=False, markup=False)
        raise typer.Exit(1)
    if unusable is not None:
        _write_unusable(unusable, opened.unusable)
    if as_json:
        typer.echo(json.dumps(_as_json(found, opened.unusable), indent=2))
    elif as_csv:
        _print_csv(found)
    else:
        _print_tables(found)
    _print_unusable(opened.unusable, unusable)


def _counted(path: Path, year: int | None) -> tuple[counting.Figures, read.Reading]:
    opened = read.open_return(path)
    tally: counting.Tally | None = None
    console = Console(stderr=True)
    with console.status(f"Reading {path.name}") as status:

        def show(count: int) -> None:
            if count % COUNT_EVERY == 0:
                status.update(f"Reading {path.name}: {count:,} persons")

        for person in opened.persons(seen=show):
            if tally is None:
                tally = counting.Tally(counting.calendar_year(opened.header, year))
            tally.add(person)
    assert tally is not None  # a return without persons is refused
    return tally.figures((opened.header.lea if opened.header else None) or ""), opened


def _tables(found: counting.Figures) -> tuple[tuple[str, counting.Measures], ...]:
    return (
        ("requests", found.requests),
        ("assessments", found.assessments),
        ("timeliness", found.timeliness),
    )


def _print_tables(found: counting.Figures) -> None:
    console = Console(highlight=False)
    place = f" of local authority {found.la_code}" if found.la_code else ""
    for name, measures in _tables(found):
        table = Table(title=f"{name.capitalize()} {found.year}{place}", title_justify="left")
        table.add_column("published column")
        table.add_column("figure", justify="right")
        for column, value in measures.items():
            table.add_row(column, _shown(column, value))
        console.print(table)
    for sentence in (*_boundary_sentences(found), *found.notes):
        console.print(f"- {sentence}", markup=False)


def _boundary_sentences(found: counting.Figures) -> list[str]:
    """How the last day was read, with the count on the other reading."""
    return [
        *(
            f"{b.limit.capitalize()}: day {b.days} after receipt is counted as in time ({b.in_time:,}). "
            f"Counted as late it would be {b.in_time_if_last_day_is_late:,}; "
            f"{b.on_the_last_day:,} fell exactly on it."
            for b in found.boundaries
        ),
        "Which of the two readings of the last day the DfE uses is not verified.",
    ]


def _shown(column: str, value: float | None) -> str:
    if value is None:
        return "not applicable"
    return f"{value:.1f} %" if column.startswith(PERCENT) else f"{value:,}"


def _print_csv(found: counting.Figures) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for number, (_, measures) in enumerate(_tables(found)):
        row = found.row(measures)
        if number:
            writer.writerow([])
        writer.writerow(row)
        writer.writerow(["" if value is None else value for value in row.values()])
    _say("\n".join((*_boundary_sentences(found), *found.notes)))


def _as_json(found: counting.Figures, unusable: list[returns.Unusable]) -> dict[str, Any]:
    return {
        **{name: found.row(measures) for name, measures in _tables(found)},
        "boundaries": [{**asdict(b), "on_the_last_day": b.on_the_last_day} for b in found.boundaries],
        "notes": list(found.notes),
        "unusable": [asdict(u) for u in unusable],
    }


def _print_unusable(unusable: list[returns.Unusable], written_to: Path | None) -> None:
    if not unusable:
        _say("Every row and value of the return was used.")
        return
    _say(f"{len(unusable):,} rows or values could not be used:")
    for each in unusable[:SHOWN_UNUSABLE]:
        _say(f"  {each.sentence()}")
    if len(unusable) > SHOWN_UNUSABLE:
        more = f"  and {len(unusable) - SHOWN_UNUSABLE:,} more"
        _say(
            more
            + (f", all in {written_to}." if written_to else "; add --unusable FILE.csv to have them all.")
        )


def _write_unusable(path: Path, unusable: list[returns.Unusable]) -> None:
    headings = ("table", "row", "person", "column", "value", "reason")
    exports.write_csv(
        path, headings, ([u.table, u.row, u.person, u.column, u.value, u.reason] for u in unusable)
    )


def _say(sentence: str) -> None:
    """Tell the person, on the error stream so that piped figures stay clean."""
    typer.echo(sentence, err=True)
