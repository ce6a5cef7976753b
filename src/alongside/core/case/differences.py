"""Lays a history that a source tells beside the one that is held: what is new, and where they disagree.

Held facts are never overwritten. Reading the same return twice finds nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from alongside.core.case import challenges, spans
from alongside.core.case.codes import EventKind
from alongside.core.case.told import CaseHistory, EventDraft, Undated, in_order

EXCEPTION = "week20"
PLAN_BEGINNINGS = (EventKind.FINAL_SENT, EventKind.PLAN_MADE)
Value = TypeVar("Value", bound=str | date)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A source says otherwise than what is held. Nothing is overwritten; a person decides.

    What would be recorded if the source is believed: `offers` are events (the first of them in the place of the
    held event about the same subject, if there is one), `item` the name of a person's item and its value.
    """

    subject: str
    held: str
    told: str
    offers: tuple[EventDraft, ...] = ()
    item: tuple[str, str | date] | None = None

    def sentence(self) -> str:
        """The same in words."""
        return f"{self.subject}: held as {self.held}, the return says {self.told}. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Differences:
    """What a history adds to the one that is held, and where the two disagree."""

    new_events: tuple[EventDraft, ...]
    new_undated: tuple[Undated, ...]
    new_fields: Mapping[str, str | date]
    new_identifiers: Mapping[str, str]
    conflicts: tuple[Conflict, ...]

    @property
    def nothing(self) -> bool:
        """True where the held history already says all of it."""
        return not (
            self.new_events or self.new_undated or self.new_fields or self.new_identifiers or self.conflicts
        )


@dataclass(slots=True)
class _Laying:
    """One history being laid beside another."""

    held: CaseHistory
    told: CaseHistory
    conflicts: list[Conflict] = field(default_factory=list)
    apart: set[str] = field(default_factory=set)


def differences(held: CaseHistory, told: CaseHistory) -> Differences:
    """What `told` adds to `held`, and the facts on which they disagree. Both are of the same person."""
    laying = _Laying(held, told)
    _contradicted_requests(laying)
    new_events = tuple(
        draft for draft in told.events if draft.episode not in laying.apart and _is_new(draft, laying)
    )
    new_undated = tuple(u for u in told.undated if _is_new_undated(u, laying))
    conflicts = laying.conflicts
    return Differences(
        new_events=new_events,
        new_undated=new_undated,
        new_fields=_new(held.fields, told.fields, "person", conflicts),
        new_identifiers=_new(held.identifiers, told.identifiers, "identifier", conflicts),
        conflicts=tuple(conflicts),
    )


def merged(held: CaseHistory, found: Differences) -> CaseHistory:
    """The held history with what was new; conflicts change nothing."""
    dated = {draft.subject for draft in found.new_events}
    return replace(
        held,
        identifiers={**held.identifiers, **found.new_identifiers},
        fields={**held.fields, **found.new_fields},
        events=tuple(sorted((*held.events, *found.new_events), key=lambda draft: draft.occurred_on)),
        undated=(*(u for u in held.undated if u.subject not in dated), *found.new_undated),
    )


def _contradicted_requests(laying: _Laying) -> None:
    """A request that is not held and was open while a held one was: perhaps the same with another day."""
    held = spans.of_requests(laying.held)
    for span in spans.of_requests(laying.told):
        if any(span.episode == other.episode for other in held):
            continue
        other = next((other for other in held if other.overlaps(span)), None)
        if other is not None:
            laying.apart.add(span.episode)
            latest = laying.told.as_at or span.starts_on
            whole = in_order(laying.told, latest=latest)
            offers = tuple(draft for draft in whole if draft.episode == span.episode)
            laying.conflicts.append(Conflict(span.episode, other.words(), span.words(), offers))


