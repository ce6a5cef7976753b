"""The family's own page of a case: where it is, what comes next, what they can do and until when."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from alongside.app.queries.family import FamilyCase, MyCase
from alongside.core.access.permission import Permission
from alongside.core.case.codes import Stage, TimerState
from alongside.core.law.duty import Confidence, Deadline, DutyBearer
from alongside.web import addresses
from alongside.web.presenters import (
    deadlines,
    family_late,
    family_rights,
    family_words,
    messages,
    twenty_weeks,
    wording,
)
from alongside.web.presenters.cases import HOLDS_A_PLAN
from alongside.web.presenters.deadlines import Card
from alongside.web.presenters.family_late import Late
from alongside.web.presenters.links import Link
from alongside.web.presenters.twenty_weeks import Step

RIGHTS = ("A07", "R08", "Z05", "D04", "M01", "F01", "F06", "F07")
AFTER_A_DISPUTE = (
    *family_late.AS_ORDERED,
    *("O07", "U08c", "O08", "U08", "O01", "O11", "O10", "M07", "M10", "M08", "M03", "M02", "M05", "M06"),
    *("F08h", "F03", "F02"),
)
"""What an order, an appeal that is not opposed, an agreement or a mediation that is wanted brings next."""
NEXT_OF: Mapping[Stage, tuple[str, ...]] = {
    Stage.REQUEST_OPEN: ("A03", "A02", "D01", "A06", "D03"),
    Stage.ASSESSING: (*AFTER_A_DISPUTE, "A03", "A04", "A05", "D02", "A06", "D03"),
    Stage.DRAFTING: (*AFTER_A_DISPUTE, "A04", "A09", "A08", "A06", "D03"),
    Stage.DRAFT_OUT: (*AFTER_A_DISPUTE, "A07", "D04", "A08", "A06", "D03"),
    Stage.REFUSED_TO_ASSESS: AFTER_A_DISPUTE,
    Stage.REFUSED_TO_ISSUE: AFTER_A_DISPUTE,
    Stage.PLAN_MAINTAINED: (
        *AFTER_A_DISPUTE,
        *("T02", "T03", "T05", "T01", "C01", "C07", "C05", "C02", "C02.other", "C03", "D07"),
        *("R03", "R04", "R05", "R06", "R07", "R08", "R09e", "R12", "P01", "P02", "P03"),
        *("Z01", "Z05", "Z06", "Z03", "R01", "R02", "B01"),
    ),
}
"""What comes next at each stage, by rule. One deadline of each, the last of several pieces of advice."""
MOST_NEXT = 5
WHO: Mapping[DutyBearer, str] = {
    DutyBearer.MEDIATION_ADVISER: "The mediation adviser does this.",
    DutyBearer.TRIBUNAL: "The tribunal does this.",
    DutyBearer.ICB: "The health board does this.",
    DutyBearer.SETTING: "The school or college does this.",
}
UNCHECKED = "We have not checked this rule against the law itself yet. Ask us before you rely on the day."


@dataclass(frozen=True, slots=True)
class MyLine:
    """One child in the reader's list."""

    href: str
    name: str
    standing: str
    reference: str


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One who was asked, and whether they answered."""

    whom: str
    what: str
    state: str


@dataclass(frozen=True, slots=True)
class FamilyPage:
    """Everything on the page, in the order in which it stands there."""

    title: str
    standing: str
    also: tuple[str, ...]
    late: tuple[Late, ...]
    more_time: str
    next: tuple[Card, ...]
    steps: tuple[Step, ...]
    officer: str
    asked: tuple[AskedLine, ...]
    rights: tuple[Card, ...]
    can_do: tuple[Link, ...]
    late_appeal: str
    complaint: tuple[str, ...]
    promise: str
    done: tuple[Card, ...]


def my_line(one: MyCase) -> MyLine:
    """One child, with where the case stands."""
    return MyLine(
        address(one.case_id),
        "Your own case" if one.is_own else one.name,
        family_words.said(family_words.STAGE[one.stage], child=one.name.split(" ")[0], own=one.is_own),
        one.reference,
    )


def page(shown: FamilyCase) -> FamilyPage:
    """The case in the family's words."""
    child = shown.head.known_as or shown.head.name.split(" ")[0]
    owed = [duty for duty in shown.duties if duty.is_live and family_words.title(duty.rule)]
    coming = _coming(shown, owed)
    return FamilyPage(
        title="Where your case is" if shown.is_own else f"Where {child}’s case is",
        standing=family_words.said(family_words.STAGE[shown.head.stage], child=child, own=shown.is_own),
        also=_also(shown, child),
        late=family_late.late(shown, child),
        more_time=family_late.more_time(shown, child),
        next=tuple(_next(duty, shown, child) for duty in coming),
        steps=_steps(shown),
        officer=shown.officer.name,
        asked=tuple(_asked(shown)),
        rights=tuple(
            _card(duty, shown, child) for duty in owed if duty.rule in RIGHTS and duty not in coming
        ),
        can_do=tuple(_can_do(shown, child)),
        late_appeal=family_rights.late_appeal(shown),
        complaint=family_rights.complaint(shown, child),
        promise=messages.promised(shown.promise, on=shown.head.today) if shown.promise else "",
        done=tuple(_card(d, shown, child) for d in _rest(shown, owed, coming)),
    )


def address(case_id: UUID) -> str:
    """The family's page of a case."""
    return addresses.of_case("my_case", case_id)


