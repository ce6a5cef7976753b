"""Exceptions of law: only those on the list, only with reason, evidence, author and a told family."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.app import scope
from alongside.app.actions import corrections, exceptions
from alongside.app.actions.corrections import Correction
from alongside.app.actions.exceptions import NewException
from alongside.app.queries import exceptions as looks
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import ExceptionGround
from alongside.core.refusal import Refused
from alongside.records.models import CaseEvent, Due
from cast import Cast
from decision_cast import assess

ILLNESS = NewException(
    ground="PERSONAL_CIRCUMSTANCES",
    limits=("A05", "A06"),
    facts="The child has been in hospital since 17 November.",
    impractical_because="Nobody can see the child before January.",
    evidence="Hospital's letter of 18 November 2026",
    told_family_on=date(2026, 11, 20),
    review_on=date(2026, 12, 14),
)
ABSENCE = replace(
    ILLNESS, ground="ABSENT_FROM_AREA", absent_from=date(2026, 11, 18), absent_to=date(2026, 12, 20), facts=""
)


def state(cast: Cast, rule: str) -> tuple[str, date | None]:
    with scope.opened(cast.officer):
        row = Due.objects.get(case=cast.case.case_id, rule=rule)
    return row.state, row.statutory_due


def test_exception_takes_the_limit_away_and_leaves_the_date_to_be_seen(cast: Cast) -> None:
    exceptions.record(cast.case.case_id, ILLNESS, by=cast.officer, at=cast.at)
    assert state(cast, "A06") == ("DISAPPLIED", date(2027, 4, 5))
    assert state(cast, "A02")[0] == "RUNNING"


def test_author_reason_and_evidence_are_on_record(cast: Cast) -> None:
    event_id = exceptions.record(cast.case.case_id, ILLNESS, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        details = CaseEvent.objects.get(id=event_id).details
    assert details["decided_by"] == str(cast.officer.account)
    assert details["told_family_on"] == "2026-11-20"
    assert details["evidence"] == "Hospital's letter of 18 November 2026"


@pytest.mark.parametrize("forged", ["STAFF_SHORTAGE", "EP_SHORTAGE", "LATE_REPLY", "PANEL_DATE", ""])
def test_shortage_of_staff_cannot_be_recorded_even_if_the_form_is_forged(cast: Cast, forged: str) -> None:
    with pytest.raises(Refused, match="shortage of staff or of psychologists"):
        exceptions.record(cast.case.case_id, replace(ILLNESS, ground=forged), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind="EXCEPTION_RECORDED").exists()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"impractical_because": ""}, "Say why this makes the limit impractical"),
        ({"evidence": ""}, "Say what shows it"),
        ({"facts": ""}, "Say what the exceptional circumstances are"),
        ({"limits": ()}, "Say which limit"),
        ({"limits": ("F01",)}, "not a limit that an exception can take away"),
        ({"told_family_on": None}, "Tell the family first"),
        ({"told_family_on": date(2026, 11, 24)}, "Tell the family first"),
        ({"review_on": None}, "looked at again"),
        ({"review_on": date(2026, 11, 23)}, "looked at again"),
        ({"review_on": date(2027, 6, 1)}, "no later than 4 January 2027"),
    ],
)
def test_half_recorded_exception_is_refused(cast: Cast, change: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        exceptions.record(cast.case.case_id, replace(ILLNESS, **change), by=cast.officer, at=cast.at)


def test_absence_of_four_weeks_is_one_and_of_a_day_less_is_not(cast: Cast) -> None:
    just = replace(ABSENCE, absent_to=ABSENCE.absent_from + timedelta(days=27))  # type: ignore[operator]
    short = replace(ABSENCE, absent_to=ABSENCE.absent_from + timedelta(days=26))  # type: ignore[operator]
    with pytest.raises(Refused, match="at least 28 days"):
        exceptions.record(cast.case.case_id, short, by=cast.officer, at=cast.at)
    exceptions.record(cast.case.case_id, just, by=cast.officer, at=cast.at)
    assert state(cast, "A06")[0] == "DISAPPLIED"


def test_missed_appointment_lifts_only_the_limit_of_that_body(cast: Cast) -> None:
    assess(cast)
    found = looks.limits(cast.case.case_id, ExceptionGround.MISSED_APPOINTMENT, by=cast.officer, at=cast.at)
    assert {limit.rule for limit in found.running} == {"A04"}
    chosen = found.running[0]
    missed = replace(
        ILLNESS,
        ground="MISSED_APPOINTMENT",
        limits=("A04",),
        request=chosen.request,
        missed_on=date(2026, 11, 23),
    )
    exceptions.record(cast.case.case_id, missed, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        states = dict(Due.objects.filter(case=cast.case.case_id, rule="A04").values_list("subject", "state"))
    assert states.pop(chosen.request) == "DISAPPLIED"
    assert set(states.values()) == {"RUNNING"}


@pytest.mark.parametrize(
    "who", ["other_officer", "panel_chair", "parent", "psychologist", "officer_elsewhere", "service"]
)
def test_nobody_else_records_an_exception(cast: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        exceptions.record(cast.case.case_id, ILLNESS, by=getattr(cast, who), at=cast.at)


def test_coronavirus_can_be_recorded_only_of_a_limit_that_fell_in_the_summer_of_2020(cast: Cast) -> None:
    summer = replace(ILLNESS, ground="CORONAVIRUS", limits=("A06",))
    found = looks.limits(cast.case.case_id, None, by=cast.officer, at=cast.at)
    assert not found.in_overlay
    with pytest.raises(Refused, match="only a limit that fell from 1 May 2020 to 25 September 2020"):
        exceptions.record(cast.case.case_id, summer, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        received = str(CaseEvent.objects.get(kind="REQUEST_RECEIVED").id)
    right = Correction(date(2020, 3, 20), "The letter was found later")
    corrections.correct(cast.case.case_id, received, right, by=cast.officer, at=cast.at)
    found = looks.limits(cast.case.case_id, ExceptionGround.CORONAVIRUS, by=cast.officer, at=cast.at)
    assert found.in_overlay
    assert {limit.rule for limit in found.running} == {"A02", "A05", "A06"}
    exceptions.record(cast.case.case_id, summer, by=cast.officer, at=cast.at)
    assert state(cast, "A06") == ("DISAPPLIED", date(2020, 8, 7))
