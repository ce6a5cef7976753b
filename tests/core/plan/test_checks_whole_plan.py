"""Sections, names, dates, the thread, the budget and contradictions: what needs more than one sentence."""

import pytest

from alongside.core.plan.checks import days, facts
from alongside.core.plan.checks.blocks import Line
from alongside.core.plan.checks.copy_index import Other
from alongside.core.plan.checks.finding import Severity
from plan_check_cast import BASE, case, found, kinds, of_kind, plan, table


@pytest.mark.parametrize(
    ("section", "next_to"), [("C", "Section D"), ("H1", "Section H2"), ("K", "Section J")]
)
def test_missing_section_is_named_at_the_heading_next_to_the_gap(section: str, next_to: str) -> None:
    (finding,) = of_kind(found(without=(section,)), "SECTION_MISSING")
    assert finding.section == section
    assert finding.text.startswith(next_to)


def test_document_without_sections_lacks_them_all() -> None:
    findings = of_kind(found(without=tuple(BASE)), "SECTION_MISSING")
    assert [f.text for f in findings] == ["plan_x"] * 12


def test_undivided_section_h_lacks_both_its_parts() -> None:
    blocks = {"G": ("None.", Line("Section H: Social care provision", 1), "None.")}
    missing = of_kind(found(blocks, without=("H1", "H2")), "SECTION_MISSING")
    assert [(f.section, f.text) for f in missing] == [
        ("H1", "Section H: Social care provision"),
        ("H2", "Section H: Social care provision"),
    ]


@pytest.mark.parametrize(
    "content",
    [(), ("Click or tap here to enter text.",), ("See separate report.",), ("Name of school:",), ("-",)],
)
def test_section_that_says_nothing_is_blank(content: tuple[str, ...]) -> None:
    assert "SECTION_BLANK" in kinds(found({"D": content}))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Elm Lane Primary School, a mainstream school.", None),
        ("A maintained special school.", None),
        ("To be confirmed.", "SECTION_I_NOT_FILLED"),
        ("A suitable school, to be confirmed once the college has replied.", "SECTION_I_NOT_FILLED"),
        ("", "SECTION_I_NOT_FILLED"),
    ],
)
def test_final_plan_names_a_school_or_its_type(content: str, kind: str | None) -> None:
    findings = kinds(found({"I": (content,)}, facts_of=case(status='"final"')))
    assert ("SECTION_I_NOT_FILLED" in findings) is (kind is not None)


def test_without_status_section_i_is_not_judged() -> None:
    assert not kinds(found({"I": ("Elm Lane School",)}, facts_of=case(status='""'))) & {
        "SECTION_I_IN_DRAFT",
        "SECTION_I_NOT_FILLED",
    }


def test_prompt_in_section_i_of_a_draft_is_left_alone() -> None:
    assert "TEMPLATE_LEFTOVER" not in kinds(found({"I": ("TBC",)}))
    assert "TEMPLATE_LEFTOVER" in kinds(found({"I": ("TBC",)}, facts_of=case(status='"final"')))


def test_comment_that_is_still_attached_is_found() -> None:
    (finding,) = of_kind(found(comments=("Is this right?",)), "TEMPLATE_LEFTOVER")
    assert (finding.text, finding.severity) == ("Is this right?", Severity.WARNING)


@pytest.mark.parametrize(
    ("margin", "wrong"),
    [
        ("EHC Plan: Hassan Amadi-Brook", True),
        ("X Council EHC Plan | Oliver Smith | DRAFT", True),
        ("X Council EHC Plan | Jo Amadi-Brook | DRAFT", False),
        ("Signed by Oliver Smith for the council, who wrote the plan with the family and the school", False),
    ],
)
def test_name_in_the_header_is_the_child(margin: str, wrong: bool) -> None:
    assert ("WRONG_NAME" in kinds(found(margins=(margin,)))) is wrong


