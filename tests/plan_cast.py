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
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.records.models import CaseParty, PlanComment, PlanSectionText
from cast import Cast

TEXTS = {
    section: f"What Section {section} says of Ivy, in words that anybody can read."
    for section in PlanSection
    if section is not PlanSection.I
}


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
