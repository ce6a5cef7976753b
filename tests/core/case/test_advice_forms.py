"""The structured forms of advice: complete, told apart, and gentle."""

from datetime import date

import pytest

from alongside.core.case import advice_check, advice_forms
from alongside.core.case.advice_forms import FORMS, Group, Question
from alongside.core.case.codes import AdviceKind
from alongside.core.case.work_hours import GROUP_OF, HOURS

TODAY = date(2026, 11, 23)
PSYCHOLOGY = FORMS["PSYCHOLOGY"]
WHOLE = {
    **{item.code: "Something" for item in PSYCHOLOGY.items if isinstance(item, Question)},
    "seen_on": "2026-11-01",
    "need_1_what": "Reads single words",
    "need_1_evidence": "Test of 3 March 2026",
    "outcome_1_what": "Reads a page",
    "outcome_1_by": "July 2027",
    "provision_1_what": "Reading teaching one to one",
    "provision_1_who": "A specialist teacher",
    "provision_1_how_often": "Three times a week",
    "provision_1_how_long": "30 minutes, for a year",
}


@pytest.mark.parametrize("kind", AdviceKind)
def test_every_kind_of_advice_has_a_form(kind: AdviceKind) -> None:
    assert advice_forms.forms_for(kind)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_key_is_used_twice_in_a_form(form: advice_forms.AdviceForm) -> None:
    keys = list(advice_forms.keys(form))
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_question_is_asked_in_words(form: advice_forms.AdviceForm) -> None:
    for item in form.items:
        for question in item.parts if isinstance(item, Group) else (item,):
            assert question.title
            assert question.title[0].isupper()


@pytest.mark.parametrize(
    "form",
    [f for f in FORMS.values() if f.kind is not AdviceKind.PARENT_OR_YOUNG_PERSON],
    ids=lambda f: f.code,
)
def test_every_profession_says_who_needs_outcomes_and_provision(form: advice_forms.AdviceForm) -> None:
    codes = {item.code for item in form.items}
    assert {"post", "seen_on", "own_views", "strengths", "need", "outcome", "provision", "sources"} <= codes


def test_form_of_another_kind_is_not_given() -> None:
    assert advice_forms.form_for(AdviceKind.PSYCHOLOGICAL, "SENSORY") is PSYCHOLOGY
    assert advice_forms.form_for(AdviceKind.MEDICAL, "PHYSIOTHERAPY").code == "PHYSIOTHERAPY"
    assert advice_forms.form_for(AdviceKind.REASONABLY_REQUESTED).code == "GENERAL"


def test_only_answers_of_the_form_are_kept_trimmed() -> None:
    given = {"strengths": " Towers \n", "need_9_what": "x", "need_8_what": "y", "post": "  ", "other": "z"}
    assert advice_forms.known(PSYCHOLOGY, given) == {"strengths": "Towers", "need_8_what": "y"}


def test_answers_are_read_in_the_order_of_the_form() -> None:
    read = advice_forms.answered(
        PSYCHOLOGY, {"sources": "S", "need_2_what": "W", "need_2_evidence": "E", "post": "P"}
    )
    assert read == (
        ("Your job and qualifications", "P"),
        ("Need 2", "What is the need? W\nWhat shows it? E"),
        ("What you relied on", "S"),
    )


def test_whole_advice_brings_no_remark() -> None:
    assert advice_check.remarks(PSYCHOLOGY, WHOLE, on=TODAY) == ()


@pytest.mark.parametrize("key", [k for k in WHOLE if k not in ("language", "independence")])
def test_each_expected_answer_that_is_missing_is_named(key: str) -> None:
    optional = {item.code for item in PSYCHOLOGY.items if isinstance(item, Question) and not item.expected}
    found = advice_check.remarks(PSYCHOLOGY, {**WHOLE, key: " "}, on=TODAY)
    assert [remark.key for remark in found] == ([] if key in optional else [key])


@pytest.mark.parametrize("key", ["language", "independence"])
def test_question_that_need_not_be_answered_is_not_named(key: str) -> None:
    assert advice_check.remarks(PSYCHOLOGY, {**WHOLE, key: ""}, on=TODAY) == ()


@pytest.mark.parametrize("group", ["need", "outcome", "provision"])
def test_group_that_was_left_empty_is_named_once(group: str) -> None:
    less = {key: text for key, text in WHOLE.items() if not key.startswith(f"{group}_")}
    found = advice_check.remarks(PSYCHOLOGY, less, on=TODAY)
    assert len(found) == 1
    assert found[0].key == f"{group}_1_what"


@pytest.mark.parametrize(("seen", "old"), [("2025-11-23", False), ("2025-11-22", True)])
def test_child_last_seen_more_than_a_year_ago_is_remarked(seen: str, old: bool) -> None:
    found = advice_check.remarks(PSYCHOLOGY, {**WHOLE, "seen_on": seen}, on=TODAY)
    assert bool(found) is old


def test_day_that_is_none_is_remarked() -> None:
    found = advice_check.remarks(PSYCHOLOGY, {**WHOLE, "seen_on": "last spring"}, on=TODAY)
    assert found[0].sentence == "“The day you last saw the child or young person” is not a date."


@pytest.mark.parametrize(
    "words",
    [
        "Access to a quiet room",
        "regular breaks",
        "Support as required",
        "opportunities to rest",
        "UP TO an hour",
    ],
)
def test_provision_without_an_amount_is_asked_about(words: str) -> None:
    found = advice_check.remarks(PSYCHOLOGY, {**WHOLE, "provision_1_what": words}, on=TODAY)
    assert [remark.key for remark in found] == ["provision_1_what"]
    assert "How much is that, who does it, and how often?" in found[0].sentence


def test_same_words_outside_provision_are_left_alone() -> None:
    assert advice_check.remarks(PSYCHOLOGY, {**WHOLE, "strengths": "Regularly helps others"}, on=TODAY) == ()


def test_every_kind_but_the_familys_has_hours() -> None:
    assert set(GROUP_OF) == set(AdviceKind) - {AdviceKind.PARENT_OR_YOUNG_PERSON}
    assert set(GROUP_OF.values()) <= set(HOURS)


def test_measured_hours_are_those_of_the_survey() -> None:
    measured = {str(group): each.hours for group, each in HOURS.items() if not each.assumed}
    assert measured == {
        "EDUCATIONAL_PSYCHOLOGIST": 17.4, "CASE_OFFICER": 11.3, "SEND_MANAGER": 9.9, "SOCIAL_WORKER": 4.8
    }  # fmt: skip


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("learning", "Thinking and learning"),
        ("need_2_evidence", "Need 2: What shows it?"),
        ("sources", "What you relied on"),
        ("never_asked", "never_asked"),
    ],
)
def test_answer_is_named_by_what_was_asked(key: str, title: str) -> None:
    assert advice_forms.title_of(PSYCHOLOGY, key) == title
