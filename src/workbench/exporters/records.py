"""`records.json`: everything of a bundle as plain JSON, so that nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.domain.bundle import (
    BundleCapture,
    BundlePassage,
    BundleProfile,
    BundleQuote,
    BundleRecord,
    BundleSource,
    BundleText,
    BundleTie,
)
from workbench.domain.changes import canonical_json
from workbench.domain.properties import Property, property_order
from workbench.exporters.lookup import Lookup, marks_json, text_path

FORMAT = "skaryna-bundle-records"
VERSION = 1
"""Raised when a key changes its meaning or goes; a new key does not raise it."""

VERSION_OF_SEVERAL_TEXTS = 2
"""Where a passage stands in an older text of its source, its `start` and `end` are places of that one."""


def write_records(lookup: Lookup, originals: dict[str, str]) -> bytes:
    """Write sources, passages, records and quotes as canonical JSON with one line feed at the end.

    `originals` gives the path below `data/` of the original bytes of each source and capture; what
    is not in it was left in the room. The keys are told in docs/bundle-format.md.
    """
    content = lookup.content
    document = {
        "format": FORMAT,
        "version": VERSION_OF_SEVERAL_TEXTS if any(source.earlier for source in content.sources) else VERSION,
        "archive_id": content.archive_id,
        "title": content.title,
        "languages": content.languages,
        "as_of": content.as_of,
        "log_digest": content.log_digest,
        "sources": [_source(source, originals) for source in content.sources],
        "passages": [_passage(passage) for passage in content.passages],
        "properties": [_property(lookup.property(key)) for key in _properties(content.records)],
        "records": [_record(record) for record in content.records],
        "quotes": [_quote(quote) for quote in content.quotes],
    }
    return canonical_json(document) + b"\n"


def _passage(passage: BundlePassage) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "id": passage.id,
        "source_id": passage.source_id,
        "start": passage.anchor.span.start,
        "end": passage.anchor.span.end,
        "exact": passage.anchor.exact,
        "prefix": passage.anchor.prefix,
        "suffix": passage.anchor.suffix,
        "created": passage.created,
        "mentions": [
            {"record_id": m.record_id, "role": m.role, "certainty": m.certainty.value} for m in passage.mentions
        ],
        "notes": passage.notes,
        "tags": passage.tags,
    }
    return {**facts, "text_id": passage.text_version_id} if passage.text_version_id else facts


def _source(source: BundleSource, originals: dict[str, str]) -> dict[str, Any]:
    newest, *earlier = source.texts
    facts = _facts(source, originals.get(source.id), newest)
    if source.captures:
        facts["captures"] = [
            {
                "id": capture.id,
                "retrieved": capture.retrieved,
                "media_type": capture.media_type,
                "file_name": capture.file_name,
                "original": _original(capture, originals.get(capture.id)),
            }
            for capture in source.captures
        ]
        facts["text"] |= {"number": newest.number, "capture_id": newest.capture_id}
    if earlier:
        facts["earlier_texts"] = [
            {**_text(text), "number": text.number, "capture_id": text.capture_id} for text in earlier
        ]
    return facts


def _original(received: BundleSource | BundleCapture, path: str | None) -> dict[str, Any]:
    return {"sha256": received.original_digest, "size": received.original_size, "path": path}


def _text(text: BundleText) -> dict[str, Any]:
    facts = {
        "id": text.id,
        "sha256": text.digest,
        "path": text_path(text.id),
        "reader": text.reader,
        "blocks": [[b.start, b.end, b.kind.value, b.level] for b in text.text.blocks],
    }
    return {**facts, "redacted": True} if text.redacted else facts


def _facts(source: BundleSource, original: str | None, newest: BundleText) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "creator": source.creator,
        "publisher": source.publisher,
        "address": source.address,
        "published": source.published,
        "retrieved": source.retrieved,
        "language": source.language,
        "rights": source.rights,
        "media_type": source.media_type,
        "file_name": source.file_name,
        "original": _original(source, original),
        "text": _text(newest),
    }


def _record(record: BundleRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "kind": record.kind.value,
        "names": [
            {
                "value": n.value,
                "tag": n.tag,
                "kind": n.kind.value,
                "given": n.given,
                "patronymic": n.patronymic,
                "family": n.family,
            }
            for n in record.names
        ],
        "statements": [
            {
                "property": s.property,
                "value": s.value,
                "language": s.language,
                "passage_ids": s.passage_ids,
                "certainty": s.certainty,
                "dated": s.dated,
                "standing": s.standing,
                "reason": s.reason,
            }
            for s in record.statements
        ],
        "participants": [_tie(tie) for tie in record.participants],
        "relations": [_tie(tie) for tie in record.relations],
    }


def _properties(records: Iterable[BundleRecord]) -> list[str]:
    """Return the keys of the properties that statements have, as they are shown."""
    return sorted({said.property for record in records for said in record.statements}, key=property_order)


def _property(about: Property) -> dict[str, Any]:
    return {"key": about.key, "label": about.label, "value_type": about.value_type.value, "own": about.own}


def _tie(tie: BundleTie) -> dict[str, Any]:
    return {
        "other_id": tie.other_id,
        "role": tie.role,
        "passage_ids": tie.passage_ids,
        "certainty": tie.certainty,
        "dated": tie.dated,
    }


def _quote(quote: BundleQuote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "passage_id": quote.passage_id,
        "speaker_id": quote.speaker_id,
        "published_language": quote.published_language,
        "spoken_language": quote.spoken_language,
        "via_language": quote.via_language,
        "interpreter_id": quote.interpreter_id,
        "marks": marks_json(quote.marks),
        "manner": quote.manner.value,
        "translations": [
            {
                "id": t.id,
                "language": t.language,
                "text": t.text,
                "state": t.state.value,
                "translator": _profile(t.translator),
                "reviewer": _profile(t.reviewer),
                "stale": t.stale,
                "sub_state": t.sub_state,
                "relay_language": t.relay_language,
                "marks": marks_json(t.marks),
                "by_machine": t.by_machine,
            }
            for t in quote.translations
        ],
    }


def _profile(profile: BundleProfile | None) -> dict[str, str] | None:
    return None if profile is None else {"id": profile.id, "initials": profile.initials}
