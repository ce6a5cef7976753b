"""A finding: which rule, the exact words, why it matters, what to ask and whom. Never what to put instead."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from alongside.core.plan.checks.document import Passage


@unique
class Severity(StrEnum):
    """B stops the issue of the plan, W needs a reason or a change, I is for the writer to know."""

    BLOCKER = "B"
    WARNING = "W"
    INFORMATION = "I"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the public list: what it looks for, how severe it is, and where it comes from.

    `stops_draft`: a blocker that also keeps a draft from being served, because to send it would itself be unlawful or
    do harm. `never_set_aside`: what it finds is put right and never argued with (docs/adr/0007).
    """

    id: str
    kind: str
    severity: Severity
    title: str
    why: str
    question: str
    ask: str
    source: str
    stops_draft: bool = False
    never_set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found in a document. `text` are the words as they stand."""

    plan: str
    doc: str
    rule: str
    kind: str
    severity: Severity
    section: str
    text: str
    why: str
    question: str
    ask: str
    place: str = ""

    def as_json(self) -> dict[str, Any]:
        """The fields that the command writes."""
        return {
            "plan": self.plan,
            "doc": self.doc,
            "rule": self.rule,
            "kind": self.kind,
            "severity": self.severity.value,
            "section": self.section,
            "text": self.text,
            "why": self.why,
            "question": self.question,
            "ask": self.ask,
        }


@cache
def rules() -> MappingProxyType[str, Rule]:
    """Every rule, by id."""
    text = (resources.files("alongside.core.plan.checks.words") / "rules.toml").read_text(encoding="utf-8")
    found = {}
    for each in tomllib.loads(text)["rule"]:
        rule = Rule(**{**each, "severity": Severity(each["severity"])})
        found[rule.id] = rule
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class Notes:
    """Where the rules write what they find in one plan."""

    plan: str
    found: list[Finding]

    def add(
        self,
        rule: str,
        where: Passage | str,
        text: str,
        *,
        doc: str = "",
        severity: Severity | None = None,
        **words: str,
    ) -> None:
        """Write down a finding. `where` is the passage, or the section; `words` may replace why, question and ask.

        In why, `{found}` stands for the words found.
        """
        known = rules()[rule]
        section = where.section if isinstance(where, Passage) else where
        self.found.append(
            Finding(
                plan=self.plan,
                doc=doc or self.plan,
                rule=rule,
                kind=known.kind,
                severity=severity or known.severity,
                section=section,
                text=text.strip(),
                why=words.get("why", known.why).replace("{found}", text.strip()),
                question=words.get("question", known.question),
                ask=words.get("ask", known.ask),
                place=where.place if isinstance(where, Passage) else "",
            )
        )
