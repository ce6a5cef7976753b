"""What a source says otherwise, and persons about whom there is a doubt: kept for somebody to decide, once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from alongside.app.importing.matching import Match, key_of
from alongside.core.case import told_json
from alongside.core.case.differences import Conflict
from alongside.core.case.told import CaseHistory
from alongside.records.models import ImportConflict

Known = tuple[UUID, str, str, str]
LONGEST = {"what": 160, "held": 300, "offered": 300}
DOUBT = "perhaps the same child"


@dataclass(slots=True)
class Disputed:
    """The disagreements of one run. One that is on record already, decided or not, is not raised again."""

    authority: str
    known: set[Known]
    rows: list[ImportConflict] = field(default_factory=list)

    def doubt(self, told: CaseHistory, match: Match) -> None:
        """A person who may be one on record."""
        assert match.found is not None
        offers = {"history": told_json.of_history(told), "import_key": key_of(told), "why": match.doubt}
        self._add(match.found.case, "PERSON", (DOUBT, match.found.words, words_of(told)), offers)

    def conflicts(self, case: UUID, found: Iterable[Conflict], source: str) -> None:
        """Facts and items of somebody on record that the source tells otherwise."""
        for conflict in found:
            is_request = conflict.subject.startswith("request|") and conflict.subject.count("|") == 1
            about = "ITEM" if conflict.item else "REQUEST" if is_request else "FACT"
            offers: dict[str, Any] = {"events": told_json.of_drafts(conflict.offers), "source": source}
            if conflict.item:
                offers["item"] = [conflict.item[0], str(conflict.item[1])]
            self._add(case, about, (conflict.subject, conflict.held, conflict.told), offers)

    def _add(self, case: UUID, about: str, texts: tuple[str, str, str], offers: dict[str, Any]) -> None:
        what, held, offered = (_short(text, most) for text, most in zip(texts, LONGEST.values(), strict=True))
        if (case, what, held, offered) in self.known:
            return
        self.known.add((case, what, held, offered))
        self.rows.append(
            ImportConflict(
                authority_id=self.authority,
                case_id=case,
                about=about,
                what=what,
                held=held,
                offered=offered,
                offers=offers,
            )
        )

    def save(self, run: UUID) -> int:
        """Save what is new. Returns how many."""
        for row in self.rows:
            row.run_id = run
        ImportConflict.objects.bulk_create(self.rows, batch_size=1000)
        return len(self.rows)


def load(authority: str) -> Disputed:
    """With every disagreement on record."""
    rows = ImportConflict.objects.filter(authority=authority)
    return Disputed(authority, set(rows.values_list("case_id", "what", "held", "offered")))


def words_of(told: CaseHistory) -> str:
    """The person as the source has them."""
    name = " ".join(str(told.fields[part]) for part in ("forename", "surname") if part in told.fields)
    born = told.fields.get("born_on")
    numbers = ", ".join(f"{kind} {number}" for kind, number in told.identifiers.items())
    parts = (name, f"born {born:%-d %B %Y}" if born else "", str(told.fields.get("postcode", "")), numbers)
    return ", ".join(part for part in parts if part)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
