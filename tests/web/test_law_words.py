"""Every rule of the clock, every stage and every kind of news has its words: nobody ever reads “Rule R01d”."""

import pytest

from alongside.app.recordable.entry import Chapter, Type
from alongside.app.recordable.table import BY_KIND, ENTRIES
from alongside.core.case import stages as case_stages
from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.law import appeals, clock
from alongside.core.law.duty import DutyBearer
from alongside.core.law.lawbook import LawBook
from alongside.core.law.outcome_parts import Part
from alongside.web.presenters import (
    cases,
    family_words,
    happening_questions,
    happening_words,
    happenings,
    next_steps,
    notice_contents,
    return_words,
    rules,
    stages,
)
from core.law.chronicles import LAW, K, day, happened

DUTIES = tuple(dict.fromkeys(duty.rule for duty in clock.DUTIES))
PARTS = (
    *(f"F08{mark}" for mark in appeals.DIRECTED.values()),
    *(f"{rule}{part}" for rule in ("O11", "M07") for part in Part),
    "C02.other",
)
"""Ids under which a rule stands for one of its parts."""
RULES = (*DUTIES, *PARTS)
BEARER = {each.id: each.bearer for each in LawBook.load().parameters}


def bearer(rule: str) -> DutyBearer:
    return BEARER[rules.base(rule, BEARER)]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_short_title(rule: str) -> None:
    words = rules.short(rule)
    assert "Rule" not in words
    assert len(words) <= 45, "too long for a list"


def test_rule_without_words_is_an_error_and_never_shown() -> None:
    with pytest.raises(KeyError, match="No words for rule X99"):
        rules.short("X99")


@pytest.mark.parametrize("stage", [Stage.ASSESSING, Stage.PLAN_MAINTAINED])
@pytest.mark.parametrize("rule", [rule for rule in RULES if bearer(rule) is DutyBearer.LA])
def test_every_duty_of_ours_has_a_next_step(rule: str, stage: Stage) -> None:
    step = next_steps.of_rule(rule, stage)
    assert step is not None
    assert (step.kind is not None) == (step.door == "case_record_one")
    assert step.kind is None or step.kind in BY_KIND


@pytest.mark.parametrize("rule", ["O02a", "U01", "M07a"])
@pytest.mark.parametrize(
    ("order", "step_kind"),
    [("ASSESS", K.DECISION_TO_ASSESS_NOTIFIED), ("REASSESS", K.REASSESSMENT_AGREED_SENT)],
)
def test_next_step_after_an_order_is_news_that_can_be_recorded_then(
    rule: str, order: str, step_kind: EventKind
) -> None:
    refused = {
        "ASSESS": [(K.REQUEST_RECEIVED, "2026-01-05"), (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10")],
        "REASSESS": [
            (K.PLAN_MADE, "2025-09-01"),
            (K.REASSESSMENT_REQUESTED, "2026-01-30"),
            (K.REASSESSMENT_REFUSED_SENT, "2026-02-10"),
        ],
    }
    ordered = happened(
        *refused[order], (K.APPEAL_RECEIVED, "2026-03-02"), (K.ORDER_MADE, "2026-07-20", {"order": order})
    )
    state = case_stages.state_of(ordered, on=day("2026-07-20"), law=LAW)
    step = next_steps.of_rule(rule, state.assess)
    assert step is not None
    assert step.kind is step_kind
    assert case_stages.can_follow(state, step_kind)
    assert BY_KIND[step_kind].at in (None, state.assess)


@pytest.mark.parametrize("rule", [rule for rule in RULES if bearer(rule) is DutyBearer.FAMILY])
def test_right_of_the_family_is_no_step_of_ours(rule: str) -> None:
    step = next_steps.of_rule(rule, Stage.DRAFT_OUT)
    assert step is None or step.door == "case_plan"


@pytest.mark.parametrize("rule", DUTIES)
def test_family_reads_of_every_rule_or_there_is_a_reason(rule: str) -> None:
    assert bool(family_words.title(rule)) != bool(family_words.NOT_SHOWN.get(rule))


def test_reasons_not_to_show_a_rule_are_about_rules() -> None:
    assert set(family_words.NOT_SHOWN) <= set(DUTIES)
    assert {rules.base(rule, DUTIES) for rule in family_words.TITLE} <= set(DUTIES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_stands_in_a_part_of_the_page(rule: str) -> None:
    assert cases.group_of(rule) in cases.GROUPS.values()


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_words(stage: Stage) -> None:
    assert stages.SHORT[stage]
    assert stages.SENTENCE[stage].endswith(".")
    said = family_words.said(family_words.STAGE[stage], child="Ivy", own=False)
    assert said.endswith(".")


@pytest.mark.parametrize("region", Region)
def test_every_region_has_its_words(region: Region) -> None:
    assert stages.REGIONS[region]


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_has_a_title(kind: EventKind) -> None:
    assert happenings.TITLES[kind]


def test_every_particular_has_its_question_and_every_answer_its_words() -> None:
    for entry in ENTRIES:
        for each in entry.particulars:
            assert happening_questions.words(entry.kind, each.key).question
            if each.type in (Type.CODE, Type.LETTERS):
                known = return_words.ANSWERS.get((entry.kind, each.key), happening_words.CODES)
                assert set(each.codes) <= set(known), (entry.kind, each.key)


def test_every_question_is_asked_somewhere() -> None:
    asked = {(entry.kind, each.key) for entry in ENTRIES for each in entry.particulars}
    assert set(happening_questions.OF_KIND) <= asked
    assert set(happening_questions.BY_KEY) <= {key for _, key in asked}


def test_every_chapter_has_a_heading_and_news() -> None:
    assert set(happening_words.CHAPTERS) == set(Chapter) == {entry.chapter for entry in ENTRIES}


@pytest.mark.parametrize(
    "kind",
    [
        EventKind.REVIEW_DECISION_SENT,
        EventKind.AMENDED_FINAL_SENT,
        EventKind.DECISION_NOT_TO_AMEND_SENT,
        EventKind.REASSESSMENT_REFUSED_SENT,
        EventKind.CEASE_DECISION_SENT,
    ],
)
def test_notice_that_can_be_appealed_must_state_every_right(kind: EventKind) -> None:
    said = " ".join(notice_contents.must_state(kind)).lower()
    for right in (
        "right to appeal", "time limits", "mediation certificate", "mediation adviser", "timescales",
        "disagreement resolution", "information and advice", "health and social care recommendations",
    ):  # fmt: skip
        assert right in said


def test_news_that_is_no_notice_has_no_checklist() -> None:
    assert notice_contents.must_state(EventKind.REVIEW_MEETING_HELD) == ()


def test_words_for_families_are_short() -> None:
    for words in (*family_words.TITLE.values(), *family_words.STAGE.values()):
        for sentence in words.split(". "):
            assert len(sentence.split()) <= 14, sentence
