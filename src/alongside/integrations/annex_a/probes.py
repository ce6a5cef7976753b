"""The tests that `rules.toml` names: each gives the rows (from 0) of a list that break a rule, and what is said.

A test works on whole columns, so that a hundred thousand rows take a fraction of a second. Ages follow the public
validator: a birthday on the day itself counts as reached.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from alongside.core.calendar import counting
from alongside.integrations.annex_a.catalogue import Rule
from alongside.integrations.annex_a.cells import Bad
from alongside.integrations.annex_a.lists import List
from alongside.integrations.identifiers import authorities, numbers

Broken = Iterator[tuple[int, str]]
"""A row and what is said of it beside the rule's message ("" for nothing)."""
Test = Callable[[List, Rule, date], Broken]

FIRST_PLANS: Final = date(2014, 9, 1).toordinal()
DAY, MARCH = timedelta(days=1), 3
REVIEW_MONTHS, MOST_SUSPENSIONS, MOST_SHARE = 12, 95, 100.0
REASONS: Final = frozenset(f"UN{number}" for number in range(1, 11))
AT_HOME: Final = "ok"
PHASE_AGES: Final[Mapping[str, tuple[int, int]]] = {
    "Nursery": (0, 6),
    "Primary": (3, 12),
    "Middle (deemed primary)": (7, 14),
    "Middle (deemed secondary)": (7, 14),
    "Secondary": (10, 20),
    "FE college": (13, 26),
}
"""From this age up to before that one, with a year to spare at either end."""
SPREADSHEET_ERRORS: Final = ("#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!")


def born_by(on: date, years: int) -> int:
    """The last day number on which somebody was born who has this age on the day. Born on 29 February counts from
    28 February in other years, as the public validator has it."""
    day = counting.months_before(on, 12 * years)
    if (on + DAY).day == 1 and (
        on + DAY
    ).month == MARCH:  # the last of February stands for every last of February
        return date(day.year, MARCH, 1).toordinal() - 1
    return day.toordinal()


def empty(held: List, rule: Rule, on: date) -> Broken:
    column = held.columns[rule.columns[0]]
    for row, value in enumerate(column if not all(column) else ()):
        if not value:
            yield row, ""


def aged(held: List, rule: Rule, on: date) -> Broken:
    latest = born_by(on, rule.from_age)
    earliest = 0 if rule.to_age is None else born_by(on, rule.to_age + 1)
    for row, born in enumerate(held.columns["born"]):
        if earliest < born <= latest:
            yield row, ""


def future(held: List, rule: Rule, on: date) -> Broken:
    today = on.toordinal()
    column = held.columns[rule.columns[0]]
    for row, day in enumerate(column if max(column, default=0) > today else ()):
        if day > today:
            yield row, ""


def after(held: List, rule: Rule, on: date) -> Broken:
    first, second = (held.columns[name] for name in rule.columns)
    for row, (one, other) in enumerate(zip(first, second, strict=True)):
        if one > other > 0:
            yield row, ""


def no_number(held: List, rule: Rule, on: date) -> Broken:
    latest = born_by(on, 6)
    wanted = (held.columns[name] for name in ("born", "upn", "uln"))
    for row, (born, upn, uln) in enumerate(zip(*wanted, strict=True)):
        if 0 < born <= latest and not upn and not uln:
            yield row, ""


def no_setting(held: List, rule: Rule, on: date) -> Broken:
    for row, subsidiary in _of_school_age_without_main(held, on):
        if not subsidiary:
            yield row, ""


def only_subsidiary(held: List, rule: Rule, on: date) -> Broken:
    for row, subsidiary in _of_school_age_without_main(held, on):
        if subsidiary:
            yield row, ""


def _of_school_age_without_main(held: List, on: date) -> Broken:
    latest, earliest = born_by(on, 5), born_by(on, 16)
    wanted = (held.columns[name] for name in ("born", "urn", "subsidiary"))
    for row, (born, urn, subsidiary) in enumerate(zip(*wanted, strict=True)):
        if not urn and earliest < born <= latest:
            yield row, subsidiary


def repeated(held: List, rule: Rule, on: date) -> Broken:
    column = held.columns[rule.columns[0]]
    if len(set(column)) == len(column):
        return
    rows = defaultdict(list)
    for row, value in enumerate(column):
        if value:
            rows[value.upper()].append(row)
    for value, found in rows.items():
        if len(found) > 1 and value not in REASONS:
            for row in found:
                yield row, ""


def unreadable(held: List, rule: Rule, on: date) -> Broken:
    column = held.columns[rule.columns[0]]
    for row, day in enumerate(column if min(column, default=0) < 0 else ()):
        if day < 0:
            yield row, ""


def not_a_code(held: List, rule: Rule, on: date) -> Broken:
    column = held.columns[rule.columns[0]]
    if any(isinstance(value, Bad) for value in set(column)):
        for row, value in enumerate(column):
            if isinstance(value, Bad):
                yield row, ""


def wrong_upn(held: List, rule: Rule, on: date) -> Broken:
    for row, value in enumerate(held.columns["upn"]):
        if not value or value.upper() in REASONS:
            continue
        try:
            number = numbers.upn(value)
        except ValueError as why:
            yield row, str(why)
            continue
        if number[1:4] not in authorities.IN_UPN:
            yield row, "its characters 2 to 4 are not the number of a local authority"


