"""How reassessments, moves, ceasing, detention and direct payments are read, also out of order."""

import pytest

from alongside.core.case import stages
from alongside.core.case.codes import EventKind, Region, Stage
from alongside.core.case.episodes import history
from alongside.core.case.history import History
from alongside.core.case.plan_life import PlanLife
from alongside.core.case.plan_life_moves import REGIONS, region_of
from core.law.chronicles import LAW, K, day, happened

PLAN = (K.PLAN_MADE, "2025-01-10")
ASKED = (PLAN, (K.REASSESSMENT_REQUESTED, "2026-02-02", {"by": "SETTING"}))
REFUSED = (*ASKED, (K.REASSESSMENT_REFUSED_SENT, "2026-02-12"))
AGREED = (*ASKED, (K.REASSESSMENT_AGREED_SENT, "2026-02-12"))
DECIDED = (PLAN, (K.CEASE_CONSULTED, "2026-05-01"), (K.CEASE_DECISION_SENT, "2026-05-29"))


def life(*steps: object) -> PlanLife:
    found = history(happened(*steps)).life
    assert found is not None
    return found


def text(on: str, *steps: object) -> str:
    return stages.state_of(happened(*steps), on=day(on), law=LAW).text


def may(kind: EventKind, on: str, *steps: object) -> bool:
    return stages.can_follow(stages.state_of(happened(*steps), on=day(on), law=LAW), kind)


def test_a_case_without_any_of_it_has_no_such_record() -> None:
    assert history(happened(PLAN, (K.REVIEW_DECISION_SENT, "2026-01-05"))).life is None


@pytest.mark.parametrize(
    "stray",
    [
        *(
            K.INTERIM_PLACEMENT_MADE,
            K.TRANSFER_NOTICE_SENT,
            K.COMMISSIONER_NOTIFIED,
            K.COMMISSIONER_ASKED_TO_ACT,
        ),
        *(K.CEASE_REVERSED, K.RELEASED, K.DIRECT_PAYMENTS_REVIEWED, K.DIRECT_PAYMENTS_ENDED, K.PLAN_CEASED),
        *(K.TRANSFERRED_OUT, K.DECISION_NOT_TO_AMEND_SENT, K.ORDER_MADE, K.MEDIATION_AGREED),
    ],
)
def test_an_event_that_fits_nowhere_changes_nothing(stray: EventKind) -> None:
    told: History = history(happened((stray, "2026-01-05")))
    assert told.life is None or stray is K.TRANSFERRED_OUT or told.life == PlanLife()


# reassessment


def test_a_request_while_one_is_open_joins_it_and_one_after_a_refusal_begins_anew() -> None:
    again = (K.REASSESSMENT_REQUESTED, "2026-02-05")
    (joined,) = life(*ASKED, again).reassessments
    assert (joined.requested_on, joined.by, joined.stage) == (
        day("2026-02-02"),
        "SETTING",
        Stage.RA_REQUESTED,
    )
    assert [each.id for each in life(*REFUSED, (K.REASSESSMENT_REQUESTED, "2026-04-05")).reassessments] == [
        "e2",
        "e4",
    ]
    assert len(life(*AGREED, again).reassessments) == 1


def test_a_refusal_or_a_decision_without_a_request_is_read() -> None:
    (refused,) = life(PLAN, (K.REASSESSMENT_REFUSED_SENT, "2026-02-12")).reassessments
    assert (refused.requested_on, refused.refusal_stands) == (None, True)
    (own,) = life(PLAN, (K.REASSESSMENT_AGREED_SENT, "2026-02-12", {"own_decision": True})).reassessments
    assert (own.own_decision, own.stage) == (True, Stage.RA_IN_PROGRESS)


