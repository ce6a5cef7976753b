"""The authority's own particulars, on which every letter depends."""

from dataclasses import asdict

from django.http import HttpResponse

from alongside.app.actions import particulars as actions
from alongside.app.queries import particulars
from alongside.web import answers
from alongside.web.forms.particulars import Details
from alongside.web.presenters import staff
from alongside.web.request import Request


def details(request: Request) -> HttpResponse:
    """All of them on one page. Letters already made stay as they were."""
    now = particulars.particulars(by=request.actor, at=request.now)
    form = Details.of(request, initial=asdict(now))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            changed = actions.change(form.particulars(), by=request.actor, at=request.now)
            words = "Saved. Every letter from now on says this." if changed else "Nothing was changed."
            return answers.see_other(request, words, "authority_details")
    tabs = staff.tabs(request, "authority_details")
    return answers.show(request, "pages/particulars/details.html", form=form, tabs=tabs)
