from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from made_quotes_in_memory import tmx
from workbench.domain.kinds import TranslationState
from workbench.qt.translations.memory.importing import MemoryImportTask
from workbench.qt.translations.memory.pane import MemoryPane
from workbench.store.queries.quotes import Need

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(bench: Any, qtbot: QtBot) -> MemoryPane:
    bench.key(KEY.Key_2, CTRL, SHIFT)
    pane = bench.view.work.pane
    assert isinstance(pane, MemoryPane)
    qtbot.waitUntil(lambda: not bench.session.operations.jobs)
    return pane


def shown(pane: MemoryPane) -> list[str]:
    lines = pane.list.lines
    return [line.title for at in range(lines.rowCount()) if (line := lines.line(at)) is not None]


def look_for(pane: MemoryPane, words: str, qtbot: QtBot) -> None:
    pane.field.set_text(words)
    qtbot.waitUntil(lambda: not pane.session.operations.jobs)


def take_in(bench: Any, path: Path, qtbot: QtBot) -> MemoryImportTask:
    assert bench.view.run_action("desk.memory_import")
    task = bench.view.work.task
    assert isinstance(task, MemoryImportTask)
    task.take(path)
    qtbot.waitUntil(lambda: not bench.session.operations.jobs)
    return task


def test_a_file_is_taken_in_found_in_any_language_inserted_and_taken_out(
    bench: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    row = bench.find(Need.MISSING)
    bench.go_to(row)
    bench.key(KEY.Key_Return)
    path = tmx(tmp_path, ("A zebra in the yard", "Зебра во дворе"))
    path.write_text(path.read_text(encoding="utf-8").replace('"ru"', f'"{row.language}"'), encoding="utf-8")
    task = take_in(bench, path, qtbot)
    assert not task.banner.isHidden()
    assert task.focusProxy() is task.file_button
    bench.key(KEY.Key_Escape)
    pane = opened(bench, qtbot)
    look_for(pane, "zebr", qtbot)
    assert shown(pane) == ["A zebra in the yard"]
    assert "Зебра во дворе" in pane.text.toPlainText()
    assert "memory.tmx" in pane.text.toPlainText()
    assert pane.open_button.isHidden()
    pane.words_only.click()
    qtbot.waitUntil(lambda: shown(pane) == [])
    pane.words_only.click()
    qtbot.waitUntil(lambda: len(shown(pane)) == 1)
    pane.list.setFocus()
    bench.key(KEY.Key_Return)
    assert bench.view.work.on_page
    assert bench.editor.field.toPlainText() == "Зебра во дворе"
    opened(bench, qtbot)
    pane.side.list.setFocus()
    bench.key(KEY.Key_Delete)
    qtbot.waitUntil(lambda: not pane.side.rows and shown(pane) == [])


def test_words_of_the_desk_are_looked_for_and_lead_to_their_quote(bench: Any, qtbot: QtBot) -> None:
    row = bench.find(Need.FINAL, "ru")
    bench.go_to(row)
    bench.key(KEY.Key_Return)
    field = bench.editor.field
    word = max(row.translation.text.split(), key=len).strip(".,…!?")
    cursor = field.textCursor()
    at = field.toPlainText().index(word)
    cursor.setPosition(at)
    cursor.setPosition(at + len(word), cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    bench.key(KEY.Key_K, CTRL, SHIFT)
    pane = bench.view.work.pane
    assert isinstance(pane, MemoryPane)
    assert pane.field.text() == word
    qtbot.waitUntil(lambda: bool(shown(pane)))
    pane.open_button.click()
    assert bench.view.work.on_page
    assert bench.view.desk.quote.id == row.quote.id


def test_unreviewed_translations_go_in_and_out_of_the_memory(bench: Any, qtbot: QtBot) -> None:
    pane = opened(bench, qtbot)
    assert not pane.side.all_in.isHidden()
    assert pane.side.all_out.isHidden()
    pane.side.all_in.click()
    qtbot.waitUntil(lambda: not pane.side.all_out.isHidden())
    assert pane.side.all_in.isHidden()
    pane.side.all_out.click()
    qtbot.waitUntil(pane.side.all_out.isHidden)


def test_the_translation_at_hand_goes_in_before_its_review(bench: Any, qtbot: QtBot) -> None:
    row = bench.find(Need.DRAFT)
    bench.go_to(row)
    bench.key(KEY.Key_Return)
    bench.view.run_action("desk.remember")
    qtbot.waitUntil(lambda: bench.translation(row.quote.id, row.language).in_memory)
    assert bench.state(row) is TranslationState.INITIAL
    qtbot.waitUntil(lambda: not bench.editor.note.isHidden())


def test_a_file_that_cannot_be_read_is_told_and_the_task_stays(bench: Any, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "broken.tmx"
    path.write_text("<tmx><body>", encoding="utf-8")
    task = take_in(bench, path, qtbot)
    assert not task.banner.isHidden()
    assert not task.file_button.isHidden()
    assert task.stop.isHidden()
    assert QApplication.activeModalWidget() is None
