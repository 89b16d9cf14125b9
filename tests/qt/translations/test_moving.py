from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.store.queries.quotes import Need, targets_of

from .conftest import Bench

CTRL, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_lines_that_wait_are_gone_through_from_the_field(bench: Bench) -> None:
    waiting = [(row.quote.id, row.language) for row in bench.rows() if row.need is not Need.FINAL]
    bench.go_to(next(row for row in bench.rows() if (row.quote.id, row.language) == waiting[0]))
    bench.key(Qt.Key.Key_Return)
    seen = [waiting[0]]
    for _step in waiting[1:]:
        bench.key(Qt.Key.Key_PageDown, ALT)
        assert bench.focus() is bench.editor.field
        assert bench.view.desk.quote is not None
        seen.append((bench.view.desk.quote.id, bench.view.desk.language))
    assert seen == waiting
    bench.key(Qt.Key.Key_PageDown, ALT)
    assert bench.editor.note.text() == "Nothing further down waits for anybody."
    bench.key(Qt.Key.Key_PageUp, ALT)
    assert bench.view.desk.quote is not None
    assert (bench.view.desk.quote.id, bench.view.desk.language) == waiting[-2]


def test_the_languages_of_a_quote_come_round(bench: Bench) -> None:
    row = bench.find(Need.MISSING)
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    targets = targets_of(row.quote)
    at = targets.index(row.language)
    for step in range(1, len(targets) + 1):
        bench.key(Qt.Key.Key_Down, CTRL, ALT)
        assert bench.view.desk.language == targets[(at + step) % len(targets)]
        assert bench.focus() is bench.editor.field
    bench.key(Qt.Key.Key_Up, CTRL, ALT)
    assert bench.view.desk.language == targets[at - 1]


def test_the_words_of_the_quote_are_copied_into_the_field(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING)
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_C, CTRL, ALT)
    assert bench.editor.field.toPlainText() == row.quote.exact
    qtbot.waitUntil(lambda: bench.state(row) is not None)


def test_undo_goes_to_the_line_that_it_changed(bench: Bench, qtbot: QtBot) -> None:
    first, other = bench.find(Need.MISSING), bench.find(Need.FINAL)
    bench.go_to(first)
    bench.key(Qt.Key.Key_Return)
    bench.type("kai")
    bench.view.drafts.save()
    qtbot.waitUntil(lambda: bench.translation(first.quote.id, first.language) is not None)
    bench.go_to(other)
    bench.key(Qt.Key.Key_Return)
    bench.session.undo()
    qtbot.waitUntil(lambda: bench.view.place().quote_id == first.quote.id)
    assert bench.view.desk.language == first.language
    assert bench.focus() is bench.editor.field
    assert bench.editor.field.toPlainText() == ""
    bench.go_to(other)  # the list has the focus
    bench.session.redo()
    qtbot.waitUntil(lambda: bench.view.place().quote_id == first.quote.id)
    assert bench.focus() is bench.view.queue.list
    assert bench.editor.field.toPlainText() == "kai"
