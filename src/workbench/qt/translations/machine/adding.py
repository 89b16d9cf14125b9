"""A folder that was looked at, and what a person has to say of the model in it before it is added."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import MachineModelInput, checked
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _, active
from workbench.languages.machine.told import ModelFolder
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import FittedCombo, LanguageCombo
from workbench.qt.translations.machine.models import digest_words, size_words


class AddingForm(Live, QWidget):
    """Asks for a name, and for the languages that the folder does not say."""

    accepted = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.found: ModelFolder | None = None
        self.path = Path()
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.source, self.target = LanguageCombo(unknown=False), FittedCombo()
        self._facts = PlainLabel(self._facts_words, role="second", wrap=True)
        self._name = FormRow(lambda: _("Name"), self.name, hint=lambda: _("As it should stand beside every proposal."))
        self._source = FormRow(lambda: _("Translates from"), self.source)
        self._target = FormRow(lambda: _("Translates into"), self.target)
        self.add_button = Button(lambda: _("Add model"), self.accepted.emit, kind="primary", icon="plus")
        self.drop_button = Button(lambda: _("Do not add"), self.dropped.emit, kind="quiet")
        buttons = QWidget()
        flow = Flow(buttons)
        flow.addWidget(self.add_button)
        flow.addWidget(self.drop_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = PlainLabel(lambda: _("The model in this folder"), role="section")
        for part in (head, self._facts, self._name, self._source, self._target, buttons):
            self._column.addWidget(part)
        self.name.returnPressed.connect(self.accepted)
        self.name.textChanged.connect(lambda _text: self._name.set_error(""))
        self.setFocusProxy(self.name)
        self.retranslate()
        self.restyle()

    def show_folder(self, found: ModelFolder, path: Path, languages: tuple[str, str] | None) -> None:
        """Ask about a folder; `languages` are from and into which it may translate, where something is at hand."""
        self.found, self.path = found, path
        if languages is not None:
            self.source.set_tag(languages[0])
            self.target.setCurrentIndex(max(0, self.target.findData(languages[1])))
        for row in (self._name, self._source, self._target):
            row.set_error("")
        self.name.setText(path.name)
        self.name.selectAll()
        self._source.setVisible(not found.sources)
        self._target.setVisible(not found.targets)
        self._facts.retranslate()

    def given(self) -> MachineModelInput | None:
        """Return what was said of the model; None where something is wrong with it, which is said at the field."""
        if self.found is None:
            return None
        try:
            return checked(
                MachineModelInput,
                label=self.name.text(),
                sources=self.found.sources or (self.source.tag(),),
                targets=self.found.targets or (str(self.target.currentData()),),
            )
        except InputError as error:
            self.refuse(error)
            return None

    def refuse(self, error: InputError) -> None:
        """Say at its field what is wrong."""
        rows = {"sources": self._source, "targets": self._target}
        row = rows.get(error.field, self._name)
        row.set_error(error.what)
        row.setFocus()

    def _facts_words(self) -> str:
        found = self.found
        if found is None:
            return ""
        name = active().language_name
        lines = [f"{size_words(found.size)} · {digest_words(found.digest)}"]
        if found.targets:
            tags = ", ".join(name(tag) for tag in found.targets)
            lines.append(_("Its languages, as the folder says: {languages}.").format(languages=tags))
        if not (found.sources and found.targets):
            lines.append(_("The folder does not say all its languages: ask who brought it."))
        if not found.pieces:
            lines.append(_("It has no SentencePiece files: words are cut at spaces."))
        if not found.ends:
            lines.append(_("It does not say whether a sentence ends with a mark: it is given none."))
        return "\n".join(lines)

    @override
    def retranslate(self) -> None:
        chosen = self.target.currentData()
        self.target.clear()
        for tag in WORKING_LANGUAGES:
            self.target.addItem(active().language_name(tag), tag)
        self.target.setCurrentIndex(max(0, self.target.findData(chosen)))

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("gap"))
