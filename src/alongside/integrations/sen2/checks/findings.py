"""What was found, and the notebook in which the checks write it down."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from alongside.integrations.sen2 import layout, returns
from alongside.integrations.sen2.checks import catalogue, circumstances

MODULES: Final[Mapping[str, str]] = {
    "sen2": "0 Header",
    "person": "1 Person",
    "requests": "2 Requests",
    "assessment": "3 Assessment",
    "namedplan": "4a Named plan",
    "plandetail": "4b Plan detail",
    "activeplans": "5a Active plans",
    "placementdetail": "5b Placement detail",
    "senneed": "5c SEN need",
}
"""DfE's number and name of the module that a table is."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong or must be explained.

    `person` is the UPN, the ULN or “person 17”, never a name; "" where it is about the whole return. `row` is the
    line of the XML, or the row of the file or sheet. `value` is as the return has it, dates as ISO text. `same_as` are
    the checks of witan.sen2 that find the same; `key` is the check of the rule.
    """

    rule: str
    severity: str
    module: str
    person: str
    item: str
    value: str
    message: str
    mend: str
    row: int
    same_as: tuple[str, ...] = ()
    key: str = ""

    def as_json(self) -> dict[str, Any]:
        """The finding as plain JSON."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "module": self.module,
            "person": self.person,
            "item": self.item,
            "value": self.value,
            "message": self.message,
            "mend": self.mend,
            "row": self.row,
            "same_as": list(self.same_as),
        }

    def sentence(self) -> str:
        """The same in words."""
        place = ", ".join(p for p in (self.person, f"module {self.module}", self.item) if p)
        at = f", line or row {self.row}" if self.row else ""
        return f"{self.rule} {self.severity}: {place}{at}: {self.message}. {self.mend}"


class Notebook:
    """Takes down findings of the person who is being checked. Read `found` and clear it after each."""

    def __init__(self, told: circumstances.Circumstances) -> None:
        self.told = told
        self.who = ""
        self.found: list[Finding] = []
        self.unreadable: Counter[tuple[str, int, str]] = Counter()
        """Items given but not readable: those are told already, and are not also missing."""
        self._rules = catalogue.load()

    def tell(
        self, key: str, row: int, value: object = "", *, table: str = "", item: str = "", **words: object
    ) -> None:
        """Write down that the check `key` failed. `table` and `item` where they are not its usual ones."""
        check = self._rules.checks[key]
        shown = {name: in_words(word) for name, word in words.items()}
        shown["value"] = in_words(value)
        self.found.append(
            Finding(
                check.rule,
                check.severity,
                MODULES[table or check.table],
                self.who if (table or check.table) != "sen2" else "",
                item or check.item,
                value.isoformat() if isinstance(value, date) else shown["value"],
                check.says.format_map(shown),
                check.mend.format_map(shown),
                row,
                check.same_as,
                check.key,
            )
        )

    def missing(self, key: str, row: int, *, table: str = "", item: str = "", **words: object) -> None:
        """The same for an item that is not there, unless it was given and could not be read."""
        if self.unreadable:
            check = self._rules.checks[key]
            place = (table or check.table, row, (item or check.item).lower())
            if self.unreadable[place]:
                self.unreadable[place] -= 1
                return
        self.tell(key, row, table=table, item=item, **words)

    def could_not_be_used(self, one: returns.Unusable) -> None:
        """Write down what the reader could not use. MISSING is left to the rules, which know when it matters."""
        if one.kind == "MISSING":
            return
        way = self._rules.unusable[one.kind]
        rule = (
            self._rules.rules[way["rule"]]
            if way["rule"]
            else self._rules.of_unreadable(one.table, one.column)
        )
        if one.kind == "VALUE":
            self.unreadable[one.table, one.row, one.column] += 1
        self.found.append(
            Finding(
                rule.id,
                rule.severity,
                MODULES[one.table],
                one.person,
                layout.ITEM_NAMES.get((one.table, one.column), one.column),
                one.value,
                one.reason,
                way["mend"],
                one.row,
                tuple(self._rules.unreadable_same_as.get(one.column, ()))
                if one.kind == "VALUE"
                else rule.same_as,
            )
        )


def in_words(value: object) -> str:
    """A value as people write it."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return "" if value is None else str(value)
