"""A plan as data is brought into the version that is being written: from a file, or a whole draft at once."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from alongside.app import doing, plan_keeping, plan_rows, scope
from alongside.app.actions import plan_sources, plans, versions
from alongside.app.actor import Actor
from alongside.app.plan_rows import Held
from alongside.core.access.permission import Permission
from alongside.core.plan import content as contents
from alongside.core.plan import readiness
from alongside.core.plan.content import PlanContent
from alongside.core.plan.exchange.plan_file import PlanFile
from alongside.core.refusal import Refused
from alongside.records.models import Case


def from_file(plan: PlanFile, *, by: Actor, at: datetime) -> int:
    """Bring a plan's file into the case that it names, and return the number of the version that it is in now.

    Only a version in which nothing has been written takes one: nobody's words are written over. The child's date of
    birth must be the one on the record. Section I is left out: it is filled in when the plan is issued.
    """
    case_id = _case_of(plan, by)
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        plans.check_stage(deed)
        born_on = deed.case.person.born_on
        if plan.born_on != born_on:
            raise Refused(
                f"The plan is for somebody born on {plan.born_on or 'an unknown day'}, and the child of "
                f"{plan.reference} was born on {born_on or 'an unknown day'}. Nothing was brought in."
            )
        version = versions.being_written(deed) or versions.begin(deed, None)
        before = plan_rows.held(version)
        written = [each.section for each in before.content.sections if each.introduction or each.items]
        if written:
            raise Refused(
                f"Version {version.number} of {plan.reference} has text in Section {', '.join(written)} already, and "
                "nobody’s words are written over. Bring the file into a version in which nothing is written yet."
            )
        bring_in(deed, before, _without_placement(plan.content))
        return version.number


def write(case_id: UUID, content: PlanContent, *, by: Actor, at: datetime) -> None:
    """Write these sections whole, items, links and sources included. Items may be joined to those of other sections."""
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        plans.check_stage(deed)
        bring_in(deed, plan_rows.held(versions.require_being_written(deed)), content)


def bring_in(deed: doing.CaseDeed, before: Held, content: PlanContent) -> None:
    """Within a deed: these sections take the place of what stands in them."""
    given = plan_sources.check_all(deed, content)
    new = {each.section: each for each in given.sections}
    ours = {item.thread for each in before.content.sections if each.section in new for item in each.items}
    after = PlanContent(
        tuple(new.get(each.section, each) for each in before.content.sections),
        given.links | frozenset(pair for pair in before.content.links if not ours & set(pair)),
        {t: found for t, found in before.content.sources.items() if t not in ours} | dict(given.sources),
    )
    contents.check(after)
    for section, text in after.texts().items():
        readiness.check_section_may_change(section, text)
        plans.check_length(section, text)
    plan_keeping.keep(deed, before, after)


def _case_of(plan: PlanFile, by: Actor) -> UUID:
    with scope.opened(by):
        found = Case.objects.filter(authority=by.authority, reference=plan.reference)
        case_id = found.values_list("id", flat=True).first() if plan.authority == by.authority else None
    if case_id is None:
        raise Refused(
            f"There is no case {plan.reference} of authority {plan.authority} here. Open the file and write the "
            "reference of the child’s case here into “plan”, and the number of this authority."
        )
    return case_id


def _without_placement(content: PlanContent) -> PlanContent:
    sections = tuple(
        replace(each, introduction="") if each.section == "I" else each for each in content.sections
    )
    return PlanContent(sections, content.links, content.sources)
