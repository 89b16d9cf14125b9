"""A row that breaks into several where there is no room: chips, and buttons in long languages."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Button
from workbench.qt.look.style import current_look


class Flow(QLayout):
    """Lays its items out from left to right, then on the next line; gaps follow the look."""

    def __init__(
        self, parent: QWidget | None = None, *, centred: bool = False, apart: bool = False, most: int = 0
    ) -> None:
        """`apart` puts the last of several in a line at its far end: a title, and what is done there.

        `most` is the number of lines from which on buttons that can do so fall to their pictures (0: never);
        the one that is chosen is the last to do it.
        """
        super().__init__(parent)
        self._centred, self._apart, self._most = centred, apart, most
        self._items: list[QLayoutItem] = []
        self._heights: dict[tuple[int, int], int] = {}
        self.setContentsMargins(QMargins())

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget at a place among the others."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        widget = item.widget()
        if isinstance(widget, Button):
            widget.let_break()
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        key = (width, current_look().px("gap"))
        if key not in self._heights:  # a window's layout asks for the same one a dozen times
            margins = self.contentsMargins()
            inside = width - margins.left() - margins.right()
            self._heights[key] = self._lay(QRect(0, 0, inside, 0), move=False) + margins.top() + margins.bottom()
        return self._heights[key]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect.marginsRemoved(self.contentsMargins()), move=True)

    @override
    def sizeHint(self) -> QSize:
        gap = current_look().px("gap")
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0)).grownBy(self.contentsMargins())

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        widest, highest = (max(found, default=0) for found in ([s.width() for s in sizes], [s.height() for s in sizes]))
        return QSize(widest, highest).grownBy(self.contentsMargins())

    def _sizes(self, width: int) -> list[tuple[QLayoutItem, QSize]]:
        sizes = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            size = QSize(min(hint.width(), max(width, item.minimumSize().width())), hint.height())
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            sizes.append((item, size))
        return sizes

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        sizes = self._sizes(width)
        lines = self._broken(sizes, width)
        if self._most and len(lines) > self._most:
            least = [(item, QSize(item.minimumSize().width(), size.height())) for item, size in sizes]
            chosen = [whole if _is_chosen(whole[0]) else small for whole, small in zip(sizes, least, strict=True)]
            with_words, without = (self._broken(each, width) for each in (chosen, least))
            return with_words if len(with_words) <= len(without) else without
        return lines

    @staticmethod
    def _broken(sizes: list[tuple[QLayoutItem, QSize]], width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        gap = current_look().px("gap")
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item, size in sizes:
            if not lines or taken + gap + size.width() > width:
                lines.append([])
                taken = -gap
            lines[-1].append((item, size))
            taken += gap + size.width()
        return lines

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines; return the height that they take together."""
        gap, between = current_look().px("gap"), current_look().px("step")
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, size in line)
            spare = rect.width() - sum(size.width() for _item, size in line) - gap * (len(line) - 1)
            x = rect.x() + (max(0, spare) // 2 if self._centred else 0)
            for item, size in line:
                if self._apart and len(line) > 1 and item is line[-1][0]:
                    x += max(0, spare)
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + gap
            y += height + between
        return max(0, y - between - rect.y())


def _is_chosen(item: QLayoutItem) -> bool:
    button = item.widget()
    return isinstance(button, QAbstractButton) and button.isChecked()
