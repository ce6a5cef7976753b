"""Advisers answer: in the structured form, with a file, or by saying with a reason that there is nothing to add.

An answer is kept word for word. A later one is a new answer; none is overwritten.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.app import advice_printing, doing, letters, ports
from alongside.app.actions import advice_drafts, advice_lines, advice_returns
from alongside.app.actions.advice_drafts import Written
from alongside.app.actions.advice_lines import Read
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letters import Filing
from alongside.app.ports import Rendered
from alongside.core.access.parts import OF_ADVICE
from alongside.core.access.permission import Permission
from alongside.core.access.policy import may_ever
from alongside.core.access.refusals import NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case import advice_forms
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.episodes import episodes
from alongside.core.case.history import AdviceRequest
from alongside.core.refusal import Refused
from alongside.records.models import Account, Advice, CaseParty, Document, Position

NO_ANSWERS: Mapping[str, str] = MappingProxyType({})
FEWEST_WORDS = 3
NO_TEXT = Read()


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as it was uploaded. What it really is is looked at before it is kept."""

    file_name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found out about a file outside any transaction: its media type, and its text."""

    media_type: str = ""
    text: Read = NO_TEXT


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the form with its answers, a file, both, or a reason why there is nothing to add.

    `author_name` and `author_post` say whose advice it is where somebody else records it.
    """

    form: str = ""
    answers: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    paper: Paper | None = None
    nothing_to_add_because: str = ""
    author_name: str = ""
    author_post: str = ""
    written_on: date | None = None

    @property
    def is_nothing(self) -> bool:
        """True where the adviser has nothing to add."""
        return bool(self.nothing_to_add_because.strip())


def save_draft(case_id: UUID, request_id: str, written: Written, *, by: Actor, at: datetime) -> int:
    """Keep what was written so far; returns its revision. Raises `DraftChanged` where somebody else saved."""
    with doing.on_case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as deed:
        request = open_to(deed, request_id)
        form = advice_forms.form_for(request.kind or AdviceKind.OTHER, written.form)
        return advice_drafts.keep(deed, request_id, form, written, None)


def answer(case_id: UUID, request_id: str, given: Answer, *, by: Actor, at: datetime) -> UUID:
    """Give the advice that was asked for. Returns the id of the advice."""
    looked_at = checked(given.paper)
    with doing.on_case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as deed:
        return keep(deed, open_to(deed, request_id), given, looked_at)


def send_draft(
    case_id: UUID, request_id: str, revision: int, paper: Paper | None = None, *, by: Actor, at: datetime
) -> UUID:
    """Send what was kept, as the sender last saw it, with a file if there is one; or the file alone.

    Raises `DraftChanged` where somebody else saved.
    """
    looked_at = checked(paper)
    with doing.on_case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as deed:
        request = open_to(deed, request_id)
        draft = advice_drafts.held(deed, request_id, None)
        if draft is None and paper is None:
            raise Refused(
                "Nothing is written yet. Write your advice, add a file, or say that you have nothing to add.",
                field="file",
            )
        if draft is not None and draft.revision != revision:
            raise advice_drafts.DraftChanged(draft.answers, draft.revision)
        written = Answer(draft.form, draft.answers, paper) if draft is not None else Answer(paper=paper)
        return keep(deed, request, written, looked_at)


def take(case_id: UUID, request_id: str, *, by: Actor, at: datetime) -> None:
    """Take a request that one's own body was asked: from now on the papers open to whoever took it."""
    with doing.on_case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as deed:
        assert by.account is not None
        _allocate(deed, open_to(deed, request_id), by.account, by.name)


def pass_on(case_id: UUID, request_id: str, to: UUID, *, by: Actor, at: datetime) -> None:
    """Give a request to a colleague of the same body. The draft goes with it."""
    with doing.on_case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as deed:
        request = open_to(deed, request_id)
        account = Account.objects.filter(id=to, is_active=True).first()
        if account is None or not _works_there(account, request, deed.today):
            raise Refused(f"Choose somebody who gives advice at {request.asked_name} today.", field="to")
        _allocate(deed, request, account.id, account.name)


def asked_of(deed: CaseDeed, request_id: str) -> AdviceRequest:
    """A request that was put to the actor or to their body. Anybody else's is not found."""
    for episode in episodes(deed.facts):
        for request in episode.advice:
            if request.id == request_id and is_asked(deed.by, request):
                return request
    raise NotFound


def is_asked(by: Actor, request: AdviceRequest) -> bool:
    """True where the request was put to this person, or to a body that they work for."""
    person = by.account is not None and request.asked == str(by.account)
    return person or bool(request.organisation and UUID(request.organisation) in by.organisations)


