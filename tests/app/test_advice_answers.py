"""Advisers answer: in the form, with a file, or with nothing to add; drafts are kept and never overwritten."""

import io
import zipfile
from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from pypdf import PdfReader

from advice_cast import A_JPEG, asked, events, later, request_for, row, taken_by
from alongside.app import plan_printing, scope
from alongside.app.actions import advice, advice_answers
from alongside.app.actions.advice_answers import Answer, Paper
from alongside.app.actions.advice_drafts import DraftChanged, Written
from alongside.app.queries import advice_asked, documents
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.refusal import Refused
from alongside.records.models import Advice, AdviceDraft, Case, Document, Position
from cast import Cast

PSYCHOLOGY = {"strengths": "Ivy builds towers.", "need_1_what": "Reads single words.", "post": "Psychologist"}


def word_file() -> bytes:
    """The smallest thing that is a Word document."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return kept.getvalue()


def advice_rows(cast: Cast) -> list[Advice]:
    with scope.opened(cast.officer):
        return list(Advice.objects.select_related("document").order_by("submitted_at"))


def test_answer_closes_the_request_and_keeps_every_word(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    advice_answers.answer(
        case, request, Answer("PSYCHOLOGY", PSYCHOLOGY), by=cast.psychologist, at=later(cast, 30)
    )
    assert row(cast, request).received_on == date(2026, 12, 23)
    kept = advice_rows(cast)[0]
    assert kept.answers == PSYCHOLOGY
    assert (kept.author_name, kept.author_post) == ("Ed Psychologist", "Psychologist")


def test_answers_to_questions_that_the_form_does_not_ask_are_left_out(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    given = Answer("PSYCHOLOGY", {**PSYCHOLOGY, "decision": "No plan", "need_99_what": "x"})
    advice_answers.answer(case, request, given, by=cast.psychologist, at=cast.at)
    assert advice_rows(cast)[0].answers == PSYCHOLOGY


def test_nothing_to_add_with_its_reason_is_an_answer(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    given = Answer(nothing_to_add_because="Not known to any of our clinics")
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    assert row(cast, request).nothing_to_add
    assert not row(cast, request).is_open
    assert advice_rows(cast)[0].nothing_to_add_reason == "Not known to any of our clinics"


def test_reason_is_read_with_the_advice_and_not_in_the_chronology(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    given = Answer(nothing_to_add_because="Seen once for asthma in 2021")
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    assert "asthma" not in str(events(cast, EventKind.ADVICE_RECEIVED)[0].details)


def test_file_is_kept_with_the_part_of_the_record_that_it_belongs_to(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.EDUCATIONAL)
    given = Answer(paper=Paper("C:\\docs\\Ivy report.docx", word_file()))
    advice_answers.answer(case, request, given, by=cast.senco, at=cast.at)
    with scope.opened(cast.officer):
        document = Document.objects.get(case=case)
    assert (document.file_name, document.part) == ("Ivy report.docx", "EDUCATIONAL_ADVICE")
    assert advice_rows(cast)[0].document_id == document.id


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (Answer(), "There is nothing in this advice yet"),
        (Answer("PSYCHOLOGY", {"strengths": "   "}), "There is nothing in this advice yet"),
        (Answer(nothing_to_add_because="no"), "Say why there is nothing to add"),
        (
            Answer("PSYCHOLOGY", PSYCHOLOGY, nothing_to_add_because="Not known to us"),
            "you have added something",
        ),
        (Answer(paper=Paper("report.pdf", A_JPEG)), "is not what its name says"),
        (Answer("PSYCHOLOGY", {"strengths": "x" * 20_001}), "20,001 characters long"),
    ],
)
def test_answer_that_cannot_be_kept_is_refused_and_nothing_is_kept(
    cast: Cast, given: Answer, sentence: str
) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    with pytest.raises(Refused, match=sentence):
        advice_answers.answer(case, request, given, by=cast.psychologist, at=cast.at)
    assert row(cast, request).is_open
    assert advice_rows(cast) == []


def test_answered_request_is_not_answered_again(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    advice_answers.answer(case, request, Answer("PSYCHOLOGY", PSYCHOLOGY), by=cast.psychologist, at=cast.at)
    with pytest.raises(Refused, match="answered already"):
        advice_answers.answer(
            case, request, Answer("PSYCHOLOGY", PSYCHOLOGY), by=cast.psychologist, at=cast.at
        )


def test_request_that_was_taken_back_is_not_answered(cast: Cast) -> None:
    case = asked(cast)
    more = advice.Asked(AdviceKind.OTHER, "Therapists", cast.trust)
    request = advice.ask(case, more, by=cast.officer, at=cast.at)
    advice.cancel(case, request, "The family asked us not to", by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="took this request back"):
        advice_answers.answer(
            case, request, Answer("GENERAL", {"other": "x"}), by=cast.health_adviser, at=cast.at
        )


@pytest.mark.parametrize("who", ["health_adviser", "senco", "social_care", "clinical_officer"])
def test_request_to_another_body_is_not_found(cast: Cast, who: str) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    actor = getattr(cast, who)
    with pytest.raises(NotFound):
        advice_answers.answer(case, request, Answer("PSYCHOLOGY", PSYCHOLOGY), by=actor, at=cast.at)
    with pytest.raises(NotFound):
        advice_asked.to_answer(case, request, by=actor, at=cast.at)
    with pytest.raises(NotFound):
        advice_answers.save_draft(case, request, Written("", {}, 0), by=actor, at=cast.at)


@pytest.mark.parametrize("who", ["senco_elsewhere", "stranger", "officer_elsewhere"])
def test_who_was_not_asked_does_not_find_the_case(cast: Cast, who: str) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    with pytest.raises(NotFound):
        advice_asked.to_answer(case, request, by=getattr(cast, who), at=cast.at)


def test_request_that_does_not_exist_is_not_found(cast: Cast) -> None:
    case = asked(cast)
    with pytest.raises(NotFound):
        advice_asked.to_answer(case, str(uuid4()), by=cast.psychologist, at=cast.at)


@pytest.mark.parametrize("who", ["officer", "manager", "parent"])
def test_nobody_answers_in_an_advisers_place(cast: Cast, who: str) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    with pytest.raises(NotAllowed):
        advice_answers.answer(
            case, request, Answer("PSYCHOLOGY", PSYCHOLOGY), by=getattr(cast, who), at=cast.at
        )


def test_draft_is_kept_and_forgotten_once_it_is_sent(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    first = advice_answers.save_draft(
        case, request, Written("PSYCHOLOGY", {"strengths": "Towers"}, 0), by=cast.psychologist, at=cast.at
    )
    second = advice_answers.save_draft(
        case, request, Written("PSYCHOLOGY", PSYCHOLOGY, first), by=cast.psychologist, at=cast.at
    )
    assert (first, second) == (1, 2)
    advice_answers.send_draft(case, request, second, by=cast.psychologist, at=later(cast, 1))
    assert advice_rows(cast)[0].answers == PSYCHOLOGY
    with scope.opened(cast.officer):
        assert not AdviceDraft.objects.exists()


def test_second_writer_of_a_draft_overwrites_nothing(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    advice_answers.save_draft(
        case, request, Written("MEDICAL", {"strengths": "Hers"}, 0), by=cast.health_adviser, at=cast.at
    )
    with pytest.raises(DraftChanged) as refused:
        advice_answers.save_draft(
            case, request, Written("MEDICAL", {"strengths": "His"}, 0), by=cast.clinical_officer, at=cast.at
        )
    assert dict(refused.value.answers) == {"strengths": "Hers"}
    assert refused.value.revision == 1
    with pytest.raises(DraftChanged):
        advice_answers.send_draft(case, request, 0, by=cast.clinical_officer, at=cast.at)


def test_sending_before_anything_is_written_is_refused(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    with pytest.raises(Refused, match="Nothing is written yet"):
        advice_answers.send_draft(case, request, 0, by=cast.psychologist, at=cast.at)


def test_papers_open_to_whoever_takes_the_request_and_to_no_colleague(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    before = advice_asked.to_answer(case, request, by=cast.psychologist, at=cast.at)
    assert not before.has_it
    with pytest.raises(NotAllowed):
        _open_papers(cast)
    advice_answers.take(case, request, by=cast.psychologist, at=cast.at)
    assert advice_asked.to_answer(case, request, by=cast.psychologist, at=cast.at).has_it
    _open_papers(cast)


def _open_papers(cast: Cast) -> None:
    documents.of_case(cast.case.case_id, by=cast.psychologist, at=cast.at)


def test_request_is_given_to_a_colleague_with_its_draft(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.clinical_officer, AdviceKind.MEDICAL)
    written = Written("MEDICAL", {"strengths": "Cheerful"}, 0)
    advice_answers.save_draft(case, request, written, by=cast.clinical_officer, at=cast.at)
    assert cast.health_adviser.account
    advice_answers.pass_on(case, request, cast.health_adviser.account, by=cast.clinical_officer, at=cast.at)
    theirs = advice_asked.to_answer(case, request, by=cast.health_adviser, at=cast.at)
    assert theirs.has_it
    assert theirs.line.person == "Hana Therapist"
    assert theirs.draft.answers == {"strengths": "Cheerful"}
    assert not advice_asked.to_answer(case, request, by=cast.clinical_officer, at=cast.at).has_it


@pytest.mark.parametrize("who", ["senco", "officer", "stranger"])
def test_request_is_not_given_to_somebody_who_does_not_advise_there(cast: Cast, who: str) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.clinical_officer, AdviceKind.MEDICAL)
    to = getattr(cast, who).account
    with pytest.raises(Refused, match="Choose somebody who gives advice at Northshire Community Health"):
        advice_answers.pass_on(case, request, to, by=cast.clinical_officer, at=cast.at)


def test_request_is_not_given_to_a_colleague_who_has_left(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.clinical_officer, AdviceKind.MEDICAL)
    with scope.opened(cast.officer):
        Position.objects.filter(account=cast.health_adviser.account).update(ends_before=cast.at.date())
    assert cast.health_adviser.account
    with pytest.raises(Refused, match="today"):
        advice_answers.pass_on(
            case, request, cast.health_adviser.account, by=cast.clinical_officer, at=cast.at
        )


def test_taking_what_one_has_already_is_refused(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    with pytest.raises(Refused, match="has this request already"):
        advice_answers.take(case, request, by=cast.psychologist, at=cast.at)


def printed(document: Document) -> str:
    """The words of a printed paper."""
    pages = PdfReader(BytesIO(bytes(document.content))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_structured_advice_is_printed_once_with_author_profession_and_date(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    given = Answer("PSYCHOLOGY", PSYCHOLOGY)
    advice_answers.answer(case, request, given, by=cast.psychologist, at=cast.at)
    with scope.opened(cast.officer):
        files = list(Document.objects.filter(case=case, kind="ADVICE").order_by("twin"))
        kept = Advice.objects.get(case=case)
        assert kept.printed is not None
        words = printed(kept.printed)
    assert {file.part for file in files} == {"PSYCHOLOGICAL_ADVICE"}
    assert sorted(file.file_name.rpartition(".")[2] for file in files) == ["docx", "pdf"]
    for said in ("Educational psychology", "23 November 2026", *PSYCHOLOGY.values()):
        assert " ".join(said.split()) in words, said


def test_nothing_to_add_is_printed_with_its_reason(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    given = Answer(nothing_to_add_because="Not known to any of our clinics")
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    with scope.opened(cast.officer):
        kept = Advice.objects.get(case=case).printed
        assert kept is not None
        assert "Not known to any of our clinics" in printed(kept)


def test_advice_that_is_a_file_alone_is_not_printed(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.EDUCATIONAL)
    advice_answers.answer(
        case, request, Answer(paper=Paper("report.docx", word_file())), by=cast.senco, at=cast.at
    )
    with scope.opened(cast.officer):
        assert Advice.objects.get(case=case).printed is None


def test_plan_lists_the_advice_as_its_appendices(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    given = Answer(nothing_to_add_because="Not known to any of our clinics")
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    with scope.opened(cast.officer):
        listed = plan_printing.appendices(Case.objects.get(id=case))
    assert listed == (f"Health: {cast.health_adviser.name}, 23 November 2026 (nothing to add)",)
