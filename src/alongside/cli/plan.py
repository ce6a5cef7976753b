"""`alongside plan`: check a plan, or a folder of plans, before issue; write and read plans as data.

The checks need neither Django nor a database: any council can run them over its own documents.
"""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from alongside.core.plan.checks import check as checks
from alongside.core.plan.checks import document, facts, report, rulebook
from alongside.core.plan.checks.facts import CaseFacts
from alongside.core.plan.checks.finding import Finding, Severity
from alongside.core.refusal import Refused
from alongside.integrations.plan_files import folder, reading

app = typer.Typer(no_args_is_help=True, help="Plans of any council: check them before they are issued.")
LEAST_WIDTH, MOST_ROWS = 116, 60
STYLES = {Severity.BLOCKER: "bold red", Severity.WARNING: "yellow", Severity.INFORMATION: "cyan"}
WORDS = {
    Severity.BLOCKER: "stops the issue",
    Severity.WARNING: "needs a reason",
    Severity.INFORMATION: "to know",
}


@app.callback()
def plan() -> None:
    """Plans of any council, as Word documents."""


@app.command()
def check(
    path: Annotated[
        Path,
        typer.Argument(help="A plan (.docx), or a folder of plan_NN.docx, case_NN.toml, advice_NN_*.docx."),
    ],
    case: Annotated[
        Path | None, typer.Option(help="The facts of the case (TOML): names, pronouns, dates, advisers.")
    ] = None,
    advice: Annotated[
        list[Path] | None, typer.Option(help="Advice that the plan was drawn from. May be given again.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="Last year's plan, to see what was taken out or cut down.")
    ] = None,
    json_out: Annotated[Path | None, typer.Option("--json", help="Write the findings to this file.")] = None,
) -> None:
    """Find what would make a plan unlawful, unfair or useless. Exit status 1 where something stops its issue."""
    try:
        found, refused = (
            _folder(path, case, advice, against) if path.is_dir() else _single(path, case, advice, against)
        )
        if json_out is not None:
            _write(json_out, found)
    except Refused as refusal:
        Console(stderr=True).print(refusal.sentence, style="bold red", highlight=False, markup=False)
        raise typer.Exit(2) from None
    for sentence in refused:
        typer.echo(f"Not read: {sentence}", err=True)
    if refused:
        raise typer.Exit(2)
    if any(finding.severity is Severity.BLOCKER for finding in found):
        raise typer.Exit(1)


def _single(
    path: Path, case: Path | None, advice: Sequence[Path] | None, against: Path | None
) -> tuple[Sequence[Finding], Sequence[str]]:
    held = folder.case_of(case) if case else CaseFacts()
    given = [facts.advice_of(reading.one(each)) for each in advice or ()]
    last = document.read(reading.one(against)) if against else None
    found = checks.check(document.read(reading.one(path)), held, given, last)
    for finding in found:
        _show(finding)
    counts = ", ".join(f"{sum(f.severity is s for f in found)} {WORDS[s]}" for s in Severity)
    typer.echo(f"{path.name}: {len(found)} findings: {counts}.")
    return found, ()


def _show(finding: Finding) -> None:
    console = Console(highlight=False)
    where = finding.place or f"Section {finding.section}"
    head = Text.assemble(
        (f"{finding.severity.value} {finding.kind}", STYLES[finding.severity]), f"  {finding.rule}  "
    )
    console.print(head.append(f"{where} of {finding.doc}" if finding.doc != finding.plan else where))
    console.print(
        f"  “{finding.text}”\n  {finding.why}\n  Ask {finding.ask}: {finding.question}", markup=False
    )


def _folder(
    path: Path, case: Path | None, advice: Sequence[Path] | None, against: Path | None
) -> tuple[Sequence[Finding], Sequence[str]]:
    if case or advice or against:
        raise Refused(
            "In a folder each plan has its own case and advice by name: leave out --case, --advice and --against."
        )
    number = len(folder.cases(path))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    results = []
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Checking plans", total=number)
        for result in folder.checked(
            path, processes=os.cpu_count() or 1, done=lambda plans: progress.update(task, advance=plans)
        ):
            results.append(result)
    found = [finding for result in results for finding in result.findings]
    _print_map(report.heat_map([result.plan for result in results], found))
    return found, [sentence for result in results for sentence in result.refused]


def _print_map(heat: report.HeatMap) -> None:
    console = Console(highlight=False)
    if console.width < LEAST_WIDTH:
        console = Console(highlight=False, width=LEAST_WIDTH)
    table = Table(title="Findings by section: stops the issue / needs a reason")
    for name in ("plan", *report.COLUMNS, "all"):
        table.add_column("front" if name == "0" else name, justify="left" if name == "plan" else "right")
    hottest = sorted(heat.plans, key=lambda plan: -heat.total(plan).heat)[:MOST_ROWS]
    for plan in [plan for plan in heat.plans if plan in set(hottest)]:
        squares = [heat.square(plan, section) for section in report.COLUMNS]
        table.add_row(plan, *(_square(square) for square in [*squares, heat.total(plan)]))
    console.print(table)
    if len(heat.plans) > MOST_ROWS:
        console.print(f"The {MOST_ROWS} plans with most are shown of {len(heat.plans):,}; --json holds all.")
    kinds = Table(title="Findings by kind")
    for name in ("kind", "stops", "reason", "to know"):
        kinds.add_column(name, justify="left" if name == "kind" else "right")
    for kind, square in heat.kinds:
        kinds.add_row(kind, str(square.blockers), str(square.warnings), str(square.information))
    console.print(kinds)


def _square(square: report.Square) -> Text:
    if not square.blockers and not square.warnings:
        return Text("·")
    style = "white on red" if square.heat >= 12 else "black on yellow" if square.heat >= 3 else ""
    return Text(f"{square.blockers}/{square.warnings}", style=style)


def _write(path: Path, found: Iterable[Finding]) -> None:
    try:
        path.write_text(
            json.dumps([finding.as_json() for finding in found], ensure_ascii=False, indent=1) + "\n",
            encoding="utf-8",
        )
    except OSError as error:
        raise Refused(f"{path}: the findings cannot be written there ({error.strerror}).")


@app.command()
def export(
    reference: Annotated[str, typer.Argument(help="The reference of the case.")],
    json_out: Annotated[Path, typer.Option("--json", help="Write the plan to this file.")],
    officer: Annotated[str, typer.Option("--as", help="E-mail address of whoever does it; the ledger names them.")],
    version: Annotated[int, typer.Option(help="Number of the version. Without it, the latest.")] = 0,
) -> None:  # fmt: skip
    """Write one version of a plan as data, in the published format (JSON)."""
    from alongside.cli import plan_data

    plan_data.done(plan_data.export, reference, json_out, officer, version)


@app.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(help="The file: a plan as data.")],
    officer: Annotated[str, typer.Option("--as", help="E-mail address of whoever does it; the ledger names them.")],
) -> None:  # fmt: skip
    """Bring a plan as data into the case that it names: its items, links and sources."""
    from alongside.cli import plan_data

    plan_data.done(plan_data.bring_in, file, officer)


@app.command()
def rules(
    file: Annotated[
        Path, typer.Argument(help="Where the page goes, for example docs/reference/plan-rules.md.")
    ],
) -> None:
    """Write the public list of the rules."""
    file.write_text(rulebook.page(), encoding="utf-8")
    typer.echo(str(file))
