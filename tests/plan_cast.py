"""Ivy's case brought to each step of the plan through the real deeds, on one day after another.

The request came on 16 November 2026; the cast's day is Monday 23 November 2026.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.app import doing, scope
from alongside.app.actions import comments, drafts, plans, representations
from alongside.app.actions.comments import AnswerKind, NewAnswer
from alongside.app.actions.representations import NewComment
from alongside.app.actions.serving import Sending
from alongside.app.actor import Actor
from alongside.app.queries import plan_checks
from alongside.app.queries.plan_checks import FindingLine
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.records.models import CaseParty, PlanComment, PlanSectionText
from cast import Cast

TEXTS = {
    PlanSection.A: "Ivy drew pictures and talked with Mr Senco in the library on 20 November 2026. She said: "
    "“I like drawing and I like it quiet.” Her mother said: “She is happiest outdoors.”",
    PlanSection.B: "What Section B says of Ivy, in words that anybody can read.",
    PlanSection.C: "No health need was identified by the community paediatrician.",
    PlanSection.D: "No social care need was identified by the social worker.",
    PlanSection.E: "By July 2027 Ivy will read 40 words aloud in one minute; in November 2026 it was 12.",
    PlanSection.F: "A teaching assistant trained in phonics reads words with Ivy for 15 minutes every school day.",
    PlanSection.G: "No health care provision is needed.",
    PlanSection.H1: "No provision is needed.",
    PlanSection.H2: "No provision is needed.",
    PlanSection.J: "No personal budget was asked for.",
    PlanSection.K: "Parents, 18 November 2026. School: Mr Senco, SENCO, 19 November 2026. Educational psychologist, 19 "
    "November 2026. Community paediatrician: no medical needs identified, 19 November 2026. Social worker: no social "
    "care needs identified, 19 November 2026.",
}
"""A small plan in which the checks find nothing that stops it and nothing that wants a reason."""

HOPE = f"{TEXTS[PlanSection.A]} “I would like to go on the trip like everybody else.”"
"""Section A with a hope to which nothing else in the plan is a step: the checks warn of it."""
REASON = "Talked over with Ivy and her mother: it is told here and needs no step yet."


def later(cast: Cast, days: int) -> datetime:
    """The same time of day, so many days after the cast's day."""
    return cast.at + timedelta(days)


def assessing(cast: Cast) -> UUID:
    """The decision to assess has been notified."""
    case = cast.case.case_id
    with doing.on_case(case, Permission.DECIDE_TO_ASSESS, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.DECISION_TO_ASSESS_NOTIFIED, deed.today, {})
    return case


def drafting(cast: Cast) -> UUID:
    """A plan is to be issued, and every section but I is written."""
    case = assessing(cast)
    with doing.on_case(case, Permission.DECIDE_TO_ISSUE, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.DECISION_TO_ISSUE, deed.today, {})
    plans.start(case, by=cast.officer, at=cast.at)
    for section, text in TEXTS.items():
        plans.save_section(case, section, text, 0, by=cast.officer, at=cast.at)
    return case


def served(cast: Cast, *, at: datetime | None = None) -> UUID:
    """The draft has been served: by e-mail on the mother, by hand on the father."""
    case = drafting(cast)
    drafts.serve(case, sending(cast, case, at=at), by=cast.officer, at=at or cast.at)
    return case


def sending(cast: Cast, case: UUID, *, at: datetime | None = None, sent_on: date | None = None) -> Sending:
    """The usual ways on the day of `at`, having read what stands."""
    ways = {
        party_of(cast, case, cast.parent): Channel.EMAIL,
        party_of(cast, case, cast.other_parent): Channel.HAND,
    }
    return Sending(sent_on or (at or cast.at).date(), ways, edition(cast, case))


def party_of(cast: Cast, case: UUID, actor: Actor) -> UUID:
    """The row of somebody of the family."""
    with scope.opened(cast.officer):
        return CaseParty.objects.get(case=case, account=actor.account).id


def edition(cast: Cast, case: UUID) -> int:
    """What an officer who reads the version that is being written has seen."""
    with scope.opened(cast.officer):
        revisions = PlanSectionText.objects.filter(version__case=case, version__state="WRITING")
        return sum(revisions.values_list("revision", flat=True))


def revision(cast: Cast, case: UUID, section: PlanSection) -> int:
    """The revision of one section of the version that is being written."""
    with scope.opened(cast.officer):
        return PlanSectionText.objects.get(
            version__case=case, version__state="WRITING", section=section
        ).revision


def comment(
    cast: Cast, case: UUID, text: str, *, by: Actor | None = None, at: datetime | None = None
) -> UUID:
    """A comment on Section B, by the mother unless another is named; returns its id."""
    made = NewComment(PlanSection.B, text)
    number = representations.comment(case, made, by=by or cast.parent, at=at or cast.at)
    with scope.opened(cast.officer):
        return PlanComment.objects.get(case=case, version__state="DRAFT", number=number).id


def answer(cast: Cast, case: UUID, comment_id: UUID, *, at: datetime | None = None) -> None:
    """The officer says why nothing was changed."""
    said = NewAnswer(AnswerKind.NOT_CHANGED, "The advice of the school says otherwise; see Section K.")
    comments.answer(case, comment_id, said, by=cast.officer, at=at or cast.at)


def write(cast: Cast, case: UUID, section: PlanSection, text: str, *, by: Actor | None = None) -> None:
    """Put this text into a section, having read what stands there."""
    seen = revision(cast, case, section)
    plans.save_section(case, section, text, seen, by=by or cast.officer, at=cast.at)


def found(cast: Cast, case: UUID, rule: str = "") -> list[FindingLine]:
    """What the checks find in the version that is being written; of one rule, where one is named."""
    lines = plan_checks.findings(case, by=cast.officer, at=cast.at).lines
    return [line for line in lines if not rule or line.rule == rule]
