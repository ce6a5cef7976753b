"""A plan is read the same however it is laid out: headings, tables, forms, lists and lines."""

import pytest

from alongside.core.plan.checks import blocks, document, headings, items
from alongside.core.plan.checks.blocks import Block, Cell, Grid, Line, Written
from alongside.core.plan.checks.document import PlanDocument
from alongside.core.plan.checks.items import Item
from plan_check_cast import table

F = Line("Section F: Special educational provision", level=1)


def read(*lines: str | Block) -> PlanDocument:
    return document.read(Written("plan", tuple(Line(x) if isinstance(x, str) else x for x in lines)))


def bold(text: str) -> Line:
    return Line(text, is_bold=True)


def one_cell(*lines: str | Block) -> Grid:
    held = tuple(Line(x) if isinstance(x, str) else x for x in lines)
    return Grid(((Cell(held),),))


def shown(provisions: tuple[Item, ...]) -> list[tuple[str, str, str]]:
    return [
        (i.text, i.part("who").rpartition(": ")[2], i.part("when").rpartition(": ")[2]) for i in provisions
    ]


@pytest.mark.parametrize(
    ("text", "marked", "letter"),
    [
        ("Section A", False, "A"),
        ("SECTION H1", False, "H1"),
        ("Section H 2 - any other", True, "H2"),
        ("Part C Health", True, "C"),
        ("Part C Health", False, None),
        ("A) All about me", False, "A"),
        ("I. Placement", False, "I"),
        ("A Views", True, None),
        ("I like school", True, None),
        ("A class of 8", True, None),
        ("G – Health Provision", False, "G"),
        ("G: Health provision is what the health service does.", False, None),
        ("Section F sets out the provision that Sam needs.", False, None),
        ("Section B describes", False, None),
        ("K Advice and information", True, "K"),
        ("K Advice and information", False, None),
        ("3. Section F: Special educational provision", False, "F"),
        ("Section E: Outcomes ........ 7", False, "E"),
        ("Section H: Social care provision", True, "H"),
        ("Section H: Provision under the Chronically Sick and Disabled Persons Act", True, "H1"),
        ("H – Any other social care provision", True, "H2"),
        ("Special Educational Provision", True, "F"),
        ("Special Educational Provision", False, None),
        ("Section F special educational provision is here.", False, None),
        ("Appendix A", True, None),
        ("Section 41 school", True, None),
        ("", True, None),
        ("Section A: " + "word " * 30, True, None),
    ],
)
def test_line_begins_a_section_or_not(text: str, marked: bool, letter: str | None) -> None:
    heading = headings.heading_of(text, is_marked=marked)
    assert (heading.letter if heading else None) == letter


def test_one_heading_for_two_sections_names_both() -> None:
    heading = headings.heading_of("Sections H1 and H2: Social care provision", is_marked=True)
    assert heading == headings.Heading("H1", "H2")


def test_section_without_letter_begins_at_its_title() -> None:
    plan = read(
        bold("Section A: Views"),
        "I like cats.",
        bold("Outcomes"),
        "1. By July Sam will read.",
        bold("Outcomes"),
        "x",
    )
    assert plan.order == ("A", "E")


def test_title_within_a_lettered_section_is_only_a_heading() -> None:
    plan = read(
        Line("Section E: Outcomes", 1),
        Line("Section B: Special educational needs", 1),
        bold("Outcomes"),
        "B1. Reads.",
    )
    assert [p.section for p in plan.passages] == ["B", "B"]


def test_table_of_contents_is_not_the_plan() -> None:
    plan = read(
        "Section A: Views\t2",
        "Section B: Special educational needs\t3",
        Line("Section A: Views", 1),
        "I like cats.",
        Line("Section B: Needs", 1),
        "B1. Reads.",
    )
    assert plan.order == ("A", "B")
    assert plan.text("A") == "I like cats."


def test_section_that_goes_on_later_is_one_section() -> None:
    plan = read(
        F,
        "1. One.",
        Line("Section G: Health provision", 1),
        "None.",
        Line("Section F (continued)", 1),
        "2. Two.",
    )
    assert plan.order == ("F", "G")
    assert plan.text("F") == "1. One.\n2. Two."


def test_headings_in_one_cell_tables_and_frames_are_headings() -> None:
    inner = table(("Need", "What", "Who"), ("B1", "Reading", "Teacher"))
    plan = read(
        one_cell("Section F: Special educational provision"),
        one_cell("Section G: Health provision", inner, "Rest."),
    )
    assert plan.order == ("F", "G")
    assert [(p.role, p.text) for p in plan.of("G")] == [
        ("need", "B1"),
        ("what", "Reading"),
        ("who", "Teacher"),
        ("", "Rest."),
    ]


