"""EAC-CPF 2.0 against what its schema and tag library say of the elements that are written.

The schema itself is not here (it is 350 kB and not ours to carry), so this is a check of its
structure written anew: for every element that is written its children, their order and number,
its attributes and the closed lists among them, ids and references. What it does not do: the data
types of dates beyond their form, and elements that the exporter never writes.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from workbench.domain.bundle import BundleContent, BundleName, BundleStatement
from workbench.domain.kinds import NameKind, RecordKind
from workbench.exporters.eac import NAMESPACE, write_eac
from workbench.exporters.lookup import Lookup
from workbench.exporters.xml import parse_xml

GLOBAL = {"id", "target", "audience", "languageOfElement", "scriptOfElement"}
ASSERTED = GLOBAL | {"sourceReference", "maintenanceEventReference", "conventionDeclarationReference"}
LOCAL = {"localType", "localTypeDeclarationReference"}
LINKED = {"vocabularySource", "vocabularySourceURI", "valueURI"}
GROUP = ("term+ placeName* dates? descriptiveNote?", ASSERTED | LOCAL | LINKED)
TEXT = "#text"

ELEMENTS: dict[str, tuple[str, set[str]]] = {
    "eac": ("control cpfDescription", GLOBAL | {"base"}),
    "control": ("recordId maintenanceAgency maintenanceHistory sources?",
                GLOBAL | {"languageEncoding", "scriptEncoding", "dateEncoding", "maintenanceStatus", "base"}),
    "recordId": (TEXT, GLOBAL),
    "maintenanceAgency": ("agencyName+ descriptiveNote?", GLOBAL | LINKED | {"countryCode"}),
    "agencyName": (TEXT, GLOBAL | LINKED),
    "maintenanceHistory": ("maintenanceEvent+", GLOBAL),
    "maintenanceEvent": ("agent eventDateTime eventDescription*", GLOBAL | {"maintenanceEventType"}),
    "agent": (TEXT, GLOBAL | LINKED | {"agentType"}),
    "eventDateTime": (TEXT, GLOBAL | {"standardDateTime"}),
    "sources": ("source+ descriptiveNote?", GLOBAL | {"base"}),
    "source": ("reference+ citedRange* descriptiveNote?", GLOBAL | LINKED | {"href", "linkRole", "linkTitle"}),
    "reference": (TEXT, ASSERTED | {"href", "linkRole", "linkTitle"}),
    "descriptiveNote": ("p+", GLOBAL),
    "p": (TEXT, ASSERTED),
    "cpfDescription": ("identity description? relations?", ASSERTED | {"base"}),
    "identity": ("entityType (nameEntry|nameEntrySet)+ descriptiveNote?", ASSERTED | LOCAL | {"identityType", "base"}),
    "entityType": ("", {"id", "target", "audience", "value"}),
    "nameEntrySet": ("nameEntry nameEntry+ useDates?", ASSERTED | LOCAL),
    "nameEntry": ("part+ useDates?", ASSERTED | LOCAL | LINKED | {"preferredForm", "status"}),
    "part": (TEXT, ASSERTED | LOCAL),
    "description": (
        "functions? localDescriptions? occupations? places? (biogHist|existDates)*", ASSERTED | {"base"}),
    "functions": ("function+ descriptiveNote?", ASSERTED | LOCAL),
    "localDescriptions": ("localDescription+ descriptiveNote?", ASSERTED | LOCAL),
    "occupations": ("occupation+ descriptiveNote?", ASSERTED | LOCAL),
    "function": GROUP, "localDescription": GROUP, "occupation": GROUP,
    "term": (TEXT, ASSERTED | LINKED),
    "places": ("place+ descriptiveNote?", ASSERTED | LOCAL),
    "place": ("placeName+ placeRole? descriptiveNote?", ASSERTED | LOCAL | LINKED),
    "placeName": (TEXT, ASSERTED | LOCAL | LINKED | {"countryCode"}),
    "biogHist": ("p*", ASSERTED | LOCAL),
    "existDates": ("dateRange descriptiveNote?", ASSERTED | LOCAL),
    "dateRange": ("fromDate? toDate?", ASSERTED | LOCAL),
    "fromDate": (TEXT, ASSERTED | LOCAL | {"standardDate", "notBefore", "notAfter", "certainty"}),
    "toDate": (TEXT, ASSERTED | LOCAL | {"standardDate", "notBefore", "notAfter", "certainty"}),
    "relations": ("relation+ descriptiveNote?", ASSERTED | {"base"}),
    "relation": ("targetEntity relationType* targetRole* descriptiveNote?", ASSERTED),
    "targetEntity": ("part+", ASSERTED | LINKED | {"targetType"}),
    "targetRole": (TEXT, ASSERTED | LOCAL | LINKED),
}  # fmt: skip
LISTS = {
    "maintenanceStatus": {"revised", "deleted", "new", "deletedSplit", "deletedMerged", "deletedReplaced",
                          "cancelled", "derived"},
    "maintenanceEventType": {"cancelled", "created", "deleted", "derived", "revised", "unknown", "updated"},
    "languageEncoding": {"iso639-1", "iso639-2b", "iso639-3", "ietf-bcp-47", "otherLanguageEncoding"},
    "scriptEncoding": {"iso15924", "otherScriptEncoding"},
    "dateEncoding": {"iso8601", "otherDateEncoding"},
    "agentType": {"human", "machine", "unknown"},
    "status": {"authorized", "alternative"},
    "value": {"corporateBody", "person", "family"},
    "targetType": {"corporateBody", "person", "family", "agency", "function", "resource"},
}  # fmt: skip
NEEDED = {"control": "maintenanceStatus", "entityType": "value", "agent": "agentType", "targetEntity": "targetType",
          "maintenanceEvent": "maintenanceEventType"}  # fmt: skip


def model(children: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"(\w+)", r"(?:\1;)", children).replace(" ", ""))


def problems(root: etree._Element) -> list[str]:
    wrong = []
    ids = list(root.xpath("//@id"))
    for element in root.iter():
        name = etree.QName(element)
        if name.namespace != NAMESPACE or name.localname not in ELEMENTS:
            wrong.append(f"{name.localname} is unknown")
            continue
        children, attributes = ELEMENTS[name.localname]
        inside = "".join(f"{etree.QName(child).localname};" for child in element)
        text = (element.text or "").strip()
        if children == TEXT:
            wrong += [f"{name.localname} is empty"] if not text or inside else []
        elif text or not model(children).fullmatch(inside):
            wrong.append(f"{name.localname} holds {inside}")
        wrong += [f"{name.localname}/@{key}" for key in element.attrib if key not in attributes]
        wrong += [f"@{key}={value}" for key, value in element.attrib.items() if value not in LISTS.get(key, {value})]
        wrong += [f"{name.localname} needs @{NEEDED[name.localname]}"
                  for _ in [0] if NEEDED.get(name.localname, "id") not in element.attrib
                  and name.localname in NEEDED]  # fmt: skip
        wrong += [f"no {key}" for key in element.get("sourceReference", "").split() if key not in ids]
        if not re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", element.get("standardDate", "")):
            wrong.append("standardDate")
    return wrong + [f"twice {key}" for key in set(ids) if ids.count(key) > 1]


def documents(content: BundleContent) -> dict[str, etree._Element]:
    return {path: parse_xml(data) for path, data in write_eac(Lookup(content)).items()}


def words(root: etree._Element, path: str) -> list[str]:
    return [str(found.text) for found in root.iterfind(f".//{{{NAMESPACE}}}{path}")]


def test_every_document_is_as_the_schema_says(content: BundleContent) -> None:
    found = documents(content)
    assert {path: problems(root) for path, root in found.items() if problems(root)} == {}
    kinds = {RecordKind.PERSON, RecordKind.ORGANISATION}
    assert set(found) == {f"eac/{record.id}.xml" for record in content.records if record.kind in kinds}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('<entityType value="person"/>', ""), "identity holds"),
        (('agentType="machine"', 'agentType="robot"'), "@agentType=robot"),
        (("<recordId>", '<recordId role="x">'), "recordId/@role"),
        ((' id="s-', ' id="t-'), "no s-"),
    ],
)
def test_the_check_finds_what_is_wrong(content: BundleContent, change: tuple[str, str], said: str) -> None:
    path = next(f"eac/{record.id}.xml" for record in content.records if record.kind is RecordKind.PERSON)
    data = write_eac(Lookup(content))[path].decode()
    assert change[0] in data
    found = problems(parse_xml(data.replace(*change).encode()))
    assert any(each.startswith(said) for each in found)


def test_names_work_places_and_evidence(content: BundleContent) -> None:
    record = next(r for r in content.records if any(name.value == "Алена Сокал" for name in r.names))
    root = documents(content)[f"eac/{record.id}.xml"]
    entries = [
        (entry.get("languageOfElement"), entry.get("scriptOfElement"), entry.get("status"), entry.get("localType"))
        for entry in root.iter(f"{{{NAMESPACE}}}nameEntry")
    ]
    assert ("be", "Cyrl", "authorized", "preferred") in entries
    assert ("be-Latn", "Latn", "alternative", "transliteration") in entries
    assert words(root, "occupation/{*}term") == ["librarian", "бібліятэкарка"]
    assert "nine winters" in words(root, "localDescription/{*}term")
    assert root.find(f".//{{{NAMESPACE}}}occupation").get("sourceReference")
    assert "(sibling)" in words(root, "targetRole")


def test_lives_that_are_disputed_stand_side_by_side(content: BundleContent) -> None:
    record = next(r for r in content.records if r.kind is RecordKind.PERSON)
    born = tuple(BundleStatement(key, value, "", ()) for key, value in (
        ("birth", "1984~"), ("birth", "1985"), ("death", "2020-05"), ("description", "One\x01.\n\nTwo.")))  # fmt: skip
    changed = replace(record, statements=born, names=(BundleName("A\x02nn", "und", NameKind.PREFERRED),))
    given = replace(content, records=tuple(changed if r is record else r for r in content.records))
    root = documents(given)[f"eac/{record.id}.xml"]
    assert problems(root) == []
    dates = [(found.text, found.get("standardDate")) for found in root.iter(f"{{{NAMESPACE}}}fromDate")]
    assert dates == [("1984~", None), ("1985", "1985")]
    assert words(root, "biogHist/{*}p") == ["One.", "Two."]
    assert words(root, "identity//{*}part") == ["Ann"]


def test_the_same_content_gives_the_same_bytes(content: BundleContent) -> None:
    assert write_eac(Lookup(content)) == write_eac(Lookup(content))


def test_parts_of_names_own_properties_and_doubts(weighed_content: BundleContent) -> None:
    found = documents(weighed_content)
    assert {path: problems(root) for path, root in found.items() if problems(root)} == {}
    root = found[f"eac/{weighed_content.records[0].id}.xml"]
    entry = root.find(f".//{{{NAMESPACE}}}nameEntry")
    assert [(part.get("localType"), part.text) for part in entry] == [("given", "Алена"), ("family", "Сокал")]
    assert words(root, "localDescription/{*}descriptiveNote/{*}p") == ["Hunger strike"]
    assert words(root, "occupation/{*}descriptiveNote/{*}p") == ["possible", "dated 2010/2014"]
    assert words(root, "biogHist/{*}p") == ["A quiet voice.", "(possible)"]
    assert words(root, "existDates/{*}descriptiveNote/{*}p") == [
        "Date of birth: set aside: a <slip>",
        "Date of birth: probable; preferred: her own words",
    ]
    assert [date.get("certainty") for date in root.iter(f"{{{NAMESPACE}}}fromDate")] == [None, "probable"]
    assert "probable; dated 1990" in words(root, "relation/{*}descriptiveNote/{*}p")


def test_a_name_whose_parts_are_not_all_of_it_stays_whole(content: BundleContent) -> None:
    record = content.records[0]
    names = (
        BundleName("Сокал, Алена", "be", NameKind.PREFERRED, "Алена", "", "Сокал"),
        BundleName("Dr Alena Sokal", "lt", NameKind.PREFERRED, "Alena", "", "Sokal"),
    )
    changed = replace(record, names=names)
    given = replace(content, records=tuple(changed if r is record else r for r in content.records))
    entries = documents(given)[f"eac/{record.id}.xml"].iter(f"{{{NAMESPACE}}}nameEntry")
    assert [[part.text for part in entry] for entry in entries] == [["Сокал", "Алена"], ["Dr Alena Sokal"]]
