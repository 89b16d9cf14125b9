"""The page's words in several languages, and links that hold."""

from __future__ import annotations

import dataclasses

from lxml import html

from workbench.domain.bundle import BundleContent
from workbench.exporters.lookup import Lookup
from workbench.exporters.markup import tag
from workbench.exporters.page_voice import Voice


def parsed(markup: str) -> html.HtmlElement:
    return html.fragment_fromstring(f"<div>{markup}</div>")


def test_a_message_stands_in_each_language_with_its_tag(content: BundleContent) -> None:
    spans = parsed(Voice(Lookup(content)).say("Quotes")).findall("span")
    assert [span.get("lang") for span in spans] == ["be", "ru", "lt", "en"]
    assert [span.get("class") for span in spans] == ["t t-be", "t t-ru", "t t-lt", "t t-en"]


def test_values_are_escaped_unless_they_are_markup(content: BundleContent) -> None:
    voice = Voice(Lookup(dataclasses.replace(content, languages=("en",))))
    said = voice.say("{first} and {second}", first="<i>", second=tag("b", "x"))
    assert said == '<span class="t t-en" lang="en">&lt;i&gt; and <b>x</b></span>'


def test_dates_and_languages_are_each_languages_own(content: BundleContent) -> None:
    voice = Voice(Lookup(content))
    assert [s.text for s in parsed(voice.date("2024-05")).findall("time/span")] == [
        "май 2024",
        "май 2024\u202fг.",
        "2024 m. gegužė",
        "May 2024",
    ]
    assert parsed(voice.date("2024-05~")).find("time").get("title") == "2024-05~"
    assert [s.text for s in parsed(voice.language("lt")).findall("span")] == [
        "літоўская",
        "литовский",
        "lietuvių",
        "Lithuanian",
    ]
    assert "unknown language" in voice.language("und")


def test_a_name_that_is_the_same_everywhere_is_said_once(content: BundleContent) -> None:
    library = dataclasses.replace(content.records[3], names=content.records[3].names[:1])
    voice = Voice(Lookup(dataclasses.replace(content, records=(library,))))
    assert voice.name(library.id) == '<bdi lang="en">Harbour Library</bdi>'


def test_a_record_without_names_is_still_linked(content: BundleContent) -> None:
    nameless = dataclasses.replace(content.records[3], names=())
    link = parsed(Voice(Lookup(dataclasses.replace(content, records=(nameless,)))).record_link(nameless.id)).find("a")
    assert link.text_content().strip() != ""


def test_a_role_of_ours_is_translated_and_another_kept(content: BundleContent) -> None:
    voice = Voice(Lookup(content))
    assert len(parsed(voice.role("witness")).findall("span")) == 4
    assert voice.role("<tea>") == '<span lang="" dir="auto">&lt;tea&gt;</span>'


def test_long_passages_are_cut_in_links_only(content: BundleContent) -> None:
    passage = content.passages[0]
    anchor = dataclasses.replace(passage.anchor, exact="word " * 100)
    link = parsed(Voice(Lookup(content)).passage_link(dataclasses.replace(passage, anchor=anchor))).find("a")
    assert link.text_content().endswith("…")
    assert len(link.text_content()) <= 151
    assert link.get("href") == f"#p-{passage.id}"
