"""The legal tests, limb by limb."""

from dataclasses import replace

import pytest

from alongside.core.law import legal_tests
from alongside.core.law.legal_tests import TO_ASSESS, TO_ISSUE, Answer, Limb
from alongside.core.refusal import Refused

YES = Answer(
    Limb.HAS_OR_MAY_HAVE_SEN, True, "He reads far below his age.", "School report\n\n Letter of 3 May "
)
ALSO = Answer(Limb.PLAN_MAY_BE_NECESSARY, True, "Support for two years was not enough.", "Support record")


def test_every_limb_met_means_that_the_authority_must_act() -> None:
    legal_tests.check_answers((YES, ALSO), TO_ASSESS)
    assert legal_tests.is_met((YES, ALSO))


def test_one_limb_not_met_means_that_it_must_not() -> None:
    assert not legal_tests.is_met((YES, replace(ALSO, met=False)))


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("reasons", ["", "   ", "Panel said no.", "one two three four"])
def test_limb_without_reasons_is_refused_whichever_way_it_was_answered(met: bool, reasons: str) -> None:
    with pytest.raises(Refused) as refused:
        legal_tests.check_answers((YES, replace(ALSO, met=met, reasons=reasons)), TO_ASSESS)
    assert refused.value.field == "plan_may_be_necessary_reasons"
    assert "s.36(8)(b)" in refused.value.sentence


def test_limb_without_evidence_is_refused() -> None:
    with pytest.raises(Refused, match="Name the evidence") as refused:
        legal_tests.check_answers((replace(YES, evidence="\n "), ALSO), TO_ASSESS)
    assert refused.value.field == "has_or_may_have_sen_evidence"


def test_answers_to_another_test_do_not_count() -> None:
    with pytest.raises(Refused, match=r"In the light of the assessment"):
        legal_tests.check_answers((YES, ALSO), TO_ISSUE)


def test_answer_is_kept_with_its_sources_one_by_one() -> None:
    assert YES.as_detail() == {
        "limb": "HAS_OR_MAY_HAVE_SEN",
        "answer": "YES",
        "reasons": "He reads far below his age.",
        "evidence": ["School report", "Letter of 3 May"],
    }
    assert replace(ALSO, met=False).as_detail()["answer"] == "NO"


@pytest.mark.parametrize("limb", list(Limb))
def test_every_limb_cites_the_act(limb: Limb) -> None:
    assert limb.citation.startswith("Children and Families Act 2014 s.3")
    assert limb.question.endswith("?")
