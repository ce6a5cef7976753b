"""Advice goes back to its author with questions. No clock stops: the day on which it first came stays its day."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from alongside.app import doing, ports
from alongside.app.actions import telling
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.parts import OF_ADVICE, OPENED_BY
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import AdviceKind
from alongside.core.case.episodes import episodes
from alongside.core.refusal import Refused
from alongside.records.models import Advice, AdviceDraft, AdviceReturn, Organisation

WORDS_AT_LEAST, LONGEST = 10, 4_000


def send_back(case_id: UUID, request_id: str, questions: str, *, by: Actor, at: datetime) -> UUID:
    """Send the latest answer to a request back with questions. Returns the id of the return.

    What was written stands in the author's draft again, so that only what was asked has to be added; what they send
    then is a further answer, and the first is kept. Raises `Refused` while an earlier return waits for its answer.
    """
    words = questions.strip()
    if not WORDS_AT_LEAST <= len(words) <= LONGEST:
        raise Refused(
            "Write what you ask the author: what is missing, unclear or out of date.", field="questions"
        )
    with doing.on_case(case_id, Permission.REQUEST_ADVICE, by=by, at=at) as deed:
        row = _latest(deed, request_id)
        if open_return(deed, request_id) is not None:
            raise Refused("This advice was sent back already, and its author has not answered yet.")
        made = AdviceReturn.objects.create(
            authority_id=deed.case.authority_id, case=deed.case, request_id=row.request_id, advice=row,
            questions=words, sent_at=deed.at, sent_by_id=deed.by.account, sent_by_name=deed.by.name,
        )  # fmt: skip
        _lay_out(deed, row)
        deed.note("ADVICE_SENT_BACK", request=request_id, advice=str(row.id))
        _tell(deed, row, request_id)
        return made.id


def open_return(deed: CaseDeed, request_id: str) -> AdviceReturn | None:
    """The latest return of a request, where no answer has come since."""
    later = Advice.objects.filter(
        request_id=OuterRef("request_id"), submitted_at__gt=OuterRef("advice__submitted_at")
    )
    rows = AdviceReturn.objects.filter(~Exists(later), case=deed.case, request_id=request_id)
    return rows.order_by("-sent_at").first()


def _latest(deed: CaseDeed, request_id: str) -> Advice:
    rows = Advice.objects.filter(case=deed.case, request_id=request_id, party=None).select_related("author")
    row = rows.order_by("submitted_at", "id").last()
    if row is None or not deed.may(OPENED_BY[OF_ADVICE[AdviceKind(row.kind)]]):
        raise NotFound
    return row


def _lay_out(deed: CaseDeed, row: Advice) -> None:
    """Put what was sent into the draft that the people of the body write together, unless one stands there."""
    if row.answers and deed.by.account is not None:
        AdviceDraft.objects.get_or_create(
            request_id=row.request_id,
            party=None,
            defaults={
                "authority_id": deed.case.authority_id, "case": deed.case, "form": row.form, "answers": row.answers,
                "saved_at": deed.at, "saved_by_id": row.author_id or deed.by.account, "revision": 1,
            },
        )  # fmt: skip


def _tell(deed: CaseDeed, row: Advice, request_id: str) -> None:
    about = "There are questions about the advice that you gave"
    if row.author is not None and row.author.email:
        text = f"{about}.\n\nReference: {deed.case.reference}\nSign in to see them: {ports.address()}\n"
        deed.tell(row.author.email, "ADVICE_SENT_BACK", f"{deed.case.reference}: {about}", text)
        return
    asked = next((r for e in episodes(deed.facts) for r in e.advice if r.id == request_id), None)
    if asked is not None and asked.organisation:
        telling.tell(deed, Organisation.objects.get(id=asked.organisation), "ADVICE_SENT_BACK", about)
