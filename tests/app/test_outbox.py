"""Messages leave once, are tried again when they could not, and never leave about a child who has died."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.core import mail

from alongside.app import ports, scope
from alongside.app.actions import happenings, outbox
from alongside.app.actions.happenings import Happening
from alongside.app.actions.outbox import Outcome
from alongside.app.ports import CouldNotSend, Outgoing
from alongside.core.case.codes import EventKind
from alongside.records.models import OutboxMessage
from cast import HERE, Cast

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Broken:
    """A mail server that is down; it counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[Outgoing] = []

    def send(self, message: Outgoing) -> None:
        self.asked.append(message)
        raise CouldNotSend("The mail server did not take it (ConnectionRefusedError).")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Broken:
    server = Broken()
    monkeypatch.setattr(ports.PORTS, "messages", server)
    return server


@pytest.fixture
def message(cast: Cast) -> UUID:
    with scope.opened_to_all(HERE):
        OutboxMessage.objects.all().delete()
        row = OutboxMessage.objects.create(
            authority_id=HERE, case_id=cast.case.case_id, kind="TEST", to_email="a@example.org", subject="E26-00001",
            text="Something is due. https://example.org/", created_at=AT,
        )  # fmt: skip
        return row.id


def state(message: UUID) -> OutboxMessage:
    with scope.opened_to_all(HERE):
        return OutboxMessage.objects.get(id=message)


def test_message_is_sent_and_never_again(cast: Cast, message: UUID) -> None:
    assert outbox.waiting(by=cast.service, at=AT) == (message,)
    assert outbox.deliver(message, by=cast.service, at=AT).outcome is Outcome.SENT
    assert outbox.deliver(message, by=cast.service, at=AT + timedelta(days=9)).outcome is Outcome.NOT_DUE
    assert outbox.waiting(by=cast.service, at=AT + timedelta(days=9)) == ()
    assert len(mail.outbox) == 1
    assert mail.outbox[0].to == ["a@example.org"]
    assert mail.outbox[0].extra_headers["Message-ID"] == f"<{message}@localhost>"


def test_return_code_is_blanked_once_it_is_sent_and_not_before(
    cast: Cast, message: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scope.opened_to_all(HERE):
        OutboxMessage.objects.update(kind="RETURN_CODE", text="Your code is 7HK2-QWMN-4RTX", case=None)
    with monkeypatch.context() as down:
        down.setattr(ports.PORTS, "messages", Broken())
        assert outbox.deliver(message, by=cast.service, at=AT).outcome is Outcome.FAILED
    assert "7HK2-QWMN-4RTX" in state(message).text
    assert outbox.deliver(message, by=cast.service, at=AT + timedelta(hours=1)).outcome is Outcome.SENT
    assert "7HK2-QWMN-4RTX" in mail.outbox[0].body
    row = state(message)
    assert (row.text, row.subject, row.to_email) == ("", "E26-00001", "a@example.org")


def test_message_without_a_secret_stays_to_be_read(cast: Cast, message: UUID) -> None:
    outbox.deliver(message, by=cast.service, at=AT)
    assert state(message).text == "Something is due. https://example.org/"


def test_message_that_could_not_be_sent_waits_longer_each_time(
    cast: Cast, message: UUID, broken: Broken
) -> None:
    at = AT
    for attempt in range(1, 6):
        assert outbox.deliver(message, by=cast.service, at=at).outcome is Outcome.FAILED
        row = state(message)
        assert row.attempts == attempt
        assert row.next_attempt_at == at + timedelta(minutes=2**attempt)
        assert row.last_error == "The mail server did not take it (ConnectionRefusedError)."
        assert (
            outbox.deliver(message, by=cast.service, at=at + timedelta(seconds=90)).outcome is Outcome.NOT_DUE
        )
        at = row.next_attempt_at
    assert len({sent.id for sent in broken.asked}) == 1


def test_no_wait_is_longer_than_six_hours() -> None:
    assert outbox.wait_after(40) == timedelta(hours=6)


def test_one_that_fails_holds_up_no_other(cast: Cast, message: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.jobs import outbox as job

    with scope.opened_to_all(HERE):
        OutboxMessage.objects.create(
            authority_id=HERE,
            kind="TEST",
            to_email="bad",
            subject="first",
            text="x",
            created_at=AT - timedelta(days=1),
        )

    class Choosy:
        def send(self, sent: Outgoing) -> None:
            if sent.to_email == "bad":
                raise CouldNotSend("The address was refused.")

    monkeypatch.setattr(ports.PORTS, "messages", Choosy())
    monkeypatch.setattr(ports.PORTS, "now", lambda: AT)
    assert [delivery.outcome for delivery in job.deliver_what_waits()] == [Outcome.FAILED, Outcome.SENT]


def test_nothing_leaves_about_a_child_who_has_died(cast: Cast, message: UUID) -> None:
    died = Happening(EventKind.DIED, date(2026, 11, 20), {})
    happenings.record(cast.case.case_id, died, by=cast.officer, at=cast.at)
    assert state(message).withdrawn_at == cast.at
    assert outbox.waiting(by=cast.service, at=AT) == ()
    assert outbox.deliver(message, by=cast.service, at=AT).outcome is Outcome.NOT_DUE
    assert mail.outbox == []


def test_message_written_after_the_death_is_withdrawn_when_its_turn_comes(cast: Cast, message: UUID) -> None:
    died = Happening(EventKind.DIED, date(2026, 11, 20), {})
    happenings.record(cast.case.case_id, died, by=cast.officer, at=cast.at)
    with scope.opened_to_all(HERE):
        OutboxMessage.objects.update(withdrawn_at=None)
    assert outbox.deliver(message, by=cast.service, at=AT).outcome is Outcome.WITHDRAWN
    assert mail.outbox == []
