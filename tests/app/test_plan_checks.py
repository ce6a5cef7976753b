"""The checks of a plan before it leaves: what they see, what they stop, and the reasons that pass them."""

import json
from io import BytesIO
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from advice_cast import asked, taken_by
from alongside.app import plan_checking, plan_passages, scope
from alongside.app.actions import advice_answers, drafts, finals, plan_findings, plans
from alongside.app.actions.advice_answers import Answer, Paper
from alongside.app.actions.finals import Placement
from alongside.app.queries import plan_checks, sending
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan.checks.finding import Severity
from alongside.core.plan.checks.standing import Kind
from alongside.core.refusal import Refused
from alongside.records.models import (
    LedgerEntry,
    PlanFinding,
    PlanFindingAnswer,
    PlanPassage,
    PlanPassageMark,
    PlanVersion,
)
from cast import Cast
from plan_cast import HOPE, REASON, TEXTS, drafting, found, later, served, write
from plan_cast import sending as sent

A, B, F = PlanSection.A, PlanSection.B, PlanSection.F
WRONG_NAME = f"{TEXTS[B]} Connor finds it hard to sit still."
VAGUE = f"{TEXTS[F]}\n\nIvy has access to a quiet room where possible."
MISTAKEN = "Connor is the name of the reading scheme, and no child."
AFTER = 15


def issue(cast: Cast, case: UUID) -> None:
    at = later(cast, AFTER)
    finals.issue(case, Placement("", cast.school), sent(cast, case, at=at), by=cast.officer, at=at)


def is_final(cast: Cast, case: UUID) -> bool:
    with scope.opened(cast.officer):
        return PlanVersion.objects.filter(case=case, state="FINAL").exists()


def test_plan_in_order_has_nothing_that_stops_it(cast: Cast) -> None:
    case = drafting(cast)
    assert [line for line in found(cast, case) if line.is_open] == []
    assert sending.draft(case, by=cast.officer, at=cast.at).stops == ()


def test_draft_with_another_childs_name_is_refused_mended_and_served(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME)
    with pytest.raises(Refused, match=r"The draft cannot be served yet\. Section B, “Connor finds it hard"):
        drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at)
    assert "Connor" in sending.draft(case, by=cast.officer, at=cast.at).stops[0]
    write(cast, case, B, TEXTS[B])
    assert drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at).version == 1


def test_vague_provision_leaves_as_a_draft_and_never_as_a_final(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, F, VAGUE)
    drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match=r"The final plan cannot be issued yet.*where possible"):
        issue(cast, case)
    assert not is_final(cast, case)
    write(cast, case, F, TEXTS[F])
    issue(cast, case)
    assert is_final(cast, case)


def test_warning_is_passed_with_a_reason_that_stays_on_the_record(cast: Cast) -> None:
    case = served(cast)
    write(cast, case, A, HOPE)
    with pytest.raises(Refused, match="go on the trip"):
        issue(cast, case)
    lines = found(cast, case, "A.5")
    plan_findings.pass_warnings(
        case, [line.fingerprint for line in lines], REASON, by=cast.officer, at=cast.at
    )
    assert not any(line.is_open for line in found(cast, case))
    issue(cast, case)
    record = plan_checks.record(case, by=cast.other_officer, at=cast.at).answers
    assert [(each.kind, each.reason, each.by) for each in record] == [
        (Kind.PASSED, REASON, "Cora Coordinator") for _ in lines
    ]


