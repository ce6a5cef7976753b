"""Letters about a request and the decisions on it: the facts of `app` in the kit's terms."""

from collections.abc import Callable
from typing import Any

from alongside.app import letter_facts as facts
from alongside.core.law.legal_tests import Answer
from alongside.integrations.documents.content import Letter
from alongside.integrations.documents.letters import (
    acknowledgement,
    decision_to_assess,
    no_plan,
    refusal_to_assess,
    views,
)
from alongside.integrations.documents.makers.shared import TRIBUNAL, contact, correspondence
from alongside.integrations.documents.reasons import Limb
from alongside.integrations.documents.rights import Rights

ADVICE_SERVICE = "the information, advice and support service"


def _acknowledged(told: facts.Acknowledged) -> Letter:
    return acknowledgement.letter(
        acknowledgement.Acknowledgement(
            correspondence=correspondence(told.envelope),
            received_on=told.received_on,
            asked_by=told.asked_by,
            decide_by=told.decide_by,
            final_by=told.final_by,
            advice_service=contact(told.envelope.services.advice, ADVICE_SERVICE),
        )
    )


def _views_wanted(told: facts.ViewsWanted) -> Letter:
    return views.letter(
        views.ViewsInvited(
            correspondence=correspondence(told.envelope),
            hoped_for_by=told.hoped_for_by,
            advice_service=contact(told.envelope.services.advice, ADVICE_SERVICE),
        )
    )


def _will_assess(told: facts.WillAssess) -> Letter:
    return decision_to_assess.letter(
        decision_to_assess.DecisionToAssess(
            correspondence=correspondence(told.envelope),
            decided_on=told.decided_on,
            advice=tuple(
                decision_to_assess.AdviceAsked(asked.what, asked.whom, asked.due_on) for asked in told.advice
            ),
            no_plan_by=told.no_plan_by,
            final_by=told.final_by,
            advice_service=contact(told.envelope.services.advice, ADVICE_SERVICE),
        )
    )


def _will_not_assess(told: facts.WillNotAssess) -> Letter:
    return refusal_to_assess.letter(
        refusal_to_assess.RefusalToAssess(
            correspondence=correspondence(told.envelope),
            received_on=told.received_on,
            decided_on=told.decided_on,
            needs=_limb(told.needs),
            provision=_limb(told.provision),
            support_now=told.support_now,
            rights=rights(told.envelope, told.appeal),
        )
    )


def _will_not_issue(told: facts.WillNotIssue) -> Letter:
    return no_plan.letter(
        no_plan.NoPlan(
            correspondence=correspondence(told.envelope),
            decided_on=told.decided_on,
            provision=_limb(told.provision),
            support_now=told.support_now,
            papers=told.papers,
            rights=rights(told.envelope, told.appeal),
        )
    )


def rights(envelope: facts.Envelope, appeal: facts.AppealDates) -> Rights:
    """What a family needs to challenge a decision: also for the letter with a final plan."""
    services = envelope.services
    return Rights(
        contact_mediation_by=appeal.contact_mediation_by,
        appeal_by=appeal.appeal_by,
        tribunal=TRIBUNAL,
        mediation_adviser=contact(services.mediation, "the mediation adviser"),
        disagreement_resolution=contact(services.disagreement, "the disagreement resolution service"),
        advice_service=contact(services.advice, ADVICE_SERVICE),
    )


def _limb(answer: Answer) -> Limb:
    return Limb(answer.met, answer.reasons, answer.sources)


MAKERS: dict[type[facts.LetterFacts], Callable[[Any], Letter]] = {
    facts.Acknowledged: _acknowledged,
    facts.ViewsWanted: _views_wanted,
    facts.WillAssess: _will_assess,
    facts.WillNotAssess: _will_not_assess,
    facts.WillNotIssue: _will_not_issue,
}
