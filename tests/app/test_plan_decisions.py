"""Decisions on a plan in force: each with its reasons, a letter with the rights, and whom the law says to tell."""

from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from alongside.app import scope
from alongside.app.actions import plan_decisions
from alongside.app.actions.decisions import Decided
from alongside.app.actions.plan_decisions import PlanDecision
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import EventKind as K
from alongside.core.case.review_codes import ReviewOutcome
from alongside.core.refusal import Refused
from alongside.records.models import CaseEvent, Document, Due, OutboxMessage
from cast import HERE, Cast, organisation
from happening_cast import MEETING, WITH_A_PLAN, before, reach

REASONS = "The meeting agreed that every outcome of the plan still fits her well."
MAINTAIN = PlanDecision(K.REVIEW_DECISION_SENT, REASONS, ReviewOutcome.MAINTAIN)
AMEND = PlanDecision(K.REVIEW_DECISION_SENT, REASONS, ReviewOutcome.AMEND)
END = PlanDecision(K.REVIEW_DECISION_SENT, REASONS, ReviewOutcome.CEASE, "NOT_NECESSARY")
CEASE = PlanDecision(K.CEASE_DECISION_SENT, REASONS, ground="LEFT_FOR_WORK_OR_HIGHER_EDUCATION")
NOT_AMEND = PlanDecision(K.DECISION_NOT_TO_AMEND_SENT, REASONS)
REASSESS = PlanDecision(K.REASSESSMENT_AGREED_SENT)
REFUSE = PlanDecision(K.REASSESSMENT_REFUSED_SENT, REASONS)
RIGHTS = (
    "right to appeal",
    "right to mediation",
    "certificate",
    "disagreement resolution",
    "free information and advice",
    "health and social care",
)
CASES = {
    "maintain": (MAINTAIN, MEETING, "NOT_AMENDING", "We have decided to keep Ivy’s EHC plan as it is", RIGHTS),
    "amend": (AMEND, MEETING, "WILL_AMEND", "We have decided to change Ivy’s EHC plan", ("21 December 2026",)),
    "end after a review": (END, MEETING, "CEASING", "We have decided to end Ivy’s EHC plan", RIGHTS),
    "end": (CEASE, (*WITH_A_PLAN, K.CEASE_CONSULTED), "CEASING", "leaves for paid work or university", RIGHTS),
    "not amend": (NOT_AMEND, (*MEETING, K.AMENDMENT_NOTICE_SENT), "NOT_AMENDING", "decided not to make them", RIGHTS),
    "reassess": (REASSESS, (*WITH_A_PLAN, K.REASSESSMENT_REQUESTED), "REASSESSING", "1 March 2027", ()),
    "not reassess": (
        REFUSE, (*WITH_A_PLAN, K.REASSESSMENT_REQUESTED), "NOT_REASSESSING", "not to assess Ivy again", RIGHTS,
    ),
}  # fmt: skip


def decide(cast: Cast, decision: PlanDecision) -> Decided:
    return plan_decisions.decide(cast.case.case_id, decision, by=cast.officer, at=cast.at)


def letters(cast: Cast, kind: str) -> dict[str, str]:
    with scope.opened(cast.officer):
        rows = Document.objects.filter(kind=kind, media_type="application/pdf").select_related("addressee")
        found = {}
        for row in rows:
            pages = PdfReader(BytesIO(bytes(row.content))).pages
            to = row.addressee.name if row.addressee else row.title
            found[to] = " ".join(" ".join(page.extract_text() for page in pages).split())
        return found


@pytest.mark.parametrize("which", CASES)
def test_each_parent_gets_the_decision_with_what_it_must_state(cast: Cast, which: str) -> None:
    decision, history, kind, says, rights = CASES[which]
    reach(cast, history)
    done = decide(cast, decision)
    found = letters(cast, kind)
    assert set(found) == {"Petra Parent", "Otto Otherparent"}
    for letter in found.values():
        for stated in (says, *rights, *([REASONS] if decision.reasons else [])):
            assert stated in letter, stated
        assert "1 Mill Lane" not in letter
    assert [(letter.recipient, letter.by_post) for letter in done.letters] == [
        ("Otto Otherparent", True),
        ("Petra Parent", False),
    ]
    with scope.opened(cast.officer):
        event = CaseEvent.objects.get(id=done.event_id)
        assert OutboxMessage.objects.filter(kind=kind, to_email="petra.parent@example.org").exists()
    assert event.details["decided_by"] == str(cast.officer.account)
    assert event.details["letter_dated_on"] == "2026-11-23"


