"""The states of reviews and of moves between phases in plain words, and why each is what it is."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.app.queries.phase_transfers import Source, TransferState
from alongside.app.queries.reviews import ReviewState
from alongside.core.case.review_codes import PhaseTransfer

WITHIN_TWELVE = "WITHIN_TWELVE"
R, T, P = ReviewState, TransferState, PhaseTransfer
REVIEW: Mapping[str, str] = MappingProxyType(
    {
        R.OVERDUE: "Review overdue",
        R.DUE_SOON: "Review due within 8 weeks",
        R.DUE_LATER: "Review due in 9 to 12 weeks",
        R.REPORT_LATE: "Report of the meeting late",
        R.DECISION_LATE: "Decision late",
        R.NOTICE_LATE: "Notice of changes late",
        R.AMENDED_LATE: "Changed plan late",
        R.NOT_KNOWN: "Last review not known",
        WITHIN_TWELVE: "Review due within 12 weeks",
    }
)
LIMIT: Mapping[str, str] = MappingProxyType(
    {
        "R01": "a year from the day the plan was made",
        "R02": "a year from the last review",
        "T03": "after a move from another area",
        "R05": "2 weeks from the meeting",
        "R06": "4 weeks from the meeting",
        "R07": "4 weeks from the meeting",
        "R09": "8 weeks from the notice",
        "R12": "8 weeks from the notice",
        "R09e": "8 weeks from the notice, or 12 from the meeting",
        "R11": "12 weeks from the meeting",
    }
)
"""From what each last day of the list of reviews is counted."""
TRANSFER: Mapping[str, str] = MappingProxyType(
    {
        T.LATE: "Late",
        T.BEHIND: "Behind",
        T.TO_BEGIN: "To begin",
        T.REVIEWED: "Review held",
        T.NOTICE_SENT: "Notice sent",
        T.AMENDED: "Amended: for the move?",
        T.DONE: "Done",
        T.NOT_KNOWN: "Not known",
    }
)
MOVE: Mapping[PhaseTransfer, str] = MappingProxyType(
    {
        P.EARLY_YEARS_TO_SCHOOL: "Early years to school",
        P.INFANT_TO_JUNIOR: "Infant to junior school",
        P.PRIMARY_TO_MIDDLE: "Primary to middle school",
        P.PRIMARY_TO_SECONDARY: "Primary to secondary school",
        P.MIDDLE_TO_SECONDARY: "Middle to secondary school",
        P.SECONDARY_TO_POST_16: "School to post-16",
        P.POST_16_TO_POST_16: "To another post-16 setting",
        P.SAME_SETTING: "Stays in the same setting",
    }
)
SOURCE: Mapping[Source, str] = MappingProxyType(
    {
        Source.RECORDED: "recorded",
        Source.RETURN: "told by a return",
        Source.AGE: "by age: not recorded yet",
    }
)
STATES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{code: (code,) for code in (*R, *T)},
        WITHIN_TWELVE: (R.DUE_SOON, R.DUE_LATER),
    }
)
"""The states that one choice stands for."""


def year_group(group: int | None) -> str:
    """`Reception`, `Year 6`, `Nursery`; empty where the date of birth is not known."""
    if group is None:
        return ""
    if group < 0:
        return "Nursery or before"
    return f"Year {group}" if 0 < group <= 13 else ("Reception" if group == 0 else "Over 18")
