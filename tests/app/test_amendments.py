"""A plan in force is amended: notice with the changes marked, the family's time, the amended final plan."""

from datetime import date, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

import plan_cast
from alongside.app import scope
from alongside.app.actions import (
    adopting,
    amendments,
    comments,
    finals,
    plan_decisions,
    plans,
    representations,
)
from alongside.app.actions.adopting import InForce
from alongside.app.actions.amendments import Proposal
from alongside.app.actions.comments import AnswerKind, NewAnswer
from alongside.app.actions.drafts import Served
from alongside.app.actions.finals import Issued, Placement
from alongside.app.actions.plan_decisions import PlanDecision
from alongside.app.queries import comments as said
from alongside.app.queries import documents, plan_versions
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import EventKind, PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import Case, CaseEvent, CaseParty, Document, OutboxMessage, PlanVersion
from amendment_cast import BECAUSE, NEW_B, PLAN_DAYS, changed, in_force, noticed, review_held
from cast import Cast
from happening_cast import WITH_A_PLAN, reach

NOTICE, AMENDED = PLAN_DAYS + 30, PLAN_DAYS + 46
REASONS = "The meeting agreed that every outcome of the plan still fits Ivy well."


def words(row: Document) -> str:
    pages = PdfReader(BytesIO(bytes(row.content))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def paper(cast: Cast, kind: str, to: str = "") -> str:
    with scope.opened(cast.officer):
        rows = Document.objects.filter(kind=kind, media_type="application/pdf").order_by("-created_at", "id")
        return words((rows.filter(addressee__name=to) if to else rows)[0])


def states(cast: Cast) -> list[str]:
    with scope.opened(cast.officer):
        return list(PlanVersion.objects.order_by("number").values_list("state", flat=True))


def issue(cast: Cast, case: UUID, *, days: int = AMENDED, **more: str) -> Issued:
    at = plan_cast.later(cast, days)
    sent = plan_cast.sending(cast, case, at=at)
    return finals.issue(case, Placement("", cast.special_school, **more), sent, by=cast.officer, at=at)


def test_new_version_begins_from_the_plan_in_force_and_not_from_the_last_draft(cast: Cast) -> None:
    case = in_force(cast)
    at = plan_cast.later(cast, NOTICE)
    assert plans.start(case, by=cast.officer, at=at) == 3
    found = plan_versions.reading(case, 3, by=cast.officer, at=at)
    assert {each.section: each.text for each in found.sections}[PlanSection.B] == plan_cast.TEXTS[
        PlanSection.B
    ]
    assert {each.section: each.text for each in found.sections}[PlanSection.I] == ""
    assert states(cast) == ["SUPERSEDED", "FINAL", "WRITING"]


def test_notice_gives_each_parent_a_letter_and_everybody_the_changes_marked(cast: Cast) -> None:
    _, served = noticed(cast)
    assert (served.version, served.comments_until) == (3, date(2027, 1, 21))
    assert [letter.by_post for letter in served.letters] == [True, False]
    for name in ("Petra Parent", "Otto Otherparent"):
        letter = paper(cast, "AMENDMENT_LETTER", name)
        for stated in (
            "We have decided to change Ivy’s EHC plan",
            BECAUSE,
            "Section B: Special educational needs",
            "at least 15 days to comment",
            "right to ask for a particular school or college",
            "right to ask for a meeting with an officer about the changes",
            "copy of Ivy’s plan as it stands now. It is dated 8 December 2026",
            "Section I of the plan names: Millbrook Primary School",
        ):
            assert stated in letter, stated
        assert "1 Mill Lane" not in letter
    assert f"[added: {NEW_B}]" in paper(cast, "PLAN_CHANGES")
    assert "Section C" not in paper(cast, "PLAN_CHANGES").split("What stays as it is")[0]
    assert states(cast) == ["SUPERSEDED", "FINAL", "DRAFT", "WRITING"]


def test_notice_after_a_review_states_the_earlier_of_eight_weeks_and_twelve_from_the_meeting(
    cast: Cast,
) -> None:
    noticed(cast, review=True)  # the meeting on 4 January 2027, the notice on 7 January
    assert "by Thursday 4 March 2027" in paper(cast, "AMENDMENT_LETTER", "Petra Parent")
    assert "regulations 20, 21 and 22" in paper(cast, "AMENDMENT_LETTER", "Petra Parent")


def test_notice_without_a_review_states_eight_weeks_and_regulation_28(cast: Cast) -> None:
    noticed(cast)
    letter = paper(cast, "AMENDMENT_LETTER", "Petra Parent")
    assert "by Thursday 4 March 2027" in letter
    assert "regulations 22 and 28" in letter


def test_papers_behind_the_changes_are_named_in_letter_and_paper(cast: Cast) -> None:
    case = in_force(cast)
    with scope.opened(cast.officer):
        report = Document.objects.filter(case=case, kind="FINAL_PLAN", twin=None).get()
    changed(cast, case)
    at = plan_cast.later(cast, NOTICE)
    given = Proposal(plan_cast.sending(cast, case, at=at), BECAUSE, (report.id,))
    amendments.send_notice(case, given, by=cast.officer, at=at)
    assert "Final plan, 8 December 2026" in paper(cast, "AMENDMENT_LETTER", "Petra Parent")
    assert "Final plan, 8 December 2026" in paper(cast, "PLAN_CHANGES")
    with scope.opened(cast.officer):
        assert CaseEvent.objects.get(kind="AMENDMENT_NOTICE_SENT").details["evidence"] == [str(report.id)]


def test_paper_of_another_case_is_no_evidence(cast: Cast) -> None:
    case = in_force(cast)
    changed(cast, case)
    at = plan_cast.later(cast, NOTICE)
    given = Proposal(plan_cast.sending(cast, case, at=at), BECAUSE, (UUID(int=7),))
    with pytest.raises(Refused, match="Choose the papers") as refusal:
        amendments.send_notice(case, given, by=cast.officer, at=at)
    assert refusal.value.field == "evidence"
    assert states(cast) == ["SUPERSEDED", "FINAL", "WRITING"]


def test_notice_that_changes_nothing_is_refused(cast: Cast) -> None:
    case = in_force(cast)
    plans.start(case, by=cast.officer, at=plan_cast.later(cast, NOTICE))
    with pytest.raises(Refused, match="Nothing in version 3 differs"):
        send(cast, case)


def test_notice_without_a_reason_is_refused(cast: Cast) -> None:
    case = in_force(cast)
    changed(cast, case)
    with pytest.raises(Refused, match="Say why") as refusal:
        send(cast, case, because="Because.")
    assert refusal.value.field == "because"


def send(cast: Cast, case: UUID, because: str = BECAUSE, days: int = NOTICE) -> Served:
    at = plan_cast.later(cast, days)
    return amendments.send_notice(
        case, Proposal(plan_cast.sending(cast, case, at=at), because), by=cast.officer, at=at
    )


def test_plan_in_force_that_is_not_here_is_written_in_before_it_is_amended(cast: Cast) -> None:
    case = reach(cast, WITH_A_PLAN)  # the final plan is news: its text is not here
    at = plan_cast.later(cast, NOTICE)
    plans.start(case, by=cast.officer, at=at)
    for section, text in plan_cast.TEXTS.items():
        plans.save_section(case, section, text, 0, by=cast.officer, at=at)
    with pytest.raises(Refused, match="The plan as it stands is not written here"):
        send(cast, case)
    told = InForce(
        date(2026, 11, 23), "Millbrook Primary School", "Pat Signer", plan_cast.edition(cast, case)
    )
    assert adopting.adopt(case, told, by=cast.officer, at=at) == 1
    assert states(cast) == ["FINAL"]
    assert "Pat Signer" in paper(cast, "FINAL_PLAN")
    with scope.opened(cast.officer):
        assert not OutboxMessage.objects.filter(kind="FINAL_SENT").exists()
    changed(cast, case)
    send(cast, case)
    assert f"[added: {NEW_B}]" in paper(cast, "PLAN_CHANGES")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"dated_on": date(2026, 11, 22)}, "dated_on"),
        ({"dated_on": date(2027, 3, 1)}, "dated_on"),
        ({"placement": " "}, "placement"),
        ({"signed_by": ""}, "signed_by"),
    ],
)
def test_plan_in_force_says_its_day_its_placement_and_who_signed_it(
    cast: Cast, wrong: dict[str, object], field: str
) -> None:
    case = reach(cast, WITH_A_PLAN)
    at = plan_cast.later(cast, NOTICE)
    plans.start(case, by=cast.officer, at=at)
    for section in (PlanSection.B, PlanSection.F):
        plans.save_section(case, section, "Words.", 0, by=cast.officer, at=at)
    given = {"dated_on": date(2026, 11, 23), "placement": "A school", "signed_by": "P", "seen": 2} | wrong
    with pytest.raises(Refused) as refusal:
        adopting.adopt(case, InForce(**given), by=cast.officer, at=at)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert states(cast) == ["WRITING"]


