"""Anybody asks for an assessment without an account: begun, come back to, sent; the clock runs from that day."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from alongside.app import scope
from alongside.app.actions import intake
from alongside.app.actor import Actor
from alongside.app.queries import accounts, intakes
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.refusal import Refused
from alongside.records.models import Intake, LedgerEntry, OutboxMessage
from cast import Cast

NOBODY = accounts.nobody("931")
PDF = b"%PDF-1.7\nsynthetic"
ENOUGH: dict[str, Any] = {
    "who": "PARENT",
    "name": "Ada Marsh",
    "phone": "01632 960 555",
    "child_forename": "Sol",
    "child_surname": "Marsh",
    "child_born_on": date(2019, 3, 1),
}


def begun(cast: Cast, **changes: Any) -> intake.Started:
    started = intake.start(by=NOBODY, at=cast.at)
    if changes:
        intake.save(started.intake_id, changes, by=NOBODY, at=cast.at)
    return started


def test_only_a_hash_of_the_code_is_kept(cast: Cast) -> None:
    started = begun(cast)
    with scope.opened(NOBODY):
        row = Intake.objects.get(id=started.intake_id)
    bare = started.code.replace("-", "")
    assert len(bare) == 12
    assert bare not in row.code_hash.upper()
    with scope.opened(cast.officer):
        assert not LedgerEntry.objects.filter(body__contains=bare).exists()


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}".lower()])
def test_code_opens_the_request_however_it_is_typed(cast: Cast, typed: str) -> None:
    started = begun(cast)
    assert intake.resume(typed.format(started.code), by=NOBODY, at=cast.at) == started.intake_id
    assert intake.resume(started.code.replace("-", " ").lower(), by=NOBODY, at=cast.at) == started.intake_id


def test_unknown_code_is_refused_with_what_to_do(cast: Cast) -> None:
    with pytest.raises(Refused, match="There is no request with this code"):
        intake.resume("2222-2222-2222", by=NOBODY, at=cast.at)


def test_code_of_another_authority_opens_nothing(cast: Cast) -> None:
    started = begun(cast)
    with pytest.raises(Refused, match="There is no request with this code"):
        intake.resume(started.code, by=accounts.nobody("866"), at=cast.at)


def test_pages_are_kept_side_by_side(cast: Cast) -> None:
    started = begun(cast, child_forename="Sol", child_born_on=date(2019, 3, 1))
    intake.save(started.intake_id, {"why_needs": "Loud rooms are hard."}, by=NOBODY, at=cast.at)
    own = intakes.own(started.intake_id, by=NOBODY, at=cast.at)
    assert (own.answers.child_forename, own.answers.why_needs) == ("Sol", "Loud rooms are hard.")
    assert own.answers.child_born_on == date(2019, 3, 1)


def test_code_is_emailed_only_while_it_is_right(cast: Cast) -> None:
    started = begun(cast)
    intake.email_code(started.intake_id, started.code, "ada@example.org", by=NOBODY, at=cast.at)
    with scope.opened(NOBODY):
        assert started.code in OutboxMessage.objects.get(kind="RETURN_CODE").text
    with pytest.raises(Refused, match="not the code of your request"):
        intake.email_code(started.intake_id, "2222-2222-2222", "eve@example.org", by=NOBODY, at=cast.at)


def test_sent_request_counts_as_received_the_same_day_and_is_due_in_six_weeks(cast: Cast) -> None:
    started = begun(cast, **ENOUGH)
    sent = intake.send(started.intake_id, by=NOBODY, at=cast.at)
    assert (sent.received_on, sent.decide_by) == (date(2026, 11, 23), date(2027, 1, 4))


def test_request_sent_late_on_a_bank_holiday_counts_that_day(cast: Cast) -> None:
    christmas_night = cast.at.replace(month=12, day=25, hour=23, minute=30)
    started = intake.start(by=NOBODY, at=christmas_night)
    intake.save(started.intake_id, ENOUGH, by=NOBODY, at=christmas_night)
    sent = intake.send(started.intake_id, by=NOBODY, at=christmas_night)
    assert (sent.received_on, sent.decide_by) == (date(2026, 12, 25), date(2027, 2, 5))


def test_nothing_but_finding_the_child_and_reaching_the_sender_is_asked_for(cast: Cast) -> None:
    started = begun(cast, **ENOUGH)
    intake.send(started.intake_id, by=NOBODY, at=cast.at)
    assert [w.child_name for w in intakes.waiting(by=cast.officer, at=cast.at)] == ["Sol Marsh"]


def test_school_or_address_does_where_the_date_of_birth_is_not_known(cast: Cast) -> None:
    started = begun(cast, **(ENOUGH | {"child_born_on": None, "child_setting": "Millbrook Primary School"}))
    assert intake.send(started.intake_id, by=NOBODY, at=cast.at).received_on == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"phone": ""}, "one way to reach you"),
        ({"name": ""}, "Tell us who you are"),
        ({"child_surname": ""}, "first and last name"),
        ({"child_born_on": None}, "give their school or address instead"),
    ],
)
def test_request_that_nobody_could_act_on_is_not_sent(
    cast: Cast, missing: dict[str, Any], sentence: str
) -> None:
    started = begun(cast, **(ENOUGH | missing))
    with pytest.raises(Refused, match=sentence):
        intake.send(started.intake_id, by=NOBODY, at=cast.at)
    assert intakes.waiting(by=cast.officer, at=cast.at) == ()


def test_sent_request_cannot_be_changed_or_sent_twice(cast: Cast) -> None:
    started = begun(cast, **ENOUGH)
    intake.send(started.intake_id, by=NOBODY, at=cast.at)
    for again in (
        lambda: intake.send(started.intake_id, by=NOBODY, at=cast.at),
        lambda: intake.save(started.intake_id, {"name": "Eve"}, by=NOBODY, at=cast.at),
        lambda: intake.add_file(started.intake_id, "a.pdf", PDF, by=NOBODY, at=cast.at),
    ):
        with pytest.raises(Refused, match="has been sent already"):
            again()


def test_photo_comes_with_the_request(cast: Cast) -> None:
    started = begun(cast, **ENOUGH)
    file_id = intake.add_file(
        started.intake_id, r"C:\scan\letter.jpg", b"\xff\xd8\xff\xe0rest", by=NOBODY, at=cast.at
    )
    intake.send(started.intake_id, by=NOBODY, at=cast.at)
    opened = intakes.file_of(started.intake_id, file_id, by=cast.officer, at=cast.at)
    assert (opened.file_name, opened.media_type, opened.content) == (
        "letter.jpg",
        "image/jpeg",
        b"\xff\xd8\xff\xe0rest",
    )


def test_disguised_file_is_refused_by_its_content(cast: Cast) -> None:
    started = begun(cast)
    with pytest.raises(Refused, match=r"“letter\.pdf” is not what its name says"):
        intake.add_file(started.intake_id, "letter.pdf", b"MZ\x90\x00program", by=NOBODY, at=cast.at)
    assert intakes.own(started.intake_id, by=NOBODY, at=cast.at).files == ()


def test_number_of_files_is_limited_with_a_sentence(cast: Cast) -> None:
    started = begun(cast)
    for number in range(intake.MOST_FILES):
        intake.add_file(started.intake_id, f"{number}.pdf", PDF, by=NOBODY, at=cast.at)
    with pytest.raises(Refused, match="can carry 15 files"):
        intake.add_file(started.intake_id, "more.pdf", PDF, by=NOBODY, at=cast.at)


def test_removed_file_is_gone_and_removing_it_again_is_no_error(cast: Cast) -> None:
    started = begun(cast)
    file_id = intake.add_file(started.intake_id, "a.pdf", PDF, by=NOBODY, at=cast.at)
    intake.remove_file(started.intake_id, file_id, by=NOBODY, at=cast.at)
    intake.remove_file(started.intake_id, file_id, by=NOBODY, at=cast.at)
    assert intakes.own(started.intake_id, by=NOBODY, at=cast.at).files == ()


def test_abandoned_request_is_forgotten_after_thirteen_weeks_and_a_sent_one_never(cast: Cast) -> None:
    begun(cast)
    kept = begun(cast, **ENOUGH)
    intake.send(kept.intake_id, by=NOBODY, at=cast.at)
    later = cast.at + timedelta(weeks=13, days=1)
    assert intake.forget_abandoned(by=cast.service, at=later) == 1
    assert [w.intake_id for w in intakes.waiting(by=cast.officer, at=later)] == [kept.intake_id]


def test_unsent_request_cannot_be_come_back_to_after_thirteen_weeks(cast: Cast) -> None:
    started = begun(cast)
    with pytest.raises(Refused, match="kept for 13 weeks"):
        intake.resume(started.code, by=NOBODY, at=cast.at + timedelta(weeks=13, days=1))


@pytest.mark.parametrize("who", ["parent", "senco", "psychologist", "stranger"])
def test_only_officers_see_what_waits(cast: Cast, who: str) -> None:
    actor: Actor = getattr(cast, who)
    started = begun(cast, **ENOUGH)
    intake.send(started.intake_id, by=NOBODY, at=cast.at)
    for look in (
        lambda: intakes.waiting(by=actor, at=cast.at),
        lambda: intakes.to_register(started.intake_id, by=actor, at=cast.at),
    ):
        with pytest.raises(NotAllowed):
            look()


def test_another_authority_finds_no_waiting_request(cast: Cast) -> None:
    started = begun(cast, **ENOUGH)
    intake.send(started.intake_id, by=NOBODY, at=cast.at)
    assert intakes.waiting(by=cast.officer_elsewhere, at=cast.at) == ()
    with pytest.raises(NotFound):
        intakes.to_register(started.intake_id, by=cast.officer_elsewhere, at=cast.at)


def test_officer_reads_no_request_before_it_is_sent(cast: Cast) -> None:
    started = begun(cast, **ENOUGH)
    file_id = intake.add_file(started.intake_id, "a.pdf", PDF, by=NOBODY, at=cast.at)
    with pytest.raises(NotFound):
        intakes.to_register(started.intake_id, by=cast.officer, at=cast.at)
    with pytest.raises(NotFound):
        intakes.file_of(started.intake_id, file_id, by=cast.officer, at=cast.at)


@pytest.mark.parametrize("intake_id", [uuid4()])
def test_request_that_is_gone_says_so(cast: Cast, intake_id: UUID) -> None:
    with pytest.raises(Refused, match="no longer here"):
        intakes.own(intake_id, by=NOBODY, at=cast.at)
    with pytest.raises(Refused, match="no longer here"):
        intake.save(intake_id, {"name": "Ada"}, by=NOBODY, at=cast.at)


def test_answer_that_no_page_asks_is_a_fault(cast: Cast) -> None:
    started = begun(cast)
    with pytest.raises(ValueError, match="no answers of a request"):
        intake.save(started.intake_id, {"case": "E26-00001"}, by=NOBODY, at=cast.at)
