"""What every maker needs: the envelope and the contacts of a letter in the kit's own terms."""

import re

from alongside.app.letter_facts import Envelope
from alongside.integrations.documents.content import Addressee, ChildName, DocumentRefused, Reader, Sender
from alongside.integrations.documents.correspondence import Contact, Correspondence

TRIBUNAL = Contact(
    "First-tier Tribunal (Special Educational Needs and Disability)",
    phone="01325 289 350",
    email="send@justice.gov.uk",
    website="www.gov.uk/appeal-ehc-plan-decision",
)
"""The SEND Tribunal's own published contact points. From knowledge: to be checked before each release."""


def correspondence(envelope: Envelope) -> Correspondence:
    """Who writes to whom about which child."""
    to, about, office = envelope.recipient, envelope.about, envelope.office
    return Correspondence(
        reference=envelope.reference,
        recipient=Addressee(
            name=to.name,
            reader=Reader(to.reader),
            role=to.role,
            organisation=to.organisation,
            address_lines=to.address_lines,
        ),
        child=ChildName(about.given, about.family, about.known_as),
        sender=Sender(
            authority=office.authority,
            team=office.team,
            officer_name=office.officer_name,
            officer_role=office.officer_role,
            email=office.email,
            phone=office.phone,
            address_lines=office.address_lines,
        ),
        dated_on=envelope.dated_on,
    )


def contact(text: str, what: str) -> Contact:
    """A service as an authority writes it: its name, then telephone, e-mail, website, parted by commas or lines.

    `what` names the service in the sentence that refuses a blank one.
    """
    pieces = [piece.strip() for piece in re.split(r"[\n,;]+", text) if piece.strip()]
    if not pieces:
        raise DocumentRefused(
            f"The letter must say how to reach {what}, and none is recorded for the authority. "
            "Add it under the authority’s details, then do this again."
        )
    found = {"phone": "", "email": "", "website": ""}
    name = [pieces[0]]
    for piece in pieces[1:]:
        kind = _kind(piece)
        if kind and not found[kind]:
            found[kind] = re.sub(r"^(phone|telephone|tel|e-?mail|web(site)?)\s*:?\s*", "", piece, flags=re.I)
        else:
            name.append(piece)
    return Contact(", ".join(name), **found)


def _kind(piece: str) -> str:
    if "@" in piece:
        return "email"
    if re.search(r"https?://|www\.|\.(uk|org|com)\b", piece, re.IGNORECASE):
        return "website"
    return "phone" if sum(character.isdigit() for character in piece) >= 6 else ""
