"""What each event in the life of a plan does: reviews, amendments, moves between phases that are foreseen."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import Channel, EventKind
from alongside.core.case.events import Event
from alongside.core.case.history import Decision, Draft
from alongside.core.case.reader import Reader, Step, decision_of
from alongside.core.case.review_codes import PhaseTransfer, ReviewOutcome
from alongside.core.case.review_half_read import HalfAmendment, HalfPlan, HalfReview, HalfTransfer

APPEALABLE: Mapping[ReviewOutcome, EventKind] = MappingProxyType(
    {
        ReviewOutcome.MAINTAIN: EventKind.DECISION_NOT_TO_AMEND_SENT,
        ReviewOutcome.CEASE: EventKind.CEASE_DECISION_SENT,
    }
)
"""Outcomes that can be appealed at once, and the kind of decision that each is. An amended plan can be appealed once
it is final (Children and Families Act 2014 s.51(2)).
"""
EARLIEST_YEAR, LATEST_YEAR = 2000, 2200


def _arranged(reader: Reader, event: Event) -> None:
    """A meeting arranged, or arranged anew. Notice is of a date: given of another day, it is no longer one."""
    held = reader.plan_held()
    if held is None:
        return
    review, meeting_on = held.in_arrangement(event), detail.day(event, "meeting_on")
    if meeting_on is not None:
        if review.meeting_on not in (None, meeting_on):
            review.noticed_on = None
        review.meeting_on = meeting_on
    _note(review, event)


def _noticed(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is not None:
        review = held.in_arrangement(event)
        review.noticed_on = review.noticed_on or event.occurred_on


def _circulated(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is not None:
        review = held.in_arrangement(event)
        review.circulated_on = review.circulated_on or event.occurred_on


def _met(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is None or detail.undated(event):
        return
    review = held.in_arrangement(event)
    review.held_on = event.occurred_on
    review.adulthood_considered = bool(event.details.get("adulthood_considered"))
    _note(review, event)
    held.undecided.append(review)


def _note(review: HalfReview, event: Event) -> None:
    """What an entry says beside its day."""
    review.from_a_return, review.told_until = bool(event.source), None
    if event.details:
        year = event.details.get("school_year")
        review.school_year = year if isinstance(year, int) else review.school_year
        review.recommended = detail.code(event, "recommended", ReviewOutcome) or review.recommended
        review.told_until = detail.day(event, "told_until")


def _reported(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is None:
        return
    for review in reversed(
        held.reviews[-2:]
    ):  # the latest, or the one before it if the next is being arranged
        if review.held_on is not None:
            if review.reported_on is None:
                review.reported_on = event.occurred_on
                _note(review, event)
            return


def _decided(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is None:
        return
    decision, outcome = decision_of(event), detail.code(event, "outcome", ReviewOutcome)
    pending = held.undecided or [held.in_arrangement(event)]
    for earlier in held.to_amend:
        earlier.overtaken = True
    held.undecided, held.to_amend = [], []
    _decide(pending, decision, outcome)
    for review in pending:
        _note(review, event)
    if outcome is not None and outcome in APPEALABLE:
        reader.open_dispute(decision._replace(kind=APPEALABLE[outcome]))
    elif outcome is ReviewOutcome.AMEND:
        held.to_amend = pending
        draft_on = detail.day(event, "draft_amended_on")
        if draft_on is not None:
            amendment = _send(held, event, draft_on)
            amendment.from_a_return = bool(event.source)
    final_on = detail.day(event, "phase_transfer_final_on")
    if final_on is not None:
        _told_final(reader, held, event, pending, final_on)


def _told_final(
    reader: Reader, held: HalfPlan, event: Event, reviews: list[HalfReview], final_on: date
) -> None:
    """A return tells beside a review of the plan amended for a move between phases. It need not be that review's: a
    move in the autumn is amended for in February, and the next review may be of the same year.
    """
    final = Decision(event.id, EventKind.AMENDED_FINAL_SENT, final_on)
    ends = [review.held_on or (None if detail.undated(event) else event.occurred_on) for review in reviews]
    if reviews[-1].outcome is ReviewOutcome.AMEND and all(
        end is not None and end <= final_on for end in ends
    ):
        if held.to_amend:
            held.open_amendments.append(held.begin_amendment(event))
        for amendment in held.open_amendments:
            amendment.final = final
        held.open_amendments = []
        reader.open_dispute(final)
    else:
        held.amendments.append(HalfAmendment(event.id, final=final, from_a_return=bool(event.source)))


def _decide(reviews: list[HalfReview], decision: Decision, outcome: ReviewOutcome | None) -> None:
    for review in reviews:
        review.decision, review.outcome = decision, outcome


def _send(held: HalfPlan, event: Event, sent_on: date) -> HalfAmendment:
    """A notice of proposed amendments goes out, on the reviews that wait for one; else it is one issued anew."""
    again = bool(held.open_amendments) and not held.to_amend
    if again:
        amendment = held.open_amendments[-1]
    else:
        amendment = held.begin_amendment(event)
        held.open_amendments.append(amendment)
    channel = detail.code(event, "channel", Channel)
    amendment.notices.append(Draft(event.id, event.occurred_on, sent_on, channel, again))
    return amendment


def _amendment_notice(reader: Reader, event: Event) -> None:
    """The notice is itself the decision to amend, where none was sent before it (R (L, M, P) v Devon)."""
    held = reader.plan_held()
    if held is None:
        return
    _decide(held.undecided, decision_of(event), ReviewOutcome.AMEND)
    held.to_amend += held.undecided
    held.undecided = []
    _send(held, event, detail.day(event, "sent_on") or event.occurred_on)


def _amended_final(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is None:
        return
    final = decision_of(event)
    if reader.life is not None and reader.life.work is not None and not held.open_amendments:
        renew(held, event, final)
    if held.to_amend or not held.open_amendments:  # an amended plan of which no notice is on record
        held.open_amendments.append(held.begin_amendment(event))
    for amendment in held.open_amendments:
        amendment.final = final
    held.open_amendments = []
    named = detail.text(event, "transfer")
    if named and not final.undated:
        _settle(held, event, named, final.on)
    reader.open_dispute(final)


def _not_to_amend(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is None:
        return
    decision = decision_of(event)
    if held.to_amend:
        held.open_amendments.append(held.begin_amendment(event))
    for amendment in held.open_amendments:
        amendment.not_to_amend = decision
    held.open_amendments = []
    reader.open_dispute(decision)


def _foreseen(reader: Reader, event: Event) -> None:
    held, on = reader.plan_held(), detail.day(event, "on")
    transfer, year = detail.code(event, "transfer", PhaseTransfer), event.details.get("year")
    if held is None or transfer is None:
        return
    if on is not None:
        year = on.year
    if isinstance(year, int) and EARLIEST_YEAR <= year <= LATEST_YEAR:
        names = (event.id, *event.stands_for)
        held.transfers.append(HalfTransfer(names, event.occurred_on, transfer, year, on))


def _needs_no_amendment(reader: Reader, event: Event) -> None:
    held = reader.plan_held()
    if held is not None:
        _settle(held, event, detail.text(event, "transfer"), event.occurred_on)


def _settle(held: HalfPlan, event: Event, named: str, on: date) -> None:
    """The transfer that is named, else the latest, is provided for."""
    meant = [each for each in held.transfers if not named or named in each.names][-1:]
    for transfer in meant:
        if transfer.settled_on is None:
            transfer.settled_on, transfer.settled_by = on, event.kind


def renew(held: HalfPlan, event: Event, decision: Decision) -> None:
    """The final plan after a reassessment of one that is held: the year of review begins anew with it.

    No review that waits is decided by it, and none is arranged: they stand as they did.
    """
    renewed = HalfReview(event.id, event.occurred_on, decision=decision, by_reassessment=True)
    arranged = held.reviews[-1] if held.reviews and held.reviews[-1].is_arranged else None
    held.reviews.insert(len(held.reviews) - (arranged is not None), renewed)


_K = EventKind
REVIEW_STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.REVIEW_SCHEDULED: _arranged,
        _K.REVIEW_RESCHEDULED: _arranged,
        _K.REVIEW_NOTICE_GIVEN: _noticed,
        _K.REVIEW_ADVICE_CIRCULATED: _circulated,
        _K.REVIEW_MEETING_HELD: _met,
        _K.REVIEW_REPORT_RECEIVED: _reported,
        _K.REVIEW_DECISION_SENT: _decided,
        _K.AMENDMENT_NOTICE_SENT: _amendment_notice,
        _K.AMENDED_FINAL_SENT: _amended_final,
        _K.DECISION_NOT_TO_AMEND_SENT: _not_to_amend,
        _K.PHASE_TRANSFER_FORESEEN: _foreseen,
        _K.NO_AMENDMENT_FOR_TRANSFER: _needs_no_amendment,
    }
)
