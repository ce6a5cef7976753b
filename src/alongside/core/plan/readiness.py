"""When a plan may be served as a draft, and when it may be issued.

Sources: Children and Families Act 2014 s.38(5); SEND Regulations 2014 reg 12(1); Code of Practice 2015
paragraphs 9.61 to 9.69.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused

NEVER_BLANK = (PlanSection.B, PlanSection.F)
"""What the needs are and what must be provided for them: without these there is nothing to comment on."""

NO_PLACEMENT_IN_A_DRAFT = (
    "Section I stays blank until the plan is final: a draft may not name a school or other setting, or a "
    "type of one, so that the family can ask for theirs first (Children and Families Act 2014 s.38(5)). "
    "Section I is filled in on the page that issues the final plan."
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that stands in the way. `section` is None where it is not about one section."""

    section: PlanSection | None
    sentence: str


def faults_of_draft(texts: Mapping[str, str]) -> tuple[Fault, ...]:
    """What stands in the way of serving these texts as a draft. `texts` is keyed by section code."""
    found = [
        Fault(section, f"Section {section} is missing from this version. Start the version again.")
        for section in PlanSection
        if section not in texts
    ]
    if texts.get(PlanSection.I, "").strip():
        found.append(Fault(PlanSection.I, NO_PLACEMENT_IN_A_DRAFT))
    found += [
        Fault(section, f"Section {section} is blank. Write it: the family comments on what it says.")
        for section in NEVER_BLANK
        if section in texts and not texts[section].strip()
    ]
    return tuple(found)


def faults_of_final(texts: Mapping[str, str]) -> tuple[Fault, ...]:
    """What stands in the way of issuing these texts as the final plan. Section I is given at that moment."""
    return tuple(
        Fault(section, f"Section {section} is blank. Write it, or say in it that nothing was identified.")
        for section in PlanSection
        if section is not PlanSection.I and not texts.get(section, "").strip()
    )


def check_draft(texts: Mapping[str, str]) -> None:
    """Refuse to serve texts that are not ready, naming every fault."""
    _check(faults_of_draft(texts), "The draft cannot be served yet.")


def check_final(texts: Mapping[str, str]) -> None:
    """Refuse to issue texts that are not ready, naming every fault."""
    _check(faults_of_final(texts), "The final plan cannot be issued yet.")


def check_section_may_change(section: PlanSection, text: str) -> None:
    """Refuse text in Section I: a version that is being written is not yet final."""
    if section is PlanSection.I and text.strip():
        raise Refused(NO_PLACEMENT_IN_A_DRAFT, field="text")


def _check(faults: tuple[Fault, ...], opening: str) -> None:
    if faults:
        raise Refused(" ".join([opening, *(fault.sentence for fault in faults)]))
