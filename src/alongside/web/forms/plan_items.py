"""Writing one item of the plan, and making items of a section's text."""

from collections.abc import Mapping
from typing import Any, Self
from uuid import UUID

from django import forms

from alongside.app.actions.plan_items import Said
from alongside.app.actions.plan_sources import Quoted
from alongside.app.queries.plan_items import AdviceToQuote, ItemEditor
from alongside.core.plan import item_words, items, thread
from alongside.core.plan.items import LONGEST_PART, ItemKind, Part
from alongside.core.plan.splitting import Proposal
from alongside.web.forms.fields import Agree, FromList, LongText, Number, OneOf, Revision, SeveralOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look
from alongside.web.presenters import plan_items as shown
from alongside.web.request import Request


class ItemForm(Form):
    """One item: its parts, what it is joined to, and where it came from. `found` is what it can be joined to."""

    revision = Revision()

    def __init__(self, *args: Any, found: ItemEditor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found = found
        self.parts = [part.code for part in items.parts_of(found.kind, found.section)]
        for part in items.parts_of(found.kind, found.section):
            self.fields[part.code] = field_of(part)
        for kind in thread.partners(found.kind):
            offered = [(each.thread, shown.option(each)) for each in found.offered if each.kind is kind]
            if offered:
                question = shown.JOIN_QUESTIONS[found.kind, kind]
                self.fields[f"joined_{kind}"] = SeveralOf(question, offered, look=Look(small=True))
        kept = [(str(each.place), shown.source_title(each)) for each in found.sources if each.source]
        if kept:
            hints = {
                str(each.place): item_words.quoted(each.source.quotation)
                for each in found.sources
                if each.source
            }
            look = Look(small=True, option_hints=hints)
            hint = "Untick what it no longer rests on."
            self.fields["kept"] = SeveralOf("It comes from", kept, hint=hint, look=look)
            self.fields["kept"].label = "It comes from"  # nothing ticked is an answer: not “optional”
        for advice in found.advice:
            if advice.passages:
                self.fields[f"passage_{advice.id}"] = _passages(advice)
        self.fields |= _quoting(found.advice)

    @classmethod
    def about(cls, request: Request, found: ItemEditor) -> Self:
        """The form for this item as it stands."""
        return cls.of(request, initial=initial(found), found=found)

    @property
    def joins(self) -> list[forms.BoundField]:
        """One question for each kind of item that it can be joined to."""
        return [self[name] for name in self.fields if name.startswith("joined_")]

    @property
    def quoting(self) -> list[tuple[str, forms.BoundField]]:
        """Each piece of advice with the answers that can be ticked."""
        return [
            (shown.advice_title(advice), self[f"passage_{advice.id}"])
            for advice in self.found.advice
            if advice.passages
        ]

    def said(self) -> Said:
        """The same as the action takes it."""
        given = self.cleaned_data
        kinds = [name for name in self.fields if name.startswith("joined_")]
        offered = {each.place for each in self.found.sources if each.source}
        kept = {int(place) for place in given.get("kept", ())}
        return Said(
            parts={code: given.get(code) or "" for code in self.parts},
            links=frozenset(other for name in kinds for other in given[name]),
            dropped=frozenset(offered - kept),
            quoted=self._quoted(),
        )

    def _quoted(self) -> tuple[Quoted, ...]:
        given = self.cleaned_data
        words = given["quotation"]
        found = [
            Quoted(words, advice.id, key)
            for advice in self.found.advice
            for key in given.get(f"passage_{advice.id}", ())
        ]
        if given.get("document"):
            found.append(Quoted(words, UUID(given["document"]), "", given["page"], given["paragraph"]))
        if words and not found:
            found.append(Quoted(words))
        return tuple(found)


def initial(found: ItemEditor) -> dict[str, Any]:
    """What the form begins with: the item as it stands."""
    joined = {
        f"joined_{kind}": [each.thread for each in found.offered if each.kind is kind and each.thread in found.joined]
        for kind in thread.partners(found.kind)
    }  # fmt: skip
    kept = [str(each.place) for each in found.sources if each.source]
    return {**(found.item.parts if found.item else {}), **joined, "kept": kept, "revision": found.revision}


def field_of(part: Part) -> Text | LongText | OneOf:
    """The field that asks for one part."""
    missing = f"Answer the question “{part.title}”" if part.required else ""
    if part.options:
        return OneOf(part.title, part.options.items(), missing=missing, hint=part.hint)
    if part.rows == 1:
        return Text(part.title, missing=missing, hint=part.hint, longest=LONGEST_PART)
    return LongText(
        part.title,
        missing=missing,
        hint=part.hint,
        longest=LONGEST_PART,
        look=Look(rows=part.rows, spellcheck=True),
    )


def _passages(advice: AdviceToQuote) -> SeveralOf:
    hints = {passage.key: passage.words for passage in advice.passages}
    choices = [(passage.key, passage.question) for passage in advice.passages]
    return SeveralOf("Answers to rest on", choices, look=Look(small=True, option_hints=hints))


def _quoting(advice: tuple[AdviceToQuote, ...]) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "quotation": LongText(
            "Only these words of it",
            hint="Copy them from the advice. Leave this empty to quote the whole answer. Without a tick above, the "
            "words are looked for in every answer.",
            longest=LONGEST_PART,
            look=Look(rows=2),
        )
    }  # fmt: skip
    papers = [(str(each.id), shown.advice_title(each)) for each in advice if each.document]
    if papers:
        fields["document"] = FromList("Advice that came as a document", [("", "None of these"), *papers])
        fields["page"] = Number("Page", least=1, most=9_999)
        fields["paragraph"] = Number("Paragraph on that page", least=1, most=999)
    return fields


