"""What became of a line: used where its words stand, not used with a reason, and never by a machine."""

import pytest

from alongside.core.advice import using
from alongside.core.advice.using import Decision, Outcome, Standing
from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused

F, B = PlanSection.F, PlanSection.B
TEXTS = {
    "B": "Ivy cannot follow long instructions.\n\nShe tires quickly.",
    "F": "F1. A therapist works with Ivy’s class team for 60 minutes each half term.\n\nF2. Short breaks every hour.",
    "I": "Millbrook Primary School",
}
USED = Decision(Outcome.USED, F, "A therapist works with Ivy's class team")
NOT_USED = Decision(Outcome.NOT_USED, reason="The family asked for it to be left out.")


@pytest.mark.parametrize(
    ("decision", "texts", "stands"),
    [
        (None, TEXTS, Standing.UNDECIDED),
        (USED, TEXTS, Standing.USED),
        (NOT_USED, TEXTS, Standing.NOT_USED),
        (NOT_USED, {}, Standing.NOT_USED),
        (USED, {"F": "F1. A teacher works with Ivy."}, Standing.GONE),
        (USED, {}, Standing.GONE),
    ],
)
def test_line_stands_as_the_plan_reads_now(
    decision: Decision | None, texts: dict[str, str], stands: Standing
) -> None:
    found = using.standing(decision, texts)
    assert found is stands
    assert found.is_settled is (stands in (Standing.USED, Standing.NOT_USED))


@pytest.mark.parametrize("decision", [USED, NOT_USED])
def test_whole_decision_is_taken(decision: Decision) -> None:
    using.check(decision, TEXTS)


@pytest.mark.parametrize(
    ("decision", "sentence", "field"),
    [
        (Decision(Outcome.USED, None, "A therapist"), "Choose the section", "section"),
        (Decision(Outcome.USED, PlanSection.I, "Millbrook Primary School"), "Choose the section", "section"),
        (Decision(Outcome.USED, F, "Ivy"), "Give the words of Section F", "quote"),
        (
            Decision(Outcome.USED, B, "A therapist works with Ivy"),
            "Section B does not say “A therapist",
            "quote",
        ),
        (Decision(Outcome.USED, PlanSection.C, "A therapist works"), "Section C does not say", "quote"),
        (
            Decision(Outcome.NOT_USED, reason="x" * 19 + "  "),
            r"at least 20 characters .you have written 19",
            "reason",
        ),
        (
            Decision(Outcome.NOT_USED, reason="x" * 4_001),
            "4,001 characters long; 4,000 is the most",
            "reason",
        ),
    ],
)
def test_decision_that_says_too_little_is_refused(decision: Decision, sentence: str, field: str) -> None:
    with pytest.raises(Refused, match=sentence) as refusal:
        using.check(decision, TEXTS)
    assert refusal.value.field == field


def test_reason_of_twenty_characters_is_enough() -> None:
    using.check(Decision(Outcome.NOT_USED, reason="x" * 20), {})


def test_nothing_quoted_occurs_nowhere() -> None:
    assert not using.occurs(" ", "Anything")


def test_likeliest_sentence_comes_first_and_strangers_are_left_out() -> None:
    found = using.candidates("A therapist should train Ivy’s class team every half term", TEXTS, F, ("Ivy",))
    assert (found[0].section, found[0].words) == (
        F,
        "F1. A therapist works with Ivy’s class team for 60 minutes each half term.",
    )
    assert all("Millbrook" not in each.words for each in found)
    assert using.candidates("Zebras", TEXTS, F) == ()


def test_every_candidate_can_be_quoted() -> None:
    for each in using.candidates("Ivy tires and needs short breaks", TEXTS, B):
        using.check(Decision(Outcome.USED, each.section, each.words), TEXTS)
