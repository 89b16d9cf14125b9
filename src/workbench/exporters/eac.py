"""`eac/<id>.xml`: persons and organisations as EAC-CPF 2.0, one file each.

After the Encoded Archival Context schema of the Society of American Archivists, version 2.0
(2022), and its tag library. Tags are BCP 47 (`languageEncoding="ietf-bcp-47"`), scripts ISO 15924.
A date that is no plain ISO 8601 one stands as EDTF in words, without `standardDate`. What a
passage supports names its source in `sourceReference`. Nothing comes from a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from workbench.domain.bundle import BundleName, BundleRecord, BundleSource, BundleStatement, BundleTie
from workbench.domain.kinds import Certainty, NameKind, RecordKind
from workbench.domain.languages import UNKNOWN, base_language
from workbench.domain.names import display_name
from workbench.exporters.lookup import Lookup, moment_of, one_line, remarks

NAMESPACE = "https://archivists.org/ns/eac/v2"
ENTITY_TYPES = {RecordKind.PERSON: "person", RecordKind.ORGANISATION: "corporateBody"}
"""The kinds of records that the format is for; events and places stand in relations only."""

_LIFE = {RecordKind.PERSON: ("birth", "death"), RecordKind.ORGANISATION: ("founded", "dissolved")}
_TARGETS = {RecordKind.PERSON: "person", RecordKind.ORGANISATION: "corporateBody"}
_OCCUPATIONS = ("occupation", "office")
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCRIPT = re.compile("-([A-Z][a-z]{3})(?:-|$)")
_SCRIPTS = {"be": "Cyrl", "ru": "Cyrl", "uk": "Cyrl", "lt": "Latn", "en": "Latn", "pl": "Latn", "lv": "Latn"}


def write_eac(lookup: Lookup) -> dict[str, bytes]:
    """Return a document for each person and organisation, by its path below `data/`."""
    found = (record for record in lookup.content.records if record.kind in ENTITY_TYPES)
    return {f"eac/{record.id}.xml": _document(lookup, record) for record in found}


def _document(lookup: Lookup, record: BundleRecord) -> bytes:
    root = etree.fromstring(f'<eac xmlns="{NAMESPACE}"/>')
    _control(lookup, root, record)
    described = _add(root, "cpfDescription")
    _identity(described, record)
    _description(lookup, described, record)
    _relations(lookup, described, record)
    tree = etree.ElementTree(root)
    etree.indent(tree)
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True) + b"\n"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """Add an element; empty attributes are left out, and characters that XML cannot hold."""
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    for key, value in attributes.items():
        if value:
            made.set(key, _FORBIDDEN.sub("", value))
    if text:
        made.text = _FORBIDDEN.sub("", text)
    return made


def _control(lookup: Lookup, root: etree._Element, record: BundleRecord) -> None:
    content = lookup.content
    control = _add(
        root,
        "control",
        languageEncoding="ietf-bcp-47",
        scriptEncoding="iso15924",
        dateEncoding="iso8601",
        maintenanceStatus="derived",
    )
    _add(control, "recordId", record.id)
    agency = _add(control, "maintenanceAgency")
    _add(agency, "agencyName", one_line(content.title) or f"urn:uuid:{content.archive_id}")
    event = _add(_add(control, "maintenanceHistory"), "maintenanceEvent", maintenanceEventType="derived")
    _add(event, "agent", "Skaryna Workbench", agentType="machine")
    moment = moment_of(content).isoformat(timespec="seconds").replace("+00:00", "Z")
    _add(event, "eventDateTime", moment, standardDateTime=moment)
    cited = _cited(lookup, record)
    if cited:
        sources = _add(control, "sources")
        for source in cited:
            _source(sources, source)


def _source(sources: etree._Element, source: BundleSource) -> None:
    entry = _add(sources, "source", id=_key(source.id))
    reference = one_line(" — ".join(part for part in (source.title, source.publisher, source.published) if part))
    href = source.address if source.address.startswith(("http:", "https:")) and " " not in source.address else ""
    _add(entry, "reference", reference or f"urn:uuid:{source.id}", href=href)
    if source.original_digest:
        _note(entry, f"SHA-256: {source.original_digest}")


def _note(parent: etree._Element, text: str) -> None:
    _add(_add(parent, "descriptiveNote"), "p", text)


def _key(row_id: str) -> str:
    """Return a row's id as an XML id, which begins with a letter."""
    return f"s-{row_id}"


