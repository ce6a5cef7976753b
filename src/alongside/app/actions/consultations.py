"""Consulting settings about naming them in the plan, several at once, and keeping what they reply.

Children and Families Act 2014 ss.39(2), 40; Code of Practice 2015 paragraphs 9.79 to 9.84. Fifteen days for the
reply are guidance: silence does not stop the authority from deciding.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, dues, letters, placing, ports
from alongside.app.actions import telling, versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import About, Envelope, Recipient
from alongside.app.letters import Filing
from alongside.app.placing import Setting
from alongside.app.plan_papers import SettingAsked
from alongside.core.access.parts import OF_ADVICE, Part
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import AdviceKind, Channel, EventKind
from alongside.core.case.events import Event
from alongside.core.plan import placement
from alongside.core.plan.placement import Answer, Ground
from alongside.core.refusal import Refused
from alongside.records.models import Advice, Organisation, PlanVersion

READ_BY_A_SETTING = (Part.EDUCATIONAL_ADVICE, Part.PSYCHOLOGICAL_ADVICE, Part.FAMILY_VIEWS)
"""What a setting that is consulted can read besides the draft plan (core/access/adviser_roles.py)."""

MOST_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Reply:
    """What a setting answers. `grounds` are those of section 39(4) that it relies on to decline."""

    answer: Answer
    grounds: tuple[Ground, ...] = ()
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """How a reply came when it was not written here. `on_no_ground`: the setting declined and gave none."""

    on: date
    channel: Channel
    replied_by: str
    on_no_ground: bool = False


@dataclass(frozen=True, slots=True)
class Consulted:
    """One setting consulted: the id of its event, its name, the day its reply is due, and whether it was e-mailed."""

    id: str
    setting_name: str
    reply_by: date
    is_told: bool


def consult(
    case_id: UUID, settings: Sequence[Setting], place_wanted: str, *, by: Actor, at: datetime
) -> tuple[Consulted, ...]:
    """Consult all of these settings, each with its own letter and fifteen days, or none of them.

    `place_wanted` says from when a place is wanted and in what year group.
    """
    with doing.on_case(case_id, Permission.CONSULT_SETTING, by=by, at=at) as deed:
        _check_asking(settings, place_wanted)
        version = versions.with_family(deed)
        papers = papers_for_a_setting(deed, version)
        return tuple(_consult(deed, _known(deed, setting), place_wanted, papers) for setting in settings)


def reply(case_id: UUID, consultation: str, given: Reply, *, by: Actor, at: datetime) -> None:
    """The setting's own reply. A decline without a ground of section 39(4) is refused, with the grounds there are."""
    with doing.on_case(case_id, Permission.REPLY_TO_CONSULTATION, by=by, at=at) as deed:
        asked = _open_consultation(deed, consultation)
        if asked.details.get("organisation") not in {str(each) for each in by.organisations}:
            raise NotFound
        placement.check_reply(given.answer, given.grounds, given.reasons)
        _keep(deed, asked, given, {"channel": Channel.ONLINE, "replied_by": by.name}, deed.today)


def record_reply(
    case_id: UUID, consultation: str, given: Reply, received: Received, *, by: Actor, at: datetime
) -> None:
    """Record a reply that came by telephone, letter or e-mail, as it was given.

    A setting that declined on no ground of section 39(4) is recorded as just that: it is no reason in law.
    """
    with doing.on_case(case_id, Permission.RECORD_SETTING_REPLY, by=by, at=at) as deed:
        asked = _open_consultation(deed, consultation)
        if received.on < asked.occurred_on:
            raise Refused(
                f"The setting was consulted on {asked.occurred_on:%-d %B %Y}. Its reply cannot have come before.",
                field="received_on",
            )
        if received.on_no_ground:
            given = Reply(Answer.CANNOT_MEET, (), given.reasons)
        else:
            placement.check_reply(given.answer, given.grounds, given.reasons)
        how = {"channel": received.channel, "replied_by": received.replied_by.strip()}
        _keep(deed, asked, given, how, received.on)


def papers_for_a_setting(deed: CaseDeed, version: PlanVersion) -> tuple[str, ...]:
    """The papers that go with a consultation: those that the setting can open here, named."""
    rows = Advice.objects.filter(case=deed.case, nothing_to_add=False).order_by(
        "written_on", "author_name", "id"
    )
    advice = [
        f"Advice of {row.author_name}{f', {row.author_post}' if row.author_post else ''}, {row.written_on:%-d %B %Y}"
        for row in rows
        if OF_ADVICE[AdviceKind(row.kind)] in READ_BY_A_SETTING
    ]
    return (f"Draft EHC plan, version {version.number}", *advice)


