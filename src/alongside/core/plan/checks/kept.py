"""A plan and its advice as this service keeps them, section by section and answer by answer, ready to be checked."""

import re
from collections.abc import Iterator, Mapping

from alongside.core.case.advice_forms import AdviceForm, Group, Question
from alongside.core.case.codes import PlanSection
from alongside.core.plan.checks import document
from alongside.core.plan.checks.blocks import Line, Written
from alongside.core.plan.checks.document import PlanDocument
from alongside.core.plan.checks.facts import Advice
from alongside.core.plan.sections import GUIDES

NEEDS, PROVISION, BACKGROUND = "Needs", "Provision", "Background"
"""Headings by which the checks know what stands under them (words/patterns.toml)."""
OF_GROUP = {"need": NEEDS, "provision": PROVISION}
OF_QUESTION = {"hard": NEEDS}
"""What a family says is hard is a need; what else is asked outside the groups is how the adviser came to them."""
NOT_PROVISION = ("need",)

_BULLET = re.compile(r"^\s*[-–•*]\s+")


def plan(name: str, texts: Mapping[str, str]) -> PlanDocument:
    """The plan with these texts, by section code; every section has its heading, whether or not it says anything."""
    blocks: list[Line] = []
    for section in PlanSection:
        blocks.append(Line(f"Section {section}: {GUIDES[section].title}", level=1))
        blocks += [_line(text) for text in texts.get(section, "").splitlines() if text.strip()]
    return document.read(Written(name, tuple(blocks)))


def advice(name: str, form: AdviceForm, answers: Mapping[str, str]) -> Advice:
    """Advice given in a form of this service.

    What must be taken up stands under “Needs” and “Provision”: one line for each need with what shows it, and for each
    provision with who, how often and how long. Everything else is background, in which words are looked for.
    """
    lines: list[tuple[int, str, bool]] = []
    for item in form.items:
        if isinstance(item, Group):
            lines += _section(OF_GROUP.get(item.code, BACKGROUND), _of_group(item, answers), listed=True)
        elif not item.is_day:
            lines += _section(
                OF_QUESTION.get(item.code, BACKGROUND), _of_question(item, answers), listed=False
            )
    return Advice(name, tuple(lines))


def _section(heading: str, texts: Iterator[str], *, listed: bool) -> Iterator[tuple[int, str, bool]]:
    for number, text in enumerate(texts):
        if number == 0:
            yield 2, heading, False
        yield 0, text, listed


def _of_question(item: Question, answers: Mapping[str, str]) -> Iterator[str]:
    return (line.strip() for line in answers.get(item.code, "").splitlines() if line.strip())


def _of_group(group: Group, answers: Mapping[str, str]) -> Iterator[str]:
    for number in range(1, group.most + 1):
        said = [
            " ".join(text.split())
            for part in group.parts
            if part.code not in NOT_PROVISION and (text := answers.get(group.key(number, part), ""))
        ]
        if said:
            yield " ".join(text if text.endswith((".", "!", "?", "”")) else f"{text}." for text in said)


def _line(text: str) -> Line:
    return Line(_BULLET.sub("", text).strip(), is_listed=bool(_BULLET.match(text)))
