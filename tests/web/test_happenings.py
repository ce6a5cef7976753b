"""The pages on which news is chosen, recorded and corrected, for every kind of it; and what the case then says."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.app.recordable import reading
from alongside.app.recordable.entry import DECIDES, Type
from alongside.app.recordable.table import BY_KIND
from alongside.core.case.codes import EventKind as K
from alongside.web.presenters import happening_words
from cast import Cast
from happening_cast import GIVEN, WITH_A_PLAN, before, reach, tell

QUERIES = 25
SignIn = Callable[..., Any]


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def address(cast: Cast, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}{page}"


def boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def posted(kind: K, prefix: str = "", **changed: Any) -> dict[str, Any]:
    """What a browser sends for news of a kind with all its particulars."""
    sent: dict[str, Any] = boxes("occurred_on", date(2026, 11, 23)) if not prefix else {}
    given = GIVEN.get(kind, {}) | changed
    for each in BY_KIND[kind].particulars:
        value = given.get(each.key)
        if value is None:
            continue
        name = f"{prefix}{each.key}"
        if each.type is Type.DAY:
            sent |= boxes(name, value if isinstance(value, date) else date.fromisoformat(value))
        elif each.type is Type.SETTING:
            sent[f"{prefix}written_name"] = value
        elif each.type is Type.LETTERS:
            sent[name] = [letter for letter in value if letter.isalpha()]
        elif each.type is Type.YES_NO:
            sent[name] = {True: "yes", False: "no"}.get(value, value)
        else:
            sent[name] = str(value)
    return sent


@pytest.mark.parametrize("kind", list(BY_KIND))
def test_each_kind_of_news_is_recorded_on_its_page(cast: Cast, signed_in: SignIn, kind: K) -> None:
    before(cast, kind)
    client = signed_in(cast.officer)
    page = client.get(address(cast, f"/record/{kind.lower()}"))
    assert page.status_code == 200
    assert happening_words.news_title(kind) in page.content.decode()
    assert "cannot be recorded" not in page.content.decode()
    done = client.post(address(cast, f"/record/{kind.lower()}"), posted(kind) | {"confirmed": "yes"})
    assert done.status_code == 303, done.content.decode()
    assert happening_words.TITLES[kind] in client.get(address(cast, "/chronology")).content.decode()


NEEDS = [
    kind
    for kind, entry in BY_KIND.items()
    if any(each.missing and each.type not in reading.BY_ITSELF for each in entry.particulars)
]


@pytest.mark.parametrize("kind", NEEDS)
def test_page_asks_again_for_what_is_missing(cast: Cast, signed_in: SignIn, kind: K) -> None:
    before(cast, kind)
    answer = signed_in(cast.officer).post(
        address(cast, f"/record/{kind.lower()}"),
        boxes("occurred_on", date(2026, 11, 23)) | {"confirmed": "yes"},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    asked = [p for p in BY_KIND[kind].particulars if p.missing and p.type not in reading.BY_ITSELF]
    asked.sort(
        key=lambda p: bool(p.unless)
    )  # what another answer makes needless is missed only after the rest
    first = asked[0]
    assert "There is a problem" in page
    assert first.missing.rstrip(".") in page


def test_news_is_listed_by_heading_and_only_what_may_follow(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.officer)
    page = client.get(address(cast, "/record")).content.decode()
    assert "The assessment" in page
    assert "Family invited to give their views" in page
    assert "A review of the plan" not in page
    assert "Mediation" not in page
    reach(cast, WITH_A_PLAN)
    page = client.get(address(cast, "/record")).content.decode()
    for heading in (
        "A review of the plan, or a change to it",
        "Mediation",
        "The end of the plan",
        "Direct payments",
    ):
        assert heading in page
    assert "Review meeting arranged" in page
    assert "Review meeting moved to another day" not in page
    assert "Family invited to give their views" not in page


def test_colleague_is_not_offered_what_the_owner_decides(cast: Cast, signed_in: SignIn) -> None:
    reach(cast, WITH_A_PLAN)
    page = signed_in(cast.other_officer).get(address(cast, "/record")).content.decode()
    offered = [kind for kind, entry in BY_KIND.items() if f'/record/{kind.lower()}"' in page]
    assert offered
    assert not [kind for kind in offered if BY_KIND[kind].needs is DECIDES]
    assert signed_in(cast.other_officer).get(address(cast, "/record/plan_ceased")).status_code == 403


def test_notice_shows_what_it_must_state(cast: Cast, signed_in: SignIn) -> None:
    before(cast, K.CEASE_DECISION_SENT)
    page = signed_in(cast.officer).get(address(cast, "/record/cease_decision_sent")).content.decode()
    assert "the notice must state" in page
    assert "The right to appeal to the Tribunal" in page
    assert "That the plan is kept until the time to appeal is over, or the appeal is decided" in page


def test_news_of_another_day_may_be_typed_though_today_it_cannot_follow(
    cast: Cast, signed_in: SignIn
) -> None:
    page = signed_in(cast.officer).get(address(cast, "/record/appeal_heard")).content.decode()
    assert "Where the case stands today this cannot be recorded" in page


@pytest.mark.parametrize("kind", [kind for kind, entry in BY_KIND.items() if entry.closes_case])
def test_news_that_closes_the_case_is_confirmed_first(cast: Cast, signed_in: SignIn, kind: K) -> None:
    before(cast, kind)
    client = signed_in(cast.officer)
    page = client.post(address(cast, f"/record/{kind.lower()}"), posted(kind)).content.decode()
    assert "Check before you record" in page
    assert happening_words.TITLES[kind] not in client.get(address(cast, "/chronology")).content.decode()


def test_of_two_decisions_the_page_asks_which(cast: Cast, signed_in: SignIn) -> None:
    before(cast, K.REVIEW_DECISION_SENT)
    tell(cast, K.REVIEW_DECISION_SENT)
    page = signed_in(cast.officer).get(address(cast, "/record/mediation_requested")).content.decode()
    assert "Which decision is it about?" in page
    assert "Final plan sent, 23 November 2026" in page
    assert "Decision after the review sent, 23 November 2026" in page or "Decided not to amend" in page


@pytest.mark.parametrize("page", ["/record", "/record/amended_final_sent", "/record/mediation_requested", ""])
def test_number_of_questions_is_bounded(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    before(cast, K.AMENDED_FINAL_SENT)
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(QUERIES):
        assert client.get(address(cast, page)).status_code == 200


def test_chronology_says_news_in_words(cast: Cast, signed_in: SignIn) -> None:
    before(cast, K.REVIEW_DECISION_SENT)
    tell(cast, K.REVIEW_DECISION_SENT)
    tell(cast, K.PHASE_TRANSFER_FORESEEN)
    tell(cast, K.REVIEW_SCHEDULED)
    page = signed_in(cast.officer).get(address(cast, "/chronology")).content.decode()
    assert "The plan stays as it is. Letter dated 23 November 2026; because: The outcomes still fit." in page
    assert "From primary to secondary school; in 2029." in page
    assert "Meeting on 1 February 2027; year group 3." in page


def test_entry_is_corrected_in_the_particulars_it_was_asked_for(cast: Cast, signed_in: SignIn) -> None:
    reach(cast, WITH_A_PLAN)
    event = tell(cast, K.REVIEW_SCHEDULED)
    client = signed_in(cast.officer)
    page = client.get(address(cast, f"/events/{event}/correct"))
    assert page.status_code == 200
    assert 'name="now_meeting_on-year" type="text" value="2027"' in page.content.decode()
    sent = boxes("occurred_on", date(2026, 11, 23)) | {"wrong": "VALUES", "reason": "It is a week later."}
    wrong = client.post(address(cast, f"/events/{event}/correct"), sent)
    assert wrong.status_code == 422
    assert "Enter the day of the review meeting" in wrong.content.decode()
    right = sent | posted(K.REVIEW_SCHEDULED, "now_", meeting_on="2027-02-08")
    assert client.post(address(cast, f"/events/{event}/correct"), right).status_code == 303
    assert "Meeting on 8 February 2027" in client.get(address(cast, "/chronology")).content.decode()


# the page of the case


def test_case_with_a_plan_shows_its_year_and_not_the_twenty_weeks(cast: Cast, signed_in: SignIn) -> None:
    before(cast, K.REVIEW_DECISION_SENT)
    tell(cast, K.MOVE_NOTIFIED)
    page = signed_in(cast.officer).get(address(cast)).content.decode()
    assert "The twenty weeks" not in page
    for heading in ("The plan’s year", "A disagreement", "Moving, ceasing, other"):
        assert f">{heading}</h3>" in page
    assert "<strong>Review:</strong> The review meeting was held. The authority has still to decide." in page
    assert "<strong>Transfer:</strong> The child moves to another authority." in page
    assert "Decide after the review and tell the family and the setting" in page


def test_next_step_of_a_duty_leads_to_the_page_that_answers_it(cast: Cast, signed_in: SignIn) -> None:
    from types import SimpleNamespace

    from alongside.web.presenters import deeds as steps

    line: Any = SimpleNamespace(rule="R06", case_id=cast.case.case_id)
    assert steps.next_step(line, cast.officer).href == address(cast, "/plan/review")
    line.rule = "M02"
    assert steps.next_step(line, cast.officer).href == address(cast)


def test_family_is_never_offered_to_record(cast: Cast, signed_in: SignIn) -> None:
    assert signed_in(cast.parent).get(address(cast, "/record")).status_code == 403
