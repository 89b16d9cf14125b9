"""A figure that is pulled larger or smaller, in steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel


class StepSlider(Live, QWidget):
    """Chooses one of some even steps; `words` says what a value is called.

    With `late` a value holds only when the handle is let go: for what changes the page that the
    slider itself is on, from under which the handle would run away.
    """

    def __init__(
        self,
        choices: range,
        value: int,
        words: Callable[[int], str],
        chosen: Callable[[int], None],
        *,
        late: bool = False,
    ) -> None:
        super().__init__()
        self._choices, self._words, self._chosen = choices, words, chosen
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(choices) - 1)
        self.slider.setPageStep(2)
        self.slider.setTracking(not late)
        self._value = PlainLabel(lambda: words(self.value), role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self.show_value(value)
        self.slider.valueChanged.connect(self._take)
        self.setFocusProxy(self.slider)

    @property
    def value(self) -> int:
        """The value that is chosen."""
        return self._choices[self.slider.value()]

    def show_value(self, value: int) -> None:
        """Show a value."""
        self.slider.setValue(self._choices.index(value))
        self._value.retranslate()

    def _take(self, _step: int) -> None:
        self._value.retranslate()
        self._chosen(self.value)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.slider.setAccessibleName(name)
