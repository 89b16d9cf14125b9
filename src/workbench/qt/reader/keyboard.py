"""The reader's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.qt.keys import key_letter
from workbench.qt.reader.motion import Move

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


class FixedKeys(NamedTuple):
    """What the text does with some keys by itself: English words, portable keys, whether Shift makes it select."""

    text: str
    keys: tuple[str, ...]
    selects: bool = True


FIXED_KEYS: tuple[FixedKeys, ...] = (
    FixedKeys(N_("Character to the left, to the right"), ("Left", "Right")),
    FixedKeys(N_("Word to the left, to the right"), ("Ctrl+Left", "Ctrl+Right")),
    FixedKeys(N_("Line up, down"), ("Up", "Down")),
    FixedKeys(N_("Start, end of the line"), ("Home", "End")),
    FixedKeys(N_("Sentence back, on"), ("Alt+Up", "Alt+Down")),
    FixedKeys(N_("Paragraph back, on"), ("Ctrl+Up", "Ctrl+Down")),
    FixedKeys(N_("Page up, down"), ("PgUp", "PgDown")),
    FixedKeys(N_("Start, end of the text"), ("Ctrl+Home", "Ctrl+End")),
    FixedKeys(N_("Select the whole text"), ("Ctrl+A",), selects=False),
    FixedKeys(N_("Copy"), ("Ctrl+C",), selects=False),
    FixedKeys(N_("Link the selection or the passage"), ("Return",), selects=False),
    FixedKeys(N_("Passages at the caret, one by one"), ("Tab", "Shift+Tab"), selects=False),
    FixedKeys(N_("Drop the selection or the passage"), ("Esc",), selects=False),
)
"""Keys of the text that cannot be changed."""


def fixed_for(keys: str) -> FixedKeys | None:
    """Return what the text does with these portable keys by itself."""
    unshifted = keys.replace("Shift+", "")
    return next((each for each in FIXED_KEYS if keys in each.keys or (each.selects and unshifted in each.keys)), None)


class Keyboard:
    """Turns key presses into what the reader does."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it is not the reader's key."""
        held = event.modifiers() & (_CTRL | _SHIFT | _ALT | _META)
        key = Qt.Key(event.key()) if event.key() in _KNOWN else None
        if held & _ALT and (key not in _WITH_ALT or held & _CTRL):
            return False
        moves = _WITH_ALT if held & _ALT else _WITH_CTRL if held & _CTRL else _PLAIN
        move = moves.get(key) if key is not None else None
        if move is not None and not held & _META:
            self._reader.move_caret(move, extend=bool(held & _SHIFT))
            return True
        if held & _CTRL:
            return held == _CTRL and self._with_ctrl(key_letter(event))
        return self._plain(key) if held == Qt.KeyboardModifier.NoModifier else False

    def _with_ctrl(self, letter: str) -> bool:
        reader = self._reader
        if letter == "C":
            reader.copy()
        elif letter == "A" and reader.text:
            reader.select(Span(0, len(reader.text)))
        else:
            return False
        return True

    def _plain(self, key: Qt.Key | None) -> bool:
        reader = self._reader
        if key is Qt.Key.Key_Escape:
            return reader.clear_selection()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            current = reader.current()
            if reader.selection() is not None or current is None:
                return False
            reader.passageActivated.emit(current)
            return True
        return False


_KNOWN = frozenset({*_PLAIN, *_WITH_CTRL, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
