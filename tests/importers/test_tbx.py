from __future__ import annotations

from pathlib import Path

import pytest

from workbench.domain.errors import ImportFileError
from workbench.domain.kinds import PartOfSpeech, TermStatus
from workbench.importers import tbx
from workbench.importers.tbx import read_tbx

DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>law</min:subjectField>
<langSec xml:lang="en"><descripGrp><basic:definition>a room</basic:definition></descripGrp>
<termSec><term>cell</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
<min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec></conceptEntry></body></text></tbx>"""
OLD = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><descrip type="definition">a room</descrip>
<langSet xml:lang="en"><tig><term>cell</term></tig></langSet>
<langSet xml:lang="LT"><ntig><termGrp><term>kamera</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig></langSet>
<langSet><tig><term>nowhere</term></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="en"><tig><term> </term></tig></langSet></termEntry></body></text></martif>"""


def read(text: str, folder: Path) -> tbx.ReadGlossary:
    path = folder / "words.tbx"
    path.write_text(text, encoding="utf-8")
    return read_tbx(path)


def test_elements_of_the_other_style_are_read(tmp_path: Path) -> None:
    [entry] = read(DCT, tmp_path).entries
    [term] = entry.terms
    assert (entry.concept.subject, entry.concept.definition) == ("law", "a room")
    assert (term.tag, term.value, term.status, term.part_of_speech) == (
        "en", "cell", TermStatus.ADMITTED, PartOfSpeech.NOUN,
    )  # fmt: skip


def test_the_edition_of_2008_is_read_and_what_does_not_fit_is_counted(tmp_path: Path) -> None:
    found = read(OLD, tmp_path)
    [entry] = found.entries
    assert [(term.tag, term.value, term.status) for term in entry.terms] == [
        ("en", "cell", TermStatus.PREFERRED),
        ("lt", "kamera", TermStatus.FORBIDDEN),
    ]
    assert found.left_out == 2


@pytest.mark.parametrize(
    "text",
    [
        "<tmx/>",
        "<tbx>",
        '<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>',
    ],
)
def test_what_is_broken_hostile_or_something_else_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(ImportFileError):
        read(text, tmp_path)


def test_more_entries_than_any_glossary_has_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tbx, "GLOSSARY_ENTRIES", 1)
    with pytest.raises(ImportFileError, match="too many entries"):
        read(OLD, tmp_path)
