"""The reference pages say what is in force."""

import pytest

from alongside.config import reference


@pytest.mark.django_db
@pytest.mark.parametrize("name", reference.PAGES)
def test_reference_page_is_what_would_be_written_now(name: str) -> None:
    committed = (reference.FOLDER / name).read_text(encoding="utf-8")
    assert committed == reference.PAGES[name]().rstrip() + "\n", "run python -m alongside.config.reference"
