"""The law as it stood on any day, and the bundle that every duty is worked out with.

`LawBook` holds the parameters, `Modes` the readings, `Calendar` the bank holidays; `Law` is the three
together.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from importlib import resources
from types import MappingProxyType

from alongside.core.calendar import Calendar, HolidaysUnknown, counting
from alongside.core.law.modes import Modes, UnknownReading
from alongside.core.law.parameter import BadParameter, Parameter, read
from alongside.core.law.plan_types import PlanType, plan_types
from alongside.core.law.reckoning import NO_DATES, Dates, Limit, count, reckon, working_day_before

__all__ = ["Dates", "Law", "LawBook", "Limit", "Modes", "Parameter", "UnknownReading"]

PARAMETERS = "alongside.core.law.parameters"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class LawBook:
    """Every parameter in every version, and every kind of plan."""

    parameters: tuple[Parameter, ...]
    plan_types: tuple[PlanType, ...] = field(default_factory=plan_types)

    def __post_init__(self) -> None:
        for first in self.parameters:
            if first.in_force_until is not None and first.in_force_until < first.in_force_from:
                raise BadParameter(f"{first.id}: the version of {first.in_force_from} ends before it begins.")
            for other in self.parameters:
                if other is not first and other.id == first.id and other.in_force(first.in_force_from):
                    raise BadParameter(f"{first.id}: two versions are in force on {first.in_force_from}.")

    @classmethod
    def load(cls) -> "LawBook":
        """The law that the package carries, from `parameters/*.toml`."""
        return _bundled()

    def on(self, day: date) -> Mapping[str, Parameter]:
        """The parameters in force on this day, by id. A rule that was not yet law then is absent."""
        return MappingProxyType({p.id: p for p in self.parameters if p.in_force(day)})

    def versions(self, rule: str) -> tuple[Parameter, ...]:
        """Every version of one parameter, oldest first."""
        return tuple(sorted((p for p in self.parameters if p.id == rule), key=lambda p: p.in_force_from))

    def governing(
        self, rule: str, *, triggered_on: date, due_on: date | None = None, acted_on: date | None = None
    ) -> Parameter | None:
        """The version of a rule that governs a limit, by the day on which the choice depends (its `version_key`).

        None where no version does, or where the day that decides is not given. Of a rule that always applies, the
        latest version.
        """
        days = {"trigger_date": triggered_on, "due_date": due_on, "act_date": acted_on}
        for parameter in reversed(self.versions(rule)):
            day = days.get(parameter.version_key)
            if parameter.version_key == "always" or (day is not None and parameter.in_force(day)):
                return parameter
        return None

    def amended(self, rule: str, *, value: int, starting: date | None = None) -> "LawBook":
        """What-if law: the same book with another number for one rule, from a day on or at all times.

        Limits already running are governed by the version in force when they started. Raises BadParameter
        for a rule that has no number, or none in force on that day.
        """
        versions = self.versions(rule)
        touched = [
            p
            for p in versions
            if starting is None or p.in_force_until is None or p.in_force_until >= starting
        ]
        if not touched or any(p.value is None for p in touched):
            raise BadParameter(f"{rule} has no number to amend{f' from {starting}' if starting else ''}.")
        kept = [p for p in self.parameters if p not in touched]
        for parameter in touched:
            if starting is not None and parameter.in_force_from < starting:
                kept.append(replace(parameter, in_force_until=starting - DAY))
                parameter = replace(parameter, in_force_from=starting)
            kept.append(replace(parameter, value=value))
        return replace(self, parameters=tuple(kept))


@cache
def _bundled() -> LawBook:
    parameters: list[Parameter] = []
    for file in sorted(resources.files(PARAMETERS).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            tables = tomllib.loads(file.read_text(encoding="utf-8"))
            by, on = tables["checked_by"], tables["checked_on"]
            for table in tables.get("parameter", ()):
                parameters.append(read(table, file=file.name, checked_by=by, checked_on=on))
    return LawBook(tuple(parameters))


class _Limits(dict[tuple[str, date], Limit | None]):
    """Limits already worked out. Pure, so remembering them changes nothing but the time it takes."""

    def __init__(self, law: "Law") -> None:
        super().__init__()
        self.law = law

    def __missing__(self, key: tuple[str, date]) -> Limit | None:
        limit = self[key] = self.law.work_out(*key)
        return limit


@dataclass(frozen=True, slots=True)
class Law:
    """The law book, the calendar and the readings together. Make one and keep it: it remembers dates."""

    book: LawBook
    calendar: Calendar
    modes: Modes = field(default_factory=Modes)
    limits: Mapping[tuple[str, date], Limit | None] = field(init=False, repr=False, compare=False)
    _appeals: dict[tuple[date, date | None], Dates] = field(init=False, repr=False, compare=False)
    _versions: dict[str, list[Parameter]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_rule: dict[str, list[Parameter]] = {}
        for parameter in self.book.parameters:
            by_rule.setdefault(parameter.id, []).append(parameter)
        object.__setattr__(self, "limits", _Limits(self))
        object.__setattr__(self, "_appeals", {})
        object.__setattr__(self, "_versions", by_rule)

    def work_out(self, rule: str, start: date) -> Limit | None:
        """The limit of a rule that starts on a day, or None where the rule was not law then.

        `limits[rule, start]` gives the same and remembers it.
        """
        parameter = self.parameter(rule, start)
        if parameter is None:
            return None
        if parameter.count == "days_before_A06":
            return self._before_final(parameter, start)
        if parameter.count == "days_after_F01":
            due = self.may_cease_on(start, None)
            return Limit(parameter, due, due, due)
        return Limit(parameter, *reckon(parameter, start, self.calendar, self.modes))

    def plan_type(self, kind: str, made_on: date) -> PlanType:
        """The kind of a plan: as the record names it, else the first that could be made on that day.

        A plan from before the first kind was law counts as one of that kind. Raises BadParameter for a name that the
        register does not hold.
        """
        known = self.book.plan_types
        for each in known:
            if each.id == kind or (not kind and each.may_be_made(made_on)):
                return each
        if not kind:
            return known[0]
        names = ", ".join(each.id for each in known)
        raise BadParameter(
            f"{kind} is not a kind of plan. Those that the register holds are {names}: add it there, or correct the "
            "entry that made the plan."
        )

    def contact_adviser_by(self, sent_on: date) -> date | None:
        """The last day on which the family may contact a mediation adviser about a decision (rule M01), or None where
        it is not known.
        """
        limit = self.limits["M01", sent_on]
        return limit.statutory if limit is not None else None

    def may_cease_on(self, sent_on: date, certificate_on: date | None) -> date | None:
        """The first day on which a plan may end after notice of the decision to cease it (rule C03), if no appeal is
        made; None where the last day to appeal is not known.
        """
        last, rule = self.appeal_by(sent_on, certificate_on), self.parameter("C03", sent_on)
        return last + timedelta(days=rule.number) if last is not None and rule is not None else None

    def _before_final(self, parameter: Parameter, start: date) -> Limit | None:
        final, days = self.limits["A06", start], timedelta(days=parameter.number)
        if final is None:
            return None
        due = final.statutory - days if final.statutory else None
        strict = final.strict - days if final.strict else None
        return Limit(parameter, due, working_day_before(due, self.calendar), strict)

    def parameter(self, rule: str, on: date) -> Parameter | None:
        """The parameter in force on a day, or None where this rule was not law then."""
        for version in self._versions.get(rule, ()):
            if version.in_force(on):
                return version
        return None

    def number(self, rule: str, on: date) -> int:
        """The number of a rule on a day. Raises BadParameter where it was not law then."""
        parameter = self.parameter(rule, on)
        if parameter is None:
            raise BadParameter(f"{rule} was not in force on {on}.")
        return parameter.number

    def appeal_dates(self, sent_on: date, certificate_on: date | None) -> Dates:
        """The last day on which the Tribunal may receive an appeal (rule F01).

        The later of two months after the notice was sent and one month after the certificate was issued,
        and only then the rolls of rule 12.
        """
        key = (sent_on, certificate_on)
        dates = self._appeals.get(key)
        if dates is None:
            dates = self._appeals[key] = self._work_out_appeal(sent_on, certificate_on)
        return dates

    def _work_out_appeal(self, sent_on: date, certificate_on: date | None) -> Dates:
        rule, late = self.parameter("F01", sent_on), None
        if rule is None:
            return NO_DATES
        raw = count(rule, sent_on)
        if certificate_on is not None:
            late = self.parameter("F01.certificate", certificate_on)
        if late is not None and certificate_on is not None:
            raw = max(raw, count(late, certificate_on))
        try:
            due = counting.roll_ftt_start(raw, self.calendar)
        except HolidaysUnknown:
            return Dates(None, None, raw)
        return Dates(due, working_day_before(due, self.calendar), due)

    def appeal_by(self, sent_on: date, certificate_on: date | None) -> date | None:
        """The legal last day of `appeal_dates`, or None where it is not known."""
        return self.appeal_dates(sent_on, certificate_on).statutory
