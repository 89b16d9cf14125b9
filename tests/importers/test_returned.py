"""What comes back: tables of ours, whatever was done to them, and limits."""

from __future__ import annotations

import io
import zipfile

import pytest

from workbench.domain.errors import ImportFileError
from workbench.importers import limits
from workbench.importers.docx_child import answer_for
from workbench.importers.files import original_of
from workbench.importers.returned import Returned, ReturnedUnit, read_returned

ONE, TWO = "018f3c1e-0000-7000-8000-000000000001", "018f3c1e-0000-7000-8000-000000000002"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def back(data: bytes) -> Returned:
    return read_returned(original_of(data, "back.docx"))


def package(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return made.getvalue()


def document(rows: list[list[str]], head: str = "") -> bytes:
    def cell(inside: str) -> str:
        return f"<w:tc><w:p>{inside if '<' in inside else run(inside)}</w:p></w:tc>"

    body = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    xml = f"{head}<w:document {W}><w:body><w:tbl>{body}</w:tbl></w:body></w:document>"
    return package({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def keyed(words: str, quote_id: str) -> str:
    return run(words) + run(f"skaryna|{quote_id}|en|be|a-seal")


HEAD = ["Quote", "Before", "Speaker", "Source", "Names", "Translation"]
MIDDLE = ["", "", "", ""]


def test_rows_are_known_by_their_hidden_keys() -> None:
    found = back(document([HEAD, [keyed("One.", ONE), *MIDDLE, "Адзін."], [keyed("Two.", TWO), *MIDDLE, ""]]))
    assert found.name == "back.docx"
    assert found.units == (
        ReturnedUnit(ONE, ONE, "a-seal", "en", "One.", "be", "Адзін."),
        ReturnedUnit(TWO, TWO, "a-seal", "en", "Two.", "be", ""),
    )


def test_what_was_struck_out_is_not_taken_and_what_was_put_in_is() -> None:
    tracked = f"{run('Ад')}<w:del><w:r><w:delText>на</w:delText></w:r></w:del><w:ins>{run('зін.')}</w:ins>"
    tracked += "<w:r><w:br/><w:t>Другі радок</w:t></w:r>"
    found = back(document([HEAD, [keyed("One.", ONE), *MIDDLE, tracked]]))
    assert found.units[0].text == "Адзін.\nДругі радок"


def test_a_row_that_lost_its_key_is_left_to_be_known_by_its_words() -> None:
    found = back(document([HEAD, [keyed("One.", ONE), *MIDDLE, "Адзін."], ["Two.", *MIDDLE, "Два."]]))
    assert found.units[1] == ReturnedUnit("", "", "", "en", "Two.", "be", "Два.")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (document([HEAD, ["One.", *MIDDLE, "Адзін."]]), "holds no translations"),
        (document([HEAD], '<!DOCTYPE d [<!ENTITY x "y">]>'), "declares entities"),
        (package({"word/document.xml": "<a/>"}), "is not a DOCX"),
        (package({"[Content_Types].xml": "", "word/document.xml": "<a><b></a>"}), "could not be read"),
        (b"PK\x03\x04 word/document.xml", "not safe to unpack"),
        (b"<html><body>words</body></html>", "neither XLIFF nor TMX"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "back.docx"),
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(ImportFileError, match=told):
        back(data)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = package({"[Content_Types].xml": "", "word/document.xml": " " * 10_001})
    monkeypatch.setattr(limits, "TABLE_UNPACKED_BYTES", 10_000)
    assert answer_for(data) == {"refused": "packing"}


def test_too_many_units_and_too_long_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    tmx = '<tmx version="1.4"><header srclang="en"/><body>{}</body></tmx>'
    unit = '<tu tuid="{}"><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="be"><seg>а</seg></tuv></tu>'
    monkeypatch.setattr(limits, "RETURNED_UNITS", 2)
    monkeypatch.setattr(limits, "RETURNED_TEXT_POINTS", 10)
    assert len(back(tmx.format(unit.format(1, "one") + unit.format(2, "two")).encode()).units) == 2
    with pytest.raises(ImportFileError, match="at most 2"):
        back(tmx.format("".join(unit.format(n, "one") for n in range(3))).encode())
    with pytest.raises(ImportFileError, match="too long"):
        back(tmx.format(unit.format(1, "eleven long")).encode())


@pytest.mark.parametrize(
    ("name", "said"), [("back.docx", "is not a DOCX document"), ("back.XLSX", "is not an XLSX workbook")]
)
def test_a_text_with_the_name_of_a_document_is_called_what_it_is_not(name: str, said: str) -> None:
    with pytest.raises(ImportFileError, match=said):
        read_returned(original_of(b"Dear all, here it is.", name))
    with pytest.raises(ImportFileError, match="neither XLIFF nor TMX"):
        read_returned(original_of(b"\xef\xbb\xbf<p>words</p>", name))
