"""The writer's pages of advice: every line to use, one line, marking lines in a file, and an objection to decide on."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from alongside.app.actions import advice_lines as making
from alongside.app.actions import line_uses, objections
from alongside.app.queries import advice_lines, advice_marking
from alongside.app.queries.advice_lines import OneLine
from alongside.app.queries.advice_marking import Marking
from alongside.core.access.permission import Permission
from alongside.core.advice.using import Decision, Outcome
from alongside.web import answers
from alongside.web.forms.advice_lines import OTHER, Mark, Override, Use
from alongside.web.presenters import advice_lines as shown
from alongside.web.presenters import case_pages
from alongside.web.presenters.advice_words import KINDS
from alongside.web.request import Request


def to_use(request: Request, case_id: UUID) -> HttpResponse:
    """Every line of the advice that counts, and what became of each."""
    found = advice_lines.to_use(case_id, by=request.actor, at=request.now)
    overrides = Permission.OVERRIDE_OBJECTION in found.head.may
    return answers.show(
        request,
        "pages/plans/advice_to_use.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        case_id=case_id,
        found=found,
        progress=shown.progress(found),
        withheld=shown.withheld(found),
        sections=shown.sections(found),
        papers=shown.papers(found),
        objections=shown.objections(found.objections, case_id, overrides=overrides),
    )


def line(request: Request, case_id: UUID, line_id: UUID) -> HttpResponse:
    """One line: used, with the plan's words, or not used, with the reason."""
    found = advice_lines.one(case_id, line_id, by=request.actor, at=request.now)
    form = Use.of(request, initial=_standing(found), page=found)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            line_uses.decide(case_id, {line_id: form.decision()}, by=request.actor, at=request.now)
            return _next(request, found)
    return answers.show(
        request,
        "pages/plans/advice_line.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=shown.title(found.line),
        found=found,
        kind=KINDS[found.line.kind],
        place=shown.place(found.line.place),
        state=shown.state(found.line),
        decided=shown.decided(found.line.decision, found.line.decided_by, found.line.decided_at),
        past=shown.history(found.history),
        case_id=case_id,
    )


def _standing(found: OneLine) -> dict[str, str]:
    """The decision that stands, as the form shows it."""
    held: Decision | None = found.line.decision
    if held is None:
        return {"section": str(found.line.section)}
    if held.outcome is Outcome.NOT_USED:
        return {"outcome": held.outcome, "reason": held.reason, "section": str(found.line.section)}
    return {"outcome": held.outcome, "found": OTHER, "section": str(held.section), "quote": held.quote}


def _next(request: Request, found: OneLine) -> HttpResponse:
    case_id = found.head.case_id
    if found.following is None:
        return answers.see_other(
            request, f"{shown.title(found.line)} is decided.", "plan_advice", case_id=case_id
        )
    done = f"{shown.title(found.line)} is decided. Here is the next."
    return answers.see_other(request, done, "plan_advice_line", case_id=case_id, line_id=found.following)


def mark(request: Request, case_id: UUID, advice_id: UUID) -> HttpResponse:
    """The text of an advice; proposals and other words become lines."""
    found = advice_marking.marking(case_id, advice_id, by=request.actor, at=request.now)
    chosen = {"proposals": [str(n) for n in range(len(found.proposals))]}
    is_read = bool(found.passages)
    form = Mark.of(request, initial=chosen, proposals=found.proposals, is_read=is_read)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            through = bool(form.cleaned_data["through"])
            made = making.mark(
                case_id, advice_id, form.marked(), through=through, by=request.actor, at=request.now
            )
            return _marked(request, found, made, through)
    return answers.show(
        request,
        "pages/plans/advice_marking.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=f"{KINDS[found.kind]} of {found.author}",
        found=found,
        state=shown.of_paper(found),
        lines=shown.marked(found),
        case_id=case_id,
    )


def _marked(request: Request, found: Marking, made: int, through: bool) -> HttpResponse:
    done = f"{made} {'line was' if made == 1 else 'lines were'} added."
    parts = {"case_id": found.head.case_id}
    if through:
        return answers.see_other(request, done, "plan_advice", **parts)
    return answers.see_other(request, done, "plan_advice_mark", **parts, advice_id=found.advice)


def read_file(request: Request, case_id: UUID, advice_id: UUID) -> HttpResponse:
    """Reads the file of an advice that came before files were read, or as an earlier document."""
    making.read_file(case_id, advice_id, by=request.actor, at=request.now)
    return answers.see_other(
        request, "The file was looked at.", "plan_advice_mark", case_id=case_id, advice_id=advice_id
    )


def override(request: Request, case_id: UUID, objection_id: UUID) -> HttpResponse:
    """A manager lets the plan go out although an author objects."""
    found = advice_lines.to_use(case_id, by=request.actor, at=request.now)
    one = next((each for each in found.objections if each.id == objection_id), None)
    if one is None:
        raise Http404
    form = Override.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            reason = form.cleaned_data["reason"]
            objections.override(case_id, objection_id, reason, by=request.actor, at=request.now)
            return answers.see_other(request, "Your decision is recorded.", "plan_advice", case_id=case_id)
    return answers.show(
        request,
        "pages/advice/form.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title="Issue the plan although an adviser objects",
        about=f"{one.made_by} says: “{one.words}”",
        act="Record my decision",
        cancel=reverse("plan_advice", kwargs={"case_id": case_id}),
    )
