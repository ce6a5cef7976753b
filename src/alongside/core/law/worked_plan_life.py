"""What worked cases ask about reassessments, moves, ceasing, detention, money, complaint and age."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from alongside.core.calendar import counting
from alongside.core.case.ceasing_history import Setting
from alongside.core.case.codes import Region, Stage, TimerState
from alongside.core.case.episodes import history
from alongside.core.case.plan_life_moves import region_of
from alongside.core.law import ceasing, reassessments, redress, status
from alongside.core.law.timer import Due
from alongside.core.law.worked_case import BadCase, WorkedCase
from alongside.core.law.worked_dates import last_due, shown_date, shown_limit
from alongside.core.law.worked_events import asked_on, facts_of
from alongside.core.law.worked_plan_life_events import YES

_DATES = (
    ("Z01", "decision_due"),
    ("Z03", "final_due"),
    ("Z05", "reps_last_day"),
    ("Z06", "final_due"),
    ("T01", "transfer_date_due"),
    ("T02", "notice_due"),
    ("T03", "review_by"),
    ("T04", "notify_due"),
    ("T04b", "request_due"),
    ("C03", "earliest_cease"),
    ("D01", "decision_due"),
    ("D02", "no_plan_notice_due"),
    ("D03", "final_plan_due"),
    ("B01", "review_due"),
)
# The same status in the words of other files.
SAME_STATUS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                *(
                    "MAINTAINED",
                    "STILL_MAINTAINED",
                    "MUST_BE_MAINTAINED",
                    "PLAN_MUST_BE_MAINTAINED",
                    "MUST_MAINTAIN",
                ),
                *("MUST_BE_KEPT", "PLAN_MUST_BE_KEPT", "PLAN_KEPT", "KEPT", "HOLD", "CEASE_DECIDED_HOLD"),
                *(
                    "MUST_KEEP_PLAN",
                    "MUST_MAINTAIN_UNTIL_APPEAL_DETERMINED",
                    "MAINTAINED_UNTIL_APPEAL_DETERMINED",
                ),
                *(
                    "MAINTAINED_UNTIL_DETERMINED",
                    "MAINTAINED_PENDING_APPEAL",
                    "MUST_BE_MAINTAINED_PENDING_APPEAL",
                ),
                *("PLAN_MAINTAINED_PENDING_APPEAL", "KEEP_MAINTAINED", "PLAN_CONTINUES", "MUST_CONTINUE"),
            ),
            "PLAN_MAINTAINED",
        ),
        **dict.fromkeys(
            (
                *(
                    "REVIEW_FIRST",
                    "REVIEW_REQUIRED",
                    "REVIEW_REQUIRED_BEFORE_CEASING",
                    "MUST_REVIEW_BEFORE_CEASING",
                ),
                *("REVIEW_AND_ASK", "REVIEW_AND_ASK_IF_RETURN", "REVIEW_AND_ASCERTAIN_WISH_TO_RETURN"),
                *(
                    "REVIEW_AND_ASK_IF_WANTS_TO_RETURN",
                    "REVIEW_AND_CHECK_WISH_TO_RETURN",
                    "REVIEW_THEN_DECIDE",
                ),
                *(
                    "REVIEW_AND_FIND_OUT_IF_WANT_TO_RETURN",
                    "REVIEW_PLAN_BEFORE_CEASING",
                    "REVIEW_BEFORE_CEASE",
                ),
                *(
                    "REVIEW_AND_ASK_ABOUT_RETURN",
                    "REVIEW_AND_ASK_ABOUT_RETURN_BEFORE_CEASING",
                    "MUST_REVIEW_FIRST",
                ),
            ),
            "REVIEW_BEFORE_CEASING",
        ),
        **dict.fromkeys(
            ("NOT_GROUND_TO_CEASE", "NO_GROUND_TO_CEASE", "MAY_NOT_CEASE"), "NOT_A_GROUND_TO_CEASE"
        ),
        **dict.fromkeys(
            (
                *("BOUNDARY", "BOUNDARY_CASE", "BOUNDARY_HUMAN_CHECK", "HUMAN_CHECK_BOUNDARY", "LEGAL_CHECK"),
                *("BOUNDARY_CHECK", "CHECK_WORDING", "EXACT_BOUNDARY", "EXACT_BOUNDARY_HUMAN_CHECK"),
            ),
            "HUMAN_CHECK",
        ),
        **dict.fromkeys(("YES", "MAY_REFUSE", "AVAILABLE"), "TRUE"),
        **dict.fromkeys(("NO", "MAY_NOT_REFUSE", "NOT_AVAILABLE_ON_THIS_GROUND"), "FALSE"),
        **dict.fromkeys(("CLOSED_MOVED", "EPISODE_CLOSED", "OLD_EPISODE_ENDS"), "OLD_EPISODE_CLOSED"),
        **dict.fromkeys(("ALL_CANCELLED", "TIMERS_CANCELLED", "CLOSED_DECEASED"), "ALL_TIMERS_CANCELLED"),
        "AS_SOON_AS_PRACTICABLE_AFTER_RELEASE": "AS_SOON_AS_REASONABLY_PRACTICABLE",
    }
)


def same_state(computed: str, expected: str) -> bool:
    """True if two states say the same, in whatever order they name their regions.

    A state that names only the stage of a region beside the assessment speaks of that region alone.
    """
    ours, theirs = _parts(computed), _parts(expected)
    if not any(region == Region.ASSESS for region, _ in theirs):
        ours = frozenset(part for part in ours if part[0] != Region.ASSESS)
    return ours == theirs


def _parts(state: str) -> frozenset[tuple[str, str]]:
    """Each stage with its region, which is that of the stage itself where it belongs to one of them alone."""
    found = set()
    for part in filter(None, (each.strip().upper() for each in state.split(";"))):
        region, _, stage = part.rpartition("=")
        own = region_of(Stage(stage)) if stage in Stage.__members__ else None
        found.add((own or region or Region.ASSESS, stage))
    return frozenset(found)


def _recent_assessment(case: WorkedCase) -> str:
    """Whether an assessment was so recent that a reassessment may be refused; on the very day a person decides."""
    day = case.day("reassessment_request_received")
    answer = reassessments.may_refuse_for_recent_assessment(case.day("last_assessment"), day, case.law)
    if answer is None:
        return "HUMAN_CHECK" if case.kind == "status" else "FALSE"
    return "TRUE" if answer else "FALSE"


def _plan_status(case: WorkedCase) -> str:
    """Whether the plan must be kept after a decision to cease it."""
    kept = last_due(case, "C03").state in (TimerState.RUNNING, TimerState.CANCELLED)
    return "PLAN_MAINTAINED" if kept else "MAY_CEASE"


def _latest_end(case: WorkedCase) -> str:
    """The last day of a plan at 25; where the authority does not keep it on, the day before the birthday."""
    born_on = case.day("dob")
    if case.values.get("la_elects_continue", "yes").lower() not in YES:
        return (counting.birthday(born_on, status.LAST_AGE) - status.DAY).isoformat()
    named = case.values.get("setting", "").lower()
    ends_on = case.day("course_end") if "course_end" in case.values else None
    further = named.startswith("fe") or "further_education" in named if named else None
    last, strict = status.last_day_of_plan_at_25(born_on, Setting(further, ends_on), case.law)
    shown = strict if case.shown == "strict_due" else last
    return shown.isoformat() if shown else "UNKNOWN"


def _next_step(case: WorkedCase) -> str:
    case.day("yp_left_college")
    return ceasing.next_step_after_leaving(case.number("yp_age"))


def _silenced(case: WorkedCase) -> str:
    """Whether anything is still owed after a death."""
    facts = facts_of(case)
    live = [due for due in case.dues(facts, asked_on(case, facts)) if due.is_live]
    return "ALL_TIMERS_CANCELLED" if history(facts).died_on is not None and not live else "TIMERS_RUN"


def _old_episode(case: WorkedCase) -> str:
    episodes = history(facts_of(case)).episodes
    if not episodes:
        raise BadCase("T06 needs assessment_in_progress=… or another event that begins an assessment.")
    return "OLD_EPISODE_CLOSED" if episodes[0].closed is not None else "OLD_EPISODE_OPEN"


def _on_release(case: WorkedCase) -> str:
    return _words(last_due(case))


def _words(due: Due) -> str:
    return due.parameter.due_words.upper().replace(" ", "_")


def _ombudsman(case: WorkedCase) -> str:
    return shown_limit(redress.complain_to_ombudsman_by(case.day("knew_of_matter"), case.law), case)


def _judicial_review(case: WorkedCase) -> str:
    return shown_limit(redress.ask_for_judicial_review_by(case.day("grounds_arose"), case.law), case)


def _young_person(case: WorkedCase) -> str:
    return status.rights_pass_after(case.day("dob"), case.law).isoformat()


PLAN_LIFE_OUTPUTS: Mapping[tuple[str, str], Callable[[WorkedCase], str]] = MappingProxyType(
    {
        **dict.fromkeys(_DATES, shown_date),
        ("Z02", "la_may_refuse_on_6_month_ground"): _recent_assessment,
        ("T06", "episode_status"): _old_episode,
        ("T07", "final_plan_due"): partial(shown_date, rule="A06"),
        ("C03", "plan_status"): _plan_status,
        ("C04", "latest_end"): _latest_end,
        ("C05", "next_step"): _next_step,
        ("C06", "case_status"): _silenced,
        ("D05", "decision_due"): partial(shown_date, rule="D01"),
        ("D05", "no_plan_notice_due"): partial(shown_date, rule="D02"),
        ("D05", "final_plan_due"): partial(shown_date, rule="D03"),
        ("D06", "decision_due"): partial(shown_date, rule="D01"),
        ("D06", "no_plan_notice_due"): partial(shown_date, rule="D02"),
        ("D06", "final_plan_due"): partial(shown_date, rule="D03"),
        ("D07", "review_due"): _on_release,
        ("L01", "complain_to_ombudsman_by"): _ombudsman,
        ("L02", "jr_outer_limit"): _judicial_review,
        ("Y01", "young_person_from_after"): _young_person,
    }
)
