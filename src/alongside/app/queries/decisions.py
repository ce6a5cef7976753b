"""What somebody who decides has before them, and the notice as it would be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID, uuid4

from alongside.app import letters, notices, ports, seeing
from alongside.app.actor import Actor
from alongside.app.intake_answers import IntakeAnswers
from alongside.app.letter_facts import LetterFacts
from alongside.app.ports import Rendered
from alongside.app.queries import cases, documents, intakes
from alongside.app.queries.cases import CaseHead
from alongside.app.queries.documents import DocumentLine
from alongside.app.seeing import CaseView
from alongside.core.access.permission import Permission
from alongside.core.case import stages
from alongside.core.case.codes import AdviceKind, EventKind
from alongside.core.case.events import Event
from alongside.core.law import legal_tests
from alongside.core.law.duty import Deadline
from alongside.core.law.legal_tests import Answer

NEEDS = MappingProxyType(
    {
        EventKind.REFUSAL_TO_ASSESS_SENT: Permission.DECIDE_TO_ASSESS,
        EventKind.NO_PLAN_NOTICE_SENT: Permission.DECIDE_TO_ISSUE,
    }
)


@dataclass(frozen=True, slots=True)
class ToTell:
    """One person who gets a notice, and whether it can go by e-mail."""

    name: str
    by_email: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """The case as it lies before whoever decides.

    `limits` are the duties that the decision meets or ends. `said` are the requests in their senders' words,
    empty where this reader may not see them. `advice_open` names kinds of advice that have not come.
    """

    head: CaseHead
    limits: tuple[Deadline, ...]
    received_on: date | None
    views_invited_on: date | None
    documents: tuple[DocumentLine, ...]
    said: tuple[IntakeAnswers, ...]
    to_tell: tuple[ToTell, ...]
    advice_open: tuple[tuple[AdviceKind, str], ...]
    may_follow: bool


def papers(case_id: UUID, kind: EventKind, *, by: Actor, at: datetime) -> Papers:
    """What lies before whoever decides. `kind` is the refusal that the decision could end in."""
    with seeing.case(case_id, NEEDS[kind], by=by, at=at) as view:
        found = view.told.episodes
        latest = found[-1] if found else None
        rules = ("A02",) if kind is EventKind.REFUSAL_TO_ASSESS_SENT else ("A05", "A06")
        duties = view.duties()
        state = view.state
        return Papers(
            head=cases.head_of(view),
            limits=tuple(d for d in duties if d.rule in rules and d.is_live),
            received_on=latest.received_on if latest else None,
            views_invited_on=latest.views_invited_on if latest else None,
            documents=documents.lines(view) if view.may(Permission.SEE_DOCUMENTS) else (),
            said=intakes.of_case(view),
            to_tell=to_tell(view),
            advice_open=tuple(
                (asked.kind or AdviceKind.OTHER, asked.asked_name)
                for asked in (latest.advice if latest else ())
                if asked.received_on is None and not asked.cancelled
            ),
            may_follow=stages.can_follow(state, kind),
        )


def preview(
    case_id: UUID, kind: EventKind, answers: Sequence[Answer], support_now: str, *, by: Actor, at: datetime
) -> Rendered:
    """The notice of a refusal as a PDF, before anything is decided. It carries nobody's address."""
    with seeing.case(case_id, NEEDS[kind], by=by, at=at) as view:
        test = legal_tests.TO_ASSESS if kind is EventKind.REFUSAL_TO_ASSESS_SENT else legal_tests.TO_ISSUE
        legal_tests.check_answers(answers, test)
        facts = _facts(view, kind, answers, support_now)
        pdf, *_ = ports.letters().letter(letters.without_address(facts))
        return pdf


def _facts(view: CaseView, kind: EventKind, answers: Sequence[Answer], support_now: str) -> LetterFacts:
    party = letters.must_have_family(view.case, on=view.today)[0]
    event = Event(str(uuid4()), kind, view.today, view.at)
    notice = notices.Notice(view.case, notices.as_if(view.facts, event), view.by.name, view.today)
    if kind is EventKind.REFUSAL_TO_ASSESS_SENT:
        return notice.will_not_assess(party, answers, support_now)
    return notice.will_not_issue(party, answers, support_now)


def to_tell(view: CaseView) -> tuple[ToTell, ...]:
    """Who gets a notice of a decision on the day."""
    return tuple(
        ToTell(party.name, bool(party.email and party.agreed_to_email))
        for party in letters.family_of(view.case, on=view.today)
    )
