"""Issuing a final plan, the first or one that takes its place: an officer signs, and everybody entitled is sent it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from alongside.app import doing, dues, letters, placing, plan_printing, standing
from alongside.app.actions import line_uses, objections, plan_findings, plans, serving, telling, versions
from alongside.app.actions.serving import Sending
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import AppealDates
from alongside.app.letters import Delivery
from alongside.app.placing import Setting
from alongside.app.plan_papers import FinalSent, Signed
from alongside.app.plan_printing import Edition
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.access.roles import ROLES, RoleCode
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.core.case.facts import Facts
from alongside.core.plan import readiness
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, Organisation, PlanComment, PlanVersion

REASON_AT_LEAST = 20
OPEN_ANSWERS = ("", "ASKED_ADVISER")
"""Answers that are none yet: asking an adviser is a step on the way to one."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What Section I says. `organisation` is the setting named, if it is known here; `type_words` a type of setting.

    `not_followed_because` says why no setting that the family asked for is named, where they asked for one.
    `transfer` is the id of the foreseen move between phases for which an amended plan names the next setting.
    """

    setting_name: str
    organisation: UUID | None = None
    type_words: str = ""
    not_followed_because: str = ""
    transfer: str = ""

    @property
    def words(self) -> str:
        """What Section I names, on one line."""
        return "; ".join(part for part in (self.setting_name.strip(), self.type_words.strip()) if part)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A version as it leaves: as which kind of final plan. `replaces` is the day of the plan in force, if any."""

    version: PlanVersion
    placement: Placement
    sending: Sending
    kind: EventKind
    replaces: date | None


@dataclass(frozen=True, slots=True)
class Issued:
    """A plan that has left: its version, its letters, and which bodies could not be told for want of an address."""

    version: int
    letters: tuple[Delivery, ...]
    not_told: tuple[str, ...]


def issue(
    case_id: UUID, placement: Placement, sending: Sending, *, early_because: str = "", by: Actor, at: datetime
) -> Issued:
    """Issue the version that is being written as the final plan, signed by the actor.

    With a plan in force it takes that plan's place: after a notice of amendments as the amended final plan (SEND
    Regulations 2014 reg 22(3)), after a reassessment as the new one (reg 27).

    `early_because` is the actor's own reason for not waiting for the end of the family's fifteen days; without
    it an early plan is refused. Raises `Refused` while a comment is unanswered, a section is blank, a line of the
    advice is undecided, or an adviser's objection is open.
    """
    with doing.on_case(case_id, Permission.ISSUE_FINAL, by=by, at=at) as deed:
        version = versions.require_being_written(deed)
        sections = versions.sections_of(version)
        versions.check_edition(sections, sending.seen)
        texts = {code: row.text for code, row in sections.items()}
        readiness.check_final(texts)
        check_comments_answered(deed)
        line_uses.check_all_decided(deed, texts)
        objections.check_none_open(deed)
        placement = _checked(deed, placement)
        _check_not_early(deed, sending.sent_on, early_because)
        texts |= {PlanSection.I: placement.words}
        plan_findings.check_final(deed, version, texts, sending.sent_on)
        parties = serving.check_sending(deed, sending)
        leaving = Leaving(version, placement, sending, kind_of(deed.facts), standing.made_on(deed.facts))
        deed.append(leaving.kind, sending.sent_on, _details(deed, leaving) | _because(early_because))
        plans.write(deed, sections[PlanSection.I], placement.words)
        _sign(deed, leaving)
        _print(deed, leaving, texts)
        sent = tuple(_letter(deed, leaving, party) for party in parties)
        return Issued(version.number, sent, _tell_bodies(deed, leaving))


def kind_of(facts: Facts) -> EventKind:
    """FINAL_SENT after a draft that was served since the last plan; AMENDED_FINAL_SENT of a plan in force otherwise."""
    made = standing.made_on(facts)
    for event in reversed(facts.events):
        if event.kind in (EventKind.DRAFT_SERVED, EventKind.DRAFT_REISSUED):
            return EventKind.FINAL_SENT
        if event.kind is EventKind.AMENDMENT_NOTICE_SENT or event.kind in standing.MADE_BY:
            break
    return EventKind.FINAL_SENT if made is None else EventKind.AMENDED_FINAL_SENT


