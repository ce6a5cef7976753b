"""What the clock says of a duty is what a person last read."""

from core.law import sentences


def test_every_sentence_about_a_duty_is_one_that_was_read() -> None:
    read = sentences.READ.read_text(encoding="utf-8").splitlines()
    assert sentences.text().splitlines() == read, sentences.__doc__
