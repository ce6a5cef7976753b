"""What would change a duty from here: the events that meet it, end it or take its limit away."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import TimerState
from alongside.core.law import plan_life_words, review_words
from alongside.core.law.dispute_changes import OF_DISPUTES
from alongside.core.law.timer import Due

CORRECTION = "A correction of the day on which it started."
WITHDRAWAL = "A withdrawal of the request, a move to another authority or the death of the child ends it."
LA_EXCEPTION = (
    "A listed exception (a closure of four weeks or more, exceptional personal circumstances, an absence "
    "of four "
    "weeks or more) that makes the limit impractical takes the fixed date away. It never moves it. Staff "
    "shortage "
    "is not an exception."
)
_BY_RULE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "A01": ("An invitation to give views meets it.", WITHDRAWAL),
        "A02": ("Notice of the decision whether to assess meets it.", LA_EXCEPTION, WITHDRAWAL),
        "A02n": ("A record of the day on which the others were told meets it.", LA_EXCEPTION, WITHDRAWAL),
        "A03": ("An invitation to give views meets it.", WITHDRAWAL),
        "A13": ("The first request for advice meets it.", WITHDRAWAL),
        "A04": (
            "The advice meets it, also where the adviser has nothing to add.",
            "Exceptional circumstances, an absence of four weeks or more or a missed appointment in the "
            "six weeks "
            "takes the fixed date away.",
            "Taking the request back ends it.",
        ),
        "A05": (
            "Notice of a decision not to issue a plan meets it.",
            "A decision to issue a plan ends it.",
            LA_EXCEPTION,
            WITHDRAWAL,
        ),
        "A06": (
            "Sending the final plan meets it.",
            "A refusal to assess or to issue a plan ends it; if the authority reconsiders, it revives "
            "with the same "
            "first day.",
            "An order of the Tribunal, or not opposing an appeal, puts another limit in its place.",
            LA_EXCEPTION,
            WITHDRAWAL,
        ),
        "A07": ("A draft issued anew starts a new fifteen days.", WITHDRAWAL),
        "A07b": ("A draft issued anew starts a new fifteen days.", WITHDRAWAL),
        "A08": ("The setting's reply meets it.", "Sending the final plan ends it."),
        "A09": ("Serving the draft meets it.", LA_EXCEPTION, WITHDRAWAL),
        **review_words.CHANGES,
        **plan_life_words.CHANGES,
        **OF_DISPUTES,
    }
)
FINISHED = frozenset(
    {TimerState.MET, TimerState.MET_LATE, TimerState.CANCELLED, TimerState.SUPERSEDED, TimerState.BREACHED}
)


def what_would_change(due: Due) -> tuple[str, ...]:
    """Sentences, the likeliest first. For a duty that is finished only a correction can change it."""
    if due.state in FINISHED:
        return (CORRECTION,)
    return what_can_change(due.rule)


def what_can_change(rule: str) -> tuple[str, ...]:
    """Sentences on what meets this duty, ends it or takes its limit away while it runs.

    A part of a rule, such as M07a, changes as the rule does.
    """
    return (*(_BY_RULE.get(rule) or _BY_RULE[rule[:3]]), CORRECTION)
