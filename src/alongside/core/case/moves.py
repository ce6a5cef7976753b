"""The table of moves: which event leads from which stage to which, and which leave a stage as it is."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.case.dispute_moves import DISPUTE_MOVES, DISPUTE_STAYS, DISPUTE_WORDS
from alongside.core.case.plan_life_moves import REGIONS, STAYS, WITH_A_PLAN, WITH_AN_ASSESSMENT, WORDS
from alongside.core.case.review_moves import (
    REVIEW_MOVES,
    REVIEW_STAYS,
    REVIEW_WORDS,
    WITH_A_PLAN_UNDER_REVIEW,
)

K, S = EventKind, Stage
OPEN = (S.REQUEST_OPEN, S.ASSESSING, S.DRAFTING, S.DRAFT_OUT)
CLOSED = (S.CLOSED_NO_APPEAL, S.CLOSED_WITHDRAWN, S.CLOSED_MOVED, S.CLOSED_CEASED)
REFUSED = (S.REFUSED_TO_ASSESS, S.REFUSED_TO_ISSUE)

# Entries about the work and the child's record. They follow any state but a death, and change none.
CLERICAL = frozenset(
    {
        K.CASE_ASSIGNED,
        K.CASE_HANDED_OVER,
        K.NEED_RECORDED,
        K.PLACEMENT_STARTED,
        K.PLACEMENT_ENDED,
    }
)

# (from, event, to). A refused case may receive a new request at once; a request while one is open joins it.
_ASSESS: tuple[tuple[Stage, EventKind, Stage], ...] = (
    *[
        (s, k, S.REQUEST_OPEN)
        for s in (S.NONE, *CLOSED, *REFUSED)
        for k in (K.REQUEST_RECEIVED, K.ATTENTION_S24)
    ],
    *[(s, k, S.PLAN_MAINTAINED) for s in (S.NONE, *CLOSED) for k in (K.PLAN_MADE, K.TRANSFERRED_IN)],
    (S.REQUEST_OPEN, K.DECISION_TO_ASSESS_NOTIFIED, S.ASSESSING),
    (S.REQUEST_OPEN, K.REFUSAL_TO_ASSESS_SENT, S.REFUSED_TO_ASSESS),
    (S.ASSESSING, K.DECISION_TO_ISSUE, S.DRAFTING),
    (S.DRAFTING, K.DRAFT_SERVED, S.DRAFT_OUT),
    (S.DRAFT_OUT, K.FINAL_SENT, S.PLAN_MAINTAINED),
    *[(s, K.NO_PLAN_NOTICE_SENT, S.REFUSED_TO_ISSUE) for s in (S.ASSESSING, S.DRAFTING, S.DRAFT_OUT)],
    *[(s, K.LA_RECONSIDERS, to) for s in (*REFUSED, S.CLOSED_NO_APPEAL) for to in (S.ASSESSING, S.DRAFTING)],
    (S.REFUSED_TO_ASSESS, K.UNOPPOSED_NOTIFIED, S.ASSESSING),
    (S.REFUSED_TO_ASSESS, K.ORDER_MADE, S.ASSESSING),
    (S.REFUSED_TO_ISSUE, K.UNOPPOSED_NOTIFIED, S.DRAFTING),
    (S.REFUSED_TO_ISSUE, K.ORDER_MADE, S.DRAFTING),
    *[(s, K.REQUEST_WITHDRAWN, S.CLOSED_WITHDRAWN) for s in OPEN],
    *[(s, K.MOVED_TO_NEW_LA, S.CLOSED_MOVED) for s in (*OPEN, *REFUSED, S.PLAN_MAINTAINED)],
    (S.PLAN_MAINTAINED, K.PLAN_CEASED, S.CLOSED_CEASED),
    (S.PLAN_MAINTAINED, K.TRANSFERRED_OUT, S.CLOSED_MOVED),
    *[(s, K.DIED, S.CLOSED_DECEASED) for s in (S.NONE, *OPEN, *REFUSED, S.PLAN_MAINTAINED, *CLOSED)],
)
_ADVICE = (
    K.ADVICE_REQUESTED,
    K.ADVICE_ALLOCATED,
    K.ADVICE_CHASED,
    K.ADVICE_RECEIVED,
    K.ADVICE_REQUEST_CANCELLED,
    K.EXCEPTION_RECORDED,
    K.VIEWS_INVITED,
    K.REPRESENTATIONS_RECEIVED,
    K.REQUEST_RECEIVED,
    K.ATTENTION_S24,
)
_SETTINGS = (K.SETTING_CONSULTED, K.SETTING_REPLIED, K.SCHOOL_REQUESTED)
_STAYS: Mapping[Stage, tuple[EventKind, ...]] = MappingProxyType(
    {
        S.REQUEST_OPEN: _ADVICE,
        S.ASSESSING: _ADVICE,
        S.DRAFTING: (*_ADVICE, *_SETTINGS),
        S.DRAFT_OUT: (
            *_ADVICE,
            *_SETTINGS,
            K.DRAFT_REISSUED,
            K.MEETING_REQUIRED,
            K.FAMILY_CONFIRMS_NOTHING_MORE,
        ),
        S.PLAN_MAINTAINED: (
            *WITH_A_PLAN_UNDER_REVIEW,
            K.SETTING_REPLIED,
            K.ADVICE_RECEIVED,
            K.APPEAL_RECEIVED,
        ),
        # Late appeals with the Tribunal's permission.
        S.REFUSED_TO_ASSESS: (K.APPEAL_RECEIVED,),
        S.REFUSED_TO_ISSUE: (K.APPEAL_RECEIVED,),
        S.CLOSED_NO_APPEAL: (K.APPEAL_RECEIVED,),
    }
)
_APPEAL_ONLY = frozenset({K.UNOPPOSED_NOTIFIED, K.ORDER_MADE})


def _follows() -> Mapping[Stage, frozenset[EventKind]]:
    """What may follow each stage. A notice to the Tribunal or its order needs an appeal, so it follows
    that.
    """
    found: dict[Stage, set[EventKind]] = {stage: set(_STAYS.get(stage, ())) for stage in Stage}
    for before, kind, _ in _ASSESS:
        if kind not in _APPEAL_ONLY:
            found[before].add(kind)
    for before, kind, _ in (*DISPUTE_MOVES, *REVIEW_MOVES):
        found[before].add(kind)
    for stage, kinds in (*REVIEW_STAYS.items(), *DISPUTE_STAYS.items()):
        found[stage].update(kinds)
    for before, kind, _ in (move for moves in REGIONS.values() for move in moves):
        if before is not S.NONE and kind not in _APPEAL_ONLY:
            found[before].add(kind)
    for stage, kinds in STAYS.items():
        found[stage].update(kinds)
    found[S.PLAN_MAINTAINED].update(WITH_A_PLAN)
    for stage in OPEN:
        found[stage].update(WITH_AN_ASSESSMENT)
    return MappingProxyType({stage: frozenset(kinds) for stage, kinds in found.items()})


FOLLOWS = _follows()


def kind_words(kind: EventKind) -> str:
    """An event's name in lower-case words, for a sentence."""
    return kind.value.replace("_", " ").lower().replace(" la ", " LA ").replace("s24", "(section 24)")


