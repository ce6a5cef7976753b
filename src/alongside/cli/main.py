"""`alongside`: every command of the system. A group is imported only when it is asked for.

So `alongside law check` stays fast and needs neither Django nor a database.
"""

import importlib
import importlib.util
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

GROUPS = {
    "setup": "alongside.cli.setup",
    "serve": "alongside.cli.serve",
    "worker": "alongside.cli.worker",
    "law": "alongside.cli.law",
    "plan": "alongside.cli.plan",
    "sen2": "alongside.cli.sen2",
    "annex-a": "alongside.cli.annex_a",
    "ledger": "alongside.cli.ledger",
    "caches": "alongside.cli.caches",
    "demo": "alongside.demo.commands",
}
"""Each command or group, and the module whose `app` it is. One line adds one."""


class Lazy(TyperGroup):
    """Knows its commands by name, and imports the one that is used."""

    def list_commands(self, ctx: Any) -> list[str]:
        """In the order of the table."""
        return [name for name, module in GROUPS.items() if importlib.util.find_spec(module)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, imported now; None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = get_command(importlib.import_module(GROUPS[cmd_name]).app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Lazy, no_args_is_help=True, add_completion=False)


@app.callback()
def alongside() -> None:
    """The open system that a local area partnership runs its SEND service on."""


def run() -> None:
    """The program."""
    app()


if __name__ == "__main__":
    run()
