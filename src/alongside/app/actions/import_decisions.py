"""A person decides where a return says otherwise than the records: what is held stays, or the return is believed."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from alongside.app import evidence, ports, scope
from alongside.app.actions import children
from alongside.app.actions.children import folded
from alongside.app.actor import Actor
from alongside.app.importing import changes, matching, writing
from alongside.app.importing import held as holding
from alongside.app.importing.held import Held
from alongside.app.importing.sharing import Sharing
from alongside.app.importing.writing import Change, Pen
from alongside.core.access import decide as access
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case import told_json
from alongside.core.case.details import OF_NO_DAY
from alongside.core.case.differences import differences
from alongside.core.case.told import CaseHistory, EventDraft, in_order
from alongside.core.refusal import Refused
from alongside.records.models import CaseEvent, ImportConflict, Person

NOBODY = CaseHistory(("",), {}, {}, "", (), ())


def decide(conflict: UUID, *, take: bool, reason: str, by: Actor, at: datetime) -> UUID:
    """Keep what is held, or record what the return says. Returns the case that it now concerns.

    Nothing is overwritten even then: a fact that is believed is recorded as a correction, beside the one that it
    corrects. For two records that may be one child, `take` says that they are, and the return's history goes into
    the case that is held; otherwise a case of its own is opened. Raises `Refused` for a decision without a reason,
    and where somebody has decided already.
    """
    access.check_act(Permission.IMPORT_RETURN, roles=by.roles)
    if not reason.strip():
        raise Refused("Say how you know which of the two is right.", field="reason")
    with scope.opened(by):
        row = _undecided(conflict)
        pen = Pen(by, at, str(row.offers.get("source", row.run.source)), row.run_id)
        case, notes = _acted(row, pen, take=take)
        row.decision, row.reason = "TAKEN" if take else "KEPT", reason.strip()[:500]
        row.decided_by, row.decided_by_name, row.decided_at = by.code, by.name, at
        row.save()
        body = {"conflict": str(row.id), "decision": row.decision}
        note = evidence.Note(at, by.code, "CONFLICT_DECIDED", str(row.case_id), body)
        evidence.seal(by.authority, [*notes, note])
    return case


def _undecided(conflict: UUID) -> ImportConflict:
    rows = ImportConflict.objects.select_for_update(of=("self",)).select_related("run")
    row = rows.filter(id=conflict).first()
    if row is None:
        raise NotFound
    if row.decision:
        raise Refused(
            f"{row.decided_by_name or 'Somebody'} decided this on {row.decided_at:%-d %B %Y}. Nothing was changed."
        )
    return row


def _acted(row: ImportConflict, pen: Pen, *, take: bool) -> tuple[UUID, list[evidence.Note]]:
    """What follows from the decision."""
    if row.about == "PERSON":
        told = told_json.history(row.offers["history"])
        drafts = in_order(told, latest=pen.today)
        pen = Pen(pen.by, pen.at, told.source, pen.run)
        if not take:
            return _own_case(told, drafts, pen)
        held = _held(row.case_id, told)
        new = differences(held.history, told)
        return row.case_id, _saved(
            changes.change(held, changes.Compared(row.case_id, told, drafts), new, pen), pen
        )
    if not take:
        return row.case_id, []
    held = _held(row.case_id, NOBODY)
    if row.about == "ITEM":
        return row.case_id, _saved(Change(held, columns=_column(*row.offers["item"])), pen)
    offers = told_json.drafts(row.offers["events"])
    if not offers:
        raise Refused(
            "The return does not give the day, so there is nothing to record in its place. Keep what is held, and "
            "correct the entry in the case if the return is right."
        )
    return row.case_id, _saved(_events(held, offers, pen, is_request=row.about == "REQUEST"), pen)


def _held(case: UUID, told: CaseHistory) -> Held:
    locked = changes.locked([case])[case]
    rows = list(CaseEvent.objects.filter(case=locked).order_by("position"))
    return holding.of(locked, rows, told)


def _events(held: Held, offers: tuple[EventDraft, ...], pen: Pen, *, is_request: bool) -> Change:
    """The events offered, each in the place of what is held about the same subject."""
    give_way = {} if is_request else {d.subject: at for d in offers if (at := _stands(d, held)) is not None}
    known = {event.id: event for event in held.facts.events}
    merged = []
    for draft in offers:
        before = known.get(str(give_way.get(draft.subject, "")))
        held_details = before.details if before is not None and before.kind is draft.kind else {}
        details = {**held_details, **draft.details}
        if not draft.undated:
            details = {key: value for key, value in details.items() if key not in OF_NO_DAY}
        merged.append(replace(draft, details=details))
    where = writing.placing_of(held, give_way, is_apart=is_request)
    return Change(held, writing.rows(merged, where, pen))


def _stands(draft: EventDraft, held: Held) -> UUID | None:
    """The event that is held about the same subject; of a state, the one seen on the same day."""
    at_day = f"@{draft.occurred_on.isoformat()}" if draft.as_at else ""
    return held.ids.get(draft.subject + at_day)


def _column(name: str, text: str) -> dict[str, object]:
    column = changes.COLUMN_OF.get(name, name)
    found: dict[str, object] = {column: told_json.item(name, text)}
    if column == "surname":
        found["surname_folded"] = folded(text)
    return found


def _saved(change: Change, pen: Pen) -> list[evidence.Note]:
    return [] if change.is_empty else writing.save_changes([change], pen)


def _own_case(
    told: CaseHistory, drafts: tuple[EventDraft, ...], pen: Pen
) -> tuple[UUID, list[evidence.Note]]:
    reference = children.next_references(pen.by.authority, ports.today(pen.at).year, 1)[0]
    key = matching.key_of(told)
    if Person.objects.filter(authority=pen.by.authority, import_key=key).exists():
        key = ""  # the number is that of the other child too: only one of them can be known by it
    entry = writing.new_case(told, drafts, reference, key, pen)
    notes = writing.save_new([entry], Sharing(pen.by.authority, pen.today), pen)
    return entry.case.id, notes
