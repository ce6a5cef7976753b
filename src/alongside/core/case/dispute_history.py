"""What followed an appealable decision: mediation, the appeal, and what has to be done once it is decided.

The records hang on the dispute that they belong to (`history.Dispute`), and a decision that nobody disputed
has none. How they are read is in `dispute_steps.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from alongside.core.case.codes import EventKind
from alongside.core.case.dispute_codes import HealthIssue, OrderKind
from alongside.core.case.episode_history import RecordedException

BY_ITSELF = frozenset({OrderKind.CONTINUE, OrderKind.DISMISSED, OrderKind.CEASE})
"""What takes effect with the outcome itself: the plan goes on, or ends, or nothing changes."""
AMENDS = frozenset(
    {
        OrderKind.AMEND_CONTENTS,
        OrderKind.CHANGE_SETTING,
        OrderKind.AMEND_CONTENTS_AND_SETTING,
        OrderKind.CONTINUE_AND_AMEND,
    }
)


class Act(NamedTuple):
    """One step of a dispute: what, and on which day."""

    id: str
    kind: EventKind
    on: date


class Direction(NamedTuple):
    """One day that the Tribunal set when it registered the appeal, or later, for example for evidence."""

    id: str
    what: str
    on: date
    set_on: date


class Recommendation(NamedTuple):
    """One recommendation on health or social care (SI 2017/1306). `body` is ICB or SOCIAL_CARE."""

    id: str
    on: date
    body: str
    answered_on: date | None
    names: tuple[str, ...] = ()


class Deeds(NamedTuple):
    """What was done after an outcome, each on the first day that it was; None where it was not.

    `over_on` is the day on which the authority ceased to be the one who owes it: the child moved, or the
    request was withdrawn.
    """

    told_on: date | None = None
    no_plan_on: date | None = None
    issuing_on: date | None = None
    drafted_on: date | None = None
    final_on: date | None = None
    amended_on: date | None = None
    not_amended_on: date | None = None
    ceased_on: date | None = None
    done_on: date | None = None
    over_on: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the authority is bound to once a dispute is decided: by order, by conceding, by agreement.

    `kind` is ORDER_MADE, UNOPPOSED_NOTIFIED or MEDIATION_AGREED. `kind_told` is False where the entry does
    not name the kind of order, and `what` is then the likeliest. `directed` are the days that the Tribunal
    set in its order, by what is to be done; `agreed_on` is the day that the parties to a mediation agreed in
    writing. `by_authority` is False where the authority was not a party to the agreement; `la_told_on` is
    then the day on which it was told. `exceptions` are those recorded since, for whatever limit.
    """

    id: str
    kind: EventKind
    on: date
    what: OrderKind
    kind_told: bool
    deeds: Deeds
    directed: Mapping[str, date] = field(default_factory=dict)
    agreed_on: date | None = None
    by_authority: bool = True
    la_told_on: date | None = None
    exceptions: tuple[RecordedException, ...] = ()

    @property
    def is_complied(self) -> bool:
        """True once all is done that it asks for, or nobody is left who owes it."""
        deeds = self.deeds
        if deeds.over_on is not None or deeds.done_on is not None or self.what in BY_ITSELF:
            return True
        if self.what is OrderKind.OTHER_MATTER:
            return False
        made = deeds.final_on is not None or deeds.amended_on is not None
        refused = deeds.no_plan_on is not None or deeds.not_amended_on is not None
        return made or (refused and self.what not in AMENDS)


class Proceedings(NamedTuple):
    """All that followed one appealable decision, but the few days that `history.Dispute` has itself.

    `acts` holds the first step of each kind; those of an appeal begin anew once it is withdrawn.
    `certificates` are the days of the mediation certificates. `late_in_day` is True where the appeal came
    after 5 pm. `conceded_late` is a notice not to oppose that came after the response: reg 45 then does not
    apply. `refused_permission` is the Tribunal's refusal of permission to appeal further.
    """

    acts: Mapping[EventKind, Act]
    health: HealthIssue | None
    certificates: tuple[date, ...]
    late_in_day: bool
    sections: str
    directions: tuple[Direction, ...]
    conceded_late: Act | None
    refused_permission: Act | None
    outcomes: tuple[Outcome, ...]
    recommendations: tuple[Recommendation, ...]

    def certified_on(self, since: date) -> date | None:
        """The day of the first certificate that is not before this day."""
        return next((day for day in self.certificates if day >= since), None)
