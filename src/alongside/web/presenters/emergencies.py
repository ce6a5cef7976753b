"""Emergencies in words: what would be opened, what was, and what was looked at."""

from datetime import datetime

from django.urls import reverse
from markupsafe import Markup

from alongside.app.actions.emergencies import Opened
from alongside.app.openings import Opening
from alongside.app.queries.emergencies import Before, Candidate, Emergencies, Emergency, LookedAt
from alongside.core.access.parts import Part
from alongside.core.access.role import RoleCode
from alongside.core.access.roles import ROLES
from alongside.web.answers import Confirmation
from alongside.web.presenters import cases, wording
from alongside.web.presenters.tables import Column

FOUND_COLUMNS = (
    Column("Name", is_header=True),
    Column("Born"),
    Column("Reference"),
    Column("Coordinator"),
)
COLUMNS = (
    Column("Case", is_header=True),
    Column("When"),
    Column("Who"),
    Column("Reason"),
    Column("Review"),
)
LOOKED_COLUMNS = (Column("What they did", is_header=True), Column("First"), Column("Times", is_number=True))
WARNING = (
    "The case is open to you for one hour, to read. You cannot change anything by it. Your name and your reason are "
    "sent on at once, and everything that you open is written down. Open it only if it cannot wait."
)


def candidate(found: Candidate) -> tuple[object, ...]:
    """One case. The name leads to the page on which the reason is given."""
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("emergency_open", kwargs={"case_id": found.case_id}), found.name
    )
    return (link, wording.day_short(found.born_on), found.reference, found.owner_name or "nobody yet")


def opens(before: Before) -> str:
    """What would be opened, as a list in a sentence; empty where nothing would."""
    return wording.sentence_list(part.phrase for part in Part if part in before.opens)


def told(role: RoleCode) -> str:
    """Who is told, in words."""
    name = ROLES[role].name
    return f"every {name}" if role is RoleCode.SEND_MANAGER else "the directors"


def confirmation(before: Before, reason: str) -> Confirmation:
    """The page between the reason and the opening. The way back carries the reason."""
    return Confirmation(
        title="Open this case in an emergency?",
        warning=WARNING,
        act="Open the case for one hour",
        rows=(
            ("Child", before.head.name),
            ("Reference", before.head.reference),
            ("Your reason", reason),
            ("This opens", wording.capital(opens(before)) or "Nothing that you cannot see already"),
            ("Told at once", wording.capital(told(before.told))),
        ),
    )


def opened(done: Opened) -> str:
    """What the banner on the case says."""
    people = wording.plural(done.told, "person has", "people have")
    who = f"{people} been told." if done.told else "Nobody could be told: ring your manager."
    return f"The case is open to you until {_time(done.ends_at)}. {who}"


def waiting(found: Emergencies) -> str:
    """How many wait for a review."""
    if not found.total:
        return "No case has been opened in an emergency."
    if not found.waiting:
        return "Every one of them has been reviewed."
    return f"{wording.plural(found.waiting, 'waits', 'wait')} for a review."


def row(each: Emergency) -> tuple[object, ...]:
    """One emergency of the list. The reference leads to it, and to its review."""
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("emergency", kwargs={"opening_id": each.id}), each.reference
    )
    return (
        link,
        wording.moment(each.opened_at),
        f"{each.who} (you)" if each.is_own else each.who,
        each.reason,
        f"By {each.reviewed_by}" if each.reviewed_by else "Not yet",
    )


def about(each: Emergency) -> list[tuple[str, object]]:
    """One emergency as (what, answer) pairs."""
    case: object = each.reference
    if each.case_id is not None:
        case = Markup('<a class="govuk-link" href="{}">{}</a>').format(
            reverse("case", kwargs={"case_id": each.case_id}), each.reference
        )
    sent = wording.plural(each.told_count, "person", "people")
    return [
        ("Case", case),
        ("Opened by", each.who),
        ("From", wording.moment(each.opened_at)),
        ("Until", wording.moment(each.ends_at)),
        ("Reason", each.reason),
        ("Told at once", f"{sent} ({ROLES[each.told].name})"),
    ]


def looked_at(each: LookedAt) -> tuple[object, ...]:
    """One kind of thing that was done within the hour."""
    return cases.deed(each.deed), _time(each.first_at), each.times


def reviewed(each: Emergency) -> list[tuple[str, str]]:
    """The review, if there is one."""
    if not each.reviewed_by:
        return []
    return [
        ("Reviewed by", each.reviewed_by),
        ("When", wording.moment(each.reviewed_at)),
        ("What they found", each.review_note),
    ]


def notes(found: tuple[Opening, ...]) -> list[str]:
    """What the first page of a case says of its emergencies, each as a sentence or two."""
    return [_note(each) for each in found]


def _note(each: Opening) -> str:
    if each.is_own and each.is_open:
        return (
            f"You have opened this case in an emergency, until {_time(each.ends_at)}. You can read what is otherwise "
            "closed to you, and change no more than before."
        )
    who = "You" if each.is_own else each.who
    until = (
        f"open until {_time(each.ends_at)}" if each.is_open else f"open until {_time(each.ends_at)} that day"
    )
    review = f" Reviewed by {each.reviewed_by}." if each.reviewed_by else " Not reviewed yet."
    return (
        f"{who} opened this case in an emergency on {wording.moment(each.opened_at)} ({until}). "
        f"Reason: {_sentence(each.reason)}{review}"
    )


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _time(value: datetime) -> str:
    return wording.moment(value).rsplit(" at ", 1)[1]
