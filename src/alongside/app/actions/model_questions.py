"""An authority's own questions beside the sections of a plan."""

from datetime import datetime

from alongside.app import doing
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.case.codes import PlanSection
from alongside.core.plan import questions
from alongside.core.refusal import Refused
from alongside.records.models import ModelQuestions


def save(section: PlanSection, text: str, seen: int, *, by: Actor, at: datetime) -> None:
    """Put these questions, one to a line, beside a section in every case. `seen` is the revision that was opened.

    Raises `Refused` where somebody else changed them meanwhile, or one is too long.
    """
    found = questions.read(text)
    with doing.deed(
        "MODEL_QUESTIONS_CHANGED", Permission.KEEP_MODEL_QUESTIONS, by=by, at=at, subject=section
    ) as note:
        row = (
            ModelQuestions.objects.select_for_update().filter(authority=by.authority, section=section).first()
        )
        row = row or ModelQuestions(authority_id=by.authority, section=section, changed_at=at)
        if row.revision != seen:
            raise Refused(
                "Somebody changed these questions after you opened the page, so nothing was saved. Open the page "
                "again: it shows theirs.",
                field="questions",
            )
        row.questions, row.changed_at = "\n".join(found), at
        row.revision += 1
        row.save()
        note["count"] = len(found)


def restore(section: PlanSection, *, by: Actor, at: datetime) -> None:
    """Go back to the questions that the service comes with."""
    with doing.deed(
        "MODEL_QUESTIONS_RESTORED", Permission.KEEP_MODEL_QUESTIONS, by=by, at=at, subject=section
    ):
        ModelQuestions.objects.filter(authority=by.authority, section=section).delete()
