"""The bars between an article's head and its text: they scroll where together they would leave the text no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.qt.frame.base import hair_line, variant

_FITTED = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)
"""What may change the height that the bars need."""


class _Inside(QWidget):
    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for no height: a label that breaks its lines asks for more than it needs in this width."""
        return QSize(super().minimumSizeHint().width(), 0)


class Bars(QScrollArea):
    """As high as the bars that are open, up to a limit; none where none is open.

    What has the focus is scrolled into sight, so that every control is within reach of Tab.
    """

    shown_changed = Signal(bool)
    """Whether any bar is open now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = 0
        self._closes: dict[QWidget, Callable[[], object]] = {}
        self._opened: list[QWidget] = []
        """Those that are open and can be closed, in the order in which they came."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = _Inside()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(self._inside)
        for part in (self, self._inside):
            variant(part, place="paper")
        self._inside.installEventFilter(self)
        # Each bar ends with a line of its own; this one is for where they are cut off.
        self._edge = hair_line(self)
        self.hide()

    def add(self, bar: QWidget, close: Callable[[], object] | None = None) -> None:
        """Put a bar under those that are there; `close` closes it where Escape may."""
        if close is not None:
            self._closes[bar] = close
        self._column.addWidget(bar)
        bar.installEventFilter(self)
        self._fit()

    @property
    def open(self) -> bool:
        """Whether any bar is open."""
        return any(not bar.isHidden() for bar in self._bars())

    def _bars(self) -> list[QWidget]:
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        return [bar for item in items if item is not None and (bar := item.widget()) is not None]

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, bar by bar from top to bottom, as each bar has it."""
        return [part for bar in self._bars() for part in _chain(bar) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def close_last(self) -> bool:
        """Close the bar that was opened last; False where there is none that Escape closes."""
        if not self._opened:
            return False
        self._closes[self._opened[-1]]()
        return True

    def set_most(self, height: int) -> None:
        """Take no more than so many pixels of the height."""
        self._most = height
        self._fit()

    def _fit(self) -> None:
        if self.open == self.isHidden():
            self.setVisible(self.open)
            self.shown_changed.emit(self.open)
        if self.isHidden():
            return
        wanted = self._wanted(self.width())
        cut = 0 < self._most < wanted
        self._edge.setVisible(cut)
        self.setFixedHeight(self._most if cut else wanted)

    def _wanted(self, width: int) -> int:
        column = self._column
        column.activate()
        return column.heightForWidth(width) if column.hasHeightForWidth() else column.sizeHint().height()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the width that the open bars need: they scroll up and down only."""
        scroll = 0 if self._edge.isHidden() else self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + scroll, 0)

    def _show_focused(self) -> None:
        focus = self._inside.focusWidget()
        if focus is not None and focus.hasFocus():
            self.ensureWidgetVisible(focus)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched in self._closes and isinstance(watched, QWidget):
            if kind == QEvent.Type.ShowToParent:
                self._opened.append(watched)
            elif kind == QEvent.Type.HideToParent:
                self._opened.remove(watched)
        if kind in _FITTED:
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._edge.setGeometry(0, self.height() - 1, self.width(), 1)
        self._show_focused()


def _chain(bar: QWidget) -> list[QWidget]:
    """Return the parts of a bar in the order that Tab goes through them."""
    found: list[QWidget] = []
    part = bar.nextInFocusChain()
    while part is not None and part is not bar:
        if bar.isAncestorOf(part):
            found.append(part)
        part = part.nextInFocusChain()
    return found
