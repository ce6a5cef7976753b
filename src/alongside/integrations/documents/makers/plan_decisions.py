"""Letters about a plan that is held: the facts of `app` in the kit's terms."""

from collections.abc import Callable
from typing import Any

from alongside.app import letter_facts as facts
from alongside.integrations.documents.content import Letter
from alongside.integrations.documents.letters import after_review, ceasing, reassessment
from alongside.integrations.documents.makers.decisions import ADVICE_SERVICE, rights
from alongside.integrations.documents.makers.shared import contact, correspondence


def _will_amend(told: facts.WillAmend) -> Letter:
    return after_review.will_amend(
        after_review.WillAmend(
            correspondence=correspondence(told.envelope),
            decided_on=told.decided_on,
            reasons=told.reasons,
            notice_by=told.notice_by,
            advice_service=contact(told.envelope.services.advice, ADVICE_SERVICE),
        )
    )


def _not_amending(told: facts.NotAmending) -> Letter:
    return after_review.not_amending(
        after_review.NotAmending(
            correspondence=correspondence(told.envelope),
            after=told.after,
            decided_on=told.decided_on,
            reasons=told.reasons,
            rights=rights(told.envelope, told.appeal),
        )
    )


def _ceasing(told: facts.Ceasing) -> Letter:
    return ceasing.letter(
        ceasing.Ceasing(
            correspondence=correspondence(told.envelope),
            decided_on=told.decided_on,
            ground=told.ground,
            reasons=told.reasons,
            kept_until=told.kept_until,
            rights=rights(told.envelope, told.appeal),
        )
    )


def _reassessing(told: facts.Reassessing) -> Letter:
    return reassessment.agreed(
        reassessment.Reassessing(
            correspondence=correspondence(told.envelope),
            decided_on=told.decided_on,
            final_by=told.final_by,
            advice_service=contact(told.envelope.services.advice, ADVICE_SERVICE),
        )
    )


def _not_reassessing(told: facts.NotReassessing) -> Letter:
    return reassessment.refused(
        reassessment.NotReassessing(
            correspondence=correspondence(told.envelope),
            decided_on=told.decided_on,
            reasons=told.reasons,
            rights=rights(told.envelope, told.appeal),
        )
    )


MAKERS: dict[type[facts.LetterFacts], Callable[[Any], Letter]] = {
    facts.WillAmend: _will_amend,
    facts.NotAmending: _not_amending,
    facts.Ceasing: _ceasing,
    facts.Reassessing: _reassessing,
    facts.NotReassessing: _not_reassessing,
}
