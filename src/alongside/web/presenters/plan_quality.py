"""What the checks found in plans that were issued, in words and tables."""

from django.urls import reverse

from alongside.app.queries.plan_quality import Quality
from alongside.web.presenters import plan_checks, wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.oversight import Grid
from alongside.web.presenters.tables import Column
from alongside.web.presenters.tags import Tag


def rule_grid(found: Quality) -> Grid:
    """How often each rule found something."""
    columns = (
        Column("What the rule looks for", is_header=True),
        Column("Weight"),
        Column("Plans", is_number=True),
        Column("Findings", is_number=True),
        Column("Set aside", is_number=True),
    )
    rows = tuple(
        (
            f"{each.title} ({each.rule})", plan_checks.TAGS[each.severity].text, each.plans, each.findings,
            each.set_aside,
        )
        for each in found.by_rule
    )  # fmt: skip
    return Grid("By rule", columns, rows)


def writer_grid(found: Quality) -> Grid:
    """What was found in the sections that each person last saved."""
    columns = (
        Column("Who last saved the section", is_header=True),
        Column("Plans with findings", is_number=True),
        Column("Warnings", is_number=True),
        Column("Warnings in each", is_number=True),
        Column("Set aside", is_number=True),
    )
    rows = tuple(
        (each.name, each.plans, each.warnings, f"{each.per_plan:.1f}", each.set_aside)
        for each in found.by_writer
    )
    return Grid("By writer", columns, rows)


def reasons(found: Quality) -> tuple[tuple[str, Tag, str, str, Link], ...]:
    """The latest reasons: what for, how it was answered, the words, who, and the case."""
    return tuple(
        (
            f"{each.title} (Section {each.section})",
            plan_checks.ANSWERED[each.kind],
            each.reason,
            f"{each.by}, {wording.moment(each.at)}",
            Link(reverse("plan_reasons", kwargs={"case_id": each.case_id}), f"Plan of case {each.reference}"),
        )
        for each in found.reasons
    )


def alike(found: Quality) -> tuple[tuple[str, Link, Link], ...]:
    """The plans that are hardest to tell apart: how distinct, and the two cases."""
    return tuple(
        (
            wording.percent(each.distinct),
            Link(reverse("case_plan", kwargs={"case_id": each.case_id}), f"Plan of case {each.reference}"),
            Link(
                reverse("case_plan", kwargs={"case_id": each.other_case}),
                f"plan of case {each.other_reference}",
            ),
        )
        for each in found.alike
    )


def distinct(found: Quality) -> str:
    """How distinct plans are, in a sentence."""
    if found.median_distinct is None:
        return "Fewer than two plans have been issued here, so none can be compared."
    shared = wording.percent(1 - found.median_distinct)
    return (
        f"Of the {found.compared} latest plans half share {shared} of their words or less with the plan that is "
        "nearest to them, names taken out."
    )
