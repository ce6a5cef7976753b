"""Amending a plan in force: the notice of the proposed amendments, each change marked (SEND Regulations regs 22, 28).

The amended plan itself is issued by `finals.issue`, the decision not to amend by `plan_decisions.decide`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, dues, letters, ports, standing
from alongside.app.actions import drafts, serving, versions
from alongside.app.actions.drafts import Served
from alongside.app.actions.serving import Sending
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import About
from alongside.app.letters import Delivery, Filing
from alongside.app.plan_papers import AmendmentSent, PlanChanges
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.core.plan import difference, readiness
from alongside.core.plan.difference import Piece
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, Document, PlanVersion

NOT_HERE = (
    "The plan as it stands is not written here, so its changes cannot be shown against it. Write it in as it stands "
    "and keep it as the plan in force; then write the changes."
)
READY = (
    "We want to change the plan. You can read the changes, comment, ask for a school and ask for a meeting."
)
Changed = tuple[tuple[PlanSection, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """How the notice leaves, why the changes are proposed, and the documents of the case that they rest on."""

    sending: Sending
    because: str
    evidence: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """The notice as it leaves: the version, what it would change in which plan, and the papers behind it by title."""

    version: PlanVersion
    plan_of: date
    placement: str
    changed: Changed
    because: str
    evidence: tuple[str, ...]
    sending: Sending


def send_notice(case_id: UUID, proposal: Proposal, *, by: Actor, at: datetime) -> Served:
    """Send the version that is being written to the family as a notice of proposed amendments.

    Each of them gets a letter of their own, the changes as a paper, and their fifteen days. It is itself the
    decision to amend where none was sent before. Raises `Refused` where nothing would change.
    """
    with doing.on_case(case_id, Permission.SERVE_DRAFT, by=by, at=at) as deed:
        deed.require(Permission.DECIDE_TO_ISSUE)
        version = versions.require_being_written(deed)
        sections = versions.sections_of(version)
        versions.check_edition(sections, proposal.sending.seen)
        texts = {code: row.text for code, row in sections.items()}
        readiness.check_draft(texts)
        parties = serving.check_sending(deed, proposal.sending)
        found = _proposed(deed, version, texts, proposal)
        deed.append(EventKind.AMENDMENT_NOTICE_SENT, proposal.sending.sent_on, _details(found, proposal))
        _keep_changes(deed, found)
        sent = tuple(_letter(deed, found, party) for party in parties)
        served_on = serving.served_on(proposal.sending.sent_on, serving.slowest(proposal.sending))
        versions.put_before_family(deed, version, served_on)
        versions.begin(deed, version)
        return Served(version.number, serving.comments_until(served_on, "R08"), sent)


def changed_sections(before: Mapping[str, str], after: Mapping[str, str]) -> Changed:
    """How each section that differs would change. Section I is open in a proposal and so never among them."""
    return tuple(
        (section, difference.of(before.get(section, ""), after.get(section, "")))
        for section in PlanSection
        if section is not PlanSection.I
        and not difference.is_same(before.get(section, ""), after.get(section, ""))
    )


def _proposed(deed: CaseDeed, version: PlanVersion, texts: Mapping[str, str], given: Proposal) -> Proposed:
    if len(given.because.strip()) < drafts.WHY_AT_LEAST:
        raise Refused("Say why the changes are proposed. The family is told in the letter.", field="because")
    plan = standing.version_of(deed.case, deed.facts)
    if plan is None or plan.final_on is None:
        raise Refused(NOT_HERE)
    before = versions.texts_of(plan)
    changed = changed_sections(before, texts)
    if not changed:
        raise Refused(
            f"Nothing in version {version.number} differs from the plan as it stands. Write the changes first. If only "
            "the school or college is to change, say in Section F or J what follows from it, or decide not to amend."
        )
    rows = Document.objects.filter(case=deed.case, id__in=given.evidence)
    titles = tuple(f"{title}, {on:%-d %B %Y}" for title, on in rows.order_by("dated_on", "title").values_list(
        "title", "dated_on"))  # fmt: skip
    if len(titles) != len(set(given.evidence)):
        raise Refused(
            "Choose the papers behind the changes among the documents of this case.", field="evidence"
        )
    return Proposed(
        version,
        plan.final_on,
        before.get(PlanSection.I, ""),
        changed,
        given.because.strip(),
        titles,
        given.sending,
    )


def _details(found: Proposed, given: Proposal) -> dict[str, object]:
    sending = found.sending
    return {
        "version": found.version.number,
        "channel": serving.slowest(sending),
        "sent_on": sending.sent_on.isoformat(),
        "letter_dated_on": sending.sent_on.isoformat(),
        "to": [{"party": str(party), "channel": way} for party, way in sending.ways.items()],
        "reasons": found.because,
        "evidence": [str(each) for each in given.evidence],
    }


def _keep_changes(deed: CaseDeed, found: Proposed) -> None:
    """The changes as a paper: the same for everybody."""
    case, person = deed.case, deed.case.person
    paper = PlanChanges(
        office=letters.office(case.authority_id, deed.by.name),
        reference=case.reference,
        about=About(person.forename, person.surname, person.known_as),
        dated_on=found.sending.sent_on,
        plan_of=found.plan_of,
        version=found.version.number,
        because=found.because,
        evidence=found.evidence,
        changed=found.changed,
    )
    title = f"Proposed changes to the plan, version {found.version.number}"
    filing = Filing("PLAN_CHANGES", title, Part.DRAFT_PLAN, found.sending.sent_on)
    kept = letters.file(deed, ports.letters().paper(paper), filing)
    deed.note("PLAN_CHANGES_PRINTED", document=str(kept.id), version=found.version.number)


def _letter(deed: CaseDeed, found: Proposed, party: CaseParty) -> Delivery:
    sending = found.sending
    way = sending.ways[party.id]
    served = serving.served_on(sending.sent_on, way)
    final_by, after_review = dues.amended_plan(deed.facts, on=deed.today)
    facts = AmendmentSent(
        envelope=letters.envelope(deed.case, party, officer=deed.by.name, dated_on=sending.sent_on),
        plan_of=found.plan_of,
        version=found.version.number,
        placement=found.placement,
        because=found.because,
        sections=tuple(section for section, _ in found.changed),
        evidence=found.evidence,
        served_on=served,
        comments_until=serving.comments_until(served, "R08"),
        final_by=final_by,
        after_review=after_review,
    )
    title = f"Proposed changes, version {found.version.number}: letter to {party.name}"
    kept = letters.keep(deed, facts, kind="AMENDMENT_LETTER", title=title, part=Part.DRAFT_PLAN, party=party)
    letters.tell(deed, party, "AMENDMENT_NOTICE_SENT", READY)
    return Delivery(kept, party.name, by_post=way is not Channel.EMAIL)
