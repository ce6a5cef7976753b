"""The plan as data: what items say, how they are joined, what hangs loose, and how they are read from a text."""

from types import MappingProxyType
from typing import Any

import pytest

from alongside.core.case.codes import PlanSection
from alongside.core.plan import content, item_words, items, quotation, splitting, thread
from alongside.core.plan.checks import items as checked_items
from alongside.core.plan.checks import kept
from alongside.core.plan.content import Cited, PlanContent, SectionContent, Source
from alongside.core.plan.items import Item, ItemKind
from alongside.core.plan.thread import LinkKind, Loose, Thread
from alongside.core.refusal import Refused

S, K = PlanSection, ItemKind
HOPE = {"whose": "CHILD", "expressed": "SAID", "words": "I want to be a vet."}


def item(section: PlanSection, number: int, kind: ItemKind, **parts: str) -> Item:
    return Item(
        f"{section}-{number}", section, kind, number, parts or {"what": f"What {section}{number} says."}
    )


A1 = item(S.A, 1, K.ASPIRATION, **HOPE)
A2 = item(
    S.A, 2, K.VIEW, whose="PARENTS", expressed="SHOWN", words="She runs to the gate.", how_gathered="At home"
)
B1, B2, C1 = item(S.B, 1, K.NEED), item(S.B, 2, K.NEED), item(S.C, 1, K.NEED)
E1, E2 = item(S.E, 1, K.OUTCOME), item(S.E, 2, K.OUTCOME)
F1, F2 = item(S.F, 1, K.PROVISION), item(S.F, 2, K.PROVISION)


@pytest.mark.parametrize(("section", "label"), [(S.B, "B3"), (S.H1, "H1.3"), (S.H2, "H2.3")])
def test_label_tells_the_section_from_the_number(section: PlanSection, label: str) -> None:
    assert items.label_of(section, 3) == label


def test_sections_i_j_and_k_are_text() -> None:
    assert [section for section in S if not items.has_items(section)] == [S.I, S.J, S.K]


def test_area_of_need_is_asked_in_section_b_only() -> None:
    assert "area" in [part.code for part in items.parts_of(K.NEED, S.B)]
    assert "area" not in [part.code for part in items.parts_of(K.NEED, S.C)]


def test_parts_are_trimmed_and_empty_ones_left_out() -> None:
    assert items.check(S.B, K.NEED, {"what": " Reads slowly. ", "effect": " "}) == {"what": "Reads slowly."}


