"""The thread of a plan: aspiration → outcome ← need → provision, where it holds and where it hangs loose.

That outcomes follow from aspirations and needs, and that each need is met by provision, is law and Code: Children
and Families Act 2014 s.37(2), R v Secretary of State for Education ex p E [1992] 1 FLR 377, SEND Code of Practice
2015 paragraphs 9.61 to 9.69. Nothing here says whether the provision is right: it says what is joined to nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.plan.items import Item, ItemKind
from alongside.core.refusal import Refused

K = ItemKind


@unique
class LinkKind(StrEnum):
    """How one item is joined to another."""

    LEADS_TO = "LEADS_TO"
    ADDRESSED_BY = "ADDRESSED_BY"
    MET_BY = "MET_BY"


JOINS: Mapping[tuple[ItemKind, ItemKind], LinkKind] = MappingProxyType(
    {
        (K.ASPIRATION, K.OUTCOME): LinkKind.LEADS_TO,
        (K.NEED, K.OUTCOME): LinkKind.ADDRESSED_BY,
        (K.NEED, K.PROVISION): LinkKind.MET_BY,
    }
)
"""Which kinds may be joined, and what the link is then: from the first to the second."""


@unique
class Loose(StrEnum):
    """In which direction an item hangs loose."""

    NEED_WITHOUT_PROVISION = "NEED_WITHOUT_PROVISION"
    NEED_WITHOUT_OUTCOME = "NEED_WITHOUT_OUTCOME"
    PROVISION_WITHOUT_NEED = "PROVISION_WITHOUT_NEED"
    OUTCOME_WITHOUT_NEED = "OUTCOME_WITHOUT_NEED"
    OUTCOME_WITHOUT_ASPIRATION = "OUTCOME_WITHOUT_ASPIRATION"
    OUTCOME_WITHOUT_PROVISION = "OUTCOME_WITHOUT_PROVISION"
    ASPIRATION_WITHOUT_OUTCOME = "ASPIRATION_WITHOUT_OUTCOME"
    ITEM_WITHOUT_SOURCE = "ITEM_WITHOUT_SOURCE"


@dataclass(frozen=True, slots=True)
class Orphan:
    """One end that hangs loose."""

    item: Item
    loose: Loose


@dataclass(frozen=True, slots=True)
class Thread:
    """The items of one version, the links between them by thread (from, to), and the threads that have a source."""

    items: tuple[Item, ...]
    links: frozenset[tuple[str, str]]
    sourced: frozenset[str]

    def joins(self) -> dict[str, tuple[Item, ...]]:
        """By thread, what each item is joined to. Worked out once for a whole plan."""
        known = {item.thread: item for item in self.items}
        place = {item.thread: number for number, item in enumerate(self.items)}
        found: dict[str, list[Item]] = {item.thread: [] for item in self.items}
        for start, to in self.links:
            if start in known and to in known:
                found[start].append(known[to])
                found[to].append(known[start])
        return {thread: tuple(sorted(of, key=lambda i: place[i.thread])) for thread, of in found.items()}


def kind_of_link(start: Item, to: Item) -> LinkKind:
    """What a link from one item to another is. Refuses two kinds that are not joined in a plan."""
    kind = JOINS.get((start.kind, to.kind))
    if kind is None:
        raise Refused(
            f"{start.label} ({start.kind}) cannot be joined to {to.label} ({to.kind}). The thread runs from an "
            "aspiration to an outcome, from a need to an outcome, and from a need to its provision.",
            field="links",
        )
    return kind


def oriented(one: Item, other: Item) -> tuple[Item, Item]:
    """The two in the direction of the thread. Refuses two kinds that are not joined in either direction."""
    if (one.kind, other.kind) not in JOINS and (other.kind, one.kind) in JOINS:
        return other, one
    kind_of_link(one, other)
    return one, other


def partners(kind: ItemKind) -> tuple[ItemKind, ...]:
    """The kinds that an item of this kind can be joined to."""
    after = [to for start, to in JOINS if start is kind]
    return (*after, *(start for start, to in JOINS if to is kind))


def orphans(thread: Thread) -> tuple[Orphan, ...]:
    """Every end that hangs loose, in the order of the plan.

    An outcome has provision where one of its needs is met by some: an outcome is not met by a service, a need is.
    """
    joins = thread.joins()
    return tuple(
        Orphan(item, loose) for item in thread.items for loose in _loose(item, joins, thread.sourced)
    )


def _loose(item: Item, joins: Mapping[str, Sequence[Item]], sourced: Collection[str]) -> tuple[Loose, ...]:
    has = {other.kind for other in joins[item.thread]}
    through = {far.kind for near in joins[item.thread] if near.kind is K.NEED for far in joins[near.thread]}
    tests = {
        K.ASPIRATION: ((Loose.ASPIRATION_WITHOUT_OUTCOME, K.OUTCOME in has),),
        K.NEED: (
            (Loose.NEED_WITHOUT_PROVISION, K.PROVISION in has),
            (Loose.NEED_WITHOUT_OUTCOME, K.OUTCOME in has),
        ),
        K.OUTCOME: (
            (Loose.OUTCOME_WITHOUT_NEED, K.NEED in has),
            (Loose.OUTCOME_WITHOUT_ASPIRATION, K.ASPIRATION in has),
            (Loose.OUTCOME_WITHOUT_PROVISION, K.PROVISION in through),
        ),
        K.PROVISION: ((Loose.PROVISION_WITHOUT_NEED, K.NEED in has),),
    }.get(item.kind, ())
    found = [loose for loose, holds in tests if not holds]
    if item.thread not in sourced:
        found.append(Loose.ITEM_WITHOUT_SOURCE)
    return tuple(found)
