"""Our own XML schema of a return, one for each year, made from the layout and the code sets that the reader uses.

The files in `schemas/` are made from this and compared with it by a test. DfE's own schema could not be read; the shape
and its counts are those of the public XSD of 2024 (docs/explain/sen2-writing.md says what is inferred).
"""

from collections.abc import Collection, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Final

from lxml import etree

from alongside.core.refusal import Refused
from alongside.integrations.sen2 import codes, layout, returns
from alongside.integrations.sen2.writing import texts
from alongside.integrations.sen2.writing.census import LATEST_YEAR

YEARS: Final = range(returns.FIRST_YEAR, LATEST_YEAR + 1)
COUNTS: Final[Mapping[str, tuple[int, str]]] = {
    "person": (1, "unbounded"),
    "requests": (1, "unbounded"),
    "assessment": (0, "1"),
    "namedplan": (0, "1"),
    "plandetail": (1, "2"),
    "activeplans": (0, "1"),
    "placementdetail": (1, "2"),
    "senneed": (1, "2"),
}
NEEDED: Final[Mapping[str, frozenset[str]]] = {
    "sen2": frozenset({"collection", "year", "referencedate", "lea", "dmo", "dco", "dsco"}),
    "person": frozenset(
        {"surname", "forename", "personbirthdate", "sex", "gendercurrent", "ethnicity", "postcode"}
    ),
    "requests": frozenset({"requestoutcome"}),
    "assessment": frozenset({"assessmentoutcome"}),
    "namedplan": frozenset({"startdate"}),
    "plandetail": frozenset({"placementrank", "senunitindicator", "resourcedprovisionindicator"}),
    "placementdetail": frozenset(
        {"placementrank", "entrydate", "senunitindicator", "resourcedprovisionindicator"}
    ),
    "senneed": frozenset({"sentype", "sentyperank"}),
}
"""What must be there. SENSetting is asked for by the public XSD and left empty by its sample: here it may be absent."""
_NEW_NEED, _NEW_NEED_SINCE = "DS", 2026
_CODES: Final[Mapping[str, Collection[str]]] = {
    "sex": codes.SEX, "ethnicity": codes.ETHNICITY, "upnunknown": codes.UPN_UNKNOWN,
    "requestsource": codes.REQUEST_SOURCE, "requestoutcome": codes.OUTCOME, "assessmentoutcome": codes.OUTCOME,
    "ceasereason": codes.CEASE_REASON,
    "sensetting": codes.SETTING, "placementrank": codes.RANK, "sentyperank": codes.RANK, "planres": codes.RESIDENTIAL,
    "res": codes.RESIDENTIAL, "planwbp": codes.WORK_BASED, "wbp": codes.WORK_BASED, "dp": codes.DIRECT_PAYMENTS,
    "reviewoutcome": codes.REVIEW_OUTCOME, "dmo": codes.OFFICER, "dco": codes.OFFICER, "dsco": codes.OFFICER,
    "gendercurrent": ("1", "2", "9", "0"), "collection": ("SEN2",), "sourcelevel": ("L",),
}  # fmt: skip
_PATTERNS: Final = {
    "lea": "[0-9]{3}", "exported": "[0-9]{3}", "transferla": "[0-9]{3}", "urn": "[0-9]{6}", "ukprn": "[0-9]{8}",
    "uniquelearnernumber": "[0-9]{10}", "upn": "[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]",
}  # fmt: skip
_FLAGS: Final = frozenset(
    {
        "rya", "requestmediation", "requesttribunal", "assessmentmediation", "assessmenttribunal", "othermediation",
        "othertribunal", "week20", "pb", "oa", "senunitindicator", "resourcedprovisionindicator",
    }
)  # fmt: skip
_DAYS: Final = frozenset(
    {
        "referencedate", "personbirthdate", "receiveddate", "requestoutcomedate", "assessmentoutcomedate", "startdate",
        "ceasedate", "entrydate", "leavingdate", "reviewmeeting", "reviewdraft", "phasetransferduedate",
        "phasetransferfinaldate", "lastreview",
    }
)  # fmt: skip


