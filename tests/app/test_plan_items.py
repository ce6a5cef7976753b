"""The plan item by item: every item keeps its history, its links and where it came from, and nobody loses a word."""

import json
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.actions import drafts, plan_items, plan_texts, plans
from alongside.app.actions.plan_items import ItemChanged, Said, Step
from alongside.app.actions.plan_sources import Quoted
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import AdviceKind, PlanSection
from alongside.core.plan.splitting import Proposal
from alongside.core.refusal import Refused
from alongside.records.models import (
    Advice,
    Document,
    LedgerEntry,
    PlanItem,
    PlanItemLink,
    PlanItemRevision,
    PlanItemSource,
    PlanSectionRevision,
)
from cast import Cast
from plan_cast import TEXTS, assessing, comment, drafting, later, revision, sending
from plan_item_cast import (
    HOPE,
    NOISE,
    OUTCOME,
    PROVISION,
    READING,
    SEEN,
    A,
    B,
    E,
    F,
    K,
    advice_of,
    held,
    text,
    threaded,
)  # fmt: skip


@pytest.fixture
def case(cast: Cast) -> UUID:
    """A plan has been started, and nothing is written yet."""
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    return case


def history(cast: Cast, thread: UUID) -> list[PlanItemRevision]:
    with scope.opened(cast.officer):
        rows = PlanItemRevision.objects.filter(item__thread=thread)
        return list(rows.order_by("item__version__number", "revision", "is_aside"))


def change(cast: Cast, case: UUID, thread: UUID, said: Said, seen: int = 1) -> int:
    return plan_items.change(case, thread, said, seen, by=cast.officer, at=cast.at)


def test_section_is_its_items_in_words(cast: Cast, case: UUID) -> None:
    threaded(cast, case)
    assert text(cast, case, A) == "A1. The child’s aspiration: “I want to read a book to my brother.”"
    assert text(cast, case, B) == (
        "B1. Ivy reads with her finger and loses the line. She stops after half a page.\n\n"
        "B2. Ivy covers her ears in the hall."
    )
    assert text(cast, case, F) == (
        "F1. Paired reading with a line guide.\nWho: a teaching assistant\nTraining: trained by the "
        "specialist teacher\nHow often: every school day\nHow long each time: 15 minutes\nRatio or group size: one to "
        "one\nReview: for the school year, reviewed each term\nNeed: B1"
    )
    assert "Step towards: A1\nNeed: B1" in text(cast, case, E)


def test_what_is_written_before_the_items_stays_before_them(cast: Cast, case: UUID) -> None:
    threaded(cast, case)
    seen = revision(cast, case, B)
    assert plans.save_section(case, B, "Ivy is kind.", seen, by=cast.officer, at=cast.at) == seen + 1
    assert text(cast, case, B).startswith("Ivy is kind.\n\nB1. Ivy reads")


def test_introduction_can_be_saved_while_somebody_else_adds_items(cast: Cast, case: UUID) -> None:
    seen = revision(cast, case, B)
    threaded(cast, case)
    plans.save_section(case, B, "Ivy is kind.", seen, by=cast.officer, at=cast.at)
    assert text(cast, case, B).startswith("Ivy is kind.\n\nB1.")


def test_many_sections_saved_at_once_keep_their_items(cast: Cast, case: UUID) -> None:
    threaded(cast, case)
    seen = {str(section): revision(cast, case, section) for section in (A, B)}
    plan_texts.save(case, {A: "Views.", B: "Needs."}, seen, by=cast.officer, at=cast.at)
    assert text(cast, case, A).startswith("Views.\n\nA1.")
    assert text(cast, case, B).startswith("Needs.\n\nB1.")


def test_every_save_of_an_item_is_kept(cast: Cast, case: UUID) -> None:
    thread = plan_items.add(case, B, K.NEED, Said(NOISE), by=cast.officer, at=cast.at)
    assert change(cast, case, thread, Said(READING)) == 2
    assert [(row.revision, row.change, row.parts) for row in history(cast, thread)] == [
        (1, "ADDED", NOISE),
        (2, "CHANGED", READING),
    ]


def test_saving_an_item_as_it_stands_changes_nothing(cast: Cast, case: UUID) -> None:
    thread = plan_items.add(case, B, K.NEED, Said(NOISE), by=cast.officer, at=cast.at)
    before = revision(cast, case, B)
    assert change(cast, case, thread, Said(NOISE)) == 1
    assert revision(cast, case, B) == before
    assert len(history(cast, thread)) == 1


