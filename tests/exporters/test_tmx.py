"""TMX: one unit a quote with all of its languages, and what is known of each."""

from __future__ import annotations

import dataclasses

import pytest
from lxml import etree

from workbench.domain.bundle import BundleContent
from workbench.domain.kinds import SubState
from workbench.exporters.errand import Errand, words_of
from workbench.exporters.lookup import Lookup
from workbench.exporters.tmx import PREFIX, write_tmx
from workbench.exporters.xml import parse_xml

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def document(content: BundleContent, errand: Errand | None = None) -> etree._Element:
    return parse_xml(write_tmx(Lookup(content), errand or Errand())["quotes.tmx"])


def props(element: etree._Element) -> dict[str, str]:
    return {each.get("type", "").removeprefix("x-skaryna-"): each.text or "" for each in element.findall("prop")}


def test_a_unit_has_every_language(content: BundleContent) -> None:
    root, lookup = document(content, Errand({content.quotes[0].id: "a-seal"})), Lookup(content)
    assert root.get("version") == "1.4"
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required <= set(root.find("header").attrib)
    units = root.findall("body/tu")
    assert [unit.get("tuid") for unit in units] == [quote.id for quote in content.quotes]
    first = units[0]
    assert first.get("srclang") == "en"
    assert [variant.get(LANG) for variant in first.findall("tuv")] == ["en", "be", "ru", "lt"]
    assert [variant.findtext("seg") for variant in first.findall("tuv")] == [
        words_of(lookup, content.quotes[0]),
        *(translation.text for translation in content.quotes[0].translations),
    ]
    assert props(first)["seal"] == "a-seal"
    assert "seal" not in props(units[1])


def test_properties_tell_states_and_speakers(content: BundleContent) -> None:
    first, second, third = document(content).findall("body/tu")
    assert props(first)["speaker"] == "Ihar Sokał"
    _origin, be, ru, lt = first.findall("tuv")
    assert props(be) == {"state": "final", "speaker": "Ігар Сокал", "translator": "AK", "reviewer": "MB"}
    assert (props(ru)["state"], props(lt)["state"]) == ("reviewed", "translated")
    assert props(second.findall("tuv")[1])["sub-state"] == "skaryna:stale"
    assert props(third)["manner"] == "paraphrase"


def test_nothing_to_say_is_no_document(content: BundleContent) -> None:
    assert write_tmx(Lookup(dataclasses.replace(content, quotes=()))) == {}


@pytest.mark.parametrize(("stale", "told"), [(False, ["disputed"]), (True, ["disputed", "skaryna:stale"])])
def test_each_sub_state_is_told_once(content: BundleContent, stale: bool, told: list[str]) -> None:
    first = content.quotes[0]
    disputed = dataclasses.replace(first.translations[0], sub_state=SubState.DISPUTED.value, stale=stale)
    quote = dataclasses.replace(first, translations=(disputed,))
    (unit,) = document(dataclasses.replace(content, quotes=(quote,))).findall("body/tu")
    assert [prop.text for prop in unit.iter("prop") if prop.get("type") == f"{PREFIX}sub-state"] == told
