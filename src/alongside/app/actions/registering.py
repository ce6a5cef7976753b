"""A coordinator registers a request: from one that was sent here, or one that came by phone, letter or e-mail.

Whether the child has a case already is the officer's own choice, made with the reasons before them; nothing is
ever merged by the service. With the request go its papers and the acknowledgement to whoever holds the rights.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import doing, dues, letters
from alongside.app.actions import accounts, bodies, requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest, Registered
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import Acknowledged
from alongside.app.letters import Delivery
from alongside.core.access import decide
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case import episodes
from alongside.core.case.codes import RequestSource
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, Document, Intake


@dataclass(frozen=True, slots=True)
class Registration:
    """Everything that registering one request needs.

    `intake` is the request as it was sent through this service, if it was. `same_as` is the case of a child who
    has one already, by the officer's own choice; then `child` and `parties` change nothing in that case.
    """

    child: NewChild
    parties: Sequence[NewParty]
    request: NewRequest
    intake: UUID | None = None
    same_as: UUID | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The case that the request now has, and what became of the acknowledgement.

    `not_acknowledged` says why no letter could be made; the request is registered all the same. `to_send` names the
    bodies whose notice somebody here must send.
    """

    registered: Registered
    letters: tuple[Delivery, ...]
    not_acknowledged: str = ""
    to_send: tuple[str, ...] = ()


def register(registration: Registration, *, by: Actor, at: datetime) -> Outcome:
    """Register it with its papers and its acknowledgement, or keep nothing.

    Raises `Refused` where somebody else has registered the same request meanwhile.
    """
    decide.check_act(Permission.REGISTER_REQUEST, roles=by.roles)
    with doing.together(by):
        intake = _claimed(registration.intake) if registration.intake else None
        registered = _registered(registration, by=by, at=at)
        with doing.on_case(registered.case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
            if intake is not None:
                _take_papers(deed, intake, registration.request.source)
            sent, problem = _acknowledge(deed, registration.request)
            to_send = _notify_bodies(deed, registered)
            accounts.invite_family(deed)
    return Outcome(registered, sent, problem, to_send)


def _registered(registration: Registration, *, by: Actor, at: datetime) -> Registered:
    if registration.same_as is not None:
        return requests.record_received(registration.same_as, registration.request, by=by, at=at)
    return requests.register(registration.child, registration.parties, registration.request, by=by, at=at)


def _claimed(intake_id: UUID) -> Intake:
    """The request as it was sent, held for this officer. Whoever comes second is told."""
    row = Intake.objects.select_for_update().filter(id=intake_id).exclude(sent_at=None).first()
    if row is None:
        raise NotFound
    if row.registered_at is not None:
        reference = row.case.reference if row.case else "another case"
        raise Refused(
            f"This request was registered as {reference} while you were reading it. Nothing was added. "
            "Open that case to see it."
        )
    return row


def _take_papers(deed: CaseDeed, intake: Intake, source: RequestSource) -> None:
    from_family = source is RequestSource.PARENT_OR_YOUNG_PERSON
    part = Part.FAMILY_PAPERS if from_family else Part.AGENCY_PAPERS
    for paper in intake.files.order_by("added_at", "id"):
        Document.objects.create(
            authority_id=deed.case.authority_id,
            case=deed.case,
            kind="SENT_WITH_REQUEST",
            title=f"Sent with the request: {paper.file_name}"[:200],
            part=part,
            dated_on=intake.received_on or deed.today,
            created_at=deed.at,
            created_by_id=deed.by.account,
            file_name=paper.file_name,
            media_type=paper.media_type,
            size=paper.size,
            sha256=paper.sha256,
            content=paper.content,
        )
    intake.case = deed.case
    intake.registered_at = deed.at
    intake.save(update_fields=["case", "registered_at"])
    deed.note("INTAKE_REGISTERED", intake=str(intake.id))


def _acknowledge(deed: CaseDeed, request: NewRequest) -> tuple[tuple[Delivery, ...], str]:
    """The letters that say it came. The clock runs whether or not one can be made, so none is no reason to stop."""
    sent: list[Delivery] = []
    problem = ""
    try:
        parties: Sequence[CaseParty] = letters.must_have_family(deed.case, on=deed.today)
    except Refused as refusal:
        return (), refusal.sentence
    for party in parties:
        try:
            sent.append(_acknowledge_to(deed, party, request))
        except Refused as refusal:
            problem = refusal.sentence
    return tuple(sent), problem


def _notify_bodies(deed: CaseDeed, registered: Registered) -> tuple[str, ...]:
    """The notices that an assessment is considered (SEND Regulations 2014 reg 4(2)), once for each assessment.

    The clock runs whether or not they can be made; what is missing is said with the acknowledgement.
    """
    told = episodes.episodes(deed.facts)
    if not told or told[-1].id != registered.request_id:
        return ()  # one more request joins an assessment of which they know
    try:
        return bodies.notify(deed, "REQUEST", told[-1].received_on or deed.today)
    except Refused:
        return tuple(body.name for body in bodies.bodies_of(deed))


def _acknowledge_to(deed: CaseDeed, party: CaseParty, request: NewRequest) -> Delivery:
    facts = Acknowledged(
        envelope=letters.envelope(deed.case, party, officer=_owner(deed), dated_on=deed.today),
        received_on=request.received_on,
        asked_by=request.requested_by,
        decide_by=dues.last_day(deed.facts, "A02", on=deed.today),
        final_by=dues.last_day(deed.facts, "A06", on=deed.today),
    )
    title = f"We have the request: letter to {party.name}"
    kept = letters.keep(deed, facts, kind="ACKNOWLEDGEMENT", title=title, part=Part.CHRONOLOGY, party=party)
    emailed = letters.tell(deed, party, "ACKNOWLEDGEMENT", "We have the request for an assessment.")
    return Delivery(kept, party.name, by_post=not emailed)


def _owner(deed: CaseDeed) -> str:
    """Who answers for the letter: the coordinator to whom the case has just been given."""
    names = [e.details.get("to_name", "") for e in deed.facts.events if e.details.get("to_name")]
    return str(names[-1]) if names else deed.by.name
