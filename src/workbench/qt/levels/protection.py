"""A person's protection: the pseudonym under which the record leaves the archive, set and taken away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.kinds import RecordKind
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.levels.control import LevelControl
from workbench.qt.look.style import current_look
from workbench.qt.picker.popup import ENTER
from workbench.qt.session import Session
from workbench.services.levels import protect_person, unprotect_person
from workbench.store.queries.levels import ShownLevel, shown_level
from workbench.store.tables import Record


class RecordLevel(Live, QWidget):
    """The head of a record's page: its level, and for a person the protection."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        session.changed.connect(self._follow)
        self._record: tuple[str, bool] | None = None
        self._shown: ShownLevel | None = None
        self.level = LevelControl(session, Record)
        self._icon, self.words = PlainLabel(), PlainLabel(self._sign_words, wrap=True)
        self.open_button = Button(self._open_words, self.open_form, kind="quiet", icon="shield-check")
        self.end_button = Button(lambda: _("No longer protect"), self._unprotect, kind="quiet")
        self.pseudonym = QLineEdit()
        self.row = FormRow(
            lambda: _("Pseudonym"),
            self.pseudonym,
            hint=lambda: _("The only name of this person in a bundle. It must not be like a real one."),
        )
        self.save_button = Button(lambda: _("Protect"), self._protect, kind="primary")
        self.cancel_button = Button(lambda: _("Cancel"), self.close_form)
        self._build()
        self.restyle()

    def _build(self) -> None:
        self._sign, self._form = QWidget(), QWidget()
        sign = QHBoxLayout(self._sign)
        sign.setContentsMargins(0, 0, 0, 0)
        sign.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        sign.addWidget(self.words, 1)
        self._form_column, verbs = QVBoxLayout(self._form), Flow()
        self._form_column.setContentsMargins(0, 0, 0, 0)
        self._form_column.addWidget(self.row)
        for button in (self.save_button, self.cancel_button):
            verbs.addWidget(button)
        self._form_column.addLayout(verbs)
        self._verbs = QWidget()
        self._flow = Flow(self._verbs)
        for part in (self.level, self.open_button, self.end_button):
            self._flow.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for below in (self._sign, self._verbs):
            self._column.addWidget(below)
        # Beside a spare, since a column reckons the height of lines that break by its own width.
        beside = QHBoxLayout()
        beside.addWidget(self._form, 1)
        beside.addStretch(0)
        self._column.addLayout(beside)
        self._form.hide()
        self._sign.hide()

    def show_record(self, record_id: str, kind: str) -> None:
        """Show a record; a form that is open for the same one stays."""
        if self._record != (record_id, kind == RecordKind.PERSON):
            self._form.hide()
        self._record = (record_id, kind == RecordKind.PERSON)
        self.level.show_row(record_id)
        with self._session.read() as connection:
            self._shown = shown_level(connection, Record, record_id)
        self._show()

    def _follow(self, changes: Changes) -> None:
        if self._record is not None and changes.touches("record"):
            self.show_record(self._record[0], RecordKind.PERSON if self._record[1] else "")

    def _show(self) -> None:
        shown, person = self._shown, self._record is not None and self._record[1]
        protected = shown is not None and shown.protected
        self._sign.setVisible(protected)
        editable = person and not self._session.read_only
        self.open_button.setVisible(editable and self._form.isHidden())
        self.end_button.setVisible(editable and protected and self._form.isHidden())
        self.words.retranslate()
        self.open_button.retranslate()

    def _sign_words(self) -> str:
        name = self._shown.pseudonym if self._shown is not None else ""
        return _("Protected: leaves the archive only as “{pseudonym}”.").format(pseudonym=name)

    def _open_words(self) -> str:
        protected = self._shown is not None and self._shown.protected
        return _("Change the pseudonym…") if protected else _("Protect with a pseudonym…")

    def open_form(self) -> None:
        """Ask for the pseudonym."""
        self.row.set_error("")
        self.pseudonym.setText(self._shown.pseudonym if self._shown is not None else "")
        self._form.show()
        self._show()
        self.pseudonym.setFocus()
        self.pseudonym.selectAll()

    def close_form(self) -> None:
        """Put the form away; what was typed is forgotten."""
        self._form.hide()
        self._show()
        self.open_button.setFocus()

    def _protect(self) -> None:
        if self._record is None or self._shown is None:
            return
        act = protect_person(self._record[0], self.pseudonym.text(), expected=self._shown.revision)
        self._session.perform(act, on_done=self._done, on_error=self._refused, initiator=self._session)

    def _unprotect(self) -> None:
        if self._record is not None and self._shown is not None:
            act = unprotect_person(self._record[0], expected=self._shown.revision)
            self._session.perform(act, on_done=self._done, initiator=self._session)

    def _done(self, _nothing: None) -> None:
        self.close_form()

    def _refused(self, error: WorkbenchError) -> bool:
        if not isinstance(error, InputError):
            return False
        self.row.set_error(str(error))
        self.pseudonym.setFocus()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._form.isHidden() and event.key() in ENTER:
            self._protect()
        elif not self._form.isHidden() and event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        look = current_look()
        side = look.px("icon")
        self._icon.setPixmap(look.icon("shield-check", "warning").pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._column.setSpacing(look.px("step"))
        self._form_column.setSpacing(look.px("gap"))
        self._form.setMaximumWidth(look.px("column"))
