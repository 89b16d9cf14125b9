"""What is asked of a table and what becomes of it: side by side, or under each other where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Live
from workbench.qt.look.style import current_look

_SIDES = 3
"""Side panels that have to fit in the width for the halves to stand side by side."""


class Side(QScrollArea):
    """Scrolls up and down only: it is as wide as what it holds needs."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        inside = self.widget()
        if inside is not None and event.type() == QEvent.Type.LayoutRequest and watched is inside:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(inside.minimumSizeHint().width() + bar)
        return super().eventFilter(watched, event)


class Halves(Live, QScrollArea):
    """Two parts that a person divides; in a narrow window, or in large type, one scrolls from one to the other."""

    def __init__(self, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setProperty("place", "paper")
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(first)
        self.split.addWidget(second)
        self.split.setSizes([1, 1])
        self.setWidget(self.split)

    def _turn(self) -> None:
        side = current_look().px("side")
        narrow = self.width() < _SIDES * side
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        self.split.setMinimumHeight(2 * side if narrow else 0)
        if self.split.orientation() != wanted:
            self.split.setOrientation(wanted)
            self.split.setSizes([1, 1])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def restyle(self) -> None:
        self._turn()
