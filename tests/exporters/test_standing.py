from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree

from workbench.domain.bundle import BundleContent, BundleTranslation
from workbench.domain.kinds import SubState, TranslationState
from workbench.exporters.annotations import write_annotations
from workbench.exporters.errand import NO_ERRAND
from workbench.exporters.lookup import Lookup
from workbench.exporters.page import write_page
from workbench.exporters.readme import write_readme
from workbench.exporters.records import write_records
from workbench.exporters.sheets import write_xlsx
from workbench.exporters.standing import BY_MACHINE, UNFINISHED, unfinished_words
from workbench.exporters.table import write_table
from workbench.exporters.tmx import write_tmx
from workbench.exporters.xliff import write_xliff
from workbench.exporters.xliff12 import write_xliff12

INITIAL, TRANSLATED, REVIEWED, FINAL = TranslationState


def all_of(content: BundleContent, state: TranslationState, sub_state: SubState = SubState.NONE) -> Lookup:
    """Return a content all of whose translations stand alike, none of them stale."""

    def stands(translation: BundleTranslation) -> BundleTranslation:
        return replace(translation, state=state, sub_state=sub_state.value, stale=False)

    quotes = tuple(replace(quote, translations=tuple(map(stands, quote.translations))) for quote in content.quotes)
    return Lookup(replace(content, quotes=quotes))


@pytest.mark.parametrize("state", [INITIAL, TRANSLATED, REVIEWED])
def test_what_is_not_final_says_so_wherever_it_stands(content: BundleContent, state: TranslationState) -> None:
    lookup = all_of(content, state, SubState.DISPUTED)
    assert lookup.content.unfinished > 0
    words = unfinished_words(lookup.content.quotes[0].translations[0])
    assert words.endswith(", disputed")
    page = write_page(lookup, {}).decode()
    assert UNFINISHED in page
    assert words.partition(",")[0] in page
    assert "disputed" in page
    assert UNFINISHED[:30] in write_readme(lookup, "en", originals=False).decode()
    assert f",{state.value}," in write_table(lookup).decode()
    assert "disputed" in write_table(lookup).decode()
    for written in (write_records(lookup, {}), write_annotations(lookup)):
        assert "skaryna:disputed" in written.decode()
    for documents in (write_xliff(lookup), write_xliff12(lookup)):
        notes = "".join("".join(etree.fromstring(data).itertext()) for data in documents.values())
        assert words in notes
    (tmx,) = write_tmx(lookup, NO_ERRAND).values()
    assert b">disputed</prop>" in tmx
    assert write_xlsx(lookup, NO_ERRAND)


def test_a_machines_words_say_so_wherever_they_stand(content: BundleContent) -> None:
    drafts = all_of(content, INITIAL).content
    first, *others = drafts.quotes
    said = replace(first.translations[0], by_machine=True)
    lookup = Lookup(replace(drafts, quotes=(replace(first, translations=(said, *first.translations[1:])), *others)))
    assert unfinished_words(said).endswith(f", {BY_MACHINE}")
    assert BY_MACHINE in write_page(lookup, {}).decode()
    assert BY_MACHINE not in write_page(Lookup(drafts), {}).decode()
    assert [
        translation["by_machine"]
        for quote in json.loads(write_records(lookup, {}))["quotes"]
        for translation in quote["translations"]
    ].count(True) == 1
    for documents in (write_xliff(lookup), write_xliff12(lookup)):
        assert "".join("".join(etree.fromstring(data).itertext()) for data in documents.values()).count(BY_MACHINE) == 1


def test_what_is_final_needs_no_words(content: BundleContent) -> None:
    lookup = all_of(content, FINAL)
    assert lookup.content.unfinished == 0
    assert unfinished_words(lookup.content.quotes[0].translations[0]) == ""
    assert unfinished_words(None) == ""
    assert UNFINISHED not in write_page(lookup, {}).decode()
    assert UNFINISHED[:30] not in write_readme(lookup, "en", originals=False).decode()
