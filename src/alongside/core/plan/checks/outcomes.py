"""Outcomes: by when, how seen, and whether they are outcomes at all. E.1, E.2, E.3, E.4."""

import re

from alongside.core.plan.checks import days, lexicon, quantity
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.finding import Notes
from alongside.core.plan.checks.items import Item

_BY_WHEN = lexicon.pattern("outcomes.by_when")
_PROVISION = lexicon.pattern("outcomes.provision")
_HOLLOW = lexicon.pattern("outcomes.hollow")
_DATES = re.compile(r"\b(?:20\d\d|(?:key stage|ks|year) ?\d{1,2}|age \d+)\b", re.IGNORECASE)
_ADULTHOOD = {
    "work or further learning": lexicon.pattern("outcomes.adult_work"),
    "a home and independence": lexicon.pattern("outcomes.adult_home"),
    "friends and community": lexicon.pattern("outcomes.adult_friends"),
    "health": lexicon.pattern("outcomes.adult_health"),
}


def check(context: Context) -> None:
    """Write down what is wrong with each outcome, and which area of adult life none of them is about."""
    shared = _shared_date(context)
    for item in context.outcomes:
        _one(context.notes, item, shared)
    _adulthood(context)


def _shared_date(context: Context) -> bool:
    """True where the section says by when for all its outcomes: before them, or over their column."""
    first = min((part.number for item in context.outcomes for part in item.parts), default=0)
    intro = [p.text for p in context.plan.of("E") if p.number < first]
    labels = {item.main.label for item in context.outcomes if item.main.label}
    return any(_BY_WHEN.search(text) for text in [*intro, *labels])


def _one(notes: Notes, item: Item, has_shared_date: bool) -> None:
    main = item.text
    others = "\n".join(p.text for p in item.parts if p is not item.main and p.role not in ("need", "ref"))
    headings = item.main.heading
    given = is_provision(main)
    if given:
        notes.add("E.3", item.main, main)
    if not has_shared_date and not _says_when(f"{main}\n{others}\n{headings}"):
        notes.add("E.1", item.main, main)
    if not given and not _is_measurable(main, others):
        notes.add("E.2", item.main, main)


def _says_when(text: str) -> bool:
    return bool(_BY_WHEN.search(text) or any(each.day for each in days.stated(text)))


def _is_measurable(main: str, others: str) -> bool:
    """A number or a yes-or-no test that is not the date; a hollow verb needs a number."""
    plain = _undated(main)
    beside = _undated(others)
    counted = re.search(r"\b\d", plain) or re.search(r"\b\d+\s*(?:%|out of|in \d|tries|times)", beside)
    return bool(counted) or not _HOLLOW.search(plain)


def _undated(text: str) -> str:
    plain = quantity.figures(text)
    for each in sorted(days.stated(plain), key=lambda stated: -stated.start):
        plain = plain[: each.start] + " " + plain[each.end :]
    plain = re.sub(r"\bone (?:of|another)\b", " ", plain, flags=re.I)
    return re.sub(r"\b1 (?:of|another)\b", " ", _DATES.sub(" ", plain))


def _adulthood(context: Context) -> None:
    if not context.plan.has("E") or not _is_year_nine_or_above(context):
        return
    text = "\n".join(item.whole for item in context.outcomes)
    sorted_by_area = [
        p.text
        for item in context.outcomes
        for p in item.parts
        if re.search(r"adulthood|\bpfa\b", p.label, re.I)
    ]
    if sorted_by_area:  # the plan says itself which area each outcome is for
        text = "\n".join(sorted_by_area)
    for area, pattern in _ADULTHOOD.items():
        if not pattern.search(text):
            context.notes.add(
                "E.4",
                "E",
                context.plan.headings["E"],
                why=f"From year 9 the plan prepares for adult life, and no outcome is about {area}.",
            )


def _is_year_nine_or_above(context: Context) -> bool:
    born, planned = context.case.date_of_birth, context.case.planned_on
    match = re.search(r"\byear (\d{1,2})\b", context.case.year_group, re.I)
    if match:
        return int(match.group(1)) >= 9
    return bool(born and planned) and days.school_year(born, planned) >= 9  # type: ignore[arg-type]


def is_provision(text: str) -> bool:
    """True for an outcome that says what will be given or done for the child."""
    return bool(_PROVISION.search(text))
