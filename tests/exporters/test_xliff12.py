"""XLIFF 1.2: the order of its elements, states, notes and like translations."""

from __future__ import annotations

from lxml import etree

from workbench.domain.bundle import BundleContent
from workbench.domain.kinds import TranslationState
from workbench.exporters.errand import Errand, Near, words_of
from workbench.exporters.lookup import Lookup
from workbench.exporters.xliff12 import NAMESPACE, STATES, UNTOUCHED, write_xliff12
from workbench.exporters.xml import parse_xml

N = {"x": NAMESPACE}


def documents(content: BundleContent, errand: Errand | None = None) -> dict[str, etree._Element]:
    return {name: parse_xml(data) for name, data in write_xliff12(Lookup(content), errand or Errand()).items()}


def test_units_hold_the_words_in_the_order_of_the_standard(content: BundleContent) -> None:
    lookup, quote = Lookup(content), content.quotes[0]
    errand = Errand({quote.id: "a-seal"}, {(quote.id, "be"): (Near("Like words.", "Падобныя словы.", 71),)})
    root = documents(content, errand)["quotes.en.be.xlf"]
    assert root.get("version") == "1.2"
    file = root.find("x:file", N)
    assert (file.get("source-language"), file.get("target-language"), file.get("datatype")) == ("en", "be", "plaintext")
    first, second = file.findall("x:body/x:trans-unit", N)
    names = [child.tag.rpartition("}")[2] for child in first]
    assert names == ["source", "target", *["note"] * (len(names) - 3), "alt-trans"]
    assert first.find("x:source", N).text == words_of(lookup, quote)
    assert (first.get("resname"), first.get("extradata")) == (f"urn:uuid:{quote.id}", "a-seal")
    assert (second.get("extradata"), second.find("x:alt-trans", N)) == (None, None)
    other = first.find("x:alt-trans", N)
    assert other.get("match-quality") == "71%"
    assert [child.text for child in other] == ["Like words.", "Падобныя словы."]


def test_states_and_what_is_out_of_date(content: BundleContent) -> None:
    assert len(set(STATES.values())) == len(TranslationState)
    chair, wall = documents(content)["quotes.en.be.xlf"].iterfind(".//x:trans-unit", N)
    assert (chair.get("approved"), chair.find("x:target", N).get("state")) == ("yes", "final")
    assert chair.find("x:target", N).get("state-qualifier") is None
    assert wall.find("x:target", N).get("state-qualifier") == "x-skaryna-stale"
    chair, wall = documents(content)["quotes.en.ru.xlf"].iterfind(".//x:trans-unit", N)
    assert [each.find("x:target", N).get("state") for each in (chair, wall)] == ["signed-off", "needs-translation"]
    assert chair.get("approved") is None
    _chair, wall = documents(content)["quotes.en.lt.xlf"].iterfind(".//x:trans-unit", N)
    source, target = wall.find("x:source", N), wall.find("x:target", N)
    assert (target.text, target.get("state")) == (source.text, UNTOUCHED)


def test_notes_tell_who_speaks_where_and_how_names_are_written(content: BundleContent) -> None:
    unit = documents(content)["quotes.en.be.xlf"].find(".//x:trans-unit", N)
    notes = {note.get("from"): note.text for note in unit.iterfind("x:note", N)}
    assert notes["speaker"] == "Ігар Сокал"
    assert notes["name"] == "Ihar Sokał = Ігар Сокал"
    assert notes["spoken-language"] == "be"
    assert notes["provenance"] == "A chair by the window · Harbour Gazette · 2024-05-04"
    assert notes["before"].endswith("“")
    assert (notes["translator"], notes["reviewer"]) == ("AK", "MB")
