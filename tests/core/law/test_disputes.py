"""Mediation, appeals, orders and appeals not opposed: each duty either side of its edge, and what its account says."""

from dataclasses import replace

import pytest

from alongside.core.case.codes import TimerState
from alongside.core.case.details_reading import UnreadableDetail
from alongside.core.case.episodes import history
from alongside.core.law import clock, dispute_words, exceptions, outcome_parts
from alongside.core.law.duty import DutyBearer
from alongside.core.law.exceptions import NotAnException
from alongside.core.law.lawbook import LawBook
from alongside.core.law.timer import Desk
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law

REQUEST = (K.REQUEST_RECEIVED, "2025-09-01")
REFUSED = (REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2025-10-10"))
APPEALED = (*REFUSED, (K.APPEAL_RECEIVED, "2025-12-01"))
NO_PLAN = (REQUEST, (K.DECISION_TO_ASSESS_NOTIFIED, "2025-10-10"), (K.NO_PLAN_NOTICE_SENT, "2025-12-19"))
PLANNED = ((K.FINAL_SENT, "2026-02-10"), (K.APPEAL_RECEIVED, "2026-03-02"))
JULY = "2026-07-20"
S = TimerState


def order(kind: str, **more: str) -> tuple[object, ...]:
    """An order made in July."""
    return (K.ORDER_MADE, JULY, {"order": kind, **more})


def conceded(kind: str, on: str = "2026-06-15") -> tuple[object, ...]:
    """A notice not to oppose."""
    return (K.UNOPPOSED_NOTIFIED, on, {"order": kind})


# either side of the edge

EDGES = [
    ((*REFUSED, (K.MEDIATION_DECLINED, "2025-12-23")), "M02", "2025-12-30"),
    ((*REFUSED, (K.MEDIATION_REQUESTED, "2025-12-01")), "M03", "2025-12-31"),
    ((*REFUSED, (K.MEDIATION_REQUESTED, "2025-12-23", {"health": "SOME"})), "M04", "2025-12-30"),
    ((*REFUSED, (K.MEDIATION_HELD, "2026-04-02")), "M05", "2026-04-09"),
    ((*REFUSED, (K.MEDIATION_NOT_ARRANGED, "2026-05-01")), "M06", "2026-05-07"),
    ((*REFUSED, (K.MEDIATION_AGREED, "2025-12-11")), "M08", "2025-12-25"),
    ((*REFUSED, (K.MEDIATION_AGREED, "2025-12-18", {"la_party": "no"})), "M09", "2025-12-25"),
    ((*REFUSED, (K.MEDIATION_AGREED, "2025-12-11", {"matter": "ASSESS"})), "M07", "2026-03-19"),
    ((*REFUSED, (K.MEDIATION_AGREED, "2025-12-11", {"matter": "MAKE_PLAN"})), "M07d", "2026-01-15"),
    ((*REFUSED, (K.MEDIATION_AGREED, "2025-12-11", {"agreed_date": "2026-08-31"})), "M10", "2026-08-31"),
    ((*APPEALED, (K.APPEAL_NOTICE_RECEIVED, "2025-12-10")), "F03", "2026-01-29"),
    ((*APPEALED, (K.APPEAL_NOTICE_RECEIVED, "2026-03-16")), "F03", "2026-04-29"),
    (APPEALED, "F04", "2025-12-15"),
    ((*APPEALED, (K.APPEAL_HEARD, "2026-03-30")), "F05", "2026-04-15"),
    ((*APPEALED, order("ASSESS")), "O02a", "2026-08-03"),
    ((*APPEALED, order("REASSESS")), "O02b", "2026-09-28"),
    ((*APPEALED, order("ASSESS")), "O02c", "2026-10-26"),
    ((*APPEALED, order("MAKE_PLAN")), "O03a", "2026-08-24"),
    ((*APPEALED, order("MAKE_PLAN")), "O03b", "2026-10-05"),
    ((*PLANNED, order("AMEND_CONTENTS")), "O05", "2026-08-24"),
    ((*PLANNED, order("CHANGE_SETTING")), "O06", "2026-08-03"),
    ((*PLANNED, order("CONTINUE_AND_AMEND")), "O08", "2026-08-24"),
    ((*PLANNED, order("AMEND_CONTENTS_AND_SETTING")), "O12", "2026-08-24"),
    ((*PLANNED, order("CEASE")), "O01", JULY),
    ((*PLANNED, order("CHANGE_SETTING", comply_by="2026-08-31")), "O11", "2026-08-31"),
    ((*NO_PLAN, order("RECONSIDER", comply_by="2026-08-31")), "O11r", "2026-08-31"),
    ((*PLANNED, order("AMEND_CONTENTS"), (K.RECOMMENDATION_MADE, JULY)), "O10", "2026-08-24"),
    ((*APPEALED, conceded("ASSESS")), "U01", "2026-06-29"),
    ((*APPEALED, conceded("REASSESS")), "U02", "2026-08-24"),
    ((*APPEALED, conceded("ASSESS")), "U03", "2026-09-21"),
    ((*PLANNED, conceded("AMEND_CONTENTS")), "U04", "2026-07-20"),
    ((*PLANNED, conceded("AMEND_CONTENTS_AND_SETTING")), "U04", "2026-07-20"),
    ((*PLANNED, conceded("CHANGE_SETTING")), "U05", "2026-06-29"),
    ((*NO_PLAN, conceded("MAKE_PLAN")), "U06", "2026-07-20"),
    ((*NO_PLAN, conceded("MAKE_PLAN")), "U07", "2026-08-31"),
    ((*PLANNED, conceded("CONTINUE_AND_AMEND")), "U08", "2026-07-20"),
]


@pytest.mark.parametrize(("steps", "rule", "last"), EDGES, ids=[f"{e[1]} {e[2]}" for e in EDGES])
def test_a_limit_is_overdue_only_from_the_day_after(steps: tuple[object, ...], rule: str, last: str) -> None:
    facts = happened(*steps)
    found = deadline(facts, rule, last)
    assert (found.statutory_due, found.state) == (day(last), S.RUNNING)
    after = day(last).toordinal() + 1
    (late,) = [
        each for each in clock.duties(facts, on=day(last).fromordinal(after), law=LAW) if each.rule == rule
    ]
    assert (late.state, late.days_late, late.is_live) == (S.OVERDUE, 1, True)


MEETS = [
    ("M02", (*REFUSED, (K.MEDIATION_DECLINED, "2025-12-08")), (K.MEDIATION_CERTIFICATE_ISSUED, "2025-12-10")),
    ("M03", (*REFUSED, (K.MEDIATION_REQUESTED, "2025-12-01")), (K.MEDIATION_HELD, "2025-12-20")),
    (
        "M04",
        (*REFUSED, (K.MEDIATION_REQUESTED, "2025-12-01", {"health": "SOME"})),
        (K.ICB_TOLD_OF_MEDIATION, "2025-12-02"),
    ),
    ("M05", (*REFUSED, (K.MEDIATION_HELD, "2025-12-08")), (K.MEDIATION_CERTIFICATE_ISSUED, "2025-12-08")),
    (
        "M06",
        (*REFUSED, (K.MEDIATION_NOT_ARRANGED, "2025-12-08")),
        (K.MEDIATION_CERTIFICATE_ISSUED, "2025-12-11"),
    ),
    (
        "M07",
        (*REFUSED, (K.MEDIATION_AGREED, "2025-12-08", {"matter": "ASSESS"})),
        (K.FINAL_SENT, "2026-03-01"),
    ),
    ("M08", (*REFUSED, (K.MEDIATION_AGREED, "2025-12-08")), (K.AGREEMENT_DONE, "2025-12-20")),
    (
        "M10",
        (*REFUSED, (K.MEDIATION_AGREED, "2025-12-08", {"agreed_date": "2026-02-01"})),
        (K.AGREEMENT_DONE, "2026-01-20", {"agreement": "e3"}),
    ),
    ("F02", (*REFUSED, (K.APPEAL_RECEIVED, "2025-12-11")), (K.APPEAL_NOTICE_RECEIVED, "2026-01-05")),
    ("F03", (*APPEALED, (K.APPEAL_NOTICE_RECEIVED, "2025-12-10")), (K.APPEAL_RESPONSE_SENT, "2026-01-05")),
    ("F04", APPEALED, (K.APPEAL_NOTICE_RECEIVED, "2025-12-10")),
    ("F05", (*APPEALED, (K.APPEAL_HEARD, "2026-03-30")), (K.TRIBUNAL_DECISION_SENT, "2026-04-15")),
    (
        "F05",
        (*APPEALED, (K.APPEAL_HEARD, "2026-03-30")),
        (K.ORDER_MADE, "2026-04-10", {"order": "DISMISSED"}),
    ),
    ("O01", (*PLANNED, order("CEASE")), (K.PLAN_CEASED, JULY)),
    ("O02a", (*APPEALED, order("ASSESS")), (K.DECISION_TO_ASSESS_NOTIFIED, "2026-08-01")),
    ("O02a", (*APPEALED, order("REASSESS")), (K.REASSESSMENT_AGREED_SENT, "2026-08-01")),
    ("O02b", (*APPEALED, order("ASSESS")), (K.NO_PLAN_NOTICE_SENT, "2026-09-01")),
    ("O03a", (*NO_PLAN, order("MAKE_PLAN")), (K.DRAFT_SERVED, "2026-08-20")),
    ("O03b", (*NO_PLAN, order("MAKE_PLAN")), (K.FINAL_SENT, "2026-09-20")),
    ("O05", (*PLANNED, order("AMEND_CONTENTS")), (K.AMENDED_FINAL_SENT, "2026-08-20")),
    ("O11r", (*NO_PLAN, order("RECONSIDER", comply_by="2026-09-30")), (K.DECISION_TO_ISSUE, "2026-09-01")),
    (
        "O10",
        (*PLANNED, order("AMEND_CONTENTS"), (K.RECOMMENDATION_MADE, JULY)),
        (K.RECOMMENDATION_ANSWERED, "2026-08-20", {"recommendation": "e4"}),
    ),
    ("U01", (*APPEALED, conceded("ASSESS")), (K.DECISION_TO_ASSESS_NOTIFIED, "2026-06-20")),
]


@pytest.mark.parametrize(("rule", "steps", "then"), MEETS, ids=[f"{m[0]} {m[2][0]}" for m in MEETS])
def test_what_is_asked_for_meets_the_limit(
    rule: str, steps: tuple[object, ...], then: tuple[object, ...]
) -> None:
    found = deadline(happened(*steps, then), rule, "2026-12-20")
    assert (found.state, found.met_on) == (S.MET, day(then[1]))


STOPS = [
    ("M02", (*REFUSED, (K.MEDIATION_DECLINED, "2025-12-08")), order("DISMISSED"), S.SUPERSEDED),
    (
        "M03",
        (*REFUSED, (K.MEDIATION_REQUESTED, "2025-12-01")),
        (K.MEDIATION_NOT_ARRANGED, "2025-12-20"),
        S.SUPERSEDED,
    ),
    (
        "M04",
        (*REFUSED, (K.MEDIATION_REQUESTED, "2025-12-01", {"health": "SOME"})),
        (K.MEDIATION_HELD, "2025-12-20"),
        S.SUPERSEDED,
    ),
    (
        "M07a",
        (*REFUSED, (K.MEDIATION_AGREED, "2025-12-08", {"matter": "ASSESS"})),
        (K.AGREEMENT_DONE, "2026-03-01"),
        S.SUPERSEDED,
    ),
    ("F03", (*APPEALED, (K.APPEAL_NOTICE_RECEIVED, "2025-12-10")), conceded("ASSESS"), S.SUPERSEDED),
    ("F04", APPEALED, (K.APPEAL_WITHDRAWN, "2026-01-10"), S.CANCELLED),
    ("F05", (*APPEALED, (K.APPEAL_HEARD, "2026-03-30")), (K.APPEAL_WITHDRAWN, "2026-04-02"), S.CANCELLED),
    ("O02a", (*APPEALED, order("ASSESS")), (K.DECISION_TO_ISSUE, "2026-08-01"), S.SUPERSEDED),
    ("O02b", (*APPEALED, order("ASSESS")), (K.DRAFT_SERVED, "2026-08-01"), S.CANCELLED),
    ("O02c", (*APPEALED, order("ASSESS")), (K.NO_PLAN_NOTICE_SENT, "2026-08-01"), S.CANCELLED),
    ("O02c", (*APPEALED, order("ASSESS")), (K.MOVED_TO_NEW_LA, "2026-08-01"), S.CANCELLED),
    ("O03a", (*NO_PLAN, order("MAKE_PLAN")), (K.FINAL_SENT, "2026-08-20"), S.SUPERSEDED),
    ("O05", (*PLANNED, order("AMEND_CONTENTS")), (K.PLAN_CEASED, "2026-08-01"), S.CANCELLED),
    ("O05", (*PLANNED, order("AMEND_CONTENTS")), (K.DIED, "2026-08-01"), S.CANCELLED),
    (
        "U00",
        (*APPEALED, (K.APPEAL_RESPONSE_SENT, "2026-05-20"), conceded("")),
        (K.APPEAL_WITHDRAWN, "2026-06-20"),
        S.CANCELLED,
    ),
    ("U00", (*APPEALED, (K.APPEAL_RESPONSE_SENT, "2026-05-20"), conceded("")), order("ASSESS"), S.SUPERSEDED),
]


@pytest.mark.parametrize(("rule", "steps", "then", "state"), STOPS, ids=[f"{s[0]} {s[2][0]}" for s in STOPS])
def test_what_ends_a_limit(
    rule: str, steps: tuple[object, ...], then: tuple[object, ...], state: TimerState
) -> None:
    found = deadline(happened(*steps, then), rule, "2027-12-20")
    assert (found.state, found.days_late) == (state, 0)


# mediation


def test_mediation_about_health_alone_waits_for_the_notice_to_the_board() -> None:
    wanted = (K.MEDIATION_REQUESTED, "2025-12-01", {"health": "ONLY"})
    assert deadlines(happened(*REFUSED, wanted), "M03", "2025-12-02") == []
    told = deadline(happened(*REFUSED, wanted, (K.ICB_TOLD_OF_MEDIATION, "2025-12-04")), "M03", "2025-12-04")
    assert (told.bearer, told.reasons[0].fact) == (
        DutyBearer.ICB,
        "The authority told the integrated care board of the mediation on 4 December 2025.",
    )


@pytest.mark.parametrize("health", ["", "NONE"])
def test_the_board_is_told_only_where_health_is_in_issue(health: str) -> None:
    wanted = (K.MEDIATION_REQUESTED, "2025-12-01", {"health": health})
    assert deadlines(happened(*REFUSED, wanted), "M04", "2025-12-02") == []


def test_asking_for_mediation_or_declining_it_is_contact() -> None:
    for kind in (K.MEDIATION_REQUESTED, K.MEDIATION_DECLINED):
        assert deadline(happened(*REFUSED, (kind, "2025-12-01")), "M01", "2025-12-02").state is S.MET


def test_the_strict_date_counts_the_day_of_being_told() -> None:
    declined = happened(*REFUSED, (K.MEDIATION_DECLINED, "2025-12-08"), (K.MEDIATION_REQUESTED, "2025-12-09"))
    assert deadline(declined, "M02", "2025-12-09").strict_due == day("2025-12-10")
    found = deadline(declined, "M03", "2025-12-09")
    assert (found.strict_due, found.reasons[2].rule) == (
        day("2026-01-07"),
        "That reading takes the day of being told as day one.",
    )


def test_the_authority_hears_of_an_agreement_on_the_day_recorded() -> None:
    told = {"la_party": "no", "la_told_on": "2025-12-16"}
    agreed = happened(*REFUSED, (K.MEDIATION_AGREED, "2025-12-08", told))
    assert deadline(agreed, "M09", "2025-12-15").state is S.RUNNING
    assert deadline(agreed, "M09", "2025-12-16").days_late == 1


def test_a_day_agreed_takes_the_place_of_the_like_order() -> None:
    agreed = (K.MEDIATION_AGREED, "2025-12-08", {"matter": "AMEND_CONTENTS", "agreed_date": "2026-03-31"})
    facts = happened((K.FINAL_SENT, "2025-10-10"), agreed)
    replaced = deadline(facts, "M07", "2025-12-09")
    assert (replaced.state, replaced.statutory_due) == (S.SUPERSEDED, day("2026-01-12"))
    assert "The parties agreed in writing on 31 March 2026." in [each.fact for each in replaced.reasons]
    assert deadline(facts, "M10", "2025-12-09").statutory_due == day("2026-03-31")
    assert "reg 42(2); SEND Regulations 2014 reg 44(2)(e)" in replaced.citation


def test_an_agreement_lets_a_refused_case_go_on_but_other_matters_do_not() -> None:
    other = happened(*REFUSED, (K.MEDIATION_AGREED, "2025-12-08"))
    assert deadline(other, "A06", "2025-12-09").state is S.CANCELLED
    assert deadline(other, "M08", "2025-12-09").reasons[0].fact == (
        "Agreement was reached in mediation on 8 December 2025: a matter that cannot be appealed."
    )


# appeals


def test_an_appeal_after_five_is_one_day_late_and_says_so() -> None:
    late = (K.APPEAL_RECEIVED, "2025-12-10", {"received_at": "2025-12-10T17:30:00+00:00"})
    found = deadline(happened(*REFUSED, late), "F01", "2025-12-11")
    assert (found.state, found.met_on, found.days_late) == (S.MET_LATE, day("2025-12-10"), 1)
    assert "What comes after 5 pm comes on the next day." in [each.rule for each in found.reasons]


def test_five_in_summer_is_five_in_london() -> None:
    sent = (K.FINAL_SENT, "2026-05-15")
    early = (K.APPEAL_RECEIVED, "2026-07-15", {"received_at": "2026-07-15T15:59Z"})
    late = (K.APPEAL_RECEIVED, "2026-07-15", {"received_at": "2026-07-15T16:01Z"})
    assert deadline(happened(sent, early), "F01", "2026-07-15").state is S.MET
    assert deadline(happened(sent, late), "F01", "2026-07-15").state is S.MET_LATE


def test_a_moment_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableDetail, match="not a moment such as"):
        happened_with = happened(*REFUSED, (K.APPEAL_RECEIVED, "2025-12-10", {"received_at": "tea time"}))
        clock.due_dates(happened_with, on=day("2025-12-11"), law=LAW)


