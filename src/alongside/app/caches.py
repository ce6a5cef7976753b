"""The columns and tables that repeat what the chronology says, so that lists are one indexed read.

They are rebuilt whole for a case by `rebuild` and compared with the truth by `differences`; nothing else
writes them, and no decision about a case is taken from them.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.app import mending
from alongside.app.bulk import Batch
from alongside.app.plan_caches import held_plan
from alongside.core.case import challenges, stages
from alongside.core.case.codes import AdviceKind, EventKind, Stage, TimerState
from alongside.core.case.episodes import history
from alongside.core.case.facts import Facts
from alongside.core.case.history import AdviceRequest as AdviceAsked
from alongside.core.case.history import Episode as Told
from alongside.core.law import clock
from alongside.core.law.lawbook import Law
from alongside.core.law.timer import Due as Timed
from alongside.records.models import AdviceRequest, Case, Consultation, Due, Episode, HeldPlan, ToMend

CASE_COLUMNS = ("stage", "dispute_stage", "owner_id", "last_event_on", "is_open")
OPEN_STAGES = frozenset({Stage.REQUEST_OPEN, Stage.ASSESSING, Stage.DRAFTING, Stage.DRAFT_OUT})
LIVE = frozenset({TimerState.RUNNING, TimerState.OVERDUE, TimerState.DISAPPLIED})
FINAL_LIMIT = frozenset({"A06"})  # an exception to the twenty weeks is what the published measure leaves out
Row = Case | Due | Episode | AdviceRequest | Consultation | HeldPlan | ToMend


def rebuild(pairs: Sequence[tuple[Case, Facts]], *, on: date, law: Law) -> None:
    """Replace every cached row of these cases, and the cached columns of the cases themselves."""
    if not pairs:
        return
    cases = [case for case, _ in pairs]
    fresh: dict[type[Any], list[Row]] = {
        Due: [],
        Episode: [],
        AdviceRequest: [],
        Consultation: [],
        HeldPlan: [],
    }
    for case, facts in pairs:
        for row in derived(case, facts, on=on, law=law):
            fresh[type(row)].append(row)
    fresh[ToMend] = [row for rows in mending.rows(pairs, on=on, law=law).values() for row in rows]
    batch = Batch()
    for table, rows in fresh.items():
        batch.clear(table, [case.id for case in cases])
        batch.add(rows)
    batch.change(cases, (*CASE_COLUMNS, "revision"))
    batch.send()


def replace_to_mend(pairs: Sequence[tuple[Case, Facts]], *, on: date, law: Law) -> None:
    """Replace what is to be mended in these cases, and nothing else."""
    batch = Batch()
    batch.clear(ToMend, [case.id for case, _ in pairs])
    batch.add([row for rows in mending.rows(pairs, on=on, law=law).values() for row in rows])
    batch.send()


def derived(case: Case, facts: Facts, *, on: date, law: Law) -> list[Row]:
    """What the caches of a case must hold. Sets the cached columns of `case` and returns the cached rows."""
    state = stages.state_of(facts, on=on, law=law)
    case.stage = state.assess
    case.dispute_stage = state.disputes[-1] if state.disputes else ""
    case.owner_id = _owner(facts)
    case.last_event_on = facts.events[-1].occurred_on if facts.events else None
    case.is_open = state.assess in OPEN_STAGES
    dues = clock.due_dates(facts, on=on, law=law)
    due_of = {(due.rule, due.subject): due.statutory_due for due in dues}
    found: list[Row] = [_due(case, due) for due in dues]
    told, flags = history(facts), challenges.flagged(facts)
    for episode in told.episodes:
        row = _episode(case, episode, facts)
        row.challenged = challenges.was_challenged(episode, told.disputes, flags)
        found.append(row)
        found += [_advice_request(case, request, episode, due_of) for request in episode.advice]
    found += _consultations(case, facts, due_of)
    plan = held_plan(case, facts, told, dues, on=on, law=law)
    return found if plan is None else [*found, plan]


def differences(
    case: Case, facts: Facts, mend: Sequence[ToMend] = (), *, on: date, law: Law
) -> tuple[str, ...]:
    """Where the caches of a case do not hold what the chronology says, as sentences. Empty when all is well.

    `mend` is what the rules of the returns find wrong in it today (`mending.rows`).
    """
    held_columns = {name: getattr(case, name) for name in CASE_COLUMNS}
    held = {_key(row): _values(row) for row in _held(case)}
    truth = {_key(row): _values(row) for row in (*derived(case, facts, on=on, law=law), *mend)}
    found = [
        f"{case.reference}: {name} is cached as {was!r} and is {getattr(case, name)!r}"
        for name, was in held_columns.items()
        if was != getattr(case, name)
    ]
    for key in sorted(held.keys() | truth.keys()):
        if held.get(key) != truth.get(key):
            found.append(
                f"{case.reference}: {' '.join(key)} is cached as {held.get(key)} and is {truth.get(key)}"
            )
    return tuple(found)


def _held(case: Case) -> Iterable[Row]:
    yield from case.dues.all()
    yield from case.episodes.all()
    yield from case.advice_requests.all()
    yield from case.consultations.all()
    yield from [case.held_plan] if hasattr(case, "held_plan") else []
    yield from case.to_mend.all()


def _key(row: Row) -> tuple[str, ...]:
    if isinstance(row, Due):
        return ("due_cache", row.rule, row.subject)
    if isinstance(row, HeldPlan):
        return ("plan_cache",)
    if isinstance(row, ToMend):
        return ("mend_cache", str(row.position))
    return (row._meta.db_table, str(row.pk))


def _values(row: Row) -> dict[str, Any]:
    skipped = {"id"} if isinstance(row, Due | HeldPlan | ToMend) else set()
    values = {
        f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.attname not in skipped
    }
    return {name: str(value) if isinstance(value, UUID | str) else value for name, value in values.items()}


def _owner(facts: Facts) -> UUID | None:
    owner = None
    for event in facts.events:
        if event.kind in (EventKind.CASE_ASSIGNED, EventKind.CASE_HANDED_OVER):
            owner = UUID(event.details["to"])
    return owner


def _due(case: Case, due: Timed) -> Due:
    return Due(
        authority_id=case.authority_id,
        case=case,
        owner_id=case.owner_id,
        rule=due.rule,
        subject=due.subject,
        bearer=due.parameter.bearer,
        statutory_due=due.statutory_due,
        operational_target=due.operational_target,
        strict_due=due.strict_due,
        state=due.state,
        met_on=due.met_on,
        is_live=due.state in LIVE,
    )


def _episode(case: Case, episode: Told, facts: Facts) -> Episode:
    flagged = {
        e.id for e in facts.events if e.details.get("week20")
    }  # a return says that, but not the ground
    return Episode(
        id=UUID(episode.id),
        authority_id=case.authority_id,
        case=case,
        number=episode.number,
        received_on=episode.received_on,
        source=episode.source or "",
        decision=episode.decision,
        decided_on=episode.decided_on,
        no_plan_on=episode.no_plan_on,
        draft_on=episode.draft_served_on[0] if episode.drafts else None,
        final_on=episode.final_on,
        exception=any(FINAL_LIMIT & set(exception.limits) for exception in episode.exceptions)
        or (episode.final is not None and episode.final.id in flagged),
        closed_on=episode.closed_on,
        closed_as=episode.closed_as,
        is_open=episode.is_open,
    )


def _advice_request(
    case: Case, request: AdviceAsked, episode: Told, due_of: dict[tuple[str, str], date | None]
) -> AdviceRequest:
    return AdviceRequest(
        id=UUID(request.id),
        authority_id=case.authority_id,
        case=case,
        kind=request.kind or AdviceKind.OTHER,
        organisation_id=UUID(request.organisation) if request.organisation else None,
        asked_id=UUID(request.asked) if request.asked else None,
        asked_name=request.asked_name,
        requested_on=request.requested_on,
        body_received_on=request.body_received_on,
        statutory_due=due_of.get(("A04", request.id)),
        received_on=request.received_on,
        nothing_to_add=request.nothing_to_add,
        chased=len(request.chased_on),
        last_chased_on=request.chased_on[-1] if request.chased_on else None,
        is_open=request.is_open and episode.is_open,  # nobody waits for advice once the episode is over
    )


def _consultations(
    case: Case, facts: Facts, due_of: dict[tuple[str, str], date | None]
) -> list[Consultation]:
    found: dict[str, Consultation] = {}
    for event in facts.events:
        if event.kind is EventKind.SETTING_CONSULTED:
            organisation = event.details.get("organisation")
            found[event.id] = Consultation(
                id=UUID(event.id),
                authority_id=case.authority_id,
                case=case,
                organisation_id=UUID(organisation) if organisation else None,
                setting_name=event.details.get("setting_name", ""),
                consulted_on=event.occurred_on,
                reply_due=due_of.get(("A08", event.id)),
                is_open=True,
            )
        elif event.kind is EventKind.SETTING_REPLIED and event.details["consultation"] in found:
            consultation = found[event.details["consultation"]]
            consultation.replied_on = event.occurred_on
            consultation.answer = event.details["answer"]
            consultation.grounds = list(event.details.get("grounds", []))
            consultation.reasons = event.details.get("reasons", "")
            consultation.is_open = False
    return list(found.values())
