"""Provision that stands in the wrong section: G.1, G.2, H.1.

Sources: Children and Families Act 2014 s.21; Code of Practice 2015 paragraph 9.69.
"""

import re

from alongside.core.plan.checks import days, language, lexicon
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.items import Item

_TEACHES = lexicon.pattern("placing.teaches")
_THERAPY_THAT_EDUCATES = lexicon.pattern("placing.therapy_that_educates")
_HEALTH_CARE = lexicon.pattern("placing.health_care")
_CARE_DONE_IN_F = lexicon.pattern("placing.care_done_in_f")
_LEARNS_THEN = lexicon.pattern("placing.learns_then")
_UNDER_THE_1970_ACT = lexicon.pattern("placing.under_the_1970_act")
_NOT_THE_1970_ACT = lexicon.pattern("placing.not_the_1970_act")
_SHORT_BREAK_AWAY = re.compile(r"\b(?:nights?|overnight|residential|weekend)\b", re.I)


def check(context: Context) -> None:
    """Write down provision in the wrong place."""
    for item in context.provisions:
        if item.section == "G":
            _in_health(context, item)
        elif item.section == "F":
            _in_education(context, item)
        elif item.section in ("H1", "H2"):
            _in_social_care(context, item)


def _in_health(context: Context, item: Item) -> None:
    for sentence in item.text.split(". ") if len(item.text) > 240 else [item.text]:
        teaches = _TEACHES.search(sentence) and not _HEALTH_CARE.search(sentence.replace("nurse", ""))
        therapy = _THERAPY_THAT_EDUCATES.search(f"{sentence} {item.part('who')}") and not re.search(
            r"\bassess\w* only\b", sentence
        )
        if teaches or therapy:
            context.notes.add("G.1", item.main, sentence)


def _in_education(context: Context, item: Item) -> None:
    first = language.sentences(item.text)[0] if item.text else ""
    if (
        _CARE_DONE_IN_F.search(first)
        and not _TEACHES.search(item.text)
        and not _LEARNS_THEN.search(item.text)
    ):
        context.notes.add("G.2", item.main, item.text)


def _in_social_care(context: Context, item: Item) -> None:
    from_home = item.text
    if re.search(
        r"\b(?:teach\w*|tutor\w*|travel training|train\w* (?:him|her|them|[A-Z]\w+) to)\b", from_home, re.I
    ) and not re.search(r"\bparent|carer|mother|father|family\b", from_home, re.I):
        context.notes.add("G.1", item.main, from_home)
    if item.section == "H1":
        if _is_adult(context):
            context.notes.add(
                "H.1",
                item.main,
                from_home,
                why="Section H1 is for somebody under 18. An adult's care stands in H2, under the Care Act 2014.",
            )
            return
        for sentence in _pieces(item):
            if _NOT_THE_1970_ACT.search(sentence) and not _UNDER_THE_1970_ACT.search(sentence):
                context.notes.add(
                    "H.1",
                    item.main,
                    sentence,
                    why="This is not a service under section 2 of the 1970 Act. It belongs in H2.",
                )
    elif not _is_adult(context):
        for sentence in _pieces(item):
            if _UNDER_THE_1970_ACT.search(sentence) and not _SHORT_BREAK_AWAY.search(sentence):
                context.notes.add(
                    "H.1",
                    item.main,
                    sentence,
                    why="Under 18 this is a service under section 2 of the 1970 Act, and a duty. It belongs in H1.",
                )


def _pieces(item: Item) -> list[str]:
    return [
        piece.strip()
        for part in item.parts
        if part is item.main
        for piece in re.split(r"(?<=[.;])\s+", item.text)
        if piece.strip()
    ]


def _is_adult(context: Context) -> bool:
    born, planned = context.case.date_of_birth, context.case.planned_on
    return bool(born and planned and days.age_on(born, planned)[0] >= 18)
