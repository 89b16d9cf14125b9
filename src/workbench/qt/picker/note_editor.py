"""A note and a tag, written at the passage."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import NoteInput, TagInput, checked
from workbench.i18n import _
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import SuggestLine
from workbench.qt.picker.popup import ENTER, Popup, pressed_with_ctrl


class NoteEditor(Popup):
    """Writes a note. Ctrl+Enter saves, and so does going elsewhere; Escape keeps the words as a draft."""

    written = Signal(object)
    """A `NoteInput`."""

    drafted = Signal(str)
    """What was typed and not saved; empty where nothing is left."""

    def __init__(self, host: QWidget, draft: str = "") -> None:
        super().__init__(host)
        self.edit = QPlainTextEdit(draft)
        self.edit.setTabChangesFocus(True)
        self.edit.installEventFilter(self)
        self._row = FormRow(lambda: _("Note on this passage"), self.edit)
        self._keys = PlainLabel(lambda: _("Ctrl+Enter saves. Esc closes and keeps the draft."), role="small", wrap=True)
        self._save = Button(lambda: _("Save note"), self.save, kind="primary")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._keys, 1)
        self._foot.addWidget(self._save)
        self.column.addWidget(self._row)
        self.column.addLayout(self._foot)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(_("Note on this passage"))
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self.edit.setFixedHeight(current_look().px("target") * 4)

    def save(self) -> None:
        """Give the note out and close; what does not fit is said beside the field."""
        try:
            note = checked(NoteInput, body=self.edit.toPlainText())
        except InputError as error:
            self._row.set_error(str(error))
            return
        self.drafted.emit("")
        self.dismiss()
        self.written.emit(note)

    @override
    def back(self) -> None:
        self.drafted.emit(self.edit.toPlainText().strip())
        self.dismiss()

    @override
    def left(self) -> None:
        if self.edit.toPlainText().strip():
            self.save()
        if self._open:  # nothing to save, or too much: the draft is kept
            self.back()

    @override
    def takes(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape or pressed_with_ctrl(event, *ENTER)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent) and pressed_with_ctrl(event, *ENTER):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.save()
                return True
        return super().eventFilter(watched, event)


class TagLine(Popup):
    """Gives a passage a tag, completed from those that the archive has."""

    tagged = Signal(object)
    """A `TagInput`."""

    def __init__(self, host: QWidget, labels: Iterable[str]) -> None:
        super().__init__(host, width="side")
        self.edit = SuggestLine()
        self.edit.set_suggestions(labels)
        self.edit.installEventFilter(self)
        self._row = FormRow(lambda: _("Tag for this passage"), self.edit)
        self._keys = PlainLabel(lambda: _("Enter adds the tag, Esc closes."), role="small", wrap=True)
        self.column.addWidget(self._row)
        self.column.addWidget(self._keys)
        self.setFocusProxy(self.edit)
        self.setAccessibleName(_("Tag for this passage"))

    @override
    def confirm(self) -> None:
        try:
            tag = checked(TagInput, label=self.edit.text())
        except InputError as error:
            self._row.set_error(str(error))
            return
        self.dismiss()
        self.tagged.emit(tag)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.edit and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in ENTER:
            self.confirm()
            return True
        return super().eventFilter(watched, event)
