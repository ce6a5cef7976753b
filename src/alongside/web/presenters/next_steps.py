"""What to do next about each rule that binds us: a door, its words, and the news that it records, if any."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from alongside.core.case.codes import EventKind, Stage
from alongside.web.presenters import rules

K = EventKind


class Next(NamedTuple):
    """One step. With a `kind` the door is the page that records that news."""

    door: str
    text: str
    kind: EventKind | None = None


def _news(text: str, kind: EventKind) -> Next:
    return Next("case_record_one", text, kind)


_ARRANGE = _news("Arrange the review meeting", K.REVIEW_SCHEDULED)
_DECIDE = Next("decide_after_review", "Decide after the review")
_NOTICE = Next("case_plan", "Send the changes to the plan")
_AMENDED = Next("case_plan", "Issue the amended plan")
_NOT_AMEND = Next("decide_not_to_amend", "Decide not to change the plan")
_CONSULT = _news("Record that the family was consulted", K.CEASE_CONSULTED)
_CEASE = Next("decide_to_cease", "Decide to end the plan")
_AGREED = _news("Record what was carried out", K.AGREEMENT_DONE)
_ASSESS = Next("decide_to_assess", "Decide whether to assess")
_TOLD = _news("Record that the family was told", K.DECISION_TO_ASSESS_NOTIFIED)
_TOLD_AGAIN = _news("Record that the family was told", K.REASSESSMENT_AGREED_SENT)
_ISSUE = Next("decide_to_issue", "Decide whether to issue")
_DRAFT = Next("serve_draft", "Send the draft")
_FINAL = Next("issue_final", "Issue the final plan")
_CASE = Next("case", "Open the case")
NEXT: Mapping[str, Next] = MappingProxyType(
    {
        "A01": Next("invite_views", "Ask for the family’s views"),
        "A02": _ASSESS,
        "A02n": _ASSESS,
        "A03": Next("invite_views", "Ask for the family’s views"),
        "A13": Next("case_advice", "Ask for advice"),
        "A04": Next("case_advice", "Chase the advice"),
        "A05": _ISSUE,
        "A09": _DRAFT,
        "A07": Next("case_plan", "See the draft"),
        "A07b": Next("case_plan", "See the draft"),
        "A08": Next("case_consultations", "See the replies"),
        "A06": _FINAL,
        "R01": _ARRANGE,
        "R02": _ARRANGE,
        "R01d": _ARRANGE,
        "R13": _ARRANGE,
        "R03": _news("Record the notice of the meeting", K.REVIEW_NOTICE_GIVEN),
        "R04": _news("Record that advice was sent out", K.REVIEW_ADVICE_CIRCULATED),
        "R05": _news("Record the report", K.REVIEW_REPORT_RECEIVED),
        "R14": _news("Record the meeting", K.REVIEW_MEETING_HELD),
        "R06": _DECIDE,
        "R06c": _DECIDE,
        "C02": _DECIDE,
        "R07": _NOTICE,
        "R09": _AMENDED,
        "R09e": _AMENDED,
        "R11": _AMENDED,
        "R12": _AMENDED,
        "R10": _NOT_AMEND,
        "P00": _AMENDED,
        "P01": _AMENDED,
        "P02": _AMENDED,
        "P03": _AMENDED,
        "P04": _news("Record what was decided", K.NO_AMENDMENT_FOR_TRANSFER),
        "P01p.meeting": _ARRANGE,
        "P01p.notice": _NOTICE,
        "Z01": Next("decide_to_reassess", "Decide whether to assess again"),
        "Z03": _FINAL,
        "Z06": _NOT_AMEND,
        "D01": _ASSESS,
        "D02": _ISSUE,
        "D03": _FINAL,
        "D07": _ARRANGE,
        "T01": _news("Record that the plan was handed over", K.TRANSFERRED_OUT),
        "T02": _news("Record that the family was told", K.TRANSFER_NOTICE_SENT),
        "T03": _ARRANGE,
        "T04": _news("Record that the new board was told", K.COMMISSIONER_NOTIFIED),
        "T04b": _news("Record what the new board asked", K.COMMISSIONER_ASKED_TO_ACT),
        "T05": _news("Record the setting for now", K.INTERIM_PLACEMENT_MADE),
        "C01": _CONSULT,
        "C07": _CONSULT,
        "C02.other": _CEASE,
        "C03": _CASE,
        "C04": _CONSULT,
        "C05": _ARRANGE,
        "B01": _news("Record the review of the payments", K.DIRECT_PAYMENTS_REVIEWED),
        "M03": _news("Record the mediation", K.MEDIATION_HELD),
        "M04": _news("Record that the health board was told", K.ICB_TOLD_OF_MEDIATION),
        "M07": _CASE,
        "M07a": _TOLD,
        "M07d": _DRAFT,
        "M08": _AGREED,
        "M10": _AGREED,
        "F03": _news("Record our response", K.APPEAL_RESPONSE_SENT),
        "F08": _CASE,
        "U00": _news("Record the consent order", K.ORDER_MADE),
        "U01": _TOLD,
        "U02": _ISSUE,
        "U03": _FINAL,
        "U04": _AMENDED,
        "U05": _AMENDED,
        "U06": _DRAFT,
        "U07": _FINAL,
        "U08": _AMENDED,
        "U08c": _CASE,
        "O01": _news("Record that the plan ended", K.PLAN_CEASED),
        "O02a": _TOLD,
        "O02b": _ISSUE,
        "O02c": _FINAL,
        "O03a": _DRAFT,
        "O03b": _FINAL,
        "O04": _CASE,
        "O05": _AMENDED,
        "O06": _AMENDED,
        "O07": _CASE,
        "O08": _AMENDED,
        "O10": _news("Record the answer", K.RECOMMENDATION_ANSWERED),
        "O11": _CASE,
        "O12": _AMENDED,
    }
)
"""What to do next about a rule. What is only somebody else's to do has no step."""
WITH_A_PLAN: Mapping[str, Next] = MappingProxyType(
    {
        **dict.fromkeys(("O02a", "U01", "M07a"), _TOLD_AGAIN),
        **dict.fromkeys(("O02b", "U02", "M07b"), _NOT_AMEND),
    }
)
"""The same where a plan is held: what was ordered is then a reassessment, which has news of its own."""


def of_rule(rule: str, stage: Stage) -> Next | None:
    """The step for a rule at a stage, or for the rule of which it is one part; None where there is none for us."""
    if stage is Stage.PLAN_MAINTAINED and rule in WITH_A_PLAN:
        return WITH_A_PLAN[rule]
    try:
        return NEXT[rules.base(rule, NEXT)]
    except KeyError:
        return None
