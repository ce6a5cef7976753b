"""What is late and why, in plain words: who is waited for, since when, and what we did about it.

The reason is read from the chronology. Where nobody is waited for we say that it is ours to do; an excuse is
never made up.
"""

from dataclasses import dataclass
from datetime import date

from alongside.app.queries.advice import PlainAsked
from alongside.app.queries.family import FamilyCase
from alongside.core.case.codes import Stage, TimerState
from alongside.core.law.duty import Deadline
from alongside.web.presenters import family_words, wording

AS_ORDERED = (
    *("O02a", "U01", "O03a", "U06", "O02b", "U02", "O02c", "U03"),
    *("O03b", "U07", "O05", "U04", "O06", "U05", "O12"),
)
"""What an order of the Tribunal, or an appeal that the council does not oppose, asks of the council first."""
OURS = (
    *("A02", "D01", "A05", "D02", "A06", "D03", "A09", "A13", "A03"),
    *AS_ORDERED,
    *("O08", "U08", "O11", "M07", "M10", "M08", "M03"),
    *("R09e", "R12", "R06", "R07", "R10", "P01", "P02", "P03", "Z03", "Z01", "T02", "T03", "T01"),
    *("R01", "R02", "R03", "R04", "B01"),
)
"""What the council itself can be late with, the weightiest first."""

HEADLINES = {
    "A02": "We are late. We should have told you by {day} if we will assess {child}.",
    "A05": "We are late. By {day} we should have told you if there will be no plan.",
    "A06": "The final plan is late. By law you should have had it by {day}.",
    "U03": "The final plan is late. By law you should have had it by {day}.",
    "A09": "The draft plan is late. It should have been sent by {day}.",
    "A13": "We are late to ask for advice. We should have asked by {day}.",
    "A03": "We are late to ask for your views. We should have asked by {day}.",
    "R01": "The first look back at the plan is late. It should have been done by {day}.",
    "R02": "The yearly look back at the plan is late. It should have been done by {day}.",
    "R06": "We are late. We should have told you by {day} if the plan will change.",
    "R07": "We are late. We should have sent you the changes to the plan by {day}.",
    "R09e": "The changed plan is late. By law you should have had it by {day}.",
    "R12": "The changed plan is late. By law you should have had it by {day}.",
    "Z01": "We are late. We should have told you by {day} if we will assess {child} again.",
    "Z03": "The new plan is late. By law you should have had it by {day}.",
    "T02": "We are late. We should have written to you about the plan by {day}.",
    "M03": "We are late. The meeting with a mediator should have been by {day}.",
}
OTHERWISE = "We are late with this: “{title}”. It should have been done by {day}."


@dataclass(frozen=True, slots=True)
class Late:
    """One thing that is late. `why` are sentences: who is waited for, or that it is ours to do."""

    headline: str
    why: tuple[str, ...]


def late(shown: FamilyCase, child: str) -> tuple[Late, ...]:
    """What is late, the weightiest first: one panel, since one cause holds up all that comes after it."""
    overdue = {duty.rule: duty for duty in shown.duties if duty.state is TimerState.OVERDUE and duty.is_live}
    for rule in OURS:
        if rule in overdue:
            return (Late(_headline(rule, overdue[rule], shown, child), reasons(shown, child, rule)),)
    behind = [one for one in _open(shown) if one.due is not None and one.due < shown.head.today]
    if behind:
        return (Late(f"Some advice is late: {_whom(behind)}.", reasons(shown, child)),)
    return ()


def reasons(shown: FamilyCase, child: str, rule: str = "") -> tuple[str, ...]:
    """Who is waited for, each in a sentence or two. `rule` is the one that is late."""
    stage, today = shown.head.stage, shown.head.today
    found: list[str] = []
    if stage is Stage.REQUEST_OPEN:
        found.append(
            "We have the request. We have not decided yet. It is for us to do this. We wait for nobody else."
        )
    elif stage in (Stage.ASSESSING, Stage.DRAFTING):
        found += [
            f"{one.whom} has not sent its advice. {advice_due(one, today)}".strip() for one in _open(shown)
        ]
        if not found:
            found.append(_ours_to_write(stage))
    elif stage is Stage.PLAN_MAINTAINED:
        found.append(_with_a_plan(shown, rule))
    elif stage is Stage.DRAFT_OUT:
        found.append(_draft_out(shown))
    found += [
        f"{one.setting_name} has not told us yet if it can take {'you' if shown.is_own else child}. "
        f"We asked on {wording.day(one.received_on)}."
        for one in shown.consulted
        if one.replied_on is None
    ]
    return tuple(found)


def advice_due(one: PlainAsked, today: date) -> str:
    """When the advice of somebody who has not answered is or was due, and when we asked again."""
    said = []
    if one.due is not None:
        said.append(f"It {'was' if one.due < today else 'is'} due on {wording.day(one.due)}.")
    if one.chased_on is not None:
        said.append(f"We asked again on {wording.day(one.chased_on)}.")
    return " ".join(said)


def more_time(shown: FamilyCase, child: str) -> str:
    """That the law gives more time in this case, and why; empty where it does not."""
    free = [duty for duty in shown.duties if duty.state is TimerState.DISAPPLIED and duty.is_live]
    grounds = {each.ground for duty in free for each in duty.exceptions if each.applied}
    words = [family_words.GROUND[ground] for ground in sorted(grounds) if ground in family_words.GROUND]
    if not words:
        return ""
    why = family_words.said(wording.sentence_list(words), child=child, own=shown.is_own)
    return f"The law gives us more time, because {why}. We must still do it as soon as we can."


def _open(shown: FamilyCase) -> list[PlainAsked]:
    """Those who have not answered. The family is never named as a reason: it does not have to answer."""
    return [one for one in shown.asked if one.answered_on is None and one.kind != "PARENT_OR_YOUNG_PERSON"]


def _headline(rule: str, duty: Deadline, shown: FamilyCase, child: str) -> str:
    name = "you" if shown.is_own else child
    title = family_words.said(family_words.title(rule), child=child, own=shown.is_own)
    words = HEADLINES.get(rule, OTHERWISE).format(
        day=wording.day(duty.statutory_due), child=name, title=title
    )
    return f"{words} That was {wording.weeks_and_days(duty.days_late)} ago." if duty.days_late else words


def _whom(behind: list[PlainAsked]) -> str:
    return wording.sentence_list(one.whom for one in behind)


def _ours_to_write(stage: Stage) -> str:
    if stage is Stage.ASSESSING:
        return (
            "All the advice is in. It is for us to decide if there will be a plan. We wait for nobody else."
        )
    return "All the advice is in. It is for us to write the plan. We wait for nobody else."


def _draft_out(shown: FamilyCase) -> str:
    yours = [d for d in shown.duties if d.rule == "A07" and d.is_live and d.statutory_due is not None]
    if yours:
        last = wording.day(yours[-1].statutory_due)
        return f"You have the draft. You have until {last} to tell us what you think. Then we send the final plan."
    return "Your time on the draft has ended. It is for us to send the final plan."


def _with_a_plan(shown: FamilyCase, rule: str) -> str:
    """Who is waited for while a plan is held: after a review the school for its notes of the meeting, else nobody."""
    if rule in ("R06", "R07") and any(
        duty.rule == "R05" and duty.state is TimerState.OVERDUE for duty in shown.duties
    ):
        return "We still wait for the notes of the meeting. But it is for us to see that this is done."
    return "It is for us to do this. We wait for nobody else."
