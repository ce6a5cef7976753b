"""Decisions on a plan in force: after a review, not to amend, to end it, whether to reassess.

A named person decides, with reasons; the decision, a letter to each of the family with its rights, and the letters
to the bodies that must hear are one deed. SEND Regulations 2014 regs 20(10), 22(4), 25, 26, 31.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from alongside.app import doing, dues, letters, ports
from alongside.app.actions import bodies, versions
from alongside.app.actions.decisions import Decided
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import (
    AppealDates,
    Ceasing,
    Envelope,
    LetterFacts,
    NotAmending,
    NotReassessing,
    Reassessing,
    WillAmend,
)
from alongside.app.letters import Notice
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.case import stages
from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.case.review_codes import ReviewOutcome
from alongside.core.refusal import Refused

K = EventKind
REASON_WORDS = 8
GROUNDS = ("NOT_NECESSARY", "NOT_RESPONSIBLE", "AGE_LIMIT", "LEFT_FOR_WORK_OR_HIGHER_EDUCATION")
"""The grounds in law on which a plan may end (Children and Families Act 2014 ss.45, 46; SEND Regulations reg 31)."""


@dataclass(frozen=True, slots=True)
class PlanDecision:
    """One decision. `outcome` is for REVIEW_DECISION_SENT, `ground` for a decision to end the plan."""

    kind: EventKind
    reasons: str = ""
    outcome: ReviewOutcome | None = None
    ground: str = ""

    @property
    def step(self) -> str:
        """What it comes to: the code of its letter and of what the bodies are told."""
        if self.kind is K.REVIEW_DECISION_SENT and self.outcome is not None:
            return {"AMEND": "WILL_AMEND", "MAINTAIN": "NOT_AMENDING", "CEASE": "CEASING"}[self.outcome]
        return STEPS[self.kind]


STEPS: Mapping[EventKind, str] = MappingProxyType(
    {
        K.DECISION_NOT_TO_AMEND_SENT: "NOT_AMENDING",
        K.CEASE_DECISION_SENT: "CEASING",
        K.REASSESSMENT_AGREED_SENT: "REASSESSING",
        K.REASSESSMENT_REFUSED_SENT: "NOT_REASSESSING",
    }
)
NOTICES: Mapping[str, Notice] = MappingProxyType(
    {
        "WILL_AMEND": Notice("WILL_AMEND", "Decision to change the plan", Part.REASONS),
        "NOT_AMENDING": Notice("NOT_AMENDING", "Decision to keep the plan as it is", Part.REASONS),
        "CEASING": Notice("CEASING", "Decision to end the plan", Part.REASONS),
        "REASSESSING": Notice("REASSESSING", "Decision to assess again", Part.CHRONOLOGY),
        "NOT_REASSESSING": Notice("NOT_REASSESSING", "Decision not to assess again", Part.REASONS),
    }
)


def decide(case_id: UUID, decision: PlanDecision, *, by: Actor, at: datetime) -> Decided:
    """Decide, today. Raises `Refused` without reasons, without a ground where the plan is to end, and where it
    cannot follow what is recorded.
    """
    with doing.on_case(case_id, Permission.DECIDE_TO_ISSUE, by=by, at=at) as deed:
        check(decision)
        parties = letters.must_have_family(deed.case, on=deed.today)
        after = _after(deed, decision)
        event = deed.append(decision.kind, deed.today, _details(deed, decision))
        if decision.kind is K.DECISION_NOT_TO_AMEND_SENT:
            versions.put_aside(deed)
        told = Told(deed, decision, after)
        sent = tuple(
            letters.send(
                deed, MAKES[decision.step](told, told.envelope(party)), NOTICES[decision.step], party
            )
            for party in parties
        )
        return Decided(event.kind, event.id, sent, bodies.notify(deed, decision.step, deed.today))


def check(decision: PlanDecision) -> None:
    """Refuse a decision that does not say what it must."""
    if decision.kind is K.REVIEW_DECISION_SENT and decision.outcome is None:
        raise Refused(
            "Choose what is decided: to change the plan, keep it as it is or end it.", field="outcome"
        )
    if decision.kind is not K.REASSESSMENT_AGREED_SENT and len(decision.reasons.split()) < REASON_WORDS:
        raise Refused(
            "Write the reasons, in words that the family can follow and challenge. They are printed in the letter.",
            field="reasons",
        )
    if decision.step == "CEASING" and decision.ground not in GROUNDS:
        raise Refused("Choose on which ground in law the plan is to end.", field="ground")


@dataclass(frozen=True, slots=True)
class Told:
    """What the letters of a decision are made from, the decision being among the facts."""

    deed: CaseDeed
    decision: PlanDecision
    after: str

    @property
    def on(self) -> date:
        """The day of the decision."""
        return self.deed.today

    def envelope(self, party: Any) -> Envelope:
        """Who writes to whom."""
        return letters.envelope(self.deed.case, party, officer=self.deed.by.name, dated_on=self.on)

    def due(self, rule: str) -> date:
        """A last day that the letter must state."""
        return dues.last_day(self.deed.facts, rule, on=self.on)

    @property
    def appeal(self) -> AppealDates:
        """The rights that the decision opens."""
        return AppealDates(contact_mediation_by=self.due("M01"), appeal_by=self.due("F01"))


def _will_amend(told: Told, envelope: Envelope) -> WillAmend:
    found = dues.of(told.deed.facts, "R07", on=told.on)
    live = [each.statutory_due for each in found if each.is_live]
    return WillAmend(envelope, told.on, told.decision.reasons, live[-1] if live else None)


def _not_amending(told: Told, envelope: Envelope) -> NotAmending:
    return NotAmending(envelope, told.after, told.on, told.decision.reasons, told.appeal)


def _ceasing(told: Told, envelope: Envelope) -> Ceasing:
    decision = told.decision
    return Ceasing(envelope, told.on, decision.ground, decision.reasons, told.due("C03"), told.appeal)


def _reassessing(told: Told, envelope: Envelope) -> Reassessing:
    return Reassessing(envelope, told.on, told.due("Z03"))


def _not_reassessing(told: Told, envelope: Envelope) -> NotReassessing:
    return NotReassessing(envelope, told.on, told.decision.reasons, told.appeal)


MAKES: Mapping[str, Callable[[Told, Envelope], LetterFacts]] = MappingProxyType(
    {
        "WILL_AMEND": _will_amend,
        "NOT_AMENDING": _not_amending,
        "CEASING": _ceasing,
        "REASSESSING": _reassessing,
        "NOT_REASSESSING": _not_reassessing,
    }
)


def _after(deed: CaseDeed, decision: PlanDecision) -> str:
    """What a decision not to amend comes after: a review, a notice of amendments, or a reassessment."""
    if decision.kind is K.REVIEW_DECISION_SENT:
        return "REVIEW"
    state = stages.state_of(deed.facts, on=deed.today, law=ports.law())
    out = (Region.REVIEW, Stage.AMEND_NOTICE_OUT) in state.regions
    reassessed = any(region is Region.REASSESS for region, _ in state.regions)
    return "REASSESSMENT" if reassessed and not out else "NOTICE" if out else "REVIEW"


def _details(deed: CaseDeed, decision: PlanDecision) -> dict[str, Any]:
    given = {
        "outcome": decision.outcome or "",
        "reasons": decision.reasons.strip(),
        "ground" if decision.kind is K.REVIEW_DECISION_SENT else "reason": decision.ground,
        "decided_by": str(deed.by.account),
        "letter_dated_on": deed.today.isoformat(),
    }
    return {key: str(text) for key, text in given.items() if text}
