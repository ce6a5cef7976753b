"""What was taken out or cut down since last year's plan, and views that nobody asked for again: F.7, F.8, A.2.

A provision may go or shrink: the plan must then say why, and it is the family's right to know (reg 22, Code 9.193).
"""

from alongside.core.plan.checks import items, language, likeness, quantity
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.document import PlanDocument
from alongside.core.plan.checks.items import Item
from alongside.core.plan.checks.likeness import Scale

IS_THERE = 0.45
LESS = 0.9
SAME_VIEWS = 0.8
FEWEST_SENTENCES = 4


def check(context: Context) -> None:
    """Write down what last year's plan gave and this year's does not. Nothing where there is no plan of last year."""
    last = context.against
    if last is None:
        return
    before = items.provisions(last)
    scale = Scale.of(
        [likeness.features(item.whole, context.case.names) for item in (*before, *context.provisions)]
    )
    for item in before:
        now = _nearest(context, item, scale)
        if now is None:
            context.notes.add("F.7", item.section, item.text, doc=last.name)
        elif why := _less(item, now):
            context.notes.add("F.8", now.main, now.text, why=why)
    _views(context, last)


def _nearest(context: Context, item: Item, scale: Scale) -> Item | None:
    said = likeness.features(item.text, context.case.names)
    shares = [
        (scale.share(said, likeness.features(now.whole, context.case.names)), -n)
        for n, now in enumerate(context.provisions)
    ]
    best, number = max(shares, default=(0.0, 0))
    return context.provisions[-number] if best >= IS_THERE else None


def _less(before: Item, now: Item) -> str:
    was, is_now = quantity.dose(before.whole), quantity.dose(now.whole)
    if (
        was.minutes_a_week is not None
        and is_now.minutes_a_week is not None
        and is_now.minutes_a_week < LESS * was.minutes_a_week
    ):
        return f"About {is_now.minutes_a_week:.0f} minutes a week here, {was.minutes_a_week:.0f} in last year's plan."
    if was.minutes is not None and is_now.minutes is None:
        return f"Last year's plan said for how long: “{before.whole.splitlines()[0]}”. This one does not."
    return ""


def _views(context: Context, last: PlanDocument) -> None:
    """Section A, sentence by sentence, as it stood last year."""
    now = _said(context, context.plan)
    before = set(_said(context, last))
    same = sum(sentence in before for sentence in now)
    if len(now) >= FEWEST_SENTENCES and same >= SAME_VIEWS * len(now):
        why = f"{same} of {len(now)} sentences stand word for word in last year's plan."
        question = "Were the child and the family asked again, and what has changed?"
        context.notes.add("A.2", "A", context.plan.headings.get("A", "A"), why=why, question=question)


def _said(context: Context, plan: PlanDocument) -> list[str]:
    return [
        " ".join(language.words(s))
        for p in plan.of("A")
        for s in language.sentences(p.text)
        if len(s.split()) >= 5
    ]
