"""What was found, one row to a case."""

from django.urls import reverse
from markupsafe import Markup

from alongside.app.queries.search import MOST, Found, Results
from alongside.web.presenters import stages, wording
from alongside.web.presenters.tables import Column

COLUMNS = (
    Column("Name", is_header=True),
    Column("Born"),
    Column("Reference"),
    Column("Stage"),
    Column("Setting"),
    Column("Coordinator"),
)


def row(found: Found) -> tuple[object, ...]:
    """One case. The name leads to it."""
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("case", kwargs={"case_id": found.case_id}), _name(found)
    )
    return (
        link,
        wording.day_short(found.born_on),
        found.reference,
        stages.SHORT[found.stage],
        found.setting_name or "not recorded",
        found.owner_name or "nobody yet",
    )


def words(results: Results) -> str:
    """How many were found, and what to do where there are too many or none."""
    if results.is_cut:
        return f"More than {MOST} children fit. Add a first name or a date of birth to find the right one."
    if not results.found:
        return "Nobody found. Check the spelling, try part of a name, or look for the date of birth alone."
    return f"{wording.plural(len(results.found), 'child fits', 'children fit')}."


def _name(found: Found) -> str:
    return f"{found.name} (known as {found.known_as})" if found.known_as else found.name
