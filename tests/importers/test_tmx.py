from __future__ import annotations

import codecs
import tracemalloc
from pathlib import Path

import pytest

from workbench.domain.errors import CancelledError, ImportFileError
from workbench.importers import limits
from workbench.importers.tmx import TmxFile, TmxUnit

HEAD = '<?xml version="1.0" encoding="{encoding}"?>\n'
BODY = """<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="t" creationtoolversion="1" segtype="block" o-tmf="t" adminlang="en" srclang="{source}"
 datatype="plaintext"/>
<body>{units}</body></tmx>"""
UNIT = """
<tu tuid="1" changeid="AK" changedate="20251213T101500Z"><note>n</note>
  <tuv xml:lang="en-GB"><seg>The <bpt i="1">&lt;b&gt;</bpt>gate<ept i="1">&lt;/b&gt;</ept> is <hi>open</hi>
  at last</seg></tuv>
  <tuv xml:lang="be"><prop type="x-skaryna-state">translated</prop><seg>Брама адчынена</seg></tuv>
  <tuv xml:lang="LT"><seg>Vartai atviri</seg></tuv>
</tu>"""


def document(units: str = UNIT, *, source: str = "en-GB", encoding: str = "UTF-8") -> str:
    return HEAD.format(encoding=encoding) + BODY.format(units=units, source=source)


def read(path: Path, data: bytes | str) -> list[TmxUnit]:
    path = path / "memory.tmx"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(TmxFile(path).units())


def test_a_unit_is_read_in_all_its_languages_without_codes(tmp_path: Path) -> None:
    [unit] = read(tmp_path, document())
    assert unit.texts == {"en": "The gate is open at last", "be": "Брама адчынена", "lt": "Vartai atviri"}
    assert (unit.source, unit.author, unit.moment) == ("en", "AK", "20251213T101500Z")
    assert unit.unreviewed == {"be"}


def test_a_file_that_says_that_any_language_is_the_source_names_none(tmp_path: Path) -> None:
    [unit] = read(tmp_path, document(source="*all*"))
    assert unit.source == ""


def test_old_files_name_the_language_without_a_namespace(tmp_path: Path) -> None:
    [unit] = read(tmp_path, document().replace("xml:lang", "lang"))
    assert set(unit.texts) == {"en", "be", "lt"}


def test_two_units_with_one_id_are_two(tmp_path: Path) -> None:
    assert len(read(tmp_path, document(UNIT + UNIT.replace("адчынена", "зачынена")))) == 2


def test_what_a_memory_cannot_use_is_left_out_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMORY_TEXT_POINTS", 30)
    one = '<tu><tuv xml:lang="en"><seg>Alone</seg></tuv><tuv xml:lang="be"><seg> </seg></tuv></tu>'
    odd = '<tu><tuv xml:lang="?"><seg>A</seg></tuv><tuv xml:lang="be"><seg>Б</seg></tuv></tu>'
    long = UNIT.replace("Vartai atviri", "Vartai " * 9)
    path = tmp_path / "memory.tmx"
    path.write_text(document(one + odd + long + UNIT), encoding="utf-8")
    file = TmxFile(path)
    assert len(list(file.units())) == 1
    assert file.left_out == 3


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (document(encoding="UTF-16").encode("utf-16"), "UTF-16 with a mark"),
        (document(encoding="UTF-16").encode("utf-16-be"), "UTF-16 without one"),
        (document().encode("utf-16-le"), "UTF-16 that names UTF-8"),
        (codecs.BOM_UTF8 + document(encoding="windows-1251").encode(), "UTF-8 with a mark that names another"),
        (document(encoding="windows-1251").encode(), "UTF-8 that names another"),
        (document(encoding="windows-1251").encode("windows-1251"), "what it names"),
        (document().split("\n", 1)[1].encode(), "nothing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_encoding_is_the_real_one_whatever_the_file_says(tmp_path: Path, data: bytes, says: str) -> None:
    [unit] = read(tmp_path, data)
    assert unit.texts["be"] == "Брама адчынена", says


def test_an_encoding_that_is_a_lie_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError, match="encoding"):
        read(tmp_path, document().encode("windows-1251"))


@pytest.mark.parametrize("codec", ["bz2", "base64", "hex", "rot13", "undefined", "idna", "punycode", "no-such"])
def test_a_codec_that_is_no_encoding_of_texts_is_refused(tmp_path: Path, codec: str) -> None:
    with pytest.raises(ImportFileError, match="encoding"):
        read(tmp_path, document(encoding=codec).encode("windows-1251"))


@pytest.mark.parametrize("cut", ["</tuv>", "</body>"])
def test_broken_xml_is_refused_with_its_line(tmp_path: Path, cut: str) -> None:
    text = document().replace(cut, "", 1)
    with pytest.raises(ImportFileError, match=r"line 1\d\.") as caught:
        read(tmp_path, text + "\n")
    assert caught.value.kept


@pytest.mark.parametrize(
    "bomb",
    [
        '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]>',
    ],
)
def test_a_file_that_declares_entities_is_refused(tmp_path: Path, bomb: str) -> None:
    text = document().replace('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', bomb)
    with pytest.raises(ImportFileError):
        read(tmp_path, text.replace("Vartai", "&b; &a;"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<html><body/></html>", "TMX"),
        ("", "empty|well-formed"),
        ("no XML", "well-formed"),
        (document("<x>" * 300 + "</x>" * 300), "well-formed"),
    ],
)
def test_another_kind_of_file_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ImportFileError, match=words):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        ("XML_PART_ELEMENTS", document("<tu>" + "<note/>" * 50 + "</tu>")),
        ("XML_OTHER_ELEMENTS", document("<x/>" * 50)),
        ("MEMORY_UNITS", document(UNIT * 50)),
        ("MEMORY_FILE_BYTES", document(UNIT * 50)),
    ],
)
def test_more_than_a_sound_file_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, text: str
) -> None:
    monkeypatch.setattr(limits, limit, 20)
    with pytest.raises(ImportFileError):
        read(tmp_path, text)


def big(path: Path, units: int) -> Path:
    path = path / "big.tmx"
    with path.open("w", encoding="utf-8") as file:
        head, _units, tail = document("@").partition("@")
        file.write(head)
        for number in range(units):
            file.write(UNIT.replace("at last", f"at last {number}"))
        file.write(tail)
    return path


def test_a_big_file_is_read_a_unit_at_a_time(tmp_path: Path) -> None:
    path = big(tmp_path, 12_000)
    assert path.stat().st_size > 4_000_000
    told: list[tuple[int, int]] = []
    file = TmxFile(path, lambda done, total: told.append((done, total)))
    tracemalloc.start()
    try:
        assert sum(1 for _unit in file.units()) == 12_000
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
    assert told == sorted(told)
    assert told[-1] == (path.stat().st_size,) * 2
    assert len(file.digest) == 64


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        list(TmxFile(big(tmp_path, 3_000), stop).units())
