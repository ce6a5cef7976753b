"""Twenty officers, signed in over HTTP, save one section from the same revision: one wins, nobody's words are lost."""

from __future__ import annotations

import html
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from http_person import CONFLICT, SEE_OTHER, Browser

if TYPE_CHECKING:
    from conftest import House

pytestmark = pytest.mark.slow
ROUNDS = 2
PATIENCE = 120  # seconds for all twenty to stand at the start


@dataclass(frozen=True, slots=True)
class Page:
    """An editor or merge page: the text in its box, and the revision that it was made from."""

    text: str
    revision: int
    words: str

    @classmethod
    def read(cls, source: str) -> Page:
        box = re.search(r'<textarea[^>]*name="text"[^>]*>(.*?)</textarea>', source, re.DOTALL)
        seen = re.search(r'name="revision"[^>]*value="(\d+)"', source)
        assert box is not None
        assert seen is not None
        text = html.unescape(box.group(1)).removeprefix("\n").replace("\r\n", "\n")
        return cls(text, int(seen.group(1)), html.unescape(re.sub(r"<[^>]+>", "", source)))


def line_of(editor: int, number: int) -> str:
    """What an editor adds in a round. No line is contained in another."""
    return f"Line of editor {editor}, round {number}."


class TwentyEditors:
    """The twenty at the page of Section B."""

    def __init__(self, house: House) -> None:
        self.path = f"/cases/{house.held['case']}/plan/write/B"
        self.browsers = [Browser(house.port, account) for account in house.held["editors"]]
        self.start = Barrier(len(self.browsers))
        self.pool = ThreadPoolExecutor(len(self.browsers))
        for browser in self.browsers:
            browser.sign_in()

    def save(self, editor: int, text: str, seen: int) -> tuple[int, str]:
        return self.browsers[editor].ask("POST", self.path, {"text": text, "revision": str(seen)})

    def save_at_once(self, number: int) -> list[tuple[int, str]]:
        """All save from the same revision in the same moment."""
        seen = Page.read(self.browsers[0].ask("GET", self.path)[1])

        def one(editor: int) -> tuple[int, str]:
            self.start.wait(PATIENCE)
            return self.save(editor, f"{seen.text}\n{line_of(editor, number)}", seen.revision)

        return list(self.pool.map(one, range(len(self.browsers))))

    def resolve(self, editor: int, page: str) -> int:
        """Save what the merge page proposes, as often as somebody else was quicker. Returns how often."""
        refused, status = 0, CONFLICT
        while status == CONFLICT:
            proposed = Page.read(page)
            status, page = self.save(editor, proposed.text, proposed.revision)
            refused += status == CONFLICT
        assert status == SEE_OTHER
        return refused


def test_twenty_editors_lose_no_update(house: House) -> None:
    crowd = TwentyEditors(house)
    case = house.held["case"]
    for number in range(1, ROUNDS + 1):
        answers = crowd.save_at_once(number)
        winners = [editor for editor, (status, _) in enumerate(answers) if status == SEE_OTHER]
        losers = [editor for editor, (status, _) in enumerate(answers) if status == CONFLICT]
        assert len(winners) == 1
        assert len(losers) == len(answers) - 1
        for editor in losers:
            shown = Page.read(answers[editor][1]).words
            assert line_of(winners[0], number) in shown
            assert line_of(editor, number) in shown
        kept = house.tell("texts", case)
        every = "\n".join(kept["revisions"] + kept["asides"])
        for editor in range(len(answers)):
            assert line_of(editor, number) in every
    list(crowd.pool.map(lambda editor: crowd.resolve(editor, answers[editor][1]), losers))
    standing = house.tell("texts", case)["revisions"][-1]
    for editor in range(len(answers)):
        assert standing.count(line_of(editor, ROUNDS)) == 1
