"""`alongside sen2 write`: the return of one year from live cases."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from alongside.core.refusal import Refused
from alongside.integrations.safe_files import exports

if TYPE_CHECKING:
    from alongside.integrations.sen2.writing.write import Where, Written

SHOWN = 20
COUNT_EVERY = 500
COLUMNS = ("case", "rule", "severity", "module", "person", "item", "value", "message", "mend")


def write_return(
    year: Annotated[int, typer.Option(help="The return's year: that of its census day.")],
    out: Annotated[Path | None, typer.Option(help="Write the XML to this file.")] = None,
    csv_to: Annotated[
        Path | None, typer.Option("--csv", help="Write the nine CSV files to this folder.")
    ] = None,
    findings: Annotated[Path | None, typer.Option(help="Write everything to mend to this CSV file.")] = None,
    authority: Annotated[str, typer.Option(help="LA number. Without it, this install's own.")] = "",
) -> None:
    """Write a return from live cases, and say what would be wrong in it. Status 1 where it is not written."""
    from alongside.cli import started

    started.start()
    try:
        if out is None and csv_to is None:
            raise Refused("Say where to write: --out FILE.xml, --csv FOLDER, or both.")
        done, faults = _written(year, out, csv_to, authority)
        if findings is not None:
            rows = ([w.reference, *(getattr(w.finding, name) for name in COLUMNS[1:])] for w in done.wrong)
            exports.write_csv(findings, COLUMNS, rows)
    except Refused as refusal:
        Console(stderr=True).print(refusal.sentence, style="bold red", highlight=False, markup=False)
        raise typer.Exit(1)
    _print(done, faults)


def _written(year: int, out: Path | None, csv_to: Path | None, authority: str) -> "tuple[Written, list[str]]":
    from django.conf import settings

    from alongside.app import ports
    from alongside.app.queries import accounts
    from alongside.integrations.sen2.writing import schema, write

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"Writing the return of {year}", total=None)

        def seen(persons: int) -> None:
            if persons % COUNT_EVERY == 0:
                progress.update(task, description=f"Writing the return of {year}: {persons:,} persons")

        by = accounts.service(authority or settings.AUTHORITY)
        where: Where = write.Where(out, csv_to)
        done = write.write(year, where, by=by, at=ports.now(), seen=seen)
    return done, list(schema.check(out, year)) if out is not None else []


def _print(done: "Written", faults: list[str]) -> None:
    """What was written and what is wrong in it."""
    count = Counter(wrong.finding.severity for wrong in done.wrong)
    trial = " It is a trial: the census day is still to come." if done.is_trial else ""
    typer.echo(
        f"Return of {done.year} as at {done.as_at:%d/%m/%Y}: {done.persons:,} persons, {done.plans:,} plans in force. "
        f"{count['error']:,} errors, {count['query']:,} queries.{trial}"
    )
    for fault in faults[:SHOWN]:
        typer.echo(f"- the file does not have the shape of its year. {fault}")
    chosen = [w for w in done.wrong if w.finding.severity == "error"]
    for wrong in chosen[:SHOWN]:
        typer.echo(f"- {wrong.reference or 'the whole return'}: {wrong.finding.sentence()}")
    if len(done.wrong) > min(len(chosen), SHOWN):
        typer.echo("Add --findings FILE.csv to have every error and query with its case.", err=True)
