"""`alongside plan export` and `alongside plan import`: a plan of this install as data, in an officer's name."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console

from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.plan.exchange import plan_file
from alongside.core.refusal import Refused

if TYPE_CHECKING:
    from alongside.app.actor import Actor


def done(what: Callable[..., str], *given: Any) -> None:
    """Do it and print what was done, or the sentence that refuses it; exit status 1 then."""
    try:
        typer.echo(what(*given))
    except NotFound:
        _refused("There is no such case, or this person has nothing to do with it.")
    except NotAllowed:
        _refused("This person may not do that in this case.")
    except Refused as refusal:
        _refused(refusal.sentence)


def export(reference: str, file: Path, email: str, version: int) -> str:
    """Write one version to a file that is not there yet."""
    by, at = _officer(email)
    from alongside.app.queries import plan_threads

    found = plan_threads.latest(reference, by=by)
    if found is None:
        raise Refused(f"No plan has been started in a case {reference} that {by.name} can see.")
    case_id, latest = found
    plan = plan_threads.as_file(case_id, version or latest, by=by, at=at)
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(plan_file.dumped(plan))
    except OSError as error:
        raise Refused(f"{file}: the plan cannot be written there ({error.strerror}).")
    return f"Wrote version {plan.version} of {reference} to {file}: {len(plan.content.items)} items."


def bring_in(file: Path, email: str) -> str:
    """Bring a file into the case that it names."""
    by, at = _officer(email)
    from alongside.app.actions import plan_imports

    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"{file}: cannot be read as text in UTF-8 ({error}).")
    plan = plan_file.loaded(text)
    number = plan_imports.from_file(plan, by=by, at=at)
    return f"Version {number} of {plan.reference} now holds {len(plan.content.items)} items."


def _officer(email: str) -> "tuple[Actor, datetime]":
    from alongside.cli import started

    service, at = started.service()
    from alongside.app.queries import accounts

    found = accounts.by_email(email, service.authority, at=at)
    if found is None:
        raise Refused(f"Nobody here signs in as {email}.")
    return found, at


def _refused(sentence: str) -> None:
    Console(stderr=True).print(sentence, style="bold red", highlight=False, markup=False)
    raise typer.Exit(1)
