"""The pages of the plan as data: items one by one, two writers at once, text made into items, and the thread."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.app import scope
from alongside.app.actions import drafts, plan_items, plans
from alongside.app.actions.plan_items import Said
from alongside.app.actions.plan_sources import Quoted
from alongside.core.case.codes import AdviceKind
from alongside.core.plan.exchange import schema
from alongside.records.models import Advice, CaseParty, Document, PlanItem
from cast import Cast
from plan_cast import assessing, drafting, revision, sending
from plan_item_cast import (
    NOISE,
    OUTCOME,
    PROVISION,
    READING,
    SEEN,
    B,
    E,
    F,
    K,
    advice_of,
    held,
    text,
    threaded,
)

SignIn = Callable[..., Any]
QUERIES = 45


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


@pytest.fixture
def case(cast: Cast) -> UUID:
    """A plan has been started, and nothing is written yet."""
    case = assessing(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    return case


def at(cast: Cast, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}/plan{page}"


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_coordinator_adds_a_need_that_rests_on_an_answer(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    advice = advice_of(cast, case)
    client = signed_in(cast.officer)
    page = client.get(at(cast, "/write/B/add"))
    assert "Add a need to Section B" in words(page)
    assert SEEN in words(page)
    given = READING | {"area": "COGNITION", f"passage_{advice}": ["need_1_what"], "revision": 0}
    done = client.post(at(cast, "/write/B/add"), given, follow=True)
    assert "It is added." in words(done)
    assert "Change B1" in words(done)
    assert "1 source." in words(done)
    assert "No provision meets this need" in words(done)


@pytest.mark.parametrize(
    ("kind", "title"),
    [("ASPIRATION", "Add an aspiration"), ("INTEREST", "Add an interest"), ("", "Add a view")],
)
def test_kind_of_an_item_of_section_a_is_in_its_address(
    cast: Cast, case: UUID, signed_in: SignIn, kind: str, title: str
) -> None:
    page = signed_in(cast.officer).get(at(cast, f"/write/A/add?kind={kind}"))
    assert f"{title} to Section A" in words(page)


def test_need_without_its_words_is_refused_beside_its_box(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    page = signed_in(cast.officer).post(at(cast, "/write/B/add"), {"what": "", "revision": 0})
    assert page.status_code == 422
    assert "Answer the question “What is the need?”" in words(page)


def test_words_that_stand_nowhere_are_refused_beside_their_box(
    cast: Cast, case: UUID, signed_in: SignIn
) -> None:
    advice_of(cast, case)
    given = READING | {"quotation": "She reads fluently and gladly", "revision": 0}
    page = signed_in(cast.officer).post(at(cast, "/write/B/add"), given)
    assert page.status_code == 422
    assert "stands in no answer of the advice" in words(page)
    assert 'href="#id_quotation"' in page.content.decode()


def test_document_is_cited_by_page(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    advice = advice_of(cast, case)
    with scope.opened(cast.officer):
        paper = Document.objects.create(
            authority_id="931", case_id=case, kind="ADVICE", title="Report", file_name="report.pdf",
            media_type="application/pdf", content=b"%PDF-1.7", created_at=cast.at, part="PSYCHOLOGICAL_ADVICE",
            dated_on=cast.at.date(), size=8, sha256="0" * 64,
        )  # fmt: skip
        Advice.objects.filter(id=advice).update(document=paper)
    client = signed_in(cast.officer)
    given = READING | {
        "document": str(advice),
        "quotation": "She loses the line.",
        "page": "3",
        "paragraph": "2",
        "revision": 0,
    }
    assert "It is added." in words(client.post(at(cast, "/write/B/add"), given, follow=True))
    (row,) = held(cast, case).items.values()
    page = words(client.get(at(cast, f"/write/B/items/{row.thread}")))
    assert "page 3, paragraph 2" in page
    assert "“She loses the line.”" in page


def test_second_of_two_writers_sees_both_and_saves_both(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    thread = plan_items.add(case, B, K.NEED, Said(READING), by=cast.officer, at=cast.at)
    theirs = READING | {"what": "Ivy reads with her finger and a line guide."}
    plan_items.change(case, thread, Said(theirs), 1, by=cast.manager, at=cast.at)
    client = signed_in(cast.officer)
    mine = READING | {"effect": "She stops after six lines.", "area": "COGNITION", "revision": 1}
    page = client.post(at(cast, f"/write/B/items/{thread}"), mine)
    assert page.status_code == 409
    assert "Mina Manager saved B1 while you were writing" in words(page)
    assert "Ivy reads with her finger and a line guide." in words(page)
    assert "She stops after six lines." in words(page)
    both = {
        "what": theirs["what"],
        "effect": "She stops after six lines.",
        "area": "COGNITION",
        "revision": 2,
    }
    assert "It is saved." in words(client.post(at(cast, f"/write/B/items/{thread}"), both, follow=True))
    again = words(client.get(at(cast, f"/write/B/items/{thread}")))
    assert "Kept aside: somebody else had saved" in again
    assert text(cast, case, B) == "B1. Ivy reads with her finger and a line guide. She stops after six lines."


def test_links_and_sources_are_ticked_and_unticked(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    found = threaded(cast, case)
    client = signed_in(cast.officer)
    address = at(cast, f"/write/E/items/{found['E1']}")
    page = client.get(address).content.decode()
    assert page.count("checked") == 3  # the aspiration, the need, the source
    revision = held(cast, case).items[str(found["E1"])].revision
    client.post(address, OUTCOME | {"joined_NEED": [str(found["B2"])], "revision": revision})
    now = held(cast, case)
    assert {pair for pair in now.links if str(found["E1"]) in pair} == {(str(found["B2"]), str(found["E1"]))}
    assert str(found["E1"]) not in now.sources


def test_item_is_moved_taken_out_and_put_back_by_buttons(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    found = threaded(cast, case)
    client = signed_in(cast.officer)
    move = at(cast, f"/write/B/items/{found['B2']}/move")
    assert "one place higher" in words(client.post(move, {"step": "UP"}, follow=True))
    assert text(cast, case, B).startswith("B1. Ivy covers")
    page = words(client.post(move, {"step": "OUT"}, follow=True))
    assert "Taken out (1)" in page
    assert "Put back" in page
    assert "It is back" in words(client.post(move, {"step": "BACK"}, follow=True))
    assert client.post(move, {"step": "AWAY"}).status_code == 404
    assert client.get(move).status_code == 405


def test_move_that_is_refused_says_why(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    thread = plan_items.add(case, B, K.NEED, Said({"what": "x" * 4_900}), by=cast.officer, at=cast.at)
    client = signed_in(cast.officer)
    plan_items.move(case, thread, plan_items.Step.OUT, by=cast.officer, at=cast.at)
    plans.save_section(case, B, "y" * 49_000, revision(cast, case, B), by=cast.officer, at=cast.at)
    page = client.post(at(cast, f"/write/B/items/{thread}/move"), {"step": "BACK"}, follow=True)
    assert "Section B is 53,9" in words(page)


def test_text_is_proposed_as_items_and_kept_as_the_person_mends_them(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    was = (
        "Strengths. Ivy is kind.\n\nF1. Paired reading. Who: a teaching assistant. How often: every day. "
        "How long: 15 minutes.\n\nF2. A quiet place to eat."
    )
    plans.save_section(case, F, was, revision(cast, case, F), by=cast.officer, at=cast.at)
    client = signed_in(cast.officer)
    assert "Make items of this text" in words(client.get(at(cast, "/write/F")))
    page = client.get(at(cast, "/write/F/split"))
    assert "2 provision items" in words(page)
    given = {
        "introduction": "", "keep_0": "on", "what_0": "Paired reading.", "who_0": "a teaching assistant",
        "how_often_0": "every day", "how_long_0": "15 minutes", "what_1": "A quiet place to eat.",
        "revision": revision(cast, case, F),
    }  # fmt: skip
    done = client.post(at(cast, "/write/F/split"), given, follow=True)
    assert "Section F is made of 1 item now" in words(done)
    assert text(cast, case, F).startswith(
        "A quiet place to eat.\n\nF1. Paired reading.\nWho: a teaching assistant"
    )
    assert client.get(at(cast, "/write/F/split")).status_code == 404


def test_text_without_items_that_can_be_told_says_so(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    plans.save_section(
        case, B, "No needs were identified.", revision(cast, case, B), by=cast.officer, at=cast.at
    )
    client = signed_in(cast.officer)
    assert "No item could be told apart" in words(client.get(at(cast, "/write/B/split")))
    page = client.post(at(cast, "/write/B/split"), {"revision": revision(cast, case, B), "introduction": "x"})
    assert "No item is ticked" in words(page)


@pytest.mark.parametrize("page", ["/write/A/split", "/write/K/split", "/write/I/add", "/write/Z/add", "/write/Z/split",
                                  "/versions/9/thread", "/versions/9/data"])  # fmt: skip
def test_what_is_not_there_is_not_found(cast: Cast, signed_in: SignIn, page: str) -> None:
    drafting(cast)
    assert signed_in(cast.officer).get(at(cast, page)).status_code == 404


def test_thread_names_what_hangs_loose_and_where_the_rest_came_from(
    cast: Cast, case: UUID, signed_in: SignIn
) -> None:
    threaded(cast, case)
    page = signed_in(cast.officer).get(at(cast, "/versions/1/thread"))
    shown = words(page)
    for sentence in (
        "No provision meets this need",
        "No outcome addresses this need",
        "It is not said where this came from",
    ):
        assert (
            f'{sentence}</h3> <ul class="govuk-list govuk-list--bullet"><li>B2. Ivy covers her ears' in shown
        )
    assert "<svg" in shown
    assert shown.count('class="app-thread__link"') == 3
    assert "Educational psychology: Ed Psychologist, 23 November 2026, “Need 1: What is the need?”" in shown
    assert "style=" not in shown


def test_version_of_text_only_says_that_nothing_is_known_of_its_thread(cast: Cast, signed_in: SignIn) -> None:
    drafting(cast)
    assert "it holds text only" in words(signed_in(cast.officer).get(at(cast, "/versions/1/thread")))


def test_thread_says_which_sections_are_still_text(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    plan_items.add(case, B, K.NEED, Said(NOISE), by=cast.officer, at=cast.at)
    page = words(signed_in(cast.officer).get(at(cast, "/versions/1/thread")))
    assert "Sections A, C, D, E, F, G, H1 and H2 are written as text" in page


@pytest.fixture
def sent(cast: Cast) -> UUID:
    """The draft with its items is with the family; the version after it goes on."""
    case = drafting(cast)
    threaded(cast, case)
    drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    return case


def test_family_reads_in_plain_words_how_the_plan_fits_together(
    cast: Cast, sent: UUID, signed_in: SignIn
) -> None:
    page = words(signed_in(cast.parent).get(at(cast, "/versions/1/thread")))
    assert "How version 1 of the plan fits together" in page
    assert "The plan does not say what help there is for this need" in page
    assert "Hopes" in page
    assert SEEN in page


def test_family_has_no_thread_of_what_is_still_being_written(
    cast: Cast, sent: UUID, signed_in: SignIn
) -> None:
    client = signed_in(cast.parent)
    assert client.get(at(cast, "/versions/2/thread")).status_code == 404
    assert client.get(at(cast, "/versions/2/data")).status_code == 404


def test_parent_kept_from_drafts_has_no_thread_and_no_file(cast: Cast, sent: UUID, signed_in: SignIn) -> None:
    with scope.opened(cast.officer):
        CaseParty.objects.filter(account=cast.other_parent.account).update(sees_drafts=False)
    client = signed_in(cast.other_parent)
    assert client.get(at(cast, "/versions/1/thread")).status_code == 404
    assert client.get(at(cast, "/versions/1/data")).status_code == 404


def test_words_of_advice_are_shown_to_nobody_who_may_not_read_it(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    found = threaded(cast, case)
    health = advice_of(cast, case, AdviceKind.MEDICAL, need_1_what="Glasses since March.")
    said = Said(READING, quoted=(Quoted("Glasses since March", health, "need_1_what"),))
    plan_items.change(case, found["B1"], said, 1, by=cast.officer, at=cast.at)
    client = signed_in(cast.placements_officer)
    page = client.get(at(cast, "/versions/1/thread"))
    assert page.status_code == 200
    assert "A piece of advice that you may not read" in words(page)
    assert "Glasses since March" not in words(page)
    assert "Glasses since March" not in client.get(at(cast, "/versions/1/data")).content.decode()


def test_version_is_downloaded_as_a_file_of_the_published_format(
    cast: Cast, case: UUID, signed_in: SignIn
) -> None:
    found = threaded(cast, case)
    client = signed_in(cast.officer)
    answer = client.get(at(cast, "/versions/1/data"))
    assert answer["Content-Disposition"].startswith("attachment; ")
    given = json.loads(answer.content)
    schema.check(given)
    held_ids = {item["id"] for section in given["sections"] for item in section["items"]}
    assert held_ids == {str(thread) for thread in found.values()}


def test_schema_is_open_to_anybody(client: Any, cast: Cast) -> None:
    answer = client.get("/schemas/ehc-plan-1.0.json")
    assert answer.status_code == 200
    assert json.loads(answer.content) == schema.schema()


@pytest.mark.parametrize("page", ["/write/B", "/versions/1/thread", "/write/B/add", "/versions/1/data"])
def test_number_of_queries_does_not_grow_with_the_items(
    cast: Cast, case: UUID, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    found = threaded(cast, case)
    for number in range(8):
        links = frozenset({str(found["B1"])})
        said = Said(
            PROVISION | {"what": f"Provision {number}."}, links, quoted=(Quoted("every day for 15 minutes"),)
        )
        plan_items.add(case, F, K.PROVISION, said, by=cast.officer, at=cast.at)
        plan_items.add(case, E, K.OUTCOME, Said(OUTCOME, links), by=cast.officer, at=cast.at)
    client = signed_in(cast.officer)
    client.get(at(cast))
    with django_assert_max_num_queries(QUERIES):
        assert client.get(at(cast, page)).status_code == 200


def test_what_people_write_in_items_is_never_markup(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    bad = {"what": "<script>alert(1)</script> & <b>bold</b>"}
    thread = plan_items.add(case, B, K.NEED, Said(bad), by=cast.officer, at=cast.at)
    client = signed_in(cast.officer)
    for page in ("/write/B", f"/write/B/items/{thread}", "/versions/1/thread", "/versions/1"):
        assert "<script>alert" not in client.get(at(cast, page)).content.decode()


def test_only_one_item_of_the_right_section_is_found(cast: Cast, case: UUID, signed_in: SignIn) -> None:
    found = threaded(cast, case)
    client = signed_in(cast.officer)
    assert client.get(at(cast, f"/write/F/items/{found['B1']}")).status_code == 404
    with scope.opened(cast.officer):
        assert PlanItem.objects.count() == 5
