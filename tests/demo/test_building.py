"""An area is built through the deeds: what stands in the records afterwards is what people would have left there."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import UUID

import pytest
from django.db import transaction

from alongside.app import ports, scope
from alongside.app.actions import earlier, upkeep
from alongside.app.queries import accounts, ledger
from alongside.core.access.refusals import NotAllowed
from alongside.core.access.roles import RoleCode
from alongside.core.refusal import Refused
from alongside.demo import building, install
from alongside.demo.building import Built
from alongside.demo.planning.places import AUTHORITY
from alongside.demo.planning.years import Order, Size
from alongside.integrations.calendars.england import england_and_wales
from alongside.records.models import (
    Account,
    Case,
    CaseEvent,
    CaseParty,
    Document,
    Message,
    OutboxMessage,
    PlanSectionRevision,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 15, tzinfo=UTC)
UUID_TEXT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def made(seed: int = 1) -> Built:
    order = Order(Size.TINY, seed, ON, england_and_wales())
    return building.build(order, lambda name, done, total: None, processes=1)


@pytest.fixture
def built(db: None) -> Iterator[Built]:
    found = made()
    with scope.opened_to_all(AUTHORITY):
        yield found


def persona(name: str) -> UUID:
    return Account.objects.get(name=name, is_persona=True).id


def digest() -> str:
    """Over references, events and texts, ids left out."""
    with scope.opened_to_all(AUTHORITY):
        lines = [
            f"{e.case.reference} {e.position} {e.kind} {e.occurred_on} {e.recorded_at} {e.by_name} "
            + UUID_TEXT.sub("-", str(sorted(e.details.items())))
            for e in CaseEvent.objects.select_related("case").order_by("case__reference", "position")
        ]
        lines += sorted(
            f"{r.section_text.case.reference} {r.section_text.section} {r.text}"
            for r in PlanSectionRevision.objects.select_related("section_text__case")
        )
        lines += sorted(
            f"{m.case.reference} {m.sent_at} {m.text}" for m in Message.objects.select_related("case")
        )
        lines += sorted(
            f"{d.title} {d.dated_on} {d.sha256}"
            for d in Document.objects.filter(media_type__startswith="text")
        )
    return sha256("\n".join(lines).encode()).hexdigest()


class Undone(Exception):
    """Takes a build back."""


def built_and_digested(seed: int) -> str:
    found = ""
    with pytest.raises(Undone), transaction.atomic():
        made(seed)
        found = digest()
        raise Undone
    return found


def test_the_same_seed_builds_the_same_content_and_another_seed_another(db: None) -> None:
    first = built_and_digested(3)
    assert first == built_and_digested(3)
    assert first != built_and_digested(4)


def test_an_area_stands_whole(built: Built) -> None:
    """The lists say what the chronologies say, the ledger is unbroken, nothing waits to leave, nobody is unowned."""
    service = accounts.service(AUTHORITY)
    assert upkeep.compare(by=service, at=AT).differences == ()
    assert ledger.verify(None, by=service).whole
    assert not OutboxMessage.objects.filter(sent_at=None).exists()
    assert Case.objects.count() == built.cases
    assert not Case.objects.filter(owner=None).exists()
    assert not CaseEvent.objects.filter(recorded_at__gt=AT).exists()


def test_every_persona_can_be_chosen_and_told_what_to_try(built: Built) -> None:
    people = accounts.personas(AUTHORITY, at=AT)
    held = {role for person in people for role in person.roles}
    assert held == set(RoleCode) - {RoleCode.SERVICE, RoleCode.PUBLIC}
    assert all(person.about for person in people)
    assert people[0].name == "Cora Lindqvist"


def test_the_families_of_the_demo_have_their_cases(built: Built) -> None:
    late = Case.objects.get(parties__account=persona("Petra Calloway"))
    assert late.parties.filter(account=persona("Otto Brandreth")).exists()
    assert late.parties.filter(account=persona("Bea Hollins"), relation="SUPPORTER").exists()
    assert late.is_open
    assert late.owner is not None
    assert late.owner.name == "Cora Lindqvist"
    assert Case.objects.filter(parties__account=persona("Yuki Tamm"), is_open=True).exists()
    assert not CaseParty.objects.filter(account=persona("Stan Everard")).exists()


def test_nothing_of_the_mother_is_in_a_letter_to_the_father(built: Built) -> None:
    mother = CaseParty.objects.get(account=persona("Petra Calloway"))
    father = CaseParty.objects.get(account=persona("Otto Brandreth"))
    text = Document.objects.filter(addressee=father, media_type__startswith="text")
    printed = Document.objects.filter(addressee=father)
    assert printed.exists()
    for letter in text:
        assert mother.address.splitlines()[0] not in bytes(letter.content).decode()


def test_old_letters_are_text_and_those_of_a_persona_are_printed(built: Built) -> None:
    printed = Document.objects.filter(media_type="application/pdf").values_list("case", flat=True)
    with_persona = CaseParty.objects.filter(account__is_persona=True).values_list("case", flat=True)
    assert set(printed) >= set(with_persona)
    assert Document.objects.filter(media_type__startswith="text/plain").exists()


def test_an_area_is_never_built_into_another(built: Built) -> None:
    with pytest.raises(Refused, match="hold an area already"):
        building.check_empty()


def test_messages_to_somebody_real_are_never_counted_as_sent(built: Built) -> None:
    OutboxMessage.objects.create(
        authority_id=AUTHORITY,
        kind="X",
        to_email="someone@council.gov.uk",
        subject="s",
        text="t",
        created_at=AT,
    )
    with pytest.raises(Refused, match="not an invented address"):
        earlier.count_messages_as_sent(
            datetime(2027, 1, 1, tzinfo=UTC), by=accounts.service(AUTHORITY), at=AT
        )
    assert OutboxMessage.objects.filter(sent_at=None).count() == 1


def test_only_the_service_enters_earlier_plans(built: Built) -> None:
    someone = accounts.actor_for(persona("Cora Lindqvist"), AUTHORITY, at=AT)
    with pytest.raises(NotAllowed):
        earlier.count_messages_as_sent(AT, by=someone, at=AT)


def test_no_area_is_built_where_people_are_real(settings: object) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="not a demo"):
        install.check_is_demo()


def test_what_comes_out_is_said_beside_what_was_published(built: Built) -> None:
    said = building.summary(built)
    assert "53.7 %" in said
    assert f"{built.cases:,} cases" in said
    assert ports.today(AT) == ON
