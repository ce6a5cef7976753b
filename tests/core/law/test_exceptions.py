"""What may be recorded as an exception, and the sentence where it may not."""

from typing import Any

import pytest

from alongside.core.law.exceptions import NotAnException, check_exception
from core.law.chronicles import LAW, K, day, deadline, happened

PARTS = {
    "facts": "Grandmother died.",
    "impractical_because": "the family could not meet",
    "evidence": "letter",
}
PERSONAL = {"ground": "PERSONAL_CIRCUMSTANCES", "limits": ["A05", "A06"], **PARTS}
ASKED = happened((K.REQUEST_RECEIVED, "2026-04-03"), (K.ADVICE_REQUESTED, "2026-04-10"))


def refused(details: dict[str, Any], facts: Any = ASKED) -> str:
    with pytest.raises(NotAnException) as refusal:
        check_exception(details, facts, LAW)
    return refusal.value.sentence


def test_a_good_exception_is_weighed_once_for_each_limit() -> None:
    weighed = check_exception(PERSONAL, ASKED, LAW)
    assert [(each.rule, each.applied, each.citation) for each in weighed] == [
        ("A12", True, "SEND Regulations 2014 reg 10(4)"),
        ("A12", True, "SEND Regulations 2014 regs 10(4), 13(3)"),
    ]
    assert "Grandmother died." in weighed[0].why


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"limits": []}, "Say which limit the exception takes away"),
        ({"limits": ["R01"]}, "'R01' is not a limit that an exception can take away"),
        ({"limits": ["A04"]}, "must name the request for advice"),
        ({"limits": ["A04"], "request": "e9"}, "must name the request for advice"),
        ({"impractical_because": ""}, "Say why this makes the limit impractical"),
        ({"evidence": " "}, "Say what shows it"),
        ({"facts": " "}, "Say what the exceptional circumstances are"),
        ({"ground": "SCHOOL_CLOSED"}, "Give the day advice was asked for"),
        ({"ground": "EARLY_YEARS_CLOSED", "advice_requested_on": "2026-07-20"}, "the first closed day"),
        ({"ground": "ABSENT_FROM_AREA"}, "Give the first and the last day of the absence"),
        (
            {"ground": "ABSENT_FROM_AREA", "absent_from": "soon"},
            "“absent_from” is 'soon', which is not a date",
        ),
        (
            {"ground": "MISSED_APPOINTMENT", "limits": ["A04"], "request": "e2"},
            "Give the day of the appointment",
        ),
    ],
)
def test_what_is_missing_is_said(change: dict[str, Any], sentence: str) -> None:
    assert sentence in refused({**PERSONAL, **change})


def test_an_absence_outside_the_limit_takes_no_days_of_it() -> None:
    away = {**PERSONAL, "ground": "ABSENT_FROM_AREA", "absent_from": "2027-01-01", "absent_to": "2027-03-01"}
    assert "takes 0 days" in refused(away)


def test_a_body_is_relieved_by_an_absence_in_its_own_six_weeks() -> None:
    away = {**PARTS, "ground": "ABSENT_FROM_AREA", "limits": ["A04"], "request": "e2"}
    inside = {**away, "absent_from": "2026-04-11", "absent_to": "2026-05-08"}
    assert check_exception(inside, ASKED, LAW)[0].rule == "A11"
    assert "takes 27 days" in refused({**away, "absent_from": "2026-04-11", "absent_to": "2026-05-07"})


def test_without_a_running_limit_there_is_nothing_to_take_away() -> None:
    assert "Nothing is recorded of this case yet" in refused(PERSONAL, happened())
    assert "is not recorded" in refused(PERSONAL, happened((K.DRAFT_SERVED, "2026-05-01")))
    assert "is not recorded" in refused(PERSONAL, happened((K.CASE_ASSIGNED, "2026-05-01")))
    assert "no limit is running" in refused(PERSONAL, happened((K.REQUEST_RECEIVED, "2001-05-01")))


def test_a_ground_that_no_law_knows_is_refused_by_name() -> None:
    assert refused({**PERSONAL, "ground": "EP_SHORTAGE"}).startswith(
        "EP_SHORTAGE is not a ground of exception."
    )
    assert refused({**PERSONAL, "ground": None}).startswith("No ground is not a ground")


# the overlay of 2020 (rule V01)

SUMMER = happened((K.REQUEST_RECEIVED, "2020-03-20"), (K.ADVICE_REQUESTED, "2020-05-04"))
CORONAVIRUS = {**PERSONAL, "ground": "CORONAVIRUS", "facts": "Schools were closed to most pupils."}


def test_coronavirus_takes_away_a_limit_that_fell_while_the_overlay_was_law() -> None:
    weighed = check_exception({**CORONAVIRUS, "limits": ["A02", "A05", "A06"]}, SUMMER, LAW)
    assert [(each.rule, each.applied, each.citation) for each in weighed] == [
        ("V01", True, "SI 2020/471")
    ] * 3
    assert "Coronavirus was in the way. Schools were closed to most pupils." in weighed[0].why
    asked = {**CORONAVIRUS, "limits": ["A04"], "request": "e2"}
    assert check_exception(asked, SUMMER, LAW)[0].rule == "V01"


@pytest.mark.parametrize(
    ("received", "rule", "is_one"),
    [
        ("2020-03-19", "A02", False),  # falls on 30 April 2020
        ("2020-03-20", "A02", True),  # falls on 1 May 2020
        ("2020-05-08", "A06", True),  # falls on 25 September 2020
        ("2020-05-09", "A06", False),  # falls on 26 September 2020
    ],
)
def test_the_overlay_is_chosen_by_the_day_on_which_the_limit_falls(
    received: str, rule: str, is_one: bool
) -> None:
    facts = happened((K.REQUEST_RECEIVED, received))
    details = {**CORONAVIRUS, "limits": [rule]}
    if is_one:
        assert check_exception(details, facts, LAW)[0].applied
    else:
        assert "only a limit that fell from 1 May 2020 to 25 September 2020" in refused(details, facts)


def test_coronavirus_needs_reason_and_evidence_as_every_exception_does() -> None:
    assert "Say why" in refused({**CORONAVIRUS, "limits": ["A05"], "impractical_because": ""}, SUMMER)
    assert "Say what the exceptional" in refused({**CORONAVIRUS, "limits": ["A05"], "facts": ""}, SUMMER)


def test_coronavirus_is_named_among_the_grounds_only_where_it_was_one() -> None:
    def named(facts: Any, on: str) -> set[str]:
        return {each.ground for each in deadline(facts, "A06", on).exceptions}

    assert "CORONAVIRUS" in named(SUMMER, "2020-06-01")
    assert "CORONAVIRUS" not in named(ASKED, "2026-04-20")
    lifted = happened((K.REQUEST_RECEIVED, "2020-03-20"), (K.EXCEPTION_RECORDED, "2020-06-01", CORONAVIRUS))
    found = deadline(lifted, "A06", "2020-12-01")
    assert (found.state, found.statutory_due) == ("DISAPPLIED", day("2020-08-07"))
    assert [each.applied for each in found.exceptions if each.ground == "CORONAVIRUS"] == [True]
