"""The plan as a paper: filled in from the case, and kept among its documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alongside.app import letters, ports
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import About
from alongside.app.letters import Filing
from alongside.app.notices import ADVICE_WORDS
from alongside.app.plan_papers import PlanPaper, Signed
from alongside.core.access.parts import Part
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.records.models import Advice, Case


@dataclass(frozen=True, slots=True)
class Edition:
    """One version to be printed, with its texts by section code. `is_amended` where it takes a plan's place."""

    number: int
    texts: Mapping[str, str]
    dated_on: date
    is_amended: bool = False


def paper(case: Case, edition: Edition, *, officer: str, signed: Signed | None = None) -> PlanPaper:
    """The paper of a version: a draft unless it is signed."""
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
        version=edition.number,
        dated_on=edition.dated_on,
        sections=tuple((section, edition.texts.get(section, "")) for section in PlanSection),
        signed=signed,
        appendices=appendices(case),
        is_amended=edition.is_amended,
    )


def appendices(case: Case) -> tuple[str, ...]:
    """The papers of Section K, named: all advice that came, also that an adviser had nothing to add (reg 12(1)(k))."""
    rows = Advice.objects.filter(case=case).order_by("written_on", "author_name", "id")
    return tuple(appendix(row) for row in rows)


def appendix(row: Advice) -> str:
    """One piece of advice by kind, author, profession and day."""
    who = ", ".join(part for part in (row.author_name, row.author_post) if part)
    nothing = " (nothing to add)" if row.nothing_to_add else ""
    kind = AdviceKind(row.kind)
    what = "The family" if kind is AdviceKind.PARENT_OR_YOUNG_PERSON else ADVICE_WORDS[kind]
    return f"{what}: {who}, {row.written_on:%-d %B %Y}{nothing}"


def keep(deed: CaseDeed, printed: PlanPaper) -> None:
    """Within a deed: print the plan as PDF and Word and keep both. Everybody gets the same paper."""
    part = Part.FINAL_PLAN if printed.signed else Part.DRAFT_PLAN
    final = f"Amended final plan, version {printed.version}" if printed.is_amended else "Final plan"
    title = final if printed.signed else f"Draft plan, version {printed.version}"
    kept = letters.file(deed, ports.letters().plan(printed), Filing(part, title, part, printed.dated_on))
    deed.note("PLAN_PRINTED", document=str(kept.id), version=printed.version)
