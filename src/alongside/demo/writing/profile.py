"""Which phrases fit which primary need."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.demo.chance import Chance
from alongside.demo.planning.names import table
from alongside.demo.planning.story import Child
from alongside.demo.writing.grammar import Writer

PROFILES: Mapping[str, str] = MappingProxyType(
    {"ASD": "ASD", "SEMH": "SEMH", "SLCN": "SLCN", "MLD": "LEARNING", "SLD": "LEARNING", "PMLD": "LEARNING",
     "SPLD": "LEARNING", "OTH": "LEARNING", "": "LEARNING", "PD": "PHYSICAL", "HI": "SENSORY", "VI": "SENSORY",
     "MSI": "SENSORY"}
)  # fmt: skip


def writer(chance: Chance, child: Child) -> Writer:
    """A writer who knows the phrases of the child's primary need."""
    found = Writer(chance, child, "common")
    found.learn(table("needs")[profile_of(child)])
    return found


def profile_of(child: Child) -> str:
    """The group of phrases of a child's primary need."""
    return PROFILES[child.needs[0] if child.needs else ""]
