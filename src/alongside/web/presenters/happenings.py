"""Each kind of event as a statement of what happened, and what it says besides."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from django.urls import reverse

from alongside.app.queries.chronology import Chronology, Happening
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.law.legal_tests import Limb
from alongside.web import doors
from alongside.web.presenters import chronology, happening_words, return_words, wording
from alongside.web.presenters.chronology import Entry
from alongside.web.presenters.deadlines import GROUNDS
from alongside.web.presenters.links import Link

K = EventKind
TITLES = happening_words.TITLES

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "source": "asked by: {}",
        "requested_by": "in the name of {}",
        "channel": "by {}",
        "logged_late_reason": "recorded late because: {}",
        "asked_name": "{}",
        "advice_kind": "{} advice",
        "setting_name": "{}",
        "answer": "{}",
        "certificate_dated_on": "certificate dated {}",
        "letter_dated_on": "letter dated {}",
        "sent_on": "sent {}",
        "to_name": "to {}",
        "from_name": "from {}",
        "meeting_on": "meeting on {}",
        "school_year": "year group {}",
        "recommended": "it recommends: {}",
        "transfer": "{}",
        "on": "on {}",
        "year": "in {}",
        "moves_on": "the move is on {}",
        "health": "health in issue: {}",
        "issues": "about: {}",
        "matter": "agreed: {}",
        "terms": "“{}”",
        "agreed_date": "to be carried out by {}",
        "about": "about: {}",
        "sections": "sections {}",
        "response_by": "response by {}",
        "hearing_on": "hearing on {}",
        "order": "{}",
        "tell_by": "the family is to be told by {}",
        "decide_by": "a decision against a plan by {}",
        "draft_by": "the draft by {}",
        "comply_by": "to be complied with by {}",
        "decision": "{}",
        "body": "to: {}",
        "asked_for": "asked for: {}",
        "review_on": "review by {}",
        "takes_effect_on": "from {}",
        "provision": "for: {}",
        "appeal": "{}",
        "ground": "{}",
        "facts": "{}",
        "impractical_because": "so the limit could not be met: {}",
        "reason": "because: {}",
        "why": "because: {}",
        "early_because": "before the 15 days had ended, because: {}",
        "not_followed_because": "the setting that the family asked for is not named, because: {}",
        "replied_by": "from {}",
        "text": "“{}”",
        "withdrawn_by": "by {}",
        "by": "by {}",
        "note": "note: {}",
        "correction_reason": "corrected because: {}",
    }
)
"""How each particular is said, in the order in which they are said. What is not here is not said."""

NOT_CORRECTED = frozenset({K.RECORDED_IN_ERROR, K.CASE_ASSIGNED, K.CASE_HANDED_OVER})
"""Who has the case is changed by giving it to somebody else; taking an entry back cannot be taken back."""

DATES = frozenset(
    {
        *(
            "certificate_dated_on",
            "letter_dated_on",
            "sent_on",
            "meeting_on",
            "on",
            "moves_on",
            "agreed_date",
        ),
        *("response_by", "hearing_on", "tell_by", "decide_by", "draft_by", "comply_by", "review_on"),
        "takes_effect_on",
    }
)
CODED = frozenset(
    {"recommended", "transfer", "health", "matter", "order", "decision", "body", "asked_for", "reason"}
)
"""Particulars that can hold a code: it is said in the words by which it was chosen."""


def entries(shown: Chronology) -> tuple[Entry, ...]:
    """The lines of the page, the latest first."""
    by_id = {happening.id: happening for happening in shown.happenings}
    return tuple(_entry(each, by_id, _links(each, shown)) for each in shown.happenings)


def _links(happening: Happening, shown: Chronology) -> tuple[Link, ...]:
    """The way to put an entry right: for whoever may, where it stands, on the chronology as it is now."""
    if "entry_is_wrong" in doors.DOORS and Permission.ASK_FOR_CORRECTION in shown.head.may:
        return _says_wrong(happening, shown)
    door = doors.DOORS.get("correct_event")
    stands = happening.corrected_by is None and happening.kind not in NOT_CORRECTED
    if not door or not stands or shown.known_on or Permission.CORRECT_EVENT not in shown.head.may:
        return ()
    parts = {"case_id": shown.head.case_id, "event_id": happening.id}
    text = f"Correct this entry: {TITLES[happening.kind]}, {wording.day(happening.occurred_on)}"
    return (Link(reverse("correct_event", kwargs=parts), text),)


def _says_wrong(happening: Happening, shown: Chronology) -> tuple[Link, ...]:
    """The way for the family to say that an entry is wrong, where it stands."""
    if happening.corrected_by is not None or happening.kind is K.RECORDED_IN_ERROR or shown.known_on:
        return ()
    parts = {"case_id": shown.head.case_id, "event_id": happening.id}
    text = f"This is wrong: {TITLES[happening.kind]}, {wording.day(happening.occurred_on)}"
    return (Link(reverse("entry_is_wrong", kwargs=parts), text),)


def _entry(happening: Happening, by_id: Mapping[Any, Happening], links: tuple[Link, ...]) -> Entry:
    correcting = by_id.get(happening.corrected_by)
    corrected = by_id.get(happening.corrects)
    return Entry(
        title=TITLES[happening.kind],
        occurred_on=happening.occurred_on,
        by=happening.source or happening.by_name,
        text=_says(happening),
        recorded_note=return_words.without_day(happening.occurred_on, happening.details)
        or chronology.recorded_note(happening.occurred_on, happening.recorded_at),
        correction=_put_right(correcting) if correcting else _puts_right(corrected),
        is_corrected=correcting is not None,
        links=links,
    )


def _says(happening: Happening) -> str:
    """What an event says, in the words of a return where it is of a kind that returns tell of."""
    told = return_words.said(happening.kind, happening.details)
    if told and happening.kind is K.REVIEW_DECISION_SENT:
        return f"{told} {particulars(happening.details)}".strip()
    return told or particulars(happening.details)


def particulars(details: Mapping[str, Any]) -> str:
    """What an event says besides its kind and day, as one sentence; empty where it says nothing."""
    said = [words.format(_said(key, details[key])) for key, words in WORDS.items() if _is_said(details, key)]
    reasons = details.get("reasons") or ()
    if isinstance(reasons, str):
        said.append(f"because: {reasons.rstrip('.')}")
    else:
        said += [_limb(given) for given in reasons if "limb" in given]
    return f"{wording.capital('; '.join(said))}." if said else ""


def _is_said(details: Mapping[str, Any], key: str) -> bool:
    """True for a particular that says something to a reader: an id of another entry does not."""
    return bool(details.get(key)) and (key != "transfer" or details[key] in happening_words.CODES)


def _limb(given: Mapping[str, Any]) -> str:
    """One limb of the legal test as it was answered."""
    known = Limb._value2member_map_.get(given["limb"])
    question = known.question if isinstance(known, Limb) else given["limb"]
    answer = {"YES": "Yes. ", "NO": "No. "}.get(given.get("answer", ""), "")
    return f"{question} {answer}{str(given['reasons']).rstrip('.')}"


def _said(key: str, value: Any) -> str:
    if key in DATES:
        return wording.day(date.fromisoformat(value))
    if key == "ground":
        return GROUNDS.get(value, str(value))
    text = str(value).strip().rstrip(".")
    if key in CODED and text in happening_words.CODES:
        return wording.uncapital(happening_words.CODES[text])
    return (
        code_words(text)
        if text.isupper() and ("_" in text or key in {"source", "channel", "answer"})
        else text
    )


def code_words(code: str) -> str:
    """A stored code in lower-case words."""
    return code.replace("_", " ").lower()


def _put_right(later: Happening) -> str:
    who, when = later.by_name or later.source, wording.day(later.recorded_at)
    if later.kind is K.RECORDED_IN_ERROR:
        return f"Recorded in error: taken back by {who} on {when}. It no longer counts."
    on = wording.day(later.occurred_on)
    return f"Corrected by {who} on {when}: it happened on {on}. This line no longer counts."


def _puts_right(earlier: Happening | None) -> str:
    if earlier is None:
        return ""
    return f"This corrects the entry that said {wording.day(earlier.occurred_on)}."
