"""The plan is written and served, the family and the settings answer, and it is issued."""

from collections.abc import Mapping
from uuid import UUID

from alongside.app.actions import (
    comments,
    consultations,
    drafts,
    finals,
    happenings,
    plan_findings,
    plan_imports,
    plan_texts,
    plans,
    representations,
)
from alongside.app.actions.comments import AnswerKind, NewAnswer
from alongside.app.actions.consultations import Received
from alongside.app.actions.consultations import Reply as Given
from alongside.app.actions.finals import Placement
from alongside.app.actions.happenings import Happening
from alongside.app.actions.representations import Heard, NewComment
from alongside.app.actions.serving import Sending
from alongside.app.placing import Setting, asked_for, is_followed
from alongside.app.queries import under_way
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.core.plan.content import PlanContent
from alongside.core.plan.placement import Answer as Says
from alongside.core.plan.placement import Ground
from alongside.demo.chance import Chance
from alongside.demo.planning.story import (
    AnswerComments,
    AskForSetting,
    Comment,
    Consult,
    Issue,
    Reply,
    ServeDraft,
    Step,
    WriteDraft,
)
from alongside.demo.playing import using
from alongside.demo.playing.scene import Scene
from alongside.demo.writing import items
from alongside.demo.writing import plans as writing

GROUNDS = tuple(Ground)
REASONS = {"A.5": "passed_hope", "P5.1": "passed_copied", "B.2": "passed_together", "A.2": "passed_views"}
"""Which phrases say why a warning of a rule stays."""


def write_draft(scene: Scene, step: WriteDraft) -> None:
    """Section by section; a section that says so already is left alone."""
    at = scene.at(step)
    plans.start(scene.case_id, by=scene.owner, at=at)
    given = under_way.advice_of(scene.case_id)
    texts = writing.sections(scene.chance.stream("plan"), scene.story.child, given, step.on)
    revisions = under_way.revisions_of(scene.case_id)
    new = {section: texts[section] for section in step.sections if not revisions.get(section, 0)}
    is_under_way = not any(isinstance(each, Issue) for each in scene.story.steps)
    content = _items(scene, texts) if is_under_way else None
    if content is None:
        plan_texts.save(scene.case_id, new, revisions, by=scene.owner, at=at)
        return
    standing = under_way.items_of(scene.case_id)
    plan_imports.write(scene.case_id, items.only(content, frozenset(new), standing), by=scene.owner, at=at)


def _items(scene: Scene, texts: Mapping[PlanSection, str]) -> PlanContent | None:
    cited = under_way.cited_advice_of(scene.case_id)
    return items.content(scene.chance.stream("items"), scene.story.key, texts, cited)


def serve_draft(scene: Scene, step: ServeDraft) -> None:
    """The draft leaves, with most lines of the advice decided."""
    at = scene.at(step)
    using.decide_lines(scene, at, every=False)
    drafts.serve(scene.case_id, _sending(scene, step), by=scene.owner, at=at)
    using.object_now_and_then(scene, step)


def comment(scene: Scene, step: Comment) -> None:
    """What somebody of the family said by telephone, letter or e-mail, written down by the officer."""
    party = scene.party(step.relative)
    new = NewComment(step.section, scene.write.write("comment_text"))
    heard = Heard(party, step.channel, step.on)
    representations.record_comment(scene.case_id, new, heard, by=scene.owner, at=scene.at(step))


def ask_for_setting(scene: Scene, step: AskForSetting) -> None:
    """The family asks for a setting."""
    representations.record_setting_asked_for(
        scene.case_id, scene.world.bodies[step.setting], "", step.on, by=scene.owner, at=scene.at(step)
    )


def answer_comments(scene: Scene, step: AnswerComments) -> None:
    """Each open comment gets its answer; where the plan changes, the section says what was added."""
    at, write = scene.at(step), scene.write
    revisions = under_way.revisions_of(scene.case_id)
    for number, (comment_id, section, text) in enumerate(under_way.open_comments_of(scene.case_id)):
        if step.changed and number == 0:
            added = f"{text}\n\n{write.write(f'added_to_{section}')}"
            plans.save_section(
                scene.case_id, PlanSection(section), added, revisions[section], by=scene.owner, at=at
            )
        changed = step.changed and number == 0
        kind = AnswerKind.CHANGED if changed else AnswerKind.NOT_CHANGED
        said = write.write("answer_changed" if changed else "answer_not_changed")
        comments.answer(scene.case_id, comment_id, NewAnswer(kind, said), by=scene.owner, at=at)


