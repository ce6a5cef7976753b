"""What a manager learns from the checks, and the questions that a manager puts to writers."""

from datetime import date
from uuid import UUID

import pytest

from alongside.app import scope
from alongside.app.actions import finals, model_questions, plan_findings
from alongside.app.actions.finals import Placement
from alongside.app.queries import model_questions as questions
from alongside.app.queries import plan_quality, plans
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import PlanSection
from alongside.core.plan.questions import SHIPPED
from alongside.core.refusal import Refused
from alongside.records.models import LedgerEntry
from cast import Cast
from plan_cast import HOPE, REASON, drafting, found, later, served, write
from plan_cast import sending as sent

B = PlanSection.B


def issued(cast: Cast) -> UUID:
    case = served(cast)
    write(cast, case, PlanSection.A, HOPE)
    keys = [line.fingerprint for line in found(cast, case) if line.is_open]
    plan_findings.pass_warnings(case, keys, REASON, by=cast.officer, at=cast.at)
    at = later(cast, 15)
    finals.issue(case, Placement("", cast.school), sent(cast, case, at=at), by=cast.officer, at=at)
    return case


def test_findings_of_issued_plans_are_counted_by_rule_and_by_writer(cast: Cast) -> None:
    case = issued(cast)
    page = plan_quality.quality(by=cast.manager, at=later(cast, 20))
    assert page.plans == 1
    rule = next(each for each in page.by_rule if each.rule == "A.5")
    assert (rule.plans, rule.set_aside) == (1, 0)
    writer = page.by_writer[0]
    assert (writer.name, writer.plans, writer.set_aside) == ("Cora Coordinator", 1, 0)
    assert writer.per_plan == writer.warnings >= 1
    assert page.reasons[0].case_id == case
    assert page.reasons[0].reason == REASON


def test_one_plan_alone_is_compared_with_none(cast: Cast) -> None:
    issued(cast)
    page = plan_quality.quality(by=cast.manager, at=later(cast, 20))
    assert (page.alike, page.compared, page.median_distinct) == ((), 0, None)


def test_plan_of_more_than_a_year_ago_no_longer_counts(cast: Cast) -> None:
    issued(cast)
    page = plan_quality.quality(by=cast.manager, at=later(cast, 400))
    assert (page.plans, page.by_rule, page.by_writer) == (0, (), ())
    assert page.since == date(2026, 12, 28)


@pytest.mark.parametrize("who", ["officer", "panel_chair", "data_officer", "parent", "psychologist"])
def test_figures_by_writer_are_for_managers(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        plan_quality.quality(by=getattr(cast, who), at=cast.at)


def test_page_costs_the_same_queries_however_many_plans(cast: Cast, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    issued(cast)
    with django_assert_max_num_queries(9):
        plan_quality.quality(by=cast.manager, at=later(cast, 20))


def test_managers_questions_stand_beside_the_section_in_every_case(cast: Cast) -> None:
    case = drafting(cast)
    assert plans.editor(case, B, by=cast.officer, at=cast.at).questions == SHIPPED[B]
    model_questions.save(B, "Would her brother know her in this?\n", 0, by=cast.manager, at=cast.at)
    assert plans.editor(case, B, by=cast.officer, at=cast.at).questions == (
        "Would her brother know her in this?",
    )
    model_questions.restore(B, by=cast.manager, at=cast.at)
    assert plans.editor(case, B, by=cast.officer, at=cast.at).questions == SHIPPED[B]


def test_questions_of_another_authority_stay_its_own(cast: Cast) -> None:
    model_questions.save(B, "Ours only?", 0, by=cast.manager, at=cast.at)
    with scope.opened(cast.officer_elsewhere):
        assert questions.of_section(cast.officer_elsewhere.authority, B) == SHIPPED[B]


def test_two_managers_do_not_write_over_each_other(cast: Cast) -> None:
    model_questions.save(B, "First?", 0, by=cast.manager, at=cast.at)
    with pytest.raises(Refused, match="Somebody changed these questions"):
        model_questions.save(B, "Second?", 0, by=cast.manager, at=cast.at)
    kept = {each.section: each for each in questions.of_authority(by=cast.manager)}[B]
    assert (kept.questions, kept.revision) == (("First?",), 1)


def test_change_of_questions_is_in_the_ledger(cast: Cast) -> None:
    model_questions.save(B, "Who says so?", 0, by=cast.manager, at=cast.at)
    with scope.opened(cast.manager):
        assert '"count":1' in LedgerEntry.objects.get(deed="MODEL_QUESTIONS_CHANGED").body


@pytest.mark.parametrize("who", ["officer", "parent", "director"])
def test_only_managers_keep_the_questions(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        model_questions.save(B, "Why?", 0, by=getattr(cast, who), at=cast.at)
    with pytest.raises(NotAllowed):
        questions.of_authority(by=getattr(cast, who))
