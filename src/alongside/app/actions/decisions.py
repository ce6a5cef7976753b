"""The authority's decisions on an assessment: whether to assess, and whether to issue a plan.

A named person decides, on the legal test, limb by limb, with reasons and evidence; the decision follows from
the answers. The decision, the notices to the family and the messages to the bodies are one deed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.app import doing, letters, notices
from alongside.app.actions import advice, bodies
from alongside.app.actor import Actor
from alongside.app.doing import CaseDeed
from alongside.app.letter_facts import LetterFacts
from alongside.app.letters import Delivery, Notice
from alongside.core.access.parts import Part
from alongside.core.access.permission import Permission
from alongside.core.case.codes import EventKind
from alongside.core.law import legal_tests
from alongside.core.law.legal_tests import Answer
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty

SUPPORT_WORDS = 5


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, the letters made, and the bodies whose letter somebody here must send."""

    kind: EventKind
    event_id: str
    letters: tuple[Delivery, ...]
    not_told: tuple[str, ...]


def decide_whether_to_assess(
    case_id: UUID, answers: Sequence[Answer], *, support_now: str = "", by: Actor, at: datetime
) -> Decided:
    """Decide on the test of s.36(8). Both limbs met: assess, and every required adviser is asked the same day.

    Otherwise refuse, with the notice that states the reasons and the rights; `support_now` then says what help
    goes on without an assessment. Raises `Refused` where a limb lacks reasons or evidence.
    """
    with doing.on_case(case_id, Permission.DECIDE_TO_ASSESS, by=by, at=at) as deed:
        legal_tests.check_answers(answers, legal_tests.TO_ASSESS)
        if legal_tests.is_met(answers):
            return _assess(deed, answers)
        check_support(support_now)
        return _refuse_to_assess(deed, answers, support_now)


def decide_whether_to_issue(
    case_id: UUID, answers: Sequence[Answer], *, support_now: str = "", by: Actor, at: datetime
) -> Decided:
    """Decide on the test of s.37(1) after the assessment: to issue a plan, or to send the no-plan notice."""
    with doing.on_case(case_id, Permission.DECIDE_TO_ISSUE, by=by, at=at) as deed:
        legal_tests.check_answers(answers, legal_tests.TO_ISSUE)
        if legal_tests.is_met(answers):
            event = deed.append(EventKind.DECISION_TO_ISSUE, deed.today, _details(deed, answers))
            return Decided(event.kind, event.id, (), ())
        check_support(support_now)
        return _no_plan(deed, answers, support_now)


def check_support(support_now: str) -> None:
    """Refuse a refusal that does not say what help goes on."""
    if len(support_now.split()) < SUPPORT_WORDS:
        raise Refused(
            "Say what help goes on without a plan: which support the child gets now, and from whom. "
            "The letter to the family must say so.",
            field="support_now",
        )


def _assess(deed: CaseDeed, answers: Sequence[Answer]) -> Decided:
    parties = letters.must_have_family(deed.case, on=deed.today)
    details = _details(deed, answers) | _others_notified(deed)
    event = deed.append(EventKind.DECISION_TO_ASSESS_NOTIFIED, deed.today, details)
    return _assessment_begins(deed, event.kind, event.id, parties)


def begin_assessment(deed: CaseDeed, event_id: str) -> Decided:
    """Within a deed that reopened a refused case: ask every required adviser and tell the family, today."""
    parties = letters.must_have_family(deed.case, on=deed.today)
    return _assessment_begins(deed, EventKind.LA_RECONSIDERS, event_id, parties)


def _assessment_begins(
    deed: CaseDeed, kind: EventKind, event_id: str, parties: Sequence[CaseParty]
) -> Decided:
    advice.ask_all_required(deed)
    notice = _notice(deed)
    sent = tuple(_send(deed, party, notice.will_assess(party), "DECISION_TO_ASSESS") for party in parties)
    not_told = bodies.notify(deed, "DECISION_TO_ASSESS", deed.today)
    return Decided(kind, event_id, sent, not_told)


def _refuse_to_assess(deed: CaseDeed, answers: Sequence[Answer], support_now: str) -> Decided:
    parties = letters.must_have_family(deed.case, on=deed.today)
    details = _details(deed, answers) | _others_notified(deed) | {"letter_dated_on": deed.today.isoformat()}
    event = deed.append(EventKind.REFUSAL_TO_ASSESS_SENT, deed.today, details | {"support_now": support_now})
    notice = _notice(deed)
    sent = tuple(
        _send(deed, party, notice.will_not_assess(party, answers, support_now), "REFUSAL_TO_ASSESS")
        for party in parties
    )
    not_told = bodies.notify(deed, "REFUSAL_TO_ASSESS", deed.today)
    return Decided(event.kind, event.id, sent, not_told)


def _no_plan(deed: CaseDeed, answers: Sequence[Answer], support_now: str) -> Decided:
    parties = letters.must_have_family(deed.case, on=deed.today)
    details = _details(deed, answers) | {
        "letter_dated_on": deed.today.isoformat(),
        "support_now": support_now,
    }
    event = deed.append(EventKind.NO_PLAN_NOTICE_SENT, deed.today, details)
    notice = _notice(deed)
    sent = tuple(
        _send(deed, party, notice.will_not_issue(party, answers, support_now), "NO_PLAN") for party in parties
    )
    not_told = bodies.notify(deed, "NO_PLAN", deed.today)
    return Decided(event.kind, event.id, sent, not_told)


NOTICES = {
    "DECISION_TO_ASSESS": Notice("DECISION_TO_ASSESS", "Decision to assess", Part.CHRONOLOGY),
    "REFUSAL_TO_ASSESS": Notice("REFUSAL_TO_ASSESS", "Decision not to assess", Part.REASONS),
    "NO_PLAN": Notice("NO_PLAN", "Decision not to make a plan", Part.REASONS),
}


def _send(deed: CaseDeed, party: CaseParty, facts: LetterFacts, kind: str) -> Delivery:
    return letters.send(deed, facts, NOTICES[kind], party)


def _notice(deed: CaseDeed) -> notices.Notice:
    return notices.Notice(deed.case, deed.facts, deed.by.name, deed.today)


def _details(deed: CaseDeed, answers: Sequence[Answer]) -> dict[str, Any]:
    return {"decided_by": str(deed.by.account), "reasons": [answer.as_detail() for answer in answers]}


def _others_notified(deed: CaseDeed) -> dict[str, str]:
    """The day on which the others were told, where every one of them could be."""
    reached = all(body.emails for body in bodies.bodies_of(deed))
    return {"others_notified_on": deed.today.isoformat()} if reached else {}
