"""The tables of a return, how they hang together, and every name by which a column is known.

Light on purpose: the child that reads files imports it. Source: the 2024 XSD of the SEN2 return, the COLLECT
“blade” export and the DfE template labels, as restated in docs/explain/sen2.md.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TABLES: Final = (
    "sen2",
    "person",
    "requests",
    "assessment",
    "namedplan",
    "plandetail",
    "activeplans",
    "placementdetail",
    "senneed",
)
CHILDREN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "person": ("requests",),
        "requests": ("assessment", "activeplans"),
        "assessment": ("namedplan",),
        "namedplan": ("plandetail",),
        "activeplans": ("placementdetail", "senneed"),
    }
)
PARENT: Final[Mapping[str, str]] = MappingProxyType({c: p for p, cs in CHILDREN.items() for c in cs})

_ESTABLISHMENT = (
    "urn ukprn sensetting sensettingother placementrank senunitindicator resourcedprovisionindicator"
)
COLUMNS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        table: frozenset(names.split())
        for table, names in {
            "sen2": "collection year referencedate sourcelevel lea softwarecode release serialno "
            "datetime dmo dco dsco",
            "person": "surname forename personbirthdate gendercurrent sex ethnicity postcode upn "
            "uniquelearnernumber upnunknown",
            "requests": "receiveddate requestsource rya requestoutcomedate requestoutcome requestmediation "
            "requesttribunal exported",
            "assessment": "assessmentoutcome assessmentoutcomedate assessmentmediation assessmenttribunal "
            "othermediation othertribunal week20",
            "namedplan": "startdate planres planwbp pb oa dp ceasedate ceasereason",
            "plandetail": _ESTABLISHMENT,
            "activeplans": "transferla res wbp reviewmeeting reviewoutcome reviewdraft phasetransferduedate "
            "phasetransferfinaldate lastreview",
            "placementdetail": _ESTABLISHMENT + " entrydate leavingdate attendancepattern res wbp",
            "senneed": "sentype sentyperank",
        }.items()
    }
)

# Element names and their order in the public XSD of 2024; where those of 2025 on stand is not known.
ELEMENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sen2": "Collection Year ReferenceDate SourceLevel LEA SoftwareCode Release SerialNo DateTime DMO DCO DSCO",
        "person": "Surname Forename PersonBirthDate GenderCurrent Sex Ethnicity PostCode UPN UniqueLearnerNumber "
        "UPNunknown",
        "requests": "ReceivedDate RequestSource RYA RequestOutcomeDate RequestOutcome RequestMediation "
        "RequestTribunal Exported",
        "assessment": "AssessmentOutcome AssessmentOutcomeDate AssessmentMediation AssessmentTribunal OtherMediation "
        "OtherTribunal Week20",
        "namedplan": "StartDate PlanRes PlanWBP PB OA DP CeaseDate CeaseReason",
        "plandetail": "URN UKPRN SENSetting SENSettingOther PlacementRank SENunitIndicator "
        "ResourcedProvisionIndicator",
        "activeplans": "TransferLA Res WBP ReviewMeeting ReviewOutcome ReviewDraft PhaseTransferDueDate "
        "PhaseTransferFinalDate LastReview",
        "placementdetail": "URN UKPRN SENSetting SENSettingOther PlacementRank EntryDate LeavingDate "
        "AttendancePattern SENunitIndicator ResourcedProvisionIndicator Res WBP",
        "senneed": "SENtype SENtypeRank",
    }
)
ITEM_NAMES: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {(table, name.lower()): name for table, names in ELEMENTS.items() for name in names.split()}
)
"""For each table and column, the item's name in XML."""
assert frozenset(ITEM_NAMES) == {(table, column) for table in TABLES for column in COLUMNS[table]}