def check_comments_answered(deed: CaseDeed) -> None:
    """Refuse while a comment on a draft has no answer, naming each."""
    waiting = (
        PlanComment.objects.filter(case=deed.case, answer__in=OPEN_ANSWERS)
        .order_by("version__number", "number")
        .values_list("version__number", "number", "section")
    )
    named = [
        f"comment {number} on Section {section} of version {version}" for version, number, section in waiting
    ]
    if named:
        raise Refused(
            f"Not every comment has its answer: {', '.join(named)}. Answer each, so that the family knows what "
            "became of what they said; then issue the plan."
        )


def _checked(deed: CaseDeed, placement: Placement) -> Placement:
    name = placement.setting_name
    if placement.organisation is not None:
        known = Organisation.objects.filter(id=placement.organisation, kind="SETTING").first()
        if known is None:
            raise Refused("Choose the setting from the list, or write its name.", field="setting")
        name = known.name
    found = Placement(
        name.strip(),
        placement.organisation,
        placement.type_words,
        placement.not_followed_because,
        placement.transfer,
    )
    if not found.words:
        raise Refused(
            "Section I names nothing. Name the school or other setting, or say which type it is to be (Children "
            "and Families Act 2014 ss.39, 40).",
            field="setting",
        )
    _check_request_followed(deed, found)
    return found


def _check_request_followed(deed: CaseDeed, placement: Placement) -> None:
    asked = placing.asked_for(deed.facts)
    named = Setting(str(placement.organisation or ""), placement.setting_name)
    if not asked or placing.is_followed(named, asked):
        return
    if len(placement.not_followed_because.strip()) < REASON_AT_LEAST:
        names = ", ".join(each.setting.name for each in asked)
        raise Refused(
            f"The family asked for {names}, and Section I does not name it. Say on which ground of section 39(4) "
            "and on what facts: it is unsuitable for the child, or the child’s attendance would be incompatible "
            "with the efficient education of others or the efficient use of resources.",
            field="not_followed_because",
        )


def _check_not_early(deed: CaseDeed, sent_on: date, early_because: str) -> None:
    last = placing.comments_end_on(deed.facts, on=deed.today)
    if last is None or sent_on > last or len(early_because.strip()) >= REASON_AT_LEAST:
        return
    raise Refused(
        f"The family’s fifteen days have not ended: the last is {last:%-d %B %Y}, so the plan may be sent from "
        f"{last + timedelta(1):%-d %B %Y}. If the family has clearly finished earlier, write down how you know.",
        field="early_because",
    )


def _because(early_because: str) -> dict[str, str]:
    return {"early_because": early_because.strip()} if early_because.strip() else {}


def _details(deed: CaseDeed, leaving: Leaving) -> dict[str, Any]:
    placement, sending = leaving.placement, leaving.sending
    given = {
        "setting_type": placement.type_words.strip(),
        "organisation": str(placement.organisation or ""),
        "not_followed_because": placement.not_followed_because.strip(),
        "transfer": placement.transfer if leaving.kind is EventKind.AMENDED_FINAL_SENT else "",
    }
    return {
        "version": leaving.version.number,
        "setting_name": placement.setting_name or placement.type_words.strip(),
        "signed_by": str(deed.by.account),
        "letter_dated_on": sending.sent_on.isoformat(),
        "sent_on": sending.sent_on.isoformat(),
        "to": [{"party": str(party), "channel": way} for party, way in sending.ways.items()],
    } | {key: text for key, text in given.items() if text}


def _sign(deed: CaseDeed, leaving: Leaving) -> None:
    rows = PlanVersion.objects.filter(case=deed.case)
    rows.filter(state=versions.DRAFT).update(state=versions.SUPERSEDED)
    rows.filter(state=versions.FINAL).update(state=versions.REPLACED)
    version = leaving.version
    version.state = versions.FINAL
    version.final_on = leaving.sending.sent_on
    version.signed_by_id = deed.by.account
    version.signed_by_name = deed.by.name
    version.save(update_fields=["state", "final_on", "signed_by", "signed_by_name"])


