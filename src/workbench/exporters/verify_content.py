"""Whether a bundle's files say what they should: texts, selectors, XLIFF, JSON.

The manifests prove that nothing changed after the bundle was made; this proves that what was
made is true: every selector still selects exactly its words.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from workbench.domain.bundle import Finding
from workbench.exporters.eac import NAMESPACE as EAC_NAMESPACE
from workbench.exporters.xliff import NAMESPACE
from workbench.exporters.xml import parse_xml
from workbench.i18n import _

MAX_DOCUMENT = 256 * 1024 * 1024
"""Bytes of a file that is read as a whole; a larger one is a finding."""

_READ = (
    "data/annotations.jsonld",
    "data/records.json",
    "data/records.ftm.json",
    "data/quotes.csv",
    "data/eac/",
    "data/xliff/",
    "data/texts/",
)
_CELL = 16 * 1024 * 1024


def content_findings(places: Mapping[str, Path], doubtful: AbstractSet[str]) -> Iterator[Finding]:
    """Check the files at `places` (by path in the bundle), which were found by walking it.

    `doubtful` are the paths that already have a finding: nothing is said about them, nor about
    what a good file says of them.
    """
    present = {path: place for path, place in places.items() if path.startswith(_READ)}
    large = [path for path, place in present.items() if place.stat().st_size > MAX_DOCUMENT]
    if large:
        yield from (Finding("invalid", path, _("too large to be checked")) for path in large)
        return
    texts = _Texts(present, doubtful)
    checks: dict[str, Callable[[bytes], Iterator[str]]] = {
        "data/annotations.jsonld": lambda data: _annotations(data, texts),
        "data/records.json": lambda data: _records(data, texts),
        "data/records.ftm.json": _entities,
        "data/quotes.csv": lambda data: _table(data, texts),
        "data/eac/": _eac,
        "data/xliff/": _xliff,
    }
    for path in sorted(present):
        for start, check in checks.items():
            if path == start or (start.endswith("/") and path.startswith(start)):
                yield from _guarded(path, check, present)


def _guarded(path: str, check: Callable[[bytes], Iterator[str]], places: Mapping[str, Path]) -> Iterator[Finding]:
    """Run one check; a document of another shape than ours is a finding, not a crash."""
    try:
        details = list(dict.fromkeys(check(places[path].read_bytes())))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, csv.Error):
        yield Finding("invalid", path, _("cannot be read as what it should be"))
        return
    for detail in details:
        yield Finding("invalid", path, detail)


class _Texts:
    """The text versions of the bundle, read when first asked for."""

    def __init__(self, places: Mapping[str, Path], doubtful: AbstractSet[str]) -> None:
        self._places = places
        self._doubtful = doubtful
        self._read: dict[str, tuple[str, str]] = {}

    def doubted(self, text_id: str) -> bool:
        """Tell whether the text already has a finding of its own."""
        return f"data/texts/{text_id}.txt" in self._doubtful

    def get(self, text_id: str) -> tuple[str, str] | None:
        """Return (text, SHA-256 in hex) of a text version, or None where the bundle does not have it."""
        path = f"data/texts/{text_id}.txt"
        if path not in self._places:
            return None
        if path not in self._read:
            data = self._places[path].read_bytes()
            self._read[path] = data.decode("utf-8"), hashlib.sha256(data).hexdigest()
        return self._read[path]


def _annotations(data: bytes, texts: _Texts) -> Iterator[str]:
    document = _json(data)
    items = document["first"]["items"]
    if document["type"] != "AnnotationCollection" or document["total"] != len(items):
        yield _("the number of annotations is not what it says")
    for item in items:
        target = item["target"]
        text_id = target["source"].removeprefix("urn:uuid:")
        if texts.doubted(text_id):
            continue
        found = texts.get(text_id)
        if found is None:
            yield _("an annotation of a text that is not here")
            continue
        text, digest = found
        selectors = {selector["type"]: selector for selector in target["selector"]}
        place, words = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        yield from _selected(text, place["start"], place["end"], words["exact"], words["prefix"], words["suffix"])
        if target["state"]["sha256"] != digest:
            yield _("an annotation of another version of its text")
        for body in item.get("body", ()):
            if "marks" in body:
                yield from _signs(body["marks"], body.get("value", words["exact"]))


def _records(data: bytes, texts: _Texts) -> Iterator[str]:
    document = _json(data)
    newest: dict[str, str] = {}
    known: dict[tuple[str, str], str | None] = {}
    for source in document["sources"]:
        newest[source["id"]] = source["text"]["id"]
        for text in (source["text"], *source.get("earlier_texts", ())):
            found = None if texts.doubted(text["id"]) else texts.get(text["id"])
            known[source["id"], text["id"]] = found[0] if found is not None and found[1] == text["sha256"] else None
            if known[source["id"], text["id"]] is None and not texts.doubted(text["id"]):
                yield _("a source whose text is not here or another one")
        texts_there = (source["text"], *source.get("earlier_texts", ()))
        if source["original"]["path"] is not None and any(text.get("redacted") for text in texts_there):
            yield _("a redacted text beside the file that it was read from")
    if "properties" in document:  # bundles of earlier versions do not tell them
        told = {about["key"] for about in document["properties"]}
        if any(said["property"] not in told for record in document["records"] for said in record["statements"]):
            yield _("a statement whose property is not told")
    for row in document["passages"]:
        key = row["source_id"], row.get("text_id") or newest.get(row["source_id"], "")
        if key not in known:
            yield _("a passage of a source that is not here")
        elif (whole := known[key]) is not None:
            yield from _selected(whole, row["start"], row["end"], row["exact"], row["prefix"], row["suffix"])
    yield from _signs_of_quotes(document)


def _signs_of_quotes(document: Mapping[str, Any]) -> Iterator[str]:
    words = {row["id"]: row["exact"] for row in document["passages"]}
    for quote in document["quotes"]:
        yield from _signs(quote.get("marks", ()), words[quote["passage_id"]])
        for translation in quote["translations"]:
            yield from _signs(translation.get("marks", ()), translation["text"])


def _signs(marks: Iterable[Mapping[str, Any]], words: str) -> Iterator[str]:
    """Tell of signs that stand nowhere in their words; bundles of earlier versions do not tell any."""
    if not all(0 <= mark["start"] < mark["end"] <= len(words) for mark in marks):
        yield _("a sign that is not in its words")


def _table(data: bytes, texts: _Texts) -> Iterator[str]:
    limit = csv.field_size_limit(_CELL)
    try:
        for row in csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True):
            found = texts.get(row["text_version_id"])
            if texts.doubted(row["text_version_id"]):
                continue
            if found is None:
                yield _("a quote of a text that is not here")
                continue
            yield from _selected(found[0], int(row["start"]), int(row["end"]), row["exact"], "", "")
    finally:
        csv.field_size_limit(limit)


def _selected(text: str, start: Any, end: Any, exact: str, prefix: str, suffix: str) -> Iterator[str]:
    """Tell where a selector does not select its words; positions are code points."""
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        yield _("a position outside its text")
    elif text[start:end] != exact:
        yield _("a passage that does not hold its words")
    elif not text.endswith(prefix, 0, start) or not text.startswith(suffix, end):
        yield _("a passage whose surroundings are not its text’s")


def _xliff(data: bytes) -> Iterator[str]:
    root = parse_xml(data)
    if root.tag != f"{{{NAMESPACE}}}xliff" or root.get("version") != "2.1":
        yield _("not XLIFF 2.1")


def _eac(data: bytes) -> Iterator[str]:
    root = parse_xml(data)
    if root.tag != f"{{{EAC_NAMESPACE}}}eac":
        yield _("not EAC-CPF 2.0")


def _entities(data: bytes) -> Iterator[str]:
    entities = [_json(line) for line in data.splitlines()]
    documents = {entity["id"] for entity in entities if entity["schema"] == "Document"}
    for entity in entities:
        if not documents.issuperset(entity["properties"].get("proof", ())):
            yield _("an entity that is proved by a source that is not here")


def _json(data: bytes) -> Any:
    return json.loads(data.decode("utf-8"), parse_constant=_no_constant)


def _no_constant(name: str) -> Any:
    raise ValueError(name)
