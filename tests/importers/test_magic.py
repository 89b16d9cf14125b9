from __future__ import annotations

import pytest

from workbench.importers.magic import refusal


@pytest.mark.parametrize(
    ("start", "word"),
    [
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "picture"),
        (b"\x00\x00\x00\x18ftypheic", "picture"),
        (b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00", "picture"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04\x14\x00", "office"),
        (b"{\\rtf1\\ansi", "office"),
        (b"ID3\x03\x00", "recording"),
        (b"\x00\x00\x00\x18ftypmp42", "recording"),
        (b"MZ\x90\x00\x03\x00", "program"),
        (b"\x7fELF\x02", "program"),
        (b"SQLite format 3\x00", "data file"),
        (b"age-encryption.org/v1\n", "encrypted"),
    ],
)
def test_other_files_are_named_for_what_they_are(start: bytes, word: str) -> None:
    line = refusal(start + b"rest", "a.txt")
    assert word in line
    assert "“a.txt”" in line


@pytest.mark.parametrize("text", ["BMW made cars", "MZ stands here", "RIFF raff", "ID3 tags", "", "PK 3"])
def test_words_that_begin_alike_are_text(text: str) -> None:
    assert refusal(text.encode(), "a.txt") == ""
