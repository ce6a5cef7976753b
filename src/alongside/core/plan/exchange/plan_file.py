"""A plan written as JSON and read from it, after `plan-1.0.json`. Written and read again, nothing has changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from alongside.core.case.codes import PlanSection
from alongside.core.plan import content as contents
from alongside.core.plan import thread
from alongside.core.plan.content import PlanContent, SectionContent, Source
from alongside.core.plan.exchange import schema
from alongside.core.plan.items import Item, ItemKind
from alongside.core.refusal import Refused

FORMAT = "ehc-plan"
LARGEST = 20_000_000
"""Characters of a file that is read: fifty times the longest plan."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """One version of one plan, and whose it is."""

    authority: str
    reference: str
    name: str
    born_on: date | None
    version: int
    state: str
    served_on: date | None
    final_on: date | None
    content: PlanContent


def dumped(plan: PlanFile) -> str:
    """The file, ending in a line end."""
    return json.dumps(as_json(plan), ensure_ascii=False, indent=1) + "\n"


def loaded(text: str) -> PlanFile:
    """The plan in a file. Raises `Refused` where it is no JSON, or does not follow the schema or hold together."""
    if len(text) > LARGEST:
        raise Refused(f"The file has {len(text):,} characters; no plan has more than {LARGEST:,}.")
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise Refused(
            "This is not a JSON file. Choose the file that “Download the plan as data” gave."
        ) from None
    schema.check(given)
    return _plan(given)


def as_json(plan: PlanFile) -> dict[str, Any]:
    """The plan as JSON has it."""
    content = plan.content
    texts = content.texts()
    known = {item.thread: item for item in content.items}
    return {
        "format": FORMAT,
        "format_version": schema.VERSION,
        "child": {"name": plan.name, "born_on": _iso(plan.born_on)},
        "plan": {
            "authority": plan.authority,
            "reference": plan.reference,
            "version": plan.version,
            "state": plan.state,
            "served_on": _iso(plan.served_on),
            "final_on": _iso(plan.final_on),
        },
        "sections": [
            {
                "section": each.section.value,
                "introduction": each.introduction,
                "text": texts[each.section],
                "items": [_item_as_json(item, content.sources.get(item.thread, ())) for item in each.items],
            }
            for each in content.sections
        ],
        "links": [
            {"kind": thread.kind_of_link(known[start], known[to]).value, "from": start, "to": to}
            for start, to in sorted(content.links)
        ],
    }


def _item_as_json(item: Item, sources: tuple[Source, ...]) -> dict[str, Any]:
    return {
        "id": item.thread,
        "kind": item.kind.value,
        "number": item.number,
        "parts": dict(item.parts),
        "sources": [contents.source_as_json(source) for source in sources],
    }


def _plan(given: Mapping[str, Any]) -> PlanFile:
    child, plan = given["child"], given["plan"]
    sections = [_section(each) for each in given["sections"]]
    names = [each.section for each in sections]
    for name in names:
        if names.count(name) > 1:
            raise Refused(f"Section {name} stands in the file twice. Leave one of them out.")
    links = given["links"]
    content = PlanContent(
        tuple(sections),
        frozenset((link["from"], link["to"]) for link in links),
        {
            item["id"]: tuple(contents.source_of_json(source) for source in item["sources"])
            for each in given["sections"]
            for item in each["items"]
            if item["sources"]
        },
    )
    _check_kinds(content, links)
    return PlanFile(
        plan["authority"], plan["reference"], child["name"], _day(child["born_on"]), plan["version"],
        plan["state"], _day(plan.get("served_on")), _day(plan.get("final_on")), content,
    )  # fmt: skip


def _check_kinds(content: PlanContent, links: list[dict[str, str]]) -> None:
    """A link says of what kind it is, and the items that it joins say it too: they must agree."""
    contents.check(content)
    known = {item.thread: item for item in content.items}
    for link in links:
        start, to = known[link["from"]], known[link["to"]]
        kind = thread.kind_of_link(start, to)
        if kind.value != link["kind"]:
            raise Refused(
                f"The link from {start.label} to {to.label} says {link['kind']}; between them it is {kind}."
            )


def _section(given: Mapping[str, Any]) -> SectionContent:
    section = PlanSection(given["section"])
    found = tuple(
        Item(
            each["id"], section, ItemKind(each["kind"]), each["number"], MappingProxyType(dict(each["parts"]))
        )
        for each in given["items"]
    )
    return SectionContent(section, given["introduction"], found)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
