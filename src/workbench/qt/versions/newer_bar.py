"""The bar that a newer capture comes in by: from where, what it will do, and how far it is."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live, Words
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.services.versions import Foreseen


class Stage(Enum):
    """How far a newer capture has come."""

    CHOOSE = 0
    WORK = 1
    READY = 2


class NewerBar(Live, QFrame):
    """Above the text, until it is done or closed. Nothing is written before its last button is pressed."""

    file_asked = Signal()
    clipboard_asked = Signal()
    import_asked = Signal()
    closed = Signal()
    """It was closed, or what it did was stopped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Banner")
        self.setProperty("level", "info")
        self.stage = Stage.CHOOSE
        self._title = ""
        self._what = PlainLabel(self._head, wrap=True)
        self._more = PlainLabel(role="second", wrap=True)
        self._error = PlainLabel(role="error", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.file_button = Button(lambda: _("Choose file…"), self.file_asked.emit)
        self.clipboard_button = Button(lambda: _("From clipboard"), self.clipboard_asked.emit, kind="quiet")
        self.import_button = Button(lambda: _("Import newer capture"), self.import_asked.emit, kind="primary")
        self.close_button = Button(self._close_words, self.closed.emit, kind="quiet")
        self._verbs = Flow()
        self._column = QVBoxLayout()
        for label in (self._what, self._more, self._error):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._column.addWidget(label)
        self._column.addWidget(self._bar)
        for button in (self.import_button, self.file_button, self.clipboard_button, self.close_button):
            self._verbs.addWidget(button)
        self._column.addLayout(self._verbs)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._column, 1)
        self.restyle()
        self.hide()

    def choose(self, title: str, error: str = "") -> None:
        """Ask where the newer capture of a source is; `error` says why the last one was not it."""
        self._title = title
        self._enter(Stage.CHOOSE, lambda: _("The source as it is now becomes a new text version. The old text stays."))
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self.file_button.setFocus()

    def work(self, words: Words) -> None:
        """Say what is being done; `progress` follows."""
        self._enter(Stage.WORK, words)
        self._bar.setRange(0, 0)
        self.close_button.setFocus()

    def progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def ready(self, foreseen: Foreseen, name: str) -> None:
        """Say what importing will do."""
        self._title = foreseen.title
        self._enter(Stage.READY, lambda: ": ".join((name or _("from the clipboard"), foreseen_text(foreseen))))
        self.import_button.setFocus()

    def _enter(self, stage: Stage, more: Words) -> None:
        self.stage = stage
        self._what.retranslate()
        self._more.set_words(more)
        self.close_button.retranslate()
        self.import_button.setVisible(stage is Stage.READY)
        for button in (self.file_button, self.clipboard_button):
            button.setVisible(stage is Stage.CHOOSE)
        self._bar.setVisible(stage is Stage.WORK)
        self._error.hide()
        self.show()
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """Return all that the bar says."""
        return f"{self._what.text()} {self._more.text()}"

    def _head(self) -> str:
        return _("Newer capture of “{title}”").format(title=self._title)

    def _close_words(self) -> str:
        return _("Stop") if self.stage is Stage.WORK else _("Cancel")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self._what.retranslate()
        self._more.retranslate()
        self.setAccessibleName(self.text())

    @override
    def restyle(self) -> None:
        look = current_look()
        wide, gap = look.px("wide"), look.px("gap")
        self._row.setContentsMargins(wide, gap, wide, gap)
        self._column.setSpacing(look.px("step"))


def foreseen_text(foreseen: Foreseen) -> str:
    """Say what importing a newer capture will do."""
    if foreseen.same_text:
        return _("The text is the same as before. The file is kept, and nothing else changes.")
    if not foreseen.certain + foreseen.moved + foreseen.waiting:
        return _("A new text version; there are no passages to carry over.")
    return counts_text(foreseen.certain, foreseen.moved, foreseen.waiting)


def counts_text(certain: int, moved: int, waiting: int) -> str:
    """Say how passages are carried to a newer text."""
    book = active()
    parts = [_("Passages carried over: {n}").format(n=book.number(certain))]
    parts += [_("moved: {n}").format(n=book.number(moved))] if moved else []
    parts += [_("waiting for you to decide: {n}").format(n=book.number(waiting))] if waiting else []
    return "  ·  ".join(parts)
