"""One story on the stage: the case it has, who acts, at which moment, and what later steps must know."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from alongside.app.actor import Actor
from alongside.app.queries import under_way
from alongside.core.access.role import RoleCode
from alongside.core.case import episodes
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.history import AdviceRequest
from alongside.demo.chance import Chance
from alongside.demo.planning.story import Relative, Step, Story
from alongside.demo.playing.world import World, moment
from alongside.demo.writing import profile
from alongside.demo.writing.grammar import Writer

MINUTES_APART = 11
ADVISERS = {
    AdviceKind.PSYCHOLOGICAL: (RoleCode.EDUCATIONAL_PSYCHOLOGIST, "psychology"),
    AdviceKind.MEDICAL: (RoleCode.HEALTH_ADVISER, "trust"),
    AdviceKind.SOCIAL_CARE: (RoleCode.SOCIAL_CARE_ADVISER, "care"),
    AdviceKind.PREPARING_FOR_ADULTHOOD: (RoleCode.SOCIAL_CARE_ADVISER, "adulthood"),
    AdviceKind.SENSORY: (RoleCode.HEALTH_ADVISER, "sensory"),
}


@dataclass(slots=True)
class Scene:
    """The story as far as it has been played."""

    world: World
    story: Story
    chance: Chance
    case_id: UUID
    owner: Actor
    asked_for: str = ""
    _today: tuple[date, int] = field(default=(date.min, 0))
    _writer: Writer | None = None

    @classmethod
    def of(cls, world: World, story: Story, case_id: UUID, owner: UUID) -> "Scene":
        """The stage of a case that has been registered."""
        return cls(world, story, Chance(world.seed, story.key, "played"), case_id, world.actors[owner])

    @property
    def write(self) -> Writer:
        """Who writes in this story."""
        if self._writer is None:
            self._writer = profile.writer(self.chance.stream("words"), self.story.child)
        return self._writer

    def at(self, step: Step) -> datetime:
        """The moment of a deed: some minutes after the one before it on the same day."""
        day, count = self._today
        count = count + 1 if day == step.on else 1
        self._today = (step.on, count)
        return moment(step.on, count * MINUTES_APART)

    def relative(self, number: int) -> Relative:
        """Somebody of the family."""
        return self.story.family[min(number, len(self.story.family) - 1)]

    def party(self, number: int) -> UUID:
        """The row of somebody of the family."""
        who = self.relative(number)
        return under_way.parties_of(self.case_id)[who.relation, who.name]

    def request(self, kind: AdviceKind) -> AdviceRequest | None:
        """The open request for a kind of advice in the latest episode."""
        told = episodes.episodes(under_way.facts_of(self.case_id))
        open_ones = [r for r in told[-1].advice if r.is_open and r.kind is kind] if told else []
        return open_ones[-1] if open_ones else None

    def consultation(self, setting: str) -> str:
        """The id of the consultation of a setting that has not replied; empty where there is none."""
        replied = set()
        found = ""
        for event in under_way.facts_of(self.case_id).events:
            if (
                event.kind is EventKind.SETTING_CONSULTED
                and event.details["setting_name"] == self.world.names[setting]
            ):
                found = event.id
            elif event.kind is EventKind.SETTING_REPLIED:
                replied.add(event.details["consultation"])
        return "" if found in replied else found

    def adviser(self, kind: AdviceKind) -> Actor | None:
        """Somebody who answers for the body asked, always the same one in a story."""
        if kind is AdviceKind.EDUCATIONAL:
            staff = self.world.holders(RoleCode.SENCO, self.story.child.school)
        else:
            staff = self.world.holders(*ADVISERS[kind]) if kind in ADVISERS else ()
        return Chance(self.story.key, kind).one(staff) if staff else None
