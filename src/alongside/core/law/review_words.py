"""Reviews, amendments and moves between phases in words: the fact, the reading, what is unknown, what can change."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import TimerState
from alongside.core.case.history import Plan
from alongside.core.case.review_codes import PhaseTransfer
from alongside.core.case.review_history import Amendment, ForeseenTransfer, Review
from alongside.core.law.duty import Reason
from alongside.core.law.phase_transfer import AMENDED_PLAN, binds_first, for_amended_plan
from alongside.core.law.timer import Desk, Due
from alongside.core.law.words import day_words

MOVES: Mapping[PhaseTransfer, str] = MappingProxyType(
    {
        PhaseTransfer.EARLY_YEARS_TO_SCHOOL: "from early years to school",
        PhaseTransfer.INFANT_TO_JUNIOR: "from infant to junior school",
        PhaseTransfer.PRIMARY_TO_MIDDLE: "from primary to middle school",
        PhaseTransfer.PRIMARY_TO_SECONDARY: "from primary to secondary school",
        PhaseTransfer.MIDDLE_TO_SECONDARY: "from middle to secondary school",
        PhaseTransfer.SECONDARY_TO_POST_16: "from secondary school to a post-16 setting",
        PhaseTransfer.POST_16_TO_POST_16: "from one post-16 setting to another",
        PhaseTransfer.SAME_SETTING: "to the next phase within the same setting",
    }
)
_POSTED = "the day of posting"
_EARLIER = "the earlier beginning or end of the year"
_BEFORE = "“before” to leave out the day itself"
READINGS: Mapping[str, str] = MappingProxyType(
    {
        "R01": "a year from a leap day to end a day earlier",
        "R02": "the year to begin with the meeting",
        "R01d": _EARLIER,
        "R03": "fourteen clear days",
        "R04": "fourteen clear days",
        "R06c": _EARLIER,
        "R08": _POSTED,
        "R09e": "the twelve weeks from the meeting to bind",
        "R13": "three months after the last review",
        "P00": _BEFORE,
        "P01": _BEFORE,
        "P02": _BEFORE,
        "P01p.meeting": _BEFORE,
        "P01p.notice": _BEFORE,
    }
)
"""What the strictest reading takes, by rule: half a sentence."""
_NEXT_DECISION = "The decision notice after the review meets it."
_ENDS = "The end of the plan ends it."
_AMENDED = ("Sending the final amended plan meets it.", "A decision not to amend ends it.", _ENDS)
_NAMED = (
    "An amended plan that names the next setting or type meets it.",
    "A recorded decision that no amendment is needed meets it.",
    _ENDS,
)
CHANGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "R01": (_NEXT_DECISION, _ENDS),
        "R02": (_NEXT_DECISION, _ENDS),
        "R01d": ("The review meeting meets it.", _ENDS),
        "R03": ("Notice of the date meets it.", "Moving the meeting moves it.", _ENDS),
        "R04": ("Sending the advice round meets it.", "Moving the meeting moves it.", _ENDS),
        "R14": ("A record that the meeting considered it meets it.", _ENDS),
        "R05": ("The report meets it.", "The decision takes its place.", _ENDS),
        "R06": (
            _NEXT_DECISION,
            "A notice of proposed amendments is such a decision.",
            "No exception is listed for it.",
            _ENDS,
        ),
        "R06c": (_NEXT_DECISION, _ENDS),
        "C02": ("Notice of the decision to cease meets it.", "Another decision ends it."),
        "R07": (
            "The notice with the plan and the evidence meets it.",
            "A decision to maintain or to cease the plan ends it.",
            _ENDS,
        ),
        "R08": ("A notice issued anew starts a new fifteen days.", _ENDS),
        "R09": _AMENDED,
        "R09e": _AMENDED,
        "R10": ("Notice of a decision not to amend meets it.", "The final amended plan ends it.", _ENDS),
        "R11": _AMENDED,
        "R12": _AMENDED,
        "R13": ("The next review begins it anew.", "The child's fifth birthday ends it.", _ENDS),
        "P00": _NAMED,
        "P01": _NAMED,
        "P02": _NAMED,
        "P03": _NAMED,
        "P04": ("A recorded decision that no amendment is needed ends it.", *_NAMED[:1], _ENDS),
        "P01p.meeting": ("The review meeting meets it.", _ENDS),
        "P01p.notice": ("The notice of the proposed amendments meets it.", _ENDS),
    }
)


def fact(due: Due, about: Review | Amendment | ForeseenTransfer) -> str:
    """The fact that started the duty, in a sentence."""
    on = day_words(due.triggered_on)
    match about:
        case Amendment():
            return f"The notice of proposed amendments was sent on {on}."
        case ForeseenTransfer():
            when = f"on {day_words(about.on)}" if about.on else f"in {about.year}"
            return f"A move {MOVES[about.transfer]} {when} is foreseen."
    if due.rule in ("R02", "R01d", "R13"):
        return _last_reviewed(about, on, due)
    if about.held_on is None:
        return f"The review meeting is arranged for {on}."
    return f"The review meeting was held on {on}."


def counted_from(due: Due) -> str:
    """What the day of the fact is to the limit."""
    if isinstance(due.about, ForeseenTransfer):
        return "The limit holds for a child or young person who is within twelve months of the move."
    return "This is the day from which the time is counted."


def further_reasons(due: Due, desk: Desk) -> tuple[Reason, ...]:
    """What else led to the date: the limit that capped it, the limit that binds first, the date of a judgment."""
    found = [*_capped(due)]
    first = _earlier(due, desk)
    if first is not None:
        found.append(
            Reason(
                f"Another limit for the same plan ends earlier, on {day_words(first.statutory_due)}.",
                f"Rule {first.rule} binds first.",
                first.parameter.citation,
            )
        )
    declared = due.parameter.flag_before
    if declared is not None and due.triggered_on < declared:
        found.append(
            Reason(
                f"The court gave this reading on {day_words(declared)}, after these facts.",
                "A judgment says what the law always was, so it holds for earlier facts too.",
                due.parameter.citation,
            )
        )
    return tuple(found)


def unknown(due: Due) -> tuple[str, ...]:
    """What the record does not say and this answer would need."""
    about = due.about
    if isinstance(about, ForeseenTransfer) and about.on is None:
        if due.rule == "P03":
            return ("The day of the move: only its year is known.",)
        return ("The day of the move; the start of the school year is used for when its limit begins.",)
    if not isinstance(about, Review | Amendment):
        return ()
    if due.rule == "R02" and due.statutory_due is None:
        return ("The day of the decision after the last review.",)
    if due.rule == "R06c" and due.statutory_due is None:
        return ("When the year of review began.",)
    if due.state is TimerState.SUPERSEDED:
        return _superseded(due, about)
    return ()


def _superseded(due: Due, about: Review | Amendment) -> tuple[str, ...]:
    if isinstance(about, Review) and due.rule == "R07" and about.outcome is None:
        return ("What was decided after the review.",)
    sentence = _UNKNOWN_IF_SUPERSEDED.get(due.rule)
    return (sentence,) if sentence else ()


_PLAN_SENT = "Whether and when the final amended plan was sent."
_UNKNOWN_IF_SUPERSEDED: Mapping[str, str] = MappingProxyType(
    {
        "R03": "Whether and when notice of the meeting was given.",
        "R04": "Whether and when advice was sent round before the meeting.",
        "R14": "Whether the meeting considered preparation for adulthood.",
        "R05": "Whether and when the report was sent.",
        "R06": "The day on which the decision was notified.",
        "R06c": "The day on which the decision was notified.",
        "R07": "Whether and when the notice of proposed amendments was sent.",
        "R09": _PLAN_SENT,
        "R09e": _PLAN_SENT,
        "R10": "The day on which the decision not to amend was notified.",
        "R11": _PLAN_SENT,
        "R12": _PLAN_SENT,
    }
)


def _last_reviewed(about: Review, on: str, due: Due) -> str:
    if about.by_reassessment:
        return f"The final plan after the reassessment was sent on {on}."
    if about.decision is None or about.decision.on != due.triggered_on:
        return f"The plan was last reviewed at the meeting on {on}."
    when = f"on a day that is not known, at the latest on {on}" if about.decision.undated else f"on {on}"
    return f"The decision after the last review was notified {when}."


def _capped(due: Due) -> tuple[Reason, ...]:
    """Why a limit of two parts ends where it does."""
    if due.rule == "R06c":
        rule = "The earlier of four weeks from the meeting and the end of the year of review counts."
        return (Reason("The decision is part of the year's review.", rule, due.parameter.citation),)
    if due.rule == "R09e" and isinstance(due.about, Amendment) and due.about.held_on is not None:
        held = day_words(due.about.held_on)
        rule = "The earlier of eight weeks from the notice and twelve weeks from the meeting counts."
        return (Reason(f"The review meeting was held on {held}.", rule, due.parameter.citation),)
    return ()


def _earlier(due: Due, desk: Desk) -> Due | None:
    """The limit that binds before this one, where both are for the same amended plan and still run."""
    if due.rule not in AMENDED_PLAN or due.statutory_due is None or not due.is_live:
        return None
    plan = next((plan for plan in desk.history.plans if _is_of(due, plan)), None)
    first = binds_first(for_amended_plan(plan, desk)) if plan else None
    if first is None or first.statutory_due is None or first.statutory_due >= due.statutory_due:
        return None
    return first


def _is_of(due: Due, plan: Plan) -> bool:
    kept: tuple[Review | Amendment | ForeseenTransfer, ...] = (
        *plan.reviews,
        *plan.amendments,
        *plan.transfers,
    )
    return any(each.id == due.subject for each in kept)
