"""The chronology as it is known now and as it was known then, for whoever may read it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.app import doing
from alongside.app.queries import cases, chronology
from alongside.app.queries.chronology import Chronology
from alongside.core.access.permission import Permission
from alongside.core.access.refusals import NotFound
from alongside.core.case.codes import EventKind
from cast import Cast

CORRECTED_AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def corrected(cast: Cast) -> Cast:
    """Two days later somebody finds that the request came on the 13th and not on the 16th."""
    with doing.on_case(cast.case.case_id, Permission.CORRECT_EVENT, by=cast.officer, at=CORRECTED_AT) as deed:
        wrong = deed.facts.events[0]
        deed.append(wrong.kind, date(2026, 11, 13), dict(wrong.details), corrects=wrong.id)
    return cast


def shown(cast: Cast, known_on: date | None = None) -> Chronology:
    at = CORRECTED_AT + timedelta(days=1)
    return chronology.chronology(cast.case.case_id, by=cast.officer, at=at, known_on=known_on)


def requests_in(found: Chronology) -> list[tuple[date, bool]]:
    kind = EventKind.REQUEST_RECEIVED
    return [(h.occurred_on, h.corrected_by is not None) for h in found.happenings if h.kind is kind]


def test_corrected_line_stays_beside_what_corrects_it(corrected: Cast) -> None:
    assert requests_in(shown(corrected)) == [(date(2026, 11, 16), True), (date(2026, 11, 13), False)]


def test_before_the_correction_the_old_line_is_what_was_known(corrected: Cast) -> None:
    assert requests_in(shown(corrected, date(2026, 11, 24))) == [(date(2026, 11, 16), False)]


def test_before_it_was_typed_nothing_was_known(corrected: Cast) -> None:
    assert requests_in(shown(corrected, date(2026, 11, 22))) == []


def test_day_as_known_on_ends_at_midnight_in_london(corrected: Cast) -> None:
    assert requests_in(shown(corrected, date(2026, 11, 25))) == requests_in(shown(corrected))


def test_dates_run_from_the_correction(corrected: Cast) -> None:
    found = cases.overview(corrected.case.case_id, by=corrected.officer, at=CORRECTED_AT)
    due = next(duty.statutory_due for duty in found.duties if duty.rule == "A02")
    assert due == date(2026, 12, 25)


def test_note_of_officers_is_not_shown_to_the_family(cast: Cast) -> None:
    for who, told in ((cast.officer, True), (cast.parent, False)):
        found = chronology.chronology(cast.case.case_id, by=cast.again(who), at=cast.at)
        said = [h.details.get("logged_late_reason") for h in found.happenings]
        assert ("Found in the shared mailbox" in said) is told


@pytest.mark.parametrize("who", ["director", "stranger", "senco_elsewhere"])
def test_whoever_has_nothing_to_do_with_it_does_not_find_it(cast: Cast, who: str) -> None:
    with pytest.raises(NotFound):
        chronology.chronology(cast.case.case_id, by=getattr(cast, who), at=cast.at)
