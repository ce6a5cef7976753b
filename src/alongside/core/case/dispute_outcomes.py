"""What decides a dispute, and what is done after it: agreements, appeals not opposed, orders, recommendations.

What the authority is then bound to are *outcomes*. Each notes what was done after it, on the first day that it
was: an act that meets two outcomes meets both.
"""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.dispute_codes import LIKELIEST, OrderKind
from alongside.core.case.dispute_history import Act, Recommendation
from alongside.core.case.events import Event
from alongside.core.case.half_disputes import HalfDispute, HalfOutcome
from alongside.core.case.history import Reopening
from alongside.core.case.reader import REFUSED, Reader, Step

K, S = EventKind, Stage
DIRECTED = ("tell_by", "decide_by", "draft_by", "comply_by")
REFUSED_BY = MappingProxyType(
    {K.REFUSAL_TO_ASSESS_SENT: S.REFUSED_TO_ASSESS, K.NO_PLAN_NOTICE_SENT: S.REFUSED_TO_ISSUE}
)
# What was done after an outcome, by the kind of event that tells of it.
_DEEDS: Mapping[EventKind, str] = MappingProxyType(
    {
        K.DECISION_TO_ASSESS_NOTIFIED: "told_on",
        K.REASSESSMENT_AGREED_SENT: "told_on",
        K.NO_PLAN_NOTICE_SENT: "no_plan_on",
        K.DECISION_TO_ISSUE: "issuing_on",
        K.DRAFT_SERVED: "drafted_on",
        K.DRAFT_REISSUED: "drafted_on",
        K.FINAL_SENT: "final_on",
        K.AMENDED_FINAL_SENT: "amended_on",
        K.DECISION_NOT_TO_AMEND_SENT: "not_amended_on",
        K.PLAN_CEASED: "ceased_on",
        K.REQUEST_WITHDRAWN: "over_on",
        K.MOVED_TO_NEW_LA: "over_on",
        K.TRANSFERRED_OUT: "over_on",
    }
)


def carry_out(reader: Reader, event: Event) -> None:
    """Note what was done after the outcomes that there are, each on its first day."""
    deed = _DEEDS.get(event.kind)
    if deed is not None:
        on = detail.day(event, "notified_on") or event.occurred_on
        for outcome in reader.outcomes:
            outcome.deeds.setdefault(deed, on)
    elif event.kind is K.EXCEPTION_RECORDED:
        for outcome in reader.outcomes:
            outcome.exceptions.append(event)


def act_of(dispute: HalfDispute, event: Event) -> Act:
    """The step as a record; the first of its kind is kept."""
    act = Act(event.id, event.kind, event.occurred_on)
    return dispute.proceedings.acts.setdefault(event.kind, act)


def go(dispute: HalfDispute, stage: Stage) -> None:
    """A step of mediation: it leaves a dispute that is before the Tribunal, or decided, where it stands."""
    if dispute.ended_on is None and not dispute.under_appeal:
        dispute.stage = stage


def _agreed(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event)
    if dispute is None:
        return
    outcome = _outcome(dispute, event, "matter", OrderKind.OTHER_MATTER)
    outcome.terms = {
        "agreed_on": detail.day(event, "agreed_date"),
        "by_authority": detail.text(event, "la_party").lower() not in ("no", "false"),
        "la_told_on": detail.day(event, "la_told_on"),
    }
    reader.outcomes.append(outcome)
    go(dispute, S.AGREED)
    if outcome.what in (OrderKind.ASSESS, OrderKind.MAKE_PLAN, OrderKind.RECONSIDER):
        _goes_on(reader, event, dispute, outcome.what)


def _agreement_done(reader: Reader, event: Event) -> None:
    named = detail.text(event, "agreement")
    agreed = [each for each in reader.outcomes if each.kind is K.MEDIATION_AGREED]
    meant = [each for each in agreed if named in (each.id, *each.names)] or agreed[-1:]
    for outcome in meant:
        outcome.deeds.setdefault("done_on", event.occurred_on)


def _unopposed(reader: Reader, event: Event) -> None:
    """Before the response, the appeal is taken as decided for the family; after it, reg 45 has no effect."""
    dispute = reader.dispute(event, appealed=True)
    if dispute is None:
        return
    if dispute.more is not None and K.APPEAL_RESPONSE_SENT in dispute.more.acts:
        late = Act(event.id, event.kind, event.occurred_on)
        dispute.more.conceded_late = dispute.more.conceded_late or late
        return
    _decided(reader, event, dispute, _outcome(dispute, event, "order", None))
    dispute.stage = S.UNOPPOSED


