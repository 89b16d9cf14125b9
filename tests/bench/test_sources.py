"""The screen of sources on a book in a real archive: from the key, or the wish, to the painted page.

What other threads do in that time (reading, writing to the disk) is counted in.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from books import SCRIPTS, SIZES, book, spread
from rooms import CHEAP, PASSPHRASE, PROFILE, Room, incoming, key_of, open_room
from workbench.domain.anchors import Span
from workbench.domain.ids import new_id
from workbench.domain.inputs import MentionInput
from workbench.qt.look.fonts import load_fonts
from workbench.qt.look.style import current_look
from workbench.qt.operations import Operations
from workbench.qt.session import Session
from workbench.qt.settings import Settings
from workbench.qt.sources.view import SourcesView
from workbench.services import sources
from workbench.services.archives import create_archive
from workbench.services.records import link_passage
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


def marked_spans(desk: Desk) -> Iterator[Span]:
    """Places near the middle that no passage has yet, all on one screen."""
    reader = desk.view.reader
    middle = len(reader.text) // 2
    reader.reveal(Span(middle, middle + 1))
    for shift in range(400):
        yield Span(middle + shift, middle + shift + 7)


def mark(desk: Desk, span: Span) -> None:
    """Write a mention of a person and paint it, current, with what is known of it at the side."""
    view, done = desk.view, []
    version = view.article.source
    assert version is not None
    act = link_passage(version.text_version_id, span, desk.person, MentionInput())

    def linked(value: Any) -> None:
        view.reader.set_current(value.passage_id)
        done.append(value)

    desk.session.perform(act, on_done=linked, initiator=view)
    desk.until(lambda: bool(done))
    desk.paint()


def test_mark_to_disk_and_paint(benchmark: BenchmarkFixture, desk: Desk) -> None:
    """The transaction, flushed to the disk, its log entry, the search index, the side panel and the paint."""
    spans = marked_spans(desk)
    desk.view.reader.setFocus()

    def prepare() -> tuple[tuple[Desk, Span], dict[str, Any]]:
        desk.settle()
        return (desk, next(spans)), {}

    benchmark.pedantic(mark, setup=prepare, rounds=30, warmup_rounds=2)


def test_undo_to_disk_and_paint(benchmark: BenchmarkFixture, desk: Desk) -> None:
    spans = marked_spans(desk)

    def prepare() -> tuple[tuple[int], dict[str, Any]]:
        before = len(desk.view.reader.passages)
        mark(desk, next(spans))
        desk.settle()
        return (before,), {}

    def undo(before: int) -> None:
        desk.session.undo(initiator=desk.view)
        desk.until(lambda: len(desk.view.reader.passages) == before)
        desk.paint()

    benchmark.pedantic(undo, setup=prepare, rounds=30, warmup_rounds=2)


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

    benchmark.pedantic(next_, setup=desk.settle, rounds=30, warmup_rounds=2)
