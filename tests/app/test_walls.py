"""The second wall: what PostgreSQL itself refuses, asked in plain SQL past every check of the application."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection

from alongside.app import scope
from alongside.app.actions import requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.requests import NewRequest
from alongside.app.actor import Actor
from alongside.core.case.codes import Channel, RequestSource
from alongside.records.models import (
    PlanItem,
    PlanItemRevision,
    PlanSectionRevision,
    PlanSectionText,
    PlanVersion,
)
from cast import ELSEWHERE, HERE, Cast

# Each with transactions of its own: what is set for one transaction must be gone in the next.
pytestmark = pytest.mark.django_db(transaction=True)

TABLES = (
    "case", "person", "case_party", "case_event", "due_cache", "episode_cache", "plan_cache", "ledger_entry",
    "document", "message", "plan_version", "plan_section", "advice", "advice_request_cache",
    "consultation_cache", "correction_request", "organisation", "position", "intake", "outbox_message",
    "advice_line", "line_use", "advice_objection", "advice_return",
    "emergency_opening", "sampled_case", "inspection_sample", "inspector", "plan_item", "plan_item_revision",
    "plan_item_link", "plan_item_source",
)  # fmt: skip
APPEND_ONLY = ("case_event", "ledger_entry", "plan_section_revision", "plan_item_revision")


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'select count(*) from "{table}"')
        return int(cursor.fetchone()[0])


def count_or_refusal(table: str) -> int:
    """How many rows are read outside any scope: PostgreSQL refuses, or finds none."""
    try:
        return count(table)
    except DatabaseError:
        return 0


def execute_as(actor: Actor, statement: str) -> None:
    """Plain SQL in the actor's scope, without the option that lets a test run empty its tables."""
    with scope.opened(actor), connection.cursor() as cursor:
        cursor.execute("select set_config('alongside.test_run', 'no', true)")
        cursor.execute(statement)


def seen_by(actor: Actor, table: str) -> int:
    with scope.opened(actor):
        return count(table)


@pytest.fixture
def two_cases(cast: Cast) -> Cast:
    """A second child, in whose case nobody of the first family takes part."""
    requests.register(
        NewChild("Sol", "Marsh", date(2019, 3, 1)),
        [NewParty("PARENT", "Ada Marsh", "mother")],
        NewRequest(date(2026, 11, 23), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.PHONE, "Ada Marsh"),
        by=cast.officer,
        at=cast.at,
    )
    return cast


@pytest.mark.parametrize("table", TABLES)
def test_nothing_can_be_read_where_no_authority_is_set(two_cases: Cast, table: str) -> None:
    assert count_or_refusal(table) == 0


@pytest.mark.parametrize("table", TABLES)
def test_another_authority_reads_no_row(two_cases: Cast, table: str) -> None:
    own = 1 if table == "position" else 0  # the officer's own position
    assert seen_by(two_cases.officer_elsewhere, table) == own


def test_officer_reads_every_case_of_the_authority(two_cases: Cast) -> None:
    assert seen_by(two_cases.officer, "case") == 2
    assert seen_by(two_cases.officer, "person") == 2


@pytest.mark.parametrize("who", ["parent", "other_parent", "senco"])
def test_whoever_takes_part_in_one_case_reads_that_one(two_cases: Cast, who: str) -> None:
    actor = two_cases.again(getattr(two_cases, who))
    assert seen_by(actor, "case") == 1
    assert seen_by(actor, "person") == 1
    assert 0 < seen_by(actor, "case_event") < seen_by(two_cases.officer, "case_event")


@pytest.mark.parametrize("table", ["case", "person", "case_event", "due_cache", "case_party"])
def test_stranger_reads_no_row(two_cases: Cast, table: str) -> None:
    assert seen_by(two_cases.stranger, table) == 0


def test_row_of_another_authority_cannot_be_written(two_cases: Cast) -> None:
    with pytest.raises(DatabaseError, match="row-level security"):
        execute_as(
            two_cases.officer,
            "insert into organisation (id, authority_id, kind, name, email, address, urn, phase, setting_type, "
            f"closes_for_summer) values (gen_random_uuid(), '{ELSEWHERE}', 'COUNCIL', 'x', '', '', '', '', '', false)",
        )


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize(
    "statement", ['update "{}" set authority_id = authority_id', 'delete from "{}"', 'truncate "{}" cascade']
)
def test_append_only_table_refuses_to_be_changed(two_cases: Cast, table: str, statement: str) -> None:
    _one_row(two_cases, table)
    with pytest.raises(DatabaseError, match="append-only"):
        execute_as(two_cases.officer, statement.format(table))


def _one_row(cast: Cast, table: str) -> None:
    """A row trigger fires only where there is a row."""
    if table not in ("plan_section_revision", "plan_item_revision"):
        return
    own = {"authority_id": HERE, "case_id": cast.case.case_id}
    with scope.opened(cast.officer):
        version = PlanVersion.objects.create(**own, number=1, state="WRITING", started_at=cast.at)
        text = PlanSectionText.objects.create(**own, version=version, section="A", changed_at=cast.at)
        PlanSectionRevision.objects.create(**own, section_text=text, revision=0, saved_at=cast.at)
        item = PlanItem.objects.create(
            **own, version=version, thread=uuid4(), section="B", kind="NEED", number=1, changed_at=cast.at
        )
        PlanItemRevision.objects.create(**own, item=item, revision=1, change="ADDED", saved_at=cast.at)


def asked_by(actor: Actor, table: str) -> int:
    (answer,) = scope.asked(actor, f'select count(*) from "{table}"', given={})
    return int(answer.rows[0][0])


@pytest.mark.parametrize("table", TABLES)
def test_question_in_one_round_trip_sees_what_an_open_scope_sees(two_cases: Cast, table: str) -> None:
    for actor in (two_cases.officer, two_cases.parent, two_cases.stranger):
        assert asked_by(actor, table) == seen_by(actor, table)


def test_question_in_one_round_trip_leaves_nothing_open_behind_it(two_cases: Cast) -> None:
    assert asked_by(two_cases.officer, "case") == 2
    assert asked_by(two_cases.parent, "case") == 1
    assert count_or_refusal("case") == 0
