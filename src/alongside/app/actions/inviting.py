"""The family is told of its right to give views and evidence (Children and Families Act 2014 s.36(7); rule A03)."""

from datetime import date, datetime
from uuid import UUID

from alongside.app import doing, letters
from alongside.app.actor import Actor
from alongside.app.letter_facts import ViewsWanted
from alongside.app.letters import Delivery
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused


def invite_views(
    case_id: UUID, *, hoped_for_by: date | None, by: Actor, at: datetime
) -> tuple[Delivery, ...]:
    """Write to everybody who holds the rights, each with a letter of their own, and record that it was done.

    `hoped_for_by` is a day that would help, and no limit: the law fixes no number of days here. Raises `Refused`
    where it lies in the past, where nobody is recorded to write to, and where it cannot follow what is recorded.
    """
    with doing.on_case(case_id, Permission.RECORD_EVENT, by=by, at=at) as deed:
        if hoped_for_by is not None and hoped_for_by <= deed.today:
            raise Refused(
                f"{hoped_for_by:%-d %B %Y} is not after today. Enter a day to come, or leave it empty.",
                field="hoped_for_by",
            )
        family = letters.must_have_family(deed.case, on=deed.today)
        deed.append(EventKind.VIEWS_INVITED, deed.today, {})
        sent = []
        for party in family:
            owner = deed.case.owner
            envelope = letters.envelope(
                deed.case, party, officer=owner.name if owner else deed.by.name, dated_on=deed.today
            )
            title = f"Your right to give views: letter to {party.name}"
            kept = letters.keep(
                deed, ViewsWanted(envelope, hoped_for_by), kind="VIEWS_INVITED", title=title,
                part=Part.CHRONOLOGY, party=party,
            )  # fmt: skip
            about = "We want to hear from you before we decide."
            sent.append(
                Delivery(kept, party.name, by_post=not letters.tell(deed, party, "VIEWS_INVITED", about))
            )
        return tuple(sent)
