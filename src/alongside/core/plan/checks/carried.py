"""Whether the plan takes up what the advice says, and gives no less: B.4, F.5, F.6.

What a machine finds here is a reason to ask. Where words and subjects of a statement are nowhere in the plan it is a
blocker; where something like it stands it is a warning.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.plan.checks import lexicon, likeness, provision_words, quantity, statements
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.facts import Advice
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.items import Item
from alongside.core.plan.checks.likeness import Features, Scale
from alongside.core.plan.checks.statements import Kind, Statement

NEED_IS_THERE, NEED_MAY_BE_THERE, AROUND_IS_THERE = 0.40, 0.28, 0.28
HARDLY_THERE = 0.20
PROVISION_IS_THERE, PROVISION_MAY_BE_THERE = 0.40, 0.26
SAME_SUBJECT = 0.22
LESS = 0.9
_CONDITION = lexicon.pattern("carried.condition")
_WEAK = lexicon.word_set("carried.weak")


@dataclass(frozen=True, slots=True)
class _Held:
    """One item or passage of the plan, as it is compared."""

    section: str
    text: str
    features: Features
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plan and its advice, ready to be compared."""

    needs: tuple[_Held, ...]
    provisions: tuple[_Held, ...]
    scale: Scale
    names: tuple[str, ...]

    @classmethod
    def of(cls, context: Context, said: Sequence[Statement]) -> "Comparison":
        """Every need, passage of A to D and provision, with the weights of this case."""
        names = (*context.case.names, *(person.split("(")[0] for person in context.case.other_people))
        needs = [
            _Held(p.section, p.text, likeness.features(p.text, names)) for p in context.plan.of("B", "C", "D")
        ]
        provisions = [
            _Held(i.section, i.whole, likeness.features(i.whole, names), i) for i in context.provisions
        ]
        features = [h.features for h in (*needs, *provisions)] + [
            likeness.features(s.text, names) for s in said
        ]
        return cls(tuple(needs), tuple(provisions), Scale.of(features), names)


def check(context: Context) -> None:
    """Write down what the advice says and the plan does not."""
    said = [s for advice in context.advice for s in statements.of(advice, context.case)]
    if not said or not context.provisions:
        return
    comparison = Comparison.of(context, said)
    for statement in said:
        if statement.kind is Kind.NEED:
            _need(context, comparison, statement)
        else:
            _provision(context, comparison, statement)


def _need(context: Context, comparison: Comparison, said: Statement) -> None:
    features = likeness.features(said.text, comparison.names)
    if features.size < 2 and not features.concepts:
        return
    share = max((comparison.scale.share(features, held.features) for held in comparison.needs), default=0.0)
    there = frozenset(c for held in comparison.needs for c in held.features.concepts)
    missing = sorted(features.concepts - there - _WEAK)
    around = likeness.features(said.around, comparison.names)
    wider = max((comparison.scale.share(around, held.features) for held in comparison.needs), default=0.0)
    if missing and share < NEED_IS_THERE:
        severity = Severity.BLOCKER if share < HARDLY_THERE else Severity.WARNING
        about = ", ".join(concept.replace("_", " ") for concept in missing)
        why = f"Sections B, C and D do not seem to speak of this ({about})."
    elif share < NEED_MAY_BE_THERE and wider < AROUND_IS_THERE and features.size >= 3:
        severity, why = (
            Severity.WARNING,
            "Few of these words, or of words that mean the same, stand in Sections B, C and D.",
        )
    else:
        return
    context.notes.add(
        "B.4",
        said.section,
        said.text,
        doc=said.doc,
        severity=severity,
        why=why,
        ask=_author(context, said.doc),
    )


def _provision(context: Context, comparison: Comparison, said: Statement) -> None:
    """Each part of what is asked for: "the same adult, a timetable, and a place to go" are three things."""
    whole = _full(comparison, said.text)
    near = _nearest(context, comparison, said.text, said)
    ask = _author(context, said.doc)
    less, is_same = "", False
    for part in _parts(said.text):
        closest = near if part == said.text else _nearest(context, comparison, part, said)
        found = _gives_less(part, closest) if closest else ""
        if found and closest:
            item = closest[0].item
            assert item is not None
            context.notes.add("F.6", item.main, item.text, why=f"{found} The advice: “{said.text}”", ask=ask)
            less = less or found
            is_same = is_same or _is_same_subject(comparison, part, closest[0])
    if whole >= PROVISION_IS_THERE or (less and is_same):
        return
    severity = Severity.BLOCKER if whole < PROVISION_MAY_BE_THERE else Severity.WARNING
    context.notes.add("F.5", said.section, said.text, doc=said.doc, severity=severity, ask=ask)


