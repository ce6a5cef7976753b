"""Modules 2 and 3 from the chronology: the request, the decision on it, the assessment and its outcome.

Rules: docs/explain/sen2-writing.md. What was decided before the calendar year is H and not told again.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from alongside.core.case.codes import EventKind, RequestSource
from alongside.core.case.history import Decision, Dispute, Episode, Plan
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.writing.census import Told

SOURCES: Final = {source: str(number) for number, source in enumerate(RequestSource, start=1)}
LIMIT: Final = "A06"
"""The twenty weeks: the limit that an exception must take away for Week20 to be 1."""
SOURCE_SINCE: Final = 2025
_ENDED: Final = frozenset({EventKind.REQUEST_WITHDRAWN, EventKind.DIED, EventKind.MOVED_TO_NEW_LA})


@dataclass(frozen=True, slots=True)
class Way:
    """One episode and the plan that it led to, as the census sees them."""

    told: Told
    episode: Episode
    plan: Plan | None

    @property
    def until(self) -> date:
        """The last day whose decisions are told: the end of the year, or the census day where a plan came by then."""
        return self.told.census.on if self.episode.final is not None else self.told.census.last

    def seen(self, decision: Decision | None) -> Decision | None:
        """The decision, if the return may tell of it."""
        if decision is None or self.told.latest(decision.id, decision.on) > self.until:
            return None
        return decision

    def before(self, decision: Decision) -> bool:
        """True where it was made before the calendar year."""
        first = self.told.census.first
        return self.told.latest(decision.id, decision.on) < first or (
            decision.undated and decision.on <= first
        )

    @property
    def ended(self) -> bool:
        """True where it ended without a decision by then."""
        closed = self.episode.closed
        return closed is not None and self._day(closed.kind, closed.on) <= self.until

    @property
    def ended_before(self) -> bool:
        """True where it ended without a decision before the year."""
        closed = self.episode.closed
        return closed is not None and self._day(closed.kind, closed.on) < self.told.census.first

    def _day(self, kind: EventKind, on: date) -> date:
        found = [event for event in self.told.of_kind(kind) if event.occurred_on == on]
        return self.told.latest(found[-1].id, on) if found else on

    def dispute(self, decision: Decision | None) -> Dispute | None:
        """What the decision opened."""
        if decision is None:
            return None
        return next((each for each in self.told.history.disputes if each.id == decision.id), None)


def request(way: Way) -> returns.Request | None:
    """The request, without its plan in force; None where this return has nothing to tell of it."""
    episode, census = way.episode, way.told.census
    received = episode.received_on
    if (received is not None and received > way.until) or way.ended_before:
        return None
    decided = way.seen(episode.decided)
    outcome, on = _outcome(way, decided)
    stands = episode.decision == "REFUSE" and not _went_on(way)
    found = None if stands or outcome in ("A", "W") else assessment(way)
    if outcome == "H" and found is None:
        return None
    flags = _challenges(way, decided) if outcome in ("Y", "N") else (None, None)
    source = SOURCES.get(episode.source) if episode.source is not None else None
    return returns.Request(
        received_on=received,
        source=source if census.year >= SOURCE_SINCE else None,
        rya=_in_custody(way) if outcome != "H" else None,
        outcome=outcome,
        outcome_on=on,
        mediation=flags[0],
        tribunal=flags[1],
        exported=_exported(way),
        assessment=found,
    )


def _outcome(way: Way, decided: Decision | None) -> tuple[str, date | None]:
    if decided is not None and way.before(decided):
        return "H", None
    if decided is not None:
        code = "N" if way.episode.decision == "REFUSE" else "Y"
        return code, None if decided.undated else decided.on
    if way.seen(way.episode.final) or way.seen(way.episode.no_plan):
        return "H", None  # how it was decided is not on record: a plan or a refusal of one shows that it was
    return ("W", None) if way.ended else ("A", None)


def _went_on(way: Way) -> bool:
    """True where a refusal to assess did not stand."""
    episode = way.episode
    return (
        bool(episode.reopened) or way.seen(episode.final) is not None or way.seen(episode.no_plan) is not None
    )


def assessment(way: Way) -> returns.Assessment | None:
    """The assessment and its outcome; None where it was over before the year and left no plan to tell of."""
    refused, final = way.seen(way.episode.no_plan), way.seen(way.episode.final)
    first = refused or final
    if first is None:
        return _without_outcome(way)
    if way.before(first):
        return returns.Assessment(outcome="H") if way.plan is not None else None
    code = "N" if refused is not None else "Y"
    return _flagged(
        way, first, returns.Assessment(outcome=code, outcome_on=None if first.undated else first.on)
    )


def _without_outcome(way: Way) -> returns.Assessment | None:
    if way.ended:
        return None if _exported(way) else returns.Assessment(outcome="W")
    to_issue = [
        e for e in way.told.of_kind(EventKind.DECISION_TO_ISSUE) if _is_of(way, e.details.get("episode"))
    ]
    since = way.episode.received_on or date.min
    if any(
        since <= event.occurred_on and way.told.latest(event.id, event.occurred_on) <= way.until
        for event in to_issue
    ):
        flags = to_issue[-1].details
        return _flagged(way, None, returns.Assessment(outcome="Y"), flags.get("week20"))
    return returns.Assessment(outcome="A")


def _is_of(way: Way, named: str | None) -> bool:
    """True where an event names this episode, or none."""
    return (
        named is None
        or named == way.episode.id
        or (way.episode.start is not None and named == way.episode.start.id)
    )


def _flagged(
    way: Way, decision: Decision | None, found: returns.Assessment, week20: bool | None = None
) -> returns.Assessment:
    details = (
        way.told.by_id[decision.id].details if decision is not None and decision.id in way.told.by_id else {}
    )
    excepted = any(LIMIT in each.limits for each in way.episode.exceptions)
    refusal, plan = way.dispute(way.episode.no_plan), way.dispute(way.episode.final)
    return returns.Assessment(
        outcome=found.outcome,
        outcome_on=found.outcome_on,
        mediation=bool(details.get("mediation")) or mediated(refusal, way.until),
        tribunal=bool(details.get("tribunal")) or appealed(refusal, way.until),
        other_mediation=bool(details.get("other_mediation")) or mediated(plan, way.until),
        other_tribunal=bool(details.get("other_tribunal")) or appealed(plan, way.until),
        week20=excepted or bool(week20) or bool(details.get("week20")),
    )


def _challenges(way: Way, decided: Decision | None) -> tuple[bool, bool]:
    """Whether the decision on the request was taken to mediation, and appealed."""
    event = way.told.by_id.get(decided.id) if decided is not None else None
    details = event.details if event is not None else {}
    disputes = [
        each
        for each in way.told.history.disputes
        if each.about is EventKind.REFUSAL_TO_ASSESS_SENT and decided is not None and each.id == decided.id
    ]
    mediation = bool(details.get("mediation")) or any(mediated(each, way.until) for each in disputes)
    tribunal = bool(details.get("tribunal")) or any(appealed(each, way.until) for each in disputes)
    return mediation, tribunal


def mediated(dispute: Dispute | None, until: date) -> bool:
    """True where a mediation was held about the decision by that day."""
    if dispute is None or dispute.proceedings is None:
        return False
    held = dispute.proceedings.acts.get(EventKind.MEDIATION_HELD)
    return held is not None and held.on <= until


def appealed(dispute: Dispute | None, until: date) -> bool:
    """True where the Tribunal received an appeal against the decision by that day."""
    return dispute is not None and dispute.appeal_on is not None and dispute.appeal_on <= until


def _in_custody(way: Way) -> bool:
    start = way.told.by_id.get(way.episode.id)
    return start is not None and bool(start.details.get("rya") or start.details.get("detained"))


def _exported(way: Way) -> str | None:
    """The authority to which the child moved before the assessment was completed."""
    if way.seen(way.episode.final) is not None or way.seen(way.episode.no_plan) is not None:
        return None
    since = way.episode.received_on or date.min
    for event in way.told.of_kind(EventKind.MOVED_TO_NEW_LA):
        on = way.told.latest(event.id, event.occurred_on)
        is_meant = _is_of(way, event.details.get("episode")) and since <= event.occurred_on
        if is_meant and way.told.census.first <= on <= way.until:
            return event.details.get("to") or None
    return None
