"""The writer decides on each line of the advice; now and then its author objects, which is settled before the end."""

from datetime import datetime

from alongside.app.actions import line_uses, objections
from alongside.app.actions.objections import NewObjection
from alongside.app.queries import under_way
from alongside.app.queries.under_way import UndecidedLine
from alongside.core.access.role import RoleCode
from alongside.core.advice.using import Decision, Outcome
from alongside.core.case import episodes
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.demo.chance import Chance
from alongside.demo.planning.story import ServeDraft
from alongside.demo.playing.scene import Scene
from alongside.demo.writing import profile
from alongside.demo.writing.grammar import Writer

BY_THE_DRAFT, USED = 0.85, 0.8
"""How many lines are decided when the draft goes out, and how many of them are used."""
OBJECTS, WITHDRAWS = 0.06, 0.7
LEAST_WORDS = 4


def decide_lines(scene: Scene, at: datetime, *, every: bool) -> None:
    """Decide on the lines that are open: all of them before the final plan, most of them before a draft."""
    chance = scene.chance.stream("uses", at.date())
    write = profile.writer(chance.stream("words"), scene.story.child)
    texts = under_way.texts_of(scene.case_id)
    decisions = {
        line.id: _decision(chance, write, line, texts.get(line.section, ""))
        for line in under_way.undecided_lines_of(scene.case_id)
        if every or chance.yes(BY_THE_DRAFT)
    }
    if decisions:
        line_uses.decide(scene.case_id, decisions, by=scene.owner, at=at)


def _decision(chance: Chance, write: Writer, line: UndecidedLine, text: str) -> Decision:
    """Used where the plan says something near it; each paragraph is measured by the words that it shares."""
    said = set(line.words.lower().split())
    paragraphs = [part for part in text.split("\n\n") if len(part.split()) >= LEAST_WORDS]
    best = max(paragraphs, key=lambda part: len(said & set(part.lower().split())), default="")
    if best and chance.yes(USED):
        return Decision(Outcome.USED, PlanSection(line.section), best)
    return Decision(Outcome.NOT_USED, reason=write.write("not_used_because"))


def object_now_and_then(scene: Scene, step: ServeDraft) -> None:
    """The psychologist says that the draft does not represent their advice."""
    chance = Chance(scene.story.key, "objection", step.on)
    adviser = scene.adviser(AdviceKind.PSYCHOLOGICAL)
    if adviser is None or not chance.yes(OBJECTS):
        return
    told = episodes.episodes(under_way.facts_of(scene.case_id))
    mine = [
        request
        for request in told[-1].advice
        if request.asked == str(adviser.account) and request.received_on and not request.nothing_to_add
    ]
    if mine:
        words = profile.writer(chance, scene.story.child).write("objection_words")
        objections.make(scene.case_id, mine[-1].id, NewObjection(words), by=adviser, at=scene.at(step))


def settle_objections(scene: Scene, at: datetime) -> None:
    """Before the final plan: most are withdrawn after a talk, some are overridden by the manager."""
    adviser = scene.adviser(AdviceKind.PSYCHOLOGICAL)
    for objection in under_way.open_objections_of(scene.case_id):
        chance = Chance(scene.story.key, "settled", at.date())
        manager = scene.world.holders(RoleCode.SEND_MANAGER)[0]
        if adviser is not None and chance.yes(WITHDRAWS):
            objections.withdraw(scene.case_id, objection, by=adviser, at=at)
        else:
            reason = profile.writer(chance, scene.story.child).write("override_reason")
            objections.override(scene.case_id, objection, reason, by=manager, at=at)