def test_an_appeal_brought_again_begins_anew() -> None:
    first = (*APPEALED, (K.APPEAL_NOTICE_RECEIVED, "2025-12-10", {"hearing_on": "2026-06-01"}))
    again = (*first, (K.APPEAL_WITHDRAWN, "2025-12-12"), (K.APPEAL_RECEIVED, "2025-12-15"))
    assert deadlines(happened(*again), "F03", "2026-01-05") == []
    assert deadlines(happened(*again), "F08h", "2026-01-05") == []
    assert deadline(happened(*again), "F04", "2025-12-16").triggered_on == day("2025-12-15")


def test_a_certificate_that_comes_after_the_appeal_still_counts() -> None:
    late = (*REFUSED, (K.APPEAL_RECEIVED, "2025-12-12"))
    assert deadline(happened(*late), "F01", "2025-12-12").state is S.MET_LATE
    certified = happened(*late, (K.MEDIATION_CERTIFICATE_ISSUED, "2025-12-12"))
    assert deadline(certified, "F01", "2025-12-12").state is S.MET
    assert deadlines(certified, "F02", "2025-12-12") == []


def test_permission_is_a_right_that_ends_and_is_never_late() -> None:
    decided = (*APPEALED, order("DISMISSED"), (K.TRIBUNAL_DECISION_SENT, JULY))
    assert deadline(happened(*decided), "F06", "2026-09-17").state is S.RUNNING
    assert deadline(happened(*decided), "F06", "2026-09-18").state is S.CANCELLED
    no = (K.TRIBUNAL_DECISION_SENT, "2026-08-31", {"decision": "PERMISSION_REFUSED"})
    assert deadline(happened(*decided, no), "F06", "2026-09-01").state is S.SUPERSEDED
    further = deadline(happened(*decided, no), "F07", "2026-09-30")
    assert (further.state, further.reasons[0].fact) == (
        S.RUNNING,
        "The Tribunal sent its refusal of permission on 31 August 2026.",
    )
    assert deadline(happened(*decided, no), "F07", "2026-10-01").state is S.CANCELLED


