"""Logs carry references only."""

import logging
import sys
from io import StringIO

from alongside.config import logs


def test_entry_keeps_references_and_drops_everything_else() -> None:
    kept = logs.only_references(
        None, "info", {"event": "case_opened", "reference": "E26-00001", "name": "Ivy"}
    )
    assert kept == {"event": "case_opened", "reference": "E26-00001"}


def test_fault_is_logged_by_type_and_place_and_never_by_its_message() -> None:
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.WithoutWords("%(levelname)s %(message)s"))
    logger = logging.Logger("test")
    logger.addHandler(handler)
    name = "".join(reversed("yvI"))  # not written out: a traceback quotes the line of source
    try:
        raise ValueError(f"Key (name)=({name}) already exists")
    except ValueError:
        logger.exception("failed", exc_info=sys.exc_info())
    said = stream.getvalue()
    assert "ValueError" in said
    assert "test_logs.py" in said
    assert "Ivy" not in said
