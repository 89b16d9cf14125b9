"""Painted panes for screen readers: a text with a line for each thing that is painted, the caret at the current one.

PySide's virtual children do not outlive a collection of garbage safely; a text does, as in `qt/reader/accessible`.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QFocusEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea
from typing_extensions import override

from workbench.domain.anchors import Utf16Map
from workbench.qt.frame.accessible import AccessibleDocument, speak_for


class SpokenArea(QAbstractScrollArea):
    """A painted area that says what is in it line by line; `spoken_moved` tells of another current line."""

    def __init__(self) -> None:
        super().__init__()
        self.accessible: QAccessibleInterface | None = None
        speak_for(SpokenArea, AccessibleArea)

    def spoken_lines(self) -> list[str]:
        """Return what is in view, a line each."""
        raise NotImplementedError

    def spoken_line(self) -> int:
        """Return the place of the current line, -1 where there is none."""
        raise NotImplementedError

    def spoken_rect(self, line: int) -> QRect:
        """Return where what a line is about is painted, in the viewport; empty where it is not in view."""
        raise NotImplementedError

    def go_to_line(self, line: int) -> None:
        """Make what a line is about the current thing."""
        raise NotImplementedError

    def spoken_moved(self) -> None:
        """Tell screen readers, where one listens, that another line is the current one."""
        if QAccessible.isActive() and isinstance(self.accessible, AccessibleArea):
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, self.accessible.face.cursorPosition()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self.spoken_moved()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class LinesFace(QAccessibleTextInterface):
    """Answers what Qt asks of a text, in UTF-16 units."""

    def __init__(self, area: SpokenArea) -> None:
        super().__init__()
        self._area = area

    def _text(self) -> str:
        return "\n".join(self._area.spoken_lines())

    def _place(self, line: int) -> int:
        """Return where a line begins."""
        lines = self._area.spoken_lines()
        points = sum(len(text) + 1 for text in lines[: max(0, line)])
        text = "\n".join(lines)
        return Utf16Map(text).to_units(min(points, len(text)))

    def _line(self, offset: int) -> int:
        text = self._text()
        return text.count("\n", 0, Utf16Map(text).to_points(max(0, offset)))

    def characterCount(self) -> int:
        """Return the length of all lines."""
        text = self._text()
        return Utf16Map(text).to_units(len(text))

    def text(self, start: int, end: int) -> str:
        """Return a part of the lines."""
        text = self._text()
        units = Utf16Map(text)
        last = units.to_points(end) if end >= 0 else len(text)
        return text[units.to_points(max(0, start)) : last]

    def cursorPosition(self) -> int:
        """Return where the current line begins."""
        return self._place(self._area.spoken_line())

    def setCursorPosition(self, position: int) -> None:
        """Make the line at a place the current one."""
        self._area.go_to_line(self._line(position))

    def selectionCount(self) -> int:
        """Return 0: nothing is selected letter by letter."""
        return 0

    def addSelection(self, start: int, _end: int) -> None:
        """Go to the line: there is no other selection."""
        self.setCursorPosition(start)

    def removeSelection(self, _index: int) -> None:
        """Do nothing: there is none."""

    def setSelection(self, _index: int, start: int, _end: int) -> None:
        """Go to the line: there is no other selection."""
        self.setCursorPosition(start)

    def characterRect(self, offset: int) -> QRect:
        """Return where the thing is painted that a letter speaks of."""
        rect = self._area.spoken_rect(self._line(offset))
        return QRect(self._area.viewport().mapToGlobal(rect.topLeft()), rect.size()) if rect.isValid() else QRect()

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return where the line begins that speaks of what is painted at a point of the screen."""
        local = self._area.viewport().mapFromGlobal(point)
        lines = range(len(self._area.spoken_lines()))
        return self._place(next((line for line in lines if self._area.spoken_rect(line).contains(local)), 0))

    def scrollToSubstring(self, start: int, _end: int) -> None:
        """Bring what a line speaks of into view."""
        self.setCursorPosition(start)


class AccessibleArea(AccessibleDocument):
    """A painted area's accessible object: its lines are the text."""

    def __init__(self, area: SpokenArea) -> None:
        super().__init__(area, QAccessible.Role.Document)
        self.face: LinesFace = LinesFace(area)
