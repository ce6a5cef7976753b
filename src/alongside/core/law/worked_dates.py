"""The date that most worked cases ask for: the last day of one duty."""

from alongside.core.law.lawbook import Limit
from alongside.core.law.timer import Due
from alongside.core.law.worked_case import NotModelled, WorkedCase
from alongside.core.law.worked_events import asked_on, facts_of


def last_due(case: WorkedCase, rule: str = "") -> Due:
    """The last duty of the case's rule, or of this one: of several requests or drafts the case asks about the latest.

    Raises NotModelled where no such duty arises from what happened.
    """
    facts, rule = facts_of(case), rule or case.rule
    found = [due for due in case.dues(facts, asked_on(case, facts)) if due.rule == rule]
    if not found:
        raise NotModelled(f"{rule} does not arise from these events")
    return found[-1]


def shown_date(case: WorkedCase, rule: str = "") -> str:
    """The one of the three dates that is compared, as text; UNKNOWN where it is not known."""
    shown = getattr(last_due(case, rule), case.shown)
    return shown.isoformat() if shown else "UNKNOWN"


def shown_limit(limit: Limit | None, case: WorkedCase) -> str:
    """The same of a limit that no event of a case starts. Raises NotModelled where the rule was not law then."""
    if limit is None:
        raise NotModelled(f"{case.rule} was not law then")
    days = {"operational_target": limit.operational, "strict_due": limit.strict}
    shown = days.get(case.shown, limit.statutory)
    return shown.isoformat() if shown else "UNKNOWN"
