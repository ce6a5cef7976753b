"""What every letter shares, and the parts that more than one letter says in the same words."""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import (
    Addressee,
    Block,
    Bullets,
    ChildName,
    Definitions,
    DocumentRefused,
    Heading,
    Letter,
    LetterKind,
    Paragraph,
    Reader,
    Sender,
)
from alongside.integrations.documents.elements import Element
from alongside.integrations.documents.wording import Subject, subject_of


@dataclass(frozen=True, slots=True)
class Contact:
    """A service a family may turn to. Raises DocumentRefused where there is no way to reach it."""

    name: str
    phone: str = ""
    email: str = ""
    website: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise DocumentRefused("A contact has no name: give the name of the service.")
        if not (self.phone.strip() or self.email.strip() or self.website.strip()):
            raise DocumentRefused(
                f"There is no way to contact “{self.name}”: give a telephone number, e-mail address or "
                f"website."
            )

    @property
    def ways(self) -> str:
        """Telephone, e-mail and website, those there are, one to a line."""
        parts = (("Telephone", self.phone), ("E-mail", self.email), ("Website", self.website))
        return "\n".join(f"{label}: {value}" for label, value in parts if value.strip())


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Who writes to whom about which child, and when."""

    reference: str
    recipient: Addressee
    child: ChildName
    sender: Sender
    dated_on: date

    @property
    def about(self) -> Subject:
        """How this letter speaks of the child."""
        return subject_of(self.child, self.recipient.reader)

    def letter(
        self, kind: LetterKind, subject: str, blocks: tuple[Block, ...], enclosures: tuple[str, ...] = ()
    ) -> Letter:
        """The letter with these blocks."""
        return Letter(
            kind=kind,
            reference=self.reference,
            recipient=self.recipient,
            child=self.child,
            sender=self.sender,
            dated_on=self.dated_on,
            subject=subject,
            blocks=blocks,
            enclosures=enclosures,
        )


def for_family(correspondence: Correspondence, what: str) -> Subject:
    """The subject of a letter that goes to a parent or the young person; refuses any other recipient."""
    if correspondence.recipient.reader is Reader.PROFESSIONAL:
        raise DocumentRefused(
            f"{what} goes to the child’s parent or to the young person. "
            f"“{correspondence.recipient.name}” is entered as a professional: choose the family member."
        )
    return correspondence.about


def filled(value: str, what: str) -> str:
    """The value without outer space. Raises DocumentRefused where it is blank: `what` completes "Give …"."""
    if not value.strip():
        raise DocumentRefused(f"The letter cannot be produced. Give {what}.")
    return value.strip()


def contact_us(sender: Sender, *also_states: Element) -> tuple[Block, ...]:
    """How to reach the officer who answers for the letter."""
    return (
        Heading("How to contact us"),
        Paragraph(
            f"Your contact is {sender.officer_name}, {sender.officer_role}.\n"
            f"Telephone: {sender.phone}\nE-mail: {sender.email}",
            (Element.AUTHORITY_CONTACT, *also_states),
        ),
    )


def free_advice(service: Contact, reader_is_young: bool) -> tuple[Block, ...]:
    """The information and advice service, Children and Families Act 2014 s.32."""
    whom = "You can talk to them on your own." if reader_is_young else "They can support you and your child."
    return (
        Heading("Free information, advice and support"),
        Paragraph(
            f"{service.name} gives free information and advice about special educational needs. "
            f"They do not take sides. {whom}\n{service.ways}",
            (Element.INFORMATION_AND_ADVICE,),
        ),
    )


def law(*points: tuple[str, str]) -> tuple[Block, ...]:
    """The last section: each provision with what it says, so that plain words above can be checked."""
    return (
        Heading("The law behind this letter"),
        Bullets(tuple(f"{citation}: {says}" for citation, says in points), (Element.LAW,)),
    )


def dates(*items: tuple[str, str], states: tuple[Element, ...]) -> Definitions:
    """Dates to keep, each with what it is for."""
    return Definitions(items, states)
