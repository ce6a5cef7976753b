"""A new install: its authority and its first officer, entered once and never overwritten."""

from datetime import datetime

import pytest

from alongside.app import scope
from alongside.app.actions import installing
from alongside.app.actions.installing import FirstOfficer, Installed
from alongside.app.queries import accounts
from alongside.core.access.refusals import NotAllowed
from alongside.core.access.role import RoleCode
from alongside.core.refusal import Refused
from alongside.records.models import Account, Authority, LedgerEntry, OutboxMessage
from cast import HERE, Cast

FIRST = FirstOfficer("Fay First", "fay.first@example.org")
pytestmark = pytest.mark.django_db


def test_authority_and_first_officer_are_entered_and_invited(now: datetime) -> None:
    by = accounts.service("302")
    assert installing.install("Barnet", FIRST, by=by, at=now) == Installed(True, True)
    account = Account.objects.get(email=FIRST.email)
    assert accounts.actor_for(account.id, "302", at=now).roles == {RoleCode.DATA_OFFICER}
    with scope.opened_to_all("302"):
        assert OutboxMessage.objects.get().to_email == FIRST.email
        assert list(LedgerEntry.objects.order_by("sequence").values_list("deed", flat=True)) == [
            "AREA_FOUNDED",
            "POSITION_GIVEN",
        ]


def test_second_time_changes_nothing(now: datetime) -> None:
    by = accounts.service("302")
    installing.install("Barnet", FIRST, by=by, at=now)
    assert installing.install("Other", FIRST, by=by, at=now) == Installed(False, False)
    assert Authority.objects.get(code="302").name == "Barnet"
    with scope.opened_to_all("302"):
        assert OutboxMessage.objects.count() == 1


def test_nobody_is_added_from_the_command_line_once_somebody_keeps_accounts(cast: Cast) -> None:
    with pytest.raises(Refused, match="Dev Data keeps the accounts here already"):
        installing.install("", FIRST, by=cast.service, at=cast.at)
    assert not Account.objects.filter(email=FIRST.email).exists()


def test_authority_needs_a_name(now: datetime) -> None:
    with pytest.raises(Refused, match="Give its name too"):
        installing.install("  ", FIRST, by=accounts.service("302"), at=now)
    assert not Authority.objects.filter(code="302").exists()


def test_closed_account_is_no_first_officer(now: datetime) -> None:
    Account.objects.create(email=FIRST.email, name="Fay", created_at=now, is_active=False)
    with pytest.raises(Refused, match="was closed"):
        installing.install("Barnet", FIRST, by=accounts.service("302"), at=now)
    assert not Authority.objects.filter(code="302").exists()


def test_only_the_service_sets_up(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        installing.install("X", None, by=cast.data_officer, at=cast.at)
    assert Authority.objects.get(code=HERE).name == "Northshire County Council"
