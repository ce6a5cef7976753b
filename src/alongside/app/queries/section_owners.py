"""Who writes which section of a plan, what waits for an adviser's service, and whom a section could be given to."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import scope, seeing
from alongside.app.actions import section_owners
from alongside.app.actor import Actor
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access import decide, own_sections
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.records.models import AdviceRequest, CaseParty, PlanSectionOwner


@dataclass(frozen=True, slots=True)
class SectionOwner:
    """Who was asked to write a section. `person` has it within the body, empty until somebody there began."""

    organisation: UUID
    body: str
    person: str
    asked_at: datetime
    ready_at: datetime | None
    ready_by: str


@dataclass(frozen=True, slots=True)
class ToGive:
    """A section and the bodies that can be asked to write it: those asked for the advice that bears on it."""

    head: CaseHead
    section: PlanSection
    owner: SectionOwner | None
    bodies: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class SectionAsked:
    """A section on an adviser's list. `mine`: this person has it already."""

    case_id: UUID
    reference: str
    child: str
    section: PlanSection
    body: str
    asked_at: datetime
    ready_at: datetime | None
    mine: bool


def of_case(view: CaseView) -> dict[str, SectionOwner]:
    """The owners by section. One query."""
    rows = PlanSectionOwner.objects.filter(case=view.case).select_related("organisation", "account")
    return {row.section: _owner(row) for row in rows}


def check_own(view: CaseView, section: PlanSection) -> None:
    """Refuse a section that the reader's service was not asked to write. One query."""
    section_owners.check_own(
        section, PlanSectionOwner.objects.filter(case=view.case, section=section).first(), view.by
    )


def to_give(case_id: UUID, section: PlanSection, *, by: Actor, at: datetime) -> ToGive:
    """To whom a section could be given; no body for a section that only the coordinator writes."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        kind = own_sections.ADVISED_BY.get(section)
        asked = AdviceRequest.objects.filter(case=view.case, kind=kind or "", organisation__isnull=False)
        bodies = (
            asked.order_by("organisation__name").values_list("organisation", "organisation__name").distinct()
        )
        return ToGive(cases.head_of(view), section, of_case(view).get(section), tuple(bodies))


def asked_of_me(*, by: Actor) -> tuple[SectionAsked, ...]:
    """The sections of drafts that this person's bodies were asked to write, the longest waiting first. One query.

    Nothing of a child to whom this person is family: on that case they do not act for their work.
    """
    if not decide.can_act(Permission.WRITE_OWN_SECTION, roles=by.roles, relations=section_owners.AT_WORK):
        return ()
    own = [section for section in PlanSection if own_sections.may_write(section, by.roles)]
    with scope.opened(by):
        rows = PlanSectionOwner.objects.filter(
            organisation__in=by.organisations, section__in=own, case__plan_versions__state="WRITING"
        ).exclude(case__in=CaseParty.objects.filter(account=by.account).values("case"))
        found = rows.select_related("case__person", "organisation").order_by("asked_at", "section")
        return tuple(
            SectionAsked(
                case_id=row.case_id,
                reference=row.case.reference,
                child=f"{row.case.person.forename} {row.case.person.surname}",
                section=PlanSection(row.section),
                body=row.organisation.name,
                asked_at=row.asked_at,
                ready_at=row.ready_at,
                mine=row.account_id is not None and row.account_id == by.account,
            )
            for row in found
        )


def _owner(row: PlanSectionOwner) -> SectionOwner:
    return SectionOwner(
        organisation=row.organisation_id,
        body=row.organisation.name,
        person=row.account.name if row.account else "",
        asked_at=row.asked_at,
        ready_at=row.ready_at,
        ready_by=row.ready_by_name,
    )
