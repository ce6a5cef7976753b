"""The plan as a paper: filled in from the case, and kept among its documents."""

from collections.abc import Mapping
from datetime import date

from alongside.app import letters, ports
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import About
from alongside.app.letters import Filing
from alongside.app.plan_papers import PlanPaper, Signed
from alongside.core.access.parts import Part
from alongside.core.case.codes import PlanSection
from alongside.records.models import Case


def paper(
    case: Case,
    version: int,
    texts: Mapping[str, str],
    *,
    dated_on: date,
    officer: str,
    signed: Signed | None = None,
) -> PlanPaper:
    """The paper of a version with these texts, by section code."""
    person = case.person
    details = (
        ("School or setting attended now", case.setting.name if case.setting else ""),
        ("Language at home", person.language),
        ("How they communicate", person.communicates_by),
    )
    return PlanPaper(
        office=letters.office(case.authority_id, officer),
        reference=case.reference,
        about=About(person.forename, person.surname, person.known_as),
        born_on=person.born_on,
        details=tuple((label, value) for label, value in details if value),
        version=version,
        dated_on=dated_on,
        sections=tuple((section, texts.get(section, "")) for section in PlanSection),
        signed=signed,
    )


def keep(deed: CaseDeed, printed: PlanPaper) -> None:
    """Within a deed: print the plan as PDF and Word and keep both. Everybody gets the same paper."""
    part = Part.FINAL_PLAN if printed.signed else Part.DRAFT_PLAN
    title = "Final plan" if printed.signed else f"Draft plan, version {printed.version}"
    kept = letters.file(deed, ports.letters().plan(printed), Filing(part, title, part, printed.dated_on))
    deed.note("PLAN_PRINTED", document=str(kept.id), version=printed.version)
