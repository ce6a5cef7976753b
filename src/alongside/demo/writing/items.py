"""The plan as items: drawn from the advice that came, so that each says where it came from, and joined by a thread.

Here and there a link or a source is left out, as it is in real plans: the pages that name loose ends have some to name.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import NAMESPACE_OID, uuid5

from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan import items, thread
from alongside.core.plan.content import Cited, PlanContent, SectionContent, Source
from alongside.core.plan.items import Item, ItemKind
from alongside.demo.chance import Chance

S, K = PlanSection, ItemKind
SHARE = 0.75
"""How often a plan is written as items. The others stay text."""
LEFT_OUT = 0.08
"""How often a link or a source is forgotten."""
MOST = {S.A: 4, S.B: 5, S.E: 4, S.F: 6}
Advice = tuple[Cited, str, Mapping[str, str]]
PARTS: Mapping[ItemKind, Mapping[str, str]] = {
    K.NEED: {"what": "what"},
    K.OUTCOME: {"what": "what", "by": "by_when"},
    K.PROVISION: {"what": "what", "who": "who", "how_often": "how_often", "how_long": "how_long"},
}
"""Which answer of a form's group becomes which part of an item."""


@dataclass
class _Making:
    """The items so far, by section, with their sources."""

    key: str
    found: dict[PlanSection, list[Item]] = field(default_factory=dict)
    sources: dict[str, tuple[Source, ...]] = field(default_factory=dict)

    def add(
        self, section: PlanSection, kind: ItemKind, parts: Mapping[str, str], source: Source | None
    ) -> None:
        own = self.found.setdefault(section, [])
        words = parts.get("words") or parts["what"]
        if len(own) < MOST[section] and words not in [item.main for item in own]:
            id_ = str(uuid5(NAMESPACE_OID, f"{self.key}/{section}/{len(own) + 1}"))
            own.append(Item(id_, section, kind, len(own) + 1, items.check(section, kind, parts)))
            if source is not None:
                self.sources[id_] = (source,)


def content(
    chance: Chance, key: str, texts: Mapping[PlanSection, str], advice: Sequence[Advice]
) -> PlanContent | None:
    """The whole plan, sections A, B, E and F as items; None where this plan is one that is kept as text.

    `key` names the story. `texts` are the sections as text: those without items stay as they are.
    """
    if not chance.yes(SHARE):
        return None
    making = _Making(key)
    for cited, form, answers in advice:
        for section, kind, key, parts in (*_voices(cited, form, answers), *_rest(answers)):
            forgotten = chance.yes(LEFT_OUT)
            source = None if forgotten else Source(cited, key, quotation=answers[key])
            making.add(section, kind, parts, source)
    if not all(making.found.get(section) for section in (S.B, S.E, S.F)):
        return None
    sections = tuple(
        SectionContent(section, _before(section, text, making), tuple(making.found.get(section, ())))
        for section, text in texts.items()
    )
    return PlanContent(sections, frozenset(_links(chance, making)), making.sources)


def only(content: PlanContent, sections: frozenset[PlanSection], standing: frozenset[str]) -> PlanContent:
    """The part of a plan that is written now: these sections, with links to what stands already."""
    chosen = tuple(each for each in content.sections if each.section in sections)
    new = {item.thread for each in chosen for item in each.items}
    links = frozenset(pair for pair in content.links if new & set(pair) and (new | standing).issuperset(pair))
    return PlanContent(chosen, links, {id_: found for id_, found in content.sources.items() if id_ in new})


Found = tuple[PlanSection, ItemKind, str, Mapping[str, str]]


def _voices(cited: Cited, form: str, answers: Mapping[str, str]) -> Iterator[Found]:
    """What the family wrote that it hopes, and what the child told an adviser."""
    if cited.kind == AdviceKind.PARENT_OR_YOUNG_PERSON and answers.get("future"):
        whose = "YOUNG_PERSON" if form == "ABOUT_ME" else "PARENTS"
        parts = {"whose": whose, "expressed": "WRITTEN", "words": answers["future"]}
        yield S.A, K.ASPIRATION, "future", parts
    for key, kind in (("own_views", K.VIEW), ("work", K.ASPIRATION)):
        if answers.get(key):
            how = answers.get("seen_how", "")
            parts = {"whose": "CHILD", "expressed": "SAID", "words": answers[key], "how_gathered": how}
            yield S.A, kind, key, parts


def _rest(answers: Mapping[str, str]) -> Iterator[Found]:
    """The needs, outcomes and provisions of one piece of advice."""
    for section, kind in ((S.B, K.NEED), (S.E, K.OUTCOME), (S.F, K.PROVISION)):
        for number in range(1, 4):
            stem = f"{kind.lower()}_{number}_"
            if answers.get(f"{stem}what"):
                parts = {name: answers.get(f"{stem}{part}", "") for part, name in PARTS[kind].items()}
                yield section, kind, f"{stem}what", parts


def _before(section: PlanSection, text: str, making: _Making) -> str:
    """What stands before the items: in A the child and the family as they were met, in B the strengths."""
    if not making.found.get(section):
        return text
    if section is S.A:
        return text.rpartition("\n\n")[0]
    return text.partition("\n\n")[0] if section is S.B else ""


def _links(chance: Chance, making: _Making) -> Iterator[tuple[str, str]]:
    """Each outcome for a need and a hope, each provision for a need, in turn; now and then one is forgotten."""
    hopes = [item for item in making.found.get(S.A, ()) if item.kind is K.ASPIRATION]
    needs = making.found[S.B]
    for section, others in ((S.E, (hopes, needs)), (S.F, (needs,))):
        for place, item in enumerate(making.found[section]):
            for partners in others:
                if partners and not chance.yes(LEFT_OUT):
                    start, to = thread.oriented(partners[place % len(partners)], item)
                    yield start.thread, to.thread
