"""`alongside demo`: build a synthetic area, and serve it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from alongside.cli import started
from alongside.core.refusal import Refused
from alongside.demo import install
from alongside.demo.planning.years import Order, Size

app = typer.Typer(no_args_is_help=True, help="A synthetic area: build it, serve it.")

SizeOption = Annotated[Size, typer.Option(help="A whole county, or one twentieth of it.")]
SeedOption = Annotated[int, typer.Option(help="The same seed, size and day give the same content.")]
DayOption = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day that is today in it.")
]
FreshOption = Annotated[bool, typer.Option(help="Throw away what the demo's database holds, and build anew.")]
PrintedOption = Annotated[
    int | None, typer.Option(help="Days back for which letters are printed; older ones are kept as text.")
]


@app.callback()
def demo() -> None:
    """A synthetic area. Every child and family in it is made up."""


@app.command()
def build(
    size: SizeOption = Size.SMALL,
    seed: SeedOption = 1,
    on: DayOption = None,
    printed_days: PrintedOption = None,
    processes: Annotated[int, typer.Option(help="Processes that work at the same time.")] = 2,
    fresh: FreshOption = False,
) -> None:
    """Build an area through the deeds that people use. Nothing may be in the records yet."""
    with _sentences():
        _begin(on, fresh)
        _build(size, seed, printed_days, processes)


@app.command()
def serve(
    size: SizeOption = Size.SMALL,
    seed: SeedOption = 1,
    on: DayOption = None,
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    fresh: FreshOption = False,
) -> None:
    """Serve the area, built first where there is none. Stop with Ctrl+C."""
    with _sentences():
        install.check_port_is_free(port)
        _begin(on, fresh)
        from alongside.demo import serving

        if install.mark() is None:
            _build(size, seed, None, 2)
        serving.serve(port, typer.echo)


def _begin(on: datetime | None, fresh: bool) -> None:
    install.ask_for_demo(on.date() if on else None)
    started.start()
    install.check_is_demo()
    if fresh:
        install.throw_away()
    install.prepare()


def _build(size: Size, seed: int, printed_days: int | None, processes: int) -> None:
    from alongside.app import ports
    from alongside.demo import building
    from alongside.demo.playing import process
    from alongside.integrations.calendars.england import england_and_wales

    building.check_empty()
    today: date = ports.today(ports.now())
    order = Order(size, seed, today, england_and_wales())
    typer.echo(
        f"Building a synthetic {'county' if size is Size.COUNTY else 'area'} as it stands on {today:%-d %B %Y}."
    )
    with _progress() as tell, process.collecting_seldom():
        built = building.build(order, tell, processes=processes, printed_days=printed_days)
    install.set_mark(install.Mark(size, seed, today))
    typer.echo(building.summary(built))


@contextmanager
def _progress() -> "Iterator[building.Tell]":  # type: ignore[name-defined]  # noqa: F821
    columns = (TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(name: str, count: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bars.add_task(name, total=total or None)
            bars.advance(tasks[name], count)

        yield tell


@contextmanager
def _sentences() -> Iterator[None]:
    """A refusal is a sentence and exit status 1."""
    try:
        yield
    except Refused as refusal:
        typer.echo(refusal.sentence, err=True)
        raise typer.Exit(1) from None
