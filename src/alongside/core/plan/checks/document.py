"""A plan as passages: each with its words, its section, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from alongside.core.plan.checks import columns, language, lexicon
from alongside.core.plan.checks.blocks import Block, Cell, Grid, Line, Written, lines_of
from alongside.core.plan.checks.headings import FRONT, SECTIONS, Heading, heading_of

LONGEST_HEADING = 120
_NUMBER = lexicon.pattern("document.number")
_ONLY_FOR = lexicon.pattern("document.only_for")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or what stands in one cell.

    `table` and `row` are 0 outside tables. `label` is the heading of the column, or what stands to the left in a
    form, or the word before a colon ("Who"); `role` is what that label means. `heading` is the nearest heading
    above that does not begin a section.
    """

    number: int
    section: str
    text: str
    is_heading: bool = False
    is_listed: bool = False
    heading: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    label: str = ""
    role: str = ""

    @property
    def place(self) -> str:
        """Where a reader finds it."""
        where = "front page or margin" if self.section == FRONT else f"Section {self.section}"
        if self.table:
            where += f", table {self.table}, row {self.row}"
        return where + (f", “{self.label}”" if self.label else "")


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A whole plan: every passage in reading order, and the heading under which each section stands."""

    name: str
    passages: tuple[Passage, ...]
    headings: dict[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    _by_section: dict[str, tuple[Passage, ...]] = field(default_factory=dict)

    def of(self, *sections: str) -> tuple[Passage, ...]:
        """The passages of these sections without headings."""
        return tuple(passage for section in sections for passage in self._by_section.get(section, ()))

    def text(self, *sections: str) -> str:
        """The words of these sections, a line for each passage."""
        return "\n".join(passage.text for passage in self.of(*sections))

    def has(self, section: str) -> bool:
        """True where the section has a heading of its own."""
        return section in self.headings


@dataclass(slots=True)
class _Reader:
    """Goes down the document and remembers where it is."""

    section: str = FRONT
    heading: str = ""
    tables: int = 0
    found: list[Passage] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    by_title: frozenset[str] = frozenset()
    waiting: str = ""

    def walk(self, blocks: Iterable[Block], *, is_alone: bool = False) -> None:
        for block in blocks:
            if isinstance(block, Line):
                self.line(block, is_alone=is_alone)
            else:
                self.grid(block)

    def line(self, line: Line, *, is_alone: bool = False) -> None:
        text = language.clean(line.text)
        if not text:
            return
        for part in text.split("\n"):
            self._line(Line(part.strip(), line.level, line.is_bold, line.is_listed), is_alone=is_alone)

    def _line(self, line: Line, *, is_alone: bool) -> None:
        is_marked = bool(line.level) or line.is_bold or is_alone
        if not line.text or self.begins(line.text, is_marked=is_marked):
            return
        only = columns.label_only(line.text)
        if only and self.section != FRONT:
            self.waiting = only
            return
        if self._is_heading(line):
            self.heading = line.text
            self.put(line.text, is_heading=True)
            return
        label, role, _ = columns.labelled(line.text)
        if not label and self.waiting:
            label, role = self.waiting, columns.role_of(self.waiting)
        self.waiting = ""
        self.put(line.text, is_listed=line.is_listed, label=label, role=role)

    def _is_heading(self, line: Line) -> bool:
        """Set apart; or a line in B to H2 that only says what those under it are for."""
        if line.level or (
            line.is_bold and not line.text.endswith((".", "?", "!")) and len(line.text) < LONGEST_HEADING
        ):
            return True
        if self.section in (FRONT, "A", "I", "J", "K"):
            return False
        return not line.is_listed and bool(_ONLY_FOR.match(line.text))

    def begins(self, text: str, *, is_marked: bool) -> bool:
        heading = heading_of(text, is_marked=is_marked)
        if heading is None or (heading.by_title and heading.letter not in self.by_title):
            return False
        self._begin(heading, text)
        return True

    def _begin(self, heading: Heading, text: str) -> None:
        if heading.letter in self.headings and not any(p.section == heading.letter for p in self.found):
            self.order.remove(heading.letter)  # that was a table of contents
            del self.headings[heading.letter]
        if heading.letter not in self.headings:
            self.headings[heading.letter] = text
            self.order.append(heading.letter)
        self.section, self.heading = heading.letter, ""

    def grid(self, grid: Grid) -> None:
        rows = [[cell for cell in row if cell.text or cell.goes_on] for row in grid.rows]
        if all(len(row) <= 1 for row in rows) or _is_layout(grid):
            for row in grid.rows:
                for cell in row:
                    lines = [block for block in cell.blocks if isinstance(block, Grid) or block.text.strip()]
                    self.walk(lines, is_alone=len(lines) == 1 and len(language.words(cell.text)) < 24)
            return
        part: list[tuple[Cell, ...]] = []
        for row in grid.rows:
            if self._heads(row):
                self.part(part)
                filled = [cell.text for cell in row if cell.text]
                self.begins(" ".join(filled), is_marked=True)
                part = []
            else:
                part.append(row)
        self.part(part)

    def _heads(self, row: tuple[Cell, ...]) -> bool:
        """True for a row that begins a section: one table may hold several."""
        filled = [cell for cell in row if cell.text]
        if not filled or len(filled) > 2 or not (_is_bold(filled) or len(filled) == 1):
            return False
        heading = heading_of(" ".join(cell.text for cell in filled), is_marked=True)
        return heading is not None and (not heading.by_title or heading.letter in self.by_title)

    def part(self, rows: list[tuple[Cell, ...]]) -> None:
        """The rows of one table that belong to one section."""
        if not any(cell.text for row in rows for cell in row):
            return
        self.tables += 1
        layout = columns.Layout.of([[cell.text for cell in row] for row in rows])
        above: dict[int, str] = {}
        for number, row in enumerate(rows, 1):
            if number in layout.header_rows:
                continue
            for column, cell in enumerate(row):
                if not cell.goes_on:
                    above[column] = cell.text
                elif layout.role(number, column) not in ("need", "what", "outcome"):
                    continue
                self.cell(above.get(column, ""), number, column, layout)

    def cell(self, text: str, row: int, column: int, layout: columns.Layout) -> None:
        if layout.is_label(row, column) or not text.strip():
            return
        for part in text.split("\n"):
            if not part.strip():
                continue
            self.put(
                part.strip(),
                table=self.tables,
                row=row,
                column=column,
                label=layout.label(row, column),
                role=layout.role(row, column),
            )

    def put(self, text: str, **where: object) -> None:
        heading = "" if where.get("is_heading") else self.heading
        self.found.append(
            Passage(len(self.found), self.section, language.clean(text), heading=heading, **where)  # type: ignore[arg-type]
        )


def _is_bold(row: Iterable[Cell]) -> bool:
    return all(
        line.is_bold or line.level for cell in row for line in lines_of(cell.blocks) if line.text.strip()
    )


def _is_layout(grid: Grid) -> bool:
    """A frame around whole parts of the document: it holds tables rather than values."""
    holds = any(isinstance(block, Grid) for row in grid.rows for cell in row for block in cell.blocks)
    return holds and all(sum(bool(cell.text) for cell in row) <= 2 for row in grid.rows)


def read(written: Written) -> PlanDocument:
    """The plan that a document holds. A document without any section is a plan without sections.

    Lettered headings are looked for first; a section that has none may begin at a heading with its title alone.
    """
    reader = _Reader()
    reader.walk(written.blocks)
    missing = frozenset(section for section in SECTIONS if section not in reader.headings)
    if missing:
        reader = _Reader(by_title=missing)
        reader.walk(written.blocks)
    passages = [*reader.found]
    passages += [Passage(len(passages) + n, FRONT, language.clean(t)) for n, t in enumerate(written.margins)]
    by_section = {
        section: tuple(p for p in passages if p.section == section and not p.is_heading)
        for section in (FRONT, *SECTIONS, "H")
    }
    return PlanDocument(
        written.name, tuple(passages), reader.headings, tuple(reader.order), written.comments, by_section
    )


def first_number(text: str) -> str:
    """The reference at the start of an item: "B3a", "F1.2", "E4", "Outcome 2" → "2"; empty where there is none."""
    match = _NUMBER.match(text)
    return match.group(1) if match else ""
