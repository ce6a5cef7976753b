"""What was said to be wrong, in words: what stands, what it should say, what was decided and why."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from alongside.app.queries.fact_corrections import Corrections, EntryHeld, Held, Said
from alongside.core.access.permission import Permission
from alongside.core.case.correctable import Fact
from alongside.web.presenters import happenings, wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.people import PersonCard
from alongside.web.presenters.tags import Tag

WAITING, DONE, NOT_DONE = (
    Tag("Not decided yet", "blue"),
    Tag("Corrected", "green"),
    Tag("Not corrected", "grey"),
)
HIDDEN = "Withheld for safety. The officer who has the case can see it."


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One fact with its value and the way to say that it is wrong."""

    what: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class SaidCard:
    """One thing said to be wrong. `rows` are (what, answer) pairs."""

    title: str
    rows: tuple[tuple[str, str], ...]
    tag: Tag


def held(found: Corrections) -> list[HeldRow]:
    """The facts that the reader can say are wrong."""
    case_id = found.head.case_id
    return [
        HeldRow(
            one.fact.phrase,
            value(one),
            reverse("this_is_wrong", kwargs={"case_id": case_id, "fact": one.fact.lower()}),
        )
        for one in found.held
    ]


def value(one: Held) -> str:
    """What is held, in words."""
    if one.value is None:
        return "We do not show this here"
    return _in_words(one.fact, one.value) or "not known"


def entry(one: EntryHeld) -> tuple[str, str]:
    """An entry of the chronology: what it says, and the day."""
    return happenings.TITLES[one.kind], wording.day(one.occurred_on)


def said(one: Said) -> SaidCard:
    """One thing that somebody said is wrong."""
    title = one.fact.phrase
    stands = HIDDEN if one.stands is None else _in_words(one.fact, one.stands) or "not known"
    if one.entry is not None:
        title, stands = entry(one.entry)
    rows = [
        ("We held", stands),
        ("It should say", HIDDEN if one.should_be is None else _in_words(one.fact, one.should_be)),
        ("Said by", f"{one.asked_by} on {wording.day(one.asked_at)}"),
    ]
    if one.why:
        rows.append(("Why", one.why))
    if one.decided_at is not None:
        rows.append(
            ("Decided", f"{DONE.text if one.corrected else NOT_DONE.text} on {wording.day(one.decided_at)}")
        )
    if one.reason:
        rows.append(("Our reason", one.reason))
    tag = WAITING if one.corrected is None else DONE if one.corrected else NOT_DONE
    return SaidCard(title, tuple(rows), tag)


def to_decide(found: Corrections) -> list[PersonCard]:
    """The same for officers, with the way to decide."""
    may = Permission.DECIDE_CORRECTION in found.head.may
    return [_card(one, found.head.case_id, may=may) for one in found.said]


def way_to_correct(one: Said, case_id: UUID) -> Link | None:
    """Where an entry of the chronology is put right, while it still stands."""
    if one.entry is None or not one.entry.still_stands:
        return None
    parts = {"case_id": case_id, "event_id": one.entry.event_id}
    return Link(reverse("correct_event", kwargs=parts), "Correct this entry in what has happened")


def _card(one: Said, case_id: UUID, *, may: bool) -> PersonCard:
    made = said(one)
    actions: tuple[Link, ...] = ()
    if may and one.corrected is None:
        href = reverse("decide_correction", kwargs={"case_id": case_id, "request_id": one.id})
        actions = (Link(href, "Decide"),)
    return PersonCard(made.title, made.rows, (made.tag,), actions)


def _in_words(fact: Fact, text: str) -> str:
    if fact is Fact.BORN_ON and text:
        return wording.day(date.fromisoformat(text))
    return text
