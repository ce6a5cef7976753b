"""Writing the plan, section by section, by several people at once. No text that anybody saved is ever lost."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import doing, plan_keeping, ports, standing
from alongside.app.actions import versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.case import stages
from alongside.core.case.codes import PlanSection, Stage
from alongside.core.plan import readiness
from alongside.core.refusal import Refused
from alongside.records.models import PlanSectionRevision, PlanSectionText, PlanVersion

MAY_WRITE = frozenset({Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_OUT, Stage.PLAN_MAINTAINED})
"""A plan can be written from the day of the decision to assess, section by section as advice lands, and then
changed for as long as it is maintained.
"""

LONGEST = 50_000
"""Characters in one section: some twenty pages."""


@dataclass(frozen=True, slots=True)
class Collision:
    """Two people saved one section. `base` is what both started from; `theirs` stands; `mine` is kept aside."""

    section: PlanSection
    base: str
    theirs: str
    mine: str
    revision: int
    saved_by: str
    saved_at: datetime


class SectionChanged(Refused):
    """Somebody else saved the section after this person opened it. Nothing is lost: both texts are here."""

    def __init__(self, collision: Collision) -> None:
        super().__init__(
            f"{collision.saved_by or 'Somebody'} saved Section {collision.section} while you were writing. Your "
            "text is kept. Look at both texts, put together what should stand, and save again.",
            field="text",
        )
        self.collision = collision


def start(case_id: UUID, *, by: Actor, at: datetime) -> int:
    """Start writing the plan and return the number of the version. Where one is being written, that one.

    With a plan in force the version begins from that plan, so that what is proposed can be seen against it.
    """
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        version = versions.being_written(deed)
        if version is None:
            check_stage(deed)
            version = versions.begin(deed, _to_start_from(deed))
        return version.number


def save_section(
    case_id: UUID, section: PlanSection, text: str, seen: int, *, by: Actor, at: datetime
) -> int:
    """Save what is written in one section and return its new revision. `seen` is the one the writer started from.

    In a section with items it stands before them. Raises `SectionChanged` where somebody else saved meanwhile: their
    text stands, this one is kept aside, and the writer decides. A text that does not differ from what stands
    changes nothing.
    """
    readiness.check_section_may_change(section, text)
    check_length(section, text)
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        revision, collision = put(deed, section, text, seen)
    # raised only now: what was kept aside must outlive the refusal
    if collision is not None:
        raise SectionChanged(collision)
    return revision


def put(deed: CaseDeed, section: PlanSection, text: str, seen: int) -> tuple[int, Collision | None]:
    """Within a deed: save a section as `save_section` does. A collision is for the caller to raise after the deed."""
    check_stage(deed)
    version = versions.require_being_written(deed)
    row = version.sections.select_related("changed_by").get(section=section)
    collision = _collision(row, text, seen)
    if collision is None:
        _put(deed, row, text)
    else:
        _keep_aside(deed, row, text, seen)
    return row.revision, collision


def write(deed: CaseDeed, row: PlanSectionText, text: str) -> None:
    """Within a deed: write a text into a section, whoever saved last."""
    _put(deed, row, text)


def check_length(section: PlanSection, text: str) -> None:
    """Refuse a text that is longer than a section can hold."""
    if len(text) > LONGEST:
        raise Refused(
            f"Section {section} is {len(text):,} characters long; {LONGEST:,} is the most that fits. Nothing "
            "was saved: shorten it, or move detail to the advice in Section K.",
            field="text",
        )


def check_stage(deed: CaseDeed) -> None:
    """Refuse where the case does not stand between the decision to assess and the end of the plan."""
    stage = stages.state_of(deed.facts, on=deed.today, law=ports.law()).assess
    if stage not in MAY_WRITE:
        raise Refused(
            "A plan is written from the decision to assess until the plan ends. This case does not stand there, so "
            "nothing was saved."
        )


def _to_start_from(deed: CaseDeed) -> PlanVersion | None:
    if standing.made_on(deed.facts) is not None:
        return standing.version_of(deed.case, deed.facts)
    return PlanVersion.objects.filter(case=deed.case).order_by("-number").first()


def _collision(row: PlanSectionText, text: str, seen: int) -> Collision | None:
    if seen == row.revision or text == row.written:
        return None
    base = row.revisions.filter(revision=seen, is_aside=False).first()
    if base is not None and base.written == row.written:  # items were saved meanwhile, and nothing of this
        return None
    return Collision(
        section=PlanSection(row.section),
        base=base.written if base else "",
        theirs=row.written,
        mine=text,
        revision=row.revision,
        saved_by=row.changed_by.name if row.changed_by else "",
        saved_at=row.changed_at,
    )


def _put(deed: CaseDeed, row: PlanSectionText, text: str) -> None:
    if text != row.written:
        row.written = text
        plan_keeping.settle(deed, row.version, [row])


def _keep_aside(deed: CaseDeed, row: PlanSectionText, text: str, seen: int) -> None:
    mine = PlanSectionRevision.objects.filter(section_text=row, is_aside=True, saved_by=deed.by.account)
    if not mine.filter(revision=seen, text=text).exists():
        plan_keeping.section_revision(deed, row, text, seen=seen).save(force_insert=True)
        deed.note("PLAN_SECTION_KEPT_ASIDE", section=row.section, seen=seen, stands=row.revision)
