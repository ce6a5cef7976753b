"""Serving the draft plan on the family, and issuing it anew where it changes beyond what the family asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.app import doing, dues, letters, plan_printing
from alongside.app.actions import line_uses, plan_findings, serving, versions
from alongside.app.actions.serving import Sending
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letters import Delivery
from alongside.app.plan_papers import DraftSent
from alongside.app.plan_printing import Edition
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel, EventKind
from alongside.core.plan import readiness
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, PlanVersion

WHY_AT_LEAST = 20
READY = (
    "The draft plan is ready for you to read. You can comment on it, ask for a school and ask for a meeting."
)


@dataclass(frozen=True, slots=True)
class Served:
    """A draft that has left: its number, the last of the fifteen days by the slowest way, and its letters."""

    version: int
    comments_until: date
    letters: tuple[Delivery, ...]


def serve(case_id: UUID, sending: Sending, *, by: Actor, at: datetime) -> Served:
    """Serve the version that is being written as the draft plan. The next version begins from its text.

    Raises `Refused` where a section is missing, Section I is filled in, the checks found what must not be sent, or
    somebody could not be reached.
    """
    with doing.on_case(case_id, Permission.SERVE_DRAFT, by=by, at=at) as deed:
        return _send(deed, EventKind.DRAFT_SERVED, sending, "")


def reissue(case_id: UUID, sending: Sending, why: str, *, by: Actor, at: datetime) -> Served:
    """Serve a further draft because the plan changed beyond the family's comments: their days begin again.

    `why` is told to the family. SEND Regulations 2014 reg 13(1); law.md 3.5.
    """
    if len(why.strip()) < WHY_AT_LEAST:
        raise Refused(
            "Say what has changed beyond what the family asked for, and why. The family is told in the letter.",
            field="why",
        )
    with doing.on_case(case_id, Permission.SERVE_DRAFT, by=by, at=at) as deed:
        return _send(deed, EventKind.DRAFT_REISSUED, sending, why.strip())


def _send(deed: CaseDeed, kind: EventKind, sending: Sending, why: str) -> Served:
    version = versions.require_being_written(deed)
    sections = versions.sections_of(version)
    versions.check_edition(sections, sending.seen)
    texts = {code: row.text for code, row in sections.items()}
    readiness.check_draft(texts)
    plan_findings.check_draft(deed, version, texts, sending.sent_on)
    parties = serving.check_sending(deed, sending)
    deed.append(kind, sending.sent_on, _details(version, sending, parties, why))
    final_by = dues.final_plan(deed.facts, on=deed.today)
    edition = Edition(version.number, texts, sending.sent_on)
    plan_printing.keep(deed, plan_printing.paper(deed.case, edition, officer=deed.by.name))
    sent = tuple(_letter(deed, version, party, sending, (final_by, why)) for party in parties)
    served_on = serving.served_on(sending.sent_on, serving.slowest(sending))
    versions.put_before_family(deed, version, served_on)
    versions.begin(deed, version)
    line_uses.tell_authors(deed)
    return Served(version.number, serving.comments_until(served_on), sent)


def _details(
    version: PlanVersion, sending: Sending, parties: tuple[CaseParty, ...], why: str
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "version": version.number,
        "channel": serving.slowest(sending),
        "sent_on": sending.sent_on.isoformat(),
        "to": [{"party": str(party.id), "channel": sending.ways[party.id]} for party in parties],
    }
    return found | ({"why": why} if why else {})


def _letter(
    deed: CaseDeed, version: PlanVersion, party: CaseParty, sending: Sending, told: tuple[date, str]
) -> Delivery:
    final_by, why = told
    way = sending.ways[party.id]
    served = serving.served_on(sending.sent_on, way)
    facts = DraftSent(
        envelope=letters.envelope(deed.case, party, officer=deed.by.name, dated_on=sending.sent_on),
        version=version.number,
        served_on=served,
        comments_until=serving.comments_until(served),
        final_by=final_by,
        reissue_because=why,
    )
    title = f"Draft plan, version {version.number}: letter to {party.name}"
    kept = letters.keep(deed, facts, kind="DRAFT_LETTER", title=title, part=Part.DRAFT_PLAN, party=party)
    letters.tell(deed, party, "DRAFT_SERVED", READY)
    return Delivery(kept, party.name, by_post=way is not Channel.EMAIL)
