"""Unlocking: the passphrase, or the words of the recovery sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError, WrongPassphraseError
from workbench.i18n import _, ngettext
from workbench.qt.archive.page import Page
from workbench.qt.archive.passphrase import PassphraseRows
from workbench.qt.frame.base import Button, Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look

_FREE_TRIES = 2
"""Wrong passphrases before trying again has to wait."""

_LONGEST_PAUSE = 30
"""Seconds."""


def pause_after(tries: int) -> int:
    """Return the seconds to wait after so many wrong tries: it doubles up to `_LONGEST_PAUSE`."""
    return 0 if tries < _FREE_TRIES else min(_LONGEST_PAUSE, 1 << (tries - _FREE_TRIES))


class WordsField(QPlainTextEdit):
    """Where the 24 words are typed; Tab goes on to the next field, Enter with Ctrl submits."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "\r":
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class UnlockPage(Page):
    """`asked(str)` gives a passphrase, `words_asked(str)` the words of the sheet."""

    asked = Signal(str)
    words_asked = Signal(str)

    _path = Path()
    _locked = False
    _by_words = False
    _held = False
    _submitted = False

    def __init__(self) -> None:
        super().__init__(self._title, self._lead)
        self._tries = 0
        self._left = 0
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self.crashed = PlainLabel(
            lambda: _(
                "The program was not closed properly last time. Do not copy this file before you have "
                "opened it here once: a part of it still lies beside it."
            ),
            role="second",
            wrap=True,
        )
        self.crashed.hide()
        self.passphrase = PassphraseRows(lambda: _("Passphrase"))
        self.words = WordsField()
        self.words_row = FormRow(
            lambda: _("Recovery words"),
            self.words,
            hint=lambda: _("The 24 words in their order; the first four letters of each are enough."),
        )
        self.open = Button(self._verb, self.submit, kind="primary")
        self.other = Button(self._other_way, self._change_way, kind="quiet")
        self.elsewhere = Button(lambda: _("Another archive"), self.left.emit, kind="quiet")
        self.add(self.crashed, self.passphrase, self.words_row)
        self.add_verbs(self.open, self.other, self.elsewhere)
        self.passphrase.field.returnPressed.connect(self.submit)
        self.words.submitted.connect(self.submit)
        self.passphrase.changed.connect(self._typed)
        self.words.textChanged.connect(self._typed)
        self._show_way()

    def _title(self) -> str:
        return _("The archive is locked") if self._locked else _("Open the archive")

    def _lead(self) -> str:
        return f"{self._path.stem}\n{self._path.parent}" if self._path.name else ""

    def _verb(self) -> str:
        return _("Unlock") if self._locked else _("Open archive")

    def _other_way(self) -> str:
        return _("Use the passphrase") if self._by_words else _("Use the recovery sheet")

    def prepare(self, path: Path, *, locked: bool, crashed: bool = False) -> None:
        """Ask for the passphrase of a file; `locked` where it was open just now."""
        if path != self._path:
            self._tries = 0
        self._path, self._locked, self._by_words, self._submitted = path, locked, False, False
        self._set_held(held=False)
        self.crashed.setVisible(crashed)
        self.lead.setVisible(True)
        self._show_way()

    @property
    def path(self) -> Path:
        """The file that is asked about."""
        return self._path

    def submit(self) -> None:
        """Ask to open with what was typed, once nothing stands in the way any more."""
        self._submitted = self._held
        if self.busy or self._left:
            return
        if self._by_words:
            self.words_asked.emit(self.words.toPlainText())
        elif self.passphrase.passphrase():
            self.asked.emit(self.passphrase.passphrase())

    def hold(self) -> None:
        """Take what is typed, but do not open yet: the archive is still being closed."""
        self._set_held(held=True)

    def release(self) -> None:
        """The archive is closed: open it again where Enter was pressed meanwhile."""
        self._set_held(held=False)
        if self._submitted:
            self.submit()

    def _set_held(self, *, held: bool) -> None:
        self._held = held
        self.elsewhere.setEnabled(not held)
        self._show_pause()
        self.busy_changed.emit()

    def _typed(self) -> None:
        self._submitted = False
        self._show_pause()

    @property
    @override
    def busy(self) -> bool:
        return self._held or super().busy

    def refuse(self, error: WorkbenchError) -> bool:
        """Show why it did not open; False where that is for the window to show."""
        row = self.words_row if self._by_words else self.passphrase.row
        if isinstance(error, WrongPassphraseError):
            self._tries += 1
            self._left = pause_after(self._tries)
            tries = ngettext("{n} wrong try.", "{n} wrong tries.", self._tries).format(n=self._tries)
            row.set_error(f"{error} {tries}")
            self._clock.start()
        elif isinstance(error, InputError):
            row.set_error(str(error))
        else:
            return False
        self._show_pause()
        self.enter()
        return True

    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._clock.stop()
        self._show_pause()

    def _show_pause(self) -> None:
        self.open.setEnabled(not self._left and not self.busy)
        self.open.set_words(self._paused_verb if self._left else self._verb)

    def _paused_verb(self) -> str:
        return ngettext("Try again in {n} second", "Try again in {n} seconds", self._left).format(n=self._left)

    def _change_way(self) -> None:
        self._by_words = not self._by_words
        self.wipe()
        self._show_way()
        self.enter()

    def _show_way(self) -> None:
        self.passphrase.setVisible(not self._by_words)
        self.words_row.setVisible(self._by_words)
        for part in (self.title, self.lead, self.open, self.other):
            part.retranslate()
        self.retranslate()
        self._show_pause()

    @override
    def set_busy(self, words: Words | None) -> None:
        super().set_busy(words)
        self._show_pause()

    @override
    def enter(self) -> None:
        field: QWidget = self.words if self._by_words else self.passphrase.field
        field.setFocus()
        if not self._by_words:
            self.passphrase.field.selectAll()

    @override
    def wipe(self) -> None:
        self.passphrase.wipe()
        self.words.clear()
        self.words.document().clearUndoRedoStacks()
        self.words_row.set_error("")
        self.passphrase.row.set_error("")

    @override
    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "words"):
            self.words.setFixedHeight(4 * current_look().px("vast"))
