"""News of a case that no other page records: reviews, disputes, moves, endings."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.app.actions import happenings
from alongside.app.actions.happenings import Happening
from alongside.app.queries import recordable
from alongside.app.queries.recordable import Asked
from alongside.app.recordable.table import BY_KIND
from alongside.core.case.codes import EventKind
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms.happenings import Happened
from alongside.web.presenters import case_pages, news, notice_contents, wording
from alongside.web.presenters.happening_words import news_title
from alongside.web.request import Request


def choose(request: Request, case_id: UUID) -> HttpResponse:
    """Which news it is: only what may follow where the case stands, and what this person may record."""
    found = recordable.recordable(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/cases/choose.html",
        face=case_pages.face(found.head, request, here="case"),
        groups=news.groups(found),
        case_id=case_id,
    )


def record(request: Request, case_id: UUID, kind: str) -> HttpResponse:
    """One piece of news: when it happened, and what it must say."""
    event = EventKind.__members__.get(kind.upper())
    if event is None or event not in BY_KIND:
        return HttpResponseRedirect(reverse("case_record", kwargs={"case_id": case_id}), status=303)
    asked = recordable.asked(case_id, event, by=request.actor, at=request.now)
    form = Happened.of(request, asked=asked)
    if form.is_bound and form.is_valid():
        if event in news.CLOSING and not answers.is_confirmed(request):
            return answers.confirm(request, _confirmation(asked, form))
        with form.showing_refusals():
            said = Happening(event, form.cleaned_data["occurred_on"], form.details())
            happenings.record(case_id, said, by=request.actor, at=request.now)
            return answers.see_other(request, f"Recorded: {news_title(event)}.", "case", case_id=case_id)
    return _shown(request, asked, form)


def _shown(request: Request, asked: Asked, form: Happened) -> HttpResponse:
    kind = asked.entry.kind
    return answers.show(
        request,
        "pages/cases/record.html",
        form=form,
        face=case_pages.face(asked.head, request, here="case"),
        case_id=asked.head.case_id,
        title=news_title(kind),
        kind=kind,
        closes=kind in news.CLOSING,
        must_state=notice_contents.must_state(kind),
        not_now="" if asked.may_follow or form.is_bound else news.not_now(asked),
    )


def _confirmation(asked: Asked, form: Happened) -> Confirmation:
    head, kind = asked.head, asked.entry.kind
    return Confirmation(
        title=f"Check before you record: {news_title(kind)}",
        warning=news.CLOSING[kind],
        act="Record this",
        rows=(
            ("Child", head.name),
            ("Reference", head.reference),
            ("On", wording.day(form.cleaned_data["occurred_on"])),
        ),
        back=reverse("case_record_one", kwargs={"case_id": head.case_id, "kind": kind.lower()}),
    )
