"""Who writes a section of the plan: health writes C and G, social care D, H1 and H2, where they were asked to.

Whoever writes the plan still answers for the whole of it and may change every section.
"""

from datetime import datetime
from uuid import UUID

from alongside.app import doing, ports
from alongside.app.actions import plans, telling, versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access import own_sections
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.case.codes import PlanSection
from alongside.core.plan import readiness
from alongside.core.refusal import Refused
from alongside.records.models import AdviceRequest, Organisation, PlanSectionOwner

AT_WORK = frozenset({Relation.ADVISER_BODY})
"""What somebody of a body that was asked for advice is to the case."""


def give(case_id: UUID, section: PlanSection, organisation: UUID, *, by: Actor, at: datetime) -> None:
    """Ask a body to write a section. It must have been asked for advice in this case, so that it knows the child."""
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        versions.require_being_written(deed)
        body = _body(deed, section, organisation)
        PlanSectionOwner.objects.update_or_create(
            case=deed.case,
            section=section,
            defaults={
                "authority_id": deed.case.authority_id, "organisation": body, "account": None, "asked_at": deed.at,
                "asked_by_name": deed.by.name, "ready_at": None, "ready_by_name": "",
            },
        )  # fmt: skip
        deed.note("PLAN_SECTION_GIVEN", section=section, organisation=str(body.id))
        telling.tell(deed, body, "SECTION_ASKED", f"You are asked to write Section {section} of a draft plan")


def take_back(case_id: UUID, section: PlanSection, *, by: Actor, at: datetime) -> None:
    """The coordinator writes the section again. What the body wrote stays."""
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        gone, _ = PlanSectionOwner.objects.filter(case=deed.case, section=section).delete()
        if not gone:
            raise Refused(
                f"Section {section} is the coordinator’s already: nobody else was asked to write it."
            )
        deed.note("PLAN_SECTION_TAKEN_BACK", section=section)


def save(case_id: UUID, section: PlanSection, text: str, seen: int, *, by: Actor, at: datetime) -> int:
    """Save the text of a section that the actor's body was asked to write; returns its new revision.

    Raises `SectionChanged` as `plans.save_section` does, `Refused` for a section that is not theirs.
    """
    readiness.check_section_may_change(section, text)
    plans.check_length(section, text)
    with doing.on_case(case_id, Permission.WRITE_OWN_SECTION, by=by, at=at) as deed:
        owner = _own(deed, section)
        revision, collision = plans.put(deed, section, text, seen)
        if owner.account_id is None:
            owner.account_id = by.account
            owner.save(update_fields=["account"])
    if collision is not None:
        raise plans.SectionChanged(collision)
    return revision


def say_ready(case_id: UUID, section: PlanSection, *, by: Actor, at: datetime) -> None:
    """The body can stand by what the section says; the coordinator is told."""
    with doing.on_case(case_id, Permission.WRITE_OWN_SECTION, by=by, at=at) as deed:
        owner = _own(deed, section)
        text = versions.texts_of(versions.require_being_written(deed)).get(section, "")
        if not text.strip():
            raise Refused(
                f"Section {section} is blank. Write what there is to say, or that nothing was identified and who "
                "looked; then say that it is ready."
            )
        owner.ready_at, owner.ready_by_name = deed.at, deed.by.name
        owner.save(update_fields=["ready_at", "ready_by_name"])
        deed.note("PLAN_SECTION_READY", section=section)
        if deed.case.owner is not None:
            about = f"{deed.case.reference}: Section {section} is ready"
            words = f"{about}. {ports.address(f'/cases/{deed.case.id}/plan')}"
            deed.tell(deed.case.owner.email, "SECTION_READY", about, words)


def check_own(section: PlanSection, owner: PlanSectionOwner | None, actor: Actor) -> PlanSectionOwner:
    """The row by which a section is the actor's to write. Raises `Refused` where it is not."""
    if not own_sections.may_write(section, actor.roles):
        raise Refused(f"Section {section} is not your service’s part of the plan, so you cannot write it.")
    if owner is None or owner.organisation_id not in actor.organisations:
        raise Refused(
            f"Your service has not been asked to write Section {section} of this plan. The coordinator of the case can "
            "ask it."
        )
    return owner


def _own(deed: CaseDeed, section: PlanSection) -> PlanSectionOwner:
    return check_own(
        section, PlanSectionOwner.objects.filter(case=deed.case, section=section).first(), deed.by
    )


def _body(deed: CaseDeed, section: PlanSection, organisation: UUID) -> Organisation:
    kind = own_sections.ADVISED_BY.get(section)
    if kind is None:
        raise Refused(
            f"Section {section} is written by the coordinator. Only C, D, G, H1 and H2 can be given away."
        )
    asked = AdviceRequest.objects.filter(case=deed.case, kind=kind, organisation=organisation)
    found = asked.select_related("organisation").first()
    if found is None or found.organisation is None:
        raise Refused(
            "Choose a body that was asked for this advice in this case: ask it for advice first, so that its "
            "people can open the case.",
            field="organisation",
        )
    return found.organisation
