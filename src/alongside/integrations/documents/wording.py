"""Dates and people in plain words, the same in every letter and on every machine."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import ChildName, Reader

# Written out because strftime follows the machine's language.
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_in_words(day: date) -> str:
    """2 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def deadline(day: date) -> str:
    """Monday 2 March 2026: a date somebody must act by is given with its day of the week."""
    return f"{WEEKDAYS[day.weekday()]} {date_in_words(day)}"


@dataclass(frozen=True, slots=True)
class Subject:
    """How to speak of the child: by name to others, as "you" to a young person who reads their own letter."""

    given: str
    is_reader: bool

    @property
    def name(self) -> str:
        """Amira, or you."""
        return "you" if self.is_reader else self.given

    @property
    def own(self) -> str:
        """Amira’s, or your."""
        return "your" if self.is_reader else f"{self.given}’s"

    @property
    def opening_own(self) -> str:
        """Amira’s, or Your, at the start of a sentence."""
        return "Your" if self.is_reader else self.own

    @property
    def has(self) -> str:
        """Amira has, or you have."""
        return "you have" if self.is_reader else f"{self.given} has"

    @property
    def needs(self) -> str:
        """Amira needs, or you need."""
        return "you need" if self.is_reader else f"{self.given} needs"


def subject_of(child: ChildName, reader: Reader) -> Subject:
    """How a letter to this reader speaks of this child."""
    return Subject(child.short, reader is Reader.YOUNG_PERSON)