@pytest.mark.parametrize(
    ("label", "wrong"), [("Child's name", True), ("Name of social worker", False), ("School", False)]
)
def test_name_in_a_field_of_the_front_page_is_the_child(label: str, wrong: bool) -> None:
    rows = table((label, "Oliver Green"), ("Date of birth", "10 April 2015"))
    assert ("WRONG_NAME" in kinds(found({"0": (rows,)}))) is wrong


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("B2. Josephene needs help to start.", True),
        ("B2. Brooks are in the wood.", False),
        ("B2. Every day brings help for Oscar to start.", True),
        ("B2. She works with Oscar Green on Mondays.", False),
        ("B2. Her friend Oscar is kind.", False),
        ("B2. The Poppy project is in June.", False),
        ("B2. At Zorbay Zorby needs help.", True),
        ("B2. Zorby Vale needs help.", True),
        ("B2. The Zorby.", False),
        ("B2. The teacher helps Isolde to begin.", True),
        ("B2. The rug is moved when Isolde becomes upset.", True),
        ("B2. Isolde struggles to begin.", True),
        ("B2. Handwriting needs practice.", False),
        ("B2. Tuesday will begin with a story.", False),
        ("B2. Help from Isolde Vane begins it.", False),
        ("B2. The school uses Clicker to begin.", False),
    ],
)
def test_name_that_is_used_for_the_child(line: str, wrong: bool) -> None:
    others = [Other(plan(name="plan_y"), ("Zorby", "Vale"))]
    assert ("WRONG_NAME" in kinds(found({"B": (*BASE["B"], line)}, others=others))) is wrong


def test_same_wrong_words_are_found_once() -> None:
    lines = (
        *BASE["B"],
        "B2. Oliver needs help.",
        "B3. Oliver needs help.",
        "B4. Josephene reads. Josephene sings.",
    )
    assert len(of_kind(found({"B": lines}), "WRONG_NAME")) == 2


def test_without_a_name_and_pronoun_identity_is_not_judged() -> None:
    lines = (*BASE["B"], "B2. Oliver needs help. He waits.")
    assert not kinds(found({"B": lines}, facts_of=facts.CaseFacts())) & {"WRONG_NAME", "WRONG_PRONOUN"}


def test_child_of_any_pronoun_of_the_case_is_left_alone() -> None:
    lines = (*BASE["B"], "B2. Jo waits until he is called and then she comes.")
    assert "WRONG_PRONOUN" not in kinds(found({"B": lines}, facts_of=case(pronouns='["he", "she"]')))
    assert "WRONG_PRONOUN" in kinds(found({"B": lines}, facts_of=case(pronouns='["they", "them"]')))


@pytest.mark.parametrize(
    ("front", "wrong"),
    [
        ("Date of birth: 10 April 2015", False),
        ("Date of birth: 10/04/2015", False),
        ("Date of birth: 2014-04-10", True),
        ("Mother's date of birth: 10 April 1985", False),
        ("Age: 11", False),
        ("Age: 13", True),
        ("Age: 11 years 1 month", False),
        ("Age: 11 years 9 months", True),
        ("Aged about that", False),
        ("Date of final plan: 20 May 2026", False),
        ("Date of final plan: 21 May 2026", True),
        ("Year 6", False),
        ("Year 3", True),
        ("Amended: 1 June 2016; first plan 1 June 2017", True),
        ("Made under the Children and Families Act of 13 March 2014", False),
        ("In care since March 2014", True),
        ("His mother was born on 3 May 1985", False),
        ("First plan issued: 1 June 2017", False),
        ("First plan issued: 2 June 2017", True),
        ("Plan for a child aged 5 to 15", False),
    ],
)
def test_front_page_agrees_with_the_facts(front: str, wrong: bool) -> None:
    dated = facts.from_toml(
        "as_of = 2026-06-01\n[child]\nfirst_name = "
        '"Jo"\ndate_of_birth = '
        "2015-04-10\n[dates]\nfirst_plan = 2017-06-01\nplan_dated = 2026-05-20\n"
    )
    assert ("DATE_IMPOSSIBLE" in kinds(found({"0": (front,)}, facts_of=dated))) is wrong


def test_age_in_a_form_is_read_from_its_own_cell() -> None:
    rows = table(("Date of birth", "10 April 2015"), ("Age", "13"))
    assert "DATE_IMPOSSIBLE" in kinds(found({"0": (rows,)}))


