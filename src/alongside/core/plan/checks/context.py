"""What a check is made on: the plan with its items, its case, its advice, last year's plan, and other plans."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.plan.checks import items
from alongside.core.plan.checks.copy_index import Index
from alongside.core.plan.checks.document import PlanDocument
from alongside.core.plan.checks.facts import Advice, CaseFacts
from alongside.core.plan.checks.finding import Notes
from alongside.core.plan.checks.items import Item


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that the rules read, and where they write."""

    plan: PlanDocument
    case: CaseFacts
    advice: tuple[Advice, ...]
    against: PlanDocument | None
    others: Index
    needs: tuple[Item, ...]
    outcomes: tuple[Item, ...]
    provisions: tuple[Item, ...]
    notes: Notes

    @classmethod
    def of(
        cls,
        plan: PlanDocument,
        case: CaseFacts,
        advice: Sequence[Advice],
        against: PlanDocument | None,
        others: Index,
    ) -> "Context":
        """With the items of the plan found once."""
        return cls(
            plan,
            case,
            tuple(advice),
            against,
            others,
            items.needs(plan),
            items.outcomes(plan),
            items.provisions(plan),
            Notes(plan.name, []),
        )
