"""The manager's figures, computed from the cases: never typed in.

The share on time, the age of what is still open and the longest wait are one thing here (`Truth`), because each
alone can be made to look good: a share on time by leaving the oldest children, an age by issuing anything.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from uuid import UUID

from django.db.models import Count, Q

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Stage, TimerState
from alongside.core.law import measure
from alongside.core.law.measure import Issued, Rates
from alongside.records.models import Case, Due, Episode

MONTHS_SHOWN = 24
SMALL = 10
"""Below this many plans a share says little; the page says so beside it."""


@dataclass(frozen=True, slots=True)
class LongestWait:
    """The child who has waited longest, and since when. `reference` is empty for whoever may not see cases."""

    weeks: int
    since: date
    case_id: UUID | None
    reference: str


@dataclass(frozen=True, slots=True)
class Truth:
    """The three numbers that are only ever shown together. Weeks are whole weeks since the request.

    `on_time` counts plans issued in the twelve months to the day, by the published definition.
    """

    on_time: Rates
    open_cases: int
    median_weeks_open: float | None
    past_twenty_weeks: int
    past_a_year: int
    longest: LongestWait | None


@dataclass(frozen=True, slots=True)
class StageCount:
    """Open cases at one stage. `late` are past the legal day for the final plan; `no_date` have none."""

    stage: Stage
    in_time: int
    due_in_six_weeks: int
    late: int
    no_date: int

    @property
    def total(self) -> int:
        """All open cases at the stage."""
        return self.in_time + self.due_in_six_weeks + self.late + self.no_date


@dataclass(frozen=True, slots=True)
class Month:
    """Plans issued in one month. `lawful` met the legal limit or were lawfully relieved of it: the law, not
    the statistic.
    """

    starts_on: date
    rates: Rates
    lawful: int


@dataclass(frozen=True, slots=True)
class Cohort:
    """What became of the requests received in one month, up to the day."""

    starts_on: date
    received: int
    in_time: int
    late: int
    open_in_time: int
    open_late: int
    no_plan: int

    @property
    def settled(self) -> bool:
        """True once no request of the month can still become a plan in time."""
        return self.open_in_time == 0


@dataclass(frozen=True, slots=True)
class Oversight:
    """Everything on the manager's page that is counted from cases, on one day."""

    on: date
    truth: Truth
    stages: tuple[StageCount, ...]
    months: tuple[Month, ...]
    cohorts: tuple[Cohort, ...]


def figures(*, by: Actor, at: datetime) -> Oversight:
    """The figures of the authority. Five queries, whatever the number of cases."""
    decide.check_act(Permission.SEE_TEAM_FIGURES, roles=by.roles)
    on = ports.today(at)
    since = _months_back(on, MONTHS_SHOWN)
    names_cases = decide.can_act(Permission.SEE_WORKLIST, roles=by.roles)
    # To all: an inspector's own scope is the sample, and the figures are the area's.
    with scope.opened_to_all(by.authority):
        mine = Episode.objects.filter(authority=by.authority, received_on__isnull=False)
        plans = mine.filter(final_on__gte=since, challenged=False).order_by("final_on")  # as published
        issued = [
            Issued(received, final, excepted)
            for received, final, excepted in plans.values_list("received_on", "final_on", "exception")
            if received and final
        ]
        still = mine.filter(is_open=True).order_by("received_on", "case__reference")
        waiting = [
            (case_id, reference, received)
            for case_id, reference, received in still.values_list("case_id", "case__reference", "received_on")
            if received
        ]
        asked = mine.filter(received_on__gte=since).values_list("received_on", "final_on", "is_open")
        received = [(day, final, is_open) for day, final, is_open in asked if day]
        lawful = dict(_lawful_by_month(by.authority, since))
        return Oversight(
            on=on,
            truth=_truth(issued, waiting, on, names_cases=names_cases),
            stages=_stages(by.authority, on),
            months=_months(issued, lawful, since, on),
            cohorts=_cohorts(received, since, on),
        )


