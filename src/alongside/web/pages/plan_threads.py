"""The thread of a version of the plan, the version as a file, and the schema of such files."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.queries import plan_threads
from alongside.core.plan.exchange import plan_file
from alongside.core.plan.exchange import schema as published
from alongside.web import answers
from alongside.web.presenters import case_pages
from alongside.web.presenters import plan_threads as shown
from alongside.web.request import Request

SCHEMA, DATA = "application/schema+json", "application/json"


def thread(request: Request, case_id: UUID, number: int) -> HttpResponse:
    """What is joined to what in one version, as a picture and as a table, and what is joined to nothing."""
    found = plan_threads.of_version(case_id, number, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/plans/thread.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        found=found,
        picture=shown.picture(found),
        description=shown.description(found),
        loose=shown.loose(found),
        columns=shown.columns(),
        rows=shown.rows(found),
        as_text=shown.sections(found),
    )


def as_data(request: Request, case_id: UUID, number: int) -> HttpResponse:
    """One version as a file in the published format."""
    plan = plan_threads.as_file(case_id, number, by=request.actor, at=request.now)
    name = f"{plan.reference}-version-{plan.version}.json"
    return answers.download(name, DATA, plan_file.dumped(plan).encode())


def schema(request: Request) -> HttpResponse:
    """The schema of the format, for whoever wants to read or write such a file."""
    return answers.download(f"ehc-plan-{published.VERSION}.json", SCHEMA, published.text().encode())
