"""What stands between a text and the family."""

import pytest

from alongside.core.case.codes import PlanSection
from alongside.core.plan import readiness
from alongside.core.plan.sections import GUIDES
from alongside.core.refusal import Refused

WRITTEN = {section: f"Text of {section}." for section in PlanSection if section is not PlanSection.I} | {
    "I": ""
}


def test_draft_with_section_i_blank_may_be_served() -> None:
    readiness.check_draft(WRITTEN)


def test_draft_that_names_a_setting_may_not_be_served() -> None:
    with pytest.raises(Refused, match=r"Section I stays blank until the plan is final.*s\.38\(5\)"):
        readiness.check_draft(WRITTEN | {"I": "The Orchard School"})


@pytest.mark.parametrize("section", ["B", "F"])
def test_draft_without_needs_or_provision_may_not_be_served(section: str) -> None:
    with pytest.raises(Refused, match=f"Section {section} is blank"):
        readiness.check_draft(WRITTEN | {section: " \n"})


def test_draft_may_leave_other_sections_blank() -> None:
    assert readiness.faults_of_draft(WRITTEN | {"C": "", "J": ""}) == ()


def test_draft_without_one_of_the_sections_may_not_be_served() -> None:
    texts = {section: text for section, text in WRITTEN.items() if section != "K"}
    with pytest.raises(Refused, match="Section K is missing"):
        readiness.check_draft(texts)


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        readiness.check_draft(WRITTEN | {"B": "", "F": "", "I": "x"})
    assert all(f"Section {section}" in refusal.value.sentence for section in "BFI")


def test_final_needs_every_section_but_i_which_is_given_when_it_is_issued() -> None:
    readiness.check_final(WRITTEN)
    with pytest.raises(Refused, match="Section J is blank"):
        readiness.check_final(WRITTEN | {"J": ""})


def test_section_i_of_a_version_being_written_stays_blank() -> None:
    readiness.check_section_may_change(PlanSection.I, "  ")
    readiness.check_section_may_change(PlanSection.B, "A need.")
    with pytest.raises(Refused, match="until the plan is final"):
        readiness.check_section_may_change(PlanSection.I, "A school")


def test_every_section_has_its_guide_in_the_order_of_the_regulations() -> None:
    assert list(GUIDES) == list(PlanSection)
    assert all(guide.section is section for section, guide in GUIDES.items())
    assert all(guide.write and guide.advice for guide in GUIDES.values())