def _is_new(draft: EventDraft, laying: _Laying) -> bool:
    held = laying.held
    if draft.as_at:
        return _state_is_new(draft, held.events, laying.conflicts)
    if draft.kind is EventKind.PLAN_MADE and _plan_is_held(draft, laying):
        return False
    same = next((e for e in held.events if e.subject == draft.subject), None)
    if same is None:
        return _gives_the_day(draft, laying)
    if (same.kind, same.occurred_on) != (draft.kind, draft.occurred_on):
        laying.conflicts.append(Conflict(draft.subject, words(same), words(draft), (draft,)))
        return False
    for name, now in draft.details.items():  # a return that is silent contradicts nothing
        before = same.details.get(name)
        if before is None and same.typed and name not in challenges.FLAGS and name != EXCEPTION:
            continue  # whoever typed it was not asked
        if before != now:
            subject = f"{draft.subject} ({name})"
            offer = replace(draft, details={name: now})
            laying.conflicts.append(Conflict(subject, _shown(before), _shown(now), (offer,)))
    return False


def _gives_the_day(draft: EventDraft, laying: _Laying) -> bool:
    """True unless what is held without its day is something else."""
    undated = next((u for u in laying.held.undated if u.subject == draft.subject), None)
    if undated is None or undated.kind is draft.kind:
        return True
    laying.conflicts.append(Conflict(draft.subject, _without_day(undated), words(draft), (draft,)))
    return False


def _is_new_undated(undated: Undated, laying: _Laying) -> bool:
    """Whether nothing is held of it; what is held of it with its day says more."""
    if undated.subject.rpartition("|")[0] in laying.apart:
        return False
    held: list[EventDraft | Undated] = [*laying.held.events, *laying.held.undated]
    same = next((each for each in held if each.subject == undated.subject), None)
    if same is None:
        return not any(draft.subject == undated.subject for draft in laying.told.events)
    if same.kind is not undated.kind:
        held_words = words(same) if isinstance(same, EventDraft) else _without_day(same)
        laying.conflicts.append(Conflict(undated.subject, held_words, _without_day(undated)))
    return False


def _plan_is_held(draft: EventDraft, laying: _Laying) -> bool:
    """True where a plan of this date is held already, as a final plan sent or as a plan made.

    A return tells of a plan as issued in the year it was, and as historical in every year after. Where its request
    is held and still open, the years between the two returns are missing: a person must look.
    """
    if any(e.kind in PLAN_BEGINNINGS and e.occurred_on == draft.occurred_on for e in laying.held.events):
        return True
    requested_on = draft.details.get("requested_on")
    for span in spans.of_requests(laying.held):
        if span.ends_on is None and span.episode == f"request|{requested_on}":
            laying.conflicts.append(Conflict(draft.subject, span.words(), words(draft), (draft,)))
            return True
    return False


def _state_is_new(draft: EventDraft, events: Iterable[EventDraft], conflicts: list[Conflict]) -> bool:
    """Whether a state seen on a census date differs from the last one held at that date or before."""
    before = [e for e in events if e.subject == draft.subject and e.occurred_on <= draft.occurred_on]
    if not before:
        return True
    last = max(before, key=lambda e: e.occurred_on)
    if dict(last.details) == dict(draft.details):
        return False
    if last.occurred_on == draft.occurred_on:
        conflicts.append(Conflict(draft.subject, _shown(last.details), _shown(draft.details), (draft,)))
        return False
    return True


def _new(
    held: Mapping[str, Value], told: Mapping[str, Value], what: str, conflicts: list[Conflict]
) -> dict[str, Value]:
    """The items not held yet; an item held otherwise is a conflict."""
    new = {}
    for name, value in told.items():
        if name not in held:
            new[name] = value
        elif held[name] != value:
            shown = _shown(held[name]), _shown(value)
            conflicts.append(Conflict(f"{what} {name}", *shown, item=(name, value)))
    return new


def words(draft: EventDraft) -> str:
    """An event in words, for a conflict."""
    return f"{draft.kind.value} on {draft.occurred_on.isoformat()}"


def _without_day(undated: Undated) -> str:
    return f"{undated.kind.value} on a day not given"


def _shown(value: object) -> str:
    if value is None:
        return "not given"
    if isinstance(value, Mapping):
        return str(dict(value))
    return value.isoformat() if isinstance(value, date) else str(value)
