"""What becomes of a line of advice, marking lines in a file, sending advice back, and objections."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from alongside.app.actions.advice_lines import FEWEST, Marked
from alongside.app.actions.objections import NewObjection
from alongside.app.queries.advice_lines import OneLine
from alongside.core.advice.lines import LONGEST, LineKind
from alongside.core.advice.papers import Proposal
from alongside.core.advice.using import IN_ANSWER_TO_ADVICE, Decision, Outcome
from alongside.core.case.codes import PlanSection
from alongside.core.plan.sections import GUIDES
from alongside.web.forms.fields import FromList, LongText, OneOf, SeveralOf, Text
from alongside.web.forms.form import Form
from alongside.web.forms.look import Look

SECTIONS = [(str(section), f"Section {section}: {GUIDES[section].title}") for section in IN_ANSWER_TO_ADVICE]
KINDS = [
    (LineKind.NEED, "A need"),
    (LineKind.OUTCOME, "An outcome"),
    (LineKind.RECOMMENDATION, "A recommendation: what is to be done"),
]
OTHER = "other"


class Use(Form):
    """Used or not used. `found` offers sentences of the plan; other words of the plan can be given instead."""

    outcome = OneOf(
        "Is this line used in the plan?",
        [(Outcome.USED, "Yes, it is used"), (Outcome.NOT_USED, "No, it is not used")],
        missing="Choose whether this line is used in the plan",
        look=Look(reveals={Outcome.NOT_USED: "reason"}),
    )
    found = OneOf("Which words of the plan take it up?", (), look=Look(reveals={OTHER: "quote"}))
    section = FromList(
        "In which section?",
        [("", "Choose a section"), *SECTIONS],
        hint="Only for other words of the plan",
    )
    quote = LongText(
        "Words of the plan",
        hint="Copy them as they stand in the section.",
        longest=LONGEST,
        look=Look(rows=3),
    )
    reason = LongText(
        "Why is it not used?",
        hint="Its author and the family can read this.",
        longest=LONGEST,
        look=Look(rows=4),
    )

    def __init__(self, *args: Any, page: OneLine, **options: Any) -> None:
        super().__init__(*args, **options)
        self.page = page
        offered = [
            (str(place), f"Section {each.section}: {each.words}")
            for place, each in enumerate(page.candidates)
        ]
        self.fields["found"].choices = [*offered, (OTHER, "Other words of the plan")]  # type: ignore[attr-defined]
        for name in ("found", "section", "quote", "reason"):
            self.fields[name].label = str(self.fields[name].label).removesuffix(" (optional)")

    def clean(self) -> dict[str, Any]:
        """Whichever was chosen needs its own words; what they must be, the action says."""
        found = super().clean()
        if found.get("outcome") == Outcome.USED and not found.get("found") and "found" not in self.errors:
            self.add_error("found", "Choose the words of the plan that take up this line")
        return found

    def decision(self) -> Decision:
        """The same as the action takes it."""
        given = self.cleaned_data
        if given["outcome"] == Outcome.NOT_USED:
            return Decision(Outcome.NOT_USED, reason=given["reason"])
        if given["found"] != OTHER:
            chosen = self.page.candidates[int(given["found"])]
            return Decision(Outcome.USED, chosen.section, chosen.words)
        section = PlanSection(given["section"]) if given["section"] else None
        return Decision(Outcome.USED, section, given["quote"])


class Mark(Form):
    """Proposals to take as lines, other words to take, and whether that is all of the file."""

    proposals = SeveralOf("Take these as lines", ())
    kind = OneOf("What is it?", KINDS)
    words = LongText(
        "Words to take as a line",
        hint="Copy them from the text as they stand in one paragraph.",
        longest=LONGEST,
        look=Look(rows=3),
    )
    place = Text(
        "Where they stand",
        hint="For example: page 2. Needed only where the file could not be read.",
        longest=100,
    )
    through = SeveralOf(
        "Is that everything?",
        [("yes", "I have read the whole file: every need and recommendation is marked")],
    )

    def __init__(self, *args: Any, proposals: Sequence[Proposal], is_read: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offered = proposals
        if proposals:
            choices = [(str(n), f"{KIND_WORDS[p.kind]}: {p.words}") for n, p in enumerate(proposals)]
            self.fields["proposals"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["proposals"]
        if is_read:
            del self.fields["place"]
        for field in self.fields.values():
            field.label = str(field.label).removesuffix(" (optional)")

    def clean(self) -> dict[str, Any]:
        """Words need their kind."""
        found = super().clean()
        if found.get("words") and not found.get("kind") and "kind" not in self.errors:
            self.add_error("kind", "Choose whether it is a need, an outcome or a recommendation")
        if found.get("words") and len(found["words"]) < FEWEST:
            self.add_error("words", f"Words to take as a line must be {FEWEST} characters or more")
        return found

    def marked(self) -> tuple[Marked, ...]:
        """What was chosen, as the action takes it."""
        given = self.cleaned_data
        chosen = [self.offered[int(number)] for number in given.get("proposals", ())]
        found = [Marked(each.kind, each.words) for each in chosen]
        if given["words"]:
            found.append(Marked(LineKind(given["kind"]), given["words"], given.get("place", "")))
        return tuple(found)


KIND_WORDS = {LineKind.NEED: "Need", LineKind.OUTCOME: "Outcome", LineKind.RECOMMENDATION: "Recommendation"}


class SendBack(Form):
    """Questions to the author."""

    questions = LongText(
        "What do you ask the author?",
        missing="Write what you ask the author",
        hint="What the check found is here to begin with. Change it as you like.",
        longest=4_000,
        look=Look(rows=10),
    )


class Objection(Form):
    """What the plan gets wrong about what the author wrote."""

    line = FromList("Which part of your advice is it about?", ())
    words = LongText(
        "What does the plan get wrong about what you wrote?",
        missing="Say what the plan gets wrong about what you wrote",
        hint="The writer of the plan reads this, and the family if a manager lets the plan go out all the same.",
        longest=4_000,
    )

    def __init__(self, *args: Any, lines: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["line"].choices = [("", "All of it"), *lines]  # type: ignore[attr-defined]
        self.fields["line"].label = "Which part of your advice is it about?"

    def objection(self) -> NewObjection:
        """The same as the action takes it."""
        line = self.cleaned_data["line"]
        return NewObjection(self.cleaned_data["words"], UUID(line) if line else None)


class Override(Form):
    """A manager's reason."""

    reason = LongText(
        "Why may the plan be issued all the same?",
        missing="Give your reason",
        hint="The adviser and the family read this, with your name.",
        longest=4_000,
    )
