"""Tables for translators: what is locked and hidden, what can be written in, and that they come back as they went."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from workbench.domain.bundle import BundleContent
from workbench.exporters.errand import Errand, words_of
from workbench.exporters.lookup import Lookup
from workbench.exporters.sheets import HEADINGS, write_docx, write_xlsx
from workbench.exporters.xml import parse_xml
from workbench.i18n import phrasebook
from workbench.importers.docx_child import answer_for
from workbench.importers.files import original_of
from workbench.importers.rows import read_tables

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return parse_xml(package.read(name))


def test_a_workbook_hides_the_keys_and_lets_the_last_column_be_written(content: BundleContent) -> None:
    data = write_xlsx(Lookup(content), Errand({content.quotes[0].id: "a-seal"}))["quotes.en.lt.xlsx"]
    sheet, styles = part(data, "xl/worksheets/sheet1.xml"), part(data, "xl/styles.xml")
    assert sheet.find(f"{M}sheetProtection").get("sheet") == "1"
    columns = sheet.findall(f"{M}cols/{M}col")
    assert (columns[0].get("min"), columns[0].get("hidden")) == ("1", "1")
    unlocked = {
        str(number)
        for number, form in enumerate(styles.find(f"{M}cellXfs"))
        if (lock := form.find(f"{M}protection")) is not None and lock.get("locked") == "0"
    }
    free = {cell.get("r") for cell in sheet.iter(f"{M}c") if cell.get("s") in unlocked}
    assert free == {"G2", "G3"}
    rows = read_tables(original_of(data)).sheets[0].rows
    assert rows[0][0] == "skaryna"
    assert rows[0][1:] == tuple(map(phrasebook("lt").gettext, HEADINGS))
    assert rows[1][0] == f"skaryna|{content.quotes[0].id}|en|lt|a-seal"
    assert rows[1][6] == "Tavo kėdę palikome prie lango, niekas joje nesėdėjo"
    assert len(rows[2]) < 7  # not translated: nothing stands there


def test_a_workbook_has_no_formulas(hostile_content: BundleContent) -> None:
    for data in write_xlsx(Lookup(hostile_content)).values():
        sheet = part(data, "xl/worksheets/sheet1.xml")
        assert not list(sheet.iter(f"{M}f"))
        assert not list(sheet.iter(f"{M}hyperlink"))


def test_a_document_has_a_row_a_quote_and_hides_its_key(content: BundleContent) -> None:
    lookup = Lookup(content)
    data = write_docx(lookup, Errand({content.quotes[0].id: "a-seal"}))["quotes.en.be.docx"]
    body = part(data, "word/document.xml")
    rows = list(body.iter(f"{W}tr"))
    assert len(rows) == 3
    hidden = ["".join(run.itertext()) for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}vanish") is not None]
    assert hidden == [
        f"skaryna|{quote.id}|en|be|{seal}" for quote, seal in zip(content.quotes, ("a-seal", ""), strict=False)
    ]
    cells = answer_for(data)["rows"][1]
    assert cells[0] == words_of(lookup, content.quotes[0]) + hidden[0]
    assert cells[2] == "Ігар Сокал"
    assert cells[3].startswith("A chair by the window")
    assert cells[4] == "Ihar Sokał = Ігар Сокал"
    assert cells[5] == "Мы пакінулі тваё крэсла каля акна, ніхто на ім не сядзеў"


def test_a_document_names_nobody(content: BundleContent) -> None:
    about = part(next(iter(write_docx(Lookup(content)).values())), "docProps/core.xml")
    said = [(element.text or "").strip() for element in about.iter() if isinstance(element.tag, str)]
    assert [text for text in said if text] == ["1", "2024-06-02T21:30:00Z", "2024-06-02T21:30:00Z"]


@pytest.mark.parametrize("exact", ["x" * 40_000, "🕊" * 20_000])
def test_a_cell_is_cut_where_a_workbook_ends(content: BundleContent, exact: str) -> None:
    import dataclasses

    quote = content.quotes[0]
    long = dataclasses.replace(quote.translations[2], text=exact)
    small = dataclasses.replace(content, languages=("lt",), quotes=(dataclasses.replace(quote, translations=(long,)),))
    rows = read_tables(original_of(write_xlsx(Lookup(small))["quotes.lt.xlsx"])).sheets[0].rows
    assert len(rows[1][6].encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert exact.startswith(rows[1][6])
