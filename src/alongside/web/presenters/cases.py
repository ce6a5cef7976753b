"""One case in words: where it stands, the twenty weeks, what is owed and why, who has looked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from alongside.app.queries.cases import Overview, Waiting
from alongside.app.queries.looks import Look
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind, Stage
from alongside.core.law import work
from alongside.core.law.duty import Deadline
from alongside.web.presenters import deadlines, happenings, rules, stages, tags, twenty_weeks, wording
from alongside.web.presenters.deadlines import Card
from alongside.web.presenters.tables import Column
from alongside.web.presenters.tags import Tag
from alongside.web.presenters.twenty_weeks import Step

HOLDS_A_PLAN = frozenset({Stage.PLAN_MAINTAINED, Stage.CLOSED_CEASED})
"""Where the twenty weeks are over: their line is not drawn any more."""
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "assessment": "The assessment and the plan",
        "year": "The plan’s year",
        "disagreement": "A disagreement",
        "other": "Moving, ceasing, other",
    }
)
PART_OF: Mapping[work.Area, str] = MappingProxyType(
    {
        work.Area.ASSESS: "assessment",
        work.Area.REVIEW: "year",
        work.Area.PHASE_TRANSFER: "year",
        work.Area.DISPUTE: "disagreement",
    }
)
ASKED = frozenset({"A04", "A08"})
"""Rules whose duty falls on somebody who was asked by name."""
DEEDS = {
    Permission.BREAK_GLASS.value: "Opened the case in an emergency, for one hour",
    "EMERGENCY_OPENED": "Gave the reason for the emergency; somebody else was told",
    "PUT_INTO_SAMPLE": "Put the case into an inspection sample",
    "TAKEN_OUT_OF_SAMPLE": "Took the case out of an inspection sample",
}
"""Deeds of the ledger that their codes do not say well."""
LOOK_COLUMNS = (Column("When"), Column("Who", is_header=True), Column("What they did"))


def stands(shown: Overview) -> tuple[str, str]:
    """Where the case stands, and what is late in it, each as a sentence; the second may be empty."""
    late = [duty for duty in shown.live if duty.days_late and duty.met_on is None]
    if not late:
        return stages.SENTENCE[shown.head.stage], ""
    first = max(late, key=lambda duty: duty.days_late)
    more = (
        f" {wording.capital(wording.plural(len(late) - 1, 'more date'))} passed too." if len(late) > 1 else ""
    )
    days = wording.weeks_and_days(first.days_late)
    return stages.SENTENCE[shown.head.stage], f"{first.title}: {days} late.{more}"


def steps(shown: Overview) -> tuple[Step, ...]:
    """The line of the twenty weeks of the latest request, if there was one."""
    if shown.episode is None or shown.head.stage in HOLDS_A_PLAN:
        return ()
    return twenty_weeks.line(shown.episode, shown.duties, on=shown.head.today)


class Group(NamedTuple):
    """The duties of one part of a case's life. `id` is unique on the page."""

    id: str
    title: str
    cards: list[Card]


def regions(shown: Overview) -> list[tuple[str, str]]:
    """Where each region that is not at rest stands, in one line: (its name, a sentence)."""
    found = [(stages.REGIONS[region], stages.SENTENCE[stage]) for region, stage in shown.regions]
    return list(dict.fromkeys(found))


def owed(shown: Overview) -> list[Group]:
    """What somebody still has to do, by the legal date, part by part."""
    found: dict[str, list[Card]] = {title: [] for title in GROUPS.values()}
    asked = _asked(shown)
    for duty in shown.live:
        found[group_of(duty.rule)].append(_card(duty, asked, shown.head.today))
    ids = {title: ident for ident, title in GROUPS.items()}
    return [Group(ids[title], title, cards) for title, cards in found.items() if cards]


def group_of(rule: str) -> str:
    """The part of a case's life that a rule belongs to. Detained persons are assessed by rules of their own."""
    area = work.AREA_OF[rules.base(rule, work.AREA_OF)]
    if area is work.Area.DETENTION and rule != "D07":
        return GROUPS["assessment"]
    return GROUPS[PART_OF.get(area, "other")]


def done(shown: Overview) -> list[Card]:
    """What was done, late or not, and what fell away."""
    asked = _asked(shown)
    return [_card(duty, asked, shown.head.today) for duty in shown.done]


def _card(duty: Deadline, asked: Mapping[str, str], on: date) -> Card:
    """The card of a duty; where a body or a setting was asked, it says which."""
    made = deadlines.card(duty, on=on)
    whom = asked.get(duty.subject, "")
    return replace(made, bearer=f"{whom} must do this.") if whom and duty.rule in ASKED else made


def _asked(shown: Overview) -> dict[str, str]:
    if shown.episode is None:
        return {}
    names = {one.id: one.asked_name for one in shown.episode.advice}
    return names | {one.id: one.setting_name for one in shown.episode.consultations}


@dataclass(frozen=True, slots=True)
class Awaited:
    """Somebody whose answer is still to come."""

    whom: str
    what: str
    tag: Tag
    when: str


def waiting(shown: Overview) -> list[Awaited]:
    """Whose answer is still to come, the earliest due first."""
    today = shown.head.today
    ordered = sorted(shown.waiting, key=lambda one: (one.due is None, one.due or today, one.whom))
    return [_awaited(one, today) for one in ordered]


def _awaited(one: Waiting, on: date) -> Awaited:
    reply = one.what == "CONSULTATION"
    what = "reply about naming the setting" if reply else f"{happenings.code_words(one.what)} advice"
    when = f"due {wording.day(one.due)}" if one.due else "no date set in law"
    return Awaited(
        one.whom or wording.capital(what), wording.capital(what), tags.of_due(one.due, on=on), when
    )


def look(entry: Look) -> tuple[str, str, str]:
    """One line of the ledger: when, who, what."""
    what = deed(entry.deed)
    return wording.moment(entry.at), entry.who, f"{what}, in an emergency" if entry.in_emergency else what


def deed(code: str) -> str:
    """A deed of the ledger in words."""
    if code in DEEDS:
        return DEEDS[code]
    if code in Permission.__members__:
        return f"{'Opened' if code.startswith('SEE_') else 'Acted'} to {Permission[code].phrase}"
    if code in EventKind.__members__:
        return f"Recorded: {happenings.TITLES[EventKind(code)]}"
    return wording.capital(happenings.code_words(code))
