"""XLIFF and TMX as other programs write them: codes between words, several segments, tags of every spelling."""

from __future__ import annotations

import pytest

from workbench.importers.files import original_of
from workbench.importers.returned import ReturnedUnit
from workbench.importers.returned_xml import read_units

ONE = "018f3c1e-0000-7000-8000-000000000001"
X2 = "urn:oasis:names:tc:xliff:document:2.0"


def units(document: str) -> list[ReturnedUnit]:
    return read_units(original_of(document.encode(), "back.xlf"))


def xliff2(unit: str, version: str = "2.1") -> str:
    return (
        f'<xliff xmlns="{X2}" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="{version}" '
        f'srcLang="en" trgLang="be"><file id="f">{unit}</file></xliff>'
    )


def test_xliff_2_with_codes_and_marks() -> None:
    unit = (
        f'<unit id="q-{ONE}"><mda:metadata><mda:metaGroup><mda:meta type="seal">a-seal</mda:meta></mda:metaGroup>'
        '</mda:metadata><segment id="s1"><source>One <pc id="1">two</pc><ph id="2"/>&lt;3</source>'
        '<target>Адзін <mrk id="m" type="term">два</mrk><cp hex="0001"/><cp hex="zz"/><cp hex="D800"/> тры'
        "</target></segment></unit>"
    )
    (found,) = units(xliff2(unit))
    assert found == ReturnedUnit(f"q-{ONE}", ONE, "a-seal", "en", "One two<3", "be", "Адзін два\x01 тры")


def test_xliff_2_that_was_segmented_anew_is_one_text() -> None:
    unit = (
        '<unit id="u"><segment><source>One.</source><target>Адзін.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        "<segment><source>Two.</source><target>Два.</target></segment></unit>"
    )
    (found,) = units(xliff2(unit, "2.0"))
    assert (found.source_text, found.text, found.quote_id) == ("One. Two.", "Адзін. Два.", "")


def test_xliff_1_2_leaves_codes_and_candidates_out() -> None:
    document = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        '<file source-language="en-US" target-language="be_BY" original="x" datatype="plaintext"><body><group>'
        f'<trans-unit id="1" resname="urn:uuid:{ONE}" extradata="a-seal"><source>One <g id="1">two</g></source>'
        '<seg-source><mrk mid="0">One two</mrk></seg-source>'
        '<target>Адзін <bpt id="1">&lt;b></bpt><mrk mtype="seg" mid="0">два</mrk><x id="2"/></target>'
        "<alt-trans><source>Other</source><target>Іншае</target></alt-trans></trans-unit>"
        '<trans-unit id="2"><source>Three</source></trans-unit></group>'
        '<trans-unit id="3"><source>Four</source><target state="new">Four</target></trans-unit>'
        '<trans-unit id="4"><source>Five</source><target state="new">Пяць</target></trans-unit>'
        '<trans-unit id="5"><source>OK</source><target state="translated">OK</target></trans-unit>'
        "</body></file></xliff>"
    )
    first, second, *filled = units(document)
    assert [unit.text for unit in filled] == ["", "Пяць", "OK"]
    assert first == ReturnedUnit(f"urn:uuid:{ONE}", ONE, "a-seal", "en-US", "One two", "be-BY", "Адзін два")
    assert (second.unit, second.text) == ("2", "")


@pytest.mark.parametrize("lang", ["xml:lang", "lang"])
def test_tmx_gives_a_unit_for_each_language_but_the_source(lang: str) -> None:
    document = (
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="*all*" adminlang="en"/><body>'
        f'<tu tuid="{ONE}" srclang="EN"><prop type="x-skaryna-seal">a-seal</prop>'
        f'<tuv {lang}="be"><seg>Адзін <hi>два</hi></seg></tuv><tuv {lang}="EN-GB"><seg>One<ph/> two</seg></tuv>'
        f'<tuv {lang}="not a tag"><seg>?</seg></tuv></tu><tu/></body></tmx>'
    )
    first, second = units(document)
    assert first == ReturnedUnit(ONE, ONE, "a-seal", "en-GB", "One two", "be", "Адзін два")
    assert (second.language, second.text) == ("", "?")
