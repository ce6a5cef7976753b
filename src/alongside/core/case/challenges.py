"""Whether an episode was challenged: the published measure of timeliness leaves challenged episodes out."""

from collections.abc import Iterable

from alongside.core.case.facts import Facts
from alongside.core.case.history import Dispute, Episode

FLAGS = ("mediation", "tribunal", "other_mediation", "other_tribunal")
"""What a return says of a decision that was taken to mediation or appealed (SEN2 modules 2 and 3)."""


def flagged(facts: Facts) -> frozenset[str]:
    """The ids of the entries of which a return says that they were challenged."""
    return frozenset([e.id for e in facts.events if any(e.details.get(flag) for flag in FLAGS)])


def was_challenged(episode: Episode, disputes: Iterable[Dispute], flags: frozenset[str]) -> bool:
    """True where an appeal was received on a decision of the episode, or a return says that one was challenged.

    Mediation that was held is known from a return only: contact with an adviser, or a certificate, is not mediation.
    """
    decisions = {d.id for d in (episode.decided, episode.no_plan, episode.final) if d is not None}
    if decisions & flags:
        return True
    return any(d.appeal_on is not None and d.id in decisions for d in disputes)
