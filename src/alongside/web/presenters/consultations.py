"""Settings consulted, in words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from alongside.app.actions.consultations import Consulted
from alongside.app.queries.consultations import (
    AskedOfUs,
    ConsultationLine,
    Consultations,
    Found,
    Outcome,
)
from alongside.core.access.permission import Permission
from alongside.core.plan.placement import Answer
from alongside.web.presenters import tags, wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.tags import Tag
from alongside.web.presenters.tasks import Task

TAGS = {
    Outcome.WAITING: Tag("Waiting for a reply", "blue"),
    Outcome.SILENT: Tag("No reply", "orange"),
    Outcome.CAN_MEET: Tag("Can meet the needs", "green"),
    Outcome.DECLINED: Tag("Declined, on a ground in law", "grey"),
    Outcome.DECLINED_ON_NO_GROUND: Tag("Declined, on no ground in law", "orange"),
}
MEANING = {
    Outcome.WAITING: "",
    Outcome.SILENT: "The 15 days have passed. Silence does not stop the authority from naming this setting.",
    Outcome.CAN_MEET: "",
    Outcome.DECLINED: "The authority weighs the reasons and decides.",
    Outcome.DECLINED_ON_NO_GROUND: (
        "The setting gave none of the grounds of section 39(4), so its reply is no reason in law against naming it. "
        "Ask it to say which ground it relies on, or decide without one."
    ),
}
TYPES = {
    "MAINSTREAM": "mainstream",
    "SPECIAL": "special",
    "INDEPENDENT_SPECIAL": "independent special",
    "FE": "further education",
    "AP": "alternative provision",
    "EARLY_YEARS": "early years",
    "PRIMARY": "primary",
    "SECONDARY": "secondary",
    "ALL_THROUGH": "all-through",
    "POST_16": "post-16",
}


@dataclass(frozen=True, slots=True)
class ConsultationCard:
    """One setting consulted, as it is shown. `record` leads to the page that records its reply."""

    title: str
    tag: Tag
    rows: tuple[tuple[str, str], ...]
    meaning: str
    record: Link | None


def cards(shown: Consultations) -> tuple[ConsultationCard, ...]:
    """Every setting consulted, with its reply."""
    records = Permission.RECORD_SETTING_REPLY in shown.head.may
    return tuple(_card(line, shown.head.case_id, records=records) for line in shown.lines)


def _card(line: ConsultationLine, case_id: UUID, *, records: bool) -> ConsultationCard:
    rows = [
        ("Consulted", wording.day(line.consulted_on)),
        ("Reply asked for by", wording.weekday_day(line.reply_due)),
    ]
    if line.is_asked_for:
        rows.append(("Asked for by the family", "Yes"))
    if line.replied_on:
        by = f", {line.replied_by}" if line.replied_by else ""
        rows.append(("Replied", f"{wording.day(line.replied_on)}{by}"))
    rows += [("Ground", ground.phrase) for ground in line.grounds]
    if line.reasons:
        rows.append(("In its own words", line.reasons))
    parts = {"case_id": case_id, "consultation": UUID(line.id)}
    record = Link(reverse("record_setting_reply", kwargs=parts), f"Record the reply of {line.setting.name}")
    return ConsultationCard(
        line.setting.name,
        TAGS[line.outcome],
        tuple(rows),
        MEANING[line.outcome],
        record if records and line.is_open else None,
    )


def prompts(shown: Consultations) -> tuple[str, ...]:
    """Settings that the family asked for and nobody has consulted."""
    return tuple(
        f"The family asked for {asked.setting.name} on {wording.day(asked.on)}. It has not been consulted. The "
        "authority must consult it before it decides (Children and Families Act 2014 section 39(2))."
        for asked in shown.not_consulted
    )


def tasks(asked: tuple[AskedOfUs, ...], today: date) -> tuple[Task, ...]:
    """What a setting still has to answer."""
    return tuple(_task(one, today) for one in asked if one.replied_on is None)


def _task(one: AskedOfUs, today: date) -> Task:
    href = reverse("reply_to_consultation", kwargs={"case_id": one.case_id, "consultation": one.id})
    due = f"{wording.day(one.reply_due)}, {wording.from_today(one.reply_due, today)}" if one.reply_due else ""
    hint = f"{one.setting_name} was consulted on {wording.day(one.consulted_on)}"
    return Task(f"Reply about a place for {one.child}", href, hint, tags.of_due(one.reply_due, on=today), due)


def answered(asked: tuple[AskedOfUs, ...]) -> tuple[tuple[str, str], ...]:
    """What a setting has answered: (child, what and when)."""
    words = {Answer.CAN_MEET: "You said that you can meet the needs", Answer.CANNOT_MEET: "You declined"}
    return tuple(
        (one.child, f"{words.get(Answer(one.answer), 'Answered')}, {wording.day(one.replied_on)}")
        for one in asked
        if one.replied_on is not None
    )


def choices(found: tuple[Found, ...]) -> list[tuple[str, str]]:
    """Settings found, as options: the name and what kind of setting it is."""
    return [(str(one.id), _with_kind(one)) for one in found]


def _with_kind(one: Found) -> str:
    kind = ", ".join(TYPES[code] for code in one.about if code in TYPES)
    return f"{one.name} ({kind})" if kind else one.name


def may(shown: Consultations) -> bool:
    """True where this person can consult a setting now: there is a draft to send, and the law lets them."""
    return shown.draft is not None and Permission.CONSULT_SETTING in shown.head.may


def to_choose(shown: Consultations, found: tuple[Found, ...]) -> list[tuple[str, str]]:
    """Settings to tick: those that the family asked for and nobody consulted, then those searched for."""
    options = {
        asked.setting.organisation: f"{asked.setting.name}: asked for by the family"
        for asked in shown.not_consulted
        if asked.setting.organisation
    }
    for ident, name in choices(found):
        options.setdefault(ident, name)
    return list(options.items())


def ticked(shown: Consultations) -> list[str]:
    """What is ticked to begin with: what the family asked for."""
    return [asked.setting.organisation for asked in shown.not_consulted if asked.setting.organisation]


def consulted(asked: tuple[Consulted, ...]) -> str:
    """The sentence after settings were consulted, with those whose letter must be posted."""
    names = wording.sentence_list(one.setting_name for one in asked)
    post = [one.setting_name for one in asked if not one.is_told]
    done = f"{names} {'has' if len(asked) == 1 else 'have'} been consulted. Replies are asked for by "
    done += f"{wording.weekday_day(asked[0].reply_by)}."
    if post:
        done += f" Print and post the letter to {wording.sentence_list(post)}: it is under Documents."
    return done