def wrong_uln(held: List, rule: Rule, on: date) -> Broken:
    for row, value in enumerate(held.columns["uln"]):
        if value:
            try:
                numbers.uln(value)
            except ValueError as why:
                yield row, str(why)


def wrong_urn(held: List, rule: Rule, on: date) -> Broken:
    home, column = held.columns.get("home"), held.columns["urn"]
    wrong = {
        value for value in set(column) if not (len(value) == 6 and value.isascii() and value.isdecimal())
    }
    wrong.discard("")
    for row, value in enumerate(column if wrong else ()):
        if value in wrong:
            at_home = value.lower() == AT_HOME and home is not None and home[row] == "Yes"
            if not at_home:
                yield row, ""


def not_a_count(held: List, rule: Rule, on: date) -> Broken:
    column = held.columns[rule.columns[0]]
    wrong = {value for value in set(column) if value < -1 or value != int(value)}
    for row, value in enumerate(column if wrong else ()):
        if value in wrong:
            yield row, ""


def many_suspensions(held: List, rule: Rule, on: date) -> Broken:
    column = held.columns["suspensions"]
    for row, value in enumerate(column if max(column, default=0) > MOST_SUSPENSIONS else ()):
        if value > MOST_SUSPENSIONS:
            yield row, ""


def not_a_share(held: List, rule: Rule, on: date) -> Broken:
    column = held.columns["absence"]
    in_order = min(column, default=0) >= -1 and max(column, default=0) <= MOST_SHARE
    for row, value in enumerate(() if in_order else column):
        if value < -1 or value > MOST_SHARE:
            yield row, ""


def fractions(held: List, rule: Rule, on: date) -> Broken:
    values = [value for value in held.columns["absence"] if value > 0]
    if len(values) >= 10 and max(values) <= 1:
        yield -1, ""


def not_reviewed(held: List, rule: Rule, on: date) -> Broken:
    limit = counting.months_before(on, REVIEW_MONTHS).toordinal()
    wanted = (held.columns[name] for name in ("initial", "updated", "reviewed"))
    for row, (initial, updated, reviewed) in enumerate(zip(*wanted, strict=True)):
        if 0 < initial < limit and 0 <= reviewed < limit and updated < limit:
            yield row, "no review is given" if not reviewed else ""


def before_birth(held: List, rule: Rule, on: date) -> Broken:
    wanted = (held.columns[name] for name in ("born", "initial", "updated", "reviewed"))
    today = on.toordinal()
    for row, (born, initial, updated, reviewed) in enumerate(zip(*wanted, strict=True)):
        if 0 < born <= today and (0 < initial < born or 0 < updated < born or 0 < reviewed < born):
            yield row, ""


def before_law(held: List, rule: Rule, on: date) -> Broken:
    wanted = [held.columns[name] for name in ("born", "initial", "updated", "reviewed")]
    if not any(0 < day < FIRST_PLANS for column in wanted[1:] for day in set(column)):
        return
    for row, (born, *days) in enumerate(zip(*wanted, strict=True)):
        for day in days:
            if 0 < day < FIRST_PLANS and day >= born:
                yield row, ""
                break


def team_contradicts(held: List, rule: Rule, on: date) -> Broken:
    for row, (care, team) in enumerate(zip(held.columns["care"], held.columns["team"], strict=True)):
        if care == "Yes" and not team:
            yield row, "known to social care, but no team is given"
        elif care == "No" and team and team.lower() not in ("none", "n/a", "no"):
            yield row, "not known to social care, but a team is given"


def home_contradicts(held: List, rule: Rule, on: date) -> Broken:
    for row, (home, urn) in enumerate(zip(held.columns["home"], held.columns["urn"], strict=True)):
        if home == "Yes" and urn and urn.lower() != AT_HOME:
            yield row, ""


def phase_missing(held: List, rule: Rule, on: date) -> Broken:
    for row, (urn, phase) in enumerate(zip(held.columns["urn"], held.columns["phase"], strict=True)):
        if bool(urn) != bool(phase) and urn.lower() != AT_HOME:
            yield row, "there is no phase" if urn else "there is no URN"


def phase_of_other_age(held: List, rule: Rule, on: date) -> Broken:
    limits = {name: (born_by(on, last), born_by(on, first)) for name, (first, last) in PHASE_AGES.items()}
    for row, (phase, born) in enumerate(zip(held.columns["phase"], held.columns["born"], strict=True)):
        if phase in limits and born > 0:
            earliest, latest = limits[phase]
            if not earliest < born <= latest:
                yield row, ""


def spreadsheet_error(held: List, rule: Rule, on: date) -> Broken:
    for row, value in enumerate(held.columns[rule.columns[0]]):
        if value[:1] in ("=", "#") and (value[0] == "=" or value in SPREADSHEET_ERRORS):
            yield row, ""


TESTS: Final[Mapping[str, Test]] = {
    test.__name__: test
    for test in (
        empty, aged, future, after, no_number, no_setting, only_subsidiary, repeated, unreadable, not_a_code, wrong_upn,
        wrong_uln, wrong_urn, not_a_count, many_suspensions, not_a_share, fractions, not_reviewed, before_birth,
        before_law, team_contradicts, home_contradicts, phase_missing, phase_of_other_age, spreadsheet_error,
    )
}  # fmt: skip
"""Every test by its name."""
