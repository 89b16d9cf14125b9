"""How an import goes, and what did not go, in lines above the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.names import shortened
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, IconButton, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.sources.importing import Importer, Twin, can_import

_TITLE = 50
"""Code points of a title on a button."""


class DropTarget(Live, QFrame):
    """Lets sources be dropped anywhere on its host, and says so over it while something is dragged there."""

    def __init__(self, importer: Importer, host: QWidget) -> None:
        super().__init__(host)
        self._importer = importer
        self.setObjectName("Overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column = QVBoxLayout(self)
        words = PlainLabel(lambda: _("Let go to import"), role="title")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(words)
        self.restyle()
        self.hide()
        host.setAcceptDrops(True)
        host.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if can_import(event.mimeData()):
                self._say_so()
                event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            self._importer.import_mime(event.mimeData())
            event.acceptProposedAction()
            return True
        return False

    def _say_so(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        place = QRect(QPoint(0, 0), self.sizeHint())
        place.moveCenter(host.rect().center())
        self.setGeometry(place)
        self.show()
        self.raise_()

    @override
    def restyle(self) -> None:
        vast = current_look().px("vast")
        self._column.setContentsMargins(vast, vast, vast, vast)


class ImportReport(Live, QFrame):
    """How an import goes, and what did not go: in the window, above the text, until it is closed."""

    show_asked = Signal(str)
    """The id of a source that has the same bytes."""

    newer_asked = Signal(object)
    """A `Twin` whose bytes are to become a newer capture of its source."""

    def __init__(self, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Banner")
        self.setProperty("level", "warning")
        self._importer = importer
        self._counts = (0, 0)
        self._lines: list[QWidget] = []
        self._head = PlainLabel(self._words, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(lambda: _("Stop"), importer.stop)
        self._close = IconButton("x", lambda: _("Close this message"), self.clear)
        self._body = QWidget()
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._body)
        self._body.setAutoFillBackground(False)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout()
        row.addWidget(self._head, 1)
        row.addWidget(self._stop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._scroll)
        importer.progressed.connect(self._progressed)
        importer.failed.connect(self._add_failure)
        importer.twin_found.connect(self._add_twin)
        self.restyle()
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What was said about what was not imported."""
        labels = (line if isinstance(line, PlainLabel) else line.findChild(PlainLabel) for line in self._lines)
        return tuple(label.text() for label in labels if label is not None)

    def _words(self) -> str:
        done, total = self._counts
        if done < total:
            book = active()
            return _("Importing {done} of {total}…").format(done=book.number(done + 1), total=book.number(total))
        number = len(self._lines)
        return ngettext("{n} source was not imported", "{n} sources were not imported", number).format(n=number)

    def _progressed(self, done: int, total: int) -> None:
        if done == 0:
            self.clear()
        self._counts = (done, total)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._show()

    def _add_failure(self, line: str) -> None:
        self._add(PlainLabel(line, wrap=True))

    def _add_twin(self, twin: Twin) -> None:
        if not twin.same:
            words = _("“{name}” may be a newer capture of “{title}”.").format(
                name=twin.name or twin.incoming.provenance.title, title=twin.title
            )
        elif twin.name:
            words = _("“{name}” is in the archive already, as “{title}”.").format(name=twin.name, title=twin.title)
        else:
            words = _("This text is in the archive already, as “{title}”.").format(title=twin.title)
        line = QWidget()
        column, verbs = QVBoxLayout(line), Flow()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PlainLabel(words, wrap=True))
        for button in self._verbs_for(twin, line):
            verbs.addWidget(button)
        column.addLayout(verbs)
        self._add(line)

    def _verbs_for(self, twin: Twin, line: QWidget) -> tuple[Button, Button]:
        if twin.same:
            return (
                Button(lambda: _("Show it"), lambda: self._show_twin(twin)),
                Button(lambda: _("Import again"), lambda: self._import_again(twin, line), kind="quiet"),
            )
        title = shortened(twin.title, _TITLE)
        return (
            Button(lambda: _("Newer capture of “{title}”").format(title=title), lambda: self._take_newer(twin, line)),
            Button(lambda: _("Import as a source of its own"), lambda: self._import_again(twin, line), kind="quiet"),
        )

    def _take_newer(self, twin: Twin, line: QWidget) -> None:
        self._drop(line)
        self._show()
        self.newer_asked.emit(twin)

    def _show_twin(self, twin: Twin) -> None:
        self.clear()
        self.show_asked.emit(twin.source_id)

    def _import_again(self, twin: Twin, line: QWidget) -> None:
        self._drop(line)
        self._importer.import_again(twin)
        self._show()

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._list.addWidget(line)
        line.show()  # a layout leaves out what is hidden, and a new widget is until the next event
        self._show()

    def _drop(self, line: QWidget) -> None:
        if line in self._lines:
            self._lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def clear(self) -> None:
        """Take all lines away."""
        for line in list(self._lines):
            self._drop(line)
        self._show()

    def _show(self) -> None:
        done, total = self._counts
        busy = done < total
        self._head.set_words(self._words)
        self._head.setVisible(busy or len(self._lines) > 1)
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        self._close.setVisible(not busy)
        self._scroll.setVisible(bool(self._lines))
        height = self._body.layout().totalHeightForWidth(max(self.width(), 320)) if self._lines else 0  # type: ignore[union-attr]
        self._scroll.setFixedHeight(min(max(height, 0), current_look().px("side")))
        self.setProperty("level", "warning" if self._lines else "info")
        self.style().unpolish(self)
        self.style().polish(self)
        # Nothing of one short import flickers over the text.
        self.setVisible(bool(self._lines) or (busy and total > 1))
        self.setAccessibleName(" ".join((self._words(), *self.lines)))

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        wide, gap = look.px("wide"), look.px("gap")
        self._column.setContentsMargins(wide, gap, gap, gap)
        for box in (self._column, self._list):
            box.setSpacing(gap)
