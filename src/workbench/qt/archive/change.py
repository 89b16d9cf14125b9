"""Changing the passphrase: the old one, the new one twice."""

from __future__ import annotations

from PySide6.QtCore import Signal
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError, WrongPassphraseError
from workbench.i18n import _
from workbench.qt.archive.page import Page, on_enter
from workbench.qt.archive.passphrase import PassphraseRows
from workbench.qt.frame.base import Button


class ChangePage(Page):
    """`asked(old, new)`; `old` is empty where the recovery sheet has just opened the archive."""

    asked = Signal(str, str)

    _proved = False

    def __init__(self) -> None:
        super().__init__(lambda: _("Change the passphrase"), self._lead)
        self.old = PassphraseRows(lambda: _("Passphrase until now"))
        self.new = PassphraseRows(lambda: _("New passphrase"), again=lambda: _("New passphrase again"))
        self.add(self.old, self.new)
        self.go_on = Button(lambda: _("Change passphrase"), self.submit, kind="primary")
        self.add_verbs(self.go_on, Button(self._leave_words, self.left.emit, kind="quiet"))
        on_enter((self.old.field, *self.new.fields), self.submit)

    def _lead(self) -> str:
        if self._proved:
            return _(
                "The recovery sheet has opened the archive. Choose a new passphrase now; "
                "a new recovery sheet comes with it, and the old one ends."
            )
        return _(
            "The whole archive is written anew under the new passphrase, which ends the old one and the old "
            "recovery sheet. Earlier copies of the file still open with theirs."
        )

    def _leave_words(self) -> str:
        return _("Later") if self._proved else _("Back")

    def prepare(self, *, proved: bool) -> None:
        """Start anew; `proved` where the old passphrase is lost."""
        self._proved = proved
        self.old.setVisible(not proved)
        self.lead.retranslate()
        for at in range(self.verbs.count()):
            item = self.verbs.itemAt(at)
            button = item.widget() if item is not None else None
            if isinstance(button, Button):
                button.retranslate()

    def submit(self) -> None:
        """Ask for the change, or say what does not fit."""
        if self.busy:
            return
        if not self._proved and not self.old.passphrase():
            self.old.row.set_error(lambda: _("Type the passphrase that opens the archive now."))
            self.old.setFocus()
            return
        if self.new.fits():
            self.asked.emit("" if self._proved else self.old.passphrase(), self.new.passphrase())

    def refuse(self, error: WorkbenchError) -> bool:
        """Show why it was not changed; False where that is for the window to show."""
        if isinstance(error, WrongPassphraseError):
            self.old.row.set_error(str(error))
            self.old.setFocus()
        elif isinstance(error, InputError):
            self.new.row.set_error(str(error))
            self.new.setFocus()
        else:
            return False
        return True

    @override
    def enter(self) -> None:
        (self.new if self._proved else self.old).setFocus()

    @override
    def wipe(self) -> None:
        self.old.wipe()
        self.new.wipe()
