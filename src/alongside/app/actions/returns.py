"""A return, or a list for an inspection, left the service as a file: the ledger says so."""

from datetime import datetime

from alongside.app import doing
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission


def record_written(what: str, year: int, persons: int, *, by: Actor, at: datetime) -> None:
    """Seal that it was written, and of how many. `what` is SEN2 or ANNEX_A."""
    with doing.deed(f"{what}_WRITTEN", Permission.IMPORT_RETURN, by=by, at=at) as body:
        body |= {"year": year, "persons": persons}