def test_days_set_by_the_tribunal_are_shown_kept_by_what_is_on_record() -> None:
    days = {"response_by": "2026-01-28", "evidence_by": "2026-03-02", "hearing_on": "2026-05-01"}
    notice = (K.APPEAL_NOTICE_RECEIVED, "2025-12-10", days)
    facts = happened(*APPEALED, notice, (K.APPEAL_RESPONSE_SENT, "2026-01-30"))
    assert deadline(facts, "F08", "2026-02-01").days_late == 2
    evidence = deadline(facts, "F08e", "2026-03-03")
    assert (evidence.state, evidence.unknown) == (
        S.SUPERSEDED,
        ("Whether this was done by the day that the Tribunal set.",),
    )
    assert deadline(facts, "F08h", "2026-05-02").state is S.OVERDUE
    assert evidence.reasons[0].fact == (
        "The Tribunal set 2 March 2026 for evidence, as the authority heard on 10 December 2025."
    )
    later = (K.APPEAL_NOTICE_RECEIVED, "2026-04-10", {"hearing_on": "2026-07-01"})
    anew = happened(*APPEALED, notice, later, (K.APPEAL_HEARD, "2026-07-01"))
    assert deadline(anew, "F08h", "2026-07-02").state is S.MET


def test_what_the_tribunal_does_belongs_to_the_decision_under_appeal() -> None:
    plan = happened((K.FINAL_SENT, "2026-02-10"), (K.APPEAL_RECEIVED, "2026-03-02"))
    later = happened(
        *[(each.kind, each.occurred_on.isoformat()) for each in plan.events],
        (K.AMENDED_FINAL_SENT, "2026-06-01"),
        order("AMEND_CONTENTS"),
    )
    first, second = deadlines(later, "M01", JULY)
    assert (first.state, second.state) == (S.SUPERSEDED, S.RUNNING)


