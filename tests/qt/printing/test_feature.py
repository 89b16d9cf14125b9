from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import NameInput
from workbench.domain.kinds import Level
from workbench.i18n import activate
from workbench.qt.frame.language import tell_language_change
from workbench.qt.look.style import Look
from workbench.qt.printing.feature import Printing
from workbench.qt.printing.page import PrintPage
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.sources.view import SourcesView
from workbench.services.levels import protect_person, set_level
from workbench.services.records import edit_name
from workbench.store.queries.records import list_records, record_detail
from workbench.store.tables import Source


class Bench:
    """The screen of sources on the sample, and its page of printing."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session = qtbot, session
        self.view = SourcesView(session)
        qtbot.addWidget(self.view)
        self.view.resize(1280, 720)
        self.view.show()
        self.view.activateWindow()
        qtbot.waitUntil(self.view.isActiveWindow)
        self.view.enter()
        qtbot.waitUntil(lambda: self.view.article.source is not None)
        self.settle()

    @property
    def feature(self) -> Printing:
        return next(one for one in self.view.features if isinstance(one, Printing))

    @property
    def page(self) -> PrintPage:
        assert self.feature.page is not None
        return self.feature.page

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.session.operations.jobs, timeout=30_000)

    def print(self) -> PrintPage:
        self.view.run_action("source.print")
        self.settle()
        return self.page

    def words(self) -> str:
        pages = self.page.pages
        assert pages is not None
        return "\n".join(text for number in range(pages.count) for text in pages.texts(number))


@pytest.fixture
def bench(qtbot: QtBot, look: Look, sample_session: Session) -> Bench:
    return Bench(qtbot, sample_session)


def test_the_article_is_shown_as_it_will_be_and_escape_leaves(bench: Bench) -> None:
    page = bench.print()
    assert bench.view.middle.currentWidget() is page
    assert page.preview.hasFocus()
    assert page.pages is not None
    assert page._count.text() == f"{page.pages.count} pages"
    assert page.preview.accessibleDescription() == f"Page 1 of {page.pages.count}"
    bench.qtbot.keyClick(page.preview, Qt.Key.Key_PageDown)
    bench.qtbot.keyClick(page.preview, Qt.Key.Key_PageDown)
    assert page.preview.page() >= 1
    bench.qtbot.keyClick(page.preview, Qt.Key.Key_Escape)
    assert bench.view.middle.currentWidget() is bench.view.article
    assert bench.view.reader.hasFocus()
    assert page.pages is None


def test_what_is_included_is_chosen(bench: Bench) -> None:
    page = bench.print()
    assert "Belarusian (final)" in bench.words()
    page.ticks["translations"].click()
    bench.settle()
    assert "Belarusian (final)" not in bench.words()
    assert "Notes" in bench.words()
    page.ticks["notes"].click()
    bench.settle()
    assert not page.ticks["translations"].isEnabled()
    assert "\nNotes\n" not in bench.words()
    assert "Organisation" in bench.words()
    page.ticks["marks"].click()
    bench.settle()
    assert not page.ticks["notes"].isEnabled()
    before = page.pages
    page.paper.setCurrentIndex(1)
    bench.settle()
    assert page.pages is not None
    assert before is not None
    assert page.pages.paper.units != before.paper.units


def test_it_follows_changes_and_the_language(bench: Bench) -> None:
    page = bench.print()
    with bench.session.read() as connection:
        record = max(list_records(connection, "en", "person"), key=lambda row: row.mentions)
        detail = record_detail(connection, record.id, "en")
    assert detail is not None
    name = next(one for one in detail.names if one.value == record.name)
    given = NameInput(value="Somebody Else", tag=name.tag, kind=name.kind)
    bench.session.archive.perform(edit_name(name.id, given), author_id=bench.session.author_id)
    page.refresh()
    bench.settle()
    assert "Somebody Else" in bench.words()
    activate("be")
    tell_language_change(bench.view)
    bench.settle()
    assert "Somebody Else" not in bench.words()


def test_a_pdf_and_a_printer(bench: Bench, tmp_path: Path) -> None:
    page = bench.print()
    assert page.pages is not None
    page.save_pdf(tmp_path / "article.pdf")
    assert page.busy
    bench.settle()
    assert page.message.text() == "The PDF was written: article.pdf"
    assert len(PdfReader(tmp_path / "article.pdf").pages) == page.pages.count
    page.save_pdf(tmp_path / "no folder" / "article.pdf")
    bench.settle()
    assert "could not be written" in page.message.text()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.print_to(printer)
    assert page.busy
    bench.qtbot.waitUntil(lambda: not page.busy)
    assert page.message.text() == "The pages were sent to the printer."
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == page.pages.count


def test_nothing_is_marked_on_a_text_that_is_not_seen(bench: Bench) -> None:
    page = bench.print()
    assert bench.feature.intercepts("passage.remove")
    bench.view.run_action("passage.remove")
    bench.settle()
    assert bench.view.middle.currentWidget() is page
    bench.view.run_action("find.text")
    assert bench.view.middle.currentWidget() is bench.view.article
    bench.print()
    bench.session.go(Place(ViewName.SOURCES))
    assert bench.view.middle.currentWidget() is bench.view.article


def test_the_pages_stay_while_panels_fold(bench: Bench) -> None:
    bench.print()
    bench.view.run_action("view.list")
    bench.view.run_action("view.inspector")
    assert bench.feature.shown
    assert bench.view.list_panel.folded
    assert bench.view.side_panel.folded
    bench.view.run_action("find.text")
    assert not bench.feature.shown
    assert bench.view.article.find_bar.isVisible()


def test_for_outside_is_what_may_leave_and_for_inside_everything(bench: Bench, qtbot: QtBot) -> None:
    with bench.session.read() as connection:
        people = {row.name: row.id for row in list_records(connection, "en", "person")}
    bench.session.perform(protect_person(people["Maxim Znak"], "Lawyer B"))
    bench.settle()
    page = bench.print()
    assert page.outside.isChecked()
    assert "pseudonyms" in page._warning.text()
    assert "Lawyer B" in bench.words()
    assert "Znak" not in bench.words()
    page.outside.setFocus()
    qtbot.keyClick(page.outside, Qt.Key.Key_Space)
    bench.settle()
    assert "For inside" in page._warning.text()
    assert "Znak" in bench.words()
    qtbot.keyClick(page.outside, Qt.Key.Key_Space)
    source = bench.view.article.source
    assert source is not None
    bench.session.perform(set_level(Source, source.id, Level.SECRET))
    bench.settle()
    qtbot.waitUntil(lambda: not page.message.isHidden())
    assert page.pages is None
    assert not page.pdf_button.isEnabled()