def test_a_second_refusal_is_one_of_its_own_and_a_refusal_of_what_is_under_way_is_none() -> None:
    again = (K.REASSESSMENT_REFUSED_SENT, "2026-03-12")
    assert len(life(*REFUSED, again).reassessments) == 2
    (under_way,) = life(*AGREED, again).reassessments
    assert under_way.refused is None
    assert len(history(happened(*AGREED, again)).disputes) == 0


def test_the_work_of_a_reassessment_is_read_as_an_assessment_is() -> None:
    (found,) = life(
        *AGREED,
        (K.ADVICE_REQUESTED, "2026-02-20"),
        (K.ADVICE_RECEIVED, "2026-03-20", {"request": "e4"}),
        (K.DRAFT_SERVED, "2026-04-20"),
        (K.REASSESSMENT_AGREED_SENT, "2026-04-21"),
    ).reassessments
    assert found.work is not None
    assert found.work.advice[0].received_on == day("2026-03-20")
    assert (found.work.draft_on, found.stage) == (day("2026-04-20"), Stage.RA_DRAFT_OUT)
    assert found.agreed is not None
    assert found.agreed.on == day("2026-02-12")


def test_a_request_for_an_assessment_has_its_own_work_while_a_reassessment_is_under_way() -> None:
    told = history(happened(*AGREED, (K.REQUEST_RECEIVED, "2026-02-15"), (K.ADVICE_REQUESTED, "2026-02-20")))
    assert len(told.episodes[0].advice) == 1
    named = history(
        happened(
            (K.REQUEST_RECEIVED, "2024-02-15"),
            (K.FINAL_SENT, "2024-06-15"),
            (K.REASSESSMENT_AGREED_SENT, "2026-02-12"),
            (K.ADVICE_REQUESTED, "2026-02-20", {"episode": "e1"}),
        )
    )
    assert len(named.episodes[0].advice) == 1


@pytest.mark.parametrize(
    ("kind", "kinds"),
    [(K.FINAL_SENT, K.FINAL_SENT), (K.AMENDED_FINAL_SENT, K.AMENDED_FINAL_SENT)],
)
def test_a_plan_ends_a_reassessment(kind: EventKind, kinds: EventKind) -> None:
    (found,) = life(*AGREED, (kind, "2026-05-12")).reassessments
    assert found.outcome is not None
    assert (found.outcome.kind, found.stage) == (kinds, None)
    assert found.work is not None
    assert found.work.final is not None


def test_an_amended_plan_that_answers_a_notice_is_none_of_a_reassessment() -> None:
    notice = (K.AMENDMENT_NOTICE_SENT, "2026-03-01")
    (found,) = life(*AGREED, notice, (K.AMENDED_FINAL_SENT, "2026-04-01")).reassessments
    assert found.outcome is None
    (found,) = life(*AGREED, notice, (K.DECISION_NOT_TO_AMEND_SENT, "2026-04-01")).reassessments
    assert found.outcome is None


def test_a_reassessment_without_a_plan_on_record_is_read() -> None:
    (found,) = life(
        (K.REASSESSMENT_AGREED_SENT, "2026-02-12"), (K.DECISION_NOT_TO_AMEND_SENT, "2026-04-01")
    ).reassessments
    assert found.outcome is not None


@pytest.mark.parametrize("kind", [K.ORDER_MADE, K.UNOPPOSED_NOTIFIED, K.MEDIATION_AGREED])
def test_an_outcome_for_the_family_puts_a_refusal_aside(kind: EventKind) -> None:
    details = {"matter": "REASSESS"} if kind is K.MEDIATION_AGREED else {}
    appealed = (*REFUSED, (K.APPEAL_RECEIVED, "2026-03-01"))
    (found,) = life(*appealed, (kind, "2026-06-01", details)).reassessments
    assert (found.reopened_on, found.reopened_by, found.stage) == (
        day("2026-06-01"),
        kind,
        Stage.RA_IN_PROGRESS,
    )
    (agreed,) = life(
        *appealed, (kind, "2026-06-01", details), (K.REASSESSMENT_AGREED_SENT, "2026-06-10")
    ).reassessments
    assert agreed.agreed is not None


