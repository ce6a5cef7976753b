"""Plain records from the child become the frozen values of `returns`; what cannot be used is reported."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from alongside.integrations.identifiers import numbers
from alongside.integrations.sen2 import items, layout, returns

LONGEST_VALUE = 80
MISSING = "MISSING"
UNKNOWN_ITEM = "no item of this name belongs to this table, so it was not read anywhere in the file"
NHS_NUMBER = frozenset({"nhsnumber", "nhsno"})
Shape = tuple[str, ...]
"""A table and the columns of one of its rows, in their order."""
MOST_SHAPES = 10_000
"""More than any honest return has: a file made to be strange may not fill the memory with them."""
NEEDED = (("person", "personbirthdate"), ("requests", "requestoutcome"), ("placementdetail", "entrydate"))


class Builder:
    """Builds persons one by one and keeps the report of what was not used.

    A value that cannot be read is left out and its row kept. A row is left out whole only where nothing in it
    could be relied on: a need without a type, a second assessment under one request.
    """

    def __init__(self) -> None:
        self.unusable: list[returns.Unusable] = []
        self._count = 0
        self._who = ""
        self._unknown: set[tuple[str, str]] = set()
        self.columns: dict[str, set[str]] = {table: set() for table in layout.TABLES}
        """For each table, the names under which something was given anywhere in the return so far."""
        self._upns: dict[str, str] = {}
        self._shapes: dict[Shape, tuple[tuple[str, items.Item | None], ...]] = {}

    def header(self, node: Mapping[str, Any]) -> returns.Header:
        """The header of the return."""
        self._who = ""
        return returns.Header(**self._fields("sen2", node))

    def person(self, node: Mapping[str, Any]) -> returns.Person:
        """The next person of the return with everything under them."""
        self._count += 1
        self._who = f"person {self._count}"
        fields = self._fields("person", node)
        self._who = fields.get("upn") or fields.get("uln") or self._who
        person = returns.Person(**fields, **self._children("person", node))
        if person.born_on is None and "personbirthdate" not in node:
            self._report(
                "person",
                node,
                "personbirthdate",
                "",
                "there is no date of birth, so no age can be told",
                MISSING,
            )
        if not person.requests:
            self._report(
                "person",
                node,
                "",
                "",
                "this person has no request, so there is nothing to count or import",
                MISSING,
            )
        return self._with_upn_once(person)

    def reported(self, found: Mapping[str, Any]) -> None:
        """Take over what the child could not use."""
        self.unusable.append(returns.Unusable(person="", **{**found, "value": _short(found["value"])}))

    def _with_upn_once(self, person: returns.Person) -> returns.Person:
        """The person without their UPN where another person of the file has it: two children, never one."""
        if person.upn is None:
            return person
        name = f"{person.surname}|{person.forename}|{person.born_on}".casefold()
        if self._upns.setdefault(person.upn, name) == name:
            return person
        self._who = f"person {self._count}"
        why = "an earlier person here has this UPN with another name or date of birth, so it was left out"
        self.unusable.append(
            returns.Unusable("person", person.row, self._who, "upn", person.upn, why, "DUPLICATE")
        )
        return replace(person, upn=None)

    def _fields(self, table: str, node: Mapping[str, Any]) -> dict[str, Any]:
        fields: dict[str, Any] = {"row": node["_row"]}
        shape = (table, *node)
        for column, item in self._shapes.get(shape) or self._shape(shape):
            if item is None:
                if column in items.PLACES:
                    why = f"a {column} row does not belong directly under {table}, so it was not read"
                    self._report(table, node, column, "", why, "MISPLACED")
                else:
                    self._strange(table, node, column, node[column], fields)
                continue
            try:
                fields[item[0]] = item[1](node[column])
            except ValueError as error:
                self._report(table, node, column, node[column], str(error))
        for column, text in node.get("_again", ()):
            self._report(table, node, column, text, "this item is given twice; the first was used", "TWICE")
        for column in node.get("_unknown", ()):
            why = "no group of items of this name belongs here, so it was not read"
            self._report(table, node, column, "", why, "MISPLACED")
        return fields

    def _shape(self, shape: Shape) -> tuple[tuple[str, items.Item | None], ...]:
        """What to read of every row with these columns, in their order: most rows of a return are alike."""
        table, *names = shape
        self.columns[table].update(names)
        below = layout.CHILDREN.get(table, ())
        read = [
            (name, items.ITEMS[table].get(name)) for name in names if name[0] != "_" and name not in below
        ]
        if len(self._shapes) < MOST_SHAPES:
            self._shapes[shape] = tuple(read)
        return tuple(read)

    def _strange(
        self, table: str, node: Mapping[str, Any], column: str, text: str, fields: dict[str, Any]
    ) -> None:
        """A column under another name, or not known at all: that is reported once for the whole file."""
        proper = layout.column_name(table, column)
        item = items.ITEMS[table].get(proper)
        if item is not None and proper not in node:
            try:
                fields[item[0]] = item[1](text)
            except ValueError as why:
                self._report(table, node, column, text, str(why))
        elif column in NHS_NUMBER:
            self._nhs_number(table, node, column, text)
        elif (table, column) not in self._unknown and not layout.is_machinery(column):
            self._unknown.add((table, column))
            self._report(table, node, column, text, UNKNOWN_ITEM, "UNKNOWN")

    def _nhs_number(self, table: str, node: Mapping[str, Any], column: str, text: str) -> None:
        """Not an item of the return yet, but where a file has it, a wrong one is told."""
        if (table, column) not in self._unknown:
            self._unknown.add((table, column))
            self._report(table, node, column, text, UNKNOWN_ITEM, "UNKNOWN")
        try:
            numbers.nhs_number(text)
        except ValueError as error:
            self._report(table, node, column, text, str(error))

    def _children(self, table: str, node: Mapping[str, Any]) -> dict[str, Any]:
        children: dict[str, Any] = {}
        for name in layout.CHILDREN.get(table, ()):
            nodes = node.get(name)
            if not nodes:
                continue
            attribute, only_one = items.PLACES[name]
            built = []
            for below in nodes:
                found = self._row(name, below)
                if found is not None:
                    built.append(found)
            if not only_one:
                children[attribute] = tuple(built)
                continue
            children[attribute] = built[0]
            for extra in built[1:]:
                why = f"a {table} row can have only one; the first was used"
                self._report(name, {"_row": extra.row}, "", "", why, "SECOND")
        return children

    def _row(self, table: str, node: Mapping[str, Any]) -> Any:
        fields = self._fields(table, node)
        children = self._children(table, node)
        if table == "activeplans":
            _move_2023_items(fields, children)
            for left, column in (("residential", "res"), ("work_based", "wbp")):
                if (value := fields.pop(left, None)) is not None:
                    why = "there is no placement that this could belong to"
                    self._report(table, node, column, value, why, "MISPLACED")
        if table == "senneed" and "type" not in fields:
            if "sentype" not in node:
                why = "a need without a type says nothing, so the row was left out"
                self._report(table, node, "sentype", "", why, MISSING)
            return None
        for where, column in NEEDED:
            if where == table and column not in node:
                self._report(table, node, column, "", "this item must be there and is missing", MISSING)
        return items.CLASSES[table](**fields, **children)

    def _report(
        self,
        table: str,
        node: Mapping[str, Any],
        column: str,
        value: object,
        reason: str,
        kind: str = "VALUE",
    ) -> None:
        row = node["_row"]
        self.unusable.append(returns.Unusable(table, row, self._who, column, _short(value), reason, kind))


def _move_2023_items(fields: dict[str, Any], children: dict[str, Any]) -> None:
    """Give the residential and work-based items of a 2023 active plan to its first placement of rank 1."""
    placements: tuple[returns.Placement, ...] = children.get("placements", ())
    moved = {name: fields[name] for name in ("residential", "work_based") if name in fields}
    if not moved or not placements:
        return
    at = next((i for i, p in enumerate(placements) if p.rank == "1"), 0)
    children["placements"] = (*placements[:at], replace(placements[at], **moved), *placements[at + 1 :])
    for name in moved:
        del fields[name]


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"
