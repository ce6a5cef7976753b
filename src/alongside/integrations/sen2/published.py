"""The columns of the published tables and the limits they are measured by.

Source: DfE, “Education, health and care plans”, reporting year 2025 (Open Government Licence v3.0): the files
requests, assessments and timeliness_20_week, with the column names of this project's extract of them.
"""

from typing import Final

SIX_WEEKS, SIXTEEN_WEEKS, TWENTY_WEEKS, FIFTY_TWO_WEEKS = 42, 112, 140, 364  # calendar days

AREA: Final = ("year", "level", "region_code", "region_name", "la_code", "gss_code", "la_name")
REQUESTS: Final = (
    "requests",
    "requests_rya",
    "decided_to_assess",
    "decided_not_to_assess",
    "decision_outstanding",
    "withdrawn",
    "decided_within_6w",
    "decided_over_6w",
    "mediation",
    "tribunal",
    "tribunal_after_mediation",
)
ASSESSMENTS: Final = (
    "assessments",
    "plan_to_be_issued",
    "plan_not_issued",
    "decision_outstanding",
    "withdrawn",
    "no_plan_decision_within_16w",
    "no_plan_decision_over_16w",
    "mediation",
    "tribunal",
    "tribunal_after_mediation",
    "other_mediation",
    "other_tribunal",
    "other_tribunal_after_mediation",
)
TIMELINESS: Final = (
    "issued_inc_exceptions",
    "issued_exc_exceptions",
    "within_20w_inc",
    "within_20w_exc",
    "pct_within_20w_inc",
    "pct_within_20w_exc",
    "20w_to_52w_exc",
    "over_52w_exc",
)
OF_REQUEST: Final = {
    "Y": "decided_to_assess",
    "N": "decided_not_to_assess",
    "A": "decision_outstanding",
    "W": "withdrawn",
}
OF_ASSESSMENT: Final = {
    "Y": "plan_to_be_issued",
    "N": "plan_not_issued",
    "A": "decision_outstanding",
    "W": "withdrawn",
}
# What is limited, days, table, the column that counts it in time, the inner count of the last day itself.
LIMITS: Final = (
    ("plan within 20 weeks, with exceptions", TWENTY_WEEKS, "timeliness", "within_20w_inc", "day_140_inc"),
    ("plan within 20 weeks, without exceptions", TWENTY_WEEKS, "timeliness", "within_20w_exc", "day_140_exc"),
    ("request decided within 6 weeks", SIX_WEEKS, "requests", "decided_within_6w", "decided_last_day"),
    (
        "refusal told within 16 weeks",
        SIXTEEN_WEEKS,
        "assessments",
        "no_plan_decision_within_16w",
        "no_plan_decision_last_day",
    ),
)
