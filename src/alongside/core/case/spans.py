"""From when to when each request of a history was open: requests of one person that overlap may be the same."""

from dataclasses import dataclass
from datetime import date

from alongside.core.case.codes import EventKind
from alongside.core.case.told import CaseHistory

_ENDS = frozenset(
    {
        EventKind.REFUSAL_TO_ASSESS_SENT,
        EventKind.NO_PLAN_NOTICE_SENT,
        EventKind.FINAL_SENT,
        EventKind.REQUEST_WITHDRAWN,
        EventKind.MOVED_TO_NEW_LA,
    }
)


@dataclass(frozen=True, slots=True)
class Span:
    """One request from the day it came to the day it ended; `ends_on` is None while it is open."""

    episode: str
    starts_on: date
    ends_on: date | None

    def overlaps(self, other: "Span") -> bool:
        """True where both were open on some day. One that begins on the other's last day follows it."""
        begins_before = other.ends_on is None or self.starts_on < other.ends_on
        ends_after = self.ends_on is None or other.starts_on < self.ends_on
        return self.starts_on == other.starts_on or (begins_before and ends_after)

    def words(self) -> str:
        """The span in words."""
        end = f"ended {self.ends_on.isoformat()}" if self.ends_on else "open"
        return f"request received {self.starts_on.isoformat()}, {end}"


def of_requests(history: CaseHistory) -> tuple[Span, ...]:
    """The span of each request whose day of receipt is known. An ending without its day ends it at the latest."""
    starts = {d.episode: d.occurred_on for d in history.events if d.kind is EventKind.REQUEST_RECEIVED}
    ends: dict[str, date] = {}
    for draft in history.events:
        if draft.kind in _ENDS:
            ends[draft.episode] = max(draft.occurred_on, ends.get(draft.episode, draft.occurred_on))
    for undated in history.undated:
        latest = undated.not_after or history.as_at
        if undated.kind in _ENDS and latest is not None:
            ends.setdefault(undated.subject.rpartition("|")[0], latest)
    return tuple(Span(episode, on, ends.get(episode)) for episode, on in starts.items())
