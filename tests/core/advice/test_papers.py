"""The text of a file: where words stand in it, and which sentences are proposed as lines."""

from alongside.core.advice import papers
from alongside.core.advice.lines import LineKind
from alongside.core.advice.papers import Passage
from alongside.core.case.codes import PlanSection

REPORT = (
    Passage("page 1, paragraph 1", "Speech and language therapy report", 1),
    Passage("page 1, paragraph 2", "What I found", 2),
    Passage(
        "page 1, paragraph 3",
        "Ivy cannot follow instructions of more than two words. She is a friendly girl.",
    ),
    Passage("page 2, paragraph 1", "Recommendations", 2),
    Passage(
        "page 2, paragraph 2", "A therapist teaches Ivy’s class team for 60 minutes each half term.", 0, True
    ),
)


def test_proposals_are_the_needs_and_recommendations_with_place_and_heading() -> None:
    found = papers.proposals(REPORT, ("Ivy",), "education")
    assert [(p.kind, p.place, p.under) for p in found] == [
        (LineKind.NEED, "page 1, paragraph 3", "What I found"),
        (LineKind.RECOMMENDATION, "page 2, paragraph 2", "Recommendations"),
    ]
    assert found[0].words == "Ivy cannot follow instructions of more than two words."
    assert [p.section for p in found] == [PlanSection.B, PlanSection.F]


def test_sentence_that_stands_twice_is_proposed_once() -> None:
    assert len(papers.proposals((*REPORT, *REPORT), ("Ivy",), "education")) == 2


def test_profession_decides_the_section_that_is_proposed() -> None:
    found = papers.proposals(REPORT[:3], ("Ivy",), "social care adviser")
    assert [p.section for p in found] == [PlanSection.D]


def test_words_are_found_whatever_the_spaces_and_apostrophes() -> None:
    assert papers.place_of(REPORT, "A therapist  teaches Ivy's\nclass team") == "page 2, paragraph 2"
    assert papers.place_of(REPORT, "A therapist teaches Oliver") == ""
    assert papers.place_of(REPORT, "  ") == ""


def test_passages_are_kept_and_read_again() -> None:
    assert papers.from_json([p.as_json() for p in REPORT]) == REPORT


def test_text_is_every_passage_on_its_own_line() -> None:
    assert papers.text_of(REPORT[:2]) == "Speech and language therapy report\nWhat I found"


def test_signature_is_no_recommendation() -> None:
    signed = Passage("page 2, paragraph 3", "Hana Hart, speech therapist, 3 November 2026")
    by_when = Passage("page 2, paragraph 4", "A hoist is fitted in the pool by 1 May 2027.")
    found = papers.proposals((*REPORT, signed, by_when), ("Ivy",), "education")
    assert [p.words for p in found][2:] == [by_when.text]
