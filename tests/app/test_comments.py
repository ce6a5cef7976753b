"""The family says what it thinks of the draft, and every comment gets an answer."""

from uuid import UUID, uuid4

import pytest

from alongside.app import doing, scope
from alongside.app.actions import comments, plans, representations
from alongside.app.actions.comments import AnswerKind, NewAnswer
from alongside.app.actions.representations import Heard, NewComment
from alongside.app.queries import comments as comment_query
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel, EventKind, PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import CaseEvent, CaseParty, Organisation, OutboxMessage, PlanComment
from cast import Cast
from plan_cast import answer, comment, drafting, later, party_of, served

CHANGED = NewAnswer(AnswerKind.CHANGED, "Section B now says how Ivy reads.")


def _kinds(cast: Cast) -> list[str]:
    with scope.opened(cast.officer):
        return list(CaseEvent.objects.order_by("position").values_list("kind", flat=True))


def test_comments_are_numbered_in_the_order_made(cast: Cast) -> None:
    case = served(cast)
    for number, who in enumerate((cast.parent, cast.other_parent, cast.parent), start=1):
        made = representations.comment(case, NewComment(PlanSection.F, "Too vague."), by=who, at=cast.at)
        assert made == number


def test_comments_of_one_person_on_one_day_are_one_entry_in_the_chronology(cast: Cast) -> None:
    case = served(cast)
    comment(cast, case, "One.")
    comment(cast, case, "Two.")
    assert _kinds(cast).count("REPRESENTATIONS_RECEIVED") == 1
    comment(cast, case, "Three.", at=later(cast, 1))
    assert _kinds(cast).count("REPRESENTATIONS_RECEIVED") == 2


def test_chronology_does_not_repeat_what_was_said(cast: Cast) -> None:
    comment(cast, served(cast), "My address is 1 Mill Lane.")
    with scope.opened(cast.officer):
        event = CaseEvent.objects.get(kind="REPRESENTATIONS_RECEIVED")
    assert "Mill Lane" not in str(event.details)


def test_nothing_can_be_said_before_the_draft_is_served(cast: Cast) -> None:
    case = drafting(cast)
    with pytest.raises(Refused, match="No draft plan is with the family"):
        representations.comment(case, NewComment(PlanSection.B, "Early."), by=cast.parent, at=cast.at)


def test_empty_comment_is_refused(cast: Cast) -> None:
    case = served(cast)
    with pytest.raises(Refused, match="Write your comment"):
        representations.comment(case, NewComment(PlanSection.B, " \n"), by=cast.parent, at=cast.at)


def test_parent_kept_from_drafts_cannot_comment_on_one(cast: Cast) -> None:
    case = served(cast)
    with scope.opened(cast.officer):
        CaseParty.objects.filter(account=cast.other_parent.account).update(sees_drafts=False)
    with pytest.raises(NotFound):
        comment(cast, case, "Mine.", by=cast.other_parent)


def test_school_that_the_child_attends_may_comment_as_itself(cast: Cast) -> None:
    case = served(cast)
    made = comment(cast, case, "We do this already.", by=cast.senco)
    with scope.opened(cast.officer):
        row = PlanComment.objects.get(id=made)
    assert (row.party_id, row.made_by_name) == (None, "Sena Senco")
    assert "REPRESENTATIONS_RECEIVED" not in _kinds(cast)


def test_officer_records_a_comment_made_by_telephone(cast: Cast) -> None:
    case = served(cast)
    heard = Heard(party_of(cast, case, cast.other_parent), Channel.PHONE, cast.at.date())
    representations.record_comment(
        case, NewComment(PlanSection.B, "He rang."), heard, by=cast.other_officer, at=cast.at
    )
    with scope.opened(cast.officer):
        row = PlanComment.objects.get()
    assert (row.made_by_name, row.channel) == ("Otto Otherparent", "PHONE")


def test_answer_reaches_whoever_made_the_comment_and_nobody_else(cast: Cast) -> None:
    case = served(cast)
    answer(cast, case, comment(cast, case, "Too vague."))
    with scope.opened(cast.officer):
        rows = OutboxMessage.objects.filter(kind="COMMENT_ANSWERED").values_list("to_email", flat=True)
        assert list(rows) == ["petra.parent@example.org"]