def test_rows_of_a_table_are_provisions() -> None:
    plan = read(
        F, table(("Need", "Provision", "By whom", "How often"), ("B1", "Phonics", "TA", "20 minutes daily"))
    )
    (item,) = items.provisions(plan)
    assert (item.text, item.refers_to, item.gives_need) == ("Phonics", frozenset({"B1"}), True)
    assert item.main.place == "Section F, table 1, row 2, “Provision”"


def test_merged_cell_counts_for_every_row() -> None:
    rows = (
        ("Need", "Provision", "Who", "When"),
        ("B1", "Phonics", "TA", "daily"),
        ("^", "Reading", "^", "weekly"),
    )
    first, second = items.provisions(read(F, table(*rows)))
    assert first.refers_to == second.refers_to == {"B1"}
    assert second.part("who") == ""


def test_table_without_a_header_row_is_read_by_its_rows() -> None:
    rows = (
        ("F1", "Phonics every day", "Teaching assistant", "20 minutes"),
        ("F2", "Paired reading", "Teacher", "Weekly"),
    )
    assert [(i.number, i.text) for i in items.provisions(read(F, table(*rows)))] == [
        ("F1", "Phonics every day"),
        ("F2", "Paired reading"),
    ]


def test_one_table_may_hold_several_sections() -> None:
    grid = table(
        ("SECTION B: SPECIAL EDUCATIONAL NEEDS",),
        ("Area", "Strengths", "Needs"),
        ("Cognition", "Good memory.", "B1 Reads slowly.\nB2 Cannot add."),
        ("SECTION F: PROVISION",),
        ("Need", "Provision", "Staff", "Frequency"),
        ("B1", "Phonics", "TA", "daily"),
    )
    plan = read(grid)
    assert [i.number for i in items.needs(plan)] == ["B1", "B2"]
    assert shown(items.provisions(plan)) == [("Phonics", "TA", "daily")]


def test_form_with_labels_on_the_left_is_one_provision_for_each_round() -> None:
    rows = (
        ("Provision", "Phonics"),
        ("Who", "TA"),
        ("How often", "daily"),
        ("Provision", "Reading"),
        ("Who", "Teacher"),
    )
    assert shown(items.provisions(read(F, table(*rows)))) == [
        ("Phonics", "TA", "daily"),
        ("Reading", "Teacher", ""),
    ]


def test_what_who_and_how_often_on_lines_are_one_provision() -> None:
    plan = read(
        F, "Need 1", "What: phonics", "Who: TA", "How often: daily", "What:", "calm corner", "Who: teacher"
    )
    assert shown(items.provisions(plan)) == [("phonics", "TA", "daily"), ("calm corner", "teacher", "")]
    assert [i.refers_to for i in items.provisions(plan)] == [{"1"}, {"1"}]


def test_bullets_under_a_need_are_provisions_for_it() -> None:
    plan = read(
        F, "To meet need B1:", Line("Reading daily.", is_listed=True), Line("A laptop.", is_listed=True)
    )
    assert [(i.text, i.refers_to) for i in items.provisions(plan)] == [
        ("Reading daily.", {"B1"}),
        ("A laptop.", {"B1"}),
    ]


def test_bullets_that_finish_a_line_belong_to_it() -> None:
    plan = read(
        F,
        "A teaching assistant will help with:",
        Line("reading", is_listed=True),
        Line("spelling", is_listed=True),
    )
    assert [len(i.parts) for i in items.provisions(plan)] == [3]


def test_standing_text_is_no_provision() -> None:
    plan = read(F, "X Council must secure the provision in this section.", "1. Phonics each day.")
    assert [i.text for i in items.provisions(plan)] == ["Phonics each day."]


def test_number_alone_above_a_paragraph_is_its_heading() -> None:
    plan = read(F, Line("F1 Reading (B4; outcome E2)", is_bold=True), "Phonics each day in the den.")
    (item,) = items.provisions(plan)
    assert item.refers_to == {"B4", "E2", "F1"} - {"F1"}


def test_hours_at_the_start_of_a_line_are_not_its_number() -> None:
    assert [i.text for i in items.provisions(read(F, "20 hours a week of help."))] == [
        "20 hours a week of help."
    ]