class SplitForm(Form):
    """Items proposed from a text: each with a tick and its parts, and what stands before them."""

    revision = Revision()

    def __init__(self, *args: Any, kind: ItemKind, proposal: Proposal, **options: Any) -> None:
        super().__init__(*args, **options)
        self.count = len(proposal.items)
        self.codes = [part.code for part in items.PARTS[kind] if not part.options]
        self.fields["introduction"] = LongText(
            "What stands before the items", longest=50_000, look=Look(rows=6, spellcheck=True)
        )
        for number in range(self.count):
            agree = Agree(f"Keep item {number + 1}")
            self.fields[f"keep_{number}"] = agree
            for part in items.PARTS[kind]:
                if part.code in self.codes:
                    optional = Part(part.code, f"{part.title}", "", part.rows)
                    self.fields[f"{part.code}_{number}"] = field_of(optional)

    @classmethod
    def about(cls, request: Request, kind: ItemKind, proposal: Proposal, revision: int) -> Self:
        """The form for this proposal, every item ticked."""
        given: dict[str, Any] = {"revision": revision, "introduction": proposal.introduction}
        for number, parts in enumerate(proposal.items):
            given |= {f"keep_{number}": True} | {f"{code}_{number}": text for code, text in parts.items()}
        return cls.of(request, initial=given, kind=kind, proposal=proposal)

    @property
    def proposed(self) -> list[tuple[int, forms.BoundField, list[forms.BoundField]]]:
        """Number, tick and parts of each item."""
        return [
            (number + 1, self[f"keep_{number}"], [self[f"{code}_{number}"] for code in self.codes])
            for number in range(self.count)
        ]

    def confirmed(self) -> Proposal:
        """What is to be kept: the items that are ticked. The words of one that is not stay before the items."""
        given: Mapping[str, Any] = self.cleaned_data
        found = [{code: given[f"{code}_{number}"] for code in self.codes} for number in range(self.count)]
        ticked = [parts for number, parts in enumerate(found) if given[f"keep_{number}"]]
        left = ["\n".join(text for text in parts.values() if text) for parts in found if parts not in ticked]
        return Proposal("\n".join([given["introduction"], *left]).strip(), tuple(ticked))