def _cited(lookup: Lookup, record: BundleRecord) -> list[BundleSource]:
    """Return the sources of every passage that names the record or supports what is said of it, each once."""
    passages = [passage.id for passage in lookup.mentions_of.get(record.id, ())]
    passages += [key for statement in record.statements for key in statement.passage_ids]
    passages += [key for _other, _role, tie in _ties(lookup, record) for key in tie.passage_ids]
    found = {lookup.passages[key].source_id for key in passages if key in lookup.passages}
    return [source for source in lookup.content.sources if source.id in found]


def _references(lookup: Lookup, passage_ids: Iterable[str]) -> str:
    found = {lookup.passages[key].source_id for key in passage_ids if key in lookup.passages}
    return " ".join(_key(source.id) for source in lookup.content.sources if source.id in found)


def _identity(described: etree._Element, record: BundleRecord) -> None:
    identity = _add(described, "identity")
    _add(identity, "entityType", value=ENTITY_TYPES[record.kind])
    names = record.names or (BundleName(record.id, UNKNOWN, NameKind.PREFERRED),)
    preferred = [name for name in names if name.kind is NameKind.PREFERRED]
    # The same name in several languages is a set (tag library, nameEntrySet); a set has two at least.
    parent = _add(identity, "nameEntrySet") if len(preferred) > 1 else identity
    for name in preferred:
        _name(parent, name)
    for name in names:
        if name.kind not in (NameKind.PREFERRED, NameKind.FORBIDDEN):  # what nobody is to write is no access point
            _name(identity, name)


def _name(parent: etree._Element, name: BundleName) -> None:
    status = "authorized" if name.kind is NameKind.PREFERRED else "alternative"
    entry = _add(parent, "nameEntry", localType=name.kind.value, status=status, **_language(name.tag))
    for kind, part in _parts(name):
        _add(entry, "part", part, localType=kind)


def _parts(name: BundleName) -> list[tuple[str, str]]:
    """Return a name's parts with their kind, in the order of the name; one without where they are not all of it."""
    value = one_line(name.value)
    told = (("given", name.given), ("patronymic", name.patronymic), ("family", name.family))
    parts = sorted(((kind, one_line(part)) for kind, part in told if part), key=lambda each: value.find(each[1]))
    whole = " ".join(part for _kind, part in parts) == value.replace(",", "")
    return parts if whole and len(parts) > 1 else [("", value)]


def _language(tag: str) -> dict[str, str]:
    if not tag or base_language(tag) == UNKNOWN:
        return {}
    script = _SCRIPT.search(tag)
    return {
        "languageOfElement": tag,
        "scriptOfElement": script[1] if script else _SCRIPTS.get(base_language(tag), ""),
    }


def _description(lookup: Lookup, described: etree._Element, record: BundleRecord) -> None:
    life = _LIFE[record.kind]
    said: dict[str, list[BundleStatement]] = {}
    for statement in record.statements:
        said.setdefault(statement.property, []).append(statement)
    description = etree.SubElement(described, f"{{{NAMESPACE}}}description")
    worked = _OCCUPATIONS if record.kind is RecordKind.PERSON else ("function",)
    apart = {*life, *worked, "place", "description"}
    rest = [each for key, every in said.items() for each in every if key not in apart]
    work = [each for key in worked for each in said.get(key, ())]
    # In the order of the schema: functions, localDescriptions, occupations, places, then the rest.
    if record.kind is RecordKind.ORGANISATION:
        _terms(lookup, description, "functions", "function", work)
    _terms(lookup, description, "localDescriptions", "localDescription", rest, typed=True)
    if record.kind is RecordKind.PERSON:
        _terms(lookup, description, "occupations", "occupation", work)
    _places(lookup, description, said.get("place", ()))
    for statement in said.get("description", ()):
        attributes = {**_language(statement.language), "sourceReference": _references(lookup, statement.passage_ids)}
        history = _add(description, "biogHist", **attributes)
        for line in filter(None, map(str.strip, statement.value.split("\n"))):
            _add(history, "p", line)
        if known := remarks(statement):
            _add(history, "p", f"({one_line('; '.join(known))})")
    _exist(lookup, description, said, life)
    if len(description) == 0:
        described.remove(description)


