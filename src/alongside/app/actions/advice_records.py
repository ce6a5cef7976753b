"""An officer records advice: what came by post or e-mail, what was advised earlier, when a body got the request."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing
from alongside.app.actions import advice, advice_answers, corrections
from alongside.app.actions.advice_answers import Answer
from alongside.app.actions.corrections import Correction
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.history import AdviceRequest
from alongside.core.refusal import Refused
from alongside.records.models import Advice, Document

AGREED = "AUTHOR", "AUTHORITY", "FAMILY"


@dataclass(frozen=True, slots=True)
class Earlier:
    """Earlier advice that is to be used instead of new advice, and what must hold for that (reg 6(4)).

    `exists`: it was given for some purpose before. The three others: that person is satisfied that it is
    sufficient for this assessment. `document` is the earlier advice among the documents of the case.
    """

    document: UUID
    author_name: str
    dated_on: date
    exists: bool
    author_agrees: bool
    authority_agrees: bool
    family_agrees: bool


def record(
    case_id: UUID, request_id: str, given: Answer, received_on: date, *, by: Actor, at: datetime
) -> UUID:
    """Record advice that came to the authority outside this service. Returns the id of the advice."""
    looked_at = advice_answers.checked(given.paper)
    with doing.on_case(case_id, Permission.RECORD_ADVICE, by=by, at=at) as deed:
        request = advice.open_request(deed, request_id)
        if not given.author_name.strip():
            raise Refused("Enter the name of whoever gave the advice.", field="author_name")
        if received_on < request.requested_on:
            raise Refused(
                f"The advice was asked for on {request.requested_on:%-d %B %Y} and cannot have come before. Check the "
                "day. If it is earlier advice, record it as such.",
                field="received_on",
            )
        return advice_answers.keep(deed, request, given, looked_at, received_on=received_on)


def use_earlier(case_id: UUID, request_id: str, earlier: Earlier, *, by: Actor, at: datetime) -> UUID:
    """Use earlier advice in place of new advice. Returns the id of the advice.

    SEND Regulations 2014 reg 6(4): only where its author, the authority and the family are all satisfied that it
    is sufficient. The advice of the family itself is never replaced.
    """
    with doing.on_case(case_id, Permission.RECORD_ADVICE, by=by, at=at) as deed:
        request = advice.open_request(deed, request_id)
        check_sufficient(earlier, request)
        document = Document.objects.filter(case=deed.case, id=earlier.document).first()
        if document is None:
            raise Refused("Choose the earlier advice among the documents of this case.", field="document")
        return _keep_earlier(deed, request, earlier, document)


def check_sufficient(earlier: Earlier, request: AdviceRequest) -> None:
    """Refuse unless all four conditions of reg 6(4) hold, naming each that does not."""
    if request.kind is AdviceKind.PARENT_OR_YOUNG_PERSON:
        raise Refused(
            "The family’s own advice is always asked for anew: earlier advice cannot take its place."
        )
    lacking = [
        words
        for holds, words in (
            (earlier.exists, "there is earlier advice"),
            (earlier.author_agrees, "its author agrees that it is sufficient"),
            (earlier.authority_agrees, "the authority agrees"),
            (earlier.family_agrees, "the family agrees"),
        )
        if not holds
    ]
    if lacking:
        raise Refused(
            "Earlier advice can be used instead of new advice only if it exists and its author, the authority and "
            "the family all agree that it is sufficient (SEND Regulations 2014, regulation 6(4)). It is not recorded "
            f"that {', nor that '.join(lacking)}. Ask for new advice.",
        )


def body_received(
    case_id: UUID, request_id: str, received_on: date, reason: str, *, by: Actor, at: datetime
) -> str:
    """Record on which day the body itself received the request: its six weeks run from that day (reg 8(1)).

    The request is corrected, so the chronology shows both; returns the id that it has from now on.
    """
    with doing.on_case(case_id, Permission.CORRECT_EVENT, by=by, at=at) as deed:
        request = advice.open_request(deed, request_id)
        if not request.requested_on <= received_on <= deed.today:
            raise Refused(
                "The body can have received the request from the day it was asked, "
                f"{request.requested_on:%-d %B %Y}, until today. Check the day.",
                field="received_on",
            )
    right = Correction(request.requested_on, reason, {"body_received_on": received_on.isoformat()})
    return corrections.correct(case_id, request_id, right, by=by, at=at)


def _keep_earlier(deed: CaseDeed, request: AdviceRequest, earlier: Earlier, document: Document) -> UUID:
    row = Advice.objects.create(
        authority_id=deed.case.authority_id,
        case=deed.case,
        request_id=UUID(request.id),
        kind=request.kind or AdviceKind.OTHER,
        author_name=earlier.author_name,
        written_on=earlier.dated_on,
        submitted_at=deed.at,
        document=document,
    )
    details = {
        "request": request.id,
        "document": str(row.id),
        "earlier_dated_on": earlier.dated_on.isoformat(),
        "agreed": list(AGREED),
    }
    deed.append(EventKind.ADVICE_RECEIVED, deed.today, details)
    return row.id
