"""What the checks say of the plan that is being written, for whoever writes it; and the reasons that are on record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import plan_checking, seeing
from alongside.app.actor import Actor
from alongside.app.plan_checking import Sight
from alongside.app.queries import cases
from alongside.app.queries.cases import CaseHead
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks.finding import Severity, rules
from alongside.core.plan.checks.standing import Judged, Kind
from alongside.records.models import PlanFindingAnswer, PlanSectionText


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer on record. `words` are empty for whoever may not read all advice. `stands` while the words do."""

    version: int
    section: str
    rule_title: str
    words: str
    kind: Kind
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding. `doc` names the advice where the words stand, empty for the plan itself."""

    fingerprint: str
    section: str
    severity: Severity
    rule: str
    title: str
    words: str
    doc: str
    why: str
    question: str
    ask: str
    source: str
    is_open: bool
    stops_draft: bool
    may_be_set_aside: bool
    answer: Answered | None


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that the checks say. `version` is None where nothing is being written.

    `unread` names advice that came as a file which the checks cannot read.
    """

    head: CaseHead
    version: int | None
    lines: tuple[FindingLine, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneFinding:
    """A finding to be answered. `alike` are other open warnings of the same rule, for which one reason may do."""

    head: CaseHead
    line: FindingLine
    alike: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Every answer that was given in a case, the latest first."""

    head: CaseHead
    answers: tuple[Answered, ...]


def findings(case_id: UUID, *, by: Actor, at: datetime) -> Findings:
    """The findings in the version that is being written, blockers first."""
    with seeing.case(case_id, Permission.EDIT_PLAN, by=by, at=at) as view:
        return _findings(view)


def finding(
    case_id: UUID, fingerprint: str, permission: Permission, *, by: Actor, at: datetime
) -> OneFinding:
    """One finding as it stands. Raises `NotFound` where the words have changed since."""
    with seeing.case(case_id, permission, by=by, at=at) as view:
        view.require(Permission.EDIT_PLAN)
        found = _findings(view)
        line = next((each for each in found.lines if each.fingerprint == fingerprint), None)
        if line is None:
            raise NotFound
        alike = tuple(
            each
            for each in found.lines
            if each.rule == line.rule and each.severity is line.severity and each.is_open and each is not line
        )
        return OneFinding(found.head, line, alike)


def record(case_id: UUID, *, by: Actor, at: datetime) -> Record:
    """The reasons recorded for warnings that were passed and findings that were set aside."""
    with seeing.case(case_id, Permission.SEE_NOTES, by=by, at=at) as view:
        rows = plan_checking.answers_of(view.case).select_related("version")
        all_advice = view.may(Permission.EDIT_PLAN)
        found = [_answered(row, with_words=all_advice) for row in rows]
        return Record(cases.head_of(view), tuple(reversed(found)))


def of_section(
    view: CaseView, section: PlanSection, texts: Mapping[str, str], sight: Sight | None = None
) -> tuple[FindingLine, ...]:
    """The findings of one section of the version that is being written, for the page that writes it."""
    return tuple(line for line in _lines(view, texts, sight)[0] if line.section == section)


def _findings(view: CaseView) -> Findings:
    rows = PlanSectionText.objects.filter(version__case=view.case, version__state="WRITING")
    held = list(rows.values_list("version__number", "section", "text"))
    if not held:
        return Findings(cases.head_of(view), None, (), ())
    lines, unread = _lines(view, {section: text for _, section, text in held})
    return Findings(cases.head_of(view), held[0][0], lines, unread)


def _lines(
    view: CaseView, texts: Mapping[str, str], sight: Sight | None = None
) -> tuple[tuple[FindingLine, ...], tuple[str, ...]]:
    checked = plan_checking.checked(view.case, view.facts, texts, status="draft", on=view.today, sight=sight)
    standing = {row.fingerprint: row for row in plan_checking.answers_of(view.case).select_related("version")}
    return tuple(_line(one, standing.get(one.fingerprint)) for one in checked.findings), checked.unread


def _line(one: Judged, answer: PlanFindingAnswer | None) -> FindingLine:
    found, rule = one.finding, one.rule
    return FindingLine(
        fingerprint=one.fingerprint,
        section=found.section,
        severity=found.severity,
        rule=rule.id,
        title=rule.title,
        words=found.text,
        doc="" if found.doc == found.plan else found.doc,
        why=found.why,
        question=found.question,
        ask=found.ask,
        source=rule.source,
        is_open=one.is_open,
        stops_draft=one.stops_draft,
        may_be_set_aside=found.severity is Severity.BLOCKER and not rule.never_set_aside,
        answer=_answered(answer, with_words=True) if answer and one.answer else None,
    )


def _answered(row: PlanFindingAnswer, *, with_words: bool) -> Answered:
    known = rules().get(row.rule)
    return Answered(
        version=row.version.number,
        section=row.section,
        rule_title=known.title if known else row.rule,
        words=row.words if with_words else "",
        kind=Kind(row.kind),
        reason=row.reason,
        by=row.made_by_name,
        at=row.made_at,
    )
