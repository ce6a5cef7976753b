"""What an order, an appeal not opposed or an agreement asks for, part by part, and the rule for each.

An order (SEND Regulations 2014 reg 44), an appeal that is not opposed (reg 45) and an agreement in mediation
(reg 42) ask for the same few things: to tell the family, to decide against a plan, to send a draft, to send a
plan.
"""

from collections.abc import Mapping
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.case.codes import EventKind
from alongside.core.case.dispute_codes import OrderKind
from alongside.core.case.dispute_history import Outcome


@unique
class Part(StrEnum):
    """One part of what an outcome asks for. The value ends the id of a rule that stands for several parts."""

    TELL = "a"
    NO_PLAN = "b"
    DRAFT = "d"
    RECONSIDER = "r"
    CONTINUE = "c"
    PLAN = ""


DIRECTED_AS: Mapping[Part, str] = MappingProxyType(
    {Part.TELL: "tell_by", Part.NO_PLAN: "decide_by", Part.DRAFT: "draft_by"}
)
"""Under what name an order gives its own day for a part; every other part goes by `comply_by`."""
Parts = Mapping[str, Part]
_NOTHING: Parts = MappingProxyType({})
_K, _O = EventKind, OrderKind
_ASSESS = (Part.TELL, Part.NO_PLAN, Part.PLAN)
_MAKE = (Part.DRAFT, Part.PLAN)


def _of(parts: tuple[Part, ...], *rules: str) -> Parts:
    return MappingProxyType(dict(zip(rules, parts, strict=True)))


_ORDERED: Mapping[OrderKind, Parts] = {
    _O.CEASE: _of((Part.PLAN,), "O01"),
    _O.ASSESS: _of(_ASSESS, "O02a", "O02b", "O02c"),
    _O.REASSESS: _of(_ASSESS, "O02a", "O02b", "O02c"),
    _O.MAKE_PLAN: _of(_MAKE, "O03a", "O03b"),
    _O.RECONSIDER: _of((Part.RECONSIDER,), "O04"),
    _O.AMEND_CONTENTS: _of((Part.PLAN,), "O05"),
    _O.CHANGE_SETTING: _of((Part.PLAN,), "O06"),
    _O.AMEND_CONTENTS_AND_SETTING: _of((Part.PLAN,), "O12"),
    _O.CONTINUE: _of((Part.CONTINUE,), "O07"),
    _O.CONTINUE_AND_AMEND: _of((Part.CONTINUE, Part.PLAN), "O07", "O08"),
}
_CONCEDED: Mapping[OrderKind, Parts] = {
    _O.ASSESS: _of(_ASSESS, "U01", "U02", "U03"),
    _O.REASSESS: _of(_ASSESS, "U01", "U02", "U03"),
    _O.MAKE_PLAN: _of(_MAKE, "U06", "U07"),
    _O.AMEND_CONTENTS: _of((Part.PLAN,), "U04"),
    _O.CHANGE_SETTING: _of((Part.PLAN,), "U05"),
    _O.AMEND_CONTENTS_AND_SETTING: _of((Part.PLAN,), "U04"),
    _O.CONTINUE: _of((Part.CONTINUE,), "U08c"),
    _O.CONTINUE_AND_AMEND: _of((Part.CONTINUE, Part.PLAN), "U08c", "U08"),
}
PARTS: Mapping[EventKind, Mapping[OrderKind, Parts]] = MappingProxyType(
    {_K.ORDER_MADE: _ORDERED, _K.UNOPPOSED_NOTIFIED: _CONCEDED, _K.MEDIATION_AGREED: _ORDERED}
)
"""The rule for each part of each outcome. An agreement has the times of the like order (reg 42(2))."""


def parts_of(outcome: Outcome) -> Parts:
    """The rules that govern this outcome, each with its part; none for an appeal that was dismissed."""
    return PARTS[outcome.kind].get(outcome.what, _NOTHING)


DECIDED_LIMITS = frozenset(
    rule
    for by_kind in PARTS.values()
    for what, parts in by_kind.items()
    for rule, part in parts.items()
    if part not in (Part.CONTINUE, Part.RECONSIDER) and what is not OrderKind.CEASE
)
"""The limits that an exception of reg 44(3) or 45(7) can take away: those that give a number of weeks."""
