"""The bodies of the area: found, added, changed."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import organisations as actions
from alongside.app.queries import organisations
from alongside.core.case.bodies import BodyKind
from alongside.web import answers
from alongside.web.forms import organisations as forms
from alongside.web.presenters import organisations as shown
from alongside.web.presenters import staff
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50


def bodies(request: Request) -> HttpResponse:
    """Every body, narrowed by what the address says."""
    text, asked = request.GET.get("q", "")[:100].strip(), request.GET.get("kind", "")
    kind = asked if asked in set(BodyKind) else ""
    offset = Pages.of(request.GET, total=10**9, size=SIZE).offset
    found = organisations.entries(text, kind, by=request.actor, at=request.now, offset=offset, size=SIZE)
    return answers.show(
        request,
        "pages/organisations/bodies.html",
        tabs=staff.tabs(request, "organisations"),
        text=text,
        narrowed=bool(text or kind),
        kinds=shown.kinds(kind),
        columns=shown.COLUMNS,
        rows=[shown.row(entry) for entry in found.entries],
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="organisation"),
    )


def choose(request: Request) -> HttpResponse:
    """What kind of body is added: the questions follow from it."""
    form = forms.Kind.of(request)
    if form.is_bound and form.is_valid():
        return answers.see_other(request, "", "organisation_add_one", kind=form.cleaned_data["kind"])
    return answers.show(request, "pages/organisations/choose.html", form=form)


def add(request: Request, kind: str) -> HttpResponse:
    """A new body of this kind; an address that names no kind begins again."""
    if kind not in set(BodyKind):
        return answers.see_other(request, "", "organisation_add")
    form = forms.of_kind(kind).of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.add(form.body(), by=request.actor, at=request.now)
            return answers.see_other(request, f"{form.body().name} is on the list.", "organisations")
    return _form(request, form, title=f"Add {BodyKind(kind).phrase}", act="Add")


def change(request: Request, organisation_id: UUID) -> HttpResponse:
    """What is held about a body."""
    entry = organisations.entry(organisation_id, by=request.actor, at=request.now)
    form = forms.of_kind(entry.kind).of(request, initial=shown.initial(entry))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.change(organisation_id, form.body(), by=request.actor, at=request.now)
            return answers.see_other(request, f"{form.body().name} is saved.", "organisations")
    return _form(request, form, title=f"Change {entry.name}", act="Save")


def _form(request: Request, form: forms.Change, **words: Any) -> HttpResponse:
    return answers.show(request, "pages/organisations/form.html", form=form, **words)
