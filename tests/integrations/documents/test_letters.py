"""What each letter refuses, and what it says from its facts."""

from dataclasses import replace
from datetime import date

import pytest

from alongside.integrations.documents.content import (
    Addressee,
    ChildName,
    DocumentRefused,
    LetterKind,
    Reader,
    Table,
    prose,
    words,
)
from alongside.integrations.documents.correspondence import Contact
from alongside.integrations.documents.letters import (
    advice,
    consultation,
    decision_to_assess,
    draft_plan,
    handover,
    missed_deadline,
    views,
)
from alongside.integrations.documents.reasons import Limb
from alongside.integrations.documents.required import check_contents
from integrations.documents import documents_cast as people


def said(letter: object) -> str:
    return "\n".join(words(block) for block in letter.blocks)  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", people.FAMILY_LETTERS)
def test_a_letter_for_the_family_is_refused_to_a_professional(kind: LetterKind) -> None:
    with pytest.raises(DocumentRefused, match="Dr Tomasz Bielak"):
        people.FAMILY_LETTERS[kind](people.ADVISER)


@pytest.mark.parametrize(
    "name", ["Mr and Mrs Okafor", "R Okafor & P Lindqvist", "Ms Okafor; Mr Lindqvist", "A\nB"]
)
def test_a_recipient_is_exactly_one_person(name: str) -> None:
    with pytest.raises(DocumentRefused, match="more than one person"):
        Addressee(name, Reader.PARENT)


@pytest.mark.parametrize("name", ["Andrea Sandford", "Anders Land", "Ferdinand Amand"])
def test_a_name_that_holds_the_letters_and_is_one_person(name: str) -> None:
    assert Addressee(name, Reader.PARENT).name == name


def test_a_recipient_and_a_child_must_have_a_name() -> None:
    with pytest.raises(DocumentRefused, match="no recipient"):
        Addressee("  ", Reader.PARENT)
    with pytest.raises(DocumentRefused, match="does not name the child"):
        ChildName(" ", "Okafor")


def test_the_name_a_child_uses_is_used() -> None:
    assert ChildName("Amira", "Okafor", known_as="Mimi").short == "Mimi"


@pytest.mark.parametrize("field", ["authority", "officer_name", "email", "phone"])
def test_a_sender_without_a_way_to_reach_them_is_refused(field: str) -> None:
    with pytest.raises(DocumentRefused, match="blank"):
        replace(people.SENDER, **{field: " "})


def test_a_service_without_a_way_to_reach_it_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="no way to contact “Weald Mediation”"):
        Contact("Weald Mediation")
    with pytest.raises(DocumentRefused, match="no name"):
        Contact(" ", "01632 960 444")


@pytest.mark.parametrize("limb", ["needs", "provision"])
def test_a_refusal_without_reasons_on_either_limb_is_refused(limb: str) -> None:
    with pytest.raises(DocumentRefused, match="There are no reasons against"):
        people.refused(**{limb: Limb(False, "  ", ("School report",))})


@pytest.mark.parametrize("limb", ["needs", "provision"])
def test_a_refusal_without_evidence_on_either_limb_is_refused(limb: str) -> None:
    with pytest.raises(DocumentRefused, match="There is no evidence against"):
        people.refused(**{limb: Limb(False, "We read all the papers that we were sent.", (" ",))})


@pytest.mark.parametrize("limb", ["needs", "provision"])
def test_reasons_of_a_word_or_two_are_no_reasons(limb: str) -> None:
    with pytest.raises(DocumentRefused, match="does not state reasons on whether"):
        check_contents(people.refused(**{limb: Limb(False, "Not met.", ("School report",))}))


def test_a_refusal_gives_the_answer_reasons_and_evidence_on_each_limb() -> None:
    text = said(people.refused())
    assert "Our answer: Yes." in text
    assert "Our answer: No." in text
    assert people.NEEDS.reasons in text
    assert "Her reading age has gone up by nine months in six months." in text
    for line in (*people.NEEDS.evidence, *people.PROVISION.evidence):
        assert line in text


def test_a_decision_to_assess_without_advice_asked_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="lists no advice"):
        decision_to_assess.letter(
            decision_to_assess.DecisionToAssess(
                people.correspondence(),
                date(2026, 4, 10),
                (),
                date(2026, 6, 22),
                date(2026, 7, 20),
                people.ADVICE_SERVICE,
            )
        )


def advice_facts() -> advice.AdviceRequest:
    return advice.AdviceRequest(
        people.correspondence(people.ADVISER),
        "psychological advice",
        people.BORN_ON,
        ("How does Amira learn best?",),
        ("Parent’s views",),
        date(2026, 5, 25),
        "www.wealdshire.example/advice",
    )


def test_a_request_for_advice_asks_something_and_sends_the_family_views() -> None:
    with pytest.raises(DocumentRefused, match="asks nothing"):
        advice.request(replace(advice_facts(), questions=(" ",)))
    with pytest.raises(DocumentRefused, match=r"Regulation 6\(3\)"):
        advice.request(replace(advice_facts(), papers=()))
    with pytest.raises(DocumentRefused, match="where to send the answer"):
        advice.request(replace(advice_facts(), reply_at=""))


@pytest.mark.parametrize(
    ("dated_on", "words_used"),
    [(date(2026, 5, 25), "Please send your advice by then."), (date(2026, 5, 26), "Your advice is late.")],
)
def test_a_reminder_says_late_only_after_the_last_day(dated_on: date, words_used: str) -> None:
    assert words_used in said(people.advice_chased(dated_on))


