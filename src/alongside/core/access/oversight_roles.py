"""The roles of people who keep the data, answer for the service or look at it from outside. Data only."""

from alongside.core.access.authority_roles import ANY_OFFICER
from alongside.core.access.permission import Permission as May
from alongside.core.access.relations import Relation
from alongside.core.access.role import Role, RoleCode, deeds, rights

SAMPLE = (Relation.INSPECTION_SAMPLE,)

DATA_OFFICER = Role(
    RoleCode.DATA_OFFICER,
    "Data officer",
    "Keeps the data valid, makes the SEN2 return and the inspection lists, and reconciles differing counts.",
    (
        *rights(
            "a wrong date or a duplicate can be found and traced to where it came from",
            ANY_OFFICER,
            May.SEE_CASE,
            May.SEE_CHRONOLOGY,
            May.SEE_DEADLINES,
            May.SEE_WHO_IS_INVOLVED,
            May.SEE_ADVICE_REQUESTS,
            May.SEE_LEDGER,
        ),
        *rights(
            "a wrong date is put right with its reason and the wrong one stays to be seen",
            ANY_OFFICER,
            May.CORRECT_EVENT,
        ),
        *deeds(
            "one query gives one answer and one explanation",
            May.SEE_TEAM_FIGURES,
            May.SEE_PUBLISHED_FIGURES,
            May.IMPORT_RETURN,
            May.EXPORT,
            May.SEE_DATA_TO_MEND,
            May.VERIFY_LEDGER,
        ),
        *deeds("people come and go without a case losing its owner", May.SEE_ACCOUNTS, May.MANAGE_ACCOUNTS),
        *deeds("inspectors get the cases they chose, and no others", May.KEEP_INSPECTION_SAMPLE),
    ),
)

DIRECTOR = Role(
    RoleCode.DIRECTOR,
    "Director or board member",
    "Needs to know truly whether the service is getting better. Sees figures and never a child's file.",
    (
        *deeds(
            "leaders answer to families and to the public on figures that they can trust",
            May.SEE_TEAM_FIGURES,
            May.SEE_PUBLISHED_FIGURES,
            May.VERIFY_LEDGER,
        ),
        *deeds("a manager's own emergency is looked at afterwards by somebody else", May.REVIEW_EMERGENCY),
    ),
)

INSPECTOR = Role(
    RoleCode.INSPECTOR,
    "Inspector",
    "Ofsted or CQC: follows the sampled children across agencies and tests whether leaders know their area.",
    (
        *rights(
            "inspectors can follow a sampled child across every agency; no other file opens",
            SAMPLE,
            May.SEE_CASE,
            May.SEE_CHRONOLOGY,
            May.SEE_DEADLINES,
            May.SEE_WHO_IS_INVOLVED,
            May.SEE_REASONS,
            May.SEE_ADVICE_REQUESTS,
            May.SEE_EDUCATIONAL_ADVICE,
            May.SEE_PSYCHOLOGICAL_ADVICE,
            May.SEE_HEALTH_DETAIL,
            May.SEE_SOCIAL_CARE_DETAIL,
            May.SEE_FAMILY_VIEWS,
            May.SEE_DRAFT_PLAN,
            May.SEE_FINAL_PLAN,
            May.SEE_COMMENTS,
            May.SEE_MESSAGES,
            May.SEE_CONSULTATIONS,
            May.SEE_FAMILY_PAPERS,
            May.SEE_AGENCY_PAPERS,
            May.SEE_CORRECTIONS,
            May.SEE_LEDGER,
            May.SEE_DOCUMENTS,
        ),
        *deeds("inspectors find the cases that they chose", May.SEE_INSPECTION_SAMPLE),
        *deeds(
            "inspectors test whether leaders know their area",
            May.SEE_TEAM_FIGURES,
            May.SEE_PUBLISHED_FIGURES,
            May.VERIFY_LEDGER,
        ),
    ),
)

SERVICE = Role(
    RoleCode.SERVICE,
    "The service itself",
    "Imports and timed jobs. Reminds, chases and records; decides nothing about a child.",
    (
        *rights(
            "a reminder is sent and an import is recorded without a person at the keyboard",
            (Relation.SAME_AUTHORITY,),
            May.SEE_CASE,
            May.SEE_CHRONOLOGY,
            May.SEE_DEADLINES,
            May.SEE_ADVICE_REQUESTS,
            May.RECORD_EVENT,
            May.CHASE_ADVICE,
        ),
        *deeds("a return is loaded in one run", May.REGISTER_REQUEST, May.IMPORT_RETURN, May.VERIFY_LEDGER),
    ),
)

PUBLIC = Role(
    RoleCode.PUBLIC,
    "Anyone",
    "Somebody without an account.",
    (
        *deeds("nobody needs an account to ask for help", May.ASK_FOR_ASSESSMENT),
        *deeds("the service answers to the public", May.SEE_PUBLISHED_FIGURES),
    ),
)
