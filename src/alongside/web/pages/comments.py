"""What is said about the draft, by whoever may say something, and the answers to it."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from alongside.app.actions import comments as actions
from alongside.app.actions import representations
from alongside.app.queries import comments, consultations, parties
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.forms.comments import Answer, AskForSetting, Comment, Recorded, RecordedSetting
from alongside.web.presenters import case_pages, plans
from alongside.web.presenters import comments as shown
from alongside.web.presenters import consultations as settings
from alongside.web.request import Request


def all_of_them(request: Request, case_id: UUID) -> HttpResponse:
    """Every comment that this reader may see, with its answer."""
    found = comments.on_draft(case_id, by=request.actor, at=request.now)
    return answers.show(
        request,
        "pages/comments/all.html",
        face=case_pages.face(found.head, request, here="case_plan"),
        case_id=case_id,
        found=found,
        days=shown.days(found),
        cards=shown.cards(found),
        said=shown.said(found),
        can_do=shown.can_do(found),
    )


def add(request: Request, case_id: UUID) -> HttpResponse:
    """Comment on the draft."""
    found = comments.on_draft(case_id, by=request.actor, at=request.now)
    form = Comment.of(request, initial={"section": request.GET.get("section", "")})
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            number = representations.comment(case_id, form.comment(), by=request.actor, at=request.now)
            done = f"Comment {number} has been sent. You will get an answer to it."
            return answers.see_other(request, done, "case_plan", case_id=case_id)
    return _form(request, found, form, title=shown.add_title(found), act="Send the comment")


def record(request: Request, case_id: UUID) -> HttpResponse:
    """Record a comment made by telephone, letter, e-mail or in person."""
    found = comments.on_draft(case_id, by=request.actor, at=request.now)
    people = parties.people(case_id, by=request.actor, at=request.now).parties
    form = Recorded.of(request, parties=[(str(one.id), one.name) for one in people])
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = form.comment(), form.heard()
            number = representations.record_comment(case_id, *given, by=request.actor, at=request.now)
            return answers.see_other(
                request, f"Comment {number} is recorded.", "plan_comments", case_id=case_id
            )
    return _form(request, found, form, title="Record a comment on the draft plan", act="Record the comment")


def answer(request: Request, case_id: UUID, comment_id: UUID) -> HttpResponse:
    """Answer one comment."""
    found = comments.to_answer(case_id, comment_id, by=request.actor, at=request.now)
    form = Answer.of(request, advisers=found.advisers)
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            actions.answer(case_id, comment_id, form.answer(), by=request.actor, at=request.now)
            done = f"Comment {found.line.number} is answered."
            return answers.see_other(request, done, "plan_comments", case_id=case_id)
    return answers.show(
        request,
        "pages/comments/answer.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=f"Answer comment {found.line.number}",
        case_id=case_id,
        found=found,
        card=shown.card(found.line, case_id),
        changed=plans.marked(found.pieces),
    )


def ask_for_setting(request: Request, case_id: UUID) -> HttpResponse:
    """Ask for a school or other setting to be named: found by its name, or written down."""
    found = comments.on_draft(case_id, by=request.actor, at=request.now)
    form = AskForSetting.of(request, settings=_options(request))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            chosen = form.chosen()
            name = representations.ask_for_setting(case_id, *chosen, by=request.actor, at=request.now)
            done = f"You have asked for {name}. The local authority must consult it before it decides."
            return answers.see_other(request, done, "case_plan", case_id=case_id)
    return _choose(request, found, form, title="Ask for a school or other setting", act="Ask for it")


def record_setting(request: Request, case_id: UUID) -> HttpResponse:
    """Record that the family asked for a setting."""
    found = comments.on_draft(case_id, by=request.actor, at=request.now)
    form = RecordedSetting.of(request, settings=_options(request))
    if form.is_bound and form.is_valid():
        with form.showing_refusals():
            given = (*form.chosen(), form.cleaned_data["asked_on"])
            name = representations.record_setting_asked_for(case_id, *given, by=request.actor, at=request.now)
            return answers.see_other(request, f"{name} is recorded.", "case_consultations", case_id=case_id)
    return _choose(request, found, form, title="Record that the family asked for a setting", act="Record it")


def ask_for_meeting(request: Request, case_id: UUID) -> HttpResponse:
    """Ask for a meeting about the draft."""
    return _act(
        request,
        case_id,
        representations.ask_for_meeting,
        "You have asked for a meeting. Your coordinator will be in touch to arrange it.",
        Confirmation(
            title="Ask for a meeting about the draft",
            warning="If you ask within your 15 days, the local authority must meet you. You can bring somebody.",
            act="Ask for a meeting",
        ),
    )


def nothing_more(request: Request, case_id: UUID) -> HttpResponse:
    """Say that there is nothing more to add."""
    return _act(
        request,
        case_id,
        representations.confirm_nothing_more,
        "Thank you. You have said that you have nothing more to add.",
        Confirmation(
            title="Nothing more to add?",
            warning="You do not have to say this: you have your 15 days in any case. If you do, the local authority "
            "may send the final plan earlier. You can still write to us afterwards.",
            act="I have nothing more to add",
        ),
    )


def _act(
    request: Request, case_id: UUID, act: Callable[..., None], done: str, asked: Confirmation
) -> HttpResponse:
    """One right of the family, used after a page that says what it does."""
    found = comments.on_draft(case_id, by=request.actor, at=request.now)
    if answers.is_confirmed(request):
        try:
            act(case_id, by=request.actor, at=request.now)
        except Refused as refusal:
            return answers.turned_back(request, refusal, "case_plan", case_id=case_id)
        return answers.see_other(request, done, "case_plan", case_id=case_id)
    draft = f"Version {found.draft.number}" if found.draft else "None has been sent yet"
    back = reverse("case_plan", kwargs={"case_id": case_id})
    rows = (("Child", found.head.name), ("Draft", draft))
    return answers.confirm(request, replace(asked, rows=rows, back=back))


def _options(request: Request) -> list[tuple[str, str]]:
    """The settings searched for, so that one of them can be chosen."""
    words = request.GET.get("find", "")[:100]
    return settings.choices(consultations.settings_found(words, by=request.actor, at=request.now))


def _form(request: Request, found: comments.OnDraft, form: Comment, *, title: str, act: str) -> HttpResponse:
    return answers.show(
        request,
        "pages/comments/form.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=title,
        act=act,
        found=found,
        case_id=found.head.case_id,
    )


def _choose(
    request: Request, found: comments.OnDraft, form: AskForSetting, *, title: str, act: str
) -> HttpResponse:
    return answers.show(
        request,
        "pages/comments/setting.html",
        form=form,
        face=case_pages.face(found.head, request, here="case_plan"),
        title=title,
        act=act,
        words=request.GET.get("find", "")[:100],
        case_id=found.head.case_id,
    )
