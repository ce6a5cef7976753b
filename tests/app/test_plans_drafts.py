"""Serving the draft: on whom, from which day it counts, and what stops it."""

from dataclasses import replace
from datetime import date

import pytest

from alongside.app import scope
from alongside.app.actions import drafts, plans, serving
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import Channel, PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import (
    CaseParty,
    Document,
    Due,
    OutboxMessage,
    Person,
    PlanSectionText,
    PlanVersion,
)
from cast import Cast
from plan_cast import TEXTS, drafting, edition, later, party_of, revision, sending, served

BEYOND = "The health advice came late and Section C was rewritten after it."


def _versions(cast: Cast) -> list[tuple[int, str]]:
    with scope.opened(cast.officer):
        return list(PlanVersion.objects.order_by("number").values_list("number", "state"))


def test_fifteen_days_begin_with_the_day_of_service(cast: Cast) -> None:
    case = drafting(cast)
    result = drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    assert result.comments_until == date(2026, 12, 7)
    with scope.opened(cast.officer):
        assert Due.objects.get(case=case, rule="A07").statutory_due == date(2026, 12, 7)


def test_slowest_way_decides_for_the_whole_family_and_each_letter_says_its_own_day(cast: Cast) -> None:
    case = drafting(cast)
    sent = sending(cast, case)
    posted = replace(
        sent, ways=sent.ways | {party_of(cast, case, cast.other_parent): Channel.SECOND_CLASS_POST}
    )
    result = drafts.serve(case, posted, by=cast.officer, at=cast.at)
    assert result.comments_until == date(2026, 12, 11)
    assert [(letter.recipient, letter.by_post) for letter in result.letters] == [
        ("Otto Otherparent", True),
        ("Petra Parent", False),
    ]


def test_served_version_is_kept_and_the_next_one_begins_from_its_text(cast: Cast) -> None:
    case = served(cast)
    assert _versions(cast) == [(1, "DRAFT"), (2, "WRITING")]
    plans.save_section(case, PlanSection.B, "Changed after a comment.", 0, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        texts = dict(PlanSectionText.objects.filter(section="B").values_list("version__number", "text"))
    assert texts == {1: TEXTS[PlanSection.B], 2: "Changed after a comment."}


def test_draft_and_letters_are_kept_as_pdf_and_word_each_letter_for_one_person(cast: Cast) -> None:
    served(cast)
    with scope.opened(cast.officer):
        rows = Document.objects.filter(part="DRAFT_PLAN").order_by("title", "media_type")
        found = [(row.title, row.file_name.rsplit(".", 1)[1], row.addressee_id is not None) for row in rows]
    assert found == [
        ("Draft plan, version 1", "pdf", False),
        ("Draft plan, version 1", "docx", False),
        ("Draft plan, version 1: letter to Otto Otherparent", "pdf", True),
        ("Draft plan, version 1: letter to Otto Otherparent", "docx", True),
        ("Draft plan, version 1: letter to Petra Parent", "pdf", True),
        ("Draft plan, version 1: letter to Petra Parent", "docx", True),
    ]


def test_only_whoever_agreed_to_email_is_emailed_and_the_child_is_not_named(cast: Cast) -> None:
    served(cast)
    with scope.opened(cast.officer):
        rows = list(OutboxMessage.objects.filter(kind="DRAFT_SERVED"))
    assert [row.to_email for row in rows] == ["petra.parent@example.org"]
    assert not any("Ivy" in row.text + row.subject or "Fielding" in row.text + row.subject for row in rows)


def test_email_to_somebody_who_did_not_agree_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    case = drafting(cast)
    sent = sending(cast, case)
    father = party_of(cast, case, cast.other_parent)
    with pytest.raises(Refused, match="Otto Otherparent has not agreed to be served by e-mail") as refusal:
        drafts.serve(
            case, replace(sent, ways=sent.ways | {father: Channel.EMAIL}), by=cast.officer, at=cast.at
        )
    assert refusal.value.field == f"way_{father}"
    assert _versions(cast) == [(1, "WRITING")]
    with scope.opened(cast.officer):
        assert not Document.objects.exists()


def test_nobody_entitled_is_left_out(cast: Cast) -> None:
    case = drafting(cast)
    sent = sending(cast, case)
    mother = party_of(cast, case, cast.parent)
    only_her = replace(sent, ways={mother: sent.ways[mother]})
    with pytest.raises(Refused, match="Choose how the plan reaches Otto Otherparent"):
        drafts.serve(case, only_her, by=cast.officer, at=cast.at)


def test_parent_who_may_not_see_drafts_is_sent_nothing(cast: Cast) -> None:
    case = drafting(cast)
    with scope.opened(cast.officer):
        CaseParty.objects.filter(account=cast.other_parent.account).update(sees_drafts=False)
    result = drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    assert [letter.recipient for letter in result.letters] == ["Petra Parent"]


def test_draft_without_provision_is_refused(cast: Cast) -> None:
    case = drafting(cast)
    plans.save_section(case, PlanSection.F, "", 1, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="Section F is blank"):
        drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)