@pytest.mark.parametrize(
    ("section", "line", "wrong"),
    [
        ("K", "Ann Lee, psychologist, 1 March 2027", False),
        ("A", "Jo met us on 1 March 2027.", True),
        ("A", "Jo will meet us on 1 March 2027.", False),
        ("A", "The review will be held by 1 March 2025.", True),
        ("A", "The review was held by 1 March 2025.", False),
        ("A", "Jo said so on 30 February 2026.", True),
        ("A", "Jo said so on Monday 4 March 2026.", True),
        ("A", "Jo said so on Wednesday 4 March 2026.", False),
        ("A", '"I am seven and I like art."', True),
        ("A", '"I am eleven and I like art."', False),
        ("A", '"I will swim when I am twenty."', False),
        ("B", "Her mother is 40 years old.", False),
        ("E", "2. By July 2025 Jo will read 50 words a minute.", True),
        ("E", "2. By July 2028 Jo will read 50 words a minute.", False),
        ("A", "Jo said so on 31/12/2025 and 2025-13-01.", True),
        ("A", "The ratio is 3/4/5 and the code 45/77/2020.", False),
        ("A", "Jo has been there since June 2016 and met us on 4th of March 2026.", False),
    ],
)
def test_dates_fit_the_date_of_the_plan(section: str, line: str, wrong: bool) -> None:
    assert ("DATE_IMPOSSIBLE" in kinds(found({section: (*BASE[section], line)}))) is wrong


def test_advice_in_the_table_is_not_dated_after_the_plan() -> None:
    rows = table(("From", "Date"), ("Ann Lee", "1 March 2027"), ("Ruth Amadi", "1 March 2026"))
    assert [f.text for f in of_kind(found({"K": (rows,)}), "DATE_IMPOSSIBLE")] == ["1 March 2027"]


def test_year_group_is_that_of_most_children_of_that_age() -> None:
    from datetime import date

    assert days.school_year(date(2015, 4, 10), date(2026, 5, 20)) == 6
    assert days.school_year(date(2015, 9, 1), date(2026, 9, 1)) == 6
    assert days.school_year(date(2022, 3, 14), date(2026, 5, 12)) == -1


def test_every_kind_of_outcome_date_is_seen() -> None:
    for when in (
        "by the end of Key Stage 2",
        "within twelve months",
        "by 1 July 2027",
        "before she leaves Year 6",
        "by age 12",
    ):
        assert "OUTCOME_NO_DATE" not in kinds(
            found({"E": (f"1. Jo will read 40 words a minute {when}.",)})
        ), when


def test_column_or_opening_may_say_by_when_for_all() -> None:
    rows = table(("Outcome, by the end of Year 6", "Steps"), ("Jo will read 40 words a minute.", "Twenty."))
    assert "OUTCOME_NO_DATE" not in kinds(found({"E": (rows,)}))
    opening = "All outcomes are to be reached by July 2028."
    assert "OUTCOME_NO_DATE" not in kinds(found({"E": (opening, "1. Jo will read 40 words a minute.")}))


def test_measure_may_stand_beside_the_outcome() -> None:
    rows = table(
        ("Outcome", "How we will know"), ("By July 2027 Jo will improve her reading.", "40 tries out of 50")
    )
    assert "OUTCOME_NOT_SMART" not in kinds(found({"E": (rows,)}))


def test_staff_do_not_say_who_measures() -> None:
    rows = table(
        ("Outcome", "How we will know"), ("By July 2027 Jo will read 40 words.", "Feedback from staff")
    )
    assert any(f.kind == "VAGUE_2" and f.section == "E" for f in found({"E": (rows,)}))
    trained = table(
        ("Outcome", "How we will know"),
        ("By July 2027 Jo will read 40 words.", "Trained staff who hold the course of 6 hours"),
    )
    assert not any(f.kind == "VAGUE_2" and f.section == "E" for f in found({"E": (trained,)}))


OLDER = {"date_of_birth": "2011-04-10", "year_group": '"Year 10"'}


