"""The pure data of one child's story: who the child is, the family, and each deed that shall be done, dated.

A story is planned to its end and then cut off at the day of the build, so an open case is one whose story has not
ended yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.core.case.codes import (
    AdviceKind,
    Channel,
    EventKind,
    ExceptionGround,
    PlanSection,
    RequestSource,
)

NO_DISABILITY = ("SPLD", "SEMH", "MLD", "OTH")


@dataclass(frozen=True, slots=True)
class Child:
    """A child or young person. `school` is the key of the setting attended, or empty."""

    forename: str
    surname: str
    known_as: str
    born_on: date
    sex: str
    ethnicity: str
    address: str
    postcode: str
    upn: str
    nhs_number: str
    language: str
    communicates_by: str
    school: str
    needs: tuple[str, ...]

    @property
    def upn_unknown(self) -> str:
        """Why there is no pupil number, in the codes of the return: too young for one."""
        return "" if self.upn else "UN1"

    @property
    def disability(self) -> str:
        """Whether the child has a disability, as the demo has it: by the main need."""
        return "N" if not self.needs or self.needs[0] in NO_DISABILITY else "Y"

    @property
    def short(self) -> str:
        """The name in a sentence."""
        return self.known_as or self.forename


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family. `persona` names the account that they sign in with, if they have one."""

    relation: str
    relationship: str
    name: str
    email: str
    phone: str
    address: str
    address_withheld: bool = False
    agreed_to_email: bool = True
    language: str = ""
    persona: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One deed, and the day on which it is done and typed."""

    on: date


@dataclass(frozen=True, slots=True)
class Register(Step):
    """The request is registered; it came on `received_on`."""

    received_on: date
    source: RequestSource
    channel: Channel
    requested_by: str
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class AskAgain(Register):
    """A further request in the case that the child has already."""


@dataclass(frozen=True, slots=True)
class DecideToAssess(Step):
    """The decision whether to assess. `met`: the legal test is met."""

    met: bool


@dataclass(frozen=True, slots=True)
class Chase(Step):
    """Advice is chased."""

    kind: AdviceKind


@dataclass(frozen=True, slots=True)
class Allocate(Step):
    """A named professional of the body asked takes the request on."""

    kind: AdviceKind


@dataclass(frozen=True, slots=True)
class Advise(Step):
    """Advice comes. `nothing_to_add` with a reason is an answer too."""

    kind: AdviceKind
    nothing_to_add: bool = False


@dataclass(frozen=True, slots=True)
class DecideToIssue(Step):
    """The decision whether to issue a plan."""

    met: bool


@dataclass(frozen=True, slots=True)
class WriteDraft(Step):
    """The plan is written, section by section. `sections` is how much of it, for one that is half written."""

    sections: tuple[PlanSection, ...]


@dataclass(frozen=True, slots=True)
class ServeDraft(Step):
    """The draft is served on everybody who holds the rights."""


@dataclass(frozen=True, slots=True)
class Comment(Step):
    """Somebody of the family comments on a section."""

    section: PlanSection
    relative: int
    channel: Channel


@dataclass(frozen=True, slots=True)
class AskForSetting(Step):
    """The family asks for a setting to be named."""

    setting: str


@dataclass(frozen=True, slots=True)
class AnswerComments(Step):
    """Every open comment is answered; with `changed` one section is changed first."""

    changed: bool


@dataclass(frozen=True, slots=True)
class Consult(Step):
    """Settings are consulted."""

    settings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply(Step):
    """A setting replies."""

    setting: str
    can_meet: bool


@dataclass(frozen=True, slots=True)
class Issue(Step):
    """The final plan is issued. `setting` is a key, or empty where a type is named in `type_words`."""

    setting: str
    type_words: str = ""


@dataclass(frozen=True, slots=True)
class Withdraw(Step):
    """Whoever asked takes the request back."""


@dataclass(frozen=True, slots=True)
class Reconsider(Step):
    """The authority goes back on a refusal of its own."""


@dataclass(frozen=True, slots=True)
class AskAllAdvice(Step):
    """After an order of the Tribunal everybody whom the law requires is asked."""


@dataclass(frozen=True, slots=True)
class News(Step):
    """Something happened that has no page of its own: `happened_on` may be earlier than the day it was typed."""

    kind: EventKind
    happened_on: date
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CorrectReceived(Step):
    """The day of receipt was typed wrong and is corrected."""

    to: date


@dataclass(frozen=True, slots=True)
class RecordException(Step):
    """A lawful exception to the twenty weeks is recorded."""

    ground: ExceptionGround
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class Write(Step):
    """Somebody of the family writes or rings."""

    relative: int
    channel: Channel


@dataclass(frozen=True, slots=True)
class WriteBack(Step):
    """The officer answers what somebody of the family wrote."""

    relative: int


@dataclass(frozen=True, slots=True)
class Happened(Step):
    """An event in the life of a plan. A detail written @KIND is the id of the latest event of that kind."""

    kind: EventKind
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeeParent(Step):
    """The young person, who now holds the rights, lets a parent go on seeing the case, or does not."""

    relative: int
    agreed: bool


@dataclass(frozen=True, slots=True)
class Story:
    """One child's story. `key` names its stream of chance; `steps` are in the order in which they are done.

    `persona` is set where somebody of the demo has to do with it: its papers are then printed in full.
    """

    key: str
    child: Child
    family: tuple[Relative, ...]
    steps: tuple[Step, ...]
    setting_asked: str = ""
    placement: str = ""
    persona: str = ""

    def until(self, on: date) -> "tuple[Step, ...]":
        """The steps that have been done by the end of a day."""
        return tuple(step for step in self.steps if step.on <= on)


@dataclass(frozen=True, slots=True)
class HeldPlan:
    """A plan that was made before the record begins: what is known of it, and nothing made up in between.

    `life` is what has happened to it since, its end included; `placement` the kind of placement.
    """

    key: str
    child: Child
    family: tuple[Relative, ...]
    made_on: date
    entered_on: date
    placement: str
    life: tuple[Happened, ...]
    moved_in_from: str = ""
    ceased_on: date | None = None
    cease_reason: str = ""
    birth_unknown: bool = False
