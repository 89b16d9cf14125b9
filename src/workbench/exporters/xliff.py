"""Quotes and their translations as XLIFF 2.1 (OASIS), for any translator's program.

The core, with the modules for metadata (section 5.3 of the standard, `mda`), glossary (5.2, `gls`) and
translation candidates (5.1, `mtc`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from lxml import etree

from workbench.domain.bundle import BundlePassage, BundleQuote, BundleTranslation
from workbench.domain.kinds import TranslationState
from workbench.domain.languages import UNKNOWN
from workbench.exporters.errand import (
    NO_ERRAND,
    Errand,
    between_of,
    context_of,
    is_wanted,
    names_beside,
    speaker_of,
    translation_in,
    voice_of,
)
from workbench.exporters.filenames import safe_name
from workbench.exporters.lookup import Lookup, text_path
from workbench.exporters.standing import unfinished_words
from workbench.exporters.xml import FORBIDDEN, LANG, SPACE, document_of, shown

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""XLIFF 2.1 keeps the namespace of 2.0."""

METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"

CATEGORY = "skaryna"
"""The `category` of the metadata that this program writes, and the authority of its sub-states."""

STALE = "skaryna:stale"
"""The `subState` of a translation whose quote changed after it was written."""

_PREFIXES: Any = {None: NAMESPACE, "mda": METADATA, "gls": GLOSSARY, "mtc": MATCHES}


def _q(name: str, namespace: str = NAMESPACE) -> str:
    return f"{{{namespace}}}{name}"


_WHOLE = frozenset(
    {*map(_q, ("source", "target", "note")), _q("meta", METADATA), *(_q(n, GLOSSARY) for n in ("term", "translation"))}
)


def write_xliff(lookup: Lookup, errand: Errand = NO_ERRAND) -> dict[str, bytes]:
    """Return one document for each target language, by its path below `data/`.

    An XLIFF document has one source language. Where quotes were published in several, there is
    one document for each pair, named `quotes.<source>.<target>.xlf` instead of
    `quotes.<target>.xlf`. A quote published in the target language needs no translation and is
    left out; a document without quotes is not written.
    """
    found = grouped(lookup)
    return {
        f"xliff/{name}.xlf": _document(lookup, chosen, origin, target, errand)
        for name, (chosen, origin, target) in found.items()
    }


def grouped(lookup: Lookup) -> dict[str, tuple[list[BundleQuote], str, str]]:
    """Return the quotes of each document with its source and target language, by the document's name."""
    quotes = lookup.content.quotes
    origins = sorted({quote.published_language or UNKNOWN for quote in quotes})
    found = {}
    for target in lookup.content.languages:
        for origin in origins:
            chosen = [q for q in quotes if (q.published_language or UNKNOWN) == origin and is_wanted(q, target)]
            if chosen:
                tags = (target,) if len(origins) == 1 else (origin, target)
                found[".".join(("quotes", *(safe_name(tag) for tag in tags)))] = chosen, origin, target
    return found


def by_text(lookup: Lookup, quotes: Iterable[BundleQuote]) -> dict[tuple[str, str], list[BundleQuote]]:
    """Return quotes by the source and the text version that they stand in, in their order."""
    found: dict[tuple[str, str], list[BundleQuote]] = {}
    for quote in quotes:
        passage = lookup.passages[quote.passage_id]
        found.setdefault((passage.source_id, lookup.text_of(passage).id), []).append(quote)
    return found


def _document(lookup: Lookup, quotes: list[BundleQuote], origin: str, target: str, errand: Errand) -> bytes:
    root = etree.Element(_q("xliff"), nsmap=_PREFIXES)
    root.set("version", "2.1")
    root.set("srcLang", origin)
    root.set("trgLang", target)
    for (source_id, text_id), group in by_text(lookup, quotes).items():
        source = lookup.sources[source_id]
        newest = text_id == source.text_version_id
        row_id = f"s-{source_id}" if newest else f"t-{text_id}"
        file = etree.SubElement(root, _q("file"), id=row_id, original=f"../{text_path(text_id)}")
        # A segment is the whole of what somebody said; splitting it would lose its passage.
        file.set("canResegment", "no")
        facts = (
            ("source", source.title),
            ("publisher", source.publisher),
            ("published", source.published),
            ("sha256", lookup.received(lookup.texts[text_id], source).original_digest),
        )
        _notes(file, facts)
        for quote in group:
            _unit(file, lookup, quote, target, errand)
    return document_of(root, _WHOLE)


