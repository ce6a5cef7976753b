"""The rules of the clock in the few words of a list. Titles and reasons stand on the case's page."""

from collections.abc import Mapping
from types import MappingProxyType

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "A01": "Consult the family",
        "A02": "Decide whether to assess",
        "A02n": "Tell health, social care and the setting",
        "A03": "Tell the family that they can give views",
        "A13": "Ask for advice",
        "A04": "Advice",
        "A05": "Decide whether to issue a plan",
        "A09": "Send the draft plan",
        "A07": "Family’s time to comment",
        "A07b": "Do not finish before this day",
        "A08": "Reply of the setting",
        "A06": "Send the final plan",
        "U03": "Send the final plan, appeal not opposed",
        "R01": "First review of the plan",
        "M01": "Family may contact a mediation adviser",
        "F01": "Family may appeal",
    }
)

FILTERS = ("A02", "A04", "A05", "A09", "A07", "A08", "A06", "R01", "F01")
"""The rules by which a list can be narrowed, in the order of a case's life."""


def short(rule: str) -> str:
    """A rule in a few words; one without words of its own by its id."""
    return SHORT.get(rule, f"Rule {rule}")
