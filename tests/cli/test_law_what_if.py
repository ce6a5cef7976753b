"""`alongside law what-if` over the records: what would move, and that nothing is changed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import InternalError, transaction
from typer.testing import CliRunner

from alongside.app import scope
from alongside.app.queries import what_if
from alongside.cli import started
from alongside.cli.law import app
from alongside.core.access.refusals import NotFound
from alongside.core.law.what_if import Changed
from alongside.records.models import Case, Due
from cast import Cast


@pytest.fixture(autouse=True)
def _here(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(started, "service", lambda: (cast.service, cast.at))
    return


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["what-if", *words])
    return result.exit_code, result.output


def test_moved_duties_are_printed_rule_by_rule() -> None:
    status, printed = run("A02=4", "A06=24")
    assert status == 0
    assert "1 of 1 cases would be touched" in printed
    lines = {
        line.split()[0]: line.split()[1:]
        for line in printed.splitlines()
        if line[:1].isupper() and line[1:2].isdigit()
    }
    assert lines == {"A02": ["1", "1", "0", "0"], "A09": ["1", "1", "0", "0"], "A06": ["1", "1", "0", "0"]}
    assert "Nothing was changed" in printed


def test_limit_changed_from_a_day_leaves_what_started_before_it() -> None:
    status, printed = run("A02=4", "--from", "2026-11-17")
    assert status == 0
    assert "for what starts on 17 November 2026 or later: 0 of 1 cases" in printed


def test_unknown_rule_is_refused_with_a_sentence() -> None:
    status, printed = run("ZZ1=4")
    assert status == 2
    assert "There is no rule ZZ1." in printed


def test_nothing_is_changed(cast: Cast) -> None:
    with scope.opened(cast.officer):
        before = list(Due.objects.order_by("id").values())
    what_if.moved([Changed("A02", 4)], by=cast.service, at=cast.at)
    with scope.opened(cast.officer):
        assert list(Due.objects.order_by("id").values()) == before


def test_the_database_itself_refuses_a_change_while_it_runs(cast: Cast) -> None:
    def change(cases: int) -> Any:
        Case.objects.update(revision=99)

    with pytest.raises(InternalError, match="read-only"), transaction.atomic():
        what_if.moved([Changed("A02", 4)], by=cast.service, at=cast.at, seen=change)


def test_family_cannot_ask(cast: Cast) -> None:
    with pytest.raises(NotFound):
        what_if.moved([Changed("A02", 4)], by=cast.stranger, at=cast.at, starting=date(2026, 1, 1))
