"""`alongside caches`: the tables behind the lists, rebuilt from the chronology or compared with it."""

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress

from alongside.cli import started

app = typer.Typer(no_args_is_help=True, help="The tables behind the lists: rebuild them, compare them.")

SHOWN = 50


@app.callback()
def caches() -> None:
    """The tables behind the lists. What counts is the chronology; these repeat it so that lists are fast."""


@app.command()
def rebuild() -> None:
    """Rebuild every list from the chronology, in batches, while people work."""
    by, at = started.service()
    from alongside.app.actions import upkeep

    with _progress() as progress:
        task = progress.add_task("Rebuilding", total=None)
        count = upkeep.rebuild(by=by, at=at, seen=lambda cases: progress.advance(task, cases))
    typer.echo(f"Rebuilt the lists of {count:,} cases.")


@app.command()
def compare() -> None:
    """Compare every list with the chronology. Exit status 1 where anything differs; nothing is changed."""
    by, at = started.service()
    from alongside.app.actions import upkeep

    with _progress() as progress:
        task = progress.add_task("Comparing", total=None)
        found = upkeep.compare(by=by, at=at, seen=lambda cases: progress.advance(task, cases))
    for sentence in found.differences[:SHOWN]:
        typer.echo(sentence)
    if len(found.differences) > SHOWN:
        typer.echo(f"and {len(found.differences) - SHOWN:,} more")
    if found.differences:
        typer.echo(f"{len(found.differences):,} differences in {found.cases:,} cases.", err=True)
        raise typer.Exit(1)
    typer.echo(f"The lists of {found.cases:,} cases say what the chronology says.")


def _progress() -> Progress:
    console = Console(stderr=True)
    return Progress(
        *Progress.get_default_columns()[:2], MofNCompleteColumn(), console=console, transient=True
    )
