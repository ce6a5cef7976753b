"""The authority decides whether to assess; advisers are reminded, take requests on and answer."""

from alongside.app.actions import (
    advice,
    advice_answers,
    advice_family,
    advice_records,
    decisions,
    endings,
    happenings,
)
from alongside.app.actions.advice import Asked
from alongside.app.actions.advice_answers import Answer
from alongside.app.actions.advice_drafts import Written
from alongside.app.actions.happenings import Happening
from alongside.app.queries import under_way
from alongside.core.access.relations import rights_pass_on
from alongside.core.case import required_advice
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.law import legal_tests
from alongside.core.law.legal_tests import Answer as Limb
from alongside.demo.planning import names
from alongside.demo.planning.places import BY_KIND
from alongside.demo.planning.story import (
    Advise,
    Allocate,
    AskAllAdvice,
    Chase,
    DecideToAssess,
    DecideToIssue,
    Reconsider,
    Withdraw,
)
from alongside.demo.playing.scene import Scene
from alongside.demo.writing import advice as writing

FAMILY = AdviceKind.PARENT_OR_YOUNG_PERSON
SENSORY = frozenset({"HI", "VI", "MSI"})
POST = {AdviceKind.EDUCATIONAL: "SENCO", AdviceKind.MEDICAL: "Community paediatrician"}


def decide_to_assess(scene: Scene, step: DecideToAssess) -> None:
    """Both limbs with reasons and evidence. A refusal fails on the second."""
    write = scene.write
    necessary = "panel_necessary" if step.met else "panel_not_necessary"
    needs, provision = legal_tests.TO_ASSESS
    answers = [
        Limb(needs, True, write.write("panel_need"), write.write("panel_evidence")),
        Limb(provision, step.met, write.write(necessary), write.write("panel_evidence")),
    ]
    support = "" if step.met else write.write("support_now")
    decisions.decide_whether_to_assess(
        scene.case_id, answers, support_now=support, by=scene.owner, at=scene.at(step)
    )
    if not step.met:
        _note_need(scene, step)


def _note_need(scene: Scene, step: DecideToAssess | DecideToIssue) -> None:
    """Who gets no plan is helped at school: the need is noted, for the inspection's list of those on SEN support.

    Not those for which the law asks more advice of an assessment: an appeal may still bring one.
    """
    need = next(iter(scene.story.child.needs), "OTH")
    if need not in SENSORY:
        details = {"type": need, "rank": "1"}
        news = Happening(EventKind.NEED_RECORDED, step.on, details)
        happenings.record(scene.case_id, news, by=scene.owner, at=scene.at(step))


def decide_to_issue(scene: Scene, step: DecideToIssue) -> None:
    """The one limb of the second test."""
    write = scene.write
    reasons = write.write("panel_plan" if step.met else "panel_no_plan")
    answers = [Limb(legal_tests.TO_ISSUE[0], step.met, reasons, write.write("panel_evidence"))]
    support = "" if step.met else write.write("support_now")
    decisions.decide_whether_to_issue(
        scene.case_id, answers, support_now=support, by=scene.owner, at=scene.at(step)
    )
    if not step.met:
        _note_need(scene, step)


def chase(scene: Scene, step: Chase) -> None:
    """A reminder, where the advice is still out."""
    request = scene.request(step.kind)
    if request is not None:
        advice.chase(scene.case_id, request.id, by=scene.owner, at=scene.at(step))


def allocate(scene: Scene, step: Allocate) -> None:
    """Somebody of the body that was asked takes the request on."""
    request, adviser = scene.request(step.kind), scene.adviser(step.kind)
    if request is not None and adviser is not None:
        advice_answers.take(scene.case_id, request.id, by=adviser, at=scene.at(step))


def advise(scene: Scene, step: Advise) -> None:
    """Advice comes: from its author where they have an account, else recorded by the officer whom it reached."""
    request = scene.request(step.kind)
    if request is None:
        return
    if step.kind is FAMILY and any(who.persona and who.relation != "SUPPORTER" for who in scene.story.family):
        _family_advises(scene, step)
        return
    answer = _answer(scene, step)
    adviser = scene.adviser(step.kind)
    if adviser is not None and (not request.asked or request.asked == str(adviser.account)):
        advice_answers.answer(scene.case_id, request.id, answer, by=adviser, at=scene.at(step))
        return
    advice_records.record(scene.case_id, request.id, answer, step.on, by=scene.owner, at=scene.at(step))


def _family_advises(scene: Scene, step: Advise) -> None:
    """Whoever of the family has an account and holds the rights writes it themselves."""
    holder = next(
        who for who in scene.story.family
        if who.persona and who.relation == ("YOUNG_PERSON" if _is_young(scene, step) else "PARENT")
    )  # fmt: skip
    form = writing.form_of(scene.chance, scene.story.child, FAMILY, young=_is_young(scene, step))
    answers = writing.answers(scene.chance, scene.story.child, form, step.on)
    written = Written(form.code, answers, 0)
    at = scene.at(step)
    advice_family.send(scene.case_id, written, by=scene.world.visitor(holder.persona, at=at), at=at)


def _is_young(scene: Scene, step: Advise) -> bool:
    return step.on >= rights_pass_on(scene.story.child.born_on)


def _answer(scene: Scene, step: Advise) -> Answer:
    child = scene.story.child
    adviser = scene.adviser(step.kind)
    name = "" if adviser is not None else _author(scene, step)
    if step.nothing_to_add:
        why = writing.nothing(scene.chance.stream("nothing", step.kind), child, step.kind)
        return Answer(nothing_to_add_because=why, author_name=name, author_post=POST.get(step.kind, ""))
    form = writing.form_of(scene.chance, child, step.kind, young=_is_young(scene, step))
    answers = writing.answers(scene.chance, child, form, step.on)
    return Answer(
        form.code, answers, author_name=name, author_post=answers.get("post", ""), written_on=step.on
    )


def _author(scene: Scene, step: Advise) -> str:
    if step.kind is FAMILY:
        young = [who.name for who in scene.story.family if who.relation == "YOUNG_PERSON"]
        return young[0] if young and _is_young(scene, step) else scene.story.family[0].name
    return f"{names.adult(scene.chance, woman=scene.chance.yes(0.7))} {scene.chance.one(names.words('surnames'))}"


def withdraw(scene: Scene, step: Withdraw) -> None:
    """Whoever asked takes the request back, by telephone or letter."""
    endings.withdraw(
        scene.case_id,
        withdrawn_by=scene.story.family[0].name,
        reason=scene.write.write("withdrawn_reason"),
        may_still_need_plan=False,
        by=scene.owner,
        at=scene.at(step),
    )


def reconsider(scene: Scene, step: Reconsider) -> None:
    """The authority goes back on its refusal."""
    reason = scene.write.write("reconsider_reason")
    endings.reconsider(scene.case_id, reason=reason, by=scene.owner, at=scene.at(step))


def ask_all(scene: Scene, step: AskAllAdvice) -> None:
    """After an order everybody whom the law requires is asked, each by name."""
    child = scene.story.child
    for kind in required_advice.kinds_required(under_way.facts_of(scene.case_id), on=step.on):
        if scene.request(kind) is not None:
            continue
        key = child.school if kind is AdviceKind.EDUCATIONAL else BY_KIND.get(kind, "")
        asked = (
            Asked(kind, scene.world.names[key], scene.world.bodies[key])
            if key
            else Asked(kind, advice.UNNAMED.get(kind, advice.FAMILY_NAME))
        )
        advice.ask(scene.case_id, asked, by=scene.owner, at=scene.at(step))
