"""The panel at the right of the desk: one of its parts at a time, chosen with the buttons above them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import CountButton, Live, say
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look
from workbench.qt.translations.feature import HelpPart


class HelpPanel(Live, QWidget):
    """Shows one part; the buttons say how much there is in the others. `escaped` comes with Escape."""

    escaped = Signal()

    switched = Signal()
    """Another part is shown."""

    def __init__(self, parts: Sequence[HelpPart]) -> None:
        super().__init__()
        self.parts = {part.action: part for part in parts}
        self.buttons = {part.action: self._button(part) for part in parts}
        self._group = QButtonGroup(self)
        self._bar = QWidget()
        self._flow = Flow(self._bar, most=2)
        self._stack = Stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        self._bar.setVisible(len(parts) > 1)  # not before it has its place: it would be a window of its own
        column.addWidget(self._stack, 1)
        for part in parts:
            self._group.addButton(self.buttons[part.action])
            self._flow.addWidget(self.buttons[part.action])
            self._stack.addWidget(part)
            part.counted.connect(self.buttons[part.action].set_count)
        if parts:
            self.buttons[parts[0].action].setChecked(True)
        self.restyle()

    def _button(self, part: HelpPart) -> CountButton:
        button = CountButton(part.words, lambda: current_look().icon(part.icon))
        button.clicked.connect(lambda: self.show_part(part.action))
        return button

    def show_part(self, action: str) -> None:
        """Bring a part to the front, by its action, and give it the focus."""
        part = self.parts[action]
        self.buttons[action].setChecked(True)
        self._flow.invalidate()
        self._stack.setCurrentWidget(part)
        self.switched.emit()
        part.enter()

    def title(self) -> str:
        """Return what the part that is shown is called: its button may have room for its picture only."""
        return _("Help") if self.front is None else say(self.front.words)

    @property
    def front(self) -> HelpPart | None:
        """The part that is shown."""
        part = self._stack.currentWidget()
        return part if isinstance(part, HelpPart) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._flow.setContentsMargins(gap, gap, gap, gap)
