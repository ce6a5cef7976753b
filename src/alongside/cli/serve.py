"""`alongside serve`: the web server."""

import os
import socket
import struct
from typing import Annotated, Any

import typer

from alongside.cli import started

app = typer.Typer()

LONGEST_SILENCE = 60  # seconds without a sign of life after which a process is replaced
TIME_TO_FINISH = 30  # seconds that requests under way are given when the server is asked to stop
SLOWEST_CLIENT = 20  # seconds that a browser may leave a request half sent: it holds a thread meanwhile
DATABASE_PATIENCE = {
    "statement_timeout": "30s",  # no page needs a tenth of it
    "lock_timeout": "15s",  # two people on one case wait milliseconds for each other
    "idle_in_transaction_session_timeout": "60s",  # a hung process must not hold a case
}


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="Processes: about one for each core.")] = 2,
    threads: Annotated[int, typer.Option(help="Requests that one process handles at a time.")] = 4,
) -> None:
    """Serve the pages and their files. Put a proxy with TLS in front of it, or use it on this machine."""
    patience = " ".join(f"-c {name}={value}" for name, value in DATABASE_PATIENCE.items())
    os.environ.setdefault("PGOPTIONS", patience)
    started.start()
    settings: dict[str, Any] = {
        "bind": f"{host}:{port}",
        "workers": workers,
        "threads": threads,
        "worker_class": "gthread",
        "timeout": LONGEST_SILENCE,
        "graceful_timeout": TIME_TO_FINISH,
        "max_requests": 20_000,
        "max_requests_jitter": 2_000,
        "accesslog": None,
        "control_socket_disable": True,
        "when_ready": _hang_up_on_silence,
    }

    typer.echo(f"Serving on http://{host}:{port} (stop with Ctrl+C)")
    _server(settings).run()


def _server(settings: dict[str, Any]) -> Any:
    """gunicorn with these settings and no file of its own."""
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):
        """One server, set up in code."""

        def load_config(self) -> None:
            """The settings above."""
            config: Any = self.cfg
            for name, value in settings.items():
                config.set(name, value)

        def load(self) -> Any:
            """The web process of `config.wsgi`, made in each worker."""
            from django.core.handlers.wsgi import WSGIHandler

            return WSGIHandler()

    server: Any = Server
    return server()


def _hang_up_on_silence(arbiter: Any) -> None:
    """No thread waits for ever for the rest of a request, or for a browser that takes no answer.

    gunicorn has no setting for it. What is set on a listening socket holds for each connection that it accepts.
    """
    limit = struct.pack("ll", SLOWEST_CLIENT, 0)
    for listener in arbiter.LISTENERS:
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, limit)
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
