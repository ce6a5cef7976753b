"""Modules 5a to 5c: the plan in force on the census date, its reviews, placements and needs."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from alongside.integrations.identifiers import authorities
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks import plans
from alongside.integrations.sen2.checks.circumstances import REVIEW_WEEKS
from alongside.integrations.sen2.checks.findings import Notebook

OUTCOME_SINCE, OUTCOME_COMPULSORY, PHASE_SINCE = 2024, 2025, 2025
MOST_PLACEMENTS, MOST_NEEDS = 2, 2
PHASE_DAYS: Final = frozenset({(2, 15), (3, 31)})
NEW_NEED, NEW_NEED_SINCE = "DS", 2026


def check(
    request: returns.Request, active: returns.ActivePlan, born_on: date | None, notes: Notebook
) -> None:
    """D31, D32, D34 to D38, L07 and each placement."""
    assessment = request.assessment
    plan = assessment.named_plan if assessment is not None else None
    if active.transferred_from is not None:
        _transferred(request, active, active.transferred_from, notes)
    _reviews(active, plan.start_on if plan is not None else None, notes)
    if active.phase_transfer_due_on is not None or active.phase_transfer_final_on is not None:
        _phase_transfer(active, notes)
    _placements(active, born_on, notes)
    _needs(active, notes)


def check_presence(request: returns.Request, notes: Notebook) -> None:
    """D30 and check 312: an active plan for each plan that has not ceased, and no other."""
    assessment, active = request.assessment, request.active_plan
    plan = assessment.named_plan if assessment is not None else None
    if active is None:
        if plan is not None and plan.ceased_on is None and plan.cease_reason is None:
            tried = notes.unreadable["namedplan", plan.row, "ceasedate"]
            if not tried and request.exported is None:
                notes.tell("D30.missing", plan.row)
    elif plan is None:
        wanted = assessment is not None and assessment.outcome in ("H", "Y")
        if not wanted or (
            assessment is not None and assessment.outcome == "Y" and assessment.outcome_on is None
        ):
            notes.tell("312.no_plan", active.row)
    elif plan.ceased_on is not None:
        notes.tell("D30.ceased", active.row, other=plan.ceased_on)


def _transferred(request: returns.Request, active: returns.ActivePlan, number: str, notes: Notebook) -> None:
    if number not in authorities.CURRENT and number not in authorities.FORMER:
        notes.tell("D31.unknown", active.row, number, why=authorities.why_not(number))
    elif number == notes.told.lea:
        notes.tell("D31.own", active.row, number)
    outcome = request.assessment.outcome if request.assessment is not None else None
    if outcome not in ("H", None):
        notes.tell("D31.outcome", active.row, number, outcome=outcome)


def _reviews(active: returns.ActivePlan, start_on: date | None, notes: Notebook) -> None:
    met, decided, told = active.review_meeting_on, active.review_decision_on, notes.told
    if met is not None:
        if decided is not None and met > decided:
            notes.tell("D35.meeting_after", active.row, met, other=decided)
        if start_on is not None and met < start_on:
            notes.tell("L07.before_plan", active.row, met, other=start_on)
        _four_weeks(active, met, notes)
    if decided is not None:
        if start_on is not None and decided < start_on:
            notes.tell("D35.before_plan", active.row, decided, other=start_on)
        if active.review_outcome is None and told.year >= OUTCOME_SINCE:
            key = "D35.outcome_missing" if told.year >= OUTCOME_COMPULSORY else "D35.outcome_voluntary"
            notes.missing(key, active.row, other=decided)
    elif active.review_outcome is not None:
        notes.missing("D35.decision_missing", active.row, other=active.review_outcome)
    latest = max((day for day in (met, decided) if day is not None), default=None)
    if start_on is not None and start_on < told.year_before:
        if latest is None:
            notes.tell("D37.none", active.row, other=start_on)
        elif latest < told.year_before:
            notes.tell("D37.old", active.row, latest, reference=told.reference_on)


def _four_weeks(active: returns.ActivePlan, met: date, notes: Notebook) -> None:
    limit = met + timedelta(weeks=REVIEW_WEEKS)
    if active.review_decision_on is not None and active.review_decision_on > limit:
        decided = active.review_decision_on
        notes.tell("D36.decision", active.row, decided, days=(decided - met).days, other=met)
    if active.review_draft_on is not None and active.review_draft_on > limit:
        drafted = active.review_draft_on
        notes.tell("D36.draft", active.row, drafted, days=(drafted - met).days, other=met)


def _phase_transfer(active: returns.ActivePlan, notes: Notebook) -> None:
    due, final = active.phase_transfer_due_on, active.phase_transfer_final_on
    if due is None:
        notes.missing("D38.no_due", active.row, other=final)
        return
    if (due.month, due.day) not in PHASE_DAYS:
        notes.tell("D38.due_day", active.row, due)
    if final is None:
        if due < notes.told.reference_on and notes.told.year >= PHASE_SINCE:
            notes.missing("D38.missing", active.row, other=due)
    elif final > due:
        notes.tell("D38.late", active.row, final, other=due)


def _placements(active: returns.ActivePlan, born_on: date | None, notes: Notebook) -> None:
    placements = active.placements
    if not placements:
        arrived = ", and the plan is not said to have come from another authority"
        notes.tell("D32.none", active.row, arrived="" if active.transferred_from else arrived)
    if len(placements) > MOST_PLACEMENTS:
        notes.tell("S07.many", active.row, len(placements), count=len(placements))
    for placement in placements:
        plans.check_place(placement, "placementdetail", born_on, notes)
        if placement.entry_on is None:
            notes.missing("D32.entry_missing", placement.row)
        elif placement.leaving_on is not None and placement.leaving_on < placement.entry_on:
            notes.tell("D32.left_before", placement.row, placement.leaving_on, other=placement.entry_on)
        if placement.rank is None:
            notes.missing("D32.rank_missing", placement.row)
        if placement.work_based is not None and born_on is not None:
            age = notes.told.age(born_on)
            plans.check_work_age(placement.work_based, age, placement.row, "placementdetail", notes)
    if len(placements) > 1:
        _overlap(placements, notes)


def _overlap(placements: tuple[returns.Placement, ...], notes: Notebook) -> None:
    """Two main places at once. One may begin on the day on which the other ends."""
    main = sorted(
        (p for p in placements if p.rank == "1" and p.entry_on is not None),
        key=lambda p: p.entry_on or date.max,
    )
    for earlier, later in pairwise(main):
        assert later.entry_on is not None
        if earlier.leaving_on is None or earlier.leaving_on > later.entry_on:
            notes.tell("D32.overlap", later.row, later.entry_on, other=earlier.entry_on)


def _needs(active: returns.ActivePlan, notes: Notebook) -> None:
    needs = active.needs
    if not needs:
        if not any(table == "senneed" for table, _, _ in notes.unreadable):
            notes.tell("D34.none", active.row)
        return
    if len(needs) > MOST_NEEDS:
        notes.tell("D34.many", active.row, len(needs), count=len(needs))
        return
    ranks = [need.rank for need in needs]
    tried = any(table == "senneed" for table, _, _ in notes.unreadable)
    if ranks not in (["1"], ["1", "2"], ["2", "1"]) and not tried:
        notes.tell("D34.ranks", needs[0].row, ", ".join(rank or "not at all" for rank in ranks))
    if len(needs) == MOST_NEEDS and needs[0].type == needs[1].type:
        notes.tell("D34.same", needs[1].row, needs[1].type)
    if notes.told.year < NEW_NEED_SINCE:
        for need in needs:
            if need.type == NEW_NEED:
                notes.tell("S08.down_syndrome", need.row, NEW_NEED, year=notes.told.year)
