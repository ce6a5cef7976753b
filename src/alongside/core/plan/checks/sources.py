"""Section K: who had to be asked, how old the advice is, and whether it was used: K.1, K.2, P7.1."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.core.plan.checks import (
    days,
    language,
    lexicon,
    likeness,
)
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.document import Passage
from alongside.core.plan.checks.facts import Adviser
from alongside.core.plan.checks.finding import Severity

STALE_MONTHS = 24
DAY = timedelta(days=1)
_AGREED = re.compile(r"\b(?:agree[ds]?|agreement|still sufficient|satisf\w+|accept\w*)\b", re.I)
_NOBODY_AGREED = lexicon.pattern("sources.nobody_agreed")
_NOT_CAME = lexicon.pattern("sources.not_came")
_NO_NEEDS = lexicon.pattern("sources.no_needs")
_ROLES = (
    (
        r"parent|mother|father|young person|carer|responsibility",
        r"\b(?:parents?|mother|father|carer|mum|dad|young person|child|own views|famil\w+)\b",
    ),
    (r"psycholog", r"\b(?:educational )?psycholog\w+|\bep\b"),
    (r"speech|language", r"\bspeech\b|\blanguage therap\w+|\bsalt\b|\bslt\b"),
    (r"occupational", r"\boccupational\b"),
    (r"physio", r"\bphysio\w*"),
    (r"deaf|hearing", r"\bdeaf\b|\bhearing\b"),
    (r"vision|visual|sight", r"\bvision\b|\bvisual\w*|\bsight\w*|\bqtvi\b"),
    (r"multi-?sensory|deafblind", r"\bmulti-?sensory\b|\bdeafblind\b"),
    (r"adulthood|transition|careers", r"\badulthood\b|\bcareers?\b|\btransition\b"),
    (r"social care|social work", lexicon.pattern("sources.social_care").pattern),
    (
        r"medical|health|paediatric|camhs|doctor|physician",
        r"\bpaediatric\w*|\bmedical\b|\bdr\b|\bhealth\b|\bconsultant\b|\bcamhs\b|\bnurse\b|\bgp\b|\bclinic\b|\bphysician\b",
    ),
    (
        r"education|school|college|nursery|setting|pre-?school|teacher",
        r"\bschool\b|\bsenco\b|\bcollege\b|\bpre-?school\b|\bnursery\b|\bteacher\b|\bacademy\b|\beducational advice\b",
    ),
    (
        r"armed forces|service famil|service child",
        r"\barmed forces\b|\bservice children\b|\bmod\b|\bcea[sw]\b",
    ),
    (r"virtual", r"\bvirtual school\b"),
)
_THERE = {"family": _ROLES[0][1], "care": _ROLES[9][1], "school": _ROLES[11][1]}
_REQUIRED = ("parent", "education", "medical", "psychology", "social care")
_GENERIC = lexicon.word_set("sources.generic")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of Section K."""

    text: str
    main: Passage
    parts: tuple[Passage, ...]

    @property
    def date(self) -> days.Stated | None:
        """The first date in it: that of the report."""
        return next((d for p in self.parts for d in days.stated(p.text) if d.day), None)


def check(context: Context) -> None:
    """Write down what is wrong with the list of advice, and what nobody advised."""
    if not context.plan.has("K"):
        return
    listed = entries(context)
    for entry in listed:
        late = next((p for p in entry.parts if _NOT_CAME.search(p.text)), None)
        if late and not re.search(r"\bchased\b|\breason\b|\bdeclined\b", entry.text, re.I):
            context.notes.add(
                "K.1",
                late,
                late.text,
                why="The advice has not come, and it is not said when it was asked for and chased.",
            )
    _missing(context, listed)
    for entry in listed:
        _stale(context, entry)
        _unused(context, entry)


def entries(context: Context) -> list[Entry]:
    """The lines of Section K: a row of its table, or a paragraph that holds a date or is in a list."""
    rows: dict[tuple[int, int], list[Passage]] = {}
    for passage in context.plan.of("K"):
        if passage.table:
            rows.setdefault((passage.table, passage.row), []).append(passage)
        elif passage.is_listed or (
            days.stated(passage.text)
            and len(passage.text.split()) <= 30
            and not re.search(r"\b(?:signed|copies|review\w*)\b", passage.text, re.I)
        ):
            rows.setdefault((0, passage.number), []).append(passage)
    return [Entry(" ".join(p.text for p in parts), parts[0], tuple(parts)) for parts in rows.values()]


def _missing(context: Context, listed: list[Entry]) -> None:
    heading = context.plan.headings["K"]
    text = context.plan.text("K")
    for adviser in context.case.advisers:
        if not _is_listed(adviser, listed, text, context):
            said = adviser.name if adviser.name and "not asked" not in adviser.name.lower() else "nobody"
            why = f"{_first_capital(adviser.role)} ({said}) had to be asked, or gave advice, and is not in Section K."
            context.notes.add("K.1", "K", heading, why=why)
    if not context.case.advisers:
        for role in _REQUIRED:
            if not _has_role(role, text):
                context.notes.add(
                    "K.1",
                    "K",
                    heading,
                    severity=Severity.WARNING,
                    why=f"No advice from {role} seems to be in Section K.",
                )