def _parts(text: str) -> list[str]:
    pieces = [
        piece.strip()
        for piece in re.split(r";\s*(?:and )?|,\s*(?:and )(?=an? |the |two |one )", text)
        if len(piece.split()) >= 4
    ]
    return pieces if len(pieces) > 1 else [text]


def _full(comparison: Comparison, text: str) -> float:
    """How much of what is asked for stands in any one provision."""
    said = likeness.features(text, comparison.names)
    return max(comparison.scale.share(said, held.features) for held in comparison.provisions)


def _nearest(context: Context, comparison: Comparison, text: str, said: Statement) -> list[_Held]:
    """The provisions that may be meant, the likeliest first; none where nothing is like it.

    Figures are left out, so that a dose that was cut does not hide what it was cut from. Where the adviser is to do it,
    what names that profession comes first.
    """
    role = _role(context, text, said.doc)
    found = likeness.features(text, comparison.names)
    words = Features(found.stems, found.concepts, frozenset())
    ranked = []
    for number, held in enumerate(comparison.provisions):
        share = comparison.scale.share(words, held.features)
        if role:
            share += 0.3 * comparison.scale.share(
                likeness.features(role), likeness.features(held.item.text if held.item else "")
            )
        if _is_same_subject(comparison, text, held):
            share += 0.25
        ranked.append((share, -number))
    best = max(ranked)[0]
    if best < SAME_SUBJECT:
        return []
    return [comparison.provisions[-n] for share, n in sorted(ranked, reverse=True) if share >= 0.95 * best]


def _is_same_subject(comparison: Comparison, text: str, held: _Held) -> bool:
    """Both are about something that at most two provisions of the plan are about."""
    both = (lexicon.concepts(text) & held.features.concepts) - _WEAK
    return any(
        sum(concept in other.features.concepts for other in comparison.provisions) <= 2 for concept in both
    )


def _gives_less(text: str, near: Sequence[_Held]) -> str:
    """How the nearest provision gives less than what is advised; nothing where it does not seem to."""
    wanted = quantity.dose(text)
    given = [quantity.dose(held.text) for held in near]
    first = near[0].text
    if _hangs(first) and not _hangs(text):
        return "The advice asks for it outright; here it hangs on a condition."
    if wanted.is_empty:
        return ""
    most = max((dose.minutes_a_week for dose in given if dose.minutes_a_week is not None), default=None)
    if wanted.minutes_a_week is not None and most is not None:
        less = most < LESS * wanted.minutes_a_week
        return (
            f"About {most:.0f} minutes a week here, {wanted.minutes_a_week:.0f} in the advice."
            if less
            else ""
        )
    is_there = provision_words.states_always(first) or provision_words.is_thing(
        near[0].item.text if near[0].item else ""
    )
    if wanted.minutes is not None and all(dose.minutes is None for dose in given) and not is_there:
        return "The advice says for how long and the plan does not."
    if (
        wanted.a_week is not None
        and all(dose.is_empty for dose in given)
        and not is_there
        and not provision_words.states_how_often(first)
    ):
        return "The advice says how often and the plan does not."
    return ""


def _hangs(text: str) -> bool:
    """True where it is to be done only if, when or as far as somebody thinks fit."""
    if provision_words.has_floor(text):
        return False
    return any(
        phrase.weight == 3
        and any(_CONDITION.search(match.group()) for match in phrase.pattern.finditer(text))
        for phrase in lexicon.phrases()
    )


def _role(context: Context, text: str, doc: str) -> str:
    """What the adviser is, where the advice speaks of "me" or of "a therapist" as the one who does it."""
    if not re.search(
        r"\b(?:with me|by me|i will|i should|therapist|therapy|my (?:visits|planning|sessions))\b", text, re.I
    ):
        return ""
    return next((a.role for a in context.case.advisers if a.file == doc), "")


def _author(context: Context, doc: str) -> str:
    adviser = next((a for a in context.case.advisers if a.file == doc), None)
    return f"{adviser.name} ({adviser.role})" if adviser and adviser.name else "the author of the advice"


def is_about(advice: Advice, concept: str) -> bool:
    """True where the advice speaks of this and does not only say that it is well."""
    return any(
        concept in lexicon.concepts(text) and not statements.says_fine(text) for _, text, _ in advice.lines
    )
