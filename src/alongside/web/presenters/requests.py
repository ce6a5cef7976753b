"""Requests that wait, and registering them: from a form to what the action needs, and its outcome in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.registering import Outcome, Registration
from alongside.app.actions.requests import NewRequest
from alongside.app.intake_answers import PARENT, YOUNG_PERSON, IntakeAnswers
from alongside.app.letters import Delivery
from alongside.app.queries.intakes import ToRegister
from alongside.app.queries.organisations import Setting
from alongside.app.queries.people import PossibleSame
from alongside.core.access.relations import rights_pass_on
from alongside.core.case.codes import Channel, RequestSource
from alongside.web.presenters import stages, wording

CHILD = (
    "forename", "surname", "known_as", "born_on", "sex", "address", "postcode", "upn", "nhs_number", "language",
    "communicates_by",
)  # fmt: skip
ANOTHER = "another"
BY_ATTENTION = frozenset({RequestSource.HEALTH, RequestSource.SOCIAL_CARE, RequestSource.OTHER})
"""Who cannot request under s.36(1) but brings a child to attention under s.24, with the same limits."""


def registration(data: Mapping[str, Any], waiting: ToRegister | None, on: date) -> Registration:
    """From the answers of the form. `waiting` is the request as it was sent, where it was sent here."""
    source = RequestSource(data["source"])
    setting = UUID(data["setting"]) if data["setting"] else None
    child = NewChild(**{name: data[name] for name in CHILD}, setting=setting)
    return Registration(
        child=child,
        parties=_parties(data, child, on),
        request=NewRequest(
            received_on=waiting.received_on if waiting else data["received_on"],
            source=source,
            channel=Channel.ONLINE if waiting else Channel(data["channel"]),
            requested_by=data["requested_by"],
            logged_late_reason=data["logged_late_reason"],
            brought_to_attention=source in BY_ATTENTION,
        ),
        intake=waiting.intake_id if waiting else None,
    )


def _parties(data: Mapping[str, Any], child: NewChild, on: date) -> list[NewParty]:
    found = [_parent(data, which) for which in ("first", "second") if data[f"{which}_name"]]
    over_age = child.born_on is not None and on >= rights_pass_on(child.born_on)
    if over_age or data["own_email"] or data["own_phone"]:
        found.append(
            NewParty(
                "YOUNG_PERSON",
                f"{child.forename} {child.surname}",
                relationship="young person",
                email=data["own_email"],
                phone=data["own_phone"],
                address=child.address,
                agreed_to_email=data["own_agreed_to_email"],
            )
        )
    return found


def _parent(data: Mapping[str, Any], which: str) -> NewParty:
    return NewParty(
        "PARENT",
        data[f"{which}_name"],
        relationship=data[f"{which}_relationship"],
        email=data[f"{which}_email"],
        phone=data[f"{which}_phone"],
        address=data[f"{which}_address"],
        address_withheld=data[f"{which}_address_withheld"],
        agreed_to_email=data[f"{which}_agreed_to_email"],
    )


def initial(answers: IntakeAnswers, settings: Sequence[Setting]) -> dict[str, Any]:
    """What a request that was sent here already says, put into the form for the officer to check."""
    found: dict[str, Any] = {"source": answers.source, "requested_by": answers.name}
    for name in CHILD:
        if name != "sex":
            found[name] = getattr(answers, f"child_{name}")
    named = answers.child_setting.casefold().strip()
    found["setting"] = next((str(s.id) for s in settings if s.name.casefold() == named), "")
    if answers.who == PARENT:
        found |= {
            "first_name": answers.name,
            "first_relationship": answers.relationship,
            "first_email": answers.email,
            "first_phone": answers.phone,
            "first_address": answers.address,
            "first_address_withheld": answers.keep_address_safe,
            "first_agreed_to_email": answers.agreed_to_email,
        }
    if answers.who == YOUNG_PERSON:
        found |= {
            "own_email": answers.email,
            "own_phone": answers.phone,
            "own_agreed_to_email": answers.agreed_to_email,
        }
    return found | {"second_name": answers.other_parent_name}


def choices(found: Sequence[PossibleSame]) -> list[tuple[str, str]]:
    """The answers to "Is this the same child?"."""
    same = [(str(one.case_id), f"The same child: add the request to case {one.reference}") for one in found]
    return [*same, (ANOTHER, "Another child: open a new case")]


def candidate_rows(one: PossibleSame) -> tuple[tuple[str, str], ...]:
    """What an officer compares."""
    return (
        ("Name", one.name),
        ("Date of birth", wording.day(one.born_on)),
        ("Postcode", one.postcode or wording.NOT_KNOWN),
        ("Nursery, school or college", one.setting_name or wording.NOT_KNOWN),
        ("Where the case stands", stages.SHORT[one.stage]),
    )


def outcome(done: Outcome) -> str:
    """What was done and what is still to do, in one banner."""
    words = f"Registered as {done.registered.reference}."
    if done.not_acknowledged:
        words += f" No acknowledgement could be made. {done.not_acknowledged}"
    return " ".join(part for part in (words, to_post(done.letters), to_send(done.to_send)) if part)


def to_send(bodies: Sequence[str]) -> str:
    """Which bodies must be sent their notice by somebody here."""
    if not bodies:
        return ""
    return f"Send the notice under Documents to {wording.sentence_list(bodies)}, who cannot open it here."


def to_post(letters: Sequence[Delivery]) -> str:
    """Whose letters must be printed and posted because they did not agree to e-mail."""
    names = [letter.recipient for letter in letters if letter.by_post]
    return f"Print and post the letter to {wording.sentence_list(names)}." if names else ""
