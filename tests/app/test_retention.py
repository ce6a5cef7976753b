"""What is kept no longer is erased whole, by the clock and by nobody; the ledger says that it was there."""

import json
from datetime import date, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from alongside.app import scope
from alongside.app.actions import retention
from alongside.app.queries import ledger
from alongside.core.access.refusals import NotAllowed
from alongside.records import retention as rules
from alongside.records.models import (
    Account,
    CaseEvent,
    ImportRejection,
    ImportRun,
    LedgerEntry,
    OutboxMessage,
    Person,
)
from area_cast import Area, build
from cast import HERE, Cast


def in_years(cast: Cast, years: int, days: int = 0) -> datetime:
    """The same moment so many years after the cast's day."""
    return cast.at.replace(year=cast.at.year + years) + timedelta(days)


def rows_of(case: object) -> dict[str, int]:
    """How many rows each table has for a case."""
    found = {}
    with scope.opened_to_all(HERE), connection.cursor() as cursor:
        for table in rules.BY_CASE:
            cursor.execute(f'select count(*) from "{table}" where case_id = %s', [case])
            found[table] = cursor.fetchone()[0]
    return found


def test_every_table_has_a_rule_or_a_reason_for_none() -> None:
    tables = {model._meta.db_table for model in apps.get_app_config("records").get_models()}
    assert tables == set(rules.RULES) | set(rules.NOTHING_PERSONAL)
    assert not set(rules.RULES) & set(rules.NOTHING_PERSONAL)


def test_every_table_with_a_case_is_erased_with_it() -> None:
    models = apps.get_app_config("records").get_models()
    with_case = {
        m._meta.db_table for m in models if any(f.attname == "case_id" for f in m._meta.concrete_fields)
    }
    assert with_case == set(rules.BY_CASE) | {"intake"}


@pytest.mark.parametrize("eraser", rules.Eraser)
def test_every_eraser_is_there(eraser: rules.Eraser) -> None:
    module, _, name = eraser.value.partition(".")
    assert callable(getattr(import_module(f"alongside.app.actions.{module}"), name))


def test_case_is_erased_whole_after_its_time_and_the_ledger_still_verifies(db: None, now: datetime) -> None:
    area: Area = build(at=now)
    cast, ivy = area.cast, area.ids["ivy"]["case_id"]
    held = rows_of(ivy)
    assert held["case_event"] > 5
    assert held["plan_section_revision"] > 5
    assert all(
        held[table]
        for table in ("document", "message", "plan_comment", "correction_request", "advice_request_cache")
    )
    with scope.opened_to_all(HERE):
        before = LedgerEntry.objects.filter(authority=HERE).count()
    at = datetime(2049, 5, 5, 10, 0, tzinfo=now.tzinfo)  # Ivy was born on 4 May 2018
    assert retention.erase_cases(by=cast.service, at=at) == 2  # hers, and that of Yas, born in 2009
    assert set(rows_of(ivy).values()) == {0}
    with scope.opened_to_all(HERE):
        assert not Person.objects.filter(surname="Fielding").exists()
        said = LedgerEntry.objects.get(deed="CASE_ERASED", subject=str(ivy))
        assert json.loads(said.body) == {"reference": cast.case.reference}
        assert LedgerEntry.objects.filter(authority=HERE).count() == before + 2
    assert ledger.verify(None, by=cast.service).whole
    assert rows_of(area.ids["sol"]["case_id"])["case_event"] > 5


def test_case_stays_to_the_last_day_of_its_time(cast: Cast) -> None:
    last = datetime(2049, 5, 4, 10, 0, tzinfo=cast.at.tzinfo)
    assert retention.erase_cases(by=cast.service, at=last) == 0
    assert rows_of(cast.case.case_id)["case_event"] > 0


def test_nobody_can_erase_by_hand(cast: Cast) -> None:
    for erase in (
        retention.erase_cases,
        retention.erase_accounts,
        retention.erase_loose_messages,
        retention.erase_import_details,
    ):
        with pytest.raises(NotAllowed, match="by the clock alone"):
            erase(by=cast.director, at=in_years(cast, 40))


def test_chronology_of_another_case_is_still_refused_to_be_deleted(cast: Cast) -> None:
    other = "00000000-0000-4000-8000-000000000000"
    with scope.opened_to_all(HERE), connection.cursor() as cursor:
        cursor.execute("select set_config('alongside.erasing', %s, true)", [other])
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            CaseEvent.objects.filter(case=cast.case.case_id).delete()


def test_ledger_has_no_way_out(cast: Cast) -> None:
    with scope.opened_to_all(HERE), connection.cursor() as cursor:
        cursor.execute("select set_config('alongside.erasing', %s, true)", [str(cast.case.case_id)])
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            LedgerEntry.objects.filter(authority=HERE).delete()


def test_account_of_somebody_who_left_loses_its_name_six_years_later(cast: Cast) -> None:
    from alongside.records.models import Position

    with scope.opened_to_all(HERE):
        Position.objects.filter(account=cast.other_officer.account).update(ends_before=date(2026, 11, 24))
    assert retention.erase_accounts(by=cast.service, at=in_years(cast, 6)) == 0
    retention.erase_accounts(by=cast.service, at=in_years(cast, 6, 1))
    left = Account.objects.get(id=cast.other_officer.account)
    assert (left.name, left.email, left.is_active) == ("Former user", f"{left.id}@erased.invalid", False)
    assert Account.objects.get(id=cast.officer.account).name == "Cora Coordinator"
    assert Account.objects.get(id=cast.officer_elsewhere.account).name == "Olu Elsewhere"
    assert Account.objects.get(id=cast.parent.account).name == "Petra Parent"


def test_message_of_no_case_goes_after_a_year(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        OutboxMessage.objects.create(
            authority_id=HERE,
            kind="INVITATION",
            to_email="a@example.org",
            subject="s",
            text="t",
            created_at=cast.at,
        )
    assert retention.erase_loose_messages(by=cast.service, at=cast.at + timedelta(365)) == 0
    assert retention.erase_loose_messages(by=cast.service, at=cast.at + timedelta(366)) == 1


def test_what_an_import_could_not_use_goes_after_a_year(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        run = ImportRun.objects.create(
            authority_id=HERE, file_name="return.xml", sha256="0" * 64, started_at=cast.at, finished_at=cast.at,
            started_by_name="Dev Data",
        )  # fmt: skip
        ImportRejection.objects.create(
            authority_id=HERE, run=run, row="12", value="Ivy", reason="No such code."
        )
    assert retention.erase_import_details(by=cast.service, at=cast.at + timedelta(365)) == 0
    assert retention.erase_import_details(by=cast.service, at=cast.at + timedelta(366)) == 1
    assert retention.erase_import_details(by=cast.service, at=cast.at + timedelta(366)) == 0
    with scope.opened_to_all(HERE):
        assert not ImportRejection.objects.exists()
        assert ImportRun.objects.get(id=run.id).started_by_name == ""


def test_twenty_ninth_of_february_is_taken_back_to_the_twenty_eighth() -> None:
    assert retention.years_before(date(2052, 2, 29), 31) == date(2021, 2, 28)