def test_plan_that_is_here_is_not_written_in_again(cast: Cast) -> None:
    case = in_force(cast)
    changed(cast, case)
    told = InForce(date(2026, 12, 8), "A school", "P", plan_cast.edition(cast, case))
    with pytest.raises(Refused, match="written here already"):
        adopting.adopt(case, told, by=cast.officer, at=plan_cast.later(cast, NOTICE))


def test_without_a_plan_in_force_none_is_written_in(cast: Cast) -> None:
    case = plan_cast.drafting(cast)
    told = InForce(date(2026, 11, 23), "A school", "P", plan_cast.edition(cast, case))
    with pytest.raises(Refused, match="No plan is in force"):
        adopting.adopt(case, told, by=cast.officer, at=cast.at)


def test_family_reads_the_changes_comments_and_asks_for_a_school(cast: Cast) -> None:
    case, _ = noticed(cast)
    at = plan_cast.later(cast, NOTICE)
    read = plan_versions.changes(case, 3, by=cast.parent, at=at)
    assert [each.section for each in read.sections if each.is_changed] == [PlanSection.B]
    assert read.may_comment
    found = said.on_draft(case, by=cast.parent, at=at)
    assert found.is_amendment
    assert found.days is not None
    assert found.days.statutory_due == date(2027, 1, 21)
    plan_cast.comment(cast, case, "Please keep the old words.", at=at)
    representations.ask_for_setting(case, cast.special_school, "", by=cast.parent, at=at)
    representations.ask_for_meeting(case, by=cast.parent, at=at)
    assert EventKind.FAMILY_CONFIRMS_NOTHING_MORE not in found.follows
    titles = [line.title for line in documents.of_case(case, by=cast.parent, at=at).lines]
    assert "Proposed changes to the plan, version 3" in titles
    assert "Proposed changes, version 3: letter to Petra Parent" in titles
    assert "Proposed changes, version 3: letter to Otto Otherparent" not in titles


