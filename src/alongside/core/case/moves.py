"""The table of moves: which event leads from which stage to which, and which leave a stage as it is."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind, Stage

K, S = EventKind, Stage
OPEN = (S.REQUEST_OPEN, S.ASSESSING, S.DRAFTING, S.DRAFT_OUT)
CLOSED = (S.CLOSED_NO_APPEAL, S.CLOSED_WITHDRAWN, S.CLOSED_MOVED, S.CLOSED_CEASED)
REFUSED = (S.REFUSED_TO_ASSESS, S.REFUSED_TO_ISSUE)
DISPUTED = (S.APPEAL_WINDOW_OPEN, S.CERTIFICATE_ISSUED, S.APPEAL_REGISTERED)

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
            K.REVIEW_MEETING_HELD,
            K.REVIEW_DECISION_SENT,
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
# DISPUTE moves in its own region. An appeal that is only about the setting needs no certificate.
_DISPUTE: tuple[tuple[Stage, EventKind, Stage], ...] = (
    (S.APPEAL_WINDOW_OPEN, K.MEDIATION_ADVISER_CONTACTED, S.APPEAL_WINDOW_OPEN),
    (S.APPEAL_WINDOW_OPEN, K.MEDIATION_CERTIFICATE_ISSUED, S.CERTIFICATE_ISSUED),
    (S.APPEAL_WINDOW_OPEN, K.APPEAL_RECEIVED, S.APPEAL_REGISTERED),
    (S.CERTIFICATE_ISSUED, K.APPEAL_RECEIVED, S.APPEAL_REGISTERED),
    (S.APPEAL_REGISTERED, K.APPEAL_WITHDRAWN, S.APPEAL_WINDOW_OPEN),
    (S.APPEAL_REGISTERED, K.UNOPPOSED_NOTIFIED, S.NONE),
    (S.APPEAL_REGISTERED, K.ORDER_MADE, S.NONE),
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
    for before, kind, _ in _DISPUTE:
        found[before].add(kind)
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
        S.APPEAL_WINDOW_OPEN: "the decision can be appealed.",
        S.CERTIFICATE_ISSUED: "a mediation certificate was issued and the decision can be appealed.",
        S.APPEAL_REGISTERED: "the decision is under appeal.",
    }
)


def mermaid() -> str:
    """The stage diagram in Mermaid's language, made from the table."""
    lines = ["stateDiagram-v2", "    [*] --> NONE"]
    for before, kind, after in _ASSESS:
        lines.append(f"    {before} --> {after}: {kind_words(kind)}")
    lines.append("    state DISPUTE {")
    lines.append("        [*] --> APPEAL_WINDOW_OPEN: notice of an appealable decision")
    for before, kind, after in _DISPUTE:
        lines.append(f"        {before} --> {'[*]' if after is S.NONE else after}: {kind_words(kind)}")
    lines.append("    }")
    return "\n".join(lines) + "\n"
