"""Where something is typed: the search field, and a form's row with its error under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import IconButton, Live, Words, say, variant
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look

_PAUSE = 150
"""Milliseconds of rest after a key before a search starts."""


class SearchField(Live, QWidget):
    """A field for a search. `searched` comes after a short rest, and at once with Enter.

    Escape empties it; Down asks for the list (`list_asked`).
    """

    searched = Signal(str)
    list_asked = Signal()

    def __init__(self, hint: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("SearchField")
        self._hint = hint
        self.edit = QLineEdit()
        self._glass = QLabel(self.edit)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = IconButton("x", lambda: _("Empty the search"), self.clear, parent=self.edit)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._search)
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self._last = ""
        self.retranslate()
        self.restyle()

    def text(self) -> str:
        """Return what is searched for, without white space around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Search for something else, at once."""
        self.edit.setText(text)
        self._search()

    def show_text(self, text: str) -> None:
        """Show what somebody else searches for; nothing is searched."""
        self.edit.setText(text)
        self._rest.stop()
        self._last = self.text()

    def clear(self) -> None:
        """Empty the field and search for nothing."""
        self.set_text("")

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._rest.start()

    def _search(self) -> None:
        self._rest.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self._last)

    @override
    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.Resize and isinstance(event, QResizeEvent):
            self._place_parts()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search()
            return True
        if key == Qt.Key.Key_Escape and self.edit.text():
            self.clear()
            return True
        if key == Qt.Key.Key_Down:
            self._search()
            self.list_asked.emit()
            return True
        return False

    def _place_parts(self) -> None:
        look, height = current_look(), self.edit.height()
        icon, side = look.px("icon"), self._clear.minimumSizeHint().height()
        self._glass.setGeometry(look.px("gap"), (height - icon) // 2, icon, icon)
        self._clear.setGeometry(self.edit.width() - side - look.px("half"), (height - side) // 2, side, side)

    @override
    def retranslate(self) -> None:
        self.edit.setPlaceholderText(say(self._hint))
        self.edit.setAccessibleName(say(self._hint))

    @override
    def restyle(self) -> None:
        look = current_look()
        side = look.px("icon")
        self._glass.setPixmap(look.icon("search").pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.edit.setTextMargins(0, 0, look.px("target"), 0)
        self._place_parts()


class FormRow(Live, QWidget):
    """A field with its label above it, and what is wrong with it, or a hint, under it."""

    def __init__(self, words: Words, field: QWidget, *, hint: Words = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._words, self._hint = words, hint
        self.label = PlainLabel(words, wrap=True)
        self.label.setBuddy(field)
        self._error = PlainLabel(role="error", wrap=True)
        self._below = PlainLabel(hint, role="small", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, field, self._error, self._below):
            self._column.addWidget(part)
        # Only now: what has no parent yet would come up as a window of its own.
        self._error.hide()
        self._below.setVisible(bool(hint))
        self.setFocusProxy(field)
        self.retranslate()
        self.restyle()

    @property
    def error(self) -> str:
        """What the row says is wrong, empty where nothing is."""
        return self._error.text() if not self._error.isHidden() else ""

    def set_error(self, words: Words) -> None:
        """Say what is wrong with the field, or nothing with an empty text; the hint gives way to it."""
        self._error.set_words(words)
        text = say(words)
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._below.setVisible(bool(self._hint) and not text)
        variant(self.field, wrong="true" if text else "false")
        self.retranslate()

    def retranslate_hint(self) -> None:
        """Say the hint anew, where it tells of what is being typed."""
        self._below.retranslate()

    @override
    def retranslate(self) -> None:
        self.field.setAccessibleName(say(self._words))
        self.field.setAccessibleDescription(self.error or say(self._hint))

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
