"""What is said beside the fields of a form before it is saved, and the one button that answers it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


class Remark(Live, QWidget):
    """Hidden while there is nothing to say.

    Enter in the form asks once: the focus comes to the button, where Enter again does what it says,
    and going back to the field and pressing it there saves what is typed as it is.
    """

    def __init__(
        self, words: Callable[[], str], verb: Callable[[], str], does: Callable[[], object], icon: str
    ) -> None:
        super().__init__()
        self._about = self._asked = ""
        self.words = PlainLabel(words, role="warning", wrap=True)
        self.button = Button(verb, does, kind="quiet", icon=icon)
        self.button.let_break()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.restyle()
        self.hide()

    def note(self, about: str) -> None:
        """Say what is to be said now; `about` tells one question from another, empty where there is none."""
        self._about = about
        self.words.retranslate()
        self.button.retranslate()
        self.setVisible(bool(about))

    def ask(self) -> bool:
        """Put the question where it was not put yet; tell whether it was."""
        if not self._about or self._asked == self._about:
            return False
        self._asked = self._about
        self.button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
