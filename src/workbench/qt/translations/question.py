"""The message at a translation, which may also ask something: each answer has a letter of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.qt.frame.banner import Banner, Level, Verb
from workbench.qt.frame.base import Words, say
from workbench.qt.keys import key_letter

Answer = tuple[str, Words, Callable[[], object]]
"""The letter, what stands on the button, and what it does."""


class Question(Banner):
    """A banner whose buttons are also pressed by their letters, while the focus is in it."""

    left = Signal()
    """Escape: nothing is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether a question stands here that nobody has answered."""
        return bool(self._letters) and not self.isHidden()

    def ask(self, what: Words, answers: Sequence[Answer], *, more: Words = "") -> None:
        """Ask in place of the message before, with the focus at the first answer, the one most likely meant."""
        verbs = tuple((_with_letter(words, letter), does) for letter, words, does in answers)
        self.show_message(Level.WARNING, what, more=more, verbs=verbs)
        self._letters = tuple(letter for letter, _words, _does in answers)
        self.take_focus()

    @override
    def show_message(self, level: Level, what: Words, *, more: Words = "", verbs: tuple[Verb, ...] = ()) -> None:
        self._letters = ()
        super().show_message(level, what, more=more, verbs=verbs)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = "" if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else key_letter(event)
        if letter and letter in self._letters:
            self._buttons[self._letters.index(letter)].click()
            return
        asked = self.asks
        super().keyPressEvent(event)
        if asked and event.key() == Qt.Key.Key_Escape:
            self.left.emit()


def _with_letter(words: Words, letter: str) -> Callable[[], str]:
    return lambda: f"{say(words)}  {letter}"
