"""What must be known of a body before it can be found, consulted or asked."""

from dataclasses import replace

import pytest

from alongside.core.case.bodies import (
    ASKED_BY_DEFAULT,
    BodyKind,
    Described,
    Phase,
    SettingType,
    check_described,
)
from alongside.core.case.codes import AdviceKind
from alongside.core.refusal import Refused

SCHOOL = Described("SETTING", "Larch Primary School", "123456", "PRIMARY", "MAINSTREAM", "EDUCATIONAL")
TRUST = Described("NHS_TRUST", "Fenland Community NHS Trust", provides="MEDICAL")


@pytest.mark.parametrize("body", [SCHOOL, replace(SCHOOL, urn=""), replace(SCHOOL, urn="12345"), TRUST])
def test_body_that_is_whole_is_accepted(body: Described) -> None:
    check_described(body)


@pytest.mark.parametrize("kind", [kind for kind in BodyKind if kind is not BodyKind.SETTING])
def test_every_other_kind_needs_no_more_than_a_name(kind: BodyKind) -> None:
    check_described(Described(kind.value, "Its name"))


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("setting_type", SettingType)
def test_setting_can_be_of_any_phase_and_type(phase: Phase, setting_type: SettingType) -> None:
    check_described(replace(SCHOOL, phase=phase.value, setting_type=setting_type.value))


@pytest.mark.parametrize(
    ("body", "field", "sentence"),
    [
        (replace(TRUST, name=" \t"), "name", "Enter the name of the organisation."),
        (replace(TRUST, kind="CHARITY"), "kind", "Choose what kind of organisation it is."),
        (replace(TRUST, kind=""), "kind", "Choose what kind of organisation it is."),
        (replace(TRUST, provides="DENTAL"), "provides", "“DENTAL” is no kind of advice"),
        (replace(SCHOOL, phase=""), "phase", "Choose the ages that the setting teaches."),
        (replace(SCHOOL, phase="INFANT"), "phase", "Choose the ages that the setting teaches."),
        (replace(SCHOOL, setting_type="PRIMARY"), "setting_type", "Choose what type of setting it is."),
        (replace(SCHOOL, urn="1234"), "urn", "“1234” must be 5 or 6 digits"),
        (replace(SCHOOL, urn="1234567"), "urn", "“1234567” must be 5 or 6 digits"),
        (replace(SCHOOL, urn="12345A"), "urn", "“12345A” must be 5 or 6 digits"),
    ],
)
def test_body_that_is_not_whole_is_refused_where_it_is_wrong(
    body: Described, field: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_described(body)
    assert refused.value.field == field
    assert sentence in refused.value.sentence


@pytest.mark.parametrize(
    ("field", "value"), [("urn", "123456"), ("phase", "PRIMARY"), ("setting_type", "MAINSTREAM")]
)
def test_only_a_setting_has_what_a_setting_has(field: str, value: str) -> None:
    with pytest.raises(Refused, match="Only a school, college or nursery has this") as refused:
        check_described(replace(TRUST, **{field: value}))
    assert refused.value.field == field


@pytest.mark.parametrize("kind", [AdviceKind.PARENT_OR_YOUNG_PERSON, AdviceKind.OTHER])
def test_no_body_is_named_in_advance_for_the_family_or_for_anything_else(kind: AdviceKind) -> None:
    assert kind not in ASKED_BY_DEFAULT
    with pytest.raises(Refused) as refused:
        check_described(replace(TRUST, provides=kind.value))
    assert refused.value.field == "provides"


def test_kind_is_stored_as_its_code_and_told_in_a_phrase() -> None:
    assert BodyKind("ICB") is BodyKind.ICB
    assert f"It is {BodyKind.ICB.phrase}." == "It is an integrated care board."
    assert all(kind.phrase for kind in BodyKind)
