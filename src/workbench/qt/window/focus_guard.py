"""The focus stays where it can be seen."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class FocusGuard(QObject):
    """Gives the focus back when something behind the page in front takes it.

    Qt lets a widget have the focus that is on a page behind another one. A view whose reading
    ends after the person has gone on, to the passphrase say, would get the keys that are typed.
    """

    def __init__(self, window: QWidget, stack: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._stack = window, stack
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._changed)

    def _changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.isVisible() or not self._window.isVisible() or now.window() is not self._window:
            return
        page = self._stack.currentWidget()
        back = before if before is not None and shiboken6.isValid(before) and before.isVisible() else page
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
