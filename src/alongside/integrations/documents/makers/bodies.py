"""Notices to the bodies that must hear of a step: the facts of `app` in the kit's terms."""

from collections.abc import Callable
from typing import Any

from alongside.app import letter_facts as facts
from alongside.integrations.documents.content import Letter
from alongside.integrations.documents.letters import body_notice
from alongside.integrations.documents.makers.shared import correspondence


def _told(told: facts.BodyTold) -> Letter:
    return body_notice.letter(
        body_notice.BodyNotice(
            correspondence=correspondence(told.envelope), step=told.step, on=told.on, born_on=told.born_on
        )
    )


MAKERS: dict[type[facts.LetterFacts], Callable[[Any], Letter]] = {facts.BodyTold: _told}