def _order(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event, appealed=True)
    if dispute is None:
        return
    outcome = _outcome(dispute, event, "order", None)
    set_days = [(what, detail.day(event, what)) for what in DIRECTED]
    outcome.terms = {"directed": {what: day for what, day in set_days if day is not None}}
    _decided(reader, event, dispute, outcome)
    dispute.stage = S.ORDER_MADE


def _outcome(dispute: HalfDispute, event: Event, key: str, otherwise: OrderKind | None) -> HalfOutcome:
    """The outcome, kept with its dispute: as the entry names it, else `otherwise`, else the likeliest."""
    said = detail.text(event, key).upper()
    what: OrderKind | None = OrderKind.__members__.get(said)
    if said.startswith("DISMISS"):
        what = OrderKind.DISMISSED
    if what is OrderKind.DISMISSED and dispute.about is K.CEASE_DECISION_SENT:
        what = OrderKind.CEASE
    likely = otherwise or LIKELIEST.get(dispute.about) or _of_contents(dispute)
    outcome = HalfOutcome(
        event.id, event.kind, event.occurred_on, what or likely, what is not None, event.stands_for
    )
    dispute.proceedings.outcomes.append(outcome)
    return outcome


def _of_contents(dispute: HalfDispute) -> OrderKind:
    """What is amended after an appeal about a plan: by the sections that were appealed, if they are known."""
    sections = dispute.proceedings.sections
    if sections == "I":
        return OrderKind.CHANGE_SETTING
    return OrderKind.AMEND_CONTENTS_AND_SETTING if "I" in sections else OrderKind.AMEND_CONTENTS


def _decided(reader: Reader, event: Event, dispute: HalfDispute, outcome: HalfOutcome) -> None:
    dispute.ended_on = event.occurred_on
    reader.outcomes.append(outcome)
    if outcome.what not in (OrderKind.DISMISSED, OrderKind.CEASE):
        _goes_on(reader, event, dispute, outcome.what)


def _goes_on(reader: Reader, event: Event, dispute: HalfDispute, what: OrderKind) -> None:
    """A refused case goes on, if it is this dispute's refusal that still stands."""
    episode = reader.current
    if episode is not None and episode.stage is REFUSED_BY.get(dispute.about):
        reopen(reader, event, what)


def reopen(reader: Reader, event: Event, what: OrderKind) -> None:
    """The refused episode goes on, as an assessment or, where a plan is to be made, as its drafting."""
    episode = reader.current
    if episode is None or episode.closed is not None or episode.stage not in REFUSED:
        return
    drafting = what is OrderKind.MAKE_PLAN
    assesses = episode.stage is S.REFUSED_TO_ASSESS and not drafting and what is not OrderKind.RECONSIDER
    episode.reopened.append(Reopening(event.id, event.kind, event.occurred_on, episode.stage, assesses))
    episode.no_plan = None
    if drafting:
        episode.decision_to_issue_on = episode.decision_to_issue_on or event.occurred_on
    reader.move(episode, S.DRAFTING if drafting else S.ASSESSING)


def _decision_sent(reader: Reader, event: Event) -> None:
    """Reasons, or a refusal of permission to appeal: they come after the dispute was decided."""
    dispute = reader.decided(event)
    if dispute is not None:
        if detail.text(event, "decision") == "PERMISSION_REFUSED":
            dispute.proceedings.refused_permission = Act(event.id, event.kind, event.occurred_on)
        else:
            act_of(dispute, event)


def _recommended(reader: Reader, event: Event) -> None:
    dispute = reader.decided(event)
    if dispute is not None:
        body = detail.text(event, "body").upper() or "ICB"
        made = Recommendation(event.id, event.occurred_on, body, None, event.stands_for)
        dispute.proceedings.recommendations.append(made)


def _answered(reader: Reader, event: Event) -> None:
    named = detail.text(event, "recommendation")
    for dispute in reader.disputes:
        made = dispute.more.recommendations if dispute.more is not None else []
        for place, each in enumerate(made):
            if named in (each.id, *each.names) and each.answered_on is None:
                made[place] = each._replace(answered_on=event.occurred_on)


DISPUTE_OUTCOMES: Mapping[EventKind, Step] = MappingProxyType(
    {
        K.MEDIATION_AGREED: _agreed,
        K.AGREEMENT_DONE: _agreement_done,
        K.UNOPPOSED_NOTIFIED: _unopposed,
        K.ORDER_MADE: _order,
        K.TRIBUNAL_DECISION_SENT: _decision_sent,
        K.RECOMMENDATION_MADE: _recommended,
        K.RECOMMENDATION_ANSWERED: _answered,
    }
)
