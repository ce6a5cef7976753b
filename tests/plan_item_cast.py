"""Ivy's plan written item by item: a hope, two needs, an outcome and provision, resting on one piece of advice."""

from uuid import UUID, uuid4

from alongside.app import plan_rows, scope
from alongside.app.actions import plan_items
from alongside.app.actions.plan_items import Said
from alongside.app.actions.plan_sources import Quoted
from alongside.app.plan_rows import Held
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan.items import ItemKind
from alongside.records.models import Advice, PlanVersion
from cast import Cast

A, B, C, E, F = PlanSection.A, PlanSection.B, PlanSection.C, PlanSection.E, PlanSection.F
K = ItemKind
HOPE = {"whose": "CHILD", "expressed": "SAID", "words": "I want to read a book to my brother."}
READING = {"what": "Ivy reads with her finger and loses the line.", "effect": "She stops after half a page."}
NOISE = {"what": "Ivy covers her ears in the hall."}
OUTCOME = {
    "what": "Ivy will read a page of her book aloud.",
    "by_when": "by July 2027",
    "how_measured": "Her teacher listens once a week.",
}
PROVISION = {
    "what": "Paired reading with a line guide.",
    "who": "a teaching assistant",
    "training": "trained by the specialist teacher",
    "how_often": "every school day",
    "how_long": "15 minutes",
    "group_size": "one to one",
    "until": "for the school year, reviewed each term",
}
SEEN = "Ivy reads with her finger and loses the line after four words."


def advice_of(cast: Cast, case: UUID, kind: AdviceKind = AdviceKind.PSYCHOLOGICAL, **answers: str) -> UUID:
    """A piece of structured advice that is on the case."""
    given = answers or {"need_1_what": SEEN, "provision_1_what": "Paired reading every day for 15 minutes."}
    with scope.opened(cast.officer):
        row = Advice.objects.create(
            authority_id="931", case_id=case, request_id=uuid4(), kind=kind, author_name="Ed Psychologist",
            author_post="Educational psychologist", written_on=cast.at.date(), submitted_at=cast.at,
            form="PSYCHOLOGY" if kind is AdviceKind.PSYCHOLOGICAL else "", answers=given,
        )  # fmt: skip
        return row.id


def threaded(cast: Cast, case: UUID) -> dict[str, UUID]:
    """A1 → E1 ← B1 → F1, each resting on the advice, and B2 joined to nothing. By label."""
    advice = advice_of(cast, case)
    quoted = (Quoted(advice=advice, question="need_1_what"),)
    found: dict[str, UUID] = {}
    for label, section, kind, parts, links in (
        ("A1", A, K.ASPIRATION, HOPE, ()),
        ("B1", B, K.NEED, READING, ()),
        ("B2", B, K.NEED, NOISE, ()),
        ("E1", E, K.OUTCOME, OUTCOME, ("A1", "B1")),
        ("F1", F, K.PROVISION, PROVISION, ("B1",)),
    ):
        joined = frozenset(str(found[other]) for other in links)
        said = Said(parts, joined, quoted=() if label == "B2" else quoted)
        found[label] = plan_items.add(case, section, kind, said, by=cast.officer, at=cast.at)
    return found


def held(cast: Cast, case: UUID, number: int | None = None) -> Held:
    """The rows of the version that is being written, or of one by number."""
    with scope.opened(cast.officer):
        rows = PlanVersion.objects.filter(case=case)
        found = plan_rows.held(rows.get(number=number) if number else rows.get(state="WRITING"))
        _ = found.content
        return found


def text(cast: Cast, case: UUID, section: PlanSection, number: int | None = None) -> str:
    """The text of a section as it is printed."""
    return held(cast, case, number).sections[section].text
