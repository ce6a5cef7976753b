"""What a council's return says, in words: its codes, and the facts whose day it does not give.

Meanings of the codes: DfE SEN2 code sets, as restated in docs/explain/sen2.md.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from alongside.core.case.codes import EventKind
from alongside.web.presenters import wording

NEEDS: Mapping[str, str] = MappingProxyType(
    {
        "SPLD": "specific learning difficulty",
        "MLD": "moderate learning difficulty",
        "SLD": "severe learning difficulty",
        "PMLD": "profound and multiple learning difficulty",
        "SEMH": "social, emotional and mental health",
        "SLCN": "speech, language and communication needs",
        "HI": "hearing impairment",
        "VI": "vision impairment",
        "MSI": "multi-sensory impairment",
        "PD": "physical disability",
        "ASD": "autistic spectrum disorder",
        "DS": "Down syndrome",
        "OTH": "other difficulty or disability",
    }
)
SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "OLA": "education otherwise than at a school, arranged by the authority (section 61)",
        "OPA": "arrangements made by the parents or the young person (section 42(5))",
        "EHE": "elective home education",
        "EYP": "an early years provider",
        "OTH": "another kind of setting",
        "NEET": "not in education, employment or training",
        "NIEC": "not in education, notice to cease the plan given",
        "NIEO": "not in education",
    }
)
CEASED: Mapping[str, str] = MappingProxyType(
    {
        "1": "the young person reached the highest age for a plan",
        "2": "the needs are met without a plan",
        "3": "the young person went on to higher education",
        "4": "the young person went into paid work",
        "5": "the child moved to another authority in England",
        "6": "the young person no longer wanted the plan",
        "7": "the child left England",
        "8": "the child died",
        "9": "another reason",
    }
)
OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "AMEND": "the plan is to be amended",
        "MAINTAIN": "the plan stays as it is",
        "CEASE": "the plan is to end",
    }
)
NO_NUMBER: Mapping[str, str] = MappingProxyType(
    {
        "UN1": "under 6, and no school has given one yet",
        "UN2": "never at a state-funded school in England",
        "UN3": "educated outside England",
        "UN5": "sources disagree on the name or the date of birth",
        "UN8": "new here, and the number is not known yet",
        "UN9": "a young person who was never in a state-funded school or college in England",
        "UN10": "the request ended before the number was known",
    }
)
ETHNICITIES: Mapping[str, str] = MappingProxyType(
    {
        "WBRI": "White British",
        "WIRI": "White Irish",
        "WIRT": "Traveller of Irish heritage",
        "WROM": "Gypsy or Roma",
        "WOTH": "any other White background",
        "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African",
        "MWAS": "White and Asian",
        "MOTH": "any other mixed background",
        "AIND": "Indian",
        "APKN": "Pakistani",
        "ABAN": "Bangladeshi",
        "AOTH": "any other Asian background",
        "CHNE": "Chinese",
        "BCRB": "Black Caribbean",
        "BAFR": "Black African",
        "BOTH": "any other Black background",
        "OOTH": "any other ethnic group",
        "REFU": "the family preferred not to say",
        "NOBT": "not yet asked",
    }
)
"""The main codes; a return may hold finer ones."""
RANKS = {"1": "main need", "2": "further need"}
PLACES = {"1": "the main place", "2": "a second place"}
ANSWERS: Mapping[tuple[EventKind, str], Mapping[str, str]] = MappingProxyType(
    {
        (EventKind.PLAN_CEASED, "reason"): CEASED,
        (EventKind.NEED_RECORDED, "type"): NEEDS,
        (EventKind.NEED_RECORDED, "rank"): RANKS,
        (EventKind.PLACEMENT_STARTED, "setting_code"): SETTINGS,
        (EventKind.PLACEMENT_STARTED, "rank"): PLACES,
    }
)
"""The answers that are codes of the return, by kind of news and particular."""


def said(kind: EventKind, details: Mapping[str, Any]) -> str:
    """What an event of a return says besides its kind and day, as one sentence; empty where it says nothing."""
    words = ""
    match kind:
        case EventKind.NEED_RECORDED if details.get("type"):
            rank = RANKS.get(str(details.get("rank", "")), "need")
            words = f"{rank}: {NEEDS.get(details['type'], details['type'])}"
        case EventKind.PLACEMENT_STARTED:
            words = _setting(details)
        case EventKind.PLAN_CEASED if details.get("reason"):
            words = f"because {CEASED.get(details['reason'], details['reason'])}"
        case EventKind.REVIEW_DECISION_SENT if details.get("outcome"):
            words = OUTCOMES.get(details["outcome"], details["outcome"])
        case EventKind.TRANSFERRED_IN if details.get("from"):
            words = f"from local authority {details['from']}"
        case EventKind.MOVED_TO_NEW_LA if details.get("to"):
            words = f"to local authority {details['to']}"
    return f"{wording.capital(words)}." if words else ""


def _setting(details: Mapping[str, Any]) -> str:
    if details.get("organisation"):
        found = str(details.get("setting_name", ""))
    elif details.get("urn"):
        found = f"school with the number (URN) {details['urn']}"
    elif details.get("ukprn"):
        found = f"provider with the number (UKPRN) {details['ukprn']}"
    else:
        found = SETTINGS.get(details.get("setting_code", ""), "") or str(details.get("setting_name", ""))
    extra = [details[key] for key in ("setting_other",) if details.get(key)]
    extra += ["a SEN unit"] if details.get("sen_unit") else []
    extra += ["resourced provision"] if details.get("resourced_provision") else []
    return ", ".join(part for part in (found, *extra) if part)


def without_day(on: date, details: Mapping[str, Any]) -> str:
    """Says that the return does not give the day, and between which days it lies; empty where the day is known."""
    if not details.get("undated"):
        return ""
    earliest = details.get("not_before")
    between = f"not before {wording.day(date.fromisoformat(earliest))} and " if earliest else ""
    return f"day not given in the return: {between}not after {wording.day(on)}"


def day_or_not(on: date, undated: bool) -> str:
    """A day, or that a return tells of it without one."""
    return "on a day that the return does not give" if undated else wording.day(on)
