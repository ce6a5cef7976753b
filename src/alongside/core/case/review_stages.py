"""Where the reviews and amendments of a plan stand (law.md 12.2)."""

from alongside.core.case.codes import Region, Stage
from alongside.core.case.history import History, Plan
from alongside.core.case.review_codes import ReviewOutcome


def review_regions(told: History) -> tuple[tuple[Region, Stage], ...]:
    """The stages of region REVIEW that are not at rest: none without a plan, two where a new review began before the
    last amendment was final.
    """
    plan = told.plans[-1] if told.plans else None
    if plan is None or plan.ended_on is not None:
        return ()
    return tuple([(Region.REVIEW, stage) for stage in review_stages(plan) if stage is not Stage.REVIEW_IDLE])


def review_stages(plan: Plan) -> tuple[Stage, ...]:
    """Where the amendment that is out, and the latest review, of a plan stand; REVIEW_IDLE where both are done."""
    out = any(amendment.is_open and amendment.notices for amendment in plan.amendments)
    found = [Stage.AMEND_NOTICE_OUT] if out else []
    undecided = [review for review in plan.reviews if review.decision is None]
    if any(review.held_on is not None for review in undecided):
        found.append(Stage.MEETING_HELD)
    if any(review.held_on is None for review in undecided):
        found.append(Stage.REVIEW_ARRANGED)
    for review in plan.reviews:
        if review.outcome is ReviewOutcome.AMEND and review.amendment is None and not review.overtaken:
            found.append(Stage.AMEND_DECIDED_NO_NOTICE)
            break
    return tuple(found) or (Stage.REVIEW_IDLE,)
