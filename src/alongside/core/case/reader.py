"""The reader of a chronology: what has been read so far, and the few moves that every step is made of."""

from collections.abc import Callable
from datetime import date
from functools import partial

from alongside.core.case import details_reading as detail
from alongside.core.case.codes import Stage
from alongside.core.case.events import Event
from alongside.core.case.half_disputes import HalfDispute, HalfOutcome
from alongside.core.case.half_plan_life import HalfPlanLife
from alongside.core.case.half_read import OPEN, Answers, HalfEpisode, consultation_of
from alongside.core.case.history import Decision, History, Start
from alongside.core.case.review_half_read import HalfPlan

REFUSED = frozenset({Stage.REFUSED_TO_ASSESS, Stage.REFUSED_TO_ISSUE})


class Reader:
    """What has been read so far."""

    __slots__ = (
        "answers",
        "born_on",
        "current",
        "died_on",
        "disputes",
        "episodes",
        "life",
        "named",
        "outcomes",
        "plans",
        "stage",
    )

    def __init__(self, born_on: date | None = None) -> None:
        self.stage = Stage.NONE
        self.episodes: list[HalfEpisode] = []
        self.named: dict[str, HalfEpisode] = {}
        self.current: HalfEpisode | None = None
        self.disputes: list[HalfDispute] = []
        self.outcomes: list[HalfOutcome] = []
        self.plans: list[HalfPlan] = []
        self.answers = Answers()
        self.died_on: date | None = None
        self.life: HalfPlanLife | None = None
        self.born_on = born_on

    def whole(self) -> History:
        """All that was read, frozen."""
        consulted = partial(consultation_of, answers=self.answers)
        return History(
            self._stands(),
            tuple([episode.whole(self.answers) for episode in self.episodes]),
            tuple([dispute.whole() for dispute in self.disputes]),
            tuple([plan.whole(consulted) for plan in self.plans]),
            self.died_on,
            self.life.whole(self.answers) if self.life is not None else None,
            self.born_on,
        )

    def _stands(self) -> Stage:
        """Where the case stands: with its latest episode, or with an earlier one that is still open."""
        if self.died_on is None and self.stage not in OPEN and len(self.episodes) > 1:
            return next((e.stage for e in reversed(self.episodes) if e.is_open), self.stage)
        return self.stage

    def begin(self, event: Event, start: Start | None) -> HalfEpisode:
        """A new episode; without a start where the chronology begins in the middle."""
        stage = Stage.REQUEST_OPEN if start else self.stage
        self.current = HalfEpisode(event.id, len(self.episodes) + 1, start, stage)
        self.episodes.append(self.current)
        self.named |= dict.fromkeys((event.id, *event.stands_for), self.current)
        self.stage = stage
        return self.current

    def meant(self, event: Event) -> HalfEpisode | None:
        """The episode that an event names, as returns with several requests do; else the latest one."""
        return self.named.get(event.details.get("episode", "")) or self.current

    def at_work(self, event: Event) -> HalfEpisode:
        """The episode that an event belongs to; one whose start is not recorded where there is none."""
        work = self.life.work if self.life is not None else None
        if work is not None and (self.current is None or not self.current.is_open):
            return self.named.get(event.details.get("episode", "")) or work
        return self.meant(event) or self.begin(event, None)

    def plan_life(self) -> HalfPlanLife:
        """What befalls the plan besides its reviews, begun where nothing has yet."""
        self.life = self.life or HalfPlanLife()
        return self.life

    def move(self, episode: HalfEpisode, stage: Stage) -> None:
        """The episode stands there now, and the case with it, if it is the latest."""
        if episode.closed is None and episode.final is None:
            episode.stage = stage
            if episode is self.current:
                self.stage = stage

    def plan_held(self) -> HalfPlan | None:
        """The plan that is held now, if there is one."""
        return self.plans[-1] if self.plans and self.plans[-1].ended_on is None else None

    def dispute(self, event: Event, *, appealed: bool = False) -> HalfDispute | None:
        """The dispute that an event names; else the latest one not decided, under appeal first if so asked."""
        alive = [each for each in reversed(self.disputes) if each.ended_on is None]
        found = self._dispute_named(event, alive)
        if found is None and appealed:
            found = next((each for each in alive if each.under_appeal), None)
        return found or next(iter(alive), None)

    def decided(self, event: Event) -> HalfDispute | None:
        """The dispute that an event after a hearing is about: as named, else the latest heard or decided."""
        named = self._dispute_named(event, self.disputes)
        heard = [each for each in self.disputes if each.ended_on is not None or each.stage is Stage.HEARD]
        return named or next(reversed(heard), None)

    def _dispute_named(self, event: Event, among: list[HalfDispute]) -> HalfDispute | None:
        name = event.details.get("dispute")
        return next((each for each in among if each.id == name), None) if name else None

    def open_dispute(self, decision: Decision) -> None:
        """An appealable decision was sent."""
        dispute = HalfDispute(decision.id, decision.kind, decision.on, decision.letter_dated_on)
        dispute.undated = decision.undated
        self.disputes.append(dispute)


def decision_of(event: Event) -> Decision:
    """The decision that an event tells of, dated by its notice."""
    if not event.details:
        return Decision(event.id, event.kind, event.occurred_on)
    return Decision(
        event.id,
        event.kind,
        detail.day(event, "notified_on") or event.occurred_on,
        detail.day(event, "letter_dated_on"),
        detail.day(event, "others_notified_on"),
        detail.undated(event),
    )


Step = Callable[[Reader, Event], None]