def consult(scene: Scene, step: Consult) -> None:
    """Several settings are consulted at once."""
    wanted = [Setting(str(scene.world.bodies[key]), scene.world.names[key]) for key in step.settings]
    place = (
        f"From {'September' if step.on.month < 9 else 'January'} next, in the year group of the child’s age"
    )
    consultations.consult(scene.case_id, wanted, place, by=scene.owner, at=scene.at(step))


def reply(scene: Scene, step: Reply) -> None:
    """A setting replies: its own SENCO online, or by letter to the officer."""
    consultation = scene.consultation(step.setting)
    if not consultation:
        return
    chance = Chance(scene.story.key, step.setting)
    if step.can_meet:
        given = Given(Says.CAN_MEET, (), scene.write.write("reply_yes"))
    else:
        given = Given(Says.CANNOT_MEET, (chance.one(GROUNDS),), scene.write.write("reply_no"))
    staff = scene.world.holders(RoleCode.SENCO, step.setting)
    if staff:
        consultations.reply(scene.case_id, consultation, given, by=staff[0], at=scene.at(step))
        return
    received = Received(step.on, Channel.EMAIL, "The headteacher")
    consultations.record_reply(
        scene.case_id, consultation, given, received, by=scene.owner, at=scene.at(step)
    )


def issue(scene: Scene, step: Issue) -> None:
    """The final plan is issued, naming a setting or a type of one."""
    named = (
        Setting(str(scene.world.bodies[step.setting]), scene.world.names[step.setting])
        if step.setting
        else None
    )
    asked = asked_for(under_way.facts_of(scene.case_id))
    followed = not asked or (named is not None and is_followed(named, asked))
    placement = Placement(
        setting_name=named.name if named else "",
        organisation=UUID(named.organisation) if named else None,
        type_words=step.type_words,
        not_followed_because="" if followed else scene.write.write("not_followed"),
    )
    at = scene.at(step)
    using.settle_objections(scene, at)
    using.decide_lines(scene, at, every=True)
    _pass_warnings(scene, step)
    finals.issue(scene.case_id, placement, _sending(scene, step), by=scene.owner, at=at)
    _note_needs_and_place(scene, step)


def _note_needs_and_place(scene: Scene, step: Issue) -> None:
    """What the return asks of a new plan: the needs, and where the child is taught from that day."""
    child = scene.story.child
    news = [Happening(EventKind.NEED_RECORDED, step.on, {"type": need, "rank": str(rank)})
            for rank, need in enumerate(child.needs[:2] or ("OTH",), start=1)]  # fmt: skip
    key = child.school or step.setting
    organisation = {"organisation": str(scene.world.bodies[key])} if key else {"setting_code": "EHE"}
    news.append(Happening(EventKind.PLACEMENT_STARTED, step.on, {**organisation, "rank": "1"}))
    for each in news:
        happenings.record(scene.case_id, each, by=scene.owner, at=scene.at(step))


def _pass_warnings(scene: Scene, step: Issue) -> None:
    """Why each warning that the checks still give stays as it is: the same reason for all of one rule."""
    by_rule: dict[str, list[str]] = {}
    for fingerprint, rule in under_way.warnings_of(scene.case_id):
        by_rule.setdefault(rule, []).append(fingerprint)
    for rule, fingerprints in by_rule.items():
        reason = scene.write.write(REASONS.get(rule, "passed_otherwise"))
        plan_findings.pass_warnings(scene.case_id, fingerprints, reason, by=scene.owner, at=scene.at(step))


def _sending(scene: Scene, step: Step) -> Sending:
    """By e-mail to whoever agreed to it, else by first-class post."""
    by_name = under_way.parties_of(scene.case_id)
    ways = {
        by_name[who.relation, who.name]: Channel.EMAIL
        if who.agreed_to_email and who.email
        else Channel.FIRST_CLASS_POST
        for who in scene.story.family
        if who.relation != "SUPPORTER"
    }
    seen = sum(under_way.revisions_of(scene.case_id).values())
    return Sending(step.on, ways, seen)
