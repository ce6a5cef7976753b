"""Vague wording: what commits nobody, what gives no amount, and what is sound although it looks alike."""

import pytest

from alongside.core.plan.checks.finding import Finding, Severity
from plan_check_cast import found, table

NO_COMMITMENT = [
    "Jo will have access to a laptop.",
    "Jo could be offered art therapy.",
    "Sensory equipment will be provided where appropriate.",
    "The school will endeavour to provide a quiet room.",
    "A scribe or equivalent support for tests.",
    "Jo should be given extra time in tests.",
    "Support at break if staffing allows.",
    "A reader may be provided in examinations.",
    "Up to 10 hours of teaching assistant time.",
    "Therapy sessions when available.",
    "Jo will be given the opportunity to join a lunch club.",
    "It is recommended that Jo sits near the front.",
    "Movement breaks as and when needed.",
    "The need for counselling will be considered by the SENCO.",
    "Mentoring, subject to review of capacity.",
    "A key worker if required.",
    "Where practicable Jo will be taught in a quiet room.",
    "Jo might need help with dressing.",
    "Interventions will be used as appropriate.",
    "Physiotherapy exercises, wherever possible twice a week.",
    "An alternative curriculum to be agreed with parents.",
    "OT equipment or similar will be used.",
    "Staff will try to give Jo warning of change.",
    "Provision depends on the availability of the hydrotherapy pool.",
    "At the discretion of the head teacher Jo may leave early.",
]
NO_QUANTITY = [
    "Regular input from the speech and language therapist.",
    "Jo will have frequent breaks.",
    "Support from a familiar adult.",
    "Small group work on social skills.",
    "Weekly sessions with the ELSA.",
    "Additional adult support in maths.",
    "Trained staff will deliver the programme.",
    "A high staff ratio.",
    "Ongoing monitoring by the SENCO.",
    "Several sessions of reading each week.",
    "Specialist teaching for literacy.",
    "Teaching assistant support in English and maths.",
    "Daily reading with the class teacher.",
    "Termly visits by the educational psychologist.",
    "Consistent routines from all adults.",
    "A sufficient level of supervision at lunch.",
    "Appropriate equipment will be in class.",
    "Staff will use visual timetables.",
    "Some one-to-one time with the learning mentor.",
    "A reduced class size.",
]
SOUND = [
    "A teaching assistant will read with Jo for 15 minutes every day in the library, one to one.",
    (
        "A speech and language therapist registered with "
        "the HCPC will see Jo for one "
        "45-minute session a week for 38 weeks, with a further 15 minutes to show the class teacher what to do."
    ),
    "The SENCO meets Jo's parents for one hour each half term to go through the log.",
    "Jo will be taught in a class of no more than 10 pupils, with one teacher and two teaching assistants.",
    "A small group of four pupils, led by the ELSA, for 30 minutes every Tuesday.",
    "A height-adjustable desk and a writing slope, provided by the school by 1 September 2026.",
    (
        "At least two breaks of ten minutes each "
        "day; the class teacher "
        "may add a third when Jo shows the red card."
    ),
    (
        "The physiotherapist will visit for 90 "
        "minutes each term to review "
        "the exercises and train the teaching assistant."
    ),
    (
        "Not less than 20 hours a week of one-to-one "
        "teaching assistant support, and up "
        "to 25 hours in weeks with a trip, as decided by the SENCO from the risk log."
    ),
    "Jo's own laptop with text-to-speech software, used in every lesson.",
    (
        "Two named teaching assistants, each with 6 "
        "hours of autism training from "
        "the specialist teacher, share 25 hours a week between them."
    ),
    "Occupational therapist: 6 sessions of 50 minutes in the autumn term, one to one, on dressing and cutlery.",
    "Five minutes of warning before each change of lesson, given by the teaching assistant with a sand timer.",
    "In his regular class Jo sits at the front left.",
    "A radio aid for all lessons, checked by the teacher of the deaf every half term for 30 minutes.",
    (
        "Fifteen minutes of touch-typing "
        "practice with the learning "
        "support assistant on Monday, Wednesday and Friday."
    ),
    "Maths is taught by a qualified teacher for five hours a week in a group of six.",
    "The mentor and Jo talk for 20 minutes at 9am every Monday, in the mentor's room.",
]


ROW = ("Need", "Provision", "Who", "How often and how long", "Review")


