"""When Python looks for garbage: what is young at once, all of it where nobody is waiting.

Python counts references, so that nearly everything goes by itself; a search finds the rest, which
are parts that hold each other. No other thread runs meanwhile, whichever thread has begun it: one
through everything, in the midst of a large read, held the window up for seconds.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from workbench.qt.operations import Operations

_THRESHOLDS = (10_000, 5, 10_000)
"""New objects before the youngest are looked through; such searches before the middle ones are, too; those before all.

A book's passages are tens of thousands of objects that stay: looking through them every few hundred, as
Python does by itself, takes a third of the time of opening it. Of 60,000 a search takes some 20 ms. The
last is for whoever never rests.
"""

_WORTH = 10
"""Searches through the middle ones after which one through all may find something."""

_REST = 120.0
"""Seconds without a key, a click or a movement: the next one hardly comes in the seconds that a search may take."""

_LOOK_EVERY = 2000
"""Milliseconds between two looks whether somebody is there."""


def collect_seldom() -> None:
    """Have Python look through all objects hardly ever by itself: `Tidying` does it."""
    gc.set_threshold(*_THRESHOLDS)


class Tidying(QObject):
    """Looks for garbage everywhere where nobody was there for a while and no work is under way.

    `idle_seconds` tells how long nobody was there.
    """

    def __init__(
        self, operations: Operations, idle_seconds: Callable[[], float], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._operations, self._idle_seconds = operations, idle_seconds
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look for garbage, where it is worth it and holds nobody up."""
        if gc.get_count()[2] >= _WORTH and not self._operations.jobs and self._idle_seconds() >= _REST:
            gc.collect()
