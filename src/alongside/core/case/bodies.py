"""The bodies that take part in an area: their kinds, and what must be known of each."""

import re
from dataclasses import dataclass
from enum import StrEnum, unique

from alongside.core.case.codes import AdviceKind
from alongside.core.refusal import Refused


@unique
class BodyKind(StrEnum):
    """What a body is. `phrase` is it in a sentence."""

    phrase: str

    def __new__(cls, code: str, phrase: str = "") -> "BodyKind":
        """A member whose stored value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.phrase = phrase
        return member

    COUNCIL = "COUNCIL", "a service of the council"
    ICB = "ICB", "an integrated care board"
    NHS_TRUST = "NHS_TRUST", "an NHS trust"
    SETTING = "SETTING", "a school, college or nursery"
    OTHER = "OTHER", "another body"


@unique
class Phase(StrEnum):
    """The ages that a setting teaches."""

    EARLY_YEARS = "EARLY_YEARS"
    PRIMARY = "PRIMARY"
    SECONDARY = "SECONDARY"
    ALL_THROUGH = "ALL_THROUGH"
    POST_16 = "POST_16"


@unique
class SettingType(StrEnum):
    """What a setting is by law and provision."""

    MAINSTREAM = "MAINSTREAM"
    BASE = "BASE"
    SPECIAL = "SPECIAL"
    INDEPENDENT_SPECIAL = "INDEPENDENT_SPECIAL"
    FE = "FE"
    AP = "AP"
    EARLY_YEARS = "EARLY_YEARS"


ASKED_BY_DEFAULT = tuple(
    kind for kind in AdviceKind if kind not in (AdviceKind.PARENT_OR_YOUNG_PERSON, AdviceKind.OTHER)
)
"""Advice for which a body can be named in advance. Educational advice comes from the setting attended, if any."""
URN = re.compile(r"\d{5,6}")


@dataclass(frozen=True, slots=True)
class Described:
    """What a body is said to be. Codes as stored; empty where it does not apply or is not known."""

    kind: str
    name: str
    urn: str = ""
    phase: str = ""
    setting_type: str = ""
    provides: str = ""


def check_described(body: Described) -> None:
    """Refuse a body that could not be found, consulted or asked as it is described."""
    if not body.name.strip():
        raise Refused("Enter the name of the organisation.", field="name")
    if body.kind not in set(BodyKind):
        raise Refused("Choose what kind of organisation it is.", field="kind")
    if body.provides and body.provides not in set(ASKED_BY_DEFAULT):
        raise Refused(f"“{body.provides}” is no kind of advice that a body is asked for.", field="provides")
    if body.kind == BodyKind.SETTING:
        _check_setting(body)
        return
    for field, value in (("urn", body.urn), ("phase", body.phase), ("setting_type", body.setting_type)):
        if value:
            raise Refused(
                "Only a school, college or nursery has this. Leave it empty, or choose that kind.",
                field=field,
            )


def _check_setting(body: Described) -> None:
    if body.phase not in set(Phase):
        raise Refused("Choose the ages that the setting teaches.", field="phase")
    if body.setting_type not in set(SettingType):
        raise Refused("Choose what type of setting it is.", field="setting_type")
    if body.urn and not URN.fullmatch(body.urn):
        raise Refused(
            f"The unique reference number “{body.urn}” must be 5 or 6 digits, like 123456. "
            "Leave it empty if you do not know it.",
            field="urn",
        )
