"""Locking an archive that nobody is working in."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)

_LOOK_EVERY = 2000
"""Milliseconds between two looks at the clock."""


class AutoLock(QObject):
    """Counts the time without a key, a click or a movement. `minutes_left(int)` tells of each new
    minute, `due` that the time is over.

    It listens to the native window that has the focus, which gets every key and click once;
    a filter on the application would see each event of each widget.
    """

    minutes_left = Signal(int)
    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds = 0
        self._told: int | None = None
        self._watched: QWindow | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())
        self.touch()

    def start(self, minutes: int) -> None:
        """Begin to count; 0 minutes never lock."""
        self._seconds = minutes * 60
        self._told = None
        self.touch()
        if minutes:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """Stop counting: nothing is open."""
        self._timer.stop()
        self._seconds = 0

    @property
    def counting(self) -> bool:
        """Whether an archive will be locked."""
        return bool(self._seconds)

    def touch(self) -> None:
        """Note that somebody is there."""
        self._last, self._last_by_wall = time.monotonic(), time.time()

    def idle_seconds(self) -> float:
        """Return how long nobody was there. The wall clock counts too: the other one stops in sleep."""
        return max(time.monotonic() - self._last, time.time() - self._last_by_wall)

    def look(self) -> None:
        """Compare the time with what is allowed."""
        if not self._seconds:
            return
        left = self._seconds - self.idle_seconds()
        if left <= 0:
            self._timer.stop()
            self.due.emit()
            return
        minutes = -int(-left // 60)
        if minutes != self._told:
            self._told = minutes
            self.minutes_left.emit(minutes)

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.destroyed.connect(self._forget)
            window.installEventFilter(self)
            self.touch()

    def _forget(self) -> None:
        self._watched = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.touch()
        return False
