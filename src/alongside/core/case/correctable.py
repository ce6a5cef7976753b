"""Facts that a family can say are wrong, each with the words in which it is asked about."""

from enum import StrEnum, unique


@unique
class Fact(StrEnum):
    """One fact. `phrase` names it on pages; `is_own` where it is about the person who asks and not the child."""

    phrase: str
    is_own: bool

    def __new__(cls, code: str, phrase: str, is_own: bool = False) -> "Fact":
        """A member whose stored value is its code."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.phrase = phrase
        member.is_own = is_own
        return member

    FORENAME = "FORENAME", "First name"
    SURNAME = "SURNAME", "Last name"
    KNOWN_AS = "KNOWN_AS", "Name they like to be called"
    BORN_ON = "BORN_ON", "Date of birth"
    LANGUAGE = "LANGUAGE", "Language spoken at home"
    COMMUNICATES_BY = "COMMUNICATES_BY", "How they talk or show what they mean"
    CHILD_ADDRESS = "CHILD_ADDRESS", "Where they live"
    OWN_NAME = "OWN_NAME", "Your name", True
    OWN_EMAIL = "OWN_EMAIL", "Your email address", True
    OWN_PHONE = "OWN_PHONE", "Your phone number", True
    OWN_ADDRESS = "OWN_ADDRESS", "Your address", True
    OWN_LANGUAGE = "OWN_LANGUAGE", "A language that works better for you", True
    ENTRY = "ENTRY", "Something in what has happened"