def test_second_of_two_writers_of_an_item_loses_nothing(cast: Cast, case: UUID) -> None:
    thread = plan_items.add(case, B, K.NEED, Said(NOISE), by=cast.officer, at=cast.at)
    plan_items.change(case, thread, Said(READING), 1, by=cast.manager, at=cast.at)
    mine = {"what": "Ivy hums in the hall."}
    for _ in range(2):  # sent twice, kept once
        with pytest.raises(ItemChanged) as raised:
            change(cast, case, thread, Said(mine))
    found = raised.value.collision
    assert (found.label, found.base, found.theirs, found.mine) == ("B1", NOISE, READING, mine)
    assert (found.saved_by, found.revision) == ("Mina Manager", 2)
    assert [row.parts for row in history(cast, thread) if row.is_aside] == [mine]
    assert change(cast, case, thread, Said(mine), found.revision) == 3


def test_link_made_from_the_other_side_survives_an_older_form(cast: Cast, case: UUID) -> None:
    need = plan_items.add(case, B, K.NEED, Said(NOISE), by=cast.officer, at=cast.at)
    said = Said(PROVISION, frozenset({str(need)}))
    provision = plan_items.add(case, F, K.PROVISION, said, by=cast.manager, at=cast.at)
    change(cast, case, need, Said(READING))  # seen before the provision was joined to it
    assert held(cast, case).links == {(str(need), str(provision))}


def test_link_that_is_unticked_goes(cast: Cast, case: UUID) -> None:
    found = threaded(cast, case)
    change(cast, case, found["E1"], Said(OUTCOME, frozenset({str(found["B1"])})))
    assert (str(found["A1"]), str(found["E1"])) not in held(cast, case).links
    assert "Aspiration" not in text(cast, case, E)
    assert [row.change for row in history(cast, found["A1"])][-1] == "CHANGED"


def test_aspiration_is_not_joined_to_provision(cast: Cast, case: UUID) -> None:
    found = threaded(cast, case)
    with pytest.raises(Refused, match=r"F1 \(PROVISION\) cannot be joined to A1 \(ASPIRATION\)"):
        change(cast, case, found["F1"], Said(PROVISION, frozenset({str(found["A1"])})))


def test_link_to_an_item_that_went_meanwhile_is_refused(cast: Cast, case: UUID) -> None:
    with pytest.raises(Refused, match="no longer in the plan"):
        plan_items.add(case, B, K.NEED, Said(NOISE, frozenset({str(uuid4())})), by=cast.officer, at=cast.at)


def test_item_that_is_moved_changes_places_with_its_neighbour(cast: Cast, case: UUID) -> None:
    found = threaded(cast, case)
    plan_items.move(case, found["B2"], Step.UP, by=cast.officer, at=cast.at)
    assert text(cast, case, B).startswith("B1. Ivy covers her ears")
    assert "Need: B2" in text(cast, case, F)
    assert history(cast, found["B2"])[-1].change == "MOVED"
    plan_items.move(case, found["B2"], Step.UP, by=cast.officer, at=cast.at)  # it is first: nothing to do
    plan_items.move(case, found["B2"], Step.DOWN, by=cast.officer, at=cast.at)
    assert text(cast, case, B).startswith("B1. Ivy reads")


def test_item_taken_out_keeps_its_history_and_comes_back_whole(cast: Cast, case: UUID) -> None:
    found = threaded(cast, case)
    plan_items.move(case, found["B1"], Step.OUT, by=cast.officer, at=cast.at)
    assert text(cast, case, B) == "B1. Ivy covers her ears in the hall."
    assert "Need" not in text(cast, case, F)
    last = history(cast, found["B1"])[-1]
    assert (last.change, last.number, len(last.sources)) == ("TAKEN_OUT", None, 1)
    assert set(last.links) == {str(found["E1"]), str(found["F1"])}
    plan_items.move(case, found["B1"], Step.BACK, by=cast.officer, at=cast.at)
    assert text(cast, case, B).endswith(
        "B2. Ivy reads with her finger and loses the line. She stops after half a page."
    )
    assert "Need: B2" in text(cast, case, F)
    assert len(held(cast, case).sources[str(found["B1"])]) == 1


def test_item_that_stands_cannot_be_put_back_nor_one_that_is_out_changed(cast: Cast, case: UUID) -> None:
    thread = plan_items.add(case, B, K.NEED, Said(NOISE), by=cast.officer, at=cast.at)
    with pytest.raises(NotFound):
        plan_items.move(case, thread, Step.BACK, by=cast.officer, at=cast.at)
    plan_items.move(case, thread, Step.OUT, by=cast.officer, at=cast.at)
    with pytest.raises(NotFound):
        change(cast, case, thread, Said(READING))


