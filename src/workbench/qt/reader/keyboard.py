"""The reader's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from workbench.domain.anchors import Span
from workbench.qt.keys import key_letter
from workbench.qt.reader.motion import Move
from workbench.qt.reader.words import next_word_end, next_word_start, previous_word_end, previous_word_start

if TYPE_CHECKING:
    from workbench.qt.reader.reader import Reader

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier

_PLAIN = {
    Qt.Key.Key_Left: Move.LEFT,
    Qt.Key.Key_Right: Move.RIGHT,
    Qt.Key.Key_Up: Move.UP,
    Qt.Key.Key_Down: Move.DOWN,
    Qt.Key.Key_Home: Move.LINE_START,
    Qt.Key.Key_End: Move.LINE_END,
    Qt.Key.Key_PageUp: Move.PAGE_UP,
    Qt.Key.Key_PageDown: Move.PAGE_DOWN,
}
_WITH_CTRL = {
    Qt.Key.Key_Left: Move.WORD_LEFT,
    Qt.Key.Key_Right: Move.WORD_RIGHT,
    Qt.Key.Key_Up: Move.BLOCK_UP,
    Qt.Key.Key_Down: Move.BLOCK_DOWN,
    Qt.Key.Key_Home: Move.TEXT_START,
    Qt.Key.Key_End: Move.TEXT_END,
}
_WITH_ALT = {
    Qt.Key.Key_Up: Move.SENTENCE_UP,
    Qt.Key.Key_Down: Move.SENTENCE_DOWN,
}


class Keyboard:
    """Turns key presses into what the reader does."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it is not the reader's key."""
        held = event.modifiers() & (_CTRL | _SHIFT | _ALT | _META)
        key = Qt.Key(event.key()) if event.key() in _KNOWN else None
        if held & _ALT and (key not in _WITH_ALT or held & _CTRL):
            return self._edge(key, held)
        moves = _WITH_ALT if held & _ALT else _WITH_CTRL if held & _CTRL else _PLAIN
        move = moves.get(key) if key is not None else None
        if move is not None and not held & _META:
            self._reader.move_caret(move, extend=bool(held & _SHIFT))
            return True
        if held & _CTRL:
            return held == _CTRL and self._with_ctrl(key_letter(event))
        return self._plain(event, key) if held == Qt.KeyboardModifier.NoModifier else False

    def _with_ctrl(self, letter: str) -> bool:
        reader = self._reader
        if letter == "C":
            reader.copy()
        elif letter == "A" and reader.text:
            reader.select(Span(0, len(reader.text)))
        else:
            return False
        return True

    def _plain(self, event: QKeyEvent, key: Qt.Key | None) -> bool:
        reader = self._reader
        if key is Qt.Key.Key_Escape:
            return reader.clear_selection()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            current = reader.current()
            if reader.selection() is not None or current is None:
                return False
            reader.passageActivated.emit(current)
            return True
        letter = key_letter(event)
        if letter in ("J", "K"):
            reader.go_to_passage(back=letter == "K")
            return True
        return False

    def _edge(self, key: Qt.Key | None, held: Qt.KeyboardModifier) -> bool:
        """Ask for the current passage's edge a word further: its end, or with Shift its start."""
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or held & (_CTRL | _META):
            return False
        reader = self._reader
        current = reader.current()
        passage = None if current is None else reader.passages.get(current)
        if passage is None:
            return False
        wanted = moved_edge(reader.text, passage.span, start=bool(held & _SHIFT), back=key is Qt.Key.Key_Left)
        if wanted is not None and wanted != passage.span:
            reader.edgeMoveRequested.emit(passage.id, wanted)
        return True


_KNOWN = frozenset({*_PLAIN, *_WITH_CTRL, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


def moved_edge(text: str, span: Span, *, start: bool, back: bool) -> Span | None:
    """Return a range with one edge moved by a word; None where nothing of it would be left."""
    if start:
        edge = previous_word_start(text, span.start) if back else next_word_start(text, span.start)
        return Span(edge, span.end) if edge < span.end else None
    edge = previous_word_end(text, span.end) if back else next_word_end(text, span.end)
    return Span(span.start, edge) if edge > span.start else None
