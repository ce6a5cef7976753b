"""The two lists from live cases: who stands on which, and the row of each child.

What Alongside does not keep (suspensions, exclusions, absence, Pupil Premium, social care) is left empty: the council's
own systems know it. docs/explain/annex-a.md says who is on List 2.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from alongside.app import child_places, ports
from alongside.app.actions import returns as records
from alongside.app.actor import Actor
from alongside.app.queries import returns as population
from alongside.app.return_facts import ReturnCase, Setting
from alongside.core.case.ceasing_ends import with_end
from alongside.core.case.codes import EventKind
from alongside.core.case.episodes import history
from alongside.core.case.history import Plan
from alongside.core.law.lawbook import Law
from alongside.core.refusal import Refused
from alongside.integrations.annex_a import write
from alongside.integrations.annex_a.probes import AT_HOME
from alongside.integrations.annex_a.write import Row

GENDERS: Final = {"M": "a) Male", "F": "b) Female", "U": "c) Not known"}
YES_NO: Final = {"Y": "Yes", "N": "No"}
AT_HOME_CODE, OLDEST = "EHE", 25
PHASES: Final = {
    "EARLY_YEARS": "a) Nursery",
    "PRIMARY": "b) Primary",
    "SECONDARY": "e) Secondary",
    "ALL_THROUGH": "f) All-through",
    "POST_16": "i) FE college",
}
TYPES: Final = {
    "SPECIAL": "g) Special",
    "INDEPENDENT_SPECIAL": "g) Special",
    "AP": "h) PRU/AP",
    "FE": "i) FE college",
}
GONE: Final = frozenset({EventKind.MOVED_TO_NEW_LA, EventKind.TRANSFERRED_OUT, EventKind.DIED})


@dataclass(frozen=True, slots=True)
class Lists:
    """How many rows were written, by list."""

    plans: int
    support: int
    as_at: date


def write_lists(path: Path, *, by: Actor, at: datetime, seen: Callable[[int], None] | None = None) -> Lists:
    """Write the workbook from the records as they stand. Raises Refused where it cannot be written."""
    on = ports.today(at)
    rows: dict[int, list[Row]] = {1: [], 2: []}
    for number, case in enumerate(population.population(by=by), 1):
        placed = row(case, on, ports.law())
        if placed is not None:
            rows[placed[0]].append(placed[1])
        if seen is not None:
            seen(number)
    draft = path.with_name(f".{path.name}.part")
    try:
        write.workbook(draft, rows)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise Refused(f"{path}: the lists cannot be written there ({error.strerror}). Choose another place.")
    records.record_written("ANNEX_A", on.year, len(rows[1]) + len(rows[2]), by=by, at=at)
    return Lists(len(rows[1]), len(rows[2]), on)


def row(case: ReturnCase, on: date, law: Law) -> tuple[int, Row] | None:
    """The number of the list on which a child stands, and the row; None for who is on neither.

    List 1: a plan is held. List 2: a child without a plan who is known here by a request, whose need is on record and
    who attends a setting on record. That is inferred to be SEN support; schools know of others.
    """
    told = with_end(history(case.facts), on, law)
    held = [
        plan for plan in told.plans if plan.made_on <= on and (plan.ended_on is None or plan.ended_on > on)
    ]
    shared = _shared(case, on)
    if held and told.died_on is None:
        return 1, {**shared, **_of_plan(case, held[-1])}
    last = next(
        (e for e in reversed(case.facts.events) if e.kind is EventKind.PLAN_CEASED or e.kind in GONE), None
    )
    born = case.child.born_on
    asked = told.episodes and (last is None or last.occurred_on < (told.episodes[-1].received_on or on))
    is_young = born is not None and on.year - born.year < OLDEST
    if not asked or not is_young or not shared["urn"] or not shared["need"]:
        return None
    return 2, {name: value for name, value in shared.items() if name != "home"}


def _shared(case: ReturnCase, on: date) -> dict[str, write.Cell]:
    child = case.child
    setting, urn, at_home = _main(case, on)
    return {
        "id": case.reference,
        "upn": child.upn or child.upn_unknown,
        "uln": child.uln,
        "born": child.born_on,
        "gender": GENDERS.get(child.sex, ""),
        "ethnicity": child.ethnicity,
        "need": child_places.needs(case.facts.events, on).get("1", ""),
        "urn": urn,
        "phase": _phase(setting),
        "home": "a) Yes" if at_home else "b) No",
        "disability": YES_NO.get(child.disability, ""),
    }


def _main(case: ReturnCase, on: date) -> tuple[Setting | None, str, bool]:
    """The main place: the setting where it is on record, its URN, and whether the child is educated at home."""
    settings = case.settings
    placed = child_places.placements(case.facts.events, on)
    if not placed:
        return case.attends, case.attends.urn if case.attends is not None else "", False
    details = placed[0].details
    if details.get("setting_code") == AT_HOME_CODE:
        return None, AT_HOME, True
    urn = str(details.get("urn") or "")
    setting = settings.by_id.get(str(details.get("organisation") or "")) or settings.by_urn.get(urn)
    return setting, setting.urn if setting is not None and setting.urn else urn, False


def _phase(setting: Setting | None) -> str:
    if setting is None:
        return ""
    return TYPES.get(setting.type) or PHASES.get(setting.phase, "")


def _of_plan(case: ReturnCase, plan: Plan) -> dict[str, write.Cell]:
    """The dates of the plan: first made, last amended, last reviewed."""
    finals = [each.final.on for each in plan.amendments if each.final is not None and not each.final.undated]
    days = [
        day
        for each in plan.reviews
        if not each.by_reassessment
        for day in (each.held_on or each.decided_on,)
        if day
    ]
    return {
        "initial": None if plan.undated else plan.made_on,
        "updated": max(finals, default=None),
        "reviewed": max(days, default=None),
    }
