"""The message at a translation, which may also ask something: each answer has a letter of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.qt.frame.banner import Banner, Level, Verb
from workbench.qt.frame.base import Words, say
from workbench.qt.keys import key_letter

Answer = tuple[str, Words, Callable[[], object]]
"""The letter, what stands on the button, and what it does."""


PAUSE = 0.7
"""Seconds without a key after which a key is an answer: a question may come while somebody is typing."""

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)


class Question(Banner):
    """A banner whose buttons are also pressed by their letters, while the focus is in it.

    What is typed on when the question comes answers nothing: a key counts after a pause (`PAUSE`).
    """

    left = Signal()
    """Escape: nothing is answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters: tuple[str, ...] = ()
        self.clock: Callable[[], float] = time.monotonic
        """What pauses are measured by, in seconds."""

        self._last_key = 0.0
        self._heard = False

    @property
    def asks(self) -> bool:
        """Whether a question stands here that nobody has answered."""
        return bool(self._letters) and not self.isHidden()

    def ask(self, what: Words, answers: Sequence[Answer], *, more: Words = "", focus: bool = True) -> None:
        """Ask in place of the message before, with the `focus` at the first answer, the one most likely meant.

        Without it the person goes on with what they are at, and comes to the answers by Tab.
        """
        verbs = tuple((_with_letter(words, letter), does) for letter, words, does in answers)
        self.show_message(Level.WARNING, what, more=more, verbs=verbs)
        self._letters = tuple(letter for letter, _words, _does in answers)
        self._last_key, self._heard = self.clock(), False
        for button in self._buttons:
            button.installEventFilter(self)
        if focus:
            self.take_focus()

    @override
    def show_message(self, level: Level, what: Words, *, more: Words = "", verbs: tuple[Verb, ...] = ()) -> None:
        self._letters = ()
        super().show_message(level, what, more=more, verbs=verbs)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.asks:
            return self._is_typed_on(event)
        return super().eventFilter(watched, event)

    def _is_typed_on(self, event: QKeyEvent) -> bool:
        """Tell whether a key would answer, and is rather the last of what was being typed."""
        now = self.clock()
        self._heard = self._heard or now - self._last_key >= PAUSE
        self._last_key = now
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        types = event.text() != "" and event.text().isprintable()
        answers = not held and (types or event.key() in _PRESSING or key_letter(event) != "")
        return answers and (event.isAutoRepeat() or not self._heard)

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