def test_an_appeal_dismissed_and_an_agreement_on_something_else_leave_a_refusal() -> None:
    dismissed = (K.ORDER_MADE, "2026-06-01", {"order": "DISMISSED"})
    (found,) = life(*REFUSED, (K.APPEAL_RECEIVED, "2026-03-01"), dismissed).reassessments
    assert found.refusal_stands
    (found,) = life(*REFUSED, (K.MEDIATION_AGREED, "2026-03-01", {"matter": "OTHER_MATTER"})).reassessments
    assert found.refusal_stands
    other = (K.CEASE_DECISION_SENT, "2026-02-20")
    (found,) = life(
        *REFUSED, other, (K.APPEAL_RECEIVED, "2026-03-01"), (K.ORDER_MADE, "2026-06-01")
    ).reassessments
    assert found.refusal_stands


def test_the_stages_of_a_reassessment() -> None:
    assert text("2026-02-02", *ASKED) == "PLAN_MAINTAINED;REASSESS=RA_REQUESTED"
    assert text("2026-04-12", *REFUSED).startswith("PLAN_MAINTAINED;REASSESS=RA_REFUSED;DISPUTE=")
    assert text("2026-04-14", *REFUSED) == "PLAN_MAINTAINED"
    assert text("2026-02-12", *AGREED) == "PLAN_MAINTAINED;REASSESS=RA_IN_PROGRESS"
    assert may(K.REASSESSMENT_AGREED_SENT, "2026-02-02", *ASKED)
    assert may(K.ADVICE_REQUESTED, "2026-02-12", *AGREED)
    assert not may(K.REASSESSMENT_REFUSED_SENT, "2026-02-02", PLAN)
    assert text("2026-02-13", *AGREED, (K.PLAN_CEASED, "2026-02-13")) == "CLOSED_CEASED"


# moves


def test_further_news_of_a_move_gives_its_day_and_leaves_the_first_awareness() -> None:
    (move,) = life(
        PLAN,
        (K.MOVE_NOTIFIED, "2026-03-02", {"aware_on": "2026-02-27"}),
        (K.MOVE_NOTIFIED, "2026-03-10", {"moves_on": "2026-05-01"}),
        (K.MOVE_NOTIFIED, "2026-03-11"),
    ).moves
    assert (move.aware_on, move.moves_on) == (day("2026-02-27"), day("2026-05-01"))


def test_a_transfer_without_news_of_a_move_is_read() -> None:
    told = history(happened(PLAN, (K.TRANSFERRED_OUT, "2026-05-01", {"moves_on": "2026-04-30"})))
    assert (told.stage, told.plans[0].ended_on) == (Stage.CLOSED_MOVED, day("2026-05-01"))
    assert told.life is not None
    assert (told.life.moves[0].moves_on, told.life.moves[0].transferred_on) == (
        day("2026-04-30"),
        day("2026-05-01"),
    )
    assert (
        text("2026-05-01", PLAN, (K.TRANSFERRED_OUT, "2026-05-01")) == "CLOSED_MOVED;TRANSFER=TRANSFERRED_OUT"
    )


def test_a_plan_that_comes_is_held_from_then_on() -> None:
    came = (K.TRANSFERRED_IN, "2026-05-01", {"plan_made_on": "2024-05-05"})
    plan = history(happened(came)).plans[0]
    assert (plan.made_on, plan.own, plan.undated) == (day("2024-05-05"), False, False)
    assert history(happened((K.TRANSFERRED_IN, "2026-05-01"))).plans[0].undated
    known = life(
        (K.PLAN_MADE, "2024-05-05"), (K.REVIEW_DECISION_SENT, "2025-04-04"), (K.TRANSFERRED_IN, "2026-05-01")
    )
    assert (known.arrivals[0].made_on, known.arrivals[0].last_reviewed_on) == (
        day("2024-05-05"),
        day("2025-04-04"),
    )
    undated = (K.PLAN_MADE, "2024-05-05", {"undated": True})
    assert life(undated, (K.TRANSFERRED_IN, "2026-05-01")).arrivals[0].year_begins_on is None


