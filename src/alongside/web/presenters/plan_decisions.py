"""Decisions about a plan in force, in words: what lies before whoever decides, a last look, what was done."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.app.actions.decisions import Decided
from alongside.app.actions.plan_decisions import PlanDecision
from alongside.app.queries.plan_decisions import PlanPapers
from alongside.web.answers import Confirmation
from alongside.web.presenters import decisions, happening_words, requests, wording

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "WILL_AMEND": ("change the plan", "Write the changes next and send them in the same four weeks."),
        "NOT_AMENDING": ("keep the plan as it is", ""),
        "CEASING": ("end the plan", "Keep the plan until the time to appeal is over."),
        "REASSESSING": ("assess again", "Ask for advice next."),
        "NOT_REASSESSING": ("not assess again", ""),
    }
)
"""Per step: what is decided, completing “decide to …”, and what comes next."""


def facts(papers: PlanPapers) -> tuple[tuple[str, str], ...]:
    """What whoever decides reads first."""
    found = []
    for limit in papers.limits:
        due = wording.weekday_day(limit.statutory_due) if limit.statutory_due else limit.due_words
        late = f", {wording.plural(limit.days_late, 'day')} late" if limit.days_late else ""
        found.append((limit.title, f"{due}{late}"))
    return (*found, ("Who is written to", decisions.named(papers.to_tell)))


def confirmation(decision: PlanDecision, papers: PlanPapers) -> Confirmation:
    """The last look before the decision."""
    what, _ = WORDS[decision.step]
    ground = (("Ground", happening_words.CODES[decision.ground]),) if decision.ground else ()
    reasons = (("Reasons", decision.reasons),) if decision.reasons else ()
    return Confirmation(
        title=f"You are about to decide to {what}",
        warning="The letters go to the family today, with their rights where they can appeal. This cannot be undone.",
        act=f"Decide to {what}",
        rows=(
            ("Child", papers.head.name),
            *ground,
            *reasons,
            ("Who is written to", decisions.named(papers.to_tell)),
        ),
    )


def done(decision: PlanDecision, decided: Decided) -> str:
    """What was done, what must be posted, and what comes next."""
    what, after = WORDS[decision.step]
    words = (
        f"The decision to {what} is recorded, and the letters are made.",
        requests.to_post(decided.letters),
        requests.to_send(decided.not_told),
        after,
    )
    return " ".join(word for word in words if word)
