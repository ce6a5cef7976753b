"""From the last advice to the final plan: the decision, the draft, the family's days, the schools, the name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.core.case.codes import Channel, PlanSection
from alongside.demo.chance import Chance
from alongside.demo.planning import places, shares, years
from alongside.demo.planning.places import Place
from alongside.demo.planning.story import (
    AnswerComments,
    AskForSetting,
    Child,
    Comment,
    Consult,
    DecideToIssue,
    Issue,
    Relative,
    Reply,
    ServeDraft,
    Step,
    WriteDraft,
)
from alongside.demo.planning.years import DAY, Order

FIFTEEN = timedelta(days=15)
POST_DAYS = 2
"""Working days in which first-class post counts as having arrived."""
LONGEST_WAIT = timedelta(days=20)
"""For the reply of the setting that will be named."""
HURRIED, HURRIED_WITHIN = 0.6, timedelta(days=8)
"""How often a plan that would come a few days late is issued on the last day instead."""
COMMENTS = 0.62
"""How often a family comments on the draft."""
ASKS_FOR_SETTING = 0.7
WRITTEN = tuple(section for section in PlanSection if section is not PlanSection.I)
COMMENTED = (
    PlanSection.A,
    PlanSection.B,
    PlanSection.B,
    PlanSection.E,
    PlanSection.F,
    PlanSection.F,
    PlanSection.G,
)
PLACEMENT_OF_NEED = {
    "SLD": {"SPECIAL": 0.85, "MAINSTREAM": 0.1, "INDEPENDENT_SPECIAL": 0.05},
    "PMLD": {"SPECIAL": 0.95, "INDEPENDENT_SPECIAL": 0.05},
    "SEMH": {"MAINSTREAM": 0.62, "SPECIAL": 0.2, "INDEPENDENT_SPECIAL": 0.15, "AP": 0.03},
    "ASD": {"MAINSTREAM": 0.66, "BASE": 0.05, "SPECIAL": 0.19, "INDEPENDENT_SPECIAL": 0.10},
}
USUALLY = {"MAINSTREAM": 0.84, "BASE": 0.04, "SPECIAL": 0.10, "INDEPENDENT_SPECIAL": 0.02}


@dataclass(frozen=True, slots=True)
class Case:
    """What drafting needs of a case: who, the day that all advice was there, and how many of them came late.

    `limit_on` is the last day of the twenty weeks.
    """

    order: Order
    child: Child
    limit_on: date
    family: tuple[Relative, ...]
    schools: tuple[Place, ...]
    complete_on: date
    late: int


@dataclass(frozen=True, slots=True)
class Drafted:
    """The steps to the final plan, the setting named and the one that the family asked for."""

    steps: tuple[Step, ...]
    placement: str
    asked: str


def panel_on(chance: Chance, order: Order, complete_on: date) -> date:
    """The day on which it is decided whether to issue: within a week, or two where papers were missing."""
    wait = timedelta(days=chance.whole(0, 7) + (7 if chance.yes(shares.PANEL_DEFERRED) else 0))
    return years.working_day(complete_on + wait, order.calendar)


def drafted(chance: Chance, case: Case) -> Drafted:
    """Everything from the decision to issue to the final plan."""
    order = case.order
    decided_on = panel_on(chance, order, case.complete_on)
    written_on = decided_on + chance.lognormal_weeks(1.2, 0.4)
    if case.late >= 2:
        written_on += timedelta(weeks=1)
    if chance.yes(shares.DRAFT_REWRITTEN):
        written_on += timedelta(weeks=1)
    served_on = years.working_day(written_on, order.calendar)
    begun_on = years.working_day(decided_on + DAY, order.calendar)
    half = WRITTEN[: chance.whole(2, 6)]
    steps: list[Step] = [DecideToIssue(decided_on, met=True)]
    if begun_on <= order.on < served_on:  # a draft that is half written today
        steps.append(WriteDraft(begun_on, half))
    steps += [WriteDraft(served_on, WRITTEN), ServeDraft(served_on)]
    days_end = _arrives(case, served_on) + FIFTEEN
    kind, asked, named = _settings(chance, case, served_on)
    said, said_until = _family_says(chance, case, served_on, asked)
    consulted, replied_by = _consultations(chance, case, (named, asked, kind), served_on)
    earliest = max(days_end, said_until + DAY)
    final_on = years.working_day(
        max(earliest, replied_by) + _naming(chance, kind, named, asked), order.calendar
    )
    hurried_on = years.working_day_before(case.limit_on, order.calendar)
    a_little_late = case.limit_on < final_on <= case.limit_on + HURRIED_WITHIN
    if a_little_late and earliest <= hurried_on and chance.yes(HURRIED):
        final_on = hurried_on
    if said:
        said.append(
            AnswerComments(years.working_day(max(said_until, days_end), order.calendar), chance.yes(0.7))
        )
    steps += [*said, *consulted, Issue(final_on, named, "" if named else _type_words(kind))]
    return Drafted(tuple(steps), named, asked)


def has_post(family: Iterable[Relative]) -> bool:
    """True where somebody of the family is written to by post."""
    return not all(who.agreed_to_email and who.email for who in family)


def _arrives(case: Case, served_on: date) -> date:
    """The day on which the draft counts as served on everybody: later where somebody has it by post."""
    if not has_post(case.family):
        return served_on
    day = served_on
    for _ in range(POST_DAYS):
        day = years.working_day(day + DAY, case.order.calendar)
    return day


def _naming(chance: Chance, kind: str, named: str, asked: str) -> timedelta:
    """How long it takes to name a setting once it has replied: longest where a special place is contested."""
    if "SPECIAL" not in kind:
        return timedelta(weeks=chance.between(0.15, 0.5))
    return timedelta(weeks=chance.between(0.5, 2.0) if asked in ("", named) else chance.between(2.0, 6.0))


def _type_words(kind: str) -> str:
    return {
        "SPECIAL": "A special school",
        "INDEPENDENT_SPECIAL": "An independent special school",
        "FE": "A college of further education",
        "BASE": "A mainstream school with a resource base",
        "AP": "Alternative provision",
    }.get(kind, "A mainstream school")


def _settings(chance: Chance, case: Case, on: date) -> tuple[str, str, str]:
    """The type of placement, the setting that the family asks for (or none), and the one that is named."""
    aged = (on - case.child.born_on).days // 365
    primary = case.child.needs[0] if case.child.needs else ""
    kind = chance.shared(PLACEMENT_OF_NEED.get(primary, USUALLY))
    if aged >= 16:
        kind = "FE" if kind == "MAINSTREAM" else kind
    elif aged < 4 and kind == "MAINSTREAM":
        kind = "EARLY_YEARS"
    fitting = places.open_to(case.schools, aged, kind) or places.open_to(case.schools, aged, "MAINSTREAM")
    stays = kind in ("MAINSTREAM", "FE", "EARLY_YEARS") and case.child.school and chance.yes(0.7)
    named = case.child.school if stays else (chance.one(fitting).key if fitting else "")
    if not chance.yes(ASKS_FOR_SETTING):
        return kind, "", named
    return kind, named if chance.yes(0.8) or not fitting else chance.one(fitting).key, named


def _family_says(chance: Chance, case: Case, served_on: date, asked: str) -> tuple[list[Step], date]:
    """Comments and the setting asked for, and the last day on which something was said."""
    found: list[Step] = []
    last = served_on
    if asked:
        last = years.working_day(served_on + timedelta(days=chance.whole(2, 12)), case.order.calendar)
        found.append(AskForSetting(last, asked))
    if not chance.yes(COMMENTS):
        return found, last
    more_time = timedelta(days=chance.whole(5, 14)) if chance.yes(shares.MORE_TIME_ASKED) else timedelta()
    said_on = years.working_day(
        served_on + timedelta(days=chance.whole(3, 14)) + more_time, case.order.calendar
    )
    relative = chance.whole(0, len(case.family) - 1)
    channel = chance.one((Channel.EMAIL, Channel.EMAIL, Channel.PHONE, Channel.LETTER))
    for section in dict.fromkeys(chance.some(COMMENTED, chance.whole(1, 3))):
        found.append(Comment(said_on, section, relative, channel))
    return found, max(last, said_on)


def _consultations(
    chance: Chance, case: Case, placing: tuple[str, str, str], served_on: date
) -> tuple[list[Step], date]:
    """Settings consulted together, their replies, and the day the one that will be named has replied."""
    named, asked, kind = placing
    aged = (served_on - case.child.born_on).days // 365
    others = [p.key for p in places.open_to(case.schools, aged, kind)]
    wanted = list(dict.fromkeys(key for key in (named, asked) if key))
    count = chance.shared(shares.SETTINGS_CONSULTED)
    wanted += [key for key in chance.some(others, count) if key not in wanted][: max(0, count - len(wanted))]
    if not wanted:
        return [], served_on
    asked_on = years.working_day(served_on + timedelta(days=chance.whole(1, 4)), case.order.calendar)
    found: list[Step] = [Consult(asked_on, tuple(wanted))]
    replied_by = served_on
    for key in wanted:
        takes = chance.whole(3, 15) if chance.yes(shares.REPLY_IN_TIME) else chance.whole(16, 40)
        day = years.in_school(asked_on + timedelta(days=takes), case.order.calendar)
        found.append(Reply(day, key, can_meet=key == named or not chance.yes(shares.DECLINES.get(kind, 0.3))))
        if key == named:
            replied_by = min(
                day, asked_on + LONGEST_WAIT
            )  # silence does not stop the authority from deciding
    return found, replied_by
