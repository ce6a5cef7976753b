"""Every kind of news that can be recorded, in the order in which it is offered.

The list is closed: what another area decides, serves or asks for is recorded by that area's deed, with its
papers. Here stand the news that reach the service, and the steps of reviews, disputes, moves and endings.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.app.recordable import disputes, needs, plan_life, reviews
from alongside.app.recordable.entry import DECIDES, Chapter, Entry
from alongside.core.case.codes import EventKind, Stage

ENTRIES: tuple[Entry, ...] = (
    Entry(EventKind.VIEWS_INVITED, Chapter.ASSESSMENT),
    # once it is ordered, conceded or agreed: what the authority decides itself has a page of its own
    Entry(EventKind.DECISION_TO_ASSESS_NOTIFIED, Chapter.ASSESSMENT, needs=DECIDES, at=Stage.ASSESSING),
    *reviews.REVIEWS,
    *plan_life.REASSESSMENT,
    *disputes.MEDIATION,
    *disputes.APPEALS,
    *plan_life.MOVING,
    *plan_life.CEASING,
    *plan_life.DETENTION,
    *plan_life.DIRECT_PAYMENTS,
    *needs.PLACES,
    Entry(EventKind.DIED, Chapter.OTHER, closes_case=True),
)
BY_KIND: Mapping[EventKind, Entry] = MappingProxyType({entry.kind: entry for entry in ENTRIES})
