"""`alongside sen2 import`: take a return over into the records.

Django is imported only when the command runs, so that `alongside sen2 figures` stays fast and needs no database.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from alongside.core.refusal import Refused
from alongside.integrations.safe_files import exports

if TYPE_CHECKING:
    from alongside.app.actions.imports import Outcome, Rejected

SHOWN = 20
FOUND_BY = {
    "UPN": "by UPN",
    "ULN": "by ULN",
    "NAME": "by name, date of birth and postcode",
    "KEY": "by earlier import",
}


def take_over(
    path: Annotated[
        Path, typer.Argument(help="The XML file, the folder or zip of the nine CSV files, or the workbook.")
    ],
    authority: Annotated[
        str, typer.Option(help="LA number of the records. Without it, this install's own.")
    ] = "",
    year: Annotated[
        int | None, typer.Option(help="The return's year, for a workbook, which does not say it.")
    ] = None,
    unusable: Annotated[
        Path | None, typer.Option(help="Write every row that could not be used to this CSV file.")
    ] = None,
) -> None:
    """Record what a return tells: all of it or nothing. Importing the same file again changes nothing."""
    from alongside.cli import started

    started.start()
    try:
        outcome = _taken_over(path, authority, year)
    except Refused as refusal:
        Console(stderr=True).print(refusal.sentence, style="bold red", highlight=False, markup=False)
        raise typer.Exit(1)
    for sentence in sentences(outcome):
        typer.echo(sentence)
    if unusable is not None:
        write_rejected(unusable, outcome.rejected)
    _print_rejected(outcome.rejected, unusable)


def _taken_over(path: Path, authority: str, year: int | None) -> "Outcome":
    from django.conf import settings

    from alongside.app import ports
    from alongside.app.queries import accounts
    from alongside.integrations.sen2 import load

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"Importing {path.name}", total=None)

        def seen(persons: int) -> None:
            progress.update(task, description=f"Importing {path.name}: {persons:,} persons")

        by = accounts.service(authority or settings.AUTHORITY)
        return load.take_over(load.File(path, path.name, year), by=by, at=ports.now(), seen=seen)


def sentences(outcome: "Outcome") -> list[str]:
    """What came of the import, in words."""
    found = [
        f"{outcome.source}: {outcome.persons:,} persons read, {outcome.cases_created:,} cases opened, "
        f"{outcome.cases_changed:,} added to, {outcome.unchanged:,} unchanged; "
        f"{outcome.events_created:,} events recorded."
    ]
    for how, number in sorted(outcome.found_again.items()):
        found.append(f"{number:,} on record already, known again {FOUND_BY[how]}.")
    if outcome.conflicts:
        found.append(
            f"{outcome.conflicts:,} times the return says otherwise than the records. Nothing was overwritten: "
            "decide each under Returns."
        )
    return found


def write_rejected(path: Path, rejected: "tuple[Rejected, ...]") -> None:
    """Everything that could not be used, as a CSV file."""
    headings = ("table", "row", "person", "column", "value", "reason")
    exports.write_csv(
        path, headings, ([r.table, r.row, r.person, r.column, r.value, r.reason] for r in rejected)
    )


def _print_rejected(rejected: "tuple[Rejected, ...]", written_to: Path | None) -> None:
    if not rejected:
        typer.echo("Every row and value of the return was used.", err=True)
        return
    typer.echo(f"{len(rejected):,} rows or values could not be used:", err=True)
    for each in rejected[:SHOWN]:
        typer.echo(f"  {each.sentence()}", err=True)
    if len(rejected) > SHOWN:
        where = f"all in {written_to}" if written_to else "all under Returns, or add --unusable FILE.csv"
        typer.echo(f"  and {len(rejected) - SHOWN:,} more, {where}.", err=True)
