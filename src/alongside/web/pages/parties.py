"""The people around a case, and how what is held about them is changed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import parties as actions
from alongside.app.queries import cases, parties
from alongside.app.queries.cases import CaseHead
from alongside.core.access.relations import ParentSight
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms.form import Form
from alongside.web.forms.parties import Add, Change, End, Sight
from alongside.web.presenters import case_pages
from alongside.web.presenters import parties as shown
from alongside.web.request import Request


def people(request: Request, case_id: UUID) -> HttpResponse:
    """Everybody around the case, and how to reach them, for whoever may know."""
    found = parties.people(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/parties/people.html",
        face=case_pages.face(found.head, request),
        cards=shown.cards(found),
        former=shown.former(found),
        professionals=shown.professionals(found),
        home=shown.home(found),
        adds=shown.may_change(found.head),
        case_id=case_id,
    )


def add(request: Request, case_id: UUID) -> HttpResponse:
    """Somebody new."""
    head = cases.head(case_id, by=request.actor, at=request.now)
    form = Add.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            party = form.party()
            actions.add(case_id, party, by=request.actor, at=request.now)
            return answers.see_other(request, f"{party.name} was added.", "case_people", case_id=case_id)
    return _form(request, head, form, "Add somebody to the case", "Add")


def change(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """What is held about somebody."""
    head, party = parties.party(case_id, party_id, by=request.actor, at=request.now)
    form = Change.of(request, initial=shown.initial(party))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.change(case_id, party_id, form.particulars(), by=request.actor, at=request.now)
            return answers.see_other(request, "The change is saved.", "case_people", case_id=case_id)
    return _form(request, head, form, f"Change what is held about {party.name}", "Save")


def end(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """Somebody stops being part of the case."""
    head, party = parties.party(case_id, party_id, by=request.actor, at=request.now)
    form = End.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            last_day = form.cleaned_data["last_day"]
            actions.end(case_id, party_id, last_day, by=request.actor, at=request.now)
            done = f"{party.name} is no longer part of the case."
            return answers.see_other(request, done, "case_people", case_id=case_id)
    return _form(request, head, form, f"End {party.name}’s part in the case", "End their part")


def sight(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """What the young person decided about a parent, once the rights are theirs."""
    head, party = parties.party(case_id, party_id, by=request.actor, at=request.now)
    form = Sight.of(request, initial={"sight": party.parent_sight})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            decided = ParentSight(form.cleaned_data["sight"])
            actions.record_parent_sight(case_id, party_id, decided, by=request.actor, at=request.now)
            return answers.see_other(request, "The decision is recorded.", "case_people", case_id=case_id)
    return _form(request, head, form, f"What {party.name} may see", "Record the decision")


def withhold(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """From now on the address is withheld: after a page that says what this does."""
    warning = (
        "From now on nobody outside the authority, the other parent least of all, is shown how to reach this "
        "person, nor the child’s address."
    )
    return _address(request, case_id, party_id, actions.withhold_address, "Withhold", warning)


def show_address(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """The address is no longer withheld: after a page that says what this does."""
    warning = (
        "Everybody who may see contact details on this case will see this person’s again. Do this only if "
        "they themselves have told you that they want it."
    )
    return _address(request, case_id, party_id, actions.stop_withholding_address, "Stop withholding", warning)


def _address(
    request: Request, case_id: UUID, party_id: UUID, act: Callable[..., None], verb: str, warning: str
) -> HttpResponse:
    head, party = parties.party(case_id, party_id, by=request.actor, at=request.now)
    if answers.is_confirmed(request):
        act(case_id, party_id, by=request.actor, at=request.now)
        return answers.see_other(request, "The change is saved.", "case_people", case_id=case_id)
    asked = Confirmation(
        title=f"{verb} the address of {party.name}?",
        warning=warning,
        act=f"{verb} the address",
        rows=(("Child", head.name), ("Reference", head.reference)),
        back=shown.address_of_people(case_id),
    )
    return answers.confirm(request, asked)


def _form(request: Request, head: CaseHead, form: Form, title: str, act: str, **more: Any) -> HttpResponse:
    face = case_pages.face(head, request, here="case_people")
    back = shown.address_of_people(head.case_id)
    return answers.show(
        request, "pages/parties/form.html", form=form, face=face, title=title, act=act, cancel=back, **more
    )