def test_text_that_moved_after_it_was_read_is_not_sent(cast: Cast) -> None:
    case = drafting(cast)
    read = sending(cast, case)
    plans.save_section(case, PlanSection.B, "A late change.", 1, by=cast.manager, at=cast.at)
    with pytest.raises(Refused, match="Mina Manager saved Section B"):
        drafts.serve(case, read, by=cast.officer, at=cast.at)
    assert edition(cast, case) == read.seen + 1


def test_second_draft_needs_a_reason_and_begins_a_new_fifteen_days(cast: Cast) -> None:
    case = served(cast)
    week_on = later(cast, 7)
    plans.save_section(case, PlanSection.C, "Rewritten.", 0, by=cast.officer, at=week_on)
    with pytest.raises(Refused, match="beyond what the family asked for") as refusal:
        drafts.reissue(case, sending(cast, case, at=week_on), "", by=cast.officer, at=week_on)
    assert refusal.value.field == "why"
    result = drafts.reissue(case, sending(cast, case, at=week_on), BEYOND, by=cast.officer, at=week_on)
    assert result.comments_until == date(2026, 12, 14)
    assert _versions(cast) == [(1, "SUPERSEDED"), (2, "DRAFT"), (3, "WRITING")]
    with scope.opened(cast.officer):
        states = dict(Due.objects.filter(case=case, rule="A07").values_list("statutory_due", "state"))
    assert states == {date(2026, 12, 7): "SUPERSEDED", date(2026, 12, 14): "RUNNING"}


def test_draft_cannot_be_served_twice_as_if_it_were_the_first(cast: Cast) -> None:
    case = served(cast)
    with pytest.raises(Refused, match="cannot be recorded now"):
        drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)


def test_future_day_is_refused(cast: Cast) -> None:
    case = drafting(cast)
    with pytest.raises(Refused, match="in the future") as refusal:
        drafts.serve(case, sending(cast, case, sent_on=date(2026, 11, 24)), by=cast.officer, at=cast.at)
    assert refusal.value.field == "sent_on"


@pytest.mark.parametrize("who", ["other_officer", "placements_officer", "panel_chair", "parent"])
def test_only_the_owner_or_a_manager_serves(cast: Cast, who: str) -> None:
    case = drafting(cast)
    with pytest.raises(NotAllowed):
        drafts.serve(case, sending(cast, case), by=getattr(cast, who), at=cast.at)


def test_revisions_of_the_new_version_start_afresh(cast: Cast) -> None:
    case = served(cast)
    assert revision(cast, case, PlanSection.B) == 0


def test_draft_that_everybody_is_kept_from_is_not_served(cast: Cast) -> None:
    case = drafting(cast)
    with scope.opened(cast.officer):
        CaseParty.objects.filter(case=case).update(sees_drafts=False)
    with pytest.raises(Refused, match="Nobody in this case may be given the plan"):
        drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)


def test_day_of_service_by_post_is_not_guessed_where_the_bank_holidays_are_not_known() -> None:
    with pytest.raises(Refused, match="the bank holidays of that year are not loaded"):
        serving.served_on(date(2090, 1, 3), Channel.FIRST_CLASS_POST)
    assert serving.served_on(date(2090, 1, 3), Channel.HAND) == date(2090, 1, 3)


def test_fifteen_days_of_a_day_before_the_law_are_not_guessed() -> None:
    assert serving.comments_until(date(2026, 11, 23)) == date(2026, 12, 7)
    with pytest.raises(Refused, match="cannot be worked out"):
        serving.comments_until(date(2010, 1, 4))


def test_plan_without_a_date_of_birth_is_not_printed_and_nothing_is_kept(cast: Cast) -> None:
    case = drafting(cast)
    with scope.opened(cast.officer):
        Person.objects.update(born_on=None)
    with pytest.raises(Refused, match="the date of birth is not known"):
        drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    assert _versions(cast) == [(1, "WRITING")]
