"""Every line of the advice is used, or not used with a reason, before a plan is final; and its author has a say."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from advice_cast import A_JPEG, asked, request_for, row, taken_by
from advice_lines_cast import NEED_IN_PLAN, PSYCHOLOGY, REPORT, advised, answer_findings, word
from alongside.app import doing, scope
from alongside.app.actions import (
    advice_answers,
    advice_family,
    advice_lines,
    advice_records,
    advice_returns,
    drafts,
    finals,
    line_uses,
    objections,
    plans,
)
from alongside.app.actions.advice_answers import Answer, Paper
from alongside.app.actions.advice_drafts import Written
from alongside.app.actions.advice_lines import Marked
from alongside.app.actions.advice_records import Earlier
from alongside.app.actions.finals import Placement
from alongside.app.actions.objections import NewObjection
from alongside.app.queries import (
    advice,
    advice_asked,
    advice_marking,
    advice_use,
    documents,
    plan_versions,
    sending,
)
from alongside.app.queries import advice_lines as queries
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.advice.arrival import Asks
from alongside.core.advice.lines import LineKind
from alongside.core.advice.using import Decision, Outcome, Standing
from alongside.core.case.codes import AdviceKind, EventKind, PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import Advice, AdviceLine, AdviceObjection, LineUse, OutboxMessage
from cast import Cast
from plan_cast import later, revision
from plan_cast import sending as ways

WHY = "It is said already in the advice of the school, and used from there."
AFTER = 16


def serve(cast: Cast, case: UUID) -> None:
    drafts.serve(case, ways(cast, case), by=cast.officer, at=cast.at)


def lines(cast: Cast, case: UUID) -> tuple[queries.LineToUse, ...]:
    return queries.to_use(case, by=cast.officer, at=cast.at).lines


def used(section: PlanSection = PlanSection.B, quote: str = NEED_IN_PLAN) -> Decision:
    return Decision(Outcome.USED, section, quote)


def not_used(reason: str = WHY) -> Decision:
    return Decision(Outcome.NOT_USED, reason=reason)


def decide_all(cast: Cast, case: UUID) -> None:
    need, *rest = lines(cast, case)
    decisions = {need.id: used()} | {line.id: not_used() for line in rest}
    line_uses.decide(case, decisions, by=cast.officer, at=cast.at)


def issue(cast: Cast, case: UUID) -> Any:
    at = later(cast, AFTER)
    return finals.issue(case, Placement("", cast.school), ways(cast, case, at=at), by=cast.officer, at=at)


def filed(cast: Cast, content: bytes, name: str = "report.docx") -> tuple[UUID, UUID]:
    """The health adviser's report as a file. Returns the case and the advice."""
    case = asked(cast)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    given = Answer(paper=Paper(name, content))
    return case, advice_answers.answer(case, request, given, by=cast.health_adviser, at=cast.at)


# Lines


def test_every_need_and_recommendation_of_a_form_becomes_a_line(cast: Cast) -> None:
    case, _ = advised(cast)
    found = [
        (line.number, line.line_kind, line.section, line.words, line.standing) for line in lines(cast, case)
    ]
    assert found == [
        (1, LineKind.NEED, PlanSection.B, "Ivy reads single words only.", Standing.UNDECIDED),
        (
            2,
            LineKind.RECOMMENDATION,
            PlanSection.F,
            "Reading taught one to one.\nWho does it? A specialist teacher",
            Standing.UNDECIDED,
        ),
    ]


def test_advice_with_nothing_to_add_and_the_familys_own_have_no_lines(cast: Cast) -> None:
    case = asked(cast)
    advice_family.send(case, Written("", {"hard": "Mornings are hard"}, 0), by=cast.parent, at=cast.at)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    nothing = Answer(nothing_to_add_because="Not known to our clinics")
    advice_answers.answer(case, request, nothing, by=cast.health_adviser, at=cast.at)
    assert lines(cast, case) == ()


