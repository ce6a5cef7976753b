"""Writing the plan: section by section, by several at once, and nothing is lost."""

import json

import pytest

from alongside.app import scope
from alongside.app.actions import plans
from alongside.app.actions.plans import SectionChanged
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import PlanSection
from alongside.core.refusal import Refused
from alongside.records.models import LedgerEntry, PlanSectionRevision, PlanSectionText, PlanVersion
from cast import Cast
from plan_cast import TEXTS, assessing, drafting, later, revision

B, I = PlanSection.B, PlanSection.I  # noqa: E741


def _texts(cast: Cast, **wanted: object) -> list[str]:
    with scope.opened(cast.officer):
        rows = PlanSectionRevision.objects.filter(section_text__section="B", **wanted)
        return list(rows.order_by("revision", "saved_at").values_list("text", flat=True))


def test_plan_can_be_started_while_the_assessment_is_under_way(cast: Cast) -> None:
    case = assessing(cast)
    assert plans.start(case, by=cast.officer, at=cast.at) == 1
    with scope.opened(cast.officer):
        assert PlanSectionText.objects.filter(version__case=case).count() == len(PlanSection)


def test_starting_twice_is_starting_once(cast: Cast) -> None:
    case = assessing(cast)
    assert plans.start(case, by=cast.officer, at=cast.at) == plans.start(case, by=cast.manager, at=cast.at)


def test_plan_cannot_be_started_before_the_decision_to_assess(cast: Cast) -> None:
    with pytest.raises(Refused, match="from the decision to assess until the plan ends"):
        plans.start(cast.case.case_id, by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert not PlanVersion.objects.exists()


def test_saving_without_a_plan_says_to_start_one(cast: Cast) -> None:
    with pytest.raises(Refused, match="Start the plan first"):
        plans.save_section(assessing(cast), B, "A need.", 0, by=cast.officer, at=cast.at)


def test_every_text_that_was_saved_is_kept(cast: Cast) -> None:
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    assert plans.save_section(case, B, "First.", 0, by=cast.officer, at=cast.at) == 1
    assert plans.save_section(case, B, "Second.", 1, by=cast.officer, at=cast.at) == 2
    assert _texts(cast) == ["", "First.", "Second."]


def test_saving_the_same_text_again_changes_nothing(cast: Cast) -> None:
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    plans.save_section(case, B, "First.", 0, by=cast.officer, at=cast.at)
    assert plans.save_section(case, B, "First.", 0, by=cast.manager, at=cast.at) == 1
    assert _texts(cast) == ["", "First."]


def test_second_of_two_editors_gets_both_texts_and_loses_neither(cast: Cast) -> None:
    case = drafting(cast)
    seen = revision(cast, case, B)
    plans.save_section(case, B, "The first editor wrote this.", seen, by=cast.officer, at=cast.at)
    with pytest.raises(SectionChanged) as raised:
        plans.save_section(case, B, "The second wrote that.", seen, by=cast.manager, at=later(cast, 0))
    collision = raised.value.collision
    assert collision.base == TEXTS[B]
    assert collision.theirs == "The first editor wrote this."
    assert collision.mine == "The second wrote that."
    assert (collision.saved_by, collision.revision) == ("Cora Coordinator", seen + 1)
    assert _texts(cast, is_aside=True) == ["The second wrote that."]
    assert revision(cast, case, B) == seen + 1


def test_merged_text_saves_against_the_new_revision(cast: Cast) -> None:
    case = drafting(cast)
    plans.save_section(case, B, "Theirs.", 1, by=cast.officer, at=cast.at)
    with pytest.raises(SectionChanged) as raised:
        plans.save_section(case, B, "Mine.", 1, by=cast.manager, at=cast.at)
    stands = raised.value.collision.revision
    assert plans.save_section(case, B, "Theirs. Mine.", stands, by=cast.manager, at=cast.at) == stands + 1


def test_sending_the_same_lost_text_twice_keeps_it_once(cast: Cast) -> None:
    case = drafting(cast)
    plans.save_section(case, B, "Theirs.", 1, by=cast.officer, at=cast.at)
    for _ in range(2):
        with pytest.raises(SectionChanged):
            plans.save_section(case, B, "Mine.", 1, by=cast.manager, at=cast.at)
    assert _texts(cast, is_aside=True) == ["Mine."]


def test_section_i_is_refused_with_the_reason_in_law(cast: Cast) -> None:
    case = drafting(cast)
    with pytest.raises(Refused, match=r"s\.38\(5\)") as refusal:
        plans.save_section(case, I, "The Orchard School", 0, by=cast.officer, at=cast.at)
    assert refusal.value.field == "text"
    assert revision(cast, case, I) == 0


def test_text_that_does_not_fit_is_refused_with_its_length(cast: Cast) -> None:
    case = drafting(cast)
    with pytest.raises(Refused, match="50,001 characters long; 50,000 is the most"):
        plans.save_section(case, B, "x" * 50_001, 1, by=cast.officer, at=cast.at)


@pytest.mark.parametrize("who", ["other_officer", "panel_chair", "placements_officer", "parent"])
def test_only_the_owner_or_a_manager_writes(cast: Cast, who: str) -> None:
    case = drafting(cast)
    with pytest.raises(NotAllowed):
        plans.save_section(case, B, "Mine.", 1, by=getattr(cast, who), at=cast.at)


@pytest.mark.parametrize("who", ["stranger", "senco_elsewhere", "officer_elsewhere", "psychologist"])
def test_others_do_not_find_the_case(cast: Cast, who: str) -> None:
    case = drafting(cast)
    with pytest.raises(NotFound):
        plans.save_section(case, B, "Mine.", 1, by=getattr(cast, who), at=cast.at)


def test_ledger_says_which_section_was_saved_and_not_what_it_says(cast: Cast) -> None:
    drafting(cast)
    with scope.opened(cast.officer):
        entry = LedgerEntry.objects.filter(deed="PLAN_SECTION_SAVED").first()
    assert entry is not None
    assert json.loads(entry.body) == {"section": "A", "revision": 1, "version": 1}
