"""The family's own pages: their children, one case in plain words, who helps them, and who may see it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect

from alongside.app.actions import parties, supporters
from alongside.app.queries import family
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import ParentSight
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms.family import AddSupporter, ChooseSight
from alongside.web.presenters import case_pages
from alongside.web.presenters import family as shown
from alongside.web.request import Request


def mine(request: Request) -> HttpResponse:
    """The reader's children; where there is one, its case at once."""
    found = family.mine(by=request.actor, at=request.now)
    if len(found) == 1:
        return HttpResponseRedirect(shown.address(found[0].case_id))
    return answers.show(request, "pages/family/mine.html", lines=[shown.my_line(one) for one in found])


def case(request: Request, case_id: UUID) -> HttpResponse:
    """Where the case is, what happens next and by when, who has it, what is late and why."""
    found = family.case(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/family/case.html",
        face=case_pages.face(found.head, request),
        found=found,
        page=shown.page(found),
    )


def helpers(request: Request, case_id: UUID) -> HttpResponse:
    """Whoever helps the family: the list, and one more."""
    head, mine_ = family.supporters(case_id, by=request.actor, at=request.now)
    form = AddSupporter.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            new = form.supporter()
            supporters.add(case_id, new, by=request.actor, at=request.now)
            done = f"{new.name} can now see this case. We have sent them an email."
            return answers.see_other(request, done, "supporters", case_id=case_id)
    face = case_pages.face(head, request, here="my_case")
    return answers.show(
        request, "pages/family/supporters.html", form=form, face=face, supporters=mine_, case_id=case_id
    )


def remove_helper(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """A supporter sees nothing of the case any more: after a page that says so."""
    head, mine_ = family.supporters(case_id, by=request.actor, at=request.now)
    one = next((each for each in mine_ if each.party_id == party_id), None)
    if one is None:
        raise NotFound
    if answers.is_confirmed(request):
        supporters.remove(case_id, party_id, by=request.actor, at=request.now)
        done = f"{one.name} cannot see this case any more."
        return answers.see_other(request, done, "supporters", case_id=case_id)
    asked = Confirmation(
        title=f"Stop {one.name} from seeing this case?",
        warning="From now on they cannot sign in to it. You can add them again.",
        act="Stop them from seeing it",
        rows=(("Case", head.reference), ("Name", one.name)),
        back=f"{shown.address(case_id)}/supporters",
    )
    return answers.confirm(request, asked)


def parents(request: Request, case_id: UUID) -> HttpResponse:
    """The parents of a young person who holds the rights, and what each may see."""
    head, found = family.parents(case_id, by=request.actor, at=request.now)
    face = case_pages.face(head, request, here="my_case")
    return answers.show(request, "pages/family/parents.html", face=face, parents=found, case_id=case_id)


def parent(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """Whether one parent may see the case."""
    head, found = family.parents(case_id, by=request.actor, at=request.now)
    one = next((each for each in found if each.party_id == party_id), None)
    if one is None:
        raise NotFound
    form = ChooseSight.of(request, initial={"sight": one.sight})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            sight = ParentSight(form.cleaned_data["sight"])
            parties.record_parent_sight(case_id, party_id, sight, by=request.actor, at=request.now)
            return answers.see_other(request, "Your choice is saved.", "my_parents", case_id=case_id)
    face = case_pages.face(head, request, here="my_case")
    return answers.show(
        request, "pages/family/parent.html", form=form, face=face, parent=one, case_id=case_id
    )
