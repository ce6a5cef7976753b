"""The ledger in the database: whole after deeds, and not whole after anybody changes the tables themselves."""

from collections.abc import Iterator
from datetime import date

import psycopg
import pytest
from django.db import connection

from alongside.app import scope
from alongside.app.actions import happenings
from alongside.app.actions.happenings import Happening
from alongside.app.queries import cases, ledger
from alongside.core.access.refusals import NotAllowed
from alongside.core.case.codes import EventKind
from alongside.core.ledger import verify as offline
from alongside.core.ledger.verify import parse_root
from alongside.records.models import LedgerEntry
from cast import HERE, Cast

pytestmark = pytest.mark.django_db(transaction=True)
VIEWS = Happening(EventKind.VIEWS_INVITED, date(2026, 11, 20), {})


@pytest.fixture
def superuser(cast: Cast) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """Somebody with every right over the database, whom neither walls nor triggers bind."""
    made = connection.settings_dict
    cases.head(cast.case.case_id, by=cast.officer, at=cast.at)
    happenings.record(cast.case.case_id, VIEWS, by=cast.officer, at=cast.at)
    with psycopg.connect(
        host=made["HOST"], port=made["PORT"] or None, dbname=made["NAME"], user="postgres", autocommit=True
    ) as opened:
        opened.execute("set session_replication_role = replica")  # no trigger fires
        yield opened


def test_ledger_is_whole_after_deeds_and_looks(cast: Cast) -> None:
    cases.head(cast.case.case_id, by=cast.officer, at=cast.at)
    happenings.record(cast.case.case_id, VIEWS, by=cast.officer, at=cast.at)
    verdict = ledger.verify(None, by=cast.service)
    assert verdict.whole
    assert verdict.entries >= 5


def test_every_look_at_a_case_is_an_entry(cast: Cast) -> None:
    before = ledger.count(by=cast.service)
    cases.overview(cast.case.case_id, by=cast.officer, at=cast.at)
    assert ledger.count(by=cast.service) == before + 1


TAMPERING = {
    "a changed byte": "update ledger_entry set body = replace(body, 'VIEWS', 'VIEWZ') || ' ' where sequence = 4",
    "a changed actor": "update ledger_entry set actor = 'nobody' where sequence = 2",
    "a moved moment": "update ledger_entry set at = at + interval '1 microsecond' where sequence = 3",
    "a deleted entry": "delete from ledger_entry where sequence = 3",
    "two entries in each other's place": (
        "update ledger_entry set sequence = case sequence when 2 then 1002 when 3 then 2 else sequence end; "
        "update ledger_entry set sequence = 3 where sequence = 1002"
    ),
    "an entry put in": (
        "update ledger_entry set sequence = sequence + 1000 where sequence >= 3; "
        "update ledger_entry set sequence = sequence - 999 where sequence >= 1003; "
        "insert into ledger_entry (authority_id, sequence, at, actor, deed, subject, body, previous_hash, hash) "
        "select authority_id, 3, at, actor, deed, subject, body, previous_hash, hash from ledger_entry where "
        "sequence = 2"
    ),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_by_a_superuser_is_found(
    cast: Cast, superuser: psycopg.Connection[tuple[object, ...]], what: str
) -> None:
    assert ledger.verify(None, by=cast.service).whole
    superuser.execute(TAMPERING[what].encode())
    assert not ledger.verify(None, by=cast.service).whole


def test_cut_off_end_is_found_with_the_published_root(
    cast: Cast, superuser: psycopg.Connection[tuple[object, ...]]
) -> None:
    root = ledger.root(by=cast.service, at=cast.at)
    superuser.execute("delete from ledger_entry where sequence = (select max(sequence) from ledger_entry)")
    assert ledger.verify(None, by=cast.service).whole
    assert not ledger.verify(parse_root(root.text()), by=cast.service).whole


def test_export_is_whole_to_the_program_that_needs_nothing(cast: Cast) -> None:
    lines = list(ledger.lines(by=cast.service))
    root = ledger.root(by=cast.service, at=cast.at)
    verdict = offline.verify_lines(lines, root)
    assert verdict.whole
    assert verdict.entries == len(lines) == ledger.count(by=cast.service)


def test_root_of_another_authority_is_refused(cast: Cast) -> None:
    root = ledger.root(by=cast.service, at=cast.at)
    with pytest.raises(ValueError, match="authority 931 and this ledger of 866"):
        ledger.verify(root, by=cast.officer_elsewhere.__class__(None, "", "866", cast.service.roles))


def test_officer_may_not_print_the_root(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        ledger.root(by=cast.officer, at=cast.at)


def test_ledger_holds_no_name(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        told = " ".join(f"{e.actor} {e.subject} {e.body}" for e in LedgerEntry.objects.all())
    assert not any(name in told for name in ("Ivy", "Fielding", "Petra", "Cora", "2018-05-04"))
