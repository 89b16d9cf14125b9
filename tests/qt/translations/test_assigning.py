from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from workbench.qt.translations.shelf import Facet

from .conftest import Bench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def menu_of(bench: Bench) -> QMenu:
    bench.key(Qt.Key.Key_H, CTRL, SHIFT)
    found = [menu for menu in bench.view.findChildren(QMenu) if menu.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(bench: Bench, words: str) -> None:
    menu = menu_of(bench)
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()
    bench.window.activateWindow()  # what a window manager does, and the offscreen platform does not


def test_selected_lines_are_given_to_somebody(bench: Bench, qtbot: QtBot) -> None:
    rows = bench.rows()
    bench.go_to(rows[0])
    bench.key(Qt.Key.Key_Down, SHIFT)
    bench.key(Qt.Key.Key_Down, SHIFT)
    assert [(row.quote.id, row.language) for row in bench.view.queue.selected()] == [
        (row.quote.id, row.language) for row in rows[:3]
    ]
    choose(bench, "MB")
    other = bench.other_profile()
    qtbot.waitUntil(lambda: [row.responsible_id for row in bench.rows()[:4]] == [other, other, other, None])
    line = bench.view.queue.list.lines.line(0)
    qtbot.waitUntil(lambda: "MB" in (bench.view.queue.list.lines.line(0) or line).right)  # type: ignore[union-attr]
    labels = [label.text() for label in bench.editor.findChildren(QLabel)]
    assert any("responsible: MB" in text for text in labels)


def test_nobody_is_responsible_and_the_filter_finds_whom_one_looks_for(bench: Bench, qtbot: QtBot) -> None:
    bench.go_to(bench.rows()[1])
    choose(bench, "AK")
    mine = bench.session.author_id
    qtbot.waitUntil(lambda: bench.rows()[1].responsible_id == mine)
    queue = bench.view.queue
    box = queue.filters.facets[Facet.RESPONSIBLE]
    box.setCurrentIndex(box.findData(mine))
    qtbot.waitUntil(lambda: queue.list.lines.rowCount() == 1)
    (chip,) = queue.chips.buttons
    assert chip.text().startswith("Responsible: AK")
    chip.click()
    assert queue.list.lines.rowCount() == len(bench.rows())
    choose(bench, "Nobody")
    qtbot.waitUntil(lambda: bench.rows()[1].responsible_id is None)
