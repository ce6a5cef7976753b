"""The roles of the child, the young person, their parents and whoever supports them. Data only.

The other parent's contact details, and who opened the file when, are in no family role: between parents who
live apart either can put somebody at risk. A parent's own details are.
"""

from alongside.core.access.permission import Permission as May
from alongside.core.access.relations import Relation
from alongside.core.access.role import Right, Role, RoleCode, deeds, rights

THE_CASE = (
    May.SEE_CHRONOLOGY,
    May.SEE_DEADLINES,
    May.SEE_REASONS,
    May.SEE_ADVICE_REQUESTS,
    May.SEE_EDUCATIONAL_ADVICE,
    May.SEE_PSYCHOLOGICAL_ADVICE,
    May.SEE_HEALTH_DETAIL,
    May.SEE_SOCIAL_CARE_DETAIL,
    May.SEE_FAMILY_VIEWS,
    May.SEE_DRAFT_PLAN,
    May.SEE_COMMENTS,
    May.SEE_CONSULTATIONS,
    May.SEE_FAMILY_PAPERS,
    May.SEE_AGENCY_PAPERS,
    May.SEE_CORRECTIONS,
)
"""What the family reads of its own case: everything that was said about the child and decided."""

TO_KNOW_ONES_WAY = (
    May.SEE_CASE,
    May.SEE_WHO_IS_INVOLVED,
    May.SEE_OWN_DETAILS,
    May.SEE_FINAL_PLAN,
    May.SEE_MESSAGES,
    May.SEE_DOCUMENTS,
    May.SEND_MESSAGE,
)
"""What everybody in the family sees and does, also one who holds no rights."""

RIGHTS_IN_LAW = (
    May.COMMENT_ON_DRAFT,
    May.ASK_FOR_SETTING,
    May.ASK_FOR_MEETING,
    May.CONFIRM_NOTHING_MORE,
    May.WITHDRAW_REQUEST,
    May.ADD_SUPPORTER,
)
"""What only the holder of the rights does (2014 Act ss.36 and 38, SEND Regulations 2014 reg 13)."""

TO_BE_HEARD = (May.GIVE_VIEWS, May.SEND_PAPER, May.ASK_FOR_CORRECTION)

FOR_ANYONE: tuple[Right, ...] = (
    *deeds("nobody needs to be told to ask for help", May.ASK_FOR_ASSESSMENT),
    *deeds("the service answers to the public", May.SEE_PUBLISHED_FIGURES),
)

PARENT = Role(
    RoleCode.PARENT,
    "Parent or carer",
    "Follows their child's case, says what the child is like, corrects mistakes, and holds the rights until "
    "they pass to the young person.",
    (
        *rights(
            "a parent can find out where the case is, what comes next and who has it",
            (Relation.PARENT, Relation.PARENT_BY_AGREEMENT),
            *TO_KNOW_ONES_WAY,
        ),
        *rights(
            "a parent knows what is said and decided about their child",
            (Relation.PARENT, Relation.PARENT_BY_AGREEMENT),
            *THE_CASE,
        ),
        *rights("a parent is heard, and mistakes are put right", (Relation.PARENT,), *TO_BE_HEARD),
        *rights("the law gives these to the child's parent", (Relation.PARENT,), *RIGHTS_IN_LAW),
        *FOR_ANYONE,
    ),
)

YOUNG_PERSON = Role(
    RoleCode.YOUNG_PERSON,
    "Child or young person",
    "Says what they want in their own way and, from the end of compulsory school age, holds the rights.",
    (
        *rights(
            "the person whom all this is about can find their way in it",
            (Relation.CHILD, Relation.YOUNG_PERSON),
            *TO_KNOW_ONES_WAY,
        ),
        *rights("the child is heard at every age", (Relation.CHILD, Relation.YOUNG_PERSON), *TO_BE_HEARD),
        *rights(
            "a young person knows what is said and decided about them",
            (Relation.YOUNG_PERSON,),
            *THE_CASE,
        ),
        *rights("the law gives these to the young person", (Relation.YOUNG_PERSON,), *RIGHTS_IN_LAW),
        *rights(
            "a parent keeps sight only as the young person agrees",
            (Relation.YOUNG_PERSON,),
            May.AGREE_PARENT_SIGHT,
        ),
        *FOR_ANYONE,
    ),
)

SUPPORTER = Role(
    RoleCode.SUPPORTER,
    "Supporter",
    "Somebody whom the family asked to stand beside them, for example the information and advice service.",
    (
        *rights(
            "somebody can stand beside the family with the same papers on the table",
            (Relation.SUPPORTER,),
            May.SEE_CASE,
            May.SEE_CHRONOLOGY,
            May.SEE_DEADLINES,
            May.SEE_WHO_IS_INVOLVED,
            May.SEE_OWN_DETAILS,
            May.SEE_REASONS,
            May.SEE_ADVICE_REQUESTS,
            May.SEE_EDUCATIONAL_ADVICE,
            May.SEE_FAMILY_VIEWS,
            May.SEE_DRAFT_PLAN,
            May.SEE_FINAL_PLAN,
            May.SEE_COMMENTS,
            May.SEE_CONSULTATIONS,
            May.SEE_DOCUMENTS,
        ),
        *rights("a supporter can ask on the family's behalf", (Relation.SUPPORTER,), May.SEND_MESSAGE),
        *FOR_ANYONE,
    ),
)