@pytest.mark.parametrize(
    ("dated_on", "words_used"),
    [
        (date(2026, 7, 20), "We will not be able to send you the final plan on time."),
        (date(2026, 7, 21), "We were not able to send you the final plan on time."),
    ],
)
def test_a_missed_date_is_told_as_coming_until_it_has_passed(dated_on: date, words_used: str) -> None:
    assert words_used in said(people.late(dated_on=dated_on))


def test_a_shortage_of_staff_is_called_no_reason_in_law() -> None:
    assert "The law does not accept this as a reason to miss the date." in said(people.late())


def test_an_exception_is_named_and_the_date_does_not_move() -> None:
    text = said(people.late(exception="you were away from the area for five weeks"))
    assert "one reason that applies here: you were away from the area for five weeks." in text
    assert "The date above does not move." in text
    assert "Monday 20 July 2026" in text
    assert "does not accept" not in text


def late_facts() -> missed_deadline.MissedDeadline:
    contact = Contact("Complaints", "01632 960 666")
    return missed_deadline.MissedDeadline(
        people.correspondence(),
        "send you the final plan",
        date(2026, 7, 20),
        "One report has not come.",
        "",
        None,
        ("We will call you on 21 July 2026.",),
        contact,
        contact,
        people.ADVICE_SERVICE,
    )


def test_no_new_date_is_made_up_where_there_is_none() -> None:
    assert "We cannot give you a new date yet." in said(missed_deadline.letter(late_facts()))


def test_a_missed_date_needs_a_reason_and_a_next_step() -> None:
    with pytest.raises(DocumentRefused, match="what happens next"):
        missed_deadline.letter(replace(late_facts(), next_steps=(" ",)))
    with pytest.raises(DocumentRefused, match="the reason for the delay"):
        missed_deadline.letter(replace(late_facts(), because=" "))


def test_a_date_hoped_for_is_never_called_a_legal_limit() -> None:
    facts = views.ViewsInvited(people.correspondence(), None, people.ADVICE_SERVICE)
    for hoped_for_by in (None, date(2026, 3, 23)):
        text = said(views.letter(replace(facts, hoped_for_by=hoped_for_by)))
        assert "The law does not set a number of days." in text


def test_a_draft_sent_again_says_why() -> None:
    facts = draft_plan.DraftPlanCover(
        people.correspondence(),
        2,
        date(2026, 6, 15),
        date(2026, 6, 29),
        date(2026, 7, 20),
        Contact("Local Offer", website="www.wealdshire.example/schools"),
        people.ADVICE_SERVICE,
        reissue_because="The speech therapist’s advice came.",
    )
    assert "takes the place of the draft we sent before" in said(draft_plan.letter(facts))
    assert "takes the place" not in said(draft_plan.letter(replace(facts, reissue_because="")))


@pytest.mark.parametrize("asked", [True, False])
def test_a_setting_is_told_whether_the_family_asked_for_it(asked: bool) -> None:
    facts = consultation.Consultation(
        people.correspondence(people.HEAD),
        "Oakfield School",
        people.BORN_ON,
        asked,
        "A place in Year 6 from 3 September 2026.",
        date(2026, 6, 30),
        ("Draft EHC plan",),
        "www.wealdshire.example/consultation",
    )
    assert ("The family has asked for it." in said(consultation.letter(facts))) is asked
    with pytest.raises(DocumentRefused, match="Send the draft plan"):
        consultation.letter(replace(facts, papers=()))


def test_a_handover_with_nothing_recorded_still_says_so() -> None:
    bare = handover.letter(
        handover.Handover(people.correspondence(), "Marek Dunne", date(2026, 4, 20), (), (), ())
    )
    check_contents(bare)
    assert "no promise to you still open" in said(bare)
    assert "no date set" in said(bare)


@pytest.mark.parametrize(
    ("starts_on", "words_used"),
    [
        (date(2026, 4, 14), "Until then it is Marek Dunne"),
        (date(2026, 4, 13), "Before that it was Marek Dunne"),
    ],
)
def test_a_handover_says_whether_the_change_is_still_to_come(starts_on: date, words_used: str) -> None:
    facts = handover.Handover(people.correspondence(), "Marek Dunne", starts_on, (), (), ())
    assert words_used in said(handover.letter(facts))


def test_a_promise_without_a_date_says_that_it_has_none() -> None:
    facts = handover.Handover(
        people.correspondence(),
        "Marek Dunne",
        date(2026, 4, 20),
        (),
        (handover.OpenPromise("Send the school list", None),),
        (),
    )
    assert "No date was given" in said(handover.letter(facts))


def test_a_table_needs_a_caption_and_rows_of_one_width() -> None:
    with pytest.raises(DocumentRefused, match="Row 2 of the table “Sessions” has 1 cells; its header has 2"):
        Table("Sessions", ("Who", "When"), (("Teacher", "Monday"), ("Therapist",)))
    with pytest.raises(DocumentRefused, match="caption"):
        Table(" ", ("Who",), ())


def test_typed_text_becomes_paragraphs_and_bullets_and_loses_nothing() -> None:
    blocks = prose(
        "First line\nsecond line\r\n\r\nA list:\n- one\n• two\nafter it\n\n\n-5 degrees is not a bullet"
    )
    assert [type(block).__name__ for block in blocks] == [
        "Paragraph",
        "Paragraph",
        "Bullets",
        "Paragraph",
        "Paragraph",
    ]
    assert words(blocks[0]) == "First line\nsecond line"
    assert words(blocks[2]) == "one\ntwo"
    assert words(blocks[4]) == "-5 degrees is not a bullet"
