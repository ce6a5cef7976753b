"""The proposed changes to a plan, and advice, as papers: every mark is said in words in both files."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from alongside.core.case.codes import PlanSection
from alongside.core.plan import difference
from alongside.integrations.documents import pdf, plain, word
from alongside.integrations.documents.advice_paper import Advice, of_advice
from alongside.integrations.documents.changes import ChangedSection, ProposedChanges, of_changes
from alongside.integrations.documents.content import DocumentRefused, LetterKind, Marked, words
from alongside.integrations.documents.letters import after_review, body_notice, ceasing
from alongside.integrations.documents.plan import of_plan
from integrations.documents import documents_cast as people
from integrations.documents import plans_cast as plans
from integrations.documents import reading

BEFORE = "She reads with help.\n\nShe counts to twenty."
AFTER = "She reads on her own.\n\nShe counts to twenty and adds."
PAPER = ProposedChanges(
    authority="Wealdshire County Council",
    team="SEND Casework, North",
    reference="WLD-2026-0417",
    child=people.CHILD,
    plan_of=date(2025, 6, 2),
    version=3,
    dated_on=date(2026, 4, 13),
    because="Her reading has come on.",
    evidence=("Report of the review meeting, 20 March 2026",),
    changed=(ChangedSection(PlanSection.B, difference.of(BEFORE, AFTER)),),
)
ADVICE = Advice(
    authority="Wealdshire County Council",
    reference="WLD-2026-0417",
    child=people.CHILD,
    born_on=people.BORN_ON,
    kind="Educational psychology",
    author="Dr Tomasz Bielak",
    post="Educational psychologist",
    written_on=date(2026, 5, 18),
    answers=(("How does she learn?", "By doing.\n\n- with a friend\n- #not(mark-up)"),),
)


def _has(text: str, said: str) -> bool:
    """True where it is said, wherever the lines of a file end."""
    return "".join(said.split()) in "".join(text.split())


def test_what_comes_and_what_goes_is_said_in_words_in_every_form() -> None:
    sheet = of_changes(PAPER)
    for text in (
        reading.pdf_text(pdf.render(sheet)),
        reading.word_text(word.render(sheet)),
        plain.render(sheet).decode(),
    ):
        assert _has(text, "She reads [taken out: with help.] [added: on her own.]")
        assert _has(text, "She counts to [taken out: twenty.] [added: twenty and adds.]")
        assert _has(text, "PROPOSED CHANGES, version 3")
        assert _has(text, "Report of the review meeting, 20 March 2026")


def test_marks_are_lines_and_not_colours_in_word() -> None:
    file = docx.Document(BytesIO(word.render(of_changes(PAPER))))
    runs = [run for paragraph in file.paragraphs for run in paragraph.runs]
    added = [run.text for run in runs if run.underline]
    removed = [run.text for run in runs if run.font.strike]
    assert added == ["[added: on her own.]", "[added: twenty and adds.]"]
    assert removed == ["[taken out: with help.]", "[taken out: twenty.]"]


def test_paper_of_changes_is_a_tagged_pdf() -> None:
    assert PdfReader(BytesIO(pdf.render(of_changes(PAPER)))).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_a_mark_never_swallows_the_space_beside_it() -> None:
    for before, after in (("one two", "one"), ("", "new words here"), ("a b", "a c b"), ("x\n\ny", "x\n\nz")):
        text = words(Marked(difference.of(before, after)))
        assert "][" not in text
        assert "  " not in text
        assert ".[" not in text


def test_paper_without_a_change_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="no section would change"):
        of_changes(replace(PAPER, changed=()))


def test_paper_without_evidence_says_nothing_of_it() -> None:
    headings = [words(block) for block in of_changes(replace(PAPER, evidence=())).blocks]
    assert "The papers that the changes rest on" not in headings


def test_advice_is_printed_word_for_word_with_author_profession_and_date() -> None:
    sheet = of_advice(ADVICE)
    for text in (reading.pdf_text(pdf.render(sheet)), reading.word_text(word.render(sheet))):
        for said in (
            "Dr Tomasz Bielak",
            "Educational psychologist",
            "18 May 2026",
            "#not(mark-up)",
            "By doing.",
        ):
            assert _has(text, said)


def test_nothing_to_add_is_printed_with_its_reason() -> None:
    nothing = replace(ADVICE, answers=(), nothing_because="She is not known to this service.")
    text = reading.pdf_text(pdf.render(of_advice(nothing)))
    assert _has(text, "has nothing to add, for this reason")
    assert _has(text, "She is not known to this service.")


@pytest.mark.parametrize("fault", [{"answers": ()}, {"author": " "}])
def test_advice_of_nobody_or_of_nothing_is_refused(fault: dict[str, object]) -> None:
    with pytest.raises(DocumentRefused, match="cannot be printed"):
        of_advice(replace(ADVICE, **fault))  # type: ignore[arg-type]


def test_plan_lists_the_papers_of_section_k_by_number() -> None:
    plan = replace(plans.FINAL, appendices=("Education: Mrs Achterberg", "Psychology: Dr Bielak"))
    said = "\n".join(words(block) for block in of_plan(plan).blocks)
    assert "Appendix 2: Psychology: Dr Bielak" in said


@pytest.mark.parametrize("after", sorted(after_review.AFTER))
def test_decision_not_to_amend_says_after_what_it_comes(after: str) -> None:
    said = "\n".join(words(block) for block in people.not_amended(after=after).blocks)
    assert after_review.AFTER[after] in said
    assert after_review.LAW[after][0] in said


@pytest.mark.parametrize("ground", sorted(ceasing.GROUNDS))
def test_decision_to_end_a_plan_gives_its_ground_and_how_long_the_plan_is_kept(ground: str) -> None:
    said = "\n".join(words(block) for block in people.ceased(ground=ground).blocks)
    assert ceasing.GROUNDS[ground] in said
    assert "it cannot end before Tuesday 16 June 2026" in said


@pytest.mark.parametrize("step", sorted(body_notice.SAID))
def test_notice_to_a_body_says_what_happened_and_under_which_rule_it_is_told(step: str) -> None:
    letter = people.body_told(step)
    assert letter.kind is LetterKind.BODY_NOTICE
    said = "\n".join(words(block) for block in letter.blocks)
    assert f"On 10 April 2026 {body_notice.SAID[step][0]}" in said
    assert body_notice.SAID[step][2][0] in said


def test_notice_to_a_body_is_not_sent_to_a_parent() -> None:
    with pytest.raises(DocumentRefused, match="goes to a body"):
        people.body_told(to=people.PARENT)


def test_amended_plan_names_the_plan_that_it_replaces() -> None:
    said = "\n".join(words(block) for block in people.amended().blocks)
    assert "It takes the place of the plan of 2 June 2025." in said
    assert "within 20 weeks" not in said


def test_amendment_without_a_review_cites_regulation_28() -> None:
    said = "\n".join(words(block) for block in people.amendments_noticed(after_review=False).blocks)
    assert "regulations 22 and 28" in said
    assert "regulations 20, 21 and 22" not in said


def test_review_without_a_meeting_on_record_promises_no_date() -> None:
    said = "\n".join(words(block) for block in people.to_be_amended(notice_by=None).blocks)
    assert "as soon as we can" in said
