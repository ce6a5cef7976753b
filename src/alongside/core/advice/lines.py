"""Every need, outcome and recommendation of an advice as a line of its own, with its place and a proposed section.

Source: SEND Regulations 2014 regs 6(1) and 12(1); SEND Code of Practice 9.51 (advice must be clear, accessible and
specific) and 9.69 (all needs identified, and provision for each and every one). The section is where a line
ordinarily belongs; the writer of the plan may use it in another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.case.advice_forms import AdviceForm, Group
from alongside.core.case.advice_questions import CARE_AREA, HEALTH_AREA
from alongside.core.case.codes import AdviceKind, PlanSection

LONGEST = 4_000
"""Characters of one line that are kept as its words; the advice itself holds the rest."""


@unique
class LineKind(StrEnum):
    """What a line is. A recommendation is what the adviser says must be done."""

    NEED = "NEED"
    OUTCOME = "OUTCOME"
    RECOMMENDATION = "RECOMMENDATION"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as the adviser put it. `place` is the group and number of the form ("need_2"), or where in a file."""

    kind: LineKind
    words: str
    place: str
    section: PlanSection


OF_GROUP: Mapping[str, LineKind] = MappingProxyType(
    {"need": LineKind.NEED, "outcome": LineKind.OUTCOME, "provision": LineKind.RECOMMENDATION}
)
_NOT_WORDS = ("area", "need", "evidence")
"""Parts of a group that say where a line belongs or what shows it, and are read in the advice itself."""

_HEALTH_FORMS = ("MEDICAL", "MENTAL_HEALTH", "PHYSIOTHERAPY")
_CARE_FORMS = ("SOCIAL_CARE",)


def of_answers(form: AdviceForm, answers: Mapping[str, str]) -> tuple[Line, ...]:
    """The lines of a structured form, in its order. A group of which nothing is written gives none."""
    return tuple(
        line
        for item in form.items
        if isinstance(item, Group) and item.code in OF_GROUP
        for line in _of_group(form, item, answers)
    )


def _of_group(form: AdviceForm, group: Group, answers: Mapping[str, str]) -> Iterator[Line]:
    kind = OF_GROUP[group.code]
    for number in range(1, group.most + 1):
        said = {part.code: answers.get(group.key(number, part), "").strip() for part in group.parts}
        words = _words(group, said)
        if words:
            section = section_of(kind, form.kind, form.code, said.get("area", ""))
            yield Line(kind, words[:LONGEST], f"{group.code}_{number}", section)


def _words(group: Group, said: Mapping[str, str]) -> str:
    """What the line says: the first part as it stands, the others under their questions."""
    first, *rest = (part for part in group.parts if part.code not in _NOT_WORDS)
    found = [said[first.code]] if said[first.code] else []
    found += [f"{part.title} {said[part.code]}" for part in rest if said[part.code]]
    return "\n".join(found) or said.get("evidence", "")


def section_of(kind: LineKind, advice: AdviceKind, form: str = "", area: str = "") -> PlanSection:
    """Where a line ordinarily belongs: by the area that its author chose, else by the form, else by the profession.

    Therapy that educates or trains is special educational provision, so a therapist's lines go to B and F (Children
    and Families Act 2014 s.21(5)); what health or care alone provides goes to C and G, or D and H2.
    """
    if kind is LineKind.OUTCOME:
        return PlanSection.E
    if area == HEALTH_AREA or (not area and form in _HEALTH_FORMS):
        return PlanSection.C if kind is LineKind.NEED else PlanSection.G
    if area == CARE_AREA or (not area and (form in _CARE_FORMS or advice is AdviceKind.SOCIAL_CARE)):
        return PlanSection.D if kind is LineKind.NEED else PlanSection.H2
    if not area and not form and advice is AdviceKind.MEDICAL:
        return PlanSection.C if kind is LineKind.NEED else PlanSection.G
    return PlanSection.B if kind is LineKind.NEED else PlanSection.F
