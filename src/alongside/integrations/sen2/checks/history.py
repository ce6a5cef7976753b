"""Histories that the law, or time itself, makes impossible or doubtful: L01 to L09."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from alongside.core.calendar import counting
from alongside.integrations.sen2 import returns
from alongside.integrations.sen2.checks import circumstances
from alongside.integrations.sen2.checks.findings import Notebook

ADULT_AGE, YOUTH_FROM, YOUTH_TO = 25, 10, 18
Dated = tuple[str, int, str, date]
_PLAN_DAYS: Final = ("namedplan", "StartDate")


def check(person: returns.Person, notes: Notebook) -> None:
    """Everything that happened, against the birth, the reference date and each other."""
    born_on, reference = person.born_on, notes.told.reference_on
    for request in person.requests:
        first, last = _span(request)
        if last is not None and last > reference:
            _late(request, reference, notes)
        if born_on is not None and first is not None and first < born_on:
            _before_birth(request, born_on, notes)
        elif born_on is not None and request.received_on is not None:
            _age_at_request(request, born_on, request.received_on, notes)
        _too_soon(request, notes)
    if len(person.requests) > 1:
        _one_after_another(person.requests, notes)


def _span(request: returns.Request) -> tuple[date | None, date | None]:
    """The earliest day told of, and the latest that rule L02 looks at."""
    days = [request.received_on, request.outcome_on]
    assessment, active = request.assessment, request.active_plan
    if assessment is not None:
        days.append(assessment.outcome_on)
        if assessment.named_plan is not None:
            days.append(assessment.named_plan.start_on)
    if active is not None:
        days += (active.review_meeting_on, active.review_decision_on, active.review_draft_on)
        days += (placement.entry_on for placement in active.placements)
    known = [day for day in days if day is not None]
    return (min(known), max(known)) if known else (None, None)


def _days(request: returns.Request) -> Iterator[Dated]:
    """Every day told of that is not also a plan's or a birth, with where it stands."""
    found: list[tuple[str, int, str, date | None]] = [
        ("requests", request.row, "ReceivedDate", request.received_on),
        ("requests", request.row, "RequestOutcomeDate", request.outcome_on),
    ]
    if (told := request.assessment) is not None:
        found.append(("assessment", told.row, "AssessmentOutcomeDate", told.outcome_on))
        if (plan := told.named_plan) is not None:
            found.append((_PLAN_DAYS[0], plan.row, _PLAN_DAYS[1], plan.start_on))
    if (active := request.active_plan) is not None:
        found += [
            ("activeplans", active.row, "ReviewMeeting", active.review_meeting_on),
            ("activeplans", active.row, "ReviewDraft", active.review_draft_on),
            ("activeplans", active.row, "LastReview", active.review_decision_on),
            ("activeplans", active.row, "PhaseTransferFinalDate", active.phase_transfer_final_on),
        ]
        found += [("placementdetail", p.row, "EntryDate", p.entry_on) for p in active.placements]
    for table, row, item, day in found:
        if day is not None:
            yield table, row, item, day


def _before_birth(request: returns.Request, born_on: date, notes: Notebook) -> None:
    if born_on > notes.told.reference_on:
        return  # D04 has told it: everything would be before such a birth
    for table, row, item, day in _days(request):
        if day < born_on:
            notes.tell("L01.before_birth", row, day, table=table, item=item, other=born_on)


def _late(request: returns.Request, reference: date, notes: Notebook) -> None:
    for table, row, item, day in _days(request):
        if day > reference and item not in ("ReceivedDate", "StartDate"):  # D10 and D19 tell those
            notes.tell("L02.later", row, day, table=table, item=item, reference=reference)


def _age_at_request(request: returns.Request, born_on: date, received: date, notes: Notebook) -> None:
    if not (request.rya or received.year - born_on.year >= ADULT_AGE):
        return
    age = circumstances.age(born_on, received)
    if age >= ADULT_AGE:
        notes.tell("L08.too_old", request.row, received, age=age)
    if request.rya and not YOUTH_FROM <= age <= YOUTH_TO:
        notes.tell("L09.age", request.row, True, age=age)


def _too_soon(request: returns.Request, notes: Notebook) -> None:
    """A final plan before the fifteen days beginning with the day on which a draft could first be served."""
    received, assessment = request.received_on, request.assessment
    if received is None or assessment is None or assessment.outcome != "Y" or assessment.outcome_on is None:
        return
    days, least = (assessment.outcome_on - received).days, notes.told.number("A07b")
    if days >= least or (request.outcome_on is not None and assessment.outcome_on < request.outcome_on):
        return
    notes.tell("L03.too_soon", assessment.row, assessment.outcome_on, days=days, least=least)


def _one_after_another(requests: tuple[returns.Request, ...], notes: Notebook) -> None:
    for request in requests:
        received = request.received_on
        if received is None or request.outcome != "Y":
            continue
        for other in requests:
            if other is not request and other.assessment is not None:
                _after(received, request, other.assessment, notes)


def _after(received: date, request: returns.Request, other: returns.Assessment, notes: Notebook) -> None:
    plan = other.named_plan
    if (
        plan is not None
        and plan.start_on is not None
        and plan.start_on < received
        and (plan.ceased_on is None or plan.ceased_on > received)
    ):
        notes.tell("L04.has_plan", request.row, received, other=plan.start_on)
        return
    ended = other.outcome_on
    if ended is not None and ended <= received < counting.months_after(
        ended, circumstances.ASSESSMENT_GAP_MONTHS
    ):
        notes.tell("L05.too_soon", request.row, received, other=ended)
