"""What reaches the service from outside, and what is put right: disputes, moves, corrections, exceptions, reviews."""

from alongside.app.actions import corrections, earlier, exceptions, happenings, messages, parties, requests
from alongside.app.actions.corrections import Correction
from alongside.app.actions.exceptions import NewException
from alongside.app.actions.happenings import Happening
from alongside.app.actions.messages import Logged
from alongside.app.queries import under_way
from alongside.core.access.relations import ParentSight
from alongside.core.case.codes import EventKind
from alongside.demo.planning.story import (
    AskAgain,
    CorrectReceived,
    News,
    RecordException,
    SeeParent,
    Write,
    WriteBack,
)
from alongside.demo.planning.years import DAY
from alongside.demo.playing import opening
from alongside.demo.playing.scene import Scene

WRONG_DAY = "The date stamp on the letter shows that it came earlier."


def happened(scene: Scene, step: News) -> None:
    """News is recorded."""
    details = earlier.meant(step.details, under_way.facts_of(scene.case_id))
    happening = Happening(step.kind, step.happened_on, details)
    happenings.record(scene.case_id, happening, by=scene.owner, at=scene.at(step))


def ask_again(scene: Scene, step: AskAgain) -> None:
    """A further request in the same case."""
    requests.record_received(scene.case_id, opening.new_request(step), by=scene.owner, at=scene.at(step))


def correct_received(scene: Scene, step: CorrectReceived) -> None:
    """The day of receipt of the latest request is put right."""
    events = under_way.facts_of(scene.case_id).events
    wrong = next(event for event in reversed(events) if event.kind is EventKind.REQUEST_RECEIVED)
    right = Correction(step.to, WRONG_DAY)
    corrections.correct(scene.case_id, wrong.id, right, by=scene.owner, at=scene.at(step))


def record_exception(scene: Scene, step: RecordException) -> None:
    """A lawful exception to the twenty weeks, with its reason and its evidence, after the family was told."""
    new = NewException(
        ground=step.ground,
        limits=("A06",),
        impractical_because="The child was abroad for more than four weeks and could not be seen by anybody.",
        evidence="The family’s letter with the days of travel",
        told_family_on=step.on - 1 * DAY,
        review_on=step.on + 28 * DAY,
        facts="The family was away from the area to care for a relative.",
        absent_from=step.from_on,
        absent_to=step.to_on,
    )
    exceptions.record(scene.case_id, new, by=scene.owner, at=scene.at(step))


def see_parent(scene: Scene, step: SeeParent) -> None:
    """The young person tells the officer what a parent may go on seeing."""
    party = scene.party(step.relative)
    sight = ParentSight.AGREED if step.agreed else ParentSight.REFUSED
    parties.record_parent_sight(scene.case_id, party, sight, by=scene.owner, at=scene.at(step))


def write(scene: Scene, step: Write) -> None:
    """Somebody of the family writes here, or an officer puts into their thread what came another way."""
    who, at, text = scene.relative(step.relative), scene.at(step), scene.write.write("message_family")
    if who.persona:
        messages.send(scene.case_id, text, by=scene.world.visitor(who.persona, at=at), at=at)
        return
    party = scene.party(step.relative)
    logged = Logged(text, step.channel, step.on)
    messages.record(scene.case_id, party, logged, by=scene.owner, at=at)


def write_back(scene: Scene, step: WriteBack) -> None:
    """The officer answers."""
    party = scene.party(step.relative)
    text = scene.write.write("message_answer")
    messages.reply(scene.case_id, party, text, by=scene.owner, at=scene.at(step))
