"""Reasons against each limb of the legal test. A refusal without them cannot be written."""

from dataclasses import dataclass, replace

from alongside.integrations.documents.content import (
    Block,
    Bullets,
    DocumentRefused,
    Heading,
    Paragraph,
    prose,
)
from alongside.integrations.documents.elements import Element


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb of the test: was it met, why, and the evidence relied on.

    `reasons` and `evidence` are the decider's own words; both must be filled.
    """

    met: bool
    reasons: str
    evidence: tuple[str, ...]


def limb(question: str, answer: Limb, state: Element) -> tuple[Block, ...]:
    """The question of law in plain words, our answer, the reasons, the evidence.

    Raises DocumentRefused where reasons or evidence are blank.
    """
    if not answer.reasons.strip():
        raise DocumentRefused(
            f"There are no reasons against “{question}”. A decision needs reasons against each part of the "
            f"legal test: write why."
        )
    if not any(line.strip() for line in answer.evidence):
        raise DocumentRefused(
            f"There is no evidence against “{question}”. Say what you read or heard that you relied on."
        )
    verdict = "Yes." if answer.met else "No."
    return (
        Heading(question, 3),
        Paragraph(f"Our answer: {verdict}"),
        *stating(prose(answer.reasons), state),
        Paragraph("What we relied on:"),
        Bullets(tuple(line.strip() for line in answer.evidence if line.strip())),
    )


def stating(blocks: tuple[Block, ...], state: Element) -> tuple[Block, ...]:
    """Reasons as they were typed, each block marked as stating them."""
    return tuple(
        replace(block, states=(state,)) if isinstance(block, Paragraph | Bullets) else block
        for block in blocks
    )
