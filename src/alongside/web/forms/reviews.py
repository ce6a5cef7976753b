"""The filters of the lists of reviews and phase transfers. Their answers stand in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.app.queries.phase_transfers import TransferState
from alongside.app.queries.review_lists import Choices, Narrowed
from alongside.app.queries.reviews import ReviewState
from alongside.core.law import phases
from alongside.web.forms.caseload import Control
from alongside.web.presenters import review_words

MONTHS_BACK, MONTHS_AHEAD = 12, 6
GROUPS = range(-1, 14)
Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What was chosen, as text, by question; what cannot be an answer is left out."""

    given: Mapping[str, str]

    @classmethod
    def read(cls, query: Mapping[str, Any]) -> "ListFilter":
        """From the address."""
        asked = {name: str(query.get(name, "")) for name in READ}
        return cls({name: text for name, text in asked.items() if text and READ[name](text) is not None})

    def narrowed(self) -> Narrowed:
        """The same as the queries ask for it."""
        return Narrowed(
            states=review_words.STATES_OF.get(self.given.get("state", ""), ()),
            owner=self._read("owner"),
            team=self.given.get("team", ""),
            school=self._read("school"),
            month=self._read("month"),
            year_group=self._read("year_group"),
        )

    @property
    def moving(self) -> int | None:
        """The year of the moves asked for."""
        found: int | None = self._read("moving")
        return found

    def _read(self, name: str) -> Any:
        return READ[name](self.given[name]) if name in self.given else None

    def reviews(self, choices: Choices, on: date) -> tuple[Control, ...]:
        """The questions of the list of reviews as they are drawn."""
        states = [
            (str(code), review_words.REVIEW[code]) for code in (*ReviewState, review_words.WITHIN_TWELVE)
        ]
        return self._drawn({"state": ("State", states), **_shared(choices, on)})

    def transfers(self, choices: Choices, on: date) -> tuple[Control, ...]:
        """The questions of the list of phase transfers as they are drawn."""
        states = [(str(code), review_words.TRANSFER[code]) for code in TransferState]
        coming = phases.next_moves(on)
        years = [(str(year), f"Moves in {year}") for year in (coming, coming + 1, coming - 1)]
        shared = _shared(choices, on)
        del shared["year_group"]
        return self._drawn({"moving": ("Year", years), "state": ("State", states), **shared}, {"moving"})

    def _drawn(
        self, questions: Mapping[str, tuple[str, Options]], needed: set[str] | None = None
    ) -> tuple[Control, ...]:
        found = []
        for name, (label, options) in questions.items():
            if not options:
                continue
            offered = options if name in (needed or ()) else [("", "Any"), *options]
            chosen = self.given.get(name, offered[0][0])
            found.append(
                Control(name, label, tuple((code, words, code == chosen) for code, words in offered))
            )
        return tuple(found)


def _shared(choices: Choices, on: date) -> dict[str, tuple[str, Options]]:
    return {
        "owner": ("Coordinator", [(str(code), name) for code, name in choices.owners]),
        "team": ("Team", [(team, team) for team in choices.teams]),
        "school": ("School or setting", [(str(code), name) for code, name in choices.schools]),
        "month": ("Month of the last day", _months(on)),
        "year_group": ("Year group", [(str(group), review_words.year_group(group)) for group in GROUPS]),
    }


def _months(on: date) -> Options:
    first = on.year * 12 + on.month - 1
    months = [
        date(index // 12, index % 12 + 1, 1) for index in range(first - MONTHS_BACK, first + MONTHS_AHEAD)
    ]
    return [(f"{month:%Y-%m}", f"{month:%B %Y}") for month in months]


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _month(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def _number(text: str) -> int | None:
    return int(text) if text.removeprefix("-").isdecimal() and text.isascii() and len(text) < 5 else None


def _group(text: str) -> int | None:
    found = _number(text)
    return found if found in GROUPS else None


def _year(text: str) -> int | None:
    found = _number(text)
    return found if found is not None and 2015 <= found <= 2100 else None


def _state(text: str) -> str | None:
    return text if text in review_words.STATES_OF else None


def _text(text: str) -> str | None:
    return text if len(text) <= 80 and "\x00" not in text else None


READ: Mapping[str, Callable[[str], Any]] = {
    "state": _state,
    "owner": _id,
    "team": _text,
    "school": _id,
    "month": _month,
    "year_group": _group,
    "moving": _year,
}
"""How each answer is read; None where it cannot be one."""
