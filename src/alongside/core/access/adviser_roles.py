"""The roles of those who advise on a child or teach them. Data only; see policy.py.

Whoever is asked for advice is given what the family said and sent (SEND Regulations 2014 reg 6), sees who
else was asked, and reads the draft to check that it says what they can stand by. Advice of another profession
opens only where this work needs it.
"""

from alongside.core.access.permission import Permission as May
from alongside.core.access.relations import Relation
from alongside.core.access.role import Right, Role, RoleCode, deeds, rights

ASKED = (Relation.ADVISER_ASKED,)
ASKED_OR_EMERGENCY = (Relation.ADVISER_ASKED, Relation.EMERGENCY)
ASKED_OR_BODY = (Relation.ADVISER_ASKED, Relation.ADVISER_BODY)
AT_SETTING = (Relation.SETTING_ATTENDED, Relation.SETTING_NAMED)
ANY_SETTING = (Relation.SETTING_ATTENDED, Relation.SETTING_NAMED, Relation.SETTING_CONSULTED)

COLLEAGUES_OF_THE_ASKED: tuple[Right, ...] = (
    *rights(
        "a request for advice is picked up by the body that was asked, whoever is away",
        ASKED_OR_BODY,
        May.SEE_CASE,
        May.SEE_DEADLINES,
        May.SEE_WHO_IS_INVOLVED,
        May.SEE_ADVICE_REQUESTS,
        May.ANSWER_ADVICE_REQUEST,
        May.SEND_MESSAGE,
        May.SEND_PAPER,
    ),
    *deeds("requests for advice are found in one queue", May.SEE_WORKLIST, May.SEE_PUBLISHED_FIGURES),
)

PAPERS_OF_THE_ASKED: tuple[Right, ...] = rights(
    "advice is given on what the family said and sent, and the draft can be checked against it",
    ASKED,
    May.SEE_CHRONOLOGY,
    May.SEE_CONTACT_DETAILS,
    May.SEE_EDUCATIONAL_ADVICE,
    May.SEE_FAMILY_VIEWS,
    May.SEE_FAMILY_PAPERS,
    May.SEE_DRAFT_PLAN,
    May.SEE_FINAL_PLAN,
    May.SEE_DOCUMENTS,
    May.COMMENT_ON_DRAFT,
)

OWN_SECTIONS: tuple[Right, ...] = rights(
    "health writes what health will do and social care what social care will, in words that each can stand by",
    ASKED_OR_BODY,
    May.WRITE_OWN_SECTION,
)

EDUCATIONAL_PSYCHOLOGIST = Role(
    RoleCode.EDUCATIONAL_PSYCHOLOGIST,
    "Educational psychologist",
    "Sees the papers before the visit and gives psychological advice once, in structure.",
    (
        *COLLEAGUES_OF_THE_ASKED,
        *PAPERS_OF_THE_ASKED,
        *rights(
            "earlier psychological advice is built on and not repeated",
            ASKED,
            May.SEE_PSYCHOLOGICAL_ADVICE,
            May.SEE_AGENCY_PAPERS,
        ),
    ),
)

HEALTH_ADVISER = Role(
    RoleCode.HEALTH_ADVISER,
    "Therapist or other health adviser",
    "Gives medical or therapy advice on the child for a health body.",
    (
        *COLLEAGUES_OF_THE_ASKED,
        *PAPERS_OF_THE_ASKED,
        *OWN_SECTIONS,
        *rights(
            "health advice joins up with the health advice already given",
            ASKED_OR_EMERGENCY,
            May.SEE_HEALTH_DETAIL,
        ),
        *rights("a child at risk is not left waiting", (Relation.ADVISER_BODY,), May.BREAK_GLASS),
    ),
)

DESIGNATED_CLINICAL_OFFICER = Role(
    RoleCode.DESIGNATED_CLINICAL_OFFICER,
    "Designated clinical officer",
    "Sees that the health bodies give their advice in time and that drafts say what health can provide.",
    (
        *COLLEAGUES_OF_THE_ASKED,
        *PAPERS_OF_THE_ASKED,
        *OWN_SECTIONS,
        *rights(
            "the officer who answers for health can check all health advice of the bodies they oversee",
            ASKED_OR_BODY,
            May.SEE_HEALTH_DETAIL,
        ),
        *deeds("late health advice is seen by the person who can move it", May.SEE_TEAM_FIGURES),
    ),
)

SOCIAL_CARE_ADVISER = Role(
    RoleCode.SOCIAL_CARE_ADVISER,
    "Social care adviser",
    "Replies whether the child is known, gives social care advice, and joins the plan to the care plan.",
    (
        *COLLEAGUES_OF_THE_ASKED,
        *PAPERS_OF_THE_ASKED,
        *OWN_SECTIONS,
        *rights(
            "the plan joins up with the care plan",
            ASKED_OR_EMERGENCY,
            May.SEE_SOCIAL_CARE_DETAIL,
        ),
        *rights("a child at risk is not left waiting", (Relation.ADVISER_BODY,), May.BREAK_GLASS),
    ),
)

SENCO = Role(
    RoleCode.SENCO,
    "SENCO",
    "The school's or college's coordinator: asks, advises, replies to consultations and plans transition.",
    (
        *rights(
            "the setting knows which child is meant and what it is asked by when",
            (*ANY_SETTING, Relation.ADVISER_ASKED, Relation.ADVISER_BODY),
            May.SEE_CASE,
            May.SEE_DEADLINES,
            May.SEND_MESSAGE,
            May.SEND_PAPER,
        ),
        *rights(
            "the setting that teaches the child, or will, can plan with everybody else",
            AT_SETTING,
            May.SEE_CHRONOLOGY,
            May.SEE_WHO_IS_INVOLVED,
            May.SEE_CONTACT_DETAILS,
            May.SEE_ADVICE_REQUESTS,
            May.SEE_FINAL_PLAN,
        ),
        *rights(
            "a setting can say truly whether it can meet the needs in the draft",
            ANY_SETTING,
            May.SEE_EDUCATIONAL_ADVICE,
            May.SEE_PSYCHOLOGICAL_ADVICE,
            May.SEE_DRAFT_PLAN,
            May.SEE_FAMILY_VIEWS,
            May.SEE_DOCUMENTS,
        ),
        *rights(
            "advice from the setting is given once, in structure",
            (Relation.SETTING_ATTENDED, Relation.ADVISER_ASKED, Relation.ADVISER_BODY),
            May.ANSWER_ADVICE_REQUEST,
        ),
        *rights(
            "whoever knows the child best at school can say what the draft gets wrong",
            (Relation.SETTING_ATTENDED,),
            May.COMMENT_ON_DRAFT,
        ),
        *rights(
            "the governing body or proprietor is consulted before it is named (2014 Act s.39(2))",
            (Relation.SETTING_CONSULTED,),
            May.REPLY_TO_CONSULTATION,
        ),
        *deeds(
            "a school asks without retyping what it already knows",
            May.ASK_FOR_ASSESSMENT,
            May.SEE_WORKLIST,
            May.SEE_PUBLISHED_FIGURES,
        ),
    ),
)