def _unit(file: etree._Element, lookup: Lookup, quote: BundleQuote, target: str, errand: Errand) -> None:
    passage = lookup.passages[quote.passage_id]
    translation = translation_in(quote, target)
    unit = etree.SubElement(file, _q("unit"), id=f"q-{quote.id}", name=f"urn:uuid:{quote.id}")
    origin = quote.published_language or UNKNOWN
    _matches(unit, errand, quote, origin, target)
    _glossary(unit, [*names_beside(lookup, quote, target), *errand.terms.get((quote.id, target), ())])
    _metadata(unit, _known(quote, passage, errand))
    _notes(unit, _facts(lookup, quote, passage, target))
    segment = etree.SubElement(unit, _q("segment"), id="s1")
    segment.set("state", (translation.state if translation else TranslationState.INITIAL).value)
    if translation and (sub_state := sub_state_of(translation)):
        segment.set("subState", sub_state)
    _words(etree.SubElement(segment, _q("source")), passage.anchor.exact, origin)
    if translation:
        _words(etree.SubElement(segment, _q("target")), translation.text, target)


def sub_state_of(translation: BundleTranslation) -> str:
    """Return what more there is to say of a translation's state; empty where there is nothing."""
    return STALE if translation.stale else translation.sub_state


def _known(quote: BundleQuote, passage: BundlePassage, errand: Errand) -> Iterable[tuple[str, str]]:
    """Yield what programs are told of a unit as (type, value)."""
    yield "quote", quote.id
    yield "passage", passage.id
    yield "sha256", hashlib.sha256(passage.anchor.exact.encode()).hexdigest()
    yield "seal", errand.seals.get(quote.id, "")


def _facts(lookup: Lookup, quote: BundleQuote, passage: BundlePassage, target: str) -> Iterable[tuple[str, str]]:
    """Yield the notes of a unit as (category, text); empty ones are left out by `_notes`."""
    span = passage.anchor.span
    before, after = context_of(lookup, quote)
    yield "speaker", speaker_of(lookup, quote, target)
    yield "manner", quote.manner.value
    yield "spoken-language", quote.spoken_language
    yield from between_of(lookup, quote, target)
    yield "before", before
    yield "after", after
    yield "position", f"{span.start}-{span.end}"
    translation = translation_in(quote, target)
    if translation:
        yield "translator", translation.translator.initials if translation.translator else ""
        yield "reviewer", translation.reviewer.initials if translation.reviewer else ""
        yield "state", unfinished_words(translation)
    yield from voice_of(quote, translation)


def _notes(parent: etree._Element, facts: Iterable[tuple[str, str]]) -> None:
    rows = [(category, value) for category, value in facts if value.strip()]
    if not rows:
        return
    notes = etree.SubElement(parent, _q("notes"))
    for number, (category, value) in enumerate(rows, start=1):
        note = etree.SubElement(notes, _q("note"), id=f"n{number}", category=category)
        # A note holds text only, so a character that XML cannot hold is shown as lost.
        note.text = shown(value)


def _metadata(unit: etree._Element, facts: Iterable[tuple[str, str]]) -> None:
    group = etree.SubElement(etree.SubElement(unit, _q("metadata", METADATA)), _q("metaGroup", METADATA))
    group.set("category", CATEGORY)
    for kind, value in facts:
        if value:
            etree.SubElement(group, _q("meta", METADATA), type=kind).text = value


def _glossary(unit: etree._Element, words: list[tuple[str, str]]) -> None:
    if not words:
        return
    glossary = etree.SubElement(unit, _q("glossary", GLOSSARY))
    for number, (here, there) in enumerate(words, start=1):
        entry = etree.SubElement(glossary, _q("glossEntry", GLOSSARY), id=f"g{number}")
        etree.SubElement(entry, _q("term", GLOSSARY)).text = shown(here)
        etree.SubElement(entry, _q("translation", GLOSSARY)).text = shown(there)


def _matches(unit: etree._Element, errand: Errand, quote: BundleQuote, origin: str, target: str) -> None:
    near = errand.near.get((quote.id, target), ())
    if not near:
        return
    matches = etree.SubElement(unit, _q("matches", MATCHES))
    for number, each in enumerate(near, start=1):
        match = etree.SubElement(matches, _q("match", MATCHES), id=f"m{number}", ref="#s1", type="tm")
        match.set("similarity", f"{each.score}.0")
        _words(etree.SubElement(match, _q("source")), each.source, origin)
        _words(etree.SubElement(match, _q("target")), each.target, target)


def _words(element: etree._Element, words: str, language: str) -> None:
    """Write a segment's words; characters that XML 1.0 cannot hold become `<cp hex="…"/>` (4.2.3.1)."""
    element.set(LANG, language)
    element.set(SPACE, "preserve")
    first, *rest = FORBIDDEN.split(words)
    element.text = first
    for character, following in zip(rest[::2], rest[1::2], strict=True):
        point = etree.SubElement(element, _q("cp"), hex=f"{ord(character):04X}")
        point.tail = following
