"""The closed vocabularies of reviews and of moves between phases. Stored as the codes of `codes.py` are."""

from enum import StrEnum, unique


@unique
class ReviewOutcome(StrEnum):
    """What the authority decides after a review (SEND Regulations 2014 reg 20(10))."""

    MAINTAIN = "MAINTAIN"
    AMEND = "AMEND"
    CEASE = "CEASE"


@unique
class PhaseTransfer(StrEnum):
    """The transfers between phases of SEND Regulations 2014 reg 2(1), and the case that a person must judge.

    SAME_SETTING is a child who stays where they are while the phase changes: an all-through school, a school's own
    sixth form.
    """

    EARLY_YEARS_TO_SCHOOL = "EARLY_YEARS_TO_SCHOOL"
    INFANT_TO_JUNIOR = "INFANT_TO_JUNIOR"
    PRIMARY_TO_MIDDLE = "PRIMARY_TO_MIDDLE"
    PRIMARY_TO_SECONDARY = "PRIMARY_TO_SECONDARY"
    MIDDLE_TO_SECONDARY = "MIDDLE_TO_SECONDARY"
    SECONDARY_TO_POST_16 = "SECONDARY_TO_POST_16"
    POST_16_TO_POST_16 = "POST_16_TO_POST_16"
    SAME_SETTING = "SAME_SETTING"
