"""What the checks found in the plans of a team: by rule, by writer, with the reasons given, and how alike plans are.

Only plans that were issued count, each as it was on the day on which it left.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from statistics import median
from uuid import UUID

from django.db.models import Count, Q

from alongside.app import ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.plan.checks import copies, kept
from alongside.core.plan.checks.finding import Severity, rules
from alongside.core.plan.checks.standing import Kind
from alongside.records.models import PlanFinding, PlanFindingAnswer, PlanSectionText, PlanVersion

LOOKS_BACK = timedelta(days=365)
COMPARED = 40
"""The latest plans that are compared with each other."""
REASONS_SHOWN = 30
ALIKE_SHOWN = 10


@dataclass(frozen=True, slots=True)
class ByRule:
    """How often one rule found something in plans that were issued."""

    rule: str
    title: str
    severity: Severity
    plans: int
    findings: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class ByWriter:
    """What was found in the sections that one person last saved. `per_plan` is findings for each of their plans."""

    name: str
    plans: int
    warnings: int
    set_aside: int

    @property
    def per_plan(self) -> float:
        """Warnings for each plan."""
        return self.warnings / self.plans if self.plans else 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that was given."""

    case_id: UUID
    reference: str
    section: str
    title: str
    kind: Kind
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Alike:
    """A plan and the one that it is hardest to tell from with the names taken out. 1 is wholly distinct."""

    case_id: UUID
    reference: str
    other_case: UUID
    other_reference: str
    distinct: float


@dataclass(frozen=True, slots=True)
class Quality:
    """The page. `median_distinct` is None where fewer than two plans were issued."""

    since: date
    plans: int
    by_rule: tuple[ByRule, ...]
    by_writer: tuple[ByWriter, ...]
    reasons: tuple[Reason, ...]
    alike: tuple[Alike, ...]
    compared: int
    median_distinct: float | None


def quality(*, by: Actor, at: datetime) -> Quality:
    """The plans issued in the last year, counted. Six queries, whatever the number of plans."""
    decide.check_act(Permission.SEE_PLAN_QUALITY, roles=by.roles)
    since = ports.today(at) - LOOKS_BACK
    with scope.opened(by):
        issued = PlanVersion.objects.filter(authority=by.authority, state="FINAL", final_on__gt=since)
        alike = _alike(by.authority)
        return Quality(
            since=since,
            plans=issued.count(),
            by_rule=_by_rule(by.authority, since),
            by_writer=_by_writer(by.authority, since),
            reasons=_reasons(by.authority),
            alike=alike[:ALIKE_SHOWN],
            compared=len(alike),
            median_distinct=median(each.distinct for each in alike) if alike else None,
        )


def _found(authority: str, since: date) -> Q:
    return Q(authority=authority, is_final=True, left_on__gt=since)


def _by_rule(authority: str, since: date) -> tuple[ByRule, ...]:
    rows = (
        PlanFinding.objects.filter(_found(authority, since))
        .values("rule", "severity")
        .annotate(
            plans=Count("version", distinct=True),
            findings=Count("id"),
            aside=Count("id", filter=Q(answer=Kind.SET_ASIDE)),
        )
    )
    known = rules()
    found = [
        ByRule(
            row["rule"], known[row["rule"]].title if row["rule"] in known else row["rule"], Severity(row["severity"]),
            row["plans"], row["findings"], row["aside"],
        )
        for row in rows
    ]  # fmt: skip
    order = list(Severity)
    return tuple(sorted(found, key=lambda each: (order.index(each.severity), -each.plans, each.rule)))


def _by_writer(authority: str, since: date) -> tuple[ByWriter, ...]:
    rows = (
        PlanFinding.objects.filter(_found(authority, since), writer__isnull=False)
        .values("writer__name")
        .annotate(
            plans=Count("version", distinct=True),
            warnings=Count("id", filter=Q(severity=Severity.WARNING)),
            aside=Count("id", filter=Q(answer=Kind.SET_ASIDE)),
        )
        .order_by("writer__name")
    )
    return tuple(ByWriter(row["writer__name"], row["plans"], row["warnings"], row["aside"]) for row in rows)


def _reasons(authority: str) -> tuple[Reason, ...]:
    rows = PlanFindingAnswer.objects.filter(authority=authority).exclude(kind=Kind.TAKEN_BACK)
    known = rules()
    return tuple(
        Reason(
            row.case_id, row.case.reference, row.section, known[row.rule].title if row.rule in known else row.rule,
            Kind(row.kind), row.reason, row.made_by_name, row.made_at,
        )
        for row in rows.select_related("case").order_by("-made_at", "-id")[:REASONS_SHOWN]
    )  # fmt: skip


def _alike(authority: str) -> tuple[Alike, ...]:
    """The latest plans, the least distinct first."""
    latest = PlanVersion.objects.filter(authority=authority, state="FINAL").order_by("-final_on", "id")
    rows = {str(row.id): row for row in latest.select_related("case__person")[:COMPARED]}
    texts: dict[str, dict[str, str]] = {}
    for version, section, text in PlanSectionText.objects.filter(version__in=list(rows)).values_list(
        "version", "section", "text"
    ):
        texts.setdefault(str(version), {})[section] = text
    runs = {
        key: _runs(tuple(sorted(texts.get(key, {}).items())), _names(row))
        for key, row in sorted(rows.items())
    }
    found = [
        Alike(
            rows[key].case_id,
            rows[key].case.reference,
            rows[other].case_id,
            rows[other].case.reference,
            share,
        )
        for key, (other, share) in copies.nearest(runs).items()
    ]
    return tuple(sorted(found, key=lambda each: (each.distinct, each.reference)))


def _names(row: PlanVersion) -> tuple[str, ...]:
    person = row.case.person
    return tuple(name for name in (person.forename, person.surname, person.known_as) if name)


@lru_cache(maxsize=2 * COMPARED)
def _runs(texts: tuple[tuple[str, str], ...], names: tuple[str, ...]) -> frozenset[int]:
    return copies.runs(kept.plan("", dict(texts)), names)
