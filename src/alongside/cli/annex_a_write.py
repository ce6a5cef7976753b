"""`alongside annex-a write`: the two lists of an inspection from live cases, checked as soon as they are written."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from alongside.core.refusal import Refused

SHOWN = 20
LEFT_EMPTY = (
    "Left empty, because the council’s other systems keep it: suspensions, exclusions, absence, Pupil Premium and "
    "social care. List 2 holds the children without a plan who are known here; schools know of others."
)


def write_lists(
    out: Annotated[Path, typer.Option(help="Write the workbook to this file, for example lists.xlsx.")],
    authority: Annotated[str, typer.Option(help="LA number. Without it, this install's own.")] = "",
) -> None:
    """Write both lists as they stand today, and say what is wrong in them. Status 1 where they are not written."""
    from alongside.cli import started

    started.start()
    from django.conf import settings

    from alongside.app import ports
    from alongside.app.queries import accounts
    from alongside.integrations.annex_a import live, validate

    try:
        by = accounts.service(authority or settings.AUTHORITY)
        done = live.write_lists(out, by=by, at=ports.now())
        checked = validate.check(out, on=done.as_at)
    except Refused as refusal:
        Console(stderr=True).print(refusal.sentence, style="bold red", highlight=False, markup=False)
        raise typer.Exit(1)
    count = Counter(each.severity for each in checked.findings)
    typer.echo(
        f"{out.name} as at {done.as_at:%d/%m/%Y}. List 1: {done.plans:,} rows, List 2: {done.support:,} rows. "
        f"{count['error']:,} errors, {count['query']:,} queries."
    )
    for each in [one for one in checked.findings if one.severity == "error"][:SHOWN]:
        typer.echo(f"- {each.rule} List {each.list}, row {each.row}: {each.message} {each.value}".rstrip())
    typer.echo(LEFT_EMPTY, err=True)
