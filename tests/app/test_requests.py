"""Registering a request: all of it or nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from alongside.app import scope
from alongside.app.actions import requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel, RequestSource
from alongside.core.refusal import Refused
from alongside.records.models import Case, Due, LedgerEntry, Person, Position
from cast import Cast

CHILD = NewChild("Sol", "Marsh", date(2019, 3, 1))
PARTY = NewParty("PARENT", "Ada Marsh")
TODAY = NewRequest(date(2026, 11, 23), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "Ada Marsh")


def test_decision_is_due_six_weeks_after_the_day_received(cast: Cast) -> None:
    with scope.opened(cast.officer):
        due = Due.objects.get(case=cast.case.case_id, rule="A02")
    assert due.statutory_due == date(2026, 12, 28)
    assert due.is_live


def test_final_plan_is_due_twenty_weeks_after_the_day_received(cast: Cast) -> None:
    with scope.opened(cast.officer):
        assert Due.objects.get(case=cast.case.case_id, rule="A06").statutory_due == date(2027, 4, 5)


def test_case_has_an_owner_from_the_first_moment(cast: Cast) -> None:
    with scope.opened(cast.officer):
        case = Case.objects.get(id=cast.case.case_id)
    assert case.owner_id == cast.officer.account
    assert case.stage == "REQUEST_OPEN"


def test_next_case_goes_to_whoever_has_fewer(cast: Cast) -> None:
    registered = requests.register(CHILD, [PARTY], TODAY, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert Case.objects.get(id=registered.case_id).owner_id == cast.other_officer.account


def test_references_follow_one_another(cast: Cast) -> None:
    assert cast.case.reference == "E26-00001"
    assert requests.register(CHILD, [PARTY], TODAY, by=cast.officer, at=cast.at).reference == "E26-00002"


def test_future_day_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    tomorrow = replace(TODAY, received_on=date(2026, 11, 24))
    with pytest.raises(Refused, match="24 November 2026, is in the future"):
        requests.register(CHILD, [PARTY], tomorrow, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert not Person.objects.filter(surname="Marsh").exists()


def test_late_logging_needs_its_reason(cast: Cast) -> None:
    old = replace(TODAY, received_on=date(2026, 11, 10))
    with pytest.raises(Refused, match="Say why it is registered only now"):
        requests.register(CHILD, [PARTY], old, by=cast.officer, at=cast.at)


def test_without_any_coordinator_nothing_is_kept(cast: Cast) -> None:
    with scope.opened_to_all("931"):
        Position.objects.filter(role="COORDINATOR").update(ends_before=date(2026, 1, 1))
    with pytest.raises(Refused, match="nobody could own the case"):
        requests.register(CHILD, [PARTY], TODAY, by=cast.officer, at=cast.at)
    with scope.opened_to_all("931"):
        assert not Person.objects.filter(surname="Marsh").exists()


@pytest.mark.parametrize("who", ["parent", "senco", "psychologist", "stranger"])
def test_only_officers_register(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        requests.register(CHILD, [PARTY], TODAY, by=getattr(cast, who), at=cast.at)


def test_another_authority_does_not_find_the_case(cast: Cast) -> None:
    with pytest.raises(NotFound):
        requests.record_received(cast.case.case_id, TODAY, by=cast.officer_elsewhere, at=cast.at)


def test_deed_is_sealed_in_the_ledger(cast: Cast) -> None:
    with scope.opened(cast.officer):
        deeds = list(LedgerEntry.objects.order_by("sequence").values_list("deed", flat=True))
    assert "REQUEST_RECEIVED" in deeds
    assert "CASE_ASSIGNED" in deeds


def test_clock_change_does_not_move_the_day(cast: Cast) -> None:
    late_evening = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    request = replace(TODAY, received_on=date(2026, 7, 1))
    registered = requests.register(CHILD, [PARTY], request, by=cast.officer, at=late_evening)
    with scope.opened(cast.officer):
        assert Due.objects.get(case=registered.case_id, rule="A02").statutory_due == date(2026, 8, 12)
