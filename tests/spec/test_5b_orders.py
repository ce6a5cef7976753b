"""When the Tribunal has decided, or the authority gives way."""

import pytest

from alongside.core.case.codes import TimerState
from core.law.chronicles import K, deadline, deadlines, happened

REQUEST = (K.REQUEST_RECEIVED, "2025-09-01")
REFUSED = (REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2025-10-10"), (K.APPEAL_RECEIVED, "2025-12-01"))
NO_PLAN = (
    REQUEST,
    (K.DECISION_TO_ASSESS_NOTIFIED, "2025-10-10"),
    (K.NO_PLAN_NOTICE_SENT, "2025-12-19"),
    (K.APPEAL_RECEIVED, "2026-02-02"),
)
PLANNED = ((K.FINAL_SENT, "2026-02-10"), (K.APPEAL_RECEIVED, "2026-03-02"))
JULY = "2026-07-20"


def ordered(before: tuple[object, ...], order: str, **more: str) -> object:
    """An order made in July."""
    return happened(*before, (K.ORDER_MADE, JULY, {"order": order, **more}))


def due(facts: object, rule: str) -> str:
    """The last day of the rule, asked in July."""
    return deadline(facts, rule, JULY).statutory_due.isoformat()


def test_an_assessment_that_is_ordered_has_its_own_time() -> None:
    """After an order to assess, the authority tells the family within two weeks, sends the plan within fourteen, or
    says within ten that there will be none. The time runs from the day of the order, and August counts.
    """
    found = ordered(REFUSED, "ASSESS")
    assert [due(found, rule) for rule in ("O02a", "O02b", "O02c")] == [
        "2026-08-03",
        "2026-09-28",
        "2026-10-26",
    ]


def test_an_order_takes_the_place_of_the_first_limits() -> None:
    """Once the Tribunal has ordered an assessment, the sixteen and the twenty weeks of the request no longer count."""
    found = ordered(REFUSED, "ASSESS")
    for rule in ("A05", "A06"):
        assert deadline(found, rule, JULY).state is TimerState.SUPERSEDED


def test_a_plan_that_is_ordered_comes_in_eleven_weeks() -> None:
    """After an order to make a plan, the draft is due within five weeks and the final plan within eleven."""
    found = ordered(NO_PLAN, "MAKE_PLAN")
    assert (due(found, "O03a"), due(found, "O03b")) == ("2026-08-24", "2026-10-05")


@pytest.mark.parametrize(
    ("order", "rule", "day"),
    [("AMEND_CONTENTS", "O05", "2026-08-24"), ("CHANGE_SETTING", "O06", "2026-08-03")],
)
def test_an_amended_plan_that_is_ordered(order: str, rule: str, day: str) -> None:
    """An amended plan is due within five weeks of an order about needs or provision, and within two weeks of an order
    about nothing but the setting.
    """
    assert due(ordered(PLANNED, order), rule) == day


def test_an_order_about_contents_and_setting_has_five_weeks_and_a_warning() -> None:
    """Where an order is about both, the five weeks count, and the strict date is the two weeks for the setting."""
    found = deadline(ordered(PLANNED, "AMEND_CONTENTS_AND_SETTING"), "O12", JULY)
    assert (found.statutory_due.isoformat(), found.strict_due.isoformat()) == ("2026-08-24", "2026-08-03")


def test_a_plan_that_goes_on_goes_on_at_once() -> None:
    """Where the Tribunal orders that a plan go on, it goes on from that day; if it is to be amended too, the amended
    plan is due within five weeks. Where it dismisses an appeal against ceasing, the plan ceases at once.
    """
    goes_on = ordered(PLANNED, "CONTINUE_AND_AMEND")
    assert (due(goes_on, "O07"), due(goes_on, "O08")) == (JULY, "2026-08-24")
    assert due(ordered(PLANNED, "CEASE"), "O01") == JULY


def test_a_day_that_the_tribunal_sets_comes_first() -> None:
    """If the Tribunal sets a day in its order, that day counts and not the time in the Regulations."""
    found = ordered(PLANNED, "AMEND_CONTENTS", comply_by="2026-09-14")
    assert due(found, "O11") == "2026-09-14"
    assert deadline(found, "O05", JULY).state is TimerState.SUPERSEDED


def test_nobody_is_shown_a_date_that_nobody_has_verified() -> None:
    """The time for a case that is sent back to the authority has not been seen in the text of the law. No case shows a
    date from it.
    """
    assert deadlines(ordered(NO_PLAN, "RECONSIDER"), "O04", JULY) == []


def test_an_exception_to_an_order_needs_two_weeks_away() -> None:
    """Of the limits after an order an absence of two weeks can be an exception, where four are needed before. As
    always, it takes the date away and gives no other.
    """
    away = {
        "ground": "ABSENT_FROM_AREA",
        "limits": ["O02c"],
        "absent_from": "2026-07-25",
        "facts": "Abroad.",
        "impractical_because": "nobody could be seen",
        "evidence": "tickets",
    }
    order = (K.ORDER_MADE, JULY, {"order": "ASSESS"})
    for back, state in (("2026-08-06", TimerState.OVERDUE), ("2026-08-07", TimerState.DISAPPLIED)):
        recorded = (K.EXCEPTION_RECORDED, "2026-08-10", {**away, "absent_to": back})
        assert deadline(happened(*REFUSED, order, recorded), "O02c", "2026-10-27").state is state


def test_a_recommendation_is_answered_in_five_weeks() -> None:
    """A recommendation of the Tribunal on health or social care is answered in writing within five weeks."""
    order = (K.ORDER_MADE, JULY, {"order": "AMEND_CONTENTS"})
    made = (K.RECOMMENDATION_MADE, JULY, {"body": "ICB"})
    assert due(happened(*PLANNED, order, made), "O10") == "2026-08-24"


UNOPPOSED = (K.UNOPPOSED_NOTIFIED, "2026-06-15")


@pytest.mark.parametrize(
    ("before", "rules", "days"),
    [
        (REFUSED, ("U01", "U02", "U03"), ("2026-06-29", "2026-08-24", "2026-09-21")),
        (NO_PLAN, ("U06", "U07"), ("2026-07-20", "2026-08-31")),
        (PLANNED, ("U04",), ("2026-07-20",)),
    ],
)
def test_an_appeal_that_is_not_opposed_is_won(
    before: tuple[object, ...], rules: tuple[str, ...], days: tuple[str, ...]
) -> None:
    """An authority that tells the Tribunal, before it responds, that it does not oppose the appeal has lost it: no
    order is needed, and the time runs from that notice. Two, ten and fourteen weeks after a refusal to assess; five
    and eleven after a refusal of a plan; five for the contents of one.
    """
    found = happened(*before, UNOPPOSED)
    assert tuple(deadline(found, rule, "2026-06-15").statutory_due.isoformat() for rule in rules) == days


def test_giving_way_after_the_response_needs_an_order() -> None:
    """After its response an authority can no longer give way by mere notice. It needs a consent order or the Tribunal's
    permission, and the times for orders run from then.
    """
    answered = (K.APPEAL_RESPONSE_SENT, "2026-05-20")
    found = happened(*REFUSED, answered, UNOPPOSED)
    assert deadlines(found, "U03", "2026-06-15") == []
    assert deadline(found, "U00", "2026-06-15").state is TimerState.RUNNING


def test_until_march_2015_four_weeks_were_given() -> None:
    """The four weeks that some councils still quote were the law until 22 March 2015."""
    early = happened((K.FINAL_SENT, "2014-11-03"), (K.UNOPPOSED_NOTIFIED, "2015-01-12"))
    later = happened((K.FINAL_SENT, "2014-11-03"), (K.UNOPPOSED_NOTIFIED, "2015-03-23"))
    assert deadline(early, "U04", "2015-01-12").statutory_due.isoformat() == "2015-02-09"
    assert deadline(later, "U04", "2015-03-23").statutory_due.isoformat() == "2015-04-27"
