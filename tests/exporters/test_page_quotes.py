"""Quotes on the page: every one with its speaker, surroundings, languages and honest states."""

from __future__ import annotations

import dataclasses

from lxml import html

from workbench.domain.bundle import BundleContent
from workbench.exporters.lookup import Lookup
from workbench.exporters.page_quotes import quotes_section, surroundings
from workbench.exporters.page_voice import Voice


def card(content: BundleContent, number: int) -> html.HtmlElement:
    section = html.fragment_fromstring(quotes_section(Voice(Lookup(content))))
    return section.get_element_by_id(f"q-{content.quotes[number].id}")


def shown(element: html.HtmlElement, language: str = "en") -> str:
    """The text that a reader of one language sees."""
    pieces = []
    for node in element.xpath(".//text()"):
        classes = [c for a in node.getparent().iterancestors() for c in a.get("class", "").split()]
        classes += node.getparent().get("class", "").split()
        if "t" not in classes or f"t-{language}" in classes:
            pieces.append(node)
    return "".join(pieces)


def test_the_words_stand_in_their_surroundings_in_their_language(content: BundleContent) -> None:
    words = card(content, 0).find("blockquote")
    assert words.get("lang") == "en"
    before, exact, after = words.findall("p/span")
    assert exact.text == "We kept your chair by the window, nobody sat in it,"
    assert before.text.endswith("a thermos of tea. “")
    assert after.text == "” he told her before anyone else could speak."


def test_speaker_languages_and_manner(content: BundleContent) -> None:
    text = shown(card(content, 0))
    assert "Ihar Sokał" in text
    assert "Published inEnglish" in text
    assert "Spoken inBelarusian" in text
    assert "the speaker’s words" in text
    assert "Ігар Сокал" in shown(card(content, 0), "be")
    assert "Spoken innot known" in shown(card(content, 1))
    assert "retold, not word for word" in shown(card(content, 2))


def test_every_chosen_language_has_a_cell_with_its_state_and_people(content: BundleContent) -> None:
    cells = card(content, 0).xpath(".//div[@class='translation']")
    assert [cell.xpath(".//p[@class='words']/@lang") for cell in cells] == [["be"], ["ru"], ["lt"]]
    texts = [shown(cell) for cell in cells]
    assert "final" in texts[0]
    assert "Translator: AK · Reviewer: MB" in texts[0]
    assert "reviewed" in texts[1]
    assert "translated, not yet reviewed" in texts[2]
    assert "Reviewer" not in texts[2]


def test_drafts_gaps_and_what_is_out_of_date_say_so(content: BundleContent) -> None:
    stale, draft, missing = (shown(cell) for cell in card(content, 1).xpath(".//div[@class='translation']"))
    assert "Out of date" in stale
    assert "draft, not finished" in draft
    assert "missing" in missing
    assert "No translation into this language is in this bundle" in missing


def test_a_speaker_who_is_not_known_or_not_in_the_bundle(content: BundleContent) -> None:
    nobody = dataclasses.replace(content, quotes=(dataclasses.replace(content.quotes[0], speaker_id=None),))
    assert "Speaker not known" in shown(card(nobody, 0))
    absent = dataclasses.replace(content, records=())
    assert "a record that is not in this bundle" in shown(card(absent, 0))


def test_no_quotes_no_section(content: BundleContent) -> None:
    assert quotes_section(Voice(Lookup(dataclasses.replace(content, quotes=())))) is None


def test_surroundings_are_cut_at_a_space_and_stay_in_the_paragraph(content: BundleContent) -> None:
    voice = Voice(Lookup(content))
    regret = next(p for p in content.passages if p.anchor.exact == "ні пра што не шкадуе")
    assert surroundings(voice, regret)[0].startswith("Паводле")
    end = next(p for p in content.passages if p.anchor.exact.startswith("We kept"))
    text = content.sources[0].text
    long = dataclasses.replace(text, blocks=(dataclasses.replace(text.blocks[0], start=0, end=len(text.text)),))
    whole = dataclasses.replace(
        content, sources=(dataclasses.replace(content.sources[0], text=long), content.sources[1])
    )
    before, after = surroundings(Voice(Lookup(whole)), end)
    assert after.endswith(" …")
    assert len(after) < 170
    assert len(before) < 225


def test_what_stands_between_is_told_in_words(content: BundleContent) -> None:
    words = shown(card(content, 0))
    assert "By way ofRussian" in words
    assert "Who translated itHarbour Library" in words
    assert "SignsWe aside" in words
    assert "A translation of a translation, made from: Russian" in words
    assert "Signs: Tavo translator’s insertion" in words
    assert "By way of" not in shown(card(content, 1))
