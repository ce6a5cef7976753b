"""The manager's figures in words: the three numbers as one, months, cohorts, and the published figures beside."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from alongside.app.queries.advice import HoursWaiting
from alongside.app.queries.oversight import SMALL, Cohort, Month, Oversight, StageCount, Truth
from alongside.core.case.work_hours import WorkGroup
from alongside.integrations.published import comparison
from alongside.integrations.published.comparison import Comparison
from alongside.integrations.published.measures import Figure, MeasureCode
from alongside.web.presenters import charts, stages, wording
from alongside.web.presenters.charts import Chart, Point
from alongside.web.presenters.tables import Column

GROUPS = {
    WorkGroup.EDUCATIONAL_PSYCHOLOGIST: "Educational psychologists",
    WorkGroup.SOCIAL_WORKER: "Social workers",
    WorkGroup.HEALTH: "Health advisers",
    WorkGroup.SETTING: "Schools and other settings",
    WorkGroup.SENSORY_TEACHER: "Teachers of deaf or blind children",
    WorkGroup.PREPARING_FOR_ADULTHOOD: "Preparing for adulthood",
    WorkGroup.OTHER_ADVISER: "Other advisers",
    WorkGroup.CASE_OFFICER: "Coordinators",
    WorkGroup.SEND_MANAGER: "Managers and panel",
}
SHOWN = (MeasureCode.WITHIN_20_WEEKS, MeasureCode.WITHIN_20_WEEKS_ALL, MeasureCode.DECIDED_WITHIN_6_WEEKS)
NONE = "–"


@dataclass(frozen=True, slots=True)
class Three:
    """The three numbers, which no page can show one without another."""

    share: str
    share_words: str
    age: str
    age_words: str
    wait: str
    wait_words: str
    wait_href: str
    caution: str


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: its caption, columns and rows of cells."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Published:
    """One published measure over the years, with what must be said beside it."""

    grid: Grid
    cautions: tuple[str, ...]
    attribution: str


def three(truth: Truth) -> Three:
    """Share on time, age of what is open, longest wait: with what each alone would hide."""
    rates = truth.on_time
    longest = truth.longest
    few = 0 < rates.issued_all < SMALL
    return Three(
        share=per_cent(rates.rate_all),
        share_words=(
            f"of {wording.plural(rates.issued_all, 'plan')} issued in the last twelve months came within twenty weeks "
            f"({per_cent(rates.rate_excluding)} leaving out exceptions; {rates.on_last_day} on day 140 itself)"
        ),
        age=NONE if truth.median_weeks_open is None else f"{truth.median_weeks_open:g} weeks",
        age_words=(
            f"is how long half of the {wording.plural(truth.open_cases, 'open case')} have waited, or more. "
            f"{truth.past_twenty_weeks} past twenty weeks, {truth.past_a_year} past a year"
        ),
        wait=NONE if longest is None else wording.plural(longest.weeks, "week"),
        wait_words=(
            "Nobody is waiting"
            if longest is None
            else f"is the longest wait now, since {wording.day(longest.since)}"
        ),
        wait_href=reverse("case", args=[longest.case_id]) if longest and longest.case_id else "",
        caution="Fewer than ten plans: the share says little." if few else "",
    )


def stage_grid(found: Sequence[StageCount], *, link: bool) -> Grid:
    """Open cases by stage and by how they stand to the legal day of the final plan."""
    columns = (
        Column("Stage", is_header=True),
        *(Column(t, is_number=True) for t in ("Late", "Due in six weeks", "Later", "No day set", "All")),
    )
    rows = tuple(
        (
            wording_of(stage, link=link),
            stage.late,
            stage.due_in_six_weeks,
            stage.in_time,
            stage.no_date,
            stage.total,
        )
        for stage in found
    )
    return Grid("Open cases, by stage and by the legal day of the final plan", columns, rows)


def wording_of(stage: StageCount, *, link: bool) -> object:
    """The stage in words; for whoever has a list of work, a way to its cases."""
    words = stages.SHORT[stage.stage]
    return Link(f"{reverse('work')}?whose=ALL&stage={stage.stage}", words) if link else words


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to the cases it was counted from."""

    href: str
    text: str

    def __html__(self) -> str:
        from markupsafe import Markup

        return Markup('<a class="govuk-link" href="{}">{}</a>').format(self.href, self.text)