def test_from_year_nine_each_area_of_adult_life_is_thought_of() -> None:
    missing = of_kind(
        found({"E": ("1. By July 2027 Jo will get a job of 4 hours a week.",)}, facts_of=case(**OLDER)),
        "PFA_MISSING",
    )
    assert len(missing) == 3
    assert "PFA_MISSING" not in kinds(found())
    by_age = case(**{**OLDER, "year_group": '""'})
    assert "PFA_MISSING" in kinds(found(facts_of=by_age))
    assert "PFA_MISSING" not in kinds(found(without=("E",), facts_of=by_age))


def test_areas_that_the_plan_names_itself_are_taken_at_its_word() -> None:
    rows = table(
        ("Outcome", "By when", "Adulthood area"),
        ("Jo will take 3 buses.", "July 2027", "Work"),
        ("Jo will run 5 km.", "July 2027", "Health"),
    )
    missing = of_kind(found({"E": (rows,)}, facts_of=case(**OLDER)), "PFA_MISSING")
    assert [f.why.rpartition("about ")[2] for f in missing] == [
        "a home and independence.",
        "friends and community.",
    ]


F_TABLE = (
    ("Need", "Provision", "Who", "How often"),
    ("B1", "A reading lesson.", "Teacher", "20 minutes a day"),
)


def test_need_that_no_line_is_for_is_an_orphan() -> None:
    needs = ("B1. Jo reads slowly.", "B2. Jo wears pads and cannot say when she is wet.")
    (finding,) = of_kind(found({"B": needs, "F": (table(*F_TABLE),)}), "ORPHAN_NEED")
    assert (finding.text, finding.severity) == (
        "Jo wears pads and cannot say when she is wet.",
        Severity.BLOCKER,
    )


def test_need_without_number_is_an_orphan_where_nothing_is_about_it() -> None:
    needs = ("Jo reads slowly.", "Jo wears pads and cannot say when she is wet.")
    (finding,) = of_kind(
        found({"B": needs, "F": ("A reading lesson every day for 20 minutes with the teacher.",)}),
        "ORPHAN_NEED",
    )
    assert finding.severity is Severity.WARNING


def test_need_of_which_nothing_is_known_is_left_alone() -> None:
    assert "ORPHAN_NEED" not in kinds(found({"B": ("B1. She is so.",)}))


def test_need_whose_number_was_only_forgotten_is_no_orphan() -> None:
    needs = ("B1. Jo reads slowly.", "B2. Jo spells long words wrongly.")
    row = ("B1", "A reading and spelling lesson on long words.", "Teacher", "20 minutes a day")
    assert "ORPHAN_NEED" not in kinds(found({"B": needs, "F": (table(F_TABLE[0], row),)}))


def test_standing_text_among_needs_is_not_provision() -> None:
    assert "PROVISION_IN_B" not in kinds(
        found({"B": ("Provision in this section should be in Section F.", *BASE["B"])})
    )


def test_provision_under_the_undivided_h_is_not_placed() -> None:
    blocks = {"G": ("None.", Line("Section H: Social care provision", 1), "1. A hoist at home by June 2027.")}
    assert "MISPLACED_H" not in kinds(found(blocks, without=("H1", "H2")))


def test_line_for_all_needs_is_for_those_without_number() -> None:
    rows = table(F_TABLE[0], ("All", "A calm class.", "Teacher", "all day"))
    assert "ORPHAN_NEED" not in kinds(found({"B": ("Jo wears pads.",), "F": (rows,)}))


def test_health_need_is_met_by_any_health_provision() -> None:
    assert "ORPHAN_NEED" not in kinds(
        found({"C": ("C1. Jo has seizures.",), "G": ("1. A nurse on site all day.",)})
    )
    assert "ORPHAN_NEED" in kinds(
        found(
            {"C": ("C1. Jo has seizures.",), "F": ()}
            | {"G": ("None.",), "H2": ("1. A bath aid by June 2027.",)}
        )
    )


