"""Twenty-four record parts by twenty-one readers: the specification, written by hand, against the policy.

The table below is the specification. It is not made from the code: `y` opens the part to that reader, `.`
does not.
"""

import pytest

from alongside.core.access import decide
from alongside.core.access.parts import OPENED_BY, Part
from alongside.core.access.relations import Relation
from alongside.core.access.role import RoleCode

READERS = {
    "coordinator who has the case": (RoleCode.COORDINATOR, {Relation.CASE_OWNER, Relation.SAME_AUTHORITY}),
    "coordinator, a colleague": (RoleCode.COORDINATOR, {Relation.SAME_AUTHORITY}),
    "coordinator in an emergency": (RoleCode.COORDINATOR, {Relation.SAME_AUTHORITY, Relation.EMERGENCY}),
    "SEND manager": (RoleCode.SEND_MANAGER, {Relation.SAME_AUTHORITY}),
    "panel chair": (RoleCode.PANEL_CHAIR, {Relation.SAME_AUTHORITY}),
    "placements officer": (RoleCode.PLACEMENTS_OFFICER, {Relation.SAME_AUTHORITY}),
    "data officer": (RoleCode.DATA_OFFICER, {Relation.SAME_AUTHORITY}),
    "psychologist asked": (RoleCode.EDUCATIONAL_PSYCHOLOGIST, {Relation.ADVISER_ASKED}),
    "health adviser asked": (RoleCode.HEALTH_ADVISER, {Relation.ADVISER_ASKED}),
    "health adviser's colleague": (RoleCode.HEALTH_ADVISER, {Relation.ADVISER_BODY}),
    "clinical officer": (RoleCode.DESIGNATED_CLINICAL_OFFICER, {Relation.ADVISER_BODY}),
    "social care adviser asked": (RoleCode.SOCIAL_CARE_ADVISER, {Relation.ADVISER_ASKED}),
    "SENCO of the school": (RoleCode.SENCO, {Relation.SETTING_ATTENDED}),
    "SENCO consulted": (RoleCode.SENCO, {Relation.SETTING_CONSULTED}),
    "SENCO of the named setting": (RoleCode.SENCO, {Relation.SETTING_NAMED}),
    "parent": (RoleCode.PARENT, {Relation.PARENT}),
    "child": (RoleCode.YOUNG_PERSON, {Relation.CHILD}),
    "young person": (RoleCode.YOUNG_PERSON, {Relation.YOUNG_PERSON}),
    "supporter": (RoleCode.SUPPORTER, {Relation.SUPPORTER}),
    "inspector with the case in the sample": (RoleCode.INSPECTOR, {Relation.INSPECTION_SAMPLE}),
    "the service itself": (RoleCode.SERVICE, {Relation.SAME_AUTHORITY}),
}
"""In the order of the columns of SPECIFICATION."""

#                        officers            advisers    settings  family      others
SPECIFICATION = """
IDENTITY                 y y y  y y y y      y y y y y   y y y     y y y y     y y
CHRONOLOGY               y y y  y y y y      y y . . y   y . y     y . y y     y y
DEADLINES                y y y  y y y y      y y y y y   y y y     y . y y     y y
WHO_IS_INVOLVED          y y y  y y y y      y y y y y   y . y     y y y y     y .
OWN_DETAILS              . . .  . . . .      . . . . .   . . .     y y y y     . .
CONTACT_DETAILS          y y y  y . y .      y y . . y   y . y     . . . .     . .
WITHHELD_ADDRESS         y . y  . . . .      . . . . .   . . .     . . . .     . .
REASONS                  y y y  y y . .      . . . . .   . . .     y . y y     y .
ADVICE_REQUESTS          y y y  y y . y      y y y y y   y . y     y . y y     y y
EDUCATIONAL_ADVICE       y y y  y y y .      y y . . y   y y y     y . y y     y .
PSYCHOLOGICAL_ADVICE     y . y  y y . .      y . . . .   y y y     y . y .     y .
MEDICAL_ADVICE           y . y  y y . .      . y . y .   . . .     y . y .     y .
SOCIAL_CARE_ADVICE       y . y  y y . .      . . . . y   . . .     y . y .     y .
FAMILY_VIEWS             y y y  y y y .      y y . . y   y y y     y . y y     y .
DRAFT_PLAN               y y y  y y y .      y y . . y   y y y     y . y y     y .
FINAL_PLAN               y y y  y y y .      y y . . y   y . y     y y y y     y .
COMMENTS                 y y y  y . . .      . . . . .   . . .     y . y y     y .
MESSAGES                 y y y  y . . .      . . . . .   . . .     y y y .     y .
CONSULTATIONS            y y y  y . y .      . . . . .   . . .     y . y y     y .
FAMILY_PAPERS            y y y  y y . .      y y . . y   . . .     y . y .     y .
AGENCY_PAPERS            y . y  y y . .      y . . . .   . . .     y . y .     y .
CORRECTIONS              y y y  y . . .      . . . . .   . . .     y . y .     y .
NOTES                    y y y  y . . .      . . . . .   . . .     . . . .     . .
LEDGER                   . . .  y . . y      . . . . .   . . .     . . . .     y .
"""

ROWS = {line.split()[0]: line.split()[1:] for line in SPECIFICATION.strip().splitlines()}
CELLS = [
    pytest.param(Part(row), reader, cell == "y", id=f"{row}-{reader}")
    for row, cells in ROWS.items()
    for reader, cell in zip(READERS, cells, strict=True)
]


def test_specification_has_a_row_for_every_part_of_the_record() -> None:
    assert set(ROWS) == {part.value for part in Part}
    assert len(ROWS) >= 20


@pytest.mark.parametrize(("part", "reader", "opens"), CELLS)
def test_cell_is_as_specified(part: Part, reader: str, opens: bool) -> None:
    role, relations = READERS[reader]
    got = decide.can_act(OPENED_BY[part], roles=frozenset({role}), relations=frozenset(relations))
    assert got is opens


@pytest.mark.parametrize("reader", READERS)
def test_readable_parts_are_the_cells_that_open(reader: str) -> None:
    role, relations = READERS[reader]
    column = list(READERS).index(reader)
    expected = {Part(row) for row, cells in ROWS.items() if cells[column] == "y"}
    assert decide.readable_parts(frozenset({role}), frozenset(relations)) == expected
