"""The checklist: what each kind of letter must state, and the check that stops one that does not.

Sources: Children and Families Act 2014 ss.36, 38, 39, 42; SEND Regulations 2014 regs 4, 5(3), 6, 8, 10(3),
13, 14, 20, 22, 25, 28, 31, 32. What the law does not fix but a fair letter still says (who to contact, what
happens next) is asked for too.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.integrations.documents.content import DocumentRefused, Heading, Letter, LetterKind, words
from alongside.integrations.documents.elements import PROOFS, Element

# SEND Regulations 2014 reg 32: the six things that a notice must say of mediation.
_MEDIATION = (
    Element.MEDIATION_RIGHT,
    Element.MEDIATION_CERTIFICATE,
    Element.MEDIATION_ADVISER,
    Element.MEDIATION_TIMESCALES,
    Element.MEDIATION_TELL_US,
    Element.AUTHORITY_CONTACT,
)
# SEND Regulations 2014 regs 5(3), 10(3) and 14: common to every decision that can be appealed.
_RIGHTS = (
    Element.RIGHT_OF_APPEAL,
    Element.APPEAL_TIME_LIMITS,
    *_MEDIATION,
    Element.DISAGREEMENT_RESOLUTION,
    Element.INFORMATION_AND_ADVICE,
    Element.LAW,
)

# SEND Regulations 2014 regs 13(2), 14 and, for a plan that is amended, 22(3).
_PLAN = (
    Element.PLACEMENT,
    Element.DUTY_TO_SECURE,
    Element.REVIEW_DATE,
    Element.APPEALABLE_SECTIONS,
    Element.RECOMMENDATION_POWER,
    Element.NO_CERTIFICATE_FOR_PLACEMENT,
    *_RIGHTS,
)

REQUIRED: Mapping[LetterKind, tuple[Element, ...]] = MappingProxyType(
    {
        LetterKind.ACKNOWLEDGEMENT: (
            Element.WHEN_RECEIVED,
            Element.DECISION_DATE,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.VIEWS_INVITED: (
            Element.RIGHT_TO_GIVE_VIEWS,
            Element.RIGHT_TO_GIVE_EVIDENCE,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.DECISION_TO_ASSESS: (
            Element.DECISION,
            Element.PLAN_DATES,
            Element.ADVICE_SOUGHT,
            Element.RIGHT_TO_ASK_FOR_ADVICE,
            Element.RIGHT_TO_GIVE_VIEWS,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.REFUSAL_TO_ASSESS: (
            Element.DECISION,
            Element.REASONS_ON_NEEDS,
            Element.REASONS_ON_PROVISION,
            *_RIGHTS,
        ),
        LetterKind.NO_PLAN: (
            Element.DECISION,
            Element.REASONS_ON_PROVISION,
            Element.RECOMMENDATION_POWER,
            *_RIGHTS,
        ),
        LetterKind.ADVICE_REQUEST: (
            Element.QUESTIONS,
            Element.PAPERS_SENT,
            Element.ADVICE_DUE,
            Element.ADVICE_EXCEPTIONS,
            Element.NOTHING_TO_ADD,
            Element.AUTHORITY_CONTACT,
            Element.LAW,
        ),
        LetterKind.ADVICE_CHASER: (
            Element.ADVICE_DUE,
            Element.ADVICE_EXCEPTIONS,
            Element.NOTHING_TO_ADD,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.LAW,
        ),
        LetterKind.DRAFT_PLAN: (
            Element.REPRESENTATIONS_PERIOD,
            Element.RIGHT_TO_ASK_FOR_SCHOOL,
            Element.RIGHT_TO_MEETING,
            Element.WHERE_TO_FIND_SCHOOLS,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.CONSULTATION: (
            Element.REPLY_PERIOD,
            Element.LAWFUL_GROUNDS,
            Element.PAPERS_SENT,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.LAW,
        ),
        LetterKind.FINAL_PLAN: _PLAN,
        LetterKind.MISSED_DEADLINE: (
            Element.ORIGINAL_DATE,
            Element.REASON_FOR_DELAY,
            Element.NEXT_STEP,
            Element.COMPLAINT,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.HANDOVER: (
            Element.NEW_OFFICER,
            Element.NO_NEED_TO_REPEAT,
            Element.PROMISES,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
        ),
        LetterKind.AMENDMENT_NOTICE: (
            Element.DECISION,
            Element.PROPOSED_CHANGES,
            Element.PLAN_AS_IT_STANDS,
            Element.REPRESENTATIONS_PERIOD,
            Element.RIGHT_TO_ASK_FOR_SCHOOL,
            Element.RIGHT_TO_MEETING,
            Element.WHERE_TO_FIND_SCHOOLS,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.AMENDED_PLAN: _PLAN,
        LetterKind.WILL_AMEND: (
            Element.DECISION,
            Element.REASONS,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.NOT_AMENDING: (
            Element.DECISION,
            Element.REASONS,
            Element.APPEALABLE_SECTIONS,
            Element.RECOMMENDATION_POWER,
            Element.NO_CERTIFICATE_FOR_PLACEMENT,
            *_RIGHTS,
        ),
        LetterKind.CEASING: (
            Element.DECISION,
            Element.REASONS,
            Element.PLAN_KEPT,
            Element.RECOMMENDATION_POWER,
            *_RIGHTS,
        ),
        LetterKind.REASSESSING: (
            Element.DECISION,
            Element.RIGHT_TO_GIVE_VIEWS,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.INFORMATION_AND_ADVICE,
            Element.LAW,
        ),
        LetterKind.NOT_REASSESSING: (
            Element.DECISION,
            Element.REASONS,
            Element.RECOMMENDATION_POWER,
            *_RIGHTS,
        ),
        LetterKind.BODY_NOTICE: (
            Element.WHAT_HAPPENED,
            Element.NEXT_STEP,
            Element.AUTHORITY_CONTACT,
            Element.LAW,
        ),
    }
)


def missing(letter: Letter) -> tuple[Element, ...]:
    """What this kind of letter must state and its words do not bear out, in the order of the list."""
    said: dict[Element, list[str]] = {}
    for block in letter.blocks:
        if isinstance(block, Heading):
            continue
        for element in block.states:
            said.setdefault(element, []).append(words(block))
    return tuple(
        element
        for element in REQUIRED[letter.kind]
        if not PROOFS[element].is_in("\n".join(said.get(element, [])))
    )


def check_contents(letter: Letter) -> None:
    """Refuse a letter that leaves out what it must state.

    Raises DocumentRefused naming each thing left out.
    """
    gaps = missing(letter)
    if gaps:
        raise DocumentRefused(
            f"The letter {letter.reference} ({letter.kind}) cannot be produced. It does not state "
            + "; nor ".join(PROOFS[element].meaning for element in gaps)
            + ". Put the wording back, or give the facts it needs."
        )
