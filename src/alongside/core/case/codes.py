"""The closed vocabularies of a case: what can happen, where a case can stand, who and how.

Values are what is stored: upper snake, never a Python path, never display text. Display words live in
`web/presenters`. Names follow the Act, the Regulations and the Code (see GLOSSARY.md).
"""

from enum import StrEnum, unique


@unique
class EventKind(StrEnum):
    """One thing that happened to a case, on a date. The chronology is made of these and of nothing else."""

    # how an assessment episode starts and is decided (law.md 12.1)
    REQUEST_RECEIVED = "REQUEST_RECEIVED"
    ATTENTION_S24 = "ATTENTION_S24"
    VIEWS_INVITED = "VIEWS_INVITED"
    DECISION_TO_ASSESS_NOTIFIED = "DECISION_TO_ASSESS_NOTIFIED"
    REFUSAL_TO_ASSESS_SENT = "REFUSAL_TO_ASSESS_SENT"
    REQUEST_WITHDRAWN = "REQUEST_WITHDRAWN"
    # advice
    ADVICE_REQUESTED = "ADVICE_REQUESTED"
    ADVICE_ALLOCATED = "ADVICE_ALLOCATED"
    ADVICE_CHASED = "ADVICE_CHASED"
    ADVICE_RECEIVED = "ADVICE_RECEIVED"
    ADVICE_REQUEST_CANCELLED = "ADVICE_REQUEST_CANCELLED"
    EXCEPTION_RECORDED = "EXCEPTION_RECORDED"
    # the plan
    DECISION_TO_ISSUE = "DECISION_TO_ISSUE"
    NO_PLAN_NOTICE_SENT = "NO_PLAN_NOTICE_SENT"
    DRAFT_SERVED = "DRAFT_SERVED"
    DRAFT_REISSUED = "DRAFT_REISSUED"
    REPRESENTATIONS_RECEIVED = "REPRESENTATIONS_RECEIVED"
    MEETING_REQUIRED = "MEETING_REQUIRED"
    SCHOOL_REQUESTED = "SCHOOL_REQUESTED"
    FAMILY_CONFIRMS_NOTHING_MORE = "FAMILY_CONFIRMS_NOTHING_MORE"
    SETTING_CONSULTED = "SETTING_CONSULTED"
    SETTING_REPLIED = "SETTING_REPLIED"
    FINAL_SENT = "FINAL_SENT"
    LA_RECONSIDERS = "LA_RECONSIDERS"
    # dispute
    MEDIATION_ADVISER_CONTACTED = "MEDIATION_ADVISER_CONTACTED"
    MEDIATION_CERTIFICATE_ISSUED = "MEDIATION_CERTIFICATE_ISSUED"
    APPEAL_RECEIVED = "APPEAL_RECEIVED"
    APPEAL_WITHDRAWN = "APPEAL_WITHDRAWN"
    UNOPPOSED_NOTIFIED = "UNOPPOSED_NOTIFIED"
    ORDER_MADE = "ORDER_MADE"
    # life of a plan that was made elsewhere or earlier (imports, transfers)
    PLAN_MADE = "PLAN_MADE"
    PLAN_CEASED = "PLAN_CEASED"
    TRANSFERRED_IN = "TRANSFERRED_IN"
    REVIEW_MEETING_HELD = "REVIEW_MEETING_HELD"
    REVIEW_DECISION_SENT = "REVIEW_DECISION_SENT"
    PLACEMENT_STARTED = "PLACEMENT_STARTED"
    PLACEMENT_ENDED = "PLACEMENT_ENDED"
    NEED_RECORDED = "NEED_RECORDED"
    # the person
    MOVED_TO_NEW_LA = "MOVED_TO_NEW_LA"
    DIED = "DIED"
    # the work
    CASE_ASSIGNED = "CASE_ASSIGNED"
    CASE_HANDED_OVER = "CASE_HANDED_OVER"
    # a correction that voids an earlier event and puts nothing in its place
    RECORDED_IN_ERROR = "RECORDED_IN_ERROR"


@unique
class Region(StrEnum):
    """The parallel regions of a case's state (law.md 12)."""

    ASSESS = "ASSESS"
    DISPUTE = "DISPUTE"


