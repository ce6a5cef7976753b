"""A letter without its rights cannot be produced; each letter says what it must, in plain words."""

import re
from dataclasses import replace

import pytest

from alongside.integrations.documents import pdf, word
from alongside.integrations.documents.content import (
    DocumentRefused,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Table,
    words,
)
from alongside.integrations.documents.elements import PROOFS, Element
from alongside.integrations.documents.required import REQUIRED, check_contents, missing
from integrations.documents import documents_cast as people
from integrations.documents import reading

EACH_REQUIREMENT = [(kind, element) for kind in LetterKind for element in REQUIRED[kind]]


def without(letter: Letter, element: Element) -> Letter:
    """The letter with every block that states this element taken out."""
    kept = tuple(b for b in letter.blocks if isinstance(b, Heading) or element not in b.states)
    return replace(letter, blocks=kept)


def test_every_kind_of_letter_has_a_checklist_and_an_example() -> None:
    assert set(REQUIRED) == set(LetterKind) == set(people.LETTERS)


def test_every_element_has_a_proof_and_is_required_somewhere() -> None:
    assert set(PROOFS) == set(Element)
    assert {element for elements in REQUIRED.values() for element in elements} == set(Element)


@pytest.mark.parametrize("kind", LetterKind)
def test_each_letter_states_all_it_must(kind: LetterKind) -> None:
    assert missing(people.LETTERS[kind]()) == ()


@pytest.mark.parametrize(("kind", "element"), EACH_REQUIREMENT)
def test_a_letter_that_leaves_out_one_element_is_refused_by_both_printers(
    kind: LetterKind, element: Element
) -> None:
    letter = without(people.LETTERS[kind](), element)
    for produce in (check_contents, pdf.letter, word.letter):
        with pytest.raises(DocumentRefused) as refusal:
            produce(letter)
        assert PROOFS[element].meaning in str(refusal.value)
        assert letter.reference in str(refusal.value)


@pytest.mark.parametrize(("kind", "element"), EACH_REQUIREMENT)
def test_words_that_only_claim_to_state_an_element_do_not_count(kind: LetterKind, element: Element) -> None:
    letter = without(people.LETTERS[kind](), element)
    empty_claim = replace(letter, blocks=(*letter.blocks, Paragraph("—", (element,))))
    assert element in missing(empty_claim)


@pytest.mark.parametrize(
    "kind",
    [
        LetterKind.REFUSAL_TO_ASSESS,
        LetterKind.NO_PLAN,
        LetterKind.FINAL_PLAN,
        LetterKind.AMENDED_PLAN,
        LetterKind.NOT_AMENDING,
        LetterKind.CEASING,
        LetterKind.NOT_REASSESSING,
    ],
)
def test_a_notice_of_a_decision_gives_every_date_and_contact_it_was_given(kind: LetterKind) -> None:
    said = "\n".join(words(block) for block in people.LETTERS[kind]().blocks)
    assert "Monday 15 June 2026" in said
    assert "Saturday 13 June 2026" in said
    rights = people.RIGHTS
    for contact in (
        rights.tribunal,
        rights.mediation_adviser,
        rights.disagreement_resolution,
        rights.advice_service,
    ):
        assert contact.ways in said


def test_a_refusal_to_assess_does_not_speak_of_recommendations_on_health_and_social_care() -> None:
    assert Element.RECOMMENDATION_POWER not in REQUIRED[LetterKind.REFUSAL_TO_ASSESS]
    assert Element.RECOMMENDATION_POWER in REQUIRED[LetterKind.NO_PLAN]
    assert Element.RECOMMENDATION_POWER in REQUIRED[LetterKind.FINAL_PLAN]


def running_text(letter: Letter) -> str:
    """The sentences of a letter: no headings, tables or contact lines, and not the section on the law."""
    body = [b for b in letter.blocks if not isinstance(b, Heading | Table) and Element.LAW not in b.states]
    lines = "\n".join(words(block) for block in body).split("\n")
    return "\n".join(line for line in lines if not line.startswith(("Telephone:", "E-mail:", "Website:")))


@pytest.mark.parametrize("kind", people.FAMILY_LETTERS)
@pytest.mark.parametrize("to", [people.PARENT, people.YOUNG_PERSON])
def test_a_letter_to_a_family_can_be_read_at_about_age_twelve(kind: LetterKind, to: people.Addressee) -> None:
    length, level = reading.grade(running_text(people.FAMILY_LETTERS[kind](to)))
    assert length <= 12
    assert level <= 7.0


def test_the_measure_of_reading_tells_hard_words_from_plain_ones() -> None:
    _, hard = reading.grade(
        "Notwithstanding the aforementioned determination, the authority considers that the provision "
        "necessitated is ordinarily available within mainstream educational establishments."
    )
    _, plain = reading.grade("We have made our decision. We think the school can give this help.")
    assert hard > 16
    assert plain < 4


@pytest.mark.parametrize("kind", people.FAMILY_LETTERS)
def test_no_sentence_to_a_family_is_longer_than_thirty_words(kind: LetterKind) -> None:
    for sentence in re.split(r"(?<=[.?!])\s+|\n+", running_text(people.FAMILY_LETTERS[kind]())):
        assert len(sentence.split()) <= 30, sentence


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.HANDOVER])
def test_the_law_is_cited_in_the_last_section(kind: LetterKind) -> None:
    last = people.LETTERS[kind]().blocks[-1]
    assert not isinstance(last, Heading)
    assert Element.LAW in last.states
    assert "2014" in words(last)


@pytest.mark.parametrize("kind", people.FAMILY_LETTERS)
def test_a_young_person_is_spoken_to_and_not_about(kind: LetterKind) -> None:
    letter = people.FAMILY_LETTERS[kind](people.YOUNG_PERSON)
    facts_of_the_cast = ("Dr Bielak sees Amira", "Amira likes animals")
    said = "\n".join([letter.subject, *(words(block) for block in letter.blocks)])
    for fact in facts_of_the_cast:
        said = said.replace(fact, "")
    assert "Amira" not in said
    assert "your child" not in said
    assert "you’s" not in said
