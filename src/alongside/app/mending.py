"""The rows of the cache of what is to be mended, worked out from the case by the rules that are plugged in."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from alongside.app import ports
from alongside.app.return_cases import return_case, settings_of
from alongside.app.return_facts import Settings
from alongside.core.case.facts import Facts
from alongside.core.law.lawbook import Law
from alongside.records.models import Case, ToMend

LONGEST_VALUE = 200


def rows(pairs: Sequence[tuple[Case, Facts]], *, on: date, law: Law) -> dict[UUID, list[ToMend]]:
    """What is wrong in each case on that day, in the order of the rules. One question, whatever the number of cases."""
    if not pairs:
        return {}
    settings = settings_of({case.authority_id for case, _ in pairs})
    return {case.id: _of_case(case, facts, settings, on, law) for case, facts in pairs}


def _of_case(case: Case, facts: Facts, settings: Settings, on: date, law: Law) -> list[ToMend]:
    told = return_case(case, facts, settings)
    found = [wrong for rules in ports.data_rules() for wrong in rules(told, on=on, law=law)]
    return [
        ToMend(
            authority_id=case.authority_id,
            case=case,
            source=each.source,
            rule=each.rule,
            severity=each.severity,
            item=each.item,
            value=each.value[:LONGEST_VALUE],
            message=each.message,
            mend=each.mend,
            page=each.page,
            position=position,
        )
        for position, each in enumerate(found)
    ]
