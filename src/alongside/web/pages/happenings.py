"""News of a case that no other page records: mediation, appeals, a move, a death."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.app.actions import happenings
from alongside.app.actions.happenings import Happening
from alongside.app.queries import cases
from alongside.app.queries.cases import Overview
from alongside.core.case.codes import EventKind
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms.cases import FORMS, ChooseHappening, Happened
from alongside.web.presenters import case_pages, wording
from alongside.web.presenters.case_face import CaseFace
from alongside.web.presenters.happenings import TITLES
from alongside.web.request import Request

FINAL = {
    EventKind.DIED: "Nothing will be sent about this child any more, messages that wait to be sent are "
    "withdrawn, and the case closes.",
    EventKind.MOVED_TO_NEW_LA: "The case closes here, and its dates stop: the new authority is responsible.",
}
"""News that closes the case, with what it does: it is confirmed on a page of its own."""


def choose(request: Request, case_id: UUID) -> HttpResponse:
    """Which news it is: only what may follow where the case stands."""
    found = cases.overview(case_id, by=request.actor, at=request.now)
    form = ChooseHappening.of(request)
    form.offer([kind for kind in FORMS if kind in found.follows])
    if form.is_bound and form.is_valid():
        parts = {"case_id": case_id, "kind": form.cleaned_data["kind"].lower()}
        return HttpResponseRedirect(reverse("case_record_one", kwargs=parts), status=303)
    return answers.show(
        request, "pages/cases/choose.html", form=form, face=_face(found, request), case_id=case_id
    )


def record(request: Request, case_id: UUID, kind: str) -> HttpResponse:
    """One piece of news: when it happened, and what it must say."""
    found = cases.overview(case_id, by=request.actor, at=request.now)
    event = EventKind.__members__.get(kind.upper())
    if event is None or event not in FORMS:
        return HttpResponseRedirect(reverse("case_record", kwargs={"case_id": case_id}), status=303)
    form = FORMS[event].of(request)
    if form.is_bound and form.is_valid():
        if event in FINAL and not answers.is_confirmed(request):
            return answers.confirm(request, _confirmation(event, form, found))
        with form.showing_refusals():
            news = Happening(event, form.cleaned_data["occurred_on"], form.details())
            happenings.record(case_id, news, by=request.actor, at=request.now)
            return answers.see_other(request, f"Recorded: {TITLES[event]}.", "case", case_id=case_id)
    face = _face(found, request)
    return answers.show(
        request,
        "pages/cases/record.html",
        form=form,
        face=face,
        case_id=case_id,
        title=TITLES[event],
        kind=event,
    )


def _face(found: Overview, request: Request) -> CaseFace:
    return case_pages.face(found.head, request, here="case")


def _confirmation(event: EventKind, form: Happened, found: Overview) -> Confirmation:
    day = wording.day(form.cleaned_data["occurred_on"])
    return Confirmation(
        title=f"Check before you record: {TITLES[event]}",
        warning=FINAL[event],
        act="Record this",
        rows=(("Child", found.head.name), ("Reference", found.head.reference), ("On", day)),
        back=reverse("case_record_one", kwargs={"case_id": found.head.case_id, "kind": event.lower()}),
    )
