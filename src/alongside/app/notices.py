"""The notices of decisions: their facts, filled from the case. The same for a preview and for the real thing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.app import dues, letters
from alongside.app.letter_facts import (
    AdviceAsked,
    AppealDates,
    Envelope,
    WillAssess,
    WillNotAssess,
    WillNotIssue,
)
from alongside.core.case import episodes
from alongside.core.case.codes import AdviceKind
from alongside.core.case.events import Event
from alongside.core.case.facts import Facts
from alongside.core.law.legal_tests import Answer
from alongside.records.models import Advice, Case, CaseParty

ADVICE_WORDS = {
    AdviceKind.PARENT_OR_YOUNG_PERSON: "Your own advice",
    AdviceKind.EDUCATIONAL: "Education",
    AdviceKind.MEDICAL: "Health",
    AdviceKind.PSYCHOLOGICAL: "Educational psychology",
    AdviceKind.SOCIAL_CARE: "Social care",
    AdviceKind.PREPARING_FOR_ADULTHOOD: "Preparing for adulthood",
    AdviceKind.SENSORY: "Hearing or sight",
    AdviceKind.ARMED_FORCES: "Armed forces education",
    AdviceKind.REASONABLY_REQUESTED: "Advice you asked for",
    AdviceKind.OTHER: "Other advice",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What every notice of a decision is made from. `facts` are those with the decision already among them."""

    case: Case
    facts: Facts
    officer: str
    on: date

    def will_assess(self, party: CaseParty) -> WillAssess:
        """The notice that an assessment will be made, naming everybody who was asked for advice."""
        latest = episodes.episodes(self.facts)[-1]
        due = {d.subject: d.statutory_due for d in dues.of(self.facts, "A04", on=self.on)}
        return WillAssess(
            envelope=self._envelope(party),
            decided_on=self.on,
            advice=tuple(
                AdviceAsked(
                    ADVICE_WORDS[asked.kind or AdviceKind.OTHER], asked.asked_name, due[asked.id] or self.on
                )
                for asked in latest.advice
                if not asked.cancelled and asked.id in due
            ),
            no_plan_by=dues.last_day(self.facts, "A05", on=self.on),
            final_by=dues.last_day(self.facts, "A06", on=self.on),
        )

    def will_not_assess(self, party: CaseParty, answers: Sequence[Answer], support_now: str) -> WillNotAssess:
        """The notice of a refusal to assess, with the dates of the rights it opens."""
        received_on = episodes.episodes(self.facts)[-1].received_on
        needs, provision = answers
        return WillNotAssess(
            envelope=self._envelope(party),
            received_on=received_on or self.on,
            decided_on=self.on,
            needs=needs,
            provision=provision,
            support_now=support_now,
            appeal=self._appeal(),
        )

    def will_not_issue(self, party: CaseParty, answers: Sequence[Answer], support_now: str) -> WillNotIssue:
        """The notice that no plan will be issued, with the advice gathered named."""
        return WillNotIssue(
            envelope=self._envelope(party),
            decided_on=self.on,
            provision=answers[0],
            support_now=support_now,
            papers=_papers(self.case),
            appeal=self._appeal(),
        )

    def _envelope(self, party: CaseParty) -> Envelope:
        return letters.envelope(self.case, party, officer=self.officer, dated_on=self.on)

    def _appeal(self) -> AppealDates:
        return AppealDates(
            contact_mediation_by=dues.last_day(self.facts, "M01", on=self.on),
            appeal_by=dues.last_day(self.facts, "F01", on=self.on),
        )


def as_if(facts: Facts, event: Event) -> Facts:
    """The facts as they would stand with one more event: for a preview."""
    return Facts(facts.case_id, facts.born_on, (*facts.events, event))


def _papers(case: Case) -> tuple[str, ...]:
    rows = Advice.objects.filter(case=case, nothing_to_add=False).order_by("written_on", "author_name", "id")
    return tuple(
        f"{ADVICE_WORDS[AdviceKind(row.kind)]}: {row.author_name}, {row.written_on:%-d %B %Y}" for row in rows
    )
