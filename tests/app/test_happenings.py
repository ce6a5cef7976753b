"""News of a case: each kind with what it must say, and nothing that has a page of its own."""

from datetime import date

import pytest

from alongside.app import scope
from alongside.app.actions import happenings
from alongside.app.actions.happenings import NEEDED, Happening
from alongside.app.queries import cases, chronology
from alongside.core.access.refusals import NotAllowed, NotFound
from alongside.core.case.codes import EventKind, Stage
from alongside.core.case.stages import MayNotFollow
from alongside.core.refusal import Refused
from alongside.records.models import CaseEvent
from alongside.web.forms.cases import FORMS
from cast import Cast

DAY = date(2026, 11, 20)


def record(cast: Cast, kind: EventKind, **details: str) -> str:
    return happenings.record(cast.case.case_id, Happening(kind, DAY, details), by=cast.officer, at=cast.at)


def test_forms_and_deeds_have_the_same_list() -> None:
    assert set(FORMS) == set(NEEDED)


def test_each_form_asks_for_what_its_deed_needs() -> None:
    for kind, needed in NEEDED.items():
        assert set(needed) <= set(FORMS[kind].base_fields), kind


def test_invited_views_are_on_the_record(cast: Cast) -> None:
    record(cast, EventKind.VIEWS_INVITED)
    shown = chronology.chronology(cast.case.case_id, by=cast.officer, at=cast.at)
    assert [h.kind for h in shown.happenings][-1] is EventKind.REQUEST_RECEIVED
    assert EventKind.VIEWS_INVITED in [h.kind for h in shown.happenings]


def test_decision_cannot_be_recorded_without_its_reasons(cast: Cast) -> None:
    with pytest.raises(Refused, match="a page of its own"):
        record(cast, EventKind.DECISION_TO_ASSESS_NOTIFIED)


def test_what_does_not_belong_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="“shoe_size” does not belong"):
        record(cast, EventKind.VIEWS_INVITED, shoe_size="7")


def test_move_needs_another_authority(cast: Cast) -> None:
    for number, sentence in (
        ("", "three-digit number"),
        ("86", "has three digits"),
        ("931", "this authority itself"),
    ):
        with pytest.raises(Refused, match=sentence):
            record(cast, EventKind.MOVED_TO_NEW_LA, to=number)
    record(cast, EventKind.MOVED_TO_NEW_LA, to="866")
    assert cases.head(cast.case.case_id, by=cast.officer, at=cast.at).stage is Stage.CLOSED_MOVED


def test_certificate_needs_its_date(cast: Cast) -> None:
    for text, sentence in (
        ("", "Enter the date"),
        ("soon", "is not a date"),
        ("2027-01-01", "is in the future"),
    ):
        with pytest.raises(Refused, match=sentence):
            record(cast, EventKind.MEDIATION_CERTIFICATE_ISSUED, certificate_dated_on=text)


def test_nothing_follows_a_death(cast: Cast) -> None:
    record(cast, EventKind.DIED)
    with pytest.raises(MayNotFollow, match="The child has died"):
        record(cast, EventKind.VIEWS_INVITED)
    found = cases.overview(cast.case.case_id, by=cast.officer, at=cast.at)
    assert found.head.stage is Stage.CLOSED_DECEASED
    assert found.live == ()


@pytest.mark.parametrize(
    ("who", "refusal"), [("parent", NotAllowed), ("stranger", NotFound), ("officer_elsewhere", NotFound)]
)
def test_whoever_may_not_record_keeps_nothing(cast: Cast, who: str, refusal: type[Exception]) -> None:
    news = Happening(EventKind.VIEWS_INVITED, DAY, {})
    with pytest.raises(refusal):
        happenings.record(cast.case.case_id, news, by=cast.again(getattr(cast, who)), at=cast.at)
    with scope.opened(cast.officer):
        assert not CaseEvent.objects.filter(kind=EventKind.VIEWS_INVITED).exists()
