"""`alongside setup`: make the database ready, enter the authority and its first officer, check the styles."""

import typing

import typer

from alongside.cli import started

app = typer.Typer()


@app.command()
def setup(
    authority: str = typer.Option("", help="The authority's three-digit LA number, like 931."),
    name: str = typer.Option("", help="Its name, as letters give it."),
    first_officer_email: str = typer.Option("", help="Who adds everybody else: their work email address."),
    first_officer_name: str = typer.Option("", help="Their full name."),
) -> None:
    """Create or bring up to date the tables, the cache and the job queue. Safe to run again.

    With --authority also enter the authority, and with --first-officer-email the data officer who adds everybody
    else in the service. What is there already is never overwritten.
    """
    started.start()
    from django.contrib.staticfiles import finders
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if authority or name or first_officer_email or first_officer_name:
        _install(authority, name, first_officer_email, first_officer_name)
    if finders.find("build/alongside.css") is None:
        typer.echo(
            "The database is ready. The styles are missing: run bin/styles, then this again.", err=True
        )
        raise typer.Exit(1)
    typer.echo("Ready: the database is up to date and the styles are there.")


def _install(authority: str, name: str, email: str, officer_name: str) -> None:
    by, at = started.service()
    from alongside.app.actions import installing
    from alongside.app.actions.installing import FirstOfficer
    from alongside.core.refusal import Refused

    if authority != by.authority:
        _refuse(
            f"This install keeps the records of authority {by.authority}, not “{authority}”. "
            "Set ALONGSIDE_AUTHORITY and --authority to the same three-digit LA number."
        )
    if bool(email) != bool(officer_name):
        _refuse("Give --first-officer-email and --first-officer-name together.")
    officer = FirstOfficer(officer_name, email) if email else None
    try:
        done = installing.install(name, officer, by=by, at=at)
    except Refused as refusal:
        _refuse(refusal.sentence)
    typer.echo(
        f"Authority {authority}: entered."
        if done.is_new_authority
        else f"Authority {authority}: here already."
    )
    if officer is not None:
        typer.echo(
            f"{email}: invited as data officer. The message leaves once `alongside worker` runs."
            if done.is_new_officer
            else f"{email}: data officer already."
        )


def _refuse(sentence: str) -> typing.NoReturn:
    typer.echo(f"Nothing was entered. {sentence}", err=True)
    raise typer.Exit(2)
