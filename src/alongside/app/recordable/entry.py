"""One kind of news: who may record it, and which particulars it has, each of a type and with its own refusal.

The table of all of them is in `table.py`. `app.actions.happenings` records by it; the forms of the pages are
made from it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, unique

from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind, Stage


@unique
class Chapter(StrEnum):
    """Where news stands on the page on which it is chosen, in the order of that page."""

    ASSESSMENT = "ASSESSMENT"
    REVIEW = "REVIEW"
    NEXT_PHASE = "NEXT_PHASE"
    REASSESSMENT = "REASSESSMENT"
    MEDIATION = "MEDIATION"
    APPEAL = "APPEAL"
    MOVING = "MOVING"
    CEASING = "CEASING"
    DETENTION = "DETENTION"
    DIRECT_PAYMENTS = "DIRECT_PAYMENTS"
    RETURN = "RETURN"
    OTHER = "OTHER"


@unique
class Type(StrEnum):
    """What a particular is, and so how it is asked and kept."""

    DAY = "DAY"
    """A civil date, kept as ISO text."""
    LINE = "LINE"
    TEXT = "TEXT"
    CODE = "CODE"
    """One of `codes`."""
    LETTERS = "LETTERS"
    """Any of `codes`, kept as one text without spaces."""
    YES_NO = "YES_NO"
    NUMBER = "NUMBER"
    """A whole number from 0 to 2200: a year group or a year."""
    CLOCK = "CLOCK"
    """A time of the day on which it happened, kept as a moment in London's time."""
    AUTHORITY = "AUTHORITY"
    """The number of another local authority."""
    SETTING = "SETTING"
    """A setting on record, or the name or type of one: kept as `organisation` and `setting_name`."""
    BODY = "BODY"
    """The id of an integrated care board on record."""
    DECISION = "DECISION"
    """The id of the decision that is disputed. Filled in by itself where there is only one that it can be."""
    EARLIER = "EARLIER"
    """The id of an earlier entry of the kind `of`. Filled in where there is only one that is still open."""


@dataclass(frozen=True, slots=True)
class Particular:
    """One particular of an entry, under its key in `core.case.details`.

    `missing` is the sentence for when it is not given; without one it may be left out. It is then needed
    only where `unless` is not given either, or where another particular has one of the codes in `where`.
    `is_past` refuses a day after today.
    """

    key: str
    type: Type
    missing: str = ""
    codes: tuple[str, ...] = ()
    is_past: bool = False
    of: EventKind | None = None
    unless: str = ""
    where: tuple[str, tuple[str, ...]] = ("", ())


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of news. `needs` is asked for on the case. `closes_case`: nothing goes on here after it.

    `at` is the one stage of the assessment at which it is news; at any other it has a page of its own.
    """

    kind: EventKind
    chapter: Chapter
    particulars: tuple[Particular, ...] = ()
    needs: Permission = Permission.RECORD_EVENT
    closes_case: bool = False
    at: Stage | None = None


DECIDES = Permission.DECIDE_TO_ISSUE
"""Who decides whether to issue a plan also decides whether to amend, cease or reassess it."""


def day(key: str, missing: str = "", *, is_past: bool = False) -> Particular:
    """A date; `is_past` where it cannot be after today."""
    return Particular(key, Type.DAY, missing, is_past=is_past)


def text(key: str, missing: str = "") -> Particular:
    """Words of any length."""
    return Particular(key, Type.TEXT, missing)


def line(key: str, missing: str = "") -> Particular:
    """A few words."""
    return Particular(key, Type.LINE, missing)


def code(key: str, codes: Iterable[str], missing: str = "") -> Particular:
    """One of a vocabulary."""
    return Particular(key, Type.CODE, missing, tuple(str(each) for each in codes))


def yes_no(key: str, missing: str = "") -> Particular:
    """Yes or no; not known where it is left out."""
    return Particular(key, Type.YES_NO, missing)


def disputed() -> Particular:
    """The decision that the news is about."""
    return Particular(
        "dispute", Type.DECISION, "Choose which decision this is about: more than one is in dispute."
    )


LETTER_DATE = day("letter_dated_on", is_past=True)
