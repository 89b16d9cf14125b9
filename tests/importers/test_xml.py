"""XML from outside: what is hostile or broken is refused, and an encoding is what the bytes are."""

from __future__ import annotations

import pytest

from workbench.domain.errors import ImportFileError
from workbench.importers.files import original_of
from workbench.importers.xml import read_xml

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
    "<a>&d;</a>"
)


def root_text(data: bytes) -> str:
    return read_xml(original_of(data, "back.xlf")).text or ""


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "windows-1251"),
        ("windows-1251", "utf-8"),
        ("windows-1251", "windows-1251"),
        ("utf-16", "utf-8"),
        ("utf-16", "utf-16"),
        ("no-such-encoding", "utf-8"),
    ],
)
def test_the_encoding_is_that_of_the_bytes(declared: str, real: str) -> None:
    words = "Яна прасіла перадаць, што ні пра што не шкадуе, і што кніга засталася дома."
    data = f'<?xml version="1.0" encoding="{declared}"?>\n<a>{words}</a>'.encode(real)
    assert root_text(data) == words


def test_a_document_type_that_declares_nothing_is_taken() -> None:
    assert root_text(b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>words</tmx>') == "words"


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (LAUGHS, "declares entities"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "declares entities"),
        ("<a><b></a>", "line 1"),
        ('<?xml version="1.0"\n?>\n<a><b></a>', "line 3"),
        ("<a>\n\n&undeclared;</a>", "line 3"),
        ("<a>" * 600, "not well-formed"),
        ("words without any element", "not well-formed"),
    ],
)
def test_what_is_broken_or_hostile_is_refused(document: str, told: str) -> None:
    with pytest.raises(ImportFileError, match=told) as caught:
        read_xml(original_of(document.encode(), "back.xlf"))
    assert "back.xlf" in caught.value.what
    assert "undeclared" not in str(caught.value)