@unique
class Stage(StrEnum):
    """Where a case stands. Region ASSESS first (law.md 12.1), then DISPUTE (12.6)."""

    NONE = "NONE"
    REQUEST_OPEN = "REQUEST_OPEN"
    REFUSED_TO_ASSESS = "REFUSED_TO_ASSESS"
    ASSESSING = "ASSESSING"
    DRAFTING = "DRAFTING"
    DRAFT_OUT = "DRAFT_OUT"
    REFUSED_TO_ISSUE = "REFUSED_TO_ISSUE"
    PLAN_MAINTAINED = "PLAN_MAINTAINED"
    CLOSED_NO_APPEAL = "CLOSED_NO_APPEAL"
    CLOSED_WITHDRAWN = "CLOSED_WITHDRAWN"
    CLOSED_MOVED = "CLOSED_MOVED"
    CLOSED_DECEASED = "CLOSED_DECEASED"
    CLOSED_CEASED = "CLOSED_CEASED"
    APPEAL_WINDOW_OPEN = "APPEAL_WINDOW_OPEN"
    CERTIFICATE_ISSUED = "CERTIFICATE_ISSUED"
    APPEAL_REGISTERED = "APPEAL_REGISTERED"


@unique
class TimerState(StrEnum):
    """What has become of one duty (law.md 12).

    BREACHED is for a duty not to do something before a day (A07b): it can be broken but not be late.
    """

    PENDING = "PENDING"
    RUNNING = "RUNNING"
    MET = "MET"
    MET_LATE = "MET_LATE"
    OVERDUE = "OVERDUE"
    DISAPPLIED = "DISAPPLIED"
    CANCELLED = "CANCELLED"
    SUPERSEDED = "SUPERSEDED"
    BREACHED = "BREACHED"


@unique
class ExceptionGround(StrEnum):
    """The closed list of SEND Regulations 2014 regs 5(4), 8(2), 10(4), 13(3).

    There is deliberately no member for a shortage of staff, a late reply or a panel date: such a thing is
    never an exception, so it cannot be recorded as one.
    """

    SCHOOL_CLOSED = "SCHOOL_CLOSED"
    EARLY_YEARS_CLOSED = "EARLY_YEARS_CLOSED"
    PERSONAL_CIRCUMSTANCES = "PERSONAL_CIRCUMSTANCES"
    ABSENT_FROM_AREA = "ABSENT_FROM_AREA"
    MISSED_APPOINTMENT = "MISSED_APPOINTMENT"


@unique
class AdviceKind(StrEnum):
    """Advice that must be sought, SEND Regulations 2014 reg 6(1)."""

    PARENT_OR_YOUNG_PERSON = "PARENT_OR_YOUNG_PERSON"
    EDUCATIONAL = "EDUCATIONAL"
    MEDICAL = "MEDICAL"
    PSYCHOLOGICAL = "PSYCHOLOGICAL"
    SOCIAL_CARE = "SOCIAL_CARE"
    PREPARING_FOR_ADULTHOOD = "PREPARING_FOR_ADULTHOOD"
    SENSORY = "SENSORY"
    ARMED_FORCES = "ARMED_FORCES"
    REASONABLY_REQUESTED = "REASONABLY_REQUESTED"
    OTHER = "OTHER"


@unique
class RequestSource(StrEnum):
    """Who asked. The SEN2 codes 1 to 5 in this order."""

    PARENT_OR_YOUNG_PERSON = "PARENT_OR_YOUNG_PERSON"
    SETTING = "SETTING"
    HEALTH = "HEALTH"
    SOCIAL_CARE = "SOCIAL_CARE"
    OTHER = "OTHER"


@unique
class Channel(StrEnum):
    """How something reached, or was sent to, somebody. Decides the date of service."""

    ONLINE = "ONLINE"
    EMAIL = "EMAIL"
    HAND = "HAND"
    FIRST_CLASS_POST = "FIRST_CLASS_POST"
    SECOND_CLASS_POST = "SECOND_CLASS_POST"
    PHONE = "PHONE"
    LETTER = "LETTER"


@unique
class PlanSection(StrEnum):
    """The sections of an EHC plan, SEND Regulations 2014 reg 12."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
    G = "G"
    H1 = "H1"
    H2 = "H2"
    I = "I"  # noqa: E741  the section's name in law
    J = "J"
    K = "K"
