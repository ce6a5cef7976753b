"""What the law makes a letter say, as codes, and how to see in the words that it has been said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from types import MappingProxyType


@unique
class Element(StrEnum):
    """One thing that a letter must put into words."""

    WHEN_RECEIVED = "WHEN_RECEIVED"
    DECISION = "DECISION"
    DECISION_DATE = "DECISION_DATE"
    PLAN_DATES = "PLAN_DATES"
    RIGHT_TO_GIVE_VIEWS = "RIGHT_TO_GIVE_VIEWS"
    RIGHT_TO_GIVE_EVIDENCE = "RIGHT_TO_GIVE_EVIDENCE"
    ADVICE_SOUGHT = "ADVICE_SOUGHT"
    RIGHT_TO_ASK_FOR_ADVICE = "RIGHT_TO_ASK_FOR_ADVICE"
    REASONS_ON_NEEDS = "REASONS_ON_NEEDS"
    REASONS_ON_PROVISION = "REASONS_ON_PROVISION"
    RIGHT_OF_APPEAL = "RIGHT_OF_APPEAL"
    APPEAL_TIME_LIMITS = "APPEAL_TIME_LIMITS"
    APPEALABLE_SECTIONS = "APPEALABLE_SECTIONS"
    RECOMMENDATION_POWER = "RECOMMENDATION_POWER"
    MEDIATION_RIGHT = "MEDIATION_RIGHT"
    MEDIATION_CERTIFICATE = "MEDIATION_CERTIFICATE"
    NO_CERTIFICATE_FOR_PLACEMENT = "NO_CERTIFICATE_FOR_PLACEMENT"
    MEDIATION_ADVISER = "MEDIATION_ADVISER"
    MEDIATION_TIMESCALES = "MEDIATION_TIMESCALES"
    MEDIATION_TELL_US = "MEDIATION_TELL_US"
    AUTHORITY_CONTACT = "AUTHORITY_CONTACT"
    DISAGREEMENT_RESOLUTION = "DISAGREEMENT_RESOLUTION"
    INFORMATION_AND_ADVICE = "INFORMATION_AND_ADVICE"
    QUESTIONS = "QUESTIONS"
    PAPERS_SENT = "PAPERS_SENT"
    ADVICE_DUE = "ADVICE_DUE"
    ADVICE_EXCEPTIONS = "ADVICE_EXCEPTIONS"
    NOTHING_TO_ADD = "NOTHING_TO_ADD"
    NEXT_STEP = "NEXT_STEP"
    REPRESENTATIONS_PERIOD = "REPRESENTATIONS_PERIOD"
    RIGHT_TO_ASK_FOR_SCHOOL = "RIGHT_TO_ASK_FOR_SCHOOL"
    RIGHT_TO_MEETING = "RIGHT_TO_MEETING"
    WHERE_TO_FIND_SCHOOLS = "WHERE_TO_FIND_SCHOOLS"
    REPLY_PERIOD = "REPLY_PERIOD"
    LAWFUL_GROUNDS = "LAWFUL_GROUNDS"
    PLACEMENT = "PLACEMENT"
    DUTY_TO_SECURE = "DUTY_TO_SECURE"
    REVIEW_DATE = "REVIEW_DATE"
    ORIGINAL_DATE = "ORIGINAL_DATE"
    REASON_FOR_DELAY = "REASON_FOR_DELAY"
    COMPLAINT = "COMPLAINT"
    NEW_OFFICER = "NEW_OFFICER"
    NO_NEED_TO_REPEAT = "NO_NEED_TO_REPEAT"
    PROMISES = "PROMISES"
    PROPOSED_CHANGES = "PROPOSED_CHANGES"
    PLAN_AS_IT_STANDS = "PLAN_AS_IT_STANDS"
    REASONS = "REASONS"
    PLAN_KEPT = "PLAN_KEPT"
    WHAT_HAPPENED = "WHAT_HAPPENED"
    LAW = "LAW"


@dataclass(frozen=True, slots=True)
class Proof:
    """`meaning` completes "the letter does not state …".

    Every pattern must be found in the words that claim to.
    """

    meaning: str
    patterns: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """True where the text bears out every pattern, without regard to case."""
        return all(re.search(pattern, text, re.IGNORECASE | re.DOTALL) for pattern in self.patterns)


_DATE = (
    r"\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
_CONTACT = r"(\S+@\S+\.\S+|\d[\d ]{7,}\d|www\.|https?://)"
_SUBSTANCE = r"\w+(\W+\w+){4,}"

PROOFS: Mapping[Element, Proof] = MappingProxyType(
    {
        Element.WHEN_RECEIVED: Proof("the day the request was received", ("received", _DATE)),
        Element.DECISION: Proof("the decision", ("decided", r"\b(assess|plan)")),
        Element.DECISION_DATE: Proof("the date by which we must decide", ("decide", "6 weeks", _DATE)),
        Element.PLAN_DATES: Proof(
            "the 16 and 20 week dates", ("16 weeks.*" + _DATE, "20 weeks.*" + _DATE, "final plan")
        ),
        Element.RIGHT_TO_GIVE_VIEWS: Proof(
            "the right to give views, by speaking or in writing",
            ("right", "views", "writing", "speak|call|talk"),
        ),
        Element.RIGHT_TO_GIVE_EVIDENCE: Proof("the right to send evidence", ("evidence|reports",)),
        Element.ADVICE_SOUGHT: Proof("who has been asked for advice", ("advice", r"\w")),
        Element.RIGHT_TO_ASK_FOR_ADVICE: Proof(
            "the right to ask us to seek advice from somebody else", ("ask us", "advice from|reasonable")
        ),
        Element.REASONS_ON_NEEDS: Proof(
            "reasons on whether the child has or may have special educational needs",
            (_SUBSTANCE,),
        ),
        Element.REASONS_ON_PROVISION: Proof(
            "reasons on whether a plan may be, or is, necessary", (_SUBSTANCE,)
        ),
        Element.RIGHT_OF_APPEAL: Proof(
            "the right to appeal to the Tribunal", ("right to appeal", "Tribunal")
        ),
        Element.APPEAL_TIME_LIMITS: Proof(
            "the time limits for an appeal, with the date",
            ("2 months", "1 month", "certificate", _DATE, "later"),
        ),
        Element.APPEALABLE_SECTIONS: Proof(
            "that sections B, F and I can be appealed", ("section B", "section F", "section I")
        ),
        Element.RECOMMENDATION_POWER: Proof(
            "that the Tribunal can make health and social care recommendations",
            ("Tribunal", "recommend", "health", "social care"),
        ),
        Element.MEDIATION_RIGHT: Proof("the right to mediation", ("right to mediation",)),
        Element.MEDIATION_CERTIFICATE: Proof(
            "that a mediation certificate is needed before an appeal",
            ("certificate", "before you (can )?appeal"),
        ),
        Element.NO_CERTIFICATE_FOR_PLACEMENT: Proof(
            "that no certificate is needed to appeal only about the school or college",
            ("do not need a certificate", "only about", "school|college"),
        ),
        Element.MEDIATION_ADVISER: Proof(
            "how to contact the mediation adviser", ("mediation adviser", _CONTACT)
        ),
        Element.MEDIATION_TIMESCALES: Proof(
            "the timescales for mediation, with the date",
            ("2 months", _DATE, "3 working days", "30 days"),
        ),
        Element.MEDIATION_TELL_US: Proof(
            "that the family must tell us if they want mediation, on what, and any health care they want",
            ("tell", "want mediation", "disagree", "health care"),
        ),
        Element.AUTHORITY_CONTACT: Proof("how to contact the authority", (r"\S+@\S+", r"\d[\d ]{7,}\d")),
        Element.DISAGREEMENT_RESOLUTION: Proof(
            "the disagreement resolution service and how to contact it", ("disagreement resolution", _CONTACT)
        ),
        Element.INFORMATION_AND_ADVICE: Proof(
            "the information and advice service and how to contact it",
            ("information", "advice", "free", _CONTACT),
        ),
        Element.QUESTIONS: Proof("the questions to be answered", (r"\?|tell us", r"\w")),
        Element.PAPERS_SENT: Proof("which papers are sent with it", ("papers|enclose|views", r"\w")),
        Element.ADVICE_DUE: Proof("the date advice is due", ("6 weeks", _DATE)),
        Element.ADVICE_EXCEPTIONS: Proof(
            "the only exceptions to the 6 weeks",
            ("exceptional circumstances", "4 (continuous )?weeks", "appointment"),
        ),
        Element.NOTHING_TO_ADD: Proof(
            "that “nothing to add” with a reason is an answer", ("nothing to add", "why")
        ),
        Element.NEXT_STEP: Proof("what happens next", (_SUBSTANCE,)),
        Element.REPRESENTATIONS_PERIOD: Proof(
            "that there are at least 15 days from service to comment, with the last day",
            ("15 days", _DATE, "comment|views"),
        ),
        Element.RIGHT_TO_ASK_FOR_SCHOOL: Proof(
            "the right to ask for a particular school or college",
            ("right", "ask", "school", "college", "named?"),
        ),
        Element.RIGHT_TO_MEETING: Proof(
            "the right to a meeting with an officer", ("right to .*meet", "officer")
        ),
        Element.WHERE_TO_FIND_SCHOOLS: Proof(
            "where to find out about schools and colleges", ("find", "school", "college", r"\S+\.\S+")
        ),
        Element.REPLY_PERIOD: Proof("the 15 days to reply, with the last day", ("15 days", _DATE)),
        Element.LAWFUL_GROUNDS: Proof(
            "the grounds of section 39(4)",
            ("unsuitable", "age, ability, aptitude", "efficient education", "efficient use of resources"),
        ),
        Element.PLACEMENT: Proof("what Section I names", ("section I", _SUBSTANCE)),
        Element.DUTY_TO_SECURE: Proof(
            "the duty to secure the provision in the plan", ("must", "provision|support", "Section F")
        ),
        Element.REVIEW_DATE: Proof("when the plan must be reviewed by", ("review", _DATE)),
        Element.ORIGINAL_DATE: Proof("the date that is being missed", ("by law|legal", _DATE)),
        Element.REASON_FOR_DELAY: Proof("the reason for the delay", (_SUBSTANCE,)),
        Element.COMPLAINT: Proof(
            "how to complain, and to whom after that", ("complain", "Ombudsman", _CONTACT)
        ),
        Element.NEW_OFFICER: Proof("who the new officer is and from when", (_DATE, r"\S+@\S+")),
        Element.NO_NEED_TO_REPEAT: Proof("that the family need not tell its story again", ("again",)),
        Element.PROMISES: Proof("what was promised and is still to be done", ("promise", r"\w")),
        Element.PROPOSED_CHANGES: Proof(
            "the changes that are proposed, and why", ("changes", "Section", _SUBSTANCE)
        ),
        Element.PLAN_AS_IT_STANDS: Proof(
            "that a copy of the plan as it stands is sent", ("copy", "plan", "as it stands")
        ),
        Element.REASONS: Proof("the reasons for the decision", (_SUBSTANCE,)),
        Element.PLAN_KEPT: Proof(
            "that the plan is kept until the time to appeal is over, or the appeal is decided",
            ("keep", "plan", "appeal", _DATE),
        ),
        Element.WHAT_HAPPENED: Proof("what happened, and on which day", (_SUBSTANCE, _DATE)),
        Element.LAW: Proof("the law it rests on", (r"Act 2014|Regulations 2014",)),
    }
)
