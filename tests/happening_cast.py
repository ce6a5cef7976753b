"""News of every kind with all its particulars, and what has to happen in Ivy's case before it can be news."""

from datetime import date
from typing import Any
from uuid import UUID

from alongside.app import doing
from alongside.app.actions import happenings
from alongside.app.actions.happenings import Happening
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind as K
from cast import Cast

DAY = date(2026, 11, 23)
WITH_A_PLAN = (K.DECISION_TO_ASSESS_NOTIFIED, K.DECISION_TO_ISSUE, K.DRAFT_SERVED, K.FINAL_SENT)
REFUSED = (K.REFUSAL_TO_ASSESS_SENT,)
MEETING = (*WITH_A_PLAN, K.REVIEW_MEETING_HELD)
NOTICE = (*MEETING, K.AMENDMENT_NOTICE_SENT)
WANTED = (*REFUSED, K.MEDIATION_REQUESTED)
HELD = (*WANTED, K.MEDIATION_HELD)
APPEALED = (*REFUSED, K.APPEAL_RECEIVED)
ORDERED = (*APPEALED, K.ORDER_MADE)

BEFORE: dict[K, tuple[K, ...]] = {
    K.VIEWS_INVITED: (),
    K.DECISION_TO_ASSESS_NOTIFIED: ORDERED,
    K.DIED: (),
    K.MOVED_TO_NEW_LA: (),
    K.DETAINED: (),
    K.AUTHORITY_SUCCEEDED: (),
    K.TRANSFERRED_IN: (K.REQUEST_WITHDRAWN,),
    K.TRANSFER_NOTICE_SENT: (K.REQUEST_WITHDRAWN, K.TRANSFERRED_IN),
    K.INTERIM_PLACEMENT_MADE: (K.REQUEST_WITHDRAWN, K.TRANSFERRED_IN),
    K.REVIEW_RESCHEDULED: (*WITH_A_PLAN, K.REVIEW_SCHEDULED),
    K.REVIEW_ADVICE_CIRCULATED: (*WITH_A_PLAN, K.REVIEW_SCHEDULED),
    K.REVIEW_REPORT_RECEIVED: MEETING,
    K.REVIEW_DECISION_SENT: MEETING,
    K.AMENDMENT_NOTICE_SENT: MEETING,
    K.AMENDED_FINAL_SENT: NOTICE,
    K.DECISION_NOT_TO_AMEND_SENT: NOTICE,
    K.NO_AMENDMENT_FOR_TRANSFER: (*WITH_A_PLAN, K.PHASE_TRANSFER_FORESEEN),
    K.REASSESSMENT_REFUSED_SENT: (*WITH_A_PLAN, K.REASSESSMENT_REQUESTED),
    K.CEASE_DECISION_SENT: (*WITH_A_PLAN, K.CEASE_CONSULTED),
    K.CEASE_REVERSED: (*WITH_A_PLAN, K.CEASE_CONSULTED, K.CEASE_DECISION_SENT),
    K.RELEASED: (*WITH_A_PLAN, K.DETAINED),
    K.MEDIATION_ADVISER_CONTACTED: REFUSED,
    K.MEDIATION_DECLINED: REFUSED,
    K.MEDIATION_REQUESTED: REFUSED,
    K.ICB_TOLD_OF_MEDIATION: WANTED,
    K.MEDIATION_NOT_ARRANGED: WANTED,
    K.MEDIATION_HELD: WANTED,
    K.MEDIATION_AGREED: HELD,
    K.AGREEMENT_DONE: (*HELD, K.MEDIATION_AGREED),
    K.MEDIATION_CERTIFICATE_ISSUED: REFUSED,
    K.APPEAL_RECEIVED: REFUSED,
    K.APPEAL_NOTICE_RECEIVED: APPEALED,
    K.APPEAL_RESPONSE_SENT: APPEALED,
    K.UNOPPOSED_NOTIFIED: APPEALED,
    K.APPEAL_HEARD: APPEALED,
    K.ORDER_MADE: APPEALED,
    K.APPEAL_WITHDRAWN: APPEALED,
    K.TRIBUNAL_DECISION_SENT: ORDERED,
    K.RECOMMENDATION_MADE: ORDERED,
    K.NEED_RECORDED: (),
    K.PLACEMENT_STARTED: (),
    K.PLACEMENT_ENDED: (K.PLACEMENT_STARTED,),
    K.RECOMMENDATION_ANSWERED: (*ORDERED, K.RECOMMENDATION_MADE),
}
"""What goes before, where it is not just that a plan is held."""

