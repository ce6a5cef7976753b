"""What each event of an assessment does to the episode that is being read."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import EventKind, RequestSource, Stage
from alongside.core.case.events import Event
from alongside.core.case.half_read import OPEN, HalfEpisode
from alongside.core.case.history import Reopening, Start
from alongside.core.case.reader import Reader, Step, decision_of
from alongside.core.case.review_half_read import HalfAmendment, HalfPlan
from alongside.core.case.review_steps import renew

UNDECIDED = frozenset({Stage.NONE, Stage.REQUEST_OPEN, Stage.REFUSED_TO_ASSESS})
UNISSUED = UNDECIDED | {Stage.ASSESSING, Stage.REFUSED_TO_ISSUE}


def _start(reader: Reader, event: Event) -> None:
    start = Start(event.id, event.kind, event.occurred_on, detail.code(event, "source", RequestSource))
    current = reader.current
    if detail.undated(event):  # the clock starts on a known day or not at all
        reader.move(reader.begin(event, None), Stage.REQUEST_OPEN)
    elif current is None or current.start is None or current.stage not in OPEN or event.details.get("apart"):
        reader.begin(event, start)
    else:
        current.also_requested.append(start)


def _views_invited(reader: Reader, event: Event) -> None:
    episode = reader.at_work(event)
    episode.views_invited_on = episode.views_invited_on or event.occurred_on


def _decided_to_assess(reader: Reader, event: Event) -> None:
    episode = reader.at_work(event)
    decision = decision_of(event)
    if _was_remitted(episode):
        reopening = Reopening(event.id, event.kind, decision.on, Stage.REFUSED_TO_ASSESS, assesses=True)
        episode.reopened.append(reopening)
    episode.decided = episode.decided or decision
    if episode.stage in UNDECIDED:
        reader.move(episode, Stage.ASSESSING)


def _was_remitted(episode: HalfEpisode) -> bool:
    """True for a refusal to assess that the Tribunal sent back, and on which nothing was decided since."""
    latest = episode.reopened[-1] if episode.reopened else None
    return latest is not None and latest.after is Stage.REFUSED_TO_ASSESS and not latest.assesses


def _refused_to_assess(reader: Reader, event: Event) -> None:
    episode = reader.at_work(event)
    decision = decision_of(event)
    episode.decided = episode.decided or decision
    reader.move(episode, Stage.REFUSED_TO_ASSESS)
    reader.open_dispute(decision)


def _advice_requested(reader: Reader, event: Event) -> None:
    reader.at_work(event).advice.append(event)


def _advice_received(reader: Reader, event: Event) -> None:
    reader.answers.advice.setdefault(detail.text(event, "request"), event)


def _advice_allocated(reader: Reader, event: Event) -> None:
    reader.answers.allocated[detail.text(event, "request")] = detail.text(event, "to")


def _advice_chased(reader: Reader, event: Event) -> None:
    reader.answers.chased.setdefault(detail.text(event, "request"), []).append(event.occurred_on)


def _advice_cancelled(reader: Reader, event: Event) -> None:
    reader.answers.cancelled.setdefault(detail.text(event, "request"), event.occurred_on)


def _exception(reader: Reader, event: Event) -> None:
    reader.at_work(event).exceptions.append(event)


def _decided_to_issue(reader: Reader, event: Event) -> None:
    episode = reader.at_work(event)
    episode.decision_to_issue_on = episode.decision_to_issue_on or event.occurred_on
    if episode.stage in UNISSUED:
        reader.move(episode, Stage.DRAFTING)


def _no_plan(reader: Reader, event: Event) -> None:
    episode = reader.at_work(event)
    episode.no_plan = episode.no_plan or decision_of(event)
    reader.move(episode, Stage.REFUSED_TO_ISSUE)
    reader.open_dispute(decision_of(event))


def _draft(reader: Reader, event: Event) -> None:
    episode = reader.at_work(event)
    episode.drafts.append(event)
    reader.move(episode, Stage.DRAFT_OUT)


def _amending(reader: Reader) -> HalfAmendment | None:
    """The amendment that the family and settings are asked about now, unless a request is under way."""
    held, current = reader.plan_held(), reader.current
    if held is None or not held.open_amendments or (current is not None and current.is_open):
        return None
    return held.open_amendments[-1]


def _represented(reader: Reader, event: Event) -> None:
    (_amending(reader) or reader.at_work(event)).represented_on.append(event.occurred_on)


def _nothing_more(reader: Reader, event: Event) -> None:
    reader.at_work(event).nothing_more_on = event.occurred_on


def _consulted(reader: Reader, event: Event) -> None:
    (_amending(reader) or reader.at_work(event)).consultations.append(event)


def _replied(reader: Reader, event: Event) -> None:
    reader.answers.settings.setdefault(detail.text(event, "consultation"), event)


def _final(reader: Reader, event: Event) -> None:
    decision = decision_of(event)
    episode = reader.meant(event)
    held = reader.plan_held()
    if episode is None or episode.closed is not None or episode.final is not None:
        episode = None if held else reader.begin(event, None)
    if episode is not None:
        reader.move(episode, Stage.PLAN_MAINTAINED)
        episode.final = decision
    if held is None:
        kind = detail.text(event, "plan_type")
        reader.plans.append(HalfPlan(event.id, decision.on, own=True, undated=decision.undated, kind=kind))
    else:
        renew(held, event, decision)
    reader.open_dispute(decision)


_K = EventKind
STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.REQUEST_RECEIVED: _start,
        _K.ATTENTION_S24: _start,
        _K.VIEWS_INVITED: _views_invited,
        _K.DECISION_TO_ASSESS_NOTIFIED: _decided_to_assess,
        _K.REFUSAL_TO_ASSESS_SENT: _refused_to_assess,
        _K.ADVICE_REQUESTED: _advice_requested,
        _K.ADVICE_ALLOCATED: _advice_allocated,
        _K.ADVICE_CHASED: _advice_chased,
        _K.ADVICE_RECEIVED: _advice_received,
        _K.ADVICE_REQUEST_CANCELLED: _advice_cancelled,
        _K.EXCEPTION_RECORDED: _exception,
        _K.DECISION_TO_ISSUE: _decided_to_issue,
        _K.NO_PLAN_NOTICE_SENT: _no_plan,
        _K.DRAFT_SERVED: _draft,
        _K.DRAFT_REISSUED: _draft,
        _K.REPRESENTATIONS_RECEIVED: _represented,
        _K.FAMILY_CONFIRMS_NOTHING_MORE: _nothing_more,
        _K.SETTING_CONSULTED: _consulted,
        _K.SETTING_REPLIED: _replied,
        _K.FINAL_SENT: _final,
    }
)
