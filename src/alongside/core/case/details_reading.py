"""Reads single values out of an event's details: dates from ISO text, codes from their stored names."""

from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from alongside.core.calendar.london import LONDON
from alongside.core.case.events import Event

Code = TypeVar("Code", bound=StrEnum)


class UnreadableDetail(ValueError):
    """A value in an event's details is not what its key says it is."""


def day(event: Event, key: str) -> date | None:
    """The date under this key, or None where it is absent or empty. Raises UnreadableDetail otherwise."""
    value = event.details.get(key)
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except (ValueError, TypeError):
        raise UnreadableDetail(
            f"Event {event.id} ({event.kind}) of {event.occurred_on}: “{key}” is {value!r}, which is not a "
            "date such as 2026-09-07. Correct the event."
        ) from None


def moment(event: Event, key: str) -> datetime | None:
    """The moment under this key, or None where it is absent or empty; without an offset it is London's time.

    Raises UnreadableDetail otherwise.
    """
    value = event.details.get(key)
    if not value:
        return None
    try:
        read = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        raise UnreadableDetail(
            f"Event {event.id} ({event.kind}) of {event.occurred_on}: “{key}” is {value!r}, which is not a "
            "moment such as 2026-09-07T16:30+01:00. Correct the event."
        ) from None
    return read if read.tzinfo is not None else read.replace(tzinfo=LONDON)


def text(event: Event, key: str) -> str:
    """The text under this key, without surrounding space, or an empty string."""
    value = event.details.get(key)
    if not value:
        return ""
    return value.strip() if isinstance(value, str) else str(value)


def undated(event: Event) -> bool:
    """True where a return tells of the event without its day. `occurred_on` is the last day it can have been."""
    return bool(event.details.get("undated"))


def code(event: Event, key: str, codes: type[Code]) -> Code | None:
    """The code under this key, or None where it is absent or empty. Raises UnreadableDetail if unknown."""
    value = event.details.get(key)
    if not value:
        return None
    found = codes._value2member_map_.get(value)
    if found is None:
        raise UnreadableDetail(
            f"Event {event.id} ({event.kind}) of {event.occurred_on}: “{key}” is {value!r}, which is not one "
            f"of {', '.join(codes)}. Correct the event."
        )
    assert isinstance(found, codes)
    return found
