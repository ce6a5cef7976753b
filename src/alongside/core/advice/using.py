"""What became of a line of advice in a plan: used, with the plan's words quoted; not used, with the reason; or neither.

A quotation is held against the text of the plan each time: a line whose words were taken out of the plan again is as
undecided as one that nobody has looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

from alongside.core.advice.papers import plain
from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks import language, likeness
from alongside.core.plan.checks.likeness import Scale
from alongside.core.refusal import Refused

REASON_AT_LEAST, QUOTE_AT_LEAST = 20, 8
"""Characters of a reason and of a quotation."""
LONGEST = 4_000
IN_ANSWER_TO_ADVICE = tuple(s for s in PlanSection if s not in (PlanSection.I, PlanSection.K))
"""Sections in which advice can be used: I is filled in at the end, and K only lists it."""
OFFERED = 4


@unique
class Outcome(StrEnum):
    """What a writer decided of a line."""

    USED = "USED"
    NOT_USED = "NOT_USED"


@unique
class Standing(StrEnum):
    """How a line stands against the plan as it reads now. GONE: it was used, and those words have left the plan."""

    UNDECIDED = "UNDECIDED"
    USED = "USED"
    NOT_USED = "NOT_USED"
    GONE = "GONE"

    @property
    def is_settled(self) -> bool:
        """True where nothing is left to decide."""
        return self in (Standing.USED, Standing.NOT_USED)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: the section and its own words, or the reason why the line is not used."""

    outcome: Outcome
    section: PlanSection | None = None
    quote: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the plan that may be where a line was used."""

    section: PlanSection
    words: str


def standing(decision: Decision | None, texts: Mapping[str, str]) -> Standing:
    """How a line stands against these texts, by section code."""
    if decision is None:
        return Standing.UNDECIDED
    if decision.outcome is Outcome.NOT_USED:
        return Standing.NOT_USED
    return Standing.USED if occurs(decision.quote, texts.get(decision.section or "", "")) else Standing.GONE


def occurs(quote: str, text: str) -> bool:
    """True where these words stand in the text, one after the other; spaces and kinds of apostrophe aside."""
    return bool(plain(quote)) and plain(quote) in plain(text)


def check(decision: Decision, texts: Mapping[str, str]) -> None:
    """Refuse a decision that says nothing, or that quotes what the section does not say."""
    if decision.outcome is Outcome.NOT_USED:
        _check_reason(decision.reason)
        return
    if decision.section not in IN_ANSWER_TO_ADVICE:
        raise Refused("Choose the section in which this line is used.", field="section")
    if len(plain(decision.quote)) < QUOTE_AT_LEAST:
        raise Refused(
            f"Give the words of Section {decision.section} that take this up: {QUOTE_AT_LEAST} characters or more.",
            field="quote",
        )
    if not occurs(decision.quote, texts.get(decision.section, "")):
        shown = " ".join(decision.quote.split())
        raise Refused(
            f"Section {decision.section} does not say “{shown[:120]}”. Write it there first, or copy the words as they "
            "stand in the section.",
            field="quote",
        )


def _check_reason(reason: str) -> None:
    given = len(reason.strip())
    if given < REASON_AT_LEAST:
        raise Refused(
            f"Say why this line is not used, in at least {REASON_AT_LEAST} characters (you have written {given}). Its "
            "author and the family can read it.",
            field="reason",
        )
    if given > LONGEST:
        raise Refused(f"The reason is {given:,} characters long; {LONGEST:,} is the most.", field="reason")


def candidates(
    words: str, texts: Mapping[str, str], first: PlanSection, names: tuple[str, ...] = ()
) -> tuple[Candidate, ...]:
    """The sentences of the plan that share most with a line, the likeliest first; those of `first` before equals.

    A help to find them, by the words and subjects in common: whether the line is used, a person says.
    """
    held = [
        (section, sentence)
        for section in sorted(IN_ANSWER_TO_ADVICE, key=lambda s: s is not first)
        for sentence in dict.fromkeys(language.sentences(texts.get(section, "")))
        if len(plain(sentence)) >= QUOTE_AT_LEAST
    ]
    features = [likeness.features(sentence, names) for _, sentence in held]
    said = likeness.features(words, names)
    scale = Scale.of([*features, said])
    ranked = sorted(
        ((scale.share(said, found), -place) for place, found in enumerate(features)), reverse=True
    )
    return tuple(Candidate(*held[-place]) for share, place in ranked[:OFFERED] if share > 0)
