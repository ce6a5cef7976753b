"""How fast a council's files are checked, side by side in one run on this machine.

Annex A: a workbook with rows in each list, read, checked and told end to end (children included), against a baseline
that restates the 29 public rules over openpyxl and plain Python. (The public validator itself uses pandas over
openpyxl, which spends about nine tenths of its time in the same openpyxl reading; pandas is not among this project's
libraries, so the ratio to it is not measured here.) The two must flag the same rows by the 29 rules.

SEN2: XML of persons read, checked and figured, with seconds per person at the largest size over the smallest.

Memory is the largest sum of resident memory of this process and its children, looked at every 50 ms. Exit status 1
where a target is missed: Annex A of 100,000 rows in each list in 4 s and 500 MB; SEN2 of 9,000 persons in 1.5 s, 90,000
in 15 s, 900,000 in 4 minutes and 4 GB.

    python benchmarks/returns.py              Annex A of 100,000 rows in each list, SEN2 of 90,000 persons
    python benchmarks/returns.py --quick      10,000 rows, 9,000 persons
    python benchmarks/returns.py --england    and 900,000 persons
"""

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell

from alongside.integrations.annex_a import columns, synthetic, validate
from alongside.integrations.sen2 import synthetic as persons_of
from alongside.integrations.sen2 import synthetic_files
from alongside.integrations.sen2 import validate as sen2

ON = date(2026, 1, 15)
FAULTS = 0.02
ANNEX_TARGET, ANNEX_MEMORY = 4.0, 500.0
SEN2_TARGETS = {9_000: 1.5, 90_000: 15.0, 900_000: 240.0}
SEN2_MEMORY = 4_000.0
MISSING = (("born", "01a"), ("gender", "01b"), ("ethnicity", "01c"), ("need", "01d"), ("disability", "03"))
Flagged = set[tuple[int, str, int]]


class Memory:
    """The largest resident memory, in MB, of this process and its children while it is watched."""

    def __init__(self) -> None:
        self.most = 0.0
        self._stop = threading.Event()

    @contextmanager
    def watched(self) -> Iterator[None]:
        watcher = threading.Thread(target=self._watch, daemon=True)
        watcher.start()
        try:
            yield
        finally:
            self._stop.set()
            watcher.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.05):
            own = Path("/proc/self/task").iterdir()
            children = [c for task in own for c in _read(task / "children").split()]
            total = sum(_resident(number) for number in ("self", *children))
            self.most = max(self.most, total)


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def _resident(number: str) -> float:
    fields = _read(Path("/proc") / number / "statm").split()
    return int(fields[1]) * 4096 / 1e6 if fields else 0.0


def make_lists(path: Path, rows: int) -> None:
    """A workbook as openpyxl writes it, with about two faults in a hundred rows for each of several rules."""
    book = openpyxl.Workbook(write_only=True)
    dice = Random(7)
    for number in columns.BOTH:
        sheet = book.create_sheet(f"List_{number}")
        held = [column for column in columns.COLUMNS if number in column.lists]
        sheet.append([column.heading for column in held])
        for row in synthetic.rows(synthetic.Making(rows, ON), number):
            faulty = {**row, **_fault(dice, row)}
            sheet.append([_cell(sheet, faulty.get(column.name)) for column in held])
    book.save(path)


def _cell(sheet: Any, value: Any) -> Any:
    if not isinstance(value, date):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = "dd/mm/yyyy"
    return cell


def _fault(dice: Random, row: Mapping[str, Any]) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in ("born", "gender", "ethnicity", "need", "disability", "urn", "upn"):
        if dice.random() < FAULTS:
            changes[name] = None
    for name, on in (("born", date(2000, 6, 1)), ("born", date(1999, 6, 1)), ("born", date(2030, 1, 1))):
        if dice.random() < FAULTS:
            changes[name] = on
    for name in ("initial", "updated", "reviewed"):
        if name in row and dice.random() < FAULTS:
            changes[name] = date(2030, 1, 1)
    if dice.random() < FAULTS:
        changes |= {"urn": None, "subsidiary": "b) Primary"}
    if dice.random() < FAULTS:
        changes["upn"] = "X845212818005"
    return changes