GIVEN: dict[K, dict[str, Any]] = {
    K.REVIEW_SCHEDULED: {"meeting_on": "2027-02-01", "school_year": 3},
    K.REVIEW_RESCHEDULED: {"meeting_on": "2027-02-08", "reason": "The school was closed by snow."},
    K.REVIEW_MEETING_HELD: {
        "recommended": "AMEND", "school_year": "9", "adulthood_considered": True, "held_by": "SETTING",
    },
    K.REVIEW_REPORT_RECEIVED: {"recommended": "AMEND"},
    K.REVIEW_DECISION_SENT: {"outcome": "MAINTAIN", "reasons": "The outcomes still fit.", "letter_dated_on": DAY},
    K.AMENDMENT_NOTICE_SENT: {"channel": "EMAIL"},
    K.AMENDED_FINAL_SENT: {"setting_name": "A mainstream secondary school"},
    K.DECISION_NOT_TO_AMEND_SENT: {"reasons": "The family asked for nothing that the advice bears out."},
    K.PHASE_TRANSFER_FORESEEN: {"transfer": "PRIMARY_TO_SECONDARY", "year": "2029"},
    K.NO_AMENDMENT_FOR_TRANSFER: {"reason": "The all-through school is named already."},
    K.REASSESSMENT_REQUESTED: {"by": "PARENT_OR_YOUNG_PERSON", "requested_by": "Petra Parent", "channel": "EMAIL"},
    K.REASSESSMENT_REFUSED_SENT: {"reasons": "She was assessed four months ago."},
    K.REASSESSMENT_AGREED_SENT: {"own_decision": "yes"},
    K.MEDIATION_REQUESTED: {"health": "SOME", "issues": "Reading and sleep"},
    K.MEDIATION_NOT_ARRANGED: {"reason": "No mediator was free."},
    K.MEDIATION_AGREED: {"matter": "OTHER_MATTER", "terms": "A second reader.", "la_party": "YES"},
    K.MEDIATION_CERTIFICATE_ISSUED: {"certificate_dated_on": DAY},
    K.APPEAL_RECEIVED: {"about": "The refusal to assess", "sections": "B, F", "received_at": "16:45"},
    K.APPEAL_NOTICE_RECEIVED: {"response_by": "2027-01-20", "hearing_on": date(2027, 4, 1)},
    K.UNOPPOSED_NOTIFIED: {"appeal": "The appeal against the refusal", "order": "ASSESS"},
    K.ORDER_MADE: {"order": "ASSESS", "tell_by": "2026-12-01"},
    K.TRIBUNAL_DECISION_SENT: {"decision": "REASONS"},
    K.RECOMMENDATION_MADE: {"body": "ICB", "text": "Speech therapy each week"},
    K.RECOMMENDATION_ANSWERED: {"answer": "It begins in May."},
    K.MOVE_NOTIFIED: {"moves_on": "2027-01-10", "aware_on": "2026-11-20", "to": "866"},
    K.TRANSFERRED_OUT: {"to": "866"},
    K.MOVED_TO_NEW_LA: {"to": "866"},
    K.TRANSFERRED_IN: {"from": "866", "plan_made_on": "2025-03-01", "impracticable": "no"},
    K.TRANSFER_NOTICE_SENT: {"will_assess": False, "review_on": "2027-02-20"},
    K.INTERIM_PLACEMENT_MADE: {"setting_name": "Hill End School"},
    K.COMMISSIONER_CHANGED: {"by_move": "no"},
    K.COMMISSIONER_NOTIFIED: {"cannot_secure": "yes"},
    K.COMMISSIONER_ASKED_TO_ACT: {"asked_for": "REVIEW"},
    K.AUTHORITY_SUCCEEDED: {"to": "940", "order": "The Northshire (Structural Changes) Order 2026"},
    K.CEASE_CONSULTED: {"considered_on": "2026-11-20", "setting_consulted": "yes"},
    K.CEASE_DECISION_SENT: {"reason": "NOT_NECESSARY", "reasons": "Every outcome was reached."},
    K.CEASE_REVERSED: {"reason": "New advice came."},
    K.PLAN_CEASED: {"reason": "2"},
    K.LEFT_EDUCATION: {"wants_to_return": "yes", "to": "a job"},
    K.DETAINED: {"accommodation": "Westhill", "youth_offending_team": "Northshire"},
    K.RELEASED: {"same_la": "no"},
    K.DIRECT_PAYMENTS_STARTED: {"provision": "A support worker on Saturdays"},
    K.DIRECT_PAYMENTS_REVIEWED: {"outcome": "They work."},
    K.NEED_RECORDED: {"type": "ASD", "rank": "1"},
    K.PLACEMENT_STARTED: {"setting_name": "Hill End School", "rank": "1", "sen_unit": "no"},
    K.DIRECT_PAYMENTS_ENDED: {"reason": "The family asked.", "notice_given_on": "2026-11-01"},
}  # fmt: skip
ANY_TIME = frozenset(
    {
        K.VIEWS_INVITED,
        K.DIED,
        K.MOVED_TO_NEW_LA,
        K.DETAINED,
        K.AUTHORITY_SUCCEEDED,
        K.NEED_RECORDED,
        K.PLACEMENT_STARTED,
        K.PLACEMENT_ENDED,
    }
)
"""What may be news of a request that nobody has decided."""


def reach(cast: Cast, kinds: tuple[K, ...]) -> UUID:
    """Everything that goes before, on the cast's day; news is recorded as news."""
    case = cast.case.case_id
    for kind in kinds:
        if kind in GIVEN:
            tell(cast, kind)
            continue
        with doing.on_case(case, Permission.RECORD_EVENT, by=cast.officer, at=cast.at) as deed:
            deed.append(kind, deed.today, {})
    return case


def before(cast: Cast, kind: K) -> UUID:
    """Everything that goes before one kind of news."""
    return reach(cast, BEFORE.get(kind, WITH_A_PLAN))


def tell(cast: Cast, kind: K, happened_on: date = DAY, **changed: Any) -> str:
    """Record news with all its particulars, some of them changed; None takes one away."""
    given = {key: value for key, value in (GIVEN.get(kind, {}) | changed).items() if value is not None}
    return happenings.record(
        cast.case.case_id, Happening(kind, happened_on, given), by=cast.officer, at=cast.at
    )
