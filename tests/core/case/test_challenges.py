"""An episode counts as challenged only by an appeal on its own decision, or where a return says so."""

from typing import Any

import pytest

from alongside.core.case import challenges
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from core.law.chronicles import K, happened

REQUEST = (K.REQUEST_RECEIVED, "2024-01-08")
ASSESS = (K.DECISION_TO_ASSESS_NOTIFIED, "2024-02-12")
REFUSED = (K.REFUSAL_TO_ASSESS_SENT, "2024-02-12")
APPEAL = (K.APPEAL_RECEIVED, "2024-03-20")


def challenged(facts: Facts) -> list[bool]:
    told, flags = history(facts), challenges.flagged(facts)
    return [challenges.was_challenged(episode, told.disputes, flags) for episode in told.episodes]


def saying(step: tuple[K, str], **details: Any) -> tuple[K, str, dict[str, Any]]:
    return (*step, details)


def test_request_without_a_decision_was_not_challenged() -> None:
    assert challenged(happened(REQUEST)) == [False]


def test_decision_that_nobody_questioned_was_not_challenged() -> None:
    assert challenged(happened(REQUEST, REFUSED)) == [False]


def test_appeal_on_the_refusal_is_a_challenge() -> None:
    assert challenged(happened(REQUEST, REFUSED, APPEAL)) == [True]


def test_certificate_without_an_appeal_is_no_challenge() -> None:
    certificate = (K.MEDIATION_CERTIFICATE_ISSUED, "2024-03-01")
    assert challenged(happened(REQUEST, REFUSED, certificate)) == [False]


@pytest.mark.parametrize("flag", challenges.FLAGS)
@pytest.mark.parametrize(
    "steps",
    [(REFUSED,), (ASSESS, (K.NO_PLAN_NOTICE_SENT, "2024-04-22")), (ASSESS, (K.FINAL_SENT, "2024-05-20"))],
    ids=["refusal", "no plan", "final"],
)
def test_each_flag_of_a_return_on_each_decision_is_a_challenge(flag: str, steps: Any) -> None:
    *before, last = steps
    assert challenged(happened(REQUEST, *before, saying(last, **{flag: True}))) == [True]
    assert challenged(happened(REQUEST, *before, saying(last, **{flag: False}))) == [False]


def test_only_the_entries_that_carry_a_flag_are_flagged() -> None:
    facts = happened(saying(REQUEST, source="SETTING"), saying(REFUSED, tribunal=True))
    assert challenges.flagged(facts) == {"e2"}


def test_challenge_of_an_earlier_request_leaves_the_later_one_in_the_measure() -> None:
    again = (K.REQUEST_RECEIVED, "2025-01-06")
    assert challenged(happened(REQUEST, REFUSED, APPEAL, again)) == [True, False]
    flagged = happened(
        REQUEST, saying(REFUSED, mediation=True), again, (K.REFUSAL_TO_ASSESS_SENT, "2025-02-10")
    )
    assert challenged(flagged) == [True, False]