def test_the_stages_of_an_arrival() -> None:
    came, told = (K.TRANSFERRED_IN, "2026-05-01"), (K.TRANSFER_NOTICE_SENT, "2026-05-20")
    assert text("2026-05-01", came) == "PLAN_MAINTAINED;TRANSFER=TRANSFERRED_IN_NOTICE_PENDING"
    assert text("2026-05-20", came, told) == "PLAN_MAINTAINED;TRANSFER=TRANSFERRED_IN"
    reviewed = (K.REVIEW_DECISION_SENT, "2026-07-20")
    assert text("2026-07-20", came, told, reviewed) == "PLAN_MAINTAINED"
    assert (
        text("2026-03-02", PLAN, (K.MOVE_NOTIFIED, "2026-03-02")) == "PLAN_MAINTAINED;TRANSFER=MOVE_NOTIFIED"
    )
    ceased = (K.PLAN_CEASED, "2026-03-03")
    assert text("2026-03-03", PLAN, (K.MOVE_NOTIFIED, "2026-03-02"), ceased) == "CLOSED_CEASED"
    back = (PLAN, (K.TRANSFERRED_OUT, "2026-03-02"), (K.PLAN_MADE, "2026-06-01"))
    assert text("2026-06-01", *back) == "PLAN_MAINTAINED"


def test_a_review_without_its_day_answers_nothing() -> None:
    undated = {"undated": True}
    found = life(
        (K.TRANSFERRED_IN, "2026-05-01"),
        (K.REVIEW_MEETING_HELD, "2026-06-01", undated),
        (K.REVIEW_DECISION_SENT, "2026-06-01", undated),
    )
    assert (found.arrivals[0].review_met_on, found.arrivals[0].reviewed_on) == (None, None)


def test_another_council_in_the_place_of_this_one_is_noted() -> None:
    assert life(PLAN, (K.AUTHORITY_SUCCEEDED, "2026-04-01")).successions[0].on == day("2026-04-01")


# ceasing


def test_a_notice_without_a_record_of_consulting_is_read_and_a_second_one_changes_nothing() -> None:
    notice = (
        K.CEASE_DECISION_SENT,
        "2026-05-29",
        {"reason": "NOT_NECESSARY", "takes_effect_on": "2026-12-31"},
    )
    found = life(PLAN, notice, (K.CEASE_DECISION_SENT, "2026-06-29")).ceasings
    assert [(each.reason, each.effect_on) for each in found] == [("NOT_NECESSARY", day("2026-12-31"))]
    assert len(history(happened(PLAN, notice, (K.CEASE_DECISION_SENT, "2026-06-29"))).disputes) == 1


def test_a_review_that_ends_in_ceasing_begins_the_hold() -> None:
    review = (K.REVIEW_DECISION_SENT, "2026-05-29", {"outcome": "CEASE"})
    (found,) = life(PLAN, review).ceasings
    assert found.after_review
    assert text("2026-05-29", PLAN, review).startswith("PLAN_MAINTAINED;CEASE=CEASE_DECIDED_HOLD")
    (again,) = life(*DECIDED, review).ceasings
    assert not again.after_review


def test_consulting_again_after_a_change_of_mind_begins_anew() -> None:
    found = life(*DECIDED, (K.CEASE_REVERSED, "2026-06-02"), (K.CEASE_CONSULTED, "2027-06-02")).ceasings
    assert [each.is_open for each in found] == [False, True]
    assert life(*DECIDED, (K.CEASE_REVERSED, "2026-06-02"), (K.CEASE_REVERSED, "2026-07-02")).ceasings[
        0
    ].kept_on == day("2026-06-02")