def test_plan_that_is_to_end_is_kept_until_the_time_to_appeal_is_over(cast: Cast) -> None:
    reach(cast, CASES["end"][1])
    decide(cast, CEASE)
    with scope.opened(cast.officer):
        kept = Due.objects.filter(case=cast.case.case_id, rule="C03").latest("statutory_due").statutory_due
    assert kept is not None
    assert f"cannot end before {kept:%A %-d %B %Y}" in letters(cast, "CEASING")["Petra Parent"]


def test_school_and_board_get_a_letter_of_their_own_that_is_kept(cast: Cast) -> None:
    with scope.opened_to_all(HERE):
        organisation(HERE, "ICB", "Northshire ICB", email="send@icb.example.org")
    reach(cast, CASES["end"][1])
    assert decide(cast, CEASE).not_told == ("Northshire ICB",)  # told, but it cannot open the case here
    found = letters(cast, "BODY_NOTICE")
    assert sorted(found) == [
        "The authority has decided to end a plan: letter to Millbrook Primary School",
        "The authority has decided to end a plan: letter to Northshire ICB",
    ]
    for letter in found.values():
        assert "On 23 November 2026 we decided to cease to maintain the EHC plan" in letter
        assert "regulation 31" in letter
    with scope.opened(cast.officer):
        told = OutboxMessage.objects.filter(kind="CEASING", to_email="send@icb.example.org").get()
    assert "Ivy" not in told.text + told.subject


def test_decision_after_a_review_goes_to_the_school_and_not_to_the_board(cast: Cast) -> None:
    reach(cast, MEETING)
    decide(cast, MAINTAIN)
    assert list(letters(cast, "BODY_NOTICE")) == [
        "The authority keeps a plan as it is: letter to Millbrook Primary School"
    ]


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (PlanDecision(K.REVIEW_DECISION_SENT, REASONS), "outcome"),
        (PlanDecision(K.REVIEW_DECISION_SENT, "No.", ReviewOutcome.MAINTAIN), "reasons"),
        (PlanDecision(K.REVIEW_DECISION_SENT, REASONS, ReviewOutcome.CEASE), "ground"),
    ],
)
def test_decision_that_leaves_something_out_is_refused_and_nothing_is_kept(
    cast: Cast, decision: PlanDecision, field: str
) -> None:
    reach(cast, MEETING)
    with pytest.raises(Refused) as refusal:
        decide(cast, decision)
    assert refusal.value.field == field
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind=K.REVIEW_DECISION_SENT).exists()
        assert not Document.objects.exists()


def test_end_of_a_plan_about_which_nobody_was_consulted_is_refused(cast: Cast) -> None:
    reach(cast, WITH_A_PLAN)
    with pytest.raises(Refused, match="cannot be recorded now"):
        decide(cast, CEASE)


@pytest.mark.parametrize("who", ["other_officer", "senco", "parent", "psychologist"])
def test_only_who_may_decide_decides(cast: Cast, who: str) -> None:
    before(cast, K.REVIEW_DECISION_SENT)
    by: Any = getattr(cast, who)
    with pytest.raises((NotAllowed, NotFound)):
        plan_decisions.decide(cast.case.case_id, MAINTAIN, by=by, at=cast.at)


def test_decision_not_to_amend_after_a_reassessment_says_so(cast: Cast) -> None:
    reach(cast, (*WITH_A_PLAN, K.REASSESSMENT_REQUESTED))
    decide(cast, REASSESS)
    done = decide(cast, NOT_AMEND)
    assert isinstance(UUID(done.event_id), UUID)
    assert "We have finished the new assessment." in letters(cast, "NOT_AMENDING")["Petra Parent"]
