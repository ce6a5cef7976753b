"""The numbers of an Oxfordshire-like area: volumes, shares and durations.

Official figures are those of DfE, Education, health and care plans, reporting year 2025 (Open Government Licence
v3.0), for Oxfordshire: requests, refusals and timeliness of 2022 to 2024, needs, placements and ages of January
2025. Durations of steps are assumptions for synthetic data, stated in docs/explain/synthetic-county.md. They are
plausible and not fitted; what comes out of them is printed by the build and never put in.
"""

from collections.abc import Mapping
from types import MappingProxyType

PLANS_MAINTAINED = 7_307
REQUESTS_A_YEAR = (1_117, 1_384, 1_734)
"""Received in the three years that end on the day of the build, oldest first (published for 2022, 2023, 2024)."""
REQUESTS_BEFORE = 1_170
"""Received in the year before those (published for 2021): what was still open of them is the opening backlog."""

# Psychologists' assessments a week, the year before first: the published assessments of 2021 to 2024 over 52.
# Of 2021 only plans were published (694); an opening backlog of this depth is an assumption.
SLOTS_A_WEEK = (14.5, 15.2, 25.7, 24.6)
# The share of those slots that goes to the children whose plan can still come in time, rather than to whoever has
# waited longest. No single rule reproduces the published timeliness, so practice changed; this is how it is mixed.
SLOTS_TO_SAVE = (0.0, 0.05, 0.95, 0.15)

SEASON: Mapping[int, float] = MappingProxyType(
    {
        1: 1.25,
        2: 1.25,
        3: 1.25,
        4: 0.95,
        5: 0.95,
        6: 1.1,
        7: 1.1,
        8: 0.55,
        9: 0.95,
        10: 0.95,
        11: 0.95,
        12: 0.95,
    }
)
WEEKEND, BANK_HOLIDAY = 0.12, 0.15
"""How likely a request comes on such a day, against a working day: the form is open at all hours."""

SOURCE: Mapping[str, float] = MappingProxyType(
    {"SETTING": 0.65, "PARENT_OR_YOUNG_PERSON": 0.30, "HEALTH": 0.03, "SOCIAL_CARE": 0.015, "OTHER": 0.005}
)
AGE_AT_REQUEST: Mapping[int, float] = MappingProxyType(
    {2: 2.0, 3: 9, 4: 11, 5: 9, 6: 9, 7: 9, 8: 8.5, 9: 8, 10: 8, 11: 6.5, 12: 5.5, 13: 4.5, 14: 3.6, 15: 2.8,
     16: 1.8, 17: 1.1, 18: 0.8, 19: 0.5, 20: 0.2}
)  # fmt: skip
REFUSED_BY_AGE: Mapping[int, float] = MappingProxyType(
    {2: 0.04, 3: 0.05, 4: 0.05, 5: 0.06, 6: 0.09, 7: 0.11, 8: 0.13, 9: 0.15, 10: 0.20, 11: 0.21, 12: 0.22, 13: 0.22,
     14: 0.27, 15: 0.34, 16: 0.40, 17: 0.52, 18: 0.55, 19: 0.55, 20: 0.55}
)  # fmt: skip
NO_PLAN = 0.078
WITHDRAWN_BEFORE_DECISION, WITHDRAWN_LATER, MOVED_AWAY = 0.018, 0.012, 0.006
EXCEPTION = 1 / 962
MEDIATION_PER_REFUSAL, APPEAL_PER_REFUSAL = 0.56, 0.52
MEDIATION_PER_PLAN, APPEAL_PER_PLAN = 0.02, 0.015
SECOND_REQUEST_AFTER_REFUSAL = 0.15
VIEWS_INVITED = 0.93
LOGGED_LATE = 0.04
CORRECTED = 0.02
MALE = 0.71
ADDRESS_WITHHELD, LIVE_APART = 0.015, 0.28
AGREES_TO_EMAIL = 0.78

NEED: Mapping[str, float] = MappingProxyType(
    {"ASD": 0.373, "SEMH": 0.179, "SLCN": 0.178, "MLD": 0.091, "PD": 0.040, "SLD": 0.034, "SPLD": 0.021,
     "PMLD": 0.008, "HI": 0.007, "VI": 0.004, "OTH": 0.009, "MSI": 0.0003, "": 0.056}
)  # fmt: skip
"""Primary need. Empty where none is recorded: the published gap of this area."""

