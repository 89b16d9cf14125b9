"""Finding words in the text that is open, without leaving it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import IconButton, Live, hair_line
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.popup import ENTER
from workbench.qt.reader.find import find_all
from workbench.qt.reader.reader import Reader

_LIMIT = 1_000
"""Places that are counted and marked; going on finds those after them too."""

_PAUSE = 120
"""Milliseconds of rest after a key, so that a long text is not searched for every letter of a word."""


class FindBar(Live, QFrame):
    """A line over the text: Enter goes on, Shift+Enter back, Escape closes and leaves what was found selected."""

    closed = Signal()

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._from = 0
        self.setProperty("place", "paper")
        self.edit = QLineEdit()
        self._count = PlainLabel(role="small")
        self._next = IconButton("chevron-down", lambda: _("Next place"), self.find_next, keys=lambda: "Enter")
        self._back = IconButton("chevron-up", lambda: _("Previous place"), self.find_previous)
        self._close = IconButton("x", lambda: _("Close the search"), self.close_bar, keys=lambda: "Esc")
        self._row = QHBoxLayout()
        self._row.addWidget(self.edit, 1)
        for part in (self._count, self._back, self._next, self._close):
            self._row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(hair_line())
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._search)
        self.edit.textChanged.connect(lambda _text: self._rest.start())
        self.setFocusProxy(self.edit)
        self.retranslate()
        self.restyle()
        self.hide()

    def open_bar(self) -> None:
        """Take the focus; what is selected in the text is searched for."""
        selected = " ".join(self._reader.selected_text().split())
        selection = self._reader.selection()
        self._from = selection.start if selection is not None else self._reader.caret()
        self.show()
        if selected and len(selected) <= 100:
            self.edit.setText(selected)
        self.edit.selectAll()
        self.edit.setFocus()
        self._search()

    def close_bar(self) -> None:
        """Go away; the text has the focus again."""
        self._rest.stop()
        self.hide()
        self._reader.set_matches(())
        self._reader.setFocus()
        self.closed.emit()

    def reset(self) -> None:
        """Search another text from its start."""
        self._from = 0
        if not self.isHidden():
            self._search()

    def find_next(self) -> None:
        """Go to the next place; after the last one to the first."""
        self._flush()
        selection = self._reader.selection()
        self._go(self._reader.caret() if selection is None else selection.end, back=False)

    def find_previous(self) -> None:
        """Go to the place before; before the first one to the last."""
        self._flush()
        selection = self._reader.selection()
        self._go(self._reader.caret() if selection is None else selection.start, back=True)

    def _flush(self) -> None:
        if self._rest.isActive():
            self._search()

    def _search(self) -> None:
        self._rest.stop()
        query = self.edit.text()
        found = find_all(self._reader.text, query, limit=_LIMIT + 1) if query.strip() else []
        self._reader.set_matches(found[:_LIMIT])
        self._say(query, len(found))
        if found:
            self._go(self._from, back=False)

    def _say(self, query: str, count: int) -> None:
        if not query.strip():
            words = ""
        elif count == 0:
            words = _("not in this text")
        else:
            number = active().number(min(count, _LIMIT))
            words = ngettext("{n} place", "{n} places", count).format(n=f"{number}+" if count > _LIMIT else number)
        self._count.set_words(words)
        self._count.setText(words)

    def _go(self, position: int, *, back: bool) -> None:
        query, reader = self.edit.text(), self._reader
        found = reader.find_text(query, position, backwards=back)
        if found is None:
            found = reader.find_text(query, len(reader.text) if back else 0, backwards=back)
        if found is not None:
            self._select(found)

    def _select(self, found: Span) -> None:
        self._reader.select(found)
        self._reader.show_caret()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        elif event.key() in ENTER:
            self.find_next()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.edit.setPlaceholderText(_("Find in this text"))
        self.edit.setAccessibleName(_("Find in this text"))
        self._say(self.edit.text(), len(find_all(self._reader.text, self.edit.text(), limit=_LIMIT + 1)))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._row.setContentsMargins(look.px("room"), look.px("step"), look.px("gap"), look.px("step"))
        self._row.setSpacing(look.px("step"))