def _terms(
    lookup: Lookup,
    description: etree._Element,
    plural: str,
    single: str,
    statements: Sequence[BundleStatement],
    *,
    typed: bool = False,
) -> None:
    if not statements:
        return
    parent = _add(description, plural)
    for statement in statements:
        references = _references(lookup, statement.passage_ids)
        kind = statement.property if typed else ""
        place = lookup.records.get(statement.value)
        value = display_name(place.names, "en") if place is not None else statement.value
        entry = _add(parent, single, localType=kind, sourceReference=references)
        _add(entry, "term", one_line(value), **_language(statement.language))
        known = [lookup.property(statement.property).label] if typed else []
        if known := [*known, *remarks(statement)]:
            _note(entry, one_line("; ".join(known)))


def _places(lookup: Lookup, description: etree._Element, statements: Iterable[BundleStatement]) -> None:
    known = [(s, place) for s in statements if (place := lookup.records.get(s.value)) is not None]
    if not known:
        return
    places = _add(description, "places")
    for statement, place in known:
        entry = _add(places, "place", sourceReference=_references(lookup, statement.passage_ids))
        for name in place.names:
            if name.kind is NameKind.PREFERRED:
                _add(entry, "placeName", one_line(name.value), **_language(name.tag))
        if len(entry) == 0:
            _add(entry, "placeName", display_name(place.names, "en") or place.id)
        if aside := remarks(statement):
            _note(entry, one_line("; ".join(aside)))


def _exist(
    lookup: Lookup, description: etree._Element, said: dict[str, list[BundleStatement]], life: tuple[str, str]
) -> None:
    """Write when somebody lived or something was there; where statements differ, each pair of dates by itself."""
    begins, ends = said.get(life[0], []), said.get(life[1], [])
    for number in range(max(len(begins), len(ends))):
        begin = begins[number] if number < len(begins) else None
        end = ends[number] if number < len(ends) else None
        passages = [key for each in (begin, end) if each is not None for key in each.passage_ids]
        lived = _add(description, "existDates", sourceReference=_references(lookup, passages))
        dates = _add(lived, "dateRange")
        for name, statement in (("fromDate", begin), ("toDate", end)):
            if statement is not None:
                plain = statement.value if _PLAIN_DATE.fullmatch(statement.value) else ""
                _add(dates, name, statement.value, standardDate=plain, certainty=_doubt(statement))
        known = [
            f"{lookup.property(s.property).label}: {'; '.join(remarks(s))}" for s in (begin, end) if s and remarks(s)
        ]
        if known:
            _note(lived, one_line("; ".join(known)))


def _doubt(statement: BundleStatement) -> str:
    return "" if statement.certainty == Certainty.CERTAIN else statement.certainty


def _ties(lookup: Lookup, record: BundleRecord) -> list[tuple[BundleRecord, str, BundleTie]]:
    """Return what a record is tied to: the other record, the role, and the tie; from either end."""
    found = []
    for owner, tie in lookup.relations_of.get(record.id, ()):
        other = lookup.records.get(tie.other_id) if owner.id == record.id else owner
        if other is not None and other.id != record.id:
            found.append((other, tie.role if owner.id == record.id else f"({tie.role})", tie))
    found += [(event, tie.role, tie) for event, tie in lookup.events_of.get(record.id, ())]
    return found


def _relations(lookup: Lookup, described: etree._Element, record: BundleRecord) -> None:
    ties = _ties(lookup, record)
    if not ties:
        return
    relations = _add(described, "relations")
    for other, role, tie in ties:
        entry = _add(relations, "relation", sourceReference=_references(lookup, tie.passage_ids))
        target = _add(
            entry, "targetEntity", targetType=_TARGETS.get(other.kind, "resource"), valueURI=f"urn:uuid:{other.id}"
        )
        _add(target, "part", display_name(other.names, "en") or other.id)
        _add(entry, "targetRole", one_line(role), localType=other.kind.value)
        if known := remarks(tie):
            _note(entry, "; ".join(known))
