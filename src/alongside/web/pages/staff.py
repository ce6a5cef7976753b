"""People who work here: found, added, given a role; a role ended, an account closed and opened again."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from alongside.app.actions import accounts as account_actions
from alongside.app.actions import handovers, staff
from alongside.app.queries import organisations
from alongside.app.queries import staff as queries
from alongside.app.queries.staff import Wanted
from alongside.core.access.permission import Permission
from alongside.core.access.roles import ROLES
from alongside.core.refusal import Refused
from alongside.web import answers, doors
from alongside.web.answers import Confirmation
from alongside.web.forms import staff as forms
from alongside.web.presenters import staff as shown
from alongside.web.presenters.tables import Pages
from alongside.web.request import Request

SIZE = 50


def people(request: Request) -> HttpResponse:
    """Everybody who works here or did, narrowed by what the address says."""
    wanted = forms.wanted(request.GET)
    offset = Pages.of(request.GET, total=10**9, size=SIZE).offset
    found = queries.people(wanted, by=request.actor, at=request.now, offset=offset, size=SIZE)
    keeps = doors.may_open(request.actor, Permission.MANAGE_ACCOUNTS)
    return answers.show(
        request,
        "pages/staff/people.html",
        tabs=shown.tabs(request, "staff"),
        wanted=wanted,
        narrowed=wanted != Wanted(),
        roles=shown.roles(wanted),
        columns=shown.COLUMNS,
        rows=shown.rows(found.lines, link=keeps),
        pages=Pages.of(request.GET, total=found.total, size=SIZE, noun="role"),
        keeps=keeps,
    )


def add(request: Request) -> HttpResponse:
    """Somebody new, with their first role."""
    form = forms.Add.of(request, initial=shown.initial(request))
    form.offer(organisations.bodies(by=request.actor, at=request.now))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given, post = form.cleaned_data, form.post()
            done = staff.add(given["name"], given["email"], post, by=request.actor, at=request.now)
            words = shown.added(done, ROLES[post.role].name)
            return answers.see_other(request, words, "staff_member", account_id=done.account)
    return answers.show(request, "pages/staff/add.html", form=form)


def member(request: Request, account_id: UUID) -> HttpResponse:
    """One person with everything they do or did here."""
    found = queries.member(account_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/staff/member.html",
        member=found,
        is_self=found.account == request.actor.account,
        columns=shown.HELD_COLUMNS,
        rows=shown.positions(found, on=request.today),
        cases=shown.cases(found, request),
    )


def give(request: Request, account_id: UUID) -> HttpResponse:
    """One more role for somebody."""
    found = queries.member(account_id, by=request.actor, at=request.now)
    form = forms.Give.of(request, initial=shown.initial(request))
    form.offer(organisations.bodies(by=request.actor, at=request.now))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            post = form.post()
            staff.give(account_id, post, by=request.actor, at=request.now)
            words = f"{found.name} now also has the role {ROLES[post.role].name} and is told by email."
            return answers.see_other(request, words, "staff_member", account_id=account_id)
    return answers.show(request, "pages/staff/give.html", form=form, member=found)


def end(request: Request, position_id: UUID) -> HttpResponse:
    """The last day in a role. Whoever has cases must have handed them over."""
    found, held = queries.holder(position_id, by=request.actor, at=request.now)
    form = forms.End.of(request)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            last_day = form.cleaned_data["last_day"]
            handovers.end_position(position_id, last_day, by=request.actor, at=request.now)
            words = f"The last day of {found.name} in this role is recorded."
            return answers.see_other(request, words, "staff_member", account_id=found.account)
    return answers.show(
        request,
        "pages/staff/end.html",
        form=form,
        member=found,
        role=ROLES[held.role].name,
        cases=shown.cases(found, request),
    )


def close(request: Request, account_id: UUID) -> HttpResponse:
    """Nobody signs in with the account any more: after a page that says what this does."""
    found = queries.member(account_id, by=request.actor, at=request.now)
    if answers.is_confirmed(request):
        try:
            account_actions.close(account_id, by=request.actor, at=request.now)
        except Refused as refusal:
            return answers.turned_back(request, refusal, "staff_member", account_id=account_id)
        words = f"The account of {found.name} is closed."
        return answers.see_other(request, words, "staff_member", account_id=account_id)
    asked = Confirmation(
        title=f"Close the account of {found.name}?",
        warning="They are signed out at once and cannot sign in again, not even as a parent of a child with a case. "
        "If they only stop working here, go back and end their role instead.",
        act="Close the account",
        rows=(("Name", found.name), ("Email address", found.email)),
        back=reverse("staff_member", args=[account_id]),
    )
    return answers.confirm(request, asked)


def reopen(request: Request, account_id: UUID) -> HttpResponse:
    """A closed account is opened again."""
    found = queries.member(account_id, by=request.actor, at=request.now)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("staff_member", args=[account_id]), status=303)
    try:
        account_actions.reopen(account_id, by=request.actor, at=request.now)
    except Refused as refusal:
        return answers.turned_back(request, refusal, "staff_member", account_id=account_id)
    words = f"The account of {found.name} is open again."
    return answers.see_other(request, words, "staff_member", account_id=account_id)
