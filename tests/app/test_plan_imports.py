"""A plan as data goes out and comes in again: the same items, links and sources, and nobody's words written over."""

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.app import doing, scope
from alongside.app.actions import plan_imports, plan_items, plans, requests
from alongside.app.actions.children import NewChild, NewParty
from alongside.app.actions.plan_items import Step
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import plan_threads
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel, EventKind, RequestSource
from alongside.core.plan.exchange import plan_file
from alongside.core.plan.exchange.plan_file import PlanFile
from alongside.core.refusal import Refused
from alongside.records.models import PlanItemRevision, PlanVersion
from cast import Cast
from plan_cast import assessing, drafting, revision
from plan_item_cast import B, held, threaded


@pytest.fixture
def case(cast: Cast) -> UUID:
    """A plan of five items has been written."""
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    threaded(cast, case)
    plans.save_section(case, B, "Ivy is kind.", revision(cast, case, B), by=cast.officer, at=cast.at)
    return case


@pytest.fixture
def exported(cast: Cast, case: UUID) -> dict[str, Any]:
    """That plan as a file."""
    plan = plan_threads.as_file(case, 1, by=cast.officer, at=cast.at)
    given: dict[str, Any] = json.loads(plan_file.dumped(plan))
    return given


def read(given: dict[str, Any]) -> PlanFile:
    return plan_file.loaded(json.dumps(given))


def second_child(cast: Cast, *, decided: bool = True) -> tuple[UUID, str]:
    """Another child, who was born on another day; only the manager writes in that case."""
    made = requests.register(
        NewChild("Sol", "Marsh", date(2019, 3, 1)),
        [NewParty("PARENT", "Ada Marsh", "mother")],
        NewRequest(date(2026, 11, 20), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.EMAIL, "Ada Marsh"),
        by=cast.officer,
        at=cast.at,
    )
    if decided:
        with doing.on_case(made.case_id, Permission.DECIDE_TO_ASSESS, by=cast.manager, at=cast.at) as deed:
            deed.append(EventKind.DECISION_TO_ASSESS_NOTIFIED, deed.today, {})
    return made.case_id, made.reference


def for_child(given: dict[str, Any], reference: str) -> dict[str, Any]:
    """The same plan with another child's reference and date of birth in it."""
    given = json.loads(json.dumps(given))
    given["plan"]["reference"], given["child"]["born_on"] = reference, "2019-03-01"
    return given


def test_plan_that_went_out_comes_in_the_same(cast: Cast, case: UUID, exported: dict[str, Any]) -> None:
    before = held(cast, case).content
    for thread in before.items:
        plan_items.move(case, UUID(thread.thread), Step.OUT, by=cast.officer, at=cast.at)
    plans.save_section(case, B, "", revision(cast, case, B), by=cast.officer, at=cast.at)
    assert held(cast, case).content.items == ()
    assert plan_imports.from_file(read(exported), by=cast.officer, at=cast.at) == 1
    after = held(cast, case).content
    assert (after.sections, after.links, after.sources) == (before.sections, before.links, before.sources)
    again = plan_threads.as_file(case, 1, by=cast.officer, at=cast.at)
    assert json.loads(plan_file.dumped(again)) == exported


def test_plan_from_elsewhere_starts_a_version_and_cites_advice_that_is_not_here(
    cast: Cast, exported: dict[str, Any]
) -> None:
    there, reference = second_child(cast)
    plan = read(for_child(exported, reference))
    assert plan_imports.from_file(plan, by=cast.manager, at=cast.at) == 1
    after = held(cast, there).content
    assert (after.items, after.links) == (plan.content.items, plan.content.links)
    cited = {
        thread: tuple(replace(s, cited=replace(s.cited, advice="")) for s in found)
        for thread, found in plan.content.sources.items()
    }
    assert after.sources == cited
    assert held(cast, there).sections["B"].text.startswith("Ivy is kind.\n\nB1.")


