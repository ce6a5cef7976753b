"""The case as the family sees it: where it is, what comes next, who has it, what is late and who is waited for.

Worked out from the chronology at the moment of looking. What this member of the family may not see is left out
here, so that it cannot reach a page.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from alongside.app import facts, involvement, ports, scope, seeing
from alongside.app.actor import Actor
from alongside.app.queries import advice, cases
from alongside.app.queries.advice import PlainAsked
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.relations import ParentSight, Relation
from alongside.core.case import stages
from alongside.core.case.codes import Region, Stage, TimerState
from alongside.core.case.history import Consultation, Episode
from alongside.core.case.promises import Promise
from alongside.core.law import redress
from alongside.core.law.duty import Deadline, DutyBearer
from alongside.records.models import Authority, CaseParty

A_YEAR = timedelta(days=365)
TOLD_US = """
select reply_due from message
where case_id = %(case)s and party_id = %(party)s and from_family and replied_at is null
order by reply_due, sent_at limit 1;
select count(*) from correction_request
where case_id = %(case)s and party_id = %(party)s and decision = ''
"""


@dataclass(frozen=True, slots=True)
class MyCase:
    """One child in somebody's own list. `is_own` where the reader is the child or young person."""

    case_id: UUID
    reference: str
    name: str
    stage: Stage
    is_own: bool


@dataclass(frozen=True, slots=True)
class Officer:
    """Whoever has the case and how to reach them. `name` is empty while nobody has it."""

    name: str
    email: str
    phone: str
    team: str
    authority: str
    advice_service: str


@dataclass(frozen=True, slots=True)
class ParentLine:
    """One parent, about whom the young person decides."""

    party_id: UUID
    name: str
    sight: ParentSight


@dataclass(frozen=True, slots=True)
class Supporter:
    """Somebody whom the reader asked to stand beside them."""

    party_id: UUID
    name: str
    relationship: str
    email: str


@dataclass(frozen=True, slots=True)
class FamilyCase:
    """One case before one member of the family.

    `relation` is what the reader is to it. `duties`, `asked` and `consulted` are empty where this reader may not see
    them. `promise` is the open promise of an answer that ends first. `to_correct` counts what the reader says is
    wrong and nobody has decided yet.
    """

    head: CaseHead
    relation: Relation
    episode: Episode | None
    duties: tuple[Deadline, ...]
    asked: tuple[PlainAsked, ...]
    consulted: tuple[Consultation, ...]
    officer: Officer
    promise: Promise | None
    to_correct: int
    family_asked: bool
    regions: tuple[tuple[Region, Stage], ...] = ()
    complaint_by: date | None = None
    complaints: tuple[tuple[str, date, date], ...] = ()
    appeal_ended_on: date | None = None

    @property
    def is_own(self) -> bool:
        """True where the reader is the child or young person whom the case is about."""
        return self.relation in (Relation.CHILD, Relation.YOUNG_PERSON)


def mine(*, by: Actor, at: datetime) -> tuple[MyCase, ...]:
    """The children whose case this person may see as family, by name. Two questions, whatever their number."""
    on = ports.today(at)
    with scope.opened(by):
        rows = [
            row
            for row in CaseParty.objects.filter(account=by.account, starts_on__lte=on).select_related(
                "case__person"
            )
            if row.ends_before is None or on < row.ends_before
        ]
        open_ = [(row, involvement.relation_of(row, row.case, on=on)) for row in rows]
        shown = [
            (row, relation)
            for row, relation in open_
            if decide.can_act(Permission.SEE_CASE, roles=by.roles, relations=frozenset({relation}))
        ]
        known = facts.many([row.case for row, _ in shown])
        found = {row.case_id: _mine(row, relation) for row, relation in shown}
        found = {
            case_id: _standing(one, stages.state_of(known[case_id], on=on, law=ports.law()).assess)
            for case_id, one in found.items()
        }
        return tuple(sorted(found.values(), key=lambda one: (not one.is_own, one.name, one.reference)))


def case(case_id: UUID, *, by: Actor, at: datetime) -> FamilyCase:
    """The family's page of one case. Raises `NotFound`, and `NotAllowed` for whoever is not family."""
    with seeing.case(case_id, Permission.SEE_OWN_DETAILS, by=by, at=at) as view:
        told = view.told.episodes
        may_see = view.may(Permission.SEE_DEADLINES)
        latest = told[-1] if told and may_see else None
        duties = view.duties() if may_see else ()
        promise, to_correct = _told_us(view)
        return FamilyCase(
            head=cases.head_of(view),
            relation=_relation(view),
            episode=latest,
            duties=duties,
            asked=advice.asked_in_plain_words(view),
            consulted=latest.consultations if latest and view.may(Permission.SEE_CONSULTATIONS) else (),
            officer=_officer(view),
            promise=promise,
            to_correct=to_correct,
            family_asked=_family_asked(latest),
            regions=_regions(view) if may_see else (),
            complaint_by=_complaint_by(view.today),
            complaints=_complaints(duties, view.today),
            appeal_ended_on=_appeal_ended_on(duties, view.today),
        )


