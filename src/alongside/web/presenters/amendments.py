"""The proposed changes to a plan, and what became of them, in words."""

from alongside.app.actions.amendments import NOT_HERE, Proposal
from alongside.app.actions.drafts import Served
from alongside.app.queries.sending import ToNotify
from alongside.web.presenters import plans, requests, sending, wording

ADOPTED = "This is the plan in force now, as it stands. To change it, start a new version."
NOTHING = "Nothing in this version differs from the plan in force. Write the changes first."
NOBODY = "Nobody is recorded who holds the rights and may be given the plan. Look at the people of the case."


def papers(page: ToNotify) -> list[tuple[str, str]]:
    """The papers that the changes can rest on, the latest first."""
    return [(str(line.id), f"{line.title}, {wording.day(line.dated_on)}") for line in page.papers]


def sections(page: ToNotify) -> tuple[str, ...]:
    """The sections that would change."""
    return tuple(plans.title_of(section) for section in page.changed)


def stops(page: ToNotify) -> tuple[str, ...]:
    """What stands in the way of the notice, each as a sentence."""
    found = [fault.sentence for fault in page.send.faults]
    if page.plan is None:
        found.append(NOT_HERE)
    elif not page.changed:
        found.append(NOTHING)
    if not page.send.recipients:
        found.append(NOBODY)
    return tuple(found)


def rows(page: ToNotify, proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """What to check before the notice leaves."""
    named = {line.id: line.title for line in page.papers}
    evidence = wording.sentence_list([named[each] for each in proposal.evidence if each in named])
    return (
        *sending.rows(page.send, proposal.sending),
        ("Sections that change", wording.sentence_list([f"Section {each}" for each in page.changed])),
        ("Why", proposal.because),
        ("Papers behind it", evidence or "none"),
    )


def sent(served: Served) -> str:
    """The sentence after the notice has left."""
    until = wording.weekday_day(served.comments_until)
    words = f"The proposed changes have been sent. The family has until {until} to comment."
    return " ".join(part for part in (words, requests.to_post(served.letters)) if part)
