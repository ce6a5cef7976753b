"""The authority's own particulars: what every letter says of it, and whom a family may turn to.

A notice of a refusal must tell the family of mediation, of the right to appeal, and of information and advice
(SEND Regulations 2014 regs 5(3) and 10(3); Children and Families Act 2014 ss.32 and 57), so none of these is ever
left empty: the letter would be refused on the day on which it is due.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from alongside.app import doing
from alongside.app.actor import Actor
from alongside.core.access.permission import Permission
from alongside.core.refusal import Refused
from alongside.records.models import Authority

NEEDED = (
    ("name", "Enter the name of the authority."),
    ("team_name", "Enter the name of the team. Every letter is signed by it."),
    ("email", "Enter the team’s email address. Every letter gives it."),
    ("phone", "Enter the team’s phone number. Every letter gives it."),
    ("address", "Enter the team’s postal address. Every letter carries it."),
)
SERVICES = (
    ("advice_service", "the information, advice and support service"),
    ("mediation_adviser", "the mediation adviser"),
    ("dispute_resolution", "the disagreement resolution service"),
)
WAYS = re.compile(r"@|www\.|https?://|(\d[\s()-]*){6}")
"""An email or web address, or six digits of a phone number."""
MOST_DAYS = 20
OFFICERS = ("dmo", "dco", "dsco")
OFFICER_ANSWERS = ("", "Y", "N", "R")
"""Codes of the SEN2 return. What R means is not said in any public file that was read."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What can be changed. `reply_days` are working days within which a family's message is answered.

    `dmo`, `dco`, `dsco` say for the return whether there is such an officer: Y, N, R or empty.
    """

    name: str
    team_name: str
    email: str
    phone: str
    address: str
    advice_service: str
    mediation_adviser: str
    dispute_resolution: str
    reply_days: int
    dmo: str = ""
    dco: str = ""
    dsco: str = ""


def change(particulars: Particulars, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """Change them from now on; letters already made stay as they were. Returns the names of what changed."""
    with doing.deed("PARTICULARS_CHANGED", Permission.MANAGE_ACCOUNTS, by=by, at=at) as body:
        check(particulars)
        row = Authority.objects.select_for_update().filter(code=by.authority).first()
        if row is None:
            raise Refused(
                "This authority is not set up yet. Run `alongside setup --authority … --name …` first."
            )
        changed = []
        for name in Particulars.__slots__:
            value = getattr(particulars, name)
            value = value.strip() if isinstance(value, str) else value
            if getattr(row, name) != value:
                setattr(row, name, value)
                changed.append(name)
        if changed:
            row.save(update_fields=changed)
        body["changed"] = changed
        return tuple(changed)


def check(particulars: Particulars) -> None:
    """Refuse whatever would leave a letter without what it must say."""
    for name, sentence in NEEDED:
        if not getattr(particulars, name).strip():
            raise Refused(sentence, field=name)
    for name, what in SERVICES:
        text = getattr(particulars, name).strip()
        if not text:
            raise Refused(
                f"Enter {what} and how to reach it. The letter that refuses an assessment or a plan must state it by "
                "law, and could not be sent without it.",
                field=name,
            )
        if not WAYS.search(text):
            raise Refused(
                f"Say how families reach {what}: add a phone number, an email address or a website.",
                field=name,
            )
    for name in OFFICERS:
        if getattr(particulars, name) not in OFFICER_ANSWERS:
            raise Refused("Choose yes, no, or the code R of the Department’s guide.", field=name)
    if not 1 <= particulars.reply_days <= MOST_DAYS:
        raise Refused(
            f"A message is answered within 1 to {MOST_DAYS} working days, not {particulars.reply_days}.",
            field="reply_days",
        )
