"""Wording that commits nobody or to no amount (F.1, F.2, F.3), and lines that leave too much out (F.4).

Judged where it stands: a ceiling with a floor is lawful, a number after "small group" answers it, and a sentence
that says who, how long and how often loses a level. Sources: docs/explain/plan-checks.md.
"""

import re
from dataclasses import dataclass

from alongside.core.plan.checks import columns, language, lexicon, provision_words, quantity
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.document import Passage
from alongside.core.plan.checks.finding import Notes, Severity
from alongside.core.plan.checks.items import Item, is_standing_text, says_none
from alongside.core.plan.checks.lexicon import Phrase

_RULES = {3: "F.1", 2: "F.2", 1: "F.3"}
_OTHER_ROLES = ("need", "outcome", "ref", "area")
_NUMBER_WITH_UNIT = lexicon.pattern("vague.number_with_unit")
_CHILDREN = lexicon.pattern("vague.children")
_TRAINING = lexicon.pattern("vague.training")
_TRAINEES = lexicon.pattern("vague.trainees")
_COUNTED = re.compile(r"\b\d+\s+(?:\w+\s+){0,2}$")
_REFERENCE = lexicon.pattern("vague.reference")
_OWN_WORDS = 7
_SETTLED = (
    provision_words.states_length,
    provision_words.states_count,
    provision_words.states_always,
    provision_words.states_day,
)
_POINTS_BACK = re.compile(r"^(?:as (?:stated|above|set out|described)|see\b|n/?a\b|not stated|-|–)", re.I)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where wording stands: its sentence, its passage, and what else is said of the same provision."""

    passage: Passage
    sentence: str
    beside: str
    item: str

    @property
    def row(self) -> str:
        """The sentence with the other cells of its row: in a table they are one statement."""
        return f"{self.sentence} {self.beside}" if self.passage.table else self.sentence


def check(context: Context) -> None:
    """Write down every vague phrase and every incomplete line of F, G, H1 and H2."""
    for item in context.provisions:
        weak = False
        for passage in item.parts:
            if (
                passage.role not in _OTHER_ROLES
                and not is_standing_text(passage)
                and not says_none(passage.text)
            ):
                weak |= _passage(context.notes, passage, item)
        if not weak and _is_promised(item):
            _incomplete(context.notes, item)
        _open_when(context.notes, item)
    _measures(context)


def _passage(notes: Notes, passage: Passage, item: Item) -> bool:
    beside = "\n".join(p.text for p in item.parts if p is not passage and p.role not in _OTHER_ROLES)
    found = False
    for sentence in language.sentences(_REFERENCE.sub("", passage.text)):
        label = columns.labelled(sentence)[0]
        place = _Place(passage, sentence, beside, item.whole)
        seen: set[tuple[int, str]] = set()
        for phrase in lexicon.phrases():
            for match in phrase.pattern.finditer(language.unquoted(sentence)):
                if match.end() <= len(label):
                    continue  # “How often: …” is the question, not the answer
                weight, severity = _judged(phrase, match, place)
                text = _words_round(sentence, match)
                if not weight or any(at >= weight and text in said for at, said in seen):
                    continue
                seen.add((weight, text))
                found |= weight > 1
                why = phrase.why.replace("{found}", match.group().strip())
                notes.add(_RULES[weight], passage, text, severity=severity, why=why, question=phrase.question)
    return found


def _judged(phrase: Phrase, match: re.Match[str], place: _Place) -> tuple[int, Severity]:
    """The weight that is left where the wording stands, and its severity; weight 0 where it is sound."""
    if _is_a_name(match, place.sentence):
        return 0, Severity.INFORMATION
    if phrase.weight == 3:
        return _no_commitment(phrase, match, place)
    if phrase.weight == 2:
        return _no_quantity(phrase, match, place)
    # A number of minutes closes no list and gives a programme no content (Redbridge v HO), but it does say what
    # "works on" comes to.
    is_sound = phrase.name == "verbs" and provision_words.is_quantified(place.sentence)
    return (0 if is_sound else 1), Severity.INFORMATION


def _no_commitment(phrase: Phrase, match: re.Match[str], place: _Place) -> tuple[int, Severity]:
    before = quantity.figures(place.sentence[: match.start()])
    if match.group().lower().startswith("opportunit") and _COUNTED.search(before):
        return 0, Severity.INFORMATION
    if provision_words.has_floor(place.sentence):
        if phrase.name == "ceiling" or provision_words.has_decider(place.sentence):
            return 0, Severity.INFORMATION
        return 2, Severity.WARNING
    if phrase.name == "ceiling" and _is_a_group(place.sentence[match.end() :]):
        return 0, Severity.INFORMATION
    if not phrase.name and _is_answered(match, place):
        return 2, Severity.WARNING
    return 3, Severity.BLOCKER


def _is_answered(match: re.Match[str], place: _Place) -> bool:
    """Who, how long and how often stand with it, and not only after a condition that empties them."""
    if not provision_words.is_quantified(place.row) or place.sentence[: match.start()].strip() == "":
        return False
    return provision_words.states_length(place.sentence)


def _is_a_group(after: str) -> bool:
    return bool(
        re.match(r"\s*(?:\w+\s+){0,3}(?:children|pupils|people|learners|students|metres|cm)\b", after, re.I)
    )


def _no_quantity(phrase: Phrase, match: re.Match[str], place: _Place) -> tuple[int, Severity]:
    after = quantity.figures(place.sentence[match.end() :]).split(";")[0]
    if phrase.name == "bare frequency":
        return _bare_frequency(match, place)
    if phrase.name == "group":
        return (0 if _CHILDREN.match(after) else 2), Severity.BLOCKER
    if phrase.name == "who":
        if _TRAINING.match(after) or _is_trained(match, place):
            return 0, Severity.INFORMATION
        return 2, Severity.BLOCKER
    if _NUMBER_WITH_UNIT.search(after) or re.match(r"\s+(?:adult )?qualifications? in\b", after):
        return 0, Severity.INFORMATION
    before = quantity.figures(place.sentence[: match.start()])
    says_how_long = provision_words.states_length(before) and not re.search(r"\bup to\b", before, re.I)
    if phrase.name == "amount" and re.search(
        r"\b(?:hours?|minutes)(?: (?:a|per|each|every) \w+)? of (?:[\w-]+ ){0,3}$", before
    ):
        return (0 if not re.search(r"\bup to\b", before, re.I) else 2), Severity.BLOCKER
    return 2, Severity.WARNING if says_how_long else Severity.BLOCKER


def _is_trained(match: re.Match[str], place: _Place) -> bool:
    """ "Staff" who are the ones to be taught, where somebody is named who teaches them."""
    before = place.sentence[: match.start()]
    return (
        bool(_TRAINEES.search(before))
        and provision_words.states_who(before)
        and "staff" in match.group().lower()
    )


def _bare_frequency(match: re.Match[str], place: _Place) -> tuple[int, Severity]:
    sound = 0, Severity.INFORMATION
    if place.passage.role == "review":
        only = len(language.words(place.passage.text)) <= 3 and not provision_words.states_who(
            place.passage.text
        )
        return (2, Severity.WARNING) if only else sound
    if any(
        states(place.item)
        for states in (
            provision_words.states_length,
            provision_words.states_count,
            provision_words.states_always,
            provision_words.states_day,
        )
    ):
        return sound
    own = provision_words.is_thing(place.item) and place.passage.role != "when"
    return sound if own else (2, Severity.BLOCKER)


def _is_a_name(match: re.Match[str], sentence: str) -> bool:
    """Part of a proper name: a capital within the sentence, beside another capital."""
    words = match.group().split()
    first, inside = words[0] if words else "", bool(sentence[: match.start()].strip(" \t“\"'(*"))
    if not first[:1].isupper():
        return False
    after = sentence[match.end() :].lstrip()
    before = sentence[: match.start()].rstrip().split(" ")[-1]
    return (
        inside
        and (after[:1].isupper() or before[:1].isupper() or (len(words) > 1 and words[-1][:1].isupper()))
    ) or (not inside and len(words) == 1 and after[:1].isupper())


def _words_round(sentence: str, match: re.Match[str]) -> str:
    """The clause of the match, or where that is long the words about it."""
    clause = language.clause_at(sentence, match.start())
    if len(clause.split()) <= 3 and len(sentence.split()) <= 2 * _OWN_WORDS:
        return sentence.strip(" ,;:.")
    if len(clause.split()) <= 2 * _OWN_WORDS and match.group().strip(" .,") in clause:
        return clause
    before = sentence[: match.start()].split()[-2:]
    after = sentence[match.end() :].split()[:_OWN_WORDS]
    start = sentence.rfind(" ".join(before), 0, match.start()) if before else match.start()
    end = match.end()
    for word in after:
        end = sentence.index(word, end) + len(word)
        if word[-1:] in ",;:.":
            break
    return sentence[max(start, 0) : end].strip(" ,;:.")


def _is_promised(item: Item) -> bool:
    """A line of provision, and not a remark about other lines."""
    if re.match(r"(?:all of (?:this|these)|this|these|the above|both|that)\b", item.text, re.I):
        return False
    return bool(
        item.main.table
        or item.number
        or item.main.is_listed
        or item.main.role
        or re.search(r"\b(?:will|must|shall)\b", item.text)
    ) or not re.search(r"\b(?:has|is|are|lasts|joins|explains?)\b", item.text)


def _open_when(notes: Notes, item: Item) -> None:
    """F.4: the place for "how often and how long" holds neither, and nor does the rest of the line."""
    whole = item.whole
    if any(states(whole) for states in _SETTLED):
        return
    for part in item.parts:
        if (
            part.role == "when"
            and re.search(r"[A-Za-z]", part.text)
            and not _POINTS_BACK.search(part.text)
            and not provision_words.is_thing(item.text)
        ):
            notes.add(
                "F.4",
                part,
                part.text,
                why="Neither this nor the rest of the line says how often and for how long.",
            )


def _measures(context: Context) -> None:
    """In Section E, "staff" in the place for how it will be seen does not say who looks."""
    for item in context.outcomes:
        for part in item.parts:
            if part.role == "review":
                for phrase in lexicon.phrases():
                    match = phrase.pattern.search(part.text) if phrase.name == "who" else None
                    if match and not _TRAINING.match(part.text[match.end() :]):
                        context.notes.add(
                            "F.2",
                            part,
                            part.text,
                            why=phrase.why.replace("{found}", match.group().strip()),
                            question="Who looks, at what, and when?",
                        )
                        break


def _incomplete(notes: Notes, item: Item) -> None:
    """F.4: no weak wording, and yet more than one of who, how often and how long is not there."""
    whole = item.whole
    timed = [
        provision_words.states_length(whole),
        provision_words.states_how_often(whole) or provision_words.states_count(whole),
        provision_words.states_who(whole),
    ]
    if (
        provision_words.states_always(whole)
        or provision_words.states_day(whole)
        or provision_words.is_thing(item.text)
    ):
        timed[0] = timed[1] = True
    if timed.count(False) > 1:
        missing = [
            name for name, there in zip(("for how long", "how often", "who"), timed, strict=True) if not there
        ]
        notes.add("F.4", item.main, item.text, why=f"The line does not say {' or '.join(missing)}.")
