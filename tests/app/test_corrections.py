"""Putting a wrong entry right: both stay, every date is worked out again, nothing impossible is recorded."""

from datetime import date, timedelta

import pytest

from alongside.app import doing, scope
from alongside.app.actions import corrections
from alongside.app.actions.corrections import Correction
from alongside.app.queries import chronology
from alongside.app.queries import corrections as looks
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused
from alongside.records.models import AdviceRequest, CaseEvent, Due, OutboxMessage
from cast import Cast
from decision_cast import assess

WHY = "The post stamp says the 9th."


def request_of(cast: Cast) -> str:
    with scope.opened(cast.officer):
        return str(
            CaseEvent.objects.filter(case=cast.case.case_id, kind="REQUEST_RECEIVED").earliest("position").id
        )


def due(cast: Cast, rule: str) -> date | None:
    with scope.opened(cast.officer):
        return Due.objects.get(case=cast.case.case_id, rule=rule).statutory_due


def test_every_date_follows_a_corrected_day(cast: Cast) -> None:
    corrections.correct(
        cast.case.case_id,
        request_of(cast),
        Correction(date(2026, 11, 9), WHY),
        by=cast.officer,
        at=cast.at,
    )
    assert due(cast, "A02") == date(2026, 12, 21)
    assert due(cast, "A06") == date(2027, 3, 29)


def test_chronology_keeps_both_entries_with_the_reason(cast: Cast) -> None:
    wrong = request_of(cast)
    new = corrections.correct(
        cast.case.case_id, wrong, Correction(date(2026, 11, 9), WHY), by=cast.officer, at=cast.at
    )
    lines = chronology.chronology(cast.case.case_id, by=cast.parent, at=cast.at).happenings
    found = {str(line.id): line for line in lines}
    assert str(found[wrong].corrected_by) == new
    assert found[wrong].occurred_on == date(2026, 11, 16)
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(id=new).details["correction_reason"] == WHY


def test_family_is_told_of_a_correction(cast: Cast) -> None:
    corrections.correct(
        cast.case.case_id,
        request_of(cast),
        Correction(date(2026, 11, 9), WHY),
        by=cast.officer,
        at=cast.at,
    )
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.filter(kind="ENTRY_CORRECTED").values_list("to_email", flat=True)
    assert list(told) == ["petra.parent@example.org"]


def test_entry_is_corrected_once_and_then_only_what_stands(cast: Cast) -> None:
    wrong = request_of(cast)
    corrections.correct(
        cast.case.case_id, wrong, Correction(date(2026, 11, 9), WHY), by=cast.officer, at=cast.at
    )
    with pytest.raises(Refused, match="has been corrected already"):
        corrections.correct(
            cast.case.case_id, wrong, Correction(date(2026, 11, 8), WHY), by=cast.officer, at=cast.at
        )


@pytest.mark.parametrize("reason", ["", "wrong", "wrong date"])
def test_correction_needs_its_reason(cast: Cast, reason: str) -> None:
    with pytest.raises(Refused, match="Say why the entry is wrong"):
        corrections.correct(
            cast.case.case_id,
            request_of(cast),
            Correction(date(2026, 11, 9), reason),
            by=cast.officer,
            at=cast.at,
        )


def test_correction_that_changes_nothing_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="Nothing is different"):
        corrections.correct(
            cast.case.case_id,
            request_of(cast),
            Correction(date(2026, 11, 16), WHY),
            by=cast.officer,
            at=cast.at,
        )


def test_future_day_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the future"):
        corrections.correct(
            cast.case.case_id,
            request_of(cast),
            Correction(date(2026, 11, 24), WHY),
            by=cast.officer,
            at=cast.at,
        )


def test_request_cannot_be_moved_behind_its_own_decision(cast: Cast) -> None:
    assess(cast)
    later = cast.at + timedelta(days=3)
    with pytest.raises(Refused, match="could not have happened when it did"):
        corrections.correct(
            cast.case.case_id,
            request_of(cast),
            Correction(date(2026, 11, 25), WHY),
            by=cast.officer,
            at=later,
        )
    assert due(cast, "A06") == date(2027, 4, 5)


def test_request_cannot_be_voided_under_its_decision(cast: Cast) -> None:
    assess(cast)
    with pytest.raises(Refused, match="could not have happened when it did"):
        corrections.void(
            cast.case.case_id, request_of(cast), reason="It was another child.", by=cast.officer, at=cast.at
        )


def test_entry_that_never_happened_stops_counting(cast: Cast) -> None:
    corrections.void(
        cast.case.case_id, request_of(cast), reason="It was another child.", by=cast.officer, at=cast.at
    )
    with scope.opened(cast.officer):
        assert not Due.objects.filter(case=cast.case.case_id, rule="A02").exists()
        assert CaseEvent.objects.filter(case=cast.case.case_id, kind="REQUEST_RECEIVED").count() == 1


def test_advice_stays_with_its_request_when_the_request_is_corrected(cast: Cast) -> None:
    assess(cast)
    with scope.opened(cast.officer):
        old = AdviceRequest.objects.get(case=cast.case.case_id, kind="PSYCHOLOGICAL")
    with doing.on_case(cast.case.case_id, Permission.RECORD_ADVICE, by=cast.officer, at=cast.at) as deed:
        deed.append(EventKind.ADVICE_RECEIVED, date(2026, 11, 23), {"request": str(old.id)})
    corrections.correct(
        cast.case.case_id,
        str(old.id),
        Correction(date(2026, 11, 22), WHY),
        by=cast.officer,
        at=cast.at,
    )
    with scope.opened(cast.officer):
        new = AdviceRequest.objects.get(case=cast.case.case_id, kind="PSYCHOLOGICAL")
    assert (new.requested_on, new.received_on, new.is_open) == (date(2026, 11, 22), date(2026, 11, 23), False)


def test_who_has_a_case_is_not_corrected(cast: Cast) -> None:
    with scope.opened(cast.officer):
        assigned = CaseEvent.objects.get(case=cast.case.case_id, kind="CASE_ASSIGNED")
    with pytest.raises(Refused, match="Give the case to the right coordinator"):
        corrections.void(
            cast.case.case_id, str(assigned.id), reason="It was another child.", by=cast.officer, at=cast.at
        )


@pytest.mark.parametrize("who", ["officer", "manager", "data_officer"])
def test_who_may_correct_sees_the_entry_as_it_stands(cast: Cast, who: str) -> None:
    from uuid import UUID

    entry = looks.entry(cast.case.case_id, UUID(request_of(cast)), by=getattr(cast, who), at=cast.at)
    assert (entry.occurred_on, entry.details["requested_by"]) == (date(2026, 11, 16), "Petra Parent")


@pytest.mark.parametrize(
    "who", ["other_officer", "parent", "psychologist", "senco", "stranger", "officer_elsewhere"]
)
def test_nobody_else_corrects(cast: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        corrections.void(
            cast.case.case_id,
            request_of(cast),
            reason="It was another child.",
            by=getattr(cast, who),
            at=cast.at,
        )
