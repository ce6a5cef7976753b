"""Questions beside a section: the authority's own where it has some, else those that the service comes with."""

import pytest

from alongside.core.case.codes import PlanSection
from alongside.core.plan import questions
from alongside.core.refusal import Refused


def test_every_section_but_i_comes_with_questions() -> None:
    assert {section for section in PlanSection if not questions.SHIPPED[section]} == {PlanSection.I}
    assert all(q.endswith(("?", ".")) for asked in questions.SHIPPED.values() for q in asked)


def test_own_questions_stand_in_place_of_those_shipped_even_where_there_are_none() -> None:
    own = {PlanSection.B: ("Is it true?",), PlanSection.E: ()}
    assert questions.of_section(PlanSection.B, own) == ("Is it true?",)
    assert questions.of_section(PlanSection.E, own) == ()
    assert questions.of_section(PlanSection.F, own) == questions.SHIPPED[PlanSection.F]


def test_lines_become_questions_without_blank_ones() -> None:
    assert questions.read(" Is it  true? \n\nWho says so?\n") == ("Is it true?", "Who says so?")


def test_too_many_questions_are_refused() -> None:
    with pytest.raises(Refused, match="21 questions; 20 is the most"):
        questions.read("Why?\n" * 21)


def test_question_that_is_too_long_is_refused_and_named() -> None:
    with pytest.raises(Refused, match="begins “Why"):
        questions.read("Why? " * 70)