def test_section_i_of_a_file_is_left_blank(cast: Cast, exported: dict[str, Any]) -> None:
    there, reference = second_child(cast)
    given = for_child(exported, reference)
    next(s for s in given["sections"] if s["section"] == "I")["introduction"] = "The Orchard School"
    plan_imports.from_file(read(given), by=cast.manager, at=cast.at)
    assert held(cast, there).sections["I"].text == ""


def test_nobodys_words_are_written_over(cast: Cast, case: UUID, exported: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="has text in Section A, B, E, F already"):
        plan_imports.from_file(read(exported), by=cast.officer, at=cast.at)


def test_plan_of_another_child_is_refused(cast: Cast, exported: dict[str, Any]) -> None:
    there, reference = second_child(cast)
    given = for_child(exported, reference)
    given["child"]["born_on"] = "2018-05-04"
    with pytest.raises(Refused, match="born on 2018-05-04, and the child of"):
        plan_imports.from_file(read(given), by=cast.manager, at=cast.at)
    with scope.opened(cast.officer):
        assert not PlanVersion.objects.filter(case=there).exists()


@pytest.mark.parametrize(("field", "value"), [("reference", "E26-99999"), ("authority", "866")])
def test_plan_of_a_case_that_is_not_here_is_refused(
    cast: Cast, exported: dict[str, Any], field: str, value: str
) -> None:
    exported["plan"][field] = value
    with pytest.raises(Refused, match="There is no case"):
        plan_imports.from_file(read(exported), by=cast.officer, at=cast.at)


def test_file_before_the_decision_to_assess_is_refused(cast: Cast, exported: dict[str, Any]) -> None:
    _, reference = second_child(cast, decided=False)
    with pytest.raises(Refused, match="from the decision to assess until the plan ends"):
        plan_imports.from_file(read(for_child(exported, reference)), by=cast.manager, at=cast.at)


def test_words_that_the_advice_here_does_not_hold_are_refused_whole(
    cast: Cast, exported: dict[str, Any], case: UUID
) -> None:
    for thread in held(cast, case).content.items:
        plan_items.move(case, UUID(thread.thread), Step.OUT, by=cast.officer, at=cast.at)
    plans.save_section(case, B, "", revision(cast, case, B), by=cast.officer, at=cast.at)
    next(s for s in exported["sections"] if s["section"] == "F")["items"][0]["sources"][0]["quotation"] = (
        "Not there at all."
    )
    with pytest.raises(Refused, match="does not stand in Ed Psychologist’s answer"):
        plan_imports.from_file(read(exported), by=cast.officer, at=cast.at)
    assert held(cast, case).content.items == ()


def test_only_who_writes_the_plan_brings_one_in(cast: Cast, exported: dict[str, Any]) -> None:
    with pytest.raises(NotAllowed):
        plan_imports.from_file(read(exported), by=cast.panel_chair, at=cast.at)
    with pytest.raises(Refused, match="There is no case"):
        plan_imports.from_file(read(exported), by=cast.stranger, at=cast.at)


def test_whole_sections_take_the_place_of_what_stands_in_them(cast: Cast) -> None:
    case = drafting(cast)
    found = threaded(cast, case)
    content = held(cast, case).content
    needs = next(each for each in content.sections if each.section is B)
    shorter = replace(needs, introduction="Needs.", items=needs.items[:1])
    part = replace(content, sections=(shorter,), links=content.links, sources={})
    plan_imports.write(case, part, by=cast.officer, at=cast.at)
    after = held(cast, case)
    assert (
        after.sections["B"].text
        == "Needs.\n\nB1. Ivy reads with her finger and loses the line. She stops after half a page."
    )
    assert after.links == content.links
    assert str(found["B1"]) not in after.sources
    with scope.opened(cast.officer):
        out = PlanItemRevision.objects.get(item__thread=found["B2"], change="TAKEN_OUT")
    assert out.number is None


def test_latest_version_is_found_by_its_reference_and_only_in_reach(cast: Cast, case: UUID) -> None:
    assert plan_threads.latest(cast.case.reference, by=cast.officer) == (case, 1)
    assert plan_threads.latest(cast.case.reference, by=cast.stranger) is None
    with pytest.raises(NotFound):
        plan_threads.as_file(case, 1, by=cast.stranger, at=cast.at)
