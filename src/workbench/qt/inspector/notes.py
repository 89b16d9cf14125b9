"""The notes and tags of a passage."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, NotFoundError, WorkbenchError
from workbench.domain.inputs import NoteInput, checked
from workbench.i18n import _
from workbench.qt.frame.base import Button, IconButton, Live, variant
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.parts import KeyedRows, Section
from workbench.qt.look.style import current_look
from workbench.qt.picker.popup import ENTER, pressed_with_ctrl
from workbench.qt.session import Session
from workbench.services.passages import edit_note, remove_note, remove_tag
from workbench.store.queries.passages import NoteRow, TagRow

_LINES = 8
"""Lines of a note that are shown without scrolling."""


class NoteField(Live, QWidget):
    """A note that is edited in place; it is saved when the focus leaves it, or with Ctrl+Enter."""

    def __init__(self, session: Session, row: NoteRow) -> None:
        super().__init__()
        self._session, self._row = session, row
        self._sent: str | None = None
        self.edit = QPlainTextEdit(row.body)
        self.edit.setTabChangesFocus(True)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._grow)
        self.remove = IconButton("trash-2", lambda: _("Remove note"), self._remove)
        self._error = PlainLabel(role="error", wrap=True)
        self._error.hide()
        row_box = QHBoxLayout()
        row_box.addWidget(self.edit, 1)
        row_box.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row_box)
        column.addWidget(self._error)
        self.retranslate()
        self.restyle()

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.edit.toPlainText().strip() not in (self._row.body, self._sent)

    def show_row(self, row: NoteRow) -> None:
        """Show the note as it is now, unless something else is being typed in it."""
        untouched = not self.changed
        self._row, self._sent = row, None
        if untouched and self.edit.toPlainText().strip() != row.body:
            self.edit.setPlainText(row.body)

    def save(self) -> None:
        """Save what was typed; a note that was emptied is removed."""
        if not self.changed:
            return
        text = self.edit.toPlainText().strip()
        if not text:
            self._remove()
            return
        try:
            given = checked(NoteInput, body=text)
        except InputError as error:
            self._say(str(error))
            return
        self._say("")
        self._sent = text
        self._session.perform(edit_note(self._row.id, given), initiator=self._session, on_error=self._refused)

    def _refused(self, error: WorkbenchError) -> bool:
        self._sent = None
        if isinstance(error, NotFoundError):
            return False
        self._say(str(error))
        return True

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))
        variant(self.edit, wrong="true" if text else "false")

    def _remove(self) -> None:
        self._sent = ""
        self._session.perform(remove_note(self._row.id), initiator=self._session)

    def _grow(self) -> None:
        lines = min(max(2, self.edit.blockCount() + self.edit.document().characterCount() // 40), _LINES)
        height = lines * self.edit.fontMetrics().lineSpacing() + 2 * current_look().px("gap")
        self.edit.setFixedHeight(height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.edit:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        if isinstance(event, QKeyEvent) and pressed_with_ctrl(event, *ENTER):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.save()
                return True
        return False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Save before another passage takes the place of this one."""
        self.save()
        super().hideEvent(event)

    @override
    def retranslate(self) -> None:
        self.edit.setAccessibleName(_("Note"))

    @override
    def restyle(self) -> None:
        self._grow()


class Notes(Section):
    """All notes of a passage."""

    def __init__(self, session: Session) -> None:
        super().__init__(lambda: _("Notes"))
        rows = QVBoxLayout()
        rows.setSpacing(current_look().px("gap"))
        self.column.addLayout(rows)
        self.fields: KeyedRows[NoteRow, NoteField] = KeyedRows(
            rows, lambda row: row.id, lambda row: NoteField(session, row)
        )

    def show_rows(self, rows: tuple[NoteRow, ...]) -> None:
        """Show these notes."""
        for field in self.fields.widgets:
            field.save()
        self.fields.sync(rows, lambda field, row: field.show_row(row))
        self.setVisible(bool(rows))

    def save(self) -> None:
        """Save whatever is being typed."""
        for field in self.fields.widgets:
            field.save()


class Tags(Section):
    """All tags of a passage; pressing one takes it off."""

    def __init__(self, session: Session) -> None:
        super().__init__(lambda: _("Tags"))
        self._session = session
        self._rows: tuple[TagRow, ...] = ()
        self._buttons: list[Button] = []
        self._flow = Flow()
        self.column.addLayout(self._flow)

    def show_rows(self, rows: tuple[TagRow, ...]) -> None:
        """Show these tags."""
        self.setVisible(bool(rows))
        if rows == self._rows:
            return
        self._rows = rows
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for row in rows:
            button = Button(row.label, lambda row=row: self._take_off(row), icon="x")  # type: ignore[misc]
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.setAccessibleName(_("Take off tag {label}").format(label=row.label))
            self._flow.addWidget(button)
            self._buttons.append(button)

    def _take_off(self, row: TagRow) -> None:
        self._session.perform(remove_tag(row.id), initiator=self._session)