# Other names met in the wild, after `squeeze`: DfE template labels, older readers, typing errors of peers.
_ESTABLISHMENT_LABELS = {
    "urnuniquereferencenumber": "urn",
    "ukprnukproviderreferencenumber": "ukprn",
    "sensettingestablishmenttype": "sensetting",
    "placementrank1primary2secondary": "placementrank",
}
OTHER_NAMES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "sen2": {
            "collectionname": "collection",
            "lanumber": "lea",
            "serialnumber": "serialno",
            "dateandtime": "datetime",
            "designatedmedicalofficer": "dmo",
            "designatedclinicalofficer": "dco",
            "designatedsocialcareofficer": "dsco",
        },
        "person": {
            "familyname": "surname",
            "firstname": "forename",
            "dateofbirth": "personbirthdate",
            "gender": "gendercurrent",
            "upnuniquepupilnumber": "upn",
            "uln": "uniquelearnernumber",
            "ulnyoungpersonuniquelearnernumber": "uniquelearnernumber",
            "upnandulnunavailablereason": "upnunknown",
        },
        "requests": {
            "daterequestwasreceived": "receiveddate",
            "sourceofrequest": "requestsource",
            "sourceofrequestforanehcneedsassessment": "requestsource",
            "rquestsource": "requestsource",
            "initialrequestwhilstinrya": "rya",
            "exportedchildoryoungpersonmovesoutoflabeforeassessmentiscompleted": "exported",
        },
        "assessment": {
            "assessmentoutcomedecisiontoissueehcplan": "assessmentoutcome",
            "twentyweektimelimitexceptionsapply": "week20",
            "20weektimelimitexceptionsapply": "week20",
        },
        "namedplan": {
            "ehcplanstartdate": "startdate",
            "residentialsettings": "planres",
            "workbasedlearningactivity": "planwbp",
            "planwpb": "planwbp",
            "personalbudgettakenup": "pb",
            "personalbudgetorganisedarrangements": "oa",
            "personalbudgetdirectpayments": "dp",
            "dateehcplanceased": "ceasedate",
            "reasonehcplanceased": "ceasereason",
        },
        "plandetail": _ESTABLISHMENT_LABELS,
        "activeplans": {
            "ehcplantransferredinfromanotherladuringcalendaryear": "transferla",
            "residentialsettings": "res",
            "workbasedlearningactivity": "wbp",
            "annualreviewmeetingdate": "reviewmeeting",
            "annualreviewdecision": "reviewoutcome",
            "annualreviewdatedraftamendedehcplanissued": "reviewdraft",
            "phasetransferreviewduedateforanyamendedplan": "phasetransferduedate",
            "phasetransferreviewfinalplandate": "phasetransferfinaldate",
            "annualreviewdecisiondate": "lastreview",
            "ehcplanreviewdecisionsdate": "lastreview",
        },
        "placementdetail": {
            **_ESTABLISHMENT_LABELS,
            "residentialsettings": "res",
            "workbasedlearningactivity": "wbp",
        },
        "senneed": {"sentypeofneed": "sentype", "sentypeofneedrank": "sentyperank"},
    }
)
TABLE_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{table: table for table in TABLES},
        "header": "sen2",
        "persons": "person",
        "request": "requests",
        "assessments": "assessment",
        "namedplans": "namedplan",
        "plandetails": "plandetail",
        "activeplan": "activeplans",
        "placementdetails": "placementdetail",
        "senneeds": "senneed",
    }
)
_NOT_PART_OF_A_NAME = re.compile(r"[^a-z0-9]")
_MACHINERY = re.compile(r"(tableid|orderseqcolumn)$|^(nativeid|sourceid)$")


def squeeze(name: str) -> str:
    """A name without case, spaces or punctuation."""
    return _NOT_PART_OF_A_NAME.sub("", name.lower())


def column_name(table: str, name: str) -> str:
    """The column's CSV name in its table, or the squeezed name itself where it is not known."""
    squeezed = squeeze(name)
    return squeezed if squeezed in COLUMNS[table] else OTHER_NAMES[table].get(squeezed, squeezed)


def table_name(name: str) -> str | None:
    """The table that a sheet or file is named after, or None."""
    return TABLE_NAMES.get(squeeze(name))


def own_key(table: str) -> str:
    """The column that holds a row's own key."""
    return f"{table}tableid"


def is_machinery(column: str) -> bool:
    """True for keys and order numbers that COLLECT adds: they join tables and say nothing of a person."""
    return _MACHINERY.search(column) is not None
