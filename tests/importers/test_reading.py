from __future__ import annotations

import pytest

from workbench.domain.errors import ImportFileError
from workbench.importers import limits
from workbench.importers.files import original_of
from workbench.importers.reading import is_page, read, read_clipboard


@pytest.mark.parametrize(
    ("data", "page"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf  \n<html lang=be>", True),
        (b"<?xml version='1.0'?>\n<!-- saved -->\n<HTML>", True),
        ("<html><body>".encode("utf-16"), True),
        ("<html><body>".encode("utf-16-be"), True),
        (b"<p>one</p><p>two</p>", True),
        (b"Text about the <p> tag, the <a> tag and the <b> tag", False),
        (b"a < b and b > c", False),
        (b"<!-- a -->" * 2_000, False),
        (b"<!--", False),
        (b"plain", False),
    ],
)
def test_a_page_is_told_by_what_it_is(data: bytes, page: bool) -> None:
    assert is_page(data) is page


def test_content_counts_and_not_the_name() -> None:
    assert read(original_of(b"<html><body><p>Words in a page.</p>", "a.txt")).media_type == "text/html"
    assert read(original_of(b"Words in a text.", "a.html")).media_type == "text/plain"


def test_a_packed_page_is_refused_with_advice() -> None:
    packed = b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n"
    with pytest.raises(ImportFileError, match="HTML only"):
        read(original_of(packed, "a.mht"))


def test_the_clipboard_s_html_comes_first_and_is_the_original() -> None:
    html = "<p>Першы <b>сказ</b>.</p><p>Другі.</p>"
    original, reading = read_clipboard(html, "Першы сказ. Другі.")
    assert (original.data, original.file_name) == (html.encode(), "")
    assert reading.structured.text == "Першы сказ.\nДругі."
    assert reading.warnings == ()


def test_the_clipboard_s_text() -> None:
    original, reading = read_clipboard("  ", "Сказ пра 😀 \ud83d.")
    assert original.data.decode() == "Сказ пра 😀 \ufffd."
    assert reading.media_type == "text/plain"


@pytest.mark.parametrize(("html", "text"), [(None, None), ("", " \n"), ("<img src=x>", None)])
def test_an_empty_clipboard_is_refused(html: str | None, text: str | None) -> None:
    with pytest.raises(ImportFileError, match="no text"):
        read_clipboard(html, text)


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ORIGINAL_BYTES", 10)
    with pytest.raises(ImportFileError, match="too much"):
        read_clipboard(None, "eleven char")
