"""The closed vocabularies of a dispute: what was ordered, conceded or agreed, and whether health is in issue."""

from collections.abc import Mapping
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.case.codes import EventKind


@unique
class OrderKind(StrEnum):
    """What has to be done once a dispute is decided.

    The orders of SEND Regulations 2014 regs 43(2) and 44(2). An appeal that is not opposed (reg 45) and an
    agreement in mediation on a matter that can be appealed (reg 42(2)) are read as the order that they stand
    for. OTHER_MATTER is an agreement on what cannot be appealed (reg 42(3)).
    """

    DISMISSED = "DISMISSED"
    CEASE = "CEASE"
    ASSESS = "ASSESS"
    REASSESS = "REASSESS"
    MAKE_PLAN = "MAKE_PLAN"
    RECONSIDER = "RECONSIDER"
    AMEND_CONTENTS = "AMEND_CONTENTS"
    CHANGE_SETTING = "CHANGE_SETTING"
    AMEND_CONTENTS_AND_SETTING = "AMEND_CONTENTS_AND_SETTING"
    CONTINUE = "CONTINUE"
    CONTINUE_AND_AMEND = "CONTINUE_AND_AMEND"
    OTHER_MATTER = "OTHER_MATTER"


@unique
class HealthIssue(StrEnum):
    """Whether health provision is in issue in a mediation: in no part, in part, or in nothing else."""

    NONE = "NONE"
    SOME = "SOME"
    ONLY = "ONLY"


_K, _O = EventKind, OrderKind
LIKELIEST: Mapping[EventKind, OrderKind] = MappingProxyType(
    {
        _K.REFUSAL_TO_ASSESS_SENT: _O.ASSESS,
        _K.NO_PLAN_NOTICE_SENT: _O.MAKE_PLAN,
        _K.REASSESSMENT_REFUSED_SENT: _O.REASSESS,
        _K.CEASE_DECISION_SENT: _O.CONTINUE,
    }
)
"""What an outcome for the family is taken to say where the entry does not name its kind, by the decision
disputed. Every other decision is about a plan that is held: its contents are then to be amended.
"""
