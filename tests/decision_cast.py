"""Answers on the legal test, and decisions made, for tests that begin after them."""

from alongside.app.actions import decisions
from alongside.app.actions.decisions import Decided
from alongside.core.law.legal_tests import Answer, Limb
from cast import Cast

HAS_SEN = Answer(
    Limb.HAS_OR_MAY_HAVE_SEN,
    True,
    "Reading is far harder for her than for others.",
    "School report, 2 November 2026",
)
MAY_NEED = Answer(
    Limb.PLAN_MAY_BE_NECESSARY,
    True,
    "Two years of school support have not been enough.",
    "Support record 2024 to 2026",
)
NEED_NOT = Answer(
    Limb.PLAN_MAY_BE_NECESSARY,
    False,
    "The school support is working and can go on.",
    "Support record 2024 to 2026",
)
NO_PLAN = Answer(
    Limb.PLAN_IS_NECESSARY, False, "What she needs is ordinarily available in school.", "Advice of school"
)
PLAN_NEEDED = Answer(
    Limb.PLAN_IS_NECESSARY, True, "The advice asks for more than school has.", "Advice of four bodies"
)
SUPPORT = "The school goes on with three reading sessions a week."


def assess(cast: Cast) -> Decided:
    """Ivy is assessed."""
    return decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at
    )


def refuse(cast: Cast) -> Decided:
    """Ivy is not assessed."""
    return decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, NEED_NOT), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
