"""How long the window stands still: the longest turn of the event loop for each common act, in the largest archives.

    PYTHONPATH=src:tests/support QT_QPA_PLATFORM=offscreen python tests/bench/measure_holds.py [--people 100000]
        [--quotes 10000] [--keep FILE]

CPU milliseconds of the GUI's own thread, from one turn of the loop to the next; the threads that read beside it do not
count, but for their longest search for garbage, during which no other thread runs. `--keep` makes the archive once and
uses it again.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import made_people
import made_quotes
from entering import english_room
from found import find_records
from made_dossier import make_dossier
from rooms import CHEAP, Room, open_room
from workbench.app import make_application
from workbench.domain.inputs import ProfileInput
from workbench.qt.operations import Operations
from workbench.qt.session import Place, ViewName
from workbench.qt.settings import Settings
from workbench.qt.window.appearance import Appearance
from workbench.qt.window.garbage import collect_seldom
from workbench.qt.window.main_window import MainWindow
from workbench.services import profiles
from workbench.store.queries.overview import profiles as all_profiles

KEY, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
QUIET = 0.4
"""Seconds without work after which an act has come to its end: longer than any rest after a key."""


class Turns:
    """Turns the event loop by hand, and measures each turn."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self.holds: list[float] = []
        self.collected = 0.0
        self._began: dict[int, float] = {}
        gc.callbacks.append(self._note_collection)

    def _note_collection(self, phase: str, _facts: object) -> None:
        thread, now = threading.get_ident(), time.thread_time()
        if phase == "start":
            self._began[thread] = now
        else:
            self.collected = max(self.collected, now - self._began.pop(thread, now))

    def measure(self, does: Callable[[], object]) -> None:
        """Do something, and turn the loop until nothing is left of it; `holds` has the CPU seconds of every turn.

        `collected` is the longest search for garbage meanwhile, in whichever thread.
        """
        self.holds, self.collected = [], 0.0
        self._turn(does)
        end = time.monotonic() + QUIET
        while time.monotonic() < end:
            self._turn(QCoreApplication.processEvents)
            if self._operations.jobs or self.holds[-1] > 0.001:
                end = time.monotonic() + QUIET
            time.sleep(0.002)  # lets the threads that read go on

    def _turn(self, does: Callable[[], object]) -> None:
        begin = time.thread_time()
        does()
        self.holds.append(time.thread_time() - begin)


def make_room(folder: Path, keep: Path | None, people: int, quotes: int) -> Room:
    """Make the archive, or open the one that was kept."""
    path = keep or folder / "all.archive"
    if path.exists():
        archive = open_room(path)
        with archive.read() as connection:
            return Room(path, archive, all_profiles(connection)[0].id)
    room = english_room(path)
    other = room.do(profiles.add_profile(ProfileInput(name="Rasa", initials="RK")))
    made_people.fill(room.archive, people)
    made_quotes.fill(room.archive, quotes, (room.author_id, other))
    make_dossier(room.archive, room.author_id)
    return room


@contextmanager
def shown(settings: Path) -> Iterator[MainWindow]:
    """Show the main window, collecting garbage as the program does."""
    application = make_application()
    operations, kept = Operations(), Settings(settings)
    appearance = Appearance(kept)
    window = MainWindow(operations, kept, parameters=(CHEAP,))
    appearance.setParent(window)
    gc.collect()
    gc.freeze()
    collect_seldom()
    window.start(None)
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    application.processEvents()
    yield window
    operations.shut_down()
    window.drop_session()


class Acts:
    """What a person does all day, each act by its words and the keys or the call that does it."""

    def __init__(self, window: MainWindow, room: Room) -> None:
        self.window, self.room = window, room
        with room.archive.read() as connection:
            self.full = find_records(connection, "Alena Sokal", "en")[0].record_id

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def view(self, name: ViewName) -> None:
        """Go to a view by its key."""
        self.press(Qt.Key(KEY.Key_1.value + list(ViewName).index(name)), ALT)

    def rest(self) -> None:
        """Let as much time go by as somebody reads without a key."""
        self.window.auto_lock._last -= 180
        self.window.tidying.look()

    def go(self, record_id: str) -> None:
        """Go to a record."""
        assert self.window.session is not None
        self.window.session.go(Place(ViewName.RECORDS, record_id=record_id))

    def type(self, text: str) -> None:
        """Put a text into the field that has the focus, as its last key does."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), field
        field.setText(text)

    def typed(self, words: tuple[str, ...]) -> Iterator[tuple[str, Callable[[], object]]]:
        """Type into the search field of the view in front."""
        yield "", partial(self.press, KEY.Key_F, CTRL)
        for word in words:
            yield f"  “{word}”", partial(self.type, word)

    def all(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Yield the acts in their order."""
        window, room = self.window, self.room
        yield "", window.doors.expect  # what the page that asks for a passphrase does
        yield "open the archive", lambda: window.show_archive(room.archive, room.author_id)
        for name in list(ViewName)[1:]:
            yield f"{name}, the first time", partial(self.view, name)
        for name in ViewName:
            yield f"{name}, again", partial(self.view, name)
        yield from self._records()
        yield from self._desk()
        yield "sources", partial(self.view, ViewName.SOURCES)
        yield "history", partial(self.press, KEY.Key_H, CTRL)
        yield "nobody there for a while", self.rest

    def _records(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "records", partial(self.view, ViewName.RECORDS)
        yield "a full record", partial(self.go, self.full)
        for number, pane in ((8, "timeline"), (9, "network")):
            yield f"{pane} of it", partial(self.press, Qt.Key(KEY.Key_0.value + number), ALT)
        yield "its page again", partial(self.press, KEY.Key_6, ALT)
        yield "the list's filter", lambda: None
        yield from self.typed(("k", "ka", "kav", "jo", "zzzz", ""))
        yield "table", partial(self.press, KEY.Key_7, ALT)
        yield from self.typed(("k", "ka", "jo", "zzzz", ""))
        yield "page", partial(self.press, KEY.Key_6, ALT)

    def _desk(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "desk", partial(self.view, ViewName.TRANSLATIONS)
        yield "the next line", partial(self.press, KEY.Key_Down, ALT)
        yield "the queue's filter", lambda: None
        yield from self.typed(("s", "sp", "speaker 1", "zzzz", ""))


def main() -> None:
    """Measure, and print a line for each act."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=100_000)
    asked.add_argument("--quotes", type=int, default=10_000)
    asked.add_argument("--keep", type=Path)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = make_room(Path(folder), given.keep, given.people, given.quotes)
        with shown(Path(folder) / "settings.ini") as window:
            turns = Turns(window.operations)
            print(f"{'':40} longest   next   all   collector, ms")  # noqa: T201
            for words, does in Acts(window, room).all():
                window.auto_lock.touch()
                turns.measure(does)
                if words:
                    first, second = sorted((*turns.holds, 0.0, 0.0), reverse=True)[:2]
                    found = (first, second, sum(turns.holds), turns.collected)
                    print(f"{words:40} " + " ".join(f"{seconds * 1e3:7.0f}" for seconds in found))  # noqa: T201


if __name__ == "__main__":
    main()
