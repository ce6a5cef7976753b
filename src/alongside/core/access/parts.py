"""The parts of a child's record, and the one permission that opens each.

A document, a panel on a page or a field belongs to exactly one part. To read a part, or to do any deed to it,
a person needs the part's permission on that case.
"""

from collections.abc import Mapping
from enum import StrEnum, unique
from types import MappingProxyType

from alongside.core.access.permission import Permission
from alongside.core.case.codes import AdviceKind


@unique
class Part(StrEnum):
    """One part of the record. `phrase` names it in a sentence."""

    phrase: str

    def __new__(cls, code: str, phrase: str) -> "Part":
        """A member whose stored value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.phrase = phrase
        return member

    IDENTITY = "IDENTITY", "name, date of birth and stage"
    CHRONOLOGY = "CHRONOLOGY", "what has happened"
    DEADLINES = "DEADLINES", "what is due, and why"
    WHO_IS_INVOLVED = "WHO_IS_INVOLVED", "who is involved"
    OWN_DETAILS = "OWN_DETAILS", "the reader's own contact details"
    CONTACT_DETAILS = "CONTACT_DETAILS", "everybody's contact details"
    WITHHELD_ADDRESS = "WITHHELD_ADDRESS", "an address withheld for safety"
    REASONS = "REASONS", "reasons for decisions"
    ADVICE_REQUESTS = "ADVICE_REQUESTS", "advice asked for, due and given"
    EDUCATIONAL_ADVICE = "EDUCATIONAL_ADVICE", "educational advice"
    PSYCHOLOGICAL_ADVICE = "PSYCHOLOGICAL_ADVICE", "psychological advice"
    MEDICAL_ADVICE = "MEDICAL_ADVICE", "medical advice and health detail"
    SOCIAL_CARE_ADVICE = "SOCIAL_CARE_ADVICE", "social care advice and detail"
    FAMILY_VIEWS = "FAMILY_VIEWS", "views of the family"
    DRAFT_PLAN = "DRAFT_PLAN", "draft plan"
    FINAL_PLAN = "FINAL_PLAN", "final plan"
    COMMENTS = "COMMENTS", "comments on the draft"
    MESSAGES = "MESSAGES", "messages"
    CONSULTATIONS = "CONSULTATIONS", "consultations of settings"
    FAMILY_PAPERS = "FAMILY_PAPERS", "papers from the family"
    AGENCY_PAPERS = "AGENCY_PAPERS", "papers from agencies"
    CORRECTIONS = "CORRECTIONS", "corrections asked for"
    NOTES = "NOTES", "working and handover notes"
    LEDGER = "LEDGER", "who opened or changed the case"


OPENED_BY: Mapping[Part, Permission] = MappingProxyType(
    {
        Part.IDENTITY: Permission.SEE_CASE,
        Part.CHRONOLOGY: Permission.SEE_CHRONOLOGY,
        Part.DEADLINES: Permission.SEE_DEADLINES,
        Part.WHO_IS_INVOLVED: Permission.SEE_WHO_IS_INVOLVED,
        Part.OWN_DETAILS: Permission.SEE_OWN_DETAILS,
        Part.CONTACT_DETAILS: Permission.SEE_CONTACT_DETAILS,
        Part.WITHHELD_ADDRESS: Permission.SEE_WITHHELD_ADDRESS,
        Part.REASONS: Permission.SEE_REASONS,
        Part.ADVICE_REQUESTS: Permission.SEE_ADVICE_REQUESTS,
        Part.EDUCATIONAL_ADVICE: Permission.SEE_EDUCATIONAL_ADVICE,
        Part.PSYCHOLOGICAL_ADVICE: Permission.SEE_PSYCHOLOGICAL_ADVICE,
        Part.MEDICAL_ADVICE: Permission.SEE_HEALTH_DETAIL,
        Part.SOCIAL_CARE_ADVICE: Permission.SEE_SOCIAL_CARE_DETAIL,
        Part.FAMILY_VIEWS: Permission.SEE_FAMILY_VIEWS,
        Part.DRAFT_PLAN: Permission.SEE_DRAFT_PLAN,
        Part.FINAL_PLAN: Permission.SEE_FINAL_PLAN,
        Part.COMMENTS: Permission.SEE_COMMENTS,
        Part.MESSAGES: Permission.SEE_MESSAGES,
        Part.CONSULTATIONS: Permission.SEE_CONSULTATIONS,
        Part.FAMILY_PAPERS: Permission.SEE_FAMILY_PAPERS,
        Part.AGENCY_PAPERS: Permission.SEE_AGENCY_PAPERS,
        Part.CORRECTIONS: Permission.SEE_CORRECTIONS,
        Part.NOTES: Permission.SEE_NOTES,
        Part.LEDGER: Permission.SEE_LEDGER,
    }
)

OF_ADVICE: Mapping[AdviceKind, Part] = MappingProxyType(
    {
        AdviceKind.PARENT_OR_YOUNG_PERSON: Part.FAMILY_VIEWS,
        AdviceKind.EDUCATIONAL: Part.EDUCATIONAL_ADVICE,
        AdviceKind.MEDICAL: Part.MEDICAL_ADVICE,
        AdviceKind.PSYCHOLOGICAL: Part.PSYCHOLOGICAL_ADVICE,
        AdviceKind.SOCIAL_CARE: Part.SOCIAL_CARE_ADVICE,
        # Advice on preparing for adulthood and from a qualified teacher of the deaf or blind (reg 6) is about
        # education; the rest may come from anybody, so it opens with the papers of agencies.
        AdviceKind.PREPARING_FOR_ADULTHOOD: Part.EDUCATIONAL_ADVICE,
        AdviceKind.SENSORY: Part.EDUCATIONAL_ADVICE,
        AdviceKind.ARMED_FORCES: Part.AGENCY_PAPERS,
        AdviceKind.REASONABLY_REQUESTED: Part.AGENCY_PAPERS,
        AdviceKind.OTHER: Part.AGENCY_PAPERS,
    }
)
"""The part of the record that each kind of advice belongs to."""
