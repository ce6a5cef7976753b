"""Inspection samples: made, filled, ended; and the list of an inspector."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import samples as actions
from alongside.app.queries import samples as queries
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms import samples as forms
from alongside.web.presenters import samples as shown
from alongside.web.presenters import staff, wording
from alongside.web.request import Request


def own(request: Request) -> HttpResponse:
    """The cases that an inspector may open, and no others."""
    found = queries.own(by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/samples/own.html",
        columns=shown.OWN_COLUMNS,
        samples=[(each, shown.own_rows(each)) for each in found],
    )


def samples(request: Request) -> HttpResponse:
    """Every sample of the authority."""
    found = queries.samples(by=request.actor, at=request.now)
    rows = [shown.row(each) for each in found]
    tabs = staff.tabs(request, "samples")
    return answers.show(request, "pages/samples/all.html", tabs=tabs, columns=shown.COLUMNS, rows=rows)


def make(request: Request) -> HttpResponse:
    """A new sample: its name, its days, its inspectors."""
    people = queries.inspectors(by=request.actor, at=request.now)
    form = forms.About.of(request, initial={"starts_on": request.today})
    form.offer(people)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            sample_id = actions.make(form.terms(), by=request.actor, at=request.now)
            done = "The sample is made. Now put in its cases."
            return answers.see_other(request, done, "sample", sample_id=sample_id)
    return answers.show(request, "pages/samples/about.html", form=form, people=people, sample=None)


def change(request: Request, sample_id: UUID) -> HttpResponse:
    """Other days, another name, other inspectors."""
    found = queries.sample(sample_id, by=request.actor, at=request.now)
    people = queries.inspectors(by=request.actor, at=request.now)
    form = forms.About.of(request, initial=forms.initial(found))
    form.offer(people)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.change(sample_id, form.terms(), by=request.actor, at=request.now)
            return answers.see_other(request, "The sample is changed.", "sample", sample_id=sample_id)
    return answers.show(request, "pages/samples/about.html", form=form, people=people, sample=found.line)


def sample(request: Request, sample_id: UUID) -> HttpResponse:
    """One sample: its cases, and a box to put more in."""
    found = queries.sample(sample_id, by=request.actor, at=request.now)
    form = forms.References.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            references = form.cleaned_data["references"]
            count = actions.put_in(sample_id, references, by=request.actor, at=request.now)
            done = f"{wording.plural(count, 'case is', 'cases are')} in the sample now."
            return answers.see_other(request, done, "sample", sample_id=sample_id)
    return answers.show(
        request,
        "pages/samples/sample.html",
        form=form,
        sample=found.line,
        about=shown.about(found.line),
        columns=shown.CASE_COLUMNS,
        rows=[shown.case(each) for each in found.cases],
    )


def take_out(request: Request, entry_id: UUID) -> HttpResponse:
    """One case is taken out, after a page that says what this does."""
    line, entry = queries.entry(entry_id, by=request.actor, at=request.now)
    if answers.is_confirmed(request):
        actions.take_out(entry_id, by=request.actor, at=request.now)
        done = f"{entry.reference} is no longer in the sample."
        return answers.see_other(request, done, "sample", sample_id=line.id)
    asked = Confirmation(
        title=f"Take {entry.reference} out of the sample?",
        warning="From now on the inspectors of this sample do not find the case. What they opened stays on record.",
        act="Take the case out",
        rows=(("Child", entry.name), ("Sample", line.name)),
        back=reverse("sample", args=[line.id]),
    )
    return answers.confirm(request, asked)