def test_amended_final_plan_takes_the_place_of_the_plan_and_tells_each_what_became_of_their_comments(
    cast: Cast,
) -> None:
    case, _ = noticed(cast)
    remark = plan_cast.comment(cast, case, "Please keep the old words.", at=plan_cast.later(cast, NOTICE))
    with pytest.raises(Refused, match="Not every comment has its answer"):
        issue(cast, case)
    answer = NewAnswer(AnswerKind.NOT_CHANGED, "The psychologist's new words stand; see Section K.")
    comments.answer(case, remark, answer, by=cast.officer, at=plan_cast.later(cast, NOTICE + 1))
    result = issue(cast, case)
    assert states(cast) == ["SUPERSEDED", "REPLACED", "SUPERSEDED", "FINAL"]
    letter = paper(cast, "FINAL_LETTER", "Petra Parent")
    for stated in (
        "amended final Education, Health and Care (EHC) plan. It takes the place of the plan of 8 December 2026",
        "Section I names: The Orchard School",
        "we did not change the plan",
        "right to appeal about parts of the plan",
        "right to mediation",
        "regulation 22(3)",
    ):
        assert stated in letter, stated
    assert "You sent no comments on what we proposed." in paper(cast, "FINAL_LETTER", "Otto Otherparent")
    printed = paper(cast, "FINAL_PLAN")
    assert "Amended Education, Health and Care plan: Ivy" in printed
    assert NEW_B in printed
    assert result.version == 4
    with scope.opened(cast.officer):
        event = CaseEvent.objects.get(kind="AMENDED_FINAL_SENT")
        assert Case.objects.get(id=case).stage == "PLAN_MAINTAINED"
    assert event.details["version"] == 4
    assert event.details["signed_by"] == str(cast.officer.account)


def test_plan_that_was_replaced_can_still_be_read_as_the_plan_that_it_was(cast: Cast) -> None:
    case, _ = noticed(cast)
    issue(cast, case)
    at = plan_cast.later(cast, AMENDED)
    for number in (2, 4):
        assert plan_versions.reading(case, number, by=cast.parent, at=at).line.state in ("REPLACED", "FINAL")
    changes = plan_versions.changes(case, 4, by=cast.parent, at=at)
    assert changes.before is not None


