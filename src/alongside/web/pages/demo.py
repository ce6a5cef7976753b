"""Trying the system as one of its made-up people. These doors hang only where settings.DEMO is on."""

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpResponse, HttpResponseRedirect

from alongside.app.queries import accounts
from alongside.core.access import roles
from alongside.web import answers
from alongside.web.presenters import wording
from alongside.web.request import Request

BACKEND = "alongside.web.sign_in.Backend"


def choose(request: Request) -> HttpResponse:
    """Lists the made-up people; one click signs in as one of them."""
    _only_in_demo()
    found = accounts.personas(settings.AUTHORITY, at=request.now)
    if request.method == "POST":
        return _sign_in(request, found)
    people = [
        {
            "account": persona.account,
            "name": persona.name,
            "role": wording.sentence_list(roles.ROLES[code].name for code in persona.roles),
            "about": wording.sentence_list(part for part in (persona.about, persona.organisation) if part),
        }
        for persona in found
    ]
    return answers.show(request, "pages/demo/choose.html", people=people)


def _sign_in(request: Request, found: tuple[accounts.Persona, ...]) -> HttpResponse:
    chosen = request.POST.get("account", "")
    persona = next((one for one in found if str(one.account) == chosen), None)
    if persona is None:
        raise Http404
    login(request, get_user_model().objects.get(pk=persona.account), backend=BACKEND)
    return HttpResponseRedirect("/", status=303)


def _only_in_demo() -> None:
    """The second lock: should a door of the demo ever hang in a live install, nothing is behind it."""
    if not settings.DEMO:
        raise Http404
