"""How dates, moments, lengths of time and numbers are written on every page. British, in words, no jargon."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
NOT_KNOWN = "not known"


def day(value: date | None) -> str:
    """`3 March 2026`. A moment is turned into its London date first."""
    return NOT_KNOWN if value is None else f"{_civil(value).day} {_civil(value):%B %Y}"


def day_short(value: date | None) -> str:
    """`3 Mar 2026`, for tables."""
    return NOT_KNOWN if value is None else f"{_civil(value).day} {_civil(value):%b %Y}"


def weekday_day(value: date | None) -> str:
    """`Tuesday 3 March 2026`, where somebody has to act on the day."""
    return NOT_KNOWN if value is None else f"{_civil(value):%A} {day(value)}"


def moment(value: datetime | None) -> str:
    """`3 March 2026 at 2:15pm`, in London's time."""
    if value is None:
        return NOT_KNOWN
    local = value.astimezone(LONDON)
    hour = local.hour % 12 or 12
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{day(local)} at {hour}{minutes}{'am' if local.hour < 12 else 'pm'}"


def iso(value: date | None) -> str:
    """For `<time datetime>`: `2026-03-03` or a moment in UTC."""
    return "" if value is None else value.isoformat()


def weeks_and_days(days: int) -> str:
    """A number of calendar days as `5 days`, `2 weeks` or `3 weeks and 2 days`."""
    weeks, rest = divmod(abs(days), 7)
    if not weeks:
        return plural(rest, "day")
    return plural(weeks, "week") + (f" and {plural(rest, 'day')}" if rest else "")


def from_today(value: date, today: date) -> str:
    """`today`, `tomorrow`, `yesterday`, `in 12 days`, `3 weeks ago`."""
    distance = (_civil(value) - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(distance)
    if near:
        return near
    return f"in {weeks_and_days(distance)}" if distance > 0 else f"{weeks_and_days(distance)} ago"


def plural(count: int, one: str, many: str = "") -> str:
    """`1 case`, `2 cases`, `1,204 cases`; `many` for nouns that do not just take an s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sentence_list(items: Iterable[object], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    words = [str(item) for item in items]
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def percent(share: float | None) -> str:
    """A share of 1 as `38.5%`; `not known` for None, so that nothing is ever divided into a nought."""
    return NOT_KNOWN if share is None else f"{share * 100:.1f}%"


def capital(text: str) -> str:
    """The first letter in upper case and the rest as it is (never `.title()`: that breaks names)."""
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """The first letter in lower case and the rest as it is, for words in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def _civil(value: date) -> date:
    return value.astimezone(LONDON).date() if isinstance(value, datetime) else value


FILTERS: dict[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        day, day_short, weekday_day, moment, iso, weeks_and_days, from_today, plural, sentence_list, percent, capital,
    )
}  # fmt: skip
"""The filters of every template, by name."""
