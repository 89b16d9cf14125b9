"""Forms that open in the page: Enter saves, Escape closes, errors stand beside their field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.qt.frame.base import Button, Live, Words
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.records.remark import Remark
from workbench.qt.session import Session
from workbench.store.work import Act

R = TypeVar("R", bound=Remark)

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class InlineForm(Live, QFrame):
    """A form with its own buttons. Subclasses add rows and say in `act` what is to be written."""

    closed = Signal()
    saved = Signal(object)
    """The value of the act."""

    def __init__(self, session: Session, save: Words, close: Words) -> None:
        super().__init__()
        self.setObjectName("InlineForm")
        self.session = session
        self._rows: dict[str, FormRow] = {}
        self._part_rows: dict[str, FormRow] = {}
        self.remarks: list[Remark] = []
        self._error = PlainLabel(role="error", wrap=True)
        self._error.hide()
        self.save_button = Button(save, self.save, kind="primary")
        self.close_button = Button(close, self.closed.emit, kind="quiet")
        self.column = QVBoxLayout(self)
        self._foot = Flow()
        self._foot.addWidget(self.save_button)
        self._foot.addWidget(self.close_button)
        self.column.addWidget(self._error)
        self.column.addLayout(self._foot)
        self.restyle()

    def add(self, widget: QWidget, *fields: str) -> QWidget:
        """Put a part above the buttons; `fields` are the input model's fields that a `FormRow` is for."""
        self.column.insertWidget(self.column.count() - 2, widget)
        if isinstance(widget, FormRow):
            for field in fields:
                self._rows[field] = widget
        return widget

    def add_remark(self, remark: R) -> R:
        """Put a remark under the last part; saving asks about it once."""
        self.remarks.append(remark)
        self.add(remark)
        return remark

    @property
    def touched(self) -> bool:
        """Whether something was typed in it."""
        lines = (line.isModified() for line in self.findChildren(QLineEdit))
        return any(lines) or any(text.document().isModified() for text in self.findChildren(QPlainTextEdit))

    def map_rows(self, rows: Mapping[str, FormRow]) -> None:
        """Say errors about the input model's fields beside these rows, which a part of the form holds now."""
        self._part_rows = dict(rows)

    def act(self) -> Act[Any]:
        """Return what is to be written.

        Raises:
            InputError: something is missing or does not fit.
        """
        raise NotImplementedError

    def save(self) -> None:
        """Write it; what does not fit is said here, and nothing that was typed is lost."""
        if not self.save_button.isEnabled():
            return
        self.say_error(None)
        if any(remark.ask() for remark in self.remarks):
            return
        try:
            act = self.act()
        except InputError as error:
            self.say_error(error)
            return
        self.save_button.setEnabled(False)
        self.session.perform(act, on_done=self._done, on_error=self._refused, initiator=self)

    def _done(self, value: object) -> None:
        self.save_button.setEnabled(True)
        self.saved.emit(value)

    def _refused(self, error: WorkbenchError) -> bool:
        self.save_button.setEnabled(True)
        if not isinstance(error, InputError):
            return False
        self.say_error(error)
        return True

    def say_error(self, error: InputError | None) -> None:
        """Say what is wrong beside the field that it is about, or above the buttons."""
        rows = {**self._rows, **self._part_rows}
        for row in rows.values():
            row.set_error("")
        self._error.hide()
        if error is None:
            return
        row_of_field = rows.get(error.field)
        if row_of_field is not None and not row_of_field.isHidden():
            row_of_field.set_error(str(error))
            row_of_field.field.setFocus()
        else:
            self._error.setText(str(error))
            self._error.show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in ENTER and isinstance(self.focusWidget(), QLineEdit | QComboBox):
            self.save()
        else:
            super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        look = current_look()
        wide = look.px("wide")
        self.column.setContentsMargins(wide, wide, wide, wide)
        self.column.setSpacing(look.px("gap"))
