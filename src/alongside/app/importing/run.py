"""One import under way: person by person, in batches, everything in one transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID

from alongside.app import evidence
from alongside.app.actions import children
from alongside.app.importing import changes, disputed, matching, writing
from alongside.app.importing.disputed import Disputed
from alongside.app.importing.matching import Match, Register
from alongside.app.importing.sharing import Sharing
from alongside.app.importing.writing import Change, NewCase, Pen
from alongside.core.case.told import CaseHistory, EventDraft, in_order

BATCH = 500
LENGTHS = {"surname": 100, "forename": 100, "postcode": 10}
"""The longest that the columns of a person hold."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something of the source that could not be used. `person` is a number or a place in the file, never a name."""

    table: str
    row: int
    person: str
    column: str
    value: str
    reason: str

    def sentence(self) -> str:
        """The same in words."""
        place = f"{self.table} row {self.row}" if self.row else self.table
        item = f"{self.column} “{self.value}”" if self.column else self.value
        return ", ".join(part for part in (place, self.person, item) if part) + f": {self.reason}."


@dataclass(slots=True)
class Run:
    """Takes histories over, and counts what came of each."""

    pen: Pen
    register: Register
    sharing: Sharing
    disputes: Disputed
    persons: int = 0
    created: int = 0
    changed: int = 0
    events: int = 0
    unchanged: int = 0
    found_again: dict[str, int] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[evidence.Note] = field(default_factory=list)

    def take(self, histories: Iterable[CaseHistory]) -> Iterator[int]:
        """Take every history over. Yields how many persons have been dealt with, batch by batch."""
        batch: list[CaseHistory] = []
        for told in histories:
            batch.append(told)
            if len(batch) == BATCH:
                self._batch(batch)
                yield self.persons
                batch = []
        if batch:
            self._batch(batch)
            yield self.persons

    def _batch(self, batch: list[CaseHistory]) -> None:
        self.persons += len(batch)
        references = iter(children.next_references(self.pen.by.authority, self.pen.today.year, len(batch)))
        fresh: list[NewCase] = []
        known: list[tuple[CaseHistory, Match]] = []
        for given in batch:
            told = self._usable(given)
            match = self.register.find(told)
            if match.found is not None:
                known.append((told, match))
            elif (entry := self._new(told, references)) is not None:
                fresh.append(entry)
                self.register.enter(matching.on_record(entry.case, told))
                if match.namesake is not None:
                    self._say_namesake(told, match.namesake)
        if fresh:
            self.notes += writing.save_new(fresh, self.sharing, self.pen)
            self.created += len(fresh)
            self.events += sum(len(entry.events) for entry in fresh)
        self._known(known)

    def _new(self, told: CaseHistory, references: Iterator[str]) -> NewCase | None:
        drafts = self._drafts(told)
        who = _reference(told)
        if not told.fields.get("surname") and not told.fields.get("forename"):
            why = "this person has no name, so nobody could find the case; no case was opened"
            self.rejected.append(Rejected("person", told.row, who, "surname", "", why))
            return None
        if not drafts:
            why = "nothing of what the return says of this person could be recorded, so no case was opened"
            self.rejected.append(Rejected("person", told.row, who, "", "", why))
            return None
        return writing.new_case(told, drafts, next(references), matching.key_of(told), self.pen)

    def _say_namesake(self, told: CaseHistory, other: matching.OnRecord) -> None:
        why = (
            f"somebody else of this file, now {other.reference}, has the same name and date of birth and another "
            "postcode; each has a case: check that they are two children"
        )
        self.rejected.append(Rejected("person", told.row, _reference(told), "", "", why))

    def _known(self, known: list[tuple[CaseHistory, Match]]) -> None:
        """Whoever is on record already. A person who is twice in the file comes up twice, one after the other."""
        while known:
            seen: set[UUID] = set()
            later: list[tuple[CaseHistory, Match]] = []
            now: list[tuple[CaseHistory, Match]] = []
            for told, match in known:
                assert match.found is not None
                (later if match.found.case in seen else now).append((told, match))
                seen.add(match.found.case)
            found = [self._compared(told, match) for told, match in now if not match.doubt]
            for told, match in now:
                if match.doubt:
                    self.disputes.doubt(told, match)
                else:
                    self.found_again[match.how] = self.found_again.get(match.how, 0) + 1
            self._save(changes.read(found, self.disputes, self.pen))
            known = later

    def _compared(self, told: CaseHistory, match: Match) -> changes.Compared:
        assert match.found is not None
        return changes.Compared(match.found.case, told, tuple(self._drafts(told)))

    def _save(self, found: list[Change]) -> None:
        full = [change for change in found if not change.is_empty]
        self.unchanged += len(found) - len(full)
        self.changed += len(full)
        self.events += sum(len(change.rows) for change in full)
        if full:
            self.notes += writing.save_changes(full, self.pen)

    def _drafts(self, told: CaseHistory) -> list[EventDraft]:
        return list(in_order(told, latest=self.pen.today))

    def _usable(self, told: CaseHistory) -> CaseHistory:
        """The history without what cannot be kept: days still to come, and items that are too long."""
        who = _reference(told)
        long = {name for name, most in LENGTHS.items() if len(str(told.fields.get(name, ""))) > most}
        for name in sorted(long):
            why = f"this is longer than {LENGTHS[name]} characters, so it was left out"
            value = str(told.fields[name])[:80]
            self.rejected.append(Rejected("person", told.row, who, name, value, why))
        ahead = [draft for draft in told.events if draft.occurred_on > self.pen.today]
        for draft in ahead:
            why = "this day is still to come, so it was not taken over"
            on = draft.occurred_on.isoformat()
            self.rejected.append(Rejected("person", told.row, who, draft.kind.value, on, why))
        if not long and not ahead:
            return told
        return replace(
            told,
            fields={name: value for name, value in told.fields.items() if name not in long},
            events=tuple(draft for draft in told.events if draft not in ahead),
        )


def begin(pen: Pen) -> Run:
    """A run over everybody who is on record. Raises `Refused` where nobody could own a case."""
    authority = pen.by.authority
    return Run(
        pen=pen,
        register=matching.load(authority),
        sharing=Sharing(authority, pen.today),
        disputes=disputed.load(authority),
    )


def _reference(told: CaseHistory) -> str:
    return told.identifiers.get("UPN") or told.identifiers.get("ULN") or f"row {told.row}"
