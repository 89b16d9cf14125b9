"""The field in which a translation is typed: as high as its words, with completion."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from workbench.domain.inputs import TEXT_LIMIT
from workbench.i18n import _, active
from workbench.qt.frame.base import Live
from workbench.qt.look.style import current_look

_LEAST, _MOST = 2, 9
"""Lines of type that the field shows."""


def too_long() -> str:
    """Say that more was to be put in than a translation may have."""
    most = active().number(TEXT_LIMIT)
    return _("This is too long: a translation has {n} characters at most. Nothing was put in.").format(n=most)


class WordingField(Live, QPlainTextEdit):
    """Plain text in reading type. `left` comes when the focus goes, `escaped` with Escape."""

    left = Signal()
    entered = Signal()
    escaped = Signal()
    refused = Signal()
    """What was to be pasted or dropped is longer than a translation may be; nothing was put in."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._cycle: tuple[int, int, list[str], int] | None = None
        self.textChanged.connect(self.updateGeometry)
        current_look().changed.connect(self.restyle)
        self.restyle()

    def set_text(self, text: str) -> None:
        """Show another text where it differs; the cursor goes to its end."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def toPlainText(self) -> str:
        """Return the text with its no-break spaces, which Qt's own function turns into ordinary ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def insert(self, text: str) -> None:
        """Put a text where the cursor is, as one step that Undo takes back."""
        self.textCursor().insertText(text)
        self.setFocus()

    def forget_steps(self) -> None:
        """Leave Undo to the archive, which has what was typed: an act that came after it is taken back first."""
        self.document().clearUndoRedoStacks()

    def select(self, start: int, end: int) -> None:
        """Select a range, in Qt's positions, as far as the text reaches; an empty one puts the cursor there."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selection_area(self) -> QRect:
        """Return where the selection is, or the cursor, in global coordinates: for what opens there."""
        at = self.textCursor()
        start, end = QTextCursor(at), QTextCursor(at)
        start.setPosition(at.selectionStart())
        end.setPosition(at.selectionEnd())
        area = self.cursorRect(start).united(self.cursorRect(end))
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def prefix(self) -> str:
        """Return the part of a word that stands before the cursor."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        at = len(before)
        while at and (before[at - 1].isalnum() or before[at - 1] in "’'-"):
            at -= 1
        return before[at:].lstrip("’'-")

    def complete(self, words: list[str]) -> bool:
        """Put the first word in place of what was begun; asked again at once, put the next one."""
        cursor = self.textCursor()
        if self._cycle is not None and cursor.position() == self._cycle[1]:
            start, end, words, number = self._cycle
            number = (number + 1) % len(words)
        else:
            start, end, number = cursor.position() - len(self.prefix()), cursor.position(), 0
        if not words:
            return False
        self.select(start, end)
        self.textCursor().insertText(words[number])
        self._cycle = (start, self.textCursor().position(), words, number)
        return True

    @property
    def cycling(self) -> bool:
        """Whether the cursor is still where a completion left it."""
        return self._cycle is not None and self.textCursor().position() == self._cycle[1]

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.key() != Qt.Key.Key_Space:
            self._cycle = None
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        kept = len(self.toPlainText()) - len(self.textCursor().selectedText())
        if kept + len(source.text()) > TEXT_LIMIT:
            self.refused.emit()
        else:
            super().insertFromMimeData(source)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @override
    def sizeHint(self) -> QSize:
        spacing = self.fontMetrics().lineSpacing()
        lines = max(_LEAST, min(_MOST, self._lines()))
        frame = 2 * (self.frameWidth() + current_look().px("step")) + 2 * round(self.document().documentMargin())
        return QSize(super().sizeHint().width(), lines * spacing + frame)

    def _lines(self) -> int:
        """Return how many lines the text has at this width; Qt itself counts only what was painted."""
        count, block = 0, self.document().begin()
        while block.isValid() and count < _MOST:
            self.blockBoundingRect(block)
            count += max(1, block.layout().lineCount())
            block = block.next()
        return count

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @override
    def restyle(self) -> None:
        self.setFont(current_look().reading_font(size="writing"))
        self.updateGeometry()
