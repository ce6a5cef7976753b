"""What is said to somebody who may not. Both sentences are fit to show."""

NOT_FOUND = (
    "There is no such case, or you are not part of it. Check the reference; if you should be part of it, "
    "ask the coordinator whose name is on your letter or the SEND team."
)
"""The same words for a case that does not exist and for one that the person may not know of."""


class AccessRefused(Exception):
    """Somebody asked for what they may not have. Apart from `core.refusal.Refused`, so that a page which shows a
    rule's refusal beside its form never shows this one: the door turns it into "not found" or "not allowed".
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFound(AccessRefused):
    """The case does not exist, or the person may not know that it does: the two look alike on purpose."""

    def __init__(self) -> None:
        super().__init__(NOT_FOUND)


class NotAllowed(AccessRefused):
    """The person knows of the case, or the deed concerns none, and may not do this."""
