"""The three counts of new plans in words, and as rows of a page and of a file."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from alongside.app.queries.new_plans import Counted, NewPlans, Why
from alongside.web import addresses
from alongside.web.presenters import tables, wording
from alongside.web.presenters.tables import Column, Pages

FIRST_YEAR, SIZE = 2015, 50
WHY: Mapping[Why, str] = MappingProxyType(
    {
        Why.IN_ALL: "in all three counts",
        Why.CHALLENGED: "mediation or an appeal is recorded: the published timeliness leaves it out",
        Why.NO_REQUEST_DAY: "the day of the request is not known, so it cannot be timed",
        Why.MOVED_IN: "the plan came from another authority, which made it",
        Why.MADE_BEFORE: "the plan is on record as made that year, and its assessment is not",
    }
)
COLUMNS = (
    Column("Child", is_header=True), Column("Request"), Column("Plan"), Column("Assessments"), Column("Timeliness"),
    Column("Started"), Column("Why"),
)  # fmt: skip
HEADINGS = (
    "Reference", "Name", "Coordinator", "Request received", "Plan", "Counted in assessments", "Counted in timeliness",
    "Counted as started", "Why",
)  # fmt: skip
YES_NO = {True: "yes", False: "no"}
Cell = str | SafeString


@dataclass(frozen=True, slots=True)
class Shown:
    """The page: the way from one count to the next as sentences, and the plans that some count leaves out."""

    steps: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    differing: int
    pages: Pages


def year_asked(query: Mapping[str, str], today: date) -> int:
    """The calendar year asked for, from 2015 to this one; the last whole year where none is."""
    text = query.get("year", "")
    year = int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0
    return year if FIRST_YEAR <= year <= today.year else today.year - 1


def page(found: NewPlans, query: QueryDict) -> Shown:
    """The page of a year. Plans that all three counts hold need no explanation and stand in the file only."""
    differing = [plan for plan in found.plans if plan.why is not Why.IN_ALL]
    pages = Pages.of(query, total=len(differing), size=SIZE, noun="plan")
    rows = differing[pages.offset : pages.offset + SIZE]
    return Shown(_steps(found), COLUMNS, tuple(_row(plan) for plan in rows), len(differing), pages)


def _steps(found: NewPlans) -> tuple[str, ...]:
    """From the assessments to the timeliness, and from the assessments to what started."""
    why = Counter(plan.why for plan in found.plans)
    challenged, undated, before, came = (
        wording.plural(why[each], "plan")
        for each in (Why.CHALLENGED, Why.NO_REQUEST_DAY, Why.MADE_BEFORE, Why.MOVED_IN)
    )
    return (
        f"{found.assessed:,} assessments of {found.year} ended in a plan.",
        f"{found.timed:,} of them are in the timeliness: without {challenged} with mediation or an appeal, and without "
        f"{undated} whose day of request is not known.",
        f"{found.started:,} started: with {before} made that year whose assessment is not on record here.",
        f"{came} came from other authorities, and no count of new plans holds them.",
    )


def _row(plan: Counted) -> tuple[Cell, ...]:
    link = format_html(
        '<a class="govuk-link" href="{}">{}</a><span class="app-worklist__small">{}</span>',
        addresses.of_case("case", plan.case_id), plan.name, plan.reference,
    )  # fmt: skip
    received = wording.day_short(plan.received_on) if plan.received_on is not None else "not known"
    counted = (YES_NO[plan.assessed], YES_NO[plan.timed], YES_NO[plan.started])
    return (link, received, wording.day_short(plan.started_on), *counted, wording.capital(WHY[plan.why]))


def file(found: NewPlans) -> bytes:
    """Every plan of the year as a file for a spreadsheet, every cell inert."""
    return tables.csv_file(
        HEADINGS,
        (
            (
                plan.reference, plan.name, plan.owner_name, plan.received_on, plan.started_on, YES_NO[plan.assessed],
                YES_NO[plan.timed], YES_NO[plan.started], WHY[plan.why],
            )
            for plan in found.plans
        ),
    )  # fmt: skip
