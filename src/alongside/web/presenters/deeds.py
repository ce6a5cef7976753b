"""What can be done in a case, in the order of the twenty weeks, and which deed answers to which rule.

An area adds its deed here in one line. A deed is offered only where its door hangs, this person may do it in
this case, and it may follow what is recorded; so nothing is offered that would be refused.
"""

from dataclasses import dataclass

from alongside.app.actor import Actor
from alongside.app.queries.caseload import Line
from alongside.app.queries.cases import Overview
from alongside.app.queries.reviews import ReviewLine
from alongside.app.recordable.table import BY_KIND
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind, Stage
from alongside.web import addresses, doors
from alongside.web.presenters.links import Link
from alongside.web.presenters.next_steps import of_rule

K = EventKind
FIRST = frozenset({"decide_to_assess"})
"""Decided once, on a request. Of an assessment that was ordered the family is only told, which is news."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed: its door, its words, who may, and the event that it records (None where it records none)."""

    door: str
    text: str
    needs: Permission
    kind: EventKind | None = None


DEEDS = (
    Deed("invite_views", "Ask the family for its views", Permission.RECORD_EVENT, K.VIEWS_INVITED),
    Deed(
        "decide_to_assess",
        "Decide whether to assess",
        Permission.DECIDE_TO_ASSESS,
        K.DECISION_TO_ASSESS_NOTIFIED,
    ),
    Deed("case_advice", "Ask for advice, chase or record it", Permission.REQUEST_ADVICE, K.ADVICE_REQUESTED),
    Deed("record_exception", "Record an exception", Permission.RECORD_EXCEPTION, K.EXCEPTION_RECORDED),
    Deed(
        "decide_to_issue", "Decide whether to issue a plan", Permission.DECIDE_TO_ISSUE, K.DECISION_TO_ISSUE
    ),
    Deed("case_plan", "Write the plan", Permission.EDIT_PLAN, K.NO_PLAN_NOTICE_SENT),
    Deed("serve_draft", "Send the draft to the family", Permission.SERVE_DRAFT, K.DRAFT_SERVED),
    Deed("consult_setting", "Consult a setting", Permission.CONSULT_SETTING, K.SETTING_CONSULTED),
    Deed("issue_final", "Issue the final plan", Permission.ISSUE_FINAL, K.FINAL_SENT),
    Deed(
        "decide_after_review",
        "Decide after the review of the plan",
        Permission.DECIDE_TO_ISSUE,
        K.REVIEW_REPORT_RECEIVED,
    ),
    Deed("case_plan", "Change the plan", Permission.EDIT_PLAN, K.AMENDMENT_NOTICE_SENT),
    Deed("issue_final", "Issue the amended plan", Permission.ISSUE_FINAL, K.AMENDED_FINAL_SENT),
    Deed(
        "decide_not_to_amend",
        "Decide not to change the plan",
        Permission.DECIDE_TO_ISSUE,
        K.DECISION_NOT_TO_AMEND_SENT,
    ),
    Deed(
        "decide_to_reassess",
        "Decide whether to assess again",
        Permission.DECIDE_TO_ISSUE,
        K.REASSESSMENT_REFUSED_SENT,
    ),
    Deed("decide_to_cease", "Decide to end the plan", Permission.DECIDE_TO_ISSUE, K.CEASE_DECISION_SENT),
    Deed("reconsider", "Reconsider a refusal", Permission.DECIDE_TO_ASSESS, K.LA_RECONSIDERS),
    Deed(
        "withdraw_request",
        "Record that the request is withdrawn",
        Permission.RECORD_EVENT,
        K.REQUEST_WITHDRAWN,
    ),
    Deed("case_record", "Record something else that happened", Permission.RECORD_EVENT),
    Deed("child_details", "Change the child’s numbers and details", Permission.CORRECT_EVENT),
    Deed("emergency_open", "Open in an emergency what you cannot see", Permission.BREAK_GLASS),
    Deed("give_case", "Give this case to another coordinator", Permission.ASSIGN_CASE),
)


def menu(shown: Overview) -> tuple[Link, ...]:
    """What this person can do in this case now."""
    head = shown.head
    return tuple(
        Link(addresses.of_case(deed.door, head.case_id), deed.text)
        for deed in DEEDS
        if deed.door in doors.DOORS
        and deed.needs in head.may
        and (deed.kind is None or deed.kind in shown.follows)
        and not (deed.door in FIRST and head.stage is not Stage.REQUEST_OPEN)
        and (deed.needs is not Permission.BREAK_GLASS or shown.emergency_opens)
    )


def next_step(line: Line | ReviewLine, actor: Actor) -> Link:
    """What to do next in a case on the list; its own page where the step is somebody else's."""
    step = of_rule(line.rule, line.stage if isinstance(line, Line) else Stage.PLAN_MAINTAINED)
    if (
        step is None
        or step.door not in doors.DOORS
        or not doors.may_open(actor, doors.DOORS[step.door].needs)
    ):
        return Link(addresses.of_case("case", line.case_id), "Open the case")
    if step.kind is not None and not doors.may_open(actor, BY_KIND[step.kind].needs):
        return Link(addresses.of_case("case", line.case_id), "Open the case")
    return Link(addresses.of_case(step.door, line.case_id, step.kind.lower() if step.kind else ""), step.text)
