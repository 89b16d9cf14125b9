"""The frame of everything that opens at a passage."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Live
from workbench.qt.look.style import current_look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Popup(Live, QFrame):
    """A panel over its host, below a place in it, or above where there is no room below.

    It is part of the window, not a window of its own: placing it is then ours on every system,
    and the keyboard never leaves the window. `closed` comes once, however it was closed.
    """

    closed = Signal()

    def __init__(self, host: QWidget, *, width: str = "column") -> None:
        super().__init__(host)
        self.setObjectName("Overlay")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._width = width
        self._anchor = QRect()
        self._open = False
        self.column = QVBoxLayout(self)
        self.restyle()
        self.hide()

    def open_at(self, anchor: QRect) -> None:
        """Show it at a rectangle in global coordinates, and take the focus."""
        host = self._host()
        self._anchor = QRect(host.mapFromGlobal(anchor.topLeft()), anchor.size())
        self._open = True
        self._return_to = QApplication.focusWidget()
        host.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        self.fit()
        self.show()
        self.raise_()
        self.setFocus()

    def fit(self) -> None:
        """Take the height of what is inside, and the place at the anchor again."""
        host, gap = self._host(), current_look().px("step")
        width = min(current_look().px(self._width), host.width() - 2 * gap)
        self.setFixedWidth(width)
        self.column.invalidate()
        height = min(max(self.column.totalHeightForWidth(width), self.column.totalSizeHint().height()), host.height())
        below, above = self._anchor.bottom() + gap, self._anchor.top() - gap - height
        room_below = below + height <= host.height()
        y = below if room_below or above < 0 else above
        x = min(max(gap, self._anchor.left() - current_look().px("room")), host.width() - width - gap)
        self.resize(width, height)
        self.move(QPoint(x, max(0, min(y, host.height() - height))))

    def _host(self) -> QWidget:
        host = self.parentWidget()
        if host is None:
            raise RuntimeError("a popup needs a host")
        return host

    def dismiss(self) -> None:
        """Close; what was typed and not confirmed is for subclasses to keep."""
        if not self._open:
            return
        self._open = False
        self._host().removeEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_moved)
        focus, before = QApplication.focusWidget(), self._return_to
        if focus is not None and self.isAncestorOf(focus) and before is not None and shiboken6.isValid(before):
            # Before hiding: a hidden field hands its focus to whatever comes next.
            before.setFocus()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def left(self) -> None:
        """The focus went elsewhere in the window."""
        self.dismiss()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Lists of combo boxes are windows of their own, and no focus at all is another program's window.
        if now is None or not self._open or now is self or self.isAncestorOf(now) or now.window() is not self.window():
            return
        self.left()

    def back(self) -> None:
        """Escape: go back one step, which at first is to close."""
        self.dismiss()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and self._open:
            self.fit()
        return False

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._open:
            self.fit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.takes(event):
            event.accept()
            return True
        return super().event(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is this popup's own, though the window may have an action on it."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return plain and event.key() in (Qt.Key.Key_Escape, *ENTER)

    def confirm(self) -> None:
        """Enter, where no part of the popup wanted it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        elif event.key() in ENTER:
            self.confirm()
        # Nothing goes on to the host: its letters are not meant while something is open over it.
        event.accept()

    @override
    def restyle(self) -> None:
        look = current_look()
        margin = look.px("wide")
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(look.px("gap"))


def pressed_with_ctrl(event: QKeyEvent, *keys: Qt.Key) -> bool:
    """Tell whether a key was pressed together with Ctrl alone."""
    return any(event.keyCombination() == QKeyCombination(Qt.KeyboardModifier.ControlModifier, key) for key in keys)
