"""Lines of advice in words: to be used, used, not used; and what their authors say to that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from alongside.app.queries.advice_arrival import Returned
from alongside.app.queries.advice_lines import LineToUse, ObjectionLine, Past, ToUse
from alongside.app.queries.advice_marking import MarkedLine, Marking
from alongside.core.advice.arrival import Remark
from alongside.core.advice.lines import LineKind
from alongside.core.advice.using import Decision, Outcome, Standing
from alongside.core.case.advice_forms import FORMS
from alongside.core.case.advice_items import Group
from alongside.core.case.codes import PlanSection
from alongside.web.presenters import plans, wording
from alongside.web.presenters.advice_words import KINDS
from alongside.web.presenters.links import Link
from alongside.web.presenters.tags import Tag
from alongside.web.presenters.tasks import Task

OF_LINE = {LineKind.NEED: "Need", LineKind.OUTCOME: "Outcome", LineKind.RECOMMENDATION: "Recommendation"}
GROUPS = {item.code: item.one for form in FORMS.values() for item in form.items if isinstance(item, Group)}
SHOWN = 220
"""Characters of a line on a list."""
SETTLED = {
    "": Tag("Open: the final plan waits", "red"),
    "WITHDRAWN": Tag("Withdrawn", "green"),
    "OVERRIDDEN": Tag("Overridden by a manager", "purple"),
}


@dataclass(frozen=True, slots=True)
class ObjectionCard:
    """One objection. `answer` is what settled it, as a sentence; `act` where this reader can settle it."""

    title: str
    tag: Tag
    words: str
    about: str
    answer: str
    because: str
    act: Link | None = None


def title(line: LineToUse) -> str:
    """`Need 2 of Ed Psychologist`."""
    return f"{OF_LINE[line.line_kind]} {line.number} of {line.author}"


def sections(shown: ToUse) -> tuple[tuple[str, tuple[Task, ...]], ...]:
    """Every line under the section where it ordinarily belongs, those to decide first."""
    found = []
    for section in PlanSection:
        own = [line for line in shown.lines if line.section is section]
        own.sort(key=lambda line: line.standing.is_settled)
        if own:
            found.append((plans.title_of(section), tuple(_task(line, shown.head.case_id) for line in own)))
    return tuple(found)


def _task(line: LineToUse, case_id: UUID) -> Task:
    href = reverse("plan_advice_line", kwargs={"case_id": case_id, "line_id": line.id})
    words = " ".join(line.words.split())
    short = words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"
    when = f"{line.decided_by}, {wording.day_short(line.decided_at.date())}" if line.decided_at else ""
    return Task(title(line), href, short, state(line), when)


def state(line: LineToUse) -> Tag:
    """How a line stands, in words."""
    if line.standing is Standing.USED and line.decision:
        return Tag(f"Used in Section {line.decision.section}", "green")
    if line.standing is Standing.NOT_USED:
        return Tag("Not used", "grey")
    return (
        Tag("Its words have gone from the plan", "red")
        if line.standing is Standing.GONE
        else Tag("To decide", "yellow")
    )


def papers(shown: ToUse) -> tuple[tuple[Link, str], ...]:
    """Advice that came as a file, with how far its lines are marked."""
    return tuple(
        (
            Link(
                reverse(
                    "plan_advice_mark", kwargs={"case_id": shown.head.case_id, "advice_id": paper.advice}
                ),
                f"{KINDS[paper.kind]} of {paper.author}",
            ),
            f"{wording.plural(paper.lines, 'line')} marked"
            + ("" if paper.is_gone_through else "; not gone through to the end yet"),
        )
        for paper in shown.papers
    )


def progress(shown: ToUse) -> str:
    """How far the writer is, in a sentence."""
    total = len(shown.lines)
    if not total:
        return "No line of advice has come in yet. Lines come from the forms by themselves, and are marked in files."
    left = shown.undecided
    if not left:
        return f"All {wording.plural(total, 'line')} that you can read are decided."
    return f"{total - left} of {wording.plural(total, 'line')} are decided. {left} {'is' if left == 1 else 'are'} left."


def withheld(shown: ToUse) -> str:
    """What this writer may not read, and who decides it; empty where there is nothing."""
    if not shown.withheld:
        return ""
    return (
        f"{wording.plural(shown.withheld, 'further line')} cannot be shown to you, {shown.withheld_open} to decide. "
        "Somebody who may read that advice decides them."
    )


def place(line_place: str) -> str:
    """Where a line stands in the advice, in words."""
    code, _, number = line_place.rpartition("_")
    return f"{GROUPS[code]} {number} of the form" if code in GROUPS else line_place


def decided(decision: Decision | None, by: str, at: datetime | None) -> tuple[tuple[str, str], ...]:
    """A decision in pairs; empty where there is none."""
    if decision is None:
        return ()
    when = ("Decided", f"{by}, {wording.moment(at)}")
    if decision.outcome is Outcome.NOT_USED:
        return (("Not used, because", decision.reason), when)
    assert decision.section is not None
    return (("Used in", plans.title_of(decision.section)), ("The plan says", decision.quote), when)


def history(past: Iterable[Past]) -> tuple[str, ...]:
    """Earlier decisions, each as a sentence."""
    return tuple(f"{wording.moment(each.at)}, {each.by}: {_as_sentence(each.decision)}" for each in past)


def _as_sentence(decision: Decision) -> str:
    if decision.outcome is Outcome.NOT_USED:
        return f"not used, because: {decision.reason}"
    return f"used in Section {decision.section}: “{decision.quote}”"


def objections(
    found: Iterable[ObjectionLine], case_id: UUID, *, overrides: bool = False
) -> tuple[ObjectionCard, ...]:
    """What authors said. `overrides`: this reader may let the plan go out all the same."""
    return tuple(_card(each, case_id, overrides) for each in found)


def _card(each: ObjectionLine, case_id: UUID, overrides: bool) -> ObjectionCard:
    about = (
        f"{OF_LINE[each.about[0]].lower()} {each.about[1]} of their advice"
        if each.about
        else "all of their advice"
    )
    answer, act = "", None
    if each.settled == "OVERRIDDEN":
        answer = f"{each.settled_by} decided on {wording.day(each.settled_at)} that the plan may go out all the same:"
    elif each.settled:
        answer = f"Withdrawn by {each.settled_by} on {wording.day(each.settled_at)}."
    elif overrides:
        parts = {"case_id": case_id, "objection_id": each.id}
        act = Link(reverse("override_objection", kwargs=parts), f"Decide on what {each.made_by} says")
    return ObjectionCard(
        title=f"{each.made_by} says that the plan does not represent what they wrote",
        tag=SETTLED[each.settled],
        words=each.words,
        about=f"About {about}, {wording.moment(each.made_at)}",
        answer=answer,
        because=each.because,
        act=act,
    )


def own_lines(lines: Sequence[LineToUse]) -> tuple[tuple[str, Tag, str, tuple[tuple[str, str], ...]], ...]:
    """An author's own lines: title, state, words, and what was decided. What is still open to decide stays so."""
    return tuple(
        (
            f"{OF_LINE[line.line_kind]} {line.number}",
            Tag("Not decided yet", "yellow") if not line.standing.is_settled else state(line),
            line.words,
            decided(line.decision, line.decided_by, line.decided_at) if line.standing.is_settled else (),
        )
        for line in lines
    )


