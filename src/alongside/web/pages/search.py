"""Finding a child."""

from django.http import HttpResponse

from alongside.app.queries import search
from alongside.app.queries.search import Results
from alongside.web import answers
from alongside.web.forms.search import Find
from alongside.web.presenters import search as shown
from alongside.web.request import Request


def find(request: Request) -> HttpResponse:
    """One box and what was found. A refusal ("not a real date") stands beside the box."""
    form = Find.read(request)
    results: Results | None = None
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            results = search.search(form.cleaned_data["q"], by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/search/find.html",
        form=form,
        columns=shown.COLUMNS,
        results=results,
        rows=[shown.row(found) for found in results.found] if results else [],
        words=shown.words(results) if results else "",
    )
