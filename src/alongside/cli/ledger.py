"""`alongside ledger`: check it in the database or as an exported file, export it, and print its root.

Checking an exported file needs neither the database nor the network.
"""

from pathlib import Path
from typing import Annotated

import typer
from rich import progress
from rich.console import Console

from alongside.core.ledger import verify as verifier

app = typer.Typer(help="The ledger: who did and read what, chained so that no change goes unseen.")


@app.callback()
def ledger() -> None:
    """The ledger of this install's authority."""


@app.command()
def verify(
    file: Annotated[
        Path | None,
        typer.Argument(help="An exported ledger (JSON Lines). Without it, the database is checked."),
    ] = None,
    root: Annotated[str, typer.Option(help="The root that the authority published.")] = "",
) -> None:
    """Find any changed, missing, added, moved or cut-off entry.

    Exit status 0: whole; 1: not whole; 2: not checked.
    """
    try:
        published = verifier.parse_root(root) if root else None
        verdict = _verdict_of_file(file, published) if file else _verdict_of_records(published)
    except (OSError, ValueError) as refusal:
        typer.echo(f"Not checked: {refusal}", err=True)
        raise typer.Exit(2) from refusal
    typer.echo(f"{'WHOLE' if verdict.whole else 'NOT WHOLE'}: {verdict.sentence}")
    if not verdict.whole:
        raise typer.Exit(1)


@app.command("root")
def print_root() -> None:
    """Print the root to publish: on paper, by e-mail, anywhere that this system cannot change."""
    from alongside.cli import started

    by, at = started.service()
    from alongside.app.queries import ledger as records

    typer.echo(records.root(by=by, at=at).text())


@app.command()
def export(file: Annotated[Path, typer.Argument(help="Where to write it; must not exist yet.")]) -> None:
    """Write the whole ledger to a file, to be checked elsewhere."""
    from alongside.cli import started

    by, _ = started.service()
    from alongside.app.queries import ledger as records

    written = 0
    try:
        with file.open("xb") as out:
            for line in records.lines(by=by):
                out.write(line)
                written += 1
    except OSError as refusal:
        typer.echo(f"Not written: {refusal}", err=True)
        raise typer.Exit(2) from refusal
    typer.echo(f"Wrote {written:,} entries to {file}.")


def _verdict_of_file(file: Path, published: verifier.Root | None) -> verifier.Verdict:
    errors = Console(stderr=True)
    with progress.open(file, "rb", description="Checking", console=errors, transient=True) as lines:
        return verifier.verify_lines(verifier.lines_of(lines), published)


def _verdict_of_records(published: verifier.Root | None) -> verifier.Verdict:
    from alongside.cli import started

    by, _ = started.service()
    from alongside.app.queries import ledger as records

    return records.verify(published, by=by)
