"""Counts a return in the columns of the published tables of requests, assessments and timeliness.

The definitions are those of DfE “Education, health and care plans” as far as they are written down, and as
the published numbers show where they are not; docs/explain/sen2.md gives the evidence for each. The measure
is a statistic, kept apart from whether the law was kept.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from alongside.core.refusal import Refused
from alongside.integrations.sen2 import published, returns

Measures = Mapping[str, int | float | None]


@dataclass(frozen=True, slots=True)
class Boundary:
    """How the last day of a limit was read: the count with that day in time (used), and with it late."""

    limit: str
    days: int
    in_time: int
    in_time_if_last_day_is_late: int

    @property
    def on_the_last_day(self) -> int:
        """How many fell exactly on it."""
        return self.in_time - self.in_time_if_last_day_is_late


@dataclass(frozen=True, slots=True)
class Figures:
    """The three tables for one authority and one calendar year, and what a reader of them must know."""

    year: int
    la_code: str
    requests: Measures
    assessments: Measures
    timeliness: Measures
    boundaries: tuple[Boundary, ...]
    notes: tuple[str, ...]

    def row(self, measures: Measures) -> dict[str, int | float | str | None]:
        """One row with the headers of the published extract. Names and region are left for who knows them."""
        area = dict.fromkeys(published.AREA, "") | {
            "year": str(self.year),
            "level": "la",
            "la_code": self.la_code,
        }
        return {**area, **measures}


@dataclass(slots=True)
class Tally:
    """Counts persons one by one for the calendar year `year`."""

    year: int
    requests: Counter[str] = field(default_factory=Counter)
    assessments: Counter[str] = field(default_factory=Counter)
    timeliness: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, person: returns.Person) -> None:
        """Count every request, assessment and plan of one person."""
        for request in person.requests:
            if request.outcome != "H":
                self._request(request)
            if request.assessment is not None:  # also under H: decided last year, assessed this year
                self._assessment(request, request.assessment)

    def figures(self, la_code: str) -> Figures:
        """The tables of what was counted so far."""
        timely = self.timeliness
        timeliness: dict[str, int | float | None] = {name: timely[name] for name in published.TIMELINESS}
        for which in ("inc", "exc"):
            issued, within = timely[f"issued_{which}_exceptions"], timely[f"within_20w_{which}"]
            timeliness[f"pct_within_20w_{which}"] = round(100 * within / issued, 1) if issued else None
        return Figures(
            year=self.year,
            la_code=la_code,
            requests={name: self.requests[name] for name in published.REQUESTS},
            assessments={name: self.assessments[name] for name in published.ASSESSMENTS},
            timeliness=timeliness,
            boundaries=self._boundaries(),
            notes=self._notes(),
        )

    def _in_year(self, on: date | None) -> bool:
        return on is not None and on.year == self.year

    def _request(self, request: returns.Request) -> None:
        if self._in_year(request.received_on):
            self.requests["requests"] += 1
            self.requests["requests_rya"] += bool(request.rya)
            self.requests[published.OF_REQUEST.get(request.outcome or "", "without_outcome")] += 1
            _challenges(self.requests, "", request.mediation, request.tribunal)
        elif request.received_on is None:
            self.left_out["request_without_date"] += 1
        if request.outcome in ("Y", "N"):
            taken = self._days_taken(request.received_on, request.outcome_on)
            if self._in_year(request.outcome_on) and taken is not None:
                _timed(self.requests, "decided", "6w", taken, published.SIX_WEEKS)
            elif request.outcome_on is None:
                self.left_out["decision_without_date"] += 1

    def _assessment(self, request: returns.Request, assessment: returns.Assessment) -> None:
        if assessment.outcome == "H":
            return
        if not self._in_year(assessment.outcome_on):
            if assessment.outcome in ("Y", "N") and assessment.outcome_on is None:
                self.left_out["assessment_without_date"] += 1
            return
        self.assessments["assessments"] += 1
        self.assessments[published.OF_ASSESSMENT.get(assessment.outcome or "", "without_outcome")] += 1
        _challenges(self.assessments, "", assessment.mediation, assessment.tribunal)
        _challenges(self.assessments, "other_", assessment.other_mediation, assessment.other_tribunal)
        taken = self._days_taken(request.received_on, assessment.outcome_on)
        if taken is None:
            self.left_out["assessment_without_request_date"] += request.received_on is None
        elif assessment.outcome == "N":
            _timed(self.assessments, "no_plan_decision", "16w", taken, published.SIXTEEN_WEEKS)
        elif assessment.outcome == "Y":
            self._plan(taken, challenged=_challenged(request, assessment), excepted=bool(assessment.week20))

    def _days_taken(self, received_on: date | None, told_on: date | None) -> int | None:
        """Calendar days, or None where a date is missing or the two are the wrong way round."""
        if received_on is None or told_on is None:
            return None
        taken = (told_on - received_on).days
        if taken < 0:
            self.left_out["outcome_before_request"] += 1
            return None
        return taken

    def _plan(self, taken: int, *, challenged: bool, excepted: bool) -> None:
        if challenged:
            self.left_out["plan_after_challenge"] += 1
            self.left_out["plan_after_challenge_in_time"] += taken <= published.TWENTY_WEEKS
            return
        for which in ("inc",) if excepted else ("inc", "exc"):
            self.timeliness[f"issued_{which}_exceptions"] += 1
            self.timeliness[f"within_20w_{which}"] += taken <= published.TWENTY_WEEKS
            self.timeliness[f"day_140_{which}"] += taken == published.TWENTY_WEEKS
        if not excepted and taken > published.TWENTY_WEEKS:
            self.timeliness["over_52w_exc" if taken > published.FIFTY_TWO_WEEKS else "20w_to_52w_exc"] += 1

    def _boundaries(self) -> tuple[Boundary, ...]:
        tables = {"requests": self.requests, "assessments": self.assessments, "timeliness": self.timeliness}
        return tuple(
            Boundary(limit, days, tables[table][name], tables[table][name] - tables[table][last])
            for limit, days, table, name, last in published.LIMITS
        )

    def _notes(self) -> tuple[str, ...]:
        challenged = self.left_out["plan_after_challenge"]
        in_time = self.left_out["plan_after_challenge_in_time"]
        without_outcome = self.requests["without_outcome"] + self.assessments["without_outcome"]
        year = self.year
        notes = [
            f"Requests are those received in {year}; decisions within 6 weeks are those made in {year}, "
            "whenever the request came; assessments and plans are counted in the year of their outcome.",
            f"Timeliness leaves out {_number(challenged, 'plan')} where mediation or a tribunal appeal is "
            f"recorded, as the published figure does ({in_time} of them came in time).",
        ]
        for name, (what, words) in LEFT_OUT.items():
            if self.left_out[name]:
                notes.append(f"{_number(self.left_out[name], what)} {words}")
        if without_outcome:
            notes.append(f"{_number(without_outcome, 'row')} counted in the totals had no usable outcome.")
        return tuple(notes)


LEFT_OUT: Final = {
    "request_without_date": ("request", "without a date received could not be counted in any year."),
    "decision_without_date": ("decision", "to assess or not to assess had no date and could not be timed."),
    "assessment_without_date": (
        "assessment",
        "with an outcome had no outcome date and could not be counted.",
    ),
    "outcome_before_request": ("outcome", "dated before the request itself could not be timed."),
    "assessment_without_request_date": ("assessment", "had no date of request and could not be timed."),
}


def count(persons: Iterable[returns.Person], year: int, la_code: str) -> Figures:
    """The published figures of a whole return for the calendar year `year`."""
    tally = Tally(year)
    for person in persons:
        tally.add(person)
    return tally.figures(la_code)


def calendar_year(header: returns.Header | None, told: int | None) -> int:
    """The calendar year that a return covers: the one told, else the year before the return's own.

    Raises Refused where neither is known: a workbook has no header, and a year is never guessed.
    """
    if told is not None:
        return told
    if header is None or header.year is None:
        raise Refused(
            "This return does not say its year, so it is not known which calendar year to count. "
            "Add it, for example --year 2024.",
            field="year",
        )
    return header.year - 1


def _timed(counts: Counter[str], what: str, limit: str, taken: int, days: int) -> None:
    counts[f"{what}_within_{limit}" if taken <= days else f"{what}_over_{limit}"] += 1
    counts[f"{what}_last_day"] += taken == days


def _challenges(counts: Counter[str], prefix: str, mediation: bool | None, tribunal: bool | None) -> None:
    counts[f"{prefix}mediation"] += bool(mediation)
    counts[f"{prefix}tribunal"] += bool(tribunal)
    counts[f"{prefix}tribunal_after_mediation"] += bool(mediation and tribunal)


def _challenged(request: returns.Request, assessment: returns.Assessment) -> bool:
    return any(
        (
            request.mediation,
            request.tribunal,
            assessment.mediation,
            assessment.tribunal,
            assessment.other_mediation,
            assessment.other_tribunal,
        )
    )


def _number(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")
