"""Several sections of a plan are written at once, as when a whole draft is brought over from a document.

The same rules as for one section (`plans.save_section`): nobody's text is written over unseen.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from alongside.app import doing, plan_keeping
from alongside.app.actions import plans, versions
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.core.plan import readiness
from alongside.core.refusal import Refused


def save(
    case_id: UUID, texts: Mapping[PlanSection, str], seen: Mapping[str, int], *, by: Actor, at: datetime
) -> None:
    """Save these sections, or none of them. `seen` are the revisions that the writer started from, by section.

    Raises `Refused` where somebody saved one of them meanwhile: open that section and put the texts together.
    """
    for section, text in texts.items():
        readiness.check_section_may_change(section, text)
        plans.check_length(section, text)
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        plans.check_stage(deed)
        version = versions.require_being_written(deed)
        rows = {row.section: row for row in version.sections.all()}
        changed = [rows[section] for section, text in texts.items() if rows[section].written != text]
        moved = [row.section for row in changed if row.revision != seen.get(row.section, 0)]
        if moved:
            raise Refused(
                f"Somebody saved Section {', '.join(moved)} after you opened the plan, so nothing was saved. "
                "Open that section, put the two texts together, and save again."
            )
        for row in changed:
            row.written = texts[PlanSection(row.section)]
        plan_keeping.settle(deed, version, changed)
