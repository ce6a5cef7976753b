"""Small invented returns as files, for the tests of imports."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from alongside.integrations.sen2 import load, returns, synthetic, synthetic_files

CENSUS = date(2025, 1, 16)
HEADER = returns.Header(collection="SEN2", year=2025, reference_on=CENSUS, lea="931")
ADA = returns.Person(
    surname="Holm", forename="Ada", born_on=date(2015, 5, 1), sex="F", postcode="ZZ1 1ZZ", upn="B801200005001"
)
PLAN = returns.NamedPlan(start_on=date(2024, 7, 1), details=(returns.PlanDetail(urn="123456", rank="1"),))
ISSUED = returns.Request(
    received_on=date(2024, 2, 12),
    source="1",
    outcome="Y",
    outcome_on=date(2024, 3, 25),
    assessment=returns.Assessment(outcome="Y", outcome_on=date(2024, 7, 1), named_plan=PLAN),
)  # 140 days: the last day in time
AWAITING = returns.Request(received_on=date(2024, 12, 2), source="2", outcome="A")


def file(
    folder: Path, persons: Iterable[returns.Person], header: returns.Header = HEADER, name: str = "return.xml"
) -> load.File:
    """A return with these persons."""
    path = folder / name
    synthetic_files.write_xml(path, header, persons)
    return load.File(path, path.name)


def ada(*requests: returns.Request, **changes: object) -> returns.Person:
    """Ada, with these requests."""
    return replace(ADA, requests=requests, **changes)  # type: ignore[arg-type]


def invented(folder: Path, count: int, *, year: int = 2025, seed: int = 1) -> load.File:
    """A return of invented children in the shares of a real area."""
    making = synthetic.Making(count, year, seed)
    return file(folder, synthetic.persons(making), synthetic.header(making), f"{year}-{seed}.xml")


def later(year: int) -> returns.Header:
    """The header of the return of another year."""
    return replace(HEADER, year=year, reference_on=returns.census_day(year))
