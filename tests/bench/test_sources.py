"""The screen of sources on a book in a real archive: from the key, or the wish, to the painted page.

What other threads do in that time (reading, writing to the disk) is counted in.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from books import SCRIPTS, SIZES, book, spread
from rooms import CHEAP, PASSPHRASE, PROFILE, Room, incoming, key_of, open_room
from workbench.domain.anchors import Span
from workbench.domain.ids import new_id
from workbench.qt.look.fonts import load_fonts
from workbench.qt.look.style import current_look
from workbench.qt.operations import Operations
from workbench.qt.session import Session
from workbench.qt.settings import Settings
from workbench.qt.sources.view import SourcesView
from workbench.services import sources
from workbench.services.archives import create_archive
from workbench.store.engine import connect

pytestmark = [
    pytest.mark.benchmark(timer=time.process_time),
    pytest.mark.qt_log_ignore("This plugin does not support "),
    pytest.mark.parametrize("script", list(SCRIPTS)),
    pytest.mark.parametrize("size", list(SIZES)),
]


class Library:
    """Archives with one book each, made once a run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str], tuple[Path, str, str]] = {}

    def room(self, size: str, script: str) -> tuple[Path, str, str]:
        """Return an archive's path, its author and the person whom every passage names."""
        if (size, script) not in self._made:
            self._made[size, script] = self._make(self._folder / f"{size}-{script}.archive", size, script)
        return self._made[size, script]

    def _make(self, path: Path, size: str, script: str) -> tuple[Path, str, str]:
        created = create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP)
        room = Room(path, created.archive, created.profile_id)
        text = book(size, script)
        version = room.do(sources.import_source(incoming(text))).text_version_id
        person = room.person("Nobody")
        created.archive.close()
        # Past the log, which would take half a minute for a book; nothing here reads it back so far.
        placed = [(new_id(), new_id(), mark.span) for mark in spread(len(text) - 2_000, SIZES[size][1])]
        with closing(connect(path, key_of(path), read_only=False)) as connection:
            connection.execute("BEGIN")  # the driver would flush every row to the disk
            connection.executemany(
                'INSERT INTO passage (id, revision, text_version_id, start, "end", exact, prefix, suffix) '
                "VALUES (?, 1, ?, ?, ?, ?, '', '')",
                [(name, version, span.start, span.end, text[span.start : span.end]) for name, _m, span in placed],
            )
            connection.executemany(
                "INSERT INTO mention (id, revision, passage_id, record_id, role, certainty) "
                "VALUES (?, 1, ?, ?, 'mentioned', 'certain')",
                [(mention, name, person) for name, mention, _span in placed],
            )
            connection.commit()
        return path, created.profile_id, person


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return Library(tmp_path_factory.mktemp("library"))


