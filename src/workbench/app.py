"""The composition root: the only place that wires the layers together into a window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from workbench.qt.operations import Operations
    from workbench.qt.settings import Settings
    from workbench.qt.window.main_window import MainWindow
    from workbench.store.archive import Archive

PICTURE = (1440, 900)
"""Width and height of the picture of the main window, in pixels at 100 %."""


def make_application() -> QApplication:
    """Return the one `QApplication`, made in a way that leaves no files of Qt's own behind."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from workbench.qt.settings import keep_qt_from_remembering

    keep_qt_from_remembering()
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # No organisation and no settings path: what is remembered goes through `Settings` alone.
    application = QApplication([sys.argv[0] or "workbench"])
    application.setApplicationName("skaryna-workbench")
    application.setApplicationDisplayName("Skaryna Workbench")
    application.setDesktopFileName("skaryna-workbench")
    return application


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Keep Python from looking for garbage while the program is loaded: there is none, and it takes its time.

    What was loaded is left out of every later search, too: a lock waits for one of them.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def make_window(operations: Operations, settings: Settings) -> MainWindow:
    """Make the main window in the language and the look that the settings ask for."""
    from workbench.qt.look.style import current_look
    from workbench.qt.window.appearance import Appearance
    from workbench.qt.window.main_window import MainWindow

    appearance = Appearance(settings)
    window = MainWindow(operations, settings)
    appearance.setParent(window)
    window.setWindowIcon(current_look().icon("archive", "accent"))
    return window


def run_window(archive_path: Path | None = None, *, settings_path: Path | None = None) -> int:
    """Show the window until it is closed, and return the process's exit code.

    Raises:
        ArchiveError: the database driver of this machine must not be used.
    """
    with _collecting_later():
        from workbench.store.engine import check_driver

        check_driver()
        application = make_application()

        from workbench.qt.operations import Operations, catch_crashes
        from workbench.qt.settings import Settings
        from workbench.qt.window.garbage import collect_seldom

        operations = Operations()
        give_back = catch_crashes(operations)
        window = make_window(operations, Settings(settings_path))
        collect_seldom()
    try:
        window.start(archive_path)
        window.show()
        return application.exec()
    finally:
        operations.shut_down()
        try:
            window.doors.close_all()
        finally:
            give_back()
            _let_go(window)


def render_main_window(
    archive: Archive,
    author_id: str,
    picture: Path,
    *,
    settings_path: Path,
    language: str = "en",
    scale: float = 1.0,
) -> Path:
    """Write a picture (PNG) of the main window with an article open and a passage selected.

    Needs no display where no window was shown before in this process. `archive` stays open;
    `settings_path` is a file that does not have to exist, in a folder that will not be kept.
    `scale` is the number of pixels in one logical pixel.

    Raises:
        ArchiveError: the picture could not be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()

    from workbench.qt.operations import Operations
    from workbench.qt.settings import Settings
    from workbench.qt.window.picture import take_picture

    operations = Operations()
    settings = Settings(settings_path)
    settings.language = language
    settings.keep_recent = False
    window = make_window(operations, settings)
    try:
        take_picture(application, window, archive, author_id, picture, size=PICTURE, scale=scale)
    finally:
        operations.shut_down()
        window.drop_session()
        _let_go(window)
    return picture


def _let_go(window: MainWindow) -> None:
    """Delete a window with all its parts now, not whenever Python collects them."""
    import shiboken6

    window.hide()
    shiboken6.delete(window)