def test_an_entry_may_name_its_dispute() -> None:
    two = ((K.FINAL_SENT, "2026-02-10"), (K.AMENDED_FINAL_SENT, "2026-03-01"))
    named = happened(*two, (K.MEDIATION_ADVISER_CONTACTED, "2026-03-05", {"dispute": "e1"}))
    first, second = deadlines(named, "M01", "2026-03-06")
    assert (first.state, second.state) == (S.MET, S.RUNNING)
    answered = (K.ORDER_MADE, "2026-03-10", {"dispute": "e1", "order": "DISMISSED"})
    reasons = (K.TRIBUNAL_DECISION_SENT, "2026-03-11", {"dispute": "e1"})
    assert deadline(happened(*two, answered, reasons), "F06", "2026-03-12").statutory_due == day("2026-04-08")


# orders


def test_an_order_in_words_is_taken_to_be_the_likeliest_and_says_so() -> None:
    found = deadline(happened(*APPEALED, order("The authority must make an assessment.")), "O02c", JULY)
    assert found.unknown == (
        "What exactly was ordered or not opposed; it is taken to be what the decision disputed makes likeliest.",
    )
    assert found.reasons[0].fact == "The Tribunal made its order on 20 July 2026: an assessment is made."


@pytest.mark.parametrize(
    ("sections", "rule"), [("", "O05"), ("B, F", "O05"), ("I", "O06"), ("B, F and I", "O12"), ("none", "O05")]
)
def test_what_an_order_in_words_amends_follows_the_sections_appealed(sections: str, rule: str) -> None:
    appeal = (K.APPEAL_RECEIVED, "2026-03-02", {"sections": sections})
    facts = happened((K.FINAL_SENT, "2026-02-10"), appeal, order("As the order says."))
    rules = {each.rule for each in clock.due_dates(facts, on=day(JULY), law=LAW) if each.rule[0] == "O"}
    assert rules == {rule}


