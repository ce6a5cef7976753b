"""Inspection samples in words."""

from datetime import date

from django.urls import reverse
from markupsafe import Markup

from alongside.app.queries.samples import InSample, OwnSample, SampleLine
from alongside.web.presenters import stages, wording
from alongside.web.presenters.tables import Column

COLUMNS = (
    Column("Sample", is_header=True),
    Column("From"),
    Column("Until"),
    Column("Cases", is_number=True),
    Column("Inspectors"),
    Column("Now"),
)
CASE_COLUMNS = (
    Column("Name", is_header=True),
    Column("Reference"),
    Column("Stage"),
    Column("Put in"),
    Column("What you can do"),
)
OWN_COLUMNS = (Column("Name", is_header=True), Column("Reference"), Column("Stage"), Column("Setting"))


def row(each: SampleLine) -> tuple[object, ...]:
    """One sample of the list."""
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("sample", kwargs={"sample_id": each.id}), each.name
    )
    first, last = wording.day_short(each.starts_on), wording.day_short(each.last_day)
    return (link, first, last, each.cases, wording.sentence_list(each.inspectors) or "nobody", now(each))


def now(each: SampleLine) -> str:
    """Whether its cases are open."""
    if each.has_ended:
        return "Ended"
    return "Open" if each.is_open else "Not yet open"


def about(each: SampleLine) -> list[tuple[str, str]]:
    """One sample as (what, answer) pairs."""
    return [
        ("Now", now(each)),
        ("Days", _period(each.starts_on, each.last_day)),
        ("Inspectors", wording.sentence_list(each.inspectors) or "Nobody yet"),
    ]


def case(each: InSample) -> tuple[object, ...]:
    """One case of a sample, for whoever keeps it."""
    out = Markup('<a class="govuk-link" href="{}">Take {} out</a>').format(
        reverse("sample_take_out", kwargs={"entry_id": each.entry_id}), each.reference
    )
    return (_name(each), each.reference, stages.SHORT[each.stage], wording.day_short(each.put_in_at), out)


def own_rows(found: OwnSample) -> list[tuple[object, ...]]:
    """The cases of one sample, for its inspector."""
    return [
        (_name(each), each.reference, stages.SHORT[each.stage], each.setting_name or "not recorded")
        for each in found.cases
    ]


def _name(each: InSample) -> object:
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("case", kwargs={"case_id": each.case_id}), each.name
    )


def _period(starts_on: date, last_day: date) -> str:
    return f"From {wording.day(starts_on)} to {wording.day(last_day)}, both days included"
