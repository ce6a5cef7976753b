"""Mediation and appeal."""

import pytest

from alongside.core.case.codes import TimerState
from core.law.chronicles import K, deadline, happened

ASKED = (K.REQUEST_RECEIVED, "2026-01-05")


def refused(sent: str, *more: object) -> object:
    """A request refused on a day."""
    return happened((K.REQUEST_RECEIVED, "2025-01-06"), (K.REFUSAL_TO_ASSESS_SENT, sent), *more)


def test_an_appeal_is_due_two_months_after_the_notice_was_sent() -> None:
    """The Tribunal must have the appeal within two months of the day on which the notice was sent: not sixty days,
    not thirty.
    """
    assert deadline(refused("2026-02-10"), "F01", "2026-02-10").statutory_due.isoformat() == "2026-04-10"


def test_a_certificate_gives_a_month_if_that_is_later() -> None:
    """A mediation certificate gives one month from its issue, if that is later than the two months."""
    late = refused("2026-03-10", (K.MEDIATION_CERTIFICATE_ISSUED, "2026-04-30"))
    early = refused("2026-01-05", (K.MEDIATION_CERTIFICATE_ISSUED, "2026-01-31"))
    assert deadline(late, "F01", "2026-05-01").statutory_due.isoformat() == "2026-06-01"
    assert deadline(early, "F01", "2026-02-01").statutory_due.isoformat() == "2026-03-05"


@pytest.mark.parametrize(
    ("sent", "due"),
    [("2026-10-24", "2026-12-24"), ("2026-10-25", "2027-01-04"), ("2026-06-15", "2026-09-01")],
)
def test_an_appeal_limit_leaves_christmas_and_august(sent: str, due: str) -> None:
    """An appeal limit that ends from 25 December to 1 January or in August moves to the first working day after."""
    assert deadline(refused(sent), "F01", sent).statutory_due.isoformat() == due


def test_the_limit_for_mediation_does_not_move() -> None:
    """Two months to contact a mediation adviser end on a bank holiday if that is the day."""
    final = happened((K.FINAL_SENT, "2027-01-29"))
    assert deadline(final, "M01", "2027-01-29").statutory_due.isoformat() == "2027-03-29"
    assert deadline(final, "F01", "2027-01-29").statutory_due.isoformat() == "2027-03-30"


def test_a_right_is_never_overdue() -> None:
    """When its time has run out, a right is over. The family is not late, since it owes nothing."""
    for rule in ("M01", "F01"):
        assert deadline(refused("2026-02-10"), rule, "2026-06-01").state is TimerState.CANCELLED


def test_the_strict_date_warns_of_the_date_on_the_letter() -> None:
    """Time runs from the day the notice was sent. Where the letter bears an earlier date, the strict date takes
    that.
    """
    asked = (K.REQUEST_RECEIVED, "2025-01-06")
    sent = (K.REFUSAL_TO_ASSESS_SENT, "2026-02-10", {"letter_dated_on": "2026-02-06"})
    found = deadline(happened(asked, sent), "F01", "2026-02-10")
    assert (found.statutory_due.isoformat(), found.strict_due.isoformat()) == ("2026-04-10", "2026-04-07")
    assert deadline(happened(asked, sent), "M01", "2026-02-10").strict_due.isoformat() == "2026-04-06"


def test_an_appeal_must_come_by_five_in_the_afternoon() -> None:
    """The last day to appeal ends at 5 pm. An appeal that comes later is late, and then the Tribunal decides whether
    it may go on.
    """
    in_time = refused("2026-02-10", (K.APPEAL_RECEIVED, "2026-04-10", {"received_at": "2026-04-10T17:00"}))
    late = refused("2026-02-10", (K.APPEAL_RECEIVED, "2026-04-10", {"received_at": "2026-04-10T17:01"}))
    assert deadline(in_time, "F01", "2026-04-10").state is TimerState.MET
    assert deadline(late, "F01", "2026-04-10").days_late == 1
    assert deadline(late, "F02", "2026-04-10").due_words == "at the Tribunal's discretion"


def test_a_family_that_does_not_want_mediation_has_its_certificate_in_three_working_days() -> None:
    """A family that does not want mediation tells the adviser so, and has its certificate within three working days.
    Good Friday and Easter Monday are no working days.
    """
    found = deadline(refused("2026-03-10", (K.MEDIATION_DECLINED, "2026-04-02")), "M02", "2026-04-02")
    assert found.statutory_due.isoformat() == "2026-04-09"


def test_mediation_is_arranged_in_thirty_days_and_not_thirty_working_days() -> None:
    """Once the family says that it wants mediation, the authority has thirty days to arrange it. They are calendar
    days. Where only health provision is in issue, the integrated care board has them, from being told.
    """
    wanted = refused("2026-11-10", (K.MEDIATION_REQUESTED, "2026-12-01"))
    assert deadline(wanted, "M03", "2026-12-01").statutory_due.isoformat() == "2026-12-31"
    told = (
        (K.MEDIATION_REQUESTED, "2026-12-01", {"health": "ONLY"}),
        (K.ICB_TOLD_OF_MEDIATION, "2026-12-04"),
    )
    by_board = deadline(refused("2026-11-10", *told), "M03", "2026-12-04")
    assert (by_board.bearer, by_board.statutory_due.isoformat()) == ("ICB", "2027-01-03")


def test_health_is_told_of_mediation_within_three_working_days() -> None:
    """Where health provision is in issue, the authority tells each integrated care board within three working days."""
    wanted = refused("2026-05-01", (K.MEDIATION_REQUESTED, "2026-05-21", {"health": "SOME"}))
    assert deadline(wanted, "M04", "2026-05-21").statutory_due.isoformat() == "2026-05-27"


