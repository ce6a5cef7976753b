"""The first page, and the pages about the service itself."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.web import answers, brand, doors
from alongside.web.request import Request

A_DAY = 86_400  # seconds


def home(request: Request) -> HttpResponse:
    """Leads whoever has signed in to the first page of their work; tells everybody else how to begin."""
    mine = doors.doors_in_menu(request.actor) if request.actor.account else []
    if mine:
        return HttpResponseRedirect(reverse(mine[0].name))
    return answers.show(request, "pages/public/home.html", can_ask="ask" in doors.DOORS)


def accessibility(request: Request) -> HttpResponse:
    """The accessibility statement."""
    return answers.show(request, "pages/public/accessibility.html")


def privacy(request: Request) -> HttpResponse:
    """What is kept about people, why, and their rights."""
    return answers.show(request, "pages/public/privacy.html")


def cookies(request: Request) -> HttpResponse:
    """The two cookies, both needed."""
    return answers.show(request, "pages/public/cookies.html")


def brand_style_sheet(request: Request) -> HttpResponse:
    """The authority's colour, as a style sheet of its own, because no page may carry inline style."""
    response = HttpResponse(brand.style_sheet(), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = f"public, max-age={A_DAY}"
    return response