def test_a_plan_that_goes_elsewhere_takes_the_thought_of_ceasing_with_it() -> None:
    found = life(*DECIDED, (K.LEFT_EDUCATION, "2026-06-01"), (K.TRANSFERRED_OUT, "2026-06-02"))
    assert (found.ceasings[0].closed_on, found.left_education[0].closed_on) == (
        day("2026-06-02"),
        day("2026-06-02"),
    )
    assert "CEASE=" not in text("2026-06-02", *DECIDED, (K.TRANSFERRED_OUT, "2026-06-02"))


def test_an_order_about_another_decision_leaves_the_ceasing() -> None:
    other = (K.REASSESSMENT_REFUSED_SENT, "2026-06-01")
    order = (K.ORDER_MADE, "2026-07-01", {"dispute": "e4"})
    (found,) = life(*DECIDED, other, (K.APPEAL_RECEIVED, "2026-06-10", {"dispute": "e4"}), order).ceasings
    assert found.is_open


def test_a_dismissal_without_a_plan_on_record_is_read() -> None:
    notice = (K.CEASE_DECISION_SENT, "2026-05-29")
    order = (K.ORDER_MADE, "2026-07-01", {"order": "DISMISSED"})
    told = history(happened(notice, (K.APPEAL_RECEIVED, "2026-06-10"), order))
    assert (told.stage, told.plans) == (Stage.CLOSED_CEASED, ())
    assert text("2026-07-01", notice, (K.APPEAL_RECEIVED, "2026-06-10"), order).startswith(
        "CLOSED_CEASED;CEASE=CEASED"
    )


def test_a_new_request_shows_that_the_plan_had_ended() -> None:
    asked = (K.REQUEST_RECEIVED, "2027-01-05")
    told = history(happened(*DECIDED, asked))
    assert told.plans[0].ended_on == day("2027-01-05")
    assert text("2027-01-05", *DECIDED, asked) == "REQUEST_OPEN"
    appealed = (K.APPEAL_RECEIVED, "2026-06-10")
    assert history(happened(*DECIDED, appealed, asked)).plans[0].ended_on is None


def test_a_move_out_of_england_keeps_the_plan_and_closes_a_request() -> None:
    gone = (K.MOVED_TO_NEW_LA, "2026-10-02", {"outside_england": True})
    told = history(happened(PLAN, gone))
    assert (told.stage, told.plans[0].ended_on) == (Stage.PLAN_MAINTAINED, None)
    request = history(happened((K.REQUEST_RECEIVED, "2026-09-02"), gone))
    assert request.episodes[0].stage is Stage.CLOSED_MOVED


def test_where_somebody_is_taught_is_read_only_where_it_is_said() -> None:
    assert history(happened(PLAN, (K.PLACEMENT_STARTED, "2025-09-01", {"urn": "100000"}))).life is None
    found = life(PLAN, (K.PLACEMENT_STARTED, "2025-09-01", {"course_ends_on": "2027-06-30"})).setting
    assert found is not None
    assert (found.further_education, found.course_ends_on) == (None, day("2027-06-30"))


# detention


def test_a_detention_is_noted_on_the_assessment_under_way() -> None:
    asked, inside = (K.REQUEST_RECEIVED, "2026-03-02"), (K.DETAINED, "2026-05-11")
    released = (K.RELEASED, "2026-06-01")
    (episode,) = history(happened(asked, inside, (K.DETAINED, "2026-05-12"), released)).episodes
    assert (episode.detained_on, episode.released_on) == (day("2026-05-11"), day("2026-06-01"))
    assert len(life(asked, inside, (K.DETAINED, "2026-05-12")).detentions) == 1
    again = history(happened(asked, inside, released, (K.DETAINED, "2026-07-01"))).episodes[0]
    assert (again.detained_on, again.released_on) == (day("2026-05-11"), None)


