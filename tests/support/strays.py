"""Widgets that come up as windows of their own by mistake: they would take the keyboard."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from workbench.qt.window.main_window import MainWindow


class _Strays(QObject):
    """Notes each with the place in the program that showed it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            plain = watched.windowType() in (Qt.WindowType.Widget, Qt.WindowType.Window)
            if plain and not isinstance(watched, MainWindow):
                own = [frame for frame in traceback.extract_stack() if "/src/workbench/" in frame.filename]
                place = f"{own[-1].filename}:{own[-1].lineno}" if own else "Qt"
                self.found.append(f"{type(watched).__name__} from {place}")
        return False


@contextmanager
def no_strays() -> Iterator[None]:
    """Fail at the end of the block where a stray window came up inside it."""
    strays, application = _Strays(), QApplication.instance()
    assert application is not None
    application.installEventFilter(strays)
    try:
        yield
    finally:
        application.removeEventFilter(strays)
    assert strays.found == []
