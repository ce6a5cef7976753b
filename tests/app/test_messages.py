"""Messages: who reads which, what is promised, and what becomes of the promise."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

import plan_cast
from alongside.app import scope
from alongside.app.actions import messages as actions
from alongside.app.actions import parties
from alongside.app.actions.messages import Logged
from alongside.app.actor import Actor
from alongside.app.queries import messages
from alongside.app.queries.messages import Thread
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import Channel
from alongside.core.case.promises import Kept
from alongside.core.refusal import Refused
from alongside.records.models import Authority, LedgerEntry, Message, OutboxMessage
from cast import HERE, Cast

SECRET = "He must not know that we are at the refuge."


def write(cast: Cast, who: Actor, text: str = SECRET, *, at: datetime | None = None) -> date | None:
    return actions.send(cast.case.case_id, text, by=who, at=at or cast.at)


def own(cast: Cast, who: Actor, *, at: datetime | None = None) -> Thread:
    return messages.own_thread(cast.case.case_id, by=who, at=at or cast.at)


def party(cast: Cast, who: Actor) -> UUID:
    return plan_cast.party_of(cast, cast.case.case_id, who)


def answer(cast: Cast, who: Actor, *, at: datetime | None = None, by: Actor | None = None) -> int:
    case, to = cast.case.case_id, party(cast, who)
    return actions.reply(case, to, "We will ring you.", by=by or cast.officer, at=at or cast.at)


def test_answer_is_promised_within_five_working_days(cast: Cast) -> None:
    assert write(cast, cast.parent) == date(2026, 11, 30)


def test_authority_sets_its_own_promise(cast: Cast) -> None:
    Authority.objects.filter(code=HERE).update(reply_days=2)
    assert write(cast, cast.parent) == date(2026, 11, 25)
    assert own(cast, cast.parent).reply_days == 2


def test_other_parent_never_reads_what_was_written(cast: Cast) -> None:
    write(cast, cast.parent)
    answer(cast, cast.parent)
    assert own(cast, cast.other_parent).lines == ()
    with pytest.raises(NotFound):
        messages.thread(cast.case.case_id, party(cast, cast.parent), by=cast.other_parent, at=cast.at)
    shown = messages.threads(cast.case.case_id, by=cast.other_parent, at=cast.at)
    assert [line.name for line in shown.lines] == ["Otto Otherparent"]


def test_officer_reads_every_thread_and_which_waits(cast: Cast) -> None:
    write(cast, cast.parent)
    shown = messages.threads(cast.case.case_id, by=cast.officer, at=cast.at)
    assert {line.name: line.count for line in shown.lines} == {"Petra Parent": 1, "Otto Otherparent": 0}
    assert [line.name for line in shown.lines if line.waiting] == ["Petra Parent"]


def test_answer_settles_everything_that_stood_open_in_the_thread(cast: Cast) -> None:
    write(cast, cast.parent)
    write(cast, cast.parent, "And one thing more.")
    write(cast, cast.other_parent, "I too have a question.")
    assert answer(cast, cast.parent, at=cast.at + timedelta(days=1)) == 2
    assert own(cast, cast.parent).waiting == ()
    assert len(own(cast, cast.other_parent).waiting) == 1


def test_promise_not_kept_stays_not_kept(cast: Cast) -> None:
    write(cast, cast.parent)
    late = cast.at + timedelta(days=9)
    [line] = own(cast, cast.parent, at=late).waiting
    assert line.promise is not None
    assert line.promise.state(on=late.date()) is Kept.BROKEN
    answer(cast, cast.parent, at=late)
    line = own(cast, cast.parent, at=late).lines[-1]
    assert line.promise is not None
    assert line.promise.state(on=date(2027, 5, 1)) is Kept.KEPT_LATE
    assert line.promise.days_late(on=date(2027, 5, 1)) == 2


def test_messages_that_wait_are_listed_by_their_promise(cast: Cast) -> None:
    write(cast, cast.parent, at=cast.at + timedelta(days=1))
    write(cast, cast.other_parent)
    found = messages.waiting(by=cast.officer, at=cast.at)
    assert [line.from_name for line in found.lines] == ["Otto Otherparent", "Petra Parent"]
    assert messages.waiting(by=cast.other_officer, at=cast.at).total == 0
    assert messages.waiting(by=cast.other_officer, at=cast.at, mine=False).total == 2
    assert messages.waiting(by=cast.officer_elsewhere, at=cast.at, mine=False).total == 0


def test_number_of_questions_does_not_grow_with_the_messages(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for number in range(8):
        write(cast, cast.parent, f"Question {number}")
    for look in (
        lambda: messages.waiting(by=cast.officer, at=cast.at),
        lambda: messages.threads(cast.case.case_id, by=cast.officer, at=cast.at),
        lambda: own(cast, cast.parent),
    ):
        with django_assert_max_num_queries(20):
            look()


@pytest.mark.parametrize("who", ["parent", "senco", "stranger"])
def test_only_officers_see_what_waits(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        messages.waiting(by=getattr(cast, who), at=cast.at)


@pytest.mark.parametrize("who", ["stranger", "officer_elsewhere", "officer", "senco"])
def test_only_the_family_writes_as_family(cast: Cast, who: str) -> None:
    with pytest.raises((NotFound, NotAllowed)):
        write(cast, getattr(cast, who))
    with scope.opened_to_all(HERE):
        assert not Message.objects.exists()


def test_parent_does_not_answer_themselves(cast: Cast) -> None:
    write(cast, cast.parent)
    with pytest.raises(NotAllowed):
        answer(cast, cast.parent, by=cast.parent)


@pytest.mark.parametrize(
    ("text", "sentence"), [("  ", "Write your message"), ("x" * 10_001, "10,000 or fewer")]
)
def test_message_that_cannot_be_sent_is_refused_and_not_kept(cast: Cast, text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        write(cast, cast.parent, text)
    with scope.opened_to_all(HERE):
        assert not Message.objects.exists()


def test_promise_of_a_letter_runs_from_the_day_it_came(cast: Cast) -> None:
    logged = Logged("Please ring me", Channel.LETTER, date(2026, 11, 19))
    due = actions.record(
        cast.case.case_id, party(cast, cast.parent), logged, by=cast.other_officer, at=cast.at
    )
    assert due == date(2026, 11, 26)
    [line] = own(cast, cast.parent).lines
    assert (line.channel, line.author_name) == (Channel.LETTER, "Petra Parent")


def test_call_that_was_answered_at_once_is_kept(cast: Cast) -> None:
    logged = Logged("When is the visit?", Channel.PHONE, date(2026, 11, 23), "On Friday at ten.")
    actions.record(cast.case.case_id, party(cast, cast.parent), logged, by=cast.officer, at=cast.at)
    thread = own(cast, cast.parent)
    assert thread.waiting == ()
    assert {line.text for line in thread.lines} == {"When is the visit?", "On Friday at ten."}


@pytest.mark.parametrize(
    ("logged", "sentence"),
    [
        (Logged("x", Channel.ONLINE, date(2026, 11, 23)), "phone, letter or email"),
        (Logged("x", Channel.PHONE, date(2026, 11, 24)), "in the future"),
        (Logged("", Channel.PHONE, date(2026, 11, 23)), "Write your message"),
    ],
)
def test_recorded_message_must_make_sense(cast: Cast, logged: Logged, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        actions.record(cast.case.case_id, party(cast, cast.parent), logged, by=cast.officer, at=cast.at)


def test_nobody_is_written_to_who_is_not_part_of_the_case(cast: Cast) -> None:
    with pytest.raises(Refused, match="not part of the case now"):
        actions.reply(cast.case.case_id, uuid4(), "Hello", by=cast.officer, at=cast.at)


def test_emails_hold_a_reference_and_no_word_of_the_message(cast: Cast) -> None:
    write(cast, cast.parent)
    answer(cast, cast.parent)
    answer(cast, cast.other_parent)  # has not agreed to e-mail
    with scope.opened_to_all(HERE):
        sent = {row.to_email: row.subject + row.text for row in OutboxMessage.objects.all()}
    assert set(sent) == {"cora.coordinator@example.org", "petra.parent@example.org"}
    for text in sent.values():
        assert cast.case.reference in text
        for word in ("refuge", "ring", "Ivy", "Fielding"):
            assert word not in text


def test_ledger_says_who_wrote_and_nothing_of_what(cast: Cast) -> None:
    write(cast, cast.parent)
    with scope.opened(cast.officer):
        entry = LedgerEntry.objects.get(deed="MESSAGE_SENT")
    assert entry.actor == str(cast.parent.account)
    assert "refuge" not in str(entry.body)


def test_supporter_writes_and_reads_in_a_thread_of_their_own(cast: Cast) -> None:
    from alongside.app.actions import supporters
    from alongside.app.actions.supporters import NewSupporter
    from alongside.app.queries import accounts

    new = NewSupporter("Gran", "grandmother", "gran@example.org")
    gran = supporters.add(cast.case.case_id, new, by=cast.parent, at=cast.at)
    write(cast, cast.parent)
    with scope.opened_to_all(HERE):
        from alongside.records.models import CaseParty

        account = CaseParty.objects.get(id=gran).account_id
    assert account is not None
    who = accounts.actor_for(account, HERE, at=cast.at)
    write(cast, who, "May I come too?")
    assert [line.text for line in own(cast, who).lines] == ["May I come too?"]


def test_thread_of_somebody_who_left_can_be_read_and_not_written(cast: Cast) -> None:
    write(cast, cast.other_parent, "Before I go")
    gone = party(cast, cast.other_parent)
    parties.end(cast.case.case_id, gone, date(2026, 11, 23), by=cast.officer, at=cast.at)
    later = cast.at + timedelta(days=1)
    thread = messages.thread(cast.case.case_id, gone, by=cast.officer, at=later)
    assert thread.is_over
    assert [line.text for line in thread.lines] == ["Before I go"]
    with pytest.raises(Refused, match="not part of the case now"):
        actions.reply(cast.case.case_id, gone, "Hello", by=cast.officer, at=later)