def test_reason_stands_only_while_the_words_stand(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    line = found(cast, case, "A.5")[0]
    plan_findings.pass_warnings(case, [line.fingerprint], REASON, by=cast.officer, at=cast.at)
    write(cast, case, A, HOPE.replace("the trip", "the boat"))
    again = found(cast, case, "A.5")
    assert [each.is_open for each in again] == [True] * len(again)
    write(cast, case, A, HOPE)
    assert next(each for each in found(cast, case) if each.fingerprint == line.fingerprint).answer is not None


def test_reason_can_be_taken_back_and_both_stay_on_the_record(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    key = found(cast, case, "A.5")[0].fingerprint
    plan_findings.pass_warnings(case, [key], REASON, by=cast.officer, at=cast.at)
    plan_findings.take_back(case, key, by=cast.officer, at=later(cast, 1))
    assert found(cast, case, "A.5")[0].is_open
    kinds = [each.kind for each in plan_checks.record(case, by=cast.officer, at=cast.at).answers]
    assert kinds == [Kind.TAKEN_BACK, Kind.PASSED]


def test_manager_sets_a_mistaken_finding_aside_with_a_reason(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME)
    key = found(cast, case, "P3.1")[0].fingerprint
    plan_findings.set_aside(case, key, MISTAKEN, by=cast.manager, at=cast.at)
    drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at)
    answer = plan_checks.record(case, by=cast.officer, at=cast.at).answers[0]
    assert (answer.kind, answer.reason, answer.by) == (Kind.SET_ASIDE, MISTAKEN, "Mina Manager")


def test_coordinator_sets_nothing_aside(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME)
    key = found(cast, case, "P3.1")[0].fingerprint
    with pytest.raises(NotAllowed):
        plan_findings.set_aside(case, key, MISTAKEN, by=cast.officer, at=cast.at)


def test_manager_who_wrote_the_words_does_not_set_them_aside(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME, by=cast.manager)
    key = found(cast, case, "P3.1")[0].fingerprint
    with pytest.raises(Refused, match="You last saved Section B yourself"):
        plan_findings.set_aside(case, key, MISTAKEN, by=cast.manager, at=cast.at)


def test_answer_to_words_that_have_changed_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    case = drafting(cast)
    with pytest.raises(Refused, match="The words have changed"):
        plan_findings.pass_warnings(case, ["f" * 16], REASON, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert not PlanFindingAnswer.objects.exists()


def test_several_warnings_are_passed_together_or_none(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    write(cast, case, F, VAGUE)
    warning = found(cast, case, "A.5")[0].fingerprint
    blocker = next(line.fingerprint for line in found(cast, case) if line.severity is Severity.BLOCKER)
    with pytest.raises(Refused, match="Only a warning"):
        plan_findings.pass_warnings(case, [warning, blocker], REASON, by=cast.officer, at=cast.at)
    assert found(cast, case, "A.5")[0].answer is None


@pytest.mark.parametrize(
    "who", ["parent", "senco", "psychologist", "health_adviser", "other_officer", "panel_chair"]
)
def test_findings_are_for_whoever_writes_the_plan(cast: Cast, who: str) -> None:
    case = served(cast)
    with pytest.raises((NotAllowed, NotFound)):
        plan_checks.findings(case, by=getattr(cast, who), at=cast.at)


def test_words_of_advice_are_not_on_the_record_for_those_who_may_not_read_it(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    key = found(cast, case, "A.5")[0].fingerprint
    plan_findings.pass_warnings(case, [key], REASON, by=cast.officer, at=cast.at)
    assert plan_checks.record(case, by=cast.officer, at=cast.at).answers[0].words
    assert plan_checks.record(case, by=cast.other_officer, at=cast.at).answers[0].words == ""


def test_family_has_no_page_of_reasons(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        plan_checks.record(served(cast), by=cast.parent, at=cast.at)


def test_need_in_the_advice_that_the_plan_leaves_out_is_found_with_whom_to_ask(cast: Cast) -> None:
    case = asked(cast)
    request = taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    said = {
        "need_1_what": "Ivy is anxious and hides under the table when the bell rings.",
        "post": "Psychologist",
    }
    advice_answers.answer(case, request, Answer("PSYCHOLOGY", said), by=cast.psychologist, at=cast.at)
    plans.start(case, by=cast.officer, at=cast.at)
    for section, text in TEXTS.items():
        plans.save_section(case, section, text, 0, by=cast.officer, at=cast.at)
    line = found(cast, case, "B.4")[0]
    assert line.words == "Ivy is anxious and hides under the table when the bell rings."
    assert line.doc == "Ed Psychologist, Psychologist, 23 November 2026"
    assert "Ed Psychologist" in line.ask
    write(cast, case, B, f"{TEXTS[B]}\n\nIvy is anxious and hides under the table when the bell rings.")
    assert found(cast, case, "B.4") == []


def _word_file(*paragraphs: tuple[str, int]) -> bytes:
    from docx import Document

    document, out = Document(), BytesIO()
    for text, level in paragraphs:
        document.add_heading(text, level) if level else document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def _advice_file(cast: Cast, name: str, content: bytes) -> UUID:
    case = asked(cast)
    request = taken_by(cast, cast.psychologist, AdviceKind.PSYCHOLOGICAL)
    paper = Answer(paper=Paper(name, content))
    advice_answers.answer(case, request, paper, by=cast.psychologist, at=cast.at)
    plans.start(case, by=cast.officer, at=cast.at)
    for section, text in TEXTS.items():
        plans.save_section(case, section, text, 0, by=cast.officer, at=cast.at)
    return case


def test_advice_that_came_as_a_word_file_is_read(cast: Cast) -> None:
    content = _word_file(
        ("Report", 1), ("Needs", 2), ("Ivy is anxious and hides under the table when the bell rings.", 0)
    )
    case = _advice_file(cast, "report.docx", content)
    assert [line.words for line in found(cast, case, "B.4")] == [
        "Ivy is anxious and hides under the table when the bell rings."
    ]
    assert plan_checks.findings(case, by=cast.officer, at=cast.at).unread == ()


def test_advice_that_cannot_be_read_is_named_for_a_person_to_compare(cast: Cast) -> None:
    case = _advice_file(cast, "report.jpg", b"\xff\xd8\xff\xe0" + b"0" * 64)
    page = plan_checks.findings(case, by=cast.officer, at=cast.at)
    assert page.unread == ("Ed Psychologist, 23 November 2026",)


LONG = (
    "When the register is called Ivy watches the door and counts the chairs along the wall twice before she answers, "
    "and then she folds her sleeve over both hands until the bell for break is heard."
)


def test_words_of_another_childs_plan_are_found_without_saying_whose(
    cast: Cast, django_assert_max_num_queries
) -> None:  # type: ignore[no-untyped-def]
    from area_cast import other_child

    case = drafting(cast)
    write(cast, case, B, f"{TEXTS[B]}\n\n{LONG}")
    drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at)
    assert found(cast, case, "P5.1") == []
    with scope.opened_to_all(cast.officer.authority):
        school = next(iter(cast.senco_elsewhere.organisations))
        sol = other_child(cast, _account(cast), school)
        assert PlanPassageMark.objects.filter(case=case).exists()
    with scope.opened(cast.officer):
        from alongside.core.plan.checks import kept
        from alongside.records.models import Case

        row = Case.objects.select_related("person").get(id=sol)
        copied = kept.plan("plan", {"B": LONG.replace("Ivy", "Sol").replace("she ", "he ")})
        with django_assert_max_num_queries(2):
            like = plan_passages.like(row, copied, ("Sol",))
    assert like.words
    assert "ivy" in like.names
    assert all("ivy" not in words and "<name>" in words for words in like.words)


def _account(cast: Cast) -> UUID:
    from cast import account

    return account("Ada Marsh", cast.at)


def test_passages_of_the_version_that_left_take_the_place_of_those_before(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, f"{TEXTS[B]}\n\n{LONG}")
    drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at)
    write(cast, case, B, TEXTS[B])
    drafts.reissue(case, sent(cast, case), "The paragraph on the register was taken out again.",
                   by=cast.officer, at=cast.at)  # fmt: skip
    with scope.opened(cast.officer):
        assert not PlanPassage.objects.filter(case=case, words__contains="register").exists()


def test_what_was_found_is_noted_when_a_version_leaves_with_whoever_wrote_it(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        row = PlanFinding.objects.get(case=case, rule="A.5", section="A", answer="", is_final=False)
        assert row.writer_id == cast.officer.account


@pytest.mark.parametrize("table", [PlanFinding, PlanFindingAnswer])
def test_findings_and_answers_are_never_changed(cast: Cast, table: type) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    key = found(cast, case, "A.5")[0].fingerprint
    plan_findings.pass_warnings(case, [key], REASON, by=cast.officer, at=cast.at)
    drafts.serve(case, sent(cast, case), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        for change in (lambda rows: rows.update(rule="X"), lambda rows: rows.delete()):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                change(table.objects.filter(case=case))  # type: ignore[attr-defined]


def test_the_ledger_says_that_a_reason_was_given_and_not_which(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    plan_findings.pass_warnings(
        case, [found(cast, case, "A.5")[0].fingerprint], REASON, by=cast.officer, at=cast.at
    )
    with scope.opened(cast.officer):
        entry = LedgerEntry.objects.get(deed="PLAN_FINDING_PASSED")
    assert "mother" not in entry.body
    assert json.loads(entry.body)["rule"] == "A.5"


def test_page_costs_the_same_queries_however_much_is_found(cast: Cast, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    case = drafting(cast)
    write(cast, case, F, "\n".join(f"Ivy may have access to room {n} where possible." for n in range(30)))
    plan_checks.findings(case, by=cast.officer, at=cast.at)
    with django_assert_max_num_queries(22):
        assert len(plan_checks.findings(case, by=cast.officer, at=cast.at).lines) > 30


def test_finding_of_words_that_are_gone_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        plan_checks.finding(drafting(cast), "0" * 16, Permission.EDIT_PLAN, by=cast.officer, at=cast.at)


def test_nothing_is_checked_where_nothing_is_written(cast: Cast) -> None:
    assert plan_checks.findings(asked(cast), by=cast.officer, at=cast.at).version is None


def test_last_years_plan_is_what_the_new_one_is_held_against(cast: Cast) -> None:
    case = served(cast)
    issue(cast, case)
    with scope.opened(cast.officer):
        from alongside.app import facts
        from alongside.records.models import Case

        row = Case.objects.select_related("person", "authority", "setting").get(id=case)
        texts = {str(s): t for s, t in TEXTS.items()}
        thinner = texts | {"F": TEXTS[F].replace("for 15 minutes every", "for 5 minutes every")}
        known = facts.of_events(row, facts.recorded(row))
        rules = [
            one.finding.rule
            for one in plan_checking.checked(
                row, known, thinner, status="draft", on=later(cast, 300).date()
            ).findings
        ]
    assert "F.8" in rules