def line_choices(lines: Sequence[LineToUse]) -> list[tuple[str, str]]:
    """An author's lines to choose from."""
    return [(str(line.id), f"{OF_LINE[line.line_kind]} {line.number}: {line.words[:80]}") for line in lines]


def questions(remarks: Iterable[Remark]) -> str:
    """What the check found, as a beginning of the questions to the author."""
    return "\n".join(f"- {remark.sentence}" for remark in remarks)


def returned(each: Returned) -> str:
    """When and by whom advice was sent back."""
    waits = " It waits for an answer." if each.is_open else " It has been answered."
    return f"Sent back by {each.sent_by} on {wording.day(each.sent_at.date())}.{waits}"


def of_paper(shown: Marking) -> str:
    """How far a file was gone through, in a sentence; empty where there is no file."""
    if not shown.document:
        return ""
    if shown.gone_through_at:
        return f"{shown.gone_through_by} went through it to the end on {wording.day(shown.gone_through_at.date())}."
    return "Nobody has said yet that every need and recommendation in it is marked. The final plan waits for that."


def marked(shown: Marking) -> tuple[tuple[str, MarkedLine, str], ...]:
    """The lines of one advice: name, line, and where it stands."""
    return tuple((f"{OF_LINE[each.kind]} {each.number}", each, place(each.place)) for each in shown.lines)
