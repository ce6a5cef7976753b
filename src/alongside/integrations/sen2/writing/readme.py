"""What stands beside a written return: what it is, what of its form is inferred, what to do before it is sent."""

from datetime import date

from alongside.integrations.sen2 import returns

LAST = 2027
INFERRED = (
    (2023, 2023, "GenderCurrent holds 1 male, 2 female, 9 not known, as an older public reader has it."),
    (2023, 2023, "Res and WBP stand in ActivePlans, before its other items, from the placement of rank 1."),
    (2024, LAST, "ReviewOutcome was voluntary in 2024 and is taken as compulsory from 2025."),
    (2025, LAST, "DSCO, RequestSource, ReviewDraft, PhaseTransferDueDate, PhaseTransferFinalDate: their names in XML "
                 "and their places in the order of items are in no public file."),
    (2026, LAST, "That DSCO, RequestSource and the phase transfer dates became compulsory is known at second hand."),
    (2026, LAST, "DS (Down syndrome) is a type of need from 2026: the published figures have it from then."),
    (2026, LAST, "The guides of 2026 and 2027 could not be read: these years have the items of 2025."),
    (2023, LAST, "At most two establishments are written for a plan or a placement, as in the public XSD of 2024."),
    (2023, LAST, "Requests, decisions and outcomes are told as at 31 December, and where a plan was made between then "
                 "and the census day with its own days. Plans, placements and needs are told as at the census day."),
    (2023, LAST, "The start of a plan is the day on which it was first made: an amended plan goes on from that day."),
    (2023, LAST, "A move to another authority before the assessment was complete has the request outcome W."),
    (2023, LAST, "A place that nobody recorded as being in a SEN unit, or in resourced provision, is told as 0."),
    (2023, LAST, "A type of setting named without a setting is told as OTH with its words."),
)  # fmt: skip
"""From which year to which, and what: the marks of docs/explain/sen2-writing.md."""
TEXT = """# SEN2 return of {year}

Written by Alongside from live cases, as things stood on {as_at}: {persons:,} persons, {plans:,} plans in force.
It covers {before} and the census day, {census}.
{trial}
It holds the names, birth dates and needs of children. Send it by COLLECT only, keep it nowhere else, and delete it
once it is accepted. Before it is sent: `alongside sen2 validate`, and “Data to mend” in Alongside.

## What of its form is inferred

DfE’s guide and technical specification could not be read when this was made. Compare these points with those of
{year}:

{inferred}
"""
TRIAL = "\n**A trial.** The census day is still to come: write the return again after {census}.\n"


def text(year: int, as_at: date, persons: int, plans: int) -> str:
    """The README of one written return."""
    on = returns.census_day(year)
    census = _day(on)
    marks = [f"* {words}" for first, last, words in INFERRED if first <= year <= last]
    return TEXT.format(
        year=year, as_at=_day(as_at), persons=persons, plans=plans, before=year - 1, census=census,
        trial=TRIAL.format(census=census) if as_at < on else "", inferred="\n".join(marks),
    )  # fmt: skip


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