@pytest.mark.parametrize(
    ("row", "orphan"),
    [
        (("-", "A reading lesson.", "Teacher", "20 minutes a day"), True),
        (("B7", "A reading lesson.", "Teacher", "20 minutes a day"), True),
        (("B1", "A reading lesson.", "Teacher", "20 minutes a day"), False),
        (("All", "A maths lesson.", "Teacher", "20 minutes a day"), False),
        (("Number", "A maths lesson.", "Teacher", "20 minutes a day"), True),
    ],
)
def test_provision_that_meets_no_need_is_an_orphan(row: tuple[str, ...], orphan: bool) -> None:
    assert ("ORPHAN_PROVISION" in kinds(found({"F": (table(F_TABLE[0], row),)}))) is orphan


def test_provision_whose_heading_names_a_need_is_asked_about() -> None:
    lines = (Line("F1 Reading (B1)", 2), "F1.1 A maths lesson with the teacher for 20 minutes a day.")
    (finding,) = of_kind(found({"F": lines}), "ORPHAN_PROVISION")
    assert finding.severity is Severity.WARNING


def test_outcome_on_no_need_is_an_orphan() -> None:
    assert "ORPHAN_OUTCOME" in kinds(
        found({"E": ("1. By July 2027 Jo will recall 12 multiplication tables.",)})
    )
    assert "ORPHAN_OUTCOME" not in kinds(found({"E": ("1. By July 2027 Jo will receive maths lessons.",)}))


def test_hope_that_nothing_works_towards_is_lost() -> None:
    views = (
        *BASE["A"],
        "Ruth hopes that Jo will ride a horse, and to be happy. We want him to.",
        "What she wants.",
        "Strengths. She would like to sail.",
    )
    lost = of_kind(found({"A": views}), "ASPIRATION_LOST")
    assert [f.text for f in lost] == ["Ruth hopes that Jo will ride a horse"]


def test_young_childs_dream_is_only_for_the_writer_to_know() -> None:
    views = (*BASE["A"], '"I want to be a deep sea diver and find treasure."')
    assert {f.severity for f in of_kind(found({"A": views}), "ASPIRATION_LOST")} == {Severity.INFORMATION}
    assert {f.severity for f in of_kind(found({"A": views}, facts_of=case(**OLDER)), "ASPIRATION_LOST")} == {
        Severity.WARNING
    }


