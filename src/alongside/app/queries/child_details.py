"""The numbers and details of a child that the return and the inspection's lists ask for."""

from datetime import datetime
from uuid import UUID

from alongside.app import seeing
from alongside.app.actions.child_details import MAY_SEE, ChildDetails, hides_postcode
from alongside.app.actor import Actor
from alongside.app.queries.cases import CaseHead, head_of
from alongside.core.access.permission import Permission


def details(case_id: UUID, *, by: Actor, at: datetime) -> tuple[CaseHead, ChildDetails]:
    """The head of the case, and the details as they are held. Raises `NotFound`."""
    with seeing.case(case_id, Permission.CORRECT_EVENT, by=by, at=at) as view:
        person = view.case.person
        held = {name: getattr(person, name) for name in ChildDetails.__slots__}
        if hides_postcode(view.parties, may_see=view.may(MAY_SEE)):
            held["postcode"] = None
        return head_of(view), ChildDetails(**held)
