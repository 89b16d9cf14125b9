"""A list beside what it leads to, which has twice its width where there is room for both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Live
from workbench.qt.look.style import current_look


class SideSplit(Live, QSplitter):
    """Divides the room when it is first shown, and after a new scale; where it is moved to by hand it stays."""

    def __init__(self, side: QWidget, main: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._placed = False
        self.setChildrenCollapsible(False)
        self.addWidget(side)
        self.addWidget(main)
        self.setStretchFactor(1, 1)

    def _place(self) -> None:
        look = current_look()
        if not self._placed and self.isVisible():
            self._placed = True
            wide = self.width() >= 3 * look.px("side")
            side = look.px("side" if wide else "side_least")
            self.setSizes([side, self.width() - side])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and self.isVisible():
            self._place()

    @override
    def restyle(self) -> None:
        self._placed = False
        self._place()
