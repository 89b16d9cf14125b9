"""Quotes and their translations as XLIFF 2.1 (OASIS, core), for any translator's program."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from workbench.domain.bundle import BundlePassage, BundleQuote, BundleTranslation
from workbench.domain.kinds import TranslationState
from workbench.domain.languages import UNKNOWN, base_language
from workbench.exporters.filenames import safe_name
from workbench.exporters.lookup import Lookup, name_in, text_path

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""XLIFF 2.1 keeps the namespace of 2.0."""

STALE = "skaryna:stale"
"""The `subState` of a translation whose quote changed after it was written."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])")
_AROUND = 160
"""Code points of the text before and after a quote that stand in its notes."""


def write_xliff(lookup: Lookup) -> dict[str, bytes]:
    """Return one document for each target language, by its path below `data/`.

    An XLIFF document has one source language. Where quotes were published in several, there is
    one document for each pair, named `quotes.<source>.<target>.xlf` instead of
    `quotes.<target>.xlf`. A quote published in the target language needs no translation and is
    left out; a document without quotes is not written.
    """
    quotes = lookup.content.quotes
    origins = sorted({quote.published_language or UNKNOWN for quote in quotes})
    documents: dict[str, bytes] = {}
    for target in lookup.content.languages:
        for origin in origins:
            chosen = [q for q in quotes if (q.published_language or UNKNOWN) == origin and _foreign(q, target)]
            if chosen:
                tags = (target,) if len(origins) == 1 else (origin, target)
                name = ".".join(("quotes", *(safe_name(tag) for tag in tags), "xlf"))
                documents[f"xliff/{name}"] = _document(lookup, chosen, origin, target)
    return documents


def _foreign(quote: BundleQuote, target: str) -> bool:
    return base_language(quote.published_language) != base_language(target) or any(
        translation.language == target for translation in quote.translations
    )


def _document(lookup: Lookup, quotes: list[BundleQuote], origin: str, target: str) -> bytes:
    root = etree.fromstring(f'<xliff xmlns="{NAMESPACE}"/>')
    root.set("version", "2.1")
    root.set("srcLang", origin)
    root.set("trgLang", target)
    by_text: dict[tuple[str, str], list[BundleQuote]] = {}
    for quote in quotes:
        passage = lookup.passages[quote.passage_id]
        by_text.setdefault((passage.source_id, lookup.text_of(passage).id), []).append(quote)
    for (source_id, text_id), group in by_text.items():
        source = lookup.sources[source_id]
        newest = text_id == source.text_version_id
        row_id = f"s-{source_id}" if newest else f"t-{text_id}"
        file = etree.SubElement(root, _q("file"), id=row_id, original=f"../{text_path(text_id)}")
        # A segment is the whole of what somebody said; splitting it would lose its passage.
        file.set("canResegment", "no")
        _notes(
            file, (("source", source.title), ("sha256", lookup.received(lookup.texts[text_id], source).original_digest))
        )
        for quote in group:
            _unit(file, lookup, quote, target)
    _indent(root, 0)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _unit(file: etree._Element, lookup: Lookup, quote: BundleQuote, target: str) -> None:
    passage = lookup.passages[quote.passage_id]
    translation = next((t for t in quote.translations if t.language == target), None)
    unit = etree.SubElement(file, _q("unit"), id=f"q-{quote.id}", name=f"urn:uuid:{quote.id}")
    _notes(unit, _facts(lookup, quote, passage, translation, target))
    segment = etree.SubElement(unit, _q("segment"), id="s1")
    written = translation is not None and translation.text != ""
    segment.set("state", translation.state.value if translation and written else TranslationState.INITIAL.value)
    if translation and written and translation.stale:
        segment.set("subState", STALE)
    _words(etree.SubElement(segment, _q("source")), passage.anchor.exact, quote.published_language or UNKNOWN)
    if translation and written:
        _words(etree.SubElement(segment, _q("target")), translation.text, target)


def _facts(
    lookup: Lookup,
    quote: BundleQuote,
    passage: BundlePassage,
    translation: BundleTranslation | None,
    target: str,
) -> Iterable[tuple[str, str]]:
    """Yield the notes of a unit as (category, text); empty ones are left out by `_notes`."""
    text, span = lookup.text_of(passage).text.text, passage.anchor.span
    speaker = lookup.records.get(quote.speaker_id or "")
    name = name_in(speaker, target) if speaker else None
    yield "speaker", name.value if name else ""
    yield "manner", quote.manner.value
    yield "spoken-language", quote.spoken_language
    yield "before", text[max(0, span.start - _AROUND) : span.start]
    yield "after", text[span.end : span.end + _AROUND]
    yield "position", f"{span.start}-{span.end}"
    if translation:
        yield "translator", translation.translator.initials if translation.translator else ""
        yield "reviewer", translation.reviewer.initials if translation.reviewer else ""


def _notes(parent: etree._Element, facts: Iterable[tuple[str, str]]) -> None:
    rows = [(category, value) for category, value in facts if value.strip()]
    if not rows:
        return
    notes = etree.SubElement(parent, _q("notes"))
    for number, (category, value) in enumerate(rows, start=1):
        note = etree.SubElement(notes, _q("note"), id=f"n{number}", category=category)
        # A note holds text only, so a character that XML cannot hold is shown as lost.
        note.text = _FORBIDDEN.sub("\ufffd", value)


def _words(element: etree._Element, words: str, language: str) -> None:
    """Write a segment's words; characters that XML 1.0 cannot hold become `<cp hex="…"/>` (4.2.3.1)."""
    element.set(_LANG, language)
    element.set(_SPACE, "preserve")
    first, *rest = _FORBIDDEN.split(words)
    element.text = first
    for character, following in zip(rest[::2], rest[1::2], strict=True):
        point = etree.SubElement(element, _q("cp"), hex=f"{ord(character):04X}")
        point.tail = following


def _indent(element: etree._Element, depth: int) -> None:
    """Put each structural element on a line; `etree.indent` would also change the words themselves."""
    if element.tag in {_q("source"), _q("target"), _q("note")} or len(element) == 0:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