def test_words_of_the_family_can_be_marked_as_a_line(cast: Cast) -> None:
    case = asked(cast)
    sent = advice_family.send(
        case, Written("", {"hard": "Mornings are hard for her."}, 0), by=cast.parent, at=cast.at
    )
    marked = [Marked(LineKind.NEED, "Mornings are hard")]
    assert advice_lines.mark(case, sent, marked, through=False, by=cast.officer, at=cast.at) == 1
    assert [line.place for line in lines(cast, case)] == ["What is hard for them?"]


def test_text_of_a_word_file_is_read_and_its_lines_are_proposed(cast: Cast) -> None:
    case, sent = filed(cast, word(*REPORT))
    found = advice_marking.marking(case, sent, by=cast.officer, at=cast.at)
    assert [p.place for p in found.passages][:3] == ["paragraph 1", "paragraph 2", "paragraph 3"]
    assert [(p.kind, p.place, p.under) for p in found.proposals] == [
        (LineKind.NEED, "paragraph 3", "What I found"),
        (LineKind.RECOMMENDATION, "paragraph 5", "Recommendations"),
    ]
    assert found.lines == ()


def test_person_marks_what_are_lines_and_says_that_the_file_is_gone_through(cast: Cast) -> None:
    case, sent = filed(cast, word(*REPORT))
    found = advice_marking.marking(case, sent, by=cast.officer, at=cast.at)
    marked = [Marked(p.kind, p.words) for p in found.proposals]
    assert advice_lines.mark(case, sent, marked, through=True, by=cast.officer, at=cast.at) == 2
    assert advice_lines.mark(case, sent, marked, through=True, by=cast.officer, at=cast.at) == 0
    again = advice_marking.marking(case, sent, by=cast.officer, at=cast.at)
    assert (again.proposals, again.gone_through_by) == ((), "Cora Coordinator")
    assert [(line.number, line.section, line.place) for line in lines(cast, case)] == [
        (1, PlanSection.C, "paragraph 3"),
        (2, PlanSection.G, "paragraph 5"),
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Ivy cannot ride a bicycle", "was not found in this advice"),
        ("Ivy", "between 8 and 4,000 characters"),
        ("x" * 4_001, "these words have 4,001"),
    ],
)
def test_words_that_the_advice_does_not_say_are_refused(cast: Cast, words: str, sentence: str) -> None:
    case, sent = filed(cast, word(*REPORT))
    with pytest.raises(Refused, match=sentence):
        advice_lines.mark(
            case, sent, [Marked(LineKind.NEED, words)], through=True, by=cast.officer, at=cast.at
        )
    assert lines(cast, case) == ()
    assert advice_marking.marking(case, sent, by=cast.officer, at=cast.at).gone_through_at is None


def test_marking_nothing_is_refused(cast: Cast) -> None:
    case, sent = filed(cast, word(*REPORT))
    with pytest.raises(Refused, match="Choose what to mark"):
        advice_lines.mark(case, sent, [], through=False, by=cast.officer, at=cast.at)


def test_picture_is_kept_and_its_lines_are_marked_with_a_place_given_by_hand(cast: Cast) -> None:
    case, sent = filed(cast, A_JPEG, "letter.jpg")
    found = advice_marking.marking(case, sent, by=cast.officer, at=cast.at)
    assert (found.passages, found.can_be_read) == ((), False)
    assert "mark its lines by hand" in found.unread_because
    by_hand = Marked(LineKind.NEED, "Ivy tires quickly")
    with pytest.raises(Refused, match="Say on which page"):
        advice_lines.mark(case, sent, [by_hand], through=False, by=cast.officer, at=cast.at)
    given = Marked(LineKind.NEED, "Ivy tires quickly", "page 2")
    advice_lines.mark(case, sent, [given], through=True, by=cast.officer, at=cast.at)
    assert [line.place for line in lines(cast, case)] == ["page 2"]