def xsd(year: int) -> str:
    """The schema of a year as text."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<!-- SEN2 return of {year}, for persons. Alongside's own schema, not DfE's. Made by writing/schema.py. -->",
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">',
        '<xs:element name="Message"><xs:complexType><xs:sequence>',
        '<xs:element name="Header"><xs:complexType><xs:sequence>',
        *_header(year),
        "</xs:sequence></xs:complexType></xs:element>",
        '<xs:element name="Persons"><xs:complexType><xs:sequence>',
        *_table("person", year),
        "</xs:sequence></xs:complexType></xs:element>",
        "</xs:sequence></xs:complexType></xs:element>",
        '<xs:simpleType name="Text"><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>'
        "</xs:simpleType>",
        "</xs:schema>",
    ]
    return "\n".join(lines) + "\n"


def _header(year: int) -> Iterator[str]:
    first = ("collection", "year", "referencedate")
    for group, inside in (("CollectionDetails", True), ("Source", False)):
        yield f'<xs:element name="{group}"><xs:complexType><xs:sequence>'
        for column, name, _ in texts.items_of("sen2", year):
            if (column in first) is inside:
                yield _item("sen2", column, name, year)
        yield "</xs:sequence></xs:complexType></xs:element>"


def _table(table: str, year: int) -> Iterator[str]:
    least, most = COUNTS[table]
    yield f'<xs:element name="{texts.TAGS[table]}" minOccurs="{least}" maxOccurs="{most}"><xs:complexType><xs:sequence>'
    for column, name, _ in texts.items_of(table, year):
        yield _item(table, column, name, year)
    for child in layout.CHILDREN.get(table, ()):
        yield from _table(child, year)
    yield "</xs:sequence></xs:complexType></xs:element>"


def _item(table: str, column: str, name: str, year: int) -> str:
    least = "" if column in NEEDED.get(table, ()) else ' minOccurs="0"'
    if column in _DAYS:
        return f'<xs:element name="{name}" type="xs:date"{least}/>'
    if column in _FLAGS:
        return f'<xs:element name="{name}" type="xs:boolean"{least}/>'
    if column == "year":
        return f'<xs:element name="{name}" type="xs:gYear" fixed="{year}"/>'
    if column == "datetime":
        return f'<xs:element name="{name}" type="xs:dateTime"{least}/>'
    facets = _facets(column, year)
    if not facets:
        return f'<xs:element name="{name}" type="Text"{least}/>'
    return (
        f'<xs:element name="{name}"{least}><xs:simpleType><xs:restriction base="xs:string">{facets}'
        "</xs:restriction></xs:simpleType></xs:element>"
    )


def _facets(column: str, year: int) -> str:
    if column in _PATTERNS:
        return f'<xs:pattern value="{_PATTERNS[column]}"/>'
    allowed: Collection[str] = codes.NEED if column == "sentype" else _CODES.get(column, ())
    left_out = {_NEW_NEED} if column == "sentype" and year < _NEW_NEED_SINCE else set()
    return "".join(f'<xs:enumeration value="{code}"/>' for code in sorted(set(allowed) - left_out))


def check(path: Path, year: int) -> Iterator[str]:
    """Yield where a written return does not have the shape of its year. Raises Refused for years without one."""
    if year not in YEARS:
        raise Refused(
            f"There is no schema for {year}. There are those of {YEARS[0]} to {YEARS[-1]}.", field="year"
        )
    file = resources.files("alongside.integrations.sen2") / "schemas" / f"sen2_{year}.xsd"
    schema = etree.XMLSchema(etree.fromstring(file.read_bytes()))
    parsed = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
    if not schema.validate(parsed):
        log: Any = schema.error_log
        for error in log:
            yield f"Line {error.line}: {error.message}"


def main() -> None:
    """Write the schema of every year beside this package."""
    folder = Path(str(resources.files("alongside.integrations.sen2"))) / "schemas"
    for year in YEARS:
        (folder / f"sen2_{year}.xsd").write_text(xsd(year), encoding="utf-8")


if __name__ == "__main__":
    main()
