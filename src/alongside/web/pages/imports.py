"""Returns: handed in, what came of each, what could not be used, and what a person must decide."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import import_decisions
from alongside.app.queries import imports
from alongside.integrations.sen2 import load
from alongside.web import answers
from alongside.web.forms import imports as forms
from alongside.web.presenters import imports as shown
from alongside.web.presenters.caseload import page_asked
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50
HANDED_IN = "The return has been handed in. It is taken over within a few minutes."


def runs(request: Request) -> HttpResponse:
    """The latest imports, and the form to hand in another."""
    form = forms.HandIn.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            file: Any = form.cleaned_data["file"]
            content, year, name = file.read(), form.cleaned_data["year"], file.name or "return"
            run = load.hand_in(name, content, year=year, by=request.actor, at=request.now)
            return answers.see_other(request, HANDED_IN, "return_run", run_id=run)
    found = imports.runs(by=request.actor, at=request.now)
    undecided = imports.conflicts(by=request.actor, at=request.now, size=0).total
    without_day = imports.without_day(by=request.actor, at=request.now, size=0).total
    rows = [shown.run_row(line) for line in found]
    return answers.show(
        request, "pages/imports/runs.html", form=form, columns=shown.RUN_COLUMNS, rows=rows,
        undecided=undecided, without_day=without_day,
    )  # fmt: skip


def run(request: Request, run_id: UUID) -> HttpResponse:
    """One import: what came of it, and what of the file could not be used."""
    line = imports.run(run_id, by=request.actor, at=request.now)
    offset = (page_asked(request.GET) - 1) * SIZE
    found = imports.rejections(run_id, by=request.actor, at=request.now, offset=offset, size=SIZE)
    return answers.show(
        request,
        "pages/imports/run.html",
        line=line,
        state=shown.STATES[line.state],
        facts=shown.facts(line),
        columns=shown.REJECTION_COLUMNS,
        rows=[shown.rejection_row(one) for one in found.lines],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="row"),
    )


def conflicts(request: Request) -> HttpResponse:
    """Where returns and records disagree and nobody has decided yet."""
    offset = (page_asked(request.GET) - 1) * SIZE
    found = imports.conflicts(by=request.actor, at=request.now, offset=offset, size=SIZE)
    return answers.show(
        request,
        "pages/imports/conflicts.html",
        columns=shown.CONFLICT_COLUMNS,
        rows=[shown.conflict_row(one) for one in found.lines],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="disagreement"),
    )


def decide(request: Request, conflict_id: UUID) -> HttpResponse:
    """One disagreement: what is on record, what the return says, and which of them is right."""
    one = imports.conflict(conflict_id, by=request.actor, at=request.now)
    form = (forms.SameChild if one.about == "PERSON" else forms.Decision).of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            take, reason = form.cleaned_data["take"] == "TAKE", form.cleaned_data["reason"]
            import_decisions.decide(conflict_id, take=take, reason=reason, by=request.actor, at=request.now)
            return answers.see_other(request, "The decision is recorded.", "return_conflicts")
    return answers.show(
        request,
        "pages/imports/decide.html",
        form=form,
        one=one,
        what=shown.what(one.what),
        held=shown.told(one.held),
        offered=shown.told(one.offered),
        decided=shown.decided(one),
    )


def without_day(request: Request) -> HttpResponse:
    """What returns tell of without its day, each with the way to enter it."""
    offset = (page_asked(request.GET) - 1) * SIZE
    found = imports.without_day(by=request.actor, at=request.now, offset=offset, size=SIZE)
    return answers.show(
        request,
        "pages/imports/without_day.html",
        columns=shown.WITHOUT_DAY_COLUMNS,
        rows=[shown.without_day_row(one) for one in found.lines],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="line"),
    )