def test_earlier_advice_among_the_documents_is_read_when_somebody_asks(cast: Cast) -> None:
    case, _ = filed(cast, word(*REPORT))
    paper = documents.of_case(case, by=cast.officer, at=cast.at).lines[0]
    request = request_for(cast, AdviceKind.SOCIAL_CARE)
    agreed = Earlier(paper.id, "Hana Therapist", date(2026, 11, 3), True, True, True, True)
    sent = advice_records.use_earlier(case, request, agreed, by=cast.officer, at=cast.at)
    assert advice_marking.marking(case, sent, by=cast.officer, at=cast.at).can_be_read
    advice_lines.read_file(case, sent, by=cast.officer, at=cast.at)
    assert advice_marking.marking(case, sent, by=cast.officer, at=cast.at).passages[0].text == REPORT[0]
    with pytest.raises(NotFound):
        advice_lines.read_file(case, uuid4(), by=cast.officer, at=cast.at)


# Used, or not used


def test_line_is_used_where_the_plan_says_it_and_every_decision_is_kept(cast: Cast) -> None:
    case, _ = advised(cast)
    need = lines(cast, case)[0]
    line_uses.decide(case, {need.id: not_used()}, by=cast.officer, at=cast.at)
    line_uses.decide(case, {need.id: used()}, by=cast.officer, at=later(cast, 1))
    line_uses.decide(case, {need.id: used()}, by=cast.officer, at=later(cast, 2))
    found = queries.one(case, need.id, by=cast.officer, at=cast.at)
    assert (found.line.standing, found.line.decision) == (Standing.USED, used())
    assert [past.decision for past in found.history] == [not_used()]
    assert found.candidates[0].words == NEED_IN_PLAN
    assert found.following == lines(cast, case)[1].id


def test_words_that_the_section_does_not_say_are_no_use(cast: Cast) -> None:
    case, _ = advised(cast)
    need, recommended = lines(cast, case)
    wrong = {need.id: used(), recommended.id: used(PlanSection.F, "A specialist teacher teaches Ivy.")}
    with pytest.raises(Refused, match=r"Section F does not say “A specialist teacher teaches Ivy.”"):
        line_uses.decide(case, wrong, by=cast.officer, at=cast.at)
    assert {line.standing for line in lines(cast, case)} == {Standing.UNDECIDED}


def test_line_whose_words_leave_the_plan_has_to_be_decided_again(cast: Cast) -> None:
    case, _ = advised(cast)
    decide_all(cast, case)
    seen = revision(cast, case, PlanSection.B)
    plans.save_section(case, PlanSection.B, "Ivy reads well.", seen, by=cast.officer, at=cast.at)
    assert [line.standing for line in lines(cast, case)] == [Standing.GONE, Standing.NOT_USED]
    serve(cast, case)
    with pytest.raises(Refused, match=r"need 1 of Ed Psychologist .*, whose words are no longer in the plan"):
        issue(cast, case)


def test_final_waits_for_every_line_and_names_those_that_are_open(cast: Cast) -> None:
    case, _ = advised(cast)
    serve(cast, case)
    assert sending.final(case, by=cast.officer, at=cast.at).send.advice == queries.State(2, 0, 0)
    with pytest.raises(
        Refused, match=r"need 1 of Ed Psychologist .“Ivy reads single words only\.”.; recommendation 2"
    ):
        issue(cast, case)
    decide_all(cast, case)
    answer_findings(cast, case, at=later(cast, AFTER))
    issue(cast, case)
    assert plan_versions.versions(case, by=cast.parent, at=later(cast, AFTER)).lines[0].state == "FINAL"


def test_draft_is_served_although_lines_are_open(cast: Cast) -> None:
    case, _ = advised(cast)
    assert sending.draft(case, by=cast.officer, at=cast.at).advice.undecided == 2
    serve(cast, case)


