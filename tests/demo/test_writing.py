"""Phrases become sentences: every brace is filled, and no pronoun is left hanging."""

from datetime import date

import pytest

from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.demo.chance import Chance
from alongside.demo.planning import children, names
from alongside.demo.planning.story import Child
from alongside.demo.writing import advice, plans, profile
from alongside.demo.writing.grammar import Writer

NEEDS = [*profile.PROFILES]


def child(need: str, sex: str = "F") -> Child:
    chance = Chance("writing", need)
    made = children.child(chance, children.home(chance, 1), 9, date(2026, 1, 5), ())
    from dataclasses import replace

    return replace(made, needs=(need,) if need else (), sex=sex, forename="Ivy", known_as="")


@pytest.mark.parametrize("need", NEEDS)
def test_every_need_has_words_for_every_section_but_i(need: str) -> None:
    texts = plans.sections(Chance(1, need), child(need))
    assert set(texts) == set(PlanSection) - {PlanSection.I}
    for section, text in texts.items():
        assert text.strip(), section
        assert "{" not in text, text
        assert "}" not in text, text


@pytest.mark.parametrize("form", list(advice_forms.FORMS.values()), ids=lambda form: form.code)
def test_every_form_of_advice_is_answered_in_whole_words(form: advice_forms.AdviceForm) -> None:
    answers = advice.answers(Chance(1, form.code), child("ASD"), form, date(2026, 3, 2))
    assert set(answers) <= set(advice_forms.keys(form))
    assert all("{" not in text and text.strip() for text in answers.values())


def test_every_phrase_of_every_list_can_be_written() -> None:
    for sex in ("M", "F"):
        for need in NEEDS:
            write = profile.writer(Chance("all", need, sex), child(need, sex))
            for name, phrases in write._lists.items():
                for _ in phrases:
                    assert "{" not in write.write(name), name


def test_a_text_does_not_say_the_same_thing_twice() -> None:
    lines = Writer(Chance(1), child("ASD"), "common").lines("strength", 9, 9)
    assert len(set(lines)) == 9


def test_phrases_that_go_round_in_a_circle_are_refused() -> None:
    write = Writer(Chance(1), child("ASD"), "common")
    write.learn({"one": ["{two}"], "two": ["{one}"]})
    with pytest.raises(ValueError, match="circle"):
        write.write("one")


def test_a_nothing_to_add_always_gives_a_reason() -> None:
    for kind in AdviceKind:
        assert len(advice.nothing(Chance(1, kind), child("ASD"), kind).split()) > 5


def test_numbers_of_people_carry_their_check_characters() -> None:
    from alongside.integrations.identifiers import numbers

    for number in range(50):
        assert numbers.upn(names.upn(Chance(number), "931"))
        nhs = names.nhs_number(Chance(number))
        total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nhs[:9], strict=True))
        assert (11 - total % 11) % 11 == int(nhs[9])
