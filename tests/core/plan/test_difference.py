"""Word by word: what came, what went, and that nothing is ever lost on the way."""

from itertools import pairwise
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.plan import difference
from alongside.core.plan.difference import Change, Piece

TEXTS = st.lists(
    st.sampled_from(["Ivy", "reads", "well", "with", "help", ".", "\n", "\n\n", " ", "  ", "£5", "—"]),
    max_size=40,
).map(" ".join)


def _side(pieces: tuple[Piece, ...], gone: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not gone)


@given(TEXTS, TEXTS)
def test_what_stayed_and_came_is_the_later_text(before: str, after: str) -> None:
    assert _side(difference.of(before, after), Change.REMOVED) == after


@given(TEXTS, TEXTS)
def test_what_stayed_and_went_is_the_earlier_text(before: str, after: str) -> None:
    assert _side(difference.of(before, after), Change.ADDED) == before


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_characters_survive(before: str, after: str) -> None:
    pieces = difference.of(before, after)
    assert _side(pieces, Change.REMOVED) == after
    assert _side(pieces, Change.ADDED) == before


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(piece.change is Change.SAME for piece in difference.of(text, text))


@given(st.text(max_size=300))
def test_words_joined_are_the_text_again(text: str) -> None:
    assert "".join(difference.words_of(text)) == text


def test_one_changed_word_is_shown_as_one_out_and_one_in() -> None:
    assert difference.of("Ivy needs daily help.", "Ivy needs weekly help.") == (
        Piece(Change.SAME, "Ivy needs"),
        Piece(Change.REMOVED, " daily"),
        Piece(Change.ADDED, " weekly"),
        Piece(Change.SAME, " help."),
    )


def test_a_paragraph_left_alone_is_one_piece() -> None:
    kept = "A first paragraph of many words.\n\n"
    pieces = difference.of(kept + "Old end.", kept + "New end.")
    assert pieces[0] == Piece(Change.SAME, kept)


def test_two_long_texts_with_nothing_in_common_are_compared_in_seconds() -> None:
    before = "The child finds it hard to follow what is said to the whole class. " * 800
    after = "An adult repeats each instruction and checks what was understood. " * 800
    begun = perf_counter()
    pieces = difference.of(before, after)
    assert perf_counter() - begun < 10
    assert _side(pieces, Change.REMOVED) == after


def test_only_line_ends_and_spaces_are_no_difference() -> None:
    assert difference.is_same("Ivy reads.\r\nWell.", "Ivy  reads.\nWell.\n")
    assert not difference.is_same("Ivy reads.", "Ivy read.")


@given(TEXTS, TEXTS)
def test_edits_are_in_order_and_do_not_touch(before: str, after: str) -> None:
    found = difference.edits(before, after)
    assert all(first.end < second.start for first, second in pairwise(found))
