"""Every door, tried by everybody of the cast, with the ids of their own child and of everybody else's.

What is expected comes from the policy in `core.access` and from who stands how to which child, which
`area_cast.py` lists by hand. What is got comes from knocking.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.test import Client

from alongside.core.access import decide
from alongside.core.access.permission import Permission
from alongside.web import doors
from alongside.web.doors import Door
from area_cast import CASES, PEOPLE, standing
from area_fixture import DAY, area
from cast import HERE

if TYPE_CHECKING:
    from area_cast import Area

__all__ = ["area"]

PART = re.compile(r"<\w+:(\w+)>")
REFUSED, NOT_FOUND = 403, 404
SHUT = frozenset({REFUSED, NOT_FOUND})
OF_A_FORM = frozenset({200, 302, 303, 400, 404, 409, 422})
"""What a door that opens may answer: a page, a form to mend, what somebody else saved meanwhile, or another door; 404
where nothing is behind it yet."""
EITHER = dict.fromkeys(
    ("case_plan", "plan_version", "plan_changes", "plan_thread", "plan_data"), (Permission.SEE_DRAFT_PLAN,)
)
"""Doors to things of two kinds: whoever may see the other kind is let in too, and sees that kind alone."""


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any, db: None) -> None:
    settings.ALONGSIDE_TODAY = DAY


@pytest.fixture
def knock(area: Area, settings: Any) -> Callable[..., Any]:
    """`knock("parent", door, "sol", "POST")`: the answer, with whatever it changed taken back."""
    clients: dict[str, Client] = {}

    def client_of(who: str) -> Client:
        from alongside.records.models import Account

        if who not in clients:
            clients[who] = Client(raise_request_exception=False)
            if who != "nobody":
                clients[who].force_login(Account.objects.get(id=area.people[who].account))
        return clients[who]

    def knocked(who: str, door: Door, case: str, method: str, **other: Any) -> Any:
        client = client_of(who)
        settings.AUTHORITY = area.people[who].authority if who in area.people else HERE
        with transaction.atomic():
            answer = client.generic(method, address(door, area.ids[case] | other))
            transaction.set_rollback(True)
        return answer

    return knocked


def address(door: Door, ids: dict[str, Any]) -> str:
    """The address of a door with these ids in it."""
    if "/corrections/" in door.route:
        ids = ids | {"request_id": ids["correction_id"]}
    return "/" + PART.sub(lambda part: str(ids[part[1]]), door.route)


def real_doors() -> list[Door]:
    """Every door of the service."""
    import alongside.web.urls  # noqa: F401  hangs them

    return list(doors.DOORS.values())


def case_doors() -> Iterator[tuple[Door, str]]:
    """Every door of one case, with each method that it takes."""
    return ((door, method) for door in real_doors() if "case_id" in door.route for method in door.methods)


def test_every_part_of_every_address_has_a_value(area: Area) -> None:
    parts = {part for door in real_doors() for part in PART.findall(door.route)}
    assert parts <= set(area.ids["ivy"]), "give the new part of an address a value in area_cast.ids_of"


@pytest.mark.parametrize("who", PEOPLE)
def test_doors_of_a_case_open_as_the_policy_says(area: Area, knock: Callable[..., Any], who: str) -> None:
    wrong = []
    for door, method in case_doors():
        # a role that never does this is turned away before any child is looked for: one child shows it
        for case in CASES if doors.may_open(area.people[who], door.needs) else CASES[:1]:
            got = knock(who, door, case, method).status_code
            expected = expected_of(area, who, door, case)
            if got not in expected:
                wrong.append(
                    f"{who}: {method} {door.name} on {case}: {got}, expected one of {sorted(expected)}"
                )
    assert not wrong, "\n".join(wrong)


def expected_of(area: Area, who: str, door: Door, case: str) -> frozenset[int]:
    """What the policy says of this door for this person and this child."""
    actor = area.people[who]
    if not doors.may_open(actor, door.needs):
        return frozenset({REFUSED})
    assert isinstance(door.needs, Permission), f"{door.name} shows a case, so it needs a permission"
    decision = decide.decide(door.needs, roles=actor.roles, relations=standing(who, case))
    if not decision.known:
        return frozenset({NOT_FOUND})
    others = [
        p
        for p in EITHER.get(door.name, ())
        if decide.can_act(p, roles=actor.roles, relations=standing(who, case))
    ]
    return OF_A_FORM if decision.allowed or others else SHUT


OF_SOMETHING_ELSE = (
    "party_id",
    "request_id",
    "consultation",
    "comment_id",
    "advice_id",
    "line_id",
    "objection_id",
    "event_id",
    "file_id",
    "intake_id",
    "item",
)
"""Parts of an address that name one thing of a case or of a request."""


@pytest.mark.parametrize("who", ["officer", "manager", "psychologist", "senco", "parent"])
def test_what_belongs_to_another_child_is_not_reached_through_ones_own(
    area: Area, knock: Callable[..., Any], who: str
) -> None:
    wrong = []
    for door, method in case_doors():
        for part in set(PART.findall(door.route)) & set(OF_SOMETHING_ELSE):
            for other in ("sol", "far"):
                foreign = {part: area.ids[other][part], "correction_id": area.ids[other]["correction_id"]}
                got = knock(who, door, "ivy", method, **foreign).status_code
                if got in (200, 422) or got >= 500:
                    wrong.append(f"{method} {door.name} with {part} of {other}: {got}")
    assert not wrong, "\n".join(wrong)


LOOSE = {
    "document": ("parent", "other_parent", "psychologist", "senco_elsewhere", "young_person", "supporter"),
    "register_waiting": ("officer", "manager"),
    "waiting_file": ("officer", "manager"),
    "handover_one": ("manager",),
    "emergency": ("manager", "director"),
    "sample": ("data_officer", "manager"),
    "sample_change": ("data_officer", "manager"),
    "sample_take_out": ("data_officer", "manager"),
    "return_run": ("data_officer",),
    "return_conflict": ("data_officer",),
    "staff_member": ("data_officer",),
    "staff_give": ("data_officer",),
    "staff_close": ("data_officer",),
    "staff_reopen": ("data_officer",),
    "staff_end": ("data_officer",),
    "organisation_change": ("data_officer",),
}
"""Doors that name a thing without its case, and people who may open such doors, but not onto another authority."""


@pytest.mark.parametrize(("name", "who"), [(name, who) for name, people in LOOSE.items() for who in people])
def test_thing_of_another_authority_is_not_found(knock: Callable[..., Any], name: str, who: str) -> None:
    door = next(each for each in real_doors() if each.name == name)
    assert {knock(who, door, "far", method).status_code for method in door.methods} <= {NOT_FOUND}


@pytest.mark.parametrize("who", ["parent", "senco", "young_person", "supporter", "senco_elsewhere"])
def test_document_of_another_family_is_not_found(knock: Callable[..., Any], who: str) -> None:
    door = next(each for each in real_doors() if each.name == "document")
    other = "ivy" if who in ("young_person", "senco_elsewhere") else "sol"
    assert knock(who, door, other, "GET").status_code in SHUT


def test_every_door_with_a_name_in_it_is_of_a_case_or_listed_as_loose() -> None:
    own = {
        "ask_step",
        "ask_remove_paper",
        "organisation_add_one",
        "rule",
        "model_questions_change",
        "model_questions_restore",
    }  # of the visitor's own session, or of no thing
    loose = {d.name for d in real_doors() if PART.search(d.route) and "case_id" not in d.route}
    assert loose == set(LOOSE) | own


def test_who_has_not_signed_in_is_asked_to_at_every_door_that_is_not_for_the_public(
    area: Area, knock: Callable[..., Any]
) -> None:
    from alongside.app.queries import accounts

    wrong = []
    for door in real_doors():
        if doors.may_open(accounts.nobody(HERE), door.needs):
            continue
        for method in door.methods:
            answer = knock("nobody", door, "ivy", method)
            if answer.status_code != 302 or not answer["Location"].startswith("/account/login/?next="):
                wrong.append(f"{method} {door.name}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_a_method_that_a_door_does_not_take_is_refused(area: Area, knock: Callable[..., Any]) -> None:
    wrong = []
    for door in real_doors():
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - set(door.methods):
            if knock("manager", door, "ivy", method).status_code != 405:
                wrong.append(f"{method} {door.name}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("who", "case"), [("mother_of_sol", "ivy"), ("senco", "sol"), ("young_person", "ivy"), ("officer", "far")]
)
def test_second_wall_stands_where_every_check_of_permission_is_taken_away(
    knock: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, who: str, case: str
) -> None:
    monkeypatch.setattr(doors, "may_open", lambda actor, needs: True)
    monkeypatch.setattr(decide, "check_act", lambda *a, **k: None)
    monkeypatch.setattr(decide, "can_act", lambda *a, **k: True)
    wrong = []
    for door, method in case_doors():
        got = knock(who, door, case, method)
        if got.status_code not in (NOT_FOUND, 302, 303) or (
            got.status_code != NOT_FOUND and "cases" in got["Location"]
        ):
            wrong.append(f"{method} {door.name}: {got.status_code}")
    assert not wrong, "\n".join(wrong)
