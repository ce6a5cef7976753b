"""A leaver's cases pass to others in one deed, and no case is ever without an owner."""

from datetime import date

import pytest

from alongside.app import scope
from alongside.app.actions import handovers
from alongside.app.actions.handovers import Handover
from alongside.app.queries import leavers
from alongside.core.access.refusals import NotAllowed
from alongside.core.refusal import Refused
from alongside.records.models import Case, CaseEvent, OutboxMessage, Position
from cast import Cast

NOTE = "Ivy's mother is waiting for a call about the speech therapist."


def passing(cast: Cast, note: str = NOTE) -> list[Handover]:
    assert cast.other_officer.account is not None
    return [Handover(cast.case.case_id, cast.other_officer.account, note)]


def leaver(cast: Cast) -> object:
    assert cast.officer.account is not None
    return cast.officer.account


def test_case_passes_with_its_note_and_the_family_is_told(cast: Cast) -> None:
    done = handovers.hand_over(
        leaver(cast), passing(cast), last_day=date(2026, 11, 27), by=cast.manager, at=cast.at
    )
    assert done == 1
    with scope.opened(cast.manager):
        case = Case.objects.get(id=cast.case.case_id)
        event = CaseEvent.objects.get(case=case, kind="CASE_HANDED_OVER")
        told = list(OutboxMessage.objects.filter(case=case, kind="CASE_HANDED_OVER"))
        position = Position.objects.get(account=leaver(cast), role="COORDINATOR")
    assert case.owner_id == cast.other_officer.account
    assert event.details["note"] == NOTE
    assert position.ends_before == date(2026, 11, 28)
    # the mother agreed to e-mail; the father did not, so he is written to by post and not by e-mail
    assert [message.to_email for message in told] == ["petra.parent@example.org"]
    assert "Ivy" not in told[0].text


def test_leaver_cannot_end_while_having_cases(cast: Cast) -> None:
    with scope.opened_to_all("931"):
        position = Position.objects.get(account=leaver(cast), role="COORDINATOR")
    with pytest.raises(Refused, match="This person has 1 case"):
        handovers.end_position(position.id, date(2026, 11, 27), by=cast.data_officer, at=cast.at)


def test_handing_over_only_some_cases_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    with pytest.raises(Refused, match="E26-00001 would be without an owner"):
        handovers.hand_over(leaver(cast), [], last_day=None, by=cast.manager, at=cast.at)


def test_empty_note_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    with pytest.raises(Refused, match="write a handover note"):
        handovers.hand_over(leaver(cast), passing(cast, "  "), last_day=None, by=cast.manager, at=cast.at)
    with scope.opened(cast.manager):
        assert Case.objects.get(id=cast.case.case_id).owner_id == cast.officer.account


def test_taker_must_be_a_coordinator_at_work(cast: Cast) -> None:
    assert cast.psychologist.account is not None
    wrong = [Handover(cast.case.case_id, cast.psychologist.account, NOTE)]
    with pytest.raises(Refused, match="Choose a coordinator"):
        handovers.hand_over(leaver(cast), wrong, last_day=None, by=cast.manager, at=cast.at)


def test_page_proposes_whoever_has_fewest_open_cases(cast: Cast) -> None:
    found = leavers.leaving(leaver(cast), by=cast.manager, at=cast.at)
    assert found is not None
    assert [case.proposed for case in found.cases] == [cast.other_officer.account]
    assert found.cases[0].next_rule == "A02"


def test_officer_may_not_hand_over_anybodys_cases(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        handovers.hand_over(leaver(cast), passing(cast), last_day=None, by=cast.officer, at=cast.at)
