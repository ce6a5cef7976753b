"""What a setting may answer when it is consulted, and the only grounds in law for not naming it.

Sources: Children and Families Act 2014 ss.39(2)-(4), 40; SEND Code of Practice 2015 paragraphs 9.79 to 9.84.
"""

from collections.abc import Collection
from enum import StrEnum, unique

from alongside.core.refusal import Refused


@unique
class Answer(StrEnum):
    """What a setting says: whether it can meet the needs that the draft plan describes."""

    CAN_MEET = "CAN_MEET"
    CANNOT_MEET = "CANNOT_MEET"


@unique
class Ground(StrEnum):
    """The grounds of section 39(4). There is none for being full or for how a child behaves."""

    phrase: str

    def __new__(cls, code: str, phrase: str) -> "Ground":
        """A member whose stored value is its code; `phrase` is a whole sentence without its full stop."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.phrase = phrase
        return member

    UNSUITABLE = (
        "UNSUITABLE",
        "The setting is unsuitable for the age, ability, aptitude or special educational needs of the child",
    )
    EDUCATION_OF_OTHERS = (
        "EDUCATION_OF_OTHERS",
        "The child’s attendance would be incompatible with the provision of efficient education for others",
    )
    EFFICIENT_USE_OF_RESOURCES = (
        "EFFICIENT_USE_OF_RESOURCES",
        "The child’s attendance would be incompatible with the efficient use of resources",
    )


REASONS_AT_LEAST = 20
"""Letters in the reasons of a setting that declines: a sentence, not a word."""

THE_GROUNDS = "; ".join(
    f"({number}) {ground.phrase[0].lower()}{ground.phrase[1:]}" for number, ground in enumerate(Ground, 1)
)


def check_reply(answer: Answer, grounds: Collection[Ground], reasons: str) -> None:
    """Refuse a reply that the law gives no room for.

    A setting that declines must rely on one of the three grounds of section 39(4) and say why it applies.
    """
    if answer is Answer.CAN_MEET:
        if grounds:
            raise Refused(
                "The reply says that the setting can meet the needs and also gives a ground for declining. "
                "Take the ground away, or say that it cannot meet the needs.",
                field="grounds",
            )
        return
    if not grounds:
        raise Refused(
            "A reply that declines must rely on a ground that the law allows, and none is ticked. The only "
            f"grounds are: {THE_GROUNDS} (Children and Families Act 2014 s.39(4)). Being full is not a "
            "ground in itself: say what it would do to the education of others or to resources.",
            field="grounds",
        )
    if len(reasons.strip()) < REASONS_AT_LEAST:
        raise Refused(
            "Say why the ground applies to this child, with the facts: the authority decides on them.",
            field="reasons",
        )


def is_lawful_decline(answer: str, grounds: Collection[str]) -> bool:
    """True where a setting declined on at least one ground that the law allows."""
    return answer == Answer.CANNOT_MEET and any(ground in Ground._value2member_map_ for ground in grounds)
