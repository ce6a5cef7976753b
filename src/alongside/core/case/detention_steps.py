"""What detention and release do to an assessment under way and to a plan that is held."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.detention_history import Detention
from alongside.core.case.events import Event
from alongside.core.case.half_plan_life import HalfPlanLife
from alongside.core.case.half_read import HalfEpisode
from alongside.core.case.history import Closed
from alongside.core.case.reader import Reader, Step


def _now(life: HalfPlanLife | None) -> Detention | None:
    """The detention that goes on."""
    found = life.detentions[-1] if life is not None and life.detentions else None
    return found if found and found.released_on is None else None


def _under_way(reader: Reader) -> HalfEpisode | None:
    """The assessment that an event about the person befalls."""
    return reader.current if reader.current is not None and reader.current.is_open else None


def _detained(reader: Reader, event: Event) -> None:
    life = reader.plan_life()
    if _now(life) is None:
        life.detentions.append(Detention(event.id, event.occurred_on))
    episode = _under_way(reader)
    if episode is not None and episode.start is not None:
        episode.detained_on = episode.detained_on or event.occurred_on
        episode.released_on = None


def _requested(reader: Reader, event: Event) -> None:
    """A request for somebody in detention runs by the Detained Persons Regulations from its first day."""
    said, told = bool(event.details.get("detained")), bool(event.details.get("rya"))
    if said and _now(reader.life) is None:
        reader.plan_life().detentions.append(Detention(event.id, event.occurred_on))
    if not (said or told or _now(reader.life) is not None):
        return
    episode = _under_way(reader)
    if episode is not None and episode.start is not None and episode.start.id == event.id:
        episode.detained_on = event.occurred_on


def _released(reader: Reader, event: Event) -> None:
    """Released. Where another authority is responsible from then on, what was begun here ends (reg 15(3))."""
    life = reader.life
    found = _now(life)
    if life is None or found is None:
        return
    same = event.details.get("same_la")
    life.detentions[-1] = found._replace(
        released=event.id,
        released_on=event.occurred_on,
        same_la=same if isinstance(same, bool) else None,
        plan_held=reader.plan_held() is not None or reader.stage is Stage.PLAN_MAINTAINED,
    )
    episode = _under_way(reader)
    if episode is None or episode.detained_on is None:
        return
    episode.released_on = event.occurred_on
    if same is False:
        reader.move(episode, Stage.CLOSED_MOVED)
        episode.closed = Closed(event.kind, event.occurred_on)


_K = EventKind
DETENTION_STEPS: Mapping[EventKind, Step] = MappingProxyType(
    {
        _K.DETAINED: _detained,
        _K.REQUEST_RECEIVED: _requested,
        _K.ATTENTION_S24: _requested,
        _K.RELEASED: _released,
    }
)
