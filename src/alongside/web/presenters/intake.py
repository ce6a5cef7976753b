"""A request as its sender sees it: what is still to do, and the answers to check before sending."""

from dataclasses import dataclass

from django.urls import reverse

from alongside.app.intake_answers import IntakeAnswers
from alongside.app.queries.intakes import OwnIntake
from alongside.web.presenters import wording
from alongside.web.presenters.questions import PAGES, answered
from alongside.web.presenters.tags import Tag

DONE, OPTIONAL, NEEDED = Tag("Done", "green"), Tag("Optional", "grey"), Tag("Needed", "blue")
PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the request on the task list."""

    title: str
    href: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Section:
    """The answers of one page, to be checked. `rows` leaves out what was not answered."""

    title: str
    href: str
    rows: tuple[tuple[str, str], ...]


def steps(own: OwnIntake) -> tuple[Step, ...]:
    """Every page with what is still needed."""
    found = [
        Step(page.title, reverse("ask_step", kwargs={"step": name}), _tag(name, own.answers))
        for name, page in PAGES.items()
    ]
    files = wording.plural(len(own.files), "file") if own.files else ""
    papers = Tag(files, "green") if files else OPTIONAL
    found.append(Step("Letters, reports and photos", reverse("ask_papers"), papers))
    return tuple(found)


def _tag(name: str, answers: IntakeAnswers) -> Tag:
    if name == "you":
        return DONE if answers.who and answers.name else NEEDED
    if name == "reach":
        return DONE if answers.email or answers.phone or answers.address else NEEDED
    if name == "child":
        return DONE if answers.can_find_child else NEEDED
    kept = answers.as_kept()
    return DONE if any(field in kept for field in PAGES[name].questions) else OPTIONAL


def sections(own: OwnIntake) -> tuple[Section, ...]:
    """All answers by page, for the last look."""
    found = [
        Section(page.title, reverse("ask_step", kwargs={"step": name}), answered(page, own.answers))
        for name, page in PAGES.items()
    ]
    files = tuple((file.file_name, size(file.size)) for file in own.files)
    found.append(Section("Letters, reports and photos", reverse("ask_papers"), files))
    return tuple(found)


def size(count: int) -> str:
    """A file's size: `340 KB`, `2.1 MB`."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} KB"


def next_step(step: str) -> str:
    """The address of the page after this one."""
    names = list(PAGES)
    place = names.index(step) + 1
    return reverse("ask_step", kwargs={"step": names[place]}) if place < len(names) else reverse("ask_papers")
