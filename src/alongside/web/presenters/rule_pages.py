"""The rule book for the screen: its parts in the order of a case's life, and each rule in a few words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import reverse

from alongside.core.law import rule_page
from alongside.core.law.duty import DutyBearer
from alongside.core.law.lawbook import LawBook
from alongside.core.law.rule_page import RulePage
from alongside.web.presenters import wording
from alongside.web.presenters.links import Link

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "A": "From the request to the plan",
        "R": "Reviews and changes of a plan",
        "P": "Moving to the next phase of education",
        "Z": "Reassessment",
        "T": "Moving to another authority",
        "C": "Ending a plan",
        "M": "Mediation",
        "F": "Appeals",
        "O": "What a tribunal orders",
        "U": "Appeals that are not opposed",
        "D": "Children and young people who are detained",
        "B": "Personal budgets",
        "L": "Complaints and the courts",
        "Y": "Who holds the rights",
    }
)
"""By the letter with which the ids of the rules begin."""

CODE = re.compile("`([^`]+)`")

WHO: Mapping[str, str] = MappingProxyType(
    {
        DutyBearer.LA: "the local authority",
        DutyBearer.BODY: "the body that was asked",
        DutyBearer.SETTING: "the school, college or nursery",
        DutyBearer.FAMILY: "the family or the young person, as a right",
        DutyBearer.ICB: "the NHS integrated care board",
        DutyBearer.MEDIATION_ADVISER: "the mediation adviser",
        DutyBearer.TRIBUNAL: "the tribunal",
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the rule book, with a link to each of its rules."""

    title: str
    rules: tuple[Link, ...]


def parts(book: LawBook) -> tuple[Part, ...]:
    """Every rule that is modelled, under its part."""
    known = rule_page.rules()
    found = []
    for letter, title in PARTS.items():
        here = tuple(
            Link(reverse("rule", kwargs={"rule": each}), f"{each}: {book.versions(each)[-1].title}")
            for each in known
            if each.startswith(letter)
        )
        if here:
            found.append(Part(title, here))
    return tuple(found)


def who(page: RulePage) -> str:
    """Who must, or may, do it."""
    return WHO[page.bearer]


def paragraphs(page: RulePage) -> tuple[str, ...]:
    """The plain words of a rule, a paragraph at a time, without the line ends and the code marks of the source."""
    return tuple(_plain(" ".join(each.split())) for text in page.words for each in text.split("\n\n"))


def _plain(text: str) -> str:
    """The name of a reading, marked as code in the source, as the examples below it quote it."""
    return CODE.sub(lambda found: f"“{found[1].replace('_', ' ')}”", text)


def reviewed(book: LawBook) -> str:
    """When the rule book was last compared with its sources."""
    return wording.day(max(parameter.checked_on for parameter in book.parameters))
