"""Documents open by the part of the record they belong to, and a letter only to the person it was written to."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.queries import documents
from alongside.core.access.parts import Part
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.records.models import Case, Document, LedgerEntry
from cast import Cast
from decision_cast import refuse


def letter_to(cast: Cast, name: str) -> UUID:
    with scope.opened(cast.officer):
        return Document.objects.get(kind="REFUSAL_TO_ASSESS", twin=None, addressee__name=name).id


def titles(cast: Cast, who: str) -> set[str]:
    found = documents.of_case(cast.case.case_id, by=getattr(cast, who), at=cast.at)
    return {line.to for line in found.lines if line.kind == "REFUSAL_TO_ASSESS"}


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("officer", {"Petra Parent", "Otto Otherparent"}),
        ("other_officer", {"Petra Parent", "Otto Otherparent"}),
        ("parent", {"Petra Parent"}),
        ("other_parent", {"Otto Otherparent"}),
    ],
)
def test_list_shows_each_reader_their_own_letters(cast: Cast, who: str, sees: set[str]) -> None:
    refuse(cast)
    assert titles(cast, who) == sees


def test_one_line_offers_pdf_first_and_then_word(cast: Cast) -> None:
    refuse(cast)
    line = next(
        line
        for line in documents.of_case(cast.case.case_id, by=cast.parent, at=cast.at).lines
        if line.kind == "REFUSAL_TO_ASSESS"
    )
    assert [file.media_type.rpartition("/")[2][:3] for file in line.files] == ["pdf", "vnd"]


def test_addressee_opens_their_letter_and_the_opening_is_in_the_ledger(cast: Cast) -> None:
    refuse(cast)
    letter = letter_to(cast, "Petra Parent")
    opened = documents.one(letter, by=cast.parent, at=cast.at)
    assert opened.content.startswith(b"%PDF-")
    with scope.opened(cast.officer):
        entry = LedgerEntry.objects.filter(deed="DOCUMENT_OPENED").get()
    assert (entry.actor, str(letter) in entry.body) == (str(cast.parent.account), True)


@pytest.mark.parametrize(
    "who", ["other_parent", "stranger", "senco", "psychologist", "officer_elsewhere", "director"]
)
def test_for_everybody_else_the_letter_does_not_exist(cast: Cast, who: str) -> None:
    refuse(cast)
    with pytest.raises((NotFound, NotAllowed)) as refused:
        documents.one(letter_to(cast, "Petra Parent"), by=getattr(cast, who), at=cast.at)
    assert isinstance(refused.value, NotFound)


def test_document_that_never_was_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        documents.one(uuid4(), by=cast.officer, at=cast.at)


def test_list_takes_a_fixed_number_of_queries(cast: Cast, django_assert_max_num_queries: Any) -> None:
    refuse(cast)
    with django_assert_max_num_queries(16):
        documents.of_case(cast.case.case_id, by=cast.officer, at=cast.at)


def test_letter_to_a_body_opens_to_whoever_works_there_and_is_theirs_alone(cast: Cast) -> None:
    with scope.opened(cast.officer):
        paper = Document.objects.create(
            authority_id="931", case_id=cast.case.case_id, kind="CONSULTATION", title="Asked",
            part="CONSULTATIONS", organisation_id=cast.school, dated_on=cast.at.date(),
            created_at=cast.at, file_name="a.pdf",
            media_type="application/pdf", size=1, sha256="0" * 64, content=b"x",
        )  # fmt: skip
    assert documents.one(paper.id, by=cast.senco, at=cast.at).content == b"x"
    assert documents.one(paper.id, by=cast.officer, at=cast.at).content == b"x"
    with pytest.raises(NotFound):
        documents.one(paper.id, by=cast.senco_elsewhere, at=cast.at)


def test_paper_of_a_part_that_one_may_not_read_is_neither_listed_nor_found(cast: Cast) -> None:
    with scope.opened(cast.officer):
        paper = Document.objects.create(
            authority_id="931", case_id=cast.case.case_id, kind="ADVICE", title="Medical advice", part="MEDICAL_ADVICE",
            dated_on=cast.at.date(), created_at=cast.at, file_name="a.pdf", media_type="application/pdf", size=1,
            sha256="0" * 64, content=b"x",
        )  # fmt: skip
    assert documents.of_case(cast.case.case_id, by=cast.other_officer, at=cast.at).lines == ()
    with pytest.raises(NotFound):
        documents.one(paper.id, by=cast.other_officer, at=cast.at)
    assert documents.one(paper.id, by=cast.officer, at=cast.at).content == b"x"


def test_draft_is_not_found_by_a_parent_who_is_kept_from_drafts(cast: Cast) -> None:
    with scope.opened(cast.officer):
        case = Case.objects.get(id=cast.case.case_id)
        case.parties.filter(account=cast.other_parent.account).update(sees_drafts=False)
        draft = Document.objects.create(
            authority_id="931", case=case, kind="DRAFT_PLAN", title="Draft plan", part=Part.DRAFT_PLAN,
            dated_on=cast.at.date(), created_at=cast.at, file_name="draft.pdf", media_type="application/pdf",
            size=1, sha256="0" * 64, content=b"x",
        )  # fmt: skip
    assert documents.one(draft.id, by=cast.parent, at=cast.at).content == b"x"
    with pytest.raises(NotFound):
        documents.one(draft.id, by=cast.other_parent, at=cast.at)
    found = documents.of_case(cast.case.case_id, by=cast.other_parent, at=cast.at)
    assert "DRAFT_PLAN" not in {line.kind for line in found.lines}
