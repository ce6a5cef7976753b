"""Cases in which a family waits for an answer: comments on drafts, and facts said to be wrong."""

from django.http import HttpResponse

from alongside.app.queries import to_answer
from alongside.app.queries.to_answer import What
from alongside.web import answers
from alongside.web.presenters import to_answer as shown
from alongside.web.presenters.caseload import page_asked
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50


def comments(request: Request) -> HttpResponse:
    """Comments on drafts that nobody has answered: in one's own cases, or in all of them."""
    return _list(request, What.COMMENTS)


def corrections(request: Request) -> HttpResponse:
    """Facts that a family says are wrong, about which nobody has decided."""
    return _list(request, What.CORRECTIONS)


def _list(request: Request, what: What) -> HttpResponse:
    mine = request.GET.get("whose") != "ALL"
    offset = (page_asked(request.GET) - 1) * SIZE
    found = to_answer.cases(what, mine=mine, by=request.actor, at=request.now, offset=offset, size=SIZE)
    return answers.show(
        request,
        "pages/caseload/to_answer.html",
        mine=mine,
        words=shown.WORDS[what],
        tasks=shown.tasks(what, found, mine=mine),
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="case"),
    )
