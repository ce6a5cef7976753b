"""What a line of provision states: who, how long, how often, a floor, a decider."""

import re

from alongside.core.plan.checks import lexicon, quantity

_LENGTH = lexicon.pattern("provision_words.length")
_CLOCK = lexicon.pattern("provision_words.clock")
_OFTEN = lexicon.pattern("provision_words.often")
_COUNT = lexicon.pattern("provision_words.count")
_ALWAYS = lexicon.pattern("provision_words.always")
_FLOOR = lexicon.pattern("provision_words.floor")
_DECIDER = lexicon.pattern("provision_words.decider")
_DATED = lexicon.pattern("provision_words.dated")
_THING = lexicon.pattern("provision_words.thing")


_DONE = lexicon.pattern("provision_words.done")
THING_WITHIN = 12


def states_length(text: str) -> bool:
    """True where minutes or hours are stated, or from when to when."""
    plain = quantity.figures(text)
    return bool(_LENGTH.search(plain) or _CLOCK.search(plain))


def states_how_often(text: str) -> bool:
    """True where times a day, week or year are stated, or the days."""
    return bool(_OFTEN.search(quantity.figures(text)))


def states_count(text: str) -> bool:
    """True where something is counted that can be ticked off."""
    return bool(_COUNT.search(quantity.figures(text)))


def states_always(text: str) -> bool:
    """True where it is to be there all the time, or at every occasion of a kind."""
    return bool(_ALWAYS.search(text))


def states_day(text: str) -> bool:
    """True where it is to be done by a date."""
    return bool(_DATED.search(text))


def states_who(text: str) -> bool:
    """True where a post, a service or a named person is to do it."""
    return bool(lexicon.people("roles").search(text)) or bool(
        re.search(r"\bby (?:[A-Z][a-z]+ ){1,2}|\b(?:Mr|Mrs|Ms|Miss|Dr) [A-Z]", text)
    )


def has_floor(text: str) -> bool:
    """True where a least amount is stated."""
    return bool(_FLOOR.search(text))


def has_decider(text: str) -> bool:
    """True where it is said who decides, or on what evidence."""
    return bool(_DECIDER.search(text))


def is_thing(text: str) -> bool:
    """True for equipment, a place or a paper, named at the start: it is there or not, and has no length."""
    start = " ".join(text.split()[:THING_WITHIN])
    return bool(_THING.search(start)) and not _DONE.search(start)


def is_quantified(text: str) -> bool:
    """True where who, how long and how often all stand in it."""
    return states_who(text) and states_length(text) and states_how_often(text)
