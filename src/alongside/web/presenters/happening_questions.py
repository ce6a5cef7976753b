"""How each particular of a piece of news is asked for: by its key, or by its kind and key where that says more."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from alongside.core.case.codes import EventKind as K


class Words(NamedTuple):
    """The question, and a hint below it."""

    question: str
    hint: str = ""


_ANY_DAY = "For example, 27 3 2027"
_EMPTY = "Leave it empty if it is not known"
BY_KEY: Mapping[str, Words] = MappingProxyType(
    {
        "meeting_on": Words("On which day is the meeting?", _ANY_DAY),
        "school_year": Words("Year group at the meeting", "A number from 0 for reception to 14"),
        "recommended": Words("What does it recommend?"),
        "adulthood_considered": Words(
            "Did the meeting talk about preparing for adult life?", "It must from year 9 on"
        ),
        "held_by": Words("Who held the meeting?"),
        "outcome": Words("What was decided?"),
        "reasons": Words(
            "Reasons", "In the words of the notice. Everybody who may read the reasons reads these."
        ),
        "letter_dated_on": Words(
            "What date is on the letter?", "Only if it is not the day on which it was sent"
        ),
        "channel": Words("How was it sent?"),
        "setting_name": Words(
            "Which setting, or type of setting, does the plan name?",
            "Choose it from the list, or write its name or type below",
        ),
        "transfer": Words("Which move to the next phase is it for?"),
        "on": Words("On which day is the move?", f"{_ANY_DAY}. {_EMPTY}"),
        "year": Words("In which year is the move?", "Only if the day is not known. For example, 2027"),
        "reason": Words("Why?"),
        "by": Words("Who asked?"),
        "requested_by": Words("Name of the person who asked"),
        "own_decision": Words("Did the authority decide this of its own accord?"),
        "dispute": Words("Which decision is it about?"),
        "health": Words("Is help from health services in issue?"),
        "issues": Words("What does the family want to talk about?"),
        "matter": Words("What was agreed?"),
        "terms": Words("The agreement in words"),
        "agreed_date": Words("By which day is it to be carried out?", "Only if the parties wrote down a day"),
        "la_party": Words("Was the authority a party to the agreement?"),
        "la_told_on": Words(
            "When did the health board tell us of it?", "Only if the authority was not a party"
        ),
        "agreement": Words("Which agreement?"),
        "certificate_dated_on": Words("What date is on the certificate?"),
        "about": Words("What is the appeal about?"),
        "sections": Words("Which sections of the plan are appealed?", "Only for an appeal about a plan"),
        "received_at": Words(
            "At what time did the Tribunal receive it?", "Like 16:45. After 5pm on the last day is too late."
        ),
        "response_by": Words("Last day for our response"),
        "attendance_by": Words("Last day for the attendance form"),
        "evidence_by": Words("Last day for evidence"),
        "bundle_by": Words("Last day for the bundle"),
        "hearing_on": Words("Day of the hearing"),
        "appeal": Words("Which appeal is not opposed?"),
        "order": Words("What did the Tribunal order?"),
        "tell_by": Words("Day set for telling the family"),
        "decide_by": Words("Day set for a decision against a plan"),
        "draft_by": Words("Day set for the draft plan"),
        "comply_by": Words("Day set for all else", "The plan, the amended plan or the end of the plan"),
        "decision": Words("What did the Tribunal send?"),
        "body": Words("Who has to answer it?"),
        "text": Words("What was recommended?"),
        "recommendation": Words("Which recommendation?"),
        "answer": Words("What does the answer say?"),
        "moves_on": Words("On which day is the move?", f"{_ANY_DAY}. {_EMPTY}"),
        "aware_on": Words("When was it first known here?", "Only if it is not the day above"),
        "to": Words("Number of the new local authority", "Three digits, for example 866"),
        "from": Words("Number of the old local authority", "Three digits, for example 866"),
        "outside_england": Words("Is it a move out of England?"),
        "plan_made_on": Words("When was the plan made there?", _EMPTY),
        "last_reviewed_on": Words("When was it last reviewed there?", _EMPTY),
        "impracticable": Words("Is the setting in the plan too far away now?"),
        "will_assess": Words("Does the notice say that there will be an assessment?"),
        "review_on": Words("By which day does it say that the plan will be reviewed?", _ANY_DAY),
        "by_move": Words("Is a move between authorities the cause?"),
        "new_body_aware_on": Words("When did the new board learn of it?", "Only if it is not the day above"),
        "cannot_secure": Words("Does the new board say that it cannot provide what is in the plan?"),
        "asked_for": Words("What did it ask for?"),
        "considered_on": Words(
            "When was ending the plan first considered?", "Only if it is not the day above"
        ),
        "setting_consulted": Words("Was the head or principal consulted too?"),
        "takes_effect_on": Words(
            "From which day does the decision end the plan?", "Only if the notice says one"
        ),
        "wants_to_return": Words("Does the young person want to come back to education?"),
        "accommodation": Words("Which accommodation?"),
        "youth_offending_team": Words("Which youth offending team?"),
        "same_la": Words("Is the same authority responsible after the release?"),
        "provision": Words("Which provision are they paid for?"),
        "type": Words("Which type of need?", "As the SEN2 return asks it"),
        "rank": Words("Is it the main one?"),
        "setting_code": Words("If it is no school or college on record, what is it?"),
        "sen_unit": Words("Is the place in a SEN unit?"),
        "resourced_provision": Words("Is the place in resourced provision?"),
        "placement": Words("Which placement ended?"),
        "notice_given_on": Words("When was the family given notice?"),
    }
)
OF_KIND: Mapping[tuple[K, str], Words] = MappingProxyType(
    {
        (K.REVIEW_DECISION_SENT, "reasons"): Words(
            "Reasons", "Needed where the plan stays as it is or is to end. In the words of the notice"
        ),
        (K.MOVED_TO_NEW_LA, "to"): Words(
            "Number of the new local authority",
            "Three digits, for example 866. Not needed for a move out of England",
        ),
        (K.REVIEW_RESCHEDULED, "meeting_on"): Words("On which day is the meeting now?", _ANY_DAY),
        (K.REVIEW_RESCHEDULED, "reason"): Words("Why was it moved?"),
        (K.REVIEW_REPORT_RECEIVED, "recommended"): Words("What does the report recommend?"),
        (K.PHASE_TRANSFER_FORESEEN, "transfer"): Words("From which phase to which?"),
        (K.NO_AMENDMENT_FOR_TRANSFER, "transfer"): Words("Which move is it about?"),
        (K.REASSESSMENT_REQUESTED, "channel"): Words("How did it come?"),
        (K.MEDIATION_NOT_ARRANGED, "reason"): Words("Why could it not be arranged in thirty days?"),
        (K.UNOPPOSED_NOTIFIED, "order"): Words("What will now be done?", "What the family appealed for"),
        (K.INTERIM_PLACEMENT_MADE, "setting_name"): Words(
            "At which setting is the child for now?", "Choose it from the list, or write its name below"
        ),
        (K.COMMISSIONER_CHANGED, "from"): Words("Which health board was responsible?"),
        (K.COMMISSIONER_CHANGED, "to"): Words("Which health board is responsible now?"),
        (K.AUTHORITY_SUCCEEDED, "to"): Words("Number of the authority that took its place", "Three digits"),
        (K.AUTHORITY_SUCCEEDED, "order"): Words("Name of the order that made the change"),
        (K.CEASE_DECISION_SENT, "reason"): Words("On which ground is the plan to end?"),
        (K.PLAN_CEASED, "reason"): Words("Why did the plan end?"),
        (K.PLACEMENT_STARTED, "setting_name"): Words(
            "Where is the child taught?", "Choose it from the list, or write its name below"
        ),
        (K.LEFT_EDUCATION, "to"): Words("Where did they go?"),
        (K.DIRECT_PAYMENTS_REVIEWED, "outcome"): Words("What did the review find?"),
        (K.DIRECT_PAYMENTS_ENDED, "reason"): Words("Why do they end?"),
        (K.CEASE_REVERSED, "reason"): Words("Why does the plan go on?"),
    }
)


def words(kind: K, key: str) -> Words:
    """How one particular of one kind of news is asked for. Raises KeyError where nobody wrote the question."""
    return OF_KIND.get((kind, key)) or BY_KEY[key]
