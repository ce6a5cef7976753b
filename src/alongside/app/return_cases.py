"""From rows to the plain values that a return is made of."""

from collections.abc import Iterable

from alongside.app.return_facts import Child, ReturnCase, Setting, Settings
from alongside.core.case.facts import Facts
from alongside.records.models import Case, Organisation


def return_case(case: Case, facts: Facts, settings: Settings) -> ReturnCase:
    """The case as plain values. The case must carry its person."""
    person = case.person
    return ReturnCase(
        case_id=case.id,
        authority=case.authority_id,
        reference=case.reference,
        child=Child(
            person.forename, person.surname, person.born_on, person.sex, person.ethnicity, person.postcode,
            person.upn, person.uln, person.upn_unknown, person.disability,
        ),
        attends=settings.by_id.get(str(case.setting_id)),
        settings=settings,
        facts=facts,
    )  # fmt: skip


def settings_of(authorities: Iterable[str]) -> Settings:
    """Every setting on the records of these authorities. One query."""
    columns = ("id", "name", "urn", "phase", "setting_type")
    rows = Organisation.objects.filter(authority__in=list(authorities), kind="SETTING").values_list(*columns)
    found = [Setting(str(id_), *texts) for id_, *texts in rows]
    return Settings({one.id: one for one in found}, {one.urn: one for one in found if one.urn})
