"""Modules 2 and 3: the request, the decision whether to assess, the assessment and its outcome."""

from datetime import date
from typing import Final

from alongside.core.calendar import counting
from alongside.integrations.identifiers import authorities
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks.findings import Notebook

SOURCE_SINCE, SOURCE_COMPULSORY = 2025, 2026
_DECIDED: Final = ("Y", "N")
_FLAGS: Final = (("mediation", "RequestMediation"), ("tribunal", "RequestTribunal"))
_ASSESSMENT_FLAGS: Final = (
    ("week20", "Week20"),
    ("mediation", "AssessmentMediation"),
    ("tribunal", "AssessmentTribunal"),
    ("other_mediation", "OtherMediation"),
    ("other_tribunal", "OtherTribunal"),
)


def check(request: returns.Request, notes: Notebook) -> None:
    """D10 to D16 and L06."""
    outcome = request.outcome
    if outcome is None:
        notes.missing("D10.outcome_missing", request.row)
    _received(request, notes)
    _decided(request, notes)
    if request.source is None and outcome not in ("H", None) and notes.told.year >= SOURCE_SINCE:
        key = "D13.missing" if notes.told.year >= SOURCE_COMPULSORY else "D13.voluntary"
        notes.missing(key, request.row)
    if request.exported is not None:
        _exported(request, request.exported, notes)
    if request.assessment is None:
        if outcome in ("Y", "H") and request.exported is None:
            notes.tell("D16.missing", request.row, outcome=outcome)
    elif outcome in ("N", "A", "W") and not (request.mediation or request.tribunal):
        notes.tell("D16.not_wanted", request.assessment.row, request.assessment.outcome, outcome=outcome)


def _received(request: returns.Request, notes: Notebook) -> None:
    received, told = request.received_on, notes.told
    if received is None:
        if request.outcome not in ("H", None):
            notes.missing("D10.received_missing", request.row, outcome=request.outcome)
        return
    if received > told.last:
        notes.tell("D10.received_late", request.row, received, last=told.last)
    if request.outcome_on is not None and received > request.outcome_on:
        notes.tell("D10.received_after_outcome", request.row, received, other=request.outcome_on)
    if request.outcome == "A" and received < told.undecided_from:
        due = counting.weeks_after(received, told.number("A02"))
        notes.tell("D12.overdue", request.row, "A", received=received, due=due)


def _decided(request: returns.Request, notes: Notebook) -> None:
    outcome = request.outcome
    if outcome in _DECIDED:
        if request.outcome_on is None:
            notes.missing("D11.missing", request.row, outcome=outcome)
        if request.mediation is None or request.tribunal is None:
            for attribute, item in _FLAGS:
                if getattr(request, attribute) is None:
                    notes.missing("D14.missing", request.row, item=item, outcome=outcome)
        if outcome == "Y" and (request.mediation or request.tribunal):
            item = "RequestMediation" if request.mediation else "RequestTribunal"
            notes.tell("L06.agreed", request.row, True, item=item)
    elif outcome is not None and request.outcome_on is not None:
        notes.tell("D11.not_wanted", request.row, request.outcome_on, outcome=outcome)


def _exported(request: returns.Request, number: str, notes: Notebook) -> None:
    if why := authorities.why_not(number):
        notes.tell("D15.unknown", request.row, number, why=why)
    elif number == notes.told.lea:
        notes.tell("D15.own", request.row, number)


def check_assessment(request: returns.Request, assessment: returns.Assessment, notes: Notebook) -> None:
    """D17 and D18, and D19 as far as it is about whether there is a plan."""
    outcome, plan = assessment.outcome, assessment.named_plan
    if outcome is None:
        notes.missing("D17.outcome_missing", assessment.row)
    elif outcome in _DECIDED:
        if assessment.outcome_on is None:
            if outcome == "N":
                notes.missing("D17.missing", assessment.row)
            elif plan is not None:
                notes.missing("D17.missing_issued", assessment.row)
        _flags(assessment, notes)
    _order(request.outcome_on, assessment, notes)
    if plan is None:
        if outcome == "H" or (outcome == "Y" and assessment.outcome_on is not None):
            dated = "" if assessment.outcome_on is None else f" and is dated {assessment.outcome_on:%d/%m/%Y}"
            notes.tell("D19.missing", assessment.row, outcome=outcome, dated=dated)
    elif outcome in ("N", "A", "W") and not _challenged(assessment):
        notes.tell("D19.not_wanted", plan.row, plan.start_on, outcome=outcome)


def _order(decided_on: date | None, assessment: returns.Assessment, notes: Notebook) -> None:
    ended_on = assessment.outcome_on
    if ended_on is not None and decided_on is not None and ended_on < decided_on:
        notes.tell("D17.before_decision", assessment.row, ended_on, other=decided_on)


def _flags(assessment: returns.Assessment, notes: Notebook) -> None:
    for attribute, item in _ASSESSMENT_FLAGS:
        if getattr(assessment, attribute) is None:
            notes.missing("D18.missing", assessment.row, item=item, outcome=assessment.outcome)


def _challenged(assessment: returns.Assessment) -> bool:
    return bool(
        assessment.mediation or assessment.tribunal or assessment.other_mediation or assessment.other_tribunal
    )
