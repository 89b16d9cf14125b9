"""XLIFF 2.1: structure, states, notes, and words that survive to the character."""

from __future__ import annotations

import dataclasses
import hashlib

import pytest
from lxml import etree

from workbench.domain.anchors import Span, anchor_at, text_digest
from workbench.domain.bundle import BundleContent
from workbench.domain.structure import Block, StructuredText
from workbench.exporters.errand import Errand, Near
from workbench.exporters.lookup import Lookup
from workbench.exporters.xliff import GLOSSARY, MATCHES, METADATA, NAMESPACE, STALE, write_xliff
from workbench.exporters.xml import parse_xml

N = {"x": NAMESPACE}
XML = "{http://www.w3.org/XML/1998/namespace}"


def documents(content: BundleContent) -> dict[str, etree._Element]:
    return {path: parse_xml(data) for path, data in write_xliff(Lookup(content)).items()}


def words(element: etree._Element) -> str:
    """The words of a source or target with `cp` elements read back."""
    pieces = [element.text or ""]
    for child in element:
        pieces += [chr(int(child.get("hex"), 16)), child.tail or ""]
    return "".join(pieces)


def one_language(content: BundleContent) -> BundleContent:
    return dataclasses.replace(content, quotes=tuple(q for q in content.quotes if q.published_language == "en"))


def test_one_document_for_each_pair_of_languages(content: BundleContent) -> None:
    found = documents(content)
    pairs = {("en", "be"), ("en", "ru"), ("en", "lt"), ("be", "ru"), ("be", "lt"), ("be", "en")}
    assert set(found) == {f"xliff/quotes.{source}.{target}.xlf" for source, target in pairs}
    assert {(root.get("srcLang"), root.get("trgLang")) for root in found.values()} == pairs
    assert {root.get("version") for root in found.values()} == {"2.1"}


def test_one_document_for_each_target_where_one_language_was_published(content: BundleContent) -> None:
    assert set(documents(one_language(content))) == {f"xliff/quotes.{target}.xlf" for target in ("be", "ru", "lt")}


def test_no_quotes_no_documents(content: BundleContent) -> None:
    assert documents(dataclasses.replace(content, quotes=())) == {}


def test_states_and_what_is_out_of_date(content: BundleContent) -> None:
    chair, wall = documents(content)["xliff/quotes.en.be.xlf"].findall(".//x:segment", N)
    assert (chair.get("state"), chair.get("subState")) == ("final", None)
    assert (wall.get("state"), wall.get("subState")) == ("final", STALE)
    chair, wall = documents(content)["xliff/quotes.en.lt.xlf"].findall(".//x:segment", N)
    assert chair.get("state") == "translated"
    assert wall.get("state") == "initial"
    assert wall.find("x:target", N) is None


def test_sources_and_targets_are_the_words(content: BundleContent) -> None:
    lookup = Lookup(content)
    seen = 0
    for path, root in documents(content).items():
        for unit in root.iterfind(".//x:unit", N):
            quote = next(q for q in content.quotes if f"q-{q.id}" == unit.get("id"))
            source, target = unit.find(".//x:source", N), unit.find(".//x:target", N)
            assert words(source) == lookup.passages[quote.passage_id].anchor.exact
            assert source.get(f"{XML}lang") == root.get("srcLang")
            assert source.get(f"{XML}space") == "preserve"
            wanted = [t.text for t in quote.translations if t.language == root.get("trgLang")]
            assert ([words(target)] if target is not None else []) == wanted, path
            seen += 1
    assert seen == 9


def test_ids_are_unique_and_name_tokens(content: BundleContent) -> None:
    for root in documents(content).values():
        ids = [element.get("id") for element in root.iterfind(".//x:file", N)]
        ids += [element.get("id") for element in root.iterfind(".//x:unit", N)]
        assert len(set(ids)) == len(ids)
        assert all(found[0].isalpha() and " " not in found for found in ids)


