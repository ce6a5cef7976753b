"""Deciding on the legal test: a person, with reasons, and everything that follows the same day."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from alongside.app import dues, scope
from alongside.app.actions import decisions, intake, registering
from alongside.app.actions.children import NewChild
from alongside.app.actions.registering import Registration
from alongside.app.actions.requests import NewRequest
from alongside.app.queries import accounts
from alongside.app.queries import decisions as looks
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel, EventKind, RequestSource
from alongside.core.case.facts import Facts
from alongside.core.law.legal_tests import Answer, Limb
from alongside.core.refusal import Refused
from alongside.records.models import AdviceRequest, Case, CaseEvent, CaseParty, Document, Due, OutboxMessage
from cast import Cast, organisation
from decision_cast import HAS_SEN, MAY_NEED, NEED_NOT, NO_PLAN, PLAN_NEEDED, SUPPORT, assess


def text_of(document: Document) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(bytes(document.content))).pages)


def letters(cast: Cast, kind: str) -> dict[str, str]:
    """The text of every letter of a kind, by the name of its addressee."""
    with scope.opened(cast.officer):
        rows = Document.objects.filter(kind=kind, twin=None).select_related("addressee")
        return {row.addressee.name: " ".join(text_of(row).split()) for row in rows if row.addressee}


def test_deciding_to_assess_stops_the_six_weeks_and_starts_the_assessment(cast: Cast) -> None:
    done = decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at
    )
    assert done.kind is EventKind.DECISION_TO_ASSESS_NOTIFIED
    with scope.opened(cast.officer):
        assert Case.objects.get(id=cast.case.case_id).stage == "ASSESSING"
        assert Due.objects.get(case=cast.case.case_id, rule="A02").state == "MET"


def test_required_advisers_are_asked_the_same_day(cast: Cast) -> None:
    decisions.decide_whether_to_assess(cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at)
    with scope.opened(cast.officer):
        asked = list(AdviceRequest.objects.filter(case=cast.case.case_id))
    assert {"EDUCATIONAL", "MEDICAL", "PSYCHOLOGICAL", "SOCIAL_CARE", "PARENT_OR_YOUNG_PERSON"} <= {
        a.kind for a in asked
    }
    assert {a.requested_on for a in asked} == {date(2026, 11, 23)}


def test_each_parent_gets_a_letter_of_their_own_that_names_who_was_asked(cast: Cast) -> None:
    decisions.decide_whether_to_assess(cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at)
    found = letters(cast, "DECISION_TO_ASSESS")
    assert set(found) == {"Petra Parent", "Otto Otherparent"}
    for words in found.values():
        assert "We have decided to assess" in words
        assert "5 April 2027" in words  # 20 weeks from 16 November 2026
        assert "Educational psychology" in words


def test_decision_without_reasons_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    blank = Answer(Limb.PLAN_MAY_BE_NECESSARY, True, "Panel agreed.", "Support record")
    with pytest.raises(Refused, match="Give your reasons on “May it be necessary") as refused:
        decisions.decide_whether_to_assess(cast.case.case_id, (HAS_SEN, blank), by=cast.officer, at=cast.at)
    assert refused.value.field == "plan_may_be_necessary_reasons"
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind="DECISION_TO_ASSESS_NOTIFIED").exists()
        assert not Document.objects.exists()


def test_decision_without_evidence_is_refused(cast: Cast) -> None:
    blank = Answer(Limb.HAS_OR_MAY_HAVE_SEN, True, "Reading is far harder for her.", " \n ")
    with pytest.raises(Refused, match="Name the evidence you relied on"):
        decisions.decide_whether_to_assess(cast.case.case_id, (blank, MAY_NEED), by=cast.officer, at=cast.at)


@pytest.mark.parametrize("answers", [(), (HAS_SEN,), (MAY_NEED, HAS_SEN), (HAS_SEN, HAS_SEN)])
def test_each_limb_must_be_answered_once_and_in_order(cast: Cast, answers: tuple[Answer, ...]) -> None:
    with pytest.raises(Refused, match="Answer each part of the legal test"):
        decisions.decide_whether_to_assess(cast.case.case_id, answers, by=cast.officer, at=cast.at)


@pytest.mark.parametrize(
    "who", ["other_officer", "psychologist", "senco", "parent", "data_officer", "service"]
)
def test_only_who_may_decide_decides(cast: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        decisions.decide_whether_to_assess(
            cast.case.case_id, (HAS_SEN, MAY_NEED), by=getattr(cast, who), at=cast.at
        )


@pytest.mark.parametrize("who", ["officer", "manager", "panel_chair"])
def test_who_decided_is_on_record(cast: Cast, who: str) -> None:
    decider = getattr(cast, who)
    done = decisions.decide_whether_to_assess(cast.case.case_id, (HAS_SEN, MAY_NEED), by=decider, at=cast.at)
    with scope.opened(cast.officer):
        event = CaseEvent.objects.get(id=done.event_id)
    assert event.details["decided_by"] == str(decider.account)
    assert [reason["limb"] for reason in event.details["reasons"]] == [
        "HAS_OR_MAY_HAVE_SEN",
        "PLAN_MAY_BE_NECESSARY",
    ]


def test_refusal_states_reasons_rights_and_dates(cast: Cast) -> None:
    done = decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, NEED_NOT), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
    assert done.kind is EventKind.REFUSAL_TO_ASSESS_SENT
    words = letters(cast, "REFUSAL_TO_ASSESS")["Petra Parent"]
    for stated in (
        "The school support is working and can go on.",
        "Support record 2024 to 2026",
        SUPPORT,
        "right to appeal",
        "25 January 2027",  # F01: two months after 23 November 2026 is a Saturday, so the Monday after it
        "Saturday 23 January 2027",  # M01: two months, not moved on
        "Fair Talk Mediation",
        "Common Ground",
        "Northshire SENDIASS",
        "disagreement resolution",
    ):
        assert stated in words, stated


def test_refusal_must_say_which_help_goes_on(cast: Cast) -> None:
    with pytest.raises(Refused, match="Say what help goes on without a plan") as refused:
        decisions.decide_whether_to_assess(
            cast.case.case_id, (HAS_SEN, NEED_NOT), by=cast.officer, at=cast.at
        )
    assert refused.value.field == "support_now"


def test_withheld_address_is_on_no_letter_and_no_parent_reads_of_the_other(cast: Cast) -> None:
    decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, NEED_NOT), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
    found = letters(cast, "REFUSAL_TO_ASSESS")
    assert "1 Mill Lane" not in found["Petra Parent"]
    assert "9 Far Street" in found["Otto Otherparent"]
    for mine, other in (("Petra Parent", "Otto"), ("Otto Otherparent", "Petra")):
        assert other not in found[mine]
    assert "9 Far Street" not in found["Petra Parent"]
    assert "1 Mill Lane" not in found["Otto Otherparent"]


def test_letter_goes_by_email_only_to_who_agreed(cast: Cast) -> None:
    done = decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, NEED_NOT), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
    assert {letter.recipient: letter.by_post for letter in done.letters} == {
        "Petra Parent": False,
        "Otto Otherparent": True,
    }
    with scope.opened(cast.officer):
        sent = OutboxMessage.objects.filter(kind="REFUSAL_TO_ASSESS", to_email__contains="parent")
        assert [m.to_email for m in sent] == ["petra.parent@example.org"]
        assert "Ivy" not in sent[0].text + sent[0].subject


def test_others_are_told_and_who_could_not_be_is_named(cast: Cast) -> None:
    done = decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at
    )
    with scope.opened(cast.officer):
        told = set(OutboxMessage.objects.filter(kind="DECISION_TO_ASSESS").values_list("to_email", flat=True))
        names = " ".join(
            OutboxMessage.objects.filter(kind="DECISION_TO_ASSESS").values_list("text", flat=True)
        )
    assert {"sena.senco@example.org", "sol.social@example.org", "dcl.officer@example.org"} <= told
    assert "Ivy" not in names
    # no board is on record, so nobody there can open the notice: somebody here sends it
    assert done.not_told == ("the integrated care board",)


def test_letter_is_kept_as_pdf_with_a_word_twin(cast: Cast) -> None:
    decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, NEED_NOT), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
    with scope.opened(cast.officer):
        pdf = Document.objects.filter(kind="REFUSAL_TO_ASSESS", twin=None).first()
        assert pdf is not None
        word = Document.objects.get(twin=pdf)
    assert pdf.media_type == "application/pdf"
    assert word.file_name.endswith(".docx")
    assert "ivy" not in pdf.file_name.lower()


def test_nothing_is_kept_where_the_notice_cannot_state_the_rights(cast: Cast) -> None:
    from alongside.records.models import Authority

    Authority.objects.filter(code="931").update(mediation_adviser="")
    with pytest.raises(Refused, match="how to reach the mediation adviser"):
        decisions.decide_whether_to_assess(
            cast.case.case_id, (HAS_SEN, NEED_NOT), support_now=SUPPORT, by=cast.officer, at=cast.at
        )
    with scope.opened(cast.officer):
        assert Case.objects.get(id=cast.case.case_id).stage == "REQUEST_OPEN"
        assert not CaseEvent.objects.filter(kind="REFUSAL_TO_ASSESS_SENT").exists()


def test_decision_is_refused_where_nobody_could_be_told(cast: Cast) -> None:
    with scope.opened(cast.officer):
        CaseParty.objects.filter(case=cast.case.case_id).update(ends_before=date(2026, 11, 20))
    with pytest.raises(Refused, match="No parent is recorded"):
        decisions.decide_whether_to_assess(
            cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at
        )


def test_second_decision_on_one_request_is_refused(cast: Cast) -> None:
    decisions.decide_whether_to_assess(cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at)
    with pytest.raises(Refused, match="cannot be recorded now"):
        decisions.decide_whether_to_assess(
            cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at
        )


def test_no_plan_notice_states_reasons_and_rights(cast: Cast) -> None:
    decisions.decide_whether_to_assess(cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at)
    done = decisions.decide_whether_to_issue(
        cast.case.case_id, (NO_PLAN,), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
    assert done.kind is EventKind.NO_PLAN_NOTICE_SENT
    words = letters(cast, "NO_PLAN")["Petra Parent"]
    assert "ordinarily available in school" in words
    assert "recommend" in words  # the Tribunal's power, SI 2017/1306
    with scope.opened(cast.officer):
        assert Case.objects.get(id=cast.case.case_id).stage == "REFUSED_TO_ISSUE"


def test_decision_to_issue_starts_the_drafting_and_sends_no_notice(cast: Cast) -> None:
    decisions.decide_whether_to_assess(cast.case.case_id, (HAS_SEN, MAY_NEED), by=cast.officer, at=cast.at)
    done = decisions.decide_whether_to_issue(cast.case.case_id, (PLAN_NEEDED,), by=cast.officer, at=cast.at)
    assert done.letters == ()
    with scope.opened(cast.officer):
        assert Case.objects.get(id=cast.case.case_id).stage == "DRAFTING"


def test_young_person_is_written_to_once_the_rights_are_theirs(cast: Cast) -> None:
    with scope.opened(cast.officer):
        case = Case.objects.get(id=cast.case.case_id)
        type(case.person).objects.filter(id=case.person_id).update(born_on=date(2009, 9, 30))
        CaseParty.objects.create(
            authority_id="931",
            case=case,
            relation="YOUNG_PERSON",
            name="Ivy Fielding",
            starts_on=date(2026, 11, 1),
        )
    decisions.decide_whether_to_assess(
        cast.case.case_id, (HAS_SEN, NEED_NOT), support_now=SUPPORT, by=cast.officer, at=cast.at
    )
    assert set(letters(cast, "REFUSAL_TO_ASSESS")) == {"Ivy Fielding"}


def test_preview_shows_the_notice_and_keeps_nothing(cast: Cast) -> None:
    made = looks.preview(
        cast.case.case_id,
        EventKind.REFUSAL_TO_ASSESS_SENT,
        (HAS_SEN, NEED_NOT),
        SUPPORT,
        by=cast.officer,
        at=cast.at,
    )
    words = "\n".join(page.extract_text() for page in PdfReader(BytesIO(made.content)).pages)
    assert "right to appeal" in " ".join(words.split())
    assert "Far Street" not in words
    with scope.opened(cast.officer):
        assert not Document.objects.exists()
        assert Case.objects.get(id=cast.case.case_id).stage == "REQUEST_OPEN"


def test_integrated_care_board_is_told_at_its_own_address(cast: Cast) -> None:
    with scope.opened_to_all("931"):
        organisation("931", "ICB", "Northshire Integrated Care Board", email="send@icb.example.org")
    done = assess(cast)
    # told at once, without the child's name; the notice itself it cannot open here, so it is sent
    assert done.not_told == ("Northshire Integrated Care Board",)
    with scope.opened(cast.officer):
        assert OutboxMessage.objects.filter(
            to_email="send@icb.example.org", kind="DECISION_TO_ASSESS"
        ).exists()


def test_body_without_any_address_is_named_and_the_day_is_not_claimed(cast: Cast) -> None:
    with scope.opened_to_all("931"):
        organisation("931", "ICB", "Northshire Integrated Care Board")
        Case.objects.filter(id=cast.case.case_id).update(setting=None)
    done = assess(cast)
    assert done.not_told == ("Northshire Integrated Care Board",)
    with scope.opened(cast.officer):
        assert "others_notified_on" not in CaseEvent.objects.get(id=done.event_id).details


def test_decision_waits_until_the_young_person_who_holds_the_rights_is_on_record(cast: Cast) -> None:
    with scope.opened(cast.officer):
        person = Case.objects.get(id=cast.case.case_id).person
        type(person).objects.filter(id=person.id).update(born_on=date(2009, 9, 30))
    with pytest.raises(Refused, match="The rights passed to the young person on 27 June 2026"):
        assess(cast)


def test_whoever_decides_reads_the_request_in_its_senders_words(cast: Cast) -> None:
    nobody = accounts.nobody("931")
    started = intake.start(by=nobody, at=cast.at)
    answers = {
        "who": "PARENT", "name": "Petra Parent", "phone": "01632 960111", "child_forename": "Ivy",
        "child_surname": "Fielding", "child_born_on": date(2018, 5, 4), "why_needs": "Loud rooms are hard for her.",
    }  # fmt: skip
    intake.save(started.intake_id, answers, by=nobody, at=cast.at)
    intake.send(started.intake_id, by=nobody, at=cast.at)
    request = NewRequest(
        date(2026, 11, 23), RequestSource.PARENT_OR_YOUNG_PERSON, Channel.ONLINE, "Petra Parent"
    )
    child = NewChild("Ivy", "Fielding", date(2018, 5, 4))
    registering.register(
        Registration(child, [], request, intake=started.intake_id, same_as=cast.case.case_id),
        by=cast.officer,
        at=cast.at,
    )
    papers = looks.papers(
        cast.case.case_id, EventKind.REFUSAL_TO_ASSESS_SENT, by=cast.panel_chair, at=cast.at
    )
    assert [said.why_needs for said in papers.said] == ["Loud rooms are hard for her."]
    assert papers.may_follow


def test_date_that_cannot_be_worked_out_is_a_sentence_and_not_a_guess(cast: Cast) -> None:
    with pytest.raises(Refused, match="rule A02 cannot be worked out"):
        dues.last_day(Facts("", None, ()), "A02", on=date(2026, 11, 23))
