"""What the plan tells that it should not: medicines not agreed, and other people's private matters. P9.1 to P9.3."""

import re
from functools import cache

from alongside.core.plan.checks import language, lexicon
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.document import Passage
from alongside.core.plan.checks.finding import Severity

_DOSE = lexicon.pattern("privacy.dose")
_NOT_A_MEDICINE = re.compile(r"\b(?:no|not on|without) (?:any )?(?:regular )?medic", re.I)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_ADDRESS = lexicon.pattern("privacy.address")
_SHE_OR_HE = re.compile(r"^\W*(?:she|he|they|her|his|their|both)\b", re.I)
_SPEAKS = lexicon.pattern("privacy.speaks")
_FRIENDS = lexicon.pattern("privacy.friends")
_A_PUPIL = lexicon.pattern("privacy.a_pupil")
_OF_A_PUPIL = lexicon.pattern("privacy.of_a_pupil")
_OF_THE_CHILD = re.compile(r"\b(?:diagnos\w+ (?:of|with)|has|was|is) ", re.I)


def check(context: Context) -> None:
    """Write down medicines and other people's matters."""
    for passage in context.plan.passages:
        if not passage.is_heading:
            _medicines(context, passage)
            if passage.section not in ("F", "G", "K", "I", "J"):
                _third_parties(context, passage)
            _addresses(context, passage)


def _medicines(context: Context, passage: Passage) -> None:
    agreed = context.case.agreed("medicines_agreed")
    allowed = {str(name).lower() for name in agreed} if isinstance(agreed, list | tuple) else set()
    for sentence in language.sentences(passage.text):
        named = [match.group() for match in lexicon.medicines().finditer(sentence)]
        named += [match.group(1) for match in _DOSE.finditer(sentence)]
        bad = [
            name
            for name in named
            if not any(each in name.lower() or name.lower() in each for each in allowed)
        ]
        if bad and not _NOT_A_MEDICINE.search(sentence):
            context.notes.add(
                "P9.1",
                passage,
                sentence,
                why=f"“{bad[0]}” is named, and no agreement of the family to it is recorded.",
            )


@cache
def _relatives() -> re.Pattern[str]:
    held = lexicon.held("people")["relatives"]
    return lexicon.matcher([*held["parents"], *held["siblings"], *held["others"]])


def _third_parties(context: Context, passage: Passage) -> None:
    relatives = _relatives()
    siblings = lexicon.people("relatives", "siblings")
    strong, health = lexicon.people("private", "strong"), lexicon.people("private", "health")
    about = passage.heading
    named = _friends(context)
    for sentence in language.sentences(passage.text):
        spoken = language.unquoted(sentence)
        person = relatives.search(spoken) or _by_title(context, spoken)
        carried = bool(_SHE_OR_HE.match(spoken)) and bool(relatives.search(about))
        matter = strong.search(spoken)
        if (
            ((person or carried) and matter)
            or _tells_of_a_pupil(context, spoken, named)
            or (siblings.search(spoken) and health.search(spoken))
            or (person and (found := health.search(spoken)) and _is_theirs(context, spoken, person, found))
        ):
            context.notes.add("P9.2", passage, sentence)
        about = spoken if person else about if carried else ""


def _friends(context: Context) -> frozenset[str]:
    """First names that the plan gives to friends and classmates."""
    found = set()
    for passage in context.plan.of("A", "B", "D"):
        for match in _FRIENDS.finditer(passage.text):
            found |= set(re.findall(r"[A-Z][a-z]+", match.group(1)))
    return frozenset(found) - set(context.case.names)


def _tells_of_a_pupil(context: Context, text: str, friends: frozenset[str]) -> bool:
    """Another child by full name, or something bad or private about one that is named."""
    for match in re.finditer(r"\b([A-Z][a-z]+)(?: ([A-Z][\w’'-]+))?", text):
        first, last = match.groups()
        if first in context.case.names or (last and last in context.case.names):
            continue
        is_child = first in friends or bool(
            _A_PUPIL.search(text[match.end() : match.end() + 40])
            or _A_PUPIL.search(text[max(0, match.start() - 30) : match.start()])
        )
        is_name = first.lower() in lexicon.given_names() or first in friends
        if is_child and is_name and ((last and last[0].isupper()) or _OF_A_PUPIL.search(text)):
            return True
    return False


def _by_title(context: Context, text: str) -> re.Match[str] | None:
    """ "Mr Etheridge", where that is a name of the family."""
    family = [name for name in (context.case.last_name, *context.case.other_people) if name]
    surnames = {part for name in family for part in re.findall(r"[A-Z][\w’']+", name)}
    for match in re.finditer(r"\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][\w’']+)", text):
        if match.group(1) in surnames:
            return match
    return None


def _is_theirs(context: Context, text: str, person: re.Match[str], matter: re.Match[str]) -> bool:
    """The illness follows the person, and neither the child nor what that person says stands between."""
    between = text[person.end() : matter.start()]
    if person.start() > matter.start():
        return False
    return (
        len(between.split()) <= 14
        and not _names_child(context, between)
        and not _SPEAKS.search(between)
        and bool(_OF_THE_CHILD.search(between + " "))
    )


def _names_child(context: Context, text: str) -> bool:
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in context.case.names)


def _addresses(context: Context, passage: Passage) -> None:
    hidden = any(
        key.endswith("address_disclosed") and value is False for key, value in context.case.agreements
    )
    match = _ADDRESS.search(passage.text) or (_POSTCODE.search(passage.text) if hidden else None)
    if match is None or not (hidden or re.search(r"\bcarer|foster", f"{passage.label} {passage.text}", re.I)):
        return
    if re.search(
        r"\b(?:council|school|office|centre|clinic|hospital)\b",
        f"{passage.label} {passage.text[: match.start()]}",
        re.I,
    ):
        return
    context.notes.add(
        "P9.3", passage, match.group(), severity=Severity.BLOCKER if hidden else Severity.WARNING
    )
