"""The plan as it stands: the final version that is in force, where its text is written here."""

from datetime import date

from alongside.core.case.codes import EventKind
from alongside.core.case.facts import Facts
from alongside.records.models import Case, PlanVersion

FINAL = "FINAL"
MADE_BY = frozenset(
    {
        EventKind.FINAL_SENT,
        EventKind.AMENDED_FINAL_SENT,
        EventKind.PLAN_MADE,
        EventKind.TRANSFERRED_IN,
    }
)


def made_on(facts: Facts) -> date | None:
    """The day of the latest plan that the chronology tells of; None where it tells of none."""
    return max((event.occurred_on for event in facts.events if event.kind in MADE_BY), default=None)


def version_of(case: Case, facts: Facts) -> PlanVersion | None:
    """The version in force. None where the plan in force was made elsewhere, on paper or before this record.

    A final version written here is the plan as it stands unless news tells of a later one that is not here.
    """
    latest = PlanVersion.objects.filter(case=case, state=FINAL).order_by("-number").first()
    since = made_on(facts)
    if latest is None or latest.final_on is None or since is None or latest.final_on < since:
        return None
    return latest
