"""The bodies of an area in words."""

from collections.abc import Mapping

from django.urls import reverse
from markupsafe import Markup

from alongside.app.queries.organisations import Entry
from alongside.core.case.bodies import BodyKind, Phase, SettingType
from alongside.core.case.codes import AdviceKind
from alongside.web.presenters.advice_words import KINDS as ADVICE
from alongside.web.presenters.tables import Column

__all__ = ["ADVICE", "COLUMNS", "KINDS", "PHASES", "TYPES", "initial", "kinds", "row"]

KINDS: Mapping[BodyKind, str] = {
    BodyKind.SETTING: "A school, college or nursery",
    BodyKind.COUNCIL: "A service of the council",
    BodyKind.NHS_TRUST: "An NHS trust or other provider of health care",
    BodyKind.ICB: "An integrated care board (the NHS body that pays for health care here)",
    BodyKind.OTHER: "Another body",
}
SHORT: Mapping[BodyKind, str] = {
    BodyKind.SETTING: "School, college or nursery",
    BodyKind.COUNCIL: "Council service",
    BodyKind.NHS_TRUST: "NHS trust",
    BodyKind.ICB: "Integrated care board",
    BodyKind.OTHER: "Other",
}
PHASES: Mapping[Phase, str] = {
    Phase.EARLY_YEARS: "Early years",
    Phase.PRIMARY: "Primary",
    Phase.SECONDARY: "Secondary",
    Phase.ALL_THROUGH: "All-through",
    Phase.POST_16: "After 16",
}
TYPES: Mapping[SettingType, str] = {
    SettingType.MAINSTREAM: "Mainstream school",
    SettingType.BASE: "Mainstream school with a SEN unit or resourced provision",
    SettingType.SPECIAL: "Special school (maintained or academy)",
    SettingType.INDEPENDENT_SPECIAL: "Independent or non-maintained special school",
    SettingType.FE: "College of further education",
    SettingType.AP: "Alternative provision",
    SettingType.EARLY_YEARS: "Nursery or other early years provider",
}
COLUMNS = (
    Column("Name", is_header=True),
    Column("Kind"),
    Column("What it is"),
    Column("URN"),
    Column("Email address"),
    Column("Asked for by default"),
)


def row(entry: Entry) -> tuple[object, ...]:
    """One body. The name leads to the page on which it is changed."""
    link = Markup('<a class="govuk-link" href="{}">{}</a>').format(
        reverse("organisation_change", args=[entry.id]), entry.name
    )
    phase = PHASES[Phase(entry.phase)] if entry.phase in set(Phase) else ""
    kind = TYPES[SettingType(entry.setting_type)] if entry.setting_type in set(SettingType) else ""
    asked = ADVICE[AdviceKind(entry.provides)] if entry.provides in set(AdviceKind) else ""
    what = ", ".join(part for part in (kind, phase.lower()) if part)
    return (link, SHORT[BodyKind(entry.kind)], what, entry.urn, entry.email, asked)


def kinds(chosen: str) -> list[tuple[str, str, bool]]:
    """The kinds to narrow the list to: value, words, whether it is chosen."""
    choices = [("", "Any kind"), *((str(kind), words) for kind, words in SHORT.items())]
    return [(value, words, value == chosen) for value, words in choices]


def initial(entry: Entry) -> dict[str, object]:
    """What the form of changes begins with."""
    held: dict[str, object] = {name: getattr(entry, name) for name in Entry.__slots__}
    return held | {"closes_for_summer": "yes" if entry.closes_for_summer else "no"}