def test_final_waits_for_a_file_that_nobody_has_gone_through(cast: Cast) -> None:
    case, _ = advised(cast)
    request = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    paper = Answer(paper=Paper("report.docx", word(*REPORT)))
    sent = advice_answers.answer(case, request, paper, by=cast.health_adviser, at=cast.at)
    decide_all(cast, case)
    serve(cast, case)
    with pytest.raises(Refused, match=r"the file of Hana Therapist has not been gone through"):
        issue(cast, case)
    advice_lines.mark(case, sent, [], through=True, by=cast.officer, at=cast.at)
    answer_findings(cast, case, at=later(cast, AFTER))
    issue(cast, case)


def test_many_open_lines_are_named_so_far_and_then_counted(cast: Cast) -> None:
    answers = {f"need_{n}_what": f"Need number {n} of Ivy" for n in range(1, 9)}
    case, _ = advised(cast, answers=answers)
    serve(cast, case)
    with pytest.raises(Refused, match=r", and 2 more\. Decide each"):
        issue(cast, case)


def test_advice_of_a_request_that_was_taken_back_no_longer_counts(cast: Cast) -> None:
    case, request = advised(cast)
    with doing.on_case(case, Permission.REQUEST_ADVICE, by=cast.officer, at=cast.at) as deed:
        details = {"request": request, "reason": "Asked twice"}
        deed.append(EventKind.ADVICE_REQUEST_CANCELLED, deed.today, details)
    assert lines(cast, case) == ()


def test_adviser_and_family_may_not_decide_on_lines(cast: Cast) -> None:
    case, _ = advised(cast)
    need = lines(cast, case)[0]
    for who in (cast.psychologist, cast.parent, cast.other_officer):
        with pytest.raises(NotAllowed):
            line_uses.decide(case, {need.id: used()}, by=who, at=cast.at)
    with pytest.raises(NotFound):
        line_uses.decide(case, {uuid4(): used()}, by=cast.officer, at=cast.at)


