"""What the chronology says about where a child is to go: what the family asked for, and who was asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.app import dues, standing
from alongside.core.case import episodes
from alongside.core.case.codes import EventKind
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts

ANEW = frozenset({EventKind.AMENDMENT_NOTICE_SENT, EventKind.REASSESSMENT_AGREED_SENT})
"""What is asked for after one of these, with a plan in force, is asked for anew."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting as an event names it: its id where it is known here, and its name."""

    organisation: str
    name: str

    def is_same(self, other: "Setting") -> bool:
        """True where both name the same setting."""
        if self.organisation and other.organisation:
            return self.organisation == other.organisation
        return self.name.strip().casefold() == other.name.strip().casefold() != ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A setting that the family asked for, the day it did, and whether it has been consulted since or before."""

    setting: Setting
    on: date
    is_consulted: bool


def setting_of(details: Any) -> Setting:
    """The setting that the details of an event name."""
    return Setting(str(details.get("organisation") or ""), str(details.get("setting_name") or ""))


def asked_for(facts: Facts) -> tuple[Asked, ...]:
    """The settings that the family asked for about the latest plan, in the order asked, each once."""
    events = _latest(facts)
    consulted = [setting_of(event.details) for event in events if event.kind is EventKind.SETTING_CONSULTED]
    found: list[Asked] = []
    for event in events:
        if event.kind is EventKind.SCHOOL_REQUESTED:
            wanted = setting_of(event.details)
            if not any(wanted.is_same(asked.setting) for asked in found):
                found.append(Asked(wanted, event.occurred_on, any(wanted.is_same(c) for c in consulted)))
    return tuple(found)


def is_followed(named: Setting, asked: Iterable[Asked]) -> bool:
    """True where Section I names a setting that the family asked for."""
    return any(named.is_same(each.setting) for each in asked)


def comments_end_on(facts: Facts, *, on: date) -> date | None:
    """The last of the family's fifteen days on what was served last; None where nothing was (rules A07, Z05, R08)."""
    found = dues.comments(facts, on=on)
    return found.statutory_due if found else None


def _latest(facts: Facts) -> tuple[Event, ...]:
    """The events since the latest assessment, reassessment or amendment of a plan began."""
    told = episodes.episodes(facts)
    since = told[-1].received_on if told else None
    found = [event for event in facts.events if since is None or event.occurred_on >= since]
    made = anew = 0
    for place, event in enumerate(found):
        if event.kind in standing.MADE_BY:
            made = place + 1
        elif event.kind in ANEW:
            anew = made
    return tuple(found[anew:])
