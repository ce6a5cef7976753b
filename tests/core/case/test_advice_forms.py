"""The structured forms of advice: complete, and told apart."""

import pytest

from alongside.core.case import advice_forms
from alongside.core.case.advice_forms import FORMS, Group
from alongside.core.case.advice_questions import AREAS
from alongside.core.case.codes import AdviceKind
from alongside.core.case.work_hours import GROUP_OF, HOURS

PSYCHOLOGY = FORMS["PSYCHOLOGY"]


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


@pytest.mark.parametrize(
    "form",
    [f for f in FORMS.values() if f.kind is not AdviceKind.PARENT_OR_YOUNG_PERSON],
    ids=lambda f: f.code,
)
@pytest.mark.parametrize("group", ["need", "provision"])
def test_area_of_each_need_and_provision_is_chosen_from_the_same_list(
    form: advice_forms.AdviceForm, group: str
) -> None:
    item = next(i for i in form.items if i.code == group)
    assert isinstance(item, Group)
    area = next(part for part in item.parts if part.code == "area")
    assert area.options == AREAS


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
