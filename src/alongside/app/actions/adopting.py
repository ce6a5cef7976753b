"""A plan in force that was made elsewhere, on paper or before this record is written in, to be amended here."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, plan_printing, standing
from alongside.app.actions import plans, versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.plan_papers import Signed
from alongside.app.plan_printing import Edition
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.core.plan import readiness
from alongside.core.refusal import Refused
from alongside.records.models import PlanVersion

SAYS_NOTHING = "The plan says nothing in this section."


@dataclass(frozen=True, slots=True)
class InForce:
    """What the plan as it stands says of itself: its day, what Section I names, who signed it; `seen` as in Sending."""

    dated_on: date
    placement: str
    signed_by: str
    seen: int


def adopt(case_id: UUID, plan: InForce, *, by: Actor, at: datetime) -> int:
    """Keep the version that is being written as the plan in force, word for word as it stands; returns its number.

    It is nothing new: no date begins with it and nobody is written to. Raises `Refused` where a plan in force is
    here already, and for a day before that of the plan on record.
    """
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        version = versions.require_being_written(deed)
        sections = versions.sections_of(version)
        versions.check_edition(sections, plan.seen)
        texts = {code: row.text for code, row in sections.items()}
        readiness.check_draft(texts)
        _check(deed, plan)
        plans.write(deed, sections[PlanSection.I], plan.placement.strip())
        PlanVersion.objects.filter(case=deed.case, state=versions.FINAL).update(state=versions.REPLACED)
        version.state, version.final_on = versions.FINAL, plan.dated_on
        version.signed_by_name = plan.signed_by.strip()
        version.save(update_fields=["state", "final_on", "signed_by_name"])
        deed.note("PLAN_IN_FORCE_WRITTEN_IN", version=version.number, dated_on=plan.dated_on.isoformat())
        _print(deed, version, plan, texts | {PlanSection.I: plan.placement.strip()})
        return version.number


def _check(deed: CaseDeed, plan: InForce) -> None:
    made = standing.made_on(deed.facts)
    if made is None:
        raise Refused("No plan is in force in this case, so there is none to write in.")
    if standing.version_of(deed.case, deed.facts) is not None:
        raise Refused("The plan in force is written here already. Write changes to it instead.")
    if not made <= plan.dated_on <= deed.today:
        raise Refused(
            f"The plan in force was made on {made:%-d %B %Y}, as the chronology says. Give the day on the plan: "
            "that day or a later one, and not after today. If the chronology is wrong, correct it first.",
            field="dated_on",
        )
    if not plan.placement.strip():
        raise Refused(
            "Write what Section I of the plan names: the setting, or the type of one.", field="placement"
        )
    if not plan.signed_by.strip():
        raise Refused(
            "Write the name of whoever signed the plan, as it stands on the plan.", field="signed_by"
        )


def _print(deed: CaseDeed, version: PlanVersion, plan: InForce, texts: dict[str, str]) -> None:
    """A copy to send with the notice of amendments (SEND Regulations 2014 reg 22(2)(a))."""
    whole = {str(section): texts.get(section, "").strip() or SAYS_NOTHING for section in PlanSection}
    edition = Edition(version.number, whole, plan.dated_on)
    signed = Signed(plan.signed_by.strip(), "As signed on the plan that was written in here", plan.dated_on)
    plan_printing.keep(deed, plan_printing.paper(deed.case, edition, officer=deed.by.name, signed=signed))
