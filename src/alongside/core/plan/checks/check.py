"""All the checks of one plan."""

from collections.abc import Sequence

from alongside.core.plan.checks import (
    budget,
    carried,
    contradictions,
    copies,
    dates,
    evidence,
    identity,
    lastyear,
    needs,
    outcomes,
    placing,
    plain,
    privacy,
    sections,
    sources,
    template,
    thread,
    vague,
    views,
)
from alongside.core.plan.checks.context import Context
from alongside.core.plan.checks.copy_index import Index, Other, index_of
from alongside.core.plan.checks.document import PlanDocument
from alongside.core.plan.checks.facts import Advice, CaseFacts
from alongside.core.plan.checks.finding import Finding

FAMILIES = (
    sections.check,
    template.check,
    identity.check,
    dates.check,
    outcomes.check,
    vague.check,
    copies.check,
    privacy.check,
    plain.check,
    needs.check,
    views.check,
    placing.check,
    budget.check,
    contradictions.check,
    thread.check,
    sources.check,
    evidence.check,
    carried.check,
    lastyear.check,
)


def check(
    plan: PlanDocument,
    case: CaseFacts,
    advice: Sequence[Advice] = (),
    against: PlanDocument | None = None,
    others: Sequence[Other] | Index = (),
) -> tuple[Finding, ...]:
    """Everything that the rules find, in the order of the rules; the same words are found once by each rule.

    `against` is last year's plan, `others` are plans of other children in which copied words are looked for.
    """
    context = Context.of(
        plan, case, advice, against, others if isinstance(others, Index) else index_of(others)
    )
    for family in FAMILIES:
        family(context)
    seen: dict[tuple[str, str, str, str, str], Finding] = {}
    for finding in context.notes.found:
        seen.setdefault((finding.rule, finding.doc, finding.section, finding.text, finding.why), finding)
    return tuple(seen.values())