def test_lines_of_advice_that_a_writer_may_not_read_are_counted_and_not_shown(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, _ = advised(cast)
    need = lines(cast, case)[0]
    from alongside.core.access import decide

    allowed = decide.can_act
    sees_not = Permission.SEE_PSYCHOLOGICAL_ADVICE
    monkeypatch.setattr(decide, "can_act", lambda p, **who: p is not sees_not and allowed(p, **who))
    found = queries.to_use(case, by=cast.officer, at=cast.at)
    assert (found.lines, found.withheld, found.withheld_open) == ((), 2, 2)
    with pytest.raises(NotFound):
        queries.one(case, need.id, by=cast.officer, at=cast.at)
    with pytest.raises(NotFound):
        line_uses.decide(case, {need.id: used()}, by=cast.officer, at=cast.at)
    serve(cast, case)
    with pytest.raises(
        Refused, match=r"need 1 of Ed Psychologist; recommendation 2 of Ed Psychologist"
    ) as refusal:
        issue(cast, case)
    assert "single words" not in refusal.value.sentence


def test_pages_of_lines_cost_a_fixed_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    answers = {f"need_{n}_what": f"Need number {n} of Ivy" for n in range(1, 9)}
    case, _ = advised(cast, answers=answers)
    with django_assert_max_num_queries(16):
        queries.to_use(case, by=cast.officer, at=cast.at)
    with django_assert_max_num_queries(16):
        queries.one(case, lines_of(cast, case)[0], by=cast.officer, at=cast.at)


def lines_of(cast: Cast, case: UUID) -> list[UUID]:
    with scope.opened(cast.officer):
        return list(AdviceLine.objects.filter(case=case).order_by("number").values_list("id", flat=True))


# Its author


def test_author_sees_how_each_line_was_used_once_a_draft_is_out(cast: Cast) -> None:
    case, request = advised(cast)
    decide_all(cast, case)
    before = advice_use.used(case, request, by=cast.psychologist, at=cast.at)
    assert (before.is_served, before.lines, before.may_object) == (False, (), False)
    serve(cast, case)
    found = advice_use.used(case, request, by=cast.psychologist, at=cast.at)
    assert [line.decision for line in found.lines] == [used(), not_used()]
    assert found.may_object
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.filter(kind="ADVICE_USED")
        assert list(told.values_list("to_email", flat=True)) == ["ed.psychologist@example.org"]


@pytest.mark.parametrize("who", ["health_adviser", "parent", "stranger", "senco_elsewhere"])
def test_nobody_but_the_author_sees_or_objects(cast: Cast, who: str) -> None:
    case, request = advised(cast)
    serve(cast, case)
    actor = getattr(cast, who)
    with pytest.raises((NotFound, NotAllowed)):
        advice_use.used(case, request, by=actor, at=cast.at)
    with pytest.raises((NotFound, NotAllowed)):
        objections.make(case, request, NewObjection("This is not what was meant."), by=actor, at=cast.at)


def objected(cast: Cast) -> tuple[UUID, str, UUID]:
    """A decided, served plan to which the psychologist objects."""
    case, request = advised(cast)
    decide_all(cast, case)
    serve(cast, case)
    new = NewObjection("Ivy reads single words only with help.", lines(cast, case)[0].id)
    return case, request, objections.make(case, request, new, by=cast.psychologist, at=cast.at)


def test_open_objection_stops_the_final_until_its_author_withdraws(cast: Cast) -> None:
    case, request, objection = objected(cast)
    assert sending.final(case, by=cast.officer, at=cast.at).send.advice.objections == 1
    with pytest.raises(Refused, match="not represent what they wrote: Ed Psychologist on 23 November 2026"):
        issue(cast, case)
    objections.withdraw(case, objection, by=cast.psychologist, at=cast.at)
    answer_findings(cast, case, at=later(cast, AFTER))
    issue(cast, case)
    found = advice_use.used(case, request, by=cast.psychologist, at=later(cast, AFTER))
    assert [each.settled for each in found.objections] == ["WITHDRAWN"]
    assert not found.may_object


def test_manager_overrides_with_a_reason_that_the_family_reads(cast: Cast) -> None:
    case, _, objection = objected(cast)
    reason = "The school's record of last week says that she reads them without help."
    objections.override(case, objection, reason, by=cast.manager, at=cast.at)
    answer_findings(cast, case, at=later(cast, AFTER))
    issue(cast, case)
    found = plan_versions.versions(case, by=cast.parent, at=later(cast, AFTER)).overridden
    assert [(each.settled_by, each.because, each.about) for each in found] == [
        ("Mina Manager", reason, (LineKind.NEED, 1))
    ]
    assert plan_versions.versions(case, by=cast.senco, at=later(cast, AFTER)).overridden == ()
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.filter(kind="OBJECTION_OVERRIDDEN").values_list("to_email", flat=True)
        assert list(told) == ["ed.psychologist@example.org"]


def test_writer_may_not_override_and_a_manager_needs_a_reason(cast: Cast) -> None:
    case, _, objection = objected(cast)
    with pytest.raises(NotAllowed):
        objections.override(case, objection, "x" * 40, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match=r"at least 20 characters .you have written 2"):
        objections.override(case, objection, "No", by=cast.manager, at=cast.at)
    with pytest.raises(NotFound):
        objections.override(case, uuid4(), "x" * 40, by=cast.manager, at=cast.at)


def test_objection_is_settled_once(cast: Cast) -> None:
    case, _, objection = objected(cast)
    objections.withdraw(case, objection, by=cast.psychologist, at=cast.at)
    with pytest.raises(Refused, match="settled on 23 November 2026 by Ed Psychologist"):
        objections.override(case, objection, "x" * 40, by=cast.manager, at=cast.at)
    with pytest.raises(NotFound):
        objections.withdraw(case, uuid4(), by=cast.psychologist, at=cast.at)


def test_objection_before_a_draft_too_short_or_about_anothers_line_is_refused(cast: Cast) -> None:
    case, request = advised(cast)
    said = NewObjection("This is not what was meant.")
    with pytest.raises(Refused, match="No draft plan is with the family"):
        objections.make(case, request, said, by=cast.psychologist, at=cast.at)
    serve(cast, case)
    with pytest.raises(Refused, match="Say in a sentence or two"):
        objections.make(case, request, NewObjection("No"), by=cast.psychologist, at=cast.at)
    with pytest.raises(Refused, match="one of the lines of your advice"):
        objections.make(case, request, NewObjection(said.words, uuid4()), by=cast.psychologist, at=cast.at)
    other = taken_by(cast, cast.health_adviser, AdviceKind.MEDICAL)
    with pytest.raises(Refused, match="nothing to object to"):
        objections.make(case, other, said, by=cast.health_adviser, at=cast.at)


def test_owner_hears_of_an_objection_without_a_name_in_the_message(cast: Cast) -> None:
    objected(cast)
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.get(kind="ADVICE_OBJECTION")
    assert told.to_email == "cora.coordinator@example.org"
    assert "Ivy" not in told.subject + told.text


# Sent back


def test_advice_goes_back_with_questions_and_no_clock_stops(cast: Cast) -> None:
    case, request = advised(cast)
    decide_all(cast, case)
    received = row(cast, request).received_on
    advice_returns.send_back(
        case, request, "How often is reading taught?", by=cast.officer, at=later(cast, 1)
    )
    waiting = advice_asked.asked_of_me(by=cast.psychologist, at=later(cast, 1)).waiting
    assert [(str(line.request_id), line.is_sent_back) for line in waiting if line.is_sent_back] == [
        (request, True)
    ]
    found = advice_asked.to_answer(case, request, by=cast.psychologist, at=later(cast, 1))
    assert found.returned is not None
    assert found.returned.questions == "How often is reading taught?"
    assert found.draft.answers == PSYCHOLOGY
    more = Answer("PSYCHOLOGY", PSYCHOLOGY | {"provision_1_how_often": "Three times a week"})
    advice_answers.answer(case, request, more, by=cast.psychologist, at=later(cast, 2))
    assert row(cast, request).received_on == received
    assert advice_asked.to_answer(case, request, by=cast.psychologist, at=later(cast, 2)).returned is None
    # the need says the same and keeps its decision; the recommendation says more and is to be decided
    assert [line.standing for line in lines(cast, case)] == [Standing.USED, Standing.UNDECIDED]
    with scope.opened(cast.officer):
        assert Advice.objects.filter(request_id=request).count() == 2
        told = OutboxMessage.objects.filter(kind="ADVICE_SENT_BACK").values_list("to_email", flat=True)
        assert list(told) == ["ed.psychologist@example.org"]


def test_second_return_waits_for_the_answer_to_the_first(cast: Cast) -> None:
    case, request = advised(cast)
    advice_returns.send_back(case, request, "How often is that?", by=cast.officer, at=later(cast, 1))
    with pytest.raises(Refused, match="sent back already"):
        advice_returns.send_back(case, request, "And by whom?", by=cast.officer, at=later(cast, 2))
    with pytest.raises(Refused, match="Write what you ask"):
        advice_returns.send_back(case, request, "Who?", by=cast.officer, at=later(cast, 2))


def test_only_advice_that_came_can_be_sent_back_and_only_by_whoever_may_ask(cast: Cast) -> None:
    case, request = advised(cast)
    with pytest.raises(NotFound):
        other = request_for(cast, AdviceKind.MEDICAL)
        advice_returns.send_back(case, other, "How often is that?", by=cast.officer, at=cast.at)
    with pytest.raises(NotAllowed):
        advice_returns.send_back(case, request, "How often is that?", by=cast.psychologist, at=cast.at)


def test_body_is_told_where_the_advice_came_by_post(cast: Cast) -> None:
    case = asked(cast)
    request = request_for(cast, AdviceKind.MEDICAL)
    given = Answer(
        paper=Paper("report.docx", word(*REPORT)), author_name="Dr Dora Doctor", written_on=date(2026, 11, 20)
    )
    advice_records.record(case, request, given, cast.at.date(), by=cast.officer, at=cast.at)
    advice_returns.send_back(case, request, "Which therapist is meant?", by=cast.officer, at=later(cast, 1))
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.filter(kind="ADVICE_SENT_BACK").values_list("to_email", flat=True)
        assert list(told) == ["dcl.officer@example.org", "hana.therapist@example.org"]


# The check on arrival


def test_check_is_shown_to_the_author_after_sending_and_to_the_coordinator(cast: Cast) -> None:
    case, request = advised(cast)
    own = advice_asked.to_answer(case, request, by=cast.psychologist, at=cast.at)
    seen = advice.one(case, request, by=cast.officer, at=cast.at)
    assert own.remarks == seen.remarks
    (remarks,) = seen.remarks.values()
    assert {Asks.VIEWS, Asks.UNANSWERED} <= {remark.about for remark in remarks}
    assert advice.one(case, request, by=cast.parent, at=cast.at).remarks == {}


def test_file_about_another_child_is_remarked_on_the_day_it_comes(cast: Cast) -> None:
    other = (
        REPORT[0].replace("Ivy Fielding", "Oliver Marsh").replace("4 May 2018", "1 March 2019"),
        *REPORT[3:],
    )
    case, sent = filed(cast, word(*[text.replace("Ivy", "Oliver") for text in other]))
    found = advice.one(case, request_for(cast, AdviceKind.MEDICAL), by=cast.officer, at=cast.at)
    about = [remark.sentence for remark in found.remarks[sent] if remark.about is Asks.CHILD]
    assert any("Ivy and Fielding" in sentence for sentence in about)
    assert any("1 March 2019" in sentence for sentence in about)


def test_file_that_could_not_be_read_is_said_to_be_unchecked(cast: Cast) -> None:
    case, sent = filed(cast, A_JPEG, "letter.jpg")
    found = advice.one(case, request_for(cast, AdviceKind.MEDICAL), by=cast.officer, at=cast.at)
    assert [remark.about for remark in found.remarks[sent]] == [Asks.UNREAD]


# The second wall


@pytest.mark.parametrize("table", ["advice_line", "line_use", "advice_objection", "advice_return"])
@pytest.mark.parametrize("change", ["update", "delete"])
def test_database_refuses_to_change_what_was_said(cast: Cast, table: str, change: str) -> None:
    case, request, _ = objected(cast)
    advice_returns.send_back(case, request, "How often is that?", by=cast.officer, at=cast.at)
    told = {"advice_line": "words", "line_use": "decided_by_name", "advice_objection": "words"}
    column = told.get(table, "questions")
    statement = {"update": f"update {table} set {column} = 'other'", "delete": f"delete from {table}"}[change]
    with (
        pytest.raises(DatabaseError, match=r"append-only|keeps what it says"),
        scope.opened(cast.officer),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_settled_objection_is_not_changed_by_the_database_either(cast: Cast) -> None:
    case, _, objection = objected(cast)
    objections.withdraw(case, objection, by=cast.psychologist, at=cast.at)
    with pytest.raises(DatabaseError, match="settled once"), scope.opened(cast.officer), transaction.atomic():
        AdviceObjection.objects.filter(id=objection).update(settled="OVERRIDDEN", settled_because="other")
    with scope.opened(cast.officer):
        assert LineUse.objects.count() == 2
