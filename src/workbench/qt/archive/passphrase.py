"""Typing a passphrase: hidden unless asked for, with a word about Caps Lock and about its strength."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.i18n import _
from workbench.qt.archive.page import Tick
from workbench.qt.frame.base import Live, Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.vault.keys import check_passphrase


class PassphraseField(QLineEdit):
    """A line that hides what is typed. `caps(bool)` tells of letters that look like Caps Lock."""

    caps = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.show_text(shown=False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhHiddenText
        )

    def show_text(self, *, shown: bool) -> None:
        """Show or hide the letters."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt does not tell the state of Caps Lock; a capital without Shift gives it away.
        text = event.text()
        if len(text) == 1 and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class PassphraseRows(Live, QWidget):
    """One row for a passphrase that exists, or two for a new one, with a box that shows the letters."""

    changed = Signal()

    def __init__(self, words: Words, *, again: Words = "") -> None:
        super().__init__()
        self.field = PassphraseField()
        self.row = FormRow(words, self.field, hint=_advice if again else "")
        self.again = PassphraseField() if again else None
        self.again_row = FormRow(again, self.again) if self.again is not None else None
        self.verdict = PlainLabel("", role="small", wrap=True)
        self.verdict.hide()
        self._caps = PlainLabel(lambda: _("Caps Lock seems to be on."), role="error", wrap=True)
        self._caps.hide()
        self.shown = Tick(lambda: _("Show what I type"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.row, self.verdict, self.again_row, self._caps, self.shown):
            if part is not None:
                self._column.addWidget(part)
        for field in self.fields:
            field.caps.connect(self._caps.setVisible)
            field.textChanged.connect(self._typed)
        self.shown.toggled.connect(self._show)
        self.setFocusProxy(self.field)
        self.restyle()

    @property
    def fields(self) -> tuple[PassphraseField, ...]:
        """The fields in their order."""
        return (self.field,) if self.again is None else (self.field, self.again)

    def passphrase(self) -> str:
        """Return what was typed."""
        return self.field.text()

    def fits(self) -> bool:
        """Tell whether a new passphrase is strong enough and typed the same twice; else say what is wrong."""
        self.row.set_error("")
        try:
            check_passphrase(self.passphrase())
        except InputError as error:
            self.row.set_error(str(error))
            self.verdict.hide()
            self.field.setFocus()
            return False
        if self.again is not None and self.again_row is not None and self.again.text() != self.passphrase():
            self.again_row.set_error(lambda: _("The two are not the same."))
            self.again.setFocus()
            self.again.selectAll()
            return False
        return True

    def wipe(self) -> None:
        """Forget what was typed."""
        for field in self.fields:
            field.clear()
        self.shown.setChecked(False)
        self._caps.hide()

    def _show(self, shown: bool) -> None:
        for field in self.fields:
            field.show_text(shown=shown)

    def _typed(self) -> None:
        for row in (self.row, self.again_row):
            if row is not None:
                row.set_error("")
        if self.again is not None:
            self.verdict.set_words(self._verdict)
            self.verdict.setVisible(bool(self.passphrase()))
        self.changed.emit()

    def _verdict(self) -> str:
        try:
            check_passphrase(self.passphrase())
        except InputError as error:
            return error.what
        return _("This passphrase is long enough.")

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("gap"))


def _advice() -> str:
    return _("Use 12 characters or more, or four or more words that do not belong together.")