@pytest.mark.parametrize(
    ("budget", "elsewhere", "wrong"),
    [
        ("Direct payment of £50 a week for 40 weeks, total £2,000, for outcome E9.", "", True),
        ("Direct payment of £50 a week for 40 weeks, total £2,000, for outcome E1.", "", False),
        ("40 hours at £12 an hour, in all £480.", "", False),
        ("40 hours at £12 an hour, in all £500.", "", True),
        ("There is no personal budget.", "A direct payment is made for it.", True),
        ("There is no personal budget.", "No direct payment is made for it.", False),
        ("There is no personal budget.", "", False),
        (
            "Direct payment of £50 a week for 40 weeks, total £2,000.",
            "A direct payment is made for it.",
            False,
        ),
        ("", "A direct payment is made for it.", True),
        ("There is no personal budget. The budget of £900 will be paid in May.", "", True),
        ("A direct payment pays for a carer.", "", True),
        ("£14 an hour for 5 hours a week over 50 weeks comes to £3,500.", "", False),
    ],
)
def test_budget_agrees_with_itself_and_the_plan(budget: str, elsewhere: str, wrong: bool) -> None:
    outcome = table(("No.", "Outcome"), ("E1", "By July 2027 Jo will read 40 words a minute."))
    sections = {"J": (budget,), "E": (outcome,), "F": (*BASE["F"], elsewhere)}
    assert ("SECTION_J_INCONSISTENT" in kinds(found(sections))) is wrong


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (
            "1. Jo has 25 hours a week of teaching assistant time.",
            "2. The 20 hours a week of teaching assistant time stated above are split.",
            True,
        ),
        (
            "1. Jo has 20 hours a week of teaching assistant time.",
            "2. The 20 hours a week of teaching assistant time stated above are split.",
            False,
        ),
        (
            "1. Jo has up to 25 hours a week of teaching assistant time.",
            "2. The 20 hours a week of teaching assistant time stated above.",
            False,
        ),
        ("1. One-to-one support at all times.", "2. Two adults with Jo at all times.", True),
        ("1. One-to-one support at lunch.", "2. Two adults with Jo at all times.", False),
        ("1. Jo's programme is 18 hours a week over four days.", "2. Jo attends for five days a week.", True),
        (
            "1. Jo's programme is 18 hours a week over four days.",
            "2. Jo attends for four days a week.",
            False,
        ),
    ],
)
def test_statements_that_cannot_both_be_right_are_found(first: str, second: str, wrong: bool) -> None:
    assert ("CONTRADICTION" in kinds(found({"F": (first, second)}))) is wrong


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("B2. Jo has no hearing loss.", "B3. Jo has a mild hearing loss.", True),
        ("B2. Jo speaks in full sentences.", "B3. Jo is non-verbal.", True),
        ("B2. Jo is toilet trained.", "B3. Jo walks independently.", False),
    ],
)
def test_opposite_statements_are_asked_about(one: str, other: str, wrong: bool) -> None:
    findings = of_kind(found({"B": (*BASE["B"], one, other)}), "CONTRADICTION")
    assert [f.severity for f in findings] == ([Severity.WARNING] * 2 if wrong else [])


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("1. Jo will be given his/her own book each day for ten minutes by the teacher.", True),
        ("1. SENCO to complete.", True),
        ("1. The teacher asks her and him each day for ten minutes.", False),
    ],
)
def test_choice_of_pronouns_and_notes_to_writers_are_left_over(line: str, left: bool) -> None:
    assert ("TEMPLATE_LEFTOVER" in kinds(found({"F": (line,)}))) is left


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Foster carer: Dawn Whit, 27 Quarry Bank, Stan ZN4 9QP", "THIRD_PARTY"),
        ("School: Elm Lane School, 2 Elm Lane, Stan ZN4 9QQ", None),
        ("Address: 5 High Street", None),
        ("Fostering office: 2 Elm Lane, Stan ZN4 9QQ", None),
    ],
)
def test_address_of_a_carer_is_found(line: str, kind: str | None) -> None:
    assert ("THIRD_PARTY" in kinds(found({"0": (line,)}))) is (kind is not None)


def test_address_that_must_not_be_known_stops_the_plan() -> None:
    hidden = facts.from_toml(
        'as_of = 2026-06-01\n[child]\nfirst_name = "Jo"\n[agreements]\ncarer_address_disclosed = false\n'
    )
    (finding,) = of_kind(found({"0": ("Home: near ZN4 9QP",)}, facts_of=hidden), "THIRD_PARTY")
    assert finding.severity is Severity.BLOCKER


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("My friends are Sol and Bee. Bee cuts herself and sees a nurse.", True),
        ("My friends are Sol and Bee. Bee likes dogs.", False),
        ("Most of it followed remarks by Tyler Brandt in her class.", True),
        ("Jo sits by Tyler in her class.", False),
        ("The mother said that Jo is anxious.", False),
        ("Mr Brook was made redundant in May.", True),
        ("Mr Hale was made redundant in May.", False),
        ("Ruth came. Her mother came with us. She has been in prison.", True),
        ("Anxiety is what her mother knows.", False),
        ("Her father Colin is being treated for cancer.", True),
    ],
)
def test_other_peoples_matters_are_found(line: str, wrong: bool) -> None:
    assert ("THIRD_PARTY" in kinds(found({"A": (*BASE["A"], line)}))) is wrong


