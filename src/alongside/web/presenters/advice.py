"""Advice on pages: the adviser's list, the tab of a case, one request with its date, and what was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from alongside.app.queries.advice import AdviceLine, AdviceRead, OneRequest
from alongside.app.queries.advice_asked import AskedLine, ToAnswer
from alongside.app.queries.section_owners import SectionAsked
from alongside.core.access.permission import Permission
from alongside.core.calendar import london_date
from alongside.core.case import advice_forms
from alongside.core.case.advice_forms import AdviceForm
from alongside.core.case.codes import AdviceKind, TimerState
from alongside.web import doors
from alongside.web.presenters import deadlines, questions, tags, tasks, wording
from alongside.web.presenters.advice_words import KINDS
from alongside.web.presenters.deadlines import Card
from alongside.web.presenters.links import Link
from alongside.web.presenters.plans import title_of
from alongside.web.presenters.tags import Tag
from alongside.web.presenters.tasks import Task


@dataclass(frozen=True, slots=True)
class Shown:
    """One answer as it is read. `pairs` are (heading, text); `files` lead to the file that came and to its paper."""

    title: str
    about: str
    pairs: tuple[tuple[str, str], ...]
    nothing: str
    files: tuple[Link, ...]


DEEDS = (
    ("advice_chase", "Remind them", Permission.CHASE_ADVICE),
    ("advice_record", "Record advice that has come", Permission.RECORD_ADVICE),
    ("advice_earlier", "Use earlier advice instead", Permission.RECORD_ADVICE),
    ("advice_body_received", "Record when they received the request", Permission.CORRECT_EVENT),
    ("advice_cancel", "Take the request back", Permission.REQUEST_ADVICE),
)


def asked_task(line: AskedLine, *, on: date) -> Task:
    """One request on an adviser's list."""
    href = reverse("advice_give", kwargs={"case_id": line.case_id, "request_id": line.request_id})
    return tasks.task(
        f"{line.child}: {KINDS[line.kind].lower()}", href, _who_has_it(line), due=line.due, on=on
    )


def done_task(line: AskedLine) -> Task:
    """One request that was answered."""
    href = reverse("advice_give", kwargs={"case_id": line.case_id, "request_id": line.request_id})
    late = line.due is not None and line.received_on is not None and line.received_on > line.due
    tag = Tag("Done late", "orange") if late else Tag("Done on time", "green")
    said = "Nothing to add, " if line.nothing_to_add else "Sent "
    when = f"{said}{wording.day_short(line.received_on)}"
    return Task(f"{line.child}: {KINDS[line.kind].lower()}", href, line.reference, tag, when)


def section_task(one: SectionAsked) -> Task:
    """One section of a plan that the reader's service was asked to write."""
    href = reverse("own_section", kwargs={"case_id": one.case_id, "section": one.section})
    tag = Tag("Ready", "green") if one.ready_at else Tag("To write", "yellow")
    who = "You have it" if one.mine else one.body
    asked = f"asked {wording.day_short(london_date(one.asked_at))}"
    return Task(f"{one.child}: {title_of(one.section)}", href, f"{one.reference} · {who}", tag, asked)


def _who_has_it(line: AskedLine) -> str:
    who = (
        "You have it" if line.mine else f"{line.has_it} has it" if line.has_it else "Nobody has taken it yet"
    )
    if line.is_sent_back:
        who = f"Sent back with questions · {who}"
    begun = f" · begun, last saved {wording.moment(line.draft_saved_at)}" if line.draft_saved_at else ""
    return f"{line.reference} · asked {wording.day_short(line.requested_on)} · {who}{begun}"


def line_task(line: AdviceLine, case_id: object, *, on: date) -> Task:
    """One request on the tab of a case."""
    href = reverse("advice_one", kwargs={"case_id": case_id, "request_id": line.request_id})
    chased = ""
    if line.chased_on:
        times = wording.plural(len(line.chased_on), "time")
        chased = f" · reminded {times}, last on {wording.day_short(line.chased_on[-1])}"
    person = f" ({line.person})" if line.person else ""
    hint = (
        f"{wording.capital(line.asked_name)}{person} · asked {wording.day_short(line.requested_on)}{chased}"
    )
    return Task(KINDS[line.kind], href, hint, state(line, on=on), when(line, on=on))


def state(line: AdviceLine, *, on: date) -> Tag:
    """How one request stands."""
    if line.received_on is not None and line.nothing_to_add:
        return Tag("Nothing to add", "green")
    if line.due is not None:
        return tags.of_deadline(line.due, on=on)
    if line.cancelled_on is not None:
        return Tag("Taken back", "grey")
    if not line.is_open:
        return Tag("Received", "green") if line.received_on is not None else Tag("No longer needed", "grey")
    return Tag("Waiting", "blue")


