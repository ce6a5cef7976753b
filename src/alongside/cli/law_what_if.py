"""`alongside law what-if`: what would move in the records of this install if limits were others. Changes nothing."""

from datetime import date

import typer

from alongside.core.law.parameter import BadParameter
from alongside.core.law.what_if import Changed, Moved

HEADINGS = ("rule", "duties", "moved", "newly late", "no longer late")


def run(limits: list[str], starting: date | None) -> None:
    """Work every case out under both laws and print what would move, rule by rule."""
    from alongside.cli import started

    by, at = started.service()
    from alongside.app.queries import what_if

    try:
        changes = [Changed.read(text) for text in limits]
        found = what_if.moved(changes, by=by, at=at, starting=starting)
    except BadParameter as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    since = f", for what starts on {starting:%-d %B %Y} or later" if starting else ""
    changed = ", ".join(f"{change.rule} = {change.value}" for change in changes)
    typer.echo(f"If {changed}{since}: {found.touched:,} of {found.cases:,} cases would be touched.")
    if found.moved:
        _print(found.moved)
    typer.echo(
        "Nothing was changed. This is arithmetic on the record, and no forecast of what people would do."
    )


def _print(moved: tuple[Moved, ...]) -> None:
    typer.echo("")
    typer.echo(f"{HEADINGS[0]:<12}" + "".join(f"{heading:>16}" for heading in HEADINGS[1:]))
    for each in moved:
        numbers = (each.duties, each.moved, each.newly_late, each.no_longer_late)
        typer.echo(f"{each.rule:<12}" + "".join(f"{number:>16,}" for number in numbers))
    typer.echo("")
