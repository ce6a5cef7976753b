"""Decisions about a plan in force, each with its reasons."""

from alongside.app.actions.plan_decisions import GROUNDS, PlanDecision
from alongside.core.case.codes import EventKind
from alongside.core.case.review_codes import ReviewOutcome
from alongside.web.forms.fields import LongText, OneOf, YesNo
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import happening_words

K = EventKind
HINT = "In words that the family can follow and challenge. They are printed in the letter"


def _reasons() -> LongText:
    return LongText("Your reasons", missing="Write your reasons", hint=HINT, longest=8_000)


def _ground(missing: str = "") -> OneOf:
    grounds = [(code, happening_words.CODES[code]) for code in GROUNDS]
    return OneOf("On which ground in law is the plan to end?", grounds, missing=missing)


class NotAmending(Form):
    """The plan stays as it is."""

    reasons = _reasons()

    def decision(self) -> PlanDecision:
        """The same as the action takes it."""
        return PlanDecision(K.DECISION_NOT_TO_AMEND_SENT, self.cleaned_data["reasons"])


class AfterReview(Form):
    """What is decided after a review."""

    outcome = OneOf(
        "What is decided?",
        [(each.value, happening_words.CODES[each]) for each in ReviewOutcome],
        missing="Choose what is decided: to change the plan, keep it as it is or end it",
        look=Look(reveals={ReviewOutcome.CEASE.value: "ground"}),
    )
    ground = _ground()
    reasons = _reasons()

    def decision(self) -> PlanDecision:
        """The same as the action takes it."""
        given = self.cleaned_data
        outcome = ReviewOutcome(given["outcome"])
        ground = given["ground"] if outcome is ReviewOutcome.CEASE else ""
        return PlanDecision(K.REVIEW_DECISION_SENT, given["reasons"], outcome, ground)


class Ceasing(Form):
    """The plan is to end."""

    ground = _ground("Choose on which ground in law the plan is to end")
    reasons = _reasons()

    def decision(self) -> PlanDecision:
        """The same as the action takes it."""
        given = self.cleaned_data
        return PlanDecision(K.CEASE_DECISION_SENT, given["reasons"], ground=given["ground"])


class Reassessing(Form):
    """Whether somebody who has a plan is assessed again."""

    reassess = YesNo("Will you assess again?", missing="Choose yes if you will assess again")
    reasons = LongText("Your reasons", hint=f"{HINT}. Needed only where the answer is no", longest=8_000)

    def decision(self) -> PlanDecision:
        """The same as the action takes it."""
        if self.cleaned_data["reassess"]:
            return PlanDecision(K.REASSESSMENT_AGREED_SENT)
        return PlanDecision(K.REASSESSMENT_REFUSED_SENT, self.cleaned_data["reasons"])
