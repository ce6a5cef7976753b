"""The questions to somebody who asks for an assessment: the same words on the form, before sending and for officers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from alongside.app.intake_answers import IntakeAnswers
from alongside.web.presenters import wording


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One page of questions: its title and its questions by the name of the answer, in order."""

    title: str
    questions: Mapping[str, str]


WHO = [
    ("PARENT", "A parent or carer"),
    ("YOUNG_PERSON", "The young person, asking for myself"),
    ("SETTING", "Somebody at a nursery, school or college"),
    ("HEALTH", "Somebody in a health service"),
    ("SOCIAL_CARE", "Somebody in social care"),
    ("OTHER", "Somebody else"),
]

PAGES: Mapping[str, QuestionPage] = MappingProxyType(
    {
        "you": QuestionPage(
            "About you",
            {
                "who": "Who are you?",
                "name": "Your full name",
                "relationship": "How are you related to the child, or what is your job?",
                "organisation": "Where you work, if you ask as part of your work",
            },
        ),
        "reach": QuestionPage(
            "How to reach you",
            {
                "email": "Email address",
                "phone": "Phone number",
                "address": "Your address",
                "agreed_to_email": "You may write to me by email",
                "keep_address_safe": "Somebody must not find out where I live: keep my address and phone number secret",
                "language": "A language or way of talking that works better for you",
            },
        ),
        "child": QuestionPage(
            "About the child or young person",
            {
                "child_forename": "First name",
                "child_surname": "Last name",
                "child_known_as": "Name they like to be called",
                "child_born_on": "Date of birth",
                "child_address": "Where they live",
                "child_postcode": "Postcode",
            },
        ),
        "more": QuestionPage(
            "More about the child or young person",
            {
                "child_setting": "Nursery, school or college",
                "child_upn": "Unique pupil number (UPN)",
                "child_nhs_number": "NHS number",
                "child_language": "Language spoken at home",
                "child_communicates_by": "How they talk or show what they mean",
            },
        ),
        "why": QuestionPage(
            "Why you are asking",
            {
                "why_needs": "What is hard for the child, at home, at nursery or school, or anywhere else?",
                "why_tried": "What help have they had, and what happened?",
                "why_help": "What do you think would help?",
            },
        ),
        "others": QuestionPage(
            "Who else is involved",
            {
                "other_parent_name": "Another parent or person with parental responsibility",
                "other_parent_reach": "How to reach them",
                "others": "Other people who know or help the child",
            },
        ),
    }
)

ASKED: Mapping[str, str] = MappingProxyType(
    {name: words for page in PAGES.values() for name, words in page.questions.items()}
)
"""Every question by the name of its answer."""


def answered(page: QuestionPage, answers: IntakeAnswers) -> tuple[tuple[str, str], ...]:
    """The questions of one page that were answered, with their answers in words."""
    pairs = ((words, getattr(answers, name)) for name, words in page.questions.items())
    return tuple((words, _in_words(value)) for words, value in pairs if value)


def said(answers: IntakeAnswers) -> tuple[tuple[str, str], ...]:
    """The whole request in its sender's words."""
    return tuple(pair for page in PAGES.values() for pair in answered(page, answers))


def _in_words(value: Any) -> str:
    if isinstance(value, date):
        return wording.day(value)
    return "Yes" if value is True else str(dict(WHO).get(value, value))
