"""Where a case stands in the regions REASSESS, TRANSFER, CEASE and DETENTION on a day."""

from collections.abc import Collection
from datetime import date

from alongside.core.case.ceasing_ends import CeaseLimit, ends_by_itself_on
from alongside.core.case.codes import Region, Stage
from alongside.core.case.history import History
from alongside.core.case.plan_life import PlanLife

Regions = tuple[tuple[Region, Stage], ...]


def regions(history: History, on: date, law: CeaseLimit, alive: Collection[str]) -> Regions:
    """The regions that are not at rest, with their stages. `alive` are the decisions that can still be appealed."""
    life = history.life
    if life is None:
        return ()
    stages = (
        (Region.REASSESS, _reassess(life, alive)),
        (Region.TRANSFER, _transfer(life, history.stage)),
        (Region.CEASE, _cease(life, history, on, law)),
        (Region.DETENTION, _detention(life)),
    )
    return tuple((region, stage) for region, stage in stages if stage is not None)


def _reassess(life: PlanLife, alive: Collection[str]) -> Stage | None:
    latest = life.reassessments[-1] if life.reassessments else None
    if latest is None or latest.refused is None or latest.stage is not Stage.RA_REFUSED:
        return latest.stage if latest else None
    return Stage.RA_REFUSED if latest.refused.id in alive else None


def _transfer(life: PlanLife, stage: Stage) -> Stage | None:
    if life.moves and life.moves[-1].closed_on is None:
        if life.moves[-1].transferred_on is None:
            return Stage.MOVE_NOTIFIED
        if stage is Stage.CLOSED_MOVED:
            return Stage.TRANSFERRED_OUT
    latest = life.arrivals[-1] if life.arrivals else None
    if latest is None or latest.from_a_return or latest.closed_on or latest.reviewed_on:
        return None
    return Stage.TRANSFERRED_IN if latest.noticed_on else Stage.TRANSFERRED_IN_NOTICE_PENDING


def _cease(life: PlanLife, history: History, on: date, law: CeaseLimit) -> Stage | None:
    if not life.ceasings:
        return None
    stage = life.ceasings[-1].stage(ends_by_itself_on(life.ceasings[-1], history, law), on)
    ended = not history.plans or history.plans[-1].ended_on is not None
    begun_anew = history.stage not in (Stage.PLAN_MAINTAINED, Stage.CLOSED_CEASED)
    return None if stage is Stage.CEASED and (begun_anew or not ended) else stage


def _detention(life: PlanLife) -> Stage | None:
    return Stage.DETAINED if life.detentions and life.detentions[-1].released_on is None else None
