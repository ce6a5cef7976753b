"""Answers to what the checks found in a plan: a warning is passed with a reason, a blocker set aside by a manager."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, plan_checking, plan_passages
from alongside.app.actions import versions
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.plan.checks import standing
from alongside.core.plan.checks.standing import Judged, Kind
from alongside.core.refusal import Refused
from alongside.records.models import PlanFinding, PlanFindingAnswer, PlanSectionText, PlanVersion

DRAFT, FINAL = "draft", "final"


def pass_warnings(
    case_id: UUID, fingerprints: Collection[str], reason: str, *, by: Actor, at: datetime
) -> None:
    """Record why these warnings stay as they are. The reason stands only while the words stand."""
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        _answer(deed, fingerprints, Kind.PASSED, reason)


def set_aside(case_id: UUID, fingerprint: str, reason: str, *, by: Actor, at: datetime) -> None:
    """A manager records why a finding that stops the plan is mistaken: its reason is shown on the plan's record.

    Raises `Refused` where the manager wrote the section (a second person decides), or the rule admits no exception.
    """
    with doing.on_case(case_id, Permission.SET_ASIDE_FINDING, by=by, at=at) as deed:
        _answer(deed, (fingerprint,), Kind.SET_ASIDE, reason)


def take_back(case_id: UUID, fingerprint: str, *, by: Actor, at: datetime) -> None:
    """The reason no longer stands: the finding is open again. What was written stays on the record."""
    with doing.on_case(case_id, Permission.EDIT_PLAN, by=by, at=at) as deed:
        _answer(deed, (fingerprint,), Kind.TAKEN_BACK, "")


def check_draft(deed: CaseDeed, version: PlanVersion, texts: Mapping[str, str], left_on: date) -> None:
    """Within a deed: refuse a draft that must not be sent; else note what the checks found in it."""
    found = _checked(deed, texts, DRAFT)
    standing.check_draft(found)
    _keep(deed, version, found, left_on, is_final=False)


def check_final(deed: CaseDeed, version: PlanVersion, texts: Mapping[str, str], left_on: date) -> None:
    """Within a deed: refuse a final plan while anything stands in its way; else note what was found in it."""
    found = _checked(deed, texts, FINAL)
    standing.check_final(found)
    _keep(deed, version, found, left_on, is_final=True)


def _checked(deed: CaseDeed, texts: Mapping[str, str], status: str) -> tuple[Judged, ...]:
    return plan_checking.checked(deed.case, deed.facts, texts, status=status, on=deed.today).findings


def _answer(deed: CaseDeed, fingerprints: Collection[str], kind: Kind, reason: str) -> None:
    version = versions.require_being_written(deed)
    sections = versions.sections_of(version)
    texts = {code: row.text for code, row in sections.items()}
    known = {one.fingerprint: one for one in _checked(deed, texts, DRAFT)}
    missing = [each for each in fingerprints if each not in known]
    if missing or not fingerprints:
        raise Refused(
            "The words have changed since you opened this page, so this finding is no longer there. Check the plan "
            "again: nothing was recorded."
        )
    for fingerprint in fingerprints:
        one = known[fingerprint]
        standing.check_answer(one, kind, reason)
        if kind is Kind.SET_ASIDE:
            _check_second_person(deed, one, sections)
        PlanFindingAnswer.objects.create(
            authority_id=deed.case.authority_id, case=deed.case, version=version, rule=one.finding.rule,
            section=one.finding.section, fingerprint=fingerprint, words=one.finding.text, kind=kind,
            reason=reason.strip(), made_by_id=deed.by.account, made_by_name=deed.by.name, made_at=deed.at,
        )  # fmt: skip
        deed.note(
            f"PLAN_FINDING_{kind}", rule=one.finding.rule, section=one.finding.section, mark=fingerprint
        )


def _check_second_person(deed: CaseDeed, one: Judged, sections: Mapping[str, PlanSectionText]) -> None:
    row = sections.get(one.finding.section)
    if row is not None and deed.by.account is not None and row.changed_by_id == deed.by.account:
        raise Refused(
            f"You last saved Section {one.finding.section} yourself. Whoever sets a finding aside must not be whoever "
            "wrote the words: ask another manager."
        )


def _keep(
    deed: CaseDeed, version: PlanVersion, found: tuple[Judged, ...], left_on: date, *, is_final: bool
) -> None:
    sections = versions.sections_of(version)
    PlanFinding.objects.bulk_create(
        PlanFinding(
            authority_id=deed.case.authority_id, case=deed.case, version=version, is_final=is_final, left_on=left_on,
            rule=one.finding.rule, severity=one.finding.severity, section=one.finding.section,
            fingerprint=one.fingerprint, answer=one.answer or "", writer_id=_writer(sections, one),
        )
        for one in found
    )  # fmt: skip
    plan_passages.keep(deed, {code: row.text for code, row in sections.items()})


def _writer(sections: Mapping[str, PlanSectionText], one: Judged) -> UUID | None:
    row = sections.get(one.finding.section)
    return row.changed_by_id if row else None
