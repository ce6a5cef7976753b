"""“This is wrong”: who may say it, who decides, what changes, and what is kept of before."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.actions import corrections, fact_corrections
from alongside.app.actions.corrections import Correction
from alongside.app.actions.fact_corrections import SaidWrong, Verdict
from alongside.app.actor import Actor
from alongside.app.queries import fact_corrections as queries
from alongside.app.queries.fact_corrections import Said
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.correctable import Fact
from alongside.core.refusal import Refused
from alongside.records.models import CaseParty, CorrectionRequest, LedgerEntry, OutboxMessage, Person
from cast import HERE, Cast

YES, NO = Verdict(True), Verdict(False, "The birth certificate says otherwise.")
NEW_PHONE = SaidWrong(Fact.OWN_PHONE, "01632 960777", "I have a new one")
BORN = SaidWrong(Fact.BORN_ON, "2018-04-05", "Day and month are turned round")


def ask(cast: Cast, said: SaidWrong, who: Actor | None = None) -> UUID:
    return fact_corrections.ask(cast.case.case_id, said, by=who or cast.parent, at=cast.at)


def decide(cast: Cast, request: UUID, verdict: Verdict, by: Actor | None = None) -> None:
    fact_corrections.decide(cast.case.case_id, request, verdict, by=by or cast.officer, at=cast.at)


def ivy() -> Person:
    with scope.opened_to_all(HERE):
        return Person.objects.get(forename="Ivy")


def seen_by(cast: Cast, who: Actor) -> tuple[Said, ...]:
    return queries.of_case(cast.case.case_id, by=who, at=cast.at).said


def test_nothing_changes_until_an_officer_decides(cast: Cast) -> None:
    ask(cast, BORN)
    assert ivy().born_on == date(2018, 5, 4)


def test_corrected_fact_is_changed_and_what_stood_before_is_kept(cast: Cast) -> None:
    decide(cast, ask(cast, BORN), YES)
    assert ivy().born_on == date(2018, 4, 5)
    [said] = seen_by(cast, cast.parent)
    assert (said.stands, said.should_be, said.corrected) == ("2018-05-04", "2018-04-05", True)


def test_corrected_surname_is_found_by_its_new_spelling(cast: Cast) -> None:
    decide(cast, ask(cast, SaidWrong(Fact.SURNAME, "O'Fielding")), YES)
    assert (ivy().surname, ivy().surname_folded) == ("O'Fielding", "ofielding")


def test_own_phone_is_corrected_on_the_row_of_whoever_asked(cast: Cast) -> None:
    decide(cast, ask(cast, NEW_PHONE), YES)
    with scope.opened_to_all(HERE):
        phones = dict(CaseParty.objects.values_list("name", "phone"))
    assert phones == {"Petra Parent": "01632 960777", "Otto Otherparent": "01632 960222"}


def test_refusal_to_correct_says_why_and_changes_nothing(cast: Cast) -> None:
    request = ask(cast, BORN)
    with pytest.raises(Refused, match="Say why it is not corrected"):
        decide(cast, request, Verdict(False, "no"))
    decide(cast, request, NO)
    assert ivy().born_on == date(2018, 5, 4)
    [said] = seen_by(cast, cast.parent)
    assert (said.corrected, said.reason) == (False, "The birth certificate says otherwise.")


def test_what_is_decided_is_not_decided_again(cast: Cast) -> None:
    request = ask(cast, BORN)
    decide(cast, request, NO)
    with pytest.raises(Refused, match="was decided on 23 November 2026"):
        decide(cast, request, YES)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (SaidWrong(Fact.BORN_ON, "4 May"), "is not a date"),
        (SaidWrong(Fact.BORN_ON, "2030-01-01"), "cannot be right"),
        (SaidWrong(Fact.BORN_ON, "1990-01-01"), "cannot be right"),
        (SaidWrong(Fact.FORENAME, " "), "Write what it should say"),
        (SaidWrong(Fact.FORENAME, "Ivy"), "what we hold already"),
        (SaidWrong(Fact.FORENAME, "x" * 101), "at most 100 characters"),
        (SaidWrong(Fact.ENTRY, "It was the 15th", event=uuid4()), "corrected already"),
        (SaidWrong(Fact.ENTRY, " "), "Write what is right"),
    ],
)
def test_what_cannot_be_right_is_refused_and_not_kept(cast: Cast, said: SaidWrong, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        ask(cast, said)
    with scope.opened_to_all(HERE):
        assert not CorrectionRequest.objects.exists()


def test_wrong_entry_is_corrected_by_its_own_deed_and_then_said(cast: Cast) -> None:
    request = ask(cast, SaidWrong(Fact.ENTRY, "I posted it on the 12th", event=UUID(cast.case.request_id)))
    with pytest.raises(Refused, match="Correct it in the chronology first"):
        decide(cast, request, YES)
    right = Correction(date(2026, 11, 13), "The date stamp on the letter says so.")
    corrections.correct(cast.case.case_id, cast.case.request_id, right, by=cast.officer, at=cast.at)
    decide(cast, request, YES)
    [said] = seen_by(cast, cast.parent)
    assert said.corrected
    assert said.entry is not None
    assert (said.entry.occurred_on, said.entry.still_stands) == (date(2026, 11, 16), False)


def test_other_parent_sees_nothing_of_what_was_asked(cast: Cast) -> None:
    decide(cast, ask(cast, NEW_PHONE), YES)
    assert seen_by(cast, cast.other_parent) == ()
    assert queries.own(cast.case.case_id, by=cast.other_parent, at=cast.at).said == ()


def test_colleague_is_not_shown_a_withheld_phone_nor_corrects_it(cast: Cast) -> None:
    request = ask(cast, NEW_PHONE)
    [said] = seen_by(cast, cast.other_officer)
    assert (said.stands, said.should_be, said.why) == (None, None, "")
    with pytest.raises(NotAllowed):
        decide(cast, request, YES, by=cast.other_officer)


def test_address_of_the_child_can_be_corrected_and_is_shown_to_no_parent(cast: Cast) -> None:
    decide(cast, ask(cast, SaidWrong(Fact.CHILD_ADDRESS, "7 New Road"), cast.other_parent), YES)
    assert ivy().address == "7 New Road"
    [said] = seen_by(cast, cast.other_parent)
    assert said.stands is None
    held = queries.own(cast.case.case_id, by=cast.other_parent, at=cast.at).held
    assert next(one.value for one in held if one.fact is Fact.CHILD_ADDRESS) is None


@pytest.mark.parametrize("who", ["stranger", "officer", "senco", "officer_elsewhere"])
def test_only_the_family_asks(cast: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        ask(cast, BORN, getattr(cast, who))


def test_parent_does_not_decide(cast: Cast) -> None:
    request = ask(cast, BORN)
    with pytest.raises(NotAllowed):
        decide(cast, request, YES, by=cast.parent)


def test_request_of_another_case_is_not_decided_here(cast: Cast) -> None:
    with pytest.raises(Refused, match="not part of this case"):
        decide(cast, uuid4(), YES)


def test_emails_and_ledger_hold_no_value(cast: Cast) -> None:
    decide(cast, ask(cast, NEW_PHONE), YES)
    with scope.opened_to_all(HERE):
        sent = [row.subject + row.text for row in OutboxMessage.objects.all()]
        sealed = [str(row.body) for row in LedgerEntry.objects.filter(deed__startswith="CORRECTION")]
    assert len(sent) == 2
    assert len(sealed) == 2
    assert not [text for text in (*sent, *sealed) if "960777" in text or "Ivy" in text]
