"""What an empty view says: one sentence, and the next key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Button, Live, Words
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


class EmptyState(Live, QWidget):
    """An icon, a sentence, a lesser line, and buttons with their keys; the first button leads."""

    def __init__(
        self,
        icon: str,
        words: Words,
        *,
        more: Words = "",
        verbs: tuple[tuple[Words, Callable[[], object], Words], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take each verb as its words, what it does, and the key that does the same ("" for none)."""
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._words = PlainLabel(words, role="lead", wrap=True)
        self._more = PlainLabel(more, role="second", wrap=True)
        self._column = QVBoxLayout()
        for label in (self._icon, self._words, self._more):
            if isinstance(label, PlainLabel):
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label)
        self.buttons: list[Button] = []
        for words_on_it, does, key in verbs:
            self._add_verb(words_on_it, does, key)
        outer, middle = QVBoxLayout(self), QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self._column, 4)
        middle.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)
        # Only now: what has no parent yet would come up as a window of its own.
        if not more:
            self._more.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])
        self.restyle()

    def _add_verb(self, words: Words, does: Callable[[], object], key: Words) -> None:
        button = Button(words, does, kind="quiet" if self.buttons else "primary")
        row = Flow(centred=True)
        row.addWidget(button)
        if key:
            row.addWidget(PlainLabel(key, role="key"))
        self.buttons.append(button)
        self._column.addLayout(row)

    @override
    def restyle(self) -> None:
        look = current_look()
        side = look.px("icon_empty")
        pixmap = look.icon(self._icon_name, "second").pixmap(QSize(side, side), self.devicePixelRatioF())
        self._icon.setPixmap(pixmap)
        self._column.setSpacing(look.px("gap"))
        self._column.setContentsMargins(look.px("room"), look.px("room"), look.px("room"), look.px("room"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little height, the words need it more than the picture.
        self._icon.setVisible(self.height() >= current_look().px("column"))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.restyle()
        return super().event(event)
