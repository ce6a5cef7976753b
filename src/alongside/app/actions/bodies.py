"""Who must hear of a step besides the family, each by a letter that is kept (SEND Regulations 2014 regs 4(2), 5(2),
10, 20(11), 25, 31(3); rule A02n).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique
from types import MappingProxyType

from django.db.models import Q

from alongside.app import letters, ports
from alongside.app.actions import telling
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import About, BodyTold, Envelope, Recipient
from alongside.app.letters import Filing
from alongside.core.access.parts import Part
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import EventKind
from alongside.records.models import Organisation, Position


@unique
class Kind(StrEnum):
    """What a body is to the child."""

    ICB = "ICB"
    SOCIAL_CARE = "SOCIAL_CARE"
    SETTING = "SETTING"


TO = MappingProxyType(
    {
        Kind.ICB: "Designated clinical officer",
        Kind.SOCIAL_CARE: "Designated social care officer",
        Kind.SETTING: "Headteacher or principal",
    }
)
"""To whom the letter is addressed there."""
EVERYBODY = frozenset(Kind)
STEPS: Mapping[str, tuple[str, frozenset[Kind]]] = MappingProxyType(
    {
        "REQUEST": ("The authority has a request to assess a child’s needs", EVERYBODY),
        "DECISION_TO_ASSESS": ("The authority will assess a child’s needs", EVERYBODY),
        "REFUSAL_TO_ASSESS": ("The authority will not assess a child’s needs", EVERYBODY),
        "NO_PLAN": ("The authority will not issue a plan for a child", EVERYBODY),
        "WILL_AMEND": ("The authority will amend a plan", frozenset({Kind.SETTING})),
        "NOT_AMENDING": ("The authority keeps a plan as it is", frozenset({Kind.SETTING})),
        "CEASING": ("The authority has decided to end a plan", frozenset({Kind.ICB, Kind.SETTING})),
        "REASSESSING": ("The authority will assess a child again", EVERYBODY),
        "NOT_REASSESSING": (
            "The authority will not assess a child again now",
            frozenset({Kind.ICB, Kind.SETTING}),
        ),
    }
)
"""Per step: what the message about it says, and who hears of it by law."""


@dataclass(frozen=True, slots=True)
class Body:
    """One that must hear: what it is to the child, its name in words, every address that it is told at."""

    kind: Kind
    name: str
    emails: tuple[str, ...]
    organisation: Organisation | None = None


def notify(deed: CaseDeed, step: str, on: date) -> tuple[str, ...]:
    """Within a deed: write to each body that must hear of a step, keep the letter, and e-mail that it waits here.

    Returns those whose letter somebody here must send: nobody there has an address, or they cannot open this
    case. The message holds the reference, what happened and a link: never the child's name.
    """
    about, heard = STEPS[step]
    to_send = []
    for body in bodies_of(deed):
        if body.kind not in heard:
            continue
        _write(deed, body, step, on)
        if not (body.emails and _can_open(deed, body)):
            to_send.append(body.name)
        for email in body.emails:
            text = f"{about}\n\nReference: {deed.case.reference}\nSign in to see what concerns you: {ports.address()}\n"
            deed.tell(email, step, f"{deed.case.reference}: {about}", text)
    return tuple(to_send)


def bodies_of(deed: CaseDeed) -> tuple[Body, ...]:
    """The integrated care board, social care, and the setting that the child attends, if there is one."""
    boards = list(Organisation.objects.filter(authority=deed.case.authority_id, kind="ICB").order_by("name"))
    found = [Body(Kind.ICB, board.name, telling.addresses_of(deed, board), board) for board in boards]
    if not boards:
        held = _held(deed, RoleCode.DESIGNATED_CLINICAL_OFFICER)
        found.append(Body(Kind.ICB, "the integrated care board", held))
    care = _held(deed, RoleCode.SOCIAL_CARE_ADVISER)
    found.append(Body(Kind.SOCIAL_CARE, "the authority’s social care", care, _social_care(deed)))
    setting = deed.case.setting
    if setting is not None:
        emails = telling.addresses_of(deed, setting, RoleCode.SENCO)
        found.append(Body(Kind.SETTING, setting.name, emails, setting))
    return tuple(found)


def _write(deed: CaseDeed, body: Body, step: str, on: date) -> None:
    case, person = deed.case, deed.case.person
    name = body.organisation.name if body.organisation else body.name[:1].upper() + body.name[1:]
    facts = BodyTold(
        envelope=Envelope(
            reference=case.reference,
            recipient=Recipient(TO[body.kind], "PROFESSIONAL", organisation=name),
            about=About(person.forename, person.surname, person.known_as),
            office=letters.office(case.authority_id, case.owner.name if case.owner else deed.by.name),
            services=letters.services(case.authority_id),
            dated_on=deed.today,
        ),
        step=step,
        on=on,
        born_on=person.born_on,
    )
    title = f"{STEPS[step][0]}: letter to {name}"[:200]
    organisation = body.organisation.id if body.organisation else None
    filing = Filing("BODY_NOTICE", title, Part.CHRONOLOGY, deed.today, organisation=organisation)
    letters.file(deed, ports.letters().letter(facts), filing)


def _can_open(deed: CaseDeed, body: Body) -> bool:
    """True where those who work there can open this case: the child goes there, or they were asked for advice."""
    if body.organisation is None:
        return False
    if body.organisation.id == deed.case.setting_id:
        return True
    asked = str(body.organisation.id)
    return any(
        event.kind is EventKind.ADVICE_REQUESTED and event.details.get("organisation") == asked
        for event in deed.facts.events
    )


def _social_care(deed: CaseDeed) -> Organisation | None:
    found = Organisation.objects.filter(authority=deed.case.authority_id, provides="SOCIAL_CARE")
    return found.order_by("name").first()


def _held(deed: CaseDeed, role: RoleCode) -> tuple[str, ...]:
    """The addresses of everybody who holds a role in the area on the day."""
    in_force = Q(starts_on__lte=deed.today) & (Q(ends_before=None) | Q(ends_before__gt=deed.today))
    rows = Position.objects.filter(
        in_force, role=role, authority=deed.case.authority_id, account__is_active=True
    )
    return tuple(rows.order_by("account__email").values_list("account__email", flat=True).distinct())
