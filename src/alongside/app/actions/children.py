"""A child or young person, and the people around them, enter the records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from alongside.app import ports
from alongside.app.actor import Actor
from alongside.core.refusal import Refused
from alongside.records.models import Case, CaseParty, Person

REFERENCES = 9312  # the advisory lock under which references are handed out


@dataclass(frozen=True, slots=True)
class NewChild:
    """What is known of a child when the record is opened. Empty text where it is not known; never guessed."""

    forename: str
    surname: str
    born_on: date | None
    known_as: str = ""
    sex: str = ""
    ethnicity: str = ""
    postcode: str = ""
    address: str = ""
    upn: str = ""
    uln: str = ""
    nhs_number: str = ""
    upn_unknown: str = ""
    disability: str = ""
    language: str = ""
    communicates_by: str = ""
    setting: UUID | None = None
    import_key: str = ""


@dataclass(frozen=True, slots=True)
class NewParty:
    """Somebody with a standing relation to the child. `relation` is PARENT, YOUNG_PERSON or SUPPORTER."""

    relation: str
    name: str
    relationship: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    address_withheld: bool = False
    parental_responsibility: bool = True
    agreed_to_email: bool = False
    language: str = ""
    account: UUID | None = None


def folded(surname: str) -> str:
    """A surname as it is matched: lower case, letters only."""
    return "".join(c for c in surname.casefold() if c.isalpha())


def check_child(child: NewChild, *, on: date) -> None:
    """Refuse a child whose record could not be found again or whose age cannot be right."""
    if not child.forename.strip():
        raise Refused("Enter the child's first name.", field="forename")
    if not child.surname.strip():
        raise Refused("Enter the child's last name.", field="surname")
    if child.born_on is None:
        raise Refused("Enter the child's date of birth.", field="born_on")
    if child.born_on > on:
        raise Refused(
            f"The date of birth {child.born_on:%-d %B %Y} is in the future. Check the year.", field="born_on"
        )
    if on.year - child.born_on.year > 26:
        raise Refused(
            f"The date of birth {child.born_on:%-d %B %Y} makes this person older than 25. "
            "EHC plans end at 25: check the year.",
            field="born_on",
        )


def open_case(child: NewChild, parties: Sequence[NewParty], *, by: Actor, at: datetime) -> Case:
    """Create the person, the case and the people around it. Runs inside a deed; decides nothing."""
    person = Person.objects.create(
        authority_id=by.authority,
        forename=child.forename.strip(),
        surname=child.surname.strip(),
        surname_folded=folded(child.surname),
        **{
            name: getattr(child, name)
            for name in (
                "known_as", "born_on", "sex", "ethnicity", "postcode", "address", "upn", "uln", "nhs_number",
                "upn_unknown", "disability", "language", "communicates_by", "import_key",
            )
        },
    )  # fmt: skip
    case = Case.objects.create(
        authority_id=by.authority,
        reference=next_references(by.authority, ports.today(at).year, 1)[0],
        person=person,
        opened_at=at,
        setting_id=child.setting,
    )
    CaseParty.objects.bulk_create(party_row(case, party, by=by, at=at) for party in parties)
    return case


def party_row(case: Case, party: NewParty, *, by: Actor, at: datetime) -> CaseParty:
    """The row of one person around a case, not yet saved."""
    return CaseParty(
        authority_id=case.authority_id,
        case=case,
        account_id=party.account,
        relation=party.relation,
        relationship=party.relationship,
        name=party.name,
        email=party.email,
        phone=party.phone,
        address=party.address,
        address_withheld=party.address_withheld,
        parental_responsibility=party.parental_responsibility,
        agreed_to_email=party.agreed_to_email,
        language=party.language,
        added_by_id=by.account,
        starts_on=ports.today(at),
    )


def next_references(authority: str, year: int, count: int) -> list[str]:
    """The next free references of a year, for example `E26-00042`. Held until the transaction ends."""
    prefix = f"E{year % 100:02d}-"
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [REFERENCES, int(authority)])
    last = (
        Case.objects.filter(authority=authority, reference__startswith=prefix)
        .order_by("-reference")
        .values_list("reference", flat=True)
        .first()
    )
    start = int(last.removeprefix(prefix)) + 1 if last else 1
    return [f"{prefix}{number:05d}" for number in range(start, start + count)]
