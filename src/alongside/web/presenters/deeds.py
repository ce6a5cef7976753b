"""What can be done in a case, in the order of the twenty weeks, and which deed answers to which rule.

An area adds its deed here in one line. A deed is offered only where its door hangs, this person may do it in
this case, and it may follow what is recorded; so nothing is offered that would be refused.
"""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.urls import reverse

from alongside.app.actor import Actor
from alongside.app.queries.caseload import Line
from alongside.app.queries.cases import Overview
from alongside.app.recordable.table import BY_KIND
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind, Stage
from alongside.web import doors
from alongside.web.presenters.links import Link
from alongside.web.presenters.next_steps import of_rule

K = EventKind
NO_CASE = UUID(int=0)
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


@cache
def _pattern(door: str, kind: str) -> str:
    """The address of a door for a case whose id is all noughts: worked out once, not for every line of a list."""
    parts = {"case_id": NO_CASE} | ({"kind": kind} if kind else {})
    return reverse(door, kwargs=parts)


def address(door: str, case_id: UUID, kind: str = "") -> str:
    """The address of a page of one case; with the kind of news for the page that records it."""
    return _pattern(door, kind).replace(str(NO_CASE), str(case_id))


def menu(shown: Overview) -> tuple[Link, ...]:
    """What this person can do in this case now."""
    head = shown.head
    return tuple(
        Link(address(deed.door, head.case_id), deed.text)
        for deed in DEEDS
        if deed.door in doors.DOORS
        and deed.needs in head.may
        and (deed.kind is None or deed.kind in shown.follows)
        and not (deed.door in FIRST and head.stage is not Stage.REQUEST_OPEN)
        and (deed.needs is not Permission.BREAK_GLASS or shown.emergency_opens)
    )


def next_step(line: Line, actor: Actor) -> Link:
    """What to do next in a case on the list; its own page where the step is somebody else's."""
    step = of_rule(line.rule)
    if (
        step is None
        or step.door not in doors.DOORS
        or not doors.may_open(actor, doors.DOORS[step.door].needs)
    ):
        return Link(address("case", line.case_id), "Open the case")
    if step.kind is not None and not doors.may_open(actor, BY_KIND[step.kind].needs):
        return Link(address("case", line.case_id), "Open the case")
    return Link(address(step.door, line.case_id, step.kind.lower() if step.kind else ""), step.text)
