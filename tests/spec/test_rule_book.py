"""The rule book that is published is the one that the clock runs on."""

from pathlib import Path

from alongside.core.law import rulebook
from alongside.core.law.lawbook import LawBook

HERE = Path(__file__).parent
PUBLISHED = HERE.parents[1] / "docs" / "rules"


def test_the_published_pages_are_what_would_be_written_now() -> None:
    sources = {file.name: file.read_text(encoding="utf-8") for file in HERE.glob("test_*.py")}
    pages = rulebook.pages(LawBook.load(), sources)
    assert {file.name for file in PUBLISHED.iterdir()} == set(pages)
    for name, text in pages.items():
        assert (PUBLISHED / name).read_text(encoding="utf-8") == text, f"write docs/rules/{name} again"
