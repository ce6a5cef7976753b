"""A refusal: something may not be done, and the sentence that says why and what to do instead."""


class Refused(Exception):
    """Raised by every rule that a person can meet. `sentence` is fit to be shown to that person.

    `field` names the input that the sentence is about, where there is one, so that a form can point at it.
    """

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
