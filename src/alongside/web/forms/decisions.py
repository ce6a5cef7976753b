"""The questions of a decision: each limb of the legal test answered, with reasons and evidence."""

from collections.abc import Sequence
from typing import Any, ClassVar

from alongside.core.law import legal_tests
from alongside.core.law.legal_tests import Answer, Limb
from alongside.web.forms.days import Day
from alongside.web.forms.fields import LongText, Text, YesNo
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look


def _answer(question: str) -> YesNo:
    return YesNo(question, missing=f"Choose yes or no: {question[:1].lower()}{question[1:]}")


def _reasons(about: str) -> LongText:
    return LongText(
        "Your reasons",
        missing=f"Write your reasons on whether {about}",
        hint="In words that the family can follow and challenge. They are printed in the letter",
    )


def _evidence(about: str) -> LongText:
    return LongText(
        "Evidence you relied on",
        missing=f"Name the evidence you relied on for whether {about}",
        hint="One source to a line, with its date. For example: school report, 2 March 2026",
        longest=4000,
        look=Look(rows=4),
    )


class Deciding(Form):
    """Common to both tests."""

    test: ClassVar[Sequence[Limb]] = ()

    def answered(self) -> tuple[Answer, ...]:
        """The limbs as answered, in the order of the test."""
        return tuple(
            Answer(
                limb,
                met=bool(self.cleaned_data[legal_tests.field_of(limb, "answer")]),
                reasons=self.cleaned_data[legal_tests.field_of(limb, "reasons")],
                evidence=self.cleaned_data[legal_tests.field_of(limb, "evidence")],
            )
            for limb in self.test
        )

    @property
    def limbs(self) -> list[tuple[Limb, list[Any]]]:
        """Each limb with its three questions, for the template."""
        parts = ("answer", "reasons", "evidence")
        return [(limb, [self[legal_tests.field_of(limb, part)] for part in parts]) for limb in self.test]


SUPPORT = "Which help goes on without a plan, and from whom?"


class WhetherToAssess(Deciding):
    """The test of s.36(8)."""

    test = legal_tests.TO_ASSESS
    has_or_may_have_sen_answer = _answer(Limb.HAS_OR_MAY_HAVE_SEN.question)
    has_or_may_have_sen_reasons = _reasons("the child has or may have special educational needs")
    has_or_may_have_sen_evidence = _evidence("the child has or may have special educational needs")
    plan_may_be_necessary_answer = _answer(Limb.PLAN_MAY_BE_NECESSARY.question)
    plan_may_be_necessary_reasons = _reasons("provision through a plan may be necessary")
    plan_may_be_necessary_evidence = _evidence("provision through a plan may be necessary")
    support_now = LongText(
        SUPPORT, hint="Needed only where an answer above is no. Printed in the letter", longest=4000
    )


class WhetherToIssue(Deciding):
    """The test of s.37(1)."""

    test = legal_tests.TO_ISSUE
    plan_is_necessary_answer = _answer(Limb.PLAN_IS_NECESSARY.question)
    plan_is_necessary_reasons = _reasons("provision through a plan is necessary")
    plan_is_necessary_evidence = _evidence("provision through a plan is necessary")
    support_now = LongText(
        SUPPORT, hint="Needed only where the answer above is no. Printed in the letter", longest=4000
    )


class InvitingViews(Form):
    """The family is asked for its views and evidence before the decision."""

    hoped_for_by = Day(
        "By which day would it help to hear from them? (optional)",
        hint="This is a wish and no limit. The law fixes no number of days; what comes later still counts",
    )


class Withdrawing(Form):
    """Somebody takes their request back."""

    withdrawn_by = Text(
        "Who withdraws it?", missing="Enter the name of the person who withdraws the request", longest=120
    )
    reason = LongText("Why, in their words", longest=2000)
    may_still_need_plan = YesNo(
        "Does the authority itself still think that a plan may be needed?",
        missing="Choose yes if the authority itself still thinks that a plan may be needed",
        hint="If it does, its own duty to decide goes on whoever asked (section 36(3))",
    )


class Reconsidering(Form):
    """The authority goes back on its own refusal."""

    reason = LongText(
        "Why is the decision changed?",
        missing="Write why the decision is changed",
        hint="What you know now, or what was wrong with the first decision. The family can read it",
        longest=4000,
    )
