"""The reader's mouse: clicks on passages, selections by character, word and paragraph."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from workbench.domain.anchors import Span
from workbench.qt.reader.words import word_at

if TYPE_CHECKING:
    from workbench.qt.reader.reader import Reader

_TICK = 30
"""Milliseconds between steps while one drags past the edge."""


class _By(Enum):
    CHARACTER = auto()
    WORD = auto()
    BLOCK = auto()


class Pointer:
    """Follows presses, moves and releases of the left button."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._by = _By.CHARACTER
        self._down: QPointF | None = None
        self._dragging = False
        self._last = QPointF()
        self._first = Span(0, 1)
        self._double_at: QPointF | None = None
        self._clock = QTimer(reader)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._scroll_on)
        # How long after a double click a third one takes the paragraph.
        self._third = QTimer(reader)
        self._third.setSingleShot(True)

    def pressed(self, event: QMouseEvent) -> None:
        """Begin: a third click, an extension with Shift, a bar in the margin, or a plain press."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        reader, point = self._reader, event.position()
        self._dragging = False
        if self._third.isActive() and self._double_at is not None and _near(point, self._double_at):
            self._third.stop()
            self._begin(point, _By.BLOCK)
            return
        if self._on_bar(point):
            return
        self._by, self._down, self._last = _By.CHARACTER, point, point
        reader.place_caret(
            reader.position_at(point), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier), scroll=False
        )
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._dragging = True

    def _on_bar(self, point: QPointF) -> bool:
        reader = self._reader
        found = reader.margin.at(point, reader.column_left)
        if found:
            reader.set_current(found[0].id)
        return bool(found)

    def double_clicked(self, event: QMouseEvent) -> None:
        """Select the word under the mouse, and go on by words."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._double_at = event.position()
            self._third.start(QApplication.doubleClickInterval())
            self._begin(event.position(), _By.WORD)

    def _begin(self, point: QPointF, by: _By) -> None:
        self._by, self._down, self._last, self._dragging = by, point, point, True
        found = self._around(point)
        if found is not None:
            self._first = found
            self._reader.select(found)

    def _around(self, point: QPointF) -> Span | None:
        """Return the word or the paragraph at a point."""
        reader = self._reader
        if self._by is _By.WORD:
            start, end = word_at(reader.text, reader.character_at(point))
        else:
            block = reader.model.block(reader.model.block_index_at(reader.position_at(point)))
            start, end = block.start, block.end
        return Span(start, end) if start < end else None

    def moved(self, event: QMouseEvent) -> None:
        """Extend the selection while the button is down; else tell the passage beside which a bar stands."""
        self._last = event.position()
        if self._down is None:
            self._hover(event)
            return
        if not self._dragging and not _near(self._last, self._down):
            self._dragging = True
        if self._dragging:
            self._extend()
            outside = not 0 <= self._last.y() < self._reader.viewport().height()
            if outside and not self._clock.isActive():
                self._clock.start()
            elif not outside:
                self._clock.stop()

    def _hover(self, event: QMouseEvent) -> None:
        reader = self._reader
        bars = reader.margin.at(event.position(), reader.column_left)
        reader.pointed.point_at(bars)
        text = bool(bars) or event.position().x() < reader.column_left - 8
        shape = Qt.CursorShape.PointingHandCursor if bars else Qt.CursorShape.ArrowCursor
        reader.viewport().setCursor(shape if text else Qt.CursorShape.IBeamCursor)

    def _extend(self) -> None:
        reader = self._reader
        if self._by is _By.CHARACTER:
            reader.place_caret(reader.position_at(self._last), extend=True, scroll=False)
            return
        found = self._around(self._last)
        if found is None:
            return
        if found.start < self._first.start:
            reader.stretch(self._first.end, found.start)
        else:
            reader.stretch(self._first.start, max(found.end, self._first.end))

    def _scroll_on(self) -> None:
        height = self._reader.viewport().height()
        beyond = self._last.y() if self._last.y() < 0 else self._last.y() - height
        self._reader.scroll_by(round(min(max(beyond / 2, -60), 60)) or (1 if beyond >= 0 else -1))
        self._extend()

    def released(self, event: QMouseEvent | None = None) -> None:
        """End; a press and release in one place is a click on what is under it."""
        self._clock.stop()
        clicked = event is not None and self._down is not None and not self._dragging
        self._down, self._dragging = None, False
        if clicked and event is not None and event.button() is Qt.MouseButton.LeftButton:
            reader = self._reader
            under = reader.passages.at(reader.character_at(event.position()))
            if not reader.cycle([passage.id for passage in under]):
                reader.set_current(None)


def _near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < QApplication.startDragDistance()