def test_amended_plan_before_the_fifteen_days_have_ended_needs_a_written_reason(cast: Cast) -> None:
    case, _ = noticed(cast)
    with pytest.raises(Refused, match=r"the last is 21 January 2027"):
        issue(cast, case, days=NOTICE + 14)
    issue(cast, case, days=NOTICE + 15)


def test_school_asked_for_before_the_first_plan_is_not_asked_for_again_in_the_amendment(cast: Cast) -> None:
    case = plan_cast.served(cast)
    representations.ask_for_setting(case, None, "Far Away College", by=cast.parent, at=cast.at)
    in_force(cast, case=case, placement=Placement("Far Away College"))
    noticed(cast, case=case)
    issue(cast, case)
    assert states(cast)[-1] == "FINAL"


def test_second_notice_takes_the_place_of_the_first_and_begins_new_days(cast: Cast) -> None:
    case, _ = noticed(cast)
    at = plan_cast.later(cast, NOTICE + 10)
    seen = plan_cast.revision(cast, case, PlanSection.C)
    plans.save_section(case, PlanSection.C, "A new health need.", seen, by=cast.officer, at=at)
    assert send(cast, case, days=NOTICE + 10).comments_until == date(2027, 1, 31)
    assert states(cast) == ["SUPERSEDED", "FINAL", "SUPERSEDED", "DRAFT", "WRITING"]
    letter = paper(cast, "AMENDMENT_LETTER", "Petra Parent")
    assert "by Thursday 4 March 2027" in letter  # the eight weeks run from the first notice


def test_decision_not_to_amend_puts_the_proposal_aside_and_keeps_the_plan(cast: Cast) -> None:
    case, _ = noticed(cast)
    at = plan_cast.later(cast, AMENDED)
    decision = PlanDecision(EventKind.DECISION_NOT_TO_AMEND_SENT, REASONS)
    done = plan_decisions.decide(case, decision, by=cast.officer, at=at)
    assert states(cast) == ["SUPERSEDED", "FINAL", "SUPERSEDED", "SUPERSEDED"]
    letter = paper(cast, "NOT_AMENDING", "Petra Parent")
    for stated in (
        REASONS,
        "decided not to make them",
        "regulation 22(4)",
        "right to appeal",
        "right to mediation",
    ):
        assert stated in letter, stated
    assert done.not_told == ()
    with pytest.raises(NotFound):
        plan_versions.reading(case, 4, by=cast.parent, at=at)  # what was being written is the officers' own
    assert plans.start(case, by=cast.officer, at=at) == 5


@pytest.mark.parametrize("who", ["other_officer", "placements_officer", "parent", "senco"])
def test_only_who_may_decide_sends_the_notice(cast: Cast, who: str) -> None:
    case = in_force(cast)
    changed(cast, case)
    at = plan_cast.later(cast, NOTICE)
    given = Proposal(plan_cast.sending(cast, case, at=at), BECAUSE)
    with pytest.raises((NotAllowed, NotFound)):
        amendments.send_notice(case, given, by=getattr(cast, who), at=at)


def test_father_who_may_not_see_the_plan_gets_neither_letter_nor_changes(cast: Cast) -> None:
    case = in_force(cast)
    with scope.opened(cast.officer):
        CaseParty.objects.filter(case=case, name="Otto Otherparent").update(sees_drafts=False)
    changed(cast, case)
    served = send(cast, case)
    assert [letter.recipient for letter in served.letters] == ["Petra Parent"]
    at = plan_cast.later(cast, NOTICE)
    titles = [line.title for line in documents.of_case(case, by=cast.other_parent, at=at).lines]
    assert not [title for title in titles if title.startswith("Proposed changes")]


def test_review_that_was_held_is_decided_by_the_notice_itself(cast: Cast) -> None:
    case = review_held(cast)
    noticed(cast, case=case)
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind="REVIEW_DECISION_SENT").exists()
    with pytest.raises(Refused, match="cannot be recorded now"):
        plan_decisions.decide(
            case,
            PlanDecision(EventKind.CEASE_DECISION_SENT, REASONS, ground="AGE_LIMIT"),
            by=cast.officer,
            at=plan_cast.later(cast, NOTICE) + timedelta(hours=1),
        )
