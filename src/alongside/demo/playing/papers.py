"""Which letters of a synthetic area are printed in full.

A PDF and a Word file take some seventy milliseconds; the letters of three years would take most of an hour. So
what was written in the last weeks, and everything of a persona's case, is printed as in a live install; older
letters are kept as plain text: the same words, through the same checks of what a letter must state.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from alongside.app.letter_facts import LetterFacts
from alongside.app.plan_papers import Paper, PlanPaper
from alongside.app.ports import PORTS, LetterMaker, Rendered


class Sparing:
    """A maker of letters that prints what is recent or wanted, and writes down the rest as text."""

    def __init__(self, printed: LetterMaker, text: LetterMaker, since: date) -> None:
        self._printed, self._text, self._since = printed, text, since
        self.wants_all = False

    def letter(self, facts: LetterFacts) -> tuple[Rendered, ...]:
        """The letter, printed or as text by the day that it is dated."""
        return self._maker(facts.envelope.dated_on).letter(facts)

    def plan(self, facts: PlanPaper) -> tuple[Rendered, ...]:
        """The plan, likewise."""
        return self._maker(facts.dated_on).plan(facts)

    def paper(self, facts: Paper) -> tuple[Rendered, ...]:
        """Any other paper, likewise."""
        return self._maker(facts.dated_on).paper(facts)

    def _maker(self, dated_on: date) -> LetterMaker:
        return self._printed if self.wants_all or dated_on >= self._since else self._text


@contextmanager
def sparing(text: LetterMaker, since: date) -> Iterator[Sparing]:
    """While this is open, letters dated before `since` are kept as text."""
    printed = PORTS.letters
    assert printed is not None
    maker = Sparing(printed, text, since)
    PORTS.letters = maker
    try:
        yield maker
    finally:
        PORTS.letters = printed
