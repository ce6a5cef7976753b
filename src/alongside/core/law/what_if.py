"""What would move if a limit were another: the same facts worked out under two laws, and the difference counted."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from alongside.core.case.codes import TimerState
from alongside.core.case.facts import Facts
from alongside.core.law import clock
from alongside.core.law.lawbook import Law, LawBook
from alongside.core.law.parameter import BadParameter
from alongside.core.law.timer import Due

LATE = frozenset({TimerState.OVERDUE, TimerState.MET_LATE})


@dataclass(frozen=True, slots=True)
class Changed:
    """One limit with another number, from a day on or at all times."""

    rule: str
    value: int

    @classmethod
    def read(cls, text: str) -> "Changed":
        """From RULE=VALUE. Raises BadParameter where it is not that."""
        rule, equals, value = (part.strip() for part in text.partition("="))
        if not (rule and equals and value.isascii() and value.isdecimal() and len(value) < 6):
            raise BadParameter(f"“{text}” is no changed limit. Write RULE=VALUE, for example A06=24.")
        return cls(rule, int(value))


@dataclass(slots=True)
class Moved:
    """What the change does to the duties of one rule.

    `duties` are those that the rule has under either law, `moved` those with another last day, or none any more.
    Late is what is overdue or was done late.
    """

    rule: str
    duties: int = 0
    moved: int = 0
    newly_late: int = 0
    no_longer_late: int = 0

    @property
    def is_touched(self) -> bool:
        """True where the change is felt."""
        return bool(self.moved or self.newly_late or self.no_longer_late)


@dataclass(slots=True)
class Tally:
    """Counts, rule by rule, over as many cases as it is given."""

    now: Law
    then: Law
    on: date
    cases: int = 0
    touched: int = 0
    rules: dict[str, Moved] = field(default_factory=dict)

    def add(self, facts: Facts) -> None:
        """Work one case out under both laws."""
        before = _by_duty(clock.due_dates(facts, on=self.on, law=self.now))
        after = _by_duty(clock.due_dates(facts, on=self.on, law=self.then))
        self.cases += 1
        is_touched = False
        for key in before.keys() | after.keys():
            is_touched |= self._count(key[0], before.get(key), after.get(key))
        self.touched += is_touched

    def _count(self, rule: str, before: Due | None, after: Due | None) -> bool:
        counted = self.rules.setdefault(rule, Moved(rule))
        counted.duties += 1
        moved = (before and before.statutory_due) != (after and after.statutory_due)
        was_late, is_late = _is_late(before), _is_late(after)
        counted.moved += moved
        counted.newly_late += is_late and not was_late
        counted.no_longer_late += was_late and not is_late
        return moved or was_late is not is_late

    def found(self) -> tuple[Moved, ...]:
        """The rules that are touched, in the order of a case's life."""
        order = {rule: number for number, rule in enumerate(duty.rule for duty in clock.DUTIES)}
        touched = [moved for moved in self.rules.values() if moved.is_touched]
        return tuple(sorted(touched, key=lambda moved: (order.get(moved.rule, len(order)), moved.rule)))


def amended(law: Law, changes: Iterable[Changed], starting: date | None = None) -> Law:
    """The same law with these limits changed. Raises BadParameter for a rule without a number."""
    book: LawBook = law.book
    for change in changes:
        if not book.versions(change.rule):
            raise BadParameter(f"There is no rule {change.rule}.")
        book = book.amended(change.rule, value=change.value, starting=starting)
    return Law(book, law.calendar, law.modes)


def _by_duty(dues: Iterable[Due]) -> dict[tuple[str, str], Due]:
    return {(due.rule, due.subject): due for due in dues}


def _is_late(due: Due | None) -> bool:
    return due is not None and due.state in LATE