def _check_asking(settings: Sequence[Setting], place_wanted: str) -> None:
    if not settings:
        raise Refused("Choose at least one setting to consult.", field="settings")
    if len(settings) > MOST_AT_ONCE:
        raise Refused(
            f"{len(settings)} settings are chosen; {MOST_AT_ONCE} is the most at once. Choose fewer.",
            field="settings",
        )
    if not place_wanted.strip():
        raise Refused("Say from when a place is wanted, and in what year group.", field="place_wanted")


def _known(deed: CaseDeed, setting: Setting) -> tuple[Setting, Organisation | None]:
    """The setting with its row, where it is one that this authority knows; refuses one asked already."""
    row = None
    if setting.organisation:
        known = Organisation.objects.filter(authority=deed.case.authority_id, kind="SETTING")
        row = known.filter(id=setting.organisation).first()
        if row is None:
            raise Refused("Choose the settings from the list, or write a name.", field="settings")
        setting = Setting(str(row.id), row.name)
    for event in deed.facts.events:
        asked = event.kind is EventKind.SETTING_CONSULTED and placing.setting_of(event.details).is_same(
            setting
        )
        if asked and _reply_to(deed, event.id) is None:
            raise Refused(
                f"{setting.name} was consulted on {event.occurred_on:%-d %B %Y} and has not replied yet. "
                "Wait for its reply, or record one that came by telephone or letter.",
                field="settings",
            )
    return setting, row


def _consult(
    deed: CaseDeed, known: tuple[Setting, Organisation | None], place_wanted: str, papers: tuple[str, ...]
) -> Consulted:
    setting, row = known
    born_on = deed.case.person.born_on
    if born_on is None:
        raise Refused(
            "The date of birth is not known, and the letter must say it. Add it to the record first."
        )
    details = {"setting_name": setting.name, "place_wanted": place_wanted.strip(), "papers": list(papers)}
    event = deed.append(
        EventKind.SETTING_CONSULTED,
        deed.today,
        details | ({"organisation": setting.organisation} if setting.organisation else {}),
    )
    reply_by = dues.last_day(deed.facts, "A08", on=deed.today)  # of the latest consultation: this one
    facts = SettingAsked(
        envelope=_envelope(deed, setting),
        setting=setting.name,
        born_on=born_on,
        family_asked=placing.is_followed(setting, placing.asked_for(deed.facts)),
        place_wanted=place_wanted.strip(),
        reply_by=reply_by,
        papers=papers,
        reply_at=ports.address("/asked-of-us"),
    )
    _keep_letter(deed, facts, row)
    about = "You are consulted about a place, and asked to reply within 15 days"
    is_told = row is not None and telling.tell(deed, row, "SETTING_CONSULTED", about, role=RoleCode.SENCO)
    return Consulted(event.id, setting.name, reply_by, is_told)


def _envelope(deed: CaseDeed, setting: Setting) -> Envelope:
    case, person = deed.case, deed.case.person
    return Envelope(
        reference=case.reference,
        recipient=Recipient("Headteacher or principal", "PROFESSIONAL", organisation=setting.name),
        about=About(person.forename, person.surname, person.known_as),
        office=letters.office(case.authority_id, case.owner.name if case.owner else deed.by.name),
        services=letters.services(case.authority_id),
        dated_on=deed.today,
    )


def _keep_letter(deed: CaseDeed, facts: SettingAsked, row: Organisation | None) -> None:
    title = f"Consultation: letter to {facts.setting}"
    filing = Filing(
        "CONSULTATION_LETTER", title, Part.CONSULTATIONS, deed.today, organisation=row.id if row else None
    )
    letters.file(deed, ports.letters().letter(facts), filing)


def _open_consultation(deed: CaseDeed, consultation: str) -> Event:
    event = next((e for e in deed.facts.events if e.id == consultation), None)
    if event is None or event.kind is not EventKind.SETTING_CONSULTED:
        raise NotFound
    replied = _reply_to(deed, consultation)
    if replied is not None:
        raise Refused(
            f"A reply was recorded on {replied.occurred_on:%-d %B %Y}. If it was wrong, ask the named officer to "
            "correct that entry; if there is more to say, send a message."
        )
    return event


def _reply_to(deed: CaseDeed, consultation: str) -> Event | None:
    return next(
        (
            event
            for event in deed.facts.events
            if event.kind is EventKind.SETTING_REPLIED and event.details.get("consultation") == consultation
        ),
        None,
    )


def _keep(deed: CaseDeed, asked: Event, given: Reply, how: dict[str, str], on: date) -> None:
    details = {
        "consultation": asked.id,
        "answer": given.answer,
        "grounds": list(given.grounds),
        "reasons": given.reasons.strip(),
    }
    deed.append(EventKind.SETTING_REPLIED, on, details | how)
    owner = deed.case.owner
    if owner is not None and owner.id != deed.by.account:
        about = "A setting has replied to a consultation"
        deed.tell(owner.email, "SETTING_REPLIED", f"{deed.case.reference}: {about}", f"{about}.\n")
