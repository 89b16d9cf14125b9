"""Underlines in a field that is typed in, of several makers side by side; the text itself is not touched."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

Underline = tuple[int, int]
"""Where one begins and ends, in Qt's positions (UTF-16 code units) in the document."""


class Underlines(QObject):
    """The underlines of one field. They follow the text while it is typed in, until they are shown anew."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    @staticmethod
    def of(field: QPlainTextEdit) -> Underlines:
        """Return the underlines of a field, made for whoever asks first."""
        return field.findChild(Underlines) or Underlines(field)

    def show(
        self, layer: str, places: Iterable[Underline], colour: QColor, style: QTextCharFormat.UnderlineStyle
    ) -> None:
        """Show these underlines and no others of the same layer, a maker's name; later layers lie on top."""
        self._layers[layer] = [self._made(start, end, colour, style) for start, end in places]
        self._field.setExtraSelections([each for made in self._layers.values() for each in made])

    def shown(self, layer: str) -> list[Underline]:
        """Return where a layer's underlines are now."""
        cursors = [QTextCursor(made.cursor) for made in self._layers.get(layer, ())]
        return [(cursor.selectionStart(), cursor.selectionEnd()) for cursor in cursors]

    def _made(
        self, start: int, end: int, colour: QColor, style: QTextCharFormat.UnderlineStyle
    ) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setUnderlineStyle(style)
        form.setUnderlineColor(colour)
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, form
        return made