def _is_listed(adviser: Adviser, listed: list[Entry], text: str, context: Context) -> bool:
    asked = "not asked" not in adviser.name.lower() and bool(adviser.name)
    if not asked:
        return _has_role(adviser.role, text)
    surnames = [
        w
        for w in re.findall(r"[A-Z][\w’'-]{2,}", adviser.name.split(",")[0].split(" for ")[0])
        if w.lower() not in _GENERIC
    ]
    people = re.findall(r"[A-Z][\w’'-]{2,}", adviser.name)
    child = set(context.case.names)
    if any(name in text for name in surnames if name not in child):
        return True
    if re.search(r"parent|young person|carer", adviser.role, re.I):
        return _has_role(adviser.role, text) or any(
            name in text for name in people if name.lower() not in _GENERIC
        )
    by_role = [entry for entry in listed if _has_role(adviser.role, entry.text)]
    named_else = [entry for entry in by_role if _names_a_known_other(entry, adviser, context)]
    return len(by_role) > len(named_else) or (not listed and _has_role(adviser.role, text))


def _names_a_known_other(entry: Entry, adviser: Adviser, context: Context) -> bool:
    """The line is that of another adviser of the case."""
    for other in context.case.advisers:
        if other is adviser or not other.name or other.role == adviser.role:
            continue
        surname = next(iter(reversed(re.findall(r"[A-Z][\w’'-]{2,}", other.name.split(",")[0]))), "")
        if surname and surname in entry.text:
            return True
    return False


def _has_role(role: str, text: str) -> bool:
    patterns = [there for asked, there in _ROLES if re.search(asked, role, re.I)][:1]
    if not patterns:
        return any(
            word in text.lower() for word in language.words(role) if len(word) > 4 and word not in _GENERIC
        )
    return any(re.search(pattern, text, re.I) for pattern in patterns)


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stale(context: Context, entry: Entry) -> None:
    planned, found = context.case.planned_on, entry.date
    if planned is None or found is None or found.day is None:
        return
    months = days.months_between(found.day, planned)
    if is_stale(found.day, planned) and not is_agreed(entry.text):
        where = next(p for p in entry.parts if found.text in p.text)
        context.notes.add(
            "K.2",
            where,
            found.text,
            why=f"The advice is {months} months older than the plan, and nobody is recorded as agreeing to rely on it.",
        )


def _unused(context: Context, entry: Entry) -> None:
    """Nothing that marks this adviser stands in any need, outcome or provision."""
    if _need_not_be_used(context, entry):
        return
    is_used = _is_worked_with if _is_of_the_case(context, entry) else _is_reflected
    if not is_used(context, entry):
        context.notes.add("P7.1", entry.main, "; ".join(p.text for p in entry.parts))


def _need_not_be_used(context: Context, entry: Entry) -> bool:
    """The family's and the school's own, advice that found nothing, and what is compared line by line elsewhere."""
    of_family, of_school, of_care = (
        re.search(_THERE[name], entry.text, re.I) for name in ("family", "school", "care")
    )
    if of_family or of_school or _NO_NEEDS.search(entry.text) or not _marks(entry):
        return True
    if of_care and any(item.section in ("H", "H1", "H2") for item in context.provisions):
        return True
    given = {advice.name for advice in context.advice}
    return any(
        a.file in given and _surname(a.name) in entry.text for a in context.case.advisers if _surname(a.name)
    )


def _marks(entry: Entry) -> list[str]:
    """The words of the line that mark this adviser."""
    found = language.words(re.sub(r"\d", " ", entry.text))
    return [word for word in found if len(word) > 3 and word not in _GENERIC and word not in days.MONTHS]


def _is_worked_with(context: Context, entry: Entry) -> bool:
    """A word, the profession or the subject of the line stands in a need, outcome or provision."""
    body = "\n".join(item.whole for item in (*context.needs, *context.outcomes, *context.provisions))
    stems = {language.stem(word) for word in language.words(body)}
    if any(language.stem(word) in stems for word in _marks(entry)):
        return True
    if any(re.search(there, body, re.I) for asked, there in _ROLES if re.search(asked, entry.text, re.I)):
        return True
    subjects = {concept for concept in lexicon.concepts(entry.text) if lexicon.area(concept) != "physical"}
    return bool(subjects & lexicon.concepts(body))


def _is_of_the_case(context: Context, entry: Entry) -> bool:
    """The line is that of somebody whom the case says was asked."""
    if not context.case.advisers:
        return True
    return any(
        (_surname(a.name) and _surname(a.name) in entry.text) or _has_role(a.role, entry.text)
        for a in context.case.advisers
    )


def _is_reflected(context: Context, entry: Entry) -> bool:
    """One need, outcome or provision says a good part of what the line says."""
    what = " ".join(p.text for p in entry.parts if p.role != "when")
    own = likeness.features(re.sub(r"\d", " ", what), tuple(days.MONTHS))
    own = likeness.Features(own.stems - {language.stem(w) for w in _GENERIC}, own.concepts, frozenset())
    held = [
        likeness.features(item.whole, context.case.names)
        for item in (*context.needs, *context.outcomes, *context.provisions)
    ]
    scale = likeness.Scale.of(held)
    return any(scale.share(own, features) >= 0.34 for features in held)


def _surname(name: str) -> str:
    found = [w for w in re.findall(r"[A-Z][\w’'-]{2,}", name.split(",")[0]) if w.lower() not in _GENERIC]
    return found[-1] if found else ""


def is_stale(given: date, planned: date) -> bool:
    """True where advice is more than two years older than the plan."""
    return days.months_between(given, planned - DAY) >= STALE_MONTHS


def is_agreed(text: str) -> bool:
    """True where it is recorded that the advice was agreed to be sufficient still."""
    return bool(_AGREED.search(text)) and not _NOBODY_AGREED.search(text)
