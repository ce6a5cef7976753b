"""A plan and advice as this service keeps them become what the checks read."""

import plan_check_cast as cast
from alongside.core.case import advice_forms
from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks import copies, document, kept, statements
from alongside.core.plan.checks.facts import CaseFacts
from alongside.core.plan.checks.statements import Kind

PSYCHOLOGY = advice_forms.FORMS["PSYCHOLOGY"]


def test_every_section_has_its_heading_even_where_nothing_is_written() -> None:
    plan = kept.plan("p", {"B": "B1. Jo reads slowly."})
    assert plan.order == tuple(PlanSection)
    assert plan.text("B") == "B1. Jo reads slowly."
    assert plan.text("C") == ""


def test_a_bullet_is_a_line_of_a_list_without_its_sign() -> None:
    plan = kept.plan("p", {"K": "- Ruth Amadi, parent\n\nSchool"})
    assert [(p.text, p.is_listed) for p in plan.of("K")] == [("Ruth Amadi, parent", True), ("School", False)]


def test_a_label_on_its_own_line_gives_the_provision_its_part() -> None:
    plan = kept.plan(
        "p", {"F": "F1. Reading practice\nBy whom: a teacher\nWhen: daily, 10 minutes\nNeed: B1"}
    )
    assert [p.role for p in plan.of("F")] == ["", "who", "when", "need"]


def test_needs_and_provision_of_a_form_are_what_a_plan_must_take_up() -> None:
    answers = {
        "learning": "Jo cannot hold numbers in mind and should have help every day.",
        "strengths": "Jo asks when she needs help each morning.",
        "need_1_what": "Jo cannot read short words yet",
        "need_1_evidence": "Seen in May: 3 of 20 words read.",
        "outcome_1_what": "Jo will not be lost in a lesson.",
        "provision_1_what": "Phonics one to one",
        "provision_1_who": "a teacher",
        "provision_1_how_often": "daily",
        "provision_1_how_long": "20 minutes",
        "provision_1_need": "reading",
    }
    said = statements.of(kept.advice("ep", PSYCHOLOGY, answers), CaseFacts())
    assert [(s.kind, s.text) for s in said] == [
        (Kind.NEED, "Jo cannot read short words yet."),
        (Kind.PROVISION, "Phonics one to one. a teacher. daily. 20 minutes."),
    ]


def test_words_outside_the_groups_are_still_there_to_be_found() -> None:
    given = kept.advice("ep", PSYCHOLOGY, {"learning": "Jo forgets numbers.\n\nShe guesses."})
    assert given.lines == (
        (2, "Background", False),
        (0, "Jo forgets numbers.", False),
        (0, "She guesses.", False),
    )


def test_what_a_family_says_is_hard_is_a_need() -> None:
    form = advice_forms.FORMS["ABOUT_MY_CHILD"]
    given = kept.advice(
        "mum", form, {"hard": "She cannot sleep before two o’clock.", "future": "A job she likes."}
    )
    assert [s.text for s in statements.of(given, CaseFacts())] == ["She cannot sleep before two o’clock."]


def test_nearest_plan_is_found_and_how_distinct_a_plan_is_from_it() -> None:
    def runs(text: str) -> frozenset[int]:
        return copies.runs(cast.plan({"B": (text,)}, without=(*"ACDEFGIJK", "H1", "H2")), ("Jo",))

    one = "B1. Jo reads at the level of a child of six and hides her work."
    plans = {"a": runs(one), "b": runs(one), "c": runs("B1. Walking far is hard since the operation last summer."),
             "d": frozenset[int]()}  # fmt: skip
    found = copies.nearest(plans)
    assert found["a"] == ("b", 0.0)
    assert found["c"][1] == 1.0
    assert "d" not in found
    assert copies.nearest({"a": plans["a"]}) == {}


def test_kept_plan_reads_as_the_same_plan_from_a_document() -> None:
    texts = {section: "\n".join(cast.BASE[section]) for section in PlanSection}
    same = cast.plan()
    assert isinstance(same, document.PlanDocument)
    assert [p.text for p in kept.plan("p", texts).of("A", "B", "F")] == [
        p.text for p in same.of("A", "B", "F")
    ]