def _print(deed: CaseDeed, leaving: Leaving, texts: dict[str, str]) -> None:
    role = next((ROLES[code].name for code in ROLES if code in deed.by.roles), "Officer")
    signed_on = leaving.sending.sent_on
    edition = Edition(leaving.version.number, texts, signed_on, is_amended=leaving.replaces is not None)
    printed = plan_printing.paper(
        deed.case, edition, officer=deed.by.name, signed=Signed(deed.by.name, role, signed_on)
    )
    plan_printing.keep(deed, printed)


def _letter(deed: CaseDeed, leaving: Leaving, party: CaseParty) -> Delivery:
    sending = leaving.sending
    facts = FinalSent(
        envelope=letters.envelope(deed.case, party, officer=deed.by.name, dated_on=sending.sent_on),
        placement=leaving.placement.words,
        review_by=dues.next_review(deed.facts, on=deed.today),
        what_changed=what_became_of_comments(party, leaving.placement, since=_since(deed)),
        appeal=AppealDates(
            contact_mediation_by=dues.last_day(deed.facts, "M01", on=deed.today),
            appeal_by=dues.last_day(deed.facts, "F01", on=deed.today),
        ),
        replaces=leaving.replaces,
        is_reassessed=leaving.replaces is not None and leaving.kind is EventKind.FINAL_SENT,
    )
    title = f"{'Amended final plan' if leaving.replaces else 'Final plan'}: letter to {party.name}"
    kept = letters.keep(deed, facts, kind="FINAL_LETTER", title=title, part=Part.FINAL_PLAN, party=party)
    about = "The amended final plan has been issued" if leaving.replaces else "The final plan has been issued"
    letters.tell(deed, party, "FINAL_SENT", f"{about}. It starts today.")
    return Delivery(kept, party.name, by_post=sending.ways[party.id] is not Channel.EMAIL)


def _since(deed: CaseDeed) -> int:
    """The number of the last plan before this one: comments on its drafts were answered with it."""
    replaced = PlanVersion.objects.filter(case=deed.case, state=versions.REPLACED).order_by("-number").first()
    return replaced.number if replaced else 0


def what_became_of_comments(party: CaseParty, placement: Placement, *, since: int = 0) -> str:
    """For one person's letter: each of their own comments on a version after `since` with its answer; nobody else's."""
    mine = PlanComment.objects.filter(case=party.case_id, party=party, version__number__gt=since)
    rows = mine.order_by("version__number", "number")
    lines = [
        f"Comment {row.number}, on Section {row.section}: "
        f"{'we changed the plan' if row.answer == 'CHANGED' else 'we did not change the plan'}. {row.answer_text}"
        for row in rows
    ]
    opening = (
        "This is what we did with your comments."
        if lines
        else "You sent no comments on what we proposed."
        if since
        else "You sent no comments on the draft."
    )
    asked = placement.not_followed_because.strip()
    closing = [f"Why the plan does not name the school or college asked for: {asked}"] if asked else []
    return "\n".join([opening, *lines, *closing])


def _tell_bodies(deed: CaseDeed, leaving: Leaving) -> tuple[str, ...]:
    """The setting named and the integrated care board hear of it the same day (SEND Regulations regs 13(2), 22(3)).

    Returns those of them that have no address here and must be written to.
    """
    placement, which = leaving.placement, "An amended" if leaving.replaces else "A"
    about = f"{which} final Education, Health and Care plan has been issued"
    authority = deed.case.authority_id
    boards = list(Organisation.objects.filter(authority=authority, kind="ICB").order_by("name"))
    not_told = [] if boards else ["the integrated care board"]
    not_told += [board.name for board in boards if not telling.tell(deed, board, "FINAL_SENT", about)]
    if placement.organisation is not None:
        named = Organisation.objects.get(id=placement.organisation)
        if not telling.tell(deed, named, "FINAL_SENT", about, role=RoleCode.SENCO):
            not_told.append(named.name)
    elif placement.setting_name:
        not_told.append(placement.setting_name)
    return tuple(not_told)