def test_item_keeps_its_identity_from_draft_to_draft(cast: Cast) -> None:
    case = drafting(cast)
    found = threaded(cast, case)
    was = text(cast, case, F)
    drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    now = held(cast, case)
    assert set(now.items) == {str(thread) for thread in found.values()}
    assert now.links == held(cast, case, 1).links
    assert now.sources == held(cast, case, 1).sources
    assert now.sections["F"].text == was
    change(cast, case, found["B2"], Said({"what": "Ivy hums in the hall."}), seen=0)
    assert text(cast, case, B, 1).endswith("B2. Ivy covers her ears in the hall.")
    changes = [(row.revision, row.change) for row in history(cast, found["B2"])]
    assert changes == [(1, "ADDED"), (0, "CARRIED"), (1, "CHANGED")]


def test_item_of_a_draft_that_was_served_is_not_written_any_more(cast: Cast) -> None:
    case = drafting(cast)
    found = threaded(cast, case)
    drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    comment(cast, case, "This is not her.")
    change(cast, case, found["B1"], Said(NOISE), seen=0)
    assert "Ivy reads" in text(cast, case, B, 1)


def test_whole_answer_is_quoted_where_no_words_are(cast: Cast, case: UUID) -> None:
    found = threaded(cast, case)
    (source,) = held(cast, case).sources[str(found["B1"])]
    assert (source.quotation, source.question, source.cited.author) == (
        SEEN,
        "need_1_what",
        "Ed Psychologist",
    )


def test_words_are_found_in_the_advice_by_themselves(cast: Cast, case: UUID) -> None:
    advice = advice_of(cast, case)
    said = Said(READING, quoted=(Quoted("loses   the line after four words"),))
    thread = plan_items.add(case, B, K.NEED, said, by=cast.officer, at=cast.at)
    (source,) = held(cast, case).sources[str(thread)]
    assert (source.cited.advice, source.question) == (str(advice), "need_1_what")


