"""The drawer at the right: history, profiles, a check, keys, beside the work and never over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import IconButton, Live, Words, hair_line, say
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


class Drawer(Live, QFrame):
    """Holds one panel at a time; Escape closes it and gives the focus back."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self._words: Words = ""
        self._key = ""
        self._wide = False
        self._most = 0
        self._body: QWidget | None = None
        self._before: QWidget | None = None
        self._title = PlainLabel("", role="lead", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = IconButton("x", lambda: _("Close"), self.close_panel)
        self._head = QFrame()
        self._head.setObjectName("PanelHead")
        self._head_row = QHBoxLayout(self._head)
        self._head_row.addWidget(self._title)
        self._head_row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row, column = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(hair_line(vertical=True))
        row.addLayout(column, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        self.hide()
        self.restyle()

    @property
    def key(self) -> str:
        """Which panel is shown, empty for none."""
        return self._key

    @property
    def body(self) -> QWidget | None:
        """The panel that is shown."""
        return self._body

    def show_panel(self, key: str, words: Words, body: QWidget, *, wide: bool = False) -> None:
        """Show a panel instead of the one before; the drawer owns it. `wide` is for tables."""
        if not self._key:
            self._before = QApplication.focusWidget()
        self._drop()
        self._key, self._words, self._body, self._wide = key, words, body, wide
        self._title.set_words(words)
        self._scroll.setWidget(body)
        body.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self.retranslate()
        self.restyle()
        self.show()
        self.opened.emit()
        first = body if body.focusPolicy() != Qt.FocusPolicy.NoFocus or body.focusProxy() else None
        (first or _first_field(body) or self._close).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_panel(self) -> None:
        """Close the drawer; the focus goes back to where it was."""
        if not self._key:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        before, self._before = self._before, None
        self._drop()
        self.hide()
        if had_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _drop(self) -> None:
        body = self._scroll.takeWidget()
        if body is not None:
            body.hide()
            body.deleteLater()
        self._key, self._body = "", None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(say(self._words))

    @override
    def restyle(self) -> None:
        look = current_look()
        step = look.px("step")
        self._head_row.setContentsMargins(look.px("room"), step, step, step)
        self._head_row.setSpacing(step)
        wanted = look.px("column") if self._wide else look.px("side") + look.px("vast")
        self.setFixedWidth(min(wanted, self._most or wanted))

    def set_most(self, width: int) -> None:
        """Take no more than so many pixels of the window."""
        if width != self._most:
            self._most = width
            self.restyle()


def _first_field(body: QWidget) -> QWidget | None:
    """Return the first widget of a panel that Tab would stop at."""
    found = body.findChildren(QWidget)
    stops = (w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w.isVisibleTo(body))
    return next(stops, None)
