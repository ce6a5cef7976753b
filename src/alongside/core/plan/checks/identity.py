"""Names and pronouns that are not this child's: P3.1, P3.2."""

import re

from alongside.core.plan.checks import language, lexicon
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.document import Passage
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.headings import FRONT

_CAPITAL = re.compile(r"(?<![\w’'-])[A-Z][a-zà-ÿ]+(?:[’'-][A-Z]?[a-zà-ÿ]+)*")
_AS_THE_CHILD = lexicon.pattern("identity.as_the_child")
_TO_THE_CHILD = lexicon.pattern("identity.to_the_child")
_INTRODUCED = lexicon.pattern("identity.introduced")
_STARTS = re.compile(r"^\W*(?:[A-K]?\d{0,2}[a-z]?(?:\.\d+)*[.:)]\s*)?$|[.!?:]\s+$")
_ONLY_A_PERSON = lexicon.pattern("identity.only_a_person")
_HELPED = re.compile(rf"(?:{lexicon.pattern('identity.helped').pattern})\s+$", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:when|so that|that|if|until|because|while|whether|once|and|but)\s+$")
_GOES_ON = re.compile(
    r"\s+(?:to|with|in|on|by|when|if|so|how|what|a|an|the|one|her|his|their|at|and|calm\w*)\b|[.,;]|$"
)
_PRONOUNS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
}
_PRONOUN = re.compile(r"(?<![\w’'/-])(he|him|his|himself|she|her|hers|herself)(?![\w/’'-]|/\w)", re.I)


def check(context: Context) -> None:
    """Write down names and pronouns that seem to belong to another child."""
    if context.case.first_name:
        _names(context)
    if context.case.pronouns:
        _pronouns(context)


def _names(context: Context) -> None:
    known = _known(context)
    children = {
        part for plan, parts in context.others.children.items() if plan != context.plan.name for part in parts
    }
    ordinary = {word for p in context.plan.passages for word in re.findall(r"\b[a-z]+\b", p.text)}
    seen: set[str] = set()
    for passage in context.plan.passages:
        text = language.unquoted(passage.text) if passage.section == "A" else passage.text
        for match in _CAPITAL.finditer(text):
            name = re.sub(r"[’']s$", "", match.group())
            if name.lower() in known or any(part in known for part in _parts(name)):
                continue
            is_child = _is_used_as_a_child(match, text, name, children) or _is_in_a_title(
                passage, name, children
            )
            if is_child or (name.lower() not in ordinary and _is_a_person(match, passage)):
                words = _words(text, match)
                if words not in seen:
                    seen.add(words)
                    why = f"“{name}” is no name of this child or of anybody in the case, and is used as the child's."
                    severity = (
                        None if is_child else Severity.WARNING
                    )  # on no list of names: perhaps no name at all
                    context.notes.add("P3.1", passage, words, why=why, severity=severity)
            elif _is_misspelt(name, context) and name not in seen:
                seen.add(name)
                context.notes.add(
                    "P3.1",
                    passage,
                    _words(text, match),
                    why=f"“{name}” is close to the child's name but is not it.",
                )


def _known(context: Context) -> set[str]:
    case = context.case
    held = [
        *case.names,
        *case.other_people,
        case.setting,
        case.authority,
        context.plan.text("K"),
        context.plan.text("I"),
    ]
    held += [f"{adviser.name} {adviser.role}" for adviser in case.advisers]
    held += [advice.text for advice in context.advice]
    known = {part for text in held for part in _parts(text)}
    for passage in context.plan.passages:  # whoever is introduced once is known
        for match in _CAPITAL.finditer(passage.text):
            if _INTRODUCED.search(passage.text[: match.start()]) and not _AS_THE_CHILD.match(
                passage.text[match.end() :]
            ):
                known |= set(_parts(match.group()))
        for spoken in language.quoted(passage.text) if passage.section == "A" else ():
            known |= {part for match in _CAPITAL.finditer(spoken) for part in _parts(match.group())}
    return known


def _parts(text: str) -> list[str]:
    return [re.sub(r"'s$", "", word) for word in language.words(text.replace("-", " "))]


def _is_used_as_a_child(match: re.Match[str], text: str, name: str, children: set[str]) -> bool:
    """A first name, or another child's name, that does or is done by: not a surname, a title or a place."""
    lowered = name.lower()
    if lowered not in lexicon.given_names() and lowered not in children:
        return False
    after, before = text[match.end() :], text[: match.start()]
    if _INTRODUCED.search(before) and lowered not in children:
        return False
    if re.match(r"\s+[A-Z][a-z]", after) or re.search(r"[A-Z][\w’'-]*\s+$", before):
        return lowered in children and bool(_AS_THE_CHILD.match(after))
    return bool(
        _AS_THE_CHILD.match(after)
        or (_TO_THE_CHILD.search(before) and not after[:1].isspace())
        or _TO_THE_CHILD.search(before)
    )


