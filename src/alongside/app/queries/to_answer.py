"""Cases in which a family waits for an answer of ours: comments on a draft, or facts that they say are wrong.

Messages have a list of their own (`messages.waiting`), since each carries a promised day.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum, unique
from uuid import UUID

from django.db.models import Count, Min, QuerySet

from alongside.app import involvement, ports, scope
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.records.models import CorrectionRequest, PlanComment


@unique
class What(StrEnum):
    """What waits for an answer."""

    COMMENTS = "COMMENTS"
    CORRECTIONS = "CORRECTIONS"


CHILD = ("case__person__forename", "case__person__surname")
SINCE = {What.COMMENTS: "made_at", What.CORRECTIONS: "asked_at"}
MAY_ANSWER = {What.COMMENTS: Permission.ANSWER_COMMENT, What.CORRECTIONS: Permission.DECIDE_CORRECTION}


@dataclass(frozen=True, slots=True)
class Line:
    """One case: how many wait, and since when the first of them has."""

    case_id: UUID
    reference: str
    child: str
    owner_name: str
    count: int
    since: date


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """One page of the list, that which has waited longest first."""

    lines: tuple[Line, ...]
    total: int
    today: date


def cases(what: What, *, mine: bool, by: Actor, at: datetime, offset: int = 0, size: int = 50) -> ToAnswer:
    """The cases in which something of this kind waits: the reader's own, or all. Two questions."""
    involvement.check_may_answer(by, MAY_ANSWER[what], "this")
    with scope.opened(by):
        rows = _waiting(what, by)
        if mine:
            rows = rows.filter(case__owner=by.account)
        named = rows.values_list("case_id", "case__reference", *CHILD, "case__owner__name")
        grouped = named.annotate(Count("id"), since=Min(SINCE[what])).order_by("since", "case__reference")
        lines = tuple(
            Line(case, reference, f"{forename} {surname}", owner or "", count, ports.today(since))
            for case, reference, forename, surname, owner, count, since in grouped[offset : offset + size]
        )
        return ToAnswer(lines, grouped.count(), ports.today(at))


def _waiting(what: What, by: Actor) -> QuerySet[PlanComment] | QuerySet[CorrectionRequest]:
    """Whoever is family on a case does not answer there."""
    if what is What.COMMENTS:
        comments = PlanComment.objects.filter(authority=by.authority, answer="")
        return comments.exclude(case__parties__account=by.account)
    asked = CorrectionRequest.objects.filter(authority=by.authority, decision="")
    return asked.exclude(case__parties__account=by.account)
