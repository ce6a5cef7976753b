"""Finds a case by a name, a reference, a date of birth, a UPN or an NHS number.

Names are matched by the beginnings of their words, without regard to accents, capitals or the order in which
they are typed. Only officers of the authority search; everybody else has a list of the cases they take part
in.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from alongside.app import involvement, ports, scope
from alongside.app.actor import Actor
from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.core.access.relations import Relation
from alongside.core.case.codes import Stage
from alongside.core.refusal import Refused
from alongside.records.models import Case

MOST = 50
"""More than this many helps nobody: the page then asks for one thing more, such as the date of birth."""

REFERENCE = re.compile(r"[a-z]\d\d-\d+", re.IGNORECASE)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[a-z]{3,9})\s+(?P<year>\d{4})", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One case that fits what was asked."""

    case_id: UUID
    reference: str
    name: str
    known_as: str
    born_on: date | None
    stage: Stage
    owner_name: str
    setting_name: str


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, by surname. `is_cut` where there is more than is shown."""

    found: tuple[Found, ...]
    is_cut: bool


def search(asked: str, *, by: Actor, at: datetime) -> Results:
    """The cases that fit every part of what was typed. Raises `NotAllowed`, or `Refused` if nothing was."""
    standing = {Relation.SAME_AUTHORITY} if involvement.works_for_the_authority(by) else {Relation.NONE}
    decide.check_act(Permission.FIND_CASE, roles=by.roles)
    decide.check_act(Permission.SEE_CASE, roles=by.roles, relations=frozenset(standing))
    wanted = _wanted(asked, ports.today(at))
    with scope.opened(by):
        rows = list(
            Case.objects.filter(wanted, authority=by.authority)
            .select_related("person", "owner", "setting")
            .defer("person__search", "person__address")
            .order_by("person__surname", "person__forename", "reference")[: MOST + 1]
        )
        return Results(tuple(_found(row) for row in rows[:MOST]), len(rows) > MOST)


def _wanted(asked: str, on: date) -> Q:
    """Each part that is a reference or a date must fit as such; all words that remain must begin names."""
    wanted, rest = Q(), asked
    for reference in REFERENCE.findall(rest):
        wanted &= Q(reference__iexact=reference)
    rest = REFERENCE.sub(" ", rest)
    for form in DATES:
        for match in form.finditer(rest):
            wanted &= Q(person__born_on=_day(match, on))
        rest = form.sub(" ", rest)
    wanted &= called(rest)
    if not wanted:
        raise Refused("Enter a name, a reference, a date of birth, a UPN or an NHS number.", field="q")
    return wanted


def called(text: str) -> Q:
    """Children whose names begin with every word of a text; no condition at all where it holds no word."""
    words = _words(text)
    if not words:
        return Q()
    query = " & ".join(f"{word}:*" for word in words)
    return Q(person__search=SearchQuery(query, search_type="raw", config="simple"))


def _words(text: str) -> list[str]:
    """Letters and digits only, without accents. An NHS number written in three groups is put together."""
    text = re.sub(r"\b(\d{3})[ -](\d{3})[ -](\d{4})\b", r"\1\2\3", text)
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", plain.lower())[:12]


def _day(match: re.Match[str], on: date) -> date:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else 0
    try:
        day = date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        raise Refused(
            f"“{match[0]}” is not a real date. Write a date of birth like 4 May 2018 or 4/5/2018.", field="q"
        ) from None
    if day > on:
        raise Refused(f"“{match[0]}” is in the future, so nobody was born on it. Check the year.", field="q")
    return day


def _found(row: Case) -> Found:
    person = row.person
    return Found(
        case_id=row.id,
        reference=row.reference,
        name=f"{person.forename} {person.surname}",
        known_as=person.known_as,
        born_on=person.born_on,
        stage=Stage(row.stage),
        owner_name=row.owner.name if row.owner else "",
        setting_name=row.setting.name if row.setting else "",
    )
