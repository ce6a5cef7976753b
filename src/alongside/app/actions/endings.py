"""A request is withdrawn, or the authority goes back on a refusal of its own."""

from datetime import datetime
from uuid import UUID

from alongside.app import doing, involvement, letters, ports
from alongside.app.actions import decisions
from alongside.app.actions.decisions import Decided
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.core.access.permission import Permission
from alongside.core.case import episodes
from alongside.core.case.codes import EventKind, Stage
from alongside.core.refusal import Refused


def withdraw(
    case_id: UUID, *, withdrawn_by: str, reason: str, may_still_need_plan: bool, by: Actor, at: datetime
) -> None:
    """Close the episode because whoever asked takes the request back.

    By the holder of the rights, or by an officer who was told. `may_still_need_plan` is the officer's answer
    to the human check of s.36(3): an authority that itself still thinks a plan may be needed goes on.
    """
    officer = involvement.works_for_the_authority(by)
    needed = Permission.RECORD_EVENT if officer else Permission.WITHDRAW_REQUEST
    with doing.on_case(case_id, needed, by=by, at=at) as deed:
        if not withdrawn_by.strip():
            raise Refused("Enter the name of the person who withdraws the request.", field="withdrawn_by")
        if officer and may_still_need_plan:
            raise Refused(
                "The authority still thinks that a plan may be needed, so its own duty to decide goes on "
                "(Children and Families Act 2014 s.36(3)). Do not close the case: decide whether to assess.",
                field="may_still_need_plan",
            )
        deed.append(
            EventKind.REQUEST_WITHDRAWN,
            deed.today,
            {"withdrawn_by": withdrawn_by.strip(), "reason": reason.strip()},
        )
        _tell_family(deed, "REQUEST_WITHDRAWN", "The request for an assessment has been withdrawn.")


def reconsider(case_id: UUID, *, reason: str, by: Actor, at: datetime) -> Decided:
    """Go on with a case that was refused, without an order of the Tribunal.

    The original 16 and 20 weeks stand: the clock does not begin again. After a refusal to assess every
    required adviser is asked the same day and the family is written to; after a no-plan notice the plan is
    drafted.
    """
    with doing.on_case(case_id, Permission.SEE_DEADLINES, by=by, at=at) as deed:
        to = _goes_on_at(deed)
        deed.require(Permission.DECIDE_TO_ASSESS if to is Stage.ASSESSING else Permission.DECIDE_TO_ISSUE)
        if len(reason.split()) < decisions.SUPPORT_WORDS:
            raise Refused(
                "Say why the decision is changed: what you know now, or what was wrong with the first decision.",
                field="reason",
            )
        event = deed.append(EventKind.LA_RECONSIDERS, deed.today, {"to": to, "reason": reason.strip()})
        if to is Stage.ASSESSING:
            return decisions.begin_assessment(deed, event.id)
        _tell_family(deed, "LA_RECONSIDERS", "We have changed our decision and will make a plan.")
        return Decided(event.kind, event.id, (), ())


def _goes_on_at(deed: CaseDeed) -> Stage:
    """Assessing after a refusal to assess, drafting after a decision not to issue; refuses where neither stands."""
    found = episodes.episodes(deed.facts)
    latest = found[-1] if found else None
    if latest is not None and latest.no_plan is not None:
        return Stage.DRAFTING
    if latest is not None and latest.stage is Stage.REFUSED_TO_ASSESS:
        return Stage.ASSESSING
    raise Refused("There is no refusal in this case that could be reconsidered.")


def _tell_family(deed: CaseDeed, kind: str, words: str) -> None:
    for party in letters.family_of(deed.case, on=ports.today(deed.at)):
        letters.tell(deed, party, kind, words)
