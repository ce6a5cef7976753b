"""`alongside law`: check worked cases against the clock, explain a rule, write the rule book."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from alongside.core.law import rule_page, rulebook, worked
from alongside.core.law.lawbook import Law, LawBook, Modes, UnknownReading
from alongside.integrations.calendars.england import england_and_wales

app = typer.Typer(no_args_is_help=True, help="The law of EHC plans: check, explain, write the rule book.")


@app.callback()
def law() -> None:
    """The law of EHC plans and its clock."""


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A CSV file of worked cases.")],
    mode: Annotated[
        list[str] | None,
        typer.Option(help="A reading of the law, NAME=VALUE; rows are compared with their value for it."),
    ] = None,
    show_not_modelled: Annotated[
        bool, typer.Option(help="Also print the rows that are not modelled, and why.")
    ] = False,
) -> None:
    """Evaluate worked cases; exit status 1 if one fails."""
    results = []
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for result in worked.check(worked.read(lines), _law(), mode or ()):
                results.append(result)
                if result.verdict in (worked.Verdict.FAILED, worked.Verdict.MALFORMED):
                    typer.echo(result.sentence)
                elif show_not_modelled and result.verdict is worked.Verdict.NOT_MODELLED:
                    typer.echo(f"Line {result.row.line} ({result.row.name}) not modelled: {result.sentence}.")
    except (OSError, UnicodeDecodeError, worked.BadFile, UnknownReading) as error:
        typer.echo(f"{file}: {error}", err=True)
        raise typer.Exit(2) from None
    passed, failed, not_modelled = worked.summary(results)
    typer.echo(f"{passed} passed, {failed} failed, {not_modelled} not modelled")
    if failed:
        raise typer.Exit(1)


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(help="A rule, for example A06.")],
    on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="As it was law on this day, for example 2015-01-12."),
    ] = None,
) -> None:
    """Say a rule in plain words, with its formula, source, exceptions and worked examples."""
    try:
        typer.echo(rulebook.explain(rule, LawBook.load(), on=on.date() if on else None))
    except KeyError:
        known = rule_page.rules()
        problem = (
            f"{rule} was not law on {on:%-d %B %Y}." if rule in known and on else f"There is no rule {rule}."
        )
        typer.echo(f"{problem} The rules are {', '.join(known)}.", err=True)
        raise typer.Exit(2) from None


@app.command(name="what-if")
def what_if(
    limits: Annotated[
        list[str], typer.Argument(help="Changed limits, RULE=VALUE, for example A06=24 R06=6.")
    ],
    starting: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="Only for limits that start on this day or later."),
    ] = None,
) -> None:
    """Say what would move in the records of this install if limits were others. Reads only."""
    from alongside.cli import law_what_if  # needs the records, which the other commands do not

    law_what_if.run(limits, starting.date() if starting else None)


@app.command(name="rulebook")
def write_rulebook(
    folder: Annotated[Path, typer.Argument(help="Where the pages go, for example docs/rules.")],
    specs: Annotated[Path, typer.Option(help="The folder of the spec tests.")] = Path("tests/spec"),
) -> None:
    """Write the public rule book."""
    sources = {file.name: file.read_text(encoding="utf-8") for file in sorted(specs.glob("test_*.py"))}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in rulebook.pages(LawBook.load(), sources).items():
        (folder / name).write_text(text, encoding="utf-8")
        typer.echo(f"{folder / name}")


def _law() -> Law:
    return Law(LawBook.load(), england_and_wales(), Modes())
