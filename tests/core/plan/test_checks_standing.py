"""Answers to findings stand while the words stand, and what is open keeps a plan from leaving."""

from dataclasses import replace

import pytest

import plan_check_cast as cast
from alongside.core.plan.checks import standing
from alongside.core.plan.checks.finding import Finding, Severity, rules
from alongside.core.plan.checks.standing import Judged, Kind
from alongside.core.refusal import Refused

REASON = "Talked over with the adviser, who stands by it."


def finding(
    rule: str = "F.1", text: str = "access to a teacher", *, section: str = "F", **more: str
) -> Finding:
    known = rules()[rule]
    return Finding("plan", more.get("doc", "plan"), rule, known.kind, known.severity, section, text,
                   more.get("why", known.why), known.question, known.ask)  # fmt: skip


def one(rule: str = "F.1", answer: Kind | None = None, *, severity: Severity | None = None) -> Judged:
    found = finding(rule)
    return Judged(replace(found, severity=severity) if severity else found, "0" * 16, answer)


TEXTS = {"F": "Jo has access to a teacher.", "A": "We drew."}


def test_fingerprint_stays_while_the_words_stay_wherever_they_stand_in_the_section() -> None:
    moved = {**TEXTS, "F": "First this.\nJo has  access to a teacher. Then that."}
    assert standing.fingerprint(finding(), TEXTS) == standing.fingerprint(finding(), moved)


@pytest.mark.parametrize(
    "other",
    [finding("F.2"), finding(text="access to a tutor"), finding(why="another reason"), finding(section="G")],
    ids=["rule", "words", "reason", "section"],
)
def test_fingerprint_changes_with(other: Finding) -> None:
    assert standing.fingerprint(finding(), TEXTS) != standing.fingerprint(other, TEXTS)


def test_finding_about_a_whole_section_is_answered_for_those_words_only() -> None:
    whole = finding("A.2", "Section A: Views", section="A")
    assert standing.fingerprint(whole, TEXTS) != standing.fingerprint(whole, {**TEXTS, "A": "We talked."})


def test_finding_in_the_advice_does_not_move_with_the_plan() -> None:
    said = finding("B.4", "Jo cannot sleep.", section="B", doc="Dr Hale, 4 May 2026")
    assert standing.fingerprint(said, {"B": "one"}) == standing.fingerprint(said, {"B": "two"})


def test_findings_come_blockers_first_and_by_section_each_once() -> None:
    found = (finding("F.3"), finding("A.2", section="A"), finding(), finding(), finding("P1.2", section="B"),
             finding("P3.1", section="0"))  # fmt: skip
    judged = standing.judged(found, TEXTS, {})
    assert [each.finding.rule for each in judged] == ["P3.1", "P1.2", "F.1", "A.2", "F.3"]


def test_answer_is_found_by_its_fingerprint_and_is_gone_once_taken_back() -> None:
    key = standing.fingerprint(finding(), TEXTS)
    assert standing.judged([finding()], TEXTS, {key: Kind.SET_ASIDE})[0].answer is Kind.SET_ASIDE
    assert standing.judged([finding()], TEXTS, {key: Kind.TAKEN_BACK})[0].answer is None


@pytest.mark.parametrize(
    ("judged", "is_open", "stops_draft"),
    [
        (one("F.1"), True, False),
        (one("F.1", Kind.PASSED), True, False),
        (one("F.1", Kind.SET_ASIDE), False, False),
        (one("P3.1"), True, True),
        (one("P3.1", Kind.SET_ASIDE), False, False),
        (one("P3.1", severity=Severity.WARNING), True, False),
        (one("A.5"), True, False),
        (one("A.5", Kind.PASSED), False, False),
        (one("A.5", Kind.SET_ASIDE), False, False),
        (one("F.3"), False, False),
    ],
)
def test_what_is_open_and_what_stops_a_draft(judged: Judged, is_open: bool, stops_draft: bool) -> None:
    assert judged.is_open is is_open
    assert judged.stops_draft is stops_draft


def test_blocker_is_not_passed_with_a_reason() -> None:
    with pytest.raises(Refused, match="Only a warning can be passed"):
        standing.check_answer(one("F.1"), Kind.PASSED, REASON)


def test_warning_is_not_set_aside() -> None:
    with pytest.raises(Refused, match="Only what stops the plan is set aside"):
        standing.check_answer(one("A.5"), Kind.SET_ASIDE, REASON)


@pytest.mark.parametrize("rule", ["P1.1", "P1.2", "P2.1", "P2.2", "P9.3"])
def test_what_can_only_be_put_right_is_never_set_aside(rule: str) -> None:
    with pytest.raises(Refused, match="cannot be set aside"):
        standing.check_answer(one(rule), Kind.SET_ASIDE, REASON)


@pytest.mark.parametrize("kind", [Kind.PASSED, Kind.SET_ASIDE])
def test_reason_that_says_nothing_is_refused_beside_its_field(kind: Kind) -> None:
    with pytest.raises(Refused, match="at least 20 letters") as refused:
        standing.check_answer(one("A.5"), kind, " it is fine ")
    assert refused.value.field == "reason"


def test_nothing_is_taken_back_where_no_reason_stands() -> None:
    with pytest.raises(Refused, match="nothing to take back"):
        standing.check_answer(one("A.5"), Kind.TAKEN_BACK, "")


@pytest.mark.parametrize(
    ("judged", "kind"),
    [(one("A.5"), Kind.PASSED), (one("F.1"), Kind.SET_ASIDE), (one("A.5", Kind.PASSED), Kind.TAKEN_BACK)],
)
def test_fitting_answer_is_taken(judged: Judged, kind: Kind) -> None:
    standing.check_answer(judged, kind, REASON)


def test_draft_with_another_childs_name_is_refused_and_the_words_are_named() -> None:
    with pytest.raises(Refused, match=r"The draft cannot be served yet\. Section F, “access to a teacher”"):
        standing.check_draft([one("A.5"), one("P3.1")])


def test_draft_with_vague_provision_is_served_so_that_the_family_can_say_so() -> None:
    standing.check_draft([one("F.1"), one("A.5"), one("P3.1", Kind.SET_ASIDE)])


def test_final_plan_waits_for_every_blocker_and_every_warning() -> None:
    with pytest.raises(Refused, match=r"The final plan cannot be issued yet") as refused:
        standing.check_final([one("F.1")] * 4 + [one("A.5")] * 3)
    assert "And 2 more." in refused.value.sentence


def test_final_plan_is_issued_once_all_is_answered() -> None:
    standing.check_final([one("F.1", Kind.SET_ASIDE), one("A.5", Kind.PASSED), one("F.3")])


def test_long_words_are_cut_in_a_sentence_and_not_on_the_page() -> None:
    long = Judged(finding(text="word " * 60), "0" * 16)
    assert "…”: " in standing.sentence(long)


def test_every_rule_that_stops_a_draft_is_a_blocker() -> None:
    found = [rule for rule in rules().values() if rule.stops_draft or rule.never_set_aside]
    assert found
    assert {rule.severity for rule in found} == {Severity.BLOCKER}


def test_real_findings_of_a_plan_get_each_a_fingerprint_of_its_own() -> None:
    texts = {"F": "1. Jo has access to a teacher.", "E": "1. Jo will improve."}
    found = cast.found({key: (text,) for key, text in texts.items()})
    judged = standing.judged(found, texts, {})
    assert len({each.fingerprint for each in judged}) == len(judged) > 2
