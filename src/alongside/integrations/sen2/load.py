"""Takes a return over into the records: read in the limited child, mapped to histories, recorded in one go."""

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path, PurePath
from uuid import UUID

from alongside.app.actions import imports
from alongside.app.actions.imports import Outcome, Rejected, Seen, Source
from alongside.app.actor import Actor
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import plan, read, returns

CHUNK = 1 << 20
FAULT = (
    "Something went wrong in Alongside itself while this file was being taken over. Nothing of it was kept. Please "
    "tell whoever runs Alongside; the file is not the reason."
)


@dataclass(frozen=True, slots=True)
class File:
    """One file to take over: where it is, what its owner calls it, and the year told with it, if any.

    `run` is the run of a file that was handed in.
    """

    path: Path
    name: str
    year: int | None = None
    run: UUID | None = None


def take_over(file: File, *, by: Actor, at: datetime, seen: Seen | None = None) -> Outcome:
    """Import a return. `file.year` is the return's year, needed where it has no header (a workbook).

    Raises `Refused` with a sentence for what is no return, of another authority or another year; nothing is kept.
    """
    reading = read.open_return(file.path)
    histories = plan.case_histories(reading, year=file.year)
    first = next(histories, None)  # the header is known once the first person is
    header = reading.header or returns.Header()
    year = header.year or file.year
    if year is None or first is None:
        raise Refused(f"{file.name}: nobody in it could ever be known again, so nothing can be taken over.")
    check_year(file, header, at)
    source = Source(
        name=f"SEN2 {year}",
        file_name=file.name,
        sha256=digest(file.path),
        authority=header.lea or "",
        as_at=header.reference_on or returns.census_day(year),
        run=file.run,
    )

    def rejected() -> Iterator[Rejected]:
        for each in reading.unusable:
            yield Rejected(each.table, each.row, each.person, each.column, each.value, each.reason)

    return imports.take_over(source, chain([first], histories), rejected, by=by, at=at, seen=seen)


def hand_in(file_name: str, content: bytes, *, year: int | None, by: Actor, at: datetime) -> UUID:
    """Keep a return that came through a page until it is taken over. Its first person is read at once, in the child.

    Raises `Refused` for what is no return, of another authority or another year. Returns the run.
    """
    with tempfile.TemporaryDirectory(prefix="return-") as folder:
        path = Path(folder) / f"return{PurePath(file_name).suffix[:8]}"
        path.write_bytes(content)
        file = File(path, file_name, year)
        try:
            _look_at(file, by=by, at=at)
        except Refused as refusal:
            raise Refused(
                refusal.sentence.replace(path.name, file_name), field=refusal.field or "file"
            ) from refusal
    return imports.hand_in(file_name, content, year=year, by=by, at=at)


def _look_at(file: File, *, by: Actor, at: datetime) -> None:
    """Read as far as the first person, which is enough to know whose return it is."""
    reading = read.open_return(file.path)
    persons = reading.persons()
    next(persons)
    persons.close()  # type: ignore[attr-defined]  # a generator: this ends the child
    header = reading.header or returns.Header()
    year = header.year or file.year
    if year is None:
        raise Refused("This file does not say of which year it is the return. Enter the year.", field="year")
    check_year(file, header, at)
    as_at = header.reference_on or returns.census_day(year)
    imports.check_source(Source(f"SEN2 {year}", file.name, "", header.lea or "", as_at), by=by, at=at)


def take_over_waiting(*, by: Actor, at: datetime) -> UUID | None:
    """Import the file that has waited longest, or keep with its run why not. Returns the run; None if none waits."""
    waiting = imports.next_waiting(by=by, at=at)
    if waiting is None:
        return None
    with tempfile.TemporaryDirectory(prefix="return-") as folder:
        path = Path(folder) / f"return{PurePath(waiting.file_name).suffix[:8]}"
        path.write_bytes(waiting.content)
        try:
            take_over(File(path, waiting.file_name, waiting.year, waiting.run), by=by, at=at)
        except Refused as refusal:
            sentence = refusal.sentence.replace(path.name, waiting.file_name)
            imports.refuse(waiting.run, sentence, by=by, at=at)
        except Exception:
            imports.refuse(waiting.run, FAULT, by=by, at=at)  # or it would be tried for ever
            raise
    return waiting.run


def check_year(file: File, header: returns.Header, at: datetime) -> None:
    """Refuse a year that the file contradicts, that has no such return, or that has not come."""
    told = header.year or file.year
    assert told is not None
    if file.year is not None and header.year is not None and file.year != header.year:
        raise Refused(
            f"{file.name}: the file says that it is the return of {header.year}, not of {file.year}. "
            "Leave the year out, or choose the right file.",
            field="year",
        )
    if told < returns.FIRST_YEAR:
        raise Refused(
            f"{file.name}: {told} is before the first return about persons, that of {returns.FIRST_YEAR}. "
            "Check the year.",
            field="year",
        )
    if told > at.year + 1:
        raise Refused(
            f"{file.name}: the return of {told} is still to come. Check the year of the return.", field="year"
        )


def digest(path: Path) -> str:
    """The SHA-256 of a file, or of the files of a folder in the order of their names."""
    found = hashlib.sha256()
    files = sorted(entry for entry in path.iterdir() if entry.is_file()) if path.is_dir() else [path]
    for file in files:
        with file.open("rb") as content:
            while chunk := content.read(CHUNK):
                found.update(chunk)
    return found.hexdigest()
