from __future__ import annotations

import pytest

from workbench.domain.errors import ImportFileError
from workbench.domain.structure import BlockKind, StructuredText
from workbench.importers import limits
from workbench.importers.files import original_of
from workbench.importers.text import read_text, structure


def blocks(text: str) -> list[tuple[str, str]]:
    return shown(structure(text))


def shown(structured: StructuredText) -> list[tuple[str, str]]:
    return [(f"{b.kind}{b.level or ''}", structured.text[b.start : b.end]) for b in structured.blocks]


def test_blank_lines_part_paragraphs_and_inner_line_feeds_stay() -> None:
    assert blocks("First line\nsecond line.\n\n \nNext one.\n") == [
        ("p", "First line\nsecond line."),
        ("p", "Next one."),
    ]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    assert blocks("Адзін сказ.\nДругі сказ.\nТрэці.") == [
        ("p", "Адзін сказ."),
        ("p", "Другі сказ."),
        ("p", "Трэці."),
    ]


def test_lines_too_long_to_be_wrapped_are_paragraphs() -> None:
    long = "слова " * 40
    assert [kind for kind, _ in blocks(f"Пачатак.\n\n{long}\n{long}")] == ["p", "p", "p"]


def test_a_short_first_line_by_itself_is_the_title() -> None:
    reading = read_text(original_of("Вызвалілі 123 чалавекі\n\nУ Мінску сёння.\n".encode()))
    assert shown(reading.structured)[0] == ("h1", "Вызвалілі 123 чалавекі")
    assert reading.provenance.title == "Вызвалілі 123 чалавекі"
    assert (reading.media_type, reading.reader) == ("text/plain", "text")
    assert blocks("Гэта ўжо сказ.\n\nДалей.")[0][0] == "p"
    assert blocks("* * *\n\nДалей.")[0][0] == "p"
    assert blocks("Only line")[0][0] == "p"


def test_signs_make_headings_and_stay_in_the_text() -> None:
    text = "# Title\nFirst.\nMore.\n\n## Part\n\nSecond.\n#tag is no heading\n"
    assert blocks(text) == [
        ("h1", "# Title"),
        ("p", "First.\nMore."),
        ("h2", "## Part"),
        ("p", "Second.\n#tag is no heading"),
    ]
    assert read_text(original_of(text.encode())).provenance.title == "Title"


def test_every_character_of_a_line_stays() -> None:
    line = "  e\u0301 \u00ad«слова»… 😀\u00a0 \t"
    structured = structure(f"{line}\n\nдалей")
    assert structured.text == f"{line}\nдалей"
    assert structured.blocks[0].kind is BlockKind.HEADING or structured.blocks[0].end == len(line)


def test_nothing_but_space_is_refused() -> None:
    with pytest.raises(ImportFileError, match="has no text in it"):
        read_text(original_of(b" \n\n\t ", "a.txt"))


def test_too_many_paragraphs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BLOCKS", 3)
    with pytest.raises(ImportFileError, match="too many paragraphs"):
        read_text(original_of(b"a.\nb.\nc.\nd."))
