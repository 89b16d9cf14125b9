"""Short texts to choose from, side by side, walked through with the arrow keys."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.qt.frame.base import Button, Words, say, tip
from workbench.qt.frame.flow import Flow

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPWARDS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Choices(QWidget):
    """A button for each text. The arrow keys go from one to the next and stop at the ends."""

    chosen = Signal(str)

    passed = Signal()
    """Down was pressed in the last line."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self)
        self.buttons: list[Button] = []

    def set_choices(self, choices: Iterable[tuple[str, Words, Words]]) -> None:
        """Show other texts: each with what stands on its button, and what it is called where that is not enough."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for text, words, name in choices:
            button = Button(words, partial(self.chosen.emit, text), parent=self)
            called = say(name)
            if called:
                button.setAccessibleName(called)
                button.setToolTip(tip(called))
            button.installEventFilter(self)
            self._flow.addWidget(button)
            self.buttons.append(button)
            button.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or watched not in self.buttons:
            return False
        place = self.buttons.index(watched)
        if key in _SIDEWAYS:
            self._go_to(place + _SIDEWAYS[key])
        elif key in _UPWARDS:
            there = self._beside(place, _UPWARDS[key])
            self._go_to(there)
            if there < 0 and key is Qt.Key.Key_Down:
                self.passed.emit()
        else:
            return False
        return True

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _beside(self, place: int, way: int) -> int:
        """Return the button in the next line that stands nearest; outside of them at the last line."""
        here = self.buttons[place].geometry().center()
        lines = sorted({each.geometry().top() for each in self.buttons})
        line = lines.index(self.buttons[place].geometry().top()) + way
        if not 0 <= line < len(lines):
            return -1
        among = [n for n, each in enumerate(self.buttons) if each.geometry().top() == lines[line]]
        return min(among, key=lambda n: abs(self.buttons[n].geometry().center().x() - here.x()))
