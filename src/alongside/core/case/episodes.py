"""Reads a chronology, once and in order, into episodes, disputes and plans.

Every sequence of events can be read, also one that `stages.py` would not allow: returns from other systems
and late corrections make such sequences, and a record that cannot be read helps nobody. An event that fits
nowhere changes nothing.
"""

from collections.abc import Mapping

from alongside.core.case.codes import EventKind
from alongside.core.case.dispute_outcomes import carry_out
from alongside.core.case.dispute_steps import DISPUTE_STEPS
from alongside.core.case.facts import Facts
from alongside.core.case.history import (
    AdviceRequest,
    Closed,
    Consultation,
    Decision,
    Dispute,
    Draft,
    Episode,
    History,
    Plan,
    RecordedException,
    Reopening,
    Start,
)
from alongside.core.case.outcome_steps import OUTCOME_STEPS
from alongside.core.case.plan_life_steps import PLAN_LIFE_STEPS, merged
from alongside.core.case.reader import Reader, Step
from alongside.core.case.review_steps import REVIEW_STEPS
from alongside.core.case.steps import STEPS

__all__ = [
    "AdviceRequest",
    "Closed",
    "Consultation",
    "Decision",
    "Dispute",
    "Draft",
    "Episode",
    "History",
    "Plan",
    "RecordedException",
    "Reopening",
    "Start",
    "episodes",
    "history",
]

_ALL_STEPS: Mapping[EventKind, tuple[Step, ...]] = merged(
    {**STEPS, **OUTCOME_STEPS, **DISPUTE_STEPS, **REVIEW_STEPS}, *PLAN_LIFE_STEPS
)


def history(facts: Facts) -> History:
    """The whole chronology, read. Linear in the number of events; nothing after a death is read."""
    reader = Reader(facts.born_on)
    steps = _ALL_STEPS
    for event in facts.events:
        for step in steps.get(event.kind, ()):
            step(reader, event)
        if reader.outcomes:
            carry_out(reader, event)
        if reader.died_on is not None:
            break
    return reader.whole()


def episodes(facts: Facts) -> tuple[Episode, ...]:
    """The episodes of one case, oldest first."""
    return history(facts).episodes
