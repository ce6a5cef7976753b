"""What an author sees: how their advice was used in the plan, and what they said to that."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.app import advice_used, seeing
from alongside.app.actions.advice_answers import is_asked
from alongside.app.actor import Actor
from alongside.app.queries import advice, advice_lines, cases
from alongside.app.queries.advice_lines import LineToUse, ObjectionLine
from alongside.app.queries.cases import CaseHead
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import AdviceKind
from alongside.records.models import PlanVersion


@dataclass(frozen=True, slots=True)
class Used:
    """The author's page. `lines` is empty before a draft has been served; `may_object` while one is with the family.

    `sees_plan` is False for a colleague who has not taken the request: the draft opens to whoever has it.
    """

    head: CaseHead
    request_id: str
    kind: AdviceKind
    sees_plan: bool
    is_served: bool
    may_object: bool
    lines: tuple[LineToUse, ...]
    objections: tuple[ObjectionLine, ...]


def used(case_id: UUID, request_id: str, *, by: Actor, at: datetime) -> Used:
    """How the advice to one's own request was used. Anybody else's is not found.

    Once a draft has been served, decisions are shown as they stand now, with the plan's words that they quote: so an
    author can see that a change answers their objection before the next version is out.
    """
    with seeing.case(case_id, Permission.ANSWER_ADVICE_REQUEST, by=by, at=at) as view:
        request = advice.request_of(view, request_id)
        if request is None or not is_asked(by, request):
            raise NotFound
        sees = view.may(Permission.SEE_DRAFT_PLAN)
        out = PlanVersion.objects.filter(case=view.case).exclude(served_on=None, final_on=None)
        states = set(out.values_list("state", flat=True)) if sees else set()
        rows = [
            row for row in advice_used.counting(view.case, view.facts) if str(row.request_id) == request_id
        ]
        texts = advice_used.texts_now(view.case)
        return Used(
            head=cases.head_of(view),
            request_id=request_id,
            kind=request.kind or AdviceKind.OTHER,
            sees_plan=sees,
            is_served=bool(states),
            may_object="DRAFT" in states and bool(rows),
            lines=tuple(advice_lines.line_of(each) for each in advice_used.stood(rows, texts))
            if states
            else (),
            objections=advice_lines.objections_of(view, [row.id for row in rows]) if sees else (),
        )
