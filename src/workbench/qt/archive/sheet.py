"""The recovery sheet: 24 words on the screen and on paper, never in a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.archive.page import Page, Tick
from workbench.qt.archive.passphrase import PassphraseRows
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look

_COLUMNS = 4


class WordGrid(Live, QFrame):
    """The words with their numbers, in rows of four as on the printed sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Chip")
        self._grid = QGridLayout(self)
        self._labels: list[PlainLabel] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.restyle()

    def show_words(self, words: Sequence[str]) -> None:
        """Show these words; none wipes the grid."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.setText("")
            label.deleteLater()
        self._labels = []
        for at, word in enumerate(words):
            number, text = PlainLabel(str(at + 1), role="small"), PlainLabel(word)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            column = 2 * (at % _COLUMNS)
            self._grid.addWidget(number, at // _COLUMNS, column)
            self._grid.addWidget(text, at // _COLUMNS, column + 1)
            self._labels += [number, text]
        self._read_out(words)
        self.restyle()

    def _read_out(self, words: Sequence[str]) -> None:
        self.setAccessibleDescription(", ".join(f"{at}. {word}" for at, word in enumerate(words, 1)))

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Recovery words"))

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._grid.setContentsMargins(room, room, room, room)
        self._grid.setHorizontalSpacing(look.px("gap"))
        self._grid.setVerticalSpacing(look.px("gap"))
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(2 * column + 1, 1)
        strong: QFont = look.font("lead", strong=True)
        for label in self._labels[1::2]:
            label.setFont(strong)


class SheetPage(Page):
    """Shows the words of a key; `done` comes when the person goes on.

    With `must_tick` they have to say first that they have the words; otherwise the page asks
    for the passphrase before it shows anything (`proof_asked(str)`).
    """

    done = Signal()
    proof_asked = Signal(str)

    _html: Callable[[], str] | None = None
    _must_tick = True

    def __init__(self) -> None:
        super().__init__(lambda: _("Recovery sheet"), self._lead)
        self.proof = PassphraseRows(lambda: _("Passphrase"))
        self.grid = WordGrid()
        self._advice = PlainLabel(self._what_to_do, role="second", wrap=True)
        self.print = Button(lambda: _("Print…"), self._print, icon="printer")
        self.no_printer = PlainLabel(
            lambda: _("No printer is set up on this computer: copy the words by hand."), role="small", wrap=True
        )
        self.tick = Tick(lambda: _("I have these words on paper"))
        self.go_on = Button(lambda: _("Go on"), self._go_on, kind="primary")
        self.back = Button(lambda: _("Back"), self.left.emit, kind="quiet")
        self.add(self.proof, self.grid, self._advice, self.print, self.no_printer, self.tick)
        self.add_verbs(self.go_on, self.back)
        self.tick.toggled.connect(self._show_state)
        self.proof.field.returnPressed.connect(self._go_on)

    def _lead(self) -> str:
        return _("These 24 words open the archive when the passphrase is lost. They are shown for you alone.")

    def _what_to_do(self) -> str:
        return _(
            "Print the sheet or copy the words by hand. Keep it away from this computer, and never in a file or "
            "a photograph. A change of passphrase makes a new sheet."
        )

    def show_new(self, words: Sequence[str], html: Callable[[], str]) -> None:
        """Show the words of a new key, which the person has to keep; `html` makes the printed sheet."""
        self._must_tick = True
        self._show_words(words, html)

    def ask_proof(self) -> None:
        """Ask for the passphrase before words are shown again."""
        self._must_tick = False
        self._html = None
        self.grid.show_words(())
        self._show_state()

    def show_again(self, words: Sequence[str], html: Callable[[], str]) -> None:
        """Show the words after the passphrase was right."""
        self.proof.wipe()
        self._show_words(words, html)
        self.enter()

    @property
    def must_be_taken(self) -> bool:
        """Whether new words are shown that the person has not said to have yet."""
        return self._must_tick and self._html is not None

    def refuse(self, what: str) -> None:
        """Say that the passphrase was not right."""
        self.proof.row.set_error(what)
        self.proof.field.setFocus()
        self.proof.field.selectAll()

    def _show_words(self, words: Sequence[str], html: Callable[[], str]) -> None:
        self._html = html
        self.grid.show_words(words)
        self.tick.setChecked(False)
        self._show_state()

    def _show_state(self) -> None:
        shown = self._html is not None
        printers = bool(QPrinterInfo.availablePrinterNames())
        self.proof.setVisible(not shown)
        for part in (self.grid, self._advice):
            part.setVisible(shown)
        self.print.setVisible(shown and printers)
        self.no_printer.setVisible(shown and not printers)
        self.tick.setVisible(shown and self._must_tick)
        self.back.setVisible(not self._must_tick)
        self.go_on.set_words(self._verb)
        self.go_on.setEnabled(not shown or not self._must_tick or self.tick.isChecked())

    def _verb(self) -> str:
        if self._html is None:
            return _("Show the words")
        return _("Go on") if self._must_tick else _("Done")

    def _go_on(self) -> None:
        if self.busy:
            return
        if self._html is None:
            self.proof_asked.emit(self.proof.passphrase())
        elif self.go_on.isEnabled():
            self.done.emit()

    def _print(self) -> None:
        """Print through the system's dialog. A file is never offered: it would lie beside the archive."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_to(self, printer: QPrinter) -> None:
        """Print the sheet."""
        if self._html is None:
            return
        document = QTextDocument()
        document.setHtml(self._html())
        document.print_(printer)

    @override
    def enter(self) -> None:
        target: QWidget = self.proof if self._html is None else self.tick if self._must_tick else self.go_on
        target.setFocus()

    @override
    def wipe(self) -> None:
        self._html = None
        self.grid.show_words(())
        self.proof.wipe()
        self.tick.setChecked(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # New words cannot be left by Escape: nobody would see them again without the passphrase.
        if not self.must_be_taken:
            super().keyPressEvent(event)
