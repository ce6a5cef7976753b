"""The text of an advice that came as a file: its passages, where words stand in it, and proposals for its lines.

A proposal is a sentence that the plan checks would look for in the plan (`core/plan/checks/statements.py`). A person
decides which become lines: nothing is marked by a machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.core.advice.lines import LineKind
from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks import days, language, statements
from alongside.core.plan.checks.facts import Advice, CaseFacts
from alongside.core.plan.checks.statements import Kind

SIGNATURE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph. `place` is where a reader finds it ("page 2, paragraph 3"); `level` is that of a heading."""

    place: str
    text: str
    level: int = 0
    is_listed: bool = False

    def as_json(self) -> dict[str, Any]:
        """As it is kept and sent by the reader."""
        return {"place": self.place, "text": self.text, "level": self.level, "listed": self.is_listed}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sentence that reads like a line. `under` is the heading above it, which is a reason for taking it so."""

    kind: LineKind
    words: str
    place: str
    section: PlanSection
    under: str


_KINDS = {Kind.NEED: LineKind.NEED, Kind.PROVISION: LineKind.RECOMMENDATION}


def from_json(records: Sequence[Mapping[str, Any]]) -> tuple[Passage, ...]:
    """Passages as they were kept."""
    return tuple(
        Passage(str(r["place"]), str(r["text"]), int(r.get("level", 0)), bool(r.get("listed")))
        for r in records
    )


def place_of(passages: Sequence[Passage], words: str) -> str:
    """Where the words stand, spaces and quotation marks aside; empty where they stand nowhere in one passage."""
    sought = plain(words)
    return next((p.place for p in passages if sought and sought in plain(p.text)), "")


def plain(text: str) -> str:
    """The text by which words are compared: one kind of space, apostrophe and dash."""
    return " ".join(language.clean(text).replace("’", "'").replace("–", "-").split())


def proposals(passages: Sequence[Passage], names: tuple[str, ...], author: str) -> tuple[Proposal, ...]:
    """What in a file reads like a need or a recommendation. `author` says what the adviser is: health, care, other."""
    lines = tuple((p.level, p.text, p.is_listed) for p in passages)
    said = statements.of(Advice(author, lines), CaseFacts(known_as=names))
    found: dict[str, Proposal] = {}
    for each in said:
        if _is_signature(each.text):
            continue
        at = next((n for n, p in enumerate(passages) if p.text == each.around), 0)
        under = next((p.text for p in reversed(passages[:at]) if p.level), "")
        kept = Proposal(_KINDS[each.kind], each.text, passages[at].place, PlanSection(each.section), under)
        found.setdefault(plain(each.text), kept)
    return tuple(found.values())


def text_of(passages: Sequence[Passage]) -> str:
    """All the words, a line for each passage."""
    return "\n".join(p.text for p in passages)


def _is_signature(sentence: str) -> bool:
    """Little more than a date: a name, a post and a day under the last heading are no recommendation."""
    stated = days.stated(sentence)
    rest = sentence
    for each in stated:
        rest = rest.replace(each.text, "")
    return bool(stated) and len(language.words(rest)) <= SIGNATURE_WORDS
