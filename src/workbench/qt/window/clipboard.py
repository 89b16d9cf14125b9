"""What was copied here does not stay in the clipboard of a locked archive."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class ClipboardGuard(QObject):
    """Remembers whether the clipboard changed while a window of this program was active.

    Whoever owns it by then (clipboard managers take it over at once), the content came from here.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours: set[QClipboard.Mode] = set()
        QGuiApplication.clipboard().changed.connect(self._note)

    def _note(self, mode: QClipboard.Mode) -> None:
        if QGuiApplication.focusWindow() is not None:
            self._ours.add(mode)
        else:
            self._ours.discard(mode)

    def clear(self) -> None:
        """Empty the clipboard, and the selection that the middle button pastes, where they are ours."""
        clipboard = QGuiApplication.clipboard()
        for mode in tuple(self._ours):
            clipboard.clear(mode)
        self._ours.clear()
