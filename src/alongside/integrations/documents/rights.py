"""The rights that a decision opens: appeal, mediation, disagreement resolution, information and advice.

Sources: Children and Families Act 2014 ss.51, 52–55, 57, 32; SEND Regulations 2014 regs 5(3), 10(3), 14,
32–39; Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008 rule 20; SI 2017/1306. See law.md
3.3, 7, 8.
"""

from dataclasses import dataclass
from datetime import date

from alongside.integrations.documents.content import Block, Bullets, Heading, Notice, Paragraph, Sender
from alongside.integrations.documents.correspondence import Contact, contact_us, free_advice
from alongside.integrations.documents.elements import Element as Says
from alongside.integrations.documents.wording import date_in_words, deadline


@dataclass(frozen=True, slots=True)
class Rights:
    """The dates and contacts a family needs to challenge a decision.

    `contact_mediation_by` is 2 months after the decision was sent; `appeal_by` is the last day on which the
    Tribunal can receive an appeal by that limb (already moved on where it falls on a day the Tribunal is
    closed). The caller works both out; nothing here does.
    """

    contact_mediation_by: date
    appeal_by: date
    tribunal: Contact
    mediation_adviser: Contact
    disagreement_resolution: Contact
    advice_service: Contact


def appeal(rights: Rights, about: str) -> tuple[Block, ...]:
    """The right to appeal and its time limits. `about` completes "the right to appeal …"."""
    return (
        Heading("If you disagree: your right to appeal"),
        Paragraph(
            f"You have the right to appeal {about}. You appeal to the First-tier Tribunal (Special "
            f"Educational Needs and Disability). We call it the Tribunal. It is independent of us. It is "
            f"free.",
            (Says.RIGHT_OF_APPEAL,),
        ),
        Notice(
            f"The Tribunal must receive your appeal by 5pm on {deadline(rights.appeal_by)}, or 1 month "
            f"after the date on your mediation certificate if that is later."
        ),
        Paragraph(
            f"You have 2 months from the day we sent this letter: until {date_in_words(rights.appeal_by)}. "
            f"If you have a mediation certificate, you also have 1 month from the date on it. You can use "
            f"the later of the two dates.",
            (Says.APPEAL_TIME_LIMITS,),
        ),
        Paragraph(f"How to reach the Tribunal:\n{rights.tribunal.ways}"),
    )


def appealable_sections() -> tuple[Block, ...]:
    """The parts of a plan that an appeal can be about (Children and Families Act 2014 s.51(2)(c))."""
    return (
        Paragraph("You can appeal about any of these parts:"),
        Bullets(
            (
                "Section B: the special educational needs;",
                "Section F: the special educational provision, which is the support;",
                "Section I: the school or college named, or its type, or that none is named.",
            ),
            (Says.APPEALABLE_SECTIONS,),
        ),
    )


def mediation(rights: Rights, placement_exempt: bool) -> tuple[Block, ...]:
    """What reg 32 requires a notice to say of mediation.

    `placement_exempt`: the plan names a setting or type.
    """
    adviser = rights.mediation_adviser
    return (
        Heading("Mediation"),
        Paragraph(
            "You have the right to mediation. This is a meeting between you and us. An independent mediator "
            "runs it and helps us try to agree. You do not pay for it.",
            (Says.MEDIATION_RIGHT,),
        ),
        Paragraph(
            "You need a certificate from the mediation adviser before you can appeal. You can get one "
            "without having mediation. You only have to speak to the adviser.",
            (Says.MEDIATION_CERTIFICATE,),
        ),
        *_no_certificate_for_placement(placement_exempt),
        Notice(
            f"Contact the mediation adviser by {deadline(rights.contact_mediation_by)}.\n"
            f"{adviser.name}\n{adviser.ways}",
            (Says.MEDIATION_ADVISER,),
        ),
        _timescales(rights),
        Paragraph(
            "If you want mediation, you must tell the adviser or us. Tell us that you want mediation and "
            "what you disagree about. If it is about health care, tell us what health care you want to see "
            "in the plan.",
            (Says.MEDIATION_TELL_US,),
        ),
    )


def _no_certificate_for_placement(applies: bool) -> tuple[Block, ...]:
    if not applies:
        return ()
    return (
        Paragraph(
            "You do not need a certificate if your appeal is only about the school or college in Section I, "
            "or its type, or because none is named. You can still ask for mediation.",
            (Says.NO_CERTIFICATE_FOR_PLACEMENT,),
        ),
    )


def recommendations() -> tuple[Block, ...]:
    """The power to recommend on health and social care: in all appealable notices but refusals to assess."""
    return (
        Paragraph(
            "If you appeal, you can also ask the Tribunal to look at health and social care. The Tribunal "
            "can recommend changes to the health care and social care needs and support. We or the health "
            "service must reply to what it recommends.",
            (Says.RECOMMENDATION_POWER,),
        ),
    )


def disagreement(rights: Rights) -> tuple[Block, ...]:
    """Disagreement resolution, Children and Families Act 2014 s.57."""
    service = rights.disagreement_resolution
    return (
        Heading("Other ways to sort out a disagreement"),
        Paragraph(
            f"You can use disagreement resolution. It is separate from mediation and from an appeal. You do "
            f"not have to use it. You and we must both agree to take part. The service is {service.name}.\n"
            f"{service.ways}",
            (Says.DISAGREEMENT_RESOLUTION,),
        ),
    )


def help_and_contact(rights: Rights, sender: Sender, reader_is_young: bool) -> tuple[Block, ...]:
    """Disagreement resolution, free advice and the officer: the end of each notice of a decision."""
    return (
        *disagreement(rights),
        *free_advice(rights.advice_service, reader_is_young),
        *contact_us(sender),
    )


def _timescales(rights: Rights) -> Block:
    return Bullets(
        (
            "You have 2 months from the day we sent this letter to contact the adviser: until "
            f"{date_in_words(rights.contact_mediation_by)}.",
            "If you do not want mediation, the adviser sends you a certificate within 3 working days.",
            "If you want mediation, it must be arranged within 30 days of the day you tell us.",
            "After mediation ends, the adviser sends you a certificate within 3 working days.",
            "Mediation does not stop the time limit for an appeal.",
        ),
        (Says.MEDIATION_TIMESCALES,),
    )


APPEAL_LAW: tuple[tuple[str, str], ...] = (
    (
        "Children and Families Act 2014 sections 51 and 55",
        "the right to appeal, and when a certificate is needed.",
    ),
    ("Children and Families Act 2014 sections 52 to 54", "the right to mediation."),
    ("Children and Families Act 2014 section 57", "disagreement resolution."),
    (
        "SEND Regulations 2014 regulations 32 to 39",
        "what we must tell you about mediation, and its time limits.",
    ),
    (
        "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008 "
        "rule 20",
        "the time limit for an appeal.",
    ),
)
RECOMMENDATION_LAW = (
    "SEND (First-tier Tribunal Recommendations Power) Regulations 2017",
    "what the Tribunal can recommend on health and social care.",
)