def baseline(path: Path) -> Flagged:
    """The 29 public rules over openpyxl, row by row, as somebody would write them who trusts every cell."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    flagged: Flagged = set()
    for number in columns.BOTH:
        rows = book[f"List_{number}"].iter_rows(values_only=True)
        names = {column.heading: column.name for column in columns.COLUMNS}
        heads = [names[str(heading)] for heading in next(rows)]
        seen: dict[str, list[int]] = {}
        for at, cells in enumerate(rows, start=1):
            row = dict(zip(heads, cells, strict=False))
            flagged |= {(number, f"{number}{rule}", at) for rule in _broken(row, number)}
            if row.get("upn"):
                seen.setdefault(row["upn"], []).append(at)
        flagged |= {(number, f"{number}09", at) for rows_ in seen.values() if len(rows_) > 1 for at in rows_}
    book.close()
    return flagged


def _broken(row: Mapping[str, Any], number: int) -> Iterator[str]:
    for name, rule in MISSING:
        if not row.get(name):
            yield rule
    born = _day(row.get("born"))
    if born is not None:
        yield from _by_age(row, born)
    if number == 1:
        yield from _plan_dates(*(_day(row.get(name)) for name in ("initial", "updated", "reviewed")))


def _by_age(row: Mapping[str, Any], born: date) -> Iterator[str]:
    age = ON.year - born.year - ((ON.month, ON.day) < (born.month, born.day))
    if age >= 25:
        yield "02a" if age == 25 else "02b"
    if born > ON:
        yield "05a"
    if age >= 6 and not row.get("upn") and not row.get("uln"):
        yield "07"
    if 5 <= age < 16 and not row.get("urn"):
        yield "08b" if row.get("subsidiary") else "08a"


def _plan_dates(initial: date | None, updated: date | None, reviewed: date | None) -> Iterator[str]:
    for day, rule in ((initial, "05b"), (updated, "05c"), (reviewed, "05d")):
        if day is not None and day > ON:
            yield rule
    for day, rule in ((updated, "06a"), (reviewed, "06b")):
        if initial is not None and day is not None and initial > day:
            yield rule


def _day(value: Any) -> date | None:
    return value.date() if hasattr(value, "date") else value


def timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Seconds, megabytes and what came of it."""
    memory = Memory()
    with memory.watched():
        began = time.perf_counter()
        found = work()
        seconds = time.perf_counter() - began
    return seconds, memory.most, found


def annex_a(folder: Path, rows: int, *, with_baseline: bool) -> bool:
    path = folder / f"{rows}.xlsx"
    make_lists(path, rows)
    seconds, megabytes, checked = timed(lambda: validate.check(path, on=ON))
    public = {(f.list, f.rule, f.row) for f in checked.findings if f.rule[0].isdigit()}
    told = len(checked.findings)
    line = f"Annex A, {rows:,} rows in each list: {seconds:.2f} s, {megabytes:.0f} MB, {told:,} findings"
    if with_baseline:
        slow, _, flagged = timed(lambda: baseline(path))
        assert flagged == public, sorted(flagged ^ public)[:5]
        line += f"; baseline {slow:.2f} s: {slow / seconds:.1f} times as long; {len(public):,} rows flagged, the same"
    print(line, flush=True)
    return rows < 100_000 or (seconds <= ANNEX_TARGET and megabytes <= ANNEX_MEMORY)


def returns(folder: Path, sizes: list[int]) -> bool:
    taken, well = {}, True
    for size in sizes:
        path = folder / f"{size}.xml"
        making = persons_of.Making(size)
        synthetic_files.write_xml(path, persons_of.header(making), persons_of.persons(making))

        done = sen2.Validation(path)
        seconds, megabytes, found = timed(lambda done=done: sum(1 for _ in done.findings()))
        assert done.persons == size
        assert done.figures is not None
        taken[size] = seconds
        print(
            f"SEN2, {size:,} persons, {path.stat().st_size / 1e6:.0f} MB of XML: read, checked and figured in "
            f"{seconds:.2f} s, {megabytes:.0f} MB, {found:,} findings (target {SEN2_TARGETS[size]:g} s)",
            flush=True,
        )
        well = well and seconds <= SEN2_TARGETS[size] and megabytes <= SEN2_MEMORY
        path.unlink()
    small, large = min(sizes), max(sizes)
    print(
        f"SEN2: seconds per person at {large:,} over {small:,}: {taken[large] / large / (taken[small] / small):.2f}"
    )
    return well


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small files only")
    parser.add_argument("--england", action="store_true", help="and 900,000 persons")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        well = annex_a(folder, 10_000, with_baseline=True)
        if not chosen.quick:
            well = annex_a(folder, 100_000, with_baseline=True) and well
        sizes = [9_000] if chosen.quick else [9_000, 90_000, *([900_000] if chosen.england else [])]
        well = returns(folder, sizes) and well
    print("every target met" if well else "a target was missed")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
