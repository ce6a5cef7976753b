"""The list of work in words: one row is one case and what is due in it first."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from alongside.app.actor import Actor
from alongside.app.queries.caseload import Caseload, Line, Whose
from alongside.app.queries.waiting import For, ForUs
from alongside.core.law.duty import DutyBearer
from alongside.web import addresses, doors
from alongside.web.forms.caseload import QUESTIONS, WorkFilter
from alongside.web.presenters import deeds, rules, stages, tags, wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.tags import Tag

WHOSE_TITLES = {Whose.MINE: "My work", Whose.TEAM: "My team’s work", Whose.ALL: "Everybody’s work"}
WAITS_FOR = {
    DutyBearer.LA: "us",
    DutyBearer.BODY: "an adviser",
    DutyBearer.SETTING: "the setting",
    DutyBearer.FAMILY: "the family",
    DutyBearer.ICB: "the NHS board",
    DutyBearer.MEDIATION_ADVISER: "the mediation adviser",
    DutyBearer.TRIBUNAL: "the Tribunal",
}
SHOWN_NAMES = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One case on the list, ready to be shown."""

    case: str
    name: str
    reference: str
    stage: str
    owner: str
    what: str
    tag: Tag | None
    due: date | None
    other_dates: str
    waits_for: str
    step: Link
    is_late: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """Something besides cases that waits for us. `href` is empty where the list has no page."""

    number: int
    words: str
    href: str
    note: str = ""


def row(line: Line, actor: Actor, *, on: date) -> Row:
    """One case."""
    due = line.statutory_due
    late = line.days_late
    return Row(
        case=addresses.of_case("case", line.case_id),
        name=line.name,
        reference=line.reference,
        stage=stages.SHORT[line.stage],
        owner=line.owner_name or "nobody",
        what=rules.short(line.rule),
        tag=_tag(line, on),
        due=due,
        other_dates=wording.capital(" · ".join(_other_dates(line, on))),
        waits_for=waits_for(line),
        step=deeds.next_step(line, actor),
        is_late=late > 0,
    )


def _tag(line: Line, on: date) -> Tag | None:
    """Only what needs the eye: late, due now, or an exception. What is on time so far stays quiet."""
    if line.is_disapplied:
        return Tag("Exception applies", "purple")
    if line.statutory_due is None or (line.statutory_due - on).days > tags.SOON:
        return None
    return tags.of_due(line.statutory_due, on=on)


def _other_dates(line: Line, on: date) -> list[str]:
    """How late or how far off, the working day to act by, the strictest reading; each only where it says more."""
    due = line.statutory_due
    if due is None:
        return []
    far = wording.plural(line.days_late, "day") + " late" if line.days_late else wording.from_today(due, on)
    found = [] if due == on else [far]
    if line.operational_target and line.operational_target != due:
        found.append(f"act by {_short(line.operational_target)}")
    if line.strict_due and line.strict_due not in (due, line.operational_target):
        found.append(f"strictest {_short(line.strict_due)}")
    return found


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def waits_for(line: Line) -> str:
    """Who must act: by name where bodies or settings were asked, otherwise by who bears the duty."""
    names = _names(line.waiting_for)
    if line.bearer in (DutyBearer.BODY, DutyBearer.SETTING) and names:
        return names
    whom = WAITS_FOR[line.bearer]
    return f"{whom}; also {names}" if names else whom


def _names(waiting: tuple[For, ...]) -> str:
    shown = [name.whom for name in waiting[:SHOWN_NAMES]]
    more = len(waiting) - len(shown)
    return wording.sentence_list([*shown, f"{more} more"] if more > 0 else shown)


def panels(for_us: ForUs) -> list[Panel]:
    """What else waits for us, each with the page on which it is answered. A nought is not shown."""
    broken = for_us.broken_promises
    found = [
        Panel(for_us.intakes, "requests to register", _address("requests_waiting")),
        Panel(for_us.messages, "messages to answer", _address("messages"),
              f"{broken} past the promised day" if broken else ""),
        Panel(for_us.comments, "comments on drafts to answer", _address("comments")),
        Panel(for_us.corrections, "corrections asked for", _address("corrections")),
    ]  # fmt: skip
    return [panel for panel in found if panel.number]


def _address(door: str) -> str:
    return addresses.of_door(door) if door in doors.DOORS and "<" not in doors.DOORS[door].route else ""


def summary(found: Caseload) -> str:
    """`12 late, 3 due today, 9 due in the next seven days`."""
    parts = [
        f"{found.late:,} late",
        f"{found.today:,} due today",
        f"{found.soon:,} due in the next seven days",
    ]
    return wording.sentence_list(parts)


def chosen(form: WorkFilter, query: QueryDict) -> list[tuple[str, str]]:
    """What the list is narrowed by, each with the address that takes it away."""
    found = []
    for name in ("late", "area", "rule", "stage", "waiting"):
        value = form.given[name]
        if value:
            less = query.copy()
            less.pop(name, None)
            less.pop("page", None)
            found.append((dict(QUESTIONS[name][1])[value], f"?{less.urlencode()}"))
    return found


def page_asked(query: QueryDict) -> int:
    """The page that the address asks for; the first where it asks for none that can be."""
    asked = query.get("page", "1")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
