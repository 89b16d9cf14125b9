"""The page of printing: what is included, on which paper, and how it will look."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.exporters.filenames import safe_name
from workbench.i18n import _, active, ngettext
from workbench.qt.archive.page import Tick, Waiting
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, IconButton, Live, hair_line
from workbench.qt.frame.files import choose_new_file
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.printing.output import PrintRun, write_pdf
from workbench.qt.printing.pages import Pages, Paper
from workbench.qt.printing.preview import Preview
from workbench.qt.printing.subject import Asked, Option, Subject
from workbench.qt.session import Session


@dataclass(frozen=True, slots=True)
class _Read:
    """What the worker gives back: what was read, and its pages; None where there is nothing of it."""

    known: Any
    pages: Pages | None


class PrintPage(Live, QWidget):
    """Shows how subjects of one kind would be printed; Escape leaves it (`closed`)."""

    closed = Signal()

    def __init__(self, session: Session, kind: type[Subject], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = kind
        self._wanted: Subject | None = None
        self._known: Any = None
        self.pages: Pages | None = None
        self._job: Job | None = None
        self._run: PrintRun | None = None
        self.setProperty("place", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make()
        self._build()
        session.operations.progressed.connect(self._show_progress)
        self.retranslate()
        self.restyle()
        self._show_state()

    def _make(self) -> None:
        self.ticks = {option.key: Tick(option.words, checked=option.checked) for option in self._kind.options}
        self.outside = Tick(lambda: _("For outside"), checked=True)
        self.paper = QComboBox()
        self.paper.addItems(["A4", "Letter"])
        self.print_button = Button(lambda: _("Print…"), self._print, kind="primary", icon="printer")
        self.pdf_button = Button(lambda: _("Save as PDF…"), self.ask_for_pdf)
        self.close_button = IconButton("x", lambda: _("Close"), self.close_page)
        self._title = PlainLabel(self._kind.heading, role="lead", wrap=True)
        self._count = PlainLabel(self._count_words, role="second")
        self._warning = PlainLabel(self._warning_words, role="small", wrap=True)
        self.message, self._waiting, self.preview = Banner(), Waiting(), Preview()
        self._stop = IconButton("x", lambda: _("Stop"), self._stop_work)
        for option in self._kind.options:
            does = self._read_anew if option.read else self._lay_out
            self.ticks[option.key].toggled.connect(lambda _on, does=does: does())
        self.paper.currentIndexChanged.connect(lambda _at: self._lay_out())
        self.outside.toggled.connect(lambda _on: self._read_anew())

    def _build(self) -> None:
        self._head, self._working = QHBoxLayout(), QWidget()
        for part, share in ((self._title, 1), (self._count, 0), (self.close_button, 0)):
            self._head.addWidget(part, share)
        options, verbs = Flow(), Flow()
        for option in (*self.ticks.values(), self.outside, self.paper):
            options.addWidget(option)
        for verb in (self.print_button, self.pdf_button):
            verbs.addWidget(verb)
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._waiting, 1)
        row.addWidget(self._stop)
        self._top = QVBoxLayout()
        self._top.addLayout(self._head)
        self._top.addLayout(options)
        self._top.addLayout(verbs)
        for below in (self._warning, self._working, self.message):
            self._top.addWidget(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(hair_line())
        column.addWidget(self.preview, 1)
        self._working.hide()
        self.setFocusProxy(self.preview)

    # What is shown

    @property
    def busy(self) -> bool:
        """Whether pages are being laid out, written or printed."""
        return self._job is not None or self._run is not None

    def show_subject(self, subject: Subject) -> None:
        """Read a subject as it is now, and show its pages."""
        self._stop_work()
        self._wanted, self._known = subject, None
        self.message.close_message()
        self._lay_out()

    def refresh(self) -> None:
        """Read it again: something was changed."""
        if self._wanted is not None and self._run is None:
            self._known = None
            self._lay_out()

    def asked(self) -> Asked:
        """Return what is chosen, without what there is nothing to."""
        chosen: set[str] = set()
        for option in self._kind.options:
            if self._possible(option, chosen) and self.ticks[option.key].isChecked():
                chosen.add(option.key)
        return Asked(frozenset(chosen), self._session.language, self.outside.isChecked())

    def _possible(self, option: Option, chosen: Collection[str]) -> bool:
        return option.needs in ("", *chosen) and not (option.inside and self.outside.isChecked())

    def _warning_words(self) -> str:
        if self.outside.isChecked():
            return _("Only what is open is here, and protected persons stand under their pseudonyms.")
        return _(
            "For inside: everything stands here as it is, what is restricted too. Anyone who finds it can read it."
        )

    def _read_anew(self) -> None:
        self._known = None
        self._warning.retranslate()
        self._lay_out()

    def _lay_out(self) -> None:
        """Make the pages anew in the background; the last wish counts."""
        if self._wanted is None:
            return
        if self._job is not None:
            self._job.cancel()
        subject, known, asked = self._wanted, self._known, self.asked()
        paper, archive = Paper.LETTER if self.paper.currentIndex() else Paper.A4, self._session.archive

        def work(context: Context) -> _Read:
            found = known
            if found is None:
                with archive.read() as connection:
                    found = subject.read(connection, asked, context.check)
            if found is None:
                return _Read(None, None)
            pieces = subject.pieces(found, asked)
            return _Read(found, Pages(pieces, paper, title=subject.title(found), check=context.progress))

        self._begin(lambda: _("Laying out the pages…"))
        job = self._session.operations.run_read(
            work,
            on_done=lambda read: self._take(job, read),
            on_error=lambda error: self._failed(job, error),
            owner=self,
        )
        self._job = job
        self._show_state()

    def _take(self, job: Job, read: _Read) -> None:
        if job is not self._job:
            return
        self._known, self.pages = read.known, read.pages
        self.preview.show_pages(read.pages)
        self._end()
        if read.known is None and self.outside.isChecked():
            kept = self._kind.kept_words
            self.message.show_message(Level.INFO, lambda: kept()[0], more=lambda: kept()[1])

    def _failed(self, job: Job, error: WorkbenchError) -> bool:
        if job is self._job:
            self._end()
            if not isinstance(error, CancelledError):
                self.message.show_error(error)
        return True

    def _show_state(self) -> None:
        ready = self.pages is not None and not self.busy
        chosen = self.asked().chosen
        for option in self._kind.options:
            self.ticks[option.key].setEnabled(self._possible(option, chosen))
        self.pdf_button.setEnabled(ready)
        self.print_button.setEnabled(ready and bool(QPrinterInfo.availablePrinterNames()))
        self.print_button.setToolTip("" if QPrinterInfo.availablePrinterNames() else _("No printer is set up here."))
        self._count.retranslate()

    def _count_words(self) -> str:
        count = self.pages.count if self.pages is not None else 0
        return ngettext("{n} page", "{n} pages", count).format(n=active().number(count)) if count else ""

    # Out

    def ask_for_pdf(self) -> None:
        """Ask where the PDF goes, and write it."""
        if self.pages is None or self.busy:
            return
        name = safe_name(self.pages.title, self._kind.document().lower())
        path = choose_new_file(
            self.window(), _("Save as PDF"), suffix="pdf", name=f"{name}.pdf", filters=("PDF (*.pdf)",)
        )
        if path is not None:
            self.save_pdf(path)

    def save_pdf(self, path: Path) -> None:
        """Write the pages to a file in the background."""
        pages = self.pages
        if pages is None or self.busy:
            return
        self._begin(lambda: _("Writing the PDF…"))

        def done(_nothing: None) -> None:
            self._end()
            self.message.show_message(Level.SUCCESS, _("The PDF was written: {name}").format(name=path.name))

        job = self._session.operations.run_read(
            lambda context: write_pdf(pages, path, context.progress),
            on_done=done,
            on_error=lambda error: self._failed(job, error),
            owner=self,
            title=_("Writing a PDF"),
            lasting=True,
        )
        self._job = job
        self._show_state()

    def _print(self) -> None:
        if self.pages is None or self.busy:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._kind.document())  # queues show it to everybody
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setMinMax(1, self.pages.count)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_to(self, printer: QPrinter) -> None:
        """Send the pages to a printer, a page at a time."""
        if self.pages is None or self.busy:
            return
        self._begin(lambda: _("Printing…"))
        self._run = PrintRun(self.pages, printer, self)
        self._run.progressed.connect(self._waiting.show_progress)
        self._run.ended.connect(self._printed)
        self._show_state()
        self._run.start()

    def _printed(self, ok: bool) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.deleteLater()
        self._end()
        if ok:
            self.message.show_message(Level.SUCCESS, lambda: _("The pages were sent to the printer."))
        else:
            self.message.show_message(Level.WARNING, lambda: _("Printing was stopped. Pages may be on paper already."))

    def _begin(self, words: Callable[[], str]) -> None:
        self.message.close_message()
        self._waiting.begin(words)
        self._working.show()

    def _end(self) -> None:
        self._job = None
        self._working.hide()
        self._show_state()

    def _stop_work(self) -> None:
        if self._job is not None:
            self._job.cancel()
        if self._run is not None:
            self._run.stop()

    def _show_progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._waiting.show_progress(done, total)

    def close_page(self) -> None:
        """Stop what goes on, forget the pages, and give the place back."""
        self._stop_work()
        self._job = self._wanted = self._known = self.pages = None
        self.preview.show_pages(None)
        self._end()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.paper.setAccessibleName(_("Paper"))
        if self._known is not None:  # the notes are in the language of the interface, names of records too
            self._known = None
            self._lay_out()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap, room = look.px("gap"), look.px("room")
        self._top.setContentsMargins(room, gap, gap, gap)
        self._top.setSpacing(gap)
        self._head.setSpacing(look.px("wide"))
