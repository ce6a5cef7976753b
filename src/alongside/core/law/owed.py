"""One line of the tables of duties: a rule, and the function that works it out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, ParamSpec

from alongside.core.law.timer import Due

Given = ParamSpec("Given")


@dataclass(frozen=True, slots=True)
class Owed(Generic[Given]):
    """A duty or a right that every record of one kind brings. `Given` is what it is worked out from.

    That is the record first (an episode, a review, a dispute), the plan where the record is of a plan, and the desk.
    """

    rule: str
    work_out: Callable[Given, tuple[Due, ...]]
