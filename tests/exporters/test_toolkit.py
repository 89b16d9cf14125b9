"""Another program's readers (translate-toolkit) open what is written, and find the same words in it."""

from __future__ import annotations

import pytest

from workbench.domain.bundle import BundleContent
from workbench.domain.glossary import Entry
from workbench.domain.inputs import ConceptInput, TermInput
from workbench.domain.kinds import TermStatus
from workbench.exporters.errand import Errand, Near, words_of
from workbench.exporters.lookup import Lookup
from workbench.exporters.tbx import write_tbx
from workbench.exporters.tmx import write_tmx
from workbench.exporters.xliff import write_xliff
from workbench.exporters.xliff12 import write_xliff12


@pytest.fixture
def errand(content: BundleContent) -> Errand:
    seals = {quote.id: "a-seal" for quote in content.quotes}
    return Errand(seals, {(content.quotes[0].id, "be"): (Near("Like words.", "Падобныя словы.", 71),)})


def wanted(content: BundleContent, target: str, *, filled: bool = False) -> list[tuple[str, str]]:
    lookup = Lookup(content)
    return [
        (
            words_of(lookup, quote),
            next((t.text for t in quote.translations if t.language == target), "")
            or (words_of(lookup, quote) if filled else ""),
        )
        for quote in content.quotes
        if quote.published_language == "en"
    ]


@pytest.mark.parametrize("target", ["be", "ru", "lt"])
def test_xliff_1_2(content: BundleContent, errand: Errand, target: str) -> None:
    from translate.storage.xliff import xlifffile

    store = xlifffile.parsestring(write_xliff12(Lookup(content), errand)[f"quotes.en.{target}.xlf"])
    assert [(str(unit.source), str(unit.target or "")) for unit in store.units] == wanted(content, target, filled=True)
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("en", target)
    assert Lookup(content).source_of(content.passages[0]).title in store.units[0].getnotes()


@pytest.mark.parametrize("target", ["be", "ru", "lt"])
def test_xliff_2_1(content: BundleContent, errand: Errand, target: str) -> None:
    from translate.storage.xliff2 import Xliff2File

    store = Xliff2File.parsestring(write_xliff(Lookup(content), errand)[f"xliff/quotes.en.{target}.xlf"])
    units = [unit for unit in store.units if unit.istranslatable()]
    assert [(str(unit.source), str(unit.target or "")) for unit in units] == wanted(content, target)


def test_tmx(content: BundleContent, errand: Errand) -> None:
    from translate.storage.tmx import tmxfile

    store = tmxfile.parsestring(write_tmx(Lookup(content), errand)["quotes.tmx"])
    assert [str(unit.source) for unit in store.units] == [words_of(Lookup(content), quote) for quote in content.quotes]
    assert str(store.units[0].target) == content.quotes[0].translations[0].text


def test_tbx() -> None:
    from translate.storage.tbx import tbxfile

    terms = [
        TermInput(tag="en", value="colony"),
        TermInput(tag="be", value="калонія"),
        TermInput(tag="be", value="зона", status=TermStatus.FORBIDDEN, reason="jargon"),
    ]
    [unit] = tbxfile.parsestring(write_tbx([Entry(ConceptInput(definition="a prison camp"), tuple(terms))])).units
    assert (str(unit.source), [(term.text, term.deprecated) for term in unit.get_target_terms("be")]) == (
        "colony", [("калонія", False), ("зона", True)],
    )  # fmt: skip
