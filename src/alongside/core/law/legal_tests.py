"""The two legal tests of an assessment, limb by limb, and the rule that each limb needs its own reasons.

To assess, Children and Families Act 2014 s.36(8): (a) the child has or may have special educational needs, and
(b) it may be necessary for provision to be made through an EHC plan. To issue a plan, s.37(1): in the light of
the assessment it is necessary. The law leaves no third way: where every limb is met the authority must act,
and where one is not it must not. So the decision follows from the answers, and the answers are a person's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any

from alongside.core.refusal import Refused

FEWEST_WORDS = 5
"""Words in the reasons on one limb. Fewer cannot be reasons that anybody could challenge or understand."""


@unique
class Limb(StrEnum):
    """One limb of a legal test. `question` asks it in plain words; `citation` says where it stands."""

    question: str
    citation: str

    def __new__(cls, code: str, question: str, citation: str) -> "Limb":
        """A member whose stored value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.question = question
        member.citation = citation
        return member

    HAS_OR_MAY_HAVE_SEN = (
        "HAS_OR_MAY_HAVE_SEN",
        "Does the child or young person have, or may they have, special educational needs?",
        "Children and Families Act 2014 s.36(8)(a)",
    )
    PLAN_MAY_BE_NECESSARY = (
        "PLAN_MAY_BE_NECESSARY",
        "May it be necessary for special educational provision to be made through an EHC plan?",
        "Children and Families Act 2014 s.36(8)(b)",
    )
    PLAN_IS_NECESSARY = (
        "PLAN_IS_NECESSARY",
        "In the light of the assessment, is it necessary for provision to be made through an EHC plan?",
        "Children and Families Act 2014 s.37(1)",
    )


TO_ASSESS = (Limb.HAS_OR_MAY_HAVE_SEN, Limb.PLAN_MAY_BE_NECESSARY)
TO_ISSUE = (Limb.PLAN_IS_NECESSARY,)


@dataclass(frozen=True, slots=True)
class Answer:
    """One limb answered by the person who decides. `evidence` has one source to a line."""

    limb: Limb
    met: bool
    reasons: str
    evidence: str

    @property
    def sources(self) -> tuple[str, ...]:
        """The evidence relied on, one source each."""
        return tuple(line.strip() for line in self.evidence.splitlines() if line.strip())

    def as_detail(self) -> dict[str, Any]:
        """As it stands in an event's details."""
        return {
            "limb": str(self.limb),
            "answer": "YES" if self.met else "NO",
            "reasons": self.reasons.strip(),
            "evidence": list(self.sources),
        }


def field_of(limb: Limb, what: str) -> str:
    """The name of the input for one part of a limb: `answer`, `reasons` or `evidence`."""
    return f"{limb.lower()}_{what}"


def check_answers(answers: Sequence[Answer], test: Sequence[Limb]) -> None:
    """Refuse a decision that does not answer each limb of its test once, with reasons and evidence."""
    if [answer.limb for answer in answers] != list(test):
        asked = "; ".join(limb.question for limb in test)
        raise Refused(f"Answer each part of the legal test, in this order: {asked}")
    for answer in answers:
        where = f"“{answer.limb.question}” ({answer.limb.citation})"
        if len(answer.reasons.split()) < FEWEST_WORDS:
            raise Refused(
                f"Give your reasons on {where}. A decision needs reasons against each part of the legal test; "
                f"you have written {len(answer.reasons.split())} words.",
                field=field_of(answer.limb, "reasons"),
            )
        if not answer.sources:
            raise Refused(
                f"Name the evidence you relied on for {where}: what you read or heard, one to a line.",
                field=field_of(answer.limb, "evidence"),
            )


def is_met(answers: Sequence[Answer]) -> bool:
    """True where every limb is met: the authority must then act."""
    return all(answer.met for answer in answers)
