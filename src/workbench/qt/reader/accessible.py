"""The reader for screen readers: a document whose text, caret and selection can be asked for.

Qt counts UTF-16 units over the whole text here; the map is made when something first asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
)
from typing_extensions import override

from workbench.domain.anchors import Span, Utf16Map
from workbench.qt.frame.accessible import AccessibleDocument

if TYPE_CHECKING:
    from workbench.qt.reader.caret_view import CaretView

_LONGEST_ANSWER = 200_000
"""UTF-16 units given at once; a screen reader that asks for a whole book goes on in pieces."""


class TextFace(QAccessibleTextInterface):
    """Answers what Qt asks of a text: words, caret, where a letter stands."""

    def __init__(self, view: CaretView) -> None:
        super().__init__()
        self._view = view
        self._map: tuple[str, Utf16Map] | None = None

    def units(self) -> Utf16Map:
        """Return the whole text's map, made anew only for another text."""
        text = self._view.text
        if self._map is None or self._map[0] is not text:
            self._map = text, Utf16Map(text)
        return self._map[1]

    def characterCount(self) -> int:
        """Return the length of the text in UTF-16 units."""
        return self.units().to_units(len(self._view.text))

    def text(self, start: int, end: int) -> str:
        """Return a part of the text, at most `_LONGEST_ANSWER` units of it."""
        units = self.units()
        if end < 0:
            end = self.characterCount()
        end = min(end, start + _LONGEST_ANSWER)
        return self._view.text[units.to_points(max(0, start)) : units.to_points(end)]

    def cursorPosition(self) -> int:
        """Return where the caret is."""
        return self.units().to_units(self._view.caret())

    def setCursorPosition(self, position: int) -> None:
        """Put the caret somewhere else."""
        self._view.place_caret(self.units().to_points(position))

    def selectionCount(self) -> int:
        """Return 0: PySide6 leaves out the method that gives a selection's range, and Qt would read noise.

        The caret's place and the events of `tell` carry the selection instead.
        """
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Select a range; there is one selection only."""
        self.setSelection(0, start, end)

    def removeSelection(self, _index: int) -> None:
        """Drop the selection."""
        self._view.select(None)

    def setSelection(self, _index: int, start: int, end: int) -> None:
        """Select a range."""
        units = self.units()
        first, last = units.to_points(max(0, start)), units.to_points(max(0, end))
        if first < last:
            self._view.select(Span(first, last))

    def characterRect(self, offset: int) -> QRect:
        """Return where a letter stands on the screen; empty where it is not on it."""
        rect = self._view.caret_rect(self.units().to_points(offset))
        if rect is None:
            return QRect()
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the letter at a point of the screen."""
        local = self._view.viewport().mapFromGlobal(point)
        return self.units().to_units(self._view.position_at(QPointF(local)))

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Scroll a range onto the screen."""
        units = self.units()
        first = units.to_points(max(0, start))
        self._view.reveal(Span(first, max(first + 1, units.to_points(end))))


class AccessibleReader(AccessibleDocument):
    """The reader's accessible object: its text can be selected, too."""

    def __init__(self, view: CaretView) -> None:
        super().__init__(view, QAccessible.Role.Document)
        self.face: TextFace = TextFace(view)

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectableText = True
        return state


def tell(view: CaretView, *, selection: Span | None) -> None:
    """Tell screen readers, where one listens, that the caret or the selection moved."""
    if not QAccessible.isActive() or not isinstance(view.accessible, AccessibleReader):
        return
    units = view.accessible.face.units()
    caret = units.to_units(view.caret())
    if selection is not None:
        event = QAccessibleTextSelectionEvent(view, units.to_units(selection.start), units.to_units(selection.end))
        event.setCursorPosition(caret)
        QAccessible.updateAccessibility(event)
    else:
        QAccessible.updateAccessibility(QAccessibleTextCursorEvent(view, caret))
