"""The pages of the plan: what each reader sees, what is refused beside its field, and that nothing is lost."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from alongside.app import doing, scope
from alongside.app.actions import plans, representations
from alongside.core.access.permission import Permission
from alongside.core.case.codes import AdviceKind, EventKind, PlanSection
from alongside.records.models import Advice, CaseParty, PlanSectionText, PlanVersion
from cast import Cast
from plan_cast import answer, assessing, comment, drafting, edition, later, party_of, revision, served

QUERIES = 40
SignIn = Callable[..., Any]
B = PlanSection.B


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def at(cast: Cast, page: str = "") -> str:
    return f"/cases/{cast.case.case_id}/plan{page}"


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_coordinator_starts_the_plan_while_the_assessment_runs(cast: Cast, signed_in: SignIn) -> None:
    assessing(cast)
    client = signed_in(cast.officer)
    assert "Nobody has started to write the plan" in text_of(client.get(at(cast)))
    page = client.post(at(cast, "/start"), follow=True)
    assert "The plan can be written now" in text_of(page)
    assert "Section B: Special educational needs" in text_of(page)


def test_start_that_is_refused_says_why(cast: Cast, signed_in: SignIn) -> None:
    page = signed_in(cast.officer).post(at(cast, "/start"), follow=True)
    assert "from the decision to assess until the plan ends" in text_of(page)


def test_section_is_saved_by_its_plain_form(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    client = signed_in(cast.officer)
    seen = revision(cast, case, B)
    page = client.post(
        at(cast, "/write/B"), {"text": "Ivy reads with her finger.", "revision": seen}, follow=True
    )
    assert "Section B: Special educational needs is saved" in text_of(page)
    assert "Ivy reads with her finger." in text_of(page)


def test_script_that_keeps_while_writing_is_told_what_happened(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    client = signed_in(cast.officer)
    seen = revision(cast, case, B)
    kept = client.post(
        at(cast, "/write/B"), {"text": "One.", "revision": seen}, headers={"accept": "application/json"}
    )
    assert kept.json()["revision"] == seen + 1
    assert kept.json()["sentence"].startswith("Kept at ")
    stale = client.post(
        at(cast, "/write/B"), {"text": "Two.", "revision": seen}, headers={"accept": "application/json"}
    )
    assert stale.status_code == 409
    assert "put both together" in stale.json()["sentence"]


def test_second_editor_sees_both_texts_and_saves_them_together(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    base = "What Section B says of Ivy, in words that anybody can read."
    seen = revision(cast, case, B)
    plans.save_section(case, B, base.replace("What", "All that"), seen, by=cast.manager, at=cast.at)
    client = signed_in(cast.officer)
    mine = base.replace("anybody can read", "everybody understands")
    page = client.post(at(cast, "/write/B"), {"text": mine, "revision": seen})
    words = text_of(page)
    assert page.status_code == 409
    assert "Mina Manager saved this section while you were writing" in words
    assert "You changed different places" in words
    assert '<ins class="app-ins">' in words
    assert '<del class="app-del">' in words
    joined = "All that Section B says of Ivy, in words that everybody understands."
    assert joined in words
    done = client.post(at(cast, "/write/B"), {"text": joined, "revision": seen + 1}, follow=True)
    assert "is saved" in text_of(done)
    assert "Kept aside: somebody else had saved" in text_of(client.get(at(cast, "/write/B/history")))


def test_what_people_write_is_never_markup(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    seen = revision(cast, case, B)
    plans.save_section(case, B, "<script>alert(1)</script> & <b>bold</b>", seen, by=cast.manager, at=cast.at)
    client = signed_in(cast.officer)
    for page in (
        client.get(at(cast, "/write/B")),
        client.get(at(cast, "/write/B/history")),
        client.get(at(cast, "/versions/1")),
        client.post(at(cast, "/write/B"), {"text": "<i>mine</i>", "revision": seen}),
    ):
        assert "<script>alert" not in page.content.decode()
        assert "<i>mine" not in page.content.decode()


def test_section_i_is_not_offered_and_is_refused_when_forged(cast: Cast, signed_in: SignIn) -> None:
    drafting(cast)
    client = signed_in(cast.officer)
    assert "<textarea" not in client.get(at(cast, "/write/I")).content.decode()
    page = client.post(at(cast, "/write/I"), {"text": "The Orchard School", "revision": 0})
    assert page.status_code == 422
    assert "Section I stays blank until the plan is final" in text_of(page)


@pytest.mark.parametrize("page", ["/write/Z", "/write/Z/history", "/versions/9", "/versions/9/changes"])
def test_what_does_not_exist_is_not_found(cast: Cast, signed_in: SignIn, page: str) -> None:
    drafting(cast)
    assert signed_in(cast.officer).get(at(cast, page)).status_code == 404


def test_family_reads_no_version_that_is_still_being_written(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    client = signed_in(cast.parent)
    assert client.get(at(cast, "/versions/1")).status_code == 200
    assert client.get(at(cast, "/versions/2")).status_code == 404
    assert "Version 2" not in text_of(client.get(at(cast)))
    assert client.get(at(cast, "/write/B")).status_code == 403


def test_parent_kept_from_drafts_reads_none(cast: Cast, signed_in: SignIn) -> None:
    served(cast)
    with scope.opened(cast.officer):
        CaseParty.objects.filter(account=cast.other_parent.account).update(sees_drafts=False)
    client = signed_in(cast.other_parent)
    assert client.get(at(cast, "/versions/1")).status_code == 404
    assert client.get(at(cast, "/comments")).status_code == 404
    assert "There is no plan to read yet" in text_of(client.get(at(cast)))


@pytest.mark.parametrize(
    "page", ["", "/versions/1", "/versions/1/changes", "/comments", "/write/B", "/send", "/issue"]
)
@pytest.mark.parametrize("who", ["stranger", "senco_elsewhere", "officer_elsewhere", "psychologist"])
def test_whoever_has_nothing_to_do_with_it_does_not_find_it(
    cast: Cast, signed_in: SignIn, page: str, who: str
) -> None:
    served(cast)
    assert signed_in(getattr(cast, who)).get(at(cast, page)).status_code in (403, 404)


def _send(cast: Cast, case: UUID, **more: Any) -> dict[str, Any]:
    today = {"sent_on-day": "23", "sent_on-month": "11", "sent_on-year": "2026"}
    ways = {
        f"way_{party_of(cast, case, cast.parent)}": "EMAIL",
        f"way_{party_of(cast, case, cast.other_parent)}": "HAND",
    }
    return {**today, **ways, "edition": edition(cast, case), **more}


def test_draft_leaves_after_it_was_confirmed(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    client = signed_in(cast.officer)
    asked = text_of(client.post(at(cast, "/send"), _send(cast, case)))
    assert "Send the draft: check before it leaves" in asked
    with scope.opened(cast.officer):
        assert not PlanVersion.objects.filter(state="DRAFT").exists()
    done = text_of(client.post(at(cast, "/send"), _send(cast, case, confirmed="yes"), follow=True))
    assert "The family has until Monday 7 December 2026 to comment" in done
    assert "Print the letter and the plan for Otto Otherparent" in done


def test_way_that_is_missing_is_asked_for_beside_its_person(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    father = f"way_{party_of(cast, case, cast.other_parent)}"
    page = signed_in(cast.officer).post(at(cast, "/send"), _send(cast, case, **{father: ""}))
    assert page.status_code == 422
    assert f'href="#id_{father}"' in page.content.decode()
    assert "Choose how it reaches Otto Otherparent" in text_of(page)


def test_draft_that_is_not_ready_lists_what_is_missing(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    plans.save_section(case, PlanSection.F, "", 1, by=cast.officer, at=cast.at)
    page = text_of(signed_in(cast.officer).get(at(cast, "/send")))
    assert "The draft cannot be sent yet" in page
    assert "Section F is blank" in page


def test_sending_without_a_plan_leads_back_with_the_reason(cast: Cast, signed_in: SignIn) -> None:
    assessing(cast)
    page = signed_in(cast.officer).get(at(cast, "/send"), follow=True)
    assert "Start the plan first" in text_of(page)


def test_final_page_says_what_stands_in_the_way(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    made = comment(cast, case, "Too vague.")
    page = text_of(signed_in(cast.officer).get(at(cast, "/issue")))
    assert "The final plan cannot be issued yet" in page
    assert "1 comment on the draft still waits for an answer" in page
    answer(cast, case, made)
    assert "run until Monday 7 December 2026" in text_of(signed_in(cast.officer).get(at(cast, "/issue")))


def test_final_before_the_fifteen_days_end_asks_for_the_reason(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    client = signed_in(cast.officer)
    given = _send(cast, case, setting="elsewhere", setting_name="Millbrook Primary School")
    page = client.post(at(cast, "/issue"), given)
    assert page.status_code == 422
    assert "Say how you know that the family has finished" in text_of(page)


def test_final_is_confirmed_and_issued(cast: Cast, signed_in: SignIn, settings: Any) -> None:
    case = served(cast)
    settings.ALONGSIDE_TODAY = later(cast, 15).date()
    client = signed_in(cast.officer)
    given = _send(cast, case, setting=str(cast.school)) | {"sent_on-day": "8", "sent_on-month": "12"}
    found = at(cast, "/issue?find=mill")
    assert "Millbrook Primary School (mainstream, primary)" in text_of(client.get(found))
    asked = text_of(client.post(found, given))
    assert "Millbrook Primary School" in asked
    assert "Sign and issue the final plan" in asked
    done = text_of(client.post(found, given | {"confirmed": "yes"}, follow=True))
    assert "The final plan has been issued" in done
    assert "There is no address here for the integrated care board" in done
    with scope.opened(cast.officer):
        assert (
            PlanSectionText.objects.get(version__state="FINAL", section="I").text
            == "Millbrook Primary School"
        )


def test_changes_between_versions_are_marked_in_words_and_marks(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    plans.save_section(case, B, "What Section B says of Ivy now.", 0, by=cast.officer, at=cast.at)
    page = text_of(signed_in(cast.officer).get(at(cast, "/versions/2/changes")))
    assert "[added: </span>" in page
    assert "[taken out: </span>" in page
    assert "Section C" not in page.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("page", ["", "/write/B", "/write/B/history", "/versions/1", "/versions/2/changes", "/comments",
                                  "/send", "/send-again", "/issue"])  # fmt: skip
def test_number_of_questions_is_bounded(
    cast: Cast, signed_in: SignIn, django_assert_max_num_queries: Any, page: str
) -> None:
    case = served(cast)
    for _ in range(3):
        comment(cast, case, "Too vague.")
    client = signed_in(cast.officer)
    with django_assert_max_num_queries(QUERIES):
        assert client.get(at(cast, page)).status_code == 200


def test_advice_stands_beside_the_sections_it_bears_on_and_no_others(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    _advise(cast, case, AdviceKind.EDUCATIONAL, "Ivy loses her place on a full page.")
    _advise(cast, case, AdviceKind.SOCIAL_CARE, "Ivy is not known to social care.")
    _advise(cast, case, AdviceKind.PSYCHOLOGICAL, "Canary.", nothing_to_add=True)
    client = signed_in(cast.officer)
    b, d = text_of(client.get(at(cast, "/write/B"))), text_of(client.get(at(cast, "/write/D")))
    assert "Education: Sena Senco, 20 November 2026" in b
    assert "Ivy loses her place on a full page." in b
    assert "not known to social care" not in b
    assert "not known to social care" in d
    assert "loses her place" not in d
    assert "Canary" not in b


def test_section_k_offers_the_list_of_the_advice_gathered(cast: Cast, signed_in: SignIn) -> None:
    case = drafting(cast)
    _advise(cast, case, AdviceKind.EDUCATIONAL, "Ivy loses her place on a full page.")
    plans.save_section(case, PlanSection.K, "", 1, by=cast.officer, at=cast.at)
    page = text_of(signed_in(cast.officer).get(at(cast, "/write/K")))
    assert "- Education: Sena Senco, 20 November 2026</textarea>" in page


def _advise(cast: Cast, case: UUID, kind: AdviceKind, words: str, *, nothing_to_add: bool = False) -> None:
    """Advice that was asked for and has come, as a row: its own deeds are tested with them."""
    with doing.on_case(case, Permission.REQUEST_ADVICE, by=cast.officer, at=cast.at) as deed:
        asked = {"advice_kind": kind, "organisation": str(cast.school), "asked_name": "Millbrook"}
        event = deed.append(EventKind.ADVICE_REQUESTED, deed.today, asked)
        Advice.objects.create(
            authority_id="931", case_id=case, request_id=event.id, kind=kind, author_name="Sena Senco",
            written_on=date(2026, 11, 20), submitted_at=cast.at, answers={"strengths": words},
            nothing_to_add=nothing_to_add,
        )  # fmt: skip


def test_further_draft_leaves_with_its_reason(cast: Cast, signed_in: SignIn) -> None:
    case = served(cast)
    plans.save_section(case, PlanSection.C, "Rewritten.", 0, by=cast.officer, at=cast.at)
    client = signed_in(cast.officer)
    missing = client.post(at(cast, "/send-again"), _send(cast, case))
    assert missing.status_code == 422
    assert "Say what has changed beyond what the family asked for" in text_of(missing)
    given = _send(cast, case, why="The health advice came late, and Section C was rewritten after it.")
    assert "Send the further draft: check before it leaves" in text_of(
        client.post(at(cast, "/send-again"), given)
    )
    done = client.post(at(cast, "/send-again"), given | {"confirmed": "yes"}, follow=True)
    assert "The draft has been sent" in text_of(done)
    assert "Earlier draft" in text_of(done)


@pytest.mark.parametrize("page", ["/send", "/send-again", "/issue"])
def test_nothing_leaves_where_no_plan_is_being_written(cast: Cast, signed_in: SignIn, page: str) -> None:
    assessing(cast)
    assert "Start the plan first" in text_of(signed_in(cast.officer).get(at(cast, page), follow=True))


def test_script_is_told_what_is_wrong_in_words(cast: Cast, signed_in: SignIn) -> None:
    drafting(cast)
    client = signed_in(cast.officer)
    script = {"accept": "application/json"}
    lost = client.post(at(cast, "/write/B"), {"text": "One."}, headers=script)
    assert (lost.status_code, lost.json()["sentence"]) == (
        422,
        "Not kept yet: use the button to see what is wrong.",
    )
    refused = client.post(at(cast, "/write/I"), {"text": "A school", "revision": 0}, headers=script)
    assert refused.status_code == 422
    assert "stays blank until the plan is final" in refused.json()["sentence"]


def test_named_setting_that_is_not_the_familys_needs_its_reason_on_the_page(
    cast: Cast, signed_in: SignIn, settings: Any
) -> None:
    case = served(cast)
    representations.ask_for_setting(case, cast.special_school, "", by=cast.parent, at=cast.at)
    settings.ALONGSIDE_TODAY = later(cast, 15).date()
    client = signed_in(cast.officer)
    shown = text_of(client.get(at(cast, "/issue")))
    assert "It has not been consulted: the law says it must be before you decide" in shown
    assert "The Orchard School: asked for by the family" in shown
    given = _send(cast, case, setting="elsewhere", setting_name="Millbrook", confirmed="yes")
    page = client.post(at(cast, "/issue"), given | {"sent_on-day": "8", "sent_on-month": "12"})
    assert page.status_code == 422
    assert "Section I does not name it" in text_of(page)
