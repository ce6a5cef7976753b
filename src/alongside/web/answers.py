"""The few ways in which a page function answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from alongside.core.refusal import Refused
from alongside.web.forms import drawing
from alongside.web.forms.form import Form
from alongside.web.request import Request

INERT = "default-src 'none'; sandbox"
"""The content security policy of a download: whatever is in the file, the browser runs none of it."""


def show(request: HttpRequest, template: str, *, form: Form | None = None, **context: Any) -> HttpResponse:
    """A page. With a form that has errors the status is 422, and the layout shows the error summary."""
    wrong = form is not None and form.is_bound and bool(form.errors)
    if form is not None:
        context |= {"form": form, "errors": drawing.summary(form) if wrong else []}
    return render(request, template, context, status=422 if wrong else 200)


def see_other(request: Request, done: str, name: str, **parts: object) -> HttpResponse:
    """After a deed: remember the sentence for a success banner and go to the door called `name`."""
    if done:
        messages.success(request, done)
    return HttpResponseRedirect(reverse(name, kwargs=parts or None), status=303)


def turned_back(request: Request, refusal: Refused, name: str, **parts: object) -> HttpResponse:
    """After a refusal that belongs to no form: its sentence stands at the top of the door called `name`."""
    messages.error(request, refusal.sentence)
    return HttpResponseRedirect(reverse(name, kwargs=parts or None), status=303)


def download(file_name: str, media_type: str, content: bytes) -> HttpResponse:
    """A file to keep, never a page to show: what somebody uploaded must not run in our name."""
    response = HttpResponse(content, content_type=media_type)
    plain = "".join(c if c.isascii() and (c.isalnum() or c in " ._-") else "_" for c in file_name)
    response["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file_name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = INERT
    response["Cache-Control"] = "private, no-store"
    return response


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the second page of an irrevocable act says. `rows` are (what, answer) pairs to check.

    With `back` the way back is a link; without it a button that carries the answers back into the form, for a
    page that looks at `wants_change`.
    """

    title: str
    warning: str
    act: str
    rows: Sequence[tuple[str, str]] = ()
    back: str = ""


def is_confirmed(request: HttpRequest) -> bool:
    """True where the person has seen the confirmation page and said yes."""
    return request.POST.get("confirmed") == "yes" and not wants_change(request)


def wants_change(request: HttpRequest) -> bool:
    """True where the person goes back from the confirmation page: their answers come back into the form."""
    return "change" in request.POST


def confirm(request: Request, confirmation: Confirmation, **context: Any) -> HttpResponse:
    """The page between a form and an act that cannot be undone. It carries the answers; nothing is kept yet."""
    if request.FILES:
        raise ValueError("A confirmation page cannot carry files: keep the file first, then confirm.")
    shown: Mapping[str, Any] = {"confirmation": confirmation, "carried": carried(request)}
    return render(request, "layouts/confirm.html", {**shown, **context})


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What was posted, to be posted again from the next page: nothing is kept in between."""
    ours = {"csrfmiddlewaretoken", "confirmed", "change"}
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ours
        for value in map(str, values)
    ]
