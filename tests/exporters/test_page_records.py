"""Records on the page: statements side by side, ties in both directions, everything supported."""

from __future__ import annotations

import dataclasses

from lxml import html

from workbench.domain.bundle import BundleContent, BundleStatement
from workbench.exporters.lookup import Lookup
from workbench.exporters.page_records import record_sections
from workbench.exporters.page_voice import Voice


def card(content: BundleContent, number: int) -> html.HtmlElement:
    sections = [section for _, _, section in record_sections(Voice(Lookup(content)))]
    root = html.fragment_fromstring(f"<div>{''.join(sections)}</div>")
    return root.get_element_by_id(f"r-{content.records[number].id}")


def text_of(element: html.HtmlElement) -> str:
    return "".join(element.itertext())


def test_each_kind_has_its_section(content: BundleContent) -> None:
    found = record_sections(Voice(Lookup(content)))
    assert [anchor for anchor, _, _ in found] == ["person", "event", "organisation", "place"]
    assert record_sections(Voice(Lookup(dataclasses.replace(content, records=())))) == []


def test_names_stand_in_every_language_with_their_tags(content: BundleContent) -> None:
    person = card(content, 0)
    names = person.xpath(".//dl[@class='names']//bdi")
    assert {(bdi.get("lang"), bdi.text) for bdi in names} == {
        ("be", "Алена Сокал"),
        ("ru", "Елена Сокол"),
        ("lt", "Alena Sokal"),
        ("en", "Alena Sokał"),
    }
    forms = person.xpath(".//ul[@class='forms']/li/bdi")
    assert [(bdi.get("lang"), bdi.text) for bdi in forms] == [
        ("be-Latn", "Alena Sokał"),
        ("en", "Sokał"),
        ("en", "Olena Sokil"),
    ]


def test_statements_that_disagree_stand_in_one_row_each_with_its_passages(content: BundleContent) -> None:
    rows = card(content, 0).xpath(".//div[@class='property']")
    held = next(row for row in rows if "nine winters" in text_of(row))
    cells = held.xpath(".//div[@class='statement']")
    assert [cell.xpath("string(p)") for cell in cells] == ["seven years", "nine winters"]
    assert "side by side" in text_of(held.find("h4"))
    links = [cell.xpath(".//a/@href") for cell in cells]
    assert [len(found) for found in links] == [1, 1]
    assert "1 passage that is not in this bundle" in text_of(cells[1])


def test_one_value_in_two_languages_is_no_disagreement(content: BundleContent) -> None:
    rows = card(content, 0).xpath(".//div[@class='property']")
    occupation = next(row for row in rows if "librarian" in text_of(row.find("div")))
    assert "side by side" not in text_of(occupation.find("h4"))
    assert occupation.xpath(".//p[@class='value']/span/@lang") == ["en", "be"]


def test_dates_places_and_what_nothing_supports(content: BundleContent) -> None:
    person, event = text_of(card(content, 0)), card(content, 2)
    assert "about May 2024" in person
    assert "2015 – May 2024" in person
    assert "No passage supports this yet." in person
    assert event.xpath(".//p[@class='value']/a/@href") == [f"#r-{content.records[4].id}"]


def test_ties_show_at_both_ends(content: BundleContent) -> None:
    for number in (0, 1):
        relation = next(li for li in card(content, number).xpath(".//ul[@class='ties']/li") if "sibling" in text_of(li))
        first, second = (a.get("href") for a in relation.findall("a"))
        assert (first, second) == (f"#r-{content.records[1].id}", f"#r-{content.records[0].id}")
    assert "Takes part in" in text_of(card(content, 0))
    event = text_of(card(content, 2))
    assert "the one with the tea" in event
    assert "a record that is not in this bundle" in event


def test_quotes_and_passages_lead_on(content: BundleContent) -> None:
    links = card(content, 0).xpath(".//a/@href")
    assert f"#q-{content.quotes[1].id}" in links
    assert {
        f"#p-{p.id}" for p in content.passages if any(m.record_id == content.records[0].id for m in p.mentions)
    } <= set(links)


def test_a_property_of_a_later_version_is_shown_as_it_is(content: BundleContent) -> None:
    strange = dataclasses.replace(content.records[0], statements=(BundleStatement("shoe size", "38", "en", ()),))
    text = text_of(card(dataclasses.replace(content, records=(strange,)), 0))
    assert "shoe size" in text
    assert "38" in text


def test_own_properties_doubts_dates_and_weighing_are_said(weighed_content: BundleContent) -> None:
    person = card(weighed_content, 0)
    said = text_of(person)
    assert "Hunger strike" in said
    dates = person.xpath(".//div[@class='statement']//time/@title")
    assert dates == ["1984", "1985", "2010/2014", "2020-01/2020-02"]
    for words in ("possible", "Set aside: a <slip>", "Preferred: her own words"):
        assert words in said
    assert "none is preferred" not in said
    relation = next(
        row for row in card(weighed_content, 1).xpath(".//ul[@class='ties']/li") if "sibling" in text_of(row)
    )
    assert "probable" in text_of(relation)
    assert relation.xpath(".//time/@title") == ["1990"]
