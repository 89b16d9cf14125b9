"""Making an archive: where, the passphrase twice, and who begins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import ProfileInput
from workbench.i18n import _
from workbench.qt.archive.files import FileField, documents_folder, free_name
from workbench.qt.archive.page import Page, on_enter
from workbench.qt.archive.passphrase import PassphraseRows
from workbench.qt.archive.people import ProfileForm
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow


@dataclass(frozen=True, slots=True)
class NewArchive:
    """What the page asks for. The passphrase does not show in `repr`."""

    path: Path
    passphrase: str
    profile: ProfileInput
    sample: bool

    def __repr__(self) -> str:
        return "NewArchive(…)"


class CreatePage(Page):
    """`asked(NewArchive)` comes once everything that was typed fits."""

    asked = Signal(object)

    _sample = False

    def __init__(self) -> None:
        super().__init__(self._title, self._lead)
        self.file = FileField()
        self.file_row = FormRow(lambda: _("File"), self.file)
        self.passphrases = PassphraseRows(lambda: _("Passphrase"), again=lambda: _("Passphrase again"))
        self.person = ProfileForm()
        self.add(self.file_row, self.passphrases, self.person)
        self.make = Button(self._verb, self.submit, kind="primary")
        self.add_verbs(self.make, Button(lambda: _("Back"), self.left.emit, kind="quiet"))
        fields = (self.file.edit, *self.passphrases.fields, self.person.name, self.person.initials)
        on_enter(fields, self.submit)
        self.file.edit.textEdited.connect(lambda _text: self._file_error(""))

    def _title(self) -> str:
        return _("Try the sample") if self._sample else _("Create an archive")

    def _lead(self) -> str:
        if self._sample:
            return _(
                "The sample is an article with its persons, events, quotes and translations. "
                "It comes in an archive of your own, where you may change everything."
            )
        return _("One encrypted file holds everything. Without the passphrase or its recovery sheet nobody opens it.")

    def _verb(self) -> str:
        return _("Create archive")

    def prepare(self, *, sample: bool, path: Path | None = None) -> None:
        """Start anew, with a file offered that does not exist yet."""
        self._sample = sample
        self.title.retranslate()
        self.lead.retranslate()
        self.retranslate()
        stem = _("sample") if sample else _("my archive")
        self.file.set_path(path or free_name(documents_folder(), stem))
        self.person.show_profile(None)
        self._file_error("")

    def submit(self) -> None:
        """Ask for the archive, or say beside the first field that does not fit what is wrong."""
        path = self.file.path()
        if self.busy:
            return
        self._file_error("")
        problem = _trouble_with(path)
        if path is None or problem:
            self._file_error(problem)
            self.file.setFocus()
            return
        if not self.passphrases.fits():
            return
        profile = self.person.profile()
        if profile is not None:
            self.asked.emit(NewArchive(path, self.passphrases.passphrase(), profile, self._sample))

    def refuse(self, error: WorkbenchError) -> None:
        """Show why the archive could not be made."""
        if isinstance(error, InputError) and self.person.show_error(error):
            return
        if isinstance(error, InputError) and error.field == "passphrase":
            self.passphrases.row.set_error(str(error))
            return
        self._file_error(str(error))
        self.file.setFocus()

    def _file_error(self, text: str) -> None:
        self.file_row.set_error(text)
        self.file.set_wrong(wrong=bool(text))

    @override
    def enter(self) -> None:
        self.passphrases.setFocus()

    @override
    def wipe(self) -> None:
        self.passphrases.wipe()


def _trouble_with(path: Path | None) -> str:
    """Say what is wrong with a place for a new archive; empty where nothing is."""
    if path is None:
        return _("Say where the archive will be.")
    if path.exists():
        return _("There is already a file with this name. Choose another name.")
    if not path.parent.is_dir():
        return _("There is no such folder.")
    return ""
