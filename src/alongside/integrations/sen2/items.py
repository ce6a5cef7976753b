"""For each table: which column becomes which attribute, and how its text is read."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from alongside.integrations.identifiers import numbers
from alongside.integrations.sen2 import codes, layout, returns, values

Read = Callable[[str], Any]
Item = tuple[str, Read]


def _capitals(text: str) -> str:
    return text.upper()


_rank = values.code(codes.RANK)
_la_number = values.digits(3)
_residential = values.code(codes.RESIDENTIAL)
_work_based = values.code(codes.WORK_BASED)
_outcome = values.code(codes.OUTCOME)
_officer = values.code(codes.OFFICER)

_ESTABLISHMENT: dict[str, Item] = {
    "urn": ("urn", values.digits(6)),
    "ukprn": ("ukprn", values.digits(8)),
    "sensetting": ("setting", values.code(codes.SETTING)),
    "sensettingother": ("setting_other", str),
    "placementrank": ("rank", _rank),
    "senunitindicator": ("sen_unit", values.flag),
    "resourcedprovisionindicator": ("resourced_provision", values.flag),
}
ITEMS: Final[Mapping[str, Mapping[str, Item]]] = MappingProxyType(
    {
        "sen2": {
            "collection": ("collection", _capitals),
            "year": ("year", values.whole),
            "referencedate": ("reference_on", values.day),
            "sourcelevel": ("source_level", _capitals),
            "lea": ("lea", _la_number),
            "softwarecode": ("software_code", str),
            "release": ("release", str),
            "serialno": ("serial_no", str),
            "datetime": ("made_at", str),
            "dmo": ("dmo", _officer),
            "dco": ("dco", _officer),
            "dsco": ("dsco", _officer),
        },
        "person": {
            "surname": ("surname", str),
            "forename": ("forename", str),
            "personbirthdate": ("born_on", values.day),
            "sex": ("sex", values.code(codes.SEX)),
            "gendercurrent": ("sex", values.translated(codes.GENDER_CURRENT)),
            "ethnicity": ("ethnicity", values.code(codes.ETHNICITY)),
            "postcode": ("postcode", _capitals),
            "upn": ("upn", numbers.upn),
            "uniquelearnernumber": ("uln", numbers.uln),
            "upnunknown": ("upn_unknown", values.code(codes.UPN_UNKNOWN)),
        },
        "requests": {
            "receiveddate": ("received_on", values.day),
            "requestsource": ("source", values.code(codes.REQUEST_SOURCE)),
            "rya": ("rya", values.flag),
            "requestoutcome": ("outcome", _outcome),
            "requestoutcomedate": ("outcome_on", values.day),
            "requestmediation": ("mediation", values.flag),
            "requesttribunal": ("tribunal", values.flag),
            "exported": ("exported", _la_number),
        },
        "assessment": {
            "assessmentoutcome": ("outcome", _outcome),
            "assessmentoutcomedate": ("outcome_on", values.day),
            "assessmentmediation": ("mediation", values.flag),
            "assessmenttribunal": ("tribunal", values.flag),
            "othermediation": ("other_mediation", values.flag),
            "othertribunal": ("other_tribunal", values.flag),
            "week20": ("week20", values.flag),
        },
        "namedplan": {
            "startdate": ("start_on", values.day),
            "planres": ("residential", _residential),
            "planwbp": ("work_based", _work_based),
            "pb": ("personal_budget", values.flag),
            "oa": ("organised_arrangements", values.flag),
            "dp": ("direct_payments", values.code(codes.DIRECT_PAYMENTS)),
            "ceasedate": ("ceased_on", values.day),
            "ceasereason": ("cease_reason", values.code(codes.CEASE_REASON)),
        },
        "plandetail": _ESTABLISHMENT,
        "activeplans": {
            "transferla": ("transferred_from", _la_number),
            "res": ("residential", _residential),
            "wbp": ("work_based", _work_based),
            "reviewmeeting": ("review_meeting_on", values.day),
            "reviewoutcome": ("review_outcome", values.code(codes.REVIEW_OUTCOME)),
            "reviewdraft": ("review_draft_on", values.day),
            "phasetransferduedate": ("phase_transfer_due_on", values.day),
            "phasetransferfinaldate": ("phase_transfer_final_on", values.day),
            "lastreview": ("review_decision_on", values.day),
        },
        "placementdetail": {
            **_ESTABLISHMENT,
            "entrydate": ("entry_on", values.day),
            "leavingdate": ("leaving_on", values.day),
            "attendancepattern": ("attendance_pattern", str),
            "res": ("residential", _residential),
            "wbp": ("work_based", _work_based),
        },
        "senneed": {
            "sentype": ("type", values.code(codes.NEED)),
            "sentyperank": ("rank", _rank),
        },
    }
)
CLASSES: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "sen2": returns.Header,
        "person": returns.Person,
        "requests": returns.Request,
        "assessment": returns.Assessment,
        "namedplan": returns.NamedPlan,
        "plandetail": returns.PlanDetail,
        "activeplans": returns.ActivePlan,
        "placementdetail": returns.Placement,
        "senneed": returns.Need,
    }
)
# Under which attribute of its parent a table's rows stand, and whether there may be only one.
PLACES: Final[Mapping[str, tuple[str, bool]]] = MappingProxyType(
    {
        "requests": ("requests", False),
        "assessment": ("assessment", True),
        "activeplans": ("active_plan", True),
        "namedplan": ("named_plan", True),
        "plandetail": ("details", False),
        "placementdetail": ("placements", False),
        "senneed": ("needs", False),
    }
)
assert all(set(ITEMS[table]) == set(layout.COLUMNS[table]) for table in layout.TABLES)
