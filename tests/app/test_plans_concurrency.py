"""Twenty people save one section in the same moment: one by one, each sees what the others wrote, none is lost."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from django.db import connection

from alongside.app import scope
from alongside.app.actions import plans
from alongside.app.actions.plans import SectionChanged
from alongside.core.case.codes import PlanSection
from alongside.core.plan import merge
from alongside.records.models import PlanSectionRevision, PlanSectionText
from cast import Cast, assemble
from plan_cast import drafting

EDITORS = 20
B = PlanSection.B


@pytest.fixture
def crowd(transactional_db: None, now: datetime) -> Cast:
    """The cast, committed, so that other connections see it."""
    return assemble(at=now)


def _edit(cast: Cast, number: int, start: Barrier) -> int:
    """Adds one line to the section and, whenever somebody was quicker, joins it to theirs. Returns the refusals."""
    line = f"\nLine of editor {number}."
    seen, text = 1, "What Section B says of Ivy, in words that anybody can read." + line
    refused = 0
    try:
        start.wait(timeout=30)
        while True:
            try:
                plans.save_section(cast.case.case_id, B, text, seen, by=cast.manager, at=cast.at)
                return refused
            except SectionChanged as changed:
                refused += 1
                collision = changed.collision
                assert collision.mine == text
                assert collision.theirs != text
                seen, text = collision.revision, merge.join(collision.base, collision.theirs, text).text
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_twenty_editors_of_one_section_lose_no_update(crowd: Cast) -> None:
    case = drafting(crowd)
    start = Barrier(EDITORS)
    with ThreadPoolExecutor(EDITORS) as pool:
        refused = list(pool.map(lambda number: _edit(crowd, number, start), range(EDITORS)))
    with scope.opened(crowd.officer):
        row = PlanSectionText.objects.get(version__case=case, section=B)
        saved = PlanSectionRevision.objects.filter(section_text=row, is_aside=False)
        aside = PlanSectionRevision.objects.filter(section_text=row, is_aside=True)
        assert row.revision == 1 + EDITORS
        assert saved.count() == 2 + EDITORS
        assert sum(refused) >= EDITORS - 1
        assert 0 < aside.count() <= sum(refused)
    for number in range(EDITORS):
        assert row.text.count(f"Line of editor {number}.") == 1
