"""The plan as a file: written and read again it is the same, and whatever does not follow its schema is refused."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan import items
from alongside.core.plan.content import Cited, PlanContent, SectionContent, Source
from alongside.core.plan.exchange import plan_file, schema
from alongside.core.plan.exchange.plan_file import PlanFile
from alongside.core.plan.items import EXPRESSED, KINDS, LONGEST_PART, MOST_ITEMS, PARTS, WHOSE, Item, ItemKind
from alongside.core.plan.thread import LinkKind
from alongside.core.refusal import Refused

S, K = PlanSection, ItemKind


def id_of(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


HOPE = Item(
    id_of(1), S.A, K.ASPIRATION, 1, {"whose": "CHILD", "expressed": "SAID", "words": "I want to be a vet."}
)
NEED = Item(id_of(2), S.B, K.NEED, 1, {"what": "Reads slowly.", "area": "COGNITION"})
OUTCOME = Item(id_of(3), S.E, K.OUTCOME, 1, {"what": "Will read a page.", "by_when": "by July"})
PROVISION = Item(
    id_of(4), S.F, K.PROVISION, 1, {"what": "Reading.", "who": "a teacher", "how_often": "daily"}
)
CITED = Cited(id_of(9), "PSYCHOLOGICAL", "Ed", "EP", date(2026, 1, 9))
PLAN = PlanFile(
    "931", "E26-00001", "Ivy Fielding", date(2018, 5, 4), 2, "FINAL", None, date(2026, 11, 23),
    PlanContent(
        (
            SectionContent(S.A, "", (HOPE,)),
            SectionContent(S.B, "Ivy is kind.", (NEED,)),
            SectionContent(S.E, "", (OUTCOME,)),
            SectionContent(S.F, "", (PROVISION,)),
            SectionContent(S.K, "The advice.", ()),
        ),
        frozenset({(id_of(1), id_of(3)), (id_of(2), id_of(3)), (id_of(2), id_of(4))}),
        {
            id_of(2): (
                Source(CITED, "need_1_what", None, None, "slowly"),
                Source(Cited("", "MEDICAL", "Dr A", "", None), "", 3, 2, "in the clinic"),
            )
        },
    ),
)  # fmt: skip


def given() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(plan_file.dumped(PLAN))
    return found


def test_plan_written_and_read_again_is_the_same() -> None:
    assert plan_file.loaded(plan_file.dumped(PLAN)) == PLAN


def test_plan_without_a_birth_date_is_read_too() -> None:
    held = given()
    held["child"]["born_on"] = None
    del held["plan"]["final_on"]
    found = plan_file.loaded(json.dumps(held))
    assert (found.born_on, found.final_on) == (None, None)


def test_text_of_a_section_is_in_the_file_for_whoever_only_reads() -> None:
    texts = {each["section"]: each["text"] for each in given()["sections"]}
    assert texts["F"] == "F1. Reading.\nWho: a teacher\nHow often: daily\nNeed: B1"


def _set(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(held: Any) -> None:
        *way, last = path.split("/")
        for step in way:
            held = held[int(step) - 1] if step.isdigit() else held[step]
        held[int(last) - 1 if last.isdigit() else last] = value

    return change


NEED_AT = "sections/2/items/1"


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("format", "plan", 'At /format: "plan" must be “ehc-plan”.'),
        ("format_version", "2.0", "must be “1.0”"),
        ("more", 1, "“more” is not known here"),
        ("sections", {}, "At /sections: {} must be a list."),
        ("sections", [{}] * 13, "there are 13 here; 12 is the most"),
        ("child/name", "", "there must be some text here"),
        ("child/born_on", "4 May 2018", "must be a date, like 2026-11-23"),
        ("child/born_on", 7, "7 must be text or null."),
        ("plan/authority", "Northshire", "does not look as it must"),
        ("plan/version", 0, "0 must be 1 or more"),
        ("plan/version", True, "true must be a whole number"),
        ("plan/state", "ISSUED", "must be one of WRITING, DRAFT"),
        (f"{NEED_AT}/number", 100, "100 must be 99 or less"),
        (f"{NEED_AT}/id", "B1", "does not look as it must"),
        (f"{NEED_AT}/kind", "OUTCOME", 'At /sections/2/items/1/kind: "OUTCOME" must be “NEED”.'),
        (f"{NEED_AT}/parts/what", "x" * 5_001, "the text has 5,001 characters; 5,000 is the most"),
        (f"{NEED_AT}/parts", {}, "At /sections/2/items/1/parts: “what” is missing."),
        (f"{NEED_AT}/parts/who", "a teacher", "“who” is not known here"),
        (f"{NEED_AT}/sources/1/quotation", "", "there must be some text here"),
        ("sections/5/items", [{}], "there are 1 here; 0 is the most"),
        ("links/1/kind", "SERVES", "must be one of LEADS_TO"),
    ],
)
def test_file_that_does_not_follow_the_schema_says_where(path: str, value: Any, sentence: str) -> None:
    held = given()
    _set(path, value)(held)
    with pytest.raises(Refused) as refusal:
        plan_file.loaded(json.dumps(held))
    assert sentence in refusal.value.sentence


@pytest.mark.parametrize("value", ["{", "[" * 100_000, "ä{"])
def test_file_that_is_no_json_is_refused(value: str) -> None:
    with pytest.raises(Refused, match="not a JSON file"):
        plan_file.loaded(value)


def test_list_is_no_plan() -> None:
    with pytest.raises(Refused, match="At the top: \\[\\] must be an object"):
        plan_file.loaded("[]")


def test_file_that_is_too_large_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_file, "LARGEST", 10)
    with pytest.raises(Refused, match="no plan has more than 10"):
        plan_file.loaded(plan_file.dumped(PLAN))


def test_section_that_stands_twice_is_refused() -> None:
    held = given()
    held["sections"].append({"section": "K", "introduction": "Again.", "items": []})
    with pytest.raises(Refused, match="Section K stands in the file twice"):
        plan_file.loaded(json.dumps(held))


def test_link_that_says_another_kind_than_its_ends_is_refused() -> None:
    held = given()
    held["links"][0]["kind"] = "MET_BY"
    with pytest.raises(Refused, match="says MET_BY; between them it is LEADS_TO"):
        plan_file.loaded(json.dumps(held))


def test_link_to_nothing_is_refused() -> None:
    held = given()
    held["links"][0]["to"] = id_of(99)
    with pytest.raises(Refused, match="has no item"):
        plan_file.loaded(json.dumps(held))


def test_keyword_that_the_check_does_not_know_is_a_fault_of_ours() -> None:
    with pytest.raises(LookupError):
        list(schema.faults(1, {"multipleOf": 2}))
    with pytest.raises(LookupError, match="time"):
        list(schema.faults("x", {"format": "time"}))


def test_long_value_is_shown_short() -> None:
    ((_, sentence),) = schema.faults("x" * 200, {"const": "y"})
    assert len(sentence) < 90


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (5, {"pattern": "^x"}), (5, {"minLength": 1}), (5, {"maxLength": 1}), ("x", {"minimum": 1}),
        ("x", {"maximum": 1}),
        (5, {"maxItems": 0}), (5, {"required": ["x"]}), (5, {"properties": {"x": {}}}), (5, {"items": {"const": 1}}),
        (5, {"format": "date"}), (5, {"properties": {}, "additionalProperties": False}),
        ("x", {"if": {"const": "y"}, "then": {"const": "z"}}),
    ],
)  # fmt: skip
def test_keyword_says_nothing_of_what_is_of_another_type(value: Any, held: dict[str, Any]) -> None:
    assert list(schema.faults(value, held)) == []


def test_schema_says_the_same_of_items_as_the_plan_does() -> None:
    held = schema.schema()["$defs"]
    for kind, name in (
        (K.VIEW, "voice"),
        (K.NEED, "need"),
        (K.OUTCOME, "outcome"),
        (K.PROVISION, "provision"),
    ):
        assert list(held[name]["properties"]) == [part.code for part in PARTS[kind]]
        assert held[name]["required"] == [part.code for part in PARTS[kind] if part.required]
        for part in PARTS[kind]:
            if part.options:
                assert held[name]["properties"][part.code]["enum"] == list(part.options)
    assert held["voice"]["properties"]["whose"]["enum"] == list(WHOSE)
    assert held["voice"]["properties"]["expressed"]["enum"] == list(EXPRESSED)
    assert held["item"]["properties"]["kind"]["enum"] == [kind.value for kind in ItemKind]
    assert held["link"]["properties"]["kind"]["enum"] == [kind.value for kind in LinkKind]
    assert held["section"]["properties"]["section"]["enum"] == [section.value for section in S]
    advice = held["source"]["properties"]["advice"]["properties"]["kind"]["enum"]
    assert advice == [kind.value for kind in AdviceKind]
    assert held["words"]["maxLength"] == LONGEST_PART
    assert held["section"]["properties"]["items"]["maxItems"] == MOST_ITEMS


def test_schema_puts_each_kind_into_its_sections() -> None:
    for section in S:
        for kind in ItemKind:
            each = {
                "section": section.value,
                "introduction": "",
                "items": [{"id": id_of(1), "kind": kind.value, "number": 1, "parts": {}, "sources": []}],
            }
            about_kind = [
                place
                for place, _ in schema.faults(each, schema.schema()["$defs"]["section"])
                if place in ("/items", "/items/1/kind")
            ]
            assert (about_kind == []) is (kind in KINDS.get(section, ()))
            assert items.has_items(section) is bool(KINDS.get(section))
