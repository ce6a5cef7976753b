"""An officer invites somebody around a case to sign in."""

from uuid import UUID

from django.http import HttpResponse

from alongside.app.actions import accounts
from alongside.app.queries import parties
from alongside.core.refusal import Refused
from alongside.web import answers
from alongside.web.answers import Confirmation
from alongside.web.presenters import parties as shown
from alongside.web.request import Request


def invite(request: Request, case_id: UUID, party_id: UUID) -> HttpResponse:
    """After a page that says to which address the invitation goes and what it opens."""
    head, party = parties.party(case_id, party_id, by=request.actor, at=request.now)
    if answers.is_confirmed(request):
        try:
            accounts.invite(case_id, party_id, by=request.actor, at=request.now)
        except Refused as refusal:
            return answers.turned_back(request, refusal, "case_people", case_id=case_id)
        return answers.see_other(request, f"{party.name} has been invited.", "case_people", case_id=case_id)
    asked = Confirmation(
        title=f"Invite {party.name} to sign in?",
        warning="Whoever reads the mail of this address can then see this case. Check that it is theirs alone.",
        act="Send the invitation",
        rows=(
            ("Child", head.name),
            ("Reference", head.reference),
            ("Email", party.contact.email if party.contact and party.contact.email else "not known"),
        ),
        back=shown.address_of_people(case_id),
    )
    return answers.confirm(request, asked)
