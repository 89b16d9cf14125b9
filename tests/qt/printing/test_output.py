from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from workbench.domain.errors import ArchiveError, CancelledError
from workbench.qt.look.style import Look
from workbench.qt.printing.output import PrintRun, write_pdf
from workbench.qt.printing.pages import Pages, Paper
from workbench.qt.printing.pieces import Included, Piece, Style, pieces_of
from workbench.store.queries.printout import Printout


@pytest.fixture
def pages(look: Look, sample_printout: Printout) -> Pages:
    return Pages(pieces_of(sample_printout, Included()), Paper.A4, title="One hundred")


def words_of(path: Path) -> list[str]:
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def test_a_pdf_has_the_pages_with_their_words(pages: Pages, tmp_path: Path) -> None:
    path, told = tmp_path / "out" / "article.pdf", []
    path.parent.mkdir()
    write_pdf(pages, path, lambda done, total: told.append((done, total)))
    found = words_of(path)
    assert len(found) == pages.count
    assert told == [(number, pages.count) for number in range(pages.count)]
    for number, words in enumerate(found):
        assert "".join(f"{number + 1} / {pages.count}".split()) in words
        for text in pages.texts(number):
            for word in text.split():
                if word.isalpha():
                    assert word in words
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    assert reader.metadata is not None
    assert reader.metadata.title == "One hundred"
    assert [round(side) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert list(path.parent.iterdir()) == [path]


def test_what_fails_or_is_stopped_leaves_nothing(pages: Pages, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="could not be written"):
        write_pdf(pages, tmp_path / "no folder" / "article.pdf", lambda _done, _total: None)

    def stop(done: int, _total: int) -> None:
        if done:
            raise CancelledError("Stopped.")

    before = tmp_path / "out" / "article.pdf"
    before.parent.mkdir()
    before.write_bytes(b"before")
    with pytest.raises(CancelledError):
        write_pdf(pages, before, stop)
    assert before.read_bytes() == b"before"
    assert list(before.parent.iterdir()) == [before]


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_printer_gets_a_page_at_a_time(qtbot: QtBot, look: Look, pages: Pages, tmp_path: Path) -> None:
    run, told = PrintRun(pages, printer_to(tmp_path / "out.pdf")), []
    run.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(run.ended) as ended:
        run.start()
        assert told == []
    assert ended.args == [True]
    assert told == [(number, pages.count) for number in range(1, pages.count + 1)]
    found = words_of(tmp_path / "out.pdf")
    assert len(found) == pages.count
    assert "1/" in found[0]


def test_a_range_of_pages(qtbot: QtBot, look: Look, pages: Pages, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    run = PrintRun(pages, printer)
    with qtbot.waitSignal(run.ended):
        run.start()
    found = words_of(tmp_path / "out.pdf")
    assert [words.endswith((f"2/{pages.count}", f"3/{pages.count}")) for words in found] == [True, True]


def test_printing_is_stopped(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    pages = Pages([Piece("word " * 300, Style.PARAGRAPH)] * 40, Paper.LETTER)
    run = PrintRun(pages, printer_to(tmp_path / "out.pdf"))
    run.progressed.connect(lambda done, _total: run.stop() if done == 2 else None)
    with qtbot.waitSignal(run.ended) as ended:
        run.start()
    assert ended.args == [False]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot(qtbot: QtBot, look: Look, pages: Pages, tmp_path: Path) -> None:
    run = PrintRun(pages, printer_to(tmp_path / "no folder" / "out.pdf"))
    with qtbot.waitSignal(run.ended) as ended:
        run.start()
    assert ended.args == [False]
