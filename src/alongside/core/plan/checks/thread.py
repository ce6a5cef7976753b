"""The thread from hope to need to provision to outcome: P10.1, P10.2, P10.3, A.5."""

import re

from alongside.core.plan.checks import days, language, lexicon, likeness, outcomes
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.document import Passage
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.items import Item, is_strength

# Subjects so particular that a provision or outcome about them has no other need behind it.
PARTICULAR = lexicon.word_set("thread.particular")
_ALSO_FOR_PLEASURE = frozenset({"swimming", "riding"})
_SISTER = {"B": ("F",), "C": ("G", "F"), "D": ("H1", "H2", "H")}
_WISH = lexicon.pattern("thread.wish")
_NO_WISH = lexicon.pattern("thread.no_wish")
_USUAL = lexicon.word_set("thread.usual")
LEAST_HELD = 0.34


def check(context: Context) -> None:
    """Write down every end of the thread that hangs loose."""
    if context.needs and context.provisions:
        _needs(context)
        _provisions(context)
    if context.needs:
        _outcomes(context)
    if context.outcomes or context.provisions:
        _aspirations(context)


def _needs(context: Context) -> None:
    named = {ref for item in context.provisions for ref in item.refers_to}
    uses_numbers = sum(
        bool(item.refers_to & {n.number for n in context.needs}) for item in context.provisions
    ) * 3 >= len(context.provisions)
    provided = [
        (item.section, lexicon.concepts(item.whole), likeness.features(item.whole, context.case.names))
        for item in context.provisions
    ]
    for need in context.needs:
        if need.number and need.number in named:
            continue
        if (
            any(re.search(r"\ball\b", item.part("need"), re.I) for item in context.provisions)
            and not need.number
        ):
            continue
        own = lexicon.concepts(need.text)
        stems = likeness.features(need.text, context.case.names).stems
        if not own and not stems:
            continue
        covered = [
            bool(own & concepts) or len(stems & features.stems) >= 3 for _, concepts, features in provided
        ]
        sisters = [section for section, _, _ in provided if section in _SISTER[need.section]]
        if any(covered) and not (
            uses_numbers and need.section == "B" and need.number and not _strongly(own, provided, stems)
        ):
            continue
        if need.section != "B" and (sisters or not need.number):
            continue
        severity = Severity.BLOCKER if uses_numbers and need.number else Severity.WARNING
        why = (
            f"No provision in F, G or H is for {need.number}."
            if need.number
            else "No provision in F, G or H seems to be about this."
        )
        context.notes.add("P10.1", need.main, need.text, severity=severity, why=why)


def _strongly(
    own: frozenset[str], provided: list[tuple[str, frozenset[str], likeness.Features]], stems: frozenset[str]
) -> bool:
    """Most of what the need is about is in one provision, so that its number was only forgotten."""
    return any(
        2 * len(own & concepts) >= max(1, len(own)) and len(stems & features.stems) >= 2
        for _, concepts, features in provided
    )


def _provisions(context: Context) -> None:
    needed = frozenset(c for need in context.needs for c in lexicon.concepts(need.text))
    numbers = {need.number for need in context.needs if need.number}
    for item in context.provisions:
        if item.section not in ("F", "G"):
            continue
        own_reference = item.part("need")
        if _has_blank_need(item):
            context.notes.add(
                "P10.2", item.main, item.text, why="The line has a place for its need, and it is empty."
            )
        elif numbers and re.search(r"\d", own_reference) and not item.refers_to & numbers:
            context.notes.add(
                "P10.2",
                item.main,
                item.text,
                why=f"It is for {own_reference.strip()}, which is not in the plan.",
            )
        elif not re.search(r"\d|\ball\b", own_reference, re.I):
            subjects = lexicon.concepts(item.text)
            particular = (subjects & PARTICULAR) - _ALSO_FOR_PLEASURE
            if particular and not subjects & needed and item.section == "F":
                severity = Severity.WARNING if item.refers_to & numbers else None  # its heading names a need
                context.notes.add("P10.2", item.main, item.text, severity=severity)


def _has_blank_need(item: Item) -> bool:
    return any(part.role == "need" and not re.search(r"[A-Za-z0-9]", part.text) for part in item.parts)


def _outcomes(context: Context) -> None:
    needed = frozenset(c for need in context.needs for c in lexicon.concepts(need.text))
    for item in context.outcomes:
        if outcomes.is_provision(item.text):
            continue
        subjects = lexicon.concepts(language.unquoted(item.text)) & PARTICULAR
        if subjects and not subjects & needed and not re.search(r"\b[BCD]\d", item.part("need", "ref")):
            context.notes.add("P10.3", item.main, item.text)


def _aspirations(context: Context) -> None:
    later = [
        likeness.features(item.whole, context.case.names) for item in (*context.outcomes, *context.provisions)
    ]
    scale = likeness.Scale.of(later)
    stems = frozenset(stem for features in later for stem in features.stems)
    concepts = frozenset(c for features in later for c in features.concepts)
    everything = likeness.Features(stems, concepts, frozenset())
    for passage in context.plan.of("A"):
        if is_strength(passage):
            continue
        for sentence in language.sentences(
            passage.text.replace("“", " ").replace("”", " ").replace('"', " ")
        ):
            for wish in _wishes(sentence):
                _one(context, passage, wish, scale, everything)


def _wishes(sentence: str) -> list[str]:
    """The parts of a sentence that hold a wish: "and to" begins another one."""
    if not _WISH.search(sentence) or _NO_WISH.search(sentence):
        return []
    parts = re.split(r",? and (?=(?:to|a|have|be|for|we|he|she|they) )|;\s*", sentence)
    return [sentence] if len(parts) == 1 else [part.strip(" ,.") for part in parts if len(part.split()) >= 4]


def _one(
    context: Context, passage: Passage, wish: str, scale: likeness.Scale, later: likeness.Features
) -> None:
    found = _WISH.search(wish)
    said = wish[found.end() :] if found and found.start() < len(wish) / 2 else wish
    features = likeness.features(said, context.case.names)
    own = likeness.Features(features.stems - _USUAL, features.concepts, frozenset())
    if own.size < 3 and not own.concepts:
        return
    if scale.share(own, later) < LEAST_HELD:
        # A young child's dream of a trade shows what to build on; from year 9 the plan must prepare for it.
        is_dream = bool(re.search(r"\bbe (?:an? )?\w+", wish)) and not _is_older(context)
        context.notes.add("A.5", passage, wish.strip(), severity=Severity.INFORMATION if is_dream else None)


def _is_older(context: Context) -> bool:
    born, planned = context.case.date_of_birth, context.case.planned_on
    return not (born and planned) or days.school_year(born, planned) >= 9
