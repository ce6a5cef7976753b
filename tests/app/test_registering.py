"""A coordinator registers a request: duplicates shown with reasons, never merged; the family is told."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from alongside.app import scope
from alongside.app.actions import intake, registering
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.registering import Registration
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import accounts, intakes, organisations, people
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.refusal import Refused
from alongside.records.models import Authority, Case, CaseEvent, Document, OutboxMessage, Person
from cast import Cast, organisation

NOBODY = accounts.nobody("931")
SOL = NewChild("Sol", "Marsh", date(2019, 3, 1))
ADA = NewParty("PARENT", "Ada Marsh", "mother", "ada.marsh@example.org", agreed_to_email=True)
BY_PHONE = NewRequest(date(2026, 11, 23), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "Ada Marsh")
REGISTRATION = Registration(SOL, [ADA], BY_PHONE)
IVY_AGAIN = NewChild("Ivy", "Feilding", date(2018, 5, 4))


def sent(cast: Cast, **more: Any) -> Any:
    started = intake.start(by=NOBODY, at=cast.at)
    answers = {
        "who": "PARENT", "name": "Ada Marsh", "email": "ada.marsh@example.org", "child_forename": "Sol",
        "child_surname": "Marsh", "child_born_on": date(2019, 3, 1), **more,
    }  # fmt: skip
    intake.save(started.intake_id, answers, by=NOBODY, at=cast.at)
    intake.add_file(started.intake_id, "letter.pdf", b"%PDF-1.7", by=NOBODY, at=cast.at)
    intake.send(started.intake_id, by=NOBODY, at=cast.at)
    return started.intake_id


def test_registered_request_is_acknowledged_with_its_legal_date(cast: Cast) -> None:
    done = registering.register(REGISTRATION, by=cast.officer, at=cast.at)
    assert [letter.by_post for letter in done.letters] == [False]
    with scope.opened(cast.officer):
        letter = Document.objects.get(case=done.registered.case_id, kind="ACKNOWLEDGEMENT", twin=None)
        assert letter.addressee is not None
        assert letter.addressee.name == "Ada Marsh"
        assert OutboxMessage.objects.filter(case=done.registered.case_id, kind="ACKNOWLEDGEMENT").count() == 1


def test_bodies_that_must_hear_of_a_request_get_a_notice_that_is_kept(cast: Cast) -> None:
    with scope.opened_to_all("931"):
        board = organisation("931", "ICB", "Northshire Integrated Care Board", email="send@icb.example.org")
    done = registering.register(
        replace(REGISTRATION, child=replace(SOL, setting=cast.school)), by=cast.officer, at=cast.at
    )
    case = done.registered.case_id
    with scope.opened(cast.officer):
        rows = list(Document.objects.filter(case=case, kind="BODY_NOTICE", twin=None).order_by("title"))
        told = list(OutboxMessage.objects.filter(case=case, kind="REQUEST"))
    assert [row.organisation_id for row in rows if row.organisation_id in (board, cast.school)] != []
    assert [row.title.rpartition("letter to ")[2] for row in rows] == [
        "Children's Social Care",
        "Millbrook Primary School",
        "Northshire Integrated Care Board",
    ]
    words = " ".join(PdfReader(BytesIO(bytes(rows[1].content))).pages[0].extract_text().split())
    assert "On 23 November 2026 we received a request for an EHC needs assessment" in words
    assert "This is about Sol Marsh, born 1 March 2019" in words
    assert "regulation 4(2)" in words
    assert {"send@icb.example.org", "sena.senco@example.org", "sol.social@example.org"} <= {
        row.to_email for row in told
    }
    assert not any("Sol Marsh" in row.subject + row.text for row in told)
    # the school reads it here; the board and social care have nothing to do with the case yet
    assert done.to_send == ("Northshire Integrated Care Board", "the authority’s social care")


def test_second_request_in_an_open_assessment_is_not_told_to_the_bodies_again(cast: Cast) -> None:
    done = registering.register(replace(REGISTRATION, same_as=cast.case.case_id), by=cast.officer, at=cast.at)
    assert done.to_send == ()
    with scope.opened(cast.officer):
        assert not Document.objects.filter(case=cast.case.case_id, kind="BODY_NOTICE").exists()


def test_request_runs_even_where_no_acknowledgement_can_be_made(cast: Cast) -> None:
    Authority.objects.filter(code="931").update(phone="")
    done = registering.register(REGISTRATION, by=cast.officer, at=cast.at)
    assert "telephone number is blank" in done.not_acknowledged
    with scope.opened(cast.officer):
        assert Case.objects.get(id=done.registered.case_id).stage == "REQUEST_OPEN"


def test_request_without_any_parent_is_registered_and_says_so(cast: Cast) -> None:
    done = registering.register(replace(REGISTRATION, parties=[]), by=cast.officer, at=cast.at)
    assert "No parent is recorded" in done.not_acknowledged


def test_papers_that_came_with_it_are_in_the_case(cast: Cast) -> None:
    intake_id = sent(cast)
    done = registering.register(replace(REGISTRATION, intake=intake_id), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        paper = Document.objects.get(case=done.registered.case_id, kind="SENT_WITH_REQUEST")
    assert (paper.part, bytes(paper.content)) == ("FAMILY_PAPERS", b"%PDF-1.7")
    assert intakes.waiting(by=cast.officer, at=cast.at) == ()


def test_papers_of_a_school_belong_to_the_agencies(cast: Cast) -> None:
    request = replace(BY_PHONE, source=RequestSource.SETTING)
    done = registering.register(
        replace(REGISTRATION, request=request, intake=sent(cast)), by=cast.officer, at=cast.at
    )
    with scope.opened(cast.officer):
        assert (
            Document.objects.get(case=done.registered.case_id, kind="SENT_WITH_REQUEST").part
            == "AGENCY_PAPERS"
        )


def test_second_officer_is_told_that_it_is_registered_already(cast: Cast) -> None:
    intake_id = sent(cast)
    first = registering.register(replace(REGISTRATION, intake=intake_id), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match=f"registered as {first.registered.reference} while you were reading"):
        registering.register(replace(REGISTRATION, intake=intake_id), by=cast.other_officer, at=cast.at)
    with scope.opened(cast.officer):
        assert Person.objects.filter(surname="Marsh").count() == 1


def test_sender_sees_the_same_whether_or_not_the_child_was_known(cast: Cast) -> None:
    new, known = (
        sent(cast),
        sent(cast, child_forename="Ivy", child_surname="Fielding", child_born_on=date(2018, 5, 4)),
    )
    before = [intakes.own(each, by=NOBODY, at=cast.at) for each in (new, known)]
    registering.register(replace(REGISTRATION, intake=new), by=cast.officer, at=cast.at)
    same = replace(REGISTRATION, intake=known, same_as=cast.case.case_id)
    registering.register(same, by=cast.officer, at=cast.at)
    after = [intakes.own(each, by=NOBODY, at=cast.at) for each in (new, known)]
    for one, other in (before, after):
        assert (one.received_on, one.decide_by, one.is_registered) == (
            other.received_on,
            other.decide_by,
            other.is_registered,
        )
    assert not any(hasattr(after[0], name) for name in ("case_id", "reference"))


def test_request_for_a_child_on_record_joins_that_case_and_changes_nothing_else(cast: Cast) -> None:
    with scope.opened(cast.officer):
        before = Person.objects.get(case=cast.case.case_id)
    done = registering.register(
        Registration(IVY_AGAIN, [ADA], BY_PHONE, same_as=cast.case.case_id), by=cast.officer, at=cast.at
    )
    assert done.registered.reference == cast.case.reference
    with scope.opened(cast.officer):
        after = Person.objects.get(case=cast.case.case_id)
        assert (after.surname, after.case.parties.count()) == (before.surname, 2)
        assert CaseEvent.objects.filter(case=cast.case.case_id, kind="REQUEST_RECEIVED").count() == 2


@pytest.mark.parametrize(
    ("child", "reason"),
    [
        (IVY_AGAIN, "same date of birth, same first name and similar last name"),
        (NewChild("Ivy", "Fielding", date(2018, 4, 5)), "dates of birth that one slip would make the same"),
        (NewChild("Iris", "Smith-Fielding", date(2018, 5, 4)), "same date of birth and similar last name"),
    ],
)
def test_possible_duplicate_is_shown_with_its_reasons(cast: Cast, child: NewChild, reason: str) -> None:
    found = people.possible_same(child, by=cast.officer, at=cast.at)
    assert [one.reference for one in found] == [cast.case.reference]
    assert any(reason in said for said in found[0].alike.reasons)


def test_brother_at_the_same_address_is_only_a_hint(cast: Cast) -> None:
    brother = NewChild("Jago", "Fielding", date(2020, 2, 2), postcode="NS1 1AA", address="1 Mill Lane")
    found = people.possible_same(brother, by=cast.officer, at=cast.at)
    assert found[0].alike.reasons == ()
    assert found[0].alike.hints == ("same address: may be a brother or sister",)


def test_stranger_with_another_birth_date_is_not_shown(cast: Cast) -> None:
    assert people.possible_same(SOL, by=cast.officer, at=cast.at) == ()


def test_children_of_another_authority_are_never_shown(cast: Cast) -> None:
    assert people.possible_same(IVY_AGAIN, by=cast.officer_elsewhere, at=cast.at) == ()


def test_looking_for_duplicates_takes_a_fixed_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(10):
        people.possible_same(IVY_AGAIN, by=cast.officer, at=cast.at)


@pytest.mark.parametrize("who", ["parent", "senco", "psychologist", "panel_chair", "stranger"])
def test_only_who_registers_requests_looks_for_duplicates_or_registers(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        people.possible_same(IVY_AGAIN, by=getattr(cast, who), at=cast.at)
    with pytest.raises(NotAllowed):
        registering.register(REGISTRATION, by=getattr(cast, who), at=cast.at)


def test_another_authority_cannot_register_our_request_nor_join_our_case(cast: Cast) -> None:
    with pytest.raises(NotFound):
        registering.register(replace(REGISTRATION, intake=sent(cast)), by=cast.officer_elsewhere, at=cast.at)
    with pytest.raises(NotFound):
        registering.register(
            replace(REGISTRATION, same_as=cast.case.case_id), by=cast.officer_elsewhere, at=cast.at
        )


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ({"upn": "A123456789012"}, "same unique pupil number"),
        ({"nhs_number": "943 476 5919"}, "same NHS number"),
    ],
)
def test_same_number_finds_a_child_of_another_name(cast: Cast, number: dict[str, str], reason: str) -> None:
    with scope.opened(cast.officer):
        Person.objects.filter(case=cast.case.case_id).update(upn="A123456789012", nhs_number="9434765919")
    stranger = NewChild("Someone", "Else", None, **number)
    found = people.possible_same(stranger, by=cast.officer, at=cast.at)
    assert reason in found[0].alike.reasons[0]


def test_settings_to_choose_are_those_of_the_area(cast: Cast) -> None:
    names = [setting.name for setting in organisations.settings(by=cast.officer, at=cast.at)]
    assert names == ["Hill End School", "Millbrook Primary School", "The Orchard School"]
    assert organisations.settings(by=cast.officer_elsewhere, at=cast.at) == ()