def severities(*cells: str) -> set[tuple[str, str]]:
    return {(f.kind, f.severity.value) for f in found({"F": [table(ROW, cells)]}) if f.rule.startswith("F.")}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("B1", "Reading practice.", "Teacher", "20 minutes daily", "Termly"), {("VAGUE_2", "W")}),
        (("B1", "Reading practice.", "Teacher", "20 minutes daily", "Class teacher, termly"), set()),
        (
            (
                "B1",
                "Ten minutes of naming every day, with more as needed.",
                "Teaching assistant",
                "9.15",
                "-",
            ),
            {("VAGUE_2", "W")},
        ),
        (("B1", "A lesson.", "Teacher", "Daily", "-"), {("VAGUE_2", "B"), ("F_INCOMPLETE", "B")}),
        (("B1", "A radio aid.", "Teacher", "Daily", "-"), {("VAGUE_2", "B")}),
        (("B1", "A daily story book.", "Teacher", "As stated", "-"), set()),
        (("B1", "Reading practice.", "Teacher", "In lessons", "-"), {("F_INCOMPLETE", "B")}),
        (("B1", "At least ten minutes, up to 20, of rest.", "Teacher decides", "Every day", "-"), set()),
        (
            ("B1", "At least ten minutes of rest where possible.", "Teacher", "Every day", "-"),
            {("VAGUE_2", "W")},
        ),
        (
            (
                "B1",
                "At least ten minutes of rest as needed; the teacher decides.",
                "Teacher",
                "Every day",
                "-",
            ),
            set(),
        ),
        (("B1", "Ten opportunities a day to ask, on cards.", "Teacher", "Daily", "-"), set()),
        (("B1", "Up to six children in a group.", "Teacher", "20 minutes a day", "-"), set()),
        (("B1", "Regular visits: three visits a term of 30 minutes.", "Nurse", "As stated", "-"), set()),
        (
            ("B1", "20 hours a week, used flexibly.", "Teaching assistant", "As stated", "-"),
            {("VAGUE_2", "W")},
        ),
        (
            ("B1", "Up to five hours a week of adult support.", "Teacher", "As stated", "-"),
            {("VAGUE_3", "B")},
        ),
        (("B1", "The Flexible Futures group of six.", "Tutor", "20 minutes a day", "-"), set()),
        (("B1", "A meeting under the Access to Work scheme.", "Tutor", "20 minutes in June", "-"), set()),
        (("B1", "Regular Futures meet.", "Tutor", "20 minutes a day", "-"), set()),
        (
            (
                "B1",
                "The nurse trains all staff in rescue, two hours each September.",
                "Nurse",
                "As stated",
                "-",
            ),
            set(),
        ),
        (("B1", "A group who will train staff.", "-", "two hours each September", "-"), {("VAGUE_2", "B")}),
        (
            ("B1", "The teacher holds an additional qualification in deafness.", "Teacher", "all day", "-"),
            set(),
        ),
    ],
)
def test_row_of_provision_is_judged_as_one_statement(
    cells: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    assert {s for s in severities(*cells) if s[1] != "I"} == expected


def test_remark_about_other_lines_is_not_incomplete() -> None:
    assert of_f("All of this happens besides the lessons of her class.") == []


def test_long_sentence_is_quoted_about_the_wording_only() -> None:
    line = (
        "1. The teacher and the teaching assistant of "
        "the class plan together how "
        "the reading of the week will go and where possible they "
        "meet the parents in the hall after school, to tell them."
    )
    (finding,) = (f for f in of_f(line) if f.kind == "VAGUE_3")
    assert finding.text in line
    assert len(finding.text.split()) < 14


def of_f(line: str) -> list[Finding]:
    return [f for f in found({"F": [line]}) if f.rule.startswith("F.") and f.section == "F"]


@pytest.mark.parametrize("line", NO_COMMITMENT)
def test_what_commits_nobody_is_found(line: str) -> None:
    assert "VAGUE_3" in {f.kind for f in of_f(line)}


@pytest.mark.parametrize("line", NO_QUANTITY)
def test_what_gives_no_amount_is_found(line: str) -> None:
    assert "VAGUE_2" in {f.kind for f in of_f(line)}


@pytest.mark.parametrize("line", SOUND)
def test_specific_provision_is_left_alone(line: str) -> None:
    assert [f for f in of_f(line) if f.severity is not Severity.INFORMATION] == []


def test_label_is_the_question_and_what_follows_it_the_answer() -> None:
    first = ["F1. Reading taught one to one.", "Who: A specialist teacher"]
    answered = found({"F": [*first, "How often: every school day", "How long: 15 minutes"]})
    assert [f for f in answered if "often” does not" in f.why.lower()] == []
    left_open = found({"F": [*first, "How often: often", "How long: 15 minutes"]})
    assert [f.kind for f in left_open if "often” does not" in f.why.lower()] == ["VAGUE_2"]
