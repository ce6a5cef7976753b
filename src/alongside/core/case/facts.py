"""Everything that the law, the stages and the queries know of one case: frozen and complete."""

from dataclasses import dataclass
from datetime import date

from alongside.core.case.events import Event


@dataclass(frozen=True, slots=True)
class Facts:
    """One case as known.

    `events` is the standing chronology (`events.as_known`), oldest first. `born_on` is None where the date of
    birth is not known; a missing date is never guessed.
    """

    case_id: str
    born_on: date | None
    events: tuple[Event, ...]
