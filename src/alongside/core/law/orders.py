"""Complying with the Tribunal: rules O01 to O08 and O10 to O12, and agreements carried out as orders (M07)."""

from dataclasses import replace

from alongside.core.case.codes import EventKind
from alongside.core.case.history import Dispute
from alongside.core.law import compliance
from alongside.core.law.compliance import owed
from alongside.core.law.duty import DutyBearer
from alongside.core.law.lawbook import Limit
from alongside.core.law.outcome_parts import parts_of
from alongside.core.law.timer import Desk, Due, become, due_of

Dues = tuple[Due, ...]
ORDER, AGREEMENT = EventKind.ORDER_MADE, EventKind.MEDIATION_AGREED


def must_cease_as_decided(dispute: Dispute, desk: Desk) -> Dues:
    """Where the Tribunal dismisses an appeal against ceasing a plan, the authority ceases to maintain it at once."""
    return owed("O01", ORDER, dispute, desk)


def must_tell_of_assessment_ordered(dispute: Dispute, desk: Desk) -> Dues:
    """Within two weeks of an order to assess or reassess, the authority tells the family that it will.

    Time runs from the day on which the order was made. It does not stop in August or at Christmas: those rules
    are for acts before the Tribunal.
    """
    return owed("O02a", ORDER, dispute, desk)


def must_tell_decision_against_plan_after_order(dispute: Dispute, desk: Desk) -> Dues:
    """If after an assessment that was ordered the authority decides against a plan, it tells the family, with
    reasons, within ten weeks of the order. A decision to issue a plan ends this limit.
    """
    return owed("O02b", ORDER, dispute, desk)


def must_send_plan_after_assessment_ordered(dispute: Dispute, desk: Desk) -> Dues:
    """Within fourteen weeks of an order to assess or reassess, the authority sends the final plan, if there is
    to be one. The sixteen and the twenty weeks of the first request no longer count.
    """
    return owed("O02c", ORDER, dispute, desk)


def must_send_draft_ordered(dispute: Dispute, desk: Desk) -> Dues:
    """Within five weeks of an order to make and maintain a plan, the authority sends the draft."""
    return owed("O03a", ORDER, dispute, desk)


def must_send_plan_ordered(dispute: Dispute, desk: Desk) -> Dues:
    """Within eleven weeks of an order to make and maintain a plan, the authority sends the final plan."""
    return owed("O03b", ORDER, dispute, desk)


def must_reconsider_what_was_remitted(dispute: Dispute, desk: Desk) -> Dues:
    """Where the Tribunal remits the case for the authority to reconsider, two weeks are recalled for it.

    The text of regulation 44(2)(d) has not been seen, so this rule is disabled: no case shows a date from it.
    """
    return owed("O04", ORDER, dispute, desk)


def must_amend_contents_as_ordered(dispute: Dispute, desk: Desk) -> Dues:
    """Within five weeks of an order about needs or special educational provision, the authority sends the
    amended plan.
    """
    return owed("O05", ORDER, dispute, desk)


def must_change_setting_as_ordered(dispute: Dispute, desk: Desk) -> Dues:
    """Within two weeks of an order about nothing but the name or the type of the setting, the authority sends the
    amended plan.
    """
    return owed("O06", ORDER, dispute, desk)


def must_continue_plan_as_ordered(dispute: Dispute, desk: Desk) -> Dues:
    """Where the Tribunal orders that a plan go on, the authority maintains it from that day."""
    return owed("O07", ORDER, dispute, desk)


def must_amend_continued_plan(dispute: Dispute, desk: Desk) -> Dues:
    """Where the Tribunal orders that a plan go on and be amended, it goes on at once, and the authority sends the
    amended plan within five weeks.
    """
    return owed("O08", ORDER, dispute, desk)


def must_amend_contents_and_setting(dispute: Dispute, desk: Desk) -> Dues:
    """Within five weeks of an order about both the contents and the setting, the authority sends the amended plan.

    The regulation gives two weeks for the setting and five for the contents and does not say which holds for
    both. The strict date is that of the setting.
    """
    return owed("O12", ORDER, dispute, desk)


def must_comply_by_day_directed(dispute: Dispute, desk: Desk) -> Dues:
    """A day that the Tribunal sets in its order takes the place of the time in the Regulations, be it earlier or
    later.
    """
    found = []
    for outcome in compliance.outcomes(dispute, ORDER):
        parameter = desk.law.parameter("O11", outcome.on)
        for part in parts_of(outcome).values():
            day = compliance.directed(outcome, part)
            if day is not None and parameter is not None:
                named = compliance.as_part(parameter, part)
                found.append(compliance.due_on(day, named, outcome, part, desk))
    return tuple(found)


def must_carry_out_agreement_as_order(dispute: Dispute, desk: Desk) -> Dues:
    """What was agreed in mediation on a matter that can be appealed is carried out as if it had been ordered:
    with the same times, from the day of the agreement.

    An agreement to assess has its two, ten and fourteen weeks, one to amend the contents its five. Where the
    parties agreed on another day in writing, that day takes their place.
    """
    found = []
    for agreed in compliance.outcomes(dispute, AGREEMENT):
        base = desk.law.parameter("M07", agreed.on)
        for rule, part in parts_of(agreed).items():
            like = desk.law.limits[rule, agreed.on]
            if base is not None and like is not None and like.parameter.enabled:
                limit = like._replace(parameter=compliance.as_part(base, part, like.parameter))
                found.append(compliance.run(limit, part, agreed, desk, agreed.agreed_on is not None))
    return tuple(found)


def must_answer_recommendation(dispute: Dispute, desk: Desk) -> Dues:
    """Within five weeks of a recommendation of the Tribunal on health or social care, the integrated care board,
    or the authority's social care service, says in writing what it will do, or why not.

    This holds for decisions and plans of the authority since 3 April 2018.
    """
    assert dispute.proceedings is not None
    found = []
    for each in dispute.proceedings.recommendations:
        limit, decided = desk.law.limits["O10", each.on], desk.law.parameter("O10", dispute.sent_on)
        if limit is not None and decided is not None:
            state, late = become(limit.statutory, desk.on, each.answered_on, None)
            limit = _borne_by(limit, each.body)
            found.append(due_of(limit, each.on, each, None, (state, late, each.answered_on)))
    return tuple(found)


def _borne_by(limit: Limit, body: str) -> Limit:
    if body != "SOCIAL_CARE":
        return limit
    return limit._replace(parameter=replace(limit.parameter, bearer=DutyBearer.LA))
