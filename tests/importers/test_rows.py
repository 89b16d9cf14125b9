from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from workbench.domain.errors import ImportFileError
from workbench.importers import limits
from workbench.importers.files import original_of
from workbench.importers.rows import CSV_TYPE, XLSX_TYPE, Tables, read_tables
from workbench.importers.rows_child import answer_for


def read(data: str | bytes, name: str = "a.csv") -> Tables:
    return read_tables(original_of(data.encode() if isinstance(data, str) else data, name))


def refused(data: str | bytes) -> str:
    with pytest.raises(ImportFileError) as caught:
        read(data)
    return str(caught.value)


def workbook(**sheets: list[list[object]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return buffer.getvalue()


ROWS = "Імя;Нарадзіўся\r\nМарыя Калеснікава;24.04.1982\r\nЯўген Шыла;1990\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
def test_encodings_are_told_by_the_bytes(encoding: str) -> None:
    table = read(ROWS.encode(encoding)).sheets[0]
    assert table.rows == (
        ("Імя", "Нарадзіўся"),
        ("Марыя Калеснікава", "24.04.1982"),
        ("Яўген Шыла", "1990"),
    )
    assert table.lines == (1, 2, 3)


def test_a_lithuanian_table_of_one_byte_letters() -> None:
    words = "Vardas,Vieta\nČiurlionis,Varėna\nŽemaitė,Bukantė\nŠatrijos Ragana,Medingėnai\n"
    tables = read(words.encode("windows-1257"))
    assert tables.sheets[0].rows[1] == ("Čiurlionis", "Varėna")
    assert tables.encoding == "windows-1257"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_are_told_by_the_lines(delimiter: str) -> None:
    line = delimiter.join
    tables = read("\n".join([line(["a", "b", "c"]), line(['"x, y; z"', "1", "2"]), line(["k", "", "m"])]))
    assert tables.delimiter == delimiter
    assert tables.sheets[0].rows[1:] == (("x, y; z", "1", "2"), ("k", "", "m"))


def test_a_spreadsheet_may_say_its_delimiter() -> None:
    table = read("sep=;\r\na;b,c\r\n1;2,5\r\n").sheets[0]
    assert table.rows == (("a", "b,c"), ("1", "2,5"))
    assert table.lines == (2, 3)


def test_the_delimiter_that_is_said_may_be_a_tab() -> None:
    table = read("sep=\t\r\na\tb,c\r\n1\t2,5\r\n").sheets[0]
    assert table.rows == (("a", "b,c"), ("1", "2,5"))
    assert table.lines == (2, 3)


def test_a_cell_may_hold_lines_and_marks_and_rows_keep_their_line() -> None:
    table = read('a,b\n"one\ntwo","say ""yes"""\n\nx,y\n').sheets[0]
    assert table.rows[1:] == (("one\ntwo", 'say "yes"'), ("x", "y"))
    assert table.lines == (1, 2, 5)


def test_a_quotation_that_is_not_closed_is_refused_with_its_line() -> None:
    said = refused('a,b\n1,2\n"three,4\n5,6\n')
    assert "Line 3" in said
    assert "not closed" in said


def test_a_quotation_that_goes_on_is_refused_with_its_line() -> None:
    said = refused('a,b\n1,2\n"three"four,4\n5,6\n')
    assert "Line 3" in said
    assert "goes on after its closing mark" in said


def test_mixed_encodings_are_refused_with_the_line() -> None:
    mixed = "name\nМарыя Калеснікава\nЯўген Шыла\n".encode() + "Іван Іваноў\n".encode("windows-1251")
    assert "Line 4" in refused(mixed)
    other = "імя\nМарыя Калеснікава\nЯўген Шыла\n".encode("windows-1251") + "Іван Іваноў\n".encode()
    assert "Line 4" in refused(other)
    assert "Line 3" in refused(b"\xef\xbb\xbfname\nok\nbad \xe9\n")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7", b"a,b\n1,\x01\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    assert "a.csv" in refused(data)


def test_a_table_without_words_is_refused() -> None:
    assert "no rows" in refused(" , ,\n\n")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "too many cells" in refused(",".join(["x"] * (limits.TABLE_COLUMNS + 1)))
    assert "too long" in refused("a,b\n" + "x" * (limits.CELL_POINTS + 1) + ",y")
    monkeypatch.setattr(limits, "TABLE_ROWS", 3)
    assert "too many rows" in refused("a\nb\nc\nd\n")
    monkeypatch.setattr(limits, "TABLE_BYTES", 4)
    assert "too large" in refused("a,b,c\n")


def test_a_workbook_is_read_in_a_process_of_its_own() -> None:
    data = workbook(
        Людзі=[["Name", "Born", "Seen", "No"], ["Яўген", date(1990, 3, 1), datetime(2025, 12, 13, 14, 30), 7.0]],  # noqa: DTZ001
        Empty=[],
    )
    tables = read(data, "a.xlsx")
    assert tables.media_type == XLSX_TYPE
    assert [sheet.name for sheet in tables.sheets] == ["Людзі"]
    assert tables.sheets[0].rows[1] == ("Яўген", "1990-03-01", "2025-12-13 14:30", "7")
    assert read(ROWS).media_type == CSV_TYPE


def test_formulas_are_not_evaluated() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.add_worksheet().write_formula(0, 0, "=1+1", None, "stored")
    assert answer_for(buffer.getvalue())["sheets"][0][1] == [["stored"]]


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<a/>")
        package.writestr("xl/workbook.xml", b" " * 2_000_000)
    monkeypatch.setattr(limits, "TABLE_UNPACKED_BYTES", 1_000_000)
    assert answer_for(buffer.getvalue()) == {"refused": "packing"}


@pytest.mark.parametrize(
    ("part", "reason"),
    [("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "entities"), ("not xml", "")],
)
def test_a_workbook_that_is_none_is_refused(part: str, reason: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", part)
    assert answer_for(buffer.getvalue()) == {"refused": reason}


def test_other_packages_and_broken_ones_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", "<a/>")
    assert answer_for(buffer.getvalue()) == {"refused": "kind"}
    assert answer_for(workbook(A=[["x"]])[:-40]) == {"refused": "packing"}


def test_a_workbook_past_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = workbook(A=[["x", "y", "z"], ["k" * 50]], B=[["1"], ["2"], ["3"]])
    for limit, value, reason in (("TABLE_SHEETS", 1, "sheets"), ("TABLE_COLUMNS", 2, "columns"),
                                 ("TABLE_ROWS", 2, "rows"), ("CELL_POINTS", 20, "cell")):  # fmt: skip
        with monkeypatch.context() as patched:
            patched.setattr(limits, limit, value)
            assert answer_for(data) == {"refused": reason}
