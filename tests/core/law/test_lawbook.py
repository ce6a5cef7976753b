"""The law book: dated, cited, amended only as what-if, and bad files are refused with a sentence."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from alongside.core.calendar import Calendar
from alongside.core.law import clock, lawbook
from alongside.core.law.duty import Confidence
from alongside.core.law.lawbook import Law, LawBook, Modes
from alongside.core.law.modes import VALUES, UnknownReading
from alongside.core.law.parameter import BadParameter, read
from alongside.core.law.reckoning import count
from core.law.chronicles import LAW, K, day, deadline, deadlines, happened, law

BOOK = LawBook.load()
CHECKED = {"file": "x.toml", "checked_by": "somebody", "checked_on": date(2026, 1, 1)}
GOOD = {
    "id": "A02",
    "title": "Decide",
    "bearer": "LA",
    "value": 6,
    "unit": "weeks",
    "count": "weeks_after",
    "from": date(2014, 9, 1),
    "citation": "reg 5",
    "force": "S",
    "confidence": "verified",
}


@pytest.mark.parametrize("parameter", BOOK.parameters, ids=lambda each: f"{each.id} {each.in_force_from}")
def test_every_parameter_is_cited_checked_and_used(parameter: object) -> None:
    assert len(parameter.citation) > 5
    assert parameter.checked_by
    assert parameter.checked_on <= date(2026, 12, 31)
    code = "".join(file.read_text(encoding="utf-8") for file in Path(lawbook.__file__).parent.glob("*.py"))
    assert f'"{parameter.id}"' in code


def test_every_duty_has_a_parameter_and_a_docstring() -> None:
    for duty in clock.DUTIES:
        assert BOOK.versions(duty.rule)
        assert duty.work_out.__doc__


def test_the_law_begins_in_september_2014() -> None:
    older = {"SERVICE", "L01", "L02", "Y01"}  # post, complaint, court and age are older than the Act
    assert {rule.partition(".")[0] for rule in BOOK.on(date(2014, 8, 31))} == older
    assert BOOK.on(date(2014, 9, 1))["A06"].value == 20


def test_the_amended_regulation_45_is_law_from_23_march_2015() -> None:
    assert "U03" not in BOOK.on(date(2015, 3, 22))
    assert BOOK.on(date(2015, 3, 23))["U03"].value == 14


def test_the_overlay_of_2020_begins_and_ends() -> None:
    in_force = [
        day_
        for day_ in ("2020-04-30", "2020-05-01", "2020-09-25", "2020-09-26")
        if "V01" in BOOK.on(day(day_))
    ]
    assert in_force == ["2020-05-01", "2020-09-25"]


def test_no_duty_arises_before_the_law_began() -> None:
    everything = happened(
        (K.REQUEST_RECEIVED, "2012-01-05"),
        (K.DECISION_TO_ASSESS_NOTIFIED, "2012-02-10"),
        (K.ADVICE_REQUESTED, "2012-02-11"),
        (K.DECISION_TO_ISSUE, "2012-03-01"),
        (K.DRAFT_SERVED, "2012-03-02"),
        (K.SETTING_CONSULTED, "2012-03-03"),
        (K.FINAL_SENT, "2012-04-01"),
    )
    assert clock.due_dates(everything, on=day("2012-06-01"), law=LAW) == ()


def test_amended_law_moves_what_starts_under_it_and_leaves_what_ran_before() -> None:
    what_if = law(book=BOOK.amended("A06", value=16, starting=day("2026-09-01")))
    before, after = (K.REQUEST_RECEIVED, "2026-08-31"), (K.REQUEST_RECEIVED, "2026-09-01")
    assert deadline(happened(before), "A06", "2026-09-01", what_if).statutory_due == day("2027-01-18")
    assert deadline(happened(after), "A06", "2026-09-01", what_if).statutory_due == day("2026-12-22")
    assert len(what_if.book.versions("A06")) == 2


def test_amended_law_without_a_day_is_the_law_at_all_times() -> None:
    what_if = BOOK.amended("A02", value=4)
    assert [each.value for each in what_if.versions("A02")] == [4]
    assert [each.value for each in BOOK.versions("A02")] == [6]


@pytest.mark.parametrize(("rule", "starting"), [("A01", None), ("X99", None), ("V01", date(2021, 1, 1))])
def test_what_has_no_number_cannot_be_amended(rule: str, starting: date | None) -> None:
    with pytest.raises(BadParameter, match=f"{rule} has no number to amend"):
        BOOK.amended(rule, value=3, starting=starting)


def test_two_versions_in_force_at_once_are_refused() -> None:
    with pytest.raises(BadParameter, match="A02: two versions are in force"):
        LawBook((read(GOOD, **CHECKED), read({**GOOD, "value": 7}, **CHECKED)))


def test_a_version_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadParameter, match="ends before it begins"):
        LawBook((read({**GOOD, "until": date(2014, 8, 31)}, **CHECKED),))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"citation": ""}, "citation must be given"),
        ({"valeu": 6}, "unknown key valeu"),
        ({"count": "weeks"}, "count is 'weeks'; it must be one of"),
        ({"rolls": "sometimes"}, "rolls is 'sometimes'"),
        ({"unit": "fortnights"}, "unit is 'fortnights'"),
        ({"value": None}, "value, unit and count go together"),
        ({"value": None, "unit": None, "count": None}, "needs due_words"),
        ({"bearer": "NOBODY"}, "'NOBODY' is not a valid DutyBearer"),
    ],
)
def test_a_bad_parameter_is_refused_with_file_id_and_reason(change: dict[str, object], sentence: str) -> None:
    table = {key: value for key, value in {**GOOD, **change}.items() if value is not None}
    with pytest.raises(BadParameter, match=f"x.toml, A02: .*{sentence}"):
        read(table, **CHECKED)


def test_a_parameter_without_id_is_still_named() -> None:
    with pytest.raises(BadParameter, match="a parameter without id: id, title"):
        read({}, **CHECKED)


def test_a_rule_without_a_number_cannot_be_counted() -> None:
    with pytest.raises(BadParameter, match="Rule A01 fixes no number"):
        BOOK.on(date(2026, 1, 1))["A01"].number  # noqa: B018
    with pytest.raises(BadParameter, match="A06 was not in force on 2010-01-01"):
        LAW.number("A06", date(2010, 1, 1))


def test_a_rule_that_is_not_counted_from_one_day_is_refused() -> None:
    with pytest.raises(ValueError, match="A09 is counted by days_before_A06"):
        count(BOOK.on(date(2026, 1, 1))["A09"], date(2026, 1, 1))


def test_the_latest_draft_has_no_day_where_the_final_plan_has_none() -> None:
    without_final = LawBook(tuple(each for each in BOOK.parameters if each.id != "A06"))
    assert law(book=without_final).limits["A09", date(2026, 1, 5)] is None


def test_readings_have_their_default_first_and_are_named_by_name_and_value() -> None:
    modes = Modes()
    assert {name: getattr(modes, name) for name in VALUES} == {
        name: values[0] for name, values in VALUES.items()
    }
    named = Modes.named("week_mode=day_of_receipt_is_day_1", " nonworking_due = roll_forward ")
    assert (named.week_mode, named.nonworking_due) == ("day_of_receipt_is_day_1", "roll_forward")


@pytest.mark.parametrize("setting", ["week_mode", "weekmode=x", "", "=x"])
def test_an_unknown_reading_is_refused_with_the_names_there_are(setting: str) -> None:
    with pytest.raises(UnknownReading, match="the names are receipt_mode, week_mode"):
        Modes.named(setting)


def test_an_unknown_value_of_a_reading_is_refused_with_the_values_there_are() -> None:
    with pytest.raises(UnknownReading, match="It is one of exclude_trigger, day_of_receipt_is_day_1"):
        Modes.named("week_mode=monday")


def test_beyond_the_table_of_bank_holidays_only_what_needs_it_is_unknown() -> None:
    asked = happened((K.REQUEST_RECEIVED, "2028-12-04"), (K.REFUSAL_TO_ASSESS_SENT, "2028-12-20"))
    decision = deadline(asked, "A02", "2028-12-20")
    assert (decision.statutory_due, decision.operational_target) == (day("2029-01-15"), None)
    assert "the working day to act by is not" in decision.unknown[0]
    appeal = deadline(asked, "F01", "2028-12-20")
    assert (appeal.statutory_due, appeal.strict_due) == (None, day("2029-02-20"))
    assert "the last day cannot be worked out" in appeal.unknown[0]
    rolled = deadline(asked, "A02", "2028-12-20", law("nonworking_due=roll_forward"))
    assert rolled.statutory_due is None


def test_a_draft_posted_beyond_the_table_has_no_known_day_of_service() -> None:
    short = Law(BOOK, Calendar(frozenset(), date(2026, 1, 1), date(2026, 5, 6)))
    posted = {"channel": "FIRST_CLASS_POST", "sent_on": "2026-05-06"}
    draft = (K.DRAFT_SERVED, "2026-05-06", posted)
    found = deadline(happened(draft), "A07", "2026-05-06", short)
    assert (found.statutory_due, found.state.value) == (None, "RUNNING")
    assert "neither is the day of service" in found.reasons[0].fact
    final = happened(draft, (K.FINAL_SENT, "2026-05-10"))
    assert deadline(final, "A07b", "2026-05-10", short).state.value == "SUPERSEDED"
    assert deadline(final, "A07", "2026-05-10", short).state.value == "CANCELLED"
    again = happened(draft, (K.DRAFT_REISSUED, "2026-05-08"))
    assert deadlines(again, "A07", "2026-05-08", short)[0].state.value == "SUPERSEDED"


def test_what_was_not_verified_says_so() -> None:
    assert deadline(happened((K.REQUEST_RECEIVED, "2026-01-05")), "A01", "2026-01-05").confidence is (
        Confidence.FROM_KNOWLEDGE
    )


def test_remembered_limits_are_the_same_as_worked_out_ones() -> None:
    fresh = law()
    for rule in ("A02", "A05", "A06", "A09", "A07", "M01", "R01"):
        start = date(2026, 1, 5) + timedelta(days=len(rule))
        assert fresh.limits[rule, start] == fresh.limits[rule, start] == fresh.work_out(rule, start)
