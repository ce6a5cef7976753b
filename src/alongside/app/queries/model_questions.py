"""The questions beside the sections of a plan: the authority's own, or those that the service comes with."""

from dataclasses import dataclass
from datetime import datetime

from alongside.app import scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.core.plan import questions
from alongside.records.models import ModelQuestions


@dataclass(frozen=True, slots=True)
class SectionQuestions:
    """The questions of one section. `changed_at` is None while they are those that the service comes with."""

    section: PlanSection
    questions: tuple[str, ...]
    revision: int
    changed_at: datetime | None


def of_authority(*, by: Actor) -> tuple[SectionQuestions, ...]:
    """The questions of every section, for whoever keeps them. One query."""
    decide.check_act(Permission.KEEP_MODEL_QUESTIONS, roles=by.roles)
    with scope.opened(by):
        rows = {row.section: row for row in ModelQuestions.objects.filter(authority=by.authority)}
        return tuple(_questions(section, rows.get(section)) for section in PlanSection)


def of_section(authority: str, section: PlanSection) -> tuple[str, ...]:
    """What to ask while this section is written; within a look at a case. One query."""
    row = ModelQuestions.objects.filter(authority=authority, section=section).first()
    return _questions(section, row).questions


def _questions(section: PlanSection, row: ModelQuestions | None) -> SectionQuestions:
    own = {section: questions.read(row.questions)} if row else {}
    return SectionQuestions(
        section,
        questions.of_section(section, own),
        row.revision if row else 0,
        row.changed_at if row else None,
    )
