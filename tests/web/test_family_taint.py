"""Two parents who must not find each other: nothing that belongs to one reaches the other, by any door.

Every column and every text of the mother holds a word that occurs nowhere else. Then the father, his supporter
and a stranger open every page that the family can open, and every document and e-mail, and none holds it.
"""

import io
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.urls import reverse
from pypdf import PdfReader

import plan_cast
from alongside.app import scope
from alongside.app.actions import fact_corrections, messages, registering, supporters
from alongside.app.actions.children import NewChild
from alongside.app.actions.fact_corrections import SaidWrong, Verdict
from alongside.app.actions.registering import Registration
from alongside.app.actions.requests import NewRequest
from alongside.app.actions.supporters import NewSupporter
from alongside.app.queries import accounts as people
from alongside.app.queries import documents
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.case.correctable import Fact
from alongside.records.models import CaseEvent, CaseParty, Document, OutboxMessage, PlanVersion
from alongside.web import doors
from cast import HERE, Cast

CANARY = "quokka"


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


@pytest.fixture
def tainted(cast: Cast) -> Cast:
    """The mother has left a canary everywhere she can; the case has a draft out, letters and documents."""
    case = cast.case.case_id
    with scope.opened_to_all(HERE):
        CaseParty.objects.filter(account=cast.parent.account).update(
            email=f"{CANARY}@example.org",
            phone=f"{CANARY} 1",
            address=f"1 {CANARY} Lane",
            language=f"{CANARY}ese",
        )
    again = Registration(
        NewChild("Ivy", "Fielding", date(2018, 5, 4)),
        [],
        NewRequest(date(2026, 11, 23), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.EMAIL, "Petra Parent"),
        same_as=case,
    )
    registering.register(again, by=cast.officer, at=cast.at)
    messages.send(case, f"{CANARY} message", by=cast.parent, at=cast.at)
    mother = plan_cast.party_of(cast, case, cast.parent)
    messages.reply(case, mother, f"{CANARY} answer", by=cast.officer, at=cast.at)
    said = SaidWrong(Fact.OWN_ADDRESS, f"2 {CANARY} Road", f"{CANARY} moved")
    request = fact_corrections.ask(case, said, by=cast.parent, at=cast.at)
    fact_corrections.decide(case, request, Verdict(True, f"{CANARY} thanks"), by=cast.officer, at=cast.at)
    home = SaidWrong(Fact.CHILD_ADDRESS, f"3 {CANARY} Way", f"{CANARY} moved too")
    request = fact_corrections.ask(case, home, by=cast.parent, at=cast.at)
    fact_corrections.decide(case, request, Verdict(True, f"{CANARY} ok"), by=cast.officer, at=cast.at)
    helper = NewSupporter(f"{CANARY} Refuge", f"{CANARY} worker", f"help@{CANARY}.example")
    supporters.add(case, helper, by=cast.parent, at=cast.at)
    plan_cast.served(cast)
    comment = plan_cast.comment(cast, case, f"{CANARY} comment")
    plan_cast.answer(cast, case, comment)
    return cast


def addresses(case_id: UUID) -> list[str]:
    """Every page of the case and of the family with every id that the records hold, read by GET."""
    with scope.opened_to_all(HERE):
        ids: dict[str, list[Any]] = {
            "case_id": [case_id],
            "party_id": list(CaseParty.objects.values_list("id", flat=True)),
            "event_id": list(CaseEvent.objects.values_list("id", flat=True)),
            "document_id": list(Document.objects.values_list("id", flat=True)),
            "number": list(PlanVersion.objects.values_list("number", flat=True)),
            "fact": [fact.lower() for fact in Fact if fact is not Fact.ENTRY],
        }
    reverse("my")  # loads the addresses
    found = []
    for hung in doors.DOORS.values():
        routes = [hung.route] if "GET" in hung.methods else []
        for name, values in ids.items():
            for kind in ("uuid", "int", "slug", "str"):
                mark = f"<{kind}:{name}>"
                routes = [r.replace(mark, str(v)) for r in routes for v in (values if mark in r else [""])]
        found += [f"/{route}" for route in routes if "<" not in route]
    return found


def readable(response: Any) -> str:
    """Everything that somebody could read in an answer: a page, a PDF or a Word file."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response.get("Content-Type", "")
    if kind.startswith("application/pdf"):
        reader = PdfReader(io.BytesIO(body))
        return " ".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    if "wordprocessingml" in kind:
        with ZipFile(io.BytesIO(body)) as parts:
            return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return body.decode("utf-8", "replace") + str(dict(response.headers))


def leaks(client: Any, case_id: UUID) -> tuple[int, list[str]]:
    """How many pages opened, and those that hold the canary."""
    opened, found = 0, []
    for address in addresses(case_id):
        response = client.get(address)
        opened += response.status_code == 200
        if CANARY in readable(response).lower():
            found.append(address)
    return opened, found


def test_nothing_of_the_mother_reaches_the_father(tainted: Cast, signed_in: Callable[..., Any]) -> None:
    opened, found = leaks(signed_in(tainted.other_parent), tainted.case.case_id)
    assert found == []
    assert opened > 20


def test_nothing_of_the_mother_reaches_the_supporter_of_the_father(
    tainted: Cast, signed_in: Callable[..., Any]
) -> None:
    friend = NewSupporter("Fred Friend", "friend", "fred@example.org")
    party = supporters.add(tainted.case.case_id, friend, by=tainted.other_parent, at=tainted.at)
    with scope.opened_to_all(HERE):
        account = CaseParty.objects.get(id=party).account_id
    assert account is not None
    who = people.actor_for(account, HERE, at=tainted.at)
    opened, found = leaks(signed_in(who), tainted.case.case_id)
    assert found == []
    assert opened > 10


def test_canary_is_there_to_be_found(tainted: Cast, signed_in: Callable[..., Any]) -> None:
    """The same search finds it where the mother looks: a test that cannot fail would prove nothing."""
    _, found = leaks(signed_in(tainted.parent), tainted.case.case_id)
    for page in ("/family/messages", "/people", "/family/wrong", "/family/supporters", "/plan/comments"):
        assert f"/cases/{tainted.case.case_id}{page}" in found


def test_no_email_to_the_father_holds_anything_of_the_mother(tainted: Cast) -> None:
    with scope.opened_to_all(HERE):
        for message in OutboxMessage.objects.exclude(to_email__contains=CANARY):
            assert CANARY not in (message.subject + message.text).lower(), message.kind
        assert OutboxMessage.objects.filter(to_email__contains=CANARY).exists()


def test_no_document_that_the_father_may_open_is_hers(tainted: Cast) -> None:
    mother = plan_cast.party_of(tainted, tainted.case.case_id, tainted.parent)
    shown = documents.of_case(tainted.case.case_id, by=tainted.other_parent, at=tainted.at)
    mine = {file.id for line in shown.lines for file in line.files}
    with scope.opened_to_all(HERE):
        hers = set(Document.objects.filter(addressee=mother).values_list("id", flat=True))
    assert hers
    assert not hers & mine
