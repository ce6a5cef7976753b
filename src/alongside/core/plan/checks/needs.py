"""Whether each need says what is hard and only one thing, and whether provision hides there: B.1, B.2, B.3, A.4."""

import re

from alongside.core.plan.checks import language, lexicon
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.items import Item, is_standing_text, says_none

_DIAGNOSIS = lexicon.pattern("needs.diagnosis")
_EFFECT = lexicon.pattern("needs.effect")
_PROVISION = lexicon.pattern("needs.provision")
_HIDDEN = lexicon.pattern("needs.hidden")
_WISH = lexicon.pattern("needs.wish")
_SECOND = re.compile(r",? and (?:he|she|they|[A-Z]\w+) (?:also )?(?:has|have|is|are|cannot|suffers)\b", re.I)
LONGEST_DIAGNOSIS = 16


def check(context: Context) -> None:
    """Write down what is wrong with needs, and provision where none belongs."""
    for item in context.needs:
        if (
            item.section == "B"
            and len(language.sentences(item.text)) == 1
            and _is_only_a_diagnosis(item.text)
        ):
            context.notes.add("B.1", item.main, item.text)
        elif item.section == "B" and (bare := _bare_diagnosis(item)):
            context.notes.add("B.1", item.main, bare)
        _several(context, item)
    for passage in context.plan.of("B", "C", "D"):
        if is_standing_text(passage):
            continue
        for sentence in language.sentences(passage.text):
            if (
                _PROVISION.search(language.unquoted(sentence))
                and not says_none(sentence)
                and not _WISH.search(sentence)
            ):
                context.notes.add("B.3", passage, sentence)
    for passage in context.plan.of("A"):
        for sentence in language.sentences(passage.text):
            spoken = language.unquoted(sentence)
            if _HIDDEN.search(spoken) and not _WISH.search(spoken) and sentence.count('"') % 2 == 0:
                context.notes.add("A.4", passage, sentence)


def _bare_diagnosis(item: Item) -> str:
    """A diagnosis in a sentence by itself, which the rest of the need does not go on to describe."""
    first, *rest = language.sentences(item.text) or ("",)
    if not rest or len(first.split()) > 5 or not _is_only_a_diagnosis(first):
        return ""
    about = lexicon.concepts(first)
    return "" if not about or about & lexicon.concepts(" ".join(rest)) else first


def _is_only_a_diagnosis(text: str) -> bool:
    if len(text.split()) > LONGEST_DIAGNOSIS or not _DIAGNOSIS.search(text):
        return False
    plain = re.sub(
        r"\b(?:learning|specific|severe|moderate|profound|multiple) difficult\w+", " ", text, flags=re.I
    )
    plain = re.sub(r"\b(?:made|given|confirmed|diagnosed)\b.{0,40}$", " ", plain, flags=re.I)
    return not _EFFECT.search(plain)


def _several(context: Context, item: Item) -> None:
    """Three unlike things listed in one sentence, or a second statement of another kind joined by "and"."""
    for sentence in language.sentences(item.text):
        parts = [part for part in re.split(r",\s*|\band\b|;|&|/", sentence) if part.strip()]
        kinds = [lexicon.concepts(part) for part in parts]
        areas = {lexicon.area(concept) for held in kinds for concept in held}
        distinct = _unlike(kinds)
        if (
            len(sentence.split()) <= 30
            and distinct >= 3
            and len(areas) >= 2
            and not re.search(r"\d|\bsuch as\b|:|\(", sentence)
        ):
            context.notes.add("B.2", item.main, sentence)
            return
        if item.section == "C" and _second_of_another_kind(sentence):
            context.notes.add("B.2", item.main, sentence, severity=Severity.INFORMATION)
            return


def _unlike(kinds: list[frozenset[str]]) -> int:
    """How many parts speak of something that no part before them did."""
    seen: set[str] = set()
    count = 0
    for held in kinds:
        if held and not held & seen:
            count += 1
        seen |= held
    return count


def _second_of_another_kind(sentence: str) -> bool:
    for match in _SECOND.finditer(sentence):
        before, after = lexicon.concepts(sentence[: match.start()]), lexicon.concepts(sentence[match.end() :])
        if before and after - before:
            return True
    return False
