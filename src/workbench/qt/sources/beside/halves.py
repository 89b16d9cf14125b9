"""Two texts side by side share the width evenly."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter
from typing_extensions import override


class Halves(QSplitter):
    """Gives both texts as much, until the person moves the line between them."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._moved = False
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._moved = True

    def halve(self) -> None:
        """Share the width out, unless the person has."""
        if not self._moved:
            half = max(1, self.width() // 2)
            self.setSizes([half, half])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.halve()
