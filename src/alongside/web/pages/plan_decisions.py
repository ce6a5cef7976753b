"""Decisions about a plan in force: the papers, the reasons, a last look, the decision with its letters."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import plan_decisions as deeds
from alongside.app.queries import plan_decisions
from alongside.app.queries.plan_decisions import PlanPapers
from alongside.core.case.codes import EventKind
from alongside.web import answers
from alongside.web.forms import plan_decisions as forms
from alongside.web.presenters import case_pages
from alongside.web.presenters import plan_decisions as present
from alongside.web.request import Request

K = EventKind
Deciding = forms.NotAmending | forms.AfterReview | forms.Ceasing | forms.Reassessing


@dataclass(frozen=True, slots=True)
class _Page:
    """One of the pages: the decision that it is about, its questions, its title and what it says first."""

    kind: EventKind
    form: type[Deciding]
    title: str
    about: str


REVIEW = _Page(
    K.REVIEW_DECISION_SENT,
    forms.AfterReview,
    "Decide after the review",
    "Within four weeks of the meeting. To change the plan, send the proposed changes instead where they are ready: "
    "they are the decision, and must go in the same four weeks.",
)
CEASE = _Page(
    K.CEASE_DECISION_SENT,
    forms.Ceasing,
    "Decide to end the plan",
    "After the family and the setting were consulted. The plan is kept until the time to appeal is over.",
)
NOT_AMEND = _Page(
    K.DECISION_NOT_TO_AMEND_SENT,
    forms.NotAmending,
    "Decide not to change the plan",
    "The proposed changes are put aside, and the plan in force stays as it is.",
)
REASSESS = _Page(
    K.REASSESSMENT_AGREED_SENT,
    forms.Reassessing,
    "Decide whether to assess again",
    "Within 15 days of the request. You may refuse where an assessment was carried out in the last six months, or "
    "where another is not necessary.",
)


def after_review(request: Request, case_id: UUID) -> HttpResponse:
    """To change the plan, keep it as it is or end it."""
    return _decide(request, case_id, REVIEW)


def cease(request: Request, case_id: UUID) -> HttpResponse:
    """To end the plan."""
    return _decide(request, case_id, CEASE)


def not_amend(request: Request, case_id: UUID) -> HttpResponse:
    """To leave the plan as it is, after all."""
    return _decide(request, case_id, NOT_AMEND)


def reassess(request: Request, case_id: UUID) -> HttpResponse:
    """Whether to assess again."""
    return _decide(request, case_id, REASSESS)


def _decide(request: Request, case_id: UUID, page: _Page) -> HttpResponse:
    papers = plan_decisions.papers(case_id, page.kind, by=request.actor, at=request.now)
    form = page.form.of(request)
    if form.is_bound and form.is_valid() and not answers.wants_change(request):
        with form.showing_refusals():
            decision = form.decision()
            deeds.check(decision)
            if not answers.is_confirmed(request):
                return answers.confirm(request, present.confirmation(decision, papers))
            done = deeds.decide(case_id, decision, by=request.actor, at=request.now)
            return answers.see_other(request, present.done(decision, done), "case", case_id=case_id)
    return _show(request, form, papers, page)


def _show(request: Request, form: Deciding, papers: PlanPapers, page: _Page) -> HttpResponse:
    return answers.show(
        request,
        "pages/plans/decide.html",
        form=form,
        page=page,
        face=case_pages.face(papers.head, request, here="case_plan"),
        papers=papers,
        facts=present.facts(papers),
        news=page.kind.lower(),
        case_id=papers.head.case_id,
    )
