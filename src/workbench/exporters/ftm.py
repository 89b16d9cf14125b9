"""`records.ftm.json`: records as FollowTheMoney entities, one JSON object a line.

After the model of followthemoney 4 (schemata and property types). What that model has no honest
place for stands in `notes` in words, never in a property that means something else: dates that are
not plain, sentences, terms. Nothing is inferred: no topics, no countries that a name suggests.
Every entity that a passage supports names the documents of those passages in `proof`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.domain.bundle import BundleRecord, BundleSource, BundleStatement, BundleTie
from workbench.domain.changes import canonical_json
from workbench.domain.kinds import Certainty, NameKind, RecordKind, Standing
from workbench.domain.languages import base_language
from workbench.domain.names import display_name
from workbench.domain.properties import ValueType
from workbench.exporters.lookup import Lookup, derived_id, one_line, remarks

SCHEMATA = {
    RecordKind.PERSON: "Person",
    RecordKind.ORGANISATION: "Organization",
    RecordKind.PLACE: "Address",
    RecordKind.EVENT: "Event",
}
_NAMES = {
    NameKind.PREFERRED: "name",
    NameKind.ALIAS: "alias",
    NameKind.TRANSLITERATION: "alias",
    NameKind.FORMER: "previousName",
    NameKind.SHORT: "weakAlias",
}
_PROPERTIES: dict[RecordKind, dict[str, str]] = {
    RecordKind.PERSON: {
        "birth": "birthDate",
        "death": "deathDate",
        "occupation": "profession",
        "office": "position",
        "description": "description",
    },
    RecordKind.ORGANISATION: {
        "founded": "incorporationDate",
        "dissolved": "dissolutionDate",
        "description": "description",
    },
    RecordKind.EVENT: {"date": "date", "outcome": "summary", "description": "description"},
    RecordKind.PLACE: {"description": "description"},
}
_FAMILY = frozenset({"sibling", "spouse", "parent", "child"})
_CLIENTS = frozenset({"lawyer of", "envoy of"})
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_LANGUAGES = {"be": "bel", "ru": "rus", "lt": "lit", "en": "eng", "pl": "pol", "uk": "ukr", "lv": "lav", "de": "deu"}
"""ISO 639-3, as the model wants it, of languages that sources here are in; others are left out."""

_LINE, _NAME, _TEXT = 1_024, 384, 65_000
"""Code points that the model lets a string, a name and a text have."""


def write_ftm(lookup: Lookup) -> bytes:
    """Write documents, records, and what ties them, sorted by id; UTF-8, one entity a line.

    Ids are those of the archive, and for ties derived from their ends and role, so that they stay
    the same from export to export.
    """
    entities = [_document(source) for source in lookup.content.sources]
    for record in lookup.content.records:
        entities.append(_record(lookup, record))
        entities += _participations(lookup, record)
        entities += _relations(lookup, record)
    known = {entity["id"]: entity for entity in entities}
    return b"".join(canonical_json(known[key]) + b"\n" for key in sorted(known))


class _Entity:
    """An entity that is being put together; a value is noted once, an empty one never."""

    def __init__(self, key: str, schema: str) -> None:
        self.key, self.schema = key, schema
        self.properties: dict[str, dict[str, None]] = {}

    def add(self, name: str, value: str, limit: int = _TEXT) -> None:
        text = value.strip() if limit == _TEXT else one_line(value)
        if text:
            self.properties.setdefault(name, {})[text[:limit]] = None

    def date(self, name: str, edtf: str, label: str) -> None:
        """Note a date as the model can say it; any other one in words."""
        if _PLAIN_DATE.fullmatch(edtf):
            self.add(name, edtf, _LINE)
        else:
            self.add("notes", f"{label}: {edtf} (EDTF)")

    def prove(self, lookup: Lookup, passage_ids: Sequence[str]) -> None:
        for passage_id in passage_ids:
            if passage_id in lookup.passages:
                self.add("proof", lookup.passages[passage_id].source_id, _LINE)

    def facts(self) -> dict[str, Any]:
        properties = {name: list(values) for name, values in self.properties.items()}
        return {"id": self.key, "schema": self.schema, "properties": properties}


def _document(source: BundleSource) -> dict[str, Any]:
    entity = _Entity(source.id, "Document")
    entity.add("fileName", source.file_name or source.title or source.id, _LINE)
    entity.add("title", source.title, _LINE)
    entity.add("author", source.creator, _LINE)
    entity.add("publisher", source.publisher, _LINE)
    if source.address.startswith(("http:", "https:")):
        entity.add("sourceUrl", source.address, _LINE)
    for name, edtf in (("publishedAt", source.published), ("retrievedAt", source.retrieved)):
        if _PLAIN_DATE.fullmatch(edtf):
            entity.add(name, edtf, _LINE)
    entity.add("language", _LANGUAGES.get(base_language(source.language), ""), _LINE)
    if "/" in source.media_type:
        entity.add("mimeType", source.media_type, _LINE)
    if source.original_digest:
        entity.add("notes", f"SHA-256: {source.original_digest}")
    return entity.facts()


def _record(lookup: Lookup, record: BundleRecord) -> dict[str, Any]:
    entity = _Entity(record.id, SCHEMATA[record.kind])
    for name in record.names:
        if name.kind is NameKind.FORBIDDEN:
            continue  # nobody is called what is not to be written
        entity.add(_NAMES[name.kind], name.value, _NAME)
        if record.kind is RecordKind.PERSON:
            entity.add("firstName", name.given, _LINE)
            entity.add("fatherName", name.patronymic, _LINE)
            entity.add("lastName", name.family, _LINE)
    if "name" not in entity.properties:  # every schema here wants one
        entity.add("name", display_name(record.names, "en") or record.id, _NAME)
    if record.kind is RecordKind.PLACE:
        entity.add("full", display_name(record.names, "en"), _NAME)
    for statement in record.statements:
        _say(lookup, entity, record, statement)
        entity.prove(lookup, statement.passage_ids)
    for passage in lookup.mentions_of.get(record.id, ()):
        entity.add("proof", passage.source_id, _LINE)
    for tie in record.participants:
        other = lookup.records.get(tie.other_id)
        if other is not None and other.kind in {RecordKind.PERSON, RecordKind.ORGANISATION}:
            entity.add("involved", other.id, _LINE)
    return entity.facts()


def _say(lookup: Lookup, entity: _Entity, record: BundleRecord, statement: BundleStatement) -> None:
    """Note a statement; nothing there can say that it is doubted, set aside or held for a time, so words do."""
    label = lookup.property(statement.property).label
    aside = remarks(statement)
    if aside:
        place = lookup.records.get(statement.value)
        value = statement.value if place is None else display_name(place.names, "en")
        entity.add("notes", f"{label}: {value} ({'; '.join(aside)})")
    if statement.certainty == Certainty.CERTAIN and statement.standing != Standing.SET_ASIDE:
        told = _say_plainly(lookup, entity, record, statement)
        if not told and not aside:
            entity.add("notes", f"{label}: {statement.value}")


def _say_plainly(lookup: Lookup, entity: _Entity, record: BundleRecord, statement: BundleStatement) -> bool:
    """Note a value in the property that the model has for it; tell whether it has one."""
    known = lookup.property(statement.property)
    name = _PROPERTIES[record.kind].get(statement.property, "")
    place = lookup.records.get(statement.value)
    if place is not None and place.kind is RecordKind.PLACE:
        entity.add("addressEntity", place.id, _LINE)
        if record.kind is RecordKind.EVENT:
            entity.add("location", display_name(place.names, "en"), 250)
        return True
    if name == "date":
        interval = _interval(statement.value)
        if interval is not None:
            entity.add("startDate", interval[0], _LINE)
            entity.add("endDate", interval[1], _LINE)
            return True
    if not name:
        return False
    if known.value_type is ValueType.DATE:
        entity.date(name, statement.value, known.label)
    else:
        entity.add(name, statement.value, _TEXT if name in {"description", "summary"} else _LINE)
    return True


def _interval(edtf: str) -> tuple[str, str] | None:
    start, slash, end = edtf.partition("/")
    return (start, end) if slash and _PLAIN_DATE.fullmatch(start) and _PLAIN_DATE.fullmatch(end) else None


def _participations(lookup: Lookup, event: BundleRecord) -> Iterator[dict[str, Any]]:
    for tie in event.participants:
        if tie.other_id in lookup.records:
            yield _tie(lookup, "UnknownLink", ("subject", tie.other_id), ("object", event.id), "role", tie)


def _relations(lookup: Lookup, record: BundleRecord) -> Iterator[dict[str, Any]]:
    for tie in record.relations:
        other = lookup.records.get(tie.other_id)
        if other is not None:
            schema, near, far, role = _schema(tie.role, record.kind, other.kind)
            yield _tie(lookup, schema, (near, record.id), (far, other.id), role, tie)


def _schema(role: str, kind: RecordKind, other: RecordKind) -> tuple[str, str, str, str]:
    """Return the schema of a relation, its two ends, and the property for the role; unknown where it is not sure."""
    person, organisation = RecordKind.PERSON, RecordKind.ORGANISATION
    legal = {person, organisation}
    if role in _FAMILY and kind is other is person:
        return "Family", "person", "relative", "relationship"
    if role == "colleague" and kind is other is person:
        return "Associate", "person", "associate", "relationship"
    if role == "member of" and kind in legal and other is organisation:
        return "Membership", "member", "organization", "role"
    if role == "head of" and kind in legal and other is organisation:
        return "Directorship", "director", "organization", "role"
    if role in _CLIENTS and kind in legal and other in legal:
        return "Representation", "agent", "client", "role"
    return "UnknownLink", "subject", "object", "role"


def _tie(
    lookup: Lookup, schema: str, near: tuple[str, str], far: tuple[str, str], role: str, tie: BundleTie
) -> dict[str, Any]:
    key = derived_id(lookup.content, "\x1f".join(("ftm", schema, near[1], far[1], tie.role)))
    entity = _Entity(key, schema)
    entity.add(*near, _LINE)
    entity.add(*far, _LINE)
    entity.add(role, tie.role, _LINE)
    if tie.certainty == Certainty.CERTAIN and (held := _interval(tie.dated)):
        entity.add("startDate", held[0], _LINE)
        entity.add("endDate", held[1], _LINE)
    elif tie.certainty == Certainty.CERTAIN and _PLAIN_DATE.fullmatch(tie.dated):
        entity.add("date", tie.dated, _LINE)
    else:
        entity.add("summary", "; ".join(remarks(tie)))
    entity.prove(lookup, tie.passage_ids)
    return entity.facts()
