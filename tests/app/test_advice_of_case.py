"""Officers record and read advice by part; the family writes its own; the service chases; hours are counted."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from advice_cast import A_JPEG, asked, events, later, request_for, row, taken_by
from alongside.app import scope, seeing
from alongside.app.actions import advice, advice_answers, advice_family, advice_records
from alongside.app.actions.advice_answers import Answer, Paper
from alongside.app.actions.advice_drafts import DraftChanged, Written
from alongside.app.actions.advice_records import Earlier
from alongside.app.queries import advice as queries
from alongside.app.queries import advice_asked
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.refusal import Refused
from alongside.records.models import Advice, Document
from cast import Cast

LETTER = Answer(paper=Paper("scan.jpg", A_JPEG), author_name="Dr Ada Best", author_post="Paediatrician")


def read_by(cast: Cast, who: str, kind: AdviceKind) -> tuple[queries.AdviceRead, ...]:
    actor = getattr(cast, who)
    return queries.one(cast.case.case_id, request_for(cast, kind), by=actor, at=cast.at).answers


def test_officer_records_what_came_by_post_on_the_day_it_came(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    advice_records.record(case, request, LETTER, date(2026, 12, 1), by=cast.officer, at=later(cast, 20))
    assert row(cast, request).received_on == date(2026, 12, 1)
    shown = read_by(cast, "officer", AdviceKind.MEDICAL)[0]
    assert (shown.author_name, shown.author_post, shown.file_name) == (
        "Dr Ada Best",
        "Paediatrician",
        "scan.jpg",
    )


def test_officer_records_that_a_body_has_nothing_to_add(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.SOCIAL_CARE)
    given = Answer(nothing_to_add_because="The family is not known to us", author_name="Sol Social")
    advice_records.record(case, request, given, date(2026, 11, 23), by=cast.officer, at=cast.at)
    assert row(cast, request).nothing_to_add


@pytest.mark.parametrize(
    ("given", "day", "sentence"),
    [
        (Answer(paper=LETTER.paper), date(2026, 11, 23), "name of whoever gave the advice"),
        (LETTER, date(2026, 11, 22), "cannot have come before"),
        (LETTER, date(2026, 11, 24), "is in the future"),
    ],
)
def test_advice_that_cannot_have_come_so_is_not_recorded(
    cast: Cast, given: Answer, day: date, sentence: str
) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    with pytest.raises(Refused, match=sentence):
        advice_records.record(case, request, given, day, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert not Advice.objects.exists()
        assert not Document.objects.exists()


def earlier(cast: Cast, **changed: bool) -> Earlier:
    with scope.opened(cast.officer):
        document = Document.objects.create(
            authority_id="931", case_id=cast.case.case_id, kind="ADVICE", title="Earlier report",
            part="PSYCHOLOGICAL_ADVICE", dated_on=date(2026, 6, 1), created_at=cast.at, file_name="a.pdf",
            media_type="application/pdf", size=1, sha256="0", content=b"x",
        )  # fmt: skip
    conditions = {"exists": True, "author_agrees": True, "authority_agrees": True, "family_agrees": True}
    return Earlier(document.id, "Ed Psychologist", date(2026, 6, 1), **(conditions | changed))


def test_earlier_advice_serves_where_author_authority_and_family_agree(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    advice_records.use_earlier(case, request, earlier(cast), by=cast.officer, at=cast.at)
    assert not row(cast, request).is_open
    details = events(cast, EventKind.ADVICE_RECEIVED)[0].details
    assert details["agreed"] == ["AUTHOR", "AUTHORITY", "FAMILY"]
    assert details["earlier_dated_on"] == "2026-06-01"


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("exists", "there is earlier advice"),
        ("author_agrees", "its author agrees"),
        ("authority_agrees", "the authority agrees"),
        ("family_agrees", "the family agrees"),
    ],
)
def test_earlier_advice_is_refused_where_one_condition_fails(cast: Cast, condition: str, words: str) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    with pytest.raises(Refused, match=words):
        advice_records.use_earlier(
            case, request, earlier(cast, **{condition: False}), by=cast.officer, at=cast.at
        )
    assert row(cast, request).is_open


def test_familys_own_advice_is_never_replaced_by_earlier(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PARENT_OR_YOUNG_PERSON)
    with pytest.raises(Refused, match="always asked for anew"):
        advice_records.use_earlier(case, request, earlier(cast), by=cast.officer, at=cast.at)


def test_earlier_advice_must_be_a_document_of_this_case(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.PSYCHOLOGICAL)
    elsewhere = Earlier(UUID(int=0), "Ed", date(2026, 6, 1), True, True, True, True)
    with pytest.raises(Refused, match="among the documents"):
        advice_records.use_earlier(case, request, elsewhere, by=cast.officer, at=cast.at)


@pytest.mark.parametrize(
    ("who", "reads"),
    [("officer", True), ("manager", True), ("health_adviser", True), ("parent", True), ("psychologist", False),
     ("data_officer", False), ("senco", False)],
)  # fmt: skip
def test_health_detail_opens_only_to_those_entitled(cast: Cast, who: str, reads: bool) -> None:
    case = asked(cast)
    taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    given = Answer("MEDICAL", {"diagnoses": "CANARY-DIAGNOSIS"})
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    try:
        found = queries.one(case, request, by=getattr(cast, who), at=cast.at)
    except NotAllowed:
        found = None
    assert ("CANARY-DIAGNOSIS" in repr(found)) is reads


def test_who_wrote_advice_can_read_it_again(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)  # answered by a colleague who never took it
    given = Answer("MEDICAL", {"diagnoses": "None"})
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    assert advice_asked.to_answer(case, request, by=cast.health_adviser, at=cast.at).sent[0].is_mine


def test_tab_shows_who_is_still_to_answer_first(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.SOCIAL_CARE)
    given = Answer(nothing_to_add_because="Not known to us")
    advice_answers.answer(case, request, given, by=cast.social_care, at=cast.at)
    shown = queries.of_case(case, by=cast.officer, at=later(cast, 43)).lines
    assert [line.is_open for line in shown] == [True, True, True, True, False]
    assert shown[0].due is not None
    assert shown[0].due.days_late == 1


def test_tab_costs_the_same_however_many_were_asked(cast: Cast, django_assert_max_num_queries: Any) -> None:
    case = asked(cast)
    for number in range(10):
        advice.ask(case, advice.Asked(AdviceKind.OTHER, f"Body {number}"), by=cast.officer, at=cast.at)
    with django_assert_max_num_queries(16):
        queries.of_case(case, by=cast.officer, at=cast.at)


def test_family_is_told_who_was_asked_and_not_what_was_said(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    given = Answer("MEDICAL", {"diagnoses": "CANARY"})
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    advice.chase(case, request_for(cast, AdviceKind.PSYCHOLOGICAL), by=cast.officer, at=later(cast, 40))
    at = later(cast, 45)
    with seeing.case(case, Permission.SEE_CASE, by=cast.parent, at=at) as view:
        told = {each.kind: each for each in queries.asked_in_plain_words(view)}
    assert told[AdviceKind.MEDICAL].answered_on == date(2026, 11, 23)
    assert told[AdviceKind.PSYCHOLOGICAL].days_late == 3
    assert told[AdviceKind.PSYCHOLOGICAL].chased_on == date(2027, 1, 2)
    assert "CANARY" not in repr(told)


def test_who_may_not_see_the_requests_is_told_nothing(cast: Cast) -> None:
    case = asked(cast)
    with seeing.case(case, Permission.SEE_CASE, by=cast.placements_officer, at=cast.at) as view:
        may = view.may(Permission.SEE_ADVICE_REQUESTS)
        assert bool(queries.asked_in_plain_words(view)) is may


def test_list_shows_what_is_asked_of_me_and_of_my_team_by_date(cast: Cast) -> None:
    case = asked(cast)
    found = advice_asked.asked_of_me(by=cast.health_adviser, at=cast.at)
    assert [(line.child, line.mine) for line in found.waiting] == [("Ivy Fielding", False)]
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    advice_answers.save_draft(
        case, request, Written("MEDICAL", {"post": "x"}, 0), by=cast.health_adviser, at=cast.at
    )
    found = advice_asked.asked_of_me(by=cast.health_adviser, at=cast.at)
    assert found.waiting[0].mine
    assert found.waiting[0].draft_saved_at == cast.at
    colleague = advice_asked.asked_of_me(by=cast.clinical_officer, at=cast.at)
    assert [line.has_it for line in colleague.waiting] == ["Hana Therapist"]


def test_list_keeps_what_was_done_apart(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    given = Answer(nothing_to_add_because="Not known to us")
    advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)
    found = advice_asked.asked_of_me(by=cast.health_adviser, at=cast.at)
    assert (len(found.waiting), len(found.done)) == (0, 1)
    assert advice_asked.asked_of_me(by=cast.health_adviser, at=later(cast, 400)).done == ()


@pytest.mark.parametrize("who", ["psychologist", "senco_elsewhere"])
def test_list_shows_nothing_of_other_bodies(cast: Cast, who: str) -> None:
    asked(cast)
    found = advice_asked.asked_of_me(by=getattr(cast, who), at=cast.at)
    assert all(line.kind is AdviceKind.PSYCHOLOGICAL for line in found.waiting)


def test_list_costs_the_same_however_long_it_is(cast: Cast, django_assert_max_num_queries: Any) -> None:
    case = asked(cast)
    body = cast.psychology_service
    for kind in (
        AdviceKind.OTHER,
        AdviceKind.SENSORY,
        AdviceKind.REASONABLY_REQUESTED,
        AdviceKind.ARMED_FORCES,
    ):
        advice.ask(
            case, advice.Asked(kind, "Educational Psychology Service", body), by=cast.officer, at=cast.at
        )
    with django_assert_max_num_queries(10):
        found = advice_asked.asked_of_me(by=cast.psychologist, at=cast.at)
    assert len(found.waiting) == 5


def test_parent_writes_in_their_own_words_and_nobody_reads_the_draft(cast: Cast) -> None:
    case = asked(cast)
    written = Written("", {"about": "CANARY she sings"}, 0)
    revision = advice_family.save_draft(case, written, by=cast.parent, at=cast.at)
    mine = advice_asked.family_form(case, by=cast.parent, at=cast.at)
    assert mine.draft.answers == {"about": "CANARY she sings"}
    theirs = advice_asked.family_form(case, by=cast.other_parent, at=cast.at)
    assert theirs.draft.answers == {}
    advice_family.send(case, Written("", written.answers, revision), by=cast.parent, at=cast.at)
    assert not row(cast, request_for(cast, AdviceKind.PARENT_OR_YOUNG_PERSON)).is_open
    assert read_by(cast, "officer", AdviceKind.PARENT_OR_YOUNG_PERSON)[0].answers == {
        "about": "CANARY she sings"
    }


def test_second_parent_sends_theirs_after_the_first(cast: Cast) -> None:
    case = asked(cast)
    advice_family.send(case, Written("", {"about": "Hers"}, 0), by=cast.parent, at=cast.at)
    advice_family.send(case, Written("", {"about": "His"}, 0), by=cast.other_parent, at=later(cast, 2))
    request = request_for(cast, AdviceKind.PARENT_OR_YOUNG_PERSON)
    assert row(cast, request).received_on == date(2026, 11, 23)
    found = read_by(cast, "officer", AdviceKind.PARENT_OR_YOUNG_PERSON)
    assert [each.answers["about"] for each in found] == ["Hers", "His"]
    own = advice_asked.family_form(case, by=cast.other_parent, at=later(cast, 3))
    assert [each.answers["about"] for each in own.sent] == ["His"]


def test_parent_who_wrote_on_two_screens_loses_nothing(cast: Cast) -> None:
    case = asked(cast)
    advice_family.save_draft(case, Written("", {"about": "On the phone"}, 0), by=cast.parent, at=cast.at)
    with pytest.raises(DraftChanged):
        advice_family.send(case, Written("", {"about": "On the laptop"}, 0), by=cast.parent, at=cast.at)


def test_family_is_not_asked_before_the_decision(cast: Cast) -> None:
    with pytest.raises(Refused, match="We have not asked for your advice yet"):
        advice_family.send(cast.case.case_id, Written("", {"about": "x"}, 0), by=cast.parent, at=cast.at)
    assert not advice_asked.family_form(cast.case.case_id, by=cast.parent, at=cast.at).is_asked


def test_stranger_does_not_find_the_familys_form(cast: Cast) -> None:
    case = asked(cast)
    with pytest.raises(NotFound):
        advice_asked.family_form(case, by=cast.stranger, at=cast.at)