@pytest.mark.parametrize(
    ("section", "kind", "parts", "sentence"),
    [
        (S.B, K.PROVISION, {"what": "x"}, "Section B holds no item of the kind PROVISION. It holds: NEED"),
        (S.I, K.NEED, {"what": "x"}, "It holds: text only"),
        (S.B, K.NEED, {"what": "x", "colour": "red"}, "no part called “colour”"),
        (S.B, K.NEED, {"effect": "x"}, "“What is the need?” has no answer"),
        (S.B, K.NEED, {"what": "x", "area": "MUSIC"}, "cannot be “MUSIC”. Choose one of: COMMUNICATION"),
        (S.B, K.NEED, {"what": "x" * 5_001}, "5,001 characters long; 5,000 is the most"),
    ],
)
def test_item_that_does_not_belong_is_refused(
    section: PlanSection, kind: ItemKind, parts: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        items.check(section, kind, parts)
    assert sentence in refusal.value.sentence


def test_own_words_stand_in_quotation_marks_and_what_was_shown_does_not() -> None:
    assert item_words.item_text(A1) == "A1. The child’s aspiration: “I want to be a vet.”"
    assert item_words.item_text(A2) == (
        "A2. The parents’ view: She runs to the gate.\nHow this was gathered: At home"
    )
    quoted = item(S.A, 1, K.INTEREST, whose="YOUNG_PERSON", expressed="WRITTEN", words="“Buses.”")
    assert item_words.item_text(quoted) == "A1. The young person’s interest: “Buses.”"


def test_need_is_one_line_with_its_effect() -> None:
    need = item(S.B, 1, K.NEED, what="Reads slowly.", effect="Stops after a page.", area="COGNITION")
    assert item_words.item_text(need) == "B1. Reads slowly. Stops after a page."


def test_provision_names_the_needs_that_it_meets_and_each_part_has_its_line() -> None:
    provision = item(S.F, 1, K.PROVISION, what="Reading.", who="A teacher", how_long="15 minutes")
    assert item_words.item_text(provision, (B1, C1)) == (
        "F1. Reading.\nWho: A teacher\nHow long each time: 15 minutes\nNeed: B1, C1"
    )


def test_section_without_items_is_what_was_written() -> None:
    assert item_words.section_text(" As it is.\n", ()) == " As it is.\n"
    assert item_words.section_text("Before.\n", (B1,)) == "Before.\n\nB1. What B1 says."
    assert item_words.section_text(" ", (B1, B2)) == "B1. What B1 says.\n\nB2. What B2 says."


def test_long_item_is_cut_at_a_word() -> None:
    long = item(S.B, 1, K.NEED, what="Reads slowly, and stops after a page")
    assert item_words.short(long, 20) == "Reads slowly, and…"
    assert item_words.short(long, 14) == "Reads…"
    assert item_words.short(long, 4) == "Rea…"
    assert item_words.short(long, 200) == "Reads slowly, and stops after a page"


def test_links_have_the_direction_of_the_thread() -> None:
    assert thread.kind_of_link(A1, E1) is LinkKind.LEADS_TO
    assert thread.kind_of_link(B1, E1) is LinkKind.ADDRESSED_BY
    assert thread.kind_of_link(C1, F1) is LinkKind.MET_BY
    assert thread.oriented(F1, B1) == thread.oriented(B1, F1) == (B1, F1)


@pytest.mark.parametrize(("one", "other"), [(A1, F1), (E1, F1), (B1, B2), (A2, E1), (A1, B1)])
def test_other_kinds_are_not_joined(one: Item, other: Item) -> None:
    with pytest.raises(Refused, match="cannot be joined"):
        thread.oriented(one, other)


def test_partners_are_the_kinds_that_an_item_can_be_joined_to() -> None:
    assert thread.partners(K.OUTCOME) == (K.ASPIRATION, K.NEED)
    assert thread.partners(K.NEED) == (K.OUTCOME, K.PROVISION)
    assert thread.partners(K.VIEW) == ()


def loose(held: Thread) -> list[tuple[str, Loose]]:
    return [(orphan.item.label, orphan.loose) for orphan in thread.orphans(held)]


def test_whole_thread_hangs_nowhere_loose() -> None:
    held = (A1, B1, E1, F1)
    links = frozenset({("A-1", "E-1"), ("B-1", "E-1"), ("B-1", "F-1")})
    assert loose(Thread(held, links, frozenset(each.thread for each in held))) == []


def test_every_direction_of_a_loose_end_is_named() -> None:
    held = (A1, A2, B1, E1, F1)
    assert loose(Thread(held, frozenset(), frozenset({"A-1", "B-1", "E-1", "F-1"}))) == [
        ("A1", Loose.ASPIRATION_WITHOUT_OUTCOME),
        ("A2", Loose.ITEM_WITHOUT_SOURCE),
        ("B1", Loose.NEED_WITHOUT_PROVISION),
        ("B1", Loose.NEED_WITHOUT_OUTCOME),
        ("E1", Loose.OUTCOME_WITHOUT_NEED),
        ("E1", Loose.OUTCOME_WITHOUT_ASPIRATION),
        ("E1", Loose.OUTCOME_WITHOUT_PROVISION),
        ("F1", Loose.PROVISION_WITHOUT_NEED),
    ]


def test_outcome_whose_need_has_no_provision_has_none_either() -> None:
    held = (A1, B1, B2, E1, F1)
    links = frozenset({("A-1", "E-1"), ("B-1", "E-1"), ("B-2", "F-1"), ("B-9", "F-1")})
    found = loose(Thread(held, links, frozenset(each.thread for each in held)))
    assert ("E1", Loose.OUTCOME_WITHOUT_PROVISION) in found
    assert ("F1", Loose.PROVISION_WITHOUT_NEED) not in found


def test_deleting_a_provision_leaves_its_need_an_orphan() -> None:
    links = frozenset({("B-1", "F-1"), ("B-1", "E-1"), ("A-1", "E-1")})
    whole, cut = (A1, B1, E1, F1), (A1, B1, E1)
    sourced = frozenset(each.thread for each in whole)
    assert loose(Thread(whole, links, sourced)) == []
    assert loose(Thread(cut, links, sourced)) == [
        ("B1", Loose.NEED_WITHOUT_PROVISION),
        ("E1", Loose.OUTCOME_WITHOUT_PROVISION),
    ]


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("loses the line", True),
        ("LOSES  the\nline", True),
        ("Ivy’s finger", True),
        ("reads … the line", True),
        ("reads [...] four words", True),
        ("four words … reads", False),
        ("loses a line", False),
        ("...", False),
        ("", False),
    ],
)
def test_quotation_occurs_whatever_its_spaces_and_marks(words: str, holds: bool) -> None:
    text = "Ivy's finger follows. She reads and loses the  line\nafter four words."
    assert quotation.occurs(words, text) is holds


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("line", "too short to be found again"), ("not there", "does not stand in the report")],
)
def test_quotation_that_is_not_there_is_refused(words: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        quotation.check(words, "She loses the line.", "the report")
    quotation.check("the line", "She loses the line.", "the report")


def test_provision_in_one_line_is_taken_apart_by_its_labels() -> None:
    text = (
        "What Ivy is given.\n\nF1. Paired reading. By whom: a teaching assistant. Training: Catch Up. "
        "How often: daily. How long: 15 minutes. Ratio: 1 to 1. Review: each term.\n\nF2. A quiet place."
    )
    assert splitting.proposed(S.F, text) == splitting.Proposal(
        "What Ivy is given.",
        (
            {
                "what": "Paired reading.", "who": "a teaching assistant.", "training": "Catch Up.",
                "how_often": "daily.", "how_long": "15 minutes.", "group_size": "1 to 1.", "until": "each term.",
            },
            {"what": "A quiet place."},
        ),
    )  # fmt: skip


def test_label_that_has_no_part_stays_in_the_words() -> None:
    found = splitting.proposed(
        S.F, "F1. Paired reading.\nWhere: in the library.\nWho: a teacher.\nWho: or an aide."
    )
    assert found.items == (
        {"what": "Paired reading.\nWhere: in the library.\nWho: or an aide.", "who": "a teacher."},
    )


def test_needs_are_told_from_strengths_which_stay_before_them() -> None:
    found = splitting.proposed(S.B, "Strengths. Ivy is kind.\n\nB1. Reads slowly.\n\nB2. Covers her ears.")
    assert found.introduction == "Strengths. Ivy is kind."
    assert found.items == ({"what": "Reads slowly."}, {"what": "Covers her ears."})


def test_outcomes_keep_their_day_and_their_measure() -> None:
    text = (
        "E1. Ivy will read a page aloud.\nWhen: by July 2027.\n"
        "How we will know: her teacher listens.\nSteps: a line."
    )
    assert splitting.proposed(S.E, text).items == (
        {
            "what": "Ivy will read a page aloud.",
            "by_when": "by July 2027.",
            "how_measured": "her teacher listens.",
            "steps": "a line.",
        },
    )


@pytest.mark.parametrize("section", [S.A, S.K, S.I])
def test_sections_that_only_their_author_can_split_are_left_whole(section: PlanSection) -> None:
    assert splitting.proposed(section, "“I like buses.”") == splitting.Proposal("“I like buses.”", ())


def test_what_is_printed_can_be_split_into_the_same_items() -> None:
    provision = item(
        S.F, 1, K.PROVISION, what="Paired reading.", who="a teacher", training="Catch Up", how_often="daily",
        how_long="15 minutes", group_size="one to one", until="each term",
    )  # fmt: skip
    printed = item_words.section_text("", (provision, F2))
    assert splitting.proposed(S.F, printed).items == (provision.parts, F2.parts)


def plan(*sections: SectionContent, **more: Any) -> PlanContent:
    return PlanContent(sections, **more)


def test_content_knows_its_items_in_the_order_of_the_plan_and_its_texts() -> None:
    held = plan(
        SectionContent(S.F, "", (F1,)),
        SectionContent(S.B, "Ivy is kind.", (B1,)),
        links=frozenset({("B-1", "F-1")}),
        sources={"B-1": (Source(Cited("", "MEDICAL", "Dr A", "", None), quotation="x y"),), "F-1": ()},
    )
    assert held.items == (B1, F1)
    assert held.thread.sourced == {"B-1"}
    assert held.texts() == {S.F: "F1. What F1 says.\nNeed: B1", S.B: "Ivy is kind.\n\nB1. What B1 says."}
    content.check(held)


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (plan(SectionContent(S.B, "", (B2,))), "numbered [2]"),
        (plan(SectionContent(S.B, "", (B1,)), SectionContent(S.C, "", (Item("B-1", S.C, K.NEED, 1, {"what": "x"}),))),
         "stands in the plan twice"),
        (plan(SectionContent(S.C, "", (B1,))), "B1 stands in Section C"),
        (plan(SectionContent(S.B, "", tuple(item(S.B, n, K.NEED) for n in range(1, 101)))), "100 items; 99 is"),
        (plan(SectionContent(S.B, "", (Item("x", S.B, K.NEED, 1, MappingProxyType({})),))), "has no answer"),
        (plan(SectionContent(S.B, "", (B1,)), links=frozenset({("B-1", "F-9")})), "the plan has no item F-9"),
        (plan(SectionContent(S.F, "", (F1,)), links=frozenset({("B-9", "F-1")})), "the plan has no item B-9"),
        (plan(SectionContent(S.B, "", (B1, B2)), links=frozenset({("B-1", "B-2")})), "cannot be joined"),
        (plan(SectionContent(S.B, "", (B1,)), sources={"B-7": ()}), "the plan has none of that name"),
    ],
)  # fmt: skip
def test_content_that_does_not_hold_together_is_refused(held: PlanContent, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        content.check(held)
    assert sentence in refusal.value.sentence


def test_checks_read_every_line_of_a_printed_item_as_part_of_it() -> None:
    parts = {
        "what": "Reading with an adult beside her.",
        "who": "A teaching assistant",
        "training": "Precision teaching",
        "how_often": "Every school day",
        "how_long": "15 minutes",
        "group_size": "One to one",
        "until": "Each term",
    }
    provision = item(S.F, 1, K.PROVISION, **parts)
    step = item(
        S.E, 1, K.OUTCOME, what="She will read a page.", by_when="July 2027", how_measured="Each week"
    )
    read = kept.plan(
        "plan", {"E": item_words.item_text(step, (A1, B1)), "F": item_words.item_text(provision, (B1,))}
    )
    (printed,) = checked_items.provisions(read)
    assert printed.number == "F1"
    assert [part.role for part in printed.parts] == ["", "who", "", "when", "when", "", "review", "need"]
    (hoped,) = checked_items.outcomes(read)
    assert [part.role for part in hoped.parts] == ["", "when", "review", "steps", "need"]
