"""Decisions in words: what lies before whoever decides, what follows from the answers, what was done."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.app.actions.decisions import Decided
from alongside.app.letters import Delivery
from alongside.app.notices import ADVICE_WORDS
from alongside.app.queries.decisions import Papers, ToTell
from alongside.core.case.codes import EventKind
from alongside.core.law import legal_tests
from alongside.core.law.legal_tests import Answer
from alongside.web.answers import Confirmation
from alongside.web.presenters import questions, requests, wording

DONE = {
    EventKind.DECISION_TO_ASSESS_NOTIFIED: (
        "The decision to assess is recorded, and everybody who must advise was asked."
    ),
    EventKind.REFUSAL_TO_ASSESS_SENT: "The decision not to assess is recorded, and the notice is made.",
    EventKind.DECISION_TO_ISSUE: "The decision to issue a plan is recorded. Write the draft next.",
    EventKind.NO_PLAN_NOTICE_SENT: "The decision not to issue a plan is recorded, and the notice is made.",
    EventKind.LA_RECONSIDERS: "The changed decision is recorded. The original limits stand.",
}


@dataclass(frozen=True, slots=True)
class PapersShown:
    """The papers in words. `facts` are (what, answer) pairs."""

    facts: tuple[tuple[str, str], ...]
    said: tuple[tuple[tuple[str, str], ...], ...]


def shown(papers: Papers) -> PapersShown:
    """What whoever decides reads before deciding."""
    facts = [
        (
            "Request received",
            wording.weekday_day(papers.received_on) if papers.received_on else wording.NOT_KNOWN,
        )
    ]
    for limit in papers.limits:
        due = f"{wording.weekday_day(limit.statutory_due)}" if limit.statutory_due else limit.due_words
        late = f", {wording.plural(limit.days_late, 'day')} late" if limit.days_late else ""
        facts.append((limit.title, f"{due}{late}"))
    views = wording.day(papers.views_invited_on) if papers.views_invited_on else "no invitation is recorded"
    facts.append(("Family invited to give views and evidence", views))
    facts.append(("Who is written to", named(papers.to_tell)))
    if papers.advice_open:
        waiting = wording.sentence_list(f"{ADVICE_WORDS[kind]} ({name})" for kind, name in papers.advice_open)
        facts.append(("Advice that has not come", waiting))
    return PapersShown(tuple(facts), tuple(questions.said(one) for one in papers.said))


def named(to_tell: Sequence[ToTell]) -> str:
    """Everybody who gets the letter, and how."""
    if not to_tell:
        return "nobody holds the rights in this case yet: add them under People first"
    return wording.sentence_list(
        f"{one.name} ({'by email' if one.by_email else 'by post'})" for one in to_tell
    )


def to_assess(answers: Sequence[Answer], papers: Papers) -> Confirmation:
    """The page between the answers on s.36(8) and the decision that follows from them."""
    if legal_tests.is_met(answers):
        return Confirmation(
            title="You are about to decide to assess",
            warning="Every required adviser is asked today, and the family is written to. This cannot be undone.",
            act="Decide to assess",
            rows=_rows(answers, papers),
        )
    return Confirmation(
        title="You are about to decide not to assess",
        warning="The notice goes to the family today with their rights to mediation and appeal. This cannot be undone.",
        act="Decide not to assess",
        rows=_rows(answers, papers),
    )


def to_issue(answers: Sequence[Answer], papers: Papers) -> Confirmation:
    """The same on s.37(1)."""
    if legal_tests.is_met(answers):
        return Confirmation(
            title="You are about to decide to issue a plan",
            warning="The draft is written next. A decision to issue has no notice of its own in law.",
            act="Decide to issue a plan",
            rows=_rows(answers, papers),
        )
    return Confirmation(
        title="You are about to decide not to issue a plan",
        warning="The notice goes to the family today with their rights to mediation and appeal. This cannot be undone.",
        act="Decide not to issue a plan",
        rows=_rows(answers, papers),
    )


def _rows(answers: Sequence[Answer], papers: Papers) -> tuple[tuple[str, str], ...]:
    limbs = tuple((one.limb.question, f"{'Yes' if one.met else 'No'}. {one.reasons}") for one in answers)
    return (*limbs, ("Who is written to", named(papers.to_tell)))


def invited(sent: Sequence[Delivery]) -> str:
    """The letters about the right to give views are made; which of them must be posted."""
    words = "The family has been told of its right to give views. The letters are under Documents."
    return f"{words} {requests.to_post(sent)}".strip()


def done(decided: Decided) -> str:
    """What was done, what must be posted, and who could not be told."""
    words = [DONE[decided.kind], requests.to_post(decided.letters), requests.to_send(decided.not_told)]
    return " ".join(word for word in words if word)