def test_needs_in_one_paragraph_are_told_apart() -> None:
    plan = read(
        Line("Section D: Social care needs", 1),
        "D1. Needs two people to bath him. D2. The family need breaks.",
    )
    assert [(i.number, i.text) for i in items.needs(plan)] == [
        ("D1", "Needs two people to bath him."),
        ("D2", "The family need breaks."),
    ]


def test_number_of_a_need_may_stand_in_its_own_column() -> None:
    plan = read(
        Line("Section B: Special educational needs", 1),
        table(("No.", "Description of need"), ("1", "Reads slowly.")),
    )
    assert [(i.number, i.text) for i in items.needs(plan)] == [("1", "Reads slowly.")]


def test_strengths_are_no_needs() -> None:
    plan = read(
        Line("Section B: Special educational needs", 1),
        Line("Strengths", 2),
        "Kind.",
        Line("Needs", 2),
        "Strengths. Funny.",
        "Reads slowly.",
    )
    assert [i.text for i in items.needs(plan)] == ["Reads slowly."]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("None.", True),
        ("No needs identified.", True),
        ("Early Help found no social care needs that were known.", True),
        ("She cannot hear the alarm. No other social care needs have been identified.", False),
        ("She has no friends.", False),
    ],
)
def test_statement_that_there_is_nothing_is_known(text: str, none: bool) -> None:
    assert items.says_none(text) is none


def test_outcomes_are_told_from_the_words_round_them() -> None:
    plan = read(
        Line("Section E: Outcomes", 1),
        "These outcomes are for the next phase.",
        "Jo will read 40 words by July 2027.",
        "None yet.",
        "Short.",
        "She is a happy girl and always was.",
    )
    assert [i.text for i in items.outcomes(plan)] == ["Jo will read 40 words by July 2027."]


def test_lines_of_a_document_from_outside_are_read_from_json() -> None:
    record = {
        "blocks": [
            {"text": "Section A", "level": 1},
            {"rows": [[{"blocks": [{"text": "x", "bold": True, "listed": True}], "goes_on": True}]]},
        ],
        "margins": ["head"],
        "comments": ["why?"],
    }
    written = blocks.from_json("plan", record)
    assert written.blocks[0] == Line("Section A", 1)
    assert written.blocks[1] == Grid(((Cell((Line("x", 0, True, True),), True),),))
    assert (written.margins, written.comments) == (("head",), ("why?",))


def test_front_page_and_margins_are_the_front() -> None:
    plan = document.read(
        Written("p", (Line("Name: Jo"), Line(" "), Line("Section A: Views", 1)), ("EHC plan",))
    )
    assert [p.text for p in plan.of("0")] == ["Name: Jo", "EHC plan"]
    assert plan.of("0")[0].place == "front page or margin"


def test_lines_before_and_after_a_table_are_provisions_too() -> None:
    plan = read(
        F,
        "1. Phonics each day.",
        table(("Need", "Provision", "Who"), ("1, 3", "Reading\n\nSpelling", "TA")),
        "2. Maths each day.",
    )
    assert [i.text for i in items.provisions(plan)] == ["Phonics each day.", "Reading", "Maths each day."]
    assert items.provisions(plan)[1].refers_to == {"1", "3"}


def test_line_under_another_heading_is_another_provision() -> None:
    plan = read(
        F, Line("Reading", 2), "Phonics each day with Jo.", Line("Maths", 2), "Sums each day with Jo."
    )
    assert len(items.provisions(plan)) == 2


def test_table_of_two_columns_of_sentences_is_no_form() -> None:
    long = "The class teacher reads with Jo in the library for a little while."
    plan = read(F, table((long, "Every day."), (long.replace("reads", "sings"), "Every week.")))
    assert [i.text for i in items.provisions(plan)] == [long, long.replace("reads", "sings")]


def test_long_first_row_is_no_header() -> None:
    long = "The class teacher reads with Jo in the library for a little while each and every day."
    assert [i.text for i in items.provisions(read(F, table((long, "Teacher", "Daily"))))] == [long]


def test_outcome_may_be_numbered_in_words() -> None:
    plan = read(Line("Section E: Outcomes", 1), "Outcome 2: By July 2027 Jo will read.")
    assert [(i.number, i.text) for i in items.outcomes(plan)] == [("2", "By July 2027 Jo will read.")]


def test_empty_table_says_nothing() -> None:
    assert read(F, table(("", ""), ("", ""))).of("F") == ()
