"""The facts that a family can say are wrong are each asked about in words of their own."""

import pytest

from alongside.core.case.correctable import Fact


@pytest.mark.parametrize("fact", Fact)
def test_fact_is_stored_as_its_code(fact: Fact) -> None:
    assert (fact.value, str(fact)) == (fact.name, fact.name)
    assert Fact(fact.name) is fact


def test_no_two_facts_are_asked_about_in_the_same_words() -> None:
    phrases = [fact.phrase for fact in Fact]
    assert all(phrases)
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("fact", Fact)
def test_facts_about_whoever_asks_are_told_from_those_about_the_child(fact: Fact) -> None:
    assert fact.is_own is fact.name.startswith("OWN_")


@pytest.mark.parametrize(
    "fact", [Fact.OWN_NAME, Fact.OWN_EMAIL, Fact.OWN_PHONE, Fact.OWN_ADDRESS, Fact.OWN_LANGUAGE]
)
def test_what_is_ones_own_is_asked_about_in_the_second_person(fact: Fact) -> None:
    assert fact.is_own
    assert "you" in fact.phrase.lower().replace("your", "you").split()


def test_code_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="UPN"):
        Fact("UPN")
