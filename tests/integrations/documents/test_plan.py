"""The plan: sections A to K, draft and final."""

from dataclasses import replace
from datetime import date

import pytest

from alongside.core.case.codes import PlanSection
from alongside.integrations.documents import pdf, word
from alongside.integrations.documents.content import DocumentRefused, Heading, Paragraph, prose
from alongside.integrations.documents.plan import (
    SECTION_TITLES,
    PlanDocument,
    PlanStatus,
    SectionText,
    Signature,
    check_plan,
    of_plan,
)
from integrations.documents import plans_cast as plans
from integrations.documents import reading

PLANS = {"draft": plans.DRAFT, "final": plans.FINAL}


def with_section(plan: PlanDocument, section: PlanSection, text: str) -> PlanDocument:
    sections = tuple(
        SectionText(section, prose(text)) if given.section is section else given for given in plan.sections
    )
    return replace(plan, sections=sections)


def test_every_section_has_its_title() -> None:
    assert tuple(SECTION_TITLES) == tuple(PlanSection)


@pytest.mark.parametrize("name", PLANS)
def test_the_sections_stand_in_the_order_of_the_regulations(name: str) -> None:
    shuffled = replace(PLANS[name], sections=tuple(reversed(PLANS[name].sections)))
    headings = [
        b.text for b in of_plan(shuffled).blocks if isinstance(b, Heading) and b.text.startswith("Section")
    ]
    assert headings == [f"Section {section}. {SECTION_TITLES[section]}" for section in PlanSection]


@pytest.mark.parametrize("name", PLANS)
def test_each_title_and_text_is_in_both_forms(name: str) -> None:
    plan = PLANS[name]
    in_pdf, in_word = reading.pdf_text(pdf.plan(plan)), reading.word_text(word.plan(plan))
    expected = [f"Section {section}. {SECTION_TITLES[section]}" for section in PlanSection]
    expected += [
        "9 May 2016",
        "Amira Okafor-Lindqvist",
        "I like dogs more than people sometimes.",
        "Version: 2",
    ]
    for words in expected:
        assert reading.squeezed(words) in in_pdf
        assert reading.squeezed(words) in in_word


def test_a_draft_says_so_on_every_page() -> None:
    long = with_section(plans.DRAFT, PlanSection.B, "Reading is hard for Amira.\n\n" * 120)
    pages = reading.pdf(pdf.plan(long)).pages
    assert len(pages) > 3
    assert all("DRAFT,version2:notafinalplan" in reading.squeezed(page.extract_text()) for page in pages)
    header = reading.word(word.plan(long)).sections[0].header.paragraphs[0].text
    assert "DRAFT, version 2: not a final plan" in header


def test_a_final_plan_nowhere_says_draft() -> None:
    assert "DRAFT" not in reading.pdf_text(pdf.plan(plans.FINAL)).upper()
    assert "DRAFT" not in reading.word_text(word.plan(plans.FINAL)).upper()


def test_a_draft_with_section_i_filled_in_is_refused() -> None:
    with pytest.raises(DocumentRefused, match=r"Section I is filled in.*section 38\(5\)"):
        pdf.plan(with_section(plans.DRAFT, PlanSection.I, "Oakfield School"))


def test_section_i_is_shown_blank_in_a_draft() -> None:
    assert "Thissectionisblankinadraft." in reading.pdf_text(pdf.plan(plans.DRAFT))


@pytest.mark.parametrize("section", PlanSection)
def test_a_final_plan_with_a_blank_section_is_refused(section: PlanSection) -> None:
    with pytest.raises(DocumentRefused, match=f"Section {section} is blank"):
        word.plan(with_section(plans.FINAL, section, "  \n "))


def test_a_draft_may_have_a_section_still_to_write_and_says_so() -> None:
    draft = with_section(plans.DRAFT, PlanSection.G, "")
    assert "Nothinghasbeenwritteninthissectionyet." in reading.word_text(word.plan(draft))


def test_a_plan_with_a_section_missing_or_twice_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="Section K is missing"):
        check_plan(replace(plans.DRAFT, sections=plans.DRAFT.sections[:-1]))
    with pytest.raises(DocumentRefused, match="Section K is there twice"):
        check_plan(replace(plans.DRAFT, sections=(*plans.DRAFT.sections, plans.DRAFT.sections[-1])))


@pytest.mark.parametrize("signature", [None, Signature(" ", "Head of SEND", date(2026, 7, 13))])
def test_a_final_plan_without_a_named_signature_is_refused(signature: Signature | None) -> None:
    with pytest.raises(DocumentRefused, match="not signed"):
        pdf.plan(replace(plans.FINAL, signature=signature))


@pytest.mark.parametrize("status", [PlanStatus.FINAL, PlanStatus.FINAL_AMENDED])
def test_a_final_plan_carries_name_post_and_date_of_who_signed(status: PlanStatus) -> None:
    text = reading.pdf_text(pdf.plan(replace(plans.FINAL, status=status)))
    assert "GwenAbaraHeadofSENDDate:13July2026" in text


def test_the_changes_since_the_last_version_are_listed() -> None:
    text = reading.pdf_text(pdf.plan(plans.DRAFT))
    assert "Threesessionsinsteadoftwo" in text
    assert "What has changed" not in "".join(
        b.text for b in of_plan(plans.FINAL).blocks if isinstance(b, Heading)
    )


def test_details_that_are_not_passed_are_nowhere() -> None:
    theirs = replace(plans.DRAFT, details=(*plans.DRAFT.details, ("Address", "14 Larch Close")))
    assert "14LarchClose" in reading.pdf_text(pdf.plan(theirs))
    assert "Larch" not in reading.pdf_text(pdf.plan(plans.DRAFT))
    assert "Larch" not in reading.word_text(word.plan(plans.DRAFT))


def test_the_name_a_child_uses_is_printed_beside_the_full_name() -> None:
    named = replace(plans.DRAFT, child=replace(plans.CHILD, known_as="Mimi"))
    assert "Knownas:Mimi" in reading.pdf_text(pdf.plan(named))


def test_a_heading_inside_a_section_may_not_break_the_order() -> None:
    first = SectionText(PlanSection.A, (Heading("Too deep", 4), Paragraph("x")))
    with pytest.raises(DocumentRefused, match="“Too deep” is at level 4 after level 2"):
        pdf.plan(replace(plans.DRAFT, sections=(first, *plans.DRAFT.sections[1:])))


@pytest.mark.parametrize("name", PLANS)
def test_the_same_plan_gives_the_same_bytes(name: str) -> None:
    assert pdf.plan(PLANS[name]) == pdf.plan(PLANS[name])
    assert word.plan(PLANS[name]) == word.plan(PLANS[name])
