"""Checks a return against every rule, person by person, and counts it on the way. Streaming: nothing is kept whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alongside.core.refusal import Refused
from alongside.integrations.safe_files.limits import MEBIBYTE, Limits
from alongside.integrations.sen2 import figures as counting
from alongside.integrations.sen2 import read, returns
from alongside.integrations.sen2.checks import (
    active,
    circumstances,
    header,
    history,
    person,
    plans,
    requests,
    whole,
)
from alongside.integrations.sen2.checks.findings import Finding, Notebook
from alongside.integrations.sen2.checks.register import Register

NATIONAL = Limits(
    input_bytes=3 * 1024 * MEBIBYTE,
    memory_bytes=3 * 1024 * MEBIBYTE,
    cpu_seconds=600,
    wait_seconds=900,
    output_bytes=4 * 1024 * MEBIBYTE,
)
"""Ceilings for a return of the whole of England: nine hundred thousand persons."""


@dataclass(slots=True)
class Validation:
    """One checking of the return at `path`.

    `year` is the return's year, needed where it has no header (a workbook). `register` and `beside` switch on the
    checks that need them. After `findings` has ended: `header`, `persons` and `figures`, the published counts of it.
    """

    path: Path
    year: int | None = None
    register: Register | None = None
    beside: whole.Beside = field(default_factory=whole.Beside)
    header: returns.Header | None = None
    persons: int = 0
    in_force: int = 0
    figures: counting.Figures | None = None

    def findings(self, *, seen: Callable[[int], None] | None = None) -> Iterator[Finding]:
        """Yield each finding, in the order of the return; those about the whole of it last.

        Raises Refused with a sentence for what is no return, or has no year: keep nothing of it then.
        """
        reading = read.open_return(self.path, limits=NATIONAL)
        checking: _Checking | None = None
        for one in reading.persons(seen=seen):
            if checking is None:
                self.header = reading.header
                checking = self._begun(reading)
                yield from checking.begin(self.header, self.year, reading.unusable)
            yield from checking.person(one, reading.unusable)
        assert checking is not None  # a return without persons is refused
        yield from checking.end(reading.unusable, reading.columns)
        self.persons, self.in_force = checking.count, checking.whole.in_force
        self.figures = checking.tally.figures(checking.notes.told.lea)

    def _begun(self, reading: read.Reading) -> "_Checking":
        told = circumstances.circumstances(self.header, self.year, self.register)
        if told is None:
            raise Refused(
                f"{self.path.name}: this return does not say of which year it is. Add it, for example --year 2026.",
                field="year",
            )
        return _Checking(Notebook(told), whole.Whole(self.beside), counting.Tally(told.year - 1))


def plans_in_force(path: Path) -> int:
    """How many plans another return says to be in force."""
    persons = read.open_return(path, limits=NATIONAL).persons()
    return sum(request.active_plan is not None for person in persons for request in person.requests)


def findings_of(
    header: returns.Header | None,
    persons: Iterable[returns.Person],
    told: circumstances.Circumstances,
    beside: whole.Beside | None = None,
) -> Iterator[Finding]:
    """The same rules on persons that are at hand, as the product has them all year."""
    checking = _Checking(Notebook(told), whole.Whole(beside or whole.Beside()), counting.Tally(told.year - 1))
    yield from checking.begin(header, None, [])
    for one in persons:
        yield from checking.person(one, [])
    yield from checking.end([], {})


def findings_of_one(one: returns.Person, told: circumstances.Circumstances) -> list[Finding]:
    """The rules on one person that need nobody else. Numbers that two persons share are not found by this."""
    counting_nothing = counting.Tally(told.year - 1)
    return _Checking(Notebook(told), whole.Whole(whole.Beside()), counting_nothing).person(one, [])


@dataclass(slots=True)
class _Checking:
    """The rules at work: holds what lasts from person to person."""

    notes: Notebook
    whole: whole.Whole
    tally: counting.Tally
    count: int = 0

    def begin(
        self, found: returns.Header | None, told_year: int | None, unusable: list[returns.Unusable]
    ) -> list[Finding]:
        """The header, and what of it could not be used. What was met of the first person stays for their turn."""
        ours = [one for one in unusable if one.table == "sen2"]
        for one in ours:
            self.notes.could_not_be_used(one)
        unusable[:] = [one for one in unusable if one.table != "sen2"]
        header.check(found, told_year, self.notes)
        return self._told()

    def person(self, one: returns.Person, unusable: list[returns.Unusable]) -> list[Finding]:
        """Every rule about one person. Empties `unusable`, so that it does not grow with the return."""
        self.count += 1
        notes = self.notes
        notes.who = one.upn or one.uln or whole.number_of(self.count)
        if unusable:
            for other in unusable:
                notes.could_not_be_used(other)
            unusable.clear()
        self.tally.add(one)
        person.check(one, notes)
        in_force = 0
        for request in one.requests:
            in_force += _request(request, one, notes)
        person.age_and_plans(one, in_force, notes)
        history.check(one, notes)
        self.whole.add(one, self.count, notes)
        return self._told()

    def end(self, unusable: list[returns.Unusable], columns: Mapping[str, set[str]]) -> list[Finding]:
        """What is left over, and what the whole return shows."""
        self.notes.who = ""
        for one in unusable:
            self.notes.could_not_be_used(one)
        header.check_items(columns, self.notes)
        self.whole.end(self.notes)
        return self._told()

    def _told(self) -> list[Finding]:
        notes = self.notes
        if notes.unreadable:
            notes.unreadable.clear()
        if not notes.found:
            return []
        found, notes.found = notes.found, []
        return found


def _request(request: returns.Request, one: returns.Person, notes: Notebook) -> bool:
    """Every rule about one request and what hangs on it. True if a plan is in force under it."""
    requests.check(request, notes)
    assessment, in_force = request.assessment, request.active_plan
    if assessment is not None:
        requests.check_assessment(request, assessment, notes)
        if assessment.named_plan is not None:
            plans.check(assessment.named_plan, one.born_on, notes)
            plans.check_issued(request, assessment, assessment.named_plan, notes)
    active.check_presence(request, notes)
    if in_force is not None:
        active.check(request, in_force, one.born_on, notes)
    return in_force is not None