@pytest.mark.parametrize(
    ("views", "kind"),
    [
        (("Jo was unable to give her views because of her disability.",), "VIEWS_MISSING"),
        (("Jo was unable to say, so we watched what she chose over five days.",), None),
        (
            (
                "Jo could not tell us her views.",
                "We watched on 3 and 4 March 2026 with Mrs Hale, her teacher, what she reached for.",
            ),
            None,
        ),
        (("Jo is a pupil at Elm Lane.",), "VIEWS_MISSING"),
        (
            (
                "Her father could not give his views.",
                VIEWS_OF_JO := '"I like art," she told Mrs Hale, her teacher, on 4 March 2026.',
            ),
            None,
        ),
        (("Jo enjoys drawing and told us nothing else.",), "VIEWS_METHOD"),
        (('Ruth wrote on a form in spring 2026. "I like art."',), None),
        (('Pictures were chosen with Ruth. "I like art."',), None),
    ],
)
def test_views_are_there_and_it_is_said_how_they_were_gathered(
    views: tuple[str, ...], kind: str | None
) -> None:
    findings = kinds(found({"A": views})) & {"VIEWS_MISSING", "VIEWS_METHOD"}
    assert (kind in findings) if kind else not findings - {"VIEWS_METHOD"}


def test_difficulty_among_strengths_is_found() -> None:
    needs = (
        Line("Strengths", 2),
        "Jo is kind. She refuses to sit still.",
        Line("Needs", 2),
        "B1. Jo reads slowly.",
    )
    assert [f.text for f in of_kind(found({"B": needs}), "NEGATIVE_STRENGTH")] == [
        "She refuses to sit still."
    ]
    settled = (
        Line("Strengths", 2),
        "Jo is kind and no longer refuses to sit.",
        Line("Needs", 2),
        "B1. Jo reads slowly.",
    )
    assert "NEGATIVE_STRENGTH" not in kinds(found({"B": settled}))


@pytest.mark.parametrize(
    ("need", "kind"),
    [
        ("B1. Hypermobility. Jo is colour blind.", "DIAGNOSIS_ONLY"),
        ("B1. Dyslexia. Jo reads at six.", None),
        ("B1. Jo is kind. She reads at six.", None),
        ("B1. Jo cannot sit and cannot sleep.", None),
    ],
)
def test_bare_diagnosis_is_found_also_before_another_need(need: str, kind: str | None) -> None:
    assert ("DIAGNOSIS_ONLY" in kinds(found({"B": (need,)}))) is (kind is not None)


def test_second_health_need_in_one_item_is_told() -> None:
    assert "COMPOUND_NEED" in kinds(
        found({"C": ("C1. Jo has had ear infections, and she has eczema on her arms.",)})
    )
    assert "COMPOUND_NEED" not in kinds(found({"C": ("C1. Jo has ear infections and she is deaf then.",)}))


def test_adult_has_no_section_h1() -> None:
    adult = case(date_of_birth="2007-04-10")
    assert "MISPLACED_H" in kinds(found({"H1": ("1. A carer at home for two hours a day.",)}, facts_of=adult))
    assert "MISPLACED_H" not in kinds(
        found({"H2": ("1. A carer at home for two hours a day.",)}, facts_of=adult)
    )


@pytest.mark.parametrize(
    ("section", "line", "wrong"),
    [
        ("H2", "1. Travel training: a tutor will teach Jo the bus route in ten lessons.", True),
        ("H2", "1. A course that will teach her parents to sign, two hours a week.", False),
        (
            "G",
            "1. "
            + "A paediatrician sees Jo for an hour every year. " * 5
            + "The therapist will teach Jo to cook each week.",
            True,
        ),
    ],
)
def test_teaching_outside_section_f_is_found(section: str, line: str, wrong: bool) -> None:
    assert ("MISPLACED_F_G" in kinds(found({section: (line,)}))) is wrong


@pytest.mark.parametrize(
    ("text", "unexplained"),
    [
        ("The Sensory Integration Programme (SIP) and later the SIP.", False),
        ("SIP (sensory integration programme) is used.", False),
        ("The sensory integration programme. SIP is used.", False),
        ("A sensory space. SIP is used.", True),
        ("SECTION SIP PLAN FOR ALL", False),
        ("SIP: some and of the for in to a with on", True),
        ("SECTION SIP PLAN and more", True),
    ],
)
def test_abbreviation_is_spelled_out_somewhere(text: str, unexplained: bool) -> None:
    assert any(f.text == "SIP" for f in of_kind(found({"B": (*BASE["B"], text)}), "ACRONYM")) is unexplained
