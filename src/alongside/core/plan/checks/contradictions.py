"""Two statements that cannot both be right: P10.4.

Kept to what can be seen from the figures: hours of the same support, the number of adults, and the kind of school.
"""

import re

from alongside.core.plan.checks import language, lexicon, quantity
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.document import Passage
from alongside.core.plan.checks.finding import Severity

_HOURS = re.compile(r"(\d+(?:\.\d+)?) hours? (?:a|per|each|every) week", re.IGNORECASE)
_SUPPORT = lexicon.pattern("contradictions.support")
_TOTAL = lexicon.pattern("contradictions.total")
_DAYS_A_WEEK = lexicon.pattern("contradictions.days_a_week")
_ATTENDS = lexicon.pattern("contradictions.attends")
_ONE = re.compile(r"\b(?:one[- ]to[- ]one|1\s?:\s?1|1[- ]to[- ]1|one adult)\b", re.IGNORECASE)
_TWO = lexicon.pattern("contradictions.two")
_ALWAYS = lexicon.pattern("contradictions.always")


def check(context: Context) -> None:
    """Write down pairs of statements that disagree."""
    _hours(context)
    _days(context)
    _opposites(context)
    _adults(context)


def _hours(context: Context) -> None:
    """Hours a week of the same support, where one of the two speaks of the whole."""
    stated: list[tuple[float, Passage, str, bool]] = []
    for item in context.provisions:
        if item.section != "F":
            continue
        for passage in item.parts:
            for sentence in language.sentences(passage.text):
                plain = quantity.figures(sentence)
                found = _HOURS.search(plain)
                if (
                    found
                    and _SUPPORT.search(plain)
                    and not re.search(r"\bup to\b[^.]{0,12}$", plain[: found.start()], re.I)
                ):
                    sense = re.sub(r"^(?:[A-K]|H[12])?\d+(?:\.\d+)*[.:)]?\s+", "", sentence)
                    stated.append((float(found.group(1)), passage, sense, bool(_TOTAL.search(plain))))
    totals = [each for each in stated if each[3]]
    for hours, _, total, _ in totals:
        for other, passage, sentence, is_total in stated:
            if (
                other != hours
                and not (is_total and sentence == total)
                and other > 0
                and (other > hours or is_total)
            ):
                context.notes.add(
                    "P10.4",
                    passage,
                    sentence,
                    why=f"{other:g} hours a week here, and {hours:g} in: “{total}”",
                )


def _days(context: Context) -> None:
    """Days a week of attendance."""
    stated: list[tuple[str, Passage, str]] = []
    for passage in context.plan.of("F", "I"):
        for sentence in language.sentences(passage.text):
            match = _DAYS_A_WEEK.search(quantity.figures(sentence))
            if match and _ATTENDS.search(sentence):
                stated.append((match.group(1) or match.group(2), passage, sentence))
    for number, passage, sentence in stated[1:]:
        if number != stated[0][0]:
            context.notes.add(
                "P10.4",
                passage,
                sentence,
                why=f"{number} days a week here, and {stated[0][0]} in: “{stated[0][2]}”",
            )


def _opposites(context: Context) -> None:
    """What one sentence says the child can or has, and another that the child cannot or has not."""
    said = [
        (passage, sentence)
        for passage in context.plan.of("A", "B", "C", "D", "F", "G")
        if passage.role != "outcome"
        for sentence in language.sentences(language.unquoted(passage.text))
    ]
    for pair in lexicon.held("patterns")["opposites"].values():
        can, cannot = (re.compile("|".join(pair[side]), re.IGNORECASE) for side in ("can", "cannot"))
        ones = [(p, s) for p, s in said if can.search(s) and not cannot.search(s)]
        others = [(p, s) for p, s in said if cannot.search(s) and not can.search(s)]
        if ones and others:
            (passage, sentence), (_, other) = ones[0], others[0]
            context.notes.add(
                "P10.4", passage, sentence, severity=Severity.WARNING, why=f"It does not fit with: “{other}”"
            )
            context.notes.add(
                "P10.4",
                others[0][0],
                other,
                severity=Severity.WARNING,
                why=f"It does not fit with: “{sentence}”",
            )


def _adults(context: Context) -> None:
    """One adult and two adults, both all the time."""
    ones, twos = [], []
    for item in context.provisions:
        if item.section == "F" and _ALWAYS.search(item.whole):
            if _TWO.search(item.text):
                twos.append(item)
            elif _ONE.search(item.text):
                ones.append(item)
    for one in ones:
        for two in twos:
            context.notes.add(
                "P10.4", one.main, one.text, why=f"One adult here, and two for the same time in: “{two.text}”"
            )
