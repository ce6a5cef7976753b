"""What a notice must state so that the family knows its rights, as a checklist beside the form that records it.

Sources: SEND Regulations 2014 regs 5(3), 10(3), 14 and 32 for the list; regs 20(11), 22, 25, 28 and 31 for the
notices that carry it. The words are those by which our own letters are checked (`integrations/documents`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind as K
from alongside.integrations.documents.elements import PROOFS, Element
from alongside.web.presenters import wording

_MEDIATION = (
    Element.MEDIATION_RIGHT,
    Element.MEDIATION_CERTIFICATE,
    Element.MEDIATION_ADVISER,
    Element.MEDIATION_TIMESCALES,
    Element.MEDIATION_TELL_US,
)
_RIGHTS = (
    Element.RIGHT_OF_APPEAL,
    Element.APPEAL_TIME_LIMITS,
    *_MEDIATION,
    Element.RECOMMENDATION_POWER,
    Element.AUTHORITY_CONTACT,
    Element.DISAGREEMENT_RESOLUTION,
    Element.INFORMATION_AND_ADVICE,
)
_RIGHTS_OF_PLAN = (Element.APPEALABLE_SECTIONS, Element.NO_CERTIFICATE_FOR_PLACEMENT, *_RIGHTS)
_COMMENTS = (
    Element.REPRESENTATIONS_PERIOD,
    Element.RIGHT_TO_ASK_FOR_SCHOOL,
    Element.RIGHT_TO_MEETING,
    Element.WHERE_TO_FIND_SCHOOLS,
    Element.INFORMATION_AND_ADVICE,
)
DECISION, REASONS = "the decision", "the reasons for it"
OWN: Mapping[K, tuple[str, ...]] = MappingProxyType(
    {
        K.REVIEW_DECISION_SENT: (
            DECISION,
            "the reasons for it, where the plan stays as it is or is to end",
            "where the plan is to be amended: the proposed amendments with the evidence, in the same four weeks",
        ),
        K.AMENDMENT_NOTICE_SENT: (
            "a copy of the plan as it stands",
            "the proposed amendments, and any evidence for them",
        ),
        K.AMENDED_FINAL_SENT: ("the amended plan, signed and dated", "the day by which it is reviewed next"),
        K.DECISION_NOT_TO_AMEND_SENT: (DECISION, REASONS),
        K.REASSESSMENT_REFUSED_SENT: (DECISION, REASONS),
        K.CEASE_DECISION_SENT: (
            DECISION,
            REASONS,
            "that the plan is kept until the time to appeal is over, or the appeal is decided",
        ),
        K.TRANSFER_NOTICE_SENT: (
            "that the plan was transferred",
            "whether there will be a new assessment",
            "when the plan will be reviewed",
        ),
    }
)
RIGHTS: Mapping[K, tuple[Element, ...]] = MappingProxyType(
    {
        K.REVIEW_DECISION_SENT: _RIGHTS,
        K.AMENDMENT_NOTICE_SENT: _COMMENTS,
        K.AMENDED_FINAL_SENT: _RIGHTS_OF_PLAN,
        K.DECISION_NOT_TO_AMEND_SENT: _RIGHTS_OF_PLAN,
        K.REASSESSMENT_REFUSED_SENT: _RIGHTS,
        K.CEASE_DECISION_SENT: _RIGHTS,
    }
)


def must_state(kind: K) -> tuple[str, ...]:
    """What the notice must state, each as a line; empty for news that is no notice."""
    said = [*OWN.get(kind, ()), *(PROOFS[each].meaning for each in RIGHTS.get(kind, ()))]
    return tuple(wording.capital(each) for each in said)