def _truth(
    issued: list[Issued],
    waiting: list[tuple[UUID, str, date]],
    on: date,
    *,
    names_cases: bool,
) -> Truth:
    year_ago = _months_back(on, 12)
    plans = [plan for plan in issued if plan.issued_on >= year_ago]
    ages = [(on - received).days for _, _, received in waiting]
    longest = None
    if waiting:
        case_id, reference, since = waiting[0]
        longest = LongestWait(ages[0] // 7, since, *((case_id, reference) if names_cases else (None, "")))
    limit = ports.law().number("A06", on) * 7
    return Truth(
        on_time=measure.rates(plans, ports.law()),
        open_cases=len(waiting),
        median_weeks_open=round(median(ages) / 7, 1) if ages else None,
        past_twenty_weeks=sum(age > limit for age in ages),
        past_a_year=sum(age > 364 for age in ages),
        longest=longest,
    )


def _stages(authority: str, on: date) -> tuple[StageCount, ...]:
    """Open cases by stage, by how they stand to the legal day of the final plan."""
    final = Q(dues__rule="A06", dues__is_live=True) & ~Q(dues__state=TimerState.DISAPPLIED)
    rows = (
        Case.objects.filter(authority=authority, is_open=True)
        .values("stage")
        .annotate(
            total=Count("id", distinct=True),
            late=Count("id", distinct=True, filter=final & Q(dues__statutory_due__lt=on)),
            soon=Count(
                "id",
                distinct=True,
                filter=final
                & Q(dues__statutory_due__gte=on, dues__statutory_due__lte=on + timedelta(weeks=6)),
            ),
            dated=Count("id", distinct=True, filter=final & Q(dues__statutory_due__isnull=False)),
        )
    )
    found = {
        row["stage"]: StageCount(
            stage=Stage(row["stage"]),
            in_time=row["dated"] - row["late"] - row["soon"],
            due_in_six_weeks=row["soon"],
            late=row["late"],
            no_date=row["total"] - row["dated"],
        )
        for row in rows
    }
    return tuple(found[stage] for stage in Stage if stage in found)


def _lawful_by_month(authority: str, since: date) -> Iterable[tuple[date, int]]:
    """For each month, the final plans that kept the law's own limit or were lawfully relieved of it."""
    kept = Q(state=TimerState.MET) | Q(state=TimerState.DISAPPLIED)
    days = (
        Due.objects.filter(kept, authority=authority, rule="A06", met_on__gte=since)
        .values_list("met_on")
        .annotate(number=Count("id"))
    )
    counted: Counter[date] = Counter()
    for day, number in days:
        counted[day.replace(day=1)] += number
    return counted.items()


def _months(issued: list[Issued], lawful: dict[date, int], since: date, on: date) -> tuple[Month, ...]:
    plans: dict[date, list[Issued]] = defaultdict(list)
    for plan in issued:
        plans[plan.issued_on.replace(day=1)].append(plan)
    return tuple(
        Month(month, measure.rates(plans[month], ports.law()), lawful.get(month, 0))
        for month in _each_month(since, on)
    )


def _cohorts(received: list[tuple[date, date | None, bool]], since: date, on: date) -> tuple[Cohort, ...]:
    counted: dict[date, Counter[str]] = defaultdict(Counter)
    law = ports.law()
    for day, final, is_open in received:
        if final is not None:
            what = "in_time" if measure.within_20_weeks(day, final, law) else "late"
        elif is_open:
            what = "open_in_time" if measure.within_20_weeks(day, on, law) else "open_late"
        else:
            what = "no_plan"
        counted[day.replace(day=1)][what] += 1
    return tuple(
        Cohort(
            starts_on=month,
            received=counted[month].total(),
            **{
                name: counted[month][name]
                for name in ("in_time", "late", "open_in_time", "open_late", "no_plan")
            },
        )
        for month in _each_month(since, on)
    )


def _each_month(since: date, on: date) -> Iterable[date]:
    month = since
    while month <= on:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)


def _months_back(on: date, months: int) -> date:
    """The first day of the month that lies so many months back."""
    index = on.year * 12 + on.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)
