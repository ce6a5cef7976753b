"""Logs: JSON lines with references only. A name, a birth date or an address never reaches a log."""

import logging
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED_KEYS = frozenset(
    {
        *(
            "event",
            "level",
            "timestamp",
            "logger",
            "case",
            "reference",
            "authority",
            "account",
            "deed",
            "rule",
        ),
        *("path", "method", "status", "milliseconds", "count", "kind", "entry", "job", "attempt", "fault"),
    }
)


class WithoutWords(logging.Formatter):
    """What libraries log: a fault by its type and place, never by its message, which may quote a record."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  the name that logging calls
        """The frames of a traceback and the type of the fault."""
        kind, _, frames = ei
        return "".join(traceback.format_tb(frames)) + (kind.__name__ if kind else "")


def only_references(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Drop every key that is not on the list: what was not foreseen is not written."""
    return {key: value for key, value in entry.items() if key in ALLOWED_KEYS}


def configure(_: dict[str, object]) -> None:
    """Called by Django in place of `logging.config.dictConfig`."""
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_references,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutWords("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
