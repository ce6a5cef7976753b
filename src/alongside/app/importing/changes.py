"""What a told history adds to cases that stand, and where it disagrees with them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from alongside.app.actions.children import folded
from alongside.app.importing import held as holding
from alongside.app.importing import matching, writing
from alongside.app.importing.disputed import Disputed
from alongside.app.importing.held import Held
from alongside.app.importing.writing import Change, Pen
from alongside.core.case.differences import Conflict, Differences, differences, words
from alongside.core.case.told import UNDATED, CaseHistory, EventDraft
from alongside.records.models import Case, CaseEvent

COLUMN_OF = {"UPN": "upn", "ULN": "uln"}


@dataclass(frozen=True, slots=True)
class Compared:
    """A history to be laid beside a case, with all its events in order."""

    case: UUID
    told: CaseHistory
    drafts: tuple[EventDraft, ...]


def read(found: Sequence[Compared], disputes: Disputed, pen: Pen) -> list[Change]:
    """What each history adds to its case; what it says otherwise goes to `disputes`. Locks the cases."""
    cases = locked([one.case for one in found])
    rows: dict[UUID, list[CaseEvent]] = defaultdict(list)
    for row in CaseEvent.objects.filter(case__in=cases).order_by("case_id", "position"):
        rows[row.case_id].append(row)
    changes = []
    for one in found:
        held = holding.of(cases[one.case], rows[one.case], one.told)
        new = differences(held.history, one.told)
        disputes.conflicts(one.case, [*new.conflicts, *_taken_back(held, new)], one.told.source)
        changes.append(change(held, one, new, pen))
    return changes


def locked(ids: Sequence[UUID]) -> dict[UUID, Case]:
    """Cases held still until the transaction ends, always in the same order."""
    rows = Case.objects.filter(id__in=ids).select_for_update(of=("self",), no_key=True)
    return {case.id: case for case in rows.select_related("person").order_by("id")}


def change(held: Held, one: Compared, new: Differences, pen: Pen) -> Change:
    """The rows and columns that are new. A day that was missing takes the place of the entry without it."""
    keys = {draft.key for draft in new.new_events if not _is_taken_back(draft.key, draft.subject, held)}
    keys |= {
        undated.subject + UNDATED
        for undated in new.new_undated
        if not _is_taken_back(undated.subject + UNDATED, undated.subject, held)
    }
    drafts = [draft for draft in one.drafts if draft.key in keys]
    without_day = {undated.subject for undated in held.history.undated}
    give_way = {d.subject: held.ids[d.subject] for d in drafts if d.subject in without_day and not d.undated}
    where = writing.placing_of(held, give_way, told_until=one.told.told_until)
    rows = writing.rows(drafts, where, pen) if drafts else []
    return Change(held, rows, _columns(held, one.told, new))


def _is_taken_back(key: str, subject: str, held: Held) -> bool:
    """True for an entry that was imported once and that somebody has since recorded as an error."""
    return key in held.keys and subject not in held.ids


def _taken_back(held: Held, new: Differences) -> list[Conflict]:
    return [
        Conflict(draft.subject, "recorded in error", words(draft), (draft,))
        for draft in new.new_events
        if _is_taken_back(draft.key, draft.subject, held)
    ]


def _columns(held: Held, told: CaseHistory, new: Differences) -> dict[str, Any]:
    found: dict[str, str | date] = dict(new.new_fields)
    if "surname" in found:
        found["surname_folded"] = folded(str(found["surname"]))
    for kind, number in new.new_identifiers.items():
        found[COLUMN_OF[kind]] = number
    if "upn" in found and held.case.person.upn_unknown:
        found["upn_unknown"] = ""
    key = matching.key_of(told)
    if not held.case.person.import_key and key.startswith("NAME:"):  # a number is found by itself
        found["import_key"] = key
    return found
