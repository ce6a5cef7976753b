"""Before a plan leaves: to whom it goes and how each can be reached, and what stands in the way."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.app import placing, plan_checking, seeing, standing
from alongside.app.actions import amendments, serving, versions
from alongside.app.actor import Actor
from alongside.app.placing import Asked
from alongside.app.queries import advice_lines, cases, comments, consultations, documents, plan_versions
from alongside.app.queries.advice_lines import State
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.consultations import ConsultationLine
from alongside.app.queries.documents import DocumentLine
from alongside.app.queries.plan_versions import VersionLine
from alongside.app.recordable import about
from alongside.app.recordable.about import Meant
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind, PlanSection
from alongside.core.plan import readiness
from alongside.core.plan.checks.standing import sentence
from alongside.core.plan.readiness import Fault
from alongside.core.refusal import Refused
from alongside.records.models import PlanVersion

OURS = ("BODY_NOTICE", "CONSULTATION_LETTER", "PLAN_CHANGES", "DRAFT_PLAN", "FINAL_PLAN")
"""Papers that we made: changes to a plan rest on what came, not on these."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whom the plan goes to. `by_email`: they have agreed to be served by e-mail and gave an address."""

    party: UUID
    name: str
    relationship: str
    by_email: bool


@dataclass(frozen=True, slots=True)
class ToSend:
    """A version that is ready to leave, or what stands in its way: `faults`, and what the checks found (`stops`).

    `advice`: what of the advice is not settled yet.
    """

    head: CaseHead
    version: int
    edition: int
    recipients: tuple[Recipient, ...]
    faults: tuple[Fault, ...]
    advice: State
    stops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToIssue:
    """The same for the final plan. `comments_end_on` is the last of the family's fifteen days on what was sent last.

    `replaces` is the day of the plan in force, if there is one; `placed` is what its Section I names. `transfers`
    are the moves between phases that are foreseen and not provided for.
    """

    send: ToSend
    unanswered: int
    comments_end_on: date | None
    asked: tuple[Asked, ...]
    consultations: tuple[ConsultationLine, ...]
    replaces: date | None
    placed: str
    transfers: tuple[Meant, ...]

    @property
    def is_early(self) -> bool:
        """True while the family's fifteen days have not ended."""
        return self.comments_end_on is not None and self.send.head.today <= self.comments_end_on


@dataclass(frozen=True, slots=True)
class ToNotify:
    """The same for a notice of amendments: the plan in force, if it is here, the sections that would change in it,
    and the papers that the changes can rest on.
    """

    send: ToSend
    plan: VersionLine | None
    changed: tuple[PlanSection, ...]
    papers: tuple[DocumentLine, ...]


def draft(case_id: UUID, *, by: Actor, at: datetime) -> ToSend:
    """What the page that serves the draft shows."""
    with seeing.case(case_id, Permission.SERVE_DRAFT, by=by, at=at) as view:
        return _to_send(view, is_final=False)


def final(case_id: UUID, *, by: Actor, at: datetime) -> ToIssue:
    """What the page that issues the final plan shows."""
    with seeing.case(case_id, Permission.ISSUE_FINAL, by=by, at=at) as view:
        return ToIssue(
            send=_to_send(view, is_final=True),
            unanswered=comments.unanswered(view),
            comments_end_on=placing.comments_end_on(view.facts, on=view.today),
            asked=placing.asked_for(view.facts),
            consultations=consultations.lines(view),
            replaces=standing.made_on(view.facts),
            placed=_placed(view),
            transfers=about.earlier(view.facts, EventKind.PHASE_TRANSFER_FORESEEN),
        )


def notice(case_id: UUID, *, by: Actor, at: datetime) -> ToNotify:
    """What the page that sends a notice of amendments shows. Raises `Refused` where no version is being written."""
    with seeing.case(case_id, Permission.SERVE_DRAFT, by=by, at=at) as view:
        found = _to_send(view, is_final=False)
        plan = standing.version_of(view.case, view.facts)
        version = PlanVersion.objects.get(case=view.case, number=found.version)
        return ToNotify(
            send=found,
            plan=plan_versions.line_of(plan) if plan else None,
            changed=tuple(
                section
                for section, _ in amendments.changed_sections(
                    versions.texts_of(plan), versions.texts_of(version)
                )
            )
            if plan
            else (),
            papers=tuple(line for line in documents.lines(view) if not line.to and line.kind not in OURS),
        )


def _placed(view: CaseView) -> str:
    """What Section I of the plan in force names; empty where its text is not here."""
    plan = standing.version_of(view.case, view.facts)
    return versions.texts_of(plan).get(PlanSection.I, "") if plan else ""


def _to_send(view: CaseView, *, is_final: bool) -> ToSend:
    version = PlanVersion.objects.filter(case=view.case, state=versions.WRITING).first()
    if version is None:
        raise Refused("No plan is being written in this case. Start the plan first.")
    sections = versions.sections_of(version)
    texts: dict[str, str] = {code: row.text for code, row in sections.items()}
    faults = readiness.faults_of_final(texts) if is_final else readiness.faults_of_draft(texts)
    return ToSend(
        head=cases.head_of(view),
        version=version.number,
        edition=versions.edition_of(sections),
        recipients=tuple(
            Recipient(row.id, row.name, row.relationship, bool(row.email and row.agreed_to_email))
            for row in serving.recipients(view.case, on=view.today)
        ),
        faults=tuple(fault for fault in faults if fault.section is not PlanSection.I or not is_final),
        advice=advice_lines.state(view, texts),
        stops=_stops(view, texts, is_final=is_final),
    )


def _stops(view: CaseView, texts: dict[str, str], *, is_final: bool) -> tuple[str, ...]:
    """What the checks found that keeps the version from leaving. Section I is filled in only as the plan is issued."""
    checked = plan_checking.checked(view.case, view.facts, texts, status="draft", on=view.today)
    stop = [one for one in checked.findings if (one.is_open if is_final else one.stops_draft)]
    return tuple(sentence(one) for one in stop)
