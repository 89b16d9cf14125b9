"""Undo and redo by name; inside a text field the field's own steps come first."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from workbench.domain.actions import action_text
from workbench.domain.changes import Operation
from workbench.domain.errors import LockedError
from workbench.i18n import _
from workbench.qt.actions import Actions
from workbench.qt.session import Session

UNDO, REDO = "edit.undo", "edit.redo"


def has_steps(field: QObject | None, *, back: bool) -> bool:
    """Tell whether a text field could take back (or repeat) typing of its own."""
    if isinstance(field, QLineEdit):
        return not field.isReadOnly() and (field.isUndoAvailable() if back else field.isRedoAvailable())
    if isinstance(field, QTextEdit | QPlainTextEdit):
        document = field.document()
        return not field.isReadOnly() and (document.isUndoAvailable() if back else document.isRedoAvailable())
    return False


class Undoing(QObject):
    """Keeps the two actions in step with the archive's log.

    A text field takes the undo keys for itself even when it has nothing to undo; watching the
    field with the focus lets the keys through to the archive then. It goes with the actions.

    A key that is held goes no further than the field: each step into the archive is a press of its
    own. What somebody else has done is taken back when it is asked for once more.
    """

    others_asked = Signal(str)
    """What comes next is another person's work; this profile's id."""

    answered = Signal()
    """It was asked for once more."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions)
        self._actions = actions
        self._session: Session | None = None
        self._next: dict[str, Operation | None] = {UNDO: None, REDO: None}
        self._watched: QWidget | None = None
        self._agreed: str | None = None
        for action in (UNDO, REDO):
            actions[action].setAutoRepeat(False)
        actions.bind(UNDO, self.undo)
        actions.bind(REDO, self.redo)
        actions.set_text(UNDO, lambda: self.undo_text() or _("Undo"))
        actions.set_text(REDO, lambda: self.redo_text() or _("Redo"))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())
        self.refresh()

    def set_session(self, session: Session | None) -> None:
        """Follow another archive, or none."""
        self._session = session
        if session is not None:
            session.changed.connect(self.refresh)
            session.blinded.connect(self.refresh)
            session.profile_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _changes: object = None) -> None:
        """Read from the log what comes next."""
        session = self._session
        self._next = {UNDO: None, REDO: None}
        if session is not None and not session.read_only and session.archive.is_open:
            try:
                self._next = {UNDO: session.next_undo(), REDO: session.next_redo()}
            except LockedError:
                self._next = {UNDO: None, REDO: None}
        if self.whose() != self._agreed:
            self._agreed = None
        for action, operation in self._next.items():
            self._actions[action].setEnabled(operation is not None)
        self._actions.retranslate()

    def undo_text(self) -> str:
        """Name what Undo would take back; empty where there is nothing."""
        return self._named(_("Undo: {what}"), self._next[UNDO])

    def redo_text(self) -> str:
        """Name what Redo would repeat; empty where there is nothing."""
        return self._named(_("Redo: {what}"), self._next[REDO])

    def _named(self, text: str, operation: Operation | None) -> str:
        if operation is None:
            return ""
        hidden = self._session is not None and self._session.blind
        return text.format(what=action_text(operation.action, "…" if hidden else operation.subject))

    def whose(self) -> str | None:
        """Return the id of the other profile whose work Undo would take back; None where it is one's own."""
        operation = self._next[UNDO]
        if operation is None or self._session is None or operation.author_id == self._session.author_id:
            return None
        return operation.author_id

    def undo(self) -> None:
        """Take back the last operation; another person's only once that was asked about."""
        whose = self.whose()
        if whose != self._agreed:
            self._agreed = whose
            if whose is not None:
                self.others_asked.emit(whose)
                return
        elif whose is not None:
            self.answered.emit()
        if self._session is not None:
            self._session.undo(self)

    def redo(self) -> None:
        """Repeat what was taken back last."""
        if self._session is not None:
            self._session.redo(self)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            for action, back in ((UNDO, True), (REDO, False)):
                if pressed == self._actions[action].shortcut() and not has_steps(watched, back=back):
                    event.ignore()
                    return True
        return False
