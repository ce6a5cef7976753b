"""What the family says about the draft: comments, the setting it asks for, a meeting, or that it has finished.

Children and Families Act 2014 s.38(2)(b); SEND Regulations 2014 reg 13(1). What is said after the fifteen days is
kept and answered like what is said within them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, involvement
from alongside.app.actions import versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import FAMILY
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, Organisation, PlanComment, PlanVersion

LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class NewComment:
    """One comment on one section of the draft, in the words of whoever makes it."""

    section: PlanSection
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """How a comment reached the authority when it was not written here: from whom, how, and on which day."""

    party: UUID
    channel: Channel
    on: date


def comment(case_id: UUID, new: NewComment, *, by: Actor, at: datetime) -> int:
    """Comment on the draft that is with the family and return the comment's number. Parents and advisers may."""
    with doing.on_case(case_id, Permission.COMMENT_ON_DRAFT, by=by, at=at) as deed:
        party = involvement.party_of(by, deed.case, on=deed.today) if deed.relations & FAMILY else None
        _check_may_read(deed, party)
        return _keep(deed, new, party, Channel.ONLINE, deed.today)


def record_comment(case_id: UUID, new: NewComment, heard: Heard, *, by: Actor, at: datetime) -> int:
    """Record a comment that somebody of the family made by telephone, letter, e-mail or in person."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        deed.require(Permission.SEE_COMMENTS)
        party = CaseParty.objects.filter(case=deed.case, id=heard.party).first()
        if party is None:
            raise Refused("Choose whose comment it is.", field="party")
        return _keep(deed, new, party, heard.channel, heard.on)


def ask_for_setting(
    case_id: UUID, organisation: UUID | None, setting_name: str, *, by: Actor, at: datetime
) -> str:
    """Ask for a school or other setting to be named in the plan; returns its name.

    Children and Families Act 2014 s.38(2)(b)(ii). One that is not in the list is asked for by its name.
    """
    with doing.on_case(case_id, Permission.ASK_FOR_SETTING, by=by, at=at) as deed:
        return _ask(deed, organisation, setting_name, deed.today)


def record_setting_asked_for(
    case_id: UUID, organisation: UUID | None, setting_name: str, on: date, *, by: Actor, at: datetime
) -> str:
    """Record that the family asked for a setting by telephone, letter, e-mail or in person."""
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        return _ask(deed, organisation, setting_name, on)


def ask_for_meeting(case_id: UUID, *, by: Actor, at: datetime) -> None:
    """Require a meeting with an officer about the draft (SEND Regulations 2014 reg 13(1)(b))."""
    with doing.on_case(case_id, Permission.ASK_FOR_MEETING, by=by, at=at) as deed:
        _check_with_family(deed)
        deed.append(EventKind.MEETING_REQUIRED, deed.today, {"party": _party_id(deed)})
        _tell_owner(deed, "MEETING_REQUIRED", "The family requires a meeting about the draft plan")


def confirm_nothing_more(case_id: UUID, *, by: Actor, at: datetime) -> None:
    """Say that there is nothing more to add. The authority may then decide not to wait for the fifteen days."""
    with doing.on_case(case_id, Permission.CONFIRM_NOTHING_MORE, by=by, at=at) as deed:
        _check_with_family(deed)
        deed.append(EventKind.FAMILY_CONFIRMS_NOTHING_MORE, deed.today, {"party": _party_id(deed)})
        _tell_owner(deed, "NOTHING_MORE", "The family has nothing more to add to the draft plan")


def _keep(deed: CaseDeed, new: NewComment, party: CaseParty | None, channel: Channel, on: date) -> int:
    text = new.text.strip()
    if not text:
        raise Refused("Write your comment.", field="text")
    if len(text) > LONGEST:
        raise Refused(
            f"The comment is {len(text):,} characters long; {LONGEST:,} is the most that fits. Send it in two.",
            field="text",
        )
    version = versions.with_family(deed)
    number = PlanComment.objects.filter(version=version).count() + 1
    PlanComment.objects.create(
        authority_id=deed.case.authority_id,
        case=deed.case,
        version=version,
        number=number,
        section=new.section,
        text=text,
        made_by_id=deed.by.account,
        party=party,
        made_by_name=party.name if party else deed.by.name,
        made_at=deed.at,
        channel=channel,
    )
    deed.note("COMMENT_MADE", version=version.number, comment=number, section=new.section)
    if party is not None:
        _represent(deed, version, party, channel, on)
        _tell_owner(deed, "COMMENT_MADE", "There is a comment on the draft plan")
    return number


def _represent(deed: CaseDeed, version: PlanVersion, party: CaseParty, channel: Channel, on: date) -> None:
    """Put it into the chronology once a day for each person: what was said is read with the draft, not there."""
    whose = {"party": str(party.id), "version": version.number}
    for event in deed.facts.events:
        same = event.kind is EventKind.REPRESENTATIONS_RECEIVED and whose.items() <= event.details.items()
        if same and event.occurred_on == on:
            return
    deed.append(EventKind.REPRESENTATIONS_RECEIVED, on, whose | {"channel": channel})


def _ask(deed: CaseDeed, organisation: UUID | None, setting_name: str, on: date) -> str:
    name = setting_name.strip()
    if organisation is not None:
        known = Organisation.objects.filter(
            id=organisation, authority=deed.case.authority_id, kind="SETTING"
        ).first()
        if known is None:
            raise Refused("Choose the setting from the list, or write its name.", field="setting")
        name = known.name
    if not name:
        raise Refused("Choose the setting, or write its name.", field="setting")
    details = {"organisation": str(organisation)} if organisation else {}
    deed.append(EventKind.SCHOOL_REQUESTED, on, details | {"setting_name": name[:200]})
    _tell_owner(deed, "SCHOOL_REQUESTED", "The family has asked for a school or other setting")
    return name


def _check_may_read(deed: CaseDeed, party: CaseParty | None) -> None:
    if party is not None and not party.sees_drafts:
        raise NotFound


def _check_with_family(deed: CaseDeed) -> None:
    party = involvement.party_of(deed.by, deed.case, on=deed.today)
    _check_may_read(deed, party)
    versions.with_family(deed)


def _party_id(deed: CaseDeed) -> str:
    party = involvement.party_of(deed.by, deed.case, on=deed.today)
    return str(party.id) if party else ""


def _tell_owner(deed: CaseDeed, kind: str, about: str) -> None:
    owner = deed.case.owner
    if owner is not None and owner.id != deed.by.account:
        deed.tell(owner.email, kind, f"{deed.case.reference}: {about}", f"{about}.\n")
