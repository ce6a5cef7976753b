"""A wrong entry of the chronology is put right, or said never to have happened."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import corrections as deeds
from alongside.app.actions.corrections import Correction
from alongside.app.queries import corrections
from alongside.app.queries.corrections import EntryToCorrect
from alongside.web import answers
from alongside.web.forms import corrections as forms
from alongside.web.presenters import case_pages, happenings
from alongside.web.request import Request

DONE = "The entry is put right. The old one stays to be seen, and every date was worked out again."


def correct(request: Request, case_id: UUID, event_id: UUID) -> HttpResponse:
    """The entry as it stands, what is right, and why."""
    entry = corrections.entry(case_id, event_id, by=request.actor, at=request.now)
    form = _form(request, entry)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            _correct(request, case_id, entry.id, form)
            return answers.see_other(request, DONE, "case_chronology", case_id=case_id)
    return answers.show(
        request,
        "pages/corrections/correct.html",
        form=form,
        entry=entry,
        what=happenings.TITLES[entry.kind],
        face=case_pages.face(entry.head, request),
    )


def _form(request: Request, entry: EntryToCorrect) -> forms.Correction:
    stands = {**entry.details, "occurred_on": entry.occurred_on, "reason": ""}
    if entry.asked is not None and entry.asked.entry.particulars:
        stands |= forms.NewsCorrection.initial_of(entry.asked, entry.details)
        return forms.NewsCorrection.of(request, initial=stands, asked=entry.asked)
    return forms.FORMS.get(entry.kind, forms.Correction).of(request, initial=stands)


def _correct(request: Request, case_id: UUID, event_id: str, form: forms.Correction) -> None:
    reason = form.cleaned_data["reason"]
    if form.cleaned_data["wrong"] == "NEVER":
        deeds.void(case_id, event_id, reason=reason, by=request.actor, at=request.now)
        return
    right = Correction(form.cleaned_data["occurred_on"], reason, forms.changes(form))
    deeds.correct(case_id, event_id, right, by=request.actor, at=request.now)