def _is_a_person(match: re.Match[str], passage: Passage) -> bool:
    """An unknown name, on no list, of which something is said that only fits a person who is helped or taught."""
    if passage.section not in ("B", "C", "D", "E", "F", "G", "H", "H1", "H2"):
        return False
    word = match.group().lower()
    text = language.unquoted(passage.text)
    if word in _NO_PERSONS or word.endswith(("s", "one", "body")) or word not in text.lower():
        return False
    before, after = text[: match.start()], text[match.end() :]
    if (
        re.match(r"[\s-]+[A-Z]", after)
        or re.search(r"\b[A-Z][a-z’'-]+\.?\s+$", before)
        or _INTRODUCED.search(before)
    ):
        return False
    if _STARTS.search(before):
        return bool(_ONLY_A_PERSON.match(after))
    return bool(_HELPED.search(before) and _GOES_ON.match(after)) or bool(
        _WHEN.search(before) and _ONLY_A_PERSON.match(after)
    )


def _is_in_a_title(passage: Passage, name: str, children: set[str]) -> bool:
    """A first name in a header, footer or name field, where only the child's belongs."""
    if passage.section != FRONT or name.lower() not in (lexicon.given_names() | children):
        return False
    label = passage.label.lower()
    if passage.label:
        return "name" in label and not re.search(
            r"parent|carer|school|worker|coordinator|officer|gp|contact|mother|father", label
        )
    return (
        "|" in passage.text
        or bool(re.search(r"\b(?:plan|ehcp?)\b.{0,40}(?:\bfor\b|:|\bof\b|–|-)|^name\b", passage.text, re.I))
        or len(passage.text.split()) <= 4
    )


def _is_misspelt(name: str, context: Context) -> bool:
    """One letter more, less or other than the child's first name or surname, and no common word."""
    lowered = name.lower()
    if len(lowered) < 5 or lowered in lexicon.given_names():
        return False
    own = [part for known in context.case.names for part in _parts(known) if len(part) >= 5]
    text = context.plan.text("0", "A", "B", "E", "F", "G").lower()
    return any(_distance_is_one(lowered, each) for each in own) and text.count(f" {lowered} ") < 4


def _distance_is_one(first: str, second: str) -> bool:
    if abs(len(first) - len(second)) > 1 or first == second or first[0] != second[0]:
        return False
    short, long_ = sorted((first, second), key=len)
    if len(short) == len(long_):
        return sum(a != b for a, b in zip(short, long_, strict=True)) == 1 and short[-1] == long_[-1]
    return any(long_[:i] + long_[i + 1 :] == short for i in range(len(long_))) and not long_.endswith("s")


def _words(text: str, match: re.Match[str]) -> str:
    start, end = match.span()
    after = text[end:].split()[:4]
    for word in after:
        end = text.index(word, end) + len(word)
        if word[-1:] in ".,;:":
            break
    return text[start:end].rstrip(".,;: ")


def _pronouns(context: Context) -> None:
    own = set(context.case.pronouns)
    wrong = {word for key, held in _PRONOUNS.items() for word in held if not own & {key, *held}}
    if not wrong:
        return
    before = ""
    names = {part for name in context.case.names for part in _parts(name)}
    for passage in context.plan.passages:
        if passage.is_heading or passage.section in (FRONT, "K", "J", "I"):
            before = passage.text
            continue
        about = before if passage.section == "A" and not passage.table else ""
        if passage.heading and not _is_about_child(passage.heading, names):
            about += " " + passage.heading
        for sentence in language.sentences(passage.text):
            spoken = _SOURCE.sub(lambda found: " " * len(found.group()), language.unquoted(sentence))
            match = next((m for m in _PRONOUN.finditer(spoken) if m.group().lower() in wrong), None)
            if (
                match
                and not _somebody_else(spoken[: match.start()], names)
                and not (_somebody_else(about, names) and not _is_about_child(spoken[: match.start()], names))
            ):
                context.notes.add("P3.2", passage, sentence)
            about += " " + spoken
        before = passage.text


def _is_about_child(text: str, names: set[str]) -> bool:
    return any(part in names for part in _parts(text))


def _somebody_else(text: str, names: set[str]) -> bool:
    """True where another person whom "he" or "she" may mean is spoken of."""
    if lexicon.people("persons").search(text):
        return True
    for match in _CAPITAL.finditer(text):
        inside = (
            bool(re.search(r"[a-z,;’')]\s+$", text[: match.start()]))
            or match.group().lower() in lexicon.given_names()
        )
        if inside and not set(_parts(match.group())) & names and match.group().lower() not in _NO_PERSONS:
            return True
    return False


_SOURCE = re.compile(r"\([^()]*\)")  # "(speech and language therapist, March 2026)" is nobody who acts here
_NO_PERSONS = lexicon.word_set("identity.no_persons")
