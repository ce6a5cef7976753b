"""Writes the return of one year from live cases: the files, what they hold, and what is wrong in them."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from alongside.app import ports
from alongside.app.actions import returns as records
from alongside.app.actor import Actor
from alongside.app.queries import particulars
from alongside.app.queries import returns as population
from alongside.app.return_facts import ReturnCase
from alongside.core.calendar import london
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import returns, validate
from alongside.integrations.sen2.checks import circumstances
from alongside.integrations.sen2.checks.findings import Finding
from alongside.integrations.sen2.writing import census, files, person, readme, texts

Seen = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One finding on the written return, with the case that it is about; none where it is about the whole."""

    finding: Finding
    case_id: UUID | None = None
    reference: str = ""


@dataclass(slots=True)
class Written:
    """What was written, as things stood on `as_at`. `is_trial` where the census day is still to come."""

    year: int
    as_at: date
    is_trial: bool
    persons: int = 0
    plans: int = 0
    wrong: list[Wrong] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Where:
    """Where to write: an XML file, a folder for the nine CSV files, or both."""

    xml: Path | None = None
    folder: Path | None = None


def write(year: int, where: Where, *, by: Actor, at: datetime, seen: Seen | None = None) -> Written:
    """Write the return of a year, with a README beside it. Files appear whole or not at all.

    Raises Refused for a year without a return, where nobody is to be told of, and where a file cannot be written.
    """
    of = census.census_of(year, ports.today(at), ports.law())
    done = Written(year, of.on, of.on < returns.census_day(year))
    header = _header(year, by, at)
    told = circumstances.Circumstances(year, by.authority, returns.census_day(year))
    try:
        with _Drafts(where, header) as drafts:
            current: list[ReturnCase] = []

            def persons() -> Iterator[returns.Person]:
                for case in population.population(by=by):
                    one = person.person(case, of)
                    if one is not None:
                        current[:] = [case]
                        _count(done, one, seen)
                        drafts.add(one)
                        yield one
                current.clear()

            for finding in validate.findings_of(header, persons(), told):
                about = [(case.case_id, case.reference) for case in current]
                done.wrong.append(Wrong(finding, *about[0]) if about else Wrong(finding))
            if not done.persons:
                raise Refused(f"Nobody is to be told of in the return of {year}, so nothing was written.")
            drafts.keep(readme.text(done.year, done.as_at, done.persons, done.plans))
    except OSError as error:
        name = error.filename or where.xml or where.folder
        raise Refused(f"{name}: the return cannot be written there ({error.strerror}). Choose another place.")
    records.record_written("SEN2", year, done.persons, by=by, at=at)
    return done


def _count(done: Written, one: returns.Person, seen: Seen | None) -> None:
    done.persons += 1
    done.plans += sum(request.active_plan is not None for request in one.requests)
    if seen is not None:
        seen(done.persons)


def _header(year: int, by: Actor, at: datetime) -> returns.Header:
    officers = particulars.officers(by=by)
    return texts.header(year, by.authority, f"{at.astimezone(london.LONDON):%Y-%m-%dT%H:%M:%S}", officers)


class _Drafts:
    """The files while they are being written, beside the place where they are to stand."""

    def __init__(self, where: Where, header: returns.Header) -> None:
        self._where, self._header = where, header
        self._open, self._folders = ExitStack(), ExitStack()
        self._writers: list[files.Xml | files.Blade] = []
        self._moves: list[tuple[Path, Path]] = []

    def __enter__(self) -> "_Drafts":
        xml, folder = self._where.xml, self._where.folder
        if xml is not None:
            draft = self._beside(xml.parent) / xml.name
            self._writers.append(self._open.enter_context(files.Xml(draft, self._header)))
            self._moves.append((draft, xml))
        if folder is not None:
            draft = self._beside(folder.parent) / "csv"
            self._writers.append(self._open.enter_context(files.Blade(draft, self._header)))
            self._moves.append((draft, folder))
        return self

    def _beside(self, place: Path) -> Path:
        return Path(self._folders.enter_context(tempfile.TemporaryDirectory(prefix=".return-", dir=place)))

    def add(self, one: returns.Person) -> None:
        """Write one person into each."""
        for writer in self._writers:
            writer.add(one)

    def keep(self, readme_text: str) -> None:
        """Put the finished files in their places."""
        self._open.close()
        for draft, place in self._moves:
            if draft.is_dir():
                place.mkdir(exist_ok=True)
                for file in sorted(draft.iterdir()):
                    file.replace(place / file.name)
                (place / "README.md").write_text(readme_text, encoding="utf-8")
            else:
                draft.replace(place)
                place.with_name(f"{place.stem}.README.md").write_text(readme_text, encoding="utf-8")

    def __exit__(self, *error: object) -> None:
        self._open.close()
        self._folders.close()