def test_changed_is_refused_while_no_section_has_changed(cast: Cast) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    with pytest.raises(Refused, match="No section of the plan differs from version 1"):
        comments.answer(case, made, CHANGED, by=cast.officer, at=cast.at)
    plans.save_section(case, PlanSection.B, "Ivy reads with her finger.", 0, by=cast.officer, at=cast.at)
    comments.answer(case, made, CHANGED, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert PlanComment.objects.get(id=made).answer == "CHANGED"


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_answer_without_words_is_refused(cast: Cast, kind: AnswerKind) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    with pytest.raises(Refused, match="Say ") as refusal:
        comments.answer(case, made, NewAnswer(kind, "No."), by=cast.officer, at=cast.at)
    assert refusal.value.field == "text"


def test_asking_the_adviser_is_kept_when_the_answer_comes(cast: Cast) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    asked = NewAnswer(AnswerKind.ASKED_ADVISER, "Asked how often she needs it.")
    comments.answer(case, made, asked, by=cast.officer, at=cast.at)
    answer(cast, case, made, at=later(cast, 2))
    with scope.opened(cast.officer):
        row = PlanComment.objects.get(id=made)
    assert (row.answer, row.asked_adviser_text) == ("NOT_CHANGED", "Asked how often she needs it.")


def test_answer_that_was_given_stands(cast: Cast) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    answer(cast, case, made)
    with pytest.raises(Refused, match="Comment 1 was answered on 23 November 2026"):
        answer(cast, case, made)


@pytest.mark.parametrize("who", ["other_officer", "parent", "senco", "placements_officer"])
def test_only_the_owner_or_a_manager_answers(cast: Cast, who: str) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    with pytest.raises(NotAllowed):
        comments.answer(case, made, CHANGED, by=getattr(cast, who), at=cast.at)


def test_setting_is_asked_for_from_the_list_or_by_name(cast: Cast) -> None:
    case = served(cast)
    ask = representations.ask_for_setting
    assert ask(case, cast.special_school, "", by=cast.parent, at=cast.at) == "The Orchard School"
    assert ask(case, None, " Far Away College ", by=cast.parent, at=cast.at) == "Far Away College"
    with pytest.raises(Refused, match="Choose the setting, or write its name"):
        ask(case, None, "  ", by=cast.parent, at=cast.at)
    with pytest.raises(Refused, match="Choose the setting from the list"):
        ask(case, cast.trust, "", by=cast.parent, at=cast.at)
    assert _kinds(cast).count("SCHOOL_REQUESTED") == 2


def test_family_can_require_a_meeting_and_say_that_it_has_finished(cast: Cast) -> None:
    case = served(cast)
    representations.ask_for_meeting(case, by=cast.other_parent, at=cast.at)
    representations.confirm_nothing_more(case, by=cast.parent, at=cast.at)
    assert _kinds(cast)[-2:] == ["MEETING_REQUIRED", "FAMILY_CONFIRMS_NOTHING_MORE"]
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.filter(kind="MEETING_REQUIRED").values_list("to_email", flat=True)
        assert list(told) == ["cora.coordinator@example.org"]


@pytest.mark.parametrize("who", ["senco", "officer"])
def test_rights_of_the_family_are_nobody_elses(cast: Cast, who: str) -> None:
    case = served(cast)
    with pytest.raises(NotAllowed):
        representations.ask_for_meeting(case, by=getattr(cast, who), at=cast.at)


def test_adviser_is_told_of_the_answer_to_their_own_comment(cast: Cast) -> None:
    case = served(cast)
    answer(cast, case, comment(cast, case, "We do this already.", by=cast.senco))
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.filter(kind="COMMENT_ANSWERED").values_list("to_email", flat=True)
        assert list(told) == ["sena.senco@example.org"]


def test_comment_of_another_case_is_not_answered_here(cast: Cast) -> None:
    case = served(cast)
    with pytest.raises(Refused, match="not in this case"):
        comments.answer(case, uuid4(), CHANGED, by=cast.officer, at=cast.at)


@pytest.mark.parametrize(
    ("named", "told"), [(True, "ed.psychologist@example.org"), (False, "ep@example.org")]
)
def test_adviser_who_is_asked_is_told_by_their_own_address_or_their_bodys(
    cast: Cast, named: bool, told: str
) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    request = _advice_request(cast, case, str(cast.psychologist.account) if named else "")
    asked = NewAnswer(AnswerKind.ASKED_ADVISER, "How often does she need it?", request)
    comments.answer(case, made, asked, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        rows = OutboxMessage.objects.filter(kind="ADVISER_ASKED_AGAIN").values_list("to_email", flat=True)
        assert list(rows) == [told]


def test_adviser_who_was_never_asked_cannot_be_asked_again(cast: Cast) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    asked = NewAnswer(AnswerKind.ASKED_ADVISER, "How often does she need it?", uuid4())
    with pytest.raises(Refused, match="Choose whose advice") as refusal:
        comments.answer(case, made, asked, by=cast.officer, at=cast.at)
    assert refusal.value.field == "request"


def _advice_request(cast: Cast, case: UUID, asked: str) -> UUID:
    body = cast.psychology_service
    with doing.on_case(case, Permission.REQUEST_ADVICE, by=cast.officer, at=cast.at) as deed:
        Organisation.objects.filter(id=body).update(email="ep@example.org")
        details = {"advice_kind": "PSYCHOLOGICAL", "organisation": str(body), "asked_name": "The service"}
        event = deed.append(
            EventKind.ADVICE_REQUESTED, deed.today, details | ({"asked": asked} if asked else {})
        )
    return UUID(event.id)


def test_comment_that_does_not_fit_is_refused_with_its_length(cast: Cast) -> None:
    case = served(cast)
    with pytest.raises(Refused, match="10,001 characters long"):
        comment(cast, case, "x" * 10_001)


def test_recorded_comment_must_be_somebodys(cast: Cast) -> None:
    case = served(cast)
    heard = Heard(uuid4(), Channel.PHONE, cast.at.date())
    with pytest.raises(Refused, match="Choose whose comment it is"):
        representations.record_comment(
            case, NewComment(PlanSection.B, "Whose?"), heard, by=cast.officer, at=cast.at
        )


def test_nothing_of_an_answer_is_kept_when_it_is_refused(cast: Cast) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    with pytest.raises(Refused):
        comments.answer(case, made, CHANGED, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert PlanComment.objects.get(id=made).answer == ""
    with pytest.raises(NotFound):
        comment_query.to_answer(case, uuid4(), by=cast.officer, at=cast.at)
