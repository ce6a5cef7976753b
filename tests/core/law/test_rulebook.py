"""The pages of the rule book."""

import pytest

from alongside.core.law import rulebook
from alongside.core.law.clock import DUTIES
from alongside.core.law.lawbook import LawBook

BOOK = LawBook.load()
SPEC = '"""From the request."""\n\n\ndef test_x() -> None:\n    """Six weeks."""\n\n\ndef test_y() -> None:\n    pass\n'


def test_every_duty_and_every_parameter_is_on_a_page() -> None:
    pages = rulebook.pages(BOOK, {"test_1.py": SPEC, "test_0.py": "X = 1\n"})
    for duty in DUTIES:
        assert f"## {duty.rule}: " in pages["duties.md"]
    for parameter in BOOK.parameters:
        assert f"| {parameter.id} |" in pages["parameters.md"]
    assert pages["in-plain-words.md"].endswith("## From the request\n\nSix weeks.\n")


def test_a_rule_is_explained_with_formula_source_and_certainty() -> None:
    text = rulebook.explain("A06", BOOK)
    assert "20 weeks after that day, which is itself not counted" in text
    assert "reg 13(2)" in text
    assert "seen in a copy of the source" in text
    assert "rule A12" in text


def test_an_ended_version_says_until_when() -> None:
    from datetime import date

    book = BOOK.amended("A06", value=16, starting=date(2030, 9, 1))
    assert "1 September 2014 to 31 August 2030: 20 weeks" in rulebook.explain("A06", book)


def test_a_rule_that_is_not_modelled_is_not_explained() -> None:
    with pytest.raises(KeyError):
        rulebook.explain("X99", BOOK)


def test_a_disabled_rule_says_so() -> None:
    assert "Disabled: no case shows a date from it." in rulebook.explain("O04", BOOK)
    assert "Disabled" not in rulebook.explain("O05", BOOK)
