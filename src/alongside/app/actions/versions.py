"""The versions of a case's plan, within a deed: which is being written, which the family has, how one begins."""

from collections.abc import Mapping
from datetime import date

from alongside.app import plan_keeping
from alongside.app.doing import CaseDeed
from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import PlanSectionRevision, PlanSectionText, PlanVersion

WRITING, DRAFT, FINAL, SUPERSEDED, REPLACED = "WRITING", "DRAFT", "FINAL", "SUPERSEDED", "REPLACED"
"""A draft is SUPERSEDED by the next or by what was decided; a final plan is REPLACED by an amended one."""


def being_written(deed: CaseDeed) -> PlanVersion | None:
    """The version that officers are writing, if there is one. There is never more than one."""
    return PlanVersion.objects.filter(case=deed.case, state=WRITING).first()


def require_being_written(deed: CaseDeed) -> PlanVersion:
    """The version that officers are writing. Raises `Refused` where none has been started."""
    version = being_written(deed)
    if version is None:
        raise Refused("No plan is being written in this case. Start the plan first.")
    return version


def with_family(deed: CaseDeed) -> PlanVersion:
    """The draft that the family has now. Raises `Refused` where none has been served."""
    version = PlanVersion.objects.filter(case=deed.case, state=DRAFT).order_by("-number").first()
    if version is None:
        raise Refused("No draft plan is with the family, so there is nothing to comment on yet.")
    return version


def sections_of(version: PlanVersion) -> dict[str, PlanSectionText]:
    """The sections of a version, by code."""
    return {row.section: row for row in version.sections.all()}


def texts_of(version: PlanVersion) -> dict[str, str]:
    """The texts of a version, by section code."""
    return {code: row.text for code, row in sections_of(version).items()}


def edition_of(sections: Mapping[str, PlanSectionText]) -> int:
    """A number that grows with every save of any section: what somebody must have seen to send the version."""
    return sum(row.revision for row in sections.values())


def check_edition(sections: Mapping[str, PlanSectionText], seen: int) -> None:
    """Refuse to send a version whose text moved after the sender last looked at it."""
    if edition_of(sections) == seen:
        return
    last = max(sections.values(), key=lambda row: (row.changed_at, row.revision))
    who = last.changed_by.name if last.changed_by else "somebody"
    raise Refused(
        f"The text has changed since you opened this page: {who} saved Section {last.section}. "
        "Read the plan again, then send it."
    )


def put_before_family(deed: CaseDeed, version: PlanVersion, served_on: date) -> None:
    """The version leaves: from this day it is what the family comments on, in place of any draft before it."""
    PlanVersion.objects.filter(case=deed.case, state=DRAFT).update(state=SUPERSEDED)
    version.state = DRAFT
    version.served_on = served_on
    version.save(update_fields=["state", "served_on"])


def put_aside(deed: CaseDeed) -> None:
    """Nothing comes of what was proposed: what is with the family, and what is being written on it, is kept as read."""
    found = PlanVersion.objects.filter(case=deed.case, state__in=(DRAFT, WRITING))
    for version in found:
        deed.note("PLAN_VERSION_PUT_ASIDE", version=version.number)
    found.update(state=SUPERSEDED)


def begin(deed: CaseDeed, last: PlanVersion | None) -> PlanVersion:
    """Start the next version from the last one, with its items. Section I always starts blank."""
    number = PlanVersion.objects.filter(case=deed.case).count() + 1
    sections = sections_of(last) if last else {}
    version = PlanVersion.objects.create(
        authority_id=deed.case.authority_id,
        case=deed.case,
        number=number,
        state=WRITING,
        started_at=deed.at,
    )
    PlanSectionText.objects.bulk_create(
        PlanSectionText(
            authority_id=deed.case.authority_id,
            case=deed.case,
            version=version,
            section=section,
            text=sections[section].text if section in sections and section is not PlanSection.I else "",
            written=sections[section].written if section in sections and section is not PlanSection.I else "",
            changed_at=deed.at,
            changed_by_id=deed.by.account,
        )
        for section in PlanSection
    )
    PlanSectionRevision.objects.bulk_create(
        plan_keeping.section_revision(deed, row, row.written) for row in version.sections.all()
    )
    if last is not None:
        plan_keeping.carry(deed, last, version)
    deed.note("PLAN_VERSION_STARTED", version=number)
    return version