def open_to(deed: CaseDeed, request_id: str) -> AdviceRequest:
    """The same, still to be answered or sent back with questions. Raises `Refused` where it is neither."""
    request = asked_of(deed, request_id)
    if request.cancelled:
        raise Refused("The authority took this request back. There is nothing to answer any more.")
    if not request.is_open and advice_returns.open_return(deed, request_id) is None:
        raise Refused("This request has been answered already. Send a message if something has to be added.")
    return request


def checked(paper: Paper | None) -> Checked:
    """What an upload is and what it says, looked at outside any transaction; nothing where there is none."""
    if paper is None:
        return Checked()
    media_type = ports.files().check(paper.file_name, paper.content)
    return Checked(media_type, advice_lines.read(paper.file_name, paper.content, media_type))


def keep(
    deed: CaseDeed,
    request: AdviceRequest,
    given: Answer,
    looked_at: Checked,
    *,
    received_on: date | None = None,
    party: CaseParty | None = None,
) -> UUID:
    """Within a deed: keep the answer, say so in the chronology, and forget the draft. Returns the advice's id."""
    kind = request.kind or AdviceKind.OTHER
    form = advice_forms.form_for(kind, given.form)
    answers = advice_forms.known(form, given.answers)
    _check_says_something(given, answers)
    advice_drafts.check_length(answers)
    row = Advice(
        authority_id=deed.case.authority_id,
        case=deed.case,
        request_id=UUID(request.id),
        kind=kind,
        author_id=None if given.author_name else deed.by.account,
        author_name=given.author_name or deed.by.name,
        author_post=(given.author_post or answers.get("post", ""))[:120],
        written_on=given.written_on or deed.today,
        submitted_at=deed.at,
        form=form.code if answers else "",
        answers=answers,
        party=party,
        nothing_to_add=given.is_nothing,
        nothing_to_add_reason=given.nothing_to_add_because.strip(),
        passages=[passage.as_json() for passage in looked_at.text.passages],
        unread_because=looked_at.text.unread_because,
    )
    row.document = _document(deed, kind, given, looked_at.media_type, row.written_on)
    row.printed = advice_printing.keep(deed, row)
    row.save()
    advice_lines.keep(deed, row)
    deed.append(EventKind.ADVICE_RECEIVED, received_on or deed.today, _details(request, row))
    advice_drafts.forget(deed, request.id, party)
    return row.id


def _details(request: AdviceRequest, row: Advice) -> dict[str, Any]:
    found: dict[str, Any] = {"request": request.id, "document": str(row.id)}
    # the reason may say something of the child's health: it is read with the advice, not in the chronology
    return found | ({"nothing_to_add": True} if row.nothing_to_add else {})


def _check_says_something(given: Answer, answers: Mapping[str, str]) -> None:
    if given.is_nothing:
        if len(given.nothing_to_add_because.split()) < FEWEST_WORDS:
            raise Refused("Say why there is nothing to add, in a few words.", field="reason")
        if answers or given.paper:
            raise Refused("You say that there is nothing to add, and you have added something. Choose one.")
    elif not answers and given.paper is None:
        raise Refused(
            "There is nothing in this advice yet. Answer a question, add a file, or say with a reason that there "
            "is nothing to add.",
            field="file",
        )


def _document(
    deed: CaseDeed, kind: AdviceKind, given: Answer, media_type: str, written_on: date
) -> Document | None:
    if given.paper is None:
        return None
    name = given.paper.file_name.replace("\\", "/").rsplit("/", 1)[-1][-200:]
    title = f"Advice: {given.author_name or deed.by.name}"[:200]
    filing = Filing("ADVICE", title, OF_ADVICE[kind], written_on)
    return letters.file(deed, [Rendered(name, media_type, given.paper.content)], filing)


def _works_there(account: Account, request: AdviceRequest, on: date) -> bool:
    """True where the account holds, on the day and at the body asked, a role that gives advice."""
    if not request.organisation:
        return False
    rows = Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=on),
        organisation=UUID(request.organisation),
        account=account,
        starts_on__lte=on,
    )
    roles = frozenset(RoleCode(role) for role in rows.values_list("role", flat=True))
    return may_ever(Permission.ANSWER_ADVICE_REQUEST, roles)


def _allocate(deed: CaseDeed, request: AdviceRequest, to: UUID, name: str) -> None:
    if request.asked == str(to):
        raise Refused(f"{name} has this request already.", field="to")
    details = {"request": request.id, "to": str(to), "to_name": name}
    deed.append(EventKind.ADVICE_ALLOCATED, deed.today, details)