class Desk:
    """The screen on one archive, its book open."""

    def __init__(self, session: Session, person: str) -> None:
        self.session, self.person = session, person
        self.view = SourcesView(session)
        self.view.resize(1280, 720)
        self.view.show()
        self.view.enter()
        self.until(lambda: bool(self.view.reader.text))
        ruler = self.view.reader.ruler
        assert ruler is not None
        self.until(lambda: ruler.complete)
        self.settle()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Let events happen; waits without working where there are none, and looks again every few milliseconds."""
        beat = QTimer()
        beat.start(4)
        while not is_so():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def settle(self) -> None:
        self.until(lambda: not self.session.operations.jobs)
        QTest.qWait(50)

    def paint(self) -> None:
        self.view.repaint()


@pytest.fixture
def desk(qtbot: QtBot, library: Library, tmp_path: Path, size: str, script: str) -> Iterator[Desk]:
    load_fonts()
    current_look()
    path, author, person = library.room(size, script)
    operations = Operations()
    archive = open_room(path)
    session = Session(archive, author, operations, Settings(tmp_path / "settings.ini"))
    made = Desk(session, person)
    yield made
    made.view.hide()
    shiboken6.delete(made.view)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    operations.shut_down()
    archive.close()
    shiboken6.delete(operations)


def test_open_from_archive(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """From the wish for a source to its first paint: read, decrypted, its passages read, laid out."""
    view = desk.view
    source = view.article.source
    assert source is not None

    def close() -> tuple[tuple[()], dict[str, Any]]:
        desk.settle()
        view.article.close_source()
        return (), {}

    def open_() -> None:
        view._opener.open(source.id)
        desk.until(lambda: bool(view.reader.text))
        desk.paint()

    benchmark.pedantic(open_, setup=close, rounds=5)


def words_to_mark(desk: Desk) -> Iterator[Span]:
    """Words near the middle that no passage has yet, all on one screen."""
    reader = desk.view.reader
    middle = len(reader.text) // 2
    reader.reveal(Span(middle, middle + 1))
    taken = {passage.span for passage in reader.passages.overlapping(middle - 100, middle + 2_000)}
    for found in re.finditer(r"\w{5,}", reader.text[middle : middle + 2_000]):
        span = Span(middle + found.start(), middle + found.end())
        if span not in taken:
            yield span


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def up_to_enter(desk: Desk, span: Span, action: str) -> None:
    """Select words, say what they are, type a name and take it: one Enter is missing."""
    desk.settle()
    reader = desk.view.reader
    reader.setFocus()
    reader.select(span)
    desk.view.run_action(action)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText("Nobody")
    desk.settle()
    press(Qt.Key.Key_Return)
    desk.settle()


def enter(desk: Desk) -> None:
    """Press the last Enter and paint the text: it shows the mark."""
    reader = desk.view.reader
    before = len(reader.passages)
    press(Qt.Key.Key_Return)
    reader.viewport().repaint()
    assert len(reader.passages) == before + 1


def measure_mark(benchmark: BenchmarkFixture, desk: Desk, action: str) -> None:
    spans = words_to_mark(desk)
    walls: list[float] = []

    def prepare() -> tuple[tuple[()], dict[str, Any]]:
        up_to_enter(desk, next(spans), action)
        return (), {}

    def timed() -> None:
        start = time.perf_counter()
        enter(desk)
        walls.append(time.perf_counter() - start)

    benchmark.pedantic(timed, setup=prepare, rounds=20, warmup_rounds=2)
    benchmark.extra_info["wall_ms"] = round(sorted(walls)[len(walls) // 2] * 1000, 1)


def test_mark_key_to_paint(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """P, a name, Enter: from the Enter that means it to the text that shows the mark."""
    measure_mark(benchmark, desk, "passage.person")


def test_quote_key_to_paint(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """Q, a speaker, Enter: the same way."""
    measure_mark(benchmark, desk, "passage.quote")


def test_mark_to_disk_and_paint(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """From the same Enter until all is done: flushed to the disk, the log, the search index, the side panel."""
    spans = words_to_mark(desk)

    def prepare() -> tuple[tuple[()], dict[str, Any]]:
        up_to_enter(desk, next(spans), "passage.person")
        return (), {}

    def mark() -> None:
        enter(desk)
        desk.until(lambda: not desk.session.operations.jobs)
        desk.view.in_step.settle()
        desk.paint()

    benchmark.pedantic(mark, setup=prepare, rounds=20, warmup_rounds=2)


def test_undo_to_paint(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """Undo, read from the log and written, until the text is painted without the mark."""
    spans = words_to_mark(desk)

    def prepare() -> tuple[tuple[int], dict[str, Any]]:
        before = len(desk.view.reader.passages)
        up_to_enter(desk, next(spans), "passage.person")
        enter(desk)
        desk.settle()
        return (before,), {}

    def undo(before: int) -> None:
        desk.session.undo(initiator=desk.view)
        desk.until(lambda: len(desk.view.reader.passages) == before)
        desk.view.reader.viewport().repaint()

    benchmark.pedantic(undo, setup=prepare, rounds=20, warmup_rounds=2)


WORDS = {"cyrillic": "дядя", "latin": "whale"}


def find_line(desk: Desk, script: str) -> Any:
    desk.view.run_action("find.text")
    line = desk.view.article.find_bar.edit
    line.clear()
    desk.settle()
    return line


def test_find_as_you_type(benchmark: BenchmarkFixture, desk: Desk, script: str) -> None:
    """Each letter of a word, typed: from the key to the first place found, painted."""
    line = find_line(desk, script)
    letters = WORDS[script]
    typed = [letters[: n + 1] for n in range(len(letters))] * 10
    steps = iter(typed)

    def prepare() -> tuple[tuple[str], dict[str, Any]]:
        desk.settle()
        return (next(steps),), {}

    def type_(words: str) -> None:
        line.setText(words)
        QApplication.processEvents()
        desk.paint()

    benchmark.pedantic(type_, setup=prepare, rounds=len(typed))
    assert desk.view.reader.selection() is not None or line.text()


def test_find_next(benchmark: BenchmarkFixture, desk: Desk, script: str) -> None:
    """Enter in the line: to the next place found, painted."""
    line = find_line(desk, script)
    line.setText(WORDS[script])
    desk.settle()

    def next_() -> None:
        QTest.keyClick(line, Qt.Key.Key_Return)
        desk.paint()

    benchmark.pedantic(next_, setup=desk.settle, rounds=20, warmup_rounds=2)
