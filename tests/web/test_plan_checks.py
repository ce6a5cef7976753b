"""The pages of the checks: findings, reasons, sections of services, questions, and what a manager sees."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from advice_cast import asked
from alongside.app.actions import plan_findings, plans, section_owners
from alongside.app.actor import Actor
from alongside.core.case.codes import PlanSection
from alongside.records.models import Account
from cast import Cast
from plan_cast import HOPE, REASON, TEXTS, drafting, found, served, write

A, B, C, F = PlanSection.A, PlanSection.B, PlanSection.C, PlanSection.F
WRONG_NAME = f"{TEXTS[B]} Connor finds it hard to sit still."


@pytest.fixture(autouse=True)
def _on_the_day(settings: Any) -> None:
    settings.ALONGSIDE_TODAY = date(2026, 11, 23)


def page_for(who: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=who.account))
    return client


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def address(case: UUID, rest: str) -> str:
    return f"/cases/{case}/plan/{rest}"


def test_plan_in_order_says_that_nothing_keeps_it(cast: Cast) -> None:
    case = drafting(cast)
    said = words(page_for(cast.officer).get(address(case, "check")))
    assert "Nothing that the checks found keeps this plan from being issued." in said


def test_findings_stand_with_words_reason_question_and_whom_to_ask(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME)
    said = words(page_for(cast.officer).get(address(case, "check")))
    assert "1 finding stops the plan." in said
    assert "Stops the draft too" in said
    assert "Connor finds it hard" in said
    assert "Ask the plan writer" in said
    assert f"/cases/{case}/plan/write/B#finding-" in said
    assert "set-aside" not in said


def test_manager_is_offered_to_set_a_finding_aside(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME)
    key = found(cast, case, "P3.1")[0].fingerprint
    client = page_for(cast.manager)
    assert f"check/{key}/set-aside" in words(client.get(address(case, "check")))
    refused = client.post(address(case, f"check/{key}/set-aside"), {"reason": "wrong"})
    assert refused.status_code == 422
    assert "at least 20 letters" in words(refused)
    reason = "Connor is the name of the reading scheme, and no child."
    done = client.post(address(case, f"check/{key}/set-aside"), {"reason": reason}, follow=True)
    assert "Set aside by a manager: Mina Manager" in words(done)
    assert reason in words(page_for(cast.other_officer).get(address(case, "reasons")))


def test_warning_is_passed_on_its_page_and_the_reason_taken_back(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    key = found(cast, case, "A.5")[0].fingerprint
    client = page_for(cast.officer)
    assert "Enter" not in words(client.get(address(case, f"check/{key}")))
    assert client.post(address(case, f"check/{key}"), {"reason": ""}).status_code == 422
    done = client.post(address(case, f"check/{key}"), {"reason": REASON}, follow=True)
    assert REASON in words(done)
    back = client.post(address(case, f"check/{key}/take-back"), follow=True)
    assert "The reason is taken back." in words(back)
    assert "1 warning needs a change or a reason" in words(back)


def test_one_reason_may_do_for_others_of_the_same_rule(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, f"{HOPE} “I would like to see the snow like everybody else.”")
    first, second = found(cast, case, "A.5")
    client = page_for(cast.officer)
    assert "Does the same reason hold for these?" in words(
        client.get(address(case, f"check/{first.fingerprint}"))
    )
    client.post(address(case, f"check/{first.fingerprint}"), {"reason": REASON, "also": [second.fingerprint]})
    assert not any(line.is_open for line in found(cast, case, "A.5"))


def test_finding_that_is_gone_is_not_found(cast: Cast) -> None:
    assert page_for(cast.officer).get(address(drafting(cast), f"check/{'0' * 16}")).status_code == 404


def test_section_page_shows_its_own_findings_and_the_questions(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME)
    client = page_for(cast.officer)
    here = words(client.get(address(case, "write/B")))
    assert "What the checks found here" in here
    assert "Connor finds it hard" in here.split("What the checks found here")[1]
    assert "Does each need stand by itself" in here
    assert "Connor finds it hard" not in words(client.get(address(case, "write/E")))


def test_page_that_sends_the_draft_names_what_stops_it(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, B, WRONG_NAME)
    said = words(page_for(cast.officer).get(address(case, "send")))
    assert "The draft cannot be sent yet" in said
    assert "Connor finds it hard" in said
    assert "Check this plan" in said


def test_family_sees_no_finding_anywhere_on_its_pages(cast: Cast) -> None:
    case = drafting(cast)
    write(cast, case, A, HOPE)
    from alongside.app.actions import drafts
    from plan_cast import sending

    drafts.serve(case, sending(cast, case), by=cast.officer, at=cast.at)
    client = page_for(cast.parent)
    for rest in ("", "/versions/1", "/comments"):
        said = words(client.get(f"/cases/{case}/plan{rest}")).lower()
        for word in ("finding", "check this plan", "needs a reason", "reasons on the record"):
            assert word not in said, (rest, word)
    assert client.get(address(case, "check")).status_code == 403
    assert client.get(address(case, "reasons")).status_code == 403


def test_coordinator_gives_a_section_to_the_trust_which_writes_it_and_says_so(cast: Cast) -> None:
    case = asked(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    officer, therapist = page_for(cast.officer), page_for(cast.health_adviser)
    assert "The coordinator of the case writes this section" in words(
        officer.get(address(case, "write/C/owner"))
    )
    trust = str(next(iter(cast.health_adviser.organisations)))
    assert officer.post(address(case, "write/C/owner"), {"organisation": ""}).status_code == 422
    officer.post(address(case, "write/C/owner"), {"organisation": trust})
    assert "Northshire Community Health was asked on 23 November 2026" in words(
        officer.get(f"/cases/{case}/plan")
    )
    assert "Ivy Fielding: Section C: Health needs" in words(therapist.get("/advice"))
    text = "No health need was identified by the community paediatrician."
    saved = therapist.post(address(case, "own/C"), {"text": text, "revision": 0}, follow=True)
    assert "Section C: Health needs is saved" in words(saved)
    ready = therapist.post(address(case, "own/C/ready"), follow=True)
    assert "The coordinator knows that Section C is ready" in words(ready)
    assert "Hana Therapist said on 23 November 2026 that it is ready" in words(
        officer.get(f"/cases/{case}/plan")
    )
    officer.post(address(case, "write/C/take-back"))
    assert "said on" not in words(officer.get(f"/cases/{case}/plan"))


def test_service_is_turned_back_from_a_section_that_is_not_its_own(cast: Cast) -> None:
    case = asked(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    turned = page_for(cast.health_adviser).get(address(case, "own/D"), follow=True)
    assert "not your service’s part of the plan" in words(turned)


def test_two_writers_of_a_services_section_put_their_texts_together(cast: Cast) -> None:
    case = asked(cast)
    plans.start(case, by=cast.officer, at=cast.at)
    trust = next(iter(cast.health_adviser.organisations))
    section_owners.give(case, C, trust, by=cast.officer, at=cast.at)
    plans.save_section(case, C, "The coordinator’s words.", 0, by=cast.officer, at=cast.at)
    client = page_for(cast.health_adviser)
    merge = client.post(address(case, "own/C"), {"text": "Ours.", "revision": 0})
    assert merge.status_code == 409
    assert f"/cases/{case}/plan/own/C" in words(merge)
    kept = client.post(
        address(case, "own/C"), {"text": "Ours.", "revision": 0}, headers={"Accept": "application/json"}
    )
    assert (kept.status_code, "put both together" in kept.json()["sentence"]) == (409, True)
    saved = client.post(
        address(case, "own/C"), {"text": "Ours.", "revision": 1}, headers={"Accept": "application/json"}
    )
    assert saved.json()["revision"] == 2


def test_manager_reads_findings_by_rule_and_keeps_the_questions(cast: Cast) -> None:
    case = served(cast)
    write(cast, case, A, HOPE)
    key = found(cast, case, "A.5")[0].fingerprint
    plan_findings.pass_warnings(case, [key], REASON, by=cast.officer, at=cast.at)
    client = page_for(cast.manager)
    said = words(client.get("/plan-quality"))
    assert "Plan quality" in said
    assert REASON in said
    assert "As the service comes." in words(client.get("/plan-quality/questions"))
    changed = {"questions": "Would her brother know her in this?", "revision": 0}
    done = client.post("/plan-quality/questions/B", changed, follow=True)
    assert "Would her brother know her in this?" in words(done)
    long = client.post("/plan-quality/questions/B", {"questions": "Why? " * 100, "revision": 1})
    assert (long.status_code, "300 is the most" in words(long)) == (422, True)
    back = client.post("/plan-quality/questions/B/restore", follow=True)
    assert "Would her brother" not in words(back)
