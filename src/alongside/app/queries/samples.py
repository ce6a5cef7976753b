"""Inspection samples: for whoever keeps them, and for the inspectors whose cases they open."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import Stage
from alongside.records.models import Case, InspectionSample, Inspector, Position, SampledCase

KEEP = Permission.KEEP_INSPECTION_SAMPLE


@dataclass(frozen=True, slots=True)
class SampleLine:
    """One sample of the list."""

    id: UUID
    name: str
    starts_on: date
    last_day: date
    cases: int
    inspectors: tuple[str, ...]
    is_open: bool
    has_ended: bool


@dataclass(frozen=True, slots=True)
class InSample:
    """One case of a sample. `entry_id` is its place in it."""

    entry_id: UUID
    case_id: UUID
    reference: str
    name: str
    stage: Stage
    setting_name: str
    put_in_at: datetime


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who can be given a sample."""

    account: UUID
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample with its cases, by reference."""

    line: SampleLine
    inspectors: frozenset[UUID]
    cases: tuple[InSample, ...]


@dataclass(frozen=True, slots=True)
class OwnSample:
    """One sample that is open to an inspector today."""

    name: str
    last_day: date
    cases: tuple[InSample, ...]


def samples(*, by: Actor, at: datetime) -> tuple[SampleLine, ...]:
    """Every sample, the latest to end first. Two queries whatever their number."""
    decide.check_act(KEEP, roles=by.roles)
    with scope.opened(by):
        rows = _counted(by).order_by("-ends_before", "name", "id")
        return tuple(_line(row, ports.today(at)) for row in rows)


def sample(sample_id: UUID, *, by: Actor, at: datetime) -> Sample:
    """One sample with its cases, without those to which the reader is family. Raises `NotFound`."""
    decide.check_act(KEEP, roles=by.roles)
    with scope.opened(by):
        row = _counted(by).filter(id=sample_id).first()
        if row is None:
            raise NotFound
        inspectors = frozenset(each.account_id for each in row.inspectors.all())
        return Sample(_line(row, ports.today(at)), inspectors, _cases(row.cases.all(), by))


def entry(entry_id: UUID, *, by: Actor, at: datetime) -> tuple[SampleLine, InSample]:
    """One case of a sample, to be taken out. Raises `NotFound`."""
    decide.check_act(KEEP, roles=by.roles)
    with scope.opened(by):
        found = SampledCase.objects.filter(id=entry_id, authority=by.authority)
        cases = _cases(found, by)
        row = _counted(by).filter(cases__id=entry_id).first()
        if row is None or not cases:
            raise NotFound
        return _line(row, ports.today(at)), cases[0]


def inspectors(*, by: Actor, at: datetime) -> tuple[Choice, ...]:
    """Everybody who has the role of an inspector today or soon, by name."""
    decide.check_act(KEEP, roles=by.roles)
    on = ports.today(at)
    with scope.opened(by):
        held = Position.objects.filter(
            Q(ends_before=None) | Q(ends_before__gt=on),
            authority=by.authority, role=RoleCode.INSPECTOR, account__is_active=True,
        ).select_related("account")  # fmt: skip
        people = {row.account_id: Choice(row.account_id, row.account.name, row.account.email) for row in held}
        return tuple(sorted(people.values(), key=lambda each: (each.name, each.email)))


def own(*, by: Actor, at: datetime) -> tuple[OwnSample, ...]:
    """The samples that are open to this inspector today, each with its cases. Two queries for each."""
    decide.check_act(Permission.SEE_INSPECTION_SAMPLE, roles=by.roles)
    on = ports.today(at)
    with scope.opened(by):
        mine = Inspector.objects.filter(account=by.account, authority=by.authority).values("sample")
        rows = InspectionSample.objects.filter(
            id__in=mine, authority=by.authority, starts_on__lte=on, ends_before__gt=on
        )
        return tuple(
            OwnSample(row.name, row.ends_before - timedelta(days=1), _cases(row.cases.all(), by))
            for row in rows.order_by("ends_before", "name", "id")
        )


def _counted(by: Actor) -> QuerySet[InspectionSample]:
    rows = InspectionSample.objects.filter(authority=by.authority)
    return rows.annotate(size=Count("cases", distinct=True)).prefetch_related("inspectors__account")


def _cases(rows: QuerySet[SampledCase], by: Actor) -> tuple[InSample, ...]:
    """Without the cases to which the reader is, or was, family: those they know as family, or not at all."""
    mine = Case.objects.filter(parties__account=by.account).values("id")
    found = rows.exclude(case__in=mine).select_related("case__person", "case__setting")
    return tuple(_in_sample(row) for row in found.order_by("case__reference"))


def _in_sample(row: SampledCase) -> InSample:
    person = row.case.person
    return InSample(
        entry_id=row.id,
        case_id=row.case_id,
        reference=row.case.reference,
        name=f"{person.forename} {person.surname}",
        stage=Stage(row.case.stage),
        setting_name=row.case.setting.name if row.case.setting else "",
        put_in_at=row.put_in_at,
    )


def _line(row: InspectionSample, on: date) -> SampleLine:
    size: int = row.size  # type: ignore[attr-defined]  # of the annotation
    return SampleLine(
        id=row.id,
        name=row.name,
        starts_on=row.starts_on,
        last_day=row.ends_before - timedelta(days=1),
        cases=size,
        inspectors=tuple(sorted(each.account.name for each in row.inspectors.all())),
        is_open=row.starts_on <= on < row.ends_before,
        has_ended=row.ends_before <= on,
    )
