"""Anybody asks for an EHC needs assessment, without an account. Who holds the code holds the request."""

import functools
from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.app.actions import intake
from alongside.app.actor import Actor
from alongside.app.queries import accounts, intakes
from alongside.app.queries.intakes import OwnIntake
from alongside.web import answers, pace
from alongside.web.forms import intake as forms
from alongside.web.forms.form import Form
from alongside.web.presenters import intake as present
from alongside.web.request import Request

HELD = "intake"
LATER = "Saved. You can close this page. To come back, use your code."
View = Callable[..., HttpResponse]


def of_unsent(view: View) -> View:
    """For a page of a request that is open in this browser and not yet sent: `view(request, own, …)`."""

    @functools.wraps(view)
    def opened(request: Request, **parts: object) -> HttpResponse:
        held = _held(request)
        if held is None:
            return HttpResponseRedirect(reverse("ask_return"), status=303)
        own = intakes.own(held, by=_anybody(), at=request.now)
        if own.received_on is not None:
            return HttpResponseRedirect(reverse("ask_sent"), status=303)
        return view(request, own, **parts)

    return opened


def begin(request: Request) -> HttpResponse:
    """What a request is and what happens with it; then a request is begun, and its code is shown once."""
    form = Form.of(request)
    if request.method == "POST" and not pace.BEGIN.allows(request):
        form.add_error(None, pace.TOO_OFTEN)
    if form.is_bound and form.is_valid():
        started = intake.start(by=_anybody(), at=request.now)
        _hold(request, started.intake_id)
        return _code_page(request, started.code, forms.EmailCode(today=request.today))
    return answers.show(request, "pages/intake/begin.html", form=form)


@of_unsent
def email_code(request: Request, own: OwnIntake) -> HttpResponse:
    """The code goes to an address while it is still on the screen."""
    form = forms.EmailCode.of(request)
    if form.is_valid():
        with form.showing_refusals():
            to, code = form.cleaned_data["email"], form.cleaned_data["code"]
            intake.email_code(own.id, code, to, by=_anybody(), at=request.now)
            return answers.see_other(request, f"We have sent the code to {to}.", "ask_tasks")
    return _code_page(request, str(request.POST.get("code", ""))[:20], form)


def come_back(request: Request) -> HttpResponse:
    """Somebody enters their code."""
    form = forms.Code.of(request)
    if request.method == "POST" and not pace.COME_BACK.allows(request):
        form.add_error(None, pace.TOO_OFTEN)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            found = intake.resume(form.cleaned_data["code"], by=_anybody(), at=request.now)
            _hold(request, found)
            return answers.see_other(request, "", "ask_tasks")
    return answers.show(request, "pages/intake/come_back.html", form=form, back=reverse("ask"))


def leave(request: Request) -> HttpResponse:
    """On a computer that others use too: forget which request was open here."""
    request.session.pop(HELD, None)
    return answers.see_other(
        request, "This computer no longer opens your request. Your code still does.", "ask"
    )


@of_unsent
def tasks(request: Request, own: OwnIntake) -> HttpResponse:
    """The pages of the request, and which are still needed."""
    return answers.show(request, "pages/intake/tasks.html", steps=present.steps(own), own=own)


@of_unsent
def step(request: Request, own: OwnIntake, step: str) -> HttpResponse:
    """One page of questions. What is answered is kept, and the next page follows."""
    if step not in forms.STEPS:
        raise Http404
    wanted = forms.STEPS[step]
    form = wanted.of(request, initial={name: getattr(own.answers, name) for name in wanted.base_fields})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            intake.save(own.id, form.cleaned_data, by=_anybody(), at=request.now)
            if "later" in request.POST:
                return answers.see_other(request, LATER, "ask_tasks")
            return HttpResponseRedirect(present.next_step(step), status=303)
    back = reverse("ask_tasks")
    return answers.show(
        request, "pages/intake/step.html", form=form, step=step, title=wanted.title, back=back
    )


@of_unsent
def papers(request: Request, own: OwnIntake) -> HttpResponse:
    """Photos and files of letters, one after the other."""
    form = forms.Paper.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            file = form.cleaned_data["file"]
            intake.add_file(own.id, file.name, file.read(), by=_anybody(), at=request.now)
            return answers.see_other(request, f"“{file.name}” has been added.", "ask_papers")
    files = [(file, present.size(file.size)) for file in own.files]
    return answers.show(
        request, "pages/intake/papers.html", form=form, files=files, back=reverse("ask_tasks")
    )


@of_unsent
def remove_paper(request: Request, own: OwnIntake, file_id: UUID) -> HttpResponse:
    """A file is taken away again before sending."""
    intake.remove_file(own.id, file_id, by=_anybody(), at=request.now)
    return answers.see_other(request, "The file has been removed.", "ask_papers")


@of_unsent
def check(request: Request, own: OwnIntake) -> HttpResponse:
    """The last look at all answers; then the request is sent and the clock runs."""
    form = Form.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            intake.send(own.id, by=_anybody(), at=request.now)
            return answers.see_other(request, "", "ask_sent")
    shown = present.sections(own)
    return answers.show(
        request, "pages/intake/check.html", form=form, sections=shown, back=reverse("ask_tasks")
    )


def sent(request: Request) -> HttpResponse:
    """When it was received, when the decision is due by law, what happens next, what to do if it does not."""
    held = _held(request)
    if held is None:
        return HttpResponseRedirect(reverse("ask_return"), status=303)
    own = intakes.own(held, by=_anybody(), at=request.now)
    if own.received_on is None:
        return HttpResponseRedirect(reverse("ask_tasks"), status=303)
    return answers.show(request, "pages/intake/sent.html", own=own)


def _anybody() -> Actor:
    """Whoever asks here acts without an account, also somebody who has signed in."""
    return accounts.nobody(settings.AUTHORITY)


def _hold(request: Request, intake_id: UUID) -> None:
    """Remember in this browser, until it is closed, which request is open."""
    request.session[HELD] = str(intake_id)
    if not request.user.is_authenticated:
        request.session.set_expiry(0)


def _held(request: Request) -> UUID | None:
    found = request.session.get(HELD)
    return UUID(found) if found else None


def _code_page(request: Request, code: str, form: Form) -> HttpResponse:
    return answers.show(request, "pages/intake/code.html", form=form, code=code)
