"""Pages to a printer or into a PDF: nothing else is written, and a file is whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from workbench.domain.errors import ArchiveError
from workbench.i18n import _
from workbench.qt.printing.pages import DPI, Pages, Paper
from workbench.vault.files import atomic_write

Progress = Callable[[int, int], None]


def _layout(paper: Paper) -> QPageLayout:
    """Return a page layout without margins: the pages have their own."""
    return QPageLayout(paper.page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def write_pdf(pages: Pages, path: Path, progress: Progress) -> None:
    """Write pages to a file, on any thread; `progress` is told pages and may raise to stop.

    Raises:
        ArchiveError: the file could not be written; one that was there is as it was.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setPageLayout(_layout(pages.paper))
    writer.setTitle(pages.title)
    writer.setCreator("Skaryna Workbench")
    painter = QPainter(writer)
    try:
        for number in range(pages.count):
            progress(number, pages.count)
            if number:
                writer.newPage()
            pages.paint(painter, number)
    finally:
        painter.end()
    buffer.close()
    try:
        with atomic_write(path) as file:
            file.write(bytes(buffer.data().data()))
    except OSError:
        raise ArchiveError(
            _("The PDF could not be written."),
            kept=_("The archive is as it was."),
            do=_("Choose a folder that you may write to, with room left."),
        ) from None


class PrintRun(QObject):
    """Sends pages to a printer, one a turn of the event loop, so that the window goes on living.

    `progressed(done, total)`; `ended(ok)` once, with False where it was stopped or the printer failed.
    """

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, pages: Pages, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages, self._printer = pages, printer
        printer.setFullPage(True)
        printer.setPageLayout(_layout(pages.paper))
        first, last = printer.fromPage() or 1, printer.toPage() or pages.count
        self._numbers = list(range(max(1, first) - 1, min(last, pages.count)))
        self._done = 0
        self._painter = QPainter()
        self._clock = QTimer(self, interval=0)
        self._clock.timeout.connect(self._next)

    def start(self) -> None:
        """Begin; nothing is sent before the event loop turns."""
        if self._numbers and self._painter.begin(self._printer):
            self._clock.start()
        else:
            self.ended.emit(False)  # noqa: FBT003 - Qt's signature

    def stop(self) -> None:
        """Stop, and take back what was sent where the printer can."""
        if self._clock.isActive():
            self._printer.abort()
            self._end(ok=False)

    def _next(self) -> None:
        if self._done and not self._printer.newPage():
            self._end(ok=False)
            return
        self._painter.save()
        scale = self._printer.resolution() / DPI
        self._painter.scale(scale, scale)
        self._pages.paint(self._painter, self._numbers[self._done])
        self._painter.restore()
        self._done += 1
        self.progressed.emit(self._done, len(self._numbers))
        if self._done == len(self._numbers):
            self._end(ok=True)

    def _end(self, *, ok: bool) -> None:
        self._clock.stop()
        self._painter.end()
        self.ended.emit(ok)
