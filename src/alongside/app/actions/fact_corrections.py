"""“This is wrong”: the family says so, an officer decides, and what was held before stays to be seen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import doing, held_facts, involvement, ports
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.correctable import Fact
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, CorrectionRequest

CORRECTED, NOT_CORRECTED = "CORRECTED", "NOT_CORRECTED"
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class SaidWrong:
    """What somebody says is wrong. `event` is the entry of the chronology, for `Fact.ENTRY` only."""

    fact: Fact
    should_be: str
    why: str = ""
    event: UUID | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the officer decided. `reason` is read by whoever asked; it may be empty where the fact was corrected."""

    corrected: bool
    reason: str = ""


def ask(case_id: UUID, said: SaidWrong, *, by: Actor, at: datetime) -> UUID:
    """Somebody of the family says that a fact is wrong and what is right. Nothing changes yet."""
    with doing.on_case(case_id, Permission.ASK_FOR_CORRECTION, by=by, at=at) as deed:
        party = involvement.party_of(by, deed.case, on=deed.today)
        if party is None:
            raise NotFound
        stands = _stands(deed, said, party)
        held_facts.check(said.fact, said.should_be, on=deed.today)
        if said.fact is not Fact.ENTRY and stands == said.should_be.strip():
            raise Refused("This is what we hold already. Write what it should say.", field="should_be")
        row = CorrectionRequest.objects.create(
            authority_id=deed.case.authority_id,
            case=deed.case,
            party=party,
            asked_by_id=by.account,
            asked_by_name=party.name,
            asked_at=at,
            field=said.fact,
            event_id=said.event,
            stands=stands,
            should_be=said.should_be.strip(),
            why=said.why.strip(),
        )
        _tell_officer(deed)
        deed.note("CORRECTION_ASKED", correction=str(row.id), fact=str(said.fact))
        return row.id


def decide(case_id: UUID, request_id: UUID, verdict: Verdict, *, by: Actor, at: datetime) -> None:
    """Correct it, or say why not. What was held before stays in the request and is never deleted.

    An entry of the chronology is corrected on its own page first; here the family is told.
    """
    with doing.on_case(case_id, Permission.DECIDE_CORRECTION, by=by, at=at) as deed:
        row = _open(deed, request_id)
        if not verdict.corrected and len(verdict.reason.split()) < FEWEST_WORDS:
            raise Refused("Say why it is not corrected: the family will read it.", field="reason")
        if verdict.corrected:
            _apply(deed, row)
        row.decision = CORRECTED if verdict.corrected else NOT_CORRECTED
        row.decision_reason = verdict.reason.strip()
        row.decided_by_id, row.decided_at = by.account, at
        row.save()
        deed.note("CORRECTION_DECIDED", correction=str(row.id), fact=row.field, decision=row.decision)
        if row.party is not None:
            _tell_asker(deed, row.party)


def _stands(deed: CaseDeed, said: SaidWrong, party: CaseParty) -> str:
    if said.fact is not Fact.ENTRY:
        return held_facts.value_of(said.fact, deed.case.person, party)
    deed.require(Permission.SEE_CHRONOLOGY)
    if not said.should_be.strip():
        raise Refused("Write what is right.", field="should_be")
    standing = next((event for event in deed.facts.events if event.id == str(said.event)), None)
    if standing is None:
        raise Refused("This entry was corrected already. Look again at what has happened.")
    return f"{standing.kind} {standing.occurred_on.isoformat()}"


def _open(deed: CaseDeed, request_id: UUID) -> CorrectionRequest:
    rows = CorrectionRequest.objects.select_for_update(of=("self",)).select_related("party")
    row = rows.filter(case=deed.case, id=request_id).first()
    if row is None:
        raise Refused("This is not part of this case. Go back to the list.")
    if row.decided_at is not None:
        raise Refused(f"This was decided on {row.decided_at:%-d %B %Y}, and the family has been told.")
    return row


def _apply(deed: CaseDeed, row: CorrectionRequest) -> None:
    fact = Fact[row.field]
    if fact is Fact.ENTRY:
        if any(event.id == str(row.event_id) for event in deed.facts.events):
            raise Refused(
                "The entry still stands as it was. Correct it in the chronology first; then come back and say so."
            )
        return
    deed.require(Permission.SEE_CONTACT_DETAILS)
    is_private = fact.is_own or fact is Fact.CHILD_ADDRESS
    if is_private and deed.case.parties.filter(address_withheld=True, ends_before=None).exists():
        deed.require(Permission.SEE_WITHHELD_ADDRESS)
    held_facts.check(fact, row.should_be, on=deed.today)
    row.stands = held_facts.value_of(fact, deed.case.person, row.party)
    held_facts.put(fact, row.should_be, deed.case.person, row.party)
    deed.details_changed = True


def _tell_officer(deed: CaseDeed) -> None:
    owner = deed.case.owner
    about = "The family says that something we hold is wrong"
    text = f"{about}.\n\nReference: {deed.case.reference}\nSign in to decide about it: {ports.address()}\n"
    if owner is not None and owner.is_active:
        deed.tell(owner.email, "CORRECTION_ASKED", f"{deed.case.reference}: {about}", text)


def _tell_asker(deed: CaseDeed, party: CaseParty) -> None:
    if not (party.email and party.agreed_to_email):
        return
    text = (
        "Hello\n\nYou told us that something was wrong. We have decided about it.\n\n"
        f"Sign in to read it: {ports.address()}\n\nYour reference is {deed.case.reference}.\n"
    )
    deed.tell(party.email, "CORRECTION_DECIDED", f"{deed.case.reference}: there is an answer for you", text)