def test_a_request_in_detention_and_a_request_while_detained_are_the_same() -> None:
    said = history(happened((K.REQUEST_RECEIVED, "2026-03-02", {"detained": True}))).episodes[0]
    later = history(happened(PLAN, (K.DETAINED, "2026-01-01"), (K.REQUEST_RECEIVED, "2026-03-02"))).episodes[
        0
    ]
    return_says = history(happened((K.REQUEST_RECEIVED, "2026-03-02", {"rya": True})))
    assert said.detained_on == later.detained_on == return_says.episodes[0].detained_on == day("2026-03-02")
    assert return_says.life is None
    joined = history(
        happened((K.REQUEST_RECEIVED, "2026-03-02"), (K.REQUEST_RECEIVED, "2026-03-05", {"detained": True}))
    )
    assert joined.episodes[0].detained_on is None


def test_a_release_after_the_plan_leaves_the_assessment() -> None:
    made = (K.FINAL_SENT, "2026-07-01")
    told = history(
        happened(
            (K.REQUEST_RECEIVED, "2026-03-02", {"detained": True}),
            made,
            (K.RELEASED, "2026-08-01", {"same_la": False}),
        )
    )
    assert told.episodes[0].released_on is None
    assert told.life is not None
    assert (told.life.detentions[0].plan_held, told.life.detentions[0].same_la) == (True, False)


def test_the_stage_of_a_detention() -> None:
    assert text("2026-01-01", PLAN, (K.DETAINED, "2026-01-01")) == "PLAN_MAINTAINED;DETENTION=DETAINED"
    assert may(K.RELEASED, "2026-01-01", PLAN, (K.DETAINED, "2026-01-01"))
    assert not may(K.RELEASED, "2026-01-01", PLAN)
    assert may(K.DETAINED, "2026-03-02", (K.REQUEST_RECEIVED, "2026-03-02"))


def test_direct_payments_are_started_once_and_end_with_the_plan() -> None:
    started = (K.DIRECT_PAYMENTS_STARTED, "2026-01-05")
    found = life(
        PLAN, started, (K.DIRECT_PAYMENTS_STARTED, "2026-02-05"), (K.PLAN_CEASED, "2026-03-01")
    ).payments
    assert [each.ended_on for each in found] == [day("2026-03-01")]
    again = life(
        PLAN,
        started,
        (K.DIRECT_PAYMENTS_ENDED, "2026-02-01"),
        (K.DIRECT_PAYMENTS_ENDED, "2026-02-02"),
        (K.DIRECT_PAYMENTS_REVIEWED, "2026-02-03"),
        (K.DIRECT_PAYMENTS_STARTED, "2026-03-01"),
        (K.DIRECT_PAYMENTS_REVIEWED, "2026-04-01"),
        (K.DIRECT_PAYMENTS_REVIEWED, "2026-05-01"),
    ).payments
    assert [each.reviewed_on for each in again] == [None, day("2026-04-01")]


def test_every_stage_of_a_region_belongs_to_it_alone() -> None:
    for region, moves in REGIONS.items():
        for stage in {stage for before, _, after in moves for stage in (before, after)} - {Stage.NONE}:
            assert region_of(stage) is region
    assert region_of(Stage.PLAN_MAINTAINED) is None
    assert set(REGIONS) == {Region.REASSESS, Region.TRANSFER, Region.CEASE, Region.DETENTION}


def test_a_review_after_the_plan_went_answers_nothing_of_it() -> None:
    came, gone = (K.TRANSFERRED_IN, "2026-05-01"), (K.TRANSFERRED_OUT, "2026-06-01")
    inside, out = (K.DETAINED, "2026-05-02"), (K.RELEASED, "2026-05-20")
    found = life(came, inside, out, gone, (K.REVIEW_DECISION_SENT, "2026-07-01"))
    assert (found.arrivals[0].reviewed_on, found.detentions[0].reviewed_on) == (None, None)