def test_a_dismissed_appeal_binds_to_nothing() -> None:
    facts = happened(*APPEALED, order("Dismissed in full"))
    assert {each.rule for each in clock.due_dates(facts, on=day(JULY), law=LAW)} & {
        "O01",
        "O02a",
        "O07",
    } == set()


def test_a_dismissed_appeal_against_ceasing_ends_the_plan_at_once() -> None:
    cease = (
        (K.PLAN_MADE, "2024-02-10"),
        (K.CEASE_DECISION_SENT, "2026-02-10"),
        (K.APPEAL_RECEIVED, "2026-03-02"),
    )
    found = deadline(happened(*cease, order("DISMISSED")), "O01", JULY)
    assert (found.state, found.statutory_due) == (S.MET, day(JULY))
    assert found.reasons[1].rule == "Rule O01: at once, on that day itself."


def test_a_plan_that_had_ended_before_it_was_to_go_on_has_not_gone_on() -> None:
    ended = ((K.FINAL_SENT, "2026-02-10"), (K.APPEAL_RECEIVED, "2026-03-02"), (K.PLAN_CEASED, "2026-06-01"))
    assert deadline(happened(*ended, order("CONTINUE")), "O07", "2026-07-21").state is S.OVERDUE
    assert deadline(happened(*PLANNED, order("CONTINUE")), "O07", "2026-07-21").state is S.MET
    assert deadline(happened(*PLANNED, conceded("CONTINUE")), "U08c", "2026-07-21").state is S.MET