def test_notes_tell_the_translator_what_he_needs(content: BundleContent) -> None:
    unit = documents(content)["xliff/quotes.en.be.xlf"].find(".//x:unit", N)
    notes = {note.get("category"): note.text for note in unit.iterfind("x:notes/x:note", N)}
    assert notes["speaker"] == "Ігар Сокал"
    assert notes["manner"] == "direct"
    assert notes["spoken-language"] == "be"
    assert notes["before"].endswith("thermos of tea. “")
    assert notes["after"].startswith("” he told her")
    assert (notes["translator"], notes["reviewer"]) == ("AK", "MB")
    # The order of the core's schema: modules first.
    assert [child.tag.rpartition("}")[2] for child in unit] == ["glossary", "metadata", "notes", "segment"]


def test_modules_hold_names_facts_and_like_translations(content: BundleContent) -> None:
    quote = content.quotes[0]
    errand = Errand({quote.id: "a-seal"}, {(quote.id, "be"): (Near("Like words.", "Падобныя словы.", 71),)})
    root = parse_xml(write_xliff(Lookup(content), errand)["xliff/quotes.en.be.xlf"])
    first, second = root.findall(".//x:unit", N)
    entry = first.find(f"{{{GLOSSARY}}}glossary/{{{GLOSSARY}}}glossEntry")
    assert [child.text for child in entry] == ["Ihar Sokał", "Ігар Сокал"]
    metas = {meta.get("type"): meta.text for meta in first.iter(f"{{{METADATA}}}meta")}
    digest = hashlib.sha256(words(first.find("x:segment/x:source", N)).encode())
    assert metas == {
        "quote": quote.id,
        "passage": quote.passage_id,
        "sha256": digest.hexdigest(),
        "seal": "a-seal",
    }
    match = first.find(f"{{{MATCHES}}}matches/{{{MATCHES}}}match")
    assert (match.get("ref"), match.get("similarity")) == ("#s1", "71.0")
    assert [words(child) for child in match] == ["Like words.", "Падобныя словы."]
    assert second.find(f"{{{MATCHES}}}matches") is None
    assert "seal" not in {meta.get("type") for meta in second.iter(f"{{{METADATA}}}meta")}


@pytest.mark.parametrize("exact", ["a\x00b\x0cc", "\x1b", "  a\n\tb\r ", "<&>]]>\ufffe\uffff", "👩🏽‍🚀 e\u0301"])
def test_characters_that_xml_cannot_hold_come_back(content: BundleContent, exact: str) -> None:
    text = f"A: {exact} :B"
    source = dataclasses.replace(
        content.sources[0],
        text=StructuredText(text, (Block(0, len(text)),)),
        text_digest=text_digest(text),
    )
    quote = next(q for q in content.quotes if q.published_language == "en")
    passage = dataclasses.replace(
        next(p for p in content.passages if p.id == quote.passage_id), anchor=anchor_at(text, Span(3, 3 + len(exact)))
    )
    translation = dataclasses.replace(quote.translations[0], text=exact)
    small = dataclasses.replace(
        content,
        sources=(source,),
        passages=(passage,),
        quotes=(dataclasses.replace(quote, translations=(translation,)),),
    )
    segment = documents(small)["xliff/quotes.be.xlf"].find(".//x:segment", N)
    assert words(segment.find("x:source", N)) == exact
    assert words(segment.find("x:target", N)) == exact


def test_notes_tell_what_stands_between(content: BundleContent) -> None:
    notes = {
        path: {note.get("category"): note.text for note in root.find(".//x:unit/x:notes", N)}
        for path, root in documents(content).items()
        if "en." in path
    }
    lithuanian = notes["xliff/quotes.en.lt.xlf"]
    assert (lithuanian["via-language"], lithuanian["interpreter"]) == ("ru", "Uosto biblioteka")
    assert (lithuanian["relay"], lithuanian["signs"]) == ("ru", "We = aside")
    assert lithuanian["target-signs"] == "Tavo = translator’s insertion"
    assert "relay" not in notes["xliff/quotes.en.be.xlf"]
