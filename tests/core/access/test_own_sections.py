"""Health writes C and G, social care D, H1 and H2; nobody else writes a section for a service."""

import pytest

from alongside.core.access import own_sections
from alongside.core.access.role import RoleCode
from alongside.core.case.codes import AdviceKind, PlanSection

R = RoleCode


@pytest.mark.parametrize(
    ("role", "sections"),
    [
        (R.HEALTH_ADVISER, {"C", "G"}),
        (R.DESIGNATED_CLINICAL_OFFICER, {"C", "G"}),
        (R.SOCIAL_CARE_ADVISER, {"D", "H1", "H2"}),
        (R.EDUCATIONAL_PSYCHOLOGIST, set()),
        (R.PARENT, set()),
    ],
)
def test_role_writes_its_own_sections_only(role: RoleCode, sections: set[str]) -> None:
    assert {s for s in PlanSection if own_sections.may_write(s, frozenset({role}))} == sections


def test_every_section_that_can_be_given_has_a_role_that_writes_it() -> None:
    given = {section for sections in own_sections.WRITTEN_BY.values() for section in sections}
    assert given == set(own_sections.ADVISED_BY)
    assert own_sections.ADVISED_BY[PlanSection.H1] is AdviceKind.SOCIAL_CARE
