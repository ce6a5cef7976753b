"""From the plain facts of `app` to letters: contacts as authorities write them, refusals as sentences."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from alongside.app.letter_facts import About, Acknowledged, Envelope, Office, Recipient, Services
from alongside.core.refusal import Refused
from alongside.integrations.documents.content import DocumentRefused
from alongside.integrations.documents.maker import Documents
from alongside.integrations.documents.makers.shared import contact

FACTS = Acknowledged(
    envelope=Envelope(
        reference="E26-00042",
        recipient=Recipient("Ada Marsh", "PARENT", address_lines=("2 High Road", "NS2 2BB")),
        about=About("Sol", "Marsh"),
        office=Office(
            "Northshire County Council",
            "SEND team",
            "Cora Coordinator",
            "EHC coordinator",
            "send@example.org",
            "01632 960000",
        ),
        services=Services("Northshire SENDIASS, 01632 960001"),
        dated_on=date(2026, 11, 23),
    ),
    received_on=date(2026, 11, 20),
    asked_by="Ada Marsh",
    decide_by=date(2027, 1, 1),
    final_by=date(2027, 4, 9),
)


@pytest.mark.parametrize(
    ("text", "name", "phone", "email", "website"),
    [
        ("SENDIASS, 01632 960001", "SENDIASS", "01632 960001", "", ""),
        (
            "SENDIASS\nTelephone: 01632 960001\nE-mail: a@b.example",
            "SENDIASS",
            "01632 960001",
            "a@b.example",
            "",
        ),
        (
            "Fair Talk, Northshire; www.fairtalk.example.org",
            "Fair Talk, Northshire",
            "",
            "",
            "www.fairtalk.example.org",
        ),
        ("Common Ground, 01632 960003, 01632 960004", "Common Ground, 01632 960004", "01632 960003", "", ""),
    ],
)
def test_service_is_read_as_an_authority_writes_it(
    text: str, name: str, phone: str, email: str, website: str
) -> None:
    found = contact(text, "the service")
    assert (found.name, found.phone, found.email, found.website) == (name, phone, email, website)


@pytest.mark.parametrize("text", ["", " , ;\n"])
def test_blank_service_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(DocumentRefused, match="how to reach the mediation adviser"):
        contact(text, "the mediation adviser")


def test_service_that_cannot_be_reached_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="no way to contact"):
        contact("SENDIASS", "the service")


def test_letter_comes_as_pdf_and_as_word_named_without_the_child() -> None:
    pdf, word = Documents().letter(FACTS)
    assert pdf.file_name == "e26-00042-acknowledgement-2026-11-23.pdf"
    assert word.file_name == "e26-00042-acknowledgement-2026-11-23.docx"
    words = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf.content)).pages).split())
    for stated in ("20 November 2026", "Friday 1 January 2027", "2 High Road", "Cora Coordinator"):
        assert stated in words
    assert word.content.startswith(b"PK")


def test_letter_that_cannot_be_made_is_a_refusal_fit_to_show() -> None:
    unnamed = replace(
        FACTS, envelope=replace(FACTS.envelope, recipient=Recipient("Ada and Bo Marsh", "PARENT"))
    )
    with pytest.raises(Refused, match="names more than one person"):
        Documents().letter(unnamed)
