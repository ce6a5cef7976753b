"""What still stands in the way of a plan: the findings, and the answers that people gave to them.

An answer is tied to the words: the fingerprint of a finding changes when they do, so that no reason outlives what it
was given for. A warning is passed with a reason. A blocker is mended, or a manager sets it aside with a reason.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique

from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks.finding import Finding, Rule, Severity, rules
from alongside.core.refusal import Refused

SEVEREST_FIRST = tuple(Severity)
_ORDER = {str(section): place for place, section in enumerate(PlanSection)}
SHOWN = 5
"""Findings that a refusal names; it counts the others."""
REASON_AT_LEAST = 20
"""Letters of a reason."""


@unique
class Kind(StrEnum):
    """How a finding was answered. TAKEN_BACK: as if it had not been."""

    PASSED = "PASSED"
    SET_ASIDE = "SET_ASIDE"
    TAKEN_BACK = "TAKEN_BACK"


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with its fingerprint and the answer that stands, if one does."""

    finding: Finding
    fingerprint: str
    answer: Kind | None = None

    @property
    def rule(self) -> Rule:
        """The rule that found it."""
        return rules()[self.finding.rule]

    @property
    def is_open(self) -> bool:
        """True while it keeps the final plan from being issued. What is only information never does."""
        if self.finding.severity is Severity.BLOCKER:
            return self.answer is not Kind.SET_ASIDE
        return self.finding.severity is Severity.WARNING and self.answer not in (Kind.PASSED, Kind.SET_ASIDE)

    @property
    def stops_draft(self) -> bool:
        """True where the draft may not be served either."""
        return self.is_open and self.finding.severity is Severity.BLOCKER and self.rule.stops_draft


def fingerprint(finding: Finding, texts: Mapping[str, str]) -> str:
    """Sixteen hexadecimal digits that stay the same as long as the rule finds the same in the same words.

    Where a rule is about a whole section (its heading is what it shows), all words of the section count.
    """
    whole = texts.get(finding.section, "")
    own = finding.doc == finding.plan and _plain(finding.text) not in _plain(whole)
    parts = (finding.rule, finding.section, finding.doc, finding.text, finding.why, whole if own else "")
    return hashlib.sha256("\x1f".join(_plain(part) for part in parts).encode()).hexdigest()[:16]


def judged(
    findings: Iterable[Finding], texts: Mapping[str, str], answers: Mapping[str, Kind]
) -> tuple[Judged, ...]:
    """The findings with their answers: blockers first, then warnings, then information, each by section.

    `answers` are by fingerprint. What has the same fingerprint is one finding.
    """
    found: dict[str, Judged] = {}
    for finding in findings:
        key = fingerprint(finding, texts)
        answer = answers.get(key)
        found.setdefault(key, Judged(finding, key, None if answer is Kind.TAKEN_BACK else answer))
    return tuple(sorted(found.values(), key=_place))


def check_answer(one: Judged, kind: Kind, reason: str) -> None:
    """Refuse an answer that this finding does not take."""
    if kind is not Kind.TAKEN_BACK and len(reason.strip()) < REASON_AT_LEAST:
        raise Refused(
            f"Write the reason in at least {REASON_AT_LEAST} letters: it stays on the record of the plan, and whoever "
            "reads it was not there.",
            field="reason",
        )
    if kind is Kind.PASSED and one.finding.severity is not Severity.WARNING:
        raise Refused(
            "Only a warning can be passed with a reason. Mend the words; or, where the check is mistaken, ask a "
            "manager to set the finding aside."
        )
    if kind is Kind.SET_ASIDE and one.finding.severity is not Severity.BLOCKER:
        raise Refused("Only what stops the plan is set aside. Pass a warning with a reason instead.")
    if kind is Kind.SET_ASIDE and one.rule.never_set_aside:
        raise Refused(
            f"“{one.rule.title}” cannot be set aside: it can only be put right. {one.finding.why} "
            f"Ask {one.finding.ask}: {one.finding.question}"
        )
    if kind is Kind.TAKEN_BACK and one.answer is None:
        raise Refused("No reason stands for this finding, so there is nothing to take back.")


def check_draft(found: Iterable[Judged]) -> None:
    """Refuse to serve a draft while something stands in it that must not be sent, naming each."""
    stops = [one for one in found if one.stops_draft]
    if stops:
        raise Refused(
            f"The draft cannot be served yet. {_named(stops)} Mend the words and check the plan again."
        )


def check_final(found: Iterable[Judged]) -> None:
    """Refuse to issue a final plan while a blocker stands or a warning has no reason, naming each."""
    waiting = [one for one in found if one.is_open]
    if waiting:
        raise Refused(
            f"The final plan cannot be issued yet. {_named(waiting)} Open “Check this plan”: mend the words, or write "
            "the reason for each warning that stays."
        )


def sentence(one: Judged) -> str:
    """One finding in a sentence: where, the words, and why it matters."""
    words = one.finding.text if len(one.finding.text) <= 120 else f"{one.finding.text[:117].rstrip()}…"
    return f"Section {one.finding.section}, “{words}”: {one.finding.why}"


def _named(found: list[Judged]) -> str:
    further = len(found) - SHOWN
    named = " ".join(sentence(one) for one in found[:SHOWN])
    return f"{named} And {further} more." if further > 0 else named


def _plain(text: str) -> str:
    return " ".join(text.split())


def _place(one: Judged) -> tuple[int, int]:
    return SEVEREST_FIRST.index(one.finding.severity), _ORDER.get(one.finding.section, -1)
