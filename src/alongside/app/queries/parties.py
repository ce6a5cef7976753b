"""The people around one case, and how to reach them, for whoever may know."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import seeing
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.relations import FAMILY, ParentSight
from alongside.records.models import AdviceRequest, CaseParty, Consultation


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach somebody. Empty text where it is not known."""

    email: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class Party:
    """A parent, the young person or a supporter.

    `contact` is None where this reader may not have it. `is_withheld` says so where the reader may have
    contact details, but not of somebody whose address is withheld for safety; nobody else learns that it is.
    `ends_before` is the first day on which they are no longer part of the case, None while they are.
    """

    id: UUID
    relation: str
    relationship: str
    name: str
    language: str
    contact: Contact | None
    is_withheld: bool
    parental_responsibility: bool
    parent_sight: ParentSight
    agreed_to_email: bool
    can_sign_in: bool
    starts_on: date
    ends_before: date | None


@dataclass(frozen=True, slots=True)
class Professional:
    """Somebody who takes part for a body: as what, and since when."""

    name: str
    part: str
    since: date | None
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class People:
    """Everybody around the case. `home` is the child's own address; None where it may not be known."""

    head: CaseHead
    parties: tuple[Party, ...]
    former: tuple[Party, ...]
    professionals: tuple[Professional, ...]
    home: Contact | None


def people(case_id: UUID, *, by: Actor, at: datetime) -> People:
    """Everybody around the case, each with what this person may know of them."""
    with seeing.case(case_id, Permission.SEE_WHO_IS_INVOLVED, by=by, at=at) as view:
        rows = list(view.case.parties.order_by("starts_on", "name"))
        shown = [(row, _party(row, view)) for row in rows if _may_know_of(row, rows, view)]
        now = [party for row, party in shown if _in_force(row, view.today)]
        return People(
            head=cases.head_of(view),
            parties=tuple(now),
            former=tuple(party for row, party in shown if not _in_force(row, view.today)),
            professionals=_professionals(view),
            home=_home(view, rows),
        )


def party(case_id: UUID, party_id: UUID, *, by: Actor, at: datetime) -> tuple[CaseHead, Party]:
    """One person around the case, to be changed. Raises `NotFound` where there is no such person."""
    with seeing.case(case_id, Permission.RECORD_EVENT, by=by, at=at) as view:
        row = view.case.parties.filter(id=party_id).first()
        if row is None:
            raise NotFound
        return cases.head_of(view), _party(row, view)


def _may_know_of(row: CaseParty, rows: list[CaseParty], view: CaseView) -> bool:
    """The family is not told who supports another of them: it may say where somebody at risk finds help.

    A supporter whom an officer added is known to the family, unless somebody of it is at risk.
    """
    if row.relation != "SUPPORTER" or not view.relations & FAMILY:
        return True
    if row.added_by_id == view.by.account or (view.party is not None and view.party.id == row.id):
        return True
    family = {each.account_id for each in rows if each.account_id and each.relation != "SUPPORTER"}
    return row.added_by_id not in family and not any(each.address_withheld for each in rows)


def _in_force(row: CaseParty, on: date) -> bool:
    return row.ends_before is None or on < row.ends_before


def _party(row: CaseParty, view: CaseView) -> Party:
    may_reach = view.may(Permission.SEE_CONTACT_DETAILS)
    hidden = row.address_withheld and not view.may(Permission.SEE_WITHHELD_ADDRESS)
    is_self = view.party is not None and view.party.id == row.id
    open_ = (is_self and view.may(Permission.SEE_OWN_DETAILS)) or (may_reach and not hidden)
    return Party(
        id=row.id,
        relation=row.relation,
        relationship=row.relationship,
        name=row.name,
        language=row.language if is_self or not view.relations & FAMILY else "",
        contact=Contact(row.email, row.phone, row.address) if open_ else None,
        is_withheld=row.address_withheld and (may_reach or is_self),
        parental_responsibility=row.parental_responsibility,
        parent_sight=ParentSight(row.parent_sight),
        agreed_to_email=row.agreed_to_email,
        can_sign_in=row.account_id is not None,
        starts_on=row.starts_on,
        ends_before=row.ends_before,
    )


def _home(view: CaseView, rows: list[CaseParty]) -> Contact | None:
    """The child's address. It is most often a parent's: where one is withheld, so is the child's."""
    withheld = any(row.address_withheld for row in rows if _in_force(row, view.today))
    needed = Permission.SEE_WITHHELD_ADDRESS if withheld else Permission.SEE_CONTACT_DETAILS
    if not (view.may(Permission.SEE_CONTACT_DETAILS) and view.may(needed)):
        return None
    person = view.case.person
    return Contact("", "", "\n".join(part for part in (person.address, person.postcode) if part))


def _professionals(view: CaseView) -> tuple[Professional, ...]:
    """The officer who has the case, the setting attended, and the bodies that were asked."""
    found = []
    if view.case.owner:
        found.append(Professional(view.case.owner.name, "COORDINATOR", None, None))
    if view.case.setting:
        found.append(Professional(view.case.setting.name, "SETTING_ATTENDED", None, None))
    if view.may(Permission.SEE_ADVICE_REQUESTS):
        for asked in (
            AdviceRequest.objects.filter(case=view.case)
            .select_related("organisation")
            .order_by("requested_on")
        ):
            name = asked.asked_name or (asked.organisation.name if asked.organisation else "")
            found.append(Professional(name, asked.kind, asked.requested_on, asked.received_on))
    if view.may(Permission.SEE_CONSULTATIONS):
        for consulted in Consultation.objects.filter(case=view.case).order_by("consulted_on"):
            found.append(
                Professional(
                    consulted.setting_name, "CONSULTATION", consulted.consulted_on, consulted.replied_on
                )
            )
    return tuple(found)
