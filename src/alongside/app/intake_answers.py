"""What somebody without an account tells us when they ask for an assessment."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from alongside.core.case.codes import RequestSource
from alongside.core.refusal import Refused

PARENT, YOUNG_PERSON, SETTING, OTHER = "PARENT", "YOUNG_PERSON", "SETTING", "OTHER"
SOURCES = {
    PARENT: RequestSource.PARENT_OR_YOUNG_PERSON,
    YOUNG_PERSON: RequestSource.PARENT_OR_YOUNG_PERSON,
    SETTING: RequestSource.SETTING,
    "HEALTH": RequestSource.HEALTH,
    "SOCIAL_CARE": RequestSource.SOCIAL_CARE,
    OTHER: RequestSource.OTHER,
}


@dataclass(frozen=True, slots=True)
class IntakeAnswers:
    """Everything that can be answered. Empty where it was not.

    Only what is needed to find the child and to reach whoever asks must be answered before it can be sent. None
    of the rest is a condition for anything: the six weeks begin the day the request is sent.
    """

    who: str = ""
    name: str = ""
    relationship: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    agreed_to_email: bool = False
    keep_address_safe: bool = False
    language: str = ""
    child_forename: str = ""
    child_surname: str = ""
    child_known_as: str = ""
    child_born_on: date | None = None
    child_address: str = ""
    child_postcode: str = ""
    child_setting: str = ""
    child_upn: str = ""
    child_nhs_number: str = ""
    child_language: str = ""
    child_communicates_by: str = ""
    why_needs: str = ""
    why_tried: str = ""
    why_help: str = ""
    other_parent_name: str = ""
    other_parent_reach: str = ""
    others: str = ""

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "IntakeAnswers":
        """From what is kept. A key of an older version that no longer exists is left out."""
        known = {each.name for each in fields(cls)}
        found = {name: value for name, value in kept.items() if name in known}
        if found.get("child_born_on"):
            found["child_born_on"] = date.fromisoformat(found["child_born_on"])
        return cls(**found)

    def with_changes(self, changes: Mapping[str, Any]) -> "IntakeAnswers":
        """The same with some answers changed."""
        return replace(self, **changes)

    def as_kept(self) -> dict[str, Any]:
        """As it is kept: JSON values, nothing that is empty."""
        found = asdict(self)
        if self.child_born_on is not None:
            found["child_born_on"] = self.child_born_on.isoformat()
        return {name: value for name, value in found.items() if value}

    @property
    def source(self) -> RequestSource:
        """Who asks, in the codes of the return."""
        return SOURCES.get(self.who, RequestSource.OTHER)

    @property
    def can_find_child(self) -> bool:
        """True where the child can be found: a name, and a date of birth, school or address."""
        named = self.child_forename.strip() and self.child_surname.strip()
        placed = self.child_born_on or self.child_setting.strip() or self.child_address.strip()
        return bool(named and placed)

    @property
    def can_reach_sender(self) -> bool:
        """True where whoever asks can be answered: a name, and one way to reach them."""
        return bool(self.who and self.name.strip() and (self.email or self.phone or self.address.strip()))


def check_can_be_sent(answers: IntakeAnswers) -> None:
    """Refuse a request that nobody could act on, with the one thing to add."""
    if not answers.can_reach_sender:
        raise Refused(
            "Tell us who you are and one way to reach you: an email address, a phone number or an address.",
            field="you",
        )
    if not answers.can_find_child:
        raise Refused(
            "Give the child’s first and last name, and their date of birth. If you do not know the date of birth, "
            "give their school or address instead.",
            field="child",
        )
