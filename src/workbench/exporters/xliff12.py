"""Quotes and their translations as XLIFF 1.2 (OASIS), for programs that do not read XLIFF 2, OmegaT among them."""

from __future__ import annotations

from typing import Any

from lxml import etree

from workbench.domain.bundle import BundleQuote, BundleTranslation
from workbench.domain.kinds import TranslationState
from workbench.domain.languages import UNKNOWN
from workbench.exporters.errand import (
    NO_ERRAND,
    Errand,
    between_of,
    context_of,
    names_beside,
    provenance_of,
    speaker_of,
    translation_in,
    voice_of,
    words_of,
)
from workbench.exporters.lookup import Lookup, text_path
from workbench.exporters.standing import unfinished_words
from workbench.exporters.xliff import by_text, grouped, sub_state_of
from workbench.exporters.xml import LANG, SPACE, document_of, shown

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

STATES: dict[TranslationState, str] = {
    TranslationState.INITIAL: "needs-translation",
    TranslationState.TRANSLATED: "translated",
    TranslationState.REVIEWED: "signed-off",
    TranslationState.FINAL: "final",
}
"""The `state` of a target (section 3.3 of the standard) for each state of a translation."""

UNTOUCHED = "new"
"""The `state` of a target that holds the words of the source, because OmegaT shows no unit without a target."""


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


_WHOLE = frozenset(map(_q, ("source", "target", "note")))


def write_xliff12(lookup: Lookup, errand: Errand = NO_ERRAND) -> dict[str, bytes]:
    """Return one document for each pair of languages, by its file name; the pairs are those of `write_xliff`.

    A character that XML 1.0 cannot hold is U+FFFD: this format has no way to write one.
    """
    return {
        f"{name}.xlf": _document(lookup, quotes, origin, target, errand)
        for name, (quotes, origin, target) in grouped(lookup).items()
    }


def _document(lookup: Lookup, quotes: list[BundleQuote], origin: str, target: str, errand: Errand) -> bytes:
    prefixes: Any = {None: NAMESPACE}
    root = etree.Element(_q("xliff"), nsmap=prefixes)
    root.set("version", "1.2")
    for (_source_id, text_id), group in by_text(lookup, quotes).items():
        file = etree.SubElement(root, _q("file"), original=text_path(text_id), datatype="plaintext")
        file.set("source-language", origin)
        file.set("target-language", target)
        body = etree.SubElement(file, _q("body"))
        for quote in group:
            _unit(body, lookup, quote, (origin, target), errand)
    return document_of(root, _WHOLE)


def _unit(body: etree._Element, lookup: Lookup, quote: BundleQuote, languages: tuple[str, str], errand: Errand) -> None:
    origin, target = languages
    unit = etree.SubElement(body, _q("trans-unit"), id=f"q-{quote.id}", resname=f"urn:uuid:{quote.id}")
    if quote.id in errand.seals:
        unit.set("extradata", errand.seals[quote.id])
    unit.set(SPACE, "preserve")
    translation = translation_in(quote, target)
    if translation and translation.state is TranslationState.FINAL:
        unit.set("approved", "yes")
    _words(unit, "source", words_of(lookup, quote), origin)
    if translation and translation.text:
        _target(unit, translation)
    else:
        _words(unit, "target", words_of(lookup, quote), target).set("state", UNTOUCHED)
    for category, text in _notes(lookup, quote, origin, target):
        _note(unit, category, text)
    for here, there in errand.terms.get((quote.id, target), ()):
        _note(unit, "term", f"{here} = {there}")
    for near in errand.near.get((quote.id, target), ()):
        other = etree.SubElement(unit, _q("alt-trans"), origin="memory")
        other.set("match-quality", f"{near.score}%")
        _words(other, "source", near.source, origin)
        _words(other, "target", near.target, target)


def _note(unit: etree._Element, category: str, text: str) -> None:
    note = etree.SubElement(unit, _q("note"))
    note.set("from", category)
    note.text = shown(text)


def _target(unit: etree._Element, translation: BundleTranslation) -> None:
    element = _words(unit, "target", translation.text, translation.language)
    element.set("state", STATES[translation.state])
    if sub_state := sub_state_of(translation):
        element.set("state-qualifier", f"x-{sub_state.replace(':', '-')}")


def _notes(lookup: Lookup, quote: BundleQuote, origin: str, target: str) -> list[tuple[str, str]]:
    before, after = context_of(lookup, quote)
    spoken = quote.spoken_language if quote.spoken_language not in ("", UNKNOWN, origin) else ""
    translation = translation_in(quote, target)
    people = (translation.translator, translation.reviewer) if translation else (None, None)
    facts = [
        ("speaker", speaker_of(lookup, quote, target)),
        ("spoken-language", spoken),
        *between_of(lookup, quote, target),
        *voice_of(quote, translation),
        ("provenance", provenance_of(lookup, quote)),
        ("before", before),
        ("after", after),
        *(("name", f"{here} = {there}") for here, there in names_beside(lookup, quote, target)),
        ("state", unfinished_words(translation)),
        *zip(("translator", "reviewer"), (each.initials if each else "" for each in people), strict=True),
    ]
    return [(category, text) for category, text in facts if text.strip()]


def _words(parent: etree._Element, name: str, words: str, language: str) -> etree._Element:
    element = etree.SubElement(parent, _q(name))
    element.set(LANG, language)
    element.text = shown(words)
    return element
