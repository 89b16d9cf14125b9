"""Passages as W3C Web Annotations (JSON-LD), one annotation for each thing attached to a passage."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

from workbench.domain.annotations import INTERPRETER
from workbench.domain.bundle import BundleMention, BundlePassage, BundleQuote, BundleRecord
from workbench.exporters.lookup import Lookup, derived_id, marks_json, one_line, text_path

VOCABULARY = "urn:skaryna:workbench#"
"""What the program's own keys expand to; a reader who does not know them may ignore them."""

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "skaryna": VOCABULARY,
        "sha256": f"{VOCABULARY}sha256",
        "role": f"{VOCABULARY}role",
        "certainty": f"{VOCABULARY}certainty",
        "kind": f"{VOCABULARY}kind",
        "manner": f"{VOCABULARY}manner",
        "spokenLanguage": f"{VOCABULARY}spokenLanguage",
        "viaLanguage": f"{VOCABULARY}viaLanguage",
        "relayLanguage": f"{VOCABULARY}relayLanguage",
        "translationState": f"{VOCABULARY}translationState",
        "translationSubState": f"{VOCABULARY}translationSubState",
        "stale": f"{VOCABULARY}stale",
        "quoting": f"{VOCABULARY}quoting",
        "translating": f"{VOCABULARY}translating",
        "marks": f"{VOCABULARY}marks",
    },
]


def write_annotations(lookup: Lookup) -> bytes:
    """Write an AnnotationCollection with one embedded AnnotationPage, as UTF-8 JSON.

    Positions are Unicode code points of the text version, as W3C Web Annotation Data Model
    4.2.5 asks; the text version itself lies in the bundle under the path in `state.cached`.
    """
    content = lookup.content
    items = [item for passage in content.passages for item in _annotations(lookup, passage)]
    collection = f"urn:uuid:{derived_id(content, 'annotations')}"
    page: dict[str, Any] = {
        "id": f"urn:uuid:{derived_id(content, 'annotations/1')}",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    document = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": one_line(content.title),
        "total": len(items),
        "first": page,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _annotations(lookup: Lookup, passage: BundlePassage) -> Iterator[dict[str, Any]]:
    """Yield what is attached to a passage; a passage with nothing on it is a highlight."""
    target = _target(lookup, passage)
    quotes = lookup.quotes_of.get(passage.id, [])
    for mention in passage.mentions:
        key = f"mention/{mention.record_id}/{mention.role}"
        yield _annotation(_derived(passage, key), passage, "identifying", _mention(lookup, mention), target)
    for quote in quotes:
        yield _annotation(quote.id, passage, ["highlighting", "quoting"], _quote(lookup, quote), target)
    for number, note in enumerate(passage.notes):
        body = [{"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note}]
        yield _annotation(_derived(passage, f"note/{number}/{note}"), passage, "commenting", body, target)
    for label in passage.tags:
        body = [{"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": label}]
        yield _annotation(_derived(passage, f"tag/{label}"), passage, "tagging", body, target)
    if not (passage.mentions or quotes or passage.notes or passage.tags):
        yield _annotation(_derived(passage, "highlight"), passage, "highlighting", [], target)


def _annotation(
    row_id: str, passage: BundlePassage, motivation: str | list[str], body: list[dict[str, Any]], target: dict[str, Any]
) -> dict[str, Any]:
    found: dict[str, Any] = {"id": f"urn:uuid:{row_id}", "type": "Annotation", "motivation": motivation}
    if passage.created:
        found["created"] = passage.created
    if body:
        found["body"] = body
    found["target"] = target
    return found


def _target(lookup: Lookup, passage: BundlePassage) -> dict[str, Any]:
    text, anchor = lookup.text_of(passage), passage.anchor
    return {
        "id": f"urn:uuid:{passage.id}",
        "type": "SpecificResource",
        "source": f"urn:uuid:{text.id}",
        "state": {"type": "skaryna:TextVersion", "sha256": text.digest, "cached": text_path(text.id)},
        "selector": [
            {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end},
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
        ],
    }


def _mention(lookup: Lookup, mention: BundleMention) -> list[dict[str, Any]]:
    """Name the record by its id and by each of its names, so that another archive can find its own."""
    record = lookup.records.get(mention.record_id)
    bodies: list[dict[str, Any]] = [
        {
            "type": "SpecificResource",
            "purpose": "identifying",
            "source": f"urn:uuid:{mention.record_id}",
            **({"kind": record.kind.value} if record else {}),
            "role": mention.role,
            "certainty": mention.certainty.value,
        }
    ]
    return bodies + _names(record)


def _names(record: BundleRecord | None) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextualBody",
            "purpose": "identifying",
            "format": "text/plain",
            "language": name.tag,
            "value": name.value,
            "kind": name.kind.value,
        }
        for name in (record.names if record else ())
    ]


def _quote(lookup: Lookup, quote: BundleQuote) -> list[dict[str, Any]]:
    facts: dict[str, Any] = {
        "type": "SpecificResource",
        "purpose": "quoting",
        "source": f"urn:uuid:{quote.id}",
        "language": quote.published_language,
        "manner": quote.manner.value,
    }
    if quote.spoken_language:
        facts["spokenLanguage"] = quote.spoken_language
    if quote.via_language:
        facts["viaLanguage"] = quote.via_language
    if quote.marks:
        facts["marks"] = marks_json(quote.marks)
    bodies = [facts]
    if quote.speaker_id is not None:
        bodies.append(_person(lookup, quote.speaker_id, "speaker"))
    if quote.interpreter_id is not None:
        # No passage need name them, so that their names stand here.
        record = lookup.records.get(quote.interpreter_id)
        bodies.append(_person(lookup, quote.interpreter_id, INTERPRETER))
        bodies += [{**body, "role": INTERPRETER} for body in _names(record)]
    bodies += [
        {
            "id": f"urn:uuid:{translation.id}",
            "type": "TextualBody",
            "purpose": "translating",
            "format": "text/plain",
            "language": translation.language,
            "value": translation.text,
            "translationState": translation.state.value,
            "stale": translation.stale,
            **({"translationSubState": translation.sub_state} if translation.sub_state else {}),
            **({"relayLanguage": translation.relay_language} if translation.relay_language else {}),
            **({"marks": marks_json(translation.marks)} if translation.marks else {}),
        }
        for translation in quote.translations
        if translation.text
    ]
    return bodies


def _person(lookup: Lookup, record_id: str, role: str) -> dict[str, Any]:
    record = lookup.records.get(record_id)
    return {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": f"urn:uuid:{record_id}",
        **({"kind": record.kind.value} if record else {}),
        "role": role,
    }


def _derived(passage: BundlePassage, key: str) -> str:
    """Return a stable id for an attachment whose row has none in the bundle's content."""
    return str(uuid.uuid5(uuid.UUID(passage.id), key))
