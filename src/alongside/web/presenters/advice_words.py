"""Kinds of advice in plain words, and who was asked as the family is told it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from alongside.app.queries.advice import PlainAsked
from alongside.core.case.codes import AdviceKind
from alongside.core.case.work_hours import WorkGroup
from alongside.web.presenters import wording

KINDS: Mapping[AdviceKind, str] = MappingProxyType(
    {
        AdviceKind.PARENT_OR_YOUNG_PERSON: "The family’s own advice",
        AdviceKind.EDUCATIONAL: "Educational advice",
        AdviceKind.MEDICAL: "Medical advice",
        AdviceKind.PSYCHOLOGICAL: "Psychological advice",
        AdviceKind.SOCIAL_CARE: "Social care advice",
        AdviceKind.PREPARING_FOR_ADULTHOOD: "Advice on preparing for adulthood",
        AdviceKind.SENSORY: "Advice on hearing and vision",
        AdviceKind.ARMED_FORCES: "Advice of the Ministry of Defence",
        AdviceKind.REASONABLY_REQUESTED: "Advice that the family asked for",
        AdviceKind.OTHER: "Other advice",
    }
)

TO_ASK = [
    (str(kind), words) for kind, words in KINDS.items() if kind is not AdviceKind.PARENT_OR_YOUNG_PERSON
]

GROUPS: Mapping[WorkGroup, str] = MappingProxyType(
    {
        WorkGroup.EDUCATIONAL_PSYCHOLOGIST: "Educational psychologists",
        WorkGroup.SOCIAL_WORKER: "Social workers",
        WorkGroup.HEALTH: "Health advisers",
        WorkGroup.SETTING: "Schools and other settings",
        WorkGroup.SENSORY_TEACHER: "Teachers of the deaf and the visually impaired",
        WorkGroup.PREPARING_FOR_ADULTHOOD: "Preparing for adulthood advisers",
        WorkGroup.OTHER_ADVISER: "Other advisers",
        WorkGroup.CASE_OFFICER: "Case officers",
        WorkGroup.SEND_MANAGER: "SEND managers",
    }
)

LOOKED_AT: Mapping[AdviceKind, str] = MappingProxyType(
    {
        AdviceKind.EDUCATIONAL: "how your child learns",
        AdviceKind.MEDICAL: "your child’s health",
        AdviceKind.PSYCHOLOGICAL: "how your child thinks, learns and feels",
        AdviceKind.SOCIAL_CARE: "help that social care gives or could give",
        AdviceKind.PREPARING_FOR_ADULTHOOD: "getting ready for adult life",
        AdviceKind.SENSORY: "hearing and sight",
    }
)
"""What each kind of advice is about, for the family."""


def sentence(asked: PlainAsked, *, on: date) -> str:
    """One who was asked, in plain words: whom, about what, whether they answered, and by when they must."""
    if asked.kind is AdviceKind.PARENT_OR_YOUNG_PERSON:
        if asked.answered_on is not None:
            return f"You told us about your child on {wording.day(asked.answered_on)}."
        return f"We asked you on {wording.day(asked.asked_on)} to tell us about your child. There is no last day."
    about = LOOKED_AT.get(asked.kind)
    whom = wording.capital(asked.whom)
    start = f"{whom} was asked on {wording.day(asked.asked_on)}{f' about {about}' if about else ''}."
    return f"{start} {_answer(asked, on)}"


def _answer(asked: PlainAsked, on: date) -> str:
    if asked.answered_on is not None:
        said = "said that they have nothing to add" if asked.nothing_to_add else "sent their advice"
        late = f", {wording.weeks_and_days(asked.days_late)} late" if asked.days_late else ""
        return f"They {said} on {wording.day(asked.answered_on)}{late}."
    chased = f" We reminded them on {wording.day(asked.chased_on)}." if asked.chased_on else ""
    if asked.due is None:
        return f"They have not answered yet.{chased}"
    if asked.days_late:
        late = wording.weeks_and_days(asked.days_late)
        return (
            f"They have not answered. It was due on {wording.day(asked.due)}, so it is {late} late.{chased}"
        )
    return (
        f"They have until {wording.day(asked.due)} ({wording.from_today(asked.due, on)}) to answer.{chased}"
    )