def test_words_that_the_advice_does_not_hold_are_refused(cast: Cast, case: UUID) -> None:
    advice = advice_of(cast, case)
    for quoted, sentence in (
        (Quoted("reads fluently and with joy"), "stands in no answer"),
        (
            Quoted("reads fluently and with joy", advice, "need_1_what"),
            "does not stand in Ed Psychologist’s answer",
        ),
        (Quoted("", uuid4(), "need_1_what"), "not on this case"),
        (Quoted("its page", advice, "", 3), "came without a document"),
        (Quoted("", advice, "learning"), "too short"),
    ):
        with pytest.raises(Refused, match=sentence):
            plan_items.add(case, B, K.NEED, Said(READING, quoted=(quoted,)), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        assert not PlanItem.objects.exists()


def test_document_is_quoted_with_its_page_and_paragraph(cast: Cast, case: UUID) -> None:
    advice = advice_of(cast, case)
    with scope.opened(cast.officer):
        paper = Document.objects.create(
            authority_id="931", case_id=case, kind="ADVICE", title="Report", file_name="report.pdf",
            media_type="application/pdf", content=b"%PDF-1.7", created_at=cast.at, part="PSYCHOLOGICAL_ADVICE",
            dated_on=cast.at.date(), size=8, sha256="0" * 64,
        )  # fmt: skip
        Advice.objects.filter(id=advice).update(document=paper)
    for quoted in (Quoted("", advice, "", 3), Quoted("She loses the line.", advice)):
        with pytest.raises(Refused, match="Give the page, and the words"):
            plan_items.add(case, B, K.NEED, Said(READING, quoted=(quoted,)), by=cast.officer, at=cast.at)
    said = Said(READING, quoted=(Quoted("She loses the line.", advice, "", 3, 2),))
    thread = plan_items.add(case, B, K.NEED, said, by=cast.officer, at=cast.at)
    (source,) = held(cast, case).sources[str(thread)]
    assert (source.page, source.paragraph, source.quotation) == (3, 2, "She loses the line.")


def test_source_that_is_dropped_goes_and_another_that_came_meanwhile_stays(cast: Cast, case: UUID) -> None:
    found = threaded(cast, case)
    advice = advice_of(cast, case, AdviceKind.MEDICAL, need_1_what="Glasses since March.")
    more = Said(
        READING,
        frozenset({str(found["E1"]), str(found["F1"])}),
        quoted=(Quoted("Glasses since March", advice, "need_1_what"),),
    )
    rev = history(cast, found["B1"])[-1].revision
    plan_items.change(case, found["B1"], more, rev, by=cast.manager, at=cast.at)
    drop = Said(READING, more.links, dropped=frozenset({0}))
    change(cast, case, found["B1"], drop, rev)
    (left,) = held(cast, case).sources[str(found["B1"])]
    assert left.quotation == "Glasses since March"


def test_same_place_quoted_twice_is_one_source(cast: Cast, case: UUID) -> None:
    found = threaded(cast, case)
    advice = held(cast, case).sources[str(found["B1"])][0].cited.advice
    rev = history(cast, found["B1"])[-1].revision
    links = frozenset({str(found["E1"]), str(found["F1"])})
    again = Said(READING, links, quoted=(Quoted(advice=UUID(advice), question="need_1_what"),))
    assert change(cast, case, found["B1"], again, rev) == rev


def test_text_is_split_into_the_items_that_a_person_confirmed(cast: Cast) -> None:
    case = drafting(cast)
    seen = revision(cast, case, B)
    proposal = Proposal("Ivy is kind.", (READING, NOISE))
    assert plan_items.split(case, B, proposal, seen, by=cast.officer, at=cast.at) == 2
    assert text(cast, case, B).startswith("Ivy is kind.\n\nB1. Ivy reads")
    with scope.opened(cast.officer):
        kept = PlanSectionRevision.objects.filter(section_text__section="B").values_list("text", flat=True)
        assert TEXTS[B] in kept


def test_split_is_refused_where_the_text_moved_or_items_are_there(cast: Cast) -> None:
    case = drafting(cast)
    seen = revision(cast, case, B)
    proposal = Proposal("", (READING,))
    plans.save_section(case, B, "Another text.", seen, by=cast.manager, at=cast.at)
    with pytest.raises(Refused, match="Somebody saved Section B"):
        plan_items.split(case, B, proposal, seen, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="No item is ticked"):
        plan_items.split(case, B, Proposal("Another text.", ()), seen, by=cast.officer, at=cast.at)
    plan_items.split(case, B, proposal, seen + 1, by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="made of items already"):
        plan_items.split(case, B, proposal, seen + 2, by=cast.officer, at=cast.at)


@pytest.mark.parametrize("section", ["I", "J", "K"])
def test_sections_that_are_text_take_no_items(cast: Cast, case: UUID, section: str) -> None:
    with pytest.raises(Refused, match="text only"):
        plan_items.add(case, PlanSection(section), K.NEED, Said(NOISE), by=cast.officer, at=cast.at)


def test_item_without_what_it_is_about_is_refused_beside_its_field(cast: Cast, case: UUID) -> None:
    with pytest.raises(Refused, match="What is the need") as refusal:
        plan_items.add(case, B, K.NEED, Said({"what": "  "}), by=cast.officer, at=cast.at)
    assert refusal.value.field == "what"


def test_section_that_no_longer_fits_is_refused_and_nothing_is_kept(cast: Cast, case: UUID) -> None:
    for _ in range(10):
        plan_items.add(case, B, K.NEED, Said({"what": "x" * 4_950}), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="Section B is"):
        plan_items.add(case, B, K.NEED, Said({"what": "x" * 4_950}), by=cast.officer, at=cast.at)
    assert len(held(cast, case).items) == 10


@pytest.mark.parametrize("who", ["other_officer", "panel_chair", "parent"])
def test_only_who_writes_the_plan_writes_its_items(cast: Cast, case: UUID, who: str) -> None:
    with pytest.raises(NotAllowed):
        plan_items.add(case, B, K.NEED, Said(NOISE), by=getattr(cast, who), at=cast.at)


@pytest.mark.parametrize("who", ["stranger", "officer_elsewhere", "senco_elsewhere"])
def test_others_do_not_find_the_case_of_an_item(cast: Cast, case: UUID, who: str) -> None:
    with pytest.raises(NotFound):
        plan_items.add(case, B, K.NEED, Said(NOISE), by=getattr(cast, who), at=cast.at)


def test_nothing_of_an_item_is_in_the_ledger_but_references(cast: Cast, case: UUID) -> None:
    thread = plan_items.add(case, B, K.NEED, Said(NOISE), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        entry = LedgerEntry.objects.get(deed="PLAN_ITEMS_SAVED")
    assert json.loads(entry.body) == {"version": 1, "items": [f"{thread}/1/ADDED"]}


def test_rows_of_a_thread_are_all_behind_the_wall_of_its_case(cast: Cast, case: UUID) -> None:
    threaded(cast, case)
    for actor, there in ((cast.officer, True), (cast.stranger, False), (cast.officer_elsewhere, False)):
        with scope.opened(actor):
            for model in (PlanItem, PlanItemRevision, PlanItemLink, PlanItemSource):
                assert model.objects.exists() is there


def test_later_day_signs_what_is_changed_then(cast: Cast, case: UUID) -> None:
    thread = plan_items.add(case, A, K.ASPIRATION, Said(HOPE), by=cast.officer, at=cast.at)
    new = HOPE | {"how_gathered": "With cards, by her teacher."}
    plan_items.change(case, thread, Said(new), 1, by=cast.manager, at=later(cast, 1))
    last = history(cast, thread)[-1]
    assert (last.saved_at, last.saved_by_id) == (later(cast, 1), cast.manager.account)
