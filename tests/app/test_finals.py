"""The final plan: what must stand before it leaves, what it says, and who is told."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import pytest

from alongside.app import scope
from alongside.app.actions import comments, finals, plans, representations
from alongside.app.actions.comments import AnswerKind, NewAnswer
from alongside.app.actions.finals import Issued, Placement
from alongside.app.queries import plan_versions
from alongside.app.queries import plans as queries
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import (
    Case,
    CaseEvent,
    Document,
    OutboxMessage,
    PlanSectionText,
    PlanVersion,
    Position,
)
from cast import HERE, Cast, officer, organisation
from plan_cast import TEXTS, answer, comment, drafting, later, party_of, revision, sending, served

AFTER = 15  # days after service: the first on which the plan may be sent
EARLY = "Both parents wrote on 25 November that they agree with every word."
NOT_FOLLOWED = "It is unsuitable for Ivy’s age: it takes children from 11, and she is 8."


def _issue(
    cast: Cast, case: UUID, placement: Placement | None = None, *, days: int = AFTER, **more: str
) -> Issued:
    at = later(cast, days)
    named = placement or Placement("", cast.school)
    return finals.issue(case, named, sending(cast, case, at=at), by=cast.officer, at=at, **more)


def _is_final(cast: Cast, case: UUID) -> bool:
    with scope.opened(cast.officer):
        return PlanVersion.objects.filter(case=case, state="FINAL").exists()


def test_final_plan_names_the_setting_is_signed_and_closes_the_writing(cast: Cast) -> None:
    case = served(cast)
    _issue(cast, case)
    with scope.opened(cast.officer):
        version = PlanVersion.objects.get(case=case, state="FINAL")
        placed = PlanSectionText.objects.get(version=version, section="I")
        states = list(PlanVersion.objects.order_by("number").values_list("state", flat=True))
        assert Case.objects.get(id=case).stage == "PLAN_MAINTAINED"
    assert placed.text == "Millbrook Primary School"
    assert (version.signed_by_name, version.final_on) == ("Cora Coordinator", date(2026, 12, 8))
    assert states == ["SUPERSEDED", "FINAL"]
    with pytest.raises(Refused, match="No plan is being written"):
        plans.save_section(case, PlanSection.B, "Later.", 0, by=cast.officer, at=later(cast, AFTER))


def test_final_waits_for_every_comment_to_be_answered(cast: Cast) -> None:
    case = served(cast)
    first, second = comment(cast, case, "One."), comment(cast, case, "Two.")
    answer(cast, case, first)
    with pytest.raises(Refused, match=r"comment 2 on Section B of version 1\. Answer each"):
        _issue(cast, case)
    asked = NewAnswer(AnswerKind.ASKED_ADVISER, "Asked the psychologist how often.")
    comments.answer(case, second, asked, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="comment 2"):
        _issue(cast, case)
    assert not _is_final(cast, case)
    answer(cast, case, second)
    _issue(cast, case)
    assert _is_final(cast, case)


def test_final_on_the_last_of_the_fifteen_days_needs_a_written_reason(cast: Cast) -> None:
    case = served(cast)
    with pytest.raises(Refused, match=r"the last is 7 December 2026.*from 8 December 2026") as refusal:
        _issue(cast, case, days=AFTER - 1)
    assert refusal.value.field == "early_because"
    with pytest.raises(Refused, match="have not ended"):
        _issue(cast, case, days=AFTER - 1, early_because="They agree.")
    _issue(cast, case, days=AFTER - 1, early_because=EARLY)
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(kind="FINAL_SENT").details["early_because"] == EARLY


def test_final_the_day_after_the_fifteen_days_needs_no_reason(cast: Cast) -> None:
    case = served(cast)
    _issue(cast, case, days=AFTER)
    with scope.opened(cast.officer):
        assert "early_because" not in CaseEvent.objects.get(kind="FINAL_SENT").details


def test_setting_that_the_family_asked_for_is_named_or_the_reason_is(cast: Cast) -> None:
    case = served(cast)
    representations.ask_for_setting(case, cast.special_school, "", by=cast.parent, at=cast.at)
    with pytest.raises(Refused, match="The family asked for The Orchard School") as refusal:
        _issue(cast, case)
    assert refusal.value.field == "not_followed_because"
    _issue(cast, case, Placement("", cast.school, not_followed_because=NOT_FOLLOWED))
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(kind="FINAL_SENT").details["not_followed_because"] == NOT_FOLLOWED


def test_naming_what_the_family_asked_for_needs_no_reason(cast: Cast) -> None:
    case = served(cast)
    representations.ask_for_setting(case, None, "Far Away College", by=cast.parent, at=cast.at)
    _issue(cast, case, Placement("far away college"))
    assert _is_final(cast, case)


def test_type_of_setting_alone_may_be_named(cast: Cast) -> None:
    case = served(cast)
    result = _issue(cast, case, Placement("", None, "A mainstream primary school"))
    with scope.opened(cast.officer):
        assert (
            PlanSectionText.objects.get(version__state="FINAL", section="I").text
            == "A mainstream primary school"
        )
    assert result.version == 2


@pytest.mark.parametrize("placement", [Placement(""), Placement("", UUID(int=7))])
def test_section_i_that_names_nothing_is_refused(cast: Cast, placement: Placement) -> None:
    case = served(cast)
    with pytest.raises(Refused) as refusal:
        _issue(cast, case, placement)
    assert refusal.value.field == "setting"


def test_blank_section_is_refused(cast: Cast) -> None:
    case = served(cast)
    plans.save_section(case, PlanSection.J, "", 0, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="Section J is blank"):
        _issue(cast, case)


def test_final_before_any_draft_is_refused(cast: Cast) -> None:
    case = drafting(cast)
    with pytest.raises(Refused, match="cannot be recorded now"):
        _issue(cast, case)
    assert revision(cast, case, PlanSection.I) == 0


def test_text_that_moved_after_it_was_read_is_not_issued(cast: Cast) -> None:
    case = served(cast)
    read = sending(cast, case, at=later(cast, AFTER))
    plans.save_section(case, PlanSection.B, "A late change.", 0, by=cast.manager, at=later(cast, AFTER))
    with pytest.raises(Refused, match="The text has changed"):
        finals.issue(case, Placement("", cast.school), read, by=cast.officer, at=later(cast, AFTER))


def test_each_letter_answers_its_readers_own_comments_and_nobody_elses(cast: Cast) -> None:
    case = served(cast)
    answer(cast, case, comment(cast, case, "Hers.", by=cast.parent))
    with scope.opened(cast.officer):
        from alongside.records.models import CaseParty

        mother = CaseParty.objects.get(id=party_of(cast, case, cast.parent))
        father = CaseParty.objects.get(id=party_of(cast, case, cast.other_parent))
        hers = finals.what_became_of_comments(mother, Placement("Millbrook"))
        his = finals.what_became_of_comments(father, Placement("Millbrook"))
    assert (
        "Comment 1, on Section B: we did not change the plan. The advice of the school says otherwise" in hers
    )
    assert his == "You sent no comments on the draft."


def test_plan_and_letters_are_kept_and_the_setting_and_the_board_are_told(cast: Cast) -> None:
    case = served(cast)
    with scope.opened_to_all(HERE):
        organisation(HERE, "ICB", "Northshire ICB", email="send@icb.example.org")
    result = _issue(cast, case)
    assert result.not_told == ()
    with scope.opened(cast.officer):
        kept = Document.objects.filter(part="FINAL_PLAN").values_list("kind", flat=True)
        assert sorted(kept) == ["FINAL_LETTER"] * 4 + ["FINAL_PLAN"] * 2
        told = list(OutboxMessage.objects.filter(kind="FINAL_SENT"))
        assert sorted(row.to_email for row in told) == [
            "petra.parent@example.org",
            "sena.senco@example.org",
            "send@icb.example.org",
        ]
        assert not any("Ivy" in row.text + row.subject for row in told)


def test_body_that_has_no_address_is_named_so_that_it_is_written_to(cast: Cast) -> None:
    case = served(cast)
    with scope.opened_to_all(HERE):
        Position.objects.filter(organisation=cast.school).update(ends_before=date(2026, 1, 1))
    assert _issue(cast, case).not_told == ("the integrated care board", "Millbrook Primary School")


def test_withheld_address_is_in_no_paper(cast: Cast) -> None:
    case = served(cast)
    _issue(cast, case)
    with scope.opened(cast.officer):
        for row in Document.objects.filter(case=case):
            assert "1 Mill Lane" not in _words(row)


def _words(row: Document) -> str:
    from io import BytesIO

    from docx import Document as WordFile
    from pypdf import PdfReader

    if row.media_type == "application/pdf":
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(bytes(row.content))).pages)
    return "\n".join(paragraph.text for paragraph in WordFile(BytesIO(bytes(row.content))).paragraphs)


def test_final_plan_as_printed_says_every_section_and_who_signed(cast: Cast) -> None:
    case = served(cast)
    _issue(cast, case)
    with scope.opened(cast.officer):
        row = Document.objects.get(kind="FINAL_PLAN", media_type="application/pdf")
        words = " ".join(_words(row).split())
    for section, text in TEXTS.items():
        assert text in words, section
    assert "Cora Coordinator" in words
    assert "Millbrook Primary School" in words
    assert "DRAFT" not in words


@pytest.mark.parametrize("who", ["other_officer", "placements_officer", "parent"])
def test_only_the_owner_or_a_manager_issues(cast: Cast, who: str) -> None:
    case = served(cast)
    at: datetime = later(cast, AFTER)
    with pytest.raises(NotAllowed):
        finals.issue(
            case, Placement("", cast.school), sending(cast, case, at=at), by=getattr(cast, who), at=at
        )


def test_letter_sent_by_hand_earlier_in_the_week_counts_from_its_day(cast: Cast) -> None:
    case = served(cast)
    at = later(cast, AFTER + 3)
    sent = sending(cast, case, at=at)
    with pytest.raises(Refused, match="The e-mail to Petra Parent leaves today"):
        finals.issue(
            case, Placement("", cast.school), replace(sent, sent_on=date(2026, 12, 8)), by=cast.officer, at=at
        )


def test_board_without_an_address_is_told_at_those_who_work_there(cast: Cast) -> None:
    case = served(cast)
    with scope.opened_to_all(HERE):
        board = organisation(HERE, "ICB", "Northshire ICB")
        officer(HERE, "Ida Board", RoleCode.DESIGNATED_CLINICAL_OFFICER, cast.at, board)
    assert _issue(cast, case).not_told == ()
    with scope.opened(cast.officer):
        assert OutboxMessage.objects.filter(kind="FINAL_SENT", to_email="ida.board@example.org").exists()


def test_final_plan_is_read_by_the_family_and_the_setting_named(cast: Cast) -> None:
    case = served(cast)
    _issue(cast, case)
    at = later(cast, AFTER)
    for who in (cast.parent, cast.senco):
        read = plan_versions.reading(case, 2, by=who, at=at)
        assert read.line.state == "FINAL"
        assert not read.may_comment
    with pytest.raises(NotFound):
        queries.outline(case, by=cast.parent, at=at)
    with pytest.raises(NotFound):
        queries.editor(case, PlanSection.B, by=cast.officer, at=at)
