"""An entry of the glossary, to be written or changed: its terms by language, and what they mean."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import ConceptInput, TermInput, checked
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.look.style import current_look
from workbench.qt.records.form import InlineForm
from workbench.qt.session import Session
from workbench.qt.translations.glossary.term_rows import TermRows
from workbench.services.glossary import add_concept, edit_concept, remove_concept
from workbench.store.queries.glossary import ConceptRow
from workbench.store.work import Act

_LINES = 2
"""Lines of type that definition and note show."""


class EntryForm(InlineForm):
    """Saved with Enter or its button, and when another entry is gone to; Escape forgets what was typed."""

    removed = Signal()

    def __init__(self, session: Session, row: ConceptRow | None = None) -> None:
        super().__init__(
            session,
            (lambda: _("Save changes")) if row is not None else (lambda: _("Add to the glossary")),
            lambda: _("Cancel"),
        )
        self.row = row
        self.changed = False
        terms = row.terms if row is not None else ()
        tags = dict.fromkeys((*WORKING_LANGUAGES, *(term.tag for term in terms)))
        self.terms = {tag: TermRows(tag, (term for term in terms if term.tag == tag)) for tag in tags}
        for rows in self.terms.values():
            rows.changed.connect(self._note)
            self.add(rows)
        self.subject = QLineEdit(row.subject if row else "")
        self.definition = QPlainTextEdit(row.definition if row else "")
        self.note = QPlainTextEdit(row.note if row else "")
        self.add(FormRow(lambda: _("Definition"), self.definition), "definition")
        self.add(FormRow(lambda: _("Subject field"), self.subject), "subject")
        self.add(FormRow(lambda: _("Note"), self.note), "note")
        self.subject.textEdited.connect(self._note)
        for text in (self.definition, self.note):
            text.setTabChangesFocus(True)
            text.textChanged.connect(self._note)
        if row is not None:
            self.remove_button = Button(lambda: _("Remove the entry"), self._remove, kind="quiet", icon="trash-2")
            # A line of its own: beside the others it would not have the room at twice the size.
            self.column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(next(iter(self.terms.values())).lines[0])
        self.restyle()

    def _note(self) -> None:
        self.changed = True

    @override
    def act(self) -> Act[Any]:
        given = checked(
            ConceptInput,
            subject=self.subject.text(),
            definition=self.definition.toPlainText(),
            note=self.note.toPlainText(),
        )
        found: list[TermInput] = []
        for rows in self.terms.values():
            found += [term for line in rows.lines if (term := line.term()) is not None]
        if self.row is None:
            return add_concept(given, found)
        return edit_concept(self.row.id, given, found, expected=self.row.revision)

    def fits(self) -> bool:
        """Tell whether what was typed can be saved; what is wrong is said here."""
        try:
            self.act()
        except InputError as error:
            self.say_error(error)
            return False
        return True

    def _remove(self) -> None:
        if self.row is not None:
            self.changed = False
            self.session.perform(remove_concept(self.row.id), on_done=lambda _name: self.removed.emit(), initiator=self)

    @override
    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "note"):  # the base class styles itself first
            frame = 2 * current_look().px("step")
            for text in (self.definition, self.note):
                text.setFixedHeight(text.fontMetrics().lineSpacing() * _LINES + frame + 2 * text.frameWidth())