def when(line: AdviceLine, *, on: date) -> str:
    """Its day in words."""
    if line.received_on is not None:
        return f"came {wording.day_short(line.received_on)}"
    if line.cancelled_on is not None:
        return f"taken back {wording.day_short(line.cancelled_on)}"
    if not line.is_open:
        return "not given"
    day = line.due.statutory_due if line.due else None
    if day is None:
        return "no last day in law"
    if line.due is not None and line.due.state is TimerState.OVERDUE:
        return f"was due {wording.day_short(day)}, {wording.weeks_and_days(line.due.days_late)} late"
    return f"due {wording.day_short(day)}, {wording.from_today(day, on)}"


def card(line: AdviceLine, *, on: date) -> Card | None:
    """Why it is due on its day, with the law's reasons; None for the family's own advice."""
    return deadlines.card(line.due, on=on) if line.due is not None else None


def facts(line: AdviceLine) -> list[tuple[str, str]]:
    """What is known of one request, in pairs."""
    found = [("Asked", wording.capital(line.asked_name)), ("Asked on", wording.day(line.requested_on))]
    if line.person:
        found.append(("With", line.person))
    if line.body_received_on != line.requested_on:
        found.append(("They received it on", wording.day(line.body_received_on)))
    if line.chased_on:
        found.append(("Reminded", wording.sentence_list(wording.day(day) for day in line.chased_on)))
    if line.received_on:
        found.append(("Came on", wording.day(line.received_on)))
    if line.cancelled_on:
        found.append(("Taken back on", wording.day(line.cancelled_on)))
    return found


def deeds(found: OneRequest) -> list[Link]:
    """What this reader can do about an open request."""
    line, parts = found.line, {"case_id": found.head.case_id, "request_id": found.line.request_id}
    if not line.is_open:
        return _after(found)
    offered = [
        Link(reverse(door, kwargs=parts), text)
        for door, text, needs in DEEDS
        if needs in found.head.may and not (door == "advice_earlier" and line.due is None)
    ]
    if (
        Permission.RECORD_EXCEPTION in found.head.may
        and "record_exception" in doors.DOORS
        and line.due is not None
    ):
        address = reverse("record_exception", kwargs={"case_id": found.head.case_id})
        offered.append(Link(address, "Record an exception to their six weeks"))
    return (
        [Link(reverse("advice_give", kwargs=parts), "Give this advice"), *offered]
        if line.is_mine
        else offered
    )


def _after(found: OneRequest) -> list[Link]:
    """What can be done once the advice has come: questions go back to its author."""
    line, may = found.line, found.head.may
    waits = any(each.is_open for each in found.returns)
    if Permission.REQUEST_ADVICE not in may or not found.answers or line.nothing_to_add or waits:
        return []
    if line.kind is AdviceKind.PARENT_OR_YOUNG_PERSON:
        return []
    parts = {"case_id": found.head.case_id, "request_id": line.request_id}
    return [Link(reverse("advice_send_back", kwargs=parts), "Send it back with questions")]


def shown(read: AdviceRead) -> Shown:
    """One answer, ready to be read."""
    form = advice_forms.form_for(read.kind, read.form)
    post = f", {read.author_post}" if read.author_post else ""
    papers = (
        (read.document, f"Open the file: {read.file_name}"),
        (read.printed, "Open this advice as a PDF"),
    )
    return Shown(
        title=f"{read.author_name}{post}",
        about=f"Written {wording.day(read.written_on)}, sent {wording.moment(read.submitted_at)}",
        pairs=pairs(form, read.answers),
        nothing=read.reason if read.nothing_to_add else "",
        files=tuple(Link(reverse("document", kwargs={"document_id": i}), text) for i, text in papers if i),
    )


def pairs(form: AdviceForm, answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The answers under their headings; days in words."""
    return tuple((heading, _day_in_words(text)) for heading, text in advice_forms.answered(form, answers))


def differing(form: AdviceForm, theirs: Mapping[str, str], mine: Mapping[str, str]) -> list[tuple[str, str]]:
    """What somebody else saved where it differs from what this person wrote, under its heading."""
    other = dict(advice_forms.answered(form, theirs))
    own = dict(advice_forms.answered(form, mine))
    return [(heading, _day_in_words(text)) for heading, text in other.items() if own.get(heading) != text]


def said(found: ToAnswer) -> list[tuple[str, str]]:
    """Why the assessment was asked for, in the words of whoever asked."""
    return [(questions.ASKED[name], text) for name, text in found.said]


def others(found: ToAnswer, *, on: date) -> list[tuple[str, Tag]]:
    """Who else was asked, and how each stands."""
    return [(f"{KINDS[line.kind]}: {line.asked_name}", state(line, on=on)) for line in found.others]


def form_choices(found: ToAnswer, address: str) -> Sequence[Link]:
    """The forms to choose from, where nothing is written yet and there is more than one."""
    if len(found.forms) < 2 or found.draft.answers:
        return ()
    return [Link(f"{address}?form={form.code}", form.title) for form in found.forms]


def _day_in_words(text: str) -> str:
    try:
        return wording.day(date.fromisoformat(text))
    except ValueError:
        return text
