"""Two people change the same text: whatever either wrote is in the proposal."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.plan import merge
from alongside.core.plan.difference import edits

WORDS = st.lists(st.sampled_from([" a", " b", " c", " d", " e", " f"]), max_size=15)
TEXTS = WORDS.map("".join)


@given(TEXTS, TEXTS)
def test_their_text_stands_where_i_changed_nothing(base: str, theirs: str) -> None:
    assert merge.join(base, theirs, base).text == theirs


@given(TEXTS, TEXTS)
def test_my_text_stands_where_they_changed_nothing(base: str, mine: str) -> None:
    assert merge.join(base, base, mine).text == mine


@given(TEXTS, TEXTS)
def test_the_same_change_made_twice_is_made_once(base: str, both: str) -> None:
    assert merge.join(base, both, both) == merge.Joined(both, ())


@given(TEXTS, TEXTS, TEXTS)
def test_no_word_that_either_put_in_is_lost(base: str, theirs: str, mine: str) -> None:
    joined = merge.join(base, theirs, mine).text.split()
    for side in (theirs, mine):
        for edit in edits(base, side):
            for word in set(edit.now):
                assert word.strip() in joined


@given(TEXTS, TEXTS, TEXTS)
def test_whether_two_overlap_does_not_depend_on_whose_side_is_whose(base: str, one: str, other: str) -> None:
    assert merge.join(base, one, other).is_clean == merge.join(base, other, one).is_clean


@given(TEXTS, TEXTS, TEXTS)
def test_changes_in_different_places_join_the_same_either_way(base: str, one: str, other: str) -> None:
    joined = merge.join(base, one, other)
    if joined.is_clean:
        assert joined.text == merge.join(base, other, one).text


def test_changes_in_different_sentences_are_both_taken() -> None:
    base = "Ivy reads well. Ivy writes slowly. Ivy counts to ten."
    theirs = "Ivy reads very well. Ivy writes slowly. Ivy counts to ten."
    mine = "Ivy reads well. Ivy writes slowly. Ivy counts to twenty."
    joined = merge.join(base, theirs, mine)
    assert joined.is_clean
    assert joined.text == "Ivy reads very well. Ivy writes slowly. Ivy counts to twenty."


def test_changes_to_the_same_words_are_put_side_by_side_for_a_person_to_choose() -> None:
    joined = merge.join("Help daily at school.", "Help weekly at school.", "Help hourly at school.")
    assert joined.overlaps == (("weekly", "hourly"),)
    assert joined.text == "Help weekly hourly at school."


def test_two_first_texts_do_not_run_into_one_word() -> None:
    assert merge.join("", "Ivy reads", "She writes").text == "Ivy reads\nShe writes"
