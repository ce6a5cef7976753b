"""Emergency access: nobody has standing super-powers, so for an emergency there is a pane of glass.

It needs a reason, lasts an hour, opens reading only, and is told to somebody else at once. Every look
meanwhile is in the ledger. Whoever may not know of the case cannot break the glass on it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from alongside.core.access import decide
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused

LASTS = timedelta(hours=1)
REASON_AT_LEAST = 20
"""Letters in a reason: long enough to say what happened, short enough to type in an emergency."""

MOST_A_DAY = 5
"""Cases that one person may open in an emergency within 24 hours. More than that is no emergency of one child."""

TOLD = RoleCode.SEND_MANAGER
TOLD_OF_A_MANAGER = RoleCode.DIRECTOR
"""A manager's own emergency is told to the director: nobody is told only of their own."""


@dataclass(frozen=True, slots=True)
class Pane:
    """One breaking of the glass on one case: when, why, until when, and who is told."""

    broken_at: datetime
    reason: str
    ends_at: datetime
    told: RoleCode

    def is_open(self, *, at: datetime) -> bool:
        """Whether it still opens anything at this moment. The hour's last moment is closed."""
        return self.broken_at <= at < self.ends_at


def break_glass(*, reason: str, by: frozenset[RoleCode], at: datetime) -> Pane:
    """Open the pane for an hour. Ask `decide` for BREAK_GLASS on the case first.

    Raises `Refused` where the reason is too short to be one.
    """
    told = TOLD_OF_A_MANAGER if TOLD in by else TOLD
    return Pane(broken_at=at, reason=check_reason(reason), ends_at=at + LASTS, told=told)


def check_reason(reason: str) -> str:
    """The reason with single spaces. Raises `Refused` where it is too short to be one."""
    words = " ".join(reason.split())
    if len(words) < REASON_AT_LEAST:
        raise Refused(
            f"The reason “{words}” is too short. Say in at least {REASON_AT_LEAST} letters what has happened "
            "and why it cannot wait: your manager will read it.",
            field="reason",
        )
    return words


def opens(roles: frozenset[RoleCode], relations: frozenset[Relation]) -> frozenset[Part]:
    """The parts of the record that breaking the glass would add to what this person can read already.

    Empty for whoever may not break it: family to the case, and whoever may not know of it.
    """
    if not decide.can_act(Permission.BREAK_GLASS, roles=roles, relations=relations):
        return frozenset()
    with_it = decide.readable_parts(roles, relations | {Relation.EMERGENCY})
    return with_it - decide.readable_parts(roles, relations - {Relation.EMERGENCY})


def check_not_too_often(before: int) -> None:
    """Refuse where this person has opened as many cases within the last 24 hours as one person may."""
    if before >= MOST_A_DAY:
        raise Refused(
            f"You have opened {before} cases in an emergency within 24 hours, and that is the most for one person. "
            "Telephone a SEND manager: they can open the case themselves, or give it to you."
        )
