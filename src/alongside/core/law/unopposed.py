"""Appeals that the authority does not oppose: rules U00 to U08 (SEND Regulations 2014 reg 45)."""

from alongside.core.case.codes import EventKind
from alongside.core.case.history import Dispute
from alongside.core.law.compliance import owed
from alongside.core.law.timer import CANCELLED, SUPERSEDED, Desk, Due, become, due_of

Dues = tuple[Due, ...]
CONCEDED = EventKind.UNOPPOSED_NOTIFIED


def must_obtain_order_for_late_concession(dispute: Dispute, desk: Desk) -> Dues:
    """An appeal that is conceded after the authority's response is not decided by that: regulation 45 no longer
    applies.

    A consent order, or the Tribunal's permission, is needed, and the times for orders run from then.
    """
    late = dispute.proceedings.conceded_late if dispute.proceedings is not None else None
    limit = desk.law.limits["U00", late.on] if late is not None else None
    if late is None or limit is None:
        return ()
    gone = CANCELLED if dispute.withdrawn_on is not None else None
    state, days = become(None, desk.on, None, SUPERSEDED if dispute.ended_on is not None else gone)
    return (due_of(limit, late.on, late, None, (state, days, None)),)


def must_tell_of_assessment_not_opposed(dispute: Dispute, desk: Desk) -> Dues:
    """Within two weeks of telling the Tribunal that it will not oppose an appeal against a refusal to assess or
    reassess, the authority tells the family that it will.

    Until 22 March 2015 the limit was four weeks, to begin the assessment.
    """
    return owed("U01", CONCEDED, dispute, desk)


def must_tell_decision_against_plan_after_not_opposing(dispute: Dispute, desk: Desk) -> Dues:
    """If it then decides against a plan, the authority tells the family within ten weeks of that notice."""
    return owed("U02", CONCEDED, dispute, desk)


def must_send_final_plan_after_not_opposing(dispute: Dispute, desk: Desk) -> Dues:
    """Within fourteen weeks of telling the Tribunal that it will not oppose an appeal against a refusal to
    assess, the authority sends the final plan.

    This holds only where the notice reached the Tribunal before the authority's response did (reg 45).
    """
    return owed("U03", CONCEDED, dispute, desk)


def must_amend_contents_not_opposed(dispute: Dispute, desk: Desk) -> Dues:
    """Within five weeks of not opposing an appeal about needs or provision, or against a refusal to amend, the
    authority sends the amended plan. Where the setting is in issue too, the five weeks hold for both.

    Until 22 March 2015 the limit was four weeks. Several councils' pages still say so.
    """
    return owed("U04", CONCEDED, dispute, desk)


def must_change_setting_not_opposed(dispute: Dispute, desk: Desk) -> Dues:
    """Within two weeks of not opposing an appeal about nothing but the name or the type of the setting, the
    authority sends the amended plan.
    """
    return owed("U05", CONCEDED, dispute, desk)


def must_send_draft_after_not_opposing(dispute: Dispute, desk: Desk) -> Dues:
    """Within five weeks of not opposing an appeal against a refusal to issue a plan, the authority sends the
    draft.
    """
    return owed("U06", CONCEDED, dispute, desk)


def must_send_plan_not_opposed(dispute: Dispute, desk: Desk) -> Dues:
    """Within eleven weeks of not opposing an appeal against a refusal to issue a plan, the authority sends the
    final plan.
    """
    return owed("U07", CONCEDED, dispute, desk)


def must_continue_plan_not_opposed(dispute: Dispute, desk: Desk) -> Dues:
    """A plan goes on from the day on which the authority does not oppose the appeal against ceasing it."""
    return owed("U08c", CONCEDED, dispute, desk)


def must_amend_continued_plan_not_opposed(dispute: Dispute, desk: Desk) -> Dues:
    """Where the authority does not oppose an appeal against ceasing and has agreed to amend the plan, it sends the
    amended plan within five weeks.
    """
    return owed("U08", CONCEDED, dispute, desk)
