"""Finds the person of a return among those on record: by number first, then by name, birth date and postcode.

Never by a likeness: what is not certain is a doubt, and a person decides.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from alongside.app.actions.children import folded
from alongside.core.case.told import CaseHistory
from alongside.records.models import Case, ImportConflict

LONGEST_KEY = 120
PERSON_COLUMNS = ("forename", "surname", "born_on", "upn", "uln", "postcode", "import_key")
Name = tuple[str, str, date]


@dataclass(frozen=True, slots=True)
class OnRecord:
    """Somebody on record, as far as finding them again needs it."""

    case: UUID
    reference: str
    forename: str
    surname: str
    born_on: date | None
    upn: str = ""
    uln: str = ""
    postcode: str = ""
    import_key: str = ""

    @property
    def words(self) -> str:
        """Who they are, for whoever decides."""
        born = f"born {self.born_on:%-d %B %Y}" if self.born_on else "date of birth not known"
        return f"{self.forename} {self.surname}, {born}, {self.postcode or 'no postcode'} ({self.reference})"


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a history is about. `how` is UPN, ULN, KEY or NAME; `doubt` says why it is not certain.

    `namesake` is somebody of the same file, of the same name and date of birth, who may be the same child.
    """

    found: OnRecord | None = None
    how: str = ""
    doubt: str = ""
    namesake: OnRecord | None = None


@dataclass(slots=True)
class Register:
    """Everybody on record in one authority.

    `decided` and `others` are what somebody has decided of doubts: a key in returns is that of this person, or is not.
    """

    by_key: dict[str, OnRecord] = field(default_factory=dict)
    by_upn: dict[str, list[OnRecord]] = field(default_factory=lambda: defaultdict(list))
    by_uln: dict[str, list[OnRecord]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[Name, list[OnRecord]] = field(default_factory=lambda: defaultdict(list))
    decided: dict[str, OnRecord] = field(default_factory=dict)
    others: frozenset[tuple[UUID, str]] = frozenset()
    of_this_file: set[UUID] = field(default_factory=set)

    def enter(self, one: OnRecord) -> None:
        """One more person, met in the file that is being taken over."""
        self.of_this_file.add(one.case)
        self.add(one)

    def add(self, one: OnRecord) -> None:
        """One more person."""
        if one.import_key:
            self.by_key[one.import_key] = one
        if one.upn:
            self.by_upn[one.upn].append(one)
        if one.uln:
            self.by_uln[one.uln].append(one)
        if one.born_on is not None:
            self.by_name[folded(one.surname), folded(one.forename), one.born_on].append(one)

    def find(self, told: CaseHistory) -> Match:
        """Whom the history is about, if anybody."""
        key = key_of(told)
        known = self.decided.get(key) or (self.by_key.get(key) if key.startswith("NAME:") else None)
        if known is not None:
            return Match(known, "KEY")
        for number, index in (("UPN", self.by_upn), ("ULN", self.by_uln)):
            held = [
                one
                for one in index.get(told.identifiers.get(number, ""), [])
                if (one.case, key) not in self.others
            ]
            if held:
                return self._by_number(told, number, held)
        return self._by_name(told)

    def _by_number(self, told: CaseHistory, number: str, held: list[OnRecord]) -> Match:
        if len(held) > 1:
            references = ", ".join(one.reference for one in held)
            return Match(held[0], doubt=f"more than one record has this {number}: {references}")
        one = held[0]
        upn = told.identifiers.get("UPN", "")
        if number == "ULN" and upn and one.upn and upn != one.upn:
            return Match(one, doubt="the record with this ULN has another UPN")
        if _other_name(told, one) and _differs(told.fields.get("born_on"), one.born_on):
            return Match(
                one, doubt=f"the record with this {number} has another name and another date of birth"
            )
        return Match(one, number)

    def _by_name(self, told: CaseHistory) -> Match:
        """Same name and date of birth: the same child only where the postcode is the same too."""
        born_on = told.fields.get("born_on")
        if not isinstance(born_on, date):
            return Match()
        name = folded(str(told.fields.get("surname", ""))), folded(str(told.fields.get("forename", "")))
        held = [one for one in self.by_name.get((*name, born_on), []) if not self._another(told, one)]
        same_home = [one for one in held if one.postcode and one.postcode == postcode_of(told)]
        if len(same_home) == 1:
            return Match(same_home[0], "NAME")
        if same_home:
            return Match(same_home[0], doubt="more than one record has this name, date of birth and postcode")
        before = [one for one in held if one.case not in self.of_this_file]
        if before:
            why = "the name and the date of birth are the same, and the postcode is not"
            return Match(before[0], doubt=why)
        return Match(namesake=held[0] if held else None)  # one file tells of two children

    def _another(self, told: CaseHistory, one: OnRecord) -> bool:
        """True for a child who is certainly another: by number, or because somebody has decided so."""
        upn, uln = told.identifiers.get("UPN", ""), told.identifiers.get("ULN", "")
        by_number = bool((upn and one.upn and upn != one.upn) or (uln and one.uln and uln != one.uln))
        return by_number or (one.case, key_of(told)) in self.others


def load(authority: str) -> Register:
    """Everybody on record now, and what was decided of doubts before. Three queries."""
    columns = ("id", "reference", *(f"person__{column}" for column in PERSON_COLUMNS))
    register = Register()
    people: dict[UUID, OnRecord] = {}
    for row in Case.objects.filter(authority=authority).order_by("reference").values_list(*columns):
        case, reference, forename, surname, born_on, upn, uln, postcode, key = row
        one = OnRecord(case, reference, forename, surname, born_on, upn, uln, _postcode(postcode), key)
        people[one.case] = one
        register.add(one)
    decided = ImportConflict.objects.filter(authority=authority, about="PERSON").exclude(decision="")
    others = set()
    for case, decision, offers in decided.values_list("case_id", "decision", "offers"):
        if decision == "TAKEN":
            register.decided[offers["import_key"]] = people[case]
        else:
            others.add((case, offers["import_key"]))
    register.others = frozenset(others)
    return register


def key_of(told: CaseHistory) -> str:
    """The stable key of a person in returns: the strongest number, else the name with birth date and postcode."""
    key = told.keys[0]
    if key.startswith("NAME:"):
        key = f"{key}|{postcode_of(told)}"
    return key[:LONGEST_KEY]


def on_record(case: Case, told: CaseHistory) -> OnRecord:
    """A person who has just been entered, for the rest of the run."""
    person = case.person
    return OnRecord(
        case.id,
        case.reference,
        person.forename,
        person.surname,
        person.born_on,
        person.upn,
        person.uln,
        _postcode(person.postcode),
        key_of(told),
    )


def postcode_of(told: CaseHistory) -> str:
    """The postcode that the source gives, as it is compared."""
    return _postcode(str(told.fields.get("postcode", "")))


def _postcode(text: str) -> str:
    return "".join(text.upper().split())


def _other_name(told: CaseHistory, one: OnRecord) -> bool:
    pairs: Iterable[tuple[str, str]] = (("surname", one.surname), ("forename", one.forename))
    return any(_differs(folded(str(told.fields.get(name, ""))), folded(held)) for name, held in pairs)


def _differs(told: object, held: object) -> bool:
    return bool(told and held and told != held)