def _also(shown: FamilyCase, child: str) -> tuple[str, ...]:
    """What else goes on, each in a sentence: a review, a disagreement, a move."""
    found = [
        family_words.said(family_words.STAGE[stage], child=child, own=shown.is_own)
        for _, stage in shown.regions
    ]
    return tuple(dict.fromkeys(found))


def _coming(shown: FamilyCase, owed: list[Deadline]) -> list[Deadline]:
    """What comes next, at most five, each rule once: of several pieces of advice the one that is due last."""
    found: list[Deadline] = []
    for rule in NEXT_OF.get(shown.head.stage, ()):
        same = [duty for duty in owed if duty.rule == rule and (duty.statutory_due or duty.due_words)]
        if same:
            found.append(max(same, key=lambda duty: duty.statutory_due or duty.triggered_on))
    if shown.head.stage is Stage.PLAN_MAINTAINED:
        found.sort(key=lambda duty: duty.statutory_due or shown.head.today)
    return found[:MOST_NEXT]


def _rest(shown: FamilyCase, owed: list[Deadline], coming: list[Deadline]) -> list[Deadline]:
    """Every other date: what is done or fell away, the latest first, and what is owed and not shown above."""
    others = [duty for duty in owed if duty not in coming and duty.rule not in RIGHTS]
    settled = [d for d in shown.duties if not d.is_live and family_words.title(d.rule)]
    settled.sort(key=lambda duty: (duty.met_on or duty.triggered_on, duty.rule), reverse=True)
    return others + settled


def _card(duty: Deadline, shown: FamilyCase, child: str) -> Card:
    made = deadlines.card(duty, on=shown.head.today)
    title = family_words.said(
        family_words.title(duty.rule), child=child, own=shown.is_own, whom=_whom(duty, shown)
    )
    if family_words.help_with(duty.rule):
        bearer = family_words.help_with(duty.rule)
    elif duty.bearer is DutyBearer.LA:
        bearer = f"{shown.officer.authority} does this."
    elif duty.rule == "A08" or duty.bearer not in WHO:
        bearer = f"{_whom(duty, shown) or 'Somebody we asked'} does this."
    else:
        bearer = WHO[duty.bearer]
    ended = duty.rule in RIGHTS and duty.state is TimerState.CANCELLED
    return replace(
        made,
        title=title,
        bearer=bearer,
        when="The time for this has ended" if ended else made.when,
        caution=UNCHECKED if duty.confidence is Confidence.FROM_KNOWLEDGE else "",
    )


def _next(duty: Deadline, shown: FamilyCase, child: str) -> Card:
    """The card of what comes next. Where several are still to give advice it speaks of all of them."""
    made = _card(duty, shown, child)
    waiting = [one for one in shown.duties if one.rule == "A04" and one.is_live]
    if duty.rule != "A04" or len(waiting) < 2:
        return made
    return replace(
        made, title=f"Advice from {len(waiting)} people we asked", bearer="You can see below who they are."
    )


def _whom(duty: Deadline, shown: FamilyCase) -> str:
    return shown.episode.whom(duty.subject) if shown.episode else ""


def _steps(shown: FamilyCase) -> tuple[Step, ...]:
    if shown.episode is None or shown.head.stage in HOLDS_A_PLAN:
        return ()
    line = twenty_weeks.line(shown.episode, shown.duties, on=shown.head.today)
    return tuple(replace(step, title=family_words.STEPS[step.title]) for step in line)


def _asked(shown: FamilyCase) -> list[AskedLine]:
    found = []
    for one in shown.asked:
        if one.kind == "PARENT_OR_YOUNG_PERSON":
            continue  # the reader's own: among what they can do
        if one.answered_on is not None:
            state = f"{'Had nothing to add' if one.nothing_to_add else 'Answered'} on {wording.day(one.answered_on)}"
        else:
            state = f"Not sent yet. {family_late.advice_due(one, shown.head.today)}".strip()
        found.append(AskedLine(one.whom, wording.capital(family_words.ADVICE[one.kind]), state))
    return found


def _can_do(shown: FamilyCase, child: str) -> list[Link]:
    may, case_id = shown.head.may, shown.head.case_id
    about = "Tell us about yourself" if shown.is_own else f"Tell us about {child}"
    draft = shown.head.stage is Stage.DRAFT_OUT
    offered = (
        ("tell_us", about, Permission.GIVE_VIEWS, shown.family_asked),
        ("comment_on_draft", "Say what you think of the draft plan", Permission.COMMENT_ON_DRAFT, draft),
        ("ask_for_setting", "Ask for a school", Permission.ASK_FOR_SETTING, draft),
        ("ask_for_meeting", "Ask to meet us about the draft", Permission.ASK_FOR_MEETING, draft),
        ("say_something", "Send us a message", Permission.SEND_MESSAGE, True),
        ("something_wrong", "Tell us that something is wrong", Permission.ASK_FOR_CORRECTION, True),
        ("supporters", "Let somebody help you with this", Permission.ADD_SUPPORTER, True),
        ("my_parents", "Choose what your parents can see", Permission.AGREE_PARENT_SIGHT, True),
        ("case_documents", "Read letters and papers", Permission.SEE_DOCUMENTS, True),
    )
    return [
        Link(addresses.of_case(door, case_id), words)
        for door, words, needs, is_time in offered
        if is_time and needs in may
    ]