def stage_words(stage: Stage) -> str:
    """Where the case stands, as a sentence."""
    return _STAGES[stage]


_STAGES: Mapping[Stage, str] = MappingProxyType(
    {
        S.NONE: "no request is on record.",
        S.REQUEST_OPEN: "a request is open and no decision whether to assess has been notified.",
        S.REFUSED_TO_ASSESS: "an assessment was refused.",
        S.ASSESSING: "the assessment is under way.",
        S.DRAFTING: "a plan is to be issued and no draft has been served.",
        S.DRAFT_OUT: "the draft plan is with the family.",
        S.REFUSED_TO_ISSUE: "it was decided not to issue a plan.",
        S.PLAN_MAINTAINED: "a plan is maintained.",
        S.CLOSED_NO_APPEAL: "the refusal was not appealed in time and the case is closed.",
        S.CLOSED_WITHDRAWN: "the request was withdrawn and the case is closed.",
        S.CLOSED_MOVED: "the child moved to another authority and the case is closed.",
        S.CLOSED_DECEASED: "the child has died.",
        S.CLOSED_CEASED: "the plan has ceased and the case is closed.",
        **REVIEW_WORDS,
        **WORDS,
        **DISPUTE_WORDS,
    }
)


def mermaid() -> str:
    """The stage diagram in Mermaid's language, made from the table."""
    lines = ["stateDiagram-v2", "    [*] --> NONE"]
    for before, kind, after in _ASSESS:
        lines.append(f"    {before} --> {after}: {kind_words(kind)}")
    lines.append("    state DISPUTE {")
    lines.append("        [*] --> APPEAL_WINDOW_OPEN: notice of an appealable decision")
    for before, kind, after in DISPUTE_MOVES:
        lines.append(f"        {before} --> {after}: {kind_words(kind)}")
    lines.append("    }")
    for region, moves in ((Region.REVIEW, REVIEW_MOVES), *REGIONS.items()):
        lines.append(f"    state {region} {{")
        for before, kind, after in moves:
            start, end = ("[*]" if stage is S.NONE else stage for stage in (before, after))
            lines.append(f"        {start} --> {end}: {kind_words(kind)}")
        lines.append("    }")
    return "\n".join(lines) + "\n"
