"""What each event of a dispute does to the dispute that is being read (law.md 12.6).

An entry that names its dispute (`dispute`, the id of the decision) belongs to that one. Any other belongs to
the latest that is not decided; what the Tribunal and its parties do, to the latest that is under appeal.
"""

from collections.abc import Mapping
from datetime import time
from types import MappingProxyType

from alongside.core.calendar.london import LONDON
from alongside.core.case import details_reading as detail
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.dispute_codes import HealthIssue
from alongside.core.case.dispute_history import Act, Direction
from alongside.core.case.dispute_outcomes import DISPUTE_OUTCOMES, act_of, go
from alongside.core.case.events import Event
from alongside.core.case.history import Decision
from alongside.core.case.reader import Reader, Step

K, S = EventKind, Stage
FIVE_PM = time(17)
REPLACED = (K.FINAL_SENT, K.AMENDED_FINAL_SENT)
"""What is sent in the place of an earlier plan."""
OF_ONE_APPEAL = (K.APPEAL_NOTICE_RECEIVED, K.APPEAL_RESPONSE_SENT, K.APPEAL_HEARD)
DIRECTIONS = ("response_by", "attendance_by", "evidence_by", "bundle_by", "hearing_on")


def _adviser_contacted(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event)
    if dispute is not None:
        dispute.contacted_on = dispute.contacted_on or event.occurred_on


def _declined(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event)
    if dispute is not None:
        dispute.contacted_on = dispute.contacted_on or event.occurred_on
        act_of(dispute, event)
        go(dispute, S.APPEAL_WINDOW_OPEN if dispute.certificate_on is None else S.CERTIFICATE_ISSUED)


def _requested(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event)
    if dispute is not None:
        dispute.contacted_on = dispute.contacted_on or event.occurred_on
        if act_of(dispute, event).id == event.id:
            dispute.proceedings.health = detail.code(event, "health", HealthIssue)
        go(dispute, S.MEDIATION_WANTED)


def _noted(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event)
    if dispute is not None:
        act_of(dispute, event)


def _held(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event)
    if dispute is not None:
        act_of(dispute, event)
        go(dispute, S.MEDIATION_HELD)


def _certificate(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event)
    if dispute is not None:
        dispute.certificate_on = detail.day(event, "certificate_dated_on") or event.occurred_on
        dispute.proceedings.certificates.append(dispute.certificate_on)
        go(dispute, S.CERTIFICATE_ISSUED)


def _appeal(reader: Reader, event: Event) -> None:
    _about_a_plan_made_elsewhere(reader, event)
    dispute = reader.dispute(event)
    if dispute is None:
        return
    proceedings = dispute.proceedings
    if dispute.withdrawn_on is not None:
        for kind in OF_ONE_APPEAL:
            proceedings.acts.pop(kind, None)
        proceedings.directions.clear()
        proceedings.conceded_late = None
    dispute.appeal_on, dispute.withdrawn_on, dispute.stage = event.occurred_on, None, S.APPEAL_REGISTERED
    proceedings.acts[K.APPEAL_RECEIVED] = Act(event.id, event.kind, event.occurred_on)
    proceedings.sections = "".join(sorted(set(detail.text(event, "sections").upper()) & set("BFI")))
    received = detail.moment(event, "received_at")
    proceedings.late_in_day = received is not None and received.astimezone(LONDON).time() > FIVE_PM


def _about_a_plan_made_elsewhere(reader: Reader, event: Event) -> None:
    """An appeal about a plan that was made, or amended, before this record began: what it is about opens with it.

    When that was sent is not known; it cannot have been after the appeal.
    """
    held = reader.plan_held()
    if held is None or any(each.id == held.id for each in reader.disputes):
        return
    since = [each for each in reader.disputes if each.sent_on >= held.made_on]
    if not any(each.ended_on is None or each.about in REPLACED for each in since):
        reader.open_dispute(Decision(held.id, K.PLAN_MADE, event.occurred_on, undated=True))


def _appeal_withdrawn(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event, appealed=True)
    if dispute is not None and dispute.appeal_on is not None:
        dispute.withdrawn_on = event.occurred_on
        dispute.stage = S.APPEAL_WINDOW_OPEN if dispute.certificate_on is None else S.CERTIFICATE_ISSUED


def _notice(reader: Reader, event: Event) -> None:
    dispute = reader.dispute(event, appealed=True)
    if dispute is not None:
        act_of(dispute, event)
        days = [(what, detail.day(event, what)) for what in DIRECTIONS]
        set_on = event.occurred_on
        given = [Direction(event.id, what, day, set_on) for what, day in days if day is not None]
        anew = {each.what for each in given}
        kept = [each for each in dispute.proceedings.directions if each.what not in anew]
        dispute.proceedings.directions = [*kept, *given]
        if dispute.under_appeal and dispute.stage is not S.HEARD:
            dispute.stage = S.APPEAL_REGISTERED


def _responded(reader: Reader, event: Event) -> None:
    _before_tribunal(reader, event, S.RESPONSE_FILED)


def _heard(reader: Reader, event: Event) -> None:
    _before_tribunal(reader, event, S.HEARD)


def _before_tribunal(reader: Reader, event: Event, stage: Stage) -> None:
    dispute = reader.dispute(event, appealed=True)
    if dispute is not None:
        act_of(dispute, event)
        if dispute.under_appeal and dispute.stage is not S.HEARD:
            dispute.stage = stage


DISPUTE_STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        **DISPUTE_OUTCOMES,
        K.MEDIATION_ADVISER_CONTACTED: _adviser_contacted,
        K.MEDIATION_DECLINED: _declined,
        K.MEDIATION_REQUESTED: _requested,
        K.ICB_TOLD_OF_MEDIATION: _noted,
        K.MEDIATION_NOT_ARRANGED: _noted,
        K.MEDIATION_HELD: _held,
        K.MEDIATION_CERTIFICATE_ISSUED: _certificate,
        K.APPEAL_RECEIVED: _appeal,
        K.APPEAL_WITHDRAWN: _appeal_withdrawn,
        K.APPEAL_NOTICE_RECEIVED: _notice,
        K.APPEAL_RESPONSE_SENT: _responded,
        K.APPEAL_HEARD: _heard,
    }
)
