"""The lists of reviews and phase transfers, ready to be shown, and as rows of a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse

from alongside.app.actor import Actor
from alongside.app.queries.phase_transfers import PhaseTransfers, TransferLine, TransferState
from alongside.app.queries.reviews import ReviewLine, Reviews, ReviewState
from alongside.web import addresses
from alongside.web.forms.caseload import Control
from alongside.web.presenters import deeds, review_words, tables, wording
from alongside.web.presenters.links import Link
from alongside.web.presenters.tags import Tag

R, T = ReviewState, TransferState
LATE_REVIEWS = frozenset({R.OVERDUE, R.REPORT_LATE, R.DECISION_LATE, R.NOTICE_LATE, R.AMENDED_LATE})
COLOURS = {T.LATE: "red", T.BEHIND: "yellow", T.DONE: "green", T.AMENDED: "purple", T.NOT_KNOWN: "grey"}
NOT_SAID = "only known from a return"
REVIEW_HEADINGS = (
    "Reference", "Name", "Year group", "School or setting", "Coordinator", "State", "Last day", "Days late",
    "Days left", "Counted", "Meeting arranged", "Last meeting held", "Decision sent",
    "Notice of amendments sent", "Known from a return",
)  # fmt: skip
TRANSFER_HEADINGS = (
    "Reference", "Name", "Year group", "School or setting", "Coordinator", "Move", "How it is known", "Last day",
    "State", "Days late", "Last meeting held", "Notice of amendments sent", "Amended plan sent", "Provided for",
    "No amendment needed", "Known from a return",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the two lists."""

    text: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Count:
    """One number at the top, with the address of the list narrowed to it."""

    number: int
    words: str
    href: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `what` is the state, or the move; `notes` stand under it, `done` tells of the steps on record."""

    case: str
    name: str
    small: str
    what: str
    notes: str
    due: date | None
    tag: Tag | None
    days: str
    done: tuple[tuple[str, date | None], ...]
    remark: str
    owner: str
    is_late: bool
    step: Link | None = None


def tabs(current: str) -> tuple[Tab, ...]:
    """The two lists."""
    doors = (("reviews", "Reviews"), ("phase_transfers", "Phase transfers"))
    return tuple(Tab(text, reverse(door), door == current) for door, text in doors)


def chosen(controls: Sequence[Control], query: QueryDict) -> list[tuple[str, str]]:
    """What the list is narrowed by, each with the address that takes it away."""
    found = []
    for control in controls:
        words = [text for value, text, is_chosen in control.options if is_chosen and value]
        if words and query.get(control.name):
            less = query.copy()
            less.pop(control.name, None)
            less.pop("page", None)
            found.append((words[0], f"?{less.urlencode()}"))
    return found


def file_address(door: str, query: QueryDict) -> str:
    """The address of the file with the same choices."""
    kept = query.copy()
    kept.pop("page", None)
    return f"{reverse(door)}?{kept.urlencode()}" if kept else reverse(door)


def review_counts(found: Reviews, query: QueryDict) -> tuple[Count, ...]:
    """The numbers at the top of the list of reviews; the twelve weeks hold the eight."""
    twelve = found.counts[R.DUE_SOON] + found.counts[R.DUE_LATER]
    numbers = [(state, found.counts[state]) for state in R if state is not R.DUE_LATER]
    numbers.insert(2, (review_words.WITHIN_TWELVE, twelve))  # type: ignore[arg-type]
    return tuple(
        Count(
            number,
            review_words.REVIEW[state],
            _with_state(query, state),
            bool(number) and state in LATE_REVIEWS,
        )
        for state, number in numbers
    )


def transfer_counts(found: PhaseTransfers, query: QueryDict) -> tuple[Count, ...]:
    """The numbers at the top of the list of phase transfers."""
    return tuple(
        Count(
            number, review_words.TRANSFER[state], _with_state(query, state), bool(number) and state is T.LATE
        )
        for state, number in found.counts.items()
    )


def _with_state(query: QueryDict, state: str) -> str:
    more = query.copy()
    more.pop("page", None)
    more["state"] = str(state)
    return f"?{more.urlencode()}"


def review_row(line: ReviewLine, actor: Actor) -> Row:
    """One line of the list of reviews, with what its reader can do next about it."""
    late = line.state in LATE_REVIEWS
    done = (
        ("Meeting arranged for", line.meeting_on),
        ("Last meeting", line.held_on),
        ("Decision sent", line.decided_on),
        ("Notice sent", line.notice_on),
    )
    return Row(
        case=addresses.of_case("case", line.case_id),
        name=line.name,
        small=_small(line.reference, line.year_group, line.school),
        what=review_words.REVIEW[line.state],
        notes=review_words.LIMIT[line.rule],
        due=line.due,
        tag=Tag("Late", "red") if late else None,
        days=_days(line.due, line.days, late=late),
        done=tuple((words, day) for words, day in done if day is not None),
        remark=NOT_SAID if line.from_a_return else "",
        owner=line.owner_name or "nobody",
        is_late=late,
        step=deeds.next_step(line, actor),
    )


def transfer_row(line: TransferLine, *, on: date) -> Row:
    """One line of the list of phase transfers."""
    over = line.due is not None and line.due < on
    finished = line.state is T.DONE
    settled = "No amendment is needed, decided" if line.no_amendment_needed else "Next setting named"
    done = (
        ("Last meeting", line.held_on),
        ("Notice sent", line.notice_on),
        ("Amended plan", line.amended_on),
        (settled, line.settled_on),
    )
    move = review_words.MOVE[line.transfer] if line.transfer else "To the next phase"
    return Row(
        case=addresses.of_case("case", line.case_id),
        name=line.name,
        small=_small(line.reference, line.year_group, line.school),
        what=move,
        notes=review_words.SOURCE[line.source],
        due=line.due,
        tag=Tag(review_words.TRANSFER[line.state], COLOURS.get(line.state, "blue")),
        days="" if finished else _days(line.due, line.days, late=over),
        done=tuple((words, day) for words, day in done if day is not None),
        remark=NOT_SAID if line.from_a_return else "",
        owner=line.owner_name or "nobody",
        is_late=line.state is T.LATE,
    )


def _small(reference: str, group: int | None, school: str) -> str:
    parts = (reference, review_words.year_group(group), school)
    return " · ".join(part for part in parts if part)


def _days(due: date | None, days: int, *, late: bool) -> str:
    if due is None:
        return ""
    return f"{wording.plural(days, 'day')} late" if late else f"In {wording.weeks_and_days(days)}"


def review_file(lines: Iterable[ReviewLine]) -> bytes:
    """The list of reviews as a file for a spreadsheet, every cell inert."""
    return tables.csv_file(
        REVIEW_HEADINGS,
        (
            (
                line.reference, line.name, review_words.year_group(line.year_group), line.school, line.owner_name,
                review_words.REVIEW[line.state], line.due,
                line.days if line.state in LATE_REVIEWS else None,
                line.days if line.due is not None and line.state not in LATE_REVIEWS else None,
                review_words.LIMIT[line.rule], line.meeting_on, line.held_on, line.decided_on, line.notice_on,
                _yes(line.from_a_return),
            )
            for line in lines
        ),
    )  # fmt: skip


def transfer_file(lines: Iterable[TransferLine]) -> bytes:
    """The list of phase transfers as a file for a spreadsheet, every cell inert."""
    return tables.csv_file(
        TRANSFER_HEADINGS,
        (
            (
                line.reference, line.name, review_words.year_group(line.year_group), line.school, line.owner_name,
                review_words.MOVE[line.transfer] if line.transfer else "", review_words.SOURCE[line.source], line.due,
                review_words.TRANSFER[line.state], line.days if line.state is T.LATE else None, line.held_on,
                line.notice_on, line.amended_on, line.settled_on, _yes(line.no_amendment_needed),
                _yes(line.from_a_return),
            )
            for line in lines
        ),
    )  # fmt: skip


def _yes(true: bool) -> str:
    return "yes" if true else ""
