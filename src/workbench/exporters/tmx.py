"""Quotes and their translations as TMX 1.4b (LISA/GALA): one unit a quote, with all of its languages."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from workbench import __version__
from workbench.domain.bundle import BundleQuote
from workbench.domain.languages import UNKNOWN
from workbench.exporters.errand import (
    NO_ERRAND,
    Errand,
    between_of,
    provenance_of,
    speaker_of,
    translation_in,
    words_of,
)
from workbench.exporters.lookup import Lookup, moment_of
from workbench.exporters.xliff import STALE
from workbench.exporters.xml import LANG, document_of, shown

PREFIX = "x-skaryna-"
"""Begins the `type` of every property of this program (TMX 1.4b, `prop`: unpublished types begin with x-)."""

_WHOLE = frozenset({"seg", "note", "prop"})


def write_tmx(lookup: Lookup, errand: Errand = NO_ERRAND) -> dict[str, bytes]:
    """Return one document with every quote of the content, and its translations into the chosen languages.

    `tuid` is the quote's id, `srclang` of a unit the language of publication. Properties tell the
    speaker, the languages, and of each translation its state, translator and reviewer. A character
    that XML 1.0 cannot hold is U+FFFD.
    """
    content = lookup.content
    if not content.quotes:
        return {}
    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(root, "header", creationtool="Skaryna Workbench", creationtoolversion=__version__)
    facts = {"segtype": "block", "o-tmf": "skaryna", "adminlang": "en", "srclang": "*all*", "datatype": "plaintext"}
    for name, value in facts.items():
        header.set(name, value)
    header.set("creationdate", _stamp(moment_of(content)))
    body = etree.SubElement(root, "body")
    for quote in content.quotes:
        _unit(body, lookup, quote, errand)
    return {"quotes.tmx": document_of(root, _WHOLE)}


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")


def _unit(body: etree._Element, lookup: Lookup, quote: BundleQuote, errand: Errand) -> None:
    origin = quote.published_language or UNKNOWN
    unit = etree.SubElement(body, "tu", tuid=quote.id, srclang=origin)
    _properties(
        unit,
        ("seal", errand.seals.get(quote.id, "")),
        ("speaker", speaker_of(lookup, quote, origin)),
        ("manner", quote.manner.value),
        ("spoken-language", quote.spoken_language),
        *between_of(lookup, quote, origin),
        ("provenance", provenance_of(lookup, quote)),
    )
    _variant(unit, origin, words_of(lookup, quote))
    for target in lookup.content.languages:
        translation = translation_in(quote, target)
        if translation is None:
            continue
        people = (each.initials if each else "" for each in (translation.translator, translation.reviewer))
        translator, reviewer = people
        _variant(
            unit,
            target,
            translation.text,
            ("state", translation.state.value),
            ("sub-state", translation.sub_state.rpartition(":")[2]),
            ("sub-state", STALE if translation.stale else ""),
            ("speaker", speaker_of(lookup, quote, target)),
            ("translator", translator),
            ("reviewer", reviewer),
            ("relay", translation.relay_language),
        )


def _variant(unit: etree._Element, language: str, words: str, *facts: tuple[str, str]) -> None:
    variant = etree.SubElement(unit, "tuv")
    variant.set(LANG, language)
    _properties(variant, *facts)
    etree.SubElement(variant, "seg").text = shown(words)


def _properties(parent: etree._Element, *facts: tuple[str, str]) -> None:
    for kind, value in facts:
        if value:
            etree.SubElement(parent, "prop", type=f"{PREFIX}{kind}").text = shown(value)