def month_chart(found: Oversight) -> Chart:
    """Share of plans issued within twenty weeks, by month of issue."""
    points = [
        Point(
            f"{m.starts_on:%b %Y}",
            f"{m.starts_on:%B %Y}: {per_cent(m.rates.rate_all)} of {wording.plural(m.rates.issued_all, 'plan')}",
            m.rates.rate_all,
            m.rates.issued_all < SMALL,
        )
        for m in found.months
    ]
    return charts.shares("months", "Plans issued within twenty weeks, by month of issue", points)


def month_grid(months: Sequence[Month]) -> Grid:
    """The same in numbers, newest first; the law's own count apart from the statistic."""
    titles = ("Plans issued", "Within 20 weeks", "Share", "Share without exceptions", "Kept the law’s limit")
    columns = (Column("Month of issue", is_header=True), *(Column(t, is_number=True) for t in titles))
    rows = tuple(
        (
            f"{m.starts_on:%B %Y}",
            m.rates.issued_all,
            m.rates.within_all,
            per_cent(m.rates.rate_all),
            per_cent(m.rates.rate_excluding),
            m.lawful,
        )
        for m in reversed(months)
    )
    return Grid("Plans by month of issue", columns, rows)


def cohort_grid(cohorts: Sequence[Cohort]) -> Grid:
    """What became of each month's requests, newest first: what the share by month of issue hides."""
    titles = ("Requests", "Plan in time", "Plan late", "Open, in time", "Open, past 20 weeks", "No plan")
    columns = (Column("Month of request", is_header=True), *(Column(t, is_number=True) for t in titles))
    rows = tuple(
        (f"{c.starts_on:%B %Y}", c.received, c.in_time, c.late, c.open_in_time, c.open_late, c.no_plan)
        for c in reversed(cohorts)
    )
    return Grid("What became of the requests of each month", columns, rows)


def hours_grid(found: Sequence[HoursWaiting]) -> Grid:
    """Hours of work that wait, by who has to do it."""
    columns = (
        Column("Who", is_header=True),
        *(Column(t, is_number=True) for t in ("Waiting", "Late", "Hours of work")),
        Column("Where the hours come from"),
    )
    rows = tuple(
        (
            GROUPS[each.group],
            each.waiting,
            each.late,
            f"{each.hours:,.1f}",
            "Assumed: no survey gives them" if each.assumed else "National survey of time spent",
        )
        for each in found
    )
    return Grid("Hours of work waiting", columns, rows)


def published(authority: str) -> tuple[Published, ...]:
    """The Department's figures of the authority, its neighbours and England, over the years."""
    return tuple(_published(authority, code) for code in SHOWN)


def _published(authority: str, code: MeasureCode) -> Published:
    found = [comparison.comparison(authority, code, year) for year in comparison.years(code)]
    columns = (
        Column("Year", is_header=True),
        *(
            Column(t, is_number=True)
            for t in (found[-1].own.area.name, "Neighbours together", "England", "Rank")
        ),
    )
    rows = tuple((each.year, *_beside(each)) for each in reversed(found))
    cautions = tuple(dict.fromkeys(c for each in found for c in each.cautions))
    return Published(Grid(found[-1].measure.title, columns, rows), cautions, found[-1].attribution)


def _beside(found: Comparison) -> tuple[str, str, str, str]:
    place = f"{found.rank.place} of {found.rank.of}" if found.rank else NONE
    return (_figure(found.own.figure), _figure(found.pooled), _figure(found.england.figure), place)


def _figure(figure: Figure) -> str:
    return NONE if figure.percent is None else f"{figure.percent:.1f}%"


def per_cent(value: float | None) -> str:
    """`38.5%`, or a dash where there is nothing to divide by."""
    return NONE if value is None else f"{value:.1f}%"
