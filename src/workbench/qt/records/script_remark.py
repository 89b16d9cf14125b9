"""What is said beside a name that is written in another script than its language is, and the way to mend that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.scripts import CYRILLIC, fitting_language, script_of
from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


class ScriptRemark(Live, QWidget):
    """Hidden while the script fits. `accepted(str)` gives the tag of the language that the name is to have.

    Enter in the form asks once: the focus comes to the button, where Enter again changes the
    language, and going back to the field and pressing it there saves the name as it is.
    """

    accepted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tag = self._fitting = self._asked = self._value = ""
        self._words = PlainLabel(self._said, role="warning", wrap=True)
        self.button = Button(self._verb, self._accept, kind="quiet", icon="languages")
        self.button.let_break()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._words)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.restyle()
        self.hide()

    def look_at(self, value: str, tag: str) -> None:
        """Compare a name with its language."""
        self._value, self._tag, self._fitting = value, tag, fitting_language(value, tag)
        self._words.retranslate()
        self.button.retranslate()
        self.setVisible(bool(self._fitting))

    def ask(self) -> bool:
        """Put the question where it was not put yet for this name; tell whether it was."""
        asked = f"{self._tag} {self._value.strip()}"
        if not self._fitting or self._asked == asked:
            return False
        self._asked = asked
        self.button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _accept(self) -> None:
        self.accepted.emit(self._fitting)

    def _said(self) -> str:
        language = active().language_name(self._tag) if self._tag else ""
        if script_of(self._value) == CYRILLIC:
            return _("Cyrillic letters, but the language is {language}.").format(language=language)
        return _("Latin letters, but the language is {language}.").format(language=language)

    def _verb(self) -> str:
        language = active().language_name(self._fitting) if self._fitting else ""
        return _("Make it {language}").format(language=language)

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("step"))
