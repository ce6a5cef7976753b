"""A leaver's cases pass to others: the list of coordinators, and one page for all the cases of one."""

from uuid import UUID

from django.http import Http404, HttpResponse

from alongside.app.actions import handovers as actions
from alongside.app.queries import leavers
from alongside.web import answers
from alongside.web.forms import handovers as forms
from alongside.web.presenters import handovers as shown
from alongside.web.request import Request


def people(request: Request) -> HttpResponse:
    """Every coordinator and how many cases they have."""
    found = leavers.coordinators(by=request.actor, at=request.now)
    return answers.show(request, "pages/handovers/people.html", grid=shown.people(found, on=request.today))


def hand_over(request: Request, account_id: UUID) -> HttpResponse:
    """Every case of one coordinator, with a note drafted from its facts and who could take it."""
    leaving = leavers.leaving(account_id, by=request.actor, at=request.now)
    if leaving is None:
        raise Http404
    drafts = shown.drafts(leaving, on=request.today)
    form = forms.hand_over_form(leaving, drafts).of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            passing, last_day = form.handovers(), form.cleaned_data["last_day"]
            done = actions.hand_over(account_id, passing, last_day=last_day, by=request.actor, at=request.now)
            return answers.see_other(request, shown.done(done, leaving), "handover")
    return answers.show(
        request, "pages/handovers/hand_over.html", form=form, leaver=leaving.leaver, cases=drafts
    )
