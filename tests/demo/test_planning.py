"""The plan of a synthetic area: the volumes and shares it was asked for, and nobody in it who could be somebody."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from alongside.core.access.relations import rights_pass_on
from alongside.core.case.codes import EventKind, PlanSection, RequestSource
from alongside.demo.chance import Chance
from alongside.demo.planning import awkward, county, shares
from alongside.demo.planning.county import Plan
from alongside.demo.planning.story import (
    AnswerComments,
    Comment,
    CorrectReceived,
    DecideToAssess,
    Happened,
    Issue,
    News,
    RecordException,
    Register,
    SeeParent,
    ServeDraft,
    Withdraw,
)
from alongside.demo.planning.years import Order, Size
from alongside.demo.writing import plans as plan_writing
from alongside.integrations.calendars.england import england_and_wales
from demo.test_writing import given

ON = date(2026, 11, 23)


def order(size: Size, seed: int = 1, on: date = ON) -> Order:
    return Order(size, seed, on, england_and_wales())


@pytest.fixture(scope="module")
def whole() -> Plan:
    """A whole county: planning it takes some seconds."""
    return county.plan(order(Size.COUNTY))


@pytest.fixture(scope="module")
def small() -> Plan:
    return county.plan(order(Size.SMALL))


def received(planned: Plan, first: date, last: date) -> int:
    return sum(first <= day <= last for story in planned.stories for day in awkward.requests_of(story))


def test_a_county_receives_the_published_requests_in_each_of_three_years(whole: Plan) -> None:
    assert [received(whole, *year) for year in whole.order.years()] == list(shares.REQUESTS_A_YEAR)


def test_a_small_area_receives_one_twentieth(small: Plan) -> None:
    assert [received(small, *year) for year in small.order.years()] == [56, 69, 87]


def test_the_three_years_end_on_the_day_of_the_build(whole: Plan) -> None:
    assert whole.order.years()[-1] == (date(2025, 11, 24), ON)
    assert whole.order.begins == date(2023, 11, 24)


def test_the_area_maintains_the_published_number_of_plans(whole: Plan) -> None:
    of_stories = sum(county._is_maintained(story, ON) for story in whole.stories)
    assert of_stories + sum(plan.ceased_on is None for plan in whole.held) == shares.PLANS_MAINTAINED


def test_one_request_in_seven_is_refused_and_more_of_the_older_children(whole: Plan) -> None:
    decisions = [s for story in whole.stories for s in story.steps if type(s) is DecideToAssess]
    assert 0.13 < sum(not decision.met for decision in decisions) / len(decisions) < 0.18


def test_nineteen_in_twenty_decisions_come_within_six_weeks(whole: Plan) -> None:
    took = [
        (step.on - max(day for day in awkward.requests_of(story) if day <= step.on)).days
        for story in whole.stories
        for step in story.steps
        if type(step) is DecideToAssess
    ]
    assert 0.93 < sum(days <= 42 for days in took) / len(took) < 0.98


def test_what_is_on_time_comes_out_near_what_was_published(whole: Plan) -> None:
    """Nothing is fitted to a point: within six points in each year, out of the queue and the durations alone."""
    came_out = [100 * year.on_time / year.plans for year in county.years_of(whole)]
    for share, published in zip(came_out, (4.0, 53.7, 38.5), strict=True):
        assert abs(share - published) < 6, came_out


def test_sources_needs_and_sexes_have_their_shares(whole: Plan) -> None:
    asked = Counter(
        step.source for story in whole.stories for step in story.steps[:1] if isinstance(step, Register)
    )
    assert abs(asked[RequestSource.SETTING] / asked.total() - 0.65) < 0.03
    needs = Counter(story.child.needs[0] if story.child.needs else "" for story in whole.stories)
    assert abs(needs["ASD"] / needs.total() - 0.373) < 0.03
    assert abs(needs[""] / needs.total() - 0.056) < 0.02
    assert abs(sum(story.child.sex == "M" for story in whole.stories) / len(whole.stories) - 0.71) < 0.03


def test_the_same_seed_gives_the_same_plan_and_another_gives_another() -> None:
    assert county.plan(order(Size.TINY, 7)) == county.plan(order(Size.TINY, 7))
    assert county.plan(order(Size.TINY, 7)).stories != county.plan(order(Size.TINY, 8)).stories


@pytest.mark.parametrize("on", [date(2026, 11, 23), date(2024, 2, 29), date(2027, 1, 4), date(2026, 8, 16)])
def test_any_day_can_be_the_day_of_the_build(on: date) -> None:
    planned = county.plan(order(Size.TINY, on=on))
    assert planned.order.years()[-1][1] == on
    assert {story.persona for story in planned.stories if story.persona} == {"late", "draft", "young"}


def test_no_story_does_anything_before_its_request_is_registered(small: Plan) -> None:
    for story in small.stories:
        assert isinstance(story.steps[0], Register), story.key
        assert [step.on for step in story.steps] == sorted(step.on for step in story.steps), story.key
        assert story.steps[0].on >= story.steps[0].received_on, story.key


def test_no_final_plan_is_planned_before_the_fifteen_days_or_an_unanswered_comment(whole: Plan) -> None:
    for story in whole.stories:
        served = [step.on for step in story.steps if isinstance(step, ServeDraft)]
        issued = [step.on for step in story.steps if isinstance(step, Issue)]
        comments = [step for step in story.steps if isinstance(step, Comment)]
        if issued:
            assert issued[0] >= served[-1] + timedelta(days=15), story.key
            if comments:
                answers = [step for step in story.steps if isinstance(step, AnswerComments)]
                assert answers and answers[-1].on <= issued[0], story.key


def test_deeds_of_officers_fall_on_working_days(small: Plan) -> None:
    for story in small.stories:
        for step in story.steps:
            if isinstance(step, DecideToAssess | ServeDraft | Issue) and step.on <= ON:
                assert small.order.calendar.is_working_day(step.on), (story.key, step)


def test_the_awkward_ones_are_there(small: Plan) -> None:
    steps = [step for story in small.stories for step in story.until(ON)]
    kinds = {type(step) for step in steps}
    assert {RecordException, CorrectReceived, Withdraw} <= kinds
    news = {step.kind for step in steps if isinstance(step, News)}
    assert {EventKind.MEDIATION_CERTIFICATE_ISSUED, EventKind.APPEAL_RECEIVED} <= news
    registered = [step for step in steps if isinstance(step, Register)]
    holidays = small.order.calendar.bank_holidays
    assert any(step.received_on in holidays for step in registered)
    assert any(step.late_reason for step in registered)
    assert any("moved from" in step.requested_by for step in registered)
    assert any(who.address_withheld for story in small.stories for who in story.family)
    assert any(plan.birth_unknown for plan in small.held)
    assert any(plan.moved_in_from for plan in small.held)
    names = {story.child.surname for story in small.stories}
    assert {"王", "الخوري", "Łukaszewicz"} <= names


def test_some_children_are_twins_and_some_have_siblings(whole: Plan) -> None:
    homes: dict[tuple[str, str], list[date]] = {}
    for story in whole.stories:
        homes.setdefault((story.child.surname, story.child.address), []).append(story.child.born_on)
    shared = [born for born in homes.values() if len(born) > 1]
    assert any(len(set(born)) < len(born) for born in shared), "no twins"
    assert any(len(set(born)) > 1 for born in shared), "no siblings"
    surnames = Counter(story.child.surname for story in whole.stories)
    assert surnames.most_common(1)[0][1] > 5, "no strangers of the same name"


def test_nobody_is_asked_about_a_parent_before_the_rights_have_passed() -> None:
    whole = county.plan(order(Size.COUNTY, on=date(2026, 11, 20)))  # a day on which twins once grew younger
    asked = [
        (story.key, step.on, rights_pass_on(story.child.born_on))
        for story in whole.stories
        for step in story.steps
        if isinstance(step, SeeParent)
    ]
    assert asked
    assert [each for each in asked if each[1] < each[2]] == []


def test_some_families_ask_again_after_a_refusal(whole: Plan) -> None:
    again = [story for story in whole.stories if len(awkward.requests_of(story)) > 1]
    assert 10 < len(again) < 80
    for story in again:
        first, second = awkward.requests_of(story)
        assert (second - first).days > 150
        assert any(isinstance(s, DecideToAssess) and not s.met and first < s.on < second for s in story.steps)


def test_a_birthday_passes_the_rights_on_in_mid_case(whole: Plan) -> None:
    from alongside.core.access.relations import rights_pass_on

    crossing = [
        story
        for story in whole.stories
        if story.steps[0].on < rights_pass_on(story.child.born_on) <= min(ON, story.steps[-1].on)
    ]
    assert crossing
    assert all(any(who.relation == "YOUNG_PERSON" for who in story.family) for story in crossing)


def test_nobody_made_up_could_be_somebody(small: Plan) -> None:
    people = [who for story in small.stories for who in story.family]
    people += [who for plan in small.held for who in plan.family]
    assert all(re.search(r"@([a-z]+\.)*example\.org$", who.email) for who in people if who.email)
    assert all(who.phone.startswith("01632 960") for who in people if who.phone)
    children = [story.child for story in small.stories] + [plan.child for plan in small.held]
    assert all(child.postcode.startswith("ZN") for child in children)
    assert all(child.nhs_number.startswith("999") for child in children if child.nhs_number)


def test_no_two_children_and_no_two_plans_are_alike(small: Plan) -> None:
    children = [(c.forename, c.surname, c.born_on) for c in (story.child for story in small.stories)]
    assert len(set(children)) == len(children)
    whole, long = [], []
    for number, story in enumerate(small.stories):
        advised = given(story.key, number, story.child)
        sections = plan_writing.sections(Chance(1, story.key), story.child, advised, ON)
        texts = [text for section, text in sections.items() if section is not PlanSection.K]  # who advised
        whole.append("\n".join(texts))
        long += [text for text in texts if len(text) > 300]
    assert len(set(whole)) == len(whole)
    assert len(long) > 700
    assert len(set(long)) > 0.999 * len(long)  # of two children with one name, one section may say the same


def test_every_role_that_signs_in_has_a_persona(small: Plan) -> None:
    from alongside.core.access.roles import NEVER_BY_MACHINE, ROLES, RoleCode

    shown = {worker.role for worker in small.workers if worker.about}
    family = {RoleCode.PARENT, RoleCode.YOUNG_PERSON, RoleCode.SUPPORTER}
    assert shown == set(ROLES) - family - NEVER_BY_MACHINE - {RoleCode.PUBLIC}
    assert {who.persona for story in small.stories for who in story.family if who.persona} == {
        "late-mother", "late-father", "supporter", "draft-parent", "young-person",
    }  # fmt: skip
    assert {visitor.key for visitor in small.visitors} - {"stranger"} == {
        who.persona for story in small.stories for who in story.family if who.persona
    }


def test_the_late_mother_and_the_father_live_apart_and_her_address_is_withheld(small: Plan) -> None:
    late = next(story for story in small.stories if story.persona == "late")
    mother, father = late.family[:2]
    assert mother.address_withheld
    assert not father.address_withheld
    assert mother.address != father.address
    assert (ON - awkward.received_on(late)).days > 140


def lives(planned: Plan) -> list[tuple[date, tuple[Happened, ...]]]:
    """Of each plan that is maintained: when it was made, and what befell it since."""
    return [(plan.made_on, plan.life) for plan in planned.held if plan.ceased_on is None]


def test_reviews_are_told_whole_from_the_arrangement_to_the_amended_plan(whole: Plan) -> None:
    counted = Counter(each.kind for _, life in lives(whole) for each in life)
    steps = (
        EventKind.REVIEW_SCHEDULED,
        EventKind.REVIEW_NOTICE_GIVEN,
        EventKind.REVIEW_ADVICE_CIRCULATED,
        EventKind.REVIEW_MEETING_HELD,
        EventKind.REVIEW_REPORT_RECEIVED,
        EventKind.REVIEW_DECISION_SENT,
    )
    assert all(counted[kind] > 3000 for kind in steps), counted
    assert [counted[kind] for kind in steps] == sorted((counted[kind] for kind in steps), reverse=True)
    assert counted[EventKind.AMENDMENT_NOTICE_SENT] > counted[EventKind.AMENDED_FINAL_SENT] > 2000


def test_one_review_in_three_is_decided_within_four_weeks_and_four_in_five_amend(whole: Plan) -> None:
    took, outcomes = [], Counter[str]()
    for _, life in lives(whole):
        met = None
        for each in life:
            if each.kind is EventKind.REVIEW_MEETING_HELD:
                met = each.on
            elif each.kind is EventKind.REVIEW_DECISION_SENT and met is not None:
                took.append((each.on - met).days)
                outcomes[each.details["outcome"]] += 1
    assert abs(sum(days <= 28 for days in took) / len(took) - shares.REVIEW_IN_FOUR_WEEKS) < 0.06
    assert abs(outcomes["AMEND"] / outcomes.total() - 0.84) < 0.04


def test_moves_to_the_next_phase_are_foreseen_and_some_are_still_to_be_prepared(whole: Plan) -> None:
    foreseen = [
        each for _, life in lives(whole) for each in life if each.kind is EventKind.PHASE_TRANSFER_FORESEEN
    ]
    coming = [each for each in foreseen if each.details["on"] == "2027-09-01"]
    kinds = Counter(each.details["transfer"] for each in coming)
    assert set(kinds) == {"PRIMARY_TO_SECONDARY", "SECONDARY_TO_POST_16"}, "older plans: nobody starts school"
    assert any(
        isinstance(step, News) and step.details.get("transfer") == "EARLY_YEARS_TO_SCHOOL"
        for story in whole.stories
        for step in story.until(ON)
    )
    assert kinds["PRIMARY_TO_SECONDARY"] > 150
    named = [e for _, life in lives(whole) for e in life if e.details.get("transfer", "").startswith("@")]
    assert 0 < len(named) < len(foreseen)


def test_plans_end_after_consultation_and_the_time_to_appeal_or_with_a_move(whole: Plan) -> None:
    ended = [plan for plan in whole.held if plan.ceased_on is not None]
    kinds = Counter(plan.life[-1].kind for plan in ended)
    assert set(kinds) == {EventKind.PLAN_CEASED, EventKind.TRANSFERRED_OUT}
    for plan in ended:
        decided = [each.on for each in plan.life if each.kind is EventKind.CEASE_DECISION_SENT]
        assert plan.life[-1].on == plan.ceased_on
        assert all((plan.ceased_on - on).days > 62 for on in decided)  # type: ignore[operator]


def test_disputes_reassessments_and_moves_in_come_to_their_outcome(whole: Plan) -> None:
    counted = Counter(each.kind for _, life in lives(whole) for each in life)
    for kind in (
        EventKind.MEDIATION_HELD,
        EventKind.MEDIATION_AGREED,
        EventKind.AGREEMENT_DONE,
        EventKind.MEDIATION_CERTIFICATE_ISSUED,
        EventKind.APPEAL_RECEIVED,
        EventKind.APPEAL_RESPONSE_SENT,
        EventKind.REASSESSMENT_REFUSED_SENT,
        EventKind.REASSESSMENT_AGREED_SENT,
        EventKind.TRANSFER_NOTICE_SENT,
        EventKind.CEASE_CONSULTED,
        EventKind.CEASE_DECISION_SENT,
    ):
        assert counted[kind], kind


def test_nothing_befalls_a_plan_before_it_is_made_or_after_the_day_of_the_build(whole: Plan) -> None:
    for plan in whole.held:
        days = [each.on for each in plan.life]
        assert days == sorted(days), plan.key
        assert all(plan.made_on < on <= ON for on in days), plan.key


def test_family_is_away_only_within_the_twenty_weeks(whole: Plan) -> None:
    away = [
        (story, step) for story in whole.stories for step in story.steps if isinstance(step, RecordException)
    ]
    assert away
    for story, step in away:
        asked = max(day for day in awkward.requests_of(story) if day <= step.on)
        assert step.to_on is not None
        assert step.to_on <= asked + timedelta(weeks=20)


def test_no_plan_is_sent_before_the_familys_fifteen_days_are_over(whole: Plan) -> None:
    for story in whole.stories:
        served = [step.on for step in story.steps if isinstance(step, ServeDraft)]
        sent = [step.on for step in story.steps if isinstance(step, Issue)]
        if served and sent:
            by_post = any(not (who.agreed_to_email and who.email) for who in story.family)
            least = timedelta(days=17 if by_post else 15)
            assert sent[-1] - served[-1] >= least, story.key