def test_mediation_that_cannot_be_arranged_still_gives_a_certificate() -> None:
    """If mediation cannot be arranged in thirty days, the adviser issues a certificate within three working days of
    hearing so from the authority. After a mediation that was held it has three working days too.
    """
    wanted = (K.MEDIATION_REQUESTED, "2026-09-01")
    failed = refused("2026-08-10", wanted, (K.MEDIATION_NOT_ARRANGED, "2026-09-10"))
    held = refused("2026-08-10", wanted, (K.MEDIATION_HELD, "2026-09-10"))
    assert deadline(failed, "M06", "2026-09-10").statutory_due.isoformat() == "2026-09-15"
    assert deadline(held, "M05", "2026-09-10").statutory_due.isoformat() == "2026-09-15"


def test_mediation_does_not_stop_the_time_to_appeal() -> None:
    """While mediation is arranged and held, the time to appeal runs on. Only the certificate can give a month more."""
    wanted = refused("2026-02-10", (K.MEDIATION_REQUESTED, "2026-03-02"), (K.MEDIATION_HELD, "2026-03-30"))
    assert deadline(wanted, "F01", "2026-04-01").statutory_due.isoformat() == "2026-04-10"


def test_what_is_agreed_is_done_as_if_it_had_been_ordered() -> None:
    """What is agreed in mediation on a matter that can be appealed is carried out in the time that an order would give:
    a plan within fourteen weeks of an agreement to assess. The first twenty weeks no longer count.
    """
    agreed = refused("2026-08-10", (K.MEDIATION_AGREED, "2026-09-10", {"matter": "ASSESS"}))
    assert deadline(agreed, "M07", "2026-09-10").statutory_due.isoformat() == "2026-12-17"
    assert deadline(agreed, "M07a", "2026-09-10").statutory_due.isoformat() == "2026-09-24"
    assert deadline(agreed, "A06", "2026-09-10").state is TimerState.SUPERSEDED


def test_other_matters_agreed_are_done_in_two_weeks() -> None:
    """What is agreed on anything else, such as social care, is done within two weeks. If the authority was not at the
    table, the integrated care board tells it within one. A day agreed in writing takes the place of either.
    """
    agreed = refused("2026-08-10", (K.MEDIATION_AGREED, "2026-09-10", {"la_party": "no"}))
    assert deadline(agreed, "M08", "2026-09-10").statutory_due.isoformat() == "2026-09-24"
    assert deadline(agreed, "M09", "2026-09-10").statutory_due.isoformat() == "2026-09-17"
    in_writing = refused("2026-08-10", (K.MEDIATION_AGREED, "2026-09-10", {"agreed_date": "2026-11-30"}))
    assert deadline(in_writing, "M08", "2026-09-10").state is TimerState.SUPERSEDED
    assert deadline(in_writing, "M10", "2026-09-10").statutory_due.isoformat() == "2026-11-30"


def test_the_authority_answers_an_appeal_in_thirty_working_days() -> None:
    """The authority has thirty working days to respond to an appeal. Days in August and from 25 December to 1 January
    are left out of the count.
    """
    appealed = (K.APPEAL_RECEIVED, "2026-07-15")
    found = refused("2026-06-10", appealed, (K.APPEAL_NOTICE_RECEIVED, "2026-07-20"))
    assert deadline(found, "F03", "2026-07-20").statutory_due.isoformat() == "2026-09-29"


def test_the_tribunals_own_aims_are_no_rules() -> None:
    """The Tribunal aims to register an appeal, and to decide after a hearing, within about ten working days. That is
    its practice, and it is shown as practice.
    """
    appealed = refused("2026-06-10", (K.APPEAL_RECEIVED, "2026-07-15"), (K.APPEAL_HEARD, "2026-12-18"))
    for rule, due in (("F04", "2026-07-29"), ("F05", "2027-01-06")):
        found = deadline(appealed, rule, "2026-12-18")
        assert (found.force, found.statutory_due.isoformat()) == ("P", due)


def test_whoever_loses_may_ask_to_go_further() -> None:
    """After the decision with its reasons there are 28 days to ask the Tribunal for permission to appeal, with August
    and Christmas left out; after its refusal, one month to ask the Upper Tribunal.
    """
    decided = ((K.APPEAL_RECEIVED, "2026-03-02"), (K.ORDER_MADE, "2026-07-17", {"order": "DISMISSED"}))
    reasons = (K.TRIBUNAL_DECISION_SENT, "2026-07-20")
    assert deadline(
        refused("2026-02-10", *decided, reasons), "F06", "2026-07-20"
    ).statutory_due.isoformat() == ("2026-09-17")
    no = (K.TRIBUNAL_DECISION_SENT, "2026-10-30", {"decision": "PERMISSION_REFUSED"})
    further = refused("2026-02-10", *decided, reasons, no)
    assert deadline(further, "F07", "2026-10-30").statutory_due.isoformat() == "2026-11-30"


def test_days_that_the_tribunal_sets_are_kept_as_set() -> None:
    """When it registers an appeal the Tribunal sets days for evidence, the bundle and the hearing. They count as
    set.
    """
    days = {"evidence_by": "2026-09-04", "hearing_on": "2026-11-20"}
    found = refused(
        "2026-06-10", (K.APPEAL_RECEIVED, "2026-07-15"), (K.APPEAL_NOTICE_RECEIVED, "2026-07-20", days)
    )
    assert deadline(found, "F08e", "2026-07-20").statutory_due.isoformat() == "2026-09-04"
    assert deadline(found, "F08h", "2026-07-20").statutory_due.isoformat() == "2026-11-20"
