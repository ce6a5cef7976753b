"""Letters of a case: to whom they go, from whom they come, how they are kept and sent.

One letter per person: parents who live apart each get their own, and nothing of one is in the other's. An
address that is withheld is printed on no letter at all; whoever may see it writes it on the envelope.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db.models import Q

from alongside.app import ports
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import About, Envelope, LetterFacts, Office, Recipient, Services
from alongside.app.ports import Rendered
from alongside.core.access.parts import Part
from alongside.core.access.relations import ParentSight, rights_pass_on
from alongside.core.refusal import Refused
from alongside.records.models import Authority, Case, CaseParty, Document

OFFICER_ROLE = "EHC coordinator"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one letter: the document, whom it is for, and whether it must be printed and posted."""

    document: UUID
    recipient: str
    by_post: bool


def family_of(case: Case, *, on: date) -> tuple[CaseParty, ...]:
    """Whoever holds the rights on a day and so is written to: the parents, or the young person.

    Children and Families Act 2014 s.83(2): after compulsory school age the notices go to the young person, and
    to a parent in their place only where the young person lacks capacity (SEND Regulations 2014 reg 64).
    """
    in_force = Q(starts_on__lte=on) & (Q(ends_before=None) | Q(ends_before__gt=on))
    parties = list(case.parties.filter(in_force).order_by("starts_on", "name", "id"))
    born_on = case.person.born_on
    parents = [p for p in parties if p.relation == "PARENT" and p.parental_responsibility]
    if born_on is None or on < rights_pass_on(born_on):
        return tuple(parents)
    acting = [p for p in parents if p.parent_sight == ParentSight.LACKS_CAPACITY]
    return tuple(acting) or tuple(p for p in parties if p.relation == "YOUNG_PERSON")


def must_have_family(case: Case, *, on: date) -> tuple[CaseParty, ...]:
    """The same; refuses where there is nobody to whom a notice could be sent."""
    found = family_of(case, on=on)
    if found:
        return found
    born_on = case.person.born_on
    if born_on is not None and on >= rights_pass_on(born_on):
        raise Refused(
            "The rights passed to the young person on "
            f"{rights_pass_on(born_on):%-d %B %Y}, and nobody is recorded as the young person, so the notice "
            "would reach nobody. Add the young person under People, then do this again."
        )
    raise Refused(
        "No parent is recorded in this case, so the notice would reach nobody. "
        "Add a parent or carer under People, then do this again."
    )


def envelope(case: Case, party: CaseParty, *, officer: str, dated_on: date) -> Envelope:
    """Who writes to whom. `officer` answers for the letter where the case has no owner yet."""
    person, authority = case.person, case.authority
    return Envelope(
        reference=case.reference,
        recipient=Recipient(
            name=party.name,
            reader="YOUNG_PERSON" if party.relation == "YOUNG_PERSON" else "PARENT",
            address_lines=() if party.address_withheld else _lines(party.address),
        ),
        about=About(person.forename, person.surname, person.known_as),
        office=_office(authority, case.owner.name if case.owner else officer),
        services=_services(authority),
        dated_on=dated_on,
    )


def office(authority: str, officer: str) -> Office:
    """The authority as a sender of letters."""
    return _office(Authority.objects.get(code=authority), officer)


def _office(row: Authority, officer: str) -> Office:
    return Office(row.name, row.team_name, officer, OFFICER_ROLE, row.email, row.phone, _lines(row.address))


def services(authority: str) -> Services:
    """The services that a family may turn to, as the authority wrote them."""
    return _services(Authority.objects.get(code=authority))


def _services(row: Authority) -> Services:
    return Services(row.advice_service, row.mediation_adviser, row.dispute_resolution)


def without_address(facts: LetterFacts) -> LetterFacts:
    """The same letter for somebody who only looks at it before it is sent: nobody's address is in it."""
    bare = replace(facts.envelope.recipient, address_lines=())
    return replace(facts, envelope=replace(facts.envelope, recipient=bare))


@dataclass(frozen=True, slots=True)
class Filing:
    """How a paper stands among the documents of a case: what it is, which part opens it, and whose it is."""

    kind: str
    title: str
    part: Part
    dated_on: date
    party: CaseParty | None = None
    organisation: UUID | None = None


def keep(deed: CaseDeed, facts: LetterFacts, *, kind: str, title: str, part: Part, party: CaseParty) -> UUID:
    """Within a deed: make the letter and keep it in each form."""
    kept = file(
        deed, ports.letters().letter(facts), Filing(kind, title, part, facts.envelope.dated_on, party)
    )
    deed.note("LETTER_KEPT", document=str(kept.id), kind=kind, party=str(party.id))
    return kept.id


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of notice: its code, its title among the documents, its part, and what the e-mail says."""

    kind: str
    title: str
    part: Part
    words: str = "We have decided something and wrote to you."


def send(deed: CaseDeed, facts: LetterFacts, notice: Notice, party: CaseParty) -> Delivery:
    """Within a deed: make and keep one person's notice, and e-mail that it waits where they agreed to that."""
    title = f"{notice.title}: letter to {party.name}"
    kept = keep(deed, facts, kind=notice.kind, title=title, part=notice.part, party=party)
    return Delivery(kept, party.name, by_post=not tell(deed, party, notice.kind, notice.words))


def file(deed: CaseDeed, forms: Sequence[Rendered], filing: Filing) -> Document:
    """Within a deed: keep one paper in each of its forms. The first is the paper; the others are its twins."""
    first: Document | None = None
    for rendered in forms:
        kept = Document.objects.create(
            authority_id=deed.case.authority_id,
            case=deed.case,
            kind=filing.kind,
            title=filing.title,
            part=filing.part,
            addressee=filing.party,
            organisation_id=filing.organisation,
            dated_on=filing.dated_on,
            created_at=deed.at,
            created_by_id=deed.by.account,
            file_name=rendered.file_name,
            media_type=rendered.media_type,
            size=len(rendered.content),
            sha256=sha256(rendered.content).hexdigest(),
            content=rendered.content,
            twin=first,
        )
        first = first or kept
    if first is None:
        raise ValueError(f"There is no form of “{filing.title}” to keep.")
    return first


def tell(deed: CaseDeed, party: CaseParty, kind: str, about: str) -> bool:
    """Within a deed: e-mail somebody of the family that a letter waits for them. False where it must be posted.

    Only to those who agreed to e-mail; the message holds a reference and a link and nothing about the child.
    """
    if not (party.email and party.agreed_to_email):
        return False
    text = (
        f"Hello\n\n{about}\n\nSign in to read it: {ports.address()}\n\n"
        f"Your reference is {deed.case.reference}. If you cannot sign in, ring us and we will read it to you or "
        "post it.\n"
    )
    deed.tell(party.email, kind, f"{deed.case.reference}: there is a letter for you", text)
    return True


def _lines(address: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in address.replace(", ", "\n").splitlines() if line.strip())
