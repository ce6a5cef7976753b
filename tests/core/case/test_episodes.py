"""Chronologies read as episodes, disputes and plans, also those that no rule would allow."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alongside.core.case.codes import AdviceKind, EventKind, RequestSource, Stage
from alongside.core.case.details_reading import UnreadableDetail
from alongside.core.case.episodes import Episode, episodes, history
from alongside.core.case.events import as_known
from alongside.core.case.facts import Facts
from core.law.chronicles import K, day, happened

REQUEST = (K.REQUEST_RECEIVED, "2026-01-05", {"source": "SETTING"})


def only(*steps: object) -> Episode:
    (episode,) = episodes(happened(*steps))
    return episode


def test_a_whole_episode_holds_what_happened() -> None:
    episode = only(
        REQUEST,
        (K.DECISION_TO_ASSESS_NOTIFIED, "2026-02-10", {"notified_on": "2026-02-11"}),
        (
            K.ADVICE_REQUESTED,
            "2026-02-12",
            {"advice_kind": "MEDICAL", "asked_name": "Dr Reed", "asked": "a1"},
        ),
        (K.ADVICE_CHASED, "2026-03-12", {"request": "e3"}),
        (K.ADVICE_RECEIVED, "2026-03-20", {"request": "e3", "nothing_to_add": True}),
        (K.ADVICE_REQUESTED, "2026-02-12"),
        (K.EXCEPTION_RECORDED, "2026-03-21", {"ground": "PERSONAL_CIRCUMSTANCES", "limits": ["A06"]}),
        (K.DECISION_TO_ISSUE, "2026-04-20"),
        (K.DRAFT_SERVED, "2026-05-01"),
        (K.REPRESENTATIONS_RECEIVED, "2026-05-04"),
        (K.DRAFT_REISSUED, "2026-05-12"),
        (K.FINAL_SENT, "2026-05-28"),
    )
    assert (episode.id, episode.number, episode.received_on, episode.source) == (
        "e1",
        1,
        day("2026-01-05"),
        RequestSource.SETTING,
    )
    assert (episode.decision, episode.decided_on) == ("ASSESS", day("2026-02-11"))
    first, second = episode.advice
    assert (first.kind, first.asked_name, first.asked, first.received_on) == (
        AdviceKind.MEDICAL,
        "Dr Reed",
        "a1",
        day("2026-03-20"),
    )
    assert (first.nothing_to_add, first.chased_on, first.is_open, first.cancelled) == (
        True,
        (day("2026-03-12"),),
        False,
        False,
    )
    assert second.is_open
    assert episode.draft_served_on == (day("2026-05-01"), day("2026-05-12"))
    assert (episode.draft_on, episode.final_on) == (day("2026-05-01"), day("2026-05-28"))
    assert (episode.represented_on, episode.exception, episode.is_open) == ((day("2026-05-04"),), True, False)
    assert (episode.closed_on, episode.closed_as, episode.no_plan_on) == (None, "", None)


def test_it_is_known_who_was_asked_in_each_request_and_consultation() -> None:
    episode = only(
        REQUEST,
        (K.ADVICE_REQUESTED, "2026-02-12", {"advice_kind": "MEDICAL", "asked_name": "Dr Reed"}),
        (K.SETTING_CONSULTED, "2026-05-02", {"setting_name": "Meadow School"}),
    )
    assert [episode.whom(subject) for subject in ("e2", "e3", "e1")] == ["Dr Reed", "Meadow School", ""]


def test_an_open_and_a_refused_episode_say_so() -> None:
    asked = only((K.REQUEST_RECEIVED, "2026-01-05"))
    assert (asked.is_open, asked.decision, asked.decided_on, asked.draft_on, asked.source) == (
        True,
        "",
        None,
        None,
        None,
    )
    refused = only(REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10"))
    assert (refused.is_open, refused.decision) == (False, "REFUSE")


def test_a_withdrawn_episode_is_closed_and_a_new_request_opens_the_next() -> None:
    first, second = episodes(
        happened(REQUEST, (K.REQUEST_WITHDRAWN, "2026-01-20"), (K.REQUEST_RECEIVED, "2026-03-01"))
    )
    assert (first.closed_as, first.closed_on) == ("REQUEST_WITHDRAWN", day("2026-01-20"))
    assert (second.number, second.id) == (2, "e3")


def test_a_second_request_while_one_is_open_belongs_to_it() -> None:
    episode = only(REQUEST, (K.REQUEST_RECEIVED, "2026-01-20"))
    assert [start.id for start in episode.also_requested] == ["e2"]


def test_a_chronology_that_begins_in_the_middle_has_no_day_of_receipt() -> None:
    episode = only((K.FINAL_SENT, "2026-05-25"))
    assert (episode.received_on, episode.source, episode.final_on) == (None, None, day("2026-05-25"))
    assert [start.id for start in only((K.DRAFT_SERVED, "2026-05-01")).also_requested] == []
    begun_again = episodes(happened((K.DRAFT_SERVED, "2026-05-01"), (K.REQUEST_RECEIVED, "2026-05-02")))
    assert [each.received_on for each in begun_again] == [None, day("2026-05-02")]


def test_a_final_plan_while_one_is_held_is_an_amended_plan_and_opens_a_dispute() -> None:
    told = history(
        happened((K.PLAN_MADE, "2025-01-01"), (K.FINAL_SENT, "2026-05-25"), (K.FINAL_SENT, "2027-05-25"))
    )
    assert [plan.made_on for plan in told.plans] == [day("2025-01-01")]
    assert [dispute.sent_on for dispute in told.disputes] == [day("2026-05-25"), day("2027-05-25")]
    assert told.episodes == ()


def test_a_final_plan_meets_the_open_episode_though_a_plan_is_held() -> None:
    told = history(
        happened(
            REQUEST, (K.PLAN_MADE, "2026-05-25"), (K.FINAL_SENT, "2026-05-25"), (K.PLAN_MADE, "2026-06-01")
        )
    )
    assert told.episodes[0].final_on == day("2026-05-25")
    assert len(told.plans) == 1


def test_advice_that_came_to_a_corrected_request_still_counts() -> None:
    asked = happened(
        REQUEST, (K.ADVICE_REQUESTED, "2026-02-12"), (K.ADVICE_RECEIVED, "2026-03-20", {"request": "e2"})
    )
    wrong = asked.events[1]
    right = replace(
        wrong,
        id="right",
        occurred_on=day("2026-02-10"),
        corrects="e2",
        recorded_at=wrong.recorded_at + timedelta(days=1),
    )
    corrected = Facts("case", None, as_known([*asked.events, right]))
    (request,) = episodes(corrected)[0].advice
    assert (request.id, request.requested_on, request.received_on) == (
        "right",
        day("2026-02-10"),
        day("2026-03-20"),
    )


@pytest.mark.parametrize(
    "stray",
    [
        K.LA_RECONSIDERS,
        K.UNOPPOSED_NOTIFIED,
        K.ORDER_MADE,
        K.MEDIATION_ADVISER_CONTACTED,
        K.MEDIATION_CERTIFICATE_ISSUED,
        K.APPEAL_RECEIVED,
        K.APPEAL_WITHDRAWN,
        K.REVIEW_MEETING_HELD,
        K.REVIEW_DECISION_SENT,
        K.REQUEST_WITHDRAWN,
        K.ADVICE_RECEIVED,
        K.SETTING_REPLIED,
    ],
)
def test_an_event_that_fits_nowhere_changes_nothing(stray: EventKind) -> None:
    told = history(happened((stray, "2026-01-05")))
    assert (told.stage, told.episodes, told.disputes, told.plans) == (Stage.NONE, (), (), ())


def test_decisions_after_the_plan_do_not_take_the_case_back() -> None:
    episode = only(
        REQUEST,
        (K.FINAL_SENT, "2026-05-25"),
        (K.DECISION_TO_ASSESS_NOTIFIED, "2026-05-26"),
        (K.DECISION_TO_ISSUE, "2026-05-27"),
        (K.DRAFT_SERVED, "2026-05-28"),
    )
    assert episode.stage is Stage.PLAN_MAINTAINED


def test_a_refused_request_cannot_be_withdrawn() -> None:
    episode = only(REQUEST, (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10"), (K.REQUEST_WITHDRAWN, "2026-02-20"))
    assert (episode.closed, episode.stage) == (None, Stage.REFUSED_TO_ASSESS)


def test_an_appeal_dismissed_leaves_the_refusal() -> None:
    told = history(
        happened(
            REQUEST,
            (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10"),
            (K.APPEAL_RECEIVED, "2026-03-01"),
            (K.ORDER_MADE, "2026-06-01", {"order": "dismissed"}),
        )
    )
    assert (told.stage, told.episodes[0].reopened) == (Stage.REFUSED_TO_ASSESS, ())
    assert told.disputes[0].ended_on == day("2026-06-01")


def test_nothing_after_a_death_is_read() -> None:
    told = history(happened(REQUEST, (K.DIED, "2026-02-01"), (K.DRAFT_SERVED, "2026-02-02")))
    assert (told.died_on, told.stage, told.episodes[0].drafts) == (
        day("2026-02-01"),
        Stage.CLOSED_DECEASED,
        (),
    )
    assert history(happened((K.DIED, "2026-02-01"))).stage is Stage.CLOSED_DECEASED


def test_a_plan_is_held_until_it_ceases_or_the_child_moves() -> None:
    ceased = history(
        happened((K.TRANSFERRED_IN, "2026-01-01"), (K.PLAN_MADE, "2026-01-01"), (K.PLAN_CEASED, "2026-07-01"))
    )
    assert (ceased.stage, ceased.plans[0].ended_on) == (Stage.CLOSED_CEASED, day("2026-07-01"))
    moved = history(happened(REQUEST, (K.FINAL_SENT, "2026-05-25"), (K.MOVED_TO_NEW_LA, "2026-08-01")))
    assert (moved.stage, moved.plans[0].ended_on) == (Stage.CLOSED_MOVED, day("2026-08-01"))
    assert moved.episodes[0].closed is None


def test_a_value_that_cannot_be_read_is_reported_with_event_key_and_value() -> None:
    with pytest.raises(
        UnreadableDetail, match=r"Event e1 .* of 2026-01-05: “source” is 'AUNT'.*one of PARENT"
    ):
        episodes(happened((K.REQUEST_RECEIVED, "2026-01-05", {"source": "AUNT"})))
    with pytest.raises(UnreadableDetail, match="“body_received_on” is '7 May', which is not a date"):
        episodes(happened((K.ADVICE_REQUESTED, "2026-01-05", {"body_received_on": "7 May"})))