def test_a_day_that_the_tribunal_set_is_told_with_what_it_replaces() -> None:
    facts = happened(*APPEALED, order("ASSESS", tell_by="2026-07-24", comply_by="2026-11-30"))
    replaced = deadline(facts, "O02c", JULY)
    assert (replaced.state, replaced.reasons[2].fact) == (S.SUPERSEDED, "The Tribunal set 30 November 2026.")
    assert deadline(facts, "O02b", JULY).state is S.RUNNING
    assert deadline(facts, "O11", JULY).statutory_due == day("2026-11-30")
    assert deadline(facts, "O11a", "2026-07-25").days_late == 1


def test_a_rule_nobody_has_verified_is_worked_out_only_where_it_is_enabled() -> None:
    facts = happened(*NO_PLAN, order("RECONSIDER"))
    assert deadlines(facts, "O04", JULY) == []
    enabled = [replace(p, enabled=True) if p.id == "O04" else p for p in LAW.book.parameters]
    found = deadline(facts, "O04", JULY, law(book=LawBook(tuple(enabled))))
    assert found.statutory_due == day("2026-08-03")
    agreed = happened(*NO_PLAN, (K.MEDIATION_AGREED, JULY, {"matter": "RECONSIDER"}))
    assert deadlines(agreed, "M07r", JULY) == []


def test_a_recommendation_to_social_care_is_for_the_authority_to_answer() -> None:
    made = (K.RECOMMENDATION_MADE, JULY, {"body": "SOCIAL_CARE"})
    other = (K.RECOMMENDATION_ANSWERED, "2026-08-01", {"recommendation": "e9"})
    found = deadline(happened(*PLANNED, order("AMEND_CONTENTS"), made, other), "O10", "2026-08-02")
    assert (found.bearer, found.state) == (DutyBearer.LA, S.RUNNING)
    assert "social care service" in found.reasons[0].fact


def test_recommendations_are_for_decisions_since_april_2018() -> None:
    early = ((K.FINAL_SENT, "2018-04-02"), (K.APPEAL_RECEIVED, "2018-05-01"))
    made = (K.RECOMMENDATION_MADE, JULY)
    assert deadlines(happened(*early, order("AMEND_CONTENTS"), made), "O10", JULY) == []
    assert deadlines(happened((K.FINAL_SENT, "2018-04-03"), order("CONTINUE"), made), "O10", JULY) != []


