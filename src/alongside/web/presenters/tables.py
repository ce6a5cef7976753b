"""Columns that sort by link, pages of a long list (both keep every other part of the address), and lists as files."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from alongside.integrations.safe_files import exports
from alongside.web.presenters import wording


@dataclass(frozen=True, slots=True)
class Column:
    """`order` is `ascending`, `descending`, `none`, or empty where the column does not sort."""

    title: str
    is_number: bool = False
    is_header: bool = False
    sort_href: str = ""
    order: str = ""

    @property
    def mark(self) -> str:
        """What a sighted reader sees of the order; a screen reader is told by `aria-sort`."""
        return {"ascending": " ▲", "descending": " ▼", "none": " ↕"}.get(self.order, "")


def sorted_by(query: QueryDict, allowed: Mapping[str, str], default: str) -> tuple[str, bool]:
    """The column code and whether it runs downwards, from `?sort=-due`. Anything unknown is the default."""
    asked = query.get("sort", "") or default
    code = asked.lstrip("-")
    if code not in allowed:
        code, asked = default.lstrip("-"), default
    return code, asked.startswith("-")


def sort_column(title: str, code: str, query: QueryDict, *, now: tuple[str, bool], **column: Any) -> Column:
    """A column whose header sorts by it, and by it the other way round where it does already."""
    is_current, down = now[0] == code, now[1]
    target = f"-{code}" if is_current and not down else code
    order = ("descending" if down else "ascending") if is_current else "none"
    return Column(title, sort_href=_address(query, sort=target, page=None), order=order, **column)


@dataclass(frozen=True, slots=True)
class Pages:
    """One page of a list. `number` counts from 1; `size` is rows to a page; `total` is rows in all."""

    number: int
    size: int
    total: int
    query: QueryDict
    noun: str = "case"

    @classmethod
    def of(cls, query: QueryDict, *, total: int, size: int = 50, noun: str = "case") -> "Pages":
        """The page that `?page=` asks for; too high or not a number is the nearest that there is."""
        count = max(1, -(-total // size))
        asked = query.get("page", "1")
        number = (
            min(max(int(asked), 1), count) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
        )
        return cls(number, size, total, query, noun)

    @property
    def count(self) -> int:
        """How many pages there are: at least one."""
        return max(1, -(-self.total // self.size))

    @property
    def offset(self) -> int:
        """How many rows stand before this page."""
        return (self.number - 1) * self.size

    @property
    def words(self) -> str:
        """`51 to 100 of 1,204 cases`."""
        if not self.total:
            return f"No {wording.plural(0, self.noun).split(' ', 1)[1]}"
        if self.count == 1:
            return wording.plural(self.total, self.noun)
        last = min(self.offset + self.size, self.total)
        return f"{self.offset + 1:,} to {last:,} of {wording.plural(self.total, self.noun)}"

    def href(self, number: int) -> str:
        """The address of another page of the same list."""
        return _address(self.query, page=number if number > 1 else None)

    @property
    def links(self) -> list[dict[str, Any]]:
        """The numbers that the design system shows: first, last, and those around this one."""
        near: Sequence[int] = sorted(
            {1, self.count, *range(max(1, self.number - 1), min(self.count, self.number + 1) + 1)}
        )
        found: list[dict[str, Any]] = []
        for before, number in zip([0, *near], near, strict=False):
            if number - before > 1:
                found.append({"ellipsis": True})
            found.append({"number": str(number), "href": self.href(number), "current": number == self.number})
        return found


def _address(query: QueryDict, **changes: object) -> str:
    kept = [(key, value) for key, values in query.lists() if key not in changes for value in values]
    kept += [(key, str(value)) for key, value in changes.items() if value is not None]
    return f"?{urlencode(kept)}"


def csv_file(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with a byte order mark, so that spreadsheet programs read names as they are written; dates as ISO."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([exports.inert(_cell(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value