def supporters(case_id: UUID, *, by: Actor, at: datetime) -> tuple[CaseHead, tuple[Supporter, ...]]:
    """Those whom the reader asked to stand beside them. Nobody else in the family learns of them."""
    with seeing.case(case_id, Permission.ADD_SUPPORTER, by=by, at=at) as view:
        rows = view.case.parties.filter(relation="SUPPORTER", added_by=by.account, ends_before=None)
        found = [
            Supporter(row.id, row.name, row.relationship, row.email) for row in rows.order_by("name", "id")
        ]
        return cases.head_of(view), tuple(found)


def parents(case_id: UUID, *, by: Actor, at: datetime) -> tuple[CaseHead, tuple[ParentLine, ...]]:
    """The parents about whose sight the young person decides."""
    with seeing.case(case_id, Permission.AGREE_PARENT_SIGHT, by=by, at=at) as view:
        rows = view.case.parties.filter(relation="PARENT", ends_before=None).order_by("name", "id")
        found = [ParentLine(row.id, row.name, ParentSight(row.parent_sight)) for row in rows]
        return cases.head_of(view), tuple(found)


def _mine(row: CaseParty, relation: Relation) -> MyCase:
    person = row.case.person
    own = relation in (Relation.CHILD, Relation.YOUNG_PERSON)
    name = f"{person.known_as or person.forename} {person.surname}"
    return MyCase(row.case_id, row.case.reference, name, Stage.NONE, own)


def _standing(one: MyCase, stage: Stage) -> MyCase:
    return MyCase(one.case_id, one.reference, one.name, stage, one.is_own)


def _relation(view: CaseView) -> Relation:
    assert view.party is not None  # whoever may see their own details is one of the people around the case
    return involvement.relation_of(view.party, view.case, on=view.today)


def _officer(view: CaseView) -> Officer:
    authority: Authority = view.case.authority
    owner = view.case.owner
    return Officer(
        name=owner.name if owner else "",
        email=owner.email if owner else authority.email,
        phone=(owner.phone if owner else "") or authority.phone,
        team=authority.team_name,
        authority=authority.name,
        advice_service=authority.advice_service,
    )


def _told_us(view: CaseView) -> tuple[Promise | None, int]:
    """The open promise to the reader that ends first, and how many of their corrections wait. One round trip."""
    assert view.party is not None
    with connection.cursor() as cursor:
        cursor.execute(TOLD_US, {"case": view.case.id, "party": view.party.id})
        promised = cursor.fetchone()
        cursor.nextset()
        (to_correct,) = cursor.fetchone()
    return (None if promised is None else Promise(*promised)), to_correct


def _family_asked(episode: Episode | None) -> bool:
    """True where the family was asked for its own advice and it has not come."""
    if episode is None:
        return False
    return any(one.kind == "PARENT_OR_YOUNG_PERSON" and one.is_open for one in episode.advice)


def _regions(view: CaseView) -> tuple[tuple[Region, Stage], ...]:
    return (*view.state.regions, *((Region.DISPUTE, stage) for stage in view.state.disputes))


def _complaint_by(knew_on: date) -> date | None:
    """The last day on which the Ombudsman normally takes a complaint of what was known on a day (rule L01)."""
    limit = redress.complain_to_ombudsman_by(knew_on, ports.law())
    return None if limit is None else limit.statutory


def _complaints(duties: tuple[Deadline, ...], today: date) -> tuple[tuple[str, date, date], ...]:
    found = []
    for duty in duties:
        if (
            duty.is_live
            and duty.days_late
            and duty.bearer is DutyBearer.LA
            and duty.statutory_due is not None
        ):
            late_from = duty.statutory_due + timedelta(days=1)
            last = _complaint_by(late_from)
            if last is not None and last >= today:
                found.append((duty.rule, late_from, last))
    return tuple(sorted(found, key=lambda each: each[1]))


def _appeal_ended_on(duties: tuple[Deadline, ...], today: date) -> date | None:
    """The last day to appeal, where it passed within a year and nobody appealed (rules F01, F02)."""
    appeals = [duty for duty in duties if duty.rule == "F01" and duty.statutory_due is not None]
    if not appeals:
        return None
    latest = max(appeals, key=lambda duty: duty.triggered_on)
    ended = latest.statutory_due
    if ended is None or latest.state is not TimerState.CANCELLED or latest.met_on is not None:
        return None
    return ended if ended < today <= ended + A_YEAR else None
