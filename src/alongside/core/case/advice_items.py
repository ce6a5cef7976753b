"""What a form of advice is made of: questions, and groups of questions that repeat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `rows` is the height of its box; 1 is a single line. `is_day` asks for a date as ISO text.

    `expected` is True where the check on arrival says that it was left open. `options` are the answers to choose
    from, where there are any; the answer is kept in their words.
    """

    code: str
    title: str
    hint: str = ""
    rows: int = 6
    expected: bool = True
    is_day: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are asked once for each need, outcome or provision, up to `most` times.

    `one` names a single one ("Need"); `title` is the heading over all of them.
    """

    code: str
    title: str
    one: str
    parts: tuple[Question, ...]
    hint: str = ""
    most: int = 8
    expected: bool = True

    def key(self, number: int, part: Question) -> str:
        """Where the answer to one part is kept, counted from 1."""
        return f"{self.code}_{number}_{part.code}"


Item = Question | Group
