"""From the start of a process to a window that one can work in; opening a source; going to another view."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from children import environment
from rooms import CHEAP, PASSPHRASE, Room
from workbench.qt.operations import Operations
from workbench.qt.session import Place, ViewName
from workbench.qt.settings import Settings
from workbench.qt.window.appearance import Appearance
from workbench.qt.window.main_window import MainWindow
from workbench.services import sources

# `workbench [ARCHIVE]` as it is; it ends at the first paint of the article in the sources view, or of
# the first page without an archive. The key costs little here: its two seconds are meant.
START = """
import os, sys
from workbench import app
from workbench.__main__ import main

path, passphrase, profile = sys.argv[1:]

def end():
    with open("/proc/self/status", encoding="ascii") as lines:
        peak = next(line for line in lines if line.startswith("VmHWM:"))
    print(peak.split()[1], flush=True)
    os._exit(0)

def make(*given):
    from workbench.qt.window.main_window import MainWindow
    from workbench.vault.keys import Parameters
    MainWindow.__init__.__kwdefaults__["parameters"] = (Parameters(memory=8, iterations=1, lanes=1),)
    window = real(*given)
    watch(window)
    return window

def watch(window):
    from PySide6.QtCore import QEvent, QObject, QTimer
    entrance = window.entrance
    window.operations.crashed.connect(lambda report: os.write(2, report.encode()) and os._exit(1))

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and (not path or window.workspace.current.reader.text):
                QTimer.singleShot(0, end)
            return False

    watch = Watch(window)

    def turned(_at=0):
        page = window.stack.currentWidget()
        if page is entrance.unlock:
            entrance.unlock.asked.emit(passphrase)
        elif page is entrance.people:
            entrance.people.chosen.emit(profile)
        elif page is window.workspace:
            QTimer.singleShot(0, lambda: window.workspace.current.reader.viewport().installEventFilter(watch))

    if path:
        window.stack.currentChanged.connect(turned)
    else:
        entrance.start.installEventFilter(watch)

real, app.make_window = app.make_window, make
sys.argv = ["workbench", *([path] if path else [])]
main()
"""

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QPlainTextEdit("words " * 1000))
window.show()
QTimer.singleShot(0, lambda: os._exit(0))
application.exec()
"""


class Starts:
    """Starts processes as an installed program is started: with compiled modules."""

    def __init__(self, folder: Path) -> None:
        self.env = environment(PYTHONPYCACHEPREFIX=str(folder / "compiled"), QT_QPA_PLATFORM="offscreen")
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)
        self.walls: list[float] = []
        self.peaks: list[float] = []

    def run(self, code: str, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], env=self.env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def window(self, path: Path | None, profile_id: str = "") -> None:
        begin = time.perf_counter()
        out = self.run(START, str(path or ""), PASSPHRASE, profile_id)
        self.walls.append(time.perf_counter() - begin)
        self.peaks.append(int(out) / 1024)

    def note(self, benchmark: Any) -> None:
        benchmark.extra_info |= {"peak_mb": round(max(self.peaks), 1), "wall_seconds": round(min(self.walls), 3)}


@pytest.fixture
def starts(tmp_path_factory: pytest.TempPathFactory) -> Starts:
    made = Starts(tmp_path_factory.getbasetemp())
    made.run(BARE)
    return made


def test_start_to_first_page(measured: Any, benchmark: Any, starts: Starts) -> None:
    """The whole process, Python's own start in it; peak MB is that of the process."""
    starts.window(None)  # compiles
    measured(lambda: starts.window(None), peer=lambda: starts.run(BARE), peer_name="bare PySide6 window", rounds=4)
    starts.note(benchmark)


def test_start_to_article(measured: Any, benchmark: Any, starts: Starts, sample_file: tuple[Path, str]) -> None:
    """With the sample's archive opened, its article painted and its passages marked; peak MB is the process's."""
    folder = sample_file[0].parent
    numbers = itertools.count()

    def copy() -> tuple[Path, str]:
        return Path(shutil.copy(sample_file[0], folder / f"{next(numbers)}.archive")), sample_file[1]

    starts.window(*copy())  # compiles
    measured(
        starts.window,
        prepare=copy,
        peer=lambda *_: starts.run(BARE),
        peer_name="bare PySide6 window",
        rounds=4,
    )
    starts.note(benchmark)


@pytest.fixture
def window(sample_room: Room, tmp_path: Path) -> Iterator[MainWindow]:
    """The window at work on the sample."""
    operations, settings = Operations(), Settings(tmp_path / "settings.ini")
    application = QApplication.instance() or QApplication([])
    appearance = Appearance(settings)
    made = MainWindow(operations, settings, parameters=(CHEAP,))
    appearance.setParent(made)
    made.start(None)
    made.show()
    made.show_archive(sample_room.archive, sample_room.author_id)
    settle(made)
    yield made
    operations.shut_down()
    made.drop_session()
    made.hide()
    shiboken6.delete(made)
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: MainWindow) -> None:
    """Let everything be read and painted."""
    while window.operations.jobs:
        QTest.qWait(1)
    window.repaint()
    QTest.qWait(0)


def test_open_source(measured: Any, window: MainWindow, sample_room: Room, tmp_path: Path) -> None:
    """From the wish to the painted text: a text of 100,000 characters, and back to the sample's article."""
    file = tmp_path / "long.txt"
    line = "The convoy of the released crossed the border before dawn, and nobody in the square knew which way. "
    file.write_text("\n\n".join(f"{n}. {line * 3}" for n in range(330)), encoding="utf-8")
    long = sample_room.do(sources.import_source(sources.read_file(file))).source_id
    with sample_room.archive.read() as connection:
        first = connection.exec_driver_sql("SELECT id FROM source WHERE id <> ?", (long,)).scalar()
    settle(window)
    session = window.session
    assert session is not None

    def work() -> None:
        for source_id in (long, first):
            session.go(Place(ViewName.SOURCES, source_id=source_id))
            settle(window)

    work()
    measured(work)


def test_switch_views(measured: Any, window: MainWindow) -> None:
    """Once round all five views, each made and read before."""

    def work() -> None:
        for name in ViewName:
            window.go_to_view(name)
            settle(window)

    work()
    measured(work)


def test_first_look_at_each_view(measured: Any, window: MainWindow, sample_room: Room) -> None:
    """The four other views, made, read and painted for the first time in a session."""

    def again() -> tuple[()]:
        window.drop_session()
        sample_room.reopen()
        window.show_archive(sample_room.archive, sample_room.author_id)
        settle(window)
        return ()

    def work() -> None:
        for name in list(ViewName)[1:]:
            window.go_to_view(name)
            settle(window)

    measured(work, prepare=again)
