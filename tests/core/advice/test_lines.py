"""The lines of a form: every need, outcome and recommendation, with its place and where it ordinarily belongs."""

import pytest

from alongside.core.advice import lines
from alongside.core.advice.lines import Line, LineKind
from alongside.core.case.advice_forms import FORMS
from alongside.core.case.advice_questions import AREAS, CARE_AREA, HEALTH_AREA
from alongside.core.case.codes import AdviceKind, PlanSection

S, K = PlanSection, LineKind


def test_each_group_gives_its_lines_in_the_order_of_the_form() -> None:
    answers = {
        "need_2_what": " Reads single words ",
        "need_2_evidence": "Test of 3 March",
        "outcome_1_what": "Reads a page",
        "outcome_1_by": "July 2027",
        "provision_1_what": "Teaching one to one",
        "provision_1_who": "A teacher",
        "provision_1_how_often": "Twice a week",
        "provision_1_need": "2",
        "strengths": "Towers",
    }
    assert lines.of_answers(FORMS["PSYCHOLOGY"], answers) == (
        Line(K.NEED, "Reads single words", "need_2", S.B),
        Line(K.OUTCOME, "Reads a page\nBy when? July 2027", "outcome_1", S.E),
        Line(
            K.RECOMMENDATION,
            "Teaching one to one\nWho does it? A teacher\nHow often? Twice a week",
            "provision_1",
            S.F,
        ),
    )


def test_need_of_which_only_the_evidence_is_written_is_a_line_too() -> None:
    found = lines.of_answers(FORMS["PSYCHOLOGY"], {"need_1_evidence": "He fell behind"})
    assert [line.words for line in found] == ["He fell behind"]


def test_recommendation_without_its_first_part_is_a_line_too() -> None:
    found = lines.of_answers(FORMS["PSYCHOLOGY"], {"provision_3_who": "A nurse"})
    assert [(line.place, line.words) for line in found] == [("provision_3", "Who does it? A nurse")]


def test_area_alone_is_no_line() -> None:
    assert lines.of_answers(FORMS["PSYCHOLOGY"], {"need_1_area": AREAS[0], "provision_1_need": "1"}) == ()


def test_words_are_kept_up_to_the_most() -> None:
    found = lines.of_answers(FORMS["GENERAL"], {"need_1_what": "x" * (lines.LONGEST + 1)})
    assert len(found[0].words) == lines.LONGEST


def test_familys_own_form_gives_no_lines() -> None:
    assert lines.of_answers(FORMS["ABOUT_MY_CHILD"], {"hard": "Mornings", "helps": "A timetable"}) == ()


@pytest.mark.parametrize(
    ("form", "area", "need", "provision"),
    [
        ("PSYCHOLOGY", "", S.B, S.F),
        ("SPEECH_AND_LANGUAGE", "", S.B, S.F),
        ("MEDICAL", "", S.C, S.G),
        ("MENTAL_HEALTH", "", S.C, S.G),
        ("MEDICAL", AREAS[0], S.B, S.F),
        ("PSYCHOLOGY", HEALTH_AREA, S.C, S.G),
        ("SOCIAL_CARE", "", S.D, S.H2),
        ("EDUCATION", CARE_AREA, S.D, S.H2),
        ("SOCIAL_CARE", AREAS[2], S.B, S.F),
    ],
)
def test_section_follows_the_area_and_then_the_form(
    form: str, area: str, need: PlanSection, provision: PlanSection
) -> None:
    kind = FORMS[form].kind
    assert lines.section_of(K.NEED, kind, form, area) is need
    assert lines.section_of(K.RECOMMENDATION, kind, form, area) is provision
    assert lines.section_of(K.OUTCOME, kind, form, area) is S.E


@pytest.mark.parametrize(
    ("kind", "need", "provision"),
    [
        (AdviceKind.MEDICAL, S.C, S.G),
        (AdviceKind.SOCIAL_CARE, S.D, S.H2),
        (AdviceKind.EDUCATIONAL, S.B, S.F),
    ],
)
def test_line_of_a_file_belongs_where_its_profession_does(
    kind: AdviceKind, need: PlanSection, provision: PlanSection
) -> None:
    assert lines.section_of(K.NEED, kind) is need
    assert lines.section_of(K.RECOMMENDATION, kind) is provision
