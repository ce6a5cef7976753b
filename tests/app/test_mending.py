"""What the rules of the return would find wrong is known all year, case by case, and is gone once it is mended."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from alongside.app import scope
from alongside.app.actions import child_details, happenings, list_files, upkeep
from alongside.app.actions.child_details import ChildDetails
from alongside.app.actions.happenings import Happening
from alongside.app.queries import child_details as queries
from alongside.app.queries import mending, new_plans
from alongside.app.queries.mending import Wanted
from alongside.app.queries.new_plans import Why
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import EventKind
from alongside.core.refusal import Refused
from alongside.integrations.sen2 import load, returns
from alongside.records.models import Authority, CaseParty, LedgerEntry, Person, ToMend
from app.importing_files import AWAITING, ISSUED, PLAN, ada, file
from cast import Cast

HERE_UPN, OTHER_UPN = "F931123412001", "F931456720002"
KNOWN = ChildDetails(
    born_on=date(2017, 5, 1), sex="F", ethnicity="WBRI", postcode="NS1 1AA", upn="", uln="", upn_unknown="UN8",
    disability="N",
)  # fmt: skip
PLACED = returns.Placement(
    urn="123456", rank="1", sen_unit=False, resourced_provision=False, entry_on=date(2024, 9, 2)
)
IN_FORCE = replace(
    ISSUED, active_plan=returns.ActivePlan(placements=(PLACED,), needs=(returns.Need("ASD", "1"),))
)


def take(folder: Path, cast: Cast, *persons: returns.Person) -> None:
    load.take_over(file(folder, persons), by=cast.service, at=cast.at)


def rules(cast: Cast, **wanted: Any) -> set[tuple[str, str, str]]:
    """Source, rule and item of each line."""
    found = mending.to_mend(Wanted(**wanted), by=cast.data_officer, at=cast.at, size=None)
    return {(line.source, line.rule, line.item) for line in found.lines}


def case_of(surname: str) -> UUID:
    found: UUID = Person.objects.get(surname=surname).case.id
    return found


def test_missing_items_of_a_live_case_are_lines_with_the_page_that_mends_them(cast: Cast) -> None:
    found = mending.to_mend(Wanted(), by=cast.data_officer, at=cast.at)
    missing = [line for line in found.lines if line.item == "Ethnicity"]
    assert [(line.rule, line.severity, line.page) for line in missing] == [("D03", "error", "child_details")]
    assert missing[0].case_id == cast.case.case_id
    assert found.total == len(found.lines)
    assert found.cases == 1


def test_line_is_gone_once_the_child_s_details_are_right(cast: Cast) -> None:
    assert ("SEN2", "D03", "Ethnicity") in rules(cast)
    changed = child_details.change(cast.case.case_id, KNOWN, by=cast.officer, at=cast.at)
    assert "ethnicity" in changed
    assert not {rule for rule in rules(cast) if rule[1] in ("D03", "D05")}


def test_news_of_a_need_and_a_place_takes_their_lines_away(cast: Cast, tmp_path: Path) -> None:
    bare = replace(IN_FORCE, active_plan=returns.ActivePlan())
    take(tmp_path, cast, ada(bare, ethnicity="WBRI"))
    assert {("SEN2", "D34", "SENneed"), ("SEN2", "D32", "PlacementDetail")} <= rules(cast)
    day = cast.at.date() - timedelta(days=3)
    news = (
        Happening(EventKind.NEED_RECORDED, day, {"type": "ASD", "rank": "1"}),
        Happening(EventKind.PLACEMENT_STARTED, day, {"organisation": str(cast.special_school), "rank": "1"}),
    )
    for each in news:
        happenings.record(case_of("Holm"), each, by=cast.officer, at=cast.at)
    left = {rule for _, rule, _ in rules(cast)}
    assert not left & {"D34", "D32"}


def test_cache_says_what_the_rules_say_today_and_after_days_have_passed(cast: Cast, tmp_path: Path) -> None:
    take(tmp_path, cast, ada(IN_FORCE), ada(AWAITING, upn="X845212818005", surname="Garth"))
    assert upkeep.compare(by=cast.service, at=cast.at).differences == ()
    later = cast.at + timedelta(days=400)
    upkeep.move_on(by=cast.service, at=later)
    assert [one for one in upkeep.compare(by=cast.service, at=later).differences if "mend_cache" in one] == []


def test_wrong_line_in_the_cache_is_an_alarm(cast: Cast) -> None:
    with scope.opened(cast.officer):
        ToMend.objects.filter(item="Ethnicity").update(rule="D99")
    differences = upkeep.compare(by=cast.service, at=cast.at).differences
    assert any("mend_cache" in one and "D99" in one for one in differences)


def test_every_case_is_worked_out_once_a_day(cast: Cast) -> None:
    upkeep.move_on(by=cast.service, at=cast.at)
    assert Authority.objects.get(code=cast.service.authority).mended_on == cast.at.date()
    with scope.opened(cast.officer):
        ToMend.objects.all().delete()
    upkeep.move_on(by=cast.service, at=cast.at + timedelta(hours=1))
    assert ("SEN2", "D03", "Ethnicity") not in rules(cast)
    upkeep.move_on(by=cast.service, at=cast.at + timedelta(days=1))
    assert ("SEN2", "D03", "Ethnicity") in rules(cast)


def test_delay_is_no_line(cast: Cast, tmp_path: Path) -> None:
    late = replace(IN_FORCE, received_on=date(2026, 1, 5), outcome_on=date(2026, 2, 2))
    plan = replace(PLAN, start_on=date(2026, 9, 1))
    assessment = returns.Assessment(outcome="Y", outcome_on=date(2026, 9, 1), named_plan=plan, week20=False)
    folder = file(
        tmp_path, [ada(replace(late, assessment=assessment))],
        returns.Header(collection="SEN2", year=2026, reference_on=date(2026, 11, 1), lea="931"),
    )  # fmt: skip
    load.take_over(folder, by=cast.service, at=cast.at)
    assert "D21" not in {rule for _, rule, _ in rules(cast)}


def test_list_is_narrowed_by_rule_source_gravity_and_owner(cast: Cast) -> None:
    assert {rule for _, rule, _ in rules(cast, rule="SEN2/D03")} == {"D03"}
    assert {source for source, _, _ in rules(cast, source="ANNEX_A")} <= {"ANNEX_A"}
    every = mending.to_mend(Wanted(), by=cast.data_officer, at=cast.at, size=None)
    errors = mending.to_mend(Wanted(severity="error"), by=cast.data_officer, at=cast.at, size=None)
    assert {line.severity for line in errors.lines} == {"error"}
    assert errors.total <= every.total
    (owner,) = every.owners
    assert rules(cast, owner=owner[0]) == rules(cast)
    assert rules(cast, owner=cast.case.case_id) == set()


def test_number_that_two_children_have_is_told(cast: Cast, tmp_path: Path) -> None:
    take(tmp_path, cast, ada(IN_FORCE), ada(AWAITING, upn="X845212818005", surname="Garth"))
    with scope.opened(cast.officer):
        Person.objects.filter(surname="Garth").update(upn="B801200005001")
    (shared,) = mending.to_mend(Wanted(), by=cast.data_officer, at=cast.at).shared
    assert (shared.kind, shared.number, len(shared.references)) == ("UPN", "B801200005001", 2)


def test_number_of_another_child_is_refused(cast: Cast, tmp_path: Path) -> None:
    take(tmp_path, cast, ada(IN_FORCE))
    with pytest.raises(Refused, match="is the number of the child of case") as refusal:
        child_details.change(
            cast.case.case_id,
            replace(KNOWN, upn="B801200005001", upn_unknown=""),
            by=cast.officer,
            at=cast.at,
        )
    assert refusal.value.field == "upn"
    assert Person.objects.get(case=cast.case.case_id).ethnicity == ""


@pytest.mark.parametrize(
    ("details", "words"),
    [
        (replace(KNOWN, upn=HERE_UPN), "no reason for its absence"),
        (replace(KNOWN, upn_unknown="UN4"), "UN4 is not one of the reasons"),
        (replace(KNOWN, born_on=None), "Write what it should say"),
        (replace(KNOWN, born_on=date(1980, 1, 1)), "cannot be right"),
    ],
)
def test_details_that_contradict_each_other_are_refused(
    cast: Cast, details: ChildDetails, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        child_details.change(cast.case.case_id, details, by=cast.officer, at=cast.at)


def test_change_of_details_is_in_the_ledger_without_what_they_are(cast: Cast) -> None:
    child_details.change(
        cast.case.case_id, replace(KNOWN, upn=HERE_UPN, upn_unknown=""), by=cast.officer, at=cast.at
    )
    body = LedgerEntry.objects.get(deed="CHILD_DETAILS_CHANGED").body
    assert "upn" in body
    assert HERE_UPN not in body


def test_details_already_right_change_nothing(cast: Cast) -> None:
    child_details.change(cast.case.case_id, KNOWN, by=cast.officer, at=cast.at)
    assert child_details.change(cast.case.case_id, KNOWN, by=cast.officer, at=cast.at) == ()
    head, held = queries.details(cast.case.case_id, by=cast.officer, at=cast.at)
    assert head.case_id == cast.case.case_id
    assert held == KNOWN


def test_only_who_works_with_the_records_sees_the_lines(cast: Cast) -> None:
    for who in (cast.parent, cast.senco, cast.stranger):
        with pytest.raises(NotAllowed):
            mending.to_mend(Wanted(), by=who, at=cast.at)


def test_file_of_a_coordinator_holds_their_own_cases_and_is_sealed(cast: Cast) -> None:
    own = list_files.take_to_mend(Wanted(), by=cast.officer, at=cast.at)
    whole = list_files.take_to_mend(Wanted(), by=cast.data_officer, at=cast.at)
    assert len(own.lines) <= len(whole.lines)
    assert LedgerEntry.objects.filter(deed="DATA_TO_MEND_TAKEN_AS_FILE").count() == 2


def test_three_counts_of_new_plans_differ_by_named_plans(cast: Cast, tmp_path: Path) -> None:
    assert ISSUED.assessment is not None
    challenged = replace(ISSUED, assessment=replace(ISSUED.assessment, other_tribunal=True))
    historical = returns.Request(
        outcome="H",
        assessment=returns.Assessment(outcome="H", named_plan=replace(PLAN, start_on=date(2024, 5, 7))),
    )
    take(
        tmp_path, cast, ada(ISSUED), ada(challenged, upn="X845212818005", surname="Garth"),
        ada(historical, upn=HERE_UPN, surname="Kelham"), ada(AWAITING, upn=OTHER_UPN, surname="Lorne"),
    )  # fmt: skip
    found = new_plans.new_plans(2024, by=cast.manager, at=cast.at)
    assert (found.assessed, found.timed, found.started) == (2, 1, 3)
    assert {plan.name.split()[-1]: plan.why for plan in found.plans} == {
        "Holm": Why.IN_ALL, "Garth": Why.CHALLENGED, "Kelham": Why.MADE_BEFORE,
    }  # fmt: skip
    assert found.years == (2024,)


def test_three_counts_are_for_who_may_export(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        new_plans.new_plans(2024, by=cast.officer, at=cast.at)


def test_postcode_of_a_withheld_address_is_neither_shown_nor_changed(cast: Cast) -> None:
    with scope.opened(cast.officer):
        Person.objects.filter(case=cast.case.case_id).update(postcode="NS9 9ZZ")
        CaseParty.objects.filter(case=cast.case.case_id, relation="PARENT").update(address_withheld=True)
    _, held = queries.details(cast.case.case_id, by=cast.data_officer, at=cast.at)
    assert held.postcode is None
    child_details.change(cast.case.case_id, KNOWN, by=cast.data_officer, at=cast.at)
    with scope.opened(cast.officer):
        assert Person.objects.get(case=cast.case.case_id).postcode == "NS9 9ZZ"


def test_postcode_itself_is_not_on_the_list(cast: Cast) -> None:
    wrong = replace(KNOWN, postcode="NONSENSE")
    child_details.change(cast.case.case_id, wrong, by=cast.officer, at=cast.at)
    found = mending.to_mend(Wanted(), by=cast.data_officer, at=cast.at, size=None)
    lines = [line for line in found.lines if line.item == "PostCode"]
    assert lines
    assert not any("NONSENSE" in line.value + line.message for line in lines)
