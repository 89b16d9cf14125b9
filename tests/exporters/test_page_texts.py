"""Texts on the page: not a character lost, every passage marked, however they overlap."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from workbench.domain.anchors import Span, anchor_at, text_digest
from workbench.domain.bundle import BundleContent
from workbench.domain.structure import Block, StructuredText
from workbench.exporters.lookup import Lookup
from workbench.exporters.page_texts import text_section
from workbench.exporters.page_voice import Voice


def reading(content: BundleContent, number: int = 0) -> html.HtmlElement:
    root = html.fragment_fromstring(text_section(Voice(Lookup(content))))
    return root.get_element_by_id(f"t-{content.sources[number].id}").xpath("div[@class='reading']")[0]


def without_numbers(element: html.HtmlElement) -> str:
    return "".join(element.xpath(".//text()[not(ancestor::sup)]"))


def with_spans(content: BundleContent, text: StructuredText, spans: list[tuple[int, int]]) -> BundleContent:
    """One source with this text and a bare passage on each range."""
    source = dataclasses.replace(content.sources[0], text=text, text_digest=text_digest(text.text))
    passages = tuple(
        dataclasses.replace(
            content.passages[0],
            id=f"00000000-0000-7000-8000-{number:012}",
            source_id=source.id,
            mentions=content.passages[number % 6].mentions,
            notes=("n",) if number % 3 == 0 else (),
            anchor=anchor_at(text.text, Span(*span)),
        )
        for number, span in enumerate(spans)
    )
    return dataclasses.replace(content, sources=(source,), passages=passages, quotes=())


def test_the_text_is_there_to_the_character(content: BundleContent) -> None:
    for number, source in enumerate(content.sources):
        assert without_numbers(reading(content, number)) == source.text.text.replace("\n", "")


def test_blocks_become_headings_quotations_and_lists(content: BundleContent) -> None:
    children = [child.tag for child in reading(content)]
    assert children == ["h4", "p", "p", "h5", "blockquote", "p", "ul"]
    assert len(reading(content).findall("ul/li")) == 3
    assert reading(content).get("lang") == "en"
    assert reading(content, 1).get("lang") == "be"


def test_overlapping_passages_keep_both_kinds(content: BundleContent) -> None:
    name = next(p for p in content.passages if p.anchor.exact == "Alena Sokał")
    place = reading(content).get_element_by_id(f"p-{name.id}")
    kinds = {element.get("class") for element in place.iterancestors("span")}
    assert kinds == {"k-person", "k-event"}


def test_a_passage_over_two_paragraphs_is_marked_in_both_and_has_one_place(content: BundleContent) -> None:
    passage = next(p for p in content.passages if "\n" in p.anchor.exact)
    first, second, _ = reading(content).findall("ul/li")
    assert "".join(first.xpath("string(.//span[@class='k-note'])")) == "the return of the confiscated catalogue;"
    assert "".join(second.xpath("string(.//span[@class='k-note'])")) == "visits to those"
    assert len(reading(content).xpath(f".//*[@id='p-{passage.id}']")) == 1


def test_numbers_stand_at_the_ends_and_lead_to_the_list(content: BundleContent) -> None:
    numbers = reading(content).xpath(".//sup/a")
    own = [p for p in content.passages if p.source_id == content.sources[0].id]
    assert sorted(int(a.text) for a in numbers) == list(range(1, len(own) + 1))
    assert {a.get("href") for a in numbers} == {f"#n-{p.id}" for p in own}


def test_the_list_tells_roles_doubts_notes_and_tags(content: BundleContent) -> None:
    english = dataclasses.replace(content, languages=("en",))
    root = html.fragment_fromstring(text_section(Voice(Lookup(english))))
    entries = {p.anchor.exact[:7]: "".join(root.get_element_by_id(f"n-{p.id}").itertext()) for p in content.passages}
    assert "probable" in entries["Her bro"]
    assert "relative" in entries["Her bro"]
    assert "to check" in entries["the reg"]
    assert "winters, not years." in entries["the reg"]
    assert "Quote" in entries["We kept"]
    assert "Supports:" in entries["The cou"]
    assert "Alena Sokał – Time held" in entries["The cou"]
    assert "Supports:" not in entries["We kept"]
    assert "Release of Alena Sokał – released – Alena Sokał" in entries["the lib"]
    assert "Alena Sokał – Released" in entries["the lib"]


TEXT = "ab🎉 cd\ne\u0301f gh\n  ij  \nkl"


SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda span: span[0] < span[1]),
    max_size=12,
)
BLOCKS = st.sampled_from([(), (Block(0, 6),), (Block(0, 6), Block(7, 13)), (Block(7, 13), Block(21, 23))])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=SPANS, blocks=BLOCKS)
def test_any_passages_on_any_blocks_lose_no_word_and_no_place(
    content: BundleContent, spans: list[tuple[int, int]], blocks: tuple[Block, ...]
) -> None:
    changed = with_spans(content, StructuredText(TEXT, blocks), spans)
    root = html.fragment_fromstring(text_section(Voice(Lookup(changed))))
    shown = without_numbers(root.xpath("//div[@class='reading']")[0])
    assert "".join(shown.split()) == "".join(TEXT.split())
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert {f"p-{p.id}" for p in changed.passages} | {f"n-{p.id}" for p in changed.passages} <= set(ids)


@pytest.mark.parametrize("blocks", [(), (Block(0, 6),), (Block(0, 6), Block(7, 13)), (Block(7, 13),)])
def test_words_that_no_block_covers_are_shown(content: BundleContent, blocks: tuple[Block, ...]) -> None:
    shown = without_numbers(reading(with_spans(content, StructuredText(TEXT, blocks), [(0, 2)])))
    assert "".join(shown.split()) == "".join(TEXT.split())
