"""Section J against itself and the rest of the plan: J.1."""

import re

from alongside.core.plan.checks import language, lexicon, quantity
from alongside.core.plan.checks.context import Context

_POUNDS = r"£\s?([\d,]+(?:\.\d\d)?)"
_TIMES = re.compile(
    rf"{_POUNDS}\s+(?:a|an|per|each|every)\s+(\w+)\b.{{0,40}}?\b(?:for|x|over|times)\s+(\d+)\s+(\w+?)s?\b(.{{0,60}}?){_POUNDS}",
    re.IGNORECASE | re.DOTALL,
)
_PRODUCT = re.compile(
    rf"(\d+)\s+(?:hours?|sessions?|weeks?|days?)\b.{{0,30}}?\b(?:at|x|@)\s+{_POUNDS}(.{{0,60}}?){_POUNDS}",
    re.IGNORECASE | re.DOTALL,
)
_NONE = lexicon.pattern("budget.none")
_MONEY_ELSEWHERE = re.compile(
    r"\b(?:direct payments?|personal budget|third party arrangement)\b", re.IGNORECASE
)
_OUTCOME = re.compile(r"\b(?:outcomes?\s*)?E\s?(\d{1,2})\b|\boutcomes?\s+(\d{1,2})\b", re.IGNORECASE)
_PAID = lexicon.pattern("budget.paid")
_MADE = lexicon.pattern("budget.made")
_NEGATED = re.compile(r"\b(?:no|not|without|never)\b[^.]{0,30}$", re.IGNORECASE)


def check(context: Context) -> None:
    """Write down sums that do not come out, outcomes that are not there, and a budget that is both there and not."""
    if context.plan.has("J"):
        _sums(context)
        _outcomes(context)
        _both_ways(context)
        _amount(context)


def _sums(context: Context) -> None:
    for passage in context.plan.of("J"):
        text = quantity.figures(passage.text)
        for match in _TIMES.finditer(text):
            price, unit, count, counted, _, total = match.groups()
            if unit.lower().rstrip("s") == counted.lower().rstrip("s") and _money(price) * int(
                count
            ) != _money(total):
                why = f"{count} times £{price} is £{_money(price) * int(count):,.0f}, not £{total}."
                context.notes.add("J.1", passage, passage.text, why=why)
        if why := _three_factors(text):
            context.notes.add("J.1", passage, passage.text, why=why)
        for match in _PRODUCT.finditer(text):
            count, price, _, total = match.groups()
            if _money(price) * int(count) != _money(total):
                why = f"{count} times £{price} is £{_money(price) * int(count):,.0f}, not £{total}."
                context.notes.add("J.1", passage, passage.text, why=why)


def _three_factors(text: str) -> str:
    """Hours a week, pounds an hour, weeks, and a sum that is not their product."""
    hours = re.search(r"(\d+(?:\.\d+)?) hours? (?:a|per|each) week", text, re.I)
    price = re.search(rf"{_POUNDS} (?:an|per|1) hour", text, re.I)
    weeks = re.search(r"\b(\d+) weeks\b", text, re.I)
    total = re.search(
        rf"(?:comes? to|total\w*|mak(?:es|ing)|amounts? to|=|is)\s*(?:of )?{_POUNDS}", text, re.I
    )
    if not (hours and price and weeks and total):
        return ""
    right = float(hours.group(1)) * _money(price.group(1)) * int(weeks.group(1))
    said = _money(total.group(1))
    if right == said:
        return ""
    sum_of = f"{hours.group(1)} hours at £{price.group(1)} for {weeks.group(1)} weeks"
    return f"{sum_of} is £{right:,.0f}, not £{said:,.0f}."


def _money(text: str) -> float:
    return float(text.replace(",", ""))


def _outcomes(context: Context) -> None:
    numbers = {re.sub(r"\D", "", item.number) for item in context.outcomes if item.number}
    if not numbers:
        return
    for passage in context.plan.of("J"):
        for match in _OUTCOME.finditer(passage.text):
            number = match.group(1) or match.group(2)
            if number not in numbers:
                context.notes.add(
                    "J.1", passage, match.group(), why=f"There is no outcome {number} in Section E."
                )


def _amount(context: Context) -> None:
    """A budget that is there, and nowhere how much it is."""
    text = context.plan.text("J")
    if _MADE.search(text) and "£" not in text and not _NONE.search(text):
        passage = next(p for p in context.plan.of("J") if _MADE.search(p.text))
        context.notes.add(
            "J.1", passage, passage.text, why="There is a budget, and it is not said how much it is."
        )


def _both_ways(context: Context) -> None:
    none = next((p for p in context.plan.of("J") if _NONE.search(p.text)), None)
    if none and (paid := _PAID.search(context.plan.text("J"))):
        context.notes.add(
            "J.1", none, none.text, why=f"Section J says both that there is none and “{paid.group()}”."
        )
        return
    for passage in context.plan.of("E", "F", "G", "H", "H1", "H2"):
        for sentence in language.sentences(passage.text):
            match = _MONEY_ELSEWHERE.search(sentence)
            if match is None or _NEGATED.search(sentence[: match.start()]):
                continue
            if none:
                context.notes.add(
                    "J.1", none, none.text, why=f"Section {passage.section} says otherwise: “{sentence}”"
                )
            elif not context.plan.text("J").strip():
                context.notes.add(
                    "J.1",
                    "J",
                    context.plan.headings["J"],
                    why=f"Section {passage.section} speaks of one: “{sentence}”",
                )
