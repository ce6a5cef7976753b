"""Sentences, clauses, stems and quotations."""

import pytest

from alongside.core.plan.checks import language


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Lee came. She left.", ["Dr. Lee came.", "She left."]),
        ("Use aids, e.g. a ruler. Then stop.", ["Use aids, e.g. a ruler.", "Then stop."]),
        ("Maps, overlays, etc. The next day.", ["Maps, overlays, etc.", "The next day."]),
        ("At 8.40 he came.\nAnd left", ["At 8.40 he came.", "And left"]),
        ("B1. Jo reads.", ["B1. Jo reads."]),
        ("He said “no.” then left.", ["He said “no.” then left."]),
        ("\n\n", []),
    ],
)
def test_text_is_divided_into_sentences(text: str, sentences: list[str]) -> None:
    assert list(language.sentences(text)) == sentences


def test_clauses_are_told_apart() -> None:
    sentence = "Reading, daily (ten minutes); where possible, in the den."
    assert language.clause_at(sentence, sentence.index("where")) == "where possible"
    assert language.clause_at(sentence, sentence.index("den")) == "in the den"
    assert language.clause_at(sentence, sentence.index(", daily") + 1) == "Reading"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("helping", "helped"),
        ("stopping", "stops"),
        ("carries", "carry"),
        ("reading", "reads"),
        ("teacher's", "teach"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert language.stem(one) == language.stem(other)


def test_words_that_only_look_alike_keep_their_stems() -> None:
    assert language.stem("carer") != language.stem("cars")
    assert language.stem("15") == "15"


def test_quotations_are_taken_out_and_positions_stay() -> None:
    text = 'She says "go on" and “stop”.'
    assert language.quoted(text) == ["go on", "stop"]
    assert len(language.unquoted(text)) == len(text)
    assert "go on" not in language.unquoted(text)


def test_long_words_make_a_sentence_hard() -> None:
    assert (
        language.grade("The cat sat.")
        < 5
        < language.grade("Metacognitive dysregulation precipitates individuated vulnerabilities.")
    )
    assert language.grade("") == 0
    assert language.syllables("table") == 2
    assert language.syllables("the") == 1
