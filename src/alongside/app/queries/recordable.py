"""What can be recorded in a case now, and what each piece of news can be about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.recordable import about
from alongside.app.recordable.about import Meant
from alongside.app.recordable.entry import Entry, Particular, Type
from alongside.app.recordable.table import BY_KIND, ENTRIES
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.case import stages
from alongside.core.case.codes import EventKind
from alongside.records.models import Organisation

KIND_OF_BODY = MappingProxyType({Type.SETTING: "SETTING", Type.BODY: "ICB"})


@dataclass(frozen=True, slots=True)
class Recordable:
    """The kinds of news that may follow and that this person may record, in the order of the table."""

    head: CaseHead
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One kind of news with what its particulars can be chosen from, by their key.

    `meant` are decisions and earlier entries, `bodies` are (id, name) of settings or integrated care boards.
    `may_follow` is False where the news cannot follow where the case stands today.
    """

    head: CaseHead
    entry: Entry
    meant: Mapping[str, tuple[Meant, ...]]
    bodies: Mapping[str, tuple[tuple[str, str], ...]]
    may_follow: bool


def recordable(case_id: UUID, *, by: Actor, at: datetime) -> Recordable:
    """What can be recorded now. Raises `NotFound` or `NotAllowed`."""
    with seeing.case(case_id, Permission.RECORD_EVENT, by=by, at=at) as view:
        state = view.state
        found = tuple(entry for entry in ENTRIES if _may_follow(state, entry) and view.may(entry.needs))
        return Recordable(cases.head_of(view), found)


def asked(case_id: UUID, kind: EventKind, *, by: Actor, at: datetime) -> Asked:
    """One kind of news. Raises `KeyError` for one that has a page of its own, and as `recordable` does."""
    entry = BY_KIND[kind]
    with seeing.case(case_id, Permission.RECORD_EVENT, by=by, at=at) as view:
        view.require(entry.needs)
        return asked_in(view, entry)


def asked_in(view: CaseView, entry: Entry) -> Asked:
    """The same of a case that is open already."""
    state = view.state
    return Asked(
        head=cases.head_of(view),
        entry=entry,
        meant={
            each.key: _meant(each, entry.kind, state, view)
            for each in entry.particulars
            if each.type in (Type.DECISION, Type.EARLIER)
        },
        bodies={each.key: _bodies(each, view) for each in entry.particulars if each.type in KIND_OF_BODY},
        may_follow=_may_follow(state, entry),
    )


def _may_follow(state: stages.State, entry: Entry) -> bool:
    return stages.can_follow(state, entry.kind) and entry.at in (None, state.assess)


def _meant(each: Particular, kind: EventKind, state: stages.State, view: CaseView) -> tuple[Meant, ...]:
    if each.of is not None:
        return about.earlier(view.facts, each.of)
    return about.decisions(state, view.facts, kind)


def _bodies(each: Particular, view: CaseView) -> tuple[tuple[str, str], ...]:
    rows = Organisation.objects.filter(authority=view.case.authority_id, kind=KIND_OF_BODY[each.type])
    return tuple((str(ident), name) for ident, name in rows.order_by("name", "id").values_list("id", "name"))
