"""A told history as JSON values and back, to be kept until somebody decides what becomes of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from alongside.core.case.codes import EventKind
from alongside.core.case.told import CaseHistory, EventDraft, Undated

DATES = frozenset({"born_on"})
"""The items of a person that are dates."""


def of_drafts(drafts: Iterable[EventDraft]) -> list[dict[str, Any]]:
    """Events as JSON values."""
    return [
        {
            "key": draft.key,
            "subject": draft.subject,
            "kind": draft.kind.value,
            "occurred_on": draft.occurred_on.isoformat(),
            "details": dict(draft.details),
            "as_at": draft.as_at,
            "undated": draft.undated,
        }
        for draft in drafts
    ]


def drafts(values: Iterable[Mapping[str, Any]]) -> tuple[EventDraft, ...]:
    """The events again."""
    return tuple(
        EventDraft(
            value["key"],
            value["subject"],
            EventKind(value["kind"]),
            date.fromisoformat(value["occurred_on"]),
            value["details"],
            value["as_at"],
            value["undated"],
        )
        for value in values
    )


def of_history(history: CaseHistory) -> dict[str, Any]:
    """A history as JSON values."""
    return {
        "keys": list(history.keys),
        "identifiers": dict(history.identifiers),
        "fields": {name: _text(value) for name, value in history.fields.items()},
        "source": history.source,
        "events": of_drafts(history.events),
        "undated": [
            {
                "subject": u.subject,
                "kind": u.kind.value,
                "not_before": u.not_before.isoformat() if u.not_before else None,
                "not_after": u.not_after.isoformat() if u.not_after else None,
                "why": u.why,
                "details": dict(u.details),
            }
            for u in history.undated
        ],
        "row": history.row,
        "as_at": history.as_at.isoformat() if history.as_at else None,
    }


def history(value: Mapping[str, Any]) -> CaseHistory:
    """The history again."""
    return CaseHistory(
        keys=tuple(value["keys"]),
        identifiers=value["identifiers"],
        fields={name: item(name, text) for name, text in value["fields"].items()},
        source=value["source"],
        events=drafts(value["events"]),
        undated=tuple(
            Undated(
                u["subject"],
                EventKind(u["kind"]),
                _day(u["not_before"]),
                _day(u["not_after"]),
                u["why"],
                u["details"],
            )
            for u in value["undated"]
        ),
        row=value["row"],
        as_at=_day(value["as_at"]),
    )


def item(name: str, text: str) -> str | date:
    """One item of a person from its text."""
    return date.fromisoformat(text) if name in DATES else text


def _text(value: str | date) -> str:
    return value.isoformat() if isinstance(value, date) else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