def test_an_exception_to_an_order_is_weighed_with_its_own_length() -> None:
    away = {
        "ground": "ABSENT_FROM_AREA",
        "limits": ["O05"],
        "absent_from": "2026-08-01",
        "facts": "Abroad.",
        "impractical_because": "nobody could be seen",
        "evidence": "tickets",
    }
    short = (K.EXCEPTION_RECORDED, "2026-08-20", {**away, "absent_to": "2026-08-13"})
    long = (K.EXCEPTION_RECORDED, "2026-08-20", {**away, "absent_to": "2026-08-14"})
    facts = happened(*PLANNED, order("AMEND_CONTENTS"))
    found = deadline(happened(*PLANNED, order("AMEND_CONTENTS"), short), "O05", "2026-08-25")
    assert (found.state, [each.applied for each in found.exceptions]) == (S.OVERDUE, [False] * 4)
    lifted = deadline(happened(*PLANNED, order("AMEND_CONTENTS"), long), "O05", "2026-08-25")
    assert (lifted.state, lifted.due_words) == (S.DISAPPLIED, "as soon as practicable")
    (weighed,) = exceptions.check_exception({**away, "absent_to": "2026-08-14"}, facts, LAW)
    assert (weighed.rule, weighed.applied) == ("O09", True)
    with pytest.raises(NotAnException, match="takes 13 days"):
        exceptions.check_exception({**away, "absent_to": "2026-08-13"}, facts, LAW)
    with pytest.raises(NotAnException, match="no limit is running"):
        exceptions.check_exception({**away, "limits": ["U01"], "absent_to": "2026-08-14"}, facts, LAW)
    before = happened(REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2025-10-10"))
    with pytest.raises(NotAnException, match="no limit is running"):
        exceptions.check_exception({**away, "absent_to": "2026-08-14"}, before, LAW)


def test_an_exception_recorded_before_the_order_is_no_exception_to_it() -> None:
    early = {
        "ground": "PERSONAL_CIRCUMSTANCES",
        "limits": ["O05"],
        "facts": "Ill.",
        "impractical_because": "x",
    }
    recorded = (K.EXCEPTION_RECORDED, "2026-03-01", {**early, "evidence": "letter"})
    facts = happened(
        (K.FINAL_SENT, "2026-02-10"), recorded, (K.APPEAL_RECEIVED, "2026-03-02"), order("AMEND_CONTENTS")
    )
    assert deadline(facts, "O05", "2026-08-25").state is S.OVERDUE


def test_before_its_law_a_step_has_no_limit() -> None:
    rules = ("F01", "F02", "F03", "F05", "F06", "F08", "M01", "M02", "M03", "M04", "M07", "M08", "M09", "M10")
    without = replace(
        LAW.book,
        parameters=tuple(
            p for p in LAW.book.parameters if p.id not in (*rules, "O11", "O12.placement", "U00")
        ),
    )
    told = ((K.MEDIATION_REQUESTED, "2025-10-12", {"health": "SOME"}), (K.MEDIATION_DECLINED, "2025-10-13"))
    agreed = {"matter": "ASSESS", "agreed_date": "2026-01-01", "la_party": "no"}
    agreements = ((K.MEDIATION_AGREED, "2025-10-14", agreed), (K.MEDIATION_AGREED, "2025-10-14"))
    notice = (K.APPEAL_NOTICE_RECEIVED, "2026-01-10", {"hearing_on": "2026-02-02"})
    late = ((K.APPEAL_RECEIVED, "2026-01-05"), notice, (K.APPEAL_HEARD, "2026-02-02"))
    conceding = ((K.APPEAL_RESPONSE_SENT, "2026-01-20"), conceded("", "2026-01-21"))
    end = (order("AMEND_CONTENTS_AND_SETTING", comply_by="2026-08-01"), (K.TRIBUNAL_DECISION_SENT, JULY))
    facts = happened(*REFUSED, *told, *agreements, *late, *conceding, *end)
    found = {each.rule: each for each in clock.due_dates(facts, on=day(JULY), law=law(book=without))}
    assert found.keys() & {*rules, "O11", "U00"} == set()
    assert found["O12"].strict_due == found["O12"].statutory_due


def test_a_late_appeal_before_its_rule_was_law_has_no_answer_owed() -> None:
    without = replace(LAW.book, parameters=tuple(p for p in LAW.book.parameters if p.id != "F02"))
    late = happened(*REFUSED, (K.APPEAL_RECEIVED, "2025-12-12"))
    assert deadlines(late, "F02", "2025-12-12", law(book=without)) == []


def test_exceptions_are_weighed_for_what_was_ordered_and_not_for_rights() -> None:
    facts = happened(*REFUSED)
    desk = Desk(history(facts), day("2025-12-01"), LAW)
    (appeal,) = [due for due in clock.due_dates(facts, on=desk.on, law=LAW) if due.rule == "F01"]
    assert dispute_words.considered(appeal, desk) == ()


def test_a_late_appeal_is_decided_by_the_tribunal_only_where_the_last_day_is_known() -> None:
    facts = happened((K.FINAL_SENT, "2028-12-04"), (K.APPEAL_RECEIVED, "2029-06-04"))
    assert deadlines(facts, "F02", "2029-06-05") == []


# wrong values in circulation


def test_thirty_working_days_are_not_the_time_to_arrange_mediation() -> None:
    found = deadline(happened(*REFUSED, (K.MEDIATION_REQUESTED, "2025-12-01")), "M03", "2025-12-01")
    assert found.statutory_due == day("2025-12-31") != day("2026-01-15")


def test_thirty_days_are_not_the_month_from_the_certificate() -> None:
    certified = happened(*REFUSED, (K.MEDIATION_CERTIFICATE_ISSUED, "2026-01-31"))
    assert deadline(certified, "F01", "2026-02-01").statutory_due == day("2026-03-02") != day("2026-03-03")


@pytest.mark.parametrize("rule", ["U01", "U04"])
def test_four_weeks_are_no_limit_of_regulation_45_today(rule: str) -> None:
    values = [each.value for each in LAW.book.versions(rule)]
    assert values[0] == 4
    assert values[-1] != 4


def test_the_parts_of_every_outcome_have_rules_of_their_own() -> None:
    for by_kind in outcome_parts.PARTS.values():
        for parts in by_kind.values():
            assert len(set(parts.values())) == len(parts)
            assert all(LAW.book.versions(rule) for rule in parts)


# advice after a refusal was put aside

ASSESSED_AFTER_ALL = [
    ((*APPEALED, order("ASSESS")), "ordered the assessment on 20 July"),
    ((*APPEALED, conceded("ASSESS", JULY)), "on 20 July 2026 that it would not oppose"),
    ((*REFUSED, (K.MEDIATION_AGREED, JULY, {"matter": "ASSESS"})), "agreed in mediation on 20 July"),
    ((*REFUSED, (K.LA_RECONSIDERS, JULY, {"to": "ASSESSING"})), "reconsidered its refusal on 20 July"),
]


@pytest.mark.parametrize(("steps", "said"), ASSESSED_AFTER_ALL)
def test_advice_is_to_be_asked_for_once_a_refusal_to_assess_is_put_aside(
    steps: tuple[object, ...], said: str
) -> None:
    found = deadline(happened(*steps), "A13", "2026-08-01")
    assert (found.state, found.triggered_on, found.statutory_due) == (S.RUNNING, day(JULY), None)
    assert said in found.reasons[0].fact
    asked = deadline(happened(*steps, (K.ADVICE_REQUESTED, "2026-07-28")), "A13", "2026-08-01")
    assert (asked.state, asked.met_on) == (S.MET, day("2026-07-28"))


def test_no_advice_is_to_be_asked_for_while_a_refusal_stands_or_a_plan_is_ordered() -> None:
    assert deadlines(happened(*APPEALED), "A13", "2026-08-01") == []
    assert deadlines(happened(*APPEALED, order("MAKE_PLAN")), "A13", "2026-08-01") == []
    assert deadlines(happened(*APPEALED, order("DISMISSED")), "A13", "2026-08-01") == []


def test_advice_is_to_be_asked_for_after_an_order_to_reconsider_only_once_it_is_decided_to_assess() -> None:
    remitted = (*APPEALED, order("RECONSIDER"))
    assert deadlines(happened(*remitted), "A13", "2026-08-01") == []
    decided = (*remitted, (K.DECISION_TO_ASSESS_NOTIFIED, "2026-07-30"))
    found = deadline(happened(*decided), "A13", "2026-08-01")
    assert (found.state, found.triggered_on) == (S.RUNNING, day("2026-07-30"))
    assert "after an order to reconsider" in found.reasons[0].fact


def test_an_assessment_that_went_on_after_a_decision_against_a_plan_has_its_advice_already() -> None:
    asked = (*NO_PLAN[:2], (K.ADVICE_REQUESTED, "2025-10-13"), *NO_PLAN[2:])
    going_on = (*asked, (K.LA_RECONSIDERS, "2026-01-10", {"to": "ASSESSING"}))
    found = deadline(happened(*going_on), "A13", "2026-02-01")
    assert (found.triggered_on, found.met_on) == (day("2025-10-10"), day("2025-10-13"))


def test_advice_is_to_be_asked_for_once_a_reassessment_is_ordered() -> None:
    refused = (
        (K.PLAN_MADE, "2025-09-01"),
        (K.REASSESSMENT_REQUESTED, "2026-01-05"),
        (K.REASSESSMENT_REFUSED_SENT, "2026-01-15"),
        (K.APPEAL_RECEIVED, "2026-02-16"),
    )
    ordered = (*refused, order("REASSESS"))
    found = deadline(happened(*ordered), "A13", "2026-08-01")
    assert (found.state, found.triggered_on) == (S.RUNNING, day(JULY))
    assert found.reasons[0].fact == "The refusal to reassess was put aside on 20 July 2026."
    asked = deadline(happened(*ordered, (K.ADVICE_REQUESTED, "2026-07-28")), "A13", "2026-08-01")
    assert (asked.state, asked.met_on) == (S.MET, day("2026-07-28"))


# an appeal about a plan that came from elsewhere

IMPORTED = (K.PLAN_MADE, "2024-03-01")
ABOUT_IT = (IMPORTED, (K.APPEAL_RECEIVED, "2026-03-02", {"sections": "BF"}))


def test_an_appeal_about_a_plan_made_before_the_record_began_counts() -> None:
    told = (*ABOUT_IT, (K.APPEAL_NOTICE_RECEIVED, "2026-03-16"))
    assert deadline(happened(*told), "F03", "2026-03-20").statutory_due == day("2026-04-29")
    right = deadline(happened(*told), "F01", "2026-03-20")
    assert (right.subject, right.state, right.met_on) == ("e1", S.MET, day("2026-03-02"))
    assert right.reasons[0].fact == (
        "The plan, as it was made or last amended before this record began, was sent on a day that is not known, at "
        "the latest on 2 March 2026."
    )
    ordered = (*told, order("AMEND_CONTENTS"))
    assert deadline(happened(*ordered), "O05", JULY).statutory_due == day("2026-08-24")


def test_an_appeal_about_a_plan_that_was_transferred_here_counts() -> None:
    told = ((K.TRANSFERRED_IN, "2026-02-02"), (K.APPEAL_RECEIVED, "2026-03-02"))
    assert deadline(happened(*told), "F04", "2026-03-02").statutory_due == day("2026-03-16")


def test_an_appeal_belongs_to_the_decision_sent_since_the_plan_came_where_there_is_one() -> None:
    amended = (IMPORTED, (K.AMENDMENT_NOTICE_SENT, "2025-11-03"), (K.AMENDED_FINAL_SENT, "2025-12-20"))
    told = history(happened(*amended, (K.APPEAL_RECEIVED, "2026-01-20")))
    assert [each.about for each in told.disputes] == [K.AMENDED_FINAL_SENT]


def test_an_appeal_about_a_plan_that_came_after_an_old_refusal_is_about_the_plan() -> None:
    told = history(happened(*REFUSED, (K.PLAN_MADE, "2026-01-05"), (K.APPEAL_RECEIVED, "2026-02-02")))
    assert [each.appeal_on for each in told.disputes] == [None, day("2026-02-02")]
    again = history(happened(*ABOUT_IT, order("DISMISSED"), (K.APPEAL_RECEIVED, "2026-09-01")))
    assert len(again.disputes) == 1
    amended = (IMPORTED, (K.AMENDED_FINAL_SENT, "2025-12-20"), (K.APPEAL_RECEIVED, "2026-01-20"))
    decided = history(happened(*amended, order("DISMISSED"), (K.APPEAL_RECEIVED, "2026-09-01")))
    assert [each.about for each in decided.disputes] == [K.AMENDED_FINAL_SENT]
