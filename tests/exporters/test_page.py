"""The page as a browser reads it: no scripts, nothing remote, every link to a place that is there."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from lxml import etree, html

from workbench.domain.bundle import BundleContent
from workbench.domain.kinds import PassageKind
from workbench.exporters.bag import write_bundle
from workbench.exporters.lookup import Lookup
from workbench.exporters.page import POLICY, own_name, write_page
from workbench.material import resources_folder


def page(content: BundleContent) -> html.HtmlElement:
    return html.document_fromstring(write_page(Lookup(content), {}).decode())


@pytest.fixture(params=["plain", "hostile"])
def any_content(
    request: pytest.FixtureRequest, content: BundleContent, hostile_content: BundleContent
) -> BundleContent:
    return {"plain": content, "hostile": hostile_content}[request.param]


def test_nothing_in_it_runs_or_is_fetched(any_content: BundleContent) -> None:
    root = page(any_content)
    names = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "base", "form", "svg", "video", "audio"}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in {"src", "srcset", "style", "action", "background"}
            if name == "href":
                assert re.fullmatch(r"#[a-z]-[0-9a-f-]{36}|#[a-z]+|texts/[0-9a-f-]{36}\.txt", value)
    style = root.find(".//style").text
    assert "url(" not in style
    assert "@import" not in style
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == POLICY
    assert policy.startswith("default-src 'none'")


def test_every_id_is_one_and_every_link_has_its_place(any_content: BundleContent) -> None:
    root = page(any_content)
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    targets = {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")}
    assert targets <= set(ids)
    for passage in any_content.passages:
        assert {f"p-{passage.id}", f"n-{passage.id}"} <= set(ids)
    assert {f"q-{quote.id}" for quote in any_content.quotes} <= set(ids)
    assert {f"r-{record.id}" for record in any_content.records} <= set(ids)


def test_links_to_files_lead_to_files(content: BundleContent, tmp_path: Path) -> None:
    bundle = write_bundle(content, tmp_path / "bundle").path
    root = html.document_fromstring((bundle / "data" / "index.html").read_text(encoding="utf-8"))
    files = [href for href in root.xpath("//a/@href") if not href.startswith("#")]
    assert len(files) == len(content.sources)
    assert all((bundle / "data" / file).is_file() for file in files)


def test_it_speaks_every_chosen_language_and_switches_without_scripts(content: BundleContent) -> None:
    root = page(content)
    switches = root.xpath("/html/body/input[@type='radio']")
    assert [switch.get("id") for switch in switches] == ["l-be", "l-ru", "l-lt", "l-en"]
    assert [switch.get("checked") is not None for switch in switches] == [True, False, False, False]
    assert root.xpath("//label/@for") == [switch.get("id") for switch in switches]
    heading = root.xpath("//section[@id='quotes']/h2/span")
    assert [span.get("lang") for span in heading] == ["be", "ru", "lt", "en"]
    style = root.find(".//style").text
    for language in ("be", "ru", "lt", "en"):
        assert f"#l-{language}:checked~.page .t-{language}{{display:inline}}" in style
    assert root.get("lang") == "be"


def test_one_language_needs_no_switch_to_be_seen(content: BundleContent) -> None:
    root = page(dataclasses.replace(content, languages=("lt",)))
    assert root.xpath("//label") == []
    (switch,) = root.xpath("//input")
    assert switch.get("checked") is not None


def test_each_source_tells_where_it_is_from(content: BundleContent) -> None:
    root = page(content)
    for source in content.sources:
        card = "".join(root.get_element_by_id(f"s-{source.id}").itertext())
        for fact in (source.creator, source.publisher, source.address, source.rights, source.file_name, source.reader):
            assert fact in card
        assert source.original_digest in card
        assert source.text_digest in card
    assert "4 May 2024" in "".join(root.itertext())
    assert "4 мая 2024" in "".join(root.itertext())


def test_an_empty_bundle_is_still_a_page(content: BundleContent) -> None:
    empty = dataclasses.replace(content, sources=(), passages=(), records=(), quotes=())
    assert page(empty).xpath("//section/@id") == ["sources", "checking"]


def test_languages_name_themselves_with_a_capital() -> None:
    assert own_name("be") == "Беларуская"
    assert own_name("lt") == "Lietuvių"


def test_it_is_well_formed_to_the_last_element(any_content: BundleContent) -> None:
    text = write_page(Lookup(any_content), {}).decode()
    closed = re.sub(r"<(meta|input)([^<>]*)>", r"<\1\2/>", text.replace("<!DOCTYPE html>\n", ""))
    closed = re.sub(r"(<input[^<>]*) checked", r'\1 checked="checked"', closed)
    etree.fromstring(closed.encode())


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_colour_can_be_read_on_its_paper() -> None:
    style = (resources_folder() / "bundle" / "page.css").read_text(encoding="utf-8")
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", part)) for part in style.split("@media")[:2])
    for colours in (light, dark):
        # What is evidence alone has no colour in a bundle: it is told by its number in the text.
        assert {kind.value for kind in PassageKind if kind is not PassageKind.EVIDENCE} < set(colours)
        for name in set(colours) - {"paper", "panel", "line"}:
            assert _contrast(colours[name], colours["paper"]) >= 4.5, name
