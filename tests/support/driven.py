"""The program as it is started from a desktop, with somebody's hands on its keyboard; for child processes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hands import Hands
from rooms import CHEAP
from workbench import app
from workbench.qt.window.main_window import MainWindow


def run(script: Callable[[Hands], None], archive: Path | None = None) -> int:
    """Run the program as `workbench ARCHIVE` does, let a script type into it, and return its exit status.

    Its only difference are keys that cost little. A script that fails ends the process at once.
    """
    (MainWindow.__init__.__kwdefaults__ or {})["parameters"] = (CHEAP,)
    application = app.make_application()

    def begin() -> None:
        try:
            [window] = [widget for widget in application.topLevelWidgets() if isinstance(widget, MainWindow)]
            window.operations.crashed.connect(_end)
            window.operations.failed.connect(lambda error: sys.stderr.write(f"{error}\n"))
            window.activateWindow()
            hands = Hands(window, seconds=40)
            hands.until(window.isActiveWindow, "the window")
            script(hands)
        except BaseException:  # noqa: BLE001 - whatever it was, nobody else would end the process
            _end(traceback.format_exc())

    QTimer.singleShot(0, begin)
    status = app.run_window(archive)
    assert QApplication.activeModalWidget() is None
    return status


def _end(report: str) -> None:
    sys.stderr.write(report)
    sys.stderr.flush()
    os._exit(3)


def say(words: str) -> None:
    """Tell the parent something."""
    print(words, flush=True)  # noqa: T201
