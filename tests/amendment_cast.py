"""Ivy's plan in force, and on the way to an amended one, through the real deeds.

The plan is issued on 8 December 2026; changes are proposed on 7 January 2027.
"""

from datetime import date
from uuid import UUID

from alongside.app.actions import amendments, finals, happenings, plans
from alongside.app.actions.amendments import Proposal
from alongside.app.actions.drafts import Served
from alongside.app.actions.finals import Placement
from alongside.app.actions.happenings import Happening
from alongside.core.case.codes import EventKind, PlanSection
from cast import Cast
from plan_cast import later, revision, sending, served

PLAN_DAYS, NOTICE_DAYS = 15, 45
NEW_B = "She now reads a page on her own."
BECAUSE = "The review found that her reading has come on, and that her plan should say so."


def in_force(cast: Cast, *, case: UUID | None = None, placement: Placement | None = None) -> UUID:
    """The final plan has been issued; it names the school that she attends."""
    case = case or served(cast)
    at = later(cast, PLAN_DAYS)
    named = placement or Placement("", cast.school)
    finals.issue(case, named, sending(cast, case, at=at), by=cast.officer, at=at)
    return case


def changed(cast: Cast, case: UUID) -> None:
    """A new version is being written, with one sentence more in Section B."""
    at = later(cast, NOTICE_DAYS)
    plans.start(case, by=cast.officer, at=at)
    seen = revision(cast, case, PlanSection.B)
    text = f"What Section B says of Ivy, in words that anybody can read. {NEW_B}"
    plans.save_section(case, PlanSection.B, text, seen, by=cast.officer, at=at)


def review_held(cast: Cast, *, reported: bool = False) -> UUID:
    """A review of the plan in force met on 4 January 2027; its report may have come."""
    case = in_force(cast)
    held = Happening(EventKind.REVIEW_MEETING_HELD, date(2027, 1, 4), {"recommended": "AMEND"})
    happenings.record(case, held, by=cast.officer, at=later(cast, NOTICE_DAYS))
    if reported:
        report = Happening(EventKind.REVIEW_REPORT_RECEIVED, date(2027, 1, 6), {"recommended": "AMEND"})
        happenings.record(case, report, by=cast.officer, at=later(cast, NOTICE_DAYS))
    return case


def noticed(cast: Cast, *, case: UUID | None = None, review: bool = False) -> tuple[UUID, Served]:
    """The notice of the proposed changes is with the family: by e-mail to the mother, by hand to the father."""
    case = case or (review_held(cast) if review else in_force(cast))
    changed(cast, case)
    at = later(cast, NOTICE_DAYS)
    given = Proposal(sending(cast, case, at=at), BECAUSE)
    return case, amendments.send_notice(case, given, by=cast.officer, at=at)
