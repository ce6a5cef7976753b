"""Ivy's case with the psychologist's advice sent and a plan written, and a report as a real Word file."""

import io
from datetime import datetime
from uuid import UUID

import docx

from advice_cast import asked, taken_by
from alongside.app import doing
from alongside.app.actions import advice_answers, plan_findings, plans
from alongside.app.actions.advice_answers import Answer
from alongside.app.queries import plan_checks
from alongside.core.access.permission import Permission
from alongside.core.case.codes import AdviceKind, EventKind, PlanSection
from alongside.core.plan.checks.finding import Severity
from cast import Cast
from plan_cast import TEXTS

PASSED = "The school gives this already and goes on with it, as the minutes of May say."
PSYCHOLOGY = {
    "need_1_what": "Ivy reads single words only.",
    "provision_1_what": "Reading taught one to one.",
    "provision_1_who": "A specialist teacher",
}
NEED_IN_PLAN = "Ivy reads single words and no more."
REPORT = (
    "Speech and language report on Ivy Fielding, date of birth 4 May 2018",
    "#What I found",
    "Ivy cannot follow instructions of more than two words. She told me that she likes stories.",
    "#Recommendations",
    "A therapist teaches Ivy’s class team for 60 minutes each half term.",
    "Hana Therapist, 3 November 2026",
)


def advised(cast: Cast, *, answers: dict[str, str] | None = None) -> tuple[UUID, str]:
    """Ivy's case with the psychologist's advice, and a plan in which every section but I is written."""
    case = asked(cast)
    request = taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    given = Answer("PSYCHOLOGY", answers or PSYCHOLOGY)
    advice_answers.answer(case, request, given, by=cast.psychologist, at=cast.at)
    with doing.on_case(case, Permission.DECIDE_TO_ISSUE, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.DECISION_TO_ISSUE, deed.today, {})
    plans.start(case, by=cast.officer, at=cast.at)
    for section, text in (TEXTS | {PlanSection.B: NEED_IN_PLAN}).items():
        plans.save_section(case, section, text, 0, by=cast.officer, at=cast.at)
    return case, request


def word(*paragraphs: str) -> bytes:
    """A real Word file; a paragraph that begins with # is a heading."""
    made, kept = docx.Document(), io.BytesIO()
    for text in paragraphs:
        if text.startswith("#"):
            made.add_heading(text[1:], 2)
        else:
            made.add_paragraph(text)
    made.save(kept)
    return kept.getvalue()


def answer_findings(cast: Cast, case: UUID, *, at: datetime) -> None:
    """Nothing that the plan checks say stands in the way any more."""
    found = [line for line in plan_checks.findings(case, by=cast.officer, at=at).lines if line.is_open]
    warned = [line.fingerprint for line in found if line.severity is Severity.WARNING]
    plan_findings.pass_warnings(case, warned, PASSED, by=cast.officer, at=at)
    for line in found:
        if line.severity is Severity.BLOCKER:
            plan_findings.set_aside(case, line.fingerprint, PASSED, by=cast.manager, at=at)
