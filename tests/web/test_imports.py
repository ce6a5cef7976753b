"""The data officer's pages of returns, and the case pages of what was imported."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.app import scope
from alongside.app.queries import imports as queries
from alongside.integrations.sen2 import load, returns
from alongside.jobs import imports as job
from alongside.records.models import Case, CaseEvent, ImportRun
from alongside.web.presenters import imports as shown
from alongside.web.presenters import return_words
from app.importing_files import AWAITING, HEADER, ISSUED, ada, file, later
from cast import Cast

QUERIES = 25
LISTS = ("/returns", "/returns/disagreements", "/returns/without-day")


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.app import ports

    settings.ALONGSIDE_TODAY = date(2026, 11, 23)
    monkeypatch.setattr(ports.PORTS, "now", lambda: cast.at)


def take(folder: Path, cast: Cast, *requests: returns.Request, **changes: object) -> load.Outcome:
    told = file(folder, [ada(*requests, **changes)], name=f"{uuid4()}.xml")
    return load.take_over(told, by=cast.service, at=cast.at)


def upload(path: Path, name: str = "Our return.xml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, path.read_bytes(), "application/xml")


def text_of(response: Any) -> str:
    return response.content.decode()


def test_return_that_is_handed_in_is_taken_over_by_the_worker(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    client = signed_in(cast.data_officer)
    posted = client.post("/returns", {"file": upload(file(tmp_path, [ada(ISSUED)]).path)}, follow=True)
    assert "This file waits to be taken over" in text_of(posted)
    assert job.take_over_returns(0) == 1
    page = text_of(client.get(posted.request["PATH_INFO"]))
    assert "Taken over" in page
    assert "Every row and value of the return was used." in page
    with scope.opened(cast.officer):
        assert Case.objects.filter(person__surname="Holm").exists()
        assert ImportRun.objects.get().content is None
    assert job.take_over_returns(0) == 0


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"<Message></Message>", "a.xml", "is not a SEN2 return"),
        (b"", "a.xml", "The file you chose is empty"),
        (b"hello", "a.txt", "must be one of these kinds: XLS, XLSX, XML, ZIP"),
        (b"MZ\x90\x00", "a.xlsx", "none of the forms of a SEN2 return"),
        (b"PK\x03\x04broken", "a.zip", "a.zip"),
    ],
)
def test_file_that_is_no_return_is_refused_on_the_page(
    cast: Cast, signed_in: Callable[..., Any], content: bytes, name: str, words: str
) -> None:
    answer = signed_in(cast.data_officer).post("/returns", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 422
    assert words in text_of(answer)
    with scope.opened(cast.officer):
        assert not ImportRun.objects.exists()


def test_return_of_another_authority_is_refused_on_the_page(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    told = file(tmp_path, [ada(ISSUED)], replace(HEADER, lea="825"))
    answer = signed_in(cast.data_officer).post("/returns", {"file": upload(told.path)})
    assert "Our return.xml: this return is of local authority 825" in text_of(answer)


def test_missing_file_is_asked_for(cast: Cast, signed_in: Callable[..., Any]) -> None:
    answer = signed_in(cast.data_officer).post("/returns", {"year": "abc"})
    assert answer.status_code == 422
    assert "Choose the file of the return" in text_of(answer)
    assert "Year of the return must be a whole number" in text_of(answer)


def test_file_of_which_the_year_is_not_known_asks_for_it(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    told = file(tmp_path, [ada(ISSUED)], returns.Header(lea="931"))
    client = signed_in(cast.data_officer)
    assert "Enter the year" in text_of(client.post("/returns", {"file": upload(told.path)}))
    answer = client.post("/returns", {"file": upload(told.path), "year": "2025"}, follow=True)
    assert "This file waits" in text_of(answer)
    assert job.take_over_returns(0) == 1


def test_file_that_turns_out_to_be_broken_says_why(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    told = file(tmp_path, [ada(ISSUED, upn=None, postcode=f"ZZ{n} 1ZZ") for n in range(30)])
    told.path.write_bytes(told.path.read_bytes()[:-400])
    client = signed_in(cast.data_officer)
    posted = client.post("/returns", {"file": upload(told.path)}, follow=True)
    job.take_over_returns(0)
    page = text_of(client.get(posted.request["PATH_INFO"]))
    assert "Refused" in page
    assert "Our return.xml" in page
    with scope.opened(cast.officer):
        assert not Case.objects.filter(person__surname="Holm").exists()


def test_fault_of_ours_stops_one_file_and_not_the_next(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = file(tmp_path, [ada(ISSUED)]).path.read_bytes()
    load.hand_in("a.xml", content, year=None, by=cast.data_officer, at=cast.at)
    with monkeypatch.context() as broken:
        broken.setattr(load, "take_over", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            job.take_over_returns(0)
    (line,) = queries.runs(by=cast.data_officer, at=cast.at)
    assert (line.state, line.refusal) == ("REFUSED", load.FAULT)
    load.hand_in("b.xml", content, year=None, by=cast.data_officer, at=cast.at)
    assert job.take_over_returns(0) == 1


@pytest.mark.parametrize("who", ["officer", "manager", "parent", "senco", "stranger"])
@pytest.mark.parametrize("page", LISTS)
def test_only_the_data_officer_opens_them(
    cast: Cast, signed_in: Callable[..., Any], who: str, page: str
) -> None:
    assert signed_in(getattr(cast, who)).get(page).status_code == 403


NOBODYS = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize("page", [f"/returns/{NOBODYS}", f"/returns/disagreements/{NOBODYS}"])
def test_what_does_not_exist_is_not_found(cast: Cast, signed_in: Callable[..., Any], page: str) -> None:
    assert signed_in(cast.data_officer).get(page).status_code == 404


@pytest.mark.parametrize("page", LISTS)
def test_number_of_questions_is_bounded(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any], django_assert_max_num_queries: Any, page: str
) -> None:
    take(tmp_path, cast, ISSUED, returns.Request(outcome="A"))
    take(tmp_path, cast, replace(ISSUED, outcome_on=date(2024, 4, 2)), surname="Garth")
    client = signed_in(cast.data_officer)
    with django_assert_max_num_queries(QUERIES):
        assert client.get(page).status_code == 200


def test_disagreement_is_shown_in_words_and_decided(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    take(tmp_path, cast, ISSUED)
    take(tmp_path, cast, replace(ISSUED, outcome_on=date(2024, 4, 2)))
    client = signed_in(cast.data_officer)
    page = text_of(client.get("/returns/disagreements"))
    assert "Request of 12 February 2024: the decision whether to assess" in page
    assert "Decided to assess on 25 March 2024" in page
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    address = f"/returns/disagreements/{line.id}"
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"take": "TAKE", "reason": "The letter says so"}).status_code == 303
    assert "Dev Data decided for what the return says" in text_of(client.get(address))
    again = client.post(address, {"take": "KEEP", "reason": "Another thought"})
    assert "Nothing was changed" in text_of(again)


def test_doubt_about_a_child_says_why_and_what_follows(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    take(tmp_path, cast, ISSUED, upn=None)
    take(tmp_path, cast, ISSUED, upn=None, postcode="ZZ7 7ZZ")
    (line,) = queries.conflicts(by=cast.data_officer, at=cast.at).lines
    page = text_of(signed_in(cast.data_officer).get(f"/returns/disagreements/{line.id}"))
    assert "the name and the date of birth are the same, and the postcode is not" in page
    assert "If it is another child, a case of their own is opened." in page


def test_chronology_says_that_the_return_does_not_give_the_day(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    take(tmp_path, cast, returns.Request(received_on=date(2024, 5, 1), outcome="W"))
    with scope.opened(cast.officer):
        case = Case.objects.get(person__surname="Holm")
    page = text_of(signed_in(cast.data_officer).get(f"/cases/{case.id}/chronology"))
    assert "day not given in the return: not before 1 May 2024 and not after 16 January 2025" in page
    assert "SEN2 2025" in page


def test_case_page_of_an_imported_plan_says_which_days_are_not_known(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    take(tmp_path, cast, replace(ISSUED, received_on=date(2023, 11, 1), outcome="H", outcome_on=None))
    with scope.opened(cast.officer):
        case = Case.objects.get(person__surname="Holm")
    page = text_of(signed_in(cast.officer).get(f"/cases/{case.id}"))
    assert "The twenty weeks" not in page, "a plan is held"
    assert "The day on which the decision to assess was notified." in page


def test_coordinators_page_shows_an_imported_open_case_with_its_date(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    told = file(tmp_path, [ada(replace(AWAITING, received_on=date(2026, 1, 5)))], later(2026))
    load.take_over(told, by=cast.service, at=cast.at)
    with scope.opened(cast.officer):
        owner = Case.objects.get(person__surname="Holm").owner_id
    who = cast.officer if owner == cast.officer.account else cast.other_officer
    page = text_of(signed_in(who).get("/work"))
    assert "Ada Holm" in page
    assert "16 Feb 2026" in page


def test_managers_page_opens_after_an_import(
    cast: Cast, tmp_path: Path, signed_in: Callable[..., Any]
) -> None:
    take(tmp_path, cast, ISSUED)
    assert signed_in(cast.manager).get("/oversight").status_code == 200


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("request|2024-02-12", "Request of 12 February 2024"),
        ("request|2024-02-12#2|received", "Request of 12 February 2024 (number 2): the day it was received"),
        ("request|undated|outcome|undated", "Request of a day not given: its outcome"),
        ("request|2024-02-12|decision (mediation)", "Request of 12 February 2024: the decision whether to assess: "
         "whether there was mediation"),
        ("plan|2024-07-01|ceased", "Plan of 1 July 2024: its end"),
        ("placement|123456|2024-09-02|1|started", "Placement at 123456 from 2 September 2024: that it started"),
        ("need|1", "Main need"),
        ("review|decision|2024-09-02", "Review, decision of 2 September 2024"),
        ("transfer|825|2024", "Transfer in from local authority 825 in 2024"),
        ("person born_on", "Date of birth"),
        ("identifier UPN", "Pupil number (UPN)"),
        ("perhaps the same child", "Perhaps the same child"),
    ],
)  # fmt: skip
def test_subject_of_a_disagreement_is_said_in_words(subject: str, words: str) -> None:
    assert shown.what(subject) == words


@pytest.mark.parametrize(
    ("kind", "details", "words"),
    [
        ("NEED_RECORDED", {"type": "ASD", "rank": 1}, "Main need: autistic spectrum disorder."),
        ("PLACEMENT_STARTED", {"setting_code": "EHE"}, "Elective home education."),
        ("PLACEMENT_STARTED", {"urn": "1", "sen_unit": True}, "School with the number (URN) 1, a SEN unit."),
        ("PLACEMENT_STARTED", {"ukprn": "1"}, "Provider with the number (UKPRN) 1."),
        ("PLAN_CEASED", {"reason": "5"}, "Because the child moved to another authority in England."),
        ("REVIEW_DECISION_SENT", {"outcome": "AMEND"}, "The plan is to be amended."),
        ("TRANSFERRED_IN", {"from": "825"}, "From local authority 825."),
        ("MOVED_TO_NEW_LA", {"to": "825"}, "To local authority 825."),
        ("FINAL_SENT", {"week20": True}, ""),
    ],
)
def test_codes_of_a_return_are_said_in_words(kind: str, details: dict[str, Any], words: str) -> None:
    from alongside.core.case.codes import EventKind

    assert return_words.said(EventKind(kind), details) == words


def test_every_imported_event_is_of_its_source(cast: Cast, tmp_path: Path) -> None:
    take(tmp_path, cast, ISSUED)
    with scope.opened(cast.officer):
        assert set(
            CaseEvent.objects.filter(case__person__surname="Holm").values_list("source", flat=True)
        ) == {"SEN2 2025"}
