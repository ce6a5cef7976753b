"""Where a case stands and what may follow."""

import pytest

from alongside.core.case import stages
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.details import DETAILS
from alongside.core.case.moves import CLERICAL, FOLLOWS, mermaid, stage_words
from alongside.core.case.stages import MayNotFollow, State
from core.law.chronicles import LAW, K, day, happened

REQUEST = (K.REQUEST_RECEIVED, "2026-09-14")
REFUSED = (REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2026-10-23"))
PLAN = (
    REQUEST,
    (K.DECISION_TO_ASSESS_NOTIFIED, "2026-10-20"),
    (K.DECISION_TO_ISSUE, "2026-12-01"),
    (K.DRAFT_SERVED, "2026-12-21"),
    (K.FINAL_SENT, "2027-01-29"),
)


def text(on: str, *steps: object) -> str:
    return stages.state_of(happened(*steps), on=day(on), law=LAW).text


def test_a_case_walks_through_its_stages() -> None:
    expected = [
        "REQUEST_OPEN",
        "ASSESSING",
        "DRAFTING",
        "DRAFT_OUT",
        "PLAN_MAINTAINED;DISPUTE=APPEAL_WINDOW_OPEN",
    ]
    assert [text(PLAN[n][1], *PLAN) for n in range(5)] == expected
    assert text("2026-09-13", *PLAN) == "NONE"


def test_a_refusal_is_closed_the_day_after_its_last_day_for_appeal() -> None:
    assert text("2026-12-23", *REFUSED) == "REFUSED_TO_ASSESS;DISPUTE=APPEAL_WINDOW_OPEN"
    assert text("2026-12-24", *REFUSED) == "CLOSED_NO_APPEAL"


def test_a_certificate_keeps_the_refusal_open_for_its_month() -> None:
    certified = (*REFUSED, (K.MEDIATION_CERTIFICATE_ISSUED, "2026-12-20"))
    assert text("2027-01-20", *certified) == "REFUSED_TO_ASSESS;DISPUTE=CERTIFICATE_ISSUED"
    assert text("2027-01-21", *certified) == "CLOSED_NO_APPEAL"


def test_an_appeal_keeps_the_refusal_open_until_it_is_withdrawn() -> None:
    appealed = (*REFUSED, (K.APPEAL_RECEIVED, "2026-12-01"))
    assert text("2027-06-01", *appealed) == "REFUSED_TO_ASSESS;DISPUTE=APPEAL_REGISTERED"
    assert text("2027-06-01", *appealed, (K.APPEAL_WITHDRAWN, "2027-05-01")) == "CLOSED_NO_APPEAL"


def test_an_order_ends_the_dispute() -> None:
    appealed = (*REFUSED, (K.APPEAL_RECEIVED, "2026-12-01"))
    assert text("2027-06-01", *appealed, (K.ORDER_MADE, "2027-05-01")) == "ASSESSING;DISPUTE=ORDER_MADE"
    dismissed = (K.ORDER_MADE, "2027-05-01", {"order": "DISMISSED"})
    assert text("2027-06-01", *appealed, dismissed) == "REFUSED_TO_ASSESS;DISPUTE=ORDER_MADE"


@pytest.mark.parametrize(
    ("to", "stage"), [("ASSESSING", "ASSESSING"), ("DRAFTING", "DRAFTING"), ("", "ASSESSING")]
)
def test_a_refusal_that_the_authority_reconsiders_goes_on(to: str, stage: str) -> None:
    again = (K.LA_RECONSIDERS, "2026-11-10", {"to": to})
    assert text("2026-11-10", *REFUSED, again) == f"{stage};DISPUTE=APPEAL_WINDOW_OPEN"


def test_an_appeal_not_opposed_takes_a_refusal_to_issue_back_to_drafting() -> None:
    no_plan = (*PLAN[:2], (K.NO_PLAN_NOTICE_SENT, "2026-12-18"), (K.APPEAL_RECEIVED, "2027-01-10"))
    assert text("2027-01-10", *no_plan) == "REFUSED_TO_ISSUE;DISPUTE=APPEAL_REGISTERED"
    assert text("2027-02-01", *no_plan, (K.UNOPPOSED_NOTIFIED, "2027-02-01")) == (
        "DRAFTING;DISPUTE=UNOPPOSED"
    )


def test_the_death_of_the_child_silences_everything() -> None:
    died = (*REFUSED, (K.DIED, "2026-11-01"))
    assert text("2026-11-01", *died) == "CLOSED_DECEASED"
    state = State(Stage.CLOSED_DECEASED)
    assert [kind for kind in EventKind if stages.can_follow(state, kind)] == [K.RECORDED_IN_ERROR]
    with pytest.raises(MayNotFollow, match="The child has died"):
        stages.check_may_follow(state, K.CASE_ASSIGNED)


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.CLOSED_DECEASED])
def test_entries_about_the_work_may_follow_any_stage_but_a_death(stage: Stage) -> None:
    for kind in CLERICAL:
        stages.check_may_follow(State(stage), kind)


def test_an_event_that_may_not_follow_is_refused_with_what_may() -> None:
    with pytest.raises(MayNotFollow) as refusal:
        stages.check_may_follow(State(Stage.REQUEST_OPEN), K.FINAL_SENT)
    sentence = refusal.value.sentence
    assert sentence.startswith("“final sent” cannot be recorded now: a request is open and no decision")
    assert "decision to assess notified" in sentence
    assert "correct that entry first" in sentence


def test_an_order_needs_an_appeal() -> None:
    assert not stages.can_follow(
        stages.state_of(happened(*REFUSED), on=day("2026-10-23"), law=LAW), K.ORDER_MADE
    )
    appealed = happened(*REFUSED, (K.APPEAL_RECEIVED, "2026-12-01"))
    assert stages.can_follow(stages.state_of(appealed, on=day("2026-12-01"), law=LAW), K.ORDER_MADE)


def test_a_request_while_a_plan_is_held_is_not_a_request_to_assess() -> None:
    assert not stages.can_follow(State(Stage.PLAN_MAINTAINED), K.REQUEST_RECEIVED)


def test_every_stage_and_every_kind_of_event_is_in_the_table() -> None:
    assert set(FOLLOWS) == set(Stage)
    assert all(stage_words(stage).endswith(".") for stage in Stage)
    reached = {kind for kinds in FOLLOWS.values() for kind in kinds} | CLERICAL | {K.RECORDED_IN_ERROR}
    assert reached == set(EventKind)


def test_every_detail_belongs_to_a_kind_of_event_and_has_a_meaning() -> None:
    assert all(meaning for keys in DETAILS.values() for meaning in keys.values())
    assert set(DETAILS) <= set(EventKind)


def test_the_diagram_shows_both_regions() -> None:
    diagram = mermaid()
    assert "    REQUEST_OPEN --> ASSESSING: decision to assess notified\n" in diagram
    assert "        APPEAL_REGISTERED --> ORDER_MADE: order made\n" in diagram
