"""What the columns of a table, the left side of a form and the words before a colon mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.plan.checks import language, lexicon

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, lexicon.pattern(f"columns.{role}")) for role in lexicon.held("patterns")["columns"]["order"]
)
_SHORT = 10
_LABELLED = re.compile(r"^([A-Z][A-Za-z ,/’'()-]{1,45}?)\s*[:–—]\s+(\S.*)$", re.DOTALL)
_LABELS = lexicon.pattern("columns.labels")


def role_of(label: str) -> str:
    """What a label means: need, what, who, when, where, outcome, steps, review, strengths, area, ref; or nothing."""
    lowered = language.clean(label).lower().strip(" :.")
    for role, pattern in _ROLES:
        if pattern.search(lowered):
            return role
    return ""


def labelled(line: str) -> tuple[str, str, str]:
    """The label before a colon, its role, and what follows; three times nothing where there is no such label."""
    match = _LABELLED.match(line)
    if match is None or not _LABELS.match(match.group(1)):
        return "", "", ""
    return match.group(1), role_of(match.group(1)), match.group(2)


def label_only(line: str) -> str:
    """The label that a line is, where what it labels stands on the next: "Who:"; empty for any other line."""
    text = line.strip()
    return (
        text.rstrip(" :")
        if text.endswith(":") and _LABELS.match(text.rstrip(" :")) and len(text.split()) <= 6
        else ""
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is laid out: the labels of its columns, or a form with its labels on the left."""

    header_rows: frozenset[int]
    labels: dict[int, str]
    is_form: bool
    left: dict[int, str]

    @classmethod
    def of(cls, rows: Sequence[Sequence[str]]) -> "Layout":
        """Worked out from the words in the cells alone: authorities mark header rows in too many ways."""
        filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
        wide = [(number, row) for number, row in filled if sum(bool(cell.strip()) for cell in row) > 1]
        if (wide and max(len(row) for _, row in wide) > 2) or (wide and _is_header(wide[0][1], least=2)):
            number, row = wide[0]
            if _is_header(row, least=1):
                return cls(frozenset({number}), dict(enumerate(row)), False, {})
            return cls(frozenset(), {}, False, {})
        lefts = {number: row[0] for number, row in wide if len(row) == 2}
        if lefts and sum(_is_label(left) for left in lefts.values()) >= 0.8 * len(lefts):
            return cls(frozenset(), {}, True, lefts)
        return cls(frozenset(), {}, False, {})

    def is_label(self, row: int, column: int) -> bool:
        """True for the left side of a form."""
        return self.is_form and column == 0 and row in self.left

    def label(self, row: int, column: int) -> str:
        """The label that governs a cell."""
        if self.is_form:
            return self.left.get(row, "").strip() if column else ""
        return self.labels.get(column, "").strip()

    def role(self, row: int, column: int) -> str:
        """What that label means."""
        return role_of(self.label(row, column))


def _is_label(text: str) -> bool:
    return bool(text.strip()) and len(language.words(text)) <= _SHORT and not text.rstrip().endswith(".")


def _is_header(row: Sequence[str], *, least: int) -> bool:
    cells = [cell for cell in row if cell.strip()]
    if not cells or any(len(language.words(cell)) > _SHORT for cell in cells):
        return False
    if any(re.match(r"^[A-K]\d|^\d", cell.strip()) for cell in cells):
        return False
    known = sum(bool(role_of(cell)) or cell.strip().lower() in {"date", "name"} for cell in cells)
    return known >= max(least, (len(cells) + 1) // 2)
