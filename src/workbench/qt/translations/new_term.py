"""A new term of the glossary, made at the words that are being written."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import ConceptInput, TermInput, checked
from workbench.i18n import _, active
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.picker.popup import Popup
from workbench.qt.session import Session
from workbench.services.glossary import add_concept


class NewTermPopup(Popup):
    """Two fields, the quote's language and the one that is written; Enter adds both as one entry.

    `source` and `target` are each a language and the words that are selected there, which may be none.
    """

    def __init__(self, host: QWidget, session: Session, source: tuple[str, str], target: tuple[str, str]) -> None:
        super().__init__(host)
        self._session = session
        self._tags = source[0], target[0]
        self.fields = QLineEdit(source[1]), QLineEdit(target[1])
        self.definition = QLineEdit()
        title = PlainLabel(lambda: _("New term"), role="lead")
        self._rows = [
            FormRow(lambda: active().language_name(source[0]), self.fields[0]),
            FormRow(lambda: active().language_name(target[0]), self.fields[1]),
            FormRow(lambda: _("Definition, where it is needed"), self.definition),
        ]
        self._error = PlainLabel(role="error", wrap=True)
        self._error.hide()
        self.add = Button(lambda: _("Add to the glossary"), self.confirm, kind="primary")
        self.column.addWidget(title)
        for row in self._rows:
            self.column.addWidget(row)
        self.column.addWidget(self._error)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self.setFocusProxy(self.fields[1] if source[1] and not target[1] else self.fields[0])
        self.setAccessibleName(title.text())

    @override
    def confirm(self) -> None:
        if not self.add.isEnabled():
            return
        try:
            concept = checked(ConceptInput, definition=self.definition.text())
            terms = [
                checked(TermInput, tag=tag, value=field.text())
                for tag, field in zip(self._tags, self.fields, strict=True)
            ]
        except InputError as error:
            self._say(error)
            return
        self.add.setEnabled(False)
        self._session.perform(
            add_concept(concept, terms), on_done=lambda _id: self.dismiss(), on_error=self._refused, initiator=self
        )

    def _refused(self, error: WorkbenchError) -> bool:
        self.add.setEnabled(True)
        if not isinstance(error, InputError):
            return False
        self._say(error)
        return True

    def _say(self, error: InputError) -> None:
        self._error.setText(str(error))
        self._error.show()
        empty = next((field for field in self.fields if not field.text().strip()), self.fields[0])
        empty.setFocus()
        self.fit()
