"""The cast of the tests: two authorities, everybody around one child, and those who must not see.

All invented. The case "Ivy" is in Northshire (931): her request came on Monday 16 November 2026.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import scope
from alongside.app.actions import requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest, Registered
from alongside.app.actor import Actor
from alongside.app.queries import accounts
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Channel, RequestSource
from alongside.records.models import Account, Authority, Organisation, Position

HERE, ELSEWHERE = "931", "866"
SINCE = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody. Actors are made once; ask `again(name)` for one as the records have it now."""

    at: datetime
    officer: Actor
    other_officer: Actor
    officer_elsewhere: Actor
    manager: Actor
    panel_chair: Actor
    data_officer: Actor
    placements_officer: Actor
    director: Actor
    psychologist: Actor
    health_adviser: Actor
    clinical_officer: Actor
    social_care: Actor
    senco: Actor
    senco_elsewhere: Actor
    parent: Actor
    other_parent: Actor
    stranger: Actor
    service: Actor
    school: UUID
    special_school: UUID
    trust: UUID
    psychology_service: UUID
    social_care_team: UUID
    case: Registered

    def again(self, actor: Actor) -> Actor:
        """The same person with the roles and relations that the records give today."""
        assert actor.account is not None
        return accounts.actor_for(actor.account, actor.authority, at=self.at)


def organisation(authority: str, kind: str, name: str, **columns: str) -> UUID:
    """A body that takes part."""
    return Organisation.objects.create(authority_id=authority, kind=kind, name=name, **columns).id


def account(name: str, at: datetime) -> UUID:
    """An account whose address is made of its name."""
    email = name.lower().replace(" ", ".").replace("'", "") + "@example.org"
    return Account.objects.create(email=email, name=name, created_at=at).id


def officer(authority: str, name: str, role: RoleCode, at: datetime, body: UUID | None = None) -> Actor:
    """Somebody with a position."""
    who = account(name, at)
    Position.objects.create(
        account_id=who, authority_id=authority, role=role, organisation_id=body, starts_on=SINCE, team="East"
    )
    return accounts.actor_for(who, authority, at=at)


def assemble(*, at: datetime) -> Cast:
    """Create everybody and register Ivy's request."""
    for code, name in ((HERE, "Northshire County Council"), (ELSEWHERE, "Southby Borough Council")):
        Authority.objects.get_or_create(
            code=code,
            defaults={
                "name": name,
                "email": "send@example.org",
                "phone": "01632 960000",
                "address": "County Hall",
                "advice_service": "Northshire SENDIASS, 01632 960001",
                "mediation_adviser": "Fair Talk Mediation, 01632 960002",
                "dispute_resolution": "Common Ground, 01632 960003",
            },
        )
    with scope.opened_to_all(ELSEWHERE):
        elsewhere = officer(ELSEWHERE, "Olu Elsewhere", RoleCode.COORDINATOR, at)
    with scope.opened_to_all(HERE):
        council = organisation(HERE, "COUNCIL", "Northshire County Council")
        school = organisation(
            HERE, "SETTING", "Millbrook Primary School", phase="PRIMARY", setting_type="MAINSTREAM"
        )
        other_school = organisation(
            HERE, "SETTING", "Hill End School", phase="PRIMARY", setting_type="MAINSTREAM"
        )
        special = organisation(
            HERE, "SETTING", "The Orchard School", phase="ALL_THROUGH", setting_type="SPECIAL"
        )
        trust = organisation(HERE, "NHS_TRUST", "Northshire Community Health", provides="MEDICAL")
        psychology = organisation(HERE, "COUNCIL", "Educational Psychology Service", provides="PSYCHOLOGICAL")
        care = organisation(HERE, "COUNCIL", "Children's Social Care", provides="SOCIAL_CARE")
        owner = officer(HERE, "Cora Coordinator", RoleCode.COORDINATOR, at, council)
        parent, other_parent = account("Petra Parent", at), account("Otto Otherparent", at)
        registered = requests.register(
            NewChild(
                "Ivy", "Fielding", date(2018, 5, 4), sex="F", postcode="NS1 1AA", address="1 Mill Lane", setting=school
            ),
            [
                NewParty("PARENT", "Petra Parent", "mother", "petra.parent@example.org", "01632 960111",
                         "1 Mill Lane", account=parent, address_withheld=True, agreed_to_email=True),
                NewParty("PARENT", "Otto Otherparent", "father", "otto.otherparent@example.org", "01632 960222",
                         "9 Far Street", account=other_parent),
            ],
            NewRequest(date(2026, 11, 16), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.EMAIL, "Petra Parent",
                       logged_late_reason="Found in the shared mailbox"),
            by=owner,
            at=at,
        )  # fmt: skip
        return Cast(
            at=at,
            officer=owner,
            other_officer=officer(HERE, "Omar Officer", RoleCode.COORDINATOR, at, council),
            officer_elsewhere=elsewhere,
            manager=officer(HERE, "Mina Manager", RoleCode.SEND_MANAGER, at, council),
            panel_chair=officer(HERE, "Priya Chair", RoleCode.PANEL_CHAIR, at, council),
            data_officer=officer(HERE, "Dev Data", RoleCode.DATA_OFFICER, at, council),
            placements_officer=officer(HERE, "Pat Places", RoleCode.PLACEMENTS_OFFICER, at, council),
            director=officer(HERE, "Dora Director", RoleCode.DIRECTOR, at, council),
            psychologist=officer(HERE, "Ed Psychologist", RoleCode.EDUCATIONAL_PSYCHOLOGIST, at, psychology),
            health_adviser=officer(HERE, "Hana Therapist", RoleCode.HEALTH_ADVISER, at, trust),
            clinical_officer=officer(HERE, "Dcl Officer", RoleCode.DESIGNATED_CLINICAL_OFFICER, at, trust),
            social_care=officer(HERE, "Sol Social", RoleCode.SOCIAL_CARE_ADVISER, at, care),
            senco=officer(HERE, "Sena Senco", RoleCode.SENCO, at, school),
            senco_elsewhere=officer(HERE, "Sam Farsenco", RoleCode.SENCO, at, other_school),
            parent=accounts.actor_for(parent, HERE, at=at),
            other_parent=accounts.actor_for(other_parent, HERE, at=at),
            stranger=accounts.actor_for(account("Stan Stranger", at), HERE, at=at),
            service=accounts.service(HERE),
            school=school,
            special_school=special,
            trust=trust,
            psychology_service=psychology,
            social_care_team=care,
            case=registered,
        )
