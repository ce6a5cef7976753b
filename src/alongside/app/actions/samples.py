"""Inspection samples: the cases that inspectors chose, open to them and to nobody else, from one day to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import Q

from alongside.app import doing, evidence, ports
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused
from alongside.records.models import Case, InspectionSample, Inspector, Position, SampledCase

KEEP = Permission.KEEP_INSPECTION_SAMPLE
LONGEST = timedelta(days=366)
"""An inspection takes weeks. A sample that is open for longer than a year is a slip of the finger."""
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Terms:
    """What a sample is: its name, its first and last day, and the accounts of its inspectors."""

    name: str
    starts_on: date
    last_day: date
    inspectors: frozenset[UUID]


class LinesRefused(Refused):
    """References that cannot be put in, each with its reason. `lines` are sentences in the order of the lines."""

    def __init__(self, lines: Sequence[str]) -> None:
        if len(lines) == 1:
            wrong, them = "One line is", "it"
        else:
            wrong, them = f"{len(lines)} lines are", "them"
        whole = f"{wrong} wrong, so no case was put in yet. Mend or remove {them} and send the list again."
        super().__init__(whole, field="references")
        self.lines = tuple(lines)


def make(terms: Terms, *, by: Actor, at: datetime) -> UUID:
    """A new sample without cases. Raises `Refused` for days that cannot be, and for who is no inspector."""
    sample_id = uuid4()
    with doing.deed("SAMPLE_MADE", KEEP, by=by, at=at, subject=str(sample_id)) as body:
        today = ports.today(at)
        if terms.last_day < today:
            raise Refused(
                f"The last day, {terms.last_day:%-d %B %Y}, is past, so nobody could open a case.",
                field="last_day",
            )
        _check(terms, by, today)
        row = InspectionSample.objects.create(
            id=sample_id, authority_id=by.authority, name=terms.name.strip(), starts_on=terms.starts_on,
            ends_before=terms.last_day + timedelta(days=1), made_at=at,
        )  # fmt: skip
        _set_inspectors(row, terms)
        body.update(_as_sealed(terms))
    return sample_id


def change(sample_id: UUID, terms: Terms, *, by: Actor, at: datetime) -> None:
    """Other days, another name, other inspectors. A last day that is past closes the sample at once."""
    with doing.deed("SAMPLE_CHANGED", KEEP, by=by, at=at, subject=str(sample_id)) as body:
        row = _sample(sample_id, by)
        _check(terms, by, ports.today(at))
        row.name, row.starts_on = terms.name.strip(), terms.starts_on
        row.ends_before = terms.last_day + timedelta(days=1)
        row.save(update_fields=["name", "starts_on", "ends_before"])
        _set_inspectors(row, terms)
        body.update(_as_sealed(terms))


def put_in(sample_id: UUID, references: str, *, by: Actor, at: datetime) -> int:
    """Put cases into a sample by their references, one to a line: all of them, or none. Returns how many.

    Raises `LinesRefused` with a sentence for each line that cannot be.
    """
    with doing.deed("CASES_PUT_INTO_SAMPLE", KEEP, by=by, at=at, subject=str(sample_id)) as body:
        row = _sample(sample_id, by)
        cases = _cases(row, references, by, ports.today(at))
        SampledCase.objects.bulk_create(
            [SampledCase(authority_id=by.authority, sample=row, case=case, put_in_at=at) for case in cases]
        )
        inside = {"sample": str(row.id), "ends_before": row.ends_before.isoformat()}
        notes = [evidence.Note(at, by.code, "PUT_INTO_SAMPLE", str(case.id), inside) for case in cases]
        evidence.seal(by.authority, notes)
        body.update(count=len(cases))
        return len(cases)


def take_out(entry_id: UUID, *, by: Actor, at: datetime) -> UUID:
    """Take one case out: from now on its inspectors do not find it. Returns the sample. Raises `NotFound`."""
    with doing.deed("CASE_TAKEN_OUT_OF_SAMPLE", KEEP, by=by, at=at, subject=str(entry_id)) as body:
        entry = SampledCase.objects.filter(id=entry_id, authority=by.authority).first()
        if entry is None:
            raise NotFound
        sample_id, case_id = entry.sample_id, entry.case_id
        entry.delete()
        inside = {"sample": str(sample_id)}
        evidence.seal(by.authority, [evidence.Note(at, by.code, "TAKEN_OUT_OF_SAMPLE", str(case_id), inside)])
        body.update(case=str(case_id), sample=str(sample_id))
        return sample_id


def _sample(sample_id: UUID, by: Actor) -> InspectionSample:
    row = InspectionSample.objects.select_for_update().filter(id=sample_id, authority=by.authority).first()
    if row is None:
        raise NotFound
    return row


def _check(terms: Terms, by: Actor, today: date) -> None:
    if not terms.name.strip():
        raise Refused("Give the sample a name, such as the inspection and its year.", field="name")
    if terms.last_day < terms.starts_on:
        raise Refused("The last day is before the first. Check the dates.", field="last_day")
    if terms.last_day - terms.starts_on > LONGEST or abs(terms.starts_on - today) > LONGEST:
        raise Refused(
            "A sample lies within a year from today and lasts no longer. Check the years.", field="last_day"
        )
    held = Position.objects.filter(
        Q(ends_before=None) | Q(ends_before__gt=today),
        authority=by.authority, role=RoleCode.INSPECTOR, account__in=terms.inspectors, account__is_active=True,
    )  # fmt: skip
    known = set(held.values_list("account_id", flat=True))
    if not terms.inspectors or terms.inspectors - known:
        raise Refused("Choose inspectors from the list: only they can be given a sample.", field="inspectors")


def _set_inspectors(row: InspectionSample, terms: Terms) -> None:
    row.inspectors.exclude(account__in=terms.inspectors).delete()
    there = set(row.inspectors.values_list("account_id", flat=True))
    Inspector.objects.bulk_create(
        [
            Inspector(authority_id=row.authority_id, sample=row, account_id=who)
            for who in sorted(terms.inspectors - there)
        ]
    )


def _as_sealed(terms: Terms) -> dict[str, object]:
    return {
        "starts_on": terms.starts_on.isoformat(),
        "last_day": terms.last_day.isoformat(),
        "inspectors": sorted(str(who) for who in terms.inspectors),
    }


def _cases(row: InspectionSample, references: str, by: Actor, today: date) -> list[Case]:
    """The cases of the lines, in their order. Empty lines count as none."""
    lines = [" ".join(line.split()).upper() for line in references.splitlines() if line.strip()]
    if not lines:
        raise Refused("Write at least one reference, each on a line of its own.", field="references")
    if len(lines) > MOST_LINES:
        raise Refused(
            f"These are {len(lines)} lines. Put in at most {MOST_LINES} at once.", field="references"
        )
    if row.ends_before <= today:
        raise Refused("This sample has ended, so nobody could open a case in it. Change its last day first.")
    # Whoever is, or was, family to a case does not come to know of it at work: to them it is no case.
    known = Case.objects.filter(authority=by.authority, reference__in=lines).exclude(
        parties__account=by.account
    )
    found = {case.reference: case for case in known}
    inside = set(row.cases.filter(case__in=found.values()).values_list("case__reference", flat=True))
    wrong = [
        f"Line {number}, “{line}”: {why}"
        for number, line in enumerate(lines, 1)
        if (why := _why_not(line, lines[: number - 1], found, inside))
    ]
    if wrong:
        raise LinesRefused(wrong)
    return [found[line] for line in lines]


def _why_not(line: str, earlier: list[str], found: dict[str, Case], inside: set[str]) -> str:
    if line in earlier:
        return f"the same as line {earlier.index(line) + 1}. Remove one of them."
    if line not in found:
        return "there is no such case here. Check the reference: it looks like E26-00042."
    if line in inside:
        return "this case is in the sample already. Remove the line."
    return ""
