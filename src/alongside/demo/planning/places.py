"""The invented area: its schools and colleges, and the bodies that give advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from alongside.core.case.codes import AdviceKind
from alongside.demo.chance import Chance
from alongside.demo.planning import names
from alongside.demo.planning.years import Order

AUTHORITY = "931"
AREA = "Wealdshire"


@dataclass(frozen=True, slots=True)
class Place:
    """A setting or another body. `key` is what stories call it."""

    key: str
    name: str
    kind: str
    email: str
    address: str
    phase: str = ""
    setting_type: str = ""
    urn: str = ""
    provides: AdviceKind | None = None
    closes_for_summer: bool = True


COUNTS: Mapping[tuple[str, str], int] = MappingProxyType(
    {("EARLY_YEARS", "EARLY_YEARS"): 24, ("PRIMARY", "MAINSTREAM"): 232, ("SECONDARY", "MAINSTREAM"): 41,
     ("PRIMARY", "BASE"): 9, ("SECONDARY", "BASE"): 6, ("ALL_THROUGH", "SPECIAL"): 16,
     ("ALL_THROUGH", "INDEPENDENT_SPECIAL"): 13, ("POST_16", "FE"): 8, ("SECONDARY", "AP"): 3}
)  # fmt: skip
"""Settings of a county by phase and type."""
FEWEST = 2
SUFFIX: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("EARLY_YEARS", "EARLY_YEARS"): ("Nursery School", "Day Nursery", "Pre-school"),
        ("PRIMARY", "MAINSTREAM"): (
            "Primary School",
            "Church of England Primary School",
            "Community Primary School",
        ),
        ("SECONDARY", "MAINSTREAM"): ("Academy", "High School", "School"),
        ("PRIMARY", "BASE"): ("Primary School and Resource Base",),
        ("SECONDARY", "BASE"): ("Academy and Resource Base",),
        ("ALL_THROUGH", "SPECIAL"): ("Special School", "Park School", "Lodge School"),
        ("ALL_THROUGH", "INDEPENDENT_SPECIAL"): ("Court School", "Manor School", "House School"),
        ("POST_16", "FE"): ("College", "Sixth Form College"),
        ("SECONDARY", "AP"): ("Learning Centre",),
    }
)
BODIES = (
    Place("icb", f"NHS {AREA} Integrated Care Board", "ICB", "send@icb.example.org", "1 Health Way"),
    Place("trust", f"{AREA} Community Health NHS Trust", "NHS_TRUST", "dco@trust.example.org", "2 Health Way",
          provides=AdviceKind.MEDICAL),
    Place("psychology", "Educational Psychology Service", "COUNCIL", "ep@council.example.org", "County Hall",
          provides=AdviceKind.PSYCHOLOGICAL),
    Place("care", "Children’s Social Care", "COUNCIL", "care@council.example.org", "County Hall",
          provides=AdviceKind.SOCIAL_CARE),
    Place("adulthood", "Moving into Adulthood Team", "COUNCIL", "adulthood@council.example.org", "County Hall",
          provides=AdviceKind.PREPARING_FOR_ADULTHOOD),
    Place("sensory", "Sensory Impairment Teaching Service", "COUNCIL", "sensory@council.example.org", "County Hall",
          provides=AdviceKind.SENSORY),
    Place("council", f"{AREA} County Council", "COUNCIL", "send@council.example.org", "County Hall"),
)  # fmt: skip
BY_KIND: Mapping[AdviceKind, str] = MappingProxyType({b.provides: b.key for b in BODIES if b.provides})


def settings(order: Order) -> tuple[Place, ...]:
    """Every school, college and nursery, each with a name of its own."""
    chance = Chance(order.seed, order.size, "places")
    towns = [
        f"{first}{second}"
        for second in ("", " North", " Green", " St John")
        for first in names.words("places")
    ]
    found: list[Place] = []
    for (phase, setting_type), count in COUNTS.items():
        chosen = chance.some(towns, max(FEWEST, order.size.of(count)))
        for number, town in enumerate(chosen, start=1):
            found.append(_setting(chance, phase, setting_type, (number, town, len(found))))
    return tuple(found)


def _setting(chance: Chance, phase: str, setting_type: str, numbered: tuple[int, str, int]) -> Place:
    number, town, count = numbered
    saint = f"{chance.one(names.saints())}, " if setting_type == "MAINSTREAM" and chance.yes(0.15) else ""
    return Place(
        key=f"{setting_type}-{phase}-{number}".lower(),
        name=f"{saint}{town} {chance.one(SUFFIX[phase, setting_type])}",
        kind="SETTING",
        email=names.email("office", count + 1, "schools.example.org"),
        address=f"{names.street(chance)}\n{town}\n{names.postcode(chance)}",
        phase=phase,
        setting_type=setting_type,
        urn=str(900_001 + count),
        closes_for_summer=setting_type != "EARLY_YEARS" or chance.yes(0.6),
    )


def phase_at(age: int) -> str:
    """The phase that a child of this age (on the last 31 August) is in."""
    if age < 4:
        return "EARLY_YEARS"
    if age < 11:
        return "PRIMARY"
    return "SECONDARY" if age < 16 else "POST_16"


def open_to(places: tuple[Place, ...], age: int, setting_type: str) -> list[Place]:
    """The settings of a type that take a child of this age."""
    phase = phase_at(age)
    return [p for p in places if p.setting_type == setting_type and p.phase in (phase, "ALL_THROUGH")]
