from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.qt.translations.own_words import OwnWordsTask
from workbench.services.own_words import add_own_word
from workbench.store.queries.own_words import own_words

from .conftest import Bench


def opened(bench: Bench, qtbot: QtBot, *words: str) -> OwnWordsTask:
    for word in words:
        bench.session.archive.perform(add_own_word("lt", word), author_id=bench.session.author_id)
    bench.view.run_action("desk.own_words")
    task = bench.view.work.task
    assert isinstance(task, OwnWordsTask)
    task.languages.setCurrentIndex(task.languages.findData("lt"))
    qtbot.waitUntil(lambda: titles(task) == list(reversed(words)))
    return task


def titles(task: OwnWordsTask) -> list[str]:
    lines = (task.list.lines.line(place) for place in range(task.list.lines.rowCount()))
    return [line.title for line in lines if line is not None]


def in_archive(bench: Bench) -> list[str]:
    with bench.session.read() as connection:
        return own_words(connection, "lt")


def test_words_are_added_and_taken_out_by_keyboard(bench: Bench, qtbot: QtBot) -> None:
    task = opened(bench, qtbot)
    qtbot.waitUntil(task.nothing.isVisible)
    assert bench.focus() is task.word
    bench.type("avtozakas")
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(task) == ["avtozakas"])
    assert task.word.text() == ""
    line, profile = task.list.lines.line(0), bench.session.profile()
    assert line is not None
    assert profile is not None
    assert line.detail == f"added by {profile.initials}"
    assert line.right
    bench.type("avto 1")
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(task.row.error))
    assert in_archive(bench) == ["avtozakas"]
    bench.key(Qt.Key.Key_Backspace)
    assert task.row.error == ""
    task.list.setFocus()
    bench.key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(task) == [])
    assert in_archive(bench) == []
    bench.session.undo()
    qtbot.waitUntil(lambda: titles(task) == ["avtozakas"])
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.work.task is None


def test_words_are_filtered_and_none_comes_twice(bench: Bench, qtbot: QtBot) -> None:
    task = opened(bench, qtbot, "zekas", "avtozakas", "šmonas")
    task.search.set_text("zAk")
    assert titles(task) == ["avtozakas"]
    task.search.set_text("x")
    assert titles(task) == []
    assert task.nothing.isVisible()
    task.word.setText(" zekas ")
    task.add()
    assert task.row.error
    assert titles(task) == ["šmonas", "avtozakas", "zekas"]
    assert task.list.current_id() in task.rows
    assert task.rows[task.list.current_id()].word == "zekas"
    task.languages.setCurrentIndex(task.languages.findData("be"))
    assert titles(task) == []
