"""Parts side by side where there is room, under each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Live
from workbench.qt.look.style import current_look


class SideBySide(Live, QWidget):
    """A row that turns into a column where its parts would be cut: long languages, large type."""

    def __init__(self, *parts: tuple[QWidget, int]) -> None:
        """Take each part with its share of the spare room."""
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._parts = tuple(part for part, _share in parts)
        for part, share in parts:
            self._box.addWidget(part, share)
        self.restyle()

    def _needed(self) -> int:
        # What a part would like, not the least it can bear: a combo box cuts its text before that.
        widths = [part.sizeHint().width() for part in self._parts]
        return sum(widths) + self._box.spacing() * (len(widths) - 1)

    def _turn(self) -> None:
        row = QBoxLayout.Direction.LeftToRight
        wanted = row if self._needed() <= self.width() else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._needed(), super().sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def retranslate(self) -> None:
        self._turn()

    @override
    def restyle(self) -> None:
        self._box.setSpacing(current_look().px("gap"))
        self._turn()
