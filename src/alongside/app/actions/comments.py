"""Answering what was said about the draft. Every comment gets an answer, and its maker sees it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, unique
from uuid import UUID

from alongside.app import doing, letters
from alongside.app.actions import versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.plan import difference
from alongside.core.refusal import Refused
from alongside.records.models import AdviceRequest, PlanComment

WORDS_AT_LEAST = 10


@unique
class AnswerKind(StrEnum):
    """What became of a comment. ASKED_ADVISER is a step on the way and not yet an answer."""

    CHANGED = "CHANGED"
    NOT_CHANGED = "NOT_CHANGED"
    ASKED_ADVISER = "ASKED_ADVISER"


MISSING = {
    AnswerKind.CHANGED: "Say what was changed.",
    AnswerKind.NOT_CHANGED: "Say why the plan was not changed.",
    AnswerKind.ASKED_ADVISER: "Say what you asked the adviser.",
}


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """One answer. `request` is the request for advice whose adviser was asked, for ASKED_ADVISER."""

    kind: AnswerKind
    text: str
    request: UUID | None = None


def answer(case_id: UUID, comment_id: UUID, new: NewAnswer, *, by: Actor, at: datetime) -> None:
    """Answer one comment. Raises `Refused` where it says that the plan changed and no section has."""
    with doing.on_case(case_id, Permission.ANSWER_COMMENT, by=by, at=at) as deed:
        found = PlanComment.objects.select_related("party", "version", "made_by")
        row = found.filter(case=deed.case, id=comment_id).first()
        if row is None:
            raise Refused("This comment is not in this case. Go back to the list of comments.")
        _check(deed, row, new)
        if new.kind is AnswerKind.ASKED_ADVISER:
            row.asked_adviser_text, row.asked_adviser_at = new.text.strip(), deed.at
            _tell_adviser(deed, new.request)
        row.answer, row.answer_text = new.kind, new.text.strip()
        row.answered_by_id, row.answered_at = deed.by.account, deed.at
        row.save()
        deed.note("COMMENT_ANSWERED", version=row.version.number, comment=row.number, answer=new.kind)
        _tell_maker(deed, row)


def _check(deed: CaseDeed, row: PlanComment, new: NewAnswer) -> None:
    if row.answer in (AnswerKind.CHANGED, AnswerKind.NOT_CHANGED):
        raise Refused(
            f"Comment {row.number} was answered on {row.answered_at:%-d %B %Y}, and its maker has been told. "
            "Write a message if there is more to say."
        )
    if len(new.text.strip()) < WORDS_AT_LEAST:
        raise Refused(MISSING[new.kind], field="text")
    if new.kind is AnswerKind.CHANGED and not _has_changed(deed, row):
        raise Refused(
            f"No section of the plan differs from version {row.version.number}, which the comment is about. "
            "Change the plan first, or say that it was not changed and why.",
            field="kind",
        )


def _has_changed(deed: CaseDeed, row: PlanComment) -> bool:
    before = versions.texts_of(row.version)
    now = versions.texts_of(versions.require_being_written(deed))
    return any(not difference.is_same(before.get(code, ""), text) for code, text in now.items())


def _tell_maker(deed: CaseDeed, row: PlanComment) -> None:
    if row.party is not None:
        letters.tell(
            deed, row.party, "COMMENT_ANSWERED", "There is an answer to what you said about the draft."
        )
        return
    about = "There is an answer to your comment on the draft plan"
    email = row.made_by.email if row.made_by else ""
    deed.tell(email, "COMMENT_ANSWERED", f"{deed.case.reference}: {about}", f"{about}.\n")


def _tell_adviser(deed: CaseDeed, request: UUID | None) -> None:
    if request is None:
        return
    asked = AdviceRequest.objects.filter(case=deed.case, id=request).select_related("asked", "organisation")
    row = asked.first()
    if row is None:
        raise Refused("Choose whose advice it is about from the list.", field="request")
    email = row.asked.email if row.asked else row.organisation.email if row.organisation else ""
    about = "The family has a question about your advice"
    deed.tell(email, "ADVISER_ASKED_AGAIN", f"{deed.case.reference}: {about}", f"{about}.\n")
