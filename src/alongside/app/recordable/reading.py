"""Reads the particulars that somebody gave into the form in which the chronology keeps them, or refuses.

What is given may be a value (a date, a bool, a number) or the text of one.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from alongside.app.recordable.entry import Entry, Particular, Type
from alongside.core.refusal import Refused

LATEST_NUMBER = 2200
YES, NO = frozenset({"yes", "true"}), frozenset({"no", "false"})
BY_ITSELF = frozenset({Type.DECISION, Type.EARLIER})
"""What is filled in where there is only one that can be meant: it is asked for once the case is known."""
BESIDE: Mapping[Type, tuple[str, ...]] = MappingProxyType({Type.SETTING: ("organisation",)})
"""What a particular of a type is kept in, besides its own key."""


def read(entry: Entry, given: Mapping[str, Any], *, occurred_on: date, today: date) -> dict[str, Any]:
    """The particulars of an entry. Raises `Refused`, with the field, for one that is missing or makes no sense."""
    known = {key for each in entry.particulars for key in keys(each)}
    told = {key: value for key, value in given.items() if not _is_empty(value)}
    unknown = sorted(told.keys() - known)
    if unknown:
        raise Refused(f"“{unknown[0]}” does not belong to this entry. Leave it out, or write a note instead.")
    found: dict[str, Any] = {}
    for each in entry.particulars:
        if any(key in told for key in keys(each)):
            found |= _one(each, told, occurred_on, today)
    for each in entry.particulars:
        if each.type not in BY_ITSELF and is_needed(each, found):
            raise Refused(each.missing, field=each.key)
    return found


def keys(each: Particular) -> tuple[str, ...]:
    """The keys under which a particular is kept."""
    return (each.key, *BESIDE.get(each.type, ()))


def is_needed(each: Particular, found: Mapping[str, Any]) -> bool:
    """True where the particular is missing and may not be."""
    if not each.missing or any(found.get(key) is not None for key in keys(each)):
        return False
    if each.unless and found.get(each.unless):
        return False
    on, codes = each.where
    return not on or found.get(on) in codes


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _one(each: Particular, told: Mapping[str, Any], occurred_on: date, today: date) -> dict[str, Any]:
    if each.type is Type.SETTING:
        return {key: str(told[key]).strip() for key in keys(each) if key in told}
    value = told[each.key]
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    if each.type is Type.CLOCK:
        return {each.key: _moment(each, text, occurred_on)}
    if each.type is Type.DAY:
        return {each.key: _day(each, text, today)}
    reads = READERS.get(each.type)
    return {each.key: reads(each, text) if reads else text}


def _day(each: Particular, text: str, today: date) -> str:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Refused(f"“{text}” is not a date. Write the day, month and year.", field=each.key)
    if each.is_past and found > today:
        raise Refused(
            f"{found:%-d %B %Y} is in the future. This day cannot be later than today. Check the year.",
            field=each.key,
        )
    return found.isoformat()


def _moment(each: Particular, text: str, occurred_on: date) -> str:
    clock = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", text)
    if clock:
        return f"{occurred_on.isoformat()}T{int(clock[1]):02}:{clock[2]}"
    if re.fullmatch(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d", text):
        return f"{occurred_on.isoformat()}{text[10:]}"
    raise Refused(f"“{text}” is not a time of the day. Write it like 16:45.", field=each.key)


def _code(each: Particular, text: str) -> str:
    if text not in each.codes:
        raise Refused(f"“{text}” is not one of the answers. {_choose(each.codes)}", field=each.key)
    return text


def _letters(each: Particular, text: str) -> str:
    letters = set(re.sub(r"[\s,\[\]']", "", text.upper()))
    if letters - set(each.codes):
        raise Refused(
            f"“{text}” names a section that cannot be appealed. {_choose(each.codes)}", field=each.key
        )
    return "".join(sorted(letters))


def _choose(codes: Iterable[str]) -> str:
    return f"Choose from {', '.join(code.replace('_', ' ').lower() for code in codes)}."


def _yes_no(each: Particular, text: str) -> bool:
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise Refused(f"“{text}” is neither yes nor no. Choose one of them.", field=each.key)


def _number(each: Particular, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and int(text) <= LATEST_NUMBER):
        raise Refused(f"“{text}” is not a number that fits here. Write it in digits.", field=each.key)
    return int(text)


def _authority(each: Particular, text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) == 3):
        raise Refused(
            f"“{text}” is not a local authority number. It has three digits, like 866.", field=each.key
        )
    return text


READERS: Mapping[Type, Callable[[Particular, str], Any]] = MappingProxyType(
    {
        Type.CODE: _code,
        Type.LETTERS: _letters,
        Type.YES_NO: _yes_no,
        Type.NUMBER: _number,
        Type.AUTHORITY: _authority,
    }
)
