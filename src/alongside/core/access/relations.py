"""What somebody is to a case. A role says what a person may ever do; a relation says on which cases.

A person may stand in several relations to one case. Whoever stands in none may not know that it exists.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.calendar.school_years import last_day_of_compulsory_school_age


@unique
class Relation(StrEnum):
    """One way in which a person stands to a case. `phrase` completes "somebody who …"."""

    phrase: str

    def __new__(cls, code: str, phrase: str) -> "Relation":
        """A member whose stored value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.phrase = phrase
        return member

    CASE_OWNER = "CASE_OWNER", "has this case"
    SAME_AUTHORITY = "SAME_AUTHORITY", "works for the authority that keeps this case"
    EMERGENCY = "EMERGENCY", "has broken the glass on this case within the hour"
    ADVISER_ASKED = "ADVISER_ASKED", "was asked for advice in this case"
    ADVISER_BODY = "ADVISER_BODY", "works for a body that was asked for advice in this case"
    SETTING_ATTENDED = "SETTING_ATTENDED", "works at the setting that the child attends"
    SETTING_CONSULTED = "SETTING_CONSULTED", "works at a setting that was consulted"
    SETTING_NAMED = "SETTING_NAMED", "works at the setting named in the plan"
    INSPECTION_SAMPLE = "INSPECTION_SAMPLE", "inspects and has this case in the sample"
    PARENT = "PARENT", "is the child's parent and holds the rights"
    PARENT_BY_AGREEMENT = "PARENT_BY_AGREEMENT", "is a parent whom the young person lets see the case"
    CHILD = "CHILD", "is the child, before the rights pass"
    YOUNG_PERSON = "YOUNG_PERSON", "is the young person and holds the rights"
    SUPPORTER = "SUPPORTER", "was asked by the family to support them"
    FAMILY_WITHOUT_SIGHT = "FAMILY_WITHOUT_SIGHT", "is family and has no part in this case"
    NONE = "NONE", "has nothing to do with this case"


FAMILY: frozenset[Relation] = frozenset(
    {
        Relation.PARENT,
        Relation.PARENT_BY_AGREEMENT,
        Relation.CHILD,
        Relation.YOUNG_PERSON,
        Relation.SUPPORTER,
        Relation.FAMILY_WITHOUT_SIGHT,
    }
)
"""Whoever stands in one of these acts as family on that case, and never as an officer of any kind.

FAMILY_WITHOUT_SIGHT opens nothing. It is there so that a parent who may not see the case does not come to see
it at work.
"""


@unique
class ParentSight(StrEnum):
    """What is recorded about a parent's part once the rights have passed to the young person."""

    NOT_ASKED = "NOT_ASKED"
    AGREED = "AGREED"
    REFUSED = "REFUSED"
    LACKS_CAPACITY = "LACKS_CAPACITY"


PARENT_AFTER_TRANSFER: Mapping[ParentSight, Relation] = MappingProxyType(
    {
        ParentSight.NOT_ASKED: Relation.FAMILY_WITHOUT_SIGHT,
        ParentSight.AGREED: Relation.PARENT_BY_AGREEMENT,
        ParentSight.REFUSED: Relation.FAMILY_WITHOUT_SIGHT,
        # Children and Families Act 2014 s.80 and SEND Regulations 2014 regs 63 to 65 and schedule 3: where
        # the young person lacks capacity, the parent acts in their place (unless there is a representative).
        ParentSight.LACKS_CAPACITY: Relation.PARENT,
    }
)
"""A parent keeps sight only as the young person agrees. Silence is not agreement."""


def rights_pass_on(born_on: date) -> date:
    """The first day on which the rights are the young person's own.

    It is the day after compulsory school age ends. Source: Children and Families Act 2014 s.83(2); rule Y01.
    """
    return last_day_of_compulsory_school_age(born_on) + timedelta(days=1)


def of_parent(born_on: date | None, sight: ParentSight, *, on: date) -> Relation:
    """What a person recorded as a parent is to the case on a day.

    Where the date of birth is not known the child is taken to be a child: the rights are the parent's until
    somebody knows otherwise.
    """
    if born_on is None or on < rights_pass_on(born_on):
        return Relation.PARENT
    return PARENT_AFTER_TRANSFER[sight]


def of_child(born_on: date | None, sight: ParentSight, *, on: date) -> Relation:
    """What the person whom the case is about is to it on a day: the child, or the holder of the rights.

    `sight` LACKS_CAPACITY leaves the rights with whoever acts for the young person.
    """
    if born_on is None or on < rights_pass_on(born_on) or sight is ParentSight.LACKS_CAPACITY:
        return Relation.CHILD
    return Relation.YOUNG_PERSON