PLACEMENT: Mapping[str, float] = MappingProxyType(
    {"MAINSTREAM": 0.499, "BASE": 0.018, "SPECIAL": 0.200, "INDEPENDENT_SPECIAL": 0.059, "FE": 0.133, "AP": 0.001,
     "EARLY_YEARS": 0.006, "NEET": 0.043, "EHE": 0.012, "ELSEWHERE": 0.022, "UNRECORDED": 0.005}
)  # fmt: skip
AGE_WITH_PLAN: Mapping[int, float] = MappingProxyType(
    {2: 5, 3: 80, 4: 246, 5: 330, 6: 390, 7: 440, 8: 480, 9: 510, 10: 540, 11: 550, 12: 552, 13: 550, 14: 550,
     15: 545, 16: 441, 17: 396, 18: 300, 19: 197, 20: 149, 21: 97, 22: 54, 23: 38, 24: 23}
)  # fmt: skip
PLAN_UNDER_A_YEAR, PLAN_TEN_YEARS = 0.18, 0.12
REVIEW_NO_MEETING, REVIEW_IN_FOUR_WEEKS = 0.054, 0.326
REVIEW_AMENDS = 0.82 / 0.98
"""Published: 82 amend, 16 maintain, 2 cease. The plans that end are told by themselves, so this is of the other two."""
# Assumptions: nothing is published of what surrounds a review, of reassessments, or of what mediation comes to.
NOTICE_OF_MEETING_IN_TIME, ADVICE_IN_TIME, REPORT_IN_TIME = 0.85, 0.6, 0.7
NOTICE_WITH_DECISION, AMENDED_IN_EIGHT_WEEKS = 0.55, 0.5
MOVE_FORESEEN, MOVE_IN_TIME = 0.8, 0.75
TRANSFER_NOTICE_IN_TIME = 0.7
REASSESSED_IN_A_YEAR, REASSESSMENT_REFUSED = 0.01, 0.45
ENDING_NOW = 0.008
MEDIATION_WANTED, MEDIATION_AGREES, APPEAL_AFTER_CERTIFICATE = 0.5, 0.6, 0.6
ORDER_KEPT_IN_TIME = 0.6
AMENDED_PLAN_DISPUTED = 0.02
FAMILY_WINS = 0.98
"""Published for England: of the appeals that are decided, wholly or in part."""
CEASED_A_YEAR = 441
CEASE_REASON: Mapping[str, float] = MappingProxyType(
    {"6": 0.48, "5": 0.225, "4": 0.10, "1": 0.09, "2": 0.06, "3": 0.045}
)

MESSAGES: Mapping[int, float] = MappingProxyType({0: 0.5, 1: 0.3, 2: 0.2})
PROMISE_KEPT = 0.55
"""Of the answers promised within five working days."""
HEALTH_LATE, SOCIAL_CARE_UNKNOWN = 0.15, 0.55
PANEL_DEFERRED, DRAFT_REWRITTEN, MORE_TIME_ASKED = 0.10, 0.12, 0.20
SETTINGS_CONSULTED: Mapping[int, float] = MappingProxyType({1: 0.12, 2: 0.25, 3: 0.33, 4: 0.18, 5: 0.12})
REPLY_IN_TIME = 0.65
DECLINES: Mapping[str, float] = MappingProxyType(
    {"MAINSTREAM": 0.30, "BASE": 0.45, "SPECIAL": 0.60, "INDEPENDENT_SPECIAL": 0.75, "FE": 0.20, "AP": 0.2,
     "EARLY_YEARS": 0.15}
)  # fmt: skip
ETHNICITY: Mapping[str, float] = MappingProxyType(
    {"WBRI": 0.70, "WOTH": 0.07, "MWBC": 0.025, "MWAS": 0.025, "AIND": 0.025, "APKN": 0.04, "ABAN": 0.02,
     "BAFR": 0.03, "BCRB": 0.015, "CHNE": 0.01, "OOTH": 0.015, "REFU": 0.01, "NOBT": 0.015}
)  # fmt: skip
