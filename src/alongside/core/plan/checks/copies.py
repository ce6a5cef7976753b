"""Words that stand in another child's plan too, or three times in this one: P5.1, P5.2. And how distinct a plan is."""

import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence

from alongside.core.plan.checks import language
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.copy_index import LEAST, Index, Other, fingerprints, is_standard, tokens
from alongside.core.plan.checks.document import Passage, PlanDocument
from alongside.core.plan.checks.headings import FRONT
from alongside.core.plan.checks.items import is_standing_text

REPEATS = 3
SHORTEST_SENTENCE = 7


def check(context: Context) -> None:
    """Write down what stands elsewhere too."""
    _copied(context, context.others)
    _repeated(context)


def _copied(context: Context, index: Index) -> None:
    for passage in context.plan.passages:
        if len(passage.text) < 80 or is_standard(passage):
            continue
        own = tokens(passage.text, context.case.names)
        start, length, name = _longest_copy(context.plan.name, [token.word for token in own], index)
        if length >= LEAST:
            text = passage.text[own[start].start : own[start + length - 1].end]
            why = f"These {length} words stand in {name} too. What fits two children may describe neither."
            context.notes.add("P5.1", passage, text, why=why)


def _longest_copy(plan: str, words: Sequence[str], index: Index) -> tuple[int, int, str]:
    """The longest run that stands in another plan: where it begins, its words, and whose plan it is."""
    if len(words) < LEAST:
        return 0, 0, ""
    numbers = {number for mark, _ in fingerprints(words) for number in index.held.get(mark, ())}
    best = (0, 0, "")
    for number in sorted(numbers):
        name, theirs = index.passages[number]
        if name != plan:
            start, length = longest_common(words, theirs.split())
            if length > best[1]:
                best = (start, length, name)
    return best


def longest_common(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """Where the longest run that both share begins in the first, and how many words it has."""
    best = (0, 0)
    before = [0] * (len(second) + 1)
    for at, word in enumerate(first, 1):
        row = [0] * (len(second) + 1)
        for other, theirs in enumerate(second, 1):
            if word == theirs:
                row[other] = before[other - 1] + 1
                if row[other] > best[1]:
                    best = (at - row[other], row[other])
        before = row
    return best


def _repeated(context: Context) -> None:
    counted: Counter[str] = Counter()
    first: dict[str, tuple[Passage, str]] = {}
    for passage in context.plan.passages:
        if passage.section in (FRONT, "K", "A") or (is_standing_text(passage) and is_standard(passage)):
            continue
        for sentence in language.sentences(passage.text):
            said = " ".join(token.word for token in tokens(sentence, context.case.names))
            said = re.sub(r"^(?:[a-k]\d+[a-z]? )?(?:\d+ )?", "", said)
            if len(said.split()) >= SHORTEST_SENTENCE:
                counted[said] += 1
                first.setdefault(
                    said, (passage, re.sub(r"^(?:[A-K]|H[12])?\d+[a-z]?(?:\.\d+)*[.:)]?\s+", "", sentence))
                )
    for said, times in counted.items():
        if times >= REPEATS:
            passage, sentence = first[said]
            why = f"The same sentence stands {times} times. What it means for each need could be checked."
            context.notes.add("P5.2", passage, sentence, why=why)


def distinctiveness(plan: PlanDocument, names: Sequence[str], others: Sequence[Other]) -> Mapping[str, float]:
    """How far this plan can be told from each other one with the names taken out: 1 wholly, 0 not at all.

    The share of its runs of five words, in A to H2 and without the council's standard text, that the other lacks.
    """
    own = runs(plan, names)
    if not own:
        return {}
    return {other.plan.name: 1 - len(own & runs(other.plan, other.names)) / len(own) for other in others}


def nearest(plans: Mapping[str, frozenset[int]]) -> Mapping[str, tuple[str, float]]:
    """For each plan, by its `runs`: the one that it is hardest to tell from, and how distinct it is from that one.

    Plans without runs of their own are left out, and so is a plan that stands alone.
    """
    found: dict[str, tuple[str, float]] = {}
    for name, own in plans.items():
        others = [
            (1 - len(own & theirs) / len(own), other)
            for other, theirs in plans.items()
            if other != name and own
        ]
        if others:
            share, other = min(others)
            found[name] = (other, share)
    return found


def runs(plan: PlanDocument, names: Sequence[str]) -> frozenset[int]:
    """Fingerprints of all runs of five words in A to H2, without names, pronouns and the council’s standard text."""
    found: set[int] = set()
    for passage in plan.passages:
        if (
            passage.section not in (FRONT, "I", "J", "K")
            and not passage.is_heading
            and not is_standard(passage)
        ):
            words = [token.word for token in tokens(passage.text, names)]
            found |= {zlib.crc32(" ".join(run).encode()) for run in language.shingles(words, 5)}
    return frozenset(found)
