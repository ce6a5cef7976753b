"""Several sections of a plan are written at once, as when a whole draft is brought over from a document.

The same rules as for one section (`plans.save_section`): nobody's text is written over unseen.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from alongside.app import doing
from alongside.app.actions import plans, versions
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.core.plan import readiness
from alongside.core.refusal import Refused
from alongside.records.models import PlanSectionRevision, PlanSectionText


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
        changed = [(rows[section], text) for section, text in texts.items() if rows[section].text != text]
        moved = [row.section for row, _ in changed if row.revision != seen.get(row.section, 0)]
        if moved:
            raise Refused(
                f"Somebody saved Section {', '.join(moved)} after you opened the plan, so nothing was saved. "
                "Open that section, put the two texts together, and save again."
            )
        for row, text in changed:
            row.text, row.revision = text, row.revision + 1
            row.changed_at, row.changed_by_id = deed.at, deed.by.account
            deed.note(
                "PLAN_SECTION_SAVED", section=row.section, revision=row.revision, version=version.number
            )
        # one statement for all: an UPDATE of many rows with different values is far slower to put together
        PlanSectionText.objects.bulk_create(
            [row for row, _ in changed],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["text", "revision", "changed_at", "changed_by"],
        )
        PlanSectionRevision.objects.bulk_create(
            versions.revision_row(deed, row, text) for row, text in changed
        )
